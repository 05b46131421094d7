package gazetteers

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"unsafe"

	"attache/internal/yamlpos"
)

// strTable collects the strings of an index.
type strTable struct {
	blob bytes.Buffer
	off  []uint32
	ids  map[string]uint32
}

func (t *strTable) init() {
	t.ids = map[string]uint32{"": 0}
	t.off = []uint32{0, 0}
}

// put stores a string that will hardly come again.
func (t *strTable) put(s string) uint32 {
	if s == "" {
		return 0
	}
	t.blob.WriteString(s)
	t.off = append(t.off, uint32(t.blob.Len()))
	return uint32(len(t.off) - 2)
}

// intern stores a string once.
func (t *strTable) intern(s string) uint32 {
	id, ok := t.ids[s]
	if !ok {
		id = t.put(s)
		t.ids[s] = id
	}
	return id
}

// addExtra stores the rarer facts of an entry and returns their index.
func (c *compiler) addExtra(e *Entry, id uint32) uint32 {
	var mask uint32
	vals := make([]uint32, 0, numExtras)
	set := func(bit uint, v uint32) {
		if v != 0 {
			mask |= 1 << bit
			vals = append(vals, v)
		}
	}
	list := func(bit uint, items []uint32) {
		if len(items) > 0 {
			at := uint32(len(c.extra))
			c.extra = append(append(c.extra, uint32(len(items))), items...)
			set(bit, at)
		}
	}
	strs := func(list []string) []uint32 {
		out := make([]uint32, len(list))
		for i, s := range list {
			out[i] = c.str.intern(s)
		}
		return out
	}
	if d := e.More; d != nil {
		for bit, s := range [...]string{exOfficial: d.Official, exISO2: d.ISO2, exCapital: d.Capital, exPartOf: d.PartOf,
			exSeat: d.Seat, exStandsFor: d.StandsFor, exWikidata: d.Wikidata, exNote: d.Note} {
			set(uint(bit), c.str.intern(s))
		}
		set(exGeoNames, uint32(d.GeoNames))
		set(exPopulation, uint32(d.Population))
		if d.HasPlace {
			set(exLat, uint32(int32(round5(d.Lat))+latLonBias))
			set(exLon, uint32(int32(round5(d.Lon))+latLonBias))
		}
		set(exFrom, packDate(d.From))
		set(exTo, packDate(d.To))
		list(exMembers, strs(d.Members))
		list(exBlockedBy, strs(d.BlockedBy))
		for _, b := range d.BlockedBy {
			c.addBlocker(e, b)
		}
		var near []uint32
		for _, p := range d.PreferNear {
			for _, t := range c.tokens(p) {
				near = append(near, c.wordID(t.Hash))
			}
		}
		list(exNearWords, near)
		list(exPreferNear, strs(d.PreferNear))
		var offs []uint32
		for _, t := range d.Offices {
			offs = append(offs, uint32(len(c.offices)))
			c.offices = append(c.offices, officeRec{id, c.str.intern(t.Role), c.str.intern(t.Of), packDate(t.From), packDate(t.To)})
			c.offKeys = append(c.offKeys, officeHash(t.Role, t.Of))
		}
		list(exOffices, offs)
		var tests []uint32
		for _, t := range d.Tests {
			tests = append(tests, c.str.intern(t.Text), c.str.intern(t.Want), c.str.intern(t.Not))
		}
		list(exTests, tests)
	}
	var surfs []uint32
	for i := range e.Surfaces {
		s := &e.Surfaces[i]
		if s.Kind == NameSurface && !s.Risky {
			continue // the name itself says so
		}
		risky := uint32(0)
		if s.Risky {
			risky = 1 << 8
		}
		surfs = append(surfs, c.str.intern(s.Text), uint32(s.Kind)|risky)
	}
	list(exSurfaces, surfs)
	if mask == 0 {
		return 0
	}
	at := uint32(len(c.extra))
	c.extra = append(append(c.extra, mask), vals...)
	return at
}

// latLonBias makes stored coordinates positive and never 0.
const latLonBias = 20_000_000

func round5(v float64) float64 {
	if v < 0 {
		return float64(int64(v*1e5 - 0.5))
	}
	return float64(int64(v*1e5 + 0.5))
}

// addBlocker enters a longer string in which an entry is not meant.
func (c *compiler) addBlocker(e *Entry, s string) {
	if c.blocker < 0 {
		c.blocker = int32(c.meta.FirstEntry) + int32(len(c.k.Entries)) // takes its place in build
	}
	if why := c.surface(s, e.Case, Misc, surfaceRec{blocks: true, entry: uint32(c.blocker)}); why != "" {
		c.fail(e, e.At, "blocked_by \""+s+"\" "+why)
	}
}

// finishBlocker gives the entry of the blockers its number.
func (c *compiler) finishBlocker() {
	first := c.meta.FirstEntry
	if c.blocker < int32(first) || c.blocker != int32(first)+int32(len(c.k.Entries)) {
		return
	}
	id := first + uint32(len(c.entries))
	for i := range c.recs {
		if c.recs[i].blocks {
			c.recs[i].entry = id
		}
	}
	c.entries = append(c.entries, entryRec{
		ID: c.str.put(blockerID), Name: c.str.put("blocker"), Flags: uint32(Misc) | 128<<16, Origin: c.originOf(&Entry{}),
	})
}

// build makes the sections.
func (c *compiler) build() ([]byte, error) {
	if len(c.k.Files) > 0 {
		c.finishBlocker()
	}
	if len(c.origins) == 0 {
		c.origins = []originRec{{}}
	}
	if int(c.meta.FirstWord)+len(c.hashes) > maxWords {
		return nil, indexError("more than %d words", maxWords)
	}
	c.meta.Words, c.meta.Entries = uint32(len(c.hashes)), uint32(len(c.entries))
	if c.meta.FirstWord == 1 {
		c.meta.FirstWord, c.meta.Words = 0, c.meta.Words+1 // word 0, the unknown one, belongs to the built-in layer
	}
	var sec [numSections][]byte
	t := c.buildTrie()
	c.recs, c.seqs = nil, nil
	patchSurf, patchRead := c.buildPatches(t)
	c.meta.Surfaces = uint32(len(t.surfPat))
	sec[secMeta] = bytesOf([]meta{c.meta})
	vocab, err := buildVocab(c.hashes, uint32(c.meta.FirstWord), c.meta.FirstWord == 0)
	if err != nil {
		return nil, err
	}
	sec[secVocab] = bytesOf(vocab)
	infos, infoOf, patches := c.buildInfos()
	sec[secInfos], sec[secInfoOf], sec[secInfoPatch] = bytesOf(infos), bytesOf(infoOf), bytesOf(patches)
	sec[secRoot] = bytesOf(t.root)
	sec[secNodeWord], sec[secNodeChild], sec[secNodeSurf] = bytesOf(t.word), bytesOf(t.kid), bytesOf(t.surf)
	sec[secSurfRead], sec[secSurfPat], sec[secReadings] = bytesOf(t.surfRead), bytesOf(t.surfPat), bytesOf(t.readings)
	sec[secPatterns] = bytesOf(c.pats)
	clearPadding(sec[secInfos], int(unsafe.Sizeof(WordInfo{})), int(unsafe.Offsetof(WordInfo{}.Proper))+1)
	clearPadding(sec[secReadings], int(unsafe.Sizeof(Reading{})), int(unsafe.Offsetof(Reading{}.Weight))+1)
	sec[secPatchSurf], sec[secPatchRead], sec[secDead] = bytesOf(patchSurf), bytesOf(patchRead), bytesOf(c.dead)
	tab, err := c.buildEntryTab()
	if err != nil {
		return nil, err
	}
	sec[secEntryTab], sec[secEntries] = bytesOf(tab), bytesOf(c.entries)
	c.sortOffices()
	sec[secExtra], sec[secOfficeKey], sec[secOffices] = bytesOf(c.extra), bytesOf(c.offKeys), bytesOf(c.offices)
	var sources []sourceRec
	for _, s := range c.k.Sources {
		sources = append(sources, sourceRec{c.str.intern(s.ID), c.str.intern(s.Name), c.str.intern(s.Version), c.str.intern(s.Licence), c.str.intern(s.Notice)})
	}
	var types, classes []uint32
	for _, n := range c.types {
		types = append(types, c.str.intern(n))
	}
	for _, n := range c.classes {
		classes = append(classes, c.str.intern(n))
	}
	sec[secSources], sec[secTypes], sec[secClasses], sec[secOrigins] = bytesOf(sources), bytesOf(types), bytesOf(classes), bytesOf(c.origins)
	sec[secSpell] = bytesOf(c.spell)
	sec[secStrings], sec[secStringOff] = c.str.blob.Bytes(), bytesOf(c.str.off)
	size := 0
	for _, s := range sec {
		size += len(s)
	}
	if size > maxIndexSize/2 {
		return nil, indexError("%d MB, expected at most %d", size>>20, maxIndexSize/2>>20)
	}
	var base [32]byte
	if c.base != nil {
		base = c.base.Hash()
	}
	return assemble(&sec, c.k.InputHash(c.base), base), nil
}

// clearPadding zeroes the bytes of each struct from used on, which Go leaves
// as they happen to be.
func clearPadding(b []byte, size, used int) {
	for ; len(b) >= size; b = b[size:] {
		clear(b[used:size])
	}
}

// sortOffices orders the terms by office, and the entries' references to them.
func (c *compiler) sortOffices() {
	order := make([]uint32, len(c.offices))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortStableFunc(order, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(c.offKeys[a], c.offKeys[b]), cmp.Compare(c.offices[a].From, c.offices[b].From))
	})
	offices, keys, place := make([]officeRec, len(order)), make([]uint64, len(order)), make([]uint32, len(order))
	for to, from := range order {
		offices[to], keys[to], place[from] = c.offices[from], c.offKeys[from], uint32(to)
	}
	c.offices, c.offKeys = offices, keys
	tmp := Index{extra: c.extra}
	for i := range c.entries {
		list := tmp.list(&c.entries[i], exOffices)
		for j := range list {
			list[j] = place[list[j]]
		}
	}
}

// buildVocab makes the hash table: buckets of 8 slots, a cache line each,
// filled from the front; a bucket that is full goes on in the next.
func buildVocab(hashes []uint64, first uint32, builtin bool) ([]uint64, error) {
	if builtin {
		first = 1
	}
	buckets := uint64(len(hashes)*2/11 + 1) // 5.5 of 8 slots filled
	tab := make([]uint64, buckets*8)
	for i, h := range hashes {
	place:
		for b := uint64(uint32(h)) * buckets >> 32; ; b = (b + 1) % buckets {
			for s := range 8 {
				slot := &tab[b*8+uint64(s)]
				if *slot == 0 {
					*slot = h&^0xffffff | uint64(first+uint32(i))
					break place
				}
				if (*slot^h)>>24 == 0 {
					return nil, indexError("two words have the same hash %x", h)
				}
			}
		}
	}
	return tab, nil
}

// buildInfos lists the distinct word infos, and which word has which.
func (c *compiler) buildInfos() ([]WordInfo, []uint16, []infoPatch) {
	infos := []WordInfo{{}}
	index := map[WordInfo]uint16{{}: 0}
	ids := make([]uint32, 0, len(c.infos))
	for w := range c.infos {
		ids = append(ids, w)
	}
	slices.Sort(ids)
	var infoOf []uint16
	var patches []infoPatch
	if c.base == nil {
		infoOf = make([]uint16, c.meta.Words)
	}
	for _, w := range ids {
		in := c.infos[w]
		i, ok := index[in]
		if !ok {
			if len(infos) > 1<<16-1 {
				c.errs.Add("words", yamlpos.Pos{}, "more than "+strconv.Itoa(len(infos))+" different kinds of words")
				continue
			}
			i = uint16(len(infos))
			index[in] = i
			infos = append(infos, in)
		}
		if c.base == nil {
			infoOf[w] = i
		} else {
			patches = append(patches, infoPatch{w, uint32(i)})
		}
	}
	return infos, infoOf, patches
}

// buildEntryTab makes the hash table of ids.
func (c *compiler) buildEntryTab() ([]uint32, error) {
	size := 8
	for size < len(c.entries)*2 {
		size *= 2
	}
	tab := make([]uint32, size)
	blob := c.str.blob.Bytes()
	for i := range c.entries {
		id := c.entries[i].ID
		slot := uint32(idHash(string(blob[c.str.off[id]:c.str.off[id+1]]))) & uint32(size-1)
		for tab[slot] != 0 {
			slot = (slot + 1) & uint32(size-1)
		}
		tab[slot] = uint32(i + 1)
	}
	return tab, nil
}
