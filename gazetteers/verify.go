package gazetteers

import "math/bits"

func popcount(m uint32) uint32 { return uint32(bits.OnesCount32(m)) }

// verify checks every reference of the index, so that lookups need no checks.
func (ix *Index) verify(rawReadings []byte) error {
	m := &ix.meta
	words := uint64(m.FirstWord) + uint64(m.Words)
	surfaces := uint64(m.FirstSurface) + uint64(m.Surfaces)
	entries := uint64(m.FirstEntry) + uint64(m.Entries)
	strs := uint32(len(ix.strOff) - 1)
	switch {
	case len(ix.strOff) == 0 || !rising(ix.strOff, uint32(len(ix.strings))):
		return indexError("strings")
	case len(ix.vocab) < 8 || len(ix.vocab)%8 != 0 || words > 1<<24:
		return indexError("vocabulary")
	case len(ix.infos) == 0 || len(ix.infos) > 1<<16:
		return indexError("word infos")
	case m.FirstWord == 0 && uint64(len(ix.infoOf)) != words || m.FirstWord > 0 && len(ix.infoOf) != 0:
		return indexError("word info table")
	case uint64(len(ix.root)) != words:
		return indexError("roots")
	case len(ix.nodeWord) == 0 || len(ix.nodeKid) != len(ix.nodeWord)+1 || len(ix.nodeSurf) != len(ix.nodeWord)+1:
		return indexError("nodes")
	case !rising(ix.nodeKid, uint32(len(ix.nodeWord))) || !rising(ix.nodeSurf, m.Surfaces):
		return indexError("node ranges")
	case len(ix.surfRead) != int(m.Surfaces)+1 || len(ix.surfPat) != int(m.Surfaces) || surfaces > 1<<31:
		return indexError("surfaces")
	case !rising(ix.surfRead, uint32(len(ix.readings))):
		return indexError("surface ranges")
	case len(ix.entries) != int(m.Entries) || entries > 1<<30:
		return indexError("entries")
	case len(ix.entryTab) == 0 || len(ix.entryTab)&(len(ix.entryTab)-1) != 0:
		return indexError("entry table")
	case len(ix.offKey) != len(ix.offices):
		return indexError("offices")
	case len(ix.patchRd) != len(ix.patchSrf)+1 || !rising(ix.patchRd, uint32(len(ix.readings))):
		return indexError("patches")
	}
	bad := false
	for _, v := range ix.vocab {
		bad = bad || v&0xffffff >= max(words, 1)
	}
	for _, v := range ix.infoOf {
		bad = bad || int(v) >= len(ix.infos)
	}
	for _, p := range ix.patches {
		bad = bad || uint64(p.Word) >= words || int(p.Info) >= len(ix.infos)
	}
	for _, v := range ix.root {
		bad = bad || int(v&^capitalBit) >= len(ix.nodeWord)
	}
	for i, k := range ix.nodeKid[:len(ix.nodeWord)] {
		bad = bad || k <= uint32(i) && ix.nodeKid[i+1] > k // children come after their parent: no cycles
	}
	for _, v := range ix.surfPat {
		bad = bad || int(v) >= len(ix.patterns)
	}
	if bad {
		return indexError("words or nodes")
	}
	for i := 0; i+8 <= len(rawReadings); i += 8 {
		bad = bad || rawReadings[i+4] > byte(PluralSurface) || rawReadings[i+5] > 1
	}
	for i := range ix.readings {
		bad = bad || uint64(uint32(ix.readings[i].Entry)) >= entries
	}
	if bad {
		return indexError("readings")
	}
	for i := range ix.entries {
		e := &ix.entries[i]
		bad = bad || e.ID >= strs || e.Name >= strs || e.Subtype >= strs || e.Country >= strs ||
			int(e.Origin) >= len(ix.origins) || e.Flags>>8&0xff > uint32(FoldCase) ||
			e.Flags&0xff >= m.FirstType+uint32(len(ix.types)) || !ix.verifyExtra(e, strs, words)
	}
	for _, v := range ix.entryTab {
		bad = bad || uint64(v) > uint64(m.Entries)
	}
	for i := range ix.offices {
		o := &ix.offices[i]
		bad = bad || uint64(o.Entry) >= entries || o.Role >= strs || o.Of >= strs || i > 0 && ix.offKey[i-1] > ix.offKey[i]
	}
	if bad {
		return indexError("entry facts")
	}
	for _, list := range [][]uint32{ix.types, ix.classes, view[uint32](bytesOf(ix.origins)), view[uint32](bytesOf(ix.sources))} {
		for _, v := range list {
			bad = bad || v >= strs
		}
	}
	bad = bad || int(m.FirstType)+len(ix.types) > 256 || m.FirstType < uint32(FirstUserType) || int(m.FirstClass)+len(ix.classes) > 64
	for i, v := range ix.patchSrf {
		bad = bad || v >= m.FirstSurface || i > 0 && ix.patchSrf[i-1] >= v
	}
	for i, d := range ix.dead {
		bad = bad || d.Entry >= m.FirstEntry || uint64(d.By) > entries || i > 0 && ix.dead[i-1].Entry >= d.Entry
	}
	for list := ix.spell; len(list) > 0 && !bad; {
		if len(list) < 2 || uint64(list[1]) > uint64(len(list)-2) {
			bad = true
			break
		}
		for _, w := range list[2 : 2+list[1]] {
			bad = bad || uint64(w) >= words
		}
		list = list[2+list[1]:]
	}
	if bad {
		return indexError("tables")
	}
	return nil
}

// verifyExtra checks the rarer facts of an entry.
func (ix *Index) verifyExtra(e *entryRec, strs uint32, words uint64) bool {
	if e.Extra == 0 {
		return true
	}
	n := uint64(len(ix.extra))
	if uint64(e.Extra) >= n {
		return false
	}
	mask := ix.extra[e.Extra]
	if mask>>numExtras != 0 || uint64(e.Extra)+1+uint64(popcount(mask)) > n {
		return false
	}
	for bit := uint(0); bit < numExtras; bit++ {
		v, ok := ix.field(e, bit)
		switch {
		case !ok:
			continue
		case bit <= exNote:
			if v >= strs {
				return false
			}
		case bit >= exMembers:
			if uint64(v) >= n || uint64(v)+1+uint64(ix.extra[v]) > n || !ix.verifyList(bit, ix.list(e, bit), strs, words) {
				return false
			}
		}
	}
	return true
}

func (ix *Index) verifyList(bit uint, list []uint32, strs uint32, words uint64) bool {
	for i, v := range list {
		switch bit {
		case exNearWords:
			if uint64(v) >= words {
				return false
			}
		case exOffices:
			if int(v) >= len(ix.offices) {
				return false
			}
		case exSurfaces:
			if i%2 == 0 && v >= strs || i%2 == 1 && v&0xff > uint32(PluralSurface) {
				return false
			}
		default:
			if v >= strs {
				return false
			}
		}
	}
	return (bit != exSurfaces || len(list)%2 == 0) && (bit != exTests || len(list)%3 == 0)
}

// rising reports whether s is a list of starts: never falling, and ending at
// or below limit.
func rising(s []uint32, limit uint32) bool {
	prev := uint32(0)
	for _, v := range s {
		if v < prev {
			return false
		}
		prev = v
	}
	return prev <= limit
}
