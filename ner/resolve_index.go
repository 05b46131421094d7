package ner

// keyIndex is a hash multimap from 64-bit keys to entities, emptied in
// constant time and reused from document to document.
type keyIndex struct {
	slots []keySlot
	nodes []keyNode
	used  int
	gen   uint32
}

type keySlot struct {
	key  uint64
	gen  uint32
	head int32 // index into nodes
}

type keyNode struct {
	ent  int32
	next int32
	kind uint8
}

func (x *keyIndex) reset() {
	x.gen++
	x.used = 0
	x.nodes = x.nodes[:0]
	if x.slots == nil || x.gen == 0 {
		x.slots = make([]keySlot, 256)
		x.gen = 1
	}
}

func (x *keyIndex) slot(key uint64) *keySlot {
	mask := uint64(len(x.slots) - 1)
	for i := (key ^ key>>29) & mask; ; i = (i + 1) & mask {
		s := &x.slots[i]
		if s.gen != x.gen || s.key == key {
			return s
		}
	}
}

// maxChain bounds how many entities are looked at under one key, the latest
// first, so that no text makes Resolve quadratic.
const maxChain = 64

// add puts an entity under a key, before those that are there.
func (x *keyIndex) add(key uint64, ent int32, kind uint8) {
	if 2*x.used >= len(x.slots) {
		x.grow()
	}
	s := x.slot(key)
	n := int32(len(x.nodes))
	x.nodes = append(x.nodes, keyNode{ent, -1, kind})
	if s.gen != x.gen {
		*s = keySlot{key, x.gen, n}
		x.used++
		return
	}
	for i, k := s.head, 0; i >= 0 && k < maxChain; i, k = x.nodes[i].next, k+1 {
		if x.nodes[i].ent == ent && x.nodes[i].kind == kind {
			x.nodes = x.nodes[:n]
			return
		}
	}
	x.nodes[n].next = s.head
	s.head = n
}

// first returns the first node under a key, −1 if there is none.
func (x *keyIndex) first(key uint64) int32 {
	if s := x.slot(key); s.gen == x.gen {
		return s.head
	}
	return -1
}

func (x *keyIndex) grow() {
	old := x.slots
	x.slots = make([]keySlot, 2*len(old))
	for i := range old {
		if old[i].gen == x.gen {
			*x.slot(old[i].key) = old[i]
		}
	}
}

// mix joins two keys into one.
func mix(a, b uint64) uint64 {
	a ^= b + 0x9e3779b97f4a7c15 + a<<6 + a>>2
	a *= 0xff51afd7ed558ccd
	return a ^ a>>33
}

// fnv is FNV-1a.
func fnv[T string | []byte](s T) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
