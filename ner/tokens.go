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
	bitTitleEnd                    // last word of a title or office
	bitFree                        // capitals say little in its sentence
	bitDate                        // part of a date
	bitStart                       // first word of its sentence, or after a colon or an opening quote
)

// tok is what recognition knows of one token.
type tok struct {
	hash    uint64
	classes gazetteers.Class // of the name grammar's classes
	bits    uint16
	ctx     uint8 // category as a neighbour
	kind    uint8 // category inside a name
	fw      uint8
	mark    byte
	common  uint8
	given   uint8
	surname uint8
	alone   bool   // is a gazetteer name by itself
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

// lexeme is what is known of a word whatever its letter case and place, kept in
// Scratch so that a word is looked up once and not at each appearance.
type lexeme struct {
	hash             uint64 // 0: empty
	classes          gazetteers.Class
	wid              gazetteers.WordID
	givenSurname     uint8 // two levels of 0 to 15
	common           uint8
	fw, fctx         uint8 // function word
	lowerCtx, capCtx uint8
	nameKind         uint8
	alone, capital   bool   // is a gazetteer name; all names it begins want a capital
	next             uint64 // which words may follow it in one, see gazetteers.Set.Begins
}

// lexemes is the size of the direct-mapped cache of lexemes: of two words with the
// same slot the later one stays.
const lexemes = 1 << 15

// aheadTokens is how many tokens are looked up at once.
const aheadTokens = 512

// lexeme looks a word up.
func (r *Recognizer) lexeme(sc *Scratch, h uint64) *lexeme {
	e := &sc.lexemes[h>>20&(lexemes-1)]
	if e.hash == h {
		return e
	}
	r.look(e, h)
	return e
}

// lookAhead looks up the words of the tokens that are not known yet, all of them together.
func (r *Recognizer) lookAhead(sc *Scratch, toks []text.Token) {
	var unknown [64]uint64
	n := 0
	for i := range toks {
		h := toks[i].Hash
		unknown[n] = h
		if sc.lexemes[h>>20&(lexemes-1)].hash != h {
			n++
		}
		if n == len(unknown) || i == len(toks)-1 {
			sc.warm += r.set.Warm(unknown[:n])
			for _, h := range unknown[:n] {
				r.lexeme(sc, h)
			}
			n = 0
		}
	}
}

func (r *Recognizer) look(e *lexeme, h uint64) {
	lx := r.lx
	*e = lexeme{hash: h, wid: r.set.Word(h)}
	var info gazetteers.WordInfo
	if e.wid != 0 {
		info = *r.set.Info(e.wid)
		e.next, e.alone, e.capital = r.set.Begins(e.wid)
		e.classes = info.Classes & lx.name
		e.common, e.givenSurname = info.Common, info.Given<<4|info.Surname&15
	}
	f := lx.function(h)
	e.fw, e.fctx = f.id, f.ctx
	e.lowerCtx = lx.lowerCtx(e.classes, &info)
	e.nameKind = kindName0 + (level[info.Given&15]*4+level[info.Surname&15])*4 + commonLevel[e.common&15]
	switch c := e.classes; {
	case c&lx.month != 0:
		e.capCtx = ctxMonth
	case c&lx.weekday != 0:
		e.capCtx = ctxWeekday
	case c&lx.personTitle != 0:
		e.capCtx = ctxTitle
	case c&(lx.orgHead|lx.orgHeadForeign|lx.orgSuffix) != 0:
		e.capCtx = ctxCapOrgHead
	case e.common != 0 && e.common <= 4:
		e.capCtx = ctxCapCommon
	case info.Given > 4 && info.Given >= info.Surname:
		e.capCtx = ctxCapGiven
	case info.Surname > 4:
		e.capCtx = ctxCapSurname
	case e.common != 0:
		e.capCtx = ctxCapCommon
	default:
		e.capCtx = ctxCapUnknown
	}
}

// readTokens fills sc.toks for the tokens of the window.
func (r *Recognizer) readTokens(doc *text.Document, sc *Scratch, w window) {
	n := int(w.toks.Len())
	if cap(sc.toks) < n+1 {
		sc.toks = make([]tok, n+n/4+64)
		sc.words = make([]gazetteers.WordID, n+n/4+64)
		sc.nexts = make([]uint64, n+n/4+64)
	}
	sc.toks, sc.words, sc.nexts = sc.toks[:n], sc.words[:n], sc.nexts[:n]
	clear(sc.toks)
	toks, words := doc.Tokens[w.toks.First:w.toks.Last], sc.words
	nexts := sc.nexts
	ahead := 0
	for si := w.sents.First; si < w.sents.Last; si++ {
		sent := &doc.Sents[si]
		for ahead < n && ahead < int(sent.Toks.Last-w.toks.First) {
			r.lookAhead(sc, toks[ahead:min(ahead+aheadTokens, n)])
			ahead += aheadTokens
		}
		allCaps := sent.Flags&text.AllCaps != 0
		bits := bitWord
		if sent.Flags&(text.TitleCase|text.AllCaps) != 0 {
			bits |= bitFree
		}
		start := true
		for i := sent.Toks.First - w.toks.First; i < sent.Toks.Last-w.toks.First; i++ {
			t, k := &toks[i], &sc.toks[i]
			k.hash, k.stat, k.mark = t.Hash, -1, t.Mark
			if t.Kind == text.Word {
				e := r.lexeme(sc, t.Hash)
				words[i] = e.wid
				nexts[i] = e.next
				if e.capital && t.Shape == text.Lower {
					nexts[i] = 0
				}
				k.bits = bits
				if start {
					k.bits |= bitStart
				}
				r.readWord(t, k, e, allCaps)
				start = false
				continue
			}
			e := r.lexeme(sc, t.Hash)
			words[i] = e.wid
			nexts[i], k.alone = e.next, e.alone
			k.kind = kindMark
			switch t.Kind {
			case text.Number:
				k.bits = bitNumber
				k.kind, k.ctx = kindNumber, ctxNumber
				if s := doc.Source[t.Start:t.End]; len(s) == 4 && (s[0] == '1' || s[0] == '2' && s[1] == '0') {
					k.bits |= bitYear
					k.ctx = ctxYear
				}
				start = false
			case text.Possessive:
				k.kind, k.ctx = kindPossessive, ctxPossessive
			case text.Clitic:
				k.ctx = ctxClitic
			case text.Link:
				k.ctx = ctxLink
			default:
				k.ctx = markCtx[t.Mark&127]
				switch t.Mark {
				case '-':
					k.kind = kindHyphen
				case '\'':
					k.kind = kindQuote
				case '"':
					k.kind = kindQuote
					start = start || !t.Has(text.Quoted) || t.Has(text.SpaceBefore)
				case ':', '*', '~':
					start = true
				}
			}
		}
	}
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
func (r *Recognizer) readWord(t *text.Token, k *tok, e *lexeme, allCaps bool) {
	k.classes, k.common, k.given, k.surname, k.alone = e.classes, e.common, e.givenSurname>>4, e.givenSurname&15, e.alone && (!e.capital || t.Shape != text.Lower)
	if t.Shape == text.Lower {
		k.bits |= bitLower
		if e.fw != fwNone {
			k.fw, k.ctx, k.kind = e.fw, e.fctx, kindFunction
			k.bits |= bitFunction
			return
		}
		k.ctx, k.kind = e.lowerCtx, kindLower
		return
	}
	capital := t.Shape != text.NoCase
	start := k.bits&bitStart != 0
	// "US", "WHO" and "IT" are no function words, nor is "Will" within a sentence.
	if e.fw != fwNone && (allCaps || (start || k.bits&bitFree != 0) && t.Shape == text.Title) {
		k.fw, k.ctx, k.kind = e.fw, e.fctx, kindFunction
		k.bits |= bitFunction
		if !start {
			k.bits |= bitLower
			return
		}
		k.bits |= bitCap
		k.kind = e.nameKind
		return
	}
	if !capital {
		k.ctx, k.kind = e.lowerCtx, kindLower
		return
	}
	k.bits |= bitCap
	k.kind, k.ctx = e.nameKind, e.capCtx
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
		if k.ctx >= ctxCapGiven || k.ctx == ctxCapCommon {
			k.ctx = ctxCapAcronym
		}
	case t.Shape == text.Mixed:
		k.kind = kindMixed
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
