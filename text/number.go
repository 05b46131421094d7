package text

import "unicode/utf8"

// number reads what begins with a digit: a number with its separators ("10,000",
// "3.5", "17:01"), an ordinal ("21st"), a decade ("1990s"), or a word with digits
// in front ("3D").
func (t *tokenizer) number(i int) int {
	src := t.src
	h := uint64(hashSeed)
	j := i
scan:
	for j < len(src) {
		c := src[j]
		switch {
		case isDigit(c):
			h = hashByte(h, c)
			j++
		case c == ',':
			if !thousands(src, j+1) {
				break scan
			}
			j++
		case c == '.':
			if j+1 >= len(src) || !isDigit(src[j+1]) {
				break scan
			}
			h = hashByte(h, c)
			j++
		case c == ':':
			if j+2 >= len(src) || !isDigit(src[j+1]) || !isDigit(src[j+2]) || j+3 < len(src) && isDigit(src[j+3]) {
				break scan
			}
			h = hashByte(h, c)
			j++
		default:
			break scan
		}
	}
	// "1990's" is the decade.
	if j-i == 4 && j+1 < len(src) && src[j] == '\'' && src[j-1] == '0' && src[j+1] == 's' && t.endsWord(j+2) {
		t.add(i, j+2, hashEnd(hashByte(h, 's')), Number, NoCase, 0, 0)
		return j + 2
	}
	if j >= len(src) || !isAlpha(src[j]) {
		if j < len(src) && src[j] == '@' && j+1 < len(src) && lowerASCII[src[j+1]] != 0 {
			return t.mail(i)
		}
		if j < len(src) && src[j] >= utf8.RuneSelf {
			if r, size, _ := decode(src, j); isLetter(r) {
				w := wordState{start: i, j: j, end: j, seg: 2, h: h, flags: HasDigit}
				w.rune(r, size)
				return t.word(w)
			}
		}
		t.add(i, j, hashEnd(h), Number, NoCase, 0, 0)
		return j
	}
	end := j
	for end < len(src) && isLower(src[end]) {
		end++
	}
	if end > j && end-j <= 3 && t.endsWord(end) {
		for ; j < end; j++ {
			h = hashByte(h, src[j])
		}
		t.add(i, j, hashEnd(h), Number, NoCase, 0, 0)
		return j
	}
	return t.word(wordState{start: i, j: j, end: j, seg: 2, h: h, flags: HasDigit, last: rune(src[j-1])})
}

// thousands reports whether a comma before i separates thousands: three
// digits follow, or two and another comma as in India.
func thousands(src string, i int) bool {
	n := 0
	for i+n < len(src) && isDigit(src[i+n]) && n < 4 {
		n++
	}
	return n == 3 || n == 2 && i+2 < len(src) && src[i+2] == ',' && i+3 < len(src) && isDigit(src[i+3])
}
