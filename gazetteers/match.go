package gazetteers

import (
	"slices"

	"attache/text"
)

// AppendMatches appends to dst all surfaces that begin at token i and end
// within toks, the shortest first. words are the WordIDs of toks (see
// Set.Word). The letter case of the tokens must be what each surface demands;
// relaxed is for headlines and lines in capitals, where any capital will do.
// Match.First and Last are indexes into toks.
//
// It does not allocate but for growing dst.
func (s *Set) AppendMatches(dst []Match, toks []text.Token, words []WordID, i int, relaxed bool) []Match {
	words = words[:len(toks)]
	if words[i] == 0 {
		return dst
	}
	if len(s.layers) == 1 {
		return s.layers[0].appendMatches(dst, s, toks, words, i, relaxed)
	}
	first := len(dst)
	for _, ix := range s.layers {
		dst = ix.appendMatches(dst, s, toks, words, i, relaxed)
	}
	if found := dst[first:]; len(found) > 1 { // the layers' matches are each sorted by length
		for j := 1; j < len(found); j++ {
			for k := j; k > 0 && found[k].Last < found[k-1].Last; k-- {
				found[k], found[k-1] = found[k-1], found[k]
			}
		}
	}
	return dst
}

// Begins returns the set of words that may follow w in a surface that begins
// with it, as a filter of 64 bits: bit WordID mod 64 of each. alone
// reports whether w is a surface by itself. With alone false and the bit of the
// next word unset AppendMatches is not worth a call, nor is it for a lower-case w
// when capital is set: all its surfaces want a capital.
func (s *Set) Begins(w WordID) (next uint64, alone, capital bool) {
	capital = true
	for _, ix := range s.layers {
		if int(w) >= len(ix.root) || ix.root[w] == 0 {
			continue
		}
		n := ix.root[w]
		capital = capital && n >= capitalBit
		n &^= capitalBit
		alone = alone || ix.nodeSurf[n] < ix.nodeSurf[n+1]
		lo, hi := ix.nodeKid[n], ix.nodeKid[n+1]
		if hi-lo > 64 {
			next = ^uint64(0)
			continue
		}
		for ; lo < hi; lo++ {
			next |= 1 << (ix.nodeWord[lo] & 63)
		}
	}
	return next, alone, capital
}

func (ix *Index) appendMatches(dst []Match, s *Set, toks []text.Token, words []WordID, i int, relaxed bool) []Match {
	if int(words[i]) >= len(ix.root) {
		return dst
	}
	n := ix.root[words[i]]
	if n == 0 || n >= capitalBit && toks[i].Shape == text.Lower {
		return dst
	}
	n &^= capitalBit
	for j := i + 1; ; j++ {
		for surf := ix.nodeSurf[n]; surf < ix.nodeSurf[n+1]; surf++ {
			if !caseFits(ix.patterns[ix.surfPat[surf]], toks[i:j], relaxed) {
				continue
			}
			global := surf + ix.meta.FirstSurface
			if s.patched && len(s.Readings(global)) == 0 {
				continue
			}
			dst = append(dst, Match{First: int32(i), Last: int32(j), Surface: global})
		}
		if j == len(toks) || words[j] == 0 {
			return dst
		}
		if n = ix.child(n, uint32(words[j])); n == 0 {
			return dst
		}
	}
}

// child returns the node that a word leads to from node n, 0 if there is none.
func (ix *Index) child(n, word uint32) uint32 {
	lo, hi := ix.nodeKid[n], ix.nodeKid[n+1]
	for hi-lo > 8 {
		mid := (lo + hi) / 2
		if ix.nodeWord[mid] <= word {
			lo = mid
		} else {
			hi = mid
		}
	}
	for ; lo < hi; lo++ {
		if w := ix.nodeWord[lo]; w == word {
			return lo
		} else if w > word {
			return 0
		}
	}
	return 0
}

// Readings returns the ways to read a surface, by entry. The result is part of
// the index and must not be changed.
func (s *Set) Readings(surface uint32) []Reading {
	if s.patched {
		for l := len(s.layers) - 1; l > 0; l-- {
			ix := s.layers[l]
			if surface >= ix.meta.FirstSurface {
				break
			}
			if i, ok := slices.BinarySearch(ix.patchSrf, surface); ok {
				return ix.readings[ix.patchRd[i]:ix.patchRd[i+1]]
			}
		}
	}
	return s.rawReadings(surface)
}

// rawReadings are the readings of a surface in its own layer, replaced entries
// included.
func (s *Set) rawReadings(surface uint32) []Reading {
	ix := s.layers[0]
	for l := len(s.layers) - 1; l > 0; l-- {
		if surface >= s.layers[l].meta.FirstSurface {
			ix = s.layers[l]
			break
		}
	}
	i := surface - ix.meta.FirstSurface
	return ix.readings[ix.surfRead[i]:ix.surfRead[i+1]]
}

// Warm reads what Word, Info and Begins will read of the words with these
// hashes: in steps, so that the words wait for memory together and not one after
// the other. It is worth its while for words that were not asked for lately. The result says nothing.
func (s *Set) Warm(hashes []uint64) (sum uint64) {
	ix := s.layers[0]
	if ix.buckets == 0 || len(ix.root) == 0 {
		return 0
	}
	var ids [64]WordID
	for len(hashes) > 0 {
		n := min(len(hashes), len(ids))
		for _, h := range hashes[:n] {
			sum += ix.vocab[ix.bucket(h)*8]
		}
		for i, h := range hashes[:n] {
			ids[i] = ix.word(h)
		}
		for _, w := range ids[:n] {
			sum += uint64(s.infoOf[w]) + uint64(ix.root[w])
		}
		for _, w := range ids[:n] {
			node := ix.root[w] &^ capitalBit
			sum += uint64(ix.nodeSurf[node]) + uint64(ix.nodeKid[node])
		}
		for _, w := range ids[:n] {
			sum += uint64(ix.nodeWord[min(int(ix.nodeKid[ix.root[w]&^capitalBit]), len(ix.nodeWord)-1)])
		}
		hashes = hashes[n:]
	}
	return sum
}
