package text

// class is what a byte can begin.
type class uint8

const (
	cControl class = iota
	cSpace
	cLine
	cLetter
	cDigit
	cMark   // a punctuation mark that always stands alone
	cSymbol // likewise a symbol
	cDot
	cStop   // ! and ?
	cColon  // may belong to a URL
	cApos   // ' and `
	cQuote  // "
	cHyphen // -
	cRun    // * = _ ~ #: runs of the same character are one token
	cAt
	cAmp
	cHigh // first byte of a multi-byte rune
)

var classes = makeClasses()

func makeClasses() (t [256]class) {
	set := func(chars string, c class) {
		for i := 0; i < len(chars); i++ {
			t[chars[i]] = c
		}
	}
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = cLetter, cLetter
	}
	for c := 0x80; c < 0x100; c++ {
		t[c] = cHigh
	}
	set("0123456789", cDigit)
	set(" \t", cSpace)
	set("\n\r\f\v", cLine)
	set(",;()[]{}/", cMark)
	set("$%+<>^|\\", cSymbol)
	set(".", cDot)
	set("!?", cStop)
	set(":", cColon)
	set("'`", cApos)
	set("\"", cQuote)
	set("-", cHyphen)
	set("*=_~#", cRun)
	set("@", cAt)
	set("&", cAmp)
	return t
}

// lowerASCII maps ASCII letters and digits to their lower case and everything else to 0.
var lowerASCII = makeLower()

func makeLower() (t [256]byte) {
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = c, c
	}
	for c := byte('0'); c <= '9'; c++ {
		t[c] = c
	}
	return t
}

// letterCase maps a lower-case ASCII letter to 1, a capital to 1+1<<16, all else
// to 0, so that one addition counts both letters and capitals.
var letterCase = makeLetterCase()

func makeLetterCase() (t [256]uint32) {
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = 1, 1+1<<16
	}
	return t
}

func isDigit(c byte) bool { return c-'0' < 10 }
func isUpper(c byte) bool { return c-'A' < 26 }
func isLower(c byte) bool { return c-'a' < 26 }
func isAlpha(c byte) bool { return c|0x20-'a' < 26 }
