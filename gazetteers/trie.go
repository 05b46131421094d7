package gazetteers

import (
	"cmp"
	"slices"
	"sort"
)

// trieParts are the sections of the surfaces: a trie over words in level
// order, so that the children of a node are contiguous and sorted by word, and a
// node needs no pointers. Node 0 is the root.
type trieParts struct {
	root     []uint32 // by WordID
	word     []uint32
	kid      []uint32
	surf     []uint32
	surfRead []uint32
	surfPat  []uint16
	readings []Reading
}

// buildTrie sorts the surfaces and lays them out level by level.
func (c *compiler) buildTrie() *trieParts {
	slices.SortFunc(c.recs, func(a, b surfaceRec) int {
		return cmp.Or(slices.Compare(c.wordsOf(&a), c.wordsOf(&b)), cmp.Compare(a.pattern, b.pattern),
			cmp.Compare(a.entry, b.entry), cmp.Compare(a.kind, b.kind))
	})
	t := &trieParts{root: make([]uint32, int(c.meta.FirstWord)+int(c.meta.Words))}
	type span struct{ lo, hi int32 }
	level := []span{{0, int32(len(c.recs))}}
	t.word = append(t.word, 0)
	for depth := 0; len(level) > 0; depth++ {
		var next []span
		for _, s := range level {
			lo := s.lo
			t.surf = append(t.surf, uint32(len(t.surfPat)))
			for lo < s.hi && int(c.recs[lo].n) == depth {
				lo++
			}
			c.endings(t, c.recs[s.lo:lo])
			t.kid = append(t.kid, uint32(len(t.word)))
			for lo < s.hi {
				w := c.wordsOf(&c.recs[lo])[depth]
				end := lo + int32(sort.Search(int(s.hi-lo), func(i int) bool { return c.wordsOf(&c.recs[lo+int32(i)])[depth] > w }))
				if depth == 0 {
					t.root[w] = uint32(len(t.word)) | capitalFirst(c.recs[lo:end])
				}
				t.word = append(t.word, w)
				next = append(next, span{lo, end})
				lo = end
			}
		}
		level = next
	}
	t.kid = append(t.kid, uint32(len(t.word)))
	t.surf = append(t.surf, uint32(len(t.surfPat)))
	t.surfRead = append(t.surfRead, uint32(len(t.readings)))
	return t
}

func (c *compiler) wordsOf(r *surfaceRec) []uint32 { return c.seqs[r.off : r.off+uint32(r.n)] }

// capitalFirst returns capitalBit if all surfaces demand a capital in their
// first word.
func capitalFirst(recs []surfaceRec) uint32 {
	for i := range recs {
		if p := recs[i].pattern & 15; p == caseAny || p == caseLower {
			return 0
		}
	}
	return capitalBit
}

// endings enters the surfaces that end at one node: one for each letter-case
// pattern, with a reading for each entry.
func (c *compiler) endings(t *trieParts, recs []surfaceRec) {
	for len(recs) > 0 {
		n := 1
		for n < len(recs) && recs[n].pattern == recs[0].pattern {
			n++
		}
		t.surfPat = append(t.surfPat, c.patternID(recs[0].pattern))
		t.surfRead = append(t.surfRead, uint32(len(t.readings)))
		first := len(t.readings)
		for i := range recs[:n] {
			r := &recs[i]
			if r.blocks && n > 1 && slices.ContainsFunc(recs[:n], func(o surfaceRec) bool { return !o.blocks }) {
				continue // the longer string is a name itself and wins by its length
			}
			if last := len(t.readings) - 1; last >= first && t.readings[last].Entry == EntryID(r.entry) {
				t.readings[last].Risky = t.readings[last].Risky || r.risky
				continue
			}
			t.readings = append(t.readings, Reading{Entry: EntryID(r.entry), Kind: r.kind, Risky: r.risky, Weight: r.weight})
		}
		recs = recs[n:]
	}
}

func (c *compiler) patternID(p uint64) uint16 {
	id, ok := c.patterns[p]
	if !ok {
		if len(c.pats) == 1<<16-1 {
			return c.patternID(p & 0xffff) // beyond all reason: only the first words decide
		}
		id = uint16(len(c.pats))
		c.patterns[p] = id
		c.pats = append(c.pats, p)
	}
	return id
}

// buildPatches lists the surfaces of the layers below that name an entry
// which this layer replaces or removes, with the readings that remain.
func (c *compiler) buildPatches(t *trieParts) (surf, read []uint32) {
	if len(c.dead) > 0 {
		gone := make(map[EntryID]bool, len(c.dead))
		for _, d := range c.dead {
			gone[EntryID(d.Entry)] = true
		}
		for s := range c.base.numSurfaces {
			all := c.base.Readings(s)
			if !slices.ContainsFunc(all, func(r Reading) bool { return gone[r.Entry] }) {
				continue
			}
			surf, read = append(surf, s), append(read, uint32(len(t.readings)))
			for _, r := range all {
				if !gone[r.Entry] {
					t.readings = append(t.readings, r)
				}
			}
		}
	}
	return surf, append(read, uint32(len(t.readings)))
}
