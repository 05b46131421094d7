package ner

import (
	"attache/gazetteers"
	"attache/text"
)

// bareTitles resolves the ROLE mentions without a name beside them: to the
// person of the article who was given that title, else to the holder whom the
// gazetteer knows for the article's day, else to the office itself.
func (r *Resolver) bareTitles(sc *ResolveScratch) {
	for i := range sc.ms {
		m := &sc.ms[i]
		k := int32(i)
		if m.Type != gazetteers.Role || sc.entOf[i] >= 0 || sc.inPlural(k) || r.isCounterpart(sc, k) {
			continue
		}
		of := r.owner(sc, k)
		if m.Plural {
			if of >= 0 {
				sc.set(k, r.roleEnt(sc, k, of)) // "German politicians"
			}
			continue
		}
		if !r.definite(sc, k) || pastRank(m.Rank) || sc.unknownName(k) {
			if of >= 0 && !pastRank(m.Rank) {
				sc.set(k, r.roleEnt(sc, k, of))
			}
			continue
		}
		if e := r.titled(sc, k, of); e >= 0 {
			sc.set(k, e)
			continue
		}
		if of < 0 {
			continue
		}
		role := r.roleEnt(sc, k, of)
		if entry := r.holderOf(sc, role, of, sc.published(k)); entry != gazetteers.NoEntry && (m.Rank == "" || m.Rank == "outgoing") {
			e := r.entEntry(sc, entry, k)
			sc.addOffice(e, role, k, false)
			r.citizen(sc, e, of)
			sc.byRole.add(sc.slugs[i], e, 0)
			sc.set(k, e)
			continue
		}
		sc.set(k, role)
	}
}

// definite reports whether a title means its one holder: "the president",
// "Japan's foreign minister", a headline's "US president", not "a president", "the next
// president", "as president".
func (r *Resolver) definite(sc *ResolveScratch, i int32) bool {
	m := &sc.ms[i]
	first := m.Toks.First
	if of := m.Of; of >= 0 && of < i && sc.ms[of].Toks.Last <= first && first-sc.ms[of].Toks.Last <= 1 {
		if first > sc.ms[of].Toks.Last {
			return true // "Japan's foreign minister"
		}
		first = sc.ms[of].Toks.First
	}
	sent := &sc.doc.Sents[m.Sent]
	if first <= sent.Toks.First {
		return sent.Flags&text.Headline != 0 || m.Of >= 0
	}
	t := &sc.doc.Tokens[first-1]
	use := r.words.look(t.Hash)
	switch {
	case use&(useIndefinite|useNew) != 0:
		return false
	case use&useThe != 0:
		return true
	case use&usePossessive != 0, t.Kind == text.Possessive:
		return false // "his president" is seldom worth the risk
	}
	return m.Of >= 0 && (sent.Flags&(text.Headline|text.TitleCase) != 0 || m.Of < i)
}

// unknownName reports whether a capitalised word that is no mention follows a
// title: the beginning of a name that Recognize did not see.
func (sc *ResolveScratch) unknownName(i int32) bool {
	m := &sc.ms[i]
	t := m.Toks.Last
	if sent := &sc.doc.Sents[m.Sent]; t >= sent.Toks.Last || sent.Flags&(text.TitleCase|text.AllCaps) != 0 {
		return false
	}
	tok := &sc.doc.Tokens[t]
	if tok.Kind != text.Word || tok.Shape == text.Lower || tok.Shape == text.NoCase {
		return false
	}
	return int(i)+1 >= len(sc.ms) || sc.ms[i+1].Toks.First > t
}

// titled returns the person of the article who goes by the title of mention i,
// the latest before it; −1 when nobody does, or nobody of that country.
func (r *Resolver) titled(sc *ResolveScratch, i, of int32) int32 {
	art := sc.article(i)
	best, near := int32(-1), 0
	for n, c := sc.byRole.first(sc.slugs[i]), 0; n >= 0 && c < maxChain; n, c = sc.byRole.nodes[n].next, c+1 {
		e := sc.root(sc.byRole.nodes[n].ent)
		x := &sc.ents[e]
		if sc.article(x.best0) != art && sc.article(x.last) != art {
			continue
		}
		if of >= 0 && !r.holds(sc, e, sc.slugs[i], of) {
			continue
		}
		if of < 0 && sc.heldBefore(e, sc.slugs[i]) {
			continue
		}
		v := sc.nearness(e, i)
		if v <= 500 && (of < 0 || v == 0) {
			continue // a bare title looks back
		}
		if v > near {
			best, near = e, v
		}
	}
	if best >= 0 && of < 0 && near < 999-60 {
		return -1 // too long ago
	}
	return best
}

// holds reports whether a person is known by an office of this slug and of this
// country or body.
func (r *Resolver) holds(sc *ResolveScratch, e int32, slug uint64, of int32) bool {
	for o := sc.ents[e].office; o >= 0; o = sc.offices[o].next {
		role := &sc.ents[sc.offices[o].role]
		if role.slug != slug || sc.offices[o].former {
			continue
		}
		if role.of < 0 {
			return sc.ents[e].nation >= 0 && sc.root(sc.ents[e].nation) == r.country(sc, of)
		}
		if sc.root(role.of) == of || r.country(sc, sc.root(role.of)) == of {
			return true
		}
	}
	return false
}

// heldBefore reports whether all offices of this slug that a person is known by are past.
func (sc *ResolveScratch) heldBefore(e int32, slug uint64) bool {
	past := false
	for o := sc.ents[e].office; o >= 0; o = sc.offices[o].next {
		if sc.ents[sc.offices[o].role].slug == slug {
			if !sc.offices[o].former {
				return false
			}
			past = true
		}
	}
	return past
}

// groups gives GROUP mentions their entities: the sector of a country, of a body, or of nobody named.
func (r *Resolver) groups(sc *ResolveScratch) {
	for i := range sc.ms {
		m := &sc.ms[i]
		if m.Type != gazetteers.Group || sc.entOf[i] >= 0 || sc.inPlural(int32(i)) {
			continue
		}
		k := int32(i)
		of := r.owner(sc, k)
		sector := m.Subtype
		if sector == "" {
			sector = "people"
		}
		whose := mix(mix(uint64(sc.article(k)), uint64(m.Entry)+1), saltWhose)
		if of < 0 && m.Toks.First > 0 && r.words.look(sc.hashAt(m.Toks.First-1))&useThe != 0 {
			// "the soldiers" are those of the same word named last with their side, when only one side's were.
			if n := sc.byID.first(whose); n >= 0 && sc.byID.nodes[n].next < 0 {
				sc.set(k, sc.byID.nodes[n].ent)
				continue
			}
		}
		key := mix(mix(fnv(sector), uint64(of+1)), saltGroup)
		e := int32(-1)
		if n := sc.byID.first(key); n >= 0 {
			e = sc.byID.nodes[n].ent
		} else {
			e = sc.newEnt(gazetteers.Group, gazetteers.NoEntry, k)
			var owner made
			if of >= 0 {
				owner = r.idOf(sc, of)
			}
			start := int32(len(sc.arena))
			sc.arena = append(sc.arena, "group:"...)
			if of >= 0 {
				sc.arena = append(sc.arena, afterColon(sc.str(owner))...)
				sc.arena = append(sc.arena, '/')
			}
			sc.arena = append(sc.arena, sector...)
			nation := r.country(sc, of) // may make an entity, and so move them all
			x := &sc.ents[e]
			x.of, x.subtype, x.nation = of, sector, nation
			x.name = sc.groupName(k, of)
			e = sc.claim(e, start, key)
		}
		if of >= 0 {
			sc.byID.add(whose, e, 0)
		}
		sc.set(k, e)
	}
}

// groupName names a group by its first mention with what it belongs to.
func (sc *ResolveScratch) groupName(i, of int32) made {
	m := &sc.ms[i]
	if m.Of >= 0 && m.Of < i && sc.ms[m.Of].Sent == m.Sent && m.Start-sc.ms[m.Of].End <= 4 {
		return made{s: sc.doc.Source[sc.ms[m.Of].Start:m.End]}
	}
	return made{s: sc.doc.Text(m.Span)}
}

// nameless gives the offices that resolve to nobody ("a minister", "community
// leaders") an entity of their own, as groups have, since they can be sides of relations.
func (r *Resolver) nameless(sc *ResolveScratch) {
	for i := range sc.ms {
		m := &sc.ms[i]
		if m.Type == gazetteers.Role && sc.entOf[i] < 0 && !sc.inPlural(int32(i)) {
			if m.Plural && i+1 < len(sc.ms) && sc.ms[i+1].Type == gazetteers.Person && sc.ms[i+1].Toks.First == m.Toks.Last {
				continue // the title of those who are named behind it
			}
			k := int32(i)
			sc.set(k, r.roleEnt(sc, k, r.owner(sc, k)))
		}
	}
}

// nations tells persons their country by their offices where the gazetteer does not.
func (r *Resolver) nations(sc *ResolveScratch) {
	for e := range sc.ents {
		x := &sc.ents[e]
		if x.into != int32(e) || x.typ != gazetteers.Person || x.nation >= 0 {
			continue
		}
		if x.entry != gazetteers.NoEntry && r.set.Country(x.entry) != "" {
			continue
		}
		for o := x.office; o >= 0; o = sc.offices[o].next {
			if of := sc.ents[sc.offices[o].role].of; of >= 0 {
				if c := r.country(sc, sc.root(of)); c >= 0 {
					sc.ents[e].nation = c
					break
				}
			}
		}
	}
}
