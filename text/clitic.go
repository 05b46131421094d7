package text

// suffix is what follows an apostrophe inside a word.
type suffix uint8

const (
	noSuffix    suffix = iota // nothing of its own: "O'Brien", "Sana'a"
	possSuffix                // "'s"
	notSuffix                 // the "t" of "n't"
	verbSuffix                // "'ll", "'re", "'ve", "'d", "'m"
	bareSuffix                // no letter follows
	otherSuffix               // a word of its own follows
)

// suffixAt reads the letters from i to the end of the word; end is where they end.
func (t *tokenizer) suffixAt(i int) (s suffix, end int) {
	src := t.src
	end = i
	for end < len(src) && isAlpha(src[end]) {
		end++
	}
	if end == i {
		if t.endsWord(i) {
			return bareSuffix, i
		}
		return noSuffix, i
	}
	if !t.endsWord(end) || end-i > 2 {
		return noSuffix, end
	}
	a := src[i] | 0x20
	if end-i == 1 {
		switch a {
		case 's':
			return possSuffix, end
		case 't':
			return notSuffix, end
		case 'd', 'm':
			return verbSuffix, end
		}
		return noSuffix, end
	}
	switch b := src[i+1] | 0x20; {
	case a == 'l' && b == 'l', a == 'r' && b == 'e', a == 'v' && b == 'e':
		return verbSuffix, end
	}
	return noSuffix, end
}

// innerApostrophe takes an apostrophe that belongs to the word. When it returns
// false the word ends before it, or, for "n't", before the "n".
func (t *tokenizer) innerApostrophe(w *wordState, size int, f Flags) bool {
	src := t.src
	s, end := t.suffixAt(w.j + size)
	switch s {
	case possSuffix, bareSuffix:
		return false
	case notSuffix:
		if (w.last == 'n' || w.last == 'N') && w.end-w.start > 1 && w.end == w.j {
			w.clitic, w.cliticFlags = end, f
			w.end--
			w.h = rehash(src[w.start:w.end])
			w.lc -= letterCase[src[w.end]]
			return false
		}
	case verbSuffix:
		if c := src[w.j+size] | 0x20; c != 'd' && c != 'm' || isPronoun(src[w.start:w.end]) {
			return false
		}
	}
	w.j += size
	w.seg += 2 // no acronym any more
	return true
}

// rehash computes an unfinished hash anew. "ca", "wo" and "sha", which only
// stand before "n't", have the hash of the full verb.
func rehash(word string) uint64 {
	switch len(word) {
	case 2:
		switch word {
		case "ca", "Ca", "CA":
			word = "can"
		case "wo", "Wo", "WO":
			word = "will"
		}
	case 3:
		if word == "sha" || word == "Sha" {
			word = "shall"
		}
	}
	h := uint64(hashSeed)
	for i := 0; i < len(word); {
		if e := lowerASCII[word[i]]; e != 0 {
			h = hashByte(h, e)
			i++
			continue
		}
		r, size, _ := decode(word, i)
		h = hashRune(h, r)
		i += size
	}
	return h
}

var (
	hashS  = Hash("s")
	hashNT = Hash("nt")
)

// apostrophe reads a single quotation mark or apostrophe outside of a word.
func (t *tokenizer) apostrophe(i int, r rune, size int, damaged bool) int {
	src := t.src
	j := i + size
	var f Flags
	if damaged {
		f |= LostMark
	}
	if r > 0x7F {
		f |= NonASCII
	}
	// "``" and "''" are double marks.
	if r < 0x80 && j < len(src) && src[j] == src[i] {
		t.add(i, j+1, markHash('"'), Punct, NoCase, f, '"')
		return j + 1
	}
	if p := t.adjacent(i); p != nil {
		s, end := t.suffixAt(j)
		switch {
		case s == possSuffix && p.Kind != Possessive && (p.Kind != Punct || p.Mark == '"' || p.Mark == ')' || p.Mark == '\''):
			sh := Lower
			if isUpper(src[j]) {
				sh = Title
			}
			t.add(i, end, hashS, Possessive, sh, f, 0)
			return end
		case s == verbSuffix && p.Kind == Word:
			t.add(i, end, Hash(src[j:end]), Clitic, Lower, f, 0)
			return end
		case s == bareSuffix && p.Kind == Word && !t.single && pluralEnd(src, i):
			t.add(i, j, hashS, Possessive, NoCase, f, 0)
			return j
		}
	} else if j < len(src) && isAlpha(src[j]) && r != '’' {
		t.single = true
	} else if r == '‘' {
		t.single = true
	}
	if t.single && t.adjacent(i) != nil {
		t.single = false
	}
	t.add(i, j, markHash('\''), Punct, NoCase, f, '\'')
	return j
}

// pluralEnd reports whether the word that ends at i ends like a plural.
func pluralEnd(src string, i int) bool {
	if i == 0 {
		return false
	}
	switch src[i-1] {
	case 's', 'S', 'z', 'x':
		return true
	}
	return false
}

// lostClitic appends the end of a word that a space stands before in place of an
// apostrophe: "Seoul s diplomacy", "don t", "we ll". It returns 0 when w is
// something else.
func (t *tokenizer) lostClitic(w wordState) int {
	src := t.src
	p := t.prev()
	if p == nil || p.Kind != Word || t.gap != SpaceBefore || int(p.End)+1 != w.start || p.Has(HasDigit) && p.Shape == NoCase {
		return 0
	}
	if w.end < len(src) {
		switch src[w.end] {
		case '.', '-', '\'', '&', '/':
			return 0
		}
	}
	host := src[p.Start:p.End]
	kind, h := Clitic, uint64(0)
	switch src[w.start:w.end] {
	case "s":
		if p.Has(Dotted) && len(host) == 2 || len(host) == 1 && host != "I" {
			return 0
		}
		kind, h = Possessive, hashS
	case "t":
		if !losesNot(host) {
			return 0
		}
		// "don t" is read as "do" + "n t", like "don't".
		p.End--
		p.Hash = hashEnd(rehash(src[p.Start:p.End]))
		if p.Len() == 1 {
			p.Shape = min(p.Shape, Title)
		}
		t.gap = 0
		t.add(w.start-2, w.end, hashNT, Clitic, Lower, LostMark, 0)
		return w.j
	case "m":
		if host != "I" {
			return 0
		}
	case "d", "ll", "ve", "re":
		if !isPronoun(host) {
			return 0
		}
	default:
		return 0
	}
	if kind == Clitic {
		h = hashEnd(w.h)
	}
	t.add(w.start, w.end, h, kind, Lower, LostMark, 0)
	return w.j
}
