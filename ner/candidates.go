package ner

import (
	"attache/gazetteers"
	"attache/text"
)

// maxNameLen is the largest number of tokens of a name that the grammar builds
// by itself; gazetteer names may be longer.
const maxNameLen = 10

// cand is a candidate reading: tokens [first, last) of the window.
type cand struct {
	first, last int32
	match       int32 // index of the first gazetteer match with the same span, −1 if none
	flags       uint8
	lane        int8  // best type
	lanes       uint8 // types it can be
	score       int32
	acc         [nLanes]int32 // score of each type against no name at all
	key         uint64        // hash of its words
}

// freeLanes are the types that a name may have without a gazetteer's word for
// it; countries, nationalities and offices are closed classes.
const freeLanes uint8 = 1<<lanePerson | 1<<laneLocation | 1<<laneOrganization | 1<<laneEvent | 1<<laneMisc

const (
	candChosen uint8 = 1 << iota
	candFirst        // chosen in the first reading
	candGrammar
	candTrusted // a gazetteer name that is not risky
)

// match is a gazetteer match of the window.
type match struct {
	first, last int32
	surface     uint32
	lanes       uint16 // set of lanes of its readings, with the two bits below
	risky       bool   // all readings are risky
}

const (
	matchGroup     uint16 = 1 << nLanes
	matchHonorific uint16 = 1 << (nLanes + 1)
	matchUser      uint16 = 1 << (nLanes + 2)
	matchLanes     uint16 = 1<<nLanes - 1
)

// cover is the longest gazetteer match of two or more tokens over a token.
type cover struct {
	first, last int32
	lanes       uint16
	risky       bool
}

// findMatches looks up every name of the gazetteers in the window, notes what
// covers each token, and where titles end.
func (r *Recognizer) findMatches(doc *text.Document, sc *Scratch, w window) {
	n := len(sc.toks)
	sc.matches = sc.matches[:0]
	if cap(sc.matchAt) < n+1 {
		sc.matchAt = make([]int32, n+n/4+64)
		sc.cover = make([]cover, n+n/4+64)
		sc.endsAt = make([]cover, n+n/4+64)
	}
	sc.matchAt, sc.cover, sc.endsAt = sc.matchAt[:n+1], sc.cover[:n], sc.endsAt[:n]
	clear(sc.cover)
	clear(sc.endsAt)
	base := w.toks.First
	window := doc.Tokens[base:w.toks.Last]
	for si := w.sents.First; si < w.sents.Last; si++ {
		sent := &doc.Sents[si]
		first, last := sent.Toks.First-base, sent.Toks.Last-base
		relaxed := sent.Flags&(text.AllCaps|text.TitleCase) != 0
		toks, words := window[:last], sc.words[:last]
		for i := first; i < last; i++ {
			sc.matchAt[i] = int32(len(sc.matches))
			if !sc.toks[i].alone && (i+1 == last || sc.nexts[i]&(1<<(words[i+1]&63)) == 0) {
				continue
			}
			sc.found = r.set.AppendMatches(sc.found[:0], toks, words, int(i), relaxed)
			for _, m := range sc.found {
				r.addMatch(sc, m)
			}
		}
	}
	sc.matchAt[n] = int32(len(sc.matches))
}

func (r *Recognizer) addMatch(sc *Scratch, g gazetteers.Match) {
	e := r.surface(sc, g.Surface)
	m := match{first: g.First, last: g.Last, surface: g.Surface, lanes: e.lanes, risky: e.risky}
	sc.matches = append(sc.matches, m)
	if m.lanes&(1<<laneRole|matchHonorific) != 0 {
		sc.toks[m.last-1].bits |= bitTitleEnd
	}
	if m.last-m.first == 1 {
		t := &sc.toks[m.first]
		if !m.risky {
			t.lanes |= uint8(m.lanes & matchLanes)
		}
	}
	if m.lanes&matchLanes == 0 {
		return
	}
	if m.last-m.first > 1 {
		for i := m.first; i < m.last; i++ {
			if c := &sc.cover[i]; c.last-c.first < m.last-m.first {
				*c = cover{m.first, m.last, m.lanes, m.risky}
			}
		}
	}
	if c := &sc.endsAt[m.last-1]; c.last-c.first < m.last-m.first {
		*c = cover{m.first, m.last, m.lanes, m.risky}
	}
}

// refineContext gives capitalised tokens their category as neighbours from
// the gazetteer names they stand in.
func (r *Recognizer) refineContext(sc *Scratch) {
	for i := range sc.toks {
		t := &sc.toks[i]
		if t.bits&bitCap == 0 {
			if t.bits&bitTitleEnd != 0 && t.bits&bitFunction == 0 {
				t.ctx = ctxRole
			}
			continue
		}
		lanes := uint16(t.lanes) | sc.cover[i].lanes
		switch {
		case t.bits&bitFunction != 0 || t.ctx == ctxMonth || t.ctx == ctxWeekday:
		case t.bits&bitTitleEnd != 0:
			t.ctx = ctxRole
			if t.classes&r.lx.personTitle != 0 {
				t.ctx = ctxTitle
			}
		case lanes&(1<<laneCountry) != 0:
			t.ctx = ctxCapCountry
		case lanes&(1<<laneNationality) != 0:
			t.ctx = ctxCapNationality
		case lanes&(1<<laneOrganization) != 0:
			t.ctx = ctxCapOrg
		case lanes&(1<<laneLocation) != 0 && t.given < 8 && t.surname < 8:
			t.ctx = ctxCapPlace
		case lanes&(1<<lanePerson) != 0:
			t.ctx = ctxCapPerson
		}
	}
}

// findCandidates appends the candidates of the sentence with tokens [first, last) to sc.cands, in
// the order of their starts. The dates among them, from sc.dates[date] on, are
// candidates too; it returns the first date after the sentence.
func (r *Recognizer) findCandidates(sc *Scratch, first, last, base int32, date int) int {
	lx := r.lx
	heads := lx.orgHead | lx.orgHeadWide | lx.orgHeadForeign | lx.eventHead | lx.workHead | lx.orgAdjective | lx.facilityHead
	lowHeads := lx.orgHead | lx.orgNoun | lx.placeHead | lx.facilityHead | lx.eventHead | lx.placeNoun
	for a := first; a < last; a++ {
		t := &sc.toks[a]
		if date < len(sc.dates) && sc.dates[date].Toks.First-base == a {
			sc.cands = append(sc.cands, cand{first: a, last: sc.dates[date].Toks.Last - base, match: int32(date), lane: laneDate, score: dateScore})
			date++
		}
		var seen uint64 // lengths that have a candidate
		start := t.bits&bitCap != 0
		if !start && a+1 < last {
			n := &sc.toks[a+1]
			switch {
			case t.bits&bitNumber != 0:
				start = n.bits&bitCap != 0 || n.classes&lx.eventModifier != 0
			case t.classes&lx.nameParticle != 0 && t.bits&bitFunction == 0:
				start = n.bits&bitCap != 0 || n.mark == '-' && a+2 < last && sc.toks[a+2].bits&bitCap != 0
			case t.mark == '\'' && n.bits&bitCap != 0: // 'Baby Doc' Duvalier
				start = a+3 < last
			}
		}
		if start {
			r.extend(sc, a, last, heads, lowHeads, &seen)
		}
		for m := sc.matchAt[a]; m < int32(len(sc.matches)) && sc.matches[m].first == a; m++ {
			mm := &sc.matches[m]
			if mm.lanes&matchUser != 0 && (m == sc.matchAt[a] || sc.matches[m-1].last != mm.last || sc.matches[m-1].lanes&matchUser == 0) {
				sc.addUser(m)
			}
			if mm.lanes&matchLanes == 0 {
				continue
			}
			n := mm.last - mm.first
			if n < 64 && seen&(1<<n) != 0 {
				for i := len(sc.cands) - 1; i >= 0 && sc.cands[i].first == a; i-- {
					if c := &sc.cands[i]; c.last == mm.last && c.match < 0 && c.lane < nLanes {
						c.match = m
					}
				}
				continue
			}
			if n < 64 {
				seen |= 1 << n
			}
			sc.cands = append(sc.cands, cand{first: a, last: mm.last, match: m})
		}
	}
	return date
}

// laneDate stands in cand.lane for the expressions that the date grammar
// found. They have one score, so that only a name with much to speak for it ("2009 general
// election", "April" the singer) takes their place.
const (
	laneDate  = nLanes
	dateScore = 3 * scoreUnit
)

// markDates marks the tokens of the window's dates and returns the first of them.
func (sc *Scratch) markDates(w window) int {
	first := sc.nextDate
	for ; sc.nextDate < len(sc.dates) && sc.dates[sc.nextDate].Toks.First < w.toks.Last; sc.nextDate++ {
		for i := sc.dates[sc.nextDate].Toks.First; i < sc.dates[sc.nextDate].Toks.Last; i++ {
			sc.toks[i-w.toks.First].bits |= bitDate
		}
	}
	return first
}

// extend adds the candidates of the name grammar that begin at token a.
func (r *Recognizer) extend(sc *Scratch, a, last int32, heads, lowHeads gazetteers.Class, seen *uint64) {
	lx := r.lx
	var classes gazetteers.Class
	caps := 0
	event := false
	limit := min(last, a+maxNameLen)
	for b := a; b < limit; {
		t := &sc.toks[b]
		switch {
		case t.bits&bitCap != 0 || t.bits&bitNumber != 0 && (b > a && caps > 0 || b == a):
			if t.bits&bitCap != 0 {
				caps++
				classes |= t.classes
			}
			b++
			if caps > 0 && !(t.bits&bitFunction != 0 && b-a > 1) {
				r.addCand(sc, a, b, seen)
			}
			if t.classes&lx.eventHead != 0 {
				event = true
			}
			continue
		case t.classes&lx.nameParticle != 0 && t.bits&bitFunction == 0 && b+1 < limit:
			if n := &sc.toks[b+1]; n.bits&bitCap != 0 || n.mark == '-' && b+2 < limit && sc.toks[b+2].bits&bitCap != 0 ||
				n.classes&lx.nameParticle != 0 && b+2 < limit && sc.toks[b+2].bits&bitCap != 0 {
				b++
				continue
			}
		case t.mark == '-' && b > a && b+1 < limit:
			n := &sc.toks[b+1]
			if n.bits&(bitCap|bitNumber) != 0 {
				b++
				continue
			}
			if prev := &sc.toks[b-1]; n.bits&bitLower != 0 && prev.bits&bitCap != 0 {
				// "Ki-moon", "Jae-in"; "Berlin-based" is found wanting by its evidence.
				if n.classes&lx.hyphenTail != 0 {
					return
				}
				if prev.common == 0 || prev.given > 0 || prev.surname > 0 {
					r.addCand(sc, a, b+2, seen)
				}
				if b+2 < limit && (sc.toks[b+2].bits&bitCap != 0) {
					b += 2
					continue
				}
			}
			return
		case (t.mark == '/' || t.mark == '&') && b > a && b+1 < limit && sc.toks[b+1].bits&bitCap != 0 && sc.toks[b-1].bits&bitCap != 0:
			b++
			continue
		case t.mark == '\'' && b+1 < limit && (b == a || b > a && sc.toks[b+1].bits&bitCap != 0):
			b++
			continue
		case t.kind == kindPossessive && b > a && b+1 < limit && (sc.toks[b+1].bits&bitCap != 0 || sc.toks[b+1].classes&lowHeads != 0):
			b++
			continue
		case t.fw == fwOf && b > a && caps > 0, (t.fw == fwAnd || t.fw == fwFor || t.fw == fwIn) && b > a && classes&heads != 0 && (t.fw != fwIn || event || classes&lx.orgHead != 0):
			j := b + 1
			if j < limit && sc.toks[j].fw == fwThe {
				j++
			}
			if j < limit && sc.toks[j].bits&bitCap != 0 && sc.toks[j].bits&bitFunction == 0 {
				b = j
				continue
			}
		case t.fw == fwThe && b > a && caps > 0 && b+1 < limit && sc.toks[b+1].bits&bitCap != 0 && sc.toks[b-1].bits&bitCap != 0 && sc.toks[b-1].classes&heads == 0:
			b++ // "Ivan the Terrible"
			continue
		}
		// A common noun may end the name: "Left party", "Kabul airport", "2009 general election".
		if b > a && t.bits&bitLower != 0 {
			r.endLower(sc, a, b, limit, lowHeads, caps, seen)
		}
		return
	}
}

// endLower adds candidates that go on in lower case: a noun for organizations
// or places, or words for elections up to the noun for the event and its place.
func (r *Recognizer) endLower(sc *Scratch, a, b, limit int32, lowHeads gazetteers.Class, caps int, seen *uint64) {
	lx := r.lx
	t := &sc.toks[b]
	if caps > 0 && t.classes&lowHeads != 0 && sc.toks[b-1].bits&bitCap != 0 {
		r.addCand(sc, a, b+1, seen)
	}
	j := b
	for j < limit && sc.toks[j].bits&bitLower != 0 && (sc.toks[j].classes&lx.eventModifier != 0 || sc.toks[j].fw == fwAnd) || j < limit && sc.toks[j].mark == '-' {
		j++
	}
	if j >= limit || sc.toks[j].classes&lx.eventHead == 0 || sc.toks[j].bits&bitLower == 0 || j == b && caps == 0 {
		return
	}
	j++
	r.addCand(sc, a, j, seen)
	if j+1 < limit && (sc.toks[j].fw == fwIn || sc.toks[j].fw == fwOf) {
		k := j + 1
		if sc.toks[k].fw == fwThe && k+1 < limit {
			k++
		}
		for n := 0; k < limit && sc.toks[k].bits&bitCap != 0; n++ {
			k++
			r.addCand(sc, a, k, seen)
		}
	}
}

func (r *Recognizer) addCand(sc *Scratch, a, b int32, seen *uint64) {
	n := b - a
	if n >= 64 || *seen&(1<<n) != 0 {
		return
	}
	*seen |= 1 << n
	sc.cands = append(sc.cands, cand{first: a, last: b, match: -1, flags: candGrammar})
}
