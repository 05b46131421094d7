package text

import "unicode/utf8"

// wordState is a word that is being read.
type wordState struct {
	start int
	j     int // next byte to look at
	end   int // end of the word so far: j without trailing invisible characters
	seg   int // letters since the last inner dot
	h     uint64
	lc    uint32 // letters and capitals, as in letterCase
	upper bool   // the first letter is a capital
	flags Flags
	last  rune // last letter or digit
	// clitic is where an "n't" that was cut off the word ends, 0 if there is none.
	clitic      int
	cliticFlags Flags
}

// word reads on from a word whose first letters are known and appends it,
// with the possessive or clitic that hangs on it. It returns where to go on.
func (t *tokenizer) word(w wordState) int {
	src := t.src
scan:
	for w.j < len(src) {
		c := src[w.j]
		switch classes[c] {
		case cLetter, cDigit:
			w.letter(c)
			continue
		case cDot:
			if t.innerDot(&w) {
				continue
			}
			if w.finalDot(t) {
				w.flags |= Dotted
				w.j++
				w.end = w.j
			}
			break scan
		case cApos:
			if t.innerApostrophe(&w, 1, 0) {
				continue
			}
			break scan
		case cStop:
			// "don?t": an apostrophe that became a question mark.
			if c == '?' {
				if s, _ := t.suffixAt(w.j + 1); s == notSuffix {
					t.innerApostrophe(&w, 1, LostMark)
				}
			}
			break scan
		case cHyphen:
			if t.lineHyphen(&w) {
				continue
			}
			break scan
		case cColon:
			if w.j+2 < len(src) && src[w.j+1] == '/' && src[w.j+2] == '/' {
				return t.link(w.start)
			}
			break scan
		case cAt:
			if w.j+1 < len(src) && lowerASCII[src[w.j+1]] != 0 {
				return t.mail(w.start)
			}
			break scan
		case cAmp, cHigh:
			r, size, damaged := decode(src, w.j)
			switch {
			case isApostrophe(r), r == utf8.RuneError && w.j+size < len(src) && isAlpha(src[w.j+size]):
				f := NonASCII
				if damaged {
					f |= LostMark
				}
				if t.innerApostrophe(&w, size, f) {
					w.flags |= f
					continue
				}
				break scan
			case isZeroWidth(r):
				w.j += size
				if r == 0xAD {
					// A soft hyphen that broke the line.
					w.j = skipLineBreak(src, w.j)
				}
				continue
			case c >= utf8.RuneSelf && isLetter(r):
				w.rune(r, size)
				continue
			}
			break scan
		default:
			break scan
		}
	}
	return t.endWord(w)
}

// letter takes an ASCII letter or digit.
func (w *wordState) letter(c byte) {
	w.h = hashByte(w.h, lowerASCII[c])
	if isDigit(c) {
		w.flags |= HasDigit
	}
	w.lc += letterCase[c]
	w.seg++
	w.j++
	w.end = w.j
	w.last = rune(c)
}

func (w *wordState) rune(r rune, size int) {
	w.h = hashRune(w.h, r)
	if isUpperRune(r) {
		w.lc += 1 + 1<<16
	} else if isCased(r) {
		w.lc++
	}
	w.flags |= NonASCII
	w.seg++
	w.j += size
	w.end = w.j
	w.last = r
}

// innerDot takes the dot of "U.S", "a.m", "Ph.D" and "Amazon.com", with the
// letter after it.
func (t *tokenizer) innerDot(w *wordState) bool {
	src, j := t.src, w.j
	if j+1 >= len(src) {
		return false
	}
	next := src[j+1]
	if !isAlpha(next) {
		return false
	}
	single := t.endsWord(j + 2)
	if w.seg == 1 && single || single && w.end-w.start == 2 && src[w.start:w.end] == "Ph" {
		w.flags |= Dotted
	} else if n := domain(src, w.start, j); n > 0 && w.flags&Dotted == 0 {
		w.j++
		for w.j < n {
			if c := src[w.j]; c == '.' {
				w.j++
			} else {
				w.letter(c)
			}
		}
		w.seg = 4 // no acronym any more
		return true
	} else {
		return false
	}
	w.j++
	w.seg = 0
	w.letter(next)
	return true
}

// domain reports where the host name that began at start ends, when the dot at
// j is followed by a top-level domain in lower case; 0 otherwise.
func domain(src string, start, j int) int {
	end := j + 1
	for end < len(src) && end < j+64 && (isLower(src[end]) || src[end] == '.' && end+1 < len(src) && isLower(src[end+1])) {
		end++
	}
	if end < len(src) && (lowerASCII[src[end]] != 0 || src[end] >= utf8.RuneSelf || src[end] == '\'') {
		return 0
	}
	last := end
	for last > j && src[last-1] != '.' {
		last--
	}
	switch src[last:end] {
	case "com", "org", "net", "gov", "edu", "mil", "info", "co", "io", "tv",
		"uk", "de", "fr", "ru", "cn", "jp", "kr", "il", "eu", "au", "ca", "ua":
		return end
	}
	return 0
}

// finalDot reports whether the dot at w.j belongs to the word: the last of an
// acronym, an abbreviation's, an initial's.
func (w *wordState) finalDot(t *tokenizer) bool {
	src := t.src
	if w.flags&Dotted != 0 {
		return true
	}
	if w.j+1 < len(src) && src[w.j+1] == '.' {
		return false // an ellipsis
	}
	if w.end-w.start == 1 && isUpper(src[w.start]) {
		return initialAt(src, w.j+1)
	}
	if w.end-w.start > 6 || w.flags&(NonASCII|HasDigit) != 0 {
		return false
	}
	switch abbreviation(src[w.start:w.end]) {
	case noAbbrev:
		return false
	case beforeDigit:
		k := w.j + 1
		for k < len(src) && src[k] == ' ' {
			k++
		}
		return k < len(src) && isDigit(src[k])
	}
	return true
}

// initialAt reports whether what follows a capital letter and a dot makes them
// an initial: a space and a capital, or a capital at once.
func initialAt(src string, i int) bool {
	if i < len(src) && (src[i] == ' ' || src[i] == '\n') {
		i++
	}
	if i >= len(src) {
		return false
	}
	if src[i] >= utf8.RuneSelf {
		r, _, _ := decode(src, i)
		return isUpperRune(r)
	}
	return isUpper(src[i]) || src[i] == ',' || src[i] == '-'
}

// lineHyphen takes a hyphen at the end of a line that parts a word
// ("govern-\nment"), with the line break. Compounds that have their hyphen by right
// keep it.
func (t *tokenizer) lineHyphen(w *wordState) bool {
	src := t.src
	j := skipLineBreak(src, w.j+1)
	if j == w.j+1 || j >= len(src) || !isLower(src[j]) || w.seg < 2 || w.flags&Dotted != 0 {
		return false
	}
	end := j
	for end < len(src) && isLower(src[end]) {
		end++
	}
	if keepsHyphen(src[w.start:w.end], src[j:end]) {
		return false
	}
	w.j = j
	return true
}

// skipLineBreak returns where the next line's text begins when the line ends at i, else i.
func skipLineBreak(src string, i int) int {
	j := i
	for j < len(src) && (src[j] == ' ' || src[j] == '\r') {
		j++
	}
	if j >= len(src) || src[j] != '\n' {
		return i
	}
	j++
	for j < len(src) && (src[j] == ' ' || src[j] == '\t') {
		j++
	}
	if j < len(src) && classes[src[j]] == cLine {
		return i
	}
	return j
}

// endWord appends the word. A single "s" or "t" whose apostrophe was lost is
// found here.
func (t *tokenizer) endWord(w wordState) int {
	n := w.end - w.start
	if n <= 2 && w.flags == 0 && !w.upper {
		if j := t.lostClitic(w); j > 0 {
			return j
		}
	}
	// "nytimes.com" is a link, "Amazon.com" a name.
	k := Word
	if w.seg >= 4 && w.flags&Dotted == 0 && !w.upper && t.isHost(w) {
		k = Link
	}
	t.add(w.start, w.end, hashEnd(w.h), k, shapeOf(w.lc, w.upper), w.flags, 0)
	if w.clitic > 0 {
		t.add(w.end, w.clitic, hashNT, Clitic, Lower, w.cliticFlags, 0)
		return w.clitic
	}
	return w.j
}

func (t *tokenizer) isHost(w wordState) bool {
	for i := w.start + 1; i < w.end-1; i++ {
		if t.src[i] == '.' {
			return true
		}
	}
	return false
}
