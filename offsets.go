package attache

import (
	"fmt"
	"unicode/utf8"
)

// Offsets is the unit in which positions are written.
type Offsets uint8

// Units of positions.
const (
	Runes Offsets = iota // Unicode code points, as Python counts
	Bytes                // bytes of UTF-8
	UTF16                // UTF-16 code units, as JavaScript and Java count
)

// String returns the unit's name: "rune", "byte" or "utf16".
func (o Offsets) String() string { return [...]string{"rune", "byte", "utf16"}[o] }

// ParseOffsets reads a unit's name.
func ParseOffsets(s string) (Offsets, error) {
	for _, o := range [...]Offsets{Runes, Bytes, UTF16} {
		if s == o.String() {
			return o, nil
		}
	}
	return 0, fmt.Errorf("unknown offsets %q, expected rune, byte or utf16", s)
}

// offsetTable converts byte offsets of one text to another unit. It keeps the
// count at every blockSize bytes, so a conversion looks at one block at most.
type offsetTable struct {
	src    string
	unit   Offsets
	ascii  bool
	blocks []int32
}

const blockSize = 64

// reset prepares the table for src.
func (t *offsetTable) reset(src string, unit Offsets) {
	t.src, t.unit, t.blocks = src, unit, t.blocks[:0]
	t.ascii = unit == Bytes || isASCII(src)
	if t.ascii {
		return
	}
	n := int32(0)
	for i := 0; i < len(src); i += blockSize {
		t.blocks = append(t.blocks, n)
		n += t.count(src[i:min(i+blockSize, len(src))])
	}
	t.blocks = append(t.blocks, n)
}

// at converts a byte offset that lies on a rune border.
func (t *offsetTable) at(off int32) int {
	if t.ascii {
		return int(off)
	}
	b := off / blockSize
	return int(t.blocks[b] + t.count(t.src[b*blockSize:off]))
}

// count counts the units that begin in s, which need not begin or end on a rune border.
func (t *offsetTable) count(s string) int32 {
	n := int32(0)
	for ; len(s) >= 8; s = s[8:] {
		x := load8(s)
		n += runesIn(x)
		if t.unit == UTF16 {
			n += longRunesIn(x)
		}
	}
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < utf8.RuneSelf || c >= 0xC0 {
			n++
			if c >= 0xF0 && t.unit == UTF16 {
				n++
			}
		}
	}
	return n
}

func isASCII(s string) bool {
	for ; len(s) >= 8; s = s[8:] {
		if load8(s)&tops != 0 {
			return false
		}
	}
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
