package relations

import (
	"attache/gazetteers"
	"attache/text"
)

// tagWord tags a word; a positive second result is how well it would do as a finite verb where it was
// taken for a noun.
func (s *sentence) tagWord(i int) (tag, int) {
	t := &s.tok[i]
	f := t.f
	prev := s.before(i)
	switch f.kind {
	case kNone, kAdj:
	case kDet:
		if d := &s.doc.Tokens[s.first+i]; d.Hash == mostHash && i > 0 && s.tok[i-1].tag == tAdv {
			return tAdv, 0
		}
		switch s.doc.Tokens[s.first+i].Hash {
		case bothHash, allHash, eachHash:
			if i+1 < len(s.tok) && s.tok[i+1].men < 0 && (s.tok[i+1].f.vform&(vPast|vThird) != 0 && s.nextStrong(i+1) == 2 || s.tok[i+1].f.kind == kModal || s.tok[i+1].f.kind == kHave) {
				return tAdv, 0 // "A and B both opposed …"
			}
		}
		return tDet, 0
	case kNum:
		if h := s.doc.Tokens[s.first+i].Hash; (h == lastHash || h == firstHash) && i > 0 && i+1 < len(s.tok) && (s.tok[i-1].tag == tPron || s.tok[i-1].tag == tName && !s.adjectival(i-1)) {
			if u := &s.tok[i+1]; u.men < 0 && u.f.vform&vPast != 0 && u.f.noun == 0 {
				return tAdv, 0 // "they last held talks"
			}
		}
		return tNum, 0
	case kPrep:
		if f.vform&vBase != 0 && (prev == tTo || prev == tModal || prev == tDo) {
			return tBase, 0
		}
		if s.aboutNumber(i, prep(f.arg)) {
			return tAdv, 0
		}
		return tPrep, 0
	case kCoord:
		return tCoord, 0
	case kSub:
		return tSub, 0
	case kThat:
		switch prev {
		case tBase, tVerb, tEd, tIng:
			if v := s.tok[i-1].f.verb; i > 0 && v != 0 && s.p.lex.verbs[v].funcs&(s.p.fn[fnSay]|s.p.fn[fnDemand]|s.p.fn[fnAgree]|s.p.fn[fnWant]) == 0 && s.nounAt(i+1) && !s.isName(i+1) {
				return tDet, 0
			}
			if (prev == tBase || prev == tIng) && i+2 < len(s.tok) && s.tok[i+1].men < 0 && s.tok[i+1].f.noun != 0 && s.tok[i+1].f.flags&fPlural == 0 && (s.tok[i+2].f.kind == kPrep || s.doc.Tokens[s.first+i+2].Kind == text.Punct) {
				return tDet, 0 // "to confirm that point in remarks"
			}
		}
		return tThat, 0
	case kRel:
		return tRel, 0
	case kModal:
		return tModal, 0
	case kBe:
		if d := &s.doc.Tokens[s.first+i]; d.Kind == text.Word && d.Len() < 2 {
			return tNoun, 0 // a lone "S", no clitic
		}
		return tBe, 0
	case kHave:
		return tHave, 0
	case kDo:
		return tDo, 0
	case kNeg:
		return tNeg, 0
	case kPron:
		if d := &s.doc.Tokens[s.first+i]; d.Shape == text.Upper && d.Len() > 1 && s.flags&text.AllCaps == 0 {
			return tNoun, 0 // "US", "IT"
		}
		return tPron, 0
	case kTo:
		if s.infinitiveAfter(i) {
			return tTo, 0
		}
		if i > 0 && s.tok[i-1].tag == tAdv && s.tok[i-1].f.arg == uint8(pUp) {
			return tAdv, 0 // "up to 300"
		}
		return tPrep, 0
	case kAdv:
		if f.vform == 0 || prev == tComma || prev == tStart || prev == tOpen {
			return tAdv, 0
		}
	case kPartic:
		return tPrep, 0
	}
	d := &s.doc.Tokens[s.first+i]
	if d.Hash == leastHash {
		return tAdv, 0
	}
	if f.vform == 0 {
		switch {
		case f.noun != 0:
			return tNoun, 0
		case f.kind == kAdj || f.flags&fAdj != 0:
			return tAdj, 0
		}
		return s.tagUnknown(i, d, prev), 0
	}
	if d.Shape != text.Lower && i > 0 && s.flags&(text.Headline|text.TitleCase|text.AllCaps) == 0 && d.Flags&(text.SentStart|text.LineStart) == 0 && s.tok[i-1].tag != tQuote && s.tok[i-1].tag != tSemi {
		return tNoun, 0 // part of a name that was not recognised
	}
	afterDet := prev == tDet || prev == tAdj || prev == tNum || prev == tPoss || prev == tHyph
	nextNoun := s.nounAt(i+1) || afterDet && f.vform&(vPart|vIng) != 0 && s.verbalNoun(i+1)
	if f.vform&vPast != 0 && prev == tNum && i > 1 && s.tok[i-1].f.kind == kNum && (s.tok[i-2].men >= 0 || s.tok[i-2].tag == tNoun || s.tok[i-2].tag == tPron) && s.nextStrong(i) == 2 {
		switch s.doc.Tokens[s.first+i-1].Hash {
		case lastHash, firstHash:
			return tVerb, 0 // "last visited Japan"
		}
	}
	if f.vform&vIng != 0 && d.Hash == visitingHash && i > 0 && i+1 < len(s.tok) && s.officeAt(i+1) && (prev == tVerb || prev == tEd || prev == tBase || prev == tPart || prev == tPrep && besideVisitor(prep(s.tok[i-1].f.arg))) {
		return tAdj, 0 // "met with visiting Chinese President"
	}
	// Participles as adjectives: "the planned visit".
	if f.vform&(vPart|vIng) != 0 && (afterDet || prev == tPrep && f.vform&vIng == 0) && nextNoun && !(f.noun != 0 && f.vform&vIng != 0 && s.isName(i+1)) {
		return tAdj, 0
	}
	if f.vform&vPart != 0 && f.vform&vBase == 0 && nextNoun && (prev == tBase || prev == tVerb || prev == tIng || prev == tPart) {
		return tAdj, 0
	}
	switch {
	case prev == tTo || prev == tModal || prev == tDo:
		if f.vform&vBase != 0 {
			return tBase, 0
		}
	case prev == tHave && f.vform&vPart != 0:
		return tPart, 0
	case prev == tBe && f.vform&vPart != 0:
		return tPart, 0
	case prev == tBe && f.vform&vIng != 0:
		return tIng, 0
	}
	if f.noun == 0 && f.kind != kAdj && f.flags&fAdj == 0 {
		switch {
		case f.vform&vIng != 0:
			if afterDet && !nextNoun && prev != tHyph || prev == tNoun && s.tok[i-1].tag == tNoun && s.nextStrong(i) == 0 && !nextNoun {
				return tNoun, 0
			}
			return tIng, 0
		case f.vform&(vPast|vPart) == vPast|vPart:
			if prev == tHyph {
				return tAdj, 0
			}
			return tEd, 0
		case f.vform&vPart != 0 && f.vform&vPast == 0 && f.vform&vBase == 0:
			return tPart, 0
		case f.vform&vPast != 0:
			return tVerb, 0
		}
		if afterDet || prev == tPrep {
			return tNoun, 0
		}
		if !(prev == tName || prev == tNoun) || !s.alsoNoun(i) {
			return tVerb, 0
		}
	}
	// Noun or adjective as well as verb.
	open := tNoun
	if f.noun == 0 && (f.kind == kAdj || f.flags&fAdj != 0) {
		open = tAdj
	}
	switch {
	case afterDet:
		return open, 0
	case prev == tPron && f.vform&vIng == 0:
		return tVerb, 0
	case prev == tRel && f.vform&vIng == 0:
		return tVerb, 0
	case f.vform&vIng != 0:
		strong := s.nextStrong(i)
		switch prev {
		case tPrep, tComma, tStart, tSub, tCoord, tQuote:
			if strong == 2 || strong == 1 && (prev == tComma || prev == tCoord && s.ingBefore(i)) {
				return tIng, 0
			}
		case tName, tNoun:
			if strong == 2 && !s.adjectival(i-1) {
				return tIng, 0
			}
		case tVerb, tEd, tBase, tIng, tPart:
			if strong == 2 {
				return tIng, 0
			}
		}
		return open, 0
	case f.vform&(vPast|vPart) != 0 && f.vform&vBase == 0:
		return tEd, 0
	case prev == tPrep || prev == tBe || prev == tHave || prev == tVerb || prev == tEd || prev == tBase || prev == tIng || prev == tPart || prev == tNeg:
		return open, 0
	}
	if prev != tName && prev != tNoun && prev != tDate && prev != tClose && prev != tComma && prev != tThat && prev != tCoord {
		return open, 0
	}
	score := 0
	if f.flags&fVerbFirst != 0 || f.noun == 0 {
		score++
	}
	strong := s.nextStrong(i)
	score += strong
	if i+1 < len(s.tok) && s.tok[i+1].f.kind == kTo && s.tok[i+1].men < 0 && f.vform&vThird != 0 && s.infinitiveAfter(i+1) {
		score++ // "needs to show"
	}
	if prev == tCoord && f.vform&vThird != 0 && strong > 0 && s.thirdBefore(i) {
		score += 2 // "condemns … and calls on"
	}
	switch prev {
	case tName:
		if !s.adjectival(i - 1) {
			score += 2
			plural := s.pluralName(i - 1)
			if s.collective(i - 1) {
				plural = f.vform&vThird == 0 // "the military gives", "the police say"
			}
			if f.vform&vThird != 0 && plural || f.vform&(vThird|vPast) == 0 && !plural {
				score -= 2
			}
		} else {
			score--
		}
	case tNoun:
		plural := s.tok[i-1].f.flags&fPlural != 0
		if (f.vform&vThird != 0) != plural && strong == 2 {
			score++
		}
		if (f.vform&vThird != 0) == plural {
			score--
		}
	case tClose:
		score++
	}
	if strong == 0 && i+1 < len(s.tok) && prev != tName {
		score--
	}
	return open, max(score, 0)
}

// tagUnknown tags a word the lexicon does not have, by its ending.
func (s *sentence) tagUnknown(i int, d *text.Token, prev tag) tag {
	if d.Shape != text.Lower && i > 0 {
		return tNoun
	}
	w := s.doc.Source[d.Start:d.End]
	n := len(w)
	switch {
	case n > 4 && w[n-2:] == "ly":
		return tAdv
	case n > 4 && w[n-2:] == "ed" && prev != tDet && prev != tAdj && prev != tPoss && prev != tHyph:
		if prev == tPrep && s.nounAt(i+1) {
			return tAdj
		}
		if prev == tBe || prev == tHave {
			return tPart
		}
		return tEd
	case n > 4 && w[n-2:] == "ed":
		if s.nounAt(i + 1) {
			return tAdj
		}
		return tEd
	case n > 5 && w[n-3:] == "ing":
		if prev == tBe {
			return tIng
		}
		if prev == tDet || prev == tAdj || prev == tPoss || s.nextStrong(i) == 0 && prev != tComma {
			return tNoun
		}
		return tIng
	case prev == tTo || prev == tModal || prev == tDo:
		return tBase
	case n > 4 && (w[n-2:] == "al" || w[n-2:] == "ic" || w[n-3:] == "ous" || w[n-3:] == "ive" || w[n-3:] == "ful" || w[n-4:] == "less" || w[n-4:] == "able"):
		if s.nounAt(i + 1) {
			return tAdj
		}
	}
	return tNoun
}

// aboutNumber reports whether a preposition only rounds the number behind it: "around 300", "at least two".
func (s *sentence) aboutNumber(i int, p prep) bool {
	if i+1 >= len(s.tok) || s.tok[i+1].men >= 0 {
		return false
	}
	d := &s.doc.Tokens[s.first+i+1]
	number := d.Kind == text.Number || s.tok[i+1].f.kind == kNum
	switch p {
	case pAround, pAbout, pOver, pNear, pUnder, pThan:
		return number
	case pUp:
		return s.tok[i+1].f.kind == kTo && i+2 < len(s.tok) && s.doc.Tokens[s.first+i+2].Kind != text.Word
	case pAt:
		return d.Hash == leastHash || d.Hash == mostHash
	}
	return false
}

// nounAt reports whether token i begins or continues a noun group.
func (s *sentence) nounAt(i int) bool {
	if i >= len(s.tok) {
		return false
	}
	t := &s.tok[i]
	if t.men >= 0 {
		return t.tag != tDate
	}
	d := &s.doc.Tokens[s.first+i]
	if d.Kind != text.Word {
		return false
	}
	if t.f.kind == kAdj || t.f.noun != 0 {
		return true
	}
	if t.f == &noForm {
		n := d.Len()
		return !(n > 4 && s.doc.Source[d.End-2:d.End] == "ly")
	}
	return false
}

func (s *sentence) isName(i int) bool {
	return i < len(s.tok) && s.tok[i].men >= 0 && s.tok[i].tag == tName
}

// adjectival reports whether the mention at token i is a bare nationality: more often a modifier than a subject.
func (s *sentence) adjectival(i int) bool {
	if i < 0 || s.tok[i].men < 0 {
		return false
	}
	m := s.mention(s.tok[i].men)
	return m.Type == gazetteers.Nationality && m.Surface != gazetteers.DemonymSurface || m.Type == gazetteers.Location
}

// collective reports whether the mention at token i takes verbs in either number.
func (s *sentence) collective(i int) bool {
	if s.tok[i].men < 0 {
		return false
	}
	t := s.mention(s.tok[i].men).Type
	return t == gazetteers.Group || t == gazetteers.Organization
}

func (s *sentence) pluralName(i int) bool {
	if i < 0 || s.tok[i].men < 0 {
		return false
	}
	if i >= 2 && s.tok[i-1].tag == tCoord || i >= 3 && s.before(int(s.men[s.tok[i].men].a)) == tCoord {
		return true
	}
	m := s.mention(s.tok[i].men)
	if m.Type == gazetteers.Nationality {
		return true
	}
	if m.Plural {
		return true
	}
	// "US, China push": a list of names without a conjunction.
	a := int(s.men[s.tok[i].men].a)
	return a >= 2 && s.tok[a-1].tag == tComma && s.tok[a-2].tag == tName
}

// infinitiveAfter reports whether the "to" at i stands before a verb.
func (s *sentence) infinitiveAfter(i int) bool {
	for j := i + 1; j < len(s.tok) && j < i+4; j++ {
		t := &s.tok[j]
		if t.men >= 0 {
			return false
		}
		if t.f.vform&vBase != 0 || t.f.kind == kBe && t.f.arg == 0 || t.f.kind == kHave && t.f.arg == 0 || t.f.kind == kDo && t.f.arg == 0 {
			return true
		}
		if t.f.kind == kAdv || t.f.kind == kNeg {
			continue
		}
		d := &s.doc.Tokens[s.first+j]
		n := d.Len()
		if t.f == &noForm && n > 4 && s.doc.Source[d.End-2:d.End] == "ly" {
			continue
		}
		return t.f == &noForm && d.Shape == text.Lower && s.unknownVerb(j)
	}
	return false
}

// ingBefore reports whether a gerund stands shortly before the conjunction in front of i: "after touring Rome and meeting with".
func (s *sentence) ingBefore(i int) bool {
	for j := i - 2; j >= 0 && j > i-12; j-- {
		switch s.tok[j].tag {
		case tIng:
			return true
		case tComma, tVerb, tSemi:
			return false
		}
	}
	return false
}

// thirdBefore reports whether a finite verb in the third person stands in front of i.
func (s *sentence) thirdBefore(i int) bool {
	for j := range i {
		if t := &s.tok[j]; t.tag == tVerb && t.f.vform&vThird != 0 {
			return true
		}
	}
	return false
}

// verbalNoun reports whether token i is a verb's base form that is a noun as well: "a long-running dispute".
func (s *sentence) verbalNoun(i int) bool {
	return i < len(s.tok) && s.tok[i].men < 0 && s.tok[i].f.kind == kNone && s.tok[i].f.vform&vBase != 0 && s.doc.Tokens[s.first+i].Shape == text.Lower && s.alsoNoun(i)
}

// alsoNoun reports whether the gazetteers know a verb of the rules as a noun too.
func (s *sentence) alsoNoun(i int) bool {
	if s.set == nil {
		return false
	}
	info := s.set.Info(s.set.Word(s.doc.Tokens[s.first+i].Hash))
	return info != nil && info.POS&gazetteers.Noun != 0
}

// unknownVerb reports whether a word that the rules do not know is a verb by the gazetteers' parts of speech.
func (s *sentence) unknownVerb(i int) bool {
	if s.set == nil {
		return s.nextStrong(i) == 2
	}
	info := s.set.Info(s.set.Word(s.doc.Tokens[s.first+i].Hash))
	if info == nil || info.POS&gazetteers.Verb == 0 {
		return false
	}
	return info.POS&gazetteers.Noun == 0 || s.nextStrong(i) == 2
}

var visitingHash = text.Hash("visiting")

// besideVisitor reports whether a preposition before "visiting" belongs to the visitor.
func besideVisitor(p prep) bool {
	switch p {
	case pWith, pBy, pBetween, pTo, pFrom, pOf:
		return true
	}
	return false
}

// officeAt reports whether an office, with or without its country, stands at token i.
func (s *sentence) officeAt(i int) bool {
	for n := 0; i < len(s.tok) && n < 2 && s.tok[i].men >= 0; n++ {
		switch s.mention(s.tok[i].men).Type {
		case gazetteers.Role:
			return true
		case gazetteers.Nationality, gazetteers.Country, gazetteers.Organization:
			i = int(s.men[s.tok[i].men].b)
		default:
			return false
		}
	}
	return false
}
