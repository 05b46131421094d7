package ner

import "attache/gazetteers"

// sense counts as what a name of the article was read.
type sense struct {
	types [3]int32 // mentions as PERSON, ORGANIZATION, LOCATION
	ent   [3]int32
	known int8 // the one of these that a gazetteer knows, −1
}

var senseTypes = [...]gazetteers.Type{gazetteers.Person, gazetteers.Organization, gazetteers.Location}

func senseOf(t gazetteers.Type) int8 {
	switch t {
	case gazetteers.Person:
		return 0
	case gazetteers.Organization:
		return 1
	case gazetteers.Location:
		return 2
	}
	return -1
}

// oneSense mends names that Recognize read in several ways within one article,
// where one way is far better founded: a lone surname taken for a body or a
// place, a body that the gazetteer knows taken for a person once, one reading among many others.
// Places are left alone where a body is named for them: a town and its club, a capital and its government.
func (r *Resolver) oneSense(sc *ResolveScratch) {
	sc.senses = sc.senses[:0]
	sc.bySense.reset()
	for i := range sc.ms {
		m := &sc.ms[i]
		k := senseOf(m.Type)
		if k < 0 || sc.entOf[i] < 0 || m.Metonym {
			continue
		}
		if k > 0 && m.Entry == gazetteers.NoEntry && r.surnameOf(sc, int32(i)) {
			k = 0
		}
		key := r.senseKey(sc, int32(i))
		n := sc.bySense.first(key)
		if n < 0 {
			sc.senses = append(sc.senses, sense{ent: [3]int32{-1, -1, -1}, known: -1})
			sc.bySense.add(key, int32(len(sc.senses)-1), 0)
			n = sc.bySense.first(key)
		}
		s := &sc.senses[sc.bySense.nodes[n].ent]
		s.types[k]++
		if s.ent[k] < 0 {
			s.ent[k] = sc.root(sc.entOf[i])
		}
		if m.Entry != gazetteers.NoEntry && (s.known < 0 || k == 1) {
			s.known = k
		}
	}
	for i := range sc.ms {
		m := &sc.ms[i]
		k := senseOf(m.Type)
		if k < 0 || sc.entOf[i] < 0 || m.Metonym || m.Entry != gazetteers.NoEntry || sc.ents[sc.root(sc.entOf[i])].entry != gazetteers.NoEntry {
			continue
		}
		s := &sc.senses[sc.bySense.nodes[sc.bySense.first(r.senseKey(sc, int32(i)))].ent]
		to := int8(-1)
		switch {
		case k == 0 && r.wholeElsewhere(sc, int32(i)):
			continue // a whole name stays a person
		case s.known == 1 && k != 1:
			to = 1
		case s.known < 0:
			for t := range int8(3) {
				if t != k && s.types[t] >= 3*s.types[k] {
					to = t
				}
			}
		}
		if to < 0 || s.ent[to] < 0 {
			continue
		}
		sc.entOf[i] = sc.root(s.ent[to])
		m.Type = senseTypes[to]
		m.Subtype = ""
		m.Rule = "document/sense"
	}
}

// senseKey is a key of a mention's words in its article.
func (r *Resolver) senseKey(sc *ResolveScratch, i int32) uint64 {
	m := &sc.ms[i]
	key := uint64(sc.article(i)) + 1
	for t := m.Toks.First; t < m.Toks.Last; t++ {
		key = mix(key, sc.doc.Tokens[t].Hash)
	}
	return key
}

// wholeElsewhere reports whether a person is named by two words here, or elsewhere in the document.
func (r *Resolver) wholeElsewhere(sc *ResolveScratch, i int32) bool {
	best := sc.ents[sc.root(sc.entOf[i])].best
	return best >= 0 && sc.nameOf[best] >= 0 && sc.names[sc.nameOf[best]].words() >= 2
}

// surnameOf makes a mention that was read as a body or a place a person when it
// is but the surname of one person of the article, and of no longer name of a body.
func (r *Resolver) surnameOf(sc *ResolveScratch, i int32) bool {
	m := &sc.ms[i]
	if m.Toks.Len() > 3 || sc.byWord.first(sc.doc.Tokens[m.Toks.Last-1].Hash) < 0 {
		return false
	}
	e := sc.root(sc.entOf[i])
	if x := &sc.ents[e]; x.entry != gazetteers.NoEntry || x.best >= 0 && sc.ms[x.best].Toks.Len() != m.Toks.Len() {
		return false
	}
	old := sc.nameOf[i]
	typ := m.Type
	m.Type = gazetteers.Person
	nm := &sc.names[r.readName(sc, i)]
	found := int32(-1)
	if nm.words() == 1 && nm.n > 0 && nm.w[nm.n-1].hash != 0 && !nm.w[nm.n-1].letter {
		art := sc.article(i)
		for n, c := sc.byWord.first(nm.w[nm.n-1].sound), 0; n >= 0 && c < maxChain; n, c = sc.byWord.nodes[n].next, c+1 {
			node := &sc.byWord.nodes[n]
			if node.kind != wordSurname {
				continue
			}
			p := sc.root(node.ent)
			x := &sc.ents[p]
			if x.typ != gazetteers.Person || x.aside || p == found || !sc.spelled(x.best, nm.w[nm.n-1].hash) || sc.article(x.best0) != art && sc.article(x.last) != art {
				continue
			}
			if found >= 0 {
				found = -1
				break
			}
			found = p
		}
	}
	if found < 0 {
		m.Type = typ
		sc.nameOf[i] = old
		return false
	}
	m.Subtype, m.Rule = "", "document/surname"
	sc.entOf[i] = -1
	sc.set(i, found)
	return true
}
