package relations

import (
	"attache/gazetteers"
	"attache/text"
)

// tag is the part of speech of a token, as far as clause frames need it.
type tag uint8

const (
	tUnset tag = iota
	tOther
	tNoun
	tName // a mention
	tPron
	tDate
	tDet
	tAdj
	tNum
	tPoss
	tHyph
	tVerb // finite
	tBase // infinitive or base form after to, a modal or do
	tIng
	tPart // past participle only
	tEd   // past tense or participle
	tModal
	tBe
	tHave
	tDo
	tNeg
	tTo // before an infinitive
	tPrep
	tCoord
	tSub
	tThat
	tRel
	tAdv
	tComma
	tSemi
	tDash
	tOpen
	tClose
	tQuote
	tStart // before the first token
)

// tok is one token of the sentence under analysis.
type tok struct {
	f   *form // never nil
	men int16 // index into sentence.men, −1
	tag tag
}

var noForm form

// tagTokens gives every token of the sentence its tag: closed classes by lexicon, open ones by their possible
// forms and their neighbours. A stretch without a finite verb promotes its best candidate.
func (s *sentence) tagTokens() {
	n := len(s.tok)
	finite := 0
	for i := range n {
		t := &s.tok[i]
		d := &s.doc.Tokens[s.first+i]
		if t.men >= 0 {
			switch s.mention(t.men).Type {
			case gazetteers.DateType:
				t.tag = tDate
			case gazetteers.Pronoun:
				t.tag = tPron
				if t.f.kind == kDet {
					t.tag = tDet
				}
			default:
				t.tag = tName
			}
			continue
		}
		switch d.Kind {
		case text.Punct, text.Symbol:
			switch d.Mark {
			case ',':
				t.tag = tComma
			case ';', ':':
				t.tag = tSemi
			case '~':
				t.tag = tDash
			case '$', '%':
				t.tag = tNum
			case '-', '/', '&':
				t.tag = tHyph
			case '(', '[':
				t.tag = tOpen
			case ')', ']':
				t.tag = tClose
			case '"', '\'':
				t.tag = tQuote
			default:
				t.tag = tOther
				if d.Kind == text.Symbol && i+1 < n && s.doc.Tokens[s.first+i+1].Kind == text.Number {
					t.tag = tNum // a currency
				}
			}
			continue
		case text.Number:
			t.tag = tNum
			continue
		case text.Possessive:
			t.tag = tPoss
			continue
		case text.Link:
			t.tag = tNoun
			continue
		}
		switch t.f.kind {
		case kModal, kDo:
			finite++
		case kBe:
			if t.f.arg == 1 || t.f.arg == 2 {
				finite++
			}
		case kHave:
			if t.f.arg == 1 || t.f.arg == 2 {
				finite++
			}
		case kNone:
			if t.f.vform == vPast || t.f.vform == vPast|vPart && t.f.noun == 0 || t.f.vform == vThird && t.f.noun == 0 {
				finite++
			}
		}
	}
	best, bestScore := -1, 0
	for i := range n {
		t := &s.tok[i]
		if t.tag != tUnset {
			continue
		}
		var promote int
		t.tag, promote = s.tagWord(i)
		if promote > 0 && t.f.noun == 0 && t.f.kind == kNone && (t.f.vform == vThird || t.f.vform == vPast) {
			finite-- // counted above, and now in doubt
		}
		if promote = s.second(i, promote); promote > 0 {
			if promote >= 4 {
				t.tag = tVerb
				finite++
			} else if promote > bestScore {
				best, bestScore = i, promote
			}
		}
	}
	if finite == 0 && best >= 0 {
		s.tok[best].tag = tVerb
	}
}

// before returns the tag that decides at i: that of the last token that is no adverb.
func (s *sentence) before(i int) tag {
	for i--; i >= 0; i-- {
		switch s.tok[i].tag {
		case tAdv, tQuote:
			continue
		case tDate:
			// "on Friday held", "currently holds"
			i = int(s.men[s.tok[i].men].a)
			if i > 0 && s.tok[i-1].tag == tPrep {
				i--
			}
			continue
		case tNeg:
			if i > 0 && (s.tok[i-1].tag == tDo || s.tok[i-1].tag == tModal || s.tok[i-1].tag == tBe || s.tok[i-1].tag == tHave || s.tok[i-1].tag == tTo) {
				continue
			}
			return tNeg
		}
		return s.tok[i].tag
	}
	return tStart
}

// nextStrong reports whether the next token begins an object: a name, determiner or pronoun (2), or a
// preposition (1).
func (s *sentence) nextStrong(i int) int {
	for i++; i < len(s.tok); i++ {
		t := &s.tok[i]
		if t.men >= 0 {
			if t.tag == tDate {
				return 1
			}
			return 2
		}
		switch t.f.kind {
		case kAdv:
			continue
		case kDet, kPron, kNum:
			return 2
		case kPrep, kTo, kThat:
			return 1
		}
		return 0
	}
	return 0
}

var (
	leastHash = text.Hash("least")
	mostHash  = text.Hash("most")
	bothHash  = text.Hash("both")
	allHash   = text.Hash("all")
	eachHash  = text.Hash("each")
	lastHash  = text.Hash("last")
	firstHash = text.Hash("first")
)
