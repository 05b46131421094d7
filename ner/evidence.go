package ner

import (
	"math/bits"

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
	k := r.gazetteerEvidence(sc, c)
	r.insideEvidence(sc, c)
	r.outsideEvidence(sc, c, first, last)
	r.placeEvidence(sc, c, sent, kind, last)
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
		case one && t.common != 0 && t.common <= 4 && c.flags&candTrusted == 0:
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
		if c.first > 0 && sc.spans[c.first-1].Hash == byHash || sc.betweenSlashes(c) {
			f = append(f, fByline) // "photo by Ann Lee", "REUTERS/Ann Lee"
		} else {
			f = append(f, fCredit)
		}
	case text.Boilerplate, text.Timestamp:
		f = append(f, fBoilerplate)
	case text.Dateline:
		f = append(f, fDateline)
	}
	sc.feats = f
}

// betweenSlashes reports whether a name of several words stands beside the
// slash of a credit: "REUTERS/Ann Lee/Pool", "Ann Lee/AFP".
func (sc *Scratch) betweenSlashes(c *cand) bool {
	if z := &sc.toks[c.last-1]; c.last-c.first < 2 || z.common != 0 && z.common <= 4 {
		return false // "Pool", "AP Photo"
	}
	return c.first > 0 && sc.spans[c.first-1].Mark == '/' || int(c.last) < len(sc.spans) && sc.spans[c.last].Mark == '/'
}

// trustedLanes are those whose names, where nobody calls them risky, may be ordinary
// words: towns named Surprise are too many.
const trustedLanes = 1<<laneOrganization | 1<<laneCountry | 1<<laneNationality | 1<<laneEvent

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
		} else if t := &sc.toks[c.first]; lanes&trustedLanes != 0 && (c.last-c.first > 1 || t.common == 0 || t.common >= 3) {
			c.flags |= candTrusted
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

var byHash = text.Hash("by")
