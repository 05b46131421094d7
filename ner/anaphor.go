package ner

import (
	"slices"

	"attache/gazetteers"
	"attache/text"
)

// anaphor is a word, or a few, that stand for something named elsewhere.
type anaphor struct {
	m   Mention
	ent int32
	at  int32 // its index in the result
}

// plural is a mention, or an anaphor, that stands for several entities:
// pairs[first:last].
type plural struct {
	mention     int32
	anaphor     int32 // −1 for a mention of Recognize
	first, last int32
}

// isPlural marks in entOf a mention that stands for several entities.
const isPlural = -2

func (sc *ResolveScratch) inPlural(i int32) bool { return sc.entOf[i] == isPlural }

// cue is a token that may be, or begin, an anaphor.
type cue struct {
	tok  int32
	sent int32
	next int32 // first of ms that ends after it
	use  wordUse
}

// scan collects the cues of the document, and copies the mentions with each
// "counterpart" that is none yet added as a ROLE.
func (r *Resolver) scan(sc *ResolveScratch, doc *text.Document, ms []Mention) {
	sc.cues, sc.ms, sc.at = sc.cues[:0], sc.ms[:0], sc.at[:0]
	mi := 0
	copyTo := func(tok int32) {
		for mi < len(ms) && ms[mi].Toks.Last <= tok {
			sc.at = append(sc.at, int32(len(sc.ms)))
			sc.ms = append(sc.ms, ms[mi])
			mi++
		}
	}
	for s := range doc.Sents {
		sent := &doc.Sents[s]
		if int(sent.Section) < len(doc.Sections) {
			switch doc.Sections[sent.Section].Kind {
			case text.Boilerplate, text.Credit, text.Byline, text.Timestamp, text.Dateline:
				continue
			}
		}
		for t := sent.Toks.First; t < sent.Toks.Last; t++ {
			tok := &doc.Tokens[t]
			if r.words.maybe[tok.Hash>>20&63]>>(tok.Hash>>26&63)&1 == 0 {
				continue
			}
			n := tok.End - tok.Start
			if n > 4 && n != 11 && n != 12 || n < 2 || tok.Kind != text.Word || tok.Shape == text.Upper {
				continue
			}
			use := r.words.cue(tok.Hash)
			if use == 0 {
				continue
			}
			copyTo(t)
			if use&useCounterpart != 0 && (mi >= len(ms) || ms[mi].Toks.First > t) {
				sc.ms = append(sc.ms, Mention{
					Span: tok.Span, Toks: text.Range{First: t, Last: t + 1}, Sent: int32(s), Type: gazetteers.Role, Entry: gazetteers.NoEntry,
					Rule: "anaphor/counterpart", Confidence: 0.8, Of: -1, Holder: -1,
				})
				sc.cues = append(sc.cues, cue{t, int32(s), int32(len(sc.ms) - 1), use})
				continue
			}
			sc.cues = append(sc.cues, cue{t, int32(s), int32(len(sc.ms)), use})
			if use&useCounterpart != 0 && ms[mi].Toks.Last == t+1 && (ms[mi].Type == gazetteers.Group || ms[mi].Type == gazetteers.Role) {
				sc.at = append(sc.at, int32(len(sc.ms)))
				m := ms[mi]
				m.Type, m.Subtype, m.Entry, m.Plural, m.Rule = gazetteers.Role, "", gazetteers.NoEntry, false, "anaphor/counterpart"
				sc.ms = append(sc.ms, m)
				mi++
			}
		}
	}
	copyTo(int32(len(doc.Tokens)))
	if len(sc.ms) > len(ms) {
		for i := range sc.ms {
			m := &sc.ms[i]
			if m.Of >= 0 && int(m.Of) < len(sc.at) {
				m.Of = sc.at[m.Of]
			}
			if m.Holder >= 0 && int(m.Holder) < len(sc.at) {
				m.Holder = sc.at[m.Holder]
			}
		}
	}
}

// covered reports whether a mention covers the cue's token.
func (sc *ResolveScratch) covered(c *cue) bool {
	return int(c.next) < len(sc.ms) && sc.ms[c.next].Toks.First <= c.tok && c.tok < sc.ms[c.next].Toks.Last
}

// isCounterpart reports whether a mention is the word "counterpart".
func (r *Resolver) isCounterpart(sc *ResolveScratch, i int32) bool {
	m := &sc.ms[i]
	return m.Type == gazetteers.Role && m.Toks.Last > m.Toks.First && r.words.cue(sc.doc.Tokens[m.Toks.Last-1].Hash)&useCounterpart != 0
}

// counterparts resolves "his Japanese counterpart Toshimitsu Motegi": the
// other's office, of the named country.
func (r *Resolver) counterparts(sc *ResolveScratch) {
	for k := range sc.cues {
		c := &sc.cues[k]
		if c.use&useCounterparts != 0 {
			r.counterpartList(sc, c)
			continue
		}
		if c.use&useCounterpart == 0 || !sc.covered(c) || !r.isCounterpart(sc, c.next) || sc.entOf[c.next] >= 0 {
			continue
		}
		i := c.next
		m := &sc.ms[i]
		if m.Of < 0 && int(i)+1 < len(sc.ms) {
			// "her counterpart from Ghana"
			if n := &sc.ms[i+1]; n.Sent == m.Sent && n.Toks.First == m.Toks.Last+1 && n.Type == gazetteers.Country {
				m.Of = i + 1
			}
		}
		if m.Of < 0 {
			continue
		}
		of := r.owner(sc, i)
		if of < 0 {
			continue
		}
		if m.Holder < 0 {
			h := i + 1
			if h == m.Of {
				h++
			}
			if int(h) < len(sc.ms) {
				n := &sc.ms[h]
				gap := n.Toks.First - max(m.Toks.Last, sc.ms[h-1].Toks.Last)
				if n.Type == gazetteers.Person && n.Sent == m.Sent && (gap == 0 || gap == 1 && sc.doc.Tokens[n.Toks.First-1].Mark == ',') {
					m.Holder = h
				}
			}
		}
		slug, like := r.officeBefore(sc, min(i, m.Of), of)
		if slug == 0 {
			if e := sc.ent(m.Holder); e >= 0 {
				r.citizen(sc, e, of)
			}
			continue
		}
		role := r.roleOf(sc, slug, of, i, like)
		sc.slugs[i] = slug
		m.Subtype = sc.ents[role].subtype
		if e := sc.ent(m.Holder); e >= 0 {
			e = r.knownHolder(sc, e, i, role, of)
			sc.set(i, role)
			sc.addOffice(e, role, i, false)
			r.citizen(sc, e, of)
			sc.byRole.add(slug, e, 0)
			continue
		}
		if e := r.titled(sc, i, of); e >= 0 {
			sc.set(i, e)
			continue
		}
		if entry := r.holderOf(sc, role, of, sc.published(i)); entry != gazetteers.NoEntry {
			e := r.entEntry(sc, entry, i)
			sc.addOffice(e, role, i, false)
			sc.set(i, e)
			continue
		}
		sc.set(i, role)
	}
}

// counterpartList gives the persons of "her counterparts Mikko Salo of
// Finland and Jorge Rojas of Chile" their offices.
func (r *Resolver) counterpartList(sc *ResolveScratch, c *cue) {
	before := c.next
	for k := c.next; int(k) < len(sc.ms) && sc.ms[k].Sent == c.sent; k++ {
		p := k + 1
		if sc.ms[k].Type != gazetteers.Person || int(p) >= len(sc.ms) || sc.ms[p].Sent != c.sent || sc.ms[p].Type != gazetteers.Country {
			continue
		}
		t := sc.ms[k].Toks.Last
		if r.words.look(sc.hashAt(t))&useOf == 0 {
			continue
		}
		if t++; r.words.look(sc.hashAt(t))&useThe != 0 {
			t++
		}
		of, e := sc.ent(p), sc.ent(k)
		if t != sc.ms[p].Toks.First || of < 0 || e < 0 {
			continue
		}
		slug, like := r.officeBefore(sc, before, of)
		if slug == 0 {
			return
		}
		sc.addOffice(e, r.roleOf(sc, slug, of, -1, like), -1, false)
		sc.byRole.add(slug, e, 0)
		if sc.ents[e].nation < 0 {
			sc.ents[e].nation = of
		}
	}
}

// officeBefore finds whose counterpart is meant: the office of the person, or the
// title, named first before mention i in its sentence, else last in the sentence
// before; not one of the same country or body. It returns the slug and the
// entity of that office, 0 if there is none.
func (r *Resolver) officeBefore(sc *ResolveScratch, i, of int32) (slug uint64, role int32) {
	try := func(k int32) bool {
		m := &sc.ms[k]
		if m.Plural {
			return false
		}
		switch m.Type {
		case gazetteers.Person:
			e := sc.ent(k)
			if e < 0 {
				return false
			}
			for o := sc.ents[e].office; o >= 0; o = sc.offices[o].next {
				x := &sc.ents[sc.offices[o].role]
				if !sc.offices[o].former && (x.of < 0 || sc.root(x.of) != of) {
					slug, role = x.slug, sc.offices[o].role
					return true
				}
			}
			return r.officeKnown(sc, e, of, k, &slug, &role)
		case gazetteers.Role:
			if k == i || m.Holder >= 0 || r.isCounterpart(sc, k) {
				return false
			}
			if x := r.owner(sc, k); x != of {
				slug, role = sc.slugs[k], r.roleEnt(sc, k, x)
				return true
			}
		}
		return false
	}
	sent := sc.ms[i].Sent
	first := i
	for first > 0 && i-first < anaphorReach && sc.ms[first-1].Sent == sent {
		first--
	}
	for k := first; k < i; k++ {
		if try(k) {
			return slug, role
		}
	}
	for k := first - 1; k >= 0 && i-k < 2*anaphorReach && sc.ms[k].Sent >= sent-2 && sc.article(k) == sc.article(i); k-- {
		if try(k) {
			return slug, role
		}
	}
	return 0, -1
}

// officeKnown takes the first office that the gazetteer knows a person to hold on the article's day.
func (r *Resolver) officeKnown(sc *ResolveScratch, e, of, i int32, slug *uint64, role *int32) bool {
	entry := sc.ents[e].entry
	day := sc.published(i)
	if entry == gazetteers.NoEntry || day.IsZero() {
		return false
	}
	held := r.set.Offices(entry)
	for k := range held.Len() {
		t := held.At(k)
		if after(t.From, day) || !t.To.IsZero() && after(day, t.To) || len(t.Role) <= 5 {
			continue
		}
		body := r.entID(sc, t.Of, -1)
		title := r.set.Entry(t.Role)
		if body < 0 || body == of || title == gazetteers.NoEntry {
			continue
		}
		*slug = fnv(t.Role[5:])
		*role = r.roleOfEntry(sc, title, body)
		sc.addOffice(e, *role, -1, false)
		return true
	}
	return false
}

// anaphora resolves pronouns and "the two sides".
func (r *Resolver) anaphora(sc *ResolveScratch) {
	for k := range sc.cues {
		c := &sc.cues[k]
		switch {
		case c.use&(useHe|useShe|usePossessive) != 0 && c.use&(useMale|useFemale) != 0:
			if !sc.covered(c) && !sc.doc.Tokens[c.tok].Has(text.Quoted) {
				r.pronoun(sc, c)
			}
		case c.use&useTwo != 0:
			r.theTwo(sc, c)
		case c.use&useThe != 0:
			r.theBody(sc, c)
		}
	}
	slices.SortStableFunc(sc.anaphors, func(a, b anaphor) int { return int(a.m.Start - b.m.Start) })
}

// pronoun resolves he, she, him, his and her: to the first person of the
// sentence before it, else to the first of the sentence before that; nothing
// is said when the gender does not fit or the choice is open.
func (r *Resolver) pronoun(sc *ResolveScratch, c *cue) {
	want := male
	if c.use&useFemale != 0 {
		want = female
	}
	object := c.use&useObject != 0
	found, others := int32(-1), 0
	for sent := c.sent; sent >= 0 && sent >= c.sent-2; sent-- {
		if sc.articleOf(sent) != sc.articleOf(c.sent) {
			break
		}
		if sc.isAside(sent) {
			continue
		}
		first, last := sc.sentMentions(c.next, sent)
		if sent == c.sent {
			last = c.next
		}
		sure := false
		for k := first; k < last; k++ {
			e := sc.person(k)
			if e < 0 || e == found {
				continue
			}
			g := sc.ents[e].gender
			if g != anyone && g != want {
				continue
			}
			if found < 0 {
				found, sure = e, g == want
			} else if g == want && !sure {
				found, sure = e, true // the one whose gender is known
				others++
			} else if g == want || !sure {
				others++
			}
		}
		if found >= 0 {
			if object && sent == c.sent {
				// "Khan met him": not himself; only a clause between makes it possible
				found, others = -1, 0
				continue
			}
			break
		}
	}
	if found < 0 || object && others > 0 || others > 1 {
		return
	}
	if want == female && sc.ents[found].gender != female && others > 0 {
		return
	}
	if x := &sc.ents[found]; x.gender == anyone && others == 0 {
		x.gender = want
	}
	tok := &sc.doc.Tokens[c.tok]
	m := Mention{
		Span: tok.Span, Toks: text.Range{First: c.tok, Last: c.tok + 1}, Sent: c.sent, Type: gazetteers.Pronoun,
		Entry: gazetteers.NoEntry, Rule: "anaphor/pronoun", Confidence: 0.8, Of: -1, Holder: -1,
	}
	if others > 0 {
		m.Confidence = 0.6
	}
	sc.anaphors = append(sc.anaphors, anaphor{m: m, ent: found})
}

// person returns the person that mention k names, −1 if it names none.
func (sc *ResolveScratch) person(k int32) int32 {
	if t := sc.ms[k].Type; t != gazetteers.Person && t != gazetteers.Role {
		return -1
	}
	e := sc.ent(k)
	if e >= 0 && sc.ents[e].typ == gazetteers.Person {
		return e
	}
	return -1
}

// anaphorReach is how many mentions back an antecedent is looked for within a
// sentence: no real one is as long.
const anaphorReach = 64

// sentMentions returns the mentions of a sentence at or before that of mention at.
func (sc *ResolveScratch) sentMentions(at, sent int32) (first, last int32) {
	k := min(at, int32(len(sc.ms)))
	for k > 0 && at-k < 2*anaphorReach && sc.ms[k-1].Sent > sent {
		k--
	}
	last = k
	for k > 0 && last-k < anaphorReach && sc.ms[k-1].Sent == sent {
		k--
	}
	return k, last
}
