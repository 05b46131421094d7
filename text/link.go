package text

import "unicode/utf8"

// link reads a URL that begins at i, up to white space or a closing mark, without
// the punctuation of the sentence around it.
func (t *tokenizer) link(i int) int {
	src := t.src
	h := uint64(hashSeed)
	j := i
	parens := 0
scan:
	for j < len(src) {
		c := src[j]
		switch {
		case c <= ' ' || c == '<' || c == '>' || c == '"' || c == 0x7F || c == '|':
			break scan
		case c == '(':
			parens++
		case c == ')':
			if parens == 0 {
				break scan
			}
			parens--
		case c >= utf8.RuneSelf:
			r, size, _ := decode(src, j)
			if !isLetter(r) {
				break scan
			}
			j += size
			continue
		}
		j++
	}
trim:
	for j > i+1 {
		switch src[j-1] {
		case '.', ',', ';', ':', '!', '?', '\'', '*', '_':
			j--
		default:
			break trim
		}
	}
	for k := i; k < j; k++ {
		c := src[k]
		if e := lowerASCII[c]; e != 0 {
			c = e
		}
		h = hashByte(h, c)
	}
	t.add(i, j, hashEnd(h), Link, NoCase, 0, 0)
	return j
}

// mail reads an e-mail address whose last word before the "@" began at i.
// Its earlier words are tokens already and are taken back.
func (t *tokenizer) mail(i int) int {
	src := t.src
	for n := 0; n < 8; n++ {
		p := t.adjacent(i)
		if p == nil || p.Kind == Link {
			break
		}
		if p.Kind == Punct && p.Mark != '.' && p.Mark != '-' && p.Mark != '_' || p.Kind == Symbol && p.Mark != '_' && p.Mark != '+' {
			break
		}
		i = int(p.Start)
		t.gap = p.Flags & (SpaceBefore | LineStart | ParaStart)
		t.toks = t.toks[:len(t.toks)-1]
		if n := len(t.lines); n > 0 && int(t.lines[n-1]) == len(t.toks) {
			t.lines = t.lines[:n-1]
		}
	}
	at := i
	for at < len(src) && src[at] != '@' {
		at++
	}
	j := at + 1
	for j < len(src) && (lowerASCII[src[j]] != 0 || (src[j] == '.' || src[j] == '-') && j+1 < len(src) && lowerASCII[src[j+1]] != 0) {
		j++
	}
	h := uint64(hashSeed)
	for k := i; k < j; k++ {
		c := src[k]
		if e := lowerASCII[c]; e != 0 {
			c = e
		}
		h = hashByte(h, c)
	}
	t.add(i, j, hashEnd(h), Link, NoCase, 0, 0)
	return j
}

// at reads "@name", or an "@" alone.
func (t *tokenizer) at(i int) int {
	if i+1 < len(t.src) && (isAlpha(t.src[i+1]) || t.src[i+1] == '_') && t.adjacent(i) == nil {
		return t.handle(i)
	}
	t.add(i, i+1, markHash('@'), Symbol, NoCase, 0, '@')
	return i + 1
}
