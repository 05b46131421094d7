package text

import (
	"unicode"
	"unicode/utf8"
)

// decode reads the character at s[i]. UTF-8 that was once read as Windows-1252
// ("â€™" for "’", "Ã©" for "é") and HTML's references for quotation marks count
// as the character they were meant to be; damaged reports that.
func decode(s string, i int) (r rune, size int, damaged bool) {
	c := s[i]
	if c < utf8.RuneSelf {
		if c == '&' {
			if r, size := reference(s[i:]); size > 0 {
				return r, size, true
			}
		}
		return rune(c), 1, false
	}
	r, size = utf8.DecodeRuneInString(s[i:])
	switch r {
	case 'Â', 'Ã', 'Ä', 'Å', 'á', 'â':
		if m, n := mojibake(s[i:], r, size); n > 0 {
			return m, n, true
		}
	case 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x85:
		// Windows-1252 read as Latin-1.
		return c1Marks[r-0x85], size, true
	case utf8.RuneError:
		return r, size, true
	}
	return r, size, false
}

// c1Marks is what the C1 control characters from 0x85 to 0x97 mean in Windows-1252,
// as far as they are punctuation.
var c1Marks = [...]rune{'…', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '‘', '’', '“', '”', '•', '–', '—'}

// mojibake decodes the rune at the start of s as UTF-8 that was read as
// Windows-1252 or Latin-1. The size is 0 when it is not.
func mojibake(s string, first rune, size int) (rune, int) {
	lead := byte(first)
	need := 1
	if lead >= 0xE0 {
		need = 2
	}
	v := rune(lead & 0x1F)
	if need == 2 {
		v = rune(lead & 0x0F)
	}
	j := size
	for k := 0; k < need; k++ {
		if j >= len(s) || s[j] < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(s[j:])
		b, ok := cp1252(r)
		if !ok || b < 0x80 || b > 0xBF {
			break
		}
		v = v<<6 | rune(b&0x3F)
		j += n
		if k == need-1 {
			return v, j
		}
	}
	// The last byte of a closing quotation mark has no character in
	// Windows-1252 and is often dropped.
	if first == 'â' && j > size {
		if r, _ := utf8.DecodeRuneInString(s[size:]); r == '€' {
			return '”', j
		}
	}
	return 0, 0
}

// cp1252 returns the byte that stands for r in Windows-1252 or Latin-1.
func cp1252(r rune) (byte, bool) {
	if r < 0x100 {
		return byte(r), true
	}
	switch r {
	case '€':
		return 0x80, true
	case '‚':
		return 0x82, true
	case 'ƒ':
		return 0x83, true
	case '„':
		return 0x84, true
	case '…':
		return 0x85, true
	case '†':
		return 0x86, true
	case '‡':
		return 0x87, true
	case 'ˆ':
		return 0x88, true
	case '‰':
		return 0x89, true
	case 'Š':
		return 0x8A, true
	case '‹':
		return 0x8B, true
	case 'Œ':
		return 0x8C, true
	case 'Ž':
		return 0x8E, true
	case '‘':
		return 0x91, true
	case '’':
		return 0x92, true
	case '“':
		return 0x93, true
	case '”':
		return 0x94, true
	case '•':
		return 0x95, true
	case '–':
		return 0x96, true
	case '—':
		return 0x97, true
	case '˜':
		return 0x98, true
	case '™':
		return 0x99, true
	case 'š':
		return 0x9A, true
	case '›':
		return 0x9B, true
	case 'œ':
		return 0x9C, true
	case 'ž':
		return 0x9E, true
	case 'Ÿ':
		return 0x9F, true
	}
	return 0, false
}

// reference reads an HTML reference for a quotation mark, a dash, a space or an
// ampersand that was left in the text. The size is 0 when s has none.
func reference(s string) (rune, int) {
	end := 0
	for end = 1; end < len(s) && end < 9; end++ {
		if s[end] == ';' {
			break
		}
	}
	if end >= len(s) || s[end] != ';' {
		return 0, 0
	}
	switch s[1:end] {
	case "apos", "#39", "#039", "#x27", "rsquo", "#8217", "#x2019":
		return '’', end + 1
	case "lsquo", "#8216":
		return '‘', end + 1
	case "quot", "#34", "#034":
		return '"', end + 1
	case "ldquo", "#8220":
		return '“', end + 1
	case "rdquo", "#8221":
		return '”', end + 1
	case "ndash", "#8211":
		return '–', end + 1
	case "mdash", "#8212":
		return '—', end + 1
	case "hellip", "#8230":
		return '…', end + 1
	case "nbsp", "#160":
		return 0xA0, end + 1
	case "amp", "#38":
		return '&', end + 1
	}
	return 0, 0
}

// isLetter reports whether r is a letter or a mark that belongs to one.
func isLetter(r rune) bool {
	if r < 0x250 {
		return r >= 0xC0 && r != '×' && r != '÷' || r < 0x80 && isAlpha(byte(r)) || r == 0xAA || r == 0xBA
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Mc, r)
}

// markOf returns the canonical mark and the kind of a rune that is no letter,
// digit or space.
func markOf(r rune) (byte, Kind) {
	switch r {
	case '“', '”', '„', '‟', '«', '»', '″', '「', '」', '『', '』', '〝', '〞', '＂':
		return '"', Punct
	case '‘', '’', '‚', '‛', '‹', '›', '´', '′', 0x2BB, 0x2BC, 0x2BD, 0x2BE, 0x2BF, '＇':
		return '\'', Punct
	case '–', '—', '―', '‒', '−', '─', '━':
		return '~', Punct
	case '‐', '‑', '－', '﹣':
		return '-', Punct
	case '…':
		return 'e', Punct
	case '•', '·', '●', '▪', '■', '◦', '‣', '►', '▶', '∙', '◆', '○', '□', '★', '※', '・':
		return '*', Punct
	case '。', '．':
		return '.', Punct
	case '，', '、':
		return ',', Punct
	case '；':
		return ';', Punct
	case '：':
		return ':', Punct
	case '！', '¡':
		return '!', Punct
	case '？', '¿':
		return '?', Punct
	case '（':
		return '(', Punct
	case '）':
		return ')', Punct
	case '［', '【':
		return '[', Punct
	case '］', '】':
		return ']', Punct
	case '／', '⁄':
		return '/', Punct
	case '％', '‰':
		return '%', Symbol
	case '&', '＆':
		return '&', Symbol
	}
	if unicode.Is(unicode.Sc, r) {
		return '$', Symbol
	}
	if unicode.IsPunct(r) {
		return 0, Punct
	}
	return 0, Symbol
}
