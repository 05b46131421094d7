package gazetteers

import (
	"cmp"
	"slices"
	"strconv"

	"attache/internal/yamlpos"
	"attache/text"
)

// Limits of a set.
const (
	maxTokens  = 48      // of a surface
	maxWords   = 1 << 24 // of a set
	maxTypes   = 256
	maxClasses = 64
)

// Compile makes an index of knowledge: the built-in one when base is nil,
// otherwise an overlay for base, to be put on top of it with Set.With.
//
// An entry of an overlay replaces the entry of base with the same id; one
// without a name adds to it; one with remove takes it away.
//
// The error, if any, is of type Errors and holds all that is wrong with the
// knowledge as a whole: names that hold no words, words of a class that are
// several, removals of what does not exist. The index is complete but for those.
// The same knowledge always compiles to the same bytes.
func Compile(k *Knowledge, base *Set) (*Index, error) {
	c := newCompiler(k, base)
	c.addWords()
	c.addSpellings()
	c.addEntries()
	data, err := c.build()
	if err != nil {
		return nil, err
	}
	ix, err := openIndex(data, false)
	if err != nil {
		return nil, err
	}
	if len(c.errs) > 0 {
		c.errs.Sort()
		return ix, c.errs
	}
	return ix, nil
}

// compiler turns knowledge into the sections of an index.
type compiler struct {
	k    *Knowledge
	base *Set
	errs Errors
	doc  text.Document
	meta meta

	words   map[uint64]uint32 // hash → WordID of the words that base lacks
	hashes  []uint64          // of those words, in the order of their ids
	infos   map[uint32]WordInfo
	classes []string
	types   []string

	str     strTable
	origin  map[originRec]uint32
	origins []originRec

	recs     []surfaceRec
	seqs     []uint32 // the words of all surfaces
	patterns map[uint64]uint16
	pats     []uint64

	entries []entryRec
	extra   []uint32
	offices []officeRec
	offKeys []uint64
	dead    []deadRec
	respell respeller
	spell   []uint32 // section secSpell
	blocker int32    // EntryID that blockers belong to, −1 until the first one
}

// surfaceRec is one reading of one surface before the trie is built.
type surfaceRec struct {
	off     uint32 // into compiler.seqs
	n       uint8
	kind    SurfaceKind
	risky   bool
	blocks  bool
	weight  int8
	entry   uint32
	pattern uint64
}

func newCompiler(k *Knowledge, base *Set) *compiler {
	c := &compiler{
		k: k, base: base, words: map[uint64]uint32{}, infos: map[uint32]WordInfo{}, origin: map[originRec]uint32{},
		patterns: map[uint64]uint16{}, extra: []uint32{0}, blocker: -1,
	}
	c.str.init()
	if base == nil {
		c.meta = meta{FirstWord: 1, FirstType: uint32(FirstUserType)}
	} else {
		c.meta = meta{
			FirstWord: base.numWords, FirstEntry: base.numEntries, FirstSurface: base.numSurfaces,
			FirstType: uint32(len(base.types)), FirstClass: uint32(len(base.classes)),
		}
		c.blocker = int32(base.Entry(blockerID))
	}
	return c
}

// blockerID is the id of the entry that all blocked_by strings belong to.
const blockerID = "misc:blocker"

// wordID returns the WordID of a hash, a new one if need be.
func (c *compiler) wordID(h uint64) uint32 {
	if c.base != nil {
		if w := c.base.Word(h); w != 0 {
			return uint32(w)
		}
	}
	w, ok := c.words[h]
	if !ok {
		w = c.meta.FirstWord + uint32(len(c.hashes))
		c.words[h] = w
		c.hashes = append(c.hashes, h)
	}
	return w
}

// info returns what is known of a word so far.
func (c *compiler) info(w uint32) WordInfo {
	if i, ok := c.infos[w]; ok {
		return i
	}
	if c.base != nil && w < c.meta.FirstWord {
		return *c.base.Info(WordID(w))
	}
	return WordInfo{}
}

// single returns the WordID of a string that is one token.
func (c *compiler) single(s string) (uint32, bool) {
	toks := c.tokens(s)
	if len(toks) != 1 {
		return 0, false
	}
	return c.wordID(toks[0].Hash), true
}

// tokens splits a name, without a final full stop and a leading "the".
func (c *compiler) tokens(s string) []text.Token {
	c.doc.Parse(s, text.Options{Plain: true})
	toks := c.doc.Tokens
	if n := len(toks); n > 1 && toks[n-1].Mark == '.' {
		toks = toks[:n-1]
	}
	if len(toks) > 1 && c.doc.Text(toks[0].Span) == "the" {
		toks = toks[1:]
	}
	return toks
}

// addWords enters the frequency lists, the most ordinary words first so that
// what is looked up most lies together, and the word classes.
func (c *compiler) addWords() {
	listed := make([]int32, len(c.k.Words))
	for i := range listed {
		listed[i] = int32(i)
	}
	rank := func(i int32) int {
		in := c.k.Words[i].Info
		if in.Common > 0 || in.Proper > 0 {
			return int(min(in.Common-1, in.Proper-1)) // 0 wraps round to the last
		}
		return 100 - int(max(in.Given, in.Surname))
	}
	slices.SortStableFunc(listed, func(a, b int32) int { return cmp.Compare(rank(a), rank(b)) })
	for _, i := range listed {
		lw := &c.k.Words[i]
		w, ok := c.single(lw.Word)
		if !ok {
			continue // "Jean-Pierre" is looked up by its parts
		}
		in := c.info(w)
		if n := lw.Info.Common; n > 0 && (in.Common == 0 || n < in.Common) {
			in.Common = n
		}
		if n := lw.Info.Proper; n > 0 && (in.Proper == 0 || n < in.Proper) {
			in.Proper = n
		}
		in.Given, in.Surname = max(in.Given, lw.Info.Given), max(in.Surname, lw.Info.Surname)
		in.POS |= lw.Info.POS
		c.infos[w] = in
	}
	for i := range c.k.Classes {
		cw := &c.k.Classes[i]
		bit, ok := c.class(cw.Class)
		if !ok {
			c.errs.Add(c.k.Files[cw.File].Name, cw.At[0], "word class \""+cw.Class+"\" is one too many, expected at most "+strconv.Itoa(maxClasses))
			continue
		}
		for j, word := range cw.Words {
			w, ok := c.single(word)
			if !ok {
				c.errs.Add(c.k.Files[cw.File].Name, cw.At[j], "\""+word+"\" in class "+cw.Class+" is not one word, expected single words")
				continue
			}
			in := c.info(w)
			in.Classes |= bit
			c.infos[w] = in
		}
	}
}

// class returns the bit of a word class.
func (c *compiler) class(name string) (Class, bool) {
	if c.base != nil {
		if b := c.base.ClassNamed(name); b != 0 {
			return b, true
		}
	}
	i := slices.Index(c.classes, name)
	if i < 0 {
		if i = len(c.classes); i+int(c.meta.FirstClass) >= maxClasses {
			return 0, false
		}
		c.classes = append(c.classes, name)
	}
	return 1 << (c.meta.FirstClass + uint32(i)), true
}

// typeNum returns the number of a type, a new one for a new type of the user's.
func (c *compiler) typeNum(name string) (Type, bool) {
	for t, n := range typeNames {
		if n == name && t != 0 {
			return Type(t), true
		}
	}
	if c.base != nil {
		if t := c.base.TypeNamed(name); t != NoType {
			return t, true
		}
	}
	i := slices.Index(c.types, name)
	if i < 0 {
		if i = len(c.types); i+int(c.meta.FirstType) >= maxTypes {
			return 0, false
		}
		c.types = append(c.types, name)
	}
	return Type(int(c.meta.FirstType) + i), true
}

// addEntries enters all entries with their surfaces.
func (c *compiler) addEntries() {
	c.entries = make([]entryRec, 0, len(c.k.Entries)+1)
	for i := range c.k.Entries {
		c.addEntry(&c.k.Entries[i])
	}
	if c.base != nil && len(c.dead) > 0 {
		slices.SortFunc(c.dead, func(a, b deadRec) int { return cmp.Compare(a.Entry, b.Entry) })
	}
}

func (c *compiler) addEntry(e *Entry) {
	old := NoEntry
	if c.base != nil {
		old = c.base.Entry(e.ID)
	}
	if old == NoEntry && (e.Remove || e.Extends) {
		what := "no entry \"" + e.ID + "\" below to add to, expected one, or a name here"
		if e.Remove {
			what = "no entry \"" + e.ID + "\" below to remove, expected one"
		}
		if c.base != nil {
			if s := yamlpos.Suggest(e.ID, c.base.idsLike(e.ID)); s != "" {
				what += ", did you mean \"" + s + "\"?"
			}
		}
		c.fail(e, e.At, what)
		return
	}
	if e.Remove {
		c.dead = append(c.dead, deadRec{uint32(old), 0})
		return
	}
	if e.Extends {
		merged := c.base.Export(old)
		merged.extend(e)
		e = merged
	}
	t, ok := c.typeNum(e.Type)
	if !ok {
		c.fail(e, e.At, "type \""+e.Type+"\" is one too many, expected at most "+strconv.Itoa(maxTypes))
		return
	}
	id := c.meta.FirstEntry + uint32(len(c.entries))
	if old != NoEntry {
		c.dead = append(c.dead, deadRec{uint32(old), id + 1})
	}
	rec := entryRec{
		ID: c.str.put(e.ID), Flags: uint32(t) | uint32(e.Case)<<8 | uint32(int(e.Weight)+128)<<16,
		Subtype: c.str.intern(e.Subtype), Country: c.str.intern(e.Country),
		Origin: c.originOf(e), Line: uint32(e.At.Line)<<8 | uint32(min(e.At.Col, 255)),
	}
	rec.Name = c.str.put(e.Name)
	for i := range e.Surfaces {
		c.addSurface(e, &e.Surfaces[i], id, t)
	}
	rec.Extra = c.addExtra(e, id)
	c.entries = append(c.entries, rec)
}

func (c *compiler) originOf(e *Entry) uint32 {
	o := originRec{c.str.intern(c.k.Files[e.File].Name), c.str.intern(e.Source)}
	i, ok := c.origin[o]
	if !ok {
		i = uint32(len(c.origins))
		c.origin[o] = i
		c.origins = append(c.origins, o)
	}
	return i
}

func (c *compiler) fail(e *Entry, at Pos, msg string) {
	c.errs.Add(c.k.Files[e.File].Name, at, msg)
}

// addSurface enters a surface and the plurals that are regular.
func (c *compiler) addSurface(e *Entry, s *Surface, id uint32, t Type) {
	if why := c.surface(s.Text, e.Case, t, surfaceRec{kind: s.Kind, risky: s.Risky, weight: e.Weight, entry: id}); why != "" {
		c.fail(e, s.At, "name \""+s.Text+"\" "+why)
		return
	}
	switch {
	case s.Kind == DemonymSurface:
		if p := demonymPlural(s.Text); p != "" {
			c.surface(p, e.Case, t, surfaceRec{kind: DemonymSurface, risky: s.Risky, weight: e.Weight, entry: id})
		}
	case t == Nationality && s.Kind <= AliasSurface:
		if p := demonymPlural(s.Text); p != "" && !e.names(p) {
			c.surface(p, e.Case, t, surfaceRec{kind: PluralSurface, risky: s.Risky, weight: e.Weight, entry: id})
		}
	case (t == Role || t == Group) && s.Kind <= AliasSurface:
		if p := nounPlural(s.Text); p != "" && !e.names(p) {
			c.surface(p, e.Case, t, surfaceRec{kind: PluralSurface, risky: s.Risky, weight: e.Weight, entry: id})
		}
	}
}

// names reports whether s is a listed surface of the entry.
func (e *Entry) names(s string) bool {
	return slices.ContainsFunc(e.Surfaces, func(o Surface) bool { return o.Text == s })
}

// surface enters one reading; it says what is wrong with the name, "" if
// nothing is.
func (c *compiler) surface(s string, how Case, t Type, r surfaceRec) string {
	toks := c.tokens(s)
	switch {
	case len(toks) > maxTokens:
		return "has " + strconv.Itoa(len(toks)) + " words, expected at most " + strconv.Itoa(maxTokens)
	case !slices.ContainsFunc(toks, func(t text.Token) bool { return t.Kind == text.Word || t.Kind == text.Number }):
		return "holds no word and can never be found, expected one"
	}
	r.off, r.n = uint32(len(c.seqs)), uint8(len(toks))
	for i := range toks {
		w := c.wordID(toks[i].Hash)
		c.seqs = append(c.seqs, w)
		if i < 16 {
			r.pattern |= uint64(c.casePattern(&toks[i], w, how)) << (4 * i)
		}
	}
	if how == SmartCase {
		r.pattern = c.respell.freeArticles(spelled{c.wordsOf(&r), r.pattern})
	}
	c.recs = append(c.recs, r)
	if how == ExactCase || r.blocks {
		return ""
	}
	for _, v := range c.respell.variants(c.wordsOf(&r), r.pattern, t) {
		r.off, r.n, r.pattern = uint32(len(c.seqs)), uint8(len(v.words)), v.pattern
		c.seqs = append(c.seqs, v.words...)
		c.recs = append(c.recs, r)
	}
	return ""
}
