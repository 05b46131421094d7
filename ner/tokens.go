package ner

import (
	"attache/gazetteers"
	"attache/text"
)

// Bits of a token as the name grammar sees it.
const (
	bitCap      uint16 = 1 << iota // begins with a capital that means something
	bitWord                        // a word or a link, not a mark
	bitLower                       // a lower-case word
	bitUpper                       // all capitals in a sentence that is not
	bitNumber                      // a number
	bitYear                        // a number of four digits between 1000 and 2100
	bitFunction                    // a function word
	bitInitial                     // a lone capital, perhaps with a dot
	bitConnect                     // may stand inside a name
	bitTitleEnd                    // last word of a title or office
	bitFree                        // capitals say little in its sentence
	bitStart                       // first word of its sentence, or after a colon or an opening quote
)

// tok is what recognition knows of one token.
type tok struct {
	hash    uint64
	classes gazetteers.Class // of the name grammar's classes
	wid     gazetteers.WordID
	bits    uint16
	ctx     uint8 // category as a neighbour
	kind    uint8 // category inside a name
	fw      uint8
	mark    byte
	common  uint8
	given   uint8
	surname uint8
	lanes   uint8  // lanes of the gazetteer matches of one token that it has
	stat    int32  // index into the word statistics of the document, −1 if none
	contrib uint16 // what this appearance adds to the statistics
}

// Categories of a token inside a name.
const (
	kindFunction = iota
	kindLower
	kindNumber
	kindHyphen
	kindPossessive
	kindQuote
	kindMark
	kindInitial
	kindUpper2
	kindUpper3
	kindUpper4
	kindUpper5
	kindMixed
	kindName0 // given name level × surname level × common level
	nKinds    = kindName0 + 4*4*4
)

var kindNames = [kindName0]string{"function", "lower", "number", "hyphen", "possessive", "quote", "mark", "initial", "upper2", "upper3", "upper4", "upper5", "mixed"}

// level maps a frequency of 0 to 15 to four levels.
var level = [16]uint8{0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3}

// commonLevel maps the levels of common words to four: not common, rare, ordinary, very ordinary.
var commonLevel = [16]uint8{0, 3, 3, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}

// readTokens fills sc.toks for the tokens of the window.
func (r *Recognizer) readTokens(doc *text.Document, sc *Scratch, w window) {
	n := int(w.toks.Len())
	if cap(sc.toks) < n+1 {
		sc.toks = make([]tok, n+n/4+64)
		sc.words = make([]gazetteers.WordID, n+n/4+64)
	}
	sc.toks, sc.words = sc.toks[:n], sc.words[:n]
	lx := r.lx
	for si := w.sents.First; si < w.sents.Last; si++ {
		sent := &doc.Sents[si]
		free := sent.Flags&(text.TitleCase|text.AllCaps) != 0
		allCaps := sent.Flags&text.AllCaps != 0
		start := true
		for ti := sent.Toks.First; ti < sent.Toks.Last; ti++ {
			t := &doc.Tokens[ti]
			k := &sc.toks[ti-w.toks.First]
			*k = tok{hash: t.Hash, stat: -1, mark: t.Mark}
			sc.words[ti-w.toks.First] = 0
			switch t.Kind {
			case text.Word:
				r.readWord(t, k, free, allCaps, start)
				sc.words[ti-w.toks.First] = k.wid
				start = false
			case text.Number:
				k.wid = r.set.Word(t.Hash)
				sc.words[ti-w.toks.First] = k.wid
				k.bits = bitNumber
				k.kind, k.ctx = kindNumber, ctxNumber
				if s := doc.Source[t.Start:t.End]; len(s) == 4 && (s[0] == '1' || s[0] == '2' && s[1] == '0') {
					k.bits |= bitYear
					k.ctx = ctxYear
				}
				start = false
			case text.Possessive:
				k.kind, k.ctx, k.bits = kindPossessive, ctxPossessive, bitConnect
				k.wid = r.set.Word(t.Hash)
				sc.words[ti-w.toks.First] = k.wid
			case text.Clitic:
				k.kind, k.ctx = kindMark, ctxClitic
			case text.Link:
				k.kind, k.ctx = kindMark, ctxLink
			default:
				k.kind = kindMark
				k.wid = r.set.Word(t.Hash)
				sc.words[ti-w.toks.First] = k.wid
				k.ctx = markCtx[t.Mark&127]
				switch t.Mark {
				case '-':
					k.kind = kindHyphen
					k.bits = bitConnect
				case '&', '/', '.':
					k.bits = bitConnect
				case '\'':
					k.kind = kindQuote
					k.bits = bitConnect
				case '"':
					k.kind = kindQuote
					start = start || !t.Has(text.Quoted) || t.Has(text.SpaceBefore)
				case ':', '*', '~':
					start = true
				}
			}
		}
	}
	_ = lx
}

var markCtx = func() (m [128]uint8) {
	for i := range m {
		m[i] = ctxOtherMark
	}
	for c, v := range map[byte]uint8{',': ctxComma, '.': ctxStop, '?': ctxStop, '!': ctxStop, ':': ctxColon, ';': ctxSemicolon, '"': ctxQuote,
		'\'': ctxApostrophe, '(': ctxOpen, '[': ctxOpen, ')': ctxClose, ']': ctxClose, '-': ctxHyphen, '~': ctxDash, '/': ctxSlash, '&': ctxAmp} {
		m[c] = v
	}
	return m
}()

// readWord classifies one word.
func (r *Recognizer) readWord(t *text.Token, k *tok, free, allCaps, start bool) {
	lx := r.lx
	k.wid = r.set.Word(t.Hash)
	k.bits = bitWord
	if start {
		k.bits |= bitStart
	}
	if free {
		k.bits |= bitFree
	}
	var info gazetteers.WordInfo
	if k.wid != 0 {
		info = *r.set.Info(k.wid)
		k.classes = info.Classes & lx.name
		k.common, k.given, k.surname = info.Common, info.Given, info.Surname
	}
	f := lx.function(t.Hash)
	capital := t.Shape == text.Title || t.Shape == text.Upper || t.Shape == text.Mixed
	// "US", "WHO" and "IT" are no function words, nor is "Will" within a sentence.
	if f.id != fwNone && (t.Shape == text.Lower || allCaps || (start || free) && t.Shape == text.Title) {
		k.fw, k.ctx, k.kind = f.id, f.ctx, kindFunction
		k.bits |= bitFunction
		if !capital || !start {
			if t.Shape == text.Lower || allCaps || free {
				k.bits |= bitLower
			}
			if f.id == fwOf || f.id == fwAnd || f.id == fwFor || f.id == fwThe || f.id == fwIn {
				k.bits |= bitConnect
			}
			return
		}
		k.bits |= bitCap
	}
	if !capital {
		if t.Shape == text.Lower {
			k.bits |= bitLower
			if k.classes&lx.nameParticle != 0 {
				k.bits |= bitConnect
			}
		}
		if f.id == fwNone || k.ctx == 0 {
			k.ctx = lx.lowerCtx(k.classes, &info)
		}
		k.kind = kindLower
		return
	}
	k.bits |= bitCap
	n := t.Len()
	switch {
	case n == 1 || n == 2 && t.Has(text.Dotted) && t.Shape != text.Upper:
		k.bits |= bitInitial
		k.kind = kindInitial
	case t.Shape == text.Upper && !allCaps:
		k.bits |= bitUpper
		if t.Has(text.Dotted) {
			n /= 2
		}
		k.kind = uint8(kindUpper2 + min(max(n-2, 0), 3))
	case t.Shape == text.Mixed:
		k.kind = kindMixed
	}
	if k.kind == 0 || k.bits&bitFunction != 0 {
		k.kind = kindName0 + (level[k.given&15]*4+level[k.surname&15])*4 + commonLevel[k.common&15]
	}
	if k.bits&bitFunction != 0 {
		return
	}
	switch {
	case k.classes&lx.month != 0:
		k.ctx = ctxMonth
	case k.classes&lx.weekday != 0:
		k.ctx = ctxWeekday
	case k.classes&lx.personTitle != 0:
		k.ctx = ctxTitle
	case k.classes&(lx.orgHead|lx.orgHeadForeign|lx.orgSuffix) != 0:
		k.ctx = ctxCapOrgHead
	case k.bits&bitUpper != 0:
		k.ctx = ctxCapAcronym
	case k.common != 0 && k.common <= 4:
		k.ctx = ctxCapCommon
	case k.given > 4 && k.given >= k.surname:
		k.ctx = ctxCapGiven
	case k.surname > 4:
		k.ctx = ctxCapSurname
	case k.common != 0:
		k.ctx = ctxCapCommon
	default:
		k.ctx = ctxCapUnknown
	}
}

// lowerCtx is the category of a lower-case word as a neighbour.
func (lx *lexicon) lowerCtx(c gazetteers.Class, info *gazetteers.WordInfo) uint8 {
	switch {
	case c == 0:
	case c&lx.sayVerb != 0:
		return ctxSay
	case c&lx.personVerb != 0:
		return ctxPersonVerb
	case c&lx.personTitle != 0:
		return ctxTitle
	case c&lx.personNoun != 0:
		return ctxPersonNoun
	case c&lx.placeNoun != 0:
		return ctxPlaceNoun
	case c&lx.orgNoun != 0:
		return ctxOrgNoun
	case c&lx.governmentVerb != 0:
		return ctxGovernmentVerb
	case c&lx.nationNoun != 0:
		return ctxNationNoun
	case c&lx.eventHead != 0:
		return ctxEventNoun
	case c&lx.sportWord != 0:
		return ctxSport
	}
	switch p := info.POS; {
	case info.Common == 0 && p == 0:
		return ctxLowUnknown
	case p&gazetteers.Noun != 0 && p&gazetteers.Verb == 0:
		return ctxLowNoun
	case p&gazetteers.Verb != 0 && p&gazetteers.Noun == 0:
		return ctxLowVerb
	case p&gazetteers.Adverb != 0 && p&gazetteers.Noun == 0:
		return ctxLowAdverb
	case p&gazetteers.Adjective != 0 && p&gazetteers.Noun == 0:
		return ctxLowAdjective
	case p&gazetteers.Noun != 0:
		return ctxLowNoun
	}
	return ctxLowUnknown
}
