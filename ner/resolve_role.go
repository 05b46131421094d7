package ner

import "attache/gazetteers"

// slug appends the last part of a role's id to dst and returns its hash:
// "foreign-minister" of "foreign minister", "deputy-prime-minister" with its rank.
func (r *Resolver) slug(sc *ResolveScratch, i int32, dst *[]byte) uint64 {
	m := &sc.ms[i]
	b := sc.slugBuf[:0]
	if m.Entry != gazetteers.NoEntry {
		id := r.set.ID(m.Entry)
		if len(id) > 5 && id[:5] == "role:" {
			id = id[5:]
		}
		switch m.Rank {
		case "deputy", "vice", "assistant", "under", "shadow":
			if !containsBytes(id, []byte("deputy")) && !containsBytes(id, []byte("vice")) && (len(id) < len(m.Rank) || id[:len(m.Rank)] != m.Rank) {
				b = append(b, m.Rank...)
				b = append(b, '-')
			}
		}
		if m.Portfolio.Len() > 0 && m.Portfolio.End <= int32(len(sc.doc.Source)) {
			at := len(b)
			b = appendKebab(b, sc.doc.Text(m.Portfolio), &sc.fold)
			if containsBytes(id, b[at:]) || namesPortfolio(id) {
				b = b[:at]
			} else {
				b = append(b, '-')
			}
		}
		b = append(b, id...)
	} else {
		b = appendKebab(b, sc.doc.Text(m.Span), &sc.fold)
	}
	sc.slugBuf = b
	if dst != nil {
		*dst = append(*dst, b...)
	}
	return fnv(b)
}

// namesPortfolio reports whether a role's id already says what the office is for.
func namesPortfolio(id string) bool {
	switch id {
	case "minister", "secretary", "deputy-minister", "undersecretary", "assistant-secretary", "commissioner", "shadow-minister":
		return false
	}
	return true
}

func containsBytes(s string, sub []byte) bool {
	for i := 0; i+len(sub) <= len(s); i++ {
		if s[i:i+len(sub)] == string(sub) {
			return true
		}
	}
	return len(sub) == 0
}

// country returns the entity of the country that an entity is or belongs to, −1 if unknown.
func (r *Resolver) country(sc *ResolveScratch, e int32) int32 {
	if e < 0 {
		return -1
	}
	x := &sc.ents[e]
	if x.typ == gazetteers.Country {
		return e
	}
	if x.nation >= 0 {
		return sc.root(x.nation)
	}
	if x.entry != gazetteers.NoEntry {
		return r.entCountry(sc, r.set.Country(x.entry), -1)
	}
	return -1
}

// citizen makes a person whose country is not known one of the country of the
// body (−1: none) whose office they hold.
func (r *Resolver) citizen(sc *ResolveScratch, person, of int32) {
	if of < 0 || sc.ents[person].nation >= 0 {
		return
	}
	c := r.country(sc, of) // may make an entity, and so move them all
	sc.ents[person].nation = c
}

// owner returns the entity that a ROLE or GROUP mention belongs to: what its Of names, a
// capital's country, a people's country.
func (r *Resolver) owner(sc *ResolveScratch, i int32) int32 {
	of := sc.ent(sc.ms[i].Of)
	if of < 0 {
		return -1
	}
	switch x := &sc.ents[of]; x.typ {
	case gazetteers.Nationality:
		if c := r.country(sc, of); c >= 0 {
			return c
		}
	case gazetteers.Location:
		if x.entry != gazetteers.NoEntry && r.capital(x.entry) {
			switch sc.ms[i].Subtype {
			case "mayor", "police", "civilians", "protesters", "local", "legislators":
			default:
				if sc.ms[i].Type == gazetteers.Group {
					return r.country(sc, of)
				}
			}
		}
	}
	return of
}

// capital reports whether an entry is the capital of its country.
func (r *Resolver) capital(entry gazetteers.EntryID) bool {
	iso := r.set.Country(entry)
	if iso == "" {
		return false
	}
	c := r.set.CountryByISO(iso)
	return c != gazetteers.NoEntry && r.set.Capital(c) == r.set.ID(entry)
}

// roleEnt returns the entity of an office: a role, given by a mention of it, and what it
// belongs to (−1: unknown).
func (r *Resolver) roleEnt(sc *ResolveScratch, i, of int32) int32 {
	return r.roleOf(sc, sc.slugs[i], of, i, -1)
}

// roleOf is roleEnt with the slug of mention i, or of the role entity like (−1: none).
func (r *Resolver) roleOf(sc *ResolveScratch, slug uint64, of, i, like int32) int32 {
	key := mix(mix(slug, uint64(of+1)), saltRole)
	if n := sc.byID.first(key); n >= 0 {
		return sc.byID.nodes[n].ent
	}
	e := sc.newEnt(gazetteers.Role, gazetteers.NoEntry, -1)
	var owner made
	if of >= 0 {
		owner = r.idOf(sc, of)
	}
	start := int32(len(sc.arena))
	sc.appendOwner(owner)
	x := &sc.ents[e]
	x.of, x.slug = of, slug
	if like >= 0 {
		y := &sc.ents[like]
		x.name, x.subtype, x.entry0 = y.name, y.subtype, y.entry0
		sc.arena = append(sc.arena, afterSlash(sc.str(y.id))...)
	} else {
		m := &sc.ms[i]
		r.slug(sc, i, &sc.arena)
		x.subtype, x.entry0 = m.Subtype, m.Entry
		x.name.s = sc.doc.Text(m.Span)
		x.best0, x.last = -1, -1
	}
	return sc.claim(e, start, key)
}

// roleOfEntry is roleEnt for a title that only the gazetteer gives.
func (r *Resolver) roleOfEntry(sc *ResolveScratch, title gazetteers.EntryID, of int32) int32 {
	id := r.set.ID(title)[5:]
	slug := fnv(id)
	key := mix(mix(slug, uint64(of+1)), saltRole)
	if n := sc.byID.first(key); n >= 0 {
		return sc.byID.nodes[n].ent
	}
	e := sc.newEnt(gazetteers.Role, gazetteers.NoEntry, -1)
	owner := r.idOf(sc, of)
	start := int32(len(sc.arena))
	sc.appendOwner(owner)
	sc.arena = append(sc.arena, id...)
	x := &sc.ents[e]
	x.of, x.slug, x.entry0 = of, slug, title
	x.subtype, x.name.s = r.set.Subtype(title), r.set.Name(title)
	return sc.claim(e, start, key)
}

// claim gives a new entity the id that the arena ends with, and returns it; when
// another has that id already (the governor of a city and of a region of the same
// name), that other is returned.
func (sc *ResolveScratch) claim(e, start int32, key uint64) int32 {
	id := fnv(sc.arena[start:])
	if n := sc.byID.first(id); n >= 0 {
		e = sc.root(sc.byID.nodes[n].ent)
	} else {
		sc.ents[e].id = made{off: start, end: int32(len(sc.arena))}
		sc.byID.add(id, e, 0)
	}
	sc.byID.add(key, e, 0)
	return e
}

// appendOwner appends "role:", and the country or body with a slash, to the arena.
func (sc *ResolveScratch) appendOwner(id made) {
	sc.arena = append(sc.arena, "role:"...)
	if id.none() {
		return
	}
	at := len(sc.arena)
	sc.arena = append(sc.arena, afterColon(sc.str(id))...)
	lower(sc.arena[at:])
	sc.arena = append(sc.arena, '/')
}

func afterColon(id []byte) []byte {
	for i, c := range id {
		if c == ':' {
			return id[i+1:]
		}
	}
	return id
}

func afterSlash(id []byte) []byte {
	for i := len(id) - 1; i >= 0; i-- {
		if id[i] == '/' || id[i] == ':' {
			return id[i+1:]
		}
	}
	return id
}

func lower(b []byte) {
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
}

// roles gives the titles beside names their offices and the persons theirs,
// those with a country or body named first.
func (r *Resolver) roles(sc *ResolveScratch) {
	for pass := range 2 {
		for i := range sc.ms {
			m := &sc.ms[i]
			if m.Type != gazetteers.Role || m.Holder < 0 || sc.entOf[i] >= 0 || r.isCounterpart(sc, int32(i)) {
				continue
			}
			k := int32(i)
			holder := sc.ent(m.Holder)
			if holder < 0 || sc.ents[holder].typ != gazetteers.Person {
				continue
			}
			of := r.owner(sc, k)
			if of < 0 && pass == 0 {
				continue
			}
			if of < 0 {
				of = r.ownerByHolder(sc, k, holder)
			}
			role := r.roleEnt(sc, k, of)
			sc.set(k, role)
			if of >= 0 {
				holder = r.knownHolder(sc, holder, k, role, of)
			}
			sc.addOffice(holder, role, k, pastRank(m.Rank))
			r.citizen(sc, holder, of)
			sc.byRole.add(sc.slugs[i], holder, 0)
		}
	}
}

// Salts keep the keys of byID that are no ids apart from each other.
const (
	saltRole uint64 = 0x726f6c65 + iota
	saltGroup
	saltWhose
	saltPlace
)

// titledLists gives the persons of "Presidents Ana Rojas of Chile and Kari Dahl
// of Norway" and "German ministers A and B" their offices.
func (r *Resolver) titledLists(sc *ResolveScratch) {
	for i := range sc.ms {
		m := &sc.ms[i]
		if m.Type != gazetteers.Role || !m.Plural || m.Entry == gazetteers.NoEntry || m.Holder >= 0 {
			continue
		}
		k := int32(i) + 1
		at := m.Toks.Last
		shared := int32(-1)
		if m.Of >= 0 && m.Of < int32(i) {
			shared = r.owner(sc, int32(i))
		}
		for int(k) < len(sc.ms) && sc.ms[k].Type == gazetteers.Person && sc.ms[k].Sent == m.Sent {
			if t := sc.ms[k].Toks.First; t != at && !r.listed(sc, at, t) {
				break
			}
			person, of := sc.ent(k), shared
			at = sc.ms[k].Toks.Last
			k++
			if int(k) < len(sc.ms) && canOwn(sc.ms[k].Type) && sc.ms[k].Sent == m.Sent && r.words.look(sc.hashAt(at))&useOf != 0 {
				t := at + 1
				if r.words.look(sc.hashAt(t))&useThe != 0 {
					t++
				}
				if e := sc.ent(k); e >= 0 && t == sc.ms[k].Toks.First {
					of = e
					at = sc.ms[k].Toks.Last
					k++
				}
			}
			if person < 0 || sc.ents[person].typ != gazetteers.Person {
				break
			}
			sc.addOffice(person, r.roleEnt(sc, int32(i), of), int32(i), pastRank(m.Rank))
			sc.byRole.add(sc.slugs[i], person, 0)
			r.citizen(sc, person, of)
		}
	}
}

func pastRank(rank string) bool {
	return rank == "former" || rank == "ex" || rank == "late" || rank == "onetime"
}

// ownerByHolder finds what an office without a named country belongs to, from
// the person's other titles and from the gazetteer.
func (r *Resolver) ownerByHolder(sc *ResolveScratch, i, holder int32) int32 {
	x := &sc.ents[holder]
	for o := x.office; o >= 0; o = sc.offices[o].next {
		if role := &sc.ents[sc.offices[o].role]; role.slug == sc.slugs[i] && role.of >= 0 {
			return sc.root(role.of)
		}
	}
	if x.entry != gazetteers.NoEntry {
		held := r.set.Offices(x.entry)
		for k := range held.Len() {
			t := held.At(k)
			if len(t.Role) > 5 && fnv(t.Role[5:]) == sc.slugs[i] {
				if of := r.entID(sc, t.Of, -1); of >= 0 {
					return of
				}
			}
		}
	}
	// "Chilean Foreign Minister Rojas and Defence Minister Vidal" are both Chile's; two heads are seldom.
	if p := sc.ms[i].Toks.First; i >= 2 {
		name, title := &sc.ms[i-1], &sc.ms[i-2]
		if name.Type == gazetteers.Person && title.Type == gazetteers.Role && title.Holder == i-1 && title.Sent == sc.ms[i].Sent &&
			title.Of >= 0 && title.Of < i-2 && r.listed(sc, name.Toks.Last, p) {
			switch sc.ms[i].Subtype {
			case "foreign-minister", "defence-minister", "minister", "adviser", "ambassador", "spokesperson":
				return r.owner(sc, i-2)
			}
		}
	}
	switch sc.ms[i].Subtype {
	case "head-of-state", "head-of-government", "foreign-minister", "defence-minister", "minister":
		if x.nation >= 0 {
			return sc.root(x.nation)
		}
		return r.homeOffice(sc, i)
	}
	return -1
}
