package gazetteers

import (
	"unicode"

	"attache/text"
)

// Letter-case demands on a token, 4 bits each in a surface's pattern.
const (
	caseAny     = iota
	caseCapital // not small
	caseUpper   // in capitals
	caseLower   // the rest is for ExactCase
	caseTitle
	caseMixed
)

// casePattern returns what the case of a token of a name demands of a text.
func (c *compiler) casePattern(t *text.Token, w uint32, how Case) uint8 {
	switch how {
	case FoldCase:
		return caseAny
	case ExactCase:
		return [...]uint8{text.NoCase: caseAny, text.Lower: caseLower, text.Title: caseTitle, text.Upper: caseUpper, text.Mixed: caseMixed}[t.Shape]
	}
	switch t.Shape {
	case text.Title, text.Mixed:
		return caseCapital
	case text.Upper:
		// "WHO" is not "Who", but papers write "Nato": an acronym that can be
		// said as a word and is none may be in title case.
		letters := 0
		for _, r := range c.doc.Text(t.Span) {
			if unicode.IsLetter(r) {
				letters++
			}
		}
		in := c.info(w)
		if letters > 6 || letters > 3 && in.Common == 0 && in.Given == 0 && in.Surname == 0 {
			return caseCapital
		}
		return caseUpper
	}
	return caseAny
}

// caseFits reports whether the case of toks is what pattern demands. relaxed
// is for text whose capitals say little: there any capital will do.
func caseFits(pattern uint64, toks []text.Token, relaxed bool) bool {
	for i := 0; pattern != 0 && i < len(toks); i++ {
		shape := toks[i].Shape
		switch pattern & 15 {
		case caseCapital:
			if shape == text.Lower {
				return false
			}
		case caseUpper:
			if shape != text.Upper && (!relaxed || shape == text.Lower) {
				return false
			}
		case caseLower:
			if shape != text.Lower && !relaxed {
				return false
			}
		case caseTitle:
			if shape != text.Title && (!relaxed || shape == text.Lower) {
				return false
			}
		case caseMixed:
			if shape != text.Mixed && (!relaxed || shape == text.Lower) {
				return false
			}
		}
		pattern >>= 4
	}
	return true
}
