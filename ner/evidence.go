package ner

import (
	"math/bits"

	"attache/gazetteers"
	"attache/text"
)

// scoreUnit is how many units of a score a weight of 1 is: scores are sums of
// whole numbers, so that their order cannot matter.
const scoreUnit = 256

// evidence collects the features of a candidate of the sentence with tokens
// [first, last) into sc.feats. Everything here is a test of bits that were computed
// once per token.
func (r *Recognizer) evidence(sc *Scratch, c *cand, sent *text.Sentence, kind text.SectionKind, first, last int32) {
	sc.feats = append(sc.feats[:0], fBias)
	r.insideEvidence(sc, c)
	r.outsideEvidence(sc, c, first, last)
	r.placeEvidence(sc, c, sent, kind, last)
	k := r.gazetteerEvidence(sc, c)
	prev, next := uint8(ctxNone), uint8(ctxNone)
	if c.first > first {
		prev = sc.toks[c.first-1].ctx
	}
	if c.last < last {
		next = sc.toks[c.last].ctx
	}
	sc.feats = append(sc.feats, fKnownPrev+feature(k*nNear+int(nearOf[prev])), fKnownNext+feature(k*nNear+int(nearOf[next])))
	r.documentEvidence(sc, c)
}

// insideEvidence looks at the words of a candidate.
func (r *Recognizer) insideEvidence(sc *Scratch, c *cand) {
	lx := r.lx
	f := sc.feats
	toks := sc.toks[c.first:c.last]
	n := len(toks)
	f = append(f, fLen1+feature(min(n, 6)-1))
	a, z := &toks[0], &toks[n-1]
	if n == 1 {
		f = append(f, fOnlyKind+feature(a.kind))
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
			if sc.syllables(c.last - 3) {
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
			} else if t.common <= 4 && t.bits&bitFunction == 0 {
				someCommon = true
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
	if allCommon {
		f = append(f, fAllCommon)
	}
	if someCommon {
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

// placeEvidence looks at where in its sentence and document a candidate stands.
func (r *Recognizer) placeEvidence(sc *Scratch, c *cand, sent *text.Sentence, kind text.SectionKind, last int32) {
	f := sc.feats
	t := &sc.toks[c.first]
	one := c.last-c.first == 1
	if t.bits&bitStart != 0 {
		f = append(f, fStart)
		switch {
		case t.bits&bitFunction != 0:
			f = append(f, fStartFunction)
		case one && t.common != 0 && t.common <= 4:
			f = append(f, fStartCommon)
			if c.last < last && (c.match >= 0 || t.surname >= 4) {
				n := &sc.toks[c.last]
				switch near := nearOf[n.ctx]; {
				case n.ctx == ctxSay || n.ctx == ctxPersonVerb || n.ctx == ctxGovernmentVerb || n.ctx == ctxLowVerb, near == nearAuxiliary:
					f = append(f, fStartVerb)
				}
			}
		}
	} else if t.bits&(bitCap|bitFree) == bitCap && t.common != 0 && (one || sc.toks[c.last-1].common != 0) {
		f = append(f, fMidCommon)
	}
	if sent.Flags&text.Headline != 0 {
		f = append(f, fHeadline)
	}
	if sent.Flags&text.TitleCase != 0 {
		f = append(f, fTitleCase)
		if t.common != 0 && t.common <= 4 {
			f = append(f, fFreeCommon)
		}
	}
	if sent.Flags&text.AllCaps != 0 {
		f = append(f, fAllCaps)
		if t.common != 0 && t.common <= 4 {
			f = append(f, fFreeCommon)
		}
	}
	switch kind {
	case text.Byline:
		f = append(f, fByline)
	case text.Caption:
		f = append(f, fCaption)
	case text.Credit:
		f = append(f, fCredit)
	case text.Boilerplate, text.Timestamp:
		f = append(f, fBoilerplate)
	case text.Dateline:
		f = append(f, fDateline)
	}
	sc.feats = f
}

// gazetteerEvidence looks at the gazetteer matches that are the candidate, cover it, lie in it or cut it.
// It returns what the gazetteers know of the candidate as a whole.
func (r *Recognizer) gazetteerEvidence(sc *Scratch, c *cand) int {
	f := sc.feats
	k := knownNone
	c.lanes = freeLanes
	if c.match >= 0 {
		var seen uint64
		var lanes uint16
		risky, office := true, false
		for i := c.match; i < int32(len(sc.matches)) && sc.matches[i].first == c.first && sc.matches[i].last == c.last; i++ {
			e := r.surface(sc, sc.matches[i].surface)
			lanes |= e.lanes
			risky = risky && e.risky
			office = office || e.office
			for l, v := range e.added {
				c.acc[l] += int32(v) * scoreUnit / 10
			}
			if e.near {
				r.favour(sc, c, sc.matches[i].surface)
			}
			for _, k := range e.kinds[:e.n] {
				if seen&(1<<k) != 0 {
					continue
				}
				seen |= 1 << k
				if c.last-c.first == 1 {
					f = append(f, fGazOne+feature(k))
				} else {
					f = append(f, fGaz+feature(k))
				}
			}
		}
		c.lanes |= uint8(lanes & matchLanes)
		if lanes&matchGroup != 0 && !office {
			c.lanes &^= 1 << laneRole // "soldiers", "officials": a group
		}
		k = known(lanes, risky)
		if risky {
			f = append(f, fGazRisky)
		}
		if c.last-c.first > 1 {
			f = append(f, fGazMulti)
		}
		if sc.toks[c.first].bits&bitLower != 0 {
			f = append(f, fGazLower)
		}
		if bits.OnesCount16(lanes&matchLanes) > 1 {
			f = append(f, fGazAmbiguous)
		}
	} else {
		f = append(f, fGazNone)
	}
	a, z := &sc.cover[c.first], &sc.cover[c.last-1]
	if a.last-a.first > c.last-c.first && a.first <= c.first && a.last >= c.last {
		f = laneFeatures(f, fCovered, a.lanes)
		// "Korean" in "South Korean" is no nationality of its own.
		if !a.risky {
			c.lanes &^= uint8(a.lanes) & (1<<laneCountry | 1<<laneNationality)
			if a.lanes&(1<<lanePerson|1<<laneRole) == 0 {
				c.lanes &^= 1 << lanePerson // the man in "Charles de Gaulle Airport"
			}
		}
	} else {
		if a.first < c.first && a.last > c.first && a.last < c.last {
			f = append(f, fCrossLeft)
		}
		if z.last > c.last && z.first < c.last && z.first > c.first {
			f = append(f, fCrossRight)
		}
	}
	if c.last-c.first > 1 {
		var begins, ends uint16
		for m := sc.matchAt[c.first]; m < sc.matchAt[c.first+1]; m++ {
			if mm := &sc.matches[m]; mm.last < c.last && !mm.risky {
				begins |= mm.lanes
			}
		}
		if e := &sc.endsAt[c.last-1]; e.first > c.first {
			ends = e.lanes
		} else {
			ends = uint16(sc.toks[c.last-1].lanes)
		}
		f = laneFeatures(f, fBegins, begins&matchLanes)
		f = laneFeatures(f, fEnds, ends&matchLanes)
		if begins&(1<<laneNationality) != 0 && sc.toks[c.last-1].classes&r.lx.orgHead != 0 {
			f = append(f, fDemonymHead)
		}
	}
	sc.feats = f
	return k
}

func laneFeatures(f []feature, base feature, lanes uint16) []feature {
	for m := lanes & matchLanes; m != 0; m &= m - 1 {
		f = append(f, base+feature(bits.TrailingZeros16(m)))
	}
	return f
}

// docContrib maps a contribution of other appearances to its feature.
var docContrib = [nContrib]feature{
	conMid: fDocMid, conThe: fDocThe, conIn: fDocIn, conTitle: fDocTitle, conSay: fDocSay, conPossessive: fDocPossessive,
	conOrgNoun: fDocOrgNoun, conPlaceNoun: fDocPlaceNoun, conAfterGiven: fDocAfterGiven, conLastOfRun: fDocLastOfRun,
	conFirstOfRun: fDocFirstOfRun, conAlone: fDocOnlyAlone, conPersonVerb: fDocPersonVerb,
}

// documentEvidence looks at what the rest of the document says of the word.
func (r *Recognizer) documentEvidence(sc *Scratch, c *cand) {
	f := sc.feats
	s := &sc.stats
	if s.sport*40 > s.total && s.sport >= 5 {
		f = append(f, fDocSport)
		if uint16(sc.toks[c.first].lanes)&(1<<laneLocation|1<<laneCountry) != 0 {
			f = append(f, fDocSportPlace)
		}
	}
	t := &sc.toks[c.first]
	if c.last-c.first == 1 && t.stat >= 0 {
		w := &s.words[t.stat]
		total := 0
		for b, n := range w.n {
			own := uint8(t.contrib>>b) & 1
			if n > own {
				f = append(f, docContrib[b])
				if b == conMid && n >= own+3 {
					f = append(f, fDocMid3)
				}
				total += int(n - own)
			}
		}
		if total == 0 {
			f = append(f, fDocNever)
		}
		if w.lower > 0 {
			f = append(f, fDocLower)
			if int(w.lower) > int(w.n[conMid]) {
				f = append(f, fDocLowerMore)
			}
		}
	}
	sc.feats = f
}
