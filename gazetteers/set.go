package gazetteers

import (
	"crypto/sha256"
	"slices"
	"strings"
)

// Set is what a pipeline knows: the built-in index with overlays on top.
// It is immutable and safe for concurrent use. Strings it returns are views
// into the index and stay valid as long as the program runs or the Set is in use.
type Set struct {
	layers []*Index
	hash   [32]byte

	numWords, numEntries, numSurfaces uint32

	types   []string // by Type
	classes []string // by bit
	infoOf  []uint16 // of the words up to its length; the rest are known from names only
	infos   []WordInfo
	dead    []deadRec // entries replaced or removed, sorted
	patched bool      // some overlay changes readings of a layer below
}

// newSet makes a Set of one index that extends nothing.
func newSet(ix *Index) (*Set, error) {
	if ix.base != [32]byte{} || ix.meta.FirstEntry != 0 || ix.meta.FirstWord != 0 || ix.meta.FirstSurface != 0 {
		return nil, indexError("an overlay cannot stand alone")
	}
	s := &Set{hash: ix.hash, types: typeNames[:], infoOf: ix.infoOf, infos: ix.infos}
	return s, s.push(ix)
}

// With returns the set with overlays on top, each compiled for the set below
// it: the first for s, the second for s with the first, and so on.
func (s *Set) With(overlays ...*Index) (*Set, error) {
	for _, ix := range overlays {
		if ix.base != s.hash {
			return nil, indexError("the overlay was compiled for another set")
		}
		n := *s
		n.layers = slices.Clip(s.layers)
		n.types, n.classes = slices.Clip(s.types), slices.Clip(s.classes)
		h := sha256.New()
		h.Write(s.hash[:])
		h.Write(ix.hash[:])
		n.hash = [32]byte(h.Sum(nil))
		n.dead = append(slices.Clip(s.dead), ix.dead...)
		slices.SortFunc(n.dead, func(a, b deadRec) int { return int(a.Entry) - int(b.Entry) })
		n.patched = s.patched || len(ix.patchSrf) > 0
		if len(ix.patches) > 0 {
			n.infoOf = append(make([]uint16, 0, int(ix.meta.FirstWord+ix.meta.Words)), s.infoOf...)[:ix.meta.FirstWord+ix.meta.Words]
			clear(n.infoOf[len(s.infoOf):])
			n.infos = append(slices.Clip(s.infos), ix.infos...)
			if len(n.infos) > 1<<16 {
				return nil, indexError("more than %d kinds of words", 1<<16)
			}
			for _, p := range ix.patches {
				n.infoOf[p.Word] = uint16(len(s.infos) + int(p.Info))
			}
		}
		if err := n.push(ix); err != nil {
			return nil, err
		}
		s = &n
	}
	return s, nil
}

// push puts a layer on top.
func (s *Set) push(ix *Index) error {
	m := &ix.meta
	if m.FirstWord != s.numWords || m.FirstEntry != s.numEntries || m.FirstSurface != s.numSurfaces ||
		int(m.FirstType) != len(s.types) || int(m.FirstClass) != len(s.classes) {
		return indexError("the overlay does not fit the set below it")
	}
	s.layers = append(s.layers, ix)
	s.numWords += m.Words
	s.numEntries += m.Entries
	s.numSurfaces += m.Surfaces
	for _, id := range ix.types {
		s.types = append(s.types, ix.str(id))
	}
	for _, id := range ix.classes {
		s.classes = append(s.classes, ix.str(id))
	}
	return nil
}

// Hash identifies the content of the set: equal hashes, equal knowledge.
func (s *Set) Hash() [32]byte { return s.hash }

// NumWords returns the number of WordIDs: all are below it.
func (s *Set) NumWords() int { return int(s.numWords) }

// NumEntries returns the number of EntryIDs: all are below it, those replaced
// and removed included.
func (s *Set) NumEntries() int { return int(s.numEntries) }

// NumSurfaces returns the number of surfaces: all Match.Surface are below it.
func (s *Set) NumSurfaces() int { return int(s.numSurfaces) }

// Word returns the WordID of a word's hash (see text.Hash), 0 when no layer
// knows the word.
func (s *Set) Word(hash uint64) WordID {
	for _, ix := range s.layers {
		if w := ix.word(hash); w != 0 {
			return w
		}
	}
	return 0
}

// Info returns what is known of a word. The result must not be changed.
func (s *Set) Info(w WordID) *WordInfo {
	if int(w) < len(s.infoOf) {
		return &s.infos[s.infoOf[w]]
	}
	return &s.infos[0]
}

// ClassNamed returns the bit of a word class, 0 when no file defines it.
func (s *Set) ClassNamed(name string) Class {
	if i := slices.Index(s.classes, name); i >= 0 {
		return 1 << i
	}
	return 0
}

// ClassNames returns the names of the word classes by bit.
func (s *Set) ClassNames() []string { return slices.Clone(s.classes) }

// TypeNamed returns the type of a name such as "ORGANIZATION" or a user's
// "VESSEL", NoType when there is none.
func (s *Set) TypeNamed(name string) Type {
	if i := slices.Index(s.types, name); i > 0 {
		return Type(i)
	}
	return NoType
}

// TypeName returns the name of a type, "" for NoType and for numbers that are
// no type of this set.
func (s *Set) TypeName(t Type) string {
	if int(t) < len(s.types) {
		return s.types[t]
	}
	return ""
}

// Types returns the number of types: all are below it.
func (s *Set) Types() int { return len(s.types) }

// Entry returns the entry with an id in the topmost layer that has it; NoEntry
// when there is none or it was removed.
func (s *Set) Entry(id string) EntryID {
	for l := len(s.layers) - 1; l >= 0; l-- {
		if i := s.layers[l].entry(id); i >= 0 {
			e := EntryID(s.layers[l].meta.FirstEntry) + EntryID(i)
			if _, gone := s.replaced(e); gone {
				return NoEntry
			}
			return e
		}
	}
	return NoEntry
}

// CountryByISO returns the country with an ISO 3166-1 alpha-3 code (or what
// stands after "country:" in its id), NoEntry when there is none.
func (s *Set) CountryByISO(code string) EntryID {
	const prefix = "country:"
	var buf [len(prefix) + 16]byte
	if len(code) > 16 {
		return NoEntry
	}
	n := copy(buf[:], prefix)
	n += copy(buf[n:], code)
	return s.Entry(viewString(buf[:n]))
}

// replaced returns the entry that replaces e in a higher layer (NoEntry if it was
// removed), and whether e is replaced or removed at all.
func (s *Set) replaced(e EntryID) (by EntryID, gone bool) {
	if len(s.dead) == 0 {
		return NoEntry, false
	}
	i, ok := slices.BinarySearchFunc(s.dead, uint32(e), func(d deadRec, e uint32) int { return int(d.Entry) - int(e) })
	if !ok {
		return NoEntry, false
	}
	return EntryID(s.dead[i].By) - 1, true
}

// Live reports whether an entry counts: no higher layer replaces or removes it.
func (s *Set) Live(e EntryID) bool {
	_, gone := s.replaced(e)
	return e >= 0 && uint32(e) < s.numEntries && !gone
}

// idsLike returns ids of the same kind as id, for suggestions.
func (s *Set) idsLike(id string) []string {
	kind, _, _ := strings.Cut(id, ":")
	var out []string
	for e := range EntryID(s.numEntries) {
		if o := s.ID(e); strings.HasPrefix(o, kind) && len(o) > len(kind) && o[len(kind)] == ':' && s.Live(e) {
			out = append(out, o)
		}
	}
	return out
}
