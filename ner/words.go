package ner

import (
	"math/bits"

	"attache/text"
)

// maxStats bounds the evidence that is kept of one document.
const maxStats = 1 << 15

// wordStat is what a document says of one capitalised word, counted over all its
// appearances.
type wordStat struct {
	hash  uint64
	lower uint16 // appearances in lower case
	n     [nContrib]uint8
	// From the first reading: how often the word ended, began or stood inside a
	// longer name of a person, an organization or a place.
	surname, given, namePart, orgFirst, orgPart, placePart uint8
}

// Contributions of one appearance of a word to its statistics.
const (
	conMid = iota
	conThe
	conIn
	conTitle
	conSay
	conPossessive
	conOrgNoun
	conPlaceNoun
	conAfterGiven
	conLastOfRun
	conFirstOfRun
	conAlone
	conPersonVerb
	nContrib
)

// stats is the evidence of a document: an open-addressing table of words.
type stats struct {
	table []int32 // index+1 into words
	words []wordStat
	names nameTable
	sport int         // words of sport, against
	total int         // all words
	bloom [256]uint64 // a bit for each word of the table
}

func (s *stats) reset() {
	if s.table == nil {
		s.table = make([]int32, 1<<10)
	}
	if len(s.words) > 0 {
		clear(s.table)
		clear(s.bloom[:])
	}
	s.words = s.words[:0]
	s.sport, s.total = 0, 0
	s.names.reset()
}

func (s *stats) find(h uint64) int32 {
	mask := uint64(len(s.table) - 1)
	for j := h & mask; ; j = (j + 1) & mask {
		e := s.table[j]
		if e == 0 {
			return -1
		}
		if s.words[e-1].hash == h {
			return e - 1
		}
	}
}

func (s *stats) add(h uint64) int32 {
	mask := uint64(len(s.table) - 1)
	j := h & mask
	for ; ; j = (j + 1) & mask {
		e := s.table[j]
		if e == 0 {
			break
		}
		if s.words[e-1].hash == h {
			return e - 1
		}
	}
	if len(s.words) >= maxStats {
		return -1
	}
	s.words = append(s.words, wordStat{hash: h})
	s.table[j] = int32(len(s.words))
	s.bloom[h>>6&255] |= 1 << (h & 63)
	if len(s.words)*2 > len(s.table) {
		s.grow()
	}
	return int32(len(s.words) - 1)
}

func (s *stats) grow() {
	n := len(s.table) * 2
	if cap(s.table) >= n {
		s.table = s.table[:n]
		clear(s.table)
	} else {
		s.table = make([]int32, n)
	}
	mask := uint64(n - 1)
	for i := range s.words {
		j := s.words[i].hash & mask
		for s.table[j] != 0 {
			j = (j + 1) & mask
		}
		s.table[j] = int32(i + 1)
	}
}

// countWords counts the appearances of every capitalised word of the window
// and what stands around them.
func (r *Recognizer) countWords(doc *text.Document, sc *Scratch, w window) {
	s := &sc.stats
	lx := r.lx
	base := w.toks.First
	for si := w.sents.First; si < w.sents.Last; si++ {
		sent := &doc.Sents[si]
		first, last := sent.Toks.First-base, sent.Toks.Last-base
		free := sent.Flags&(text.TitleCase|text.AllCaps) != 0
		s.total += int(last - first)
		for i := first; i < last; i++ {
			t := &sc.toks[i]
			if t.classes&lx.sportWord != 0 {
				s.sport++
			}
			if t.bits&bitCap == 0 || t.bits&bitFunction != 0 {
				continue
			}
			t.stat = s.add(t.hash)
			if t.stat < 0 || free {
				continue
			}
			t.contrib = r.contributions(sc, i, first, last)
			st := &s.words[t.stat]
			for c := t.contrib; c != 0; c &= c - 1 {
				bump(&st.n[bits.TrailingZeros16(c)])
			}
		}
	}
	for i := range sc.toks {
		t := &sc.toks[i]
		// In lower case, no function word, and perhaps seen with a capital: tested together, since one by
		// one the first two go either way.
		lower := uint64(t.bits/bitLower) &^ uint64(t.bits/bitFunction)
		if lower&(s.bloom[t.hash>>6&255]>>(t.hash&63))&1 == 0 {
			continue
		}
		if j := s.find(t.hash); j >= 0 && s.words[j].lower < 1<<15 {
			s.words[j].lower++
		}
	}
}

// contributions returns the set of things one appearance of a word says.
func (r *Recognizer) contributions(sc *Scratch, i, first, last int32) uint16 {
	lx := r.lx
	var c uint16
	t := &sc.toks[i]
	if t.bits&bitStart == 0 {
		c |= 1 << conMid
	}
	prevCap, nextCap := false, false
	if i > first {
		p := &sc.toks[i-1]
		prevCap = p.bits&bitCap != 0 && p.bits&(bitFunction|bitTitleEnd) == 0
		switch {
		case p.fw == fwThe:
			c |= 1 << conThe
		case p.fw == fwIn || p.fw == fwNear:
			c |= 1 << conIn
		case p.bits&bitTitleEnd != 0 || p.classes&lx.personTitle != 0 && p.bits&bitCap != 0:
			c |= 1 << conTitle
		case prevCap && p.given >= 5 && p.given >= p.surname:
			c |= 1 << conAfterGiven
		case p.classes&lx.orgNoun != 0 && p.bits&bitLower != 0:
			c |= 1 << conOrgNoun
		case p.fw == fwOf && i > first+1 && sc.toks[i-2].classes&lx.placeNoun != 0:
			c |= 1 << conPlaceNoun
		}
	}
	if i+1 < last {
		n := &sc.toks[i+1]
		nextCap = n.bits&bitCap != 0 && n.bits&bitFunction == 0
		switch {
		case n.kind == kindPossessive:
			c |= 1 << conPossessive
		case n.ctx == ctxSay:
			c |= 1 << conSay
		case n.ctx == ctxPersonVerb:
			c |= 1 << conPersonVerb
		case n.ctx == ctxOrgNoun:
			c |= 1 << conOrgNoun
		case n.ctx == ctxPlaceNoun:
			c |= 1 << conPlaceNoun
		}
	}
	switch {
	case prevCap && !nextCap:
		c |= 1 << conLastOfRun
	case nextCap && !prevCap:
		c |= 1 << conFirstOfRun
	case !prevCap && !nextCap:
		c |= 1 << conAlone
	}
	return c
}
