package ner

import (
	"slices"
	"strings"

	"attache/gazetteers"
	"attache/text"
)

// maxAliases bounds how many spellings of one entity are listed.
const maxAliases = 24

// appendKebab appends s in small letters without diacritics, its words joined by hyphens.
func appendKebab(dst []byte, s string, buf *[]byte) []byte {
	*buf = text.Fold((*buf)[:0], s)
	start, gap := len(dst), false
	for _, c := range *buf {
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80 {
			if gap && len(dst) > start {
				dst = append(dst, '-')
			}
			gap = false
			dst = append(dst, c)
			if len(dst)-start >= 120 && c < 0x80 {
				break
			}
			continue
		}
		gap = true
	}
	return dst
}

// idOf returns the id of an entity, made from its fullest name when the
// gazetteer does not give one.
func (r *Resolver) idOf(sc *ResolveScratch, e int32) made {
	x := &sc.ents[e]
	if !x.id.none() {
		return x.id
	}
	start := int32(len(sc.arena))
	switch x.typ {
	case gazetteers.Person:
		sc.arena = append(sc.arena, "person:"...)
	case gazetteers.Organization:
		sc.arena = append(sc.arena, "org:"...)
	case gazetteers.Location, gazetteers.Country: // a country that no gazetteer knows has no code
		sc.arena = append(sc.arena, "place:"...)
	case gazetteers.Event:
		sc.arena = append(sc.arena, "event:"...)
	default:
		at := len(sc.arena)
		sc.arena = append(sc.arena, r.set.TypeName(x.typ)...)
		lower(sc.arena[at:])
		sc.arena = append(sc.arena, ':')
	}
	if x.best >= 0 {
		sc.arena = appendKebab(sc.arena, sc.nameText(x.best), &sc.fold)
	}
	if sc.arena[len(sc.arena)-1] == ':' {
		sc.arena = append(sc.arena, 'x')
	}
	// Two things of one name stay two.
	end := len(sc.arena)
	for n := 2; ; n++ {
		if k := sc.byID.first(fnv(sc.arena[start:])); k < 0 {
			break
		}
		sc.arena = append(sc.arena[:end], '-')
		sc.arena = appendInt(sc.arena, n)
	}
	sc.byID.add(fnv(sc.arena[start:]), e, 0)
	x.id = made{off: start, end: int32(len(sc.arena))}
	return x.id
}

func appendInt(b []byte, n int) []byte {
	if n >= 10 {
		b = appendInt(b, n/10)
	}
	return append(b, byte('0'+n%10))
}

// nameText returns the text of a mention; a name that runs over the end of a line, or holds other odd
// space, gets single blanks.
func (sc *ResolveScratch) nameText(i int32) string {
	s := sc.doc.Text(sc.ms[i].Span)
	for k := 0; k < len(s); k++ {
		if c := s[k]; c < ' ' || k+1 < len(s) && (c == ' ' && s[k+1] == ' ' || c == 0xC2 && s[k+1] == 0xA0) {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// finish lays the result out: mentions in the order of the text with the
// anaphors among them, entities in the order of their first mention.
func (r *Resolver) finish(sc *ResolveScratch) Resolution {
	sc.merge()
	sc.number = slices.Grow(sc.number[:0], len(sc.ents))[:len(sc.ents)]
	for e := range sc.number {
		sc.number[e] = -1
	}
	sc.entities, sc.aliases = sc.entities[:0], sc.aliases[:0]
	sc.held, sc.heldIn = sc.held[:0], sc.heldIn[:0]
	// Number the entities and count their mentions.
	sc.heads = sc.heads[:0]
	sc.order = sc.order[:0]
	for i, e := range sc.outOf {
		if e < 0 {
			sc.outOf[i] = -1
			continue
		}
		e = sc.root(e)
		if sc.number[e] < 0 {
			sc.number[e] = int32(len(sc.heads))
			sc.heads = append(sc.heads, 0)
			sc.order = append(sc.order, e)
		}
		sc.outOf[i] = sc.number[e]
		sc.heads[sc.number[e]]++
	}
	for _, l := range sc.pairs {
		e := sc.root(l)
		if sc.number[e] < 0 {
			sc.number[e] = int32(len(sc.heads))
			sc.heads = append(sc.heads, 0)
			sc.order = append(sc.order, e)
		}
	}
	total := int32(0)
	for k, n := range sc.heads {
		sc.heads[k] = total
		total += n
	}
	sc.lists = slices.Grow(sc.lists[:0], int(total))[:total]
	for i, k := range sc.outOf {
		if k >= 0 {
			sc.lists[sc.heads[k]] = int32(i)
			sc.heads[k]++
		}
	}
	from := int32(0)
	for k, e := range sc.order {
		x := &sc.ents[e]
		r.idOf(sc, e)
		n := Entity{Type: x.typ, Subtype: x.subtype, Entry: x.entry, Mentions: sc.lists[from:sc.heads[k]:sc.heads[k]]}
		from = sc.heads[k]
		if x.entry != gazetteers.NoEntry {
			n.Country = r.set.Country(x.entry)
		}
		if n.Country == "" && x.nation >= 0 {
			if c := sc.ents[sc.root(x.nation)].entry; c != gazetteers.NoEntry {
				n.Country = r.set.Country(c)
			}
		}
		if n.Country == "" && x.of >= 0 {
			if c := r.countryKnown(sc, sc.root(x.of)); c != gazetteers.NoEntry {
				n.Country = r.set.Country(c)
			}
		}
		if x.literal != gazetteers.NoEntry {
			n.Literal = r.set.ID(x.literal)
		}
		if x.name.none() && x.best >= 0 {
			x.name.s = sc.nameText(x.best)
		}
		sc.entities = append(sc.entities, n)
	}
	for k, e := range sc.order {
		sc.listAliases(k, e)
	}
	sc.heads = sc.heads[:0]
	for _, e := range sc.order {
		if sc.ents[e].typ == gazetteers.Person {
			r.listOffices(sc, e)
		}
		sc.heads = append(sc.heads, int32(len(sc.held)))
	}
	all := string(sc.arena)
	for k, h := range sc.heldIn {
		o := &sc.held[k]
		o.Role, o.Of, o.From, o.To = h.role.get(all), h.of.get(all), h.from.get(all), h.to.get(all)
	}
	from = 0
	for k, e := range sc.order {
		n := &sc.entities[k]
		n.ID, n.Name = sc.ents[e].id.get(all), sc.ents[e].name.get(all)
		if to := sc.heads[k]; to > from {
			n.Offices = sc.held[from:to:to]
			from = to
		}
	}
	res := Resolution{Mentions: sc.out, Entities: sc.entities, EntityOf: sc.outOf}
	if len(sc.plural) > 0 {
		if sc.plurals == nil {
			sc.plurals = make(map[int32][]int32)
		}
		clear(sc.plurals)
		for k := range sc.pairs {
			sc.pairs[k] = sc.number[sc.root(sc.pairs[k])]
		}
		for _, p := range sc.plural {
			sc.plurals[p.mention] = sc.pairs[p.first:p.last:p.last]
		}
		res.Plurals = sc.plurals
	}
	return res
}

// countryKnown is country without making an entity.
func (r *Resolver) countryKnown(sc *ResolveScratch, e int32) gazetteers.EntryID {
	x := &sc.ents[e]
	if x.entry != gazetteers.NoEntry {
		if x.typ == gazetteers.Country {
			return x.entry
		}
		if iso := r.set.Country(x.entry); iso != "" {
			return r.set.CountryByISO(iso)
		}
	}
	if x.nation >= 0 {
		return sc.ents[sc.root(x.nation)].entry
	}
	return gazetteers.NoEntry
}

// merge puts the anaphors among the mentions.
func (sc *ResolveScratch) merge() {
	n := len(sc.ms) + len(sc.anaphors)
	sc.out = slices.Grow(sc.out[:0], n)
	sc.outOf = slices.Grow(sc.outOf[:0], n)
	sc.at = sc.at[:0]
	k := 0
	for i := range sc.ms {
		for k < len(sc.anaphors) && sc.anaphors[k].m.Start < sc.ms[i].Start {
			sc.takeAnaphor(k)
			k++
		}
		sc.at = append(sc.at, int32(len(sc.out)))
		sc.out = append(sc.out, sc.ms[i])
		sc.outOf = append(sc.outOf, sc.entOf[i])
	}
	for ; k < len(sc.anaphors); k++ {
		sc.takeAnaphor(k)
	}
	for i := range sc.out {
		m := &sc.out[i]
		if m.Of >= 0 {
			m.Of = sc.at[m.Of]
		}
		if m.Holder >= 0 {
			m.Holder = sc.at[m.Holder]
		}
	}
	for i := range sc.plural {
		p := &sc.plural[i]
		if p.anaphor < 0 {
			p.mention = sc.at[p.mention]
			continue
		}
		k, _ := slices.BinarySearchFunc(sc.anaphors, p.anaphor, func(a anaphor, tok int32) int { return int(a.m.Toks.First - tok) })
		p.mention = sc.anaphors[k].at
	}
	for i := range sc.offices {
		if m := sc.offices[i].mention; m >= 0 {
			sc.offices[i].mention = sc.at[m]
		}
	}
}

func (sc *ResolveScratch) takeAnaphor(k int) {
	sc.anaphors[k].at = int32(len(sc.out))
	sc.out = append(sc.out, sc.anaphors[k].m)
	sc.outOf = append(sc.outOf, sc.anaphors[k].ent)
}

// listAliases lists the other spellings by which the text names an entity.
func (sc *ResolveScratch) listAliases(k int, e int32) {
	n := &sc.entities[k]
	if n.Type == gazetteers.Role || n.Type == gazetteers.Group {
		return
	}
	name := sc.str(sc.ents[e].name)
	first := len(sc.aliases)
	seen := 0
	for _, i := range n.Mentions {
		m := &sc.out[i]
		if m.Type == gazetteers.Pronoun || m.Type == gazetteers.Role || m.Type == gazetteers.Nationality && n.Type != gazetteers.Nationality || m.Metonym {
			continue
		}
		if seen++; seen > 4096 {
			break
		}
		s := sc.doc.Text(m.Span)
		if s == string(name) || slices.Contains(sc.aliases[first:], s) {
			continue
		}
		if len(sc.aliases)-first == maxAliases {
			break
		}
		sc.aliases = append(sc.aliases, s)
	}
	if len(sc.aliases) > first {
		n.Aliases = sc.aliases[first:len(sc.aliases):len(sc.aliases)]
	}
}

// heldMade are the strings of an Office in the making.
type heldMade struct {
	role, of, from, to made
}

// listOffices lists the offices of a person that the text gives, with the
// gazetteer's dates, and those that the gazetteer knows for the article's day.
func (r *Resolver) listOffices(sc *ResolveScratch, e int32) {
	x := &sc.ents[e]
	day := text.Date{}
	if len(sc.doc.Articles) > 0 {
		day = sc.doc.Articles[0].Published
		if x.best0 >= 0 {
			day = sc.published(x.best0)
		}
	}
	for o := x.office; o >= 0; o = sc.offices[o].next {
		role := &sc.ents[sc.offices[o].role]
		h := heldMade{role: role.id}
		if role.of >= 0 {
			h.of = r.idOf(sc, sc.root(role.of))
		}
		if x.entry != gazetteers.NoEntry {
			held := r.set.Offices(x.entry)
			for t := held.Len() - 1; t >= 0; t-- {
				term := held.At(t)
				if len(term.Role) > 5 && fnv(term.Role[5:]) == role.slug && string(sc.str(h.of)) == term.Of && (day.IsZero() || !after(term.From, day)) {
					h.from, h.to = sc.date(term.From), sc.date(term.To)
					break
				}
			}
		}
		sc.held = append(sc.held, Office{Name: role.name.s, Mention: sc.offices[o].mention})
		sc.heldIn = append(sc.heldIn, h)
	}
	if x.entry != gazetteers.NoEntry && !day.IsZero() {
		held := r.set.Offices(x.entry)
		for t := range held.Len() {
			term := held.At(t)
			if term.From.IsZero() || after(term.From, day) || !term.To.IsZero() && after(day, term.To) || sc.hasOffice(x.office, term) {
				continue
			}
			start := int32(len(sc.arena))
			sc.arena = append(sc.arena, "role:"...)
			at := len(sc.arena)
			for c := range len(term.Of) {
				if term.Of[c] == ':' {
					sc.arena = append(sc.arena, term.Of[c+1:]...)
					lower(sc.arena[at:])
					sc.arena = append(sc.arena, '/')
					break
				}
			}
			sc.arena = append(sc.arena, term.Role[min(5, len(term.Role)):]...)
			h := heldMade{role: made{off: start, end: int32(len(sc.arena))}, of: made{s: term.Of}, from: sc.date(term.From), to: sc.date(term.To)}
			name := term.Role
			if entry := r.set.Entry(term.Role); entry != gazetteers.NoEntry {
				name = r.set.Name(entry)
			}
			sc.held = append(sc.held, Office{Name: name, Mention: -1})
			sc.heldIn = append(sc.heldIn, h)
		}
	}
}

// hasOffice reports whether the text already gives an office of a term.
func (sc *ResolveScratch) hasOffice(o int32, term gazetteers.Term) bool {
	for ; o >= 0; o = sc.offices[o].next {
		role := &sc.ents[sc.offices[o].role]
		if len(term.Role) > 5 && fnv(term.Role[5:]) == role.slug {
			if role.of < 0 || string(sc.str(sc.ents[sc.root(role.of)].id)) == term.Of {
				return true
			}
		}
	}
	return false
}

// after reports whether a is later than b as far as both are known.
func after(a, b text.Date) bool {
	if a.Year != b.Year {
		return a.Year > b.Year
	}
	if a.Month == 0 || b.Month == 0 || a.Month != b.Month {
		return a.Month != 0 && b.Month != 0 && a.Month > b.Month
	}
	return a.Day != 0 && b.Day != 0 && a.Day > b.Day
}

// date writes a date as far as it is known.
func (sc *ResolveScratch) date(d text.Date) made {
	if d.IsZero() {
		return made{}
	}
	start := int32(len(sc.arena))
	sc.arena = appendYear(sc.arena, int32(d.Year))
	if d.Month > 0 {
		sc.arena = appendTwo(append(sc.arena, '-'), int32(d.Month))
		if d.Day > 0 {
			sc.arena = appendTwo(append(sc.arena, '-'), int32(d.Day))
		}
	}
	return made{off: start, end: int32(len(sc.arena))}
}
