package ner

import (
	"attache/gazetteers"
	"attache/text"
)

const maxNameWords = 8

// name is the name of a mention, word by word.
type name struct {
	n    int8 // words that count
	east bool // surname first
	lead bool // begins with a particle ("bin Laden"): a surname alone
	w    [maxNameWords]nameWord
}

type nameWord struct {
	hash    uint64 // of the normal form
	sound   uint64 // of the spelling with its transliteration evened out
	initial byte   // first letter
	letter  bool   // a mere initial
	part    bool   // a particle
	suffix  bool   // "Jr.", or the like
	tok     int32
}

// readName reads the words of a mention's name.
func (r *Resolver) readName(sc *ResolveScratch, i int32) int32 {
	m := &sc.ms[i]
	var nm name
	person := m.Type == gazetteers.Person
	hyphen := false
	var first, second *gazetteers.WordInfo
	for t := m.Toks.First; t < m.Toks.Last && nm.n < maxNameWords; t++ {
		tok := &sc.doc.Tokens[t]
		if tok.Kind != text.Word && tok.Kind != text.Number {
			hyphen = hyphen || tok.Mark == '-'
			continue
		}
		s := sc.doc.Source[tok.Start:tok.End]
		w := nameWord{hash: tok.Hash, tok: t}
		sc.fold = text.Fold(sc.fold[:0], s)
		if len(sc.fold) > 0 {
			w.initial = sc.fold[0]
		}
		w.letter = len(sc.fold) == 1 || len(sc.fold) == 2 && tok.Shape == text.Upper && tok.Has(text.Dotted)
		if person {
			info := r.set.Info(r.set.Word(tok.Hash))
			if info.Classes&r.particle != 0 && (tok.Shape == text.Lower || t+1 < m.Toks.Last && (len(sc.fold) <= 3)) && t+1 < m.Toks.Last {
				w.part = true
				nm.lead = nm.lead || nm.n == 0
			}
			if info.Classes&r.nameSuffix != 0 && nm.n > 0 && t+1 == m.Toks.Last {
				w.suffix = true
			}
			switch nm.n {
			case 0:
				first = info
			case 1:
				second = info
			}
			w.sound = sound(sc.fold)
		} else {
			w.sound = w.hash
			w.suffix = nm.n > 0 && t+1 == m.Toks.Last && r.class(tok.Hash)&r.orgSuffix != 0
		}
		nm.w[nm.n] = w
		nm.n++
	}
	if person && nm.n >= 2 && sc.doc.Tokens[nm.w[0].tok].Len() <= 6 {
		// "Kim Jong-un", "Xi Jinping": a short surname in front of what is no surname.
		nm.east = hyphen && nm.n == 3 && sc.doc.Tokens[nm.w[1].tok+1].Mark == '-' || first.Surname > first.Given && second.Surname < first.Surname
	}
	k := int32(len(sc.names))
	sc.names = append(sc.names, nm)
	sc.nameOf[i] = k
	return k
}

// words counts the words that say who it is: no particles, no suffixes.
func (nm *name) words() int {
	k := 0
	for i := range nm.n {
		if !nm.w[i].part && !nm.w[i].suffix {
			k++
		}
	}
	return k
}

// plain returns the words that count, in order.
func (nm *name) plain(buf *[maxNameWords]nameWord) []nameWord {
	k := 0
	for i := range nm.n {
		if !nm.w[i].part && !nm.w[i].suffix {
			buf[k] = nm.w[i]
			k++
		}
	}
	return buf[:k]
}

// Sound hashes a word so that transliterations of one name have the same
// hash: "Gaddafi", "Qaddafi" and "Kadhafi".
func Sound(word string) uint64 { return sound(text.Fold(nil, word)) }

// sound hashes a folded word with what transliterations of one name disagree
// on evened out: doubled letters, q/k/g and kh/gh/dh, ou/oo/u, ee/i/y, -sky/-skyy/-ski,
// vowels that Arabic does not write. It is a key for comparing names within one
// document, where a chance agreement is unlikely.
func sound(s []byte) uint64 {
	h := uint64(14695981039346656037)
	n := 0
	var last byte
	put := func(c byte) {
		if c != last {
			h = (h ^ uint64(c)) * 1099511628211
			n++
		}
		last = c
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		next := byte(0)
		if i+1 < len(s) {
			next = s[i+1]
		}
		switch c {
		case 'q', 'g', 'k':
			put('k')
			if next == 'h' {
				i++
			}
		case 'c':
			switch next {
			case 'h':
				put('c')
				i++
			case 'k':
				put('k')
				i++
			case 'e', 'i':
				put('s')
			default:
				put('k')
			}
		case 'd', 't':
			put(c)
			if next == 'h' {
				i++
			}
		case 'p':
			if next == 'h' {
				put('f')
				i++
			} else {
				put(c)
			}
		case 'h':
			if i == 0 {
				put(c)
			}
		case 'v', 'w':
			put('v')
		case 'j':
			put('j')
		case 'z':
			put('z')
		case 'y', 'i', 'e':
			if i == 0 {
				put('i')
			} else if last != 'i' {
				put('i')
			}
		case 'o', 'u':
			put('u')
		case 'a':
			if i == 0 || i == len(s)-1 || last != 'i' {
				put('a')
			}
		default:
			put(c)
		}
	}
	if n < 4 { // short names sound alike too easily
		return fnv(s)
	}
	return h
}

// sameWord reports whether two words of names can be the same.
func (a *nameWord) same(b *nameWord) bool { return a.hash == b.hash || a.sound == b.sound }

// initialOf reports whether a is the initial of b.
func (a *nameWord) initialOf(b *nameWord) bool {
	return a.letter && !b.letter && a.initial == b.initial
}

// compatible reports whether two names of at least two words each can be one
// person's: the same words, one with fewer of them, initials for words, short
// for full given names, or the two ends swapped.
func (r *Resolver) compatible(a, b *name) bool {
	var bufA, bufB [maxNameWords]nameWord
	x, y := a.plain(&bufA), b.plain(&bufB)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 2 {
		return false
	}
	if len(x) == len(y) {
		same := true
		for i := range x {
			same = same && x[i].hash == y[i].hash
		}
		if same {
			return true
		}
	}
	// every word of the shorter, in order, in the longer
	j := 0
	initials := 0
	firstAt, lastAt := -1, -1
	for i := range x {
		ok := false
		for ; j < len(y); j++ {
			if x[i].same(&y[j]) {
				ok = true
			} else if x[i].initialOf(&y[j]) || y[j].initialOf(&x[i]) {
				ok = true
				initials++
			} else if i == 0 && j == 0 && r.words.nickname(x[0].hash, y[0].hash) {
				ok = true
			}
			if ok {
				if i == 0 {
					firstAt = j
				}
				lastAt = j
				j++
				break
			}
		}
		if !ok {
			return len(x) == 2 && len(y) == 2 && x[0].same(&y[1]) && x[1].same(&y[0])
		}
	}
	if initials == len(x) {
		return false
	}
	last := len(x) - 1
	if x[last].letter || y[lastAt].letter {
		return false // "John S."
	}
	if len(x) == len(y) {
		return true
	}
	// The shorter must keep an end: "Javier Solana" of "Javier Solana Madariaga", "Jose Barroso" of "Jose Manuel
	// Barroso", "Manuel Barroso" too; two words from the middle say too little.
	return firstAt == 0 || lastAt == len(y)-1
}

// fuller reports whether mention i names its bearer more fully than mention j.
func (sc *ResolveScratch) fuller(i, j int32) bool {
	a, b := sc.nameOf[i], sc.nameOf[j]
	if a < 0 || b < 0 {
		return b < 0 && a >= 0
	}
	x, y := &sc.names[a], &sc.names[b]
	lx, ly := x.letters(), y.letters()
	if wx, wy := x.words()-lx, y.words()-ly; wx != wy {
		return wx > wy
	}
	return lx > ly
}

func (nm *name) letters() int {
	k := 0
	for i := range nm.n {
		if nm.w[i].letter {
			k++
		}
	}
	return k
}
