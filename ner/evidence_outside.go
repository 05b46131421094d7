package ner

import (
	"math/bits"

	"attache/text"
)

// outsideEvidence looks at the neighbours of a candidate.
func (r *Recognizer) outsideEvidence(sc *Scratch, c *cand, first, last int32) {
	lx := r.lx
	f := sc.feats
	one := c.last-c.first == 1
	prev, next, prev2, next2 := &noTok, &noTok, &noTok, &noTok
	if c.first > first {
		prev = &sc.toks[c.first-1]
		if c.first-1 > first {
			prev2 = &sc.toks[c.first-2]
		}
	}
	if c.last < last {
		next = &sc.toks[c.last]
		if c.last+1 < last {
			next2 = &sc.toks[c.last+1]
		}
	}
	if one {
		f = append(f, fPrev1+feature(prev.ctx), fNext1+feature(next.ctx))
	} else {
		f = append(f, fPrevN+feature(prev.ctx), fNextN+feature(next.ctx))
	}
	f = append(f, fPrev2+feature(prev2.ctx), fNext2+feature(next2.ctx))
	prevCap := prev.bits&bitCap != 0
	nextCap := next.bits&bitCap != 0
	if prev.bits&bitTitleEnd != 0 && prev.bits&bitFunction == 0 || prev.classes&lx.honorific != 0 && prevCap {
		f = append(f, fTitleBefore)
	}
	if prevCap {
		f = append(f, fPrevCap)
		if prev.bits&(bitTitleEnd|bitFunction) == 0 && prev.ctx != ctxWeekday && prev.ctx != ctxMonth && uint16(prev.lanes)&(1<<laneNationality|1<<laneCountry) == 0 {
			f = append(f, fPrevCapName)
		}
	}
	if next.bits&bitLower != 0 {
		for m := sc.matchAt[c.last]; m < sc.matchAt[c.last+1]; m++ {
			if sc.matches[m].lanes&(1<<laneRole|matchGroup) != 0 {
				f = append(f, fRoleAfter)
				break
			}
		}
	}
	if r.site(next) {
		f = append(f, fSiteAfter)
	}
	if nextCap {
		f = append(f, fNextCap)
		if next.bits&(bitTitleEnd|bitFunction) == 0 && next.ctx != ctxWeekday && next.ctx != ctxMonth {
			f = append(f, fNextCapName)
		}
	}
	switch prev.fw {
	case fwThe:
		f = append(f, fTheBefore)
	case fwOf:
		if prev2.bits&bitCap != 0 && prev2.bits&bitFunction == 0 {
			f = append(f, fOfCapBefore)
		}
	case fwAnd:
		if prev2.bits&bitCap != 0 && prev2.bits&bitFunction == 0 {
			f = append(f, fAndCapBefore, fListBefore)
		}
	case fwBetween:
		f = append(f, fBetween)
	default:
		if prev2.fw == fwThe && (prev.bits&bitLower != 0 || uint16(prev.lanes)&(1<<laneNationality) != 0) {
			f = append(f, fTheBefore)
		}
	}
	switch next.fw {
	case fwOf:
		if next2.bits&bitCap != 0 || next2.fw == fwThe {
			f = append(f, fOfCapAfter)
		}
	case fwAnd:
		if next2.bits&bitCap != 0 {
			f = append(f, fAndCapAfter, fListAfter)
		}
	}
	if uint16(prev.lanes)&(1<<laneNationality) != 0 && prevCap {
		f = append(f, fDemonymBefore)
	}
	switch next.mark {
	case ',':
		switch {
		case next2.bits&bitNumber != 0 && c.last+2 < last && sc.toks[c.last+2].mark == ',' && next2.bits&bitYear == 0:
			f = append(f, fAgeAfter)
		case next2.ctx == ctxRole || next2.ctx == ctxTitle || next2.ctx == ctxPersonNoun ||
			next2.fw != 0 && c.last+2 < last && (sc.toks[c.last+2].ctx == ctxPersonNoun || sc.toks[c.last+2].ctx == ctxRole):
			f = append(f, fCommaRole)
		case next2.bits&bitCap != 0 && uint16(next2.lanes)&(1<<laneCountry|1<<laneLocation) != 0:
			f = append(f, fCommaPlace)
		case next2.ctx == r.ctxWho:
			f = append(f, fCommaWho)
		}
		if next2.bits&bitCap != 0 {
			f = append(f, fListAfter)
			if next2.bits&bitFunction == 0 {
				f = listLanes(f, next2, &sc.cover[c.last+1])
			}
		}
	case '(':
		if next2.bits&bitCap != 0 && c.last+2 < last && sc.toks[c.last+2].mark == ')' {
			f = append(f, fHasBracketAcronym)
			if r.initials(sc, c.first, c.last, next2) {
				f = append(f, fBracketAcronym)
			}
		}
	case '-':
		if next2.bits&(bitCap|bitNumber) != 0 {
			f = append(f, fHyphenFirstPart)
		} else if next2.bits&bitLower == 0 || next2.classes&lx.hyphenTail != 0 {
			f = append(f, fHyphenLower)
		} else {
			f = append(f, fHyphenName)
			if sc.syllables(c.last - 1) {
				f = append(f, fSyllablesCut)
			}
		}
	}
	if next.mark == ':' && prev == &noTok && sc.spans[c.first].Has(text.LineStart) && sc.toks[c.last-1].bits&bitUpper != 0 {
		f = append(f, fSpeaker)
	}
	switch prev.mark {
	case ',':
		if prev2.bits&bitCap != 0 {
			f = append(f, fListBefore)
			if prev2.bits&bitFunction == 0 {
				f = listLanes(f, prev2, &sc.cover[c.first-2])
			}
			if uint16(prev2.lanes)&(1<<laneLocation) != 0 {
				f = append(f, fPlaceComma)
			}
		}
	case '(':
		if next.mark == ')' {
			f = append(f, fBrackets)
		}
	case '-':
		if prev2.bits&bitCap != 0 {
			f = append(f, fHyphenLastPart)
		}
	case '"', '\'':
		if next.mark == prev.mark {
			f = append(f, fQuoted)
		}
	}
	if prev.fw == fwAnd && prev2.bits&bitCap != 0 {
		f = listLanes(f, prev2, &sc.cover[c.first-2])
	}
	if next.fw == fwAnd && next2.bits&bitCap != 0 {
		f = listLanes(f, next2, &sc.cover[c.last+1])
	}
	sc.feats = f
}

var noTok tok

// listLanes adds what a neighbour in a list is to the gazetteers.
func listLanes(f []feature, t *tok, c *cover) []feature {
	m := uint16(t.lanes) | c.lanes
	m &= matchLanes
	if bits.OnesCount16(m) == 1 {
		f = append(f, fListLane+feature(bits.TrailingZeros16(m)))
	}
	return f
}

// initials reports whether the capitals of tokens [a, b) spell the word t.
func (r *Recognizer) initials(sc *Scratch, a, b int32, t *tok) bool {
	if t.bits&bitUpper == 0 || b-a < 2 {
		return false
	}
	return sc.initialsHash(a, b, false) == t.hash || sc.initialsHash(a, b, true) == t.hash
}
