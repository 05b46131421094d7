package ner

import (
	"attache/gazetteers"
	"attache/text"
)

// Resolver joins mentions into entities. It is immutable and safe for
// concurrent use, each goroutine with a ResolveScratch of its own.
type Resolver struct {
	set   *gazetteers.Set
	words *resolveWords

	orgHead, orgNoun, orgSuffix, particle, nameSuffix, function gazetteers.Class
}

// NewResolver returns a Resolver that knows the entries of a set of gazetteers,
// which must be the one that the mentions were recognized with.
func NewResolver(set *gazetteers.Set) *Resolver {
	return &Resolver{
		set: set, words: newResolveWords(),
		orgHead: set.ClassNamed("org-head") | set.ClassNamed("org-head-sure"), orgSuffix: set.ClassNamed("org-suffix"),
		orgNoun: set.ClassNamed("org-noun"), function: set.ClassNamed("function") | set.ClassNamed("preposition") | set.ClassNamed("conjunction"),
		particle: set.ClassNamed("particle"), nameSuffix: set.ClassNamed("name-suffix"),
	}
}

// ResolveScratch holds the buffers of a Resolver that one goroutine reuses from
// document to document. The zero value is ready.
type ResolveScratch struct {
	doc   *text.Document
	ms    []Mention // those of Recognize, with what Resolve learns of them
	entOf []int32   // index into ents for each of ms, −1 for none
	ents  []ent
	names []name // of ms that are PERSON or ORGANIZATION, by nameOf
	// nameOf gives for each of ms its index into names, −1 for none.
	nameOf  []int32
	offices []office
	slugs   []uint64 // of ms that are ROLE
	slugBuf []byte

	byEntry keyIndex // EntryID → ent
	byName  keyIndex // whole name → ent
	byWord  keyIndex // word of a name → person; end or letters of a name → mention of an organization
	byRole  keyIndex // slug of a role → person who is named beside it; role id → ent
	byID    keyIndex // id of the output → ent

	cues     []cue
	homes    []int32 // country of each article's dateline, −1 unknown, −2 not yet asked for
	senses   []sense
	bySense  keyIndex
	anaphors []anaphor
	plural   []plural
	seen     []int32 // candidates of an anaphor
	arena    []byte  // strings made here, turned into one at the end

	// The result.
	out      []Mention
	outOf    []int32
	at       []int32 // index of each of ms in out
	entities []Entity
	number   []int32 // of each ent in entities
	lists    []int32
	heads    []int32
	aliases  []string
	held     []Office
	heldIn   []heldMade
	order    []int32 // ents by their number
	plurals  map[int32][]int32
	pairs    []int32
	fold     []byte
}

// ent is an entity in the making.
type ent struct {
	typ     gazetteers.Type
	entry   gazetteers.EntryID
	entry0  gazetteers.EntryID // of a ROLE: the entry of its title
	into    int32              // the ent it was joined to, itself while it stands alone
	best    int32              // index of the mention with the fullest name, −1 if it has none
	best0   int32              // its first mention
	last    int32              // its last mention so far
	prev    int32              // in people: its last mention before the one being read, -1
	aside   bool               // a person named in bylines and credits only
	of      int32              // ent that a ROLE or GROUP belongs to, −1
	office  int32              // first of its offices, −1
	gender  gender
	bare    bool  // a person who was called by the surname alone
	nation  int32 // entity of its country, −1
	slug    uint64
	titles  [4]uint64 // slugs of the roles a person is named beside
	id      made
	name    made
	subtype string
	literal gazetteers.EntryID
}

// office is an office of a person in the making.
type office struct {
	next    int32
	role    int32 // ent of type ROLE
	mention int32 // −1 when only the gazetteer knows
	former  bool
}

// made is a string: given, or a piece of the arena.
type made struct {
	s        string
	off, end int32
}

func (m made) get(all string) string {
	if m.end > m.off {
		return all[m.off:m.end]
	}
	return m.s
}

func (m made) none() bool { return m.s == "" && m.end == m.off }

// str returns the string while the arena is still growing; it is valid until the arena's next use.
func (sc *ResolveScratch) str(m made) []byte {
	if m.end > m.off {
		return sc.arena[m.off:m.end]
	}
	sc.fold = append(sc.fold[:0], m.s...)
	return sc.fold
}

// Resolve joins the mentions of a document, as Recognize returned them, into
// entities, and finds the anaphors that stand for them. The result, and the
// mentions in it, belong to sc and hold until its next use; ms is not changed.
//
// Names are joined by what the gazetteer knows, then by the names themselves:
// whole names first, then surnames, short forms and acronyms, each to the
// latest name that it fits, within its article before the rest of the
// document. Two different full names never become one person. Roles follow
// names; bare titles, "his Japanese counterpart" and pronouns follow roles.
func (r *Resolver) Resolve(doc *text.Document, ms []Mention, sc *ResolveScratch) Resolution {
	r.scan(sc, doc, ms)
	sc.begin(doc)
	r.attach(sc)
	r.identify(sc)
	r.people(sc)
	r.organizations(sc)
	r.oneSense(sc)
	r.roles(sc)
	r.titledLists(sc)
	r.counterparts(sc)
	r.bareTitles(sc)
	r.anaphora(sc)
	r.groups(sc)
	r.nameless(sc)
	r.nations(sc)
	return r.finish(sc)
}

func (sc *ResolveScratch) begin(doc *text.Document) {
	sc.doc = doc
	sc.entOf, sc.nameOf = sc.entOf[:0], sc.nameOf[:0]
	for range sc.ms {
		sc.entOf = append(sc.entOf, -1)
		sc.nameOf = append(sc.nameOf, -1)
	}
	sc.ents, sc.names, sc.offices = sc.ents[:0], sc.names[:0], sc.offices[:0]
	sc.anaphors, sc.arena, sc.pairs = sc.anaphors[:0], sc.arena[:0], sc.pairs[:0]
	sc.plural, sc.seen, sc.homes = sc.plural[:0], sc.seen[:0], sc.homes[:0]
	sc.byEntry.reset()
	sc.byName.reset()
	sc.byWord.reset()
	sc.byRole.reset()
	sc.byID.reset()
}

// newEnt makes an entity named by mention i (−1: by none yet).
func (sc *ResolveScratch) newEnt(typ gazetteers.Type, entry gazetteers.EntryID, i int32) int32 {
	e := int32(len(sc.ents))
	sc.ents = append(sc.ents, ent{
		typ: typ, entry: entry, entry0: gazetteers.NoEntry, into: e, best: i, best0: i, last: i, prev: -1, of: -1, office: -1, nation: -1, literal: gazetteers.NoEntry,
	})
	return e
}

// root follows joins.
func (sc *ResolveScratch) root(e int32) int32 {
	for sc.ents[e].into != e {
		e = sc.ents[e].into
	}
	return e
}

// join makes a and b one entity, the earlier-made with the other's facts, and returns it.
func (sc *ResolveScratch) join(a, b int32) int32 {
	a, b = sc.root(a), sc.root(b)
	if a == b {
		return a
	}
	if sc.ents[b].entry != gazetteers.NoEntry && sc.ents[a].entry == gazetteers.NoEntry {
		a, b = b, a
	}
	x, y := &sc.ents[a], &sc.ents[b]
	y.into = a
	if x.gender == anyone {
		x.gender = y.gender
	}
	if y.best0 >= 0 && (x.best0 < 0 || y.best0 < x.best0) {
		x.best0 = y.best0
	}
	if y.best >= 0 && (x.best < 0 || sc.fuller(y.best, x.best)) {
		x.best = y.best
	}
	if x.office < 0 {
		x.office = y.office
	} else if y.office >= 0 {
		o := x.office
		for sc.offices[o].next >= 0 {
			o = sc.offices[o].next
		}
		sc.offices[o].next = y.office
	}
	if x.nation < 0 {
		x.nation = y.nation
	}
	return a
}

// entEntry returns the entity of a gazetteer entry, made when the document has none yet.
func (r *Resolver) entEntry(sc *ResolveScratch, entry gazetteers.EntryID, i int32) int32 {
	key := uint64(entry) + 1
	if n := sc.byEntry.first(key); n >= 0 {
		return sc.root(sc.byEntry.nodes[n].ent)
	}
	e := sc.newEnt(r.set.Type(entry), entry, i)
	sc.ents[e].id.s = r.set.ID(entry)
	sc.ents[e].name.s = r.set.Name(entry)
	sc.ents[e].subtype = r.set.Subtype(entry)
	sc.byEntry.add(key, e, 0)
	sc.byID.add(fnv(r.set.ID(entry)), e, 0)
	return e
}

// entID returns the entity of an id of the gazetteer, −1 if there is no such entry.
func (r *Resolver) entID(sc *ResolveScratch, id string, i int32) int32 {
	if id == "" {
		return -1
	}
	if entry := r.set.Entry(id); entry != gazetteers.NoEntry {
		return r.entEntry(sc, entry, i)
	}
	return -1
}

// entCountry returns the entity of a country by its alpha-3 code, −1 if there is none.
func (r *Resolver) entCountry(sc *ResolveScratch, code string, i int32) int32 {
	if code == "" {
		return -1
	}
	if entry := r.set.CountryByISO(code); entry != gazetteers.NoEntry {
		return r.entEntry(sc, entry, i)
	}
	return -1
}

// set assigns mention i to entity e.
func (sc *ResolveScratch) set(i, e int32) {
	e = sc.root(e)
	sc.entOf[i] = e
	x := &sc.ents[e]
	if x.best0 < 0 || i < x.best0 {
		x.best0 = i
	}
	if i > x.last {
		x.last = i
	}
}

// ent returns the entity of mention i, −1 if it has none.
func (sc *ResolveScratch) ent(i int32) int32 {
	if i < 0 || sc.entOf[i] < 0 {
		return -1
	}
	return sc.root(sc.entOf[i])
}

// article returns the article of mention i.
func (sc *ResolveScratch) article(i int32) int32 { return sc.articleOf(sc.ms[i].Sent) }

func (sc *ResolveScratch) articleOf(sent int32) int32 {
	if int(sent) < len(sc.doc.Sents) {
		if s := sc.doc.Sents[sent].Section; int(s) < len(sc.doc.Sections) {
			return sc.doc.Sections[s].Article
		}
	}
	return 0
}

// published returns the day of the article that mention i stands in.
func (sc *ResolveScratch) published(i int32) text.Date {
	if a := sc.article(i); int(a) < len(sc.doc.Articles) {
		return sc.doc.Articles[a].Published
	}
	return text.Date{}
}

// hashAt returns the hash of a token of the document, 0 beyond its borders.
func (sc *ResolveScratch) hashAt(tok int32) uint64 {
	if tok >= 0 && int(tok) < len(sc.doc.Tokens) {
		return sc.doc.Tokens[tok].Hash
	}
	return 0
}

// identify gives the mentions that the gazetteer knows, and those that need no
// more than their name, their entities.
func (r *Resolver) identify(sc *ResolveScratch) {
	for i := range sc.ms {
		m := &sc.ms[i]
		k := int32(i)
		switch m.Type {
		case gazetteers.DateType, gazetteers.Role, gazetteers.Group, gazetteers.Person, gazetteers.Misc, gazetteers.Pronoun, gazetteers.NoType:
			continue
		case gazetteers.Nationality:
			if m.Entry == gazetteers.NoEntry {
				continue
			}
			e := r.entEntry(sc, m.Entry, k)
			if r.set.Type(m.Entry) != gazetteers.Country {
				if c := r.entCountry(sc, r.set.Country(m.Entry), k); c >= 0 {
					sc.ents[e].nation = c
				}
			}
			sc.set(k, e)
			continue
		case gazetteers.Organization:
			if m.Entry == gazetteers.NoEntry {
				continue // see organizations
			}
		}
		if m.Metonym && m.Entry != gazetteers.NoEntry {
			if e := r.metonym(sc, m.Entry, k); e >= 0 {
				sc.set(k, e)
				continue
			}
		}
		if m.Entry != gazetteers.NoEntry {
			sc.set(k, r.entEntry(sc, m.Entry, k))
		} else {
			sc.set(k, r.byWholeName(sc, k))
		}
		if m.Type == gazetteers.Location {
			r.placeHead(sc, k)
		}
	}
}

// placeHead joins "the Gaza Strip" and "Gaza", "the Baltic" and "the Baltic Sea":
// names that differ by a word for what kind of place it is. Rivers, lakes and provinces are
// not among these words: they are other places than what they are named for.
func (r *Resolver) placeHead(sc *ResolveScratch, i int32) {
	m := &sc.ms[i]
	key := saltPlace
	last := m.Toks.Last
	if m.Toks.Len() > 1 && r.words.look(sc.hashAt(last-1))&usePlaceHead != 0 {
		last--
	}
	for t := m.Toks.First; t < last; t++ {
		key = mix(key, sc.doc.Tokens[t].Hash)
	}
	e := sc.ent(i)
	if n := sc.byName.first(key); n >= 0 {
		if o := sc.root(sc.byName.nodes[n].ent); o != e && sc.ents[e].typ == gazetteers.Location {
			if x, y := sc.ents[o].entry, sc.ents[e].entry; x == gazetteers.NoEntry || y == gazetteers.NoEntry {
				sc.join(o, e)
			}
		}
		return
	}
	if sc.ents[e].typ == gazetteers.Location {
		sc.byName.add(key, e, 0)
	}
}

// metonym returns the entity that a place or seat of power stands for.
func (r *Resolver) metonym(sc *ResolveScratch, entry gazetteers.EntryID, i int32) int32 {
	e := r.entID(sc, r.set.StandsFor(entry), i)
	if e < 0 && r.set.Type(entry) == gazetteers.Location {
		e = r.entCountry(sc, r.set.Country(entry), i)
	}
	if e >= 0 && sc.ents[e].literal == gazetteers.NoEntry && r.set.Type(entry) == gazetteers.Location {
		sc.ents[e].literal = entry
	}
	return e
}

// byWholeName returns the entity of a discovered name, joined with those that
// are spelled the same.
func (r *Resolver) byWholeName(sc *ResolveScratch, i int32) int32 {
	m := &sc.ms[i]
	key := uint64(m.Type)
	for t := m.Toks.First; t < m.Toks.Last; t++ {
		key = mix(key, sc.doc.Tokens[t].Hash)
	}
	if n := sc.byName.first(key); n >= 0 {
		return sc.root(sc.byName.nodes[n].ent)
	}
	e := sc.newEnt(m.Type, gazetteers.NoEntry, i)
	sc.ents[e].subtype = m.Subtype
	sc.byName.add(key, e, 0)
	return e
}
