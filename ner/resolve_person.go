package ner

import (
	"attache/gazetteers"
	"attache/text"
)

// Where in a person's name a word stands, as the kind of its key in byWord.
const (
	wordSurname uint8 = iota // last word, or first of an East Asian name
	wordGiven
	wordMiddle
	wordOrg // of an organization's name
)

// keepsName is how many mentions of others may stand between before a surname
// alone goes to a bearer who was named later.
const keepsName = 40

// people joins PERSON mentions: whole names first, then what remains of them.
func (r *Resolver) people(sc *ResolveScratch) {
	for i := range sc.ms {
		if sc.ms[i].Type != gazetteers.Person {
			continue
		}
		k := int32(i)
		nm := &sc.names[r.readName(sc, k)]
		if nm.words() >= 2 && !nm.lead {
			r.wholeName(sc, k)
		}
	}
	for i := range sc.ms {
		if sc.ms[i].Type != gazetteers.Person {
			continue
		}
		if sc.entOf[i] < 0 {
			r.partName(sc, int32(i))
		}
		sc.ents[sc.root(sc.entOf[i])].prev = int32(i)
	}
}

// nearness grows with how lately before mention i a person was mentioned; one who
// is only mentioned later is less near than any before. At most 999.
func (x *ent) nearness(i int32) int {
	if x.prev >= 0 {
		return 999 - int(min(i-x.prev-1, 400))
	}
	return 500 - int(min(max(x.best0-i, 0), 400))
}

// isAside reports whether a sentence names those who wrote or photographed, not
// those it is about.
func (sc *ResolveScratch) isAside(sent int32) bool {
	if int(sent) >= len(sc.doc.Sents) {
		return false
	}
	s := sc.doc.Sents[sent].Section
	if int(s) >= len(sc.doc.Sections) {
		return false
	}
	k := sc.doc.Sections[s].Kind
	return k == text.Byline || k == text.Credit
}

// wholeName gives a mention with given name and surname its person.
func (r *Resolver) wholeName(sc *ResolveScratch, i int32) {
	m := &sc.ms[i]
	nm := &sc.names[sc.nameOf[i]]
	g := r.titleGender(sc, i)
	if m.Entry != gazetteers.NoEntry {
		if n := sc.byEntry.first(uint64(m.Entry) + 1); n >= 0 {
			r.meet(sc, i, sc.root(sc.byEntry.nodes[n].ent), g)
			return
		}
	}
	// Candidates share the last or the first word; the latest compatible one is it.
	best := int32(-1)
	for w := nm.n - 1; w >= 0; w-- {
		if nm.w[w].part || nm.w[w].suffix || nm.w[w].letter {
			continue
		}
		for n, c := sc.byWord.first(nm.w[w].sound), 0; n >= 0 && c < maxChain; n, c = sc.byWord.nodes[n].next, c+1 {
			e := sc.root(sc.byWord.nodes[n].ent)
			x := &sc.ents[e]
			if x.typ != gazetteers.Person || x.entry != gazetteers.NoEntry && m.Entry != gazetteers.NoEntry && x.entry != m.Entry {
				continue
			}
			if x.best < 0 || !r.compatible(nm, &sc.names[sc.nameOf[x.best]]) {
				continue
			}
			if g != anyone && x.gender != anyone && x.gender != g {
				continue
			}
			if best < 0 || sc.ents[best].last < x.last {
				best = e
			}
		}
	}
	if best < 0 {
		best = sc.newEnt(gazetteers.Person, gazetteers.NoEntry, i)
		sc.ents[best].aside = sc.isAside(m.Sent)
	}
	r.meet(sc, i, best, g)
}

// meet assigns a mention with a whole name to a person and lets the person
// learn from it.
func (r *Resolver) meet(sc *ResolveScratch, i, e int32, g gender) {
	sc.set(i, e)
	e = sc.root(e)
	m := &sc.ms[i]
	x := &sc.ents[e]
	x.aside = x.aside && sc.isAside(m.Sent)
	if x.best < 0 || sc.nameOf[x.best] < 0 || x.best != i && sc.fuller(i, x.best) {
		x.best = i
	}
	if m.Entry != gazetteers.NoEntry && x.entry == gazetteers.NoEntry {
		r.adopt(sc, e, m.Entry)
		x = &sc.ents[e]
	}
	if x.gender == anyone {
		x.gender = g
	}
	if slug := r.titleSlug(sc, i); slug != 0 {
		for k := range x.titles {
			if x.titles[k] == 0 || x.titles[k] == slug {
				x.titles[k] = slug
				break
			}
		}
	}
	nm := &sc.names[sc.nameOf[i]]
	if x.gender == anyone && nm.n > 0 {
		first := nm.w[0].hash
		if nm.east && nm.n > 2 {
			first = 0
		}
		switch u := r.words.look(first); {
		case u&useFemaleName != 0 && u&useMaleName == 0:
			x.gender = female
		case u&useMaleName != 0 && u&useFemaleName == 0:
			x.gender = male
		}
	}
	// The words of the name find it again.
	last := int8(-1)
	for w := nm.n - 1; w >= 0; w-- {
		if !nm.w[w].part && !nm.w[w].suffix {
			last = w
			break
		}
	}
	for w := range nm.n {
		if nm.w[w].part || nm.w[w].suffix || nm.w[w].letter {
			continue
		}
		kind := wordMiddle
		switch {
		case w == last:
			kind = wordSurname
			if nm.east {
				kind = wordGiven
			}
		case w == 0:
			kind = wordGiven
			if nm.east {
				kind = wordSurname
			}
		}
		sc.byWord.add(nm.w[w].sound, e, kind)
		if nm.w[w].hash != nm.w[w].sound {
			sc.byWord.add(nm.w[w].hash, e, kind)
		}
	}
}

// adopt makes a discovered person, or organization, the one of a gazetteer entry.
func (r *Resolver) adopt(sc *ResolveScratch, e int32, entry gazetteers.EntryID) {
	if n := sc.byEntry.first(uint64(entry) + 1); n >= 0 {
		sc.join(sc.byEntry.nodes[n].ent, e)
		return
	}
	x := &sc.ents[e]
	x.entry = entry
	x.id.s, x.name.s, x.subtype = r.set.ID(entry), r.set.Name(entry), r.set.Subtype(entry)
	sc.byEntry.add(uint64(entry)+1, e, 0)
	sc.byID.add(fnv(x.id.s), e, 0)
}

// partName gives a surname, a given name or another piece of a name its person.
func (r *Resolver) partName(sc *ResolveScratch, i int32) {
	m := &sc.ms[i]
	nm := &sc.names[sc.nameOf[i]]
	g := r.titleGender(sc, i)
	role := r.titleSlug(sc, i)
	art, aside := sc.article(i), sc.isAside(m.Sent)
	best, score := int32(-1), -1
	ends := [2]int8{nm.n - 1, 0}
	for k, w := range ends {
		for w >= 0 && w < nm.n && (nm.w[w].part || nm.w[w].suffix) {
			if k == 0 {
				w--
			} else {
				w++
			}
		}
		if w < 0 || w >= nm.n || k == 1 && w == ends[0] {
			continue
		}
		for n, c := sc.byWord.first(nm.w[w].sound), 0; n >= 0 && c < maxChain; n, c = sc.byWord.nodes[n].next, c+1 {
			node := &sc.byWord.nodes[n]
			e := sc.root(node.ent)
			x := &sc.ents[e]
			if x.typ != gazetteers.Person || x.aside && !aside || g != anyone && x.gender != anyone && x.gender != g {
				continue
			}
			if nm.words() > 1 && (x.best < 0 || !r.within(nm, &sc.names[sc.nameOf[x.best]])) {
				continue
			}
			s := 0
			switch node.kind {
			case wordSurname:
				s += 40
			case wordGiven:
				s += 20
			case wordMiddle:
				s += 10
			}
			if sc.article(x.best0) == art || sc.article(x.last) == art {
				s += 100
			} else if node.kind != wordSurname {
				continue // a given name alone does not reach into another article
			}
			if role != 0 && r.hasTitle(sc, e, role) {
				s += 15
			}
			if nm.w[w].hash != 0 && sc.spelled(x.best, nm.w[w].hash) {
				s += 2
			}
			// The latest named before it; failing that, the first named after. Who goes by the
			// surname alone already keeps it, though a relative is named in between.
			near := x.nearness(i)
			if near > 500 && x.bare {
				near += keepsName
			}
			if score < s*2000+near {
				best, score = e, s*2000+near
			}
		}
	}
	if best < 0 {
		key := mix(uint64(gazetteers.Person), nm.w[max(nm.n-1, 0)].hash)
		if n := sc.byName.first(key); n >= 0 {
			best = sc.root(sc.byName.nodes[n].ent)
			if y := sc.ents[best].entry; y != gazetteers.NoEntry && m.Entry != gazetteers.NoEntry && y != m.Entry {
				best = -1
			}
		}
		if best < 0 {
			if m.Entry != gazetteers.NoEntry {
				best = r.entEntry(sc, m.Entry, i)
			} else {
				best = sc.newEnt(gazetteers.Person, gazetteers.NoEntry, i)
			}
			sc.byName.add(key, best, 0)
		}
	}
	sc.set(i, best)
	x := &sc.ents[sc.root(best)]
	x.bare = true
	if x.gender == anyone {
		x.gender = g
	}
	if x.best < 0 {
		x.best = i
	}
}

// within reports whether the words of a piece of a name all stand in the whole, in order.
func (r *Resolver) within(piece, whole *name) bool {
	j := int8(0)
	for i := range piece.n {
		if piece.w[i].part || piece.w[i].suffix {
			continue
		}
		for j < whole.n && !piece.w[i].same(&whole.w[j]) {
			j++
		}
		if j == whole.n {
			return false
		}
		j++
	}
	return true
}

// spelled reports whether the name of mention i has a word exactly so.
func (sc *ResolveScratch) spelled(i int32, hash uint64) bool {
	if i < 0 || sc.nameOf[i] < 0 {
		return false
	}
	nm := &sc.names[sc.nameOf[i]]
	for w := range nm.n {
		if nm.w[w].hash == hash {
			return true
		}
	}
	return false
}

// nearness is ent.nearness of a person at any mention, by a search of a few hundred mentions.
func (sc *ResolveScratch) nearness(e, i int32) int {
	for k, back := i-1, 0; k >= 0 && back < 200; k, back = k-1, back+1 {
		if sc.entOf[k] >= 0 && sc.root(sc.entOf[k]) == e {
			return 999 - back
		}
	}
	for k, fwd := i+1, int32(0); int(k) < len(sc.ms) && fwd < 100; k, fwd = k+1, fwd+1 {
		if sc.entOf[k] >= 0 && sc.root(sc.entOf[k]) == e {
			return 500 - int(fwd)
		}
	}
	return 0
}

// titleGender reads the gender off the words before a name.
func (r *Resolver) titleGender(sc *ResolveScratch, i int32) gender {
	first := sc.ms[i].Toks.First
	sent := &sc.doc.Sents[sc.ms[i].Sent]
	for t := first - 1; t >= sent.Toks.First && t >= first-2; t-- {
		tok := &sc.doc.Tokens[t]
		if tok.Kind != text.Word {
			break
		}
		switch u := r.words.look(tok.Hash); {
		case u&(useHe|useShe|usePossessive) != 0:
			return anyone
		case u&useFemale != 0:
			return female
		case u&useMale != 0:
			return male
		}
		if tok.Shape == text.Lower {
			break
		}
	}
	return anyone
}

// titleSlug returns the slug of the role beside a name, 0 if it has none.
func (r *Resolver) titleSlug(sc *ResolveScratch, i int32) uint64 {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if sc.ms[k].Type == gazetteers.Role && sc.ms[k].Holder == i {
			return sc.slugs[k]
		}
	}
	for k := i + 1; int(k) < len(sc.ms) && k <= i+3; k++ {
		if sc.ms[k].Type == gazetteers.Role && sc.ms[k].Holder == i {
			return sc.slugs[k]
		}
	}
	return 0
}

// hasTitle reports whether a person is named beside a role of this slug, or
// held one according to the gazetteer.
func (r *Resolver) hasTitle(sc *ResolveScratch, e int32, slug uint64) bool {
	x := &sc.ents[e]
	for _, s := range x.titles {
		if s == slug {
			return true
		}
	}
	if x.entry != gazetteers.NoEntry {
		held := r.set.Offices(x.entry)
		for k := range held.Len() {
			if id := held.At(k).Role; len(id) > 5 && fnv(id[5:]) == slug {
				return true
			}
		}
	}
	return false
}
