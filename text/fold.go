package text

import (
	"unicode"
	"unicode/utf8"
)

// The hash is FNV-1a over the bytes of the normal form, with a final mix so that
// both its high and its low bits can index tables.
const (
	hashSeed  = 0xcbf29ce484222325
	hashPrime = 0x100000001b3
)

func hashByte(h uint64, b byte) uint64 { return (h ^ uint64(b)) * hashPrime }

// hashEnd finishes a hash. It never returns 0, so 0 can mark an empty slot.
func hashEnd(h uint64) uint64 {
	h ^= h >> 32
	h *= 0x9e3779b97f4a7c15
	h ^= h >> 29
	if h == 0 {
		return 1
	}
	return h
}

// Hash returns the hash of a word's normal form, the same as a token of
// that word has: Hash("U.S.") == Hash("us"), Hash("Erdoğan") ==
// Hash("ERDOGAN"). It is never 0, and the same in every version that reads the
// same index files.
func Hash(word string) uint64 {
	h := uint64(hashSeed)
	for i := 0; i < len(word); {
		c := word[i]
		if e := lowerASCII[c]; e != 0 {
			h = hashByte(h, e)
			i++
			continue
		}
		if c < utf8.RuneSelf {
			if !dropped(word, i) {
				h = hashByte(h, c)
			}
			i++
			continue
		}
		r, size, _ := decode(word, i)
		h = hashRune(h, r)
		i += size
	}
	return hashEnd(h)
}

// Fold appends the normal form of s to dst: lower case, letters with
// diacritics folded to ASCII ("ł" is "l", "ß" is "ss"), without apostrophes, soft
// hyphens, zero-width characters, and without dots and commas, except a dot
// between digits. Everything else, white space too, is kept as it is.
func Fold(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if e := lowerASCII[c]; e != 0 {
			dst = append(dst, e)
			i++
			continue
		}
		if c < utf8.RuneSelf {
			if !dropped(s, i) {
				dst = append(dst, c)
			}
			i++
			continue
		}
		r, size, _ := decode(s, i)
		dst = foldRune(dst, r)
		i += size
	}
	return dst
}

// dropped reports whether the ASCII character at i is not part of the normal form.
func dropped(s string, i int) bool {
	switch s[i] {
	case '\'', '`', ',':
		return true
	case '.':
		return i == 0 || i+1 >= len(s) || !isDigit(s[i-1]) || !isDigit(s[i+1])
	}
	return false
}

// foldPair returns the one or two ASCII letters r is folded to; b is 0
// when there is one, a is 0 when r is not folded.
func foldPair(r rune) (a, b byte) {
	table, i := "", 0
	switch {
	case r >= 0xC0 && r < 0x250:
		table, i = foldLatin, int(r-0xC0)*2
	case r >= 0x1E00 && r < 0x1F00:
		table, i = foldExtended, int(r-0x1E00)*2
	case r >= 0xFF21 && r <= 0xFF3A: // full-width capitals
		return byte(r-0xFF21) + 'a', 0
	case r >= 0xFF41 && r <= 0xFF5A:
		return byte(r-0xFF41) + 'a', 0
	case r == 0xFB00:
		return 'f', 'f'
	case r == 0xFB01:
		return 'f', 'i'
	case r == 0xFB02:
		return 'f', 'l'
	case r == 0xAA:
		return 'a', 0
	case r == 0xBA:
		return 'o', 0
	default:
		return 0, 0
	}
	a, b = table[i], table[i+1]
	if a == '.' {
		return 0, 0
	}
	if b == '.' {
		b = 0
	}
	return a, b
}

func hashRune(h uint64, r rune) uint64 {
	a, b := foldPair(r)
	if a != 0 {
		h = hashByte(h, a)
		if b != 0 {
			h = hashByte(h, b)
		}
		return h
	}
	if isInvisible(r) {
		return h
	}
	var buf [utf8.UTFMax]byte
	for _, c := range buf[:utf8.EncodeRune(buf[:], unicode.ToLower(r))] {
		h = hashByte(h, c)
	}
	return h
}

func foldRune(dst []byte, r rune) []byte {
	a, b := foldPair(r)
	if a != 0 {
		dst = append(dst, a)
		if b != 0 {
			dst = append(dst, b)
		}
		return dst
	}
	if isInvisible(r) {
		return dst
	}
	return utf8.AppendRune(dst, unicode.ToLower(r))
}

// isInvisible reports whether r leaves no trace in the normal form: apostrophes,
// combining marks, soft hyphens and zero-width characters.
func isInvisible(r rune) bool {
	switch {
	case r == 0xAD, r == utf8.RuneError, isApostrophe(r), isZeroWidth(r):
		return true
	case r < 0x300:
		return false
	}
	return unicode.Is(unicode.Mn, r)
}

// isApostrophe reports whether r can stand for an apostrophe inside a word.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '`', 0x92, 0xB4, 0x2BB, 0x2BC, 0x2BD, 0x2BE, 0x2BF, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07:
		return true
	}
	return false
}

func isZeroWidth(r rune) bool {
	switch {
	case r == 0xAD, r == 0xFEFF, r == 0x180E:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2069:
		return true
	case r >= 0xFE00 && r <= 0xFE0F: // variation selectors
		return true
	}
	return false
}
