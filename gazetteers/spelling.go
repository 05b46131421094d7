package gazetteers

import (
	"slices"
	"strings"

	"attache/internal/yamlpos"
)

// Spelling is a word with several spellings. The compiler makes the other
// spellings of every name that holds one of them.
type Spelling struct {
	Words []string
	Types []string // of the entries it holds for; nil is all
	File  int32    // index into Knowledge.Files
	At    Pos
}

// spellings validates a file of spellings.
func (l *loader) spellings(index int32, name string, raw *rawSpellings) {
	for _, a := range raw.Articles {
		if why := badText(a.S, maxSurfaceLen); why != "" && !a.Bad {
			l.errs.Add(name, a.Pos, "article "+why)
			continue
		}
		l.k.Articles = append(l.k.Articles, a.S)
	}
	for i := range raw.Spellings {
		s := &raw.Spellings[i]
		if s.At.Line == 0 {
			continue
		}
		sp := Spelling{Words: l.list(name, s.Words, "words"), File: index, At: s.At}
		for _, t := range s.Types {
			if !slices.Contains(gazetteerTypes, t.S) && !t.Bad {
				l.errs.Add(name, t.Pos, "unknown type \""+t.S+"\", expected "+strings.Join(gazetteerTypes, ", "))
			}
			sp.Types = append(sp.Types, t.S)
		}
		if len(sp.Words) < 2 {
			l.errs.Add(name, s.At, "spelling of one word, expected two or more")
			continue
		}
		l.k.Spellings = append(l.k.Spellings, sp)
	}
}

// respeller makes the other spellings of names. Groups are stored in the
// index as: set of types, number of words, words. The group of type set 0
// holds the articles.
type respeller struct {
	groups [][]uint32 // each: set of types, then words
	of     map[uint32][]int
	hyphen uint32
}

// addSpellings collects the spellings of the layers below and of this one.
func (c *compiler) addSpellings() {
	r := &c.respell
	r.of = map[uint32][]int{}
	if c.base != nil {
		for _, ix := range c.base.layers {
			for list := ix.spell; len(list) >= 2; {
				n := min(int(list[1]), len(list)-2)
				r.add(append([]uint32{list[0]}, list[2:2+n]...))
				list = list[2+n:]
			}
		}
	}
	own := func(types uint32, words []string, at Pos, file int32) {
		group := []uint32{types}
		for _, w := range words {
			id, ok := c.single(w)
			if !ok {
				c.errs.Add(c.k.Files[file].Name, at, "\""+w+"\" is not one word, expected single words")
				return
			}
			group = append(group, id)
		}
		c.spell = append(c.spell, types, uint32(len(group)-1))
		c.spell = append(c.spell, group[1:]...)
		r.add(group)
	}
	for i := range c.k.Spellings {
		s := &c.k.Spellings[i]
		types := uint32(0)
		for _, t := range s.Types {
			types |= 1 << slices.Index(typeNames[:], t)
		}
		if types == 0 {
			types = ^uint32(0)
		}
		own(types, s.Words, s.At, s.File)
	}
	if len(c.k.Articles) > 0 {
		own(0, c.k.Articles, yamlpos.Pos{}, 0)
	}
	r.hyphen = 0
	if toks := c.tokens("a-b"); len(toks) == 3 {
		r.hyphen = c.wordID(toks[1].Hash)
	}
}

func (r *respeller) add(group []uint32) {
	for _, w := range group[1:] {
		r.of[w] = append(r.of[w], len(r.groups))
	}
	r.groups = append(r.groups, group)
}

// maxSpellings is how many spellings of one name are made.
const maxSpellings = 48

// spelled is one spelling of a name: its words and their letter case, 4 bits
// a word.
type spelled struct {
	words   []uint32
	pattern uint64
}

// variants returns the other spellings of a name of a type.
func (r *respeller) variants(words []uint32, pattern uint64, t Type) []spelled {
	all := []spelled{{words, pattern}}
	var done uint64 // groups seen, by their number modulo 64; a clash costs a spelling
	bit := uint32(1)
	if t < 32 {
		bit <<= t
	}
	for _, w := range words {
		for _, g := range r.of[w] {
			group := r.groups[g]
			if group[0]&bit == 0 || done>>(g%64)&1 != 0 {
				continue
			}
			done |= 1 << (g % 64)
			for _, v := range all {
				for _, other := range group[1:] {
					if other != w && len(all) < maxSpellings {
						all = append(all, spelled{replaced(v.words, group[1:], other), v.pattern})
					}
				}
			}
		}
	}
	for _, v := range all {
		if s, ok := r.unhyphened(v); ok && len(all) < maxSpellings {
			all = append(all, s)
		}
		if s, ok := r.joined(v); ok && len(all) < maxSpellings {
			all = append(all, s)
		}
	}
	return all[1:]
}

// replaced returns words with those of a group replaced by one of it.
func replaced(words, group []uint32, by uint32) []uint32 {
	out := slices.Clone(words)
	for i, w := range out {
		if slices.Contains(group, w) {
			out[i] = by
		}
	}
	return out
}

// unhyphened returns a name with spaces for its hyphens.
func (r *respeller) unhyphened(v spelled) (spelled, bool) {
	out := spelled{pattern: v.pattern}
	for i, w := range v.words {
		if w == r.hyphen && i > 0 && i < len(v.words)-1 {
			at := len(out.words)
			if at < 16 {
				low := uint64(1)<<(4*at) - 1
				out.pattern = out.pattern&low | out.pattern>>4&^low
			}
			continue
		}
		out.words = append(out.words, w)
	}
	return out, len(out.words) < len(v.words) && len(out.words) > 1
}

// joined returns a name with a hyphen after each article that has none.
func (r *respeller) joined(v spelled) (spelled, bool) {
	out := spelled{pattern: v.pattern}
	for i, w := range v.words {
		out.words = append(out.words, w)
		if i+1 < len(v.words) && v.words[i+1] != r.hyphen && r.article(w) {
			if at := len(out.words); at < 16 {
				low := uint64(1)<<(4*at) - 1
				out.pattern = out.pattern&(low>>4) | out.pattern&^low<<4 // "al-", whatever case "Al" had
			}
			out.words = append(out.words, r.hyphen)
		}
	}
	return out, len(out.words) > len(v.words) && len(out.words) <= maxTokens
}

// freeArticles drops the demand for a capital of articles before a hyphen.
func (r *respeller) freeArticles(v spelled) uint64 {
	for i := 0; i+1 < len(v.words) && i < 16; i++ {
		if v.words[i+1] == r.hyphen && r.article(v.words[i]) {
			v.pattern &^= 15 << (4 * i)
		}
	}
	return v.pattern
}

func (r *respeller) article(w uint32) bool {
	for _, g := range r.of[w] {
		if r.groups[g][0] == 0 {
			return true
		}
	}
	return false
}
