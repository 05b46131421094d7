package attache

import (
	"math/bits"
	"slices"
)

// plain marks the bytes that a JSON string may hold as they are.
var plain = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= 0x20 && c != '"' && c != '\\'
	}
	return t
}()

const (
	hex  = "0123456789abcdef"
	ones = 0x0101010101010101 // one in each of eight bytes
	tops = 0x8080808080808080 // the top bit of each
)

// load8 returns the first eight bytes of s as one number; s has as many.
func load8(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// special is not 0 when one of eight bytes is below 0x20, a quotation mark or a
// backslash. A byte is below n, for n up to 128, when subtracting n sets its top bit
// that was not set before; what a borrow does to the next byte does not matter,
// for it takes a byte that is special.
func special(x uint64) uint64 {
	quote, slash := x^'"'*ones, x^'\\'*ones
	return ((x-0x20*ones)&^x | (quote-ones)&^quote | (slash-ones)&^slash) & tops
}

// allPlain reports whether s can stand in a JSON string as it is.
func allPlain(s string) bool {
	if len(s) < 8 {
		for i := range len(s) {
			if !plain[s[i]] {
				return false
			}
		}
		return true
	}
	last := load8(s[len(s)-8:])
	for ; len(s) > 8; s = s[8:] {
		if special(load8(s)) != 0 {
			return false
		}
	}
	return special(last) == 0
}

// appendString appends before as it is and s, valid UTF-8, as a JSON string.
func appendString(b []byte, before, s string) []byte {
	n := len(b)
	if !allPlain(s) {
		return appendEscaped(append(b, before...), s)
	}
	b = slices.Grow(b, len(before)+len(s)+2)[:n+len(before)+len(s)+2]
	copy(b[n:], before)
	n += len(before)
	b[n] = '"'
	copy(b[n+1:], s)
	b[len(b)-1] = '"'
	return b
}

func appendEscaped(b []byte, s string) []byte {
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if plain[c] {
			continue
		}
		b = append(b, s[start:i]...)
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		default:
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
		start = i + 1
	}
	return append(append(b, s[start:]...), '"')
}

// pairs holds the numbers from 00 to 99.
var pairs = func() (t [200]byte) {
	for i := range 100 {
		t[2*i], t[2*i+1] = byte('0'+i/10), byte('0'+i%10)
	}
	return t
}()

// appendCount appends a number that is not negative.
func appendCount(b []byte, count int) []byte {
	n := uint(count)
	if n >= 10000 {
		b = appendCount(b, int(n/10000))
		n %= 10000
		hi, lo := n/100*2, n%100*2
		return append(b, pairs[hi], pairs[hi+1], pairs[lo], pairs[lo+1])
	}
	hi, lo := n/100*2, n%100*2
	switch {
	case n < 10:
		return append(b, byte('0'+n))
	case n < 100:
		return append(b, pairs[lo], pairs[lo+1])
	case n < 1000:
		return append(b, pairs[hi+1], pairs[lo], pairs[lo+1])
	}
	return append(b, pairs[hi], pairs[hi+1], pairs[lo], pairs[lo+1])
}

// runesIn counts the bytes among eight that begin a rune.
func runesIn(x uint64) int32 {
	// A byte that continues a rune has its top bit set and the next one not.
	return int32(8 - bits.OnesCount64(x&^(x<<1)&tops))
}

// longRunesIn counts the bytes among eight that begin a rune of four bytes.
func longRunesIn(x uint64) int32 {
	return int32(bits.OnesCount64(x & (x << 1) & (x << 2) & (x << 3) & tops))
}
