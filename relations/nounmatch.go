package relations

import "math/bits"

func tz64(x uint64) int { return bits.TrailingZeros64(x) }
func tz32(x uint32) int { return bits.TrailingZeros32(x) }

// nounTriggers makes a frame of every noun group whose head is an event noun that no verb has taken yet.
func (s *Scratch) nounTriggers() {
	for i := range s.ngs {
		g := &s.ngs[i]
		if g.lex == 0 || s.taken[i] || g.owned >= 0 {
			continue
		}
		rule := s.p.lex.nouns[g.lex].rule
		if rule < 0 {
			continue
		}
		f := frame{kind: trigNoun, rule: &s.p.rules[rule], ruleIdx: rule, vg: s.governor(int16(i)), noun: int16(i), a: g.head, b: g.head + 1}
		f.facets = s.nounFacets(&f)
		s.try(&f)
	}
}

// governor returns the verb group whose subject, object or prepositional group holds a noun group.
func (s *sentence) governor(x int16) int16 {
	g := &s.ngs[x]
	if g.vg >= 0 {
		return g.vg
	}
	for n := 0; g.parent >= 0 && n < 6; n++ {
		g = &s.ngs[g.parent]
		if g.vg >= 0 {
			return g.vg
		}
	}
	if c := g.clause; c >= 0 {
		return s.clauses[c].verb
	}
	return -1
}
