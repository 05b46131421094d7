package relations

import (
	"attache/gazetteers"
	"attache/text"
)

// placeOf finds where a frame's event happens: the noun group of the place, or −1. The most specific wins: "at" before "in",
// the trigger's own groups before those of the clause around it.
func (s *Scratch) placeOf(f *frame, src, tgt int16) int32 {
	best, bestScore := int32(-1), 0
	consider := func(x int16, score int) {
		g := &s.ngs[x]
		if x == src || x == tgt || x == f.noun || score <= bestScore {
			return
		}
		if m := s.placeMention(x, g.prep); m >= 0 {
			best, bestScore = m, score
		}
	}
	clauseOf := int16(-1)
	if f.vg >= 0 {
		clauseOf = s.vgs[f.vg].clause
	}
	for x := range s.ngs {
		g := &s.ngs[x]
		if g.use != usePrep || !placePrep(g.prep) || s.inTopic(f, int16(x)) {
			continue
		}
		score := 0
		switch {
		case f.noun >= 0 && f.kind == trigNoun && s.follows(f.noun, int16(x)):
			score = 60
		case f.noun >= 0 && s.follows(f.noun, int16(x)):
			score = 58
		case f.vg >= 0 && g.vg == f.vg && f.kind != trigNoun:
			score = 50
			if s.ngs[x].b <= s.vgs[f.vg].a {
				score = 40
			}
		case f.vg >= 0 && g.vg == f.vg:
			score = 30
		case g.vg < 0 && g.clause == clauseOf && g.parent < 0:
			score = 35
		case g.vg < 0 && g.clause == clauseOf && f.vg >= 0 && g.parent >= 0:
			continue
		case f.vg >= 0 && s.vgs[f.vg].gov >= 0 && g.vg == s.vgs[f.vg].gov:
			score = 25
		default:
			continue
		}
		// A place that belongs to a person or body in front of it ("with officials in Moscow" is where they are met; "lawmakers from" is not).
		if g.parent >= 0 && g.prep == pIn && s.ngs[g.parent].use == useSubject {
			score -= 15
		}
		if g.prep == pAt {
			score += 4
		}
		consider(int16(x), score*64-x)
	}
	if best < 0 && f.vg >= 0 {
		c := &s.clauses[s.vgs[f.vg].clause]
		if c.where && c.ante >= 0 {
			if m := s.placeMention(c.ante, pIn); m >= 0 {
				return m
			}
		}
	}
	if best < 0 && f.noun >= 0 {
		// "the Geneva talks"
		g := &s.ngs[f.noun]
		for i := int(g.a); i < int(g.head); i++ {
			if m := s.tok[i].men; m >= 0 && s.tok[i].tag == tName {
				if mm := s.mention(m); mm.Type == gazetteers.Location && !mm.Metonym {
					return s.men[m].m
				}
			}
		}
	}
	return best
}

// inTopic reports whether a group hangs on what the event is about or for: "talks on the situation in Aleppo", "ahead of the summit in
// Durban", but not "on the sidelines of the meeting in New York".
func (s *sentence) inTopic(f *frame, x int16) bool {
	y := s.ngs[x].parent
	for n := 0; y >= 0 && y != f.noun && n < 6; n++ {
		g := &s.ngs[y]
		if g.use == usePrep {
			switch g.prep {
			case pOn, pAbout, pOver, pFor, pBefore, pToward, pAgainst, pFrom:
				if h := s.doc.Tokens[s.first+int(g.head)].Hash; h != marginsHash && h != sidelinesHash {
					return true
				}
			}
		}
		y = g.parent
	}
	return false
}

var marginsHash, sidelinesHash = text.Hash("margins"), text.Hash("sidelines")

// follows reports whether prepositional group x stands in the unbroken chain behind noun group n.
func (s *sentence) follows(n, x int16) bool {
	if x <= n {
		return false
	}
	for y := s.ngs[x].parent; y >= 0; y = s.ngs[y].parent {
		if y == n {
			return true
		}
	}
	return s.ngs[x].zone == s.ngs[n].zone && s.ngs[x].a-s.ngs[n].b < 16 && s.ngs[x].clause == s.ngs[n].clause
}

func placePrep(p prep) bool {
	switch p {
	case pIn, pAt, pNear, pInside, pOutside, pOn, pWithin, pAcross:
		return true
	}
	return false
}

// placeMention is the mention by which a noun group names a place for a preposition, or −1.
func (s *sentence) placeMention(x int16, p prep) int32 {
	g := &s.ngs[x]
	if g.men < 0 {
		if p == pOn {
			return -1
		}
		// "at a hotel in Rome": the named place inside is found by its own group; "at the Kremlin palace"
		if p == pAt || p == pIn {
			if m := s.modifierOf(g); m >= 0 && g.lex == 0 && s.mention(m).Type == gazetteers.Location {
				return s.men[m].m
			}
		}
		return -1
	}
	m := s.mention(g.men)
	switch m.Type {
	case gazetteers.Location:
		return s.men[g.men].m
	case gazetteers.Country:
		if p != pAt && p != pOn {
			return s.men[g.men].m
		}
	case gazetteers.Group:
		if (p == pAt || p == pInside) && !m.Plural {
			return s.men[g.men].m // "at the foreign ministry"
		}
	case gazetteers.Organization, gazetteers.Event:
		if p == pAt || p == pInside || p == pOutside {
			return s.men[g.men].m
		}
	}
	return -1
}

// dateOf finds when a frame's event happens: the date among the noun's modifiers, else the nearest date behind or in front of
// the trigger in its clause.
func (s *Scratch) dateOf(f *frame, tgt int16) int32 {
	if f.noun >= 0 {
		if d := s.ngs[f.noun].date; d >= 0 {
			return s.men[d].m
		}
	}
	lo, hi := s.clauseReach(f)
	at := int(f.a)
	if tgt >= 0 && int(s.ngs[tgt].a) > at && (s.ngs[tgt].conjOf >= 0 || s.ngs[tgt].conj >= 0) {
		// Gapping: "visited A on Monday and B on Tuesday".
		end := hi
		if n := s.ngs[tgt].conj; n >= 0 {
			end = int(s.ngs[n].a)
		}
		for _, c := range s.chunks {
			if c.kind == cDate && int(c.a) >= int(s.ngs[tgt].b) && int(c.a) < end {
				return s.men[c.ref].m
			}
		}
	}
	best, bestDist := int32(-1), 1<<20
	for _, c := range s.chunks {
		if c.kind != cDate || int(c.a) < lo || int(c.a) >= hi {
			continue
		}
		switch s.mention(c.ref).Subtype {
		case "duration", "set":
			continue
		}
		d := int(c.a) - at
		if d < 0 {
			d = 20 - 2*d // what stands behind is preferred
		}
		for i := range s.vgs {
			if w := &s.vgs[i]; int(w.a) > at && w.a < c.a || w.a > c.a && int(w.b) <= at {
				d += 30 // another verb stands between
			}
		}
		if d < bestDist {
			best, bestDist = s.men[c.ref].m, d
		}
	}
	return best
}

// clauseReach is the stretch of tokens that belongs to the trigger's clause.
func (s *Scratch) clauseReach(f *frame) (int, int) {
	lo, hi := 0, len(s.tok)
	if f.vg < 0 {
		return lo, hi
	}
	v := &s.vgs[f.vg]
	if v.subj >= 0 && s.ngs[v.subj].clause == v.clause {
		// From the start of the clause: dates in front of the subject count.
		lo = 0
	}
	for i := range s.vgs {
		w := &s.vgs[i]
		if int16(i) == f.vg || !w.finite {
			continue
		}
		if w.a > f.b && w.clause != v.clause {
			// The next clause begins with its subject.
			start := int(w.a)
			if w.subj >= 0 && s.ngs[w.subj].a > f.b && s.ngs[w.subj].a < w.a {
				start = int(s.ngs[w.subj].a)
			}
			hi = min(hi, start)
		} else if w.a > f.b {
			hi = min(hi, int(w.a))
		}
		if w.b <= f.a && w.clause != v.clause {
			// What stands between the verb before and our subject is the other's.
			start := int(w.b)
			if v.subj >= 0 && s.ngs[v.subj].a > w.b && s.ngs[v.subj].b <= v.a {
				start = int(s.ngs[v.subj].a)
			}
			lo = max(lo, start)
		} else if w.b <= f.a && v.coord == int16(i) {
			lo = max(lo, int(w.b))
		}
	}
	return lo, hi
}
