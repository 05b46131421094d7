package ner

import (
	"math/bits"

	"attache/gazetteers"
)

// insideEvidence looks at the words of a candidate.
func (r *Recognizer) insideEvidence(sc *Scratch, c *cand) {
	lx := r.lx
	f := sc.feats
	toks := sc.toks[c.first:c.last]
	n := len(toks)
	f = append(f, fLen1+feature(min(n, 6)-1))
	a, z := &toks[0], &toks[n-1]
	if n == 1 {
		kind := a.kind
		if c.flags&candTrusted != 0 && kind >= kindName0 {
			kind -= (kind - kindName0) % 4 // an ordinary word or not, the gazetteers vouch for it
		}
		f = append(f, fOnlyKind+feature(kind))
		f = r.classFeatures(f, fOnlyClass, a)
	} else {
		f = append(f, fFirstKind+feature(a.kind))
		f = r.classFeatures(f, fFirstClass, a)
		if z.bits&bitLower == 0 || toks[n-2].mark != '-' && c.match < 0 { // "moon" in "Ki-moon" says nothing as a word
			f = append(f, fLastKind+feature(z.kind), fPair+feature(r.coarse(a)*nCoarse+r.coarse(z)))
			f = r.classFeatures(f, fLastClass, z)
		}
	}
	if a.bits&bitLower != 0 && c.match < 0 {
		f = append(f, fLower)
	}
	if z.bits&bitLower != 0 && n > 1 && c.match < 0 {
		if toks[n-2].mark == '-' {
			f = append(f, fHyphenLowerEnd)
			switch {
			case !sc.syllables(c.last - 3):
			case n == 3 && sc.surnameBefore(c.first):
				f = append(f, fSyllablesCut) // "Min-soo" without its "Park"
			default:
				f = append(f, fSyllables)
			}
		} else {
			f = append(f, fLowerEnd)
			if r.site(z) {
				f = append(f, fSiteLast)
			}
		}
	}
	dated := 0
	allCommon, someCommon, noName, allUpper := true, false, true, true
	var inner, org int
	var heads gazetteers.Class
	var seen uint32
	for i := range toks {
		t := &toks[i]
		if t.bits&bitDate != 0 {
			dated++
		}
		if t.bits&bitWord != 0 {
			if t.common == 0 {
				allCommon = false
			} else if t.common <= 4 && t.bits&bitFunction == 0 && (t.classes&lx.nameParticle == 0 || i == 0 || i == n-1) {
				someCommon = true // but the "Van" of "Nguyen Van Thanh" is a part of names
			}
			if t.given|t.surname != 0 {
				noName = false
			}
			if t.bits&bitUpper == 0 {
				allUpper = false
			}
		}
		if t.classes&(lx.orgHead|lx.orgAdjective|lx.orgHeadForeign) != 0 && t.bits&bitCap != 0 {
			org++
		}
		heads |= t.classes & (lx.orgHead | lx.orgHeadForeign | lx.eventHead | lx.workHead | lx.facilityHead | lx.placeHead)
		if i == 0 {
			continue
		}
		var g feature
		switch {
		case t.fw == fwOf:
			g = fOfInside
			if i >= n-3 && c.match < 0 && uint16(z.lanes)&(1<<laneCountry|1<<laneLocation) != 0 && heads == 0 {
				f = append(f, fOfNation)
			}
			if toks[i-1].classes&(lx.orgHead|lx.orgHeadForeign) != 0 {
				f = append(f, fHeadOf)
			} else if toks[i-1].classes&(lx.placeHead|lx.facilityHead) != 0 {
				f = append(f, fPlaceHeadOf)
			}
		case t.fw == fwAnd:
			g = fAndInside
			if c.match < 0 && sc.splits(c, c.first+int32(i)) {
				f = append(f, fAndSplit)
			}
		case t.fw == fwFor:
			g = fForInside
		case t.fw == fwThe:
			g = fTheInside
		case t.fw == fwIn:
			g = fInInside
		case t.mark != 0:
			switch t.mark {
			case '&':
				g = fAmpInside
			case '/':
				g = fSlashInside
			case '-':
				if i != n-2 || z.bits&bitLower == 0 {
					g = fHyphenInside
				}
			case '\'', '"':
				g = fQuoteInside
			case '.':
				g = fDotInside
			}
		case t.kind == kindPossessive:
			g = fPossessiveInside
		case i == n-1:
		case t.bits&bitInitial != 0:
			g = fInitialInside
		case t.bits&bitNumber != 0:
			g = fNumberInside
		case t.bits&bitLower != 0 && t.classes&lx.nameParticle != 0:
			g = fParticleInside
		default:
			if inner < 2 {
				f = r.classFeatures(f, fInnerClass, t)
				inner++
			}
		}
		if g != 0 && seen&(1<<(g-fInitialInside)) == 0 {
			seen |= 1 << (g - fInitialInside)
			f = append(f, g)
		}
	}
	if dated == n {
		f = append(f, fDated)
	} else if dated > 0 && c.match < 0 {
		f = append(f, fDatedPart)
	}
	if allCommon && c.flags&candTrusted == 0 {
		f = append(f, fAllCommon)
	}
	if someCommon && c.flags&candTrusted == 0 {
		f = append(f, fSomeCommon)
	}
	if noName {
		f = append(f, fNoName)
	}
	if allUpper && n > 1 {
		f = append(f, fAllUpper)
	}
	if org >= 2 {
		f = append(f, fOrgWords)
	}
	if n > 1 {
		if z.bits&(bitCap|bitFree) == bitCap {
			if z.classes&lx.orgHead != 0 {
				f = append(f, fCapHead)
			} else if z.classes&lx.placeHead != 0 {
				f = append(f, fCapPlace)
			}
		}
		given, surname := a.given >= 4, z.surname >= 3
		if given {
			f = append(f, fGivenFirst)
		}
		if surname {
			f = append(f, fSurnameLast)
		}
		if given && surname {
			f = append(f, fGivenSurname)
		}
		if a.bits&bitYear != 0 {
			f = append(f, fYearFirst)
		} else if a.bits&bitNumber != 0 {
			f = append(f, fNumberFirst)
		}
		if z.bits&bitNumber != 0 {
			f = append(f, fNumberLast)
		}
		if a.bits&(bitTitleEnd) != 0 || a.classes&(lx.personTitle|lx.honorific) != 0 && a.bits&bitCap != 0 {
			f = append(f, fTitleFirst)
		}
	}
	sc.feats = f
}

// splits reports whether gazetteer names end right before the "and" at token i or make up all
// that follows it.
func (sc *Scratch) splits(c *cand, i int32) bool {
	if e := &sc.endsAt[i-1]; e.lanes != 0 && !e.risky && e.first == c.first {
		return true
	}
	e := &sc.endsAt[c.last-1]
	if e.lanes == 0 || e.risky {
		return false
	}
	return e.first == i+1 || e.first == i+2 && sc.toks[i+1].fw == fwThe
}

// site reports whether a word is a lower-case noun for a building or site.
func (r *Recognizer) site(t *tok) bool {
	return t.bits&bitLower != 0 && t.classes&r.lx.facilityHead != 0 && t.classes&(r.lx.personNoun|r.lx.orgNoun) == 0
}

// syllables reports whether token i and the one after its hyphen are as short
// as the parts of Korean and Chinese given names are.
func (sc *Scratch) syllables(i int32) bool {
	return i >= 0 && sc.spans[i].Len() <= 6 && sc.spans[i+2].Len() <= 5 && sc.spans[i+2].Len() > 1
}

// surnameBefore reports whether a short surname stands right in front of token i, as in Korean names.
func (sc *Scratch) surnameBefore(i int32) bool {
	if i == 0 || sc.toks[i].bits&bitStart != 0 {
		return false
	}
	p := &sc.toks[i-1]
	return p.bits&bitCap != 0 && p.bits&bitFunction == 0 && p.surname >= 3 && sc.spans[i-1].Len() <= 5
}

func (r *Recognizer) classFeatures(f []feature, base feature, t *tok) []feature {
	for m := uint64(t.classes); m != 0; m &= m - 1 {
		f = append(f, base+feature(r.lx.slot[bits.TrailingZeros64(m)]))
	}
	return f
}

// coarse maps a word to one of a few kinds, for the pair of first and last words.
func (r *Recognizer) coarse(t *tok) int {
	lx := r.lx
	switch {
	case t.bits&bitNumber != 0:
		return coarseNumber
	case t.classes&(lx.orgHead|lx.orgHeadForeign|lx.orgSuffix) != 0:
		return coarseOrg
	case uint16(t.lanes)&(1<<laneCountry|1<<laneNationality) != 0:
		return coarseNation
	case t.classes&lx.eventHead != 0:
		return coarseEvent
	case t.classes&(lx.placeHead|lx.facilityHead) != 0:
		return coarsePlace
	case t.given >= 4 && t.given >= t.surname:
		return coarseGiven
	case t.surname >= 3 && (t.common == 0 || t.common > 4):
		return coarseSurname
	case t.bits&bitUpper != 0:
		return coarseAcronym
	case t.common != 0:
		return coarseCommon
	}
	return coarseOther
}
