package ner

import (
	"attache/gazetteers"
	"attache/text"
)

// organizations joins ORGANIZATION mentions: those that the gazetteer knows,
// acronyms in brackets, equal names, short forms, then acronyms by their letters.
func (r *Resolver) organizations(sc *ResolveScratch) {
	for i := range sc.ms {
		m := &sc.ms[i]
		if m.Type != gazetteers.Organization {
			continue
		}
		k := int32(i)
		if m.Entry == gazetteers.NoEntry || m.Toks.Len() > 1 {
			r.readName(sc, k)
		}
		if m.Entry != gazetteers.NoEntry {
			e := r.entEntry(sc, m.Entry, k)
			if m.Metonym && r.set.Type(m.Entry) != gazetteers.Organization {
				if g := r.metonym(sc, m.Entry, k); g >= 0 {
					e = g
				}
			}
			sc.set(k, e)
		} else {
			sc.set(k, r.byOrgName(sc, k))
		}
		x := &sc.ents[sc.ent(k)]
		if x.best < 0 || sc.nameOf[x.best] < 0 || sc.fuller(k, x.best) {
			x.best = k
		}
		if m.Toks.Len() > 1 {
			r.indexOrg(sc, k)
		}
	}
	for i := range sc.ms {
		if sc.ms[i].Type == gazetteers.Organization {
			r.bracket(sc, int32(i))
		}
	}
	for i := range sc.ms {
		if m := &sc.ms[i]; m.Type == gazetteers.Organization && m.Entry == gazetteers.NoEntry {
			if e := sc.ent(int32(i)); sc.ents[e].best0 == int32(i) && sc.ents[e].entry == gazetteers.NoEntry {
				r.shortForm(sc, int32(i))
			}
		}
	}
}

// byOrgName returns the entity of a discovered organization by its words,
// without articles and company suffixes.
func (r *Resolver) byOrgName(sc *ResolveScratch, i int32) int32 {
	nm := &sc.names[sc.nameOf[i]]
	key := uint64(gazetteers.Organization)
	n := nm.n
	for n > 1 && r.class(nm.w[n-1].hash)&r.orgSuffix != 0 {
		n--
	}
	for w := range n {
		if w == 0 && n > 1 && r.words.look(nm.w[0].hash)&useThe != 0 {
			continue
		}
		key = mix(key, nm.w[w].hash)
	}
	if k := sc.byName.first(key); k >= 0 {
		return sc.root(sc.byName.nodes[k].ent)
	}
	e := sc.newEnt(gazetteers.Organization, gazetteers.NoEntry, i)
	sc.ents[e].subtype = sc.ms[i].Subtype
	sc.byName.add(key, e, 0)
	return e
}

func (r *Resolver) class(hash uint64) gazetteers.Class {
	return r.set.Info(r.set.Word(hash)).Classes
}

// bracket joins "Movement for Change (MC)" and "MC (Movement for Change)".
func (r *Resolver) bracket(sc *ResolveScratch, i int32) {
	j := i + 1
	if int(j) >= len(sc.ms) || sc.ms[j].Type != gazetteers.Organization {
		return
	}
	a, b := &sc.ms[i], &sc.ms[j]
	t := a.Toks.Last
	if t+1 != b.Toks.First || int(b.Toks.Last) >= len(sc.doc.Tokens) || sc.doc.Tokens[t].Mark != '(' {
		return
	}
	if sc.doc.Tokens[b.Toks.Last].Mark != ')' {
		return
	}
	x, y := &sc.ents[sc.ent(i)], &sc.ents[sc.ent(j)]
	short, long := j, i
	if !r.isAcronym(sc, j) {
		if !r.isAcronym(sc, i) {
			return
		}
		short, long = i, j
	}
	if x.entry != gazetteers.NoEntry && y.entry != gazetteers.NoEntry && x.entry != y.entry {
		// The text's own definition holds against another reading of the letters.
		if !r.spells(sc, short, long) {
			return
		}
		e := sc.ent(long)
		hash := sc.doc.Tokens[sc.ms[short].Toks.First].Hash
		for k := range sc.ms {
			if m := &sc.ms[k]; m.Type == gazetteers.Organization && m.Toks.Len() == 1 && sc.doc.Tokens[m.Toks.First].Hash == hash {
				sc.entOf[k] = e
			}
		}
		return
	}
	sc.joinOrg(sc.ent(i), sc.ent(j))
}

// joinOrg joins two organizations unless the gazetteer knows them apart.
func (sc *ResolveScratch) joinOrg(a, b int32) {
	if sc.ents[a].entry != gazetteers.NoEntry && sc.ents[b].entry != gazetteers.NoEntry && sc.ents[a].entry != sc.ents[b].entry {
		return
	}
	sc.join(a, b)
}

// isAcronym reports whether a mention is one word of two to seven capitals.
func (r *Resolver) isAcronym(sc *ResolveScratch, i int32) bool {
	m := &sc.ms[i]
	if m.Toks.Len() != 1 {
		return false
	}
	t := &sc.doc.Tokens[m.Toks.First]
	if t.Shape != text.Upper && t.Shape != text.Mixed {
		return false
	}
	caps := 0
	for _, c := range []byte(sc.doc.Source[t.Start:t.End]) {
		if c >= 'A' && c <= 'Z' || c >= 0x80 {
			caps++
		}
	}
	return caps >= 2 && t.Len() <= 12
}

// spells reports whether the letters of an acronym are the initials of a
// longer name, articles, prepositions and company suffixes left out or not.
func (r *Resolver) spells(sc *ResolveScratch, short, long int32) bool {
	if sc.nameOf[long] < 0 {
		return false // one word that the gazetteer knows
	}
	t := &sc.doc.Tokens[sc.ms[short].Toks.First]
	sc.fold = text.Fold(sc.fold[:0], sc.doc.Source[t.Start:t.End])
	nm := &sc.names[sc.nameOf[long]]
	if nm.n < 2 {
		return false
	}
	for skip := range 2 { // first with all words, then with the capitalised ones alone
		k := 0
		ok := true
		for w := range nm.n {
			small := sc.doc.Tokens[nm.w[w].tok].Shape == text.Lower
			if skip == 1 && small {
				continue
			}
			if k < len(sc.fold) && nm.w[w].initial == sc.fold[k] {
				k++
				continue
			}
			if k == len(sc.fold) && r.class(nm.w[w].hash)&r.orgSuffix != 0 {
				continue
			}
			ok = small
			if !ok {
				break
			}
		}
		if ok && k == len(sc.fold) {
			return true
		}
	}
	return false
}

// The ends and letters of longer names are keys of byWord, told apart by a salt.
const (
	saltFirst uint64 = iota + 1
	saltLast
	saltLetters
)

// indexOrg lets short forms find a longer name.
func (r *Resolver) indexOrg(sc *ResolveScratch, i int32) {
	nm := &sc.names[sc.nameOf[i]]
	if nm.n < 2 {
		return
	}
	sc.byWord.add(mix(saltFirst, nm.w[0].hash), i, wordOrg)
	sc.byWord.add(mix(saltLast, nm.w[nm.n-1].hash), i, wordOrg)
	all, caps := saltLetters, saltLetters
	var noSuffix uint64
	for w := range nm.n {
		if w == nm.n-1 && r.class(nm.w[w].hash)&r.orgSuffix != 0 {
			noSuffix = caps
		}
		all = mix(all, uint64(nm.w[w].initial))
		if sc.doc.Tokens[nm.w[w].tok].Shape != text.Lower {
			caps = mix(caps, uint64(nm.w[w].initial))
		}
	}
	sc.byWord.add(all, i, wordOrg)
	sc.byWord.add(caps, i, wordOrg)
	if noSuffix != 0 {
		sc.byWord.add(noSuffix, i, wordOrg)
	}
}

// shortForm joins a discovered name to the one longer name of its article that
// begins with it, ends with it, or whose letters it is.
func (r *Resolver) shortForm(sc *ResolveScratch, i int32) {
	nm := &sc.names[sc.nameOf[i]]
	if nm.n == 0 {
		return
	}
	keys := [3]uint64{0, mix(saltFirst, nm.w[0].hash), mix(saltLast, nm.w[nm.n-1].hash)}
	if m := &sc.ms[i]; m.Toks.Len() == 1 && m.Len() >= 2 && m.Len() <= 8 {
		sc.fold = text.Fold(sc.fold[:0], sc.doc.Text(m.Span))
		keys[0] = saltLetters
		for _, c := range sc.fold {
			keys[0] = mix(keys[0], uint64(c))
		}
	}
	art := sc.article(i)
	self := sc.ent(i)
	for k, key := range keys {
		found := int32(-1)
		if key == 0 {
			continue
		}
		for n, c := sc.byWord.first(key), 0; n >= 0 && c < maxChain; n, c = sc.byWord.nodes[n].next, c+1 {
			j := sc.byWord.nodes[n].ent // a mention
			e := sc.ent(j)
			if e == self || e == found || sc.article(j) != art {
				continue
			}
			other := &sc.names[sc.nameOf[j]]
			fits := k == 0
			if !fits && other.n > nm.n {
				fits = k == 1 && r.beginsWith(sc, other, nm) || k == 2 && r.endsWith(sc, other, nm)
			}
			if fits {
				if found >= 0 {
					return // two names it may be short for
				}
				found = e
			}
		}
		if found >= 0 {
			sc.joinOrg(found, self)
			return
		}
	}
}

// beginsWith reports whether a name is the beginning of a longer one. One word
// is enough when it is no ordinary word and only one follows, or what follows
// says no more than what kind of thing it is.
func (r *Resolver) beginsWith(sc *ResolveScratch, long, short *name) bool {
	for w := range short.n {
		if long.w[w].hash != short.w[w].hash {
			return false
		}
	}
	if short.n >= 2 {
		return true
	}
	if r.class(short.w[0].hash)&r.orgHead != 0 {
		return r.theBefore(sc, short) // "the University" of the University of Trier
	}
	if r.set.Info(r.set.Word(short.w[0].hash)).Common > 0 {
		return false
	}
	if long.n == 2 {
		return true
	}
	for w := short.n; w < long.n; w++ {
		if r.class(long.w[w].hash)&(r.orgHead|r.orgSuffix) == 0 {
			return false
		}
	}
	return true
}

// endsWith reports whether a name is the end of a longer one; of one word when
// it is no ordinary word, or the kind of thing it is with an article ("the Commission").
func (r *Resolver) endsWith(sc *ResolveScratch, long, short *name) bool {
	d := long.n - short.n
	for w := range short.n {
		if long.w[d+w].hash != short.w[w].hash {
			return false
		}
	}
	if short.n >= 2 {
		return true
	}
	if r.class(short.w[0].hash)&r.orgHead != 0 {
		return r.theBefore(sc, short)
	}
	return long.n == 2 && r.set.Info(r.set.Word(short.w[0].hash)).Common == 0
}

// theBefore reports whether the article stands before a name.
func (r *Resolver) theBefore(sc *ResolveScratch, nm *name) bool {
	return r.words.look(sc.hashAt(nm.w[0].tok-1))&useThe != 0
}
