package ner

import "attache/text"

// nameStat is how often the same words were read as each type in the first
// reading of the document.
type nameStat struct {
	key  uint64
	n    [nLanes]uint8
	none uint8
}

// nameTable is an open-addressing table of name statistics.
type nameTable struct {
	table []int32
	names []nameStat
}

func (t *nameTable) reset() {
	if t.table == nil {
		t.table = make([]int32, 1<<10)
	}
	if len(t.names) > 0 {
		clear(t.table)
	}
	t.names = t.names[:0]
}

func (t *nameTable) find(key uint64) *nameStat {
	mask := uint64(len(t.table) - 1)
	for j := key & mask; ; j = (j + 1) & mask {
		e := t.table[j]
		if e == 0 {
			return nil
		}
		if t.names[e-1].key == key {
			return &t.names[e-1]
		}
	}
}

func (t *nameTable) add(key uint64) *nameStat {
	mask := uint64(len(t.table) - 1)
	j := key & mask
	for ; ; j = (j + 1) & mask {
		e := t.table[j]
		if e == 0 {
			break
		}
		if t.names[e-1].key == key {
			return &t.names[e-1]
		}
	}
	if len(t.names) >= maxStats {
		return nil
	}
	t.names = append(t.names, nameStat{key: key})
	t.table[j] = int32(len(t.names))
	if len(t.names)*2 > len(t.table) {
		n := len(t.table) * 2
		if cap(t.table) >= n {
			t.table = t.table[:n]
			clear(t.table)
		} else {
			t.table = make([]int32, n)
		}
		mask = uint64(n - 1)
		for i := range t.names {
			j := t.names[i].key & mask
			for t.table[j] != 0 {
				j = (j + 1) & mask
			}
			t.table[j] = int32(i + 1)
		}
	}
	return &t.names[len(t.names)-1]
}

// key hashes the words of a candidate. Candidates of one word have their word's hash.
func (sc *Scratch) key(a, b int32) uint64 {
	k := sc.toks[a].hash
	for i := a + 1; i < b; i++ {
		k = (k ^ sc.toks[i].hash) * 0x9e3779b97f4a7c15
		k ^= k >> 31
	}
	return k
}

// initialsHash hashes the initials of the capitalised words of tokens [a, b)
// as text.Hash would, with the initials of its small words too when small is set.
func (sc *Scratch) initialsHash(a, b int32, small bool) uint64 {
	var buf [16]byte
	n := 0
	for i := a; i < b && n < len(buf); i++ {
		t := &sc.toks[i]
		if t.bits&bitWord == 0 || t.bits&bitCap == 0 && !small {
			continue
		}
		c := sc.source[sc.spans[i].Start]
		if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
			buf[n] = c | 0x20
			n++
		}
	}
	return text.Hash(string(buf[:n])) // short enough for the stack
}

// learn takes the first reading of a window into the evidence of the document.
func (r *Recognizer) learn(sc *Scratch) {
	s := &sc.stats
	for i := range sc.cands {
		c := &sc.cands[i]
		if c.lane >= nLanes {
			continue
		}
		one := c.last-c.first == 1
		if c.flags&candFirst == 0 {
			if one && sc.toks[c.first].bits&(bitCap|bitStart|bitFree) == bitCap && !sc.inChosen(c.first) {
				if n := s.names.add(c.key); n != nil && n.none < 255 {
					n.none++
				}
			}
			continue
		}
		if n := s.names.add(c.key); n != nil && n.n[c.lane] < 255 {
			n.n[c.lane]++
		}
		if one || c.score < scoreUnit {
			continue
		}
		switch c.lane {
		case lanePerson:
			for j := c.first; j < c.last; j++ {
				t := &sc.toks[j]
				if t.stat < 0 || t.bits&bitInitial != 0 {
					continue
				}
				w := &s.words[t.stat]
				switch j {
				case c.last - 1:
					bump(&w.surname)
				case c.first:
					bump(&w.given)
				default:
					bump(&w.namePart)
				}
			}
		case laneOrganization, laneLocation:
			for j := c.first; j < c.last; j++ {
				t := &sc.toks[j]
				if t.stat < 0 {
					continue
				}
				w := &s.words[t.stat]
				switch {
				case c.lane == laneLocation:
					bump(&w.placePart)
				case j == c.first:
					bump(&w.orgFirst)
				default:
					bump(&w.orgPart)
				}
			}
			if c.last-c.first > 1 {
				for _, small := range [2]bool{false, true} {
					h := sc.initialsHash(c.first, c.last, small)
					if n := s.names.add(h ^ acronymSalt); n != nil {
						bump(&n.n[c.lane])
					}
				}
			}
		}
	}
}

const acronymSalt = 0xacacacacacacacac

func bump(p *uint8) {
	if *p < 255 {
		*p++
	}
}

// repeatEvidence collects what the first reading of the document says of a
// candidate into sc.feats, and reports whether it says anything.
func (r *Recognizer) repeatEvidence(sc *Scratch, c *cand) {
	f := sc.feats[:0]
	s := &sc.stats
	if n := s.names.find(c.key); n != nil {
		own := -1
		if c.flags&candFirst != 0 {
			own = int(c.lane)
		}
		for l := range nLanes {
			k := int(n.n[l])
			if l == own {
				k--
			}
			if k > 0 {
				f = append(f, fSame+feature(l))
				if k >= 3 {
					f = append(f, fSameMany+feature(l))
				}
			}
		}
		if n.none > 1 || n.none == 1 && c.flags&candFirst != 0 {
			f = append(f, fSameNone)
		}
	}
	t := &sc.toks[c.first]
	one := c.last-c.first == 1
	if one && t.stat >= 0 && !sc.within[c.first] { // a name says nothing of its own parts
		w := &s.words[t.stat]
		if w.surname > 0 {
			f = append(f, fSurnameRepeat)
		}
		if w.surname|w.given|w.namePart|w.n[conTitle]|w.n[conAfterGiven] == 0 && s.total > 150 && t.bits&bitUpper == 0 {
			// News gives a person's full name or title once.
			if w.n[conMid] >= 3 {
				f = append(f, fNoIntro)
			} else {
				f = append(f, fNoIntroRare)
			}
		}
		if w.given > 0 {
			f = append(f, fGivenRepeat)
		}
		if w.namePart > 0 {
			f = append(f, fNamePart)
		}
		if w.orgFirst > 0 {
			f = append(f, fOrgFirst)
		}
		if w.orgPart > 0 {
			f = append(f, fOrgPart)
		}
		if w.placePart > 0 {
			f = append(f, fPlacePart)
		}
		if t.bits&bitUpper != 0 {
			if n := s.names.find(t.hash ^ acronymSalt); n != nil {
				if n.n[laneOrganization] > 0 {
					f = append(f, fAcronymOf)
				} else {
					f = append(f, fAcronymOfPlace)
				}
			}
		}
	} else if !one {
		z := &sc.toks[c.last-1]
		if z.stat >= 0 && c.flags&candFirst == 0 {
			w := &s.words[z.stat]
			if w.surname > 0 {
				f = append(f, fSurnameRepeat)
			}
		}
	}
	for _, side := range [2]int32{-1, 1} {
		if l := sc.listNeighbour(c, side); l >= 0 {
			f = append(f, fListFirst+feature(l))
		}
	}
	sc.feats = f
}

// listNeighbour returns the lane that the neighbour of a candidate in a list
// ("A, B and C") has in the first reading, −1 when there is none.
func (sc *Scratch) listNeighbour(c *cand, side int32) int8 {
	i := c.first - 1
	if side > 0 {
		i = c.last
	}
	for n := 0; ; n++ {
		if i < sc.low || i >= sc.high {
			return -1
		}
		t := &sc.toks[i]
		if t.mark != ',' && t.fw != fwAnd && t.mark != '/' {
			if n == 0 {
				return -1
			}
			break
		}
		if n == 2 {
			return -1
		}
		i += side
	}
	return sc.readAs[i]
}
