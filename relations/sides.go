package relations

import (
	"attache/gazetteers"
	"attache/ner"
	"attache/text"
)

// side is one filler of an argument.
type side struct {
	Arg
	ng      int16
	quality float32
}

// sidesOf appends the actors (or what types allows) that a noun group and its conjuncts name.
func (s *sentence) sidesOf(out []side, x int16, types typeSet, single bool) []side {
	for n := 0; x >= 0 && n < 32; n++ {
		out = s.sideOf(out, x, types, 0)
		if single {
			break
		}
		x = s.ngs[x].conj
	}
	return out
}

// allowed reports whether a mention may fill a slot of these types; a national capital may stand for its government.
func allowed(m *ner.Mention, types typeSet, capital bool) bool {
	if types == 0 {
		types = actors
		if m.Type == gazetteers.Location {
			return m.Metonym || capital
		}
	}
	if m.Type >= 64 {
		return false
	}
	return types>>m.Type&1 != 0
}

// sideOf appends what one noun group names as a side: its head; the holder of a title; the named modifier of a nameless
// head; the complement of a transparent one.
func (s *sentence) sideOf(out []side, x int16, types typeSet, depth int) []side {
	g := &s.ngs[x]
	if depth > 3 {
		return out
	}
	if s.tok[g.head].tag == tPron && (g.men < 0 || s.resolved(g.men) < 0) {
		return s.controlled(out, x, types, depth)
	}
	if g.men >= 0 {
		m := s.mention(g.men)
		if m.Type == gazetteers.Role {
			if m.Holder >= 0 && types&(1<<gazetteers.Person) != 0 || m.Holder >= 0 && types == 0 {
				return s.put(out, m.Holder, x, 1)
			}
			if g.appos >= 0 {
				a := &s.ngs[g.appos]
				if a.men >= 0 && s.mention(a.men).Type == gazetteers.Person {
					before := len(out)
					for y := g.appos; y >= 0; y = s.ngs[y].conj {
						out = s.sideOf(out, y, types, depth+1)
					}
					if len(out) > before {
						return out
					}
				}
			}
		}
		if m.Type == gazetteers.Group && m.Of < 0 {
			if y := s.exampleOf(x); y >= 0 {
				before := len(out)
				for ; y >= 0; y = s.ngs[y].conj {
					out = s.sideOf(out, y, types, depth+1)
				}
				if len(out) > before {
					return out
				}
			}
		}
		if m.Of < 0 && m.Holder < 0 && (m.Type == gazetteers.Role && m.Plural || m.Type == gazetteers.Group) {
			// A nameless group: its named modifier or owner is the side.
			if n := s.namedModifier(g); n >= 0 && allowed(s.mention(n), types, false) {
				if a, b, ok := s.twoModifiers(g); ok {
					return s.put(s.put(out, s.men[a].m, x, 0.9), s.men[b].m, x, 0.9)
				}
				return s.put(out, s.men[n].m, x, 0.9)
			}
			if g.owner >= 0 {
				if before := len(out); s.ngs[g.owner].men >= 0 {
					if out = s.sideOf(out, g.owner, types, depth+1); len(out) > before {
						for i := before; i < len(out); i++ {
							out[i].quality *= 0.9
							out[i].ng = x
						}
						return out
					}
				}
			}
		}
		if allowed(m, types, s.isCapital(m)) || m.Type == gazetteers.Pronoun && s.standsFor(g.men, types) {
			// "Israeli and Egyptian officials": two sides.
			if m.Type == gazetteers.Group || m.Type == gazetteers.Role {
				if a, b, ok := s.twoModifiers(g); ok && types == 0 {
					return s.put(s.put(out, s.men[a].m, x, 0.9), s.men[b].m, x, 0.9)
				}
			}
			return s.put(out, s.men[g.men].m, x, 1)
		}
		if m.Type == gazetteers.Event || m.Type == gazetteers.Misc {
			return out
		}
		return out
	}
	if g.appos >= 0 && depth < 3 {
		// "the boy's father, Juan Gonzalez"
		if a := &s.ngs[g.appos]; a.men >= 0 && s.mention(a.men).Type == gazetteers.Person {
			return s.sideOf(out, g.appos, types, depth+1)
		}
	}
	if y := s.exampleOf(x); y >= 0 {
		before := len(out)
		for ; y >= 0; y = s.ngs[y].conj {
			out = s.sideOf(out, y, types, depth+1)
		}
		if len(out) > before {
			return out
		}
	}
	var classes uint64
	if g.lex != 0 {
		classes = s.p.lex.nouns[g.lex].classes
	}
	people := classes&s.p.people != 0
	if g.of >= 0 && (classes&s.p.transparent != 0 || people) {
		before := len(out)
		for y := g.of; y >= 0; y = s.ngs[y].conj {
			out = s.sideOf(out, y, types, depth+1)
			if people {
				break
			}
		}
		if len(out) > before {
			for i := before; i < len(out); i++ {
				out[i].quality *= 0.9
				out[i].ng = x
			}
			return out
		}
	}
	if people && g.owner < 0 {
		// "lawmakers from Y"
		if y := int(x) + 1; y < len(s.ngs) && s.ngs[y].prep == pFrom && s.ngs[y].parent == x && s.ngs[y].use == usePrep {
			if before := len(out); s.modifierOf(g) < 0 {
				if out = s.sideOf(out, int16(y), types, depth+1); len(out) > before {
					for i := before; i < len(out); i++ {
						out[i].quality *= 0.85
						out[i].ng = x
					}
					return out
				}
			}
		}
	}
	plural := s.tok[g.head].f.flags&fPlural != 0 || s.pluralLooking(int(g.head))
	if classes&s.p.placehead != 0 && types>>gazetteers.Location&1 != 0 {
		// "Asir region", "Syria's Hama province"
		if m := s.modifierOf(g); m >= 0 && allowed(s.mention(m), types, false) {
			return s.put(out, s.men[m].m, x, 0.9)
		}
		if g.owner >= 0 {
			return s.sideOf(out, g.owner, types, depth+1)
		}
	}
	if !people && (classes&^s.p.thingLike != 0 || !plural && (classes == 0 || !s.loose)) {
		return out
	}
	if !people && classes != 0 && !s.loose {
		return out
	}
	if a, b, ok := s.twoModifiers(g); ok && types == 0 {
		return s.put(s.put(out, s.men[a].m, x, 0.85), s.men[b].m, x, 0.85)
	}
	if m := s.modifierOf(g); m >= 0 && (people || s.loose || s.mention(m).Type == gazetteers.Nationality) {
		if allowed(s.mention(m), types, false) || (types == 0 || people) && s.mention(m).Type == gazetteers.Location {
			return s.put(out, s.men[m].m, x, 0.85)
		}
	}
	if people && g.owner >= 0 {
		before := len(out)
		out = s.sideOf(out, g.owner, types, depth+1)
		for i := before; i < len(out); i++ {
			out[i].quality *= 0.85
			out[i].ng = x
		}
	}
	return out
}

// exampleOf returns what a "such as" or "like" behind a noun group names, or −1.
func (s *sentence) exampleOf(x int16) int16 {
	if y := int(x) + 1; y < len(s.ngs) && s.ngs[y].prep == pLike && s.ngs[y].use == usePrep && s.ngs[y].parent == x {
		return int16(y)
	}
	return -1
}

// pluralLooking reports whether an unknown head looks like a plural noun.
func (s *sentence) pluralLooking(i int) bool {
	w := s.word(i)
	n := len(w)
	return s.tok[i].f == &noForm && n > 3 && w[n-1] == 's' && w[n-2] != 's' && w[0] >= 'a'
}

// modifierOf returns the last mention inside a group before its head, or −1.
func (s *sentence) modifierOf(g *nounGroup) int16 {
	for i := int(g.head) - 1; i >= int(g.a); i-- {
		if m := s.tok[i].men; m >= 0 && s.tok[i].tag == tName {
			return m
		}
	}
	return -1
}

// namedModifier returns the nationality, country or body among a group's modifiers, or −1.
func (s *sentence) namedModifier(g *nounGroup) int16 {
	for i := int(g.head) - 1; i >= int(g.a); i-- {
		if m := s.tok[i].men; m >= 0 && m != g.men && s.tok[i].tag == tName && !s.qualified(m) {
			switch s.mention(m).Type {
			case gazetteers.Nationality, gazetteers.Country, gazetteers.Organization, gazetteers.Person:
				return m
			}
		}
	}
	return -1
}

// qualified reports whether a name only says whose help or hands something has: "Russian-backed", "Israeli-occupied".
func (s *sentence) qualified(m int16) bool {
	b := int(s.men[m].b)
	if b+1 >= len(s.tok) || s.tok[b].tag != tHyph {
		return false
	}
	switch s.doc.Tokens[s.first+b+1].Hash {
	case backedHash, basedHash, ownedHash, controlledHash, occupiedHash, heldHash, madeHash, bornHash, sponsoredHash, supportedHash:
		return true
	}
	return false
}

var occupiedHash, heldHash, madeHash, bornHash, sponsoredHash, supportedHash = text.Hash("occupied"), text.Hash("held"), text.Hash("made"), text.Hash("born"), text.Hash("sponsored"), text.Hash("supported")

// twoModifiers returns two nationalities that modify one head: "Greek and German politicians", "US-China talks".
func (s *sentence) twoModifiers(g *nounGroup) (int16, int16, bool) {
	first, last := int16(-1), int16(-1)
	for i := int(g.a); i < int(g.b); i++ {
		m := s.tok[i].men
		if m < 0 || s.tok[i].tag != tName || m == g.men || m == last {
			continue
		}
		if t := s.mention(m).Type; t != gazetteers.Nationality && t != gazetteers.Country && t != gazetteers.Organization && t != gazetteers.Person && t != gazetteers.Group &&
			!(t == gazetteers.Location && s.mention(m).Metonym) {
			continue
		}
		if first < 0 {
			first = m
		} else {
			j := int(s.men[m].a) - 1
			if s.tok[j].tag == tCoord || s.tok[j].tag == tHyph {
				return first, m, true
			}
			first = m
		}
		last = m
	}
	return 0, 0, false
}

// put appends a mention as a side, with its entity; a pronoun is shown by a name of the same entity in the
// sentence, a plural anaphor gives every entity it stands for.
func (s *sentence) put(out []side, m int32, x int16, q float32) []side {
	mm := &s.res.Mentions[m]
	e := int32(-1)
	if int(m) < len(s.res.EntityOf) {
		e = s.res.EntityOf[m]
	}
	if mm.Type == gazetteers.Location && e >= 0 {
		e = s.governmentOf(mm, e)
	}
	if mm.Type == gazetteers.Pronoun || e < 0 && mm.Plural {
		if e < 0 {
			if s.res.Plurals != nil {
				if list := s.res.Plurals[m]; len(list) > 1 {
					for _, e := range list {
						out = append(out, side{Arg{s.shown(m, e), e}, x, q * 0.9})
					}
					return out
				}
			}
			if mm.Type == gazetteers.Pronoun {
				return out
			}
		} else {
			m = s.shown(m, e)
			q *= 0.95
		}
	}
	return append(out, side{Arg{m, e}, x, q})
}

// governmentOf returns, for a capital that stands for its government, the entity of the country if the document names it.
func (s *sentence) governmentOf(m *ner.Mention, e int32) int32 {
	if !s.asActor || !s.isCapital(m) {
		return e
	}
	c := s.set.CountryByISO(s.set.HomeCountry(m.Entry))
	for i := range s.res.Entities {
		if s.res.Entities[i].Entry == c && s.res.Entities[i].Type == gazetteers.Country {
			return int32(i)
		}
	}
	return e
}

// shown returns the mention by which an entity is shown: a name in this sentence, or m itself.
func (s *sentence) shown(m, e int32) int32 {
	for _, r := range s.men {
		if int(r.m) < len(s.res.EntityOf) && s.res.EntityOf[r.m] == e {
			if t := s.res.Mentions[r.m].Type; t != gazetteers.Pronoun && t != gazetteers.Role {
				return r.m
			}
		}
	}
	return m
}

// standsFor reports whether a pronoun stands for something of these types.
func (s *sentence) standsFor(m int16, types typeSet) bool {
	g := s.men[m].m
	e := s.res.EntityOf[g]
	if list := s.res.Plurals[g]; e < 0 && len(list) > 0 {
		e = list[0]
	}
	if e < 0 {
		return false
	}
	t := s.res.Entities[e].Type
	return t < 64 && (types == 0 && actors>>t&1 != 0 || types>>t&1 != 0)
}

func (s *sentence) resolved(m int16) int32 {
	g := s.men[m].m
	if s.res.Plurals != nil && len(s.res.Plurals[g]) > 0 {
		return 0
	}
	return s.res.EntityOf[g]
}

// controlled reads a pronoun that nothing resolved as the subject of the reporting clause around it: "Israel said it would …".
func (s *sentence) controlled(out []side, x int16, types typeSet, depth int) []side {
	g := &s.ngs[x]
	if g.clause < 0 || s.clauses[g.clause].kind != clThat || s.clauses[g.clause].gov < 0 || s.clauses[g.clause].subj != x {
		return out
	}
	y := s.vgs[s.clauses[g.clause].gov].subj
	if y < 0 || y == x {
		return out
	}
	if s.tok[s.ngs[y].head].tag == tPron && s.ngs[y].men < 0 {
		return out
	}
	before := len(out)
	out = s.sideOf(out, y, types, depth+1)
	switch h := s.doc.Tokens[s.first+int(g.head)].Hash; h {
	case itHash, heHash, sheHash, theyHash:
		for i := before; i < len(out); i++ {
			t := s.res.Mentions[out[i].Mention].Type
			person := t == gazetteers.Person || t == gazetteers.Role
			if person != (h == heHash || h == sheHash) && h != theyHash {
				return out[:before]
			}
			out[i].quality *= 0.95
			out[i].ng = x
		}
		return out
	}
	return out[:before]
}

var itHash, heHash, sheHash, theyHash, weHash = text.Hash("it"), text.Hash("he"), text.Hash("she"), text.Hash("they"), text.Hash("we")

// isCapital reports whether a mention names the capital of a country.
func (s *sentence) isCapital(m *ner.Mention) bool {
	if s.noCapital || s.set == nil || m.Type != gazetteers.Location || m.Entry == gazetteers.NoEntry {
		return false
	}
	home := s.set.HomeCountry(m.Entry)
	if home == "" {
		return false
	}
	c := s.set.CountryByISO(home)
	return c != gazetteers.NoEntry && s.set.Capital(c) == s.set.ID(m.Entry)
}
