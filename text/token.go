package text

import (
	"unicode"
	"unicode/utf8"
)

// tokenizer turns a text into tokens in one pass from left to right. It
// computes the hash of a word while it scans it.
type tokenizer struct {
	src  string
	toks []Token
	// lines holds the first token of each line.
	lines []int32
	// gap is what stands between the last token and the next: SpaceBefore,
	// LineStart and ParaStart.
	gap Flags
	// single is set inside single quotation marks, where a mark after an "s" is no possessive.
	single bool
	// controls counts control characters, controlAt is where the first is.
	controls, controlAt int
	replaced            bool // U+FFFD seen
}

// run tokenizes the whole text.
func (t *tokenizer) run() {
	src := t.src
	t.gap = LineStart | ParaStart
	for i := 0; i < len(src); {
		c := src[i]
		switch classes[c] {
		case cSpace:
			t.gap |= SpaceBefore
			i++
		case cLine:
			i = t.newline(i)
		case cLetter:
			// The fast path: a word of ASCII letters up to something that
			// certainly ends it.
			h := uint64(hashSeed)
			lc := uint32(0)
			j := i
			for j < len(src) {
				b := src[j]
				n := letterCase[b]
				if n == 0 {
					break
				}
				lc += n
				h = hashByte(h, b|0x20)
				j++
			}
			if j < len(src) {
				switch classes[src[j]] {
				case cSpace, cLine, cMark, cQuote, cSymbol:
					if n := j - i; n > 2 || cliticLetters[c]>>n&1 == 0 {
						shape := Lower
						if lc >= 1<<16 {
							shape = shapeOf(lc, isUpper(c))
						}
						if n := len(t.toks); t.gap&LineStart == 0 && n < cap(t.toks) {
							t.toks = t.toks[:n+1]
							t.toks[n] = Token{Span{int32(i), int32(j)}, hashEnd(h), Word, shape, t.gap, 0}
							t.gap = 0
						} else {
							t.add(i, j, hashEnd(h), Word, shape, 0, 0)
						}
						i = j
						if src[i] == ' ' {
							t.gap |= SpaceBefore
							i++
						}
						continue
					}
				}
			}
			i = t.word(wordState{start: i, j: j, end: j, seg: j - i, h: h, lc: lc, upper: isUpper(c), last: rune(src[j-1])})
		case cDigit:
			i = t.number(i)
		case cMark:
			t.add(i, i+1, markHash(c), Punct, NoCase, 0, c)
			i++
		case cSymbol:
			t.add(i, i+1, markHash(c), Symbol, NoCase, 0, c)
			i++
		case cQuote:
			t.add(i, i+1, markHash('"'), Punct, NoCase, 0, '"')
			i++
		case cDot:
			j := i + 1
			for j < len(src) && src[j] == '.' {
				j++
			}
			m := byte('.')
			if j-i > 1 {
				m = 'e'
			}
			t.add(i, j, markHash(m), Punct, NoCase, 0, m)
			i = j
		case cStop:
			i = t.stop(i)
		case cColon:
			t.add(i, i+1, markHash(':'), Punct, NoCase, 0, ':')
			i++
		case cApos:
			i = t.apostrophe(i, rune(c), 1, false)
		case cHyphen:
			i = t.hyphen(i)
		case cRun:
			i = t.runOf(i, c)
		case cAt:
			i = t.at(i)
		case cAmp:
			i = t.ampersand(i)
		case cHigh:
			i = t.high(i)
		default:
			t.control(i, 1)
			i++
		}
	}
}

// cliticLetters has bit 1 for the letters that are clitics by themselves when
// their apostrophe is lost, bit 2 for those that begin one of two letters; see lostClitic.
var cliticLetters = [256]uint8{'s': 1 << 1, 't': 1 << 1, 'm': 1 << 1, 'd': 1 << 1, 'l': 1 << 2, 'v': 1 << 2, 'r': 1 << 2}

// add appends a token with the flags of the gap before it.
func (t *tokenizer) add(i, j int, h uint64, k Kind, s Shape, f Flags, mark byte) {
	if t.gap&LineStart != 0 {
		t.lines = append(t.lines, int32(len(t.toks)))
		t.single = false
		if len(t.toks) == 0 {
			t.gap &^= SpaceBefore
		}
	}
	f |= t.gap
	t.gap = 0
	t.toks = append(t.toks, Token{Span{int32(i), int32(j)}, h, k, s, f, mark})
}

// prev returns the token before, nil if there is none.
func (t *tokenizer) prev() *Token {
	if len(t.toks) == 0 {
		return nil
	}
	return &t.toks[len(t.toks)-1]
}

// adjacent returns the token that ends right at i, nil if there is none.
func (t *tokenizer) adjacent(i int) *Token {
	if p := t.prev(); p != nil && t.gap == 0 && int(p.End) == i {
		return p
	}
	return nil
}

func markHash(m byte) uint64 { return hashEnd(hashByte(hashSeed, m)) }

// shapeOf tells the shape from the count of letters and capitals.
func shapeOf(lc uint32, firstUpper bool) Shape {
	letters, caps := lc&0xFFFF, lc>>16
	switch {
	case letters == 0:
		return NoCase
	case caps == 0:
		return Lower
	case caps == letters && letters > 1:
		return Upper
	case caps == 1 && firstUpper:
		return Title
	}
	return Mixed
}

func (t *tokenizer) newline(i int) int {
	if t.gap&LineStart != 0 {
		t.gap |= ParaStart
	}
	t.gap |= LineStart | SpaceBefore
	if t.src[i] == '\f' {
		t.gap |= ParaStart // a new page
	}
	if t.src[i] == '\r' && i+1 < len(t.src) && t.src[i+1] == '\n' {
		return i + 2
	}
	return i + 1
}

// stop reads a run of ! and ?, which is one token.
func (t *tokenizer) stop(i int) int {
	m := t.src[i]
	j := i + 1
	for j < len(t.src) && (t.src[j] == '!' || t.src[j] == '?') {
		if t.src[j] == '?' {
			m = '?'
		}
		j++
	}
	// "Seoul?s", "don?t": an apostrophe that became a question mark.
	if j == i+1 && m == '?' && t.lostApostrophe(i, j) {
		return t.apostrophe(i, '’', 1, true)
	}
	t.add(i, j, markHash(m), Punct, NoCase, 0, m)
	return j
}

// lostApostrophe reports whether the character between i and j stands where an
// apostrophe would: a letter before it, then "s", "re" and the like as the end of the word.
func (t *tokenizer) lostApostrophe(i, j int) bool {
	p := t.adjacent(i)
	if p == nil || p.Kind != Word || j >= len(t.src) {
		return false
	}
	s, _ := t.suffixAt(j)
	return isLower(t.src[j]) && (s == possSuffix || s == verbSuffix)
}

// endsWord reports whether no letter or digit stands at i.
func (t *tokenizer) endsWord(i int) bool {
	if i >= len(t.src) {
		return true
	}
	if c := t.src[i]; c < utf8.RuneSelf {
		return lowerASCII[c] == 0
	}
	r, _, _ := decode(t.src, i)
	return !isLetter(r) && !unicode.IsDigit(r)
}

func (t *tokenizer) hyphen(i int) int {
	src := t.src
	j := i + 1
	for j < len(src) && src[j] == '-' {
		j++
	}
	m := byte('-')
	before := t.gap != 0
	after := j >= len(src) || src[j] <= ' ' || spaceAt(src, j)
	switch {
	case j-i > 1:
		m = '~'
	case before && after && t.gap&LineStart != 0 && j < len(src) && classes[src[j]] != cLine:
		m = '*' // "- item"
	case before && after:
		m = '~'
	}
	t.add(i, j, markHash(m), Punct, NoCase, 0, m)
	return j
}

// spaceAt reports whether a white-space character beyond ASCII stands at i.
func spaceAt(s string, i int) bool {
	if s[i] < utf8.RuneSelf {
		return false
	}
	r, _, _ := decode(s, i)
	return unicode.IsSpace(r)
}

// runOf reads a run of one of the characters * = _ ~ #.
func (t *tokenizer) runOf(i int, c byte) int {
	src := t.src
	j := i + 1
	for j < len(src) && src[j] == c {
		j++
	}
	if c == '#' && j == i+1 && j < len(src) && isAlpha(src[j]) && t.adjacent(i) == nil {
		return t.handle(i)
	}
	m, k := c, Symbol
	switch c {
	case '*':
		k = Punct
	case '_':
		m, k = '~', Punct
		if j == i+1 && t.adjacent(i) != nil && j < len(src) && lowerASCII[src[j]] != 0 {
			m, k = '_', Symbol // part_of_a_name
		}
	}
	t.add(i, j, markHash(m), k, NoCase, 0, m)
	return j
}

// handle reads "#tag" or "@name".
func (t *tokenizer) handle(i int) int {
	src := t.src
	h := hashByte(hashSeed, src[i])
	j := i + 1
	for j < len(src) {
		c := src[j]
		if c >= utf8.RuneSelf {
			r, size, _ := decode(src, j)
			if !isLetter(r) {
				break
			}
			h = hashRune(h, r)
			j += size
			continue
		}
		e := lowerASCII[c]
		if e == 0 {
			if c != '_' {
				break
			}
			e = c
		}
		h = hashByte(h, e)
		j++
	}
	t.add(i, j, hashEnd(h), Link, NoCase, 0, 0)
	return j
}

func (t *tokenizer) ampersand(i int) int {
	r, size := reference(t.src[i:])
	if size == 0 {
		t.add(i, i+1, markHash('&'), Symbol, NoCase, 0, '&')
		return i + 1
	}
	return t.other(i, r, size, true)
}

// high reads what begins with a byte above 0x7F.
func (t *tokenizer) high(i int) int {
	r, size, damaged := decode(t.src, i)
	if isLetter(r) && !isApostrophe(r) {
		upper := isUpperRune(r)
		lc := uint32(0)
		if upper {
			lc = 1 + 1<<16
		} else if isCased(r) {
			lc = 1
		}
		return t.word(wordState{start: i, j: i + size, end: i + size, seg: 1, h: hashRune(hashSeed, r), lc: lc, upper: upper, flags: NonASCII, last: r})
	}
	return t.other(i, r, size, damaged)
}

func isCased(r rune) bool { return unicode.IsUpper(r) || unicode.IsLower(r) || unicode.IsTitle(r) }

func isUpperRune(r rune) bool { return unicode.IsUpper(r) || unicode.IsTitle(r) }

// other reads a rune that is no letter and came from more than one byte.
func (t *tokenizer) other(i int, r rune, size int, damaged bool) int {
	src := t.src
	j := i + size
	switch {
	case isApostrophe(r):
		return t.apostrophe(i, r, size, damaged)
	case isZeroWidth(r):
		return j
	case r == 0x2028 || r == 0x2029:
		if t.gap&LineStart != 0 || r == 0x2029 {
			t.gap |= ParaStart
		}
		t.gap |= LineStart | SpaceBefore
		return j
	case unicode.IsSpace(r):
		t.gap |= SpaceBefore
		return j
	case r == utf8.RuneError:
		t.replaced = true
		// "Seoul\uFFFDs": the apostrophe was a byte of another encoding.
		if p := t.adjacent(i); p != nil && j < len(src) && isAlpha(src[j]) && p.Kind == Word {
			return t.apostrophe(i, '’', size, true)
		}
		t.add(i, j, markHash('?'), Symbol, NoCase, NonASCII, 0)
		return j
	case unicode.IsControl(r):
		t.control(i, size)
		return j
	case unicode.IsDigit(r):
		h := hashRune(hashSeed, r)
		for j < len(src) && src[j] >= utf8.RuneSelf {
			r, n, _ := decode(src, j)
			if !unicode.IsDigit(r) {
				break
			}
			h = hashRune(h, r)
			j += n
		}
		t.add(i, j, hashEnd(h), Number, NoCase, NonASCII, 0)
		return j
	}
	m, k := markOf(r)
	switch m {
	case '~':
		// A dash between letters or digits without spaces: "Indo–Pacific", "2010–2015".
		if r != '—' && r != '―' && t.adjacent(i) != nil && j < len(src) && !t.endsWord(j) {
			m = '-'
		} else if t.gap&LineStart != 0 && r == '–' && j < len(src) && (src[j] == ' ' || spaceAt(src, j)) {
			m = '*'
		}
	case 'e':
		for j < len(src) && src[j] == '.' {
			j++
		}
	}
	h := markHash(m)
	if m == 0 || m == '$' {
		h = hashEnd(hashRune(hashSeed, r))
	}
	t.add(i, j, h, k, NoCase, NonASCII, m)
	return j
}

func (t *tokenizer) control(i, size int) {
	if t.controls == 0 {
		t.controlAt = i
	}
	t.controls++
	t.add(i, i+size, hashEnd(hashByte(hashSeed, t.src[i])), Symbol, NoCase, 0, 0)
}
