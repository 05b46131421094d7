package main

import (
	"math"

	"attache/gazetteers"
	"attache/ner"
	"attache/text"
)

const lanes = ner.NumLanes

// lattice holds the candidates of a document and what the gold allows of them.
type lattice struct {
	weight float64
	n      int
	cands  []latCand // by start
	inGold []bool    // tokens that must lie in a name
}

type latCand struct {
	first, last    int32
	allowed        uint16 // lanes the gold allows
	possible       uint16 // lanes it can be
	static, repeat []uint16
	added          [lanes]float64
}

func laneOfType(t gazetteers.Type) int {
	for l := range lanes {
		if ner.LaneType(l) == t {
			return l
		}
	}
	return -1
}

const allLanes = 1<<lanes - 1

var (
	per   = uint16(1) << laneOfType(gazetteers.Person)
	role  = uint16(1) << laneOfType(gazetteers.Role)
	ctry  = uint16(1) << laneOfType(gazetteers.Country)
	nat   = uint16(1) << laneOfType(gazetteers.Nationality)
	loc   = uint16(1) << laneOfType(gazetteers.Location)
	org   = uint16(1) << laneOfType(gazetteers.Organization)
	event = uint16(1) << laneOfType(gazetteers.Event)
	misc  = uint16(1) << laneOfType(gazetteers.Misc)
)

// reading is what a set's gold says: which lanes a gold type may be, and
// which lanes the set does not annotate.
type reading struct {
	types map[string]uint16
	free  uint16
}

var readings = map[string]reading{
	"dwie": {map[string]uint16{"PERSON": per, "ORGANIZATION": org, "COUNTRY": ctry, "LOCATION": loc | ctry, "NATIONALITY": nat, "EVENT": event | misc,
		"ROLE": role}, role | misc | event},
	"ieer":     {map[string]uint16{"PERSON": per, "ORGANIZATION": org, "LOCATION": loc | ctry}, nat | role | event | misc},
	"crossner": {map[string]uint16{"PERSON": per, "ORGANIZATION": org, "LOCATION": loc | ctry, "COUNTRY": ctry | loc, "EVENT": event}, nat | role | misc},
	"gmb": {map[string]uint16{"PERSON": per, "ORGANIZATION": org, "LOCATION": loc | ctry, "NATIONALITY": nat | ctry | loc, "EVENT": event | misc},
		role | misc | event},
	"re3d":       {map[string]uint16{"PERSON": per, "ORGANIZATION": org | ctry | loc, "LOCATION": loc | ctry, "NATIONALITY": nat | ctry}, role | misc | event | nat},
	"geowebnews": {map[string]uint16{"LOCATION": loc | ctry, "NATIONALITY": nat}, per | org | role | misc | event},
	"default":    {map[string]uint16{"PERSON": per, "ORGANIZATION": org, "LOCATION": loc | ctry, "COUNTRY": ctry, "NATIONALITY": nat, "EVENT": event, "ROLE": role}, role | misc},
}

func newLattice(rec *ner.Recognizer, s *set, d *document) *lattice {
	var doc text.Document
	doc.Parse(d.Text, text.Options{})
	var sc ner.Scratch
	tr := &ner.Trace{}
	sc.Trace = tr
	rec.Recognize(&doc, &sc)
	rd := readings[s.kind]
	startAt, endAt := map[int32]int32{}, map[int32]int32{}
	for i := range doc.Tokens {
		startAt[doc.Tokens[i].Start] = int32(i)
		endAt[doc.Tokens[i].End] = int32(i + 1)
	}
	n := len(doc.Tokens)
	l := &lattice{weight: s.weight, n: n, inGold: make([]bool, n)}
	type span struct{ a, b int32 }
	exact := map[span]uint16{}
	block := make([]bool, n)
	for _, e := range d.gold {
		a, ok1 := startAt[e.start]
		b, ok2 := endAt[e.end]
		if !ok1 || !ok2 || a >= b {
			continue
		}
		if s.kind == "gmb" && e.typ == "PERSON" {
			for a+1 < b && titles[doc.Text(doc.Tokens[a].Span)] {
				a++
			}
		}
		m, bound := rd.types[e.typ]
		if !bound {
			if e.typ == "OTHER" {
				exact[span{a, b}] = allLanes
			}
			continue
		}
		exact[span{a, b}] = m
		for i := a; i < b; i++ {
			block[i] = true
		}
	}
	found := map[span]bool{}
	for i := range tr.Candidates {
		c := &tr.Candidates[i]
		lc := latCand{first: c.Toks.First, last: c.Toks.Last, static: tr.Features[c.Static.First:c.Static.Last], repeat: tr.Features[c.Repeat.First:c.Repeat.Last]}
		for k, v := range c.Added {
			lc.added[k] = float64(v)
		}
		sp := span{c.Toks.First, c.Toks.Last}
		if m, ok := exact[sp]; ok {
			lc.allowed = m
			found[sp] = true
		} else {
			lc.allowed = rd.free
			if !namedThing(lc.static) {
				lc.allowed &^= event | misc
			}
			for t := lc.first; t < lc.last; t++ {
				if block[t] {
					lc.allowed = 0
				}
			}
		}
		lc.possible = uint16(c.Lanes)
		lc.allowed &= lc.possible
		l.cands = append(l.cands, lc)
	}
	for sp, m := range exact {
		if found[sp] && m != allLanes {
			for i := sp.a; i < sp.b; i++ {
				l.inGold[i] = true
			}
		}
	}
	return l
}

// namedThing reports whether there is evidence that a candidate names an event,
// a work or the like, which most sets do not annotate.
func namedThing(feats []uint16) bool {
	for _, f := range feats {
		if thingFeatures[f] {
			return true
		}
	}
	return false
}

var thingFeatures = func() map[uint16]bool {
	m := map[uint16]bool{}
	for f := range uint16(ner.NumFeatures) {
		switch ner.FeatureName(f) {
		case "gaz.is.event", "gaz.one.event", "gaz.is.war", "gaz.one.war", "gaz.is.misc", "gaz.one.misc", "gaz.is.language", "gaz.one.language",
			"gaz.is.work", "gaz.one.work", "last-class.event-head-sure", "last-class.work-head", "quoted", "year-first":
			m[f] = true
		}
	}
	return m
}()

var titles = func() map[string]bool {
	m := map[string]bool{}
	for _, t := range []string{"President", "Prime", "Minister", "Secretary", "General", "Gen.", "Mr.", "Mrs.", "Ms.", "Foreign", "Defense", "Vice", "King", "Queen",
		"Prince", "Senator", "Chancellor", "Chief", "Pope", "Ambassador", "Dr.", "Governor", "Mayor", "Interior", "Finance", "Deputy", "Judge", "of", "State",
		"Colonel", "Captain", "Major", "Lieutenant", "Ayatollah", "Sheikh", "Prophet", "Justice", "Spokesman", "spokesman", "Former", "U.S.", "Israeli",
		"Iraqi", "Iranian", "Russian", "British", "Attorney", "Chairman", "Director", "Premier", "Congressman", "Representative", "Special", "Envoy", "Admiral", "Archbishop", "Bishop", "Cardinal", "Sir", "Lord"} {
		m[t] = true
	}
	return m
}()

// loss adds the gradient of the negative log-likelihood of the gold to g and
// returns the loss: of the second reading, and by a share of the first.
func (l *lattice) loss(x, g []float64, first float64) float64 {
	v := l.pass(x, g, true, l.weight)
	if first > 0 {
		v += l.pass(x, g, false, l.weight*first)
	}
	return v
}

func (l *lattice) pass(x, g []float64, repeat bool, weight float64) float64 {
	n := len(l.cands)
	s := make([][lanes]float64, n)
	all, ok := make([]float64, n), make([]float64, n)
	for i := range l.cands {
		c := &l.cands[i]
		a := c.added
		for _, f := range c.static {
			row := x[int(f)*lanes : int(f)*lanes+lanes]
			for k := range a {
				a[k] += row[k]
			}
		}
		if repeat {
			for _, f := range c.repeat {
				row := x[int(f)*lanes : int(f)*lanes+lanes]
				for k := range a {
					a[k] += row[k]
				}
			}
		}
		s[i] = a
		all[i] = logSum(&a, c.possible)
		ok[i] = logSum(&a, c.allowed)
	}
	za, fa, ba := l.sweep(all, false)
	zo, fo, bo := l.sweep(ok, true)
	if math.IsInf(zo, -1) {
		return 0
	}
	for i := range l.cands {
		c := &l.cands[i]
		pa := fa[c.first] + ba[c.last] - za
		po := fo[c.first] + bo[c.last] - zo
		for k := range lanes {
			if c.possible&(1<<k) == 0 {
				continue
			}
			d := math.Exp(pa + s[i][k])
			if c.allowed&(1<<k) != 0 {
				d -= math.Exp(po + s[i][k])
			}
			if d > 1e-7 || d < -1e-7 {
				d *= weight
				for _, f := range c.static {
					g[int(f)*lanes+k] += d
				}
				if repeat {
					for _, f := range c.repeat {
						g[int(f)*lanes+k] += d
					}
				}
			}
		}
	}
	return weight * (za - zo)
}

func logSum(a *[lanes]float64, mask uint16) float64 {
	m := math.Inf(-1)
	for k, v := range a {
		if mask&(1<<k) != 0 && v > m {
			m = v
		}
	}
	if math.IsInf(m, -1) {
		return m
	}
	t := 0.0
	for k, v := range a {
		if mask&(1<<k) != 0 && v > m-20 {
			t += math.Exp(v - m)
		}
	}
	return m + math.Log(t)
}

// sweep runs forward and backward over the lattice.
func (l *lattice) sweep(z []float64, gold bool) (total float64, fwd, bwd []float64) {
	inf := math.Inf(-1)
	fwd, bwd = make([]float64, l.n+1), make([]float64, l.n+1)
	for i := range fwd {
		fwd[i], bwd[i] = inf, inf
	}
	fwd[0], bwd[l.n] = 0, 0
	k := 0
	for i := range l.n {
		if !(gold && l.inGold[i]) {
			fwd[i+1] = logAdd(fwd[i+1], fwd[i])
		}
		for ; k < len(l.cands) && int(l.cands[k].first) == i; k++ {
			c := &l.cands[k]
			fwd[c.last] = logAdd(fwd[c.last], fwd[i]+z[k])
		}
	}
	k = len(l.cands) - 1
	for i := l.n - 1; i >= 0; i-- {
		if !(gold && l.inGold[i]) {
			bwd[i] = logAdd(bwd[i], bwd[i+1])
		}
		for ; k >= 0 && int(l.cands[k].first) == i; k-- {
			c := &l.cands[k]
			bwd[i] = logAdd(bwd[i], bwd[c.last]+z[k])
		}
	}
	return fwd[l.n], fwd, bwd
}

func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(b, -1) || b < a-30 {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}
