package text

// table is a hash table with open addressing for keys that are hashes already: a
// look-up costs a third of a map's.
type table[V any] struct {
	slots []slot[V]
	mask  uint64
}

type slot[V any] struct {
	key   uint64 // 0 when the slot is empty
	value V
}

// newTable makes a table of the entries of m. Key 0 is not possible.
func newTable[V any](m map[uint64]V) *table[V] {
	size := uint64(16)
	for size < uint64(len(m))*3 {
		size *= 2
	}
	t := &table[V]{make([]slot[V], size), size - 1}
	for k, v := range m {
		i := k & t.mask
		for t.slots[i].key != 0 {
			i = (i + 1) & t.mask
		}
		t.slots[i] = slot[V]{k, v}
	}
	return t
}

// get returns the value of the key, the zero value when there is none.
func (t *table[V]) get(key uint64) V {
	for i := key & t.mask; ; i = (i + 1) & t.mask {
		s := &t.slots[i&uint64(len(t.slots)-1)]
		if s.key == key || s.key == 0 {
			return s.value
		}
	}
}
