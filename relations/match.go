package relations

import (
	"slices"

	"attache/gazetteers"
	"attache/text"
)

// trigger kinds, for confidence.
const (
	trigVerb uint8 = iota
	trigPair
	trigNoun
	trigPattern
)

// frame is one trigger with everything the rules ask of it.
type frame struct {
	kind    uint8
	rule    *crule
	ruleIdx int32
	vg      int16 // verb group; for a noun trigger the one whose argument it is, −1
	noun    int16 // trigger noun group, −1
	a, b    int16 // trigger tokens
	passive bool
	facets  facets
}

// verbTriggers makes a frame of every verb group that a rule knows and tries it.
func (s *Scratch) verbTriggers() {
	for i := range s.vgs {
		v := &s.vgs[i]
		if v.lex == 0 {
			continue
		}
		rule, noun := s.verbRule(int16(i))
		if rule < 0 {
			continue
		}
		f := frame{kind: trigVerb, rule: &s.p.rules[rule], ruleIdx: rule, vg: int16(i), noun: noun, a: v.main, b: v.b, passive: v.passive}
		if noun >= 0 {
			f.kind = trigPair
			g := &s.ngs[noun]
			if g.head > v.main {
				f.b = g.head + 1
			} else {
				f.a, f.b = g.head, g.head+1
			}
		}
		f.facets = s.verbFacets(int16(i))
		if f.rule.relation == "meet" && s.byPhone(int16(i)) {
			if c := s.p.patterns[patByPhone]; c >= 0 {
				f.rule, f.ruleIdx = &s.p.rules[c], c
			}
		}
		if f.rule.relation == "urge" && s.callsOn(int16(i)) {
			if c := s.p.patterns[patCallOn]; c >= 0 {
				f.rule, f.ruleIdx = &s.p.rules[c], c
			}
		}
		before, l := len(s.rels), &s.p.lex.verbs[v.lex]
		s.try(&f)
		if len(s.rels) == before && noun < 0 && l.rule2 >= 0 && rule == l.rule {
			f.rule, f.ruleIdx = &s.p.rules[l.rule2], l.rule2
			s.try(&f)
		}
		if fn := &s.p.fn; noun >= 0 && len(s.rels) > before && l.funcs&(fn[fnSupport]|fn[fnCondemn]|fn[fnDemand]|fn[fnRefuse]) == 0 {
			s.taken[noun] = true // the verb only carries out what the noun names
		}
	}
}

// byPhone reports whether a talk is held at a distance: "spoke by telephone", "talked in a phone call".
func (s *sentence) byPhone(v int16) bool {
	for x := range s.ngs {
		g := &s.ngs[x]
		if g.vg == v && g.use == usePrep && g.lex != 0 && s.p.lex.nouns[g.lex].classes&s.p.phone != 0 {
			switch g.prep {
			case pBy, pOn, pOver, pVia, pIn, pThrough, pDuring:
				return true
			}
		}
	}
	return false
}

// eachOther reports whether the verb's object or a prepositional group of its is "each other" or "one another".
func (s *sentence) eachOther(f *frame) bool {
	if f.vg < 0 {
		return false
	}
	for x := range s.ngs {
		g := &s.ngs[x]
		if g.vg != f.vg || g.b-g.a != 2 {
			continue
		}
		switch s.doc.Tokens[s.first+int(g.a)].Hash {
		case eachHash, oneHash:
			switch s.doc.Tokens[s.first+int(g.a)+1].Hash {
			case otherHash, anotherHash:
				return true
			}
		}
	}
	return false
}

var oneHash, otherHash, anotherHash = text.Hash("one"), text.Hash("other"), text.Hash("another")

// callsOn reports whether to call on someone is to visit: nothing is asked for.
func (s *sentence) callsOn(v int16) bool {
	g := &s.vgs[v]
	switch s.p.lex.verbs[g.lex].lemma {
	case "call", "call on", "call upon":
	default:
		return false
	}
	for i := range s.vgs {
		if w := &s.vgs[i]; w.gov == v && (w.inf || w.ing) {
			return false
		}
	}
	target := false
	for x := range s.ngs {
		n := &s.ngs[x]
		if n.vg != v {
			continue
		}
		if n.use == usePrep && n.prep == pFor {
			return false
		}
		if n.use == useObject || n.use == usePrep && (n.prep == pOn || n.prep == pUpon) {
			target = target || n.men >= 0 && (s.mention(n.men).Type == gazetteers.Person || s.mention(n.men).Type == gazetteers.Role && !s.mention(n.men).Plural)
		}
	}
	return target
}

// verbRule applies the decision order verb + noun, function × class, verb alone.
func (s *Scratch) verbRule(i int16) (rule int32, noun int16) {
	v := &s.vgs[i]
	l := &s.p.lex.verbs[v.lex]
	var cand [3]int16
	cand[0], cand[1], cand[2] = v.obj2, v.obj, -1
	if v.passive {
		cand[2] = v.subj
	}
	for _, x := range cand {
		if x < 0 {
			continue
		}
		for n := 0; x >= 0 && n < 4; n++ {
			lex, at := s.eventNoun(x)
			if h := s.ngs[x].lex; at != x && h != 0 {
				if r, ok := s.pairRule(v.lex, l.funcs, h); ok {
					return r, x
				}
			}
			if lex != 0 {
				funcs := l.funcs
				if h := s.ngs[x].lex; h != 0 && at != x && s.p.lex.nouns[h].classes&s.p.endings != 0 && funcs&(s.p.fn[fnDo]|s.p.fn[fnSay]) != 0 {
					funcs = s.p.fn[fnEnd] // "announced a suspension of aid"
				}
				if r, ok := s.pairRule(v.lex, funcs, lex); ok && (r >= 0 || s.namedModifier(&s.ngs[at]) < 0) {
					return r, at
				}
			}
			x = s.ngs[x].conj
		}
	}
	if l.rule < 0 && l.parent != 0 {
		// "meet with Y" is no verb of its own: that of "meet", whose slot the preposition is.
		if r := s.p.lex.verbs[l.parent].rule; r >= 0 && slices.Contains(s.p.rules[r].tgt, slotPrep+slot(l.prepObj)) {
			return r, -1
		}
	}
	return l.rule, -1
}

// eventNoun is the lexeme that counts for a noun group: its head's, or that of the complement of a transparent head ("a
// series of talks").
func (s *sentence) eventNoun(x int16) (uint16, int16) {
	for range 3 {
		g := &s.ngs[x]
		if g.lex == 0 || s.p.lex.nouns[g.lex].classes&(s.p.transparent|s.p.endings) == 0 || g.of < 0 {
			return g.lex, x
		}
		if y := &s.ngs[g.of]; y.lex == 0 {
			return g.lex, x
		}
		x = g.of
	}
	return s.ngs[x].lex, x
}

// pairRule looks up verb + noun, verb + class, function + noun, function × class, in this order.
func (s *sentence) pairRule(verb uint16, funcs uint32, noun uint16) (int32, bool) {
	t := &s.p.lex.pairs
	classes := s.p.lex.nouns[noun].classes
	if r, ok := t.get(pairKey(pairVerb, uint64(verb), pairNoun, uint64(noun))); ok {
		return r, true
	}
	for c := classes; c != 0; c &= c - 1 {
		if r, ok := t.get(pairKey(pairVerb, uint64(verb), pairClass, uint64(tz64(c)))); ok {
			return r, true
		}
	}
	for f := funcs; f != 0; f &= f - 1 {
		if r, ok := t.get(pairKey(pairFunc, uint64(tz32(f)), pairNoun, uint64(noun))); ok {
			return r, true
		}
		for c := classes; c != 0; c &= c - 1 {
			if r, ok := t.get(pairKey(pairFunc, uint64(tz32(f)), pairClass, uint64(tz64(c)))); ok {
				return r, true
			}
		}
	}
	return 0, false
}

// try fills the sides of a frame and writes the relations.
func (s *Scratch) try(f *frame) {
	r := f.rule
	if r.single && f.kind == trigVerb && f.vg >= 0 && s.vgs[f.vg].obj2 >= 0 {
		s.note(f, "single object", false)
		return
	}
	s.loose = r.family == famHostile || r.class == "ACCUSE" || r.class == "CONCEDE" || r.class == "REJECT" || r.class == "THREATEN"
	s.src, s.tgt = s.src[:0], s.tgt[:0]
	var at slot
	s.src, at = s.fill(f, s.src, r.src, r.srcTypes, -1)
	srcNG := int16(-1)
	if len(s.src) > 0 {
		srcNG = s.src[0].ng
	}
	var tgtAt slot
	s.tgt, tgtAt = s.fill(f, s.tgt, r.tgt, r.tgtTypes, srcNG)
	if len(s.tgt) == 0 && len(s.src) > 1 && r.reciprocal && (f.kind != trigNoun || at != slotSubject) {
		s.note(f, "", true)
		for i := range s.src {
			for j := i + 1; j < len(s.src); j++ {
				s.emit(f, s.src[i], s.src[j], 0.95)
			}
		}
		return
	}
	if len(s.src) > 1 && len(s.tgt) == 0 && s.eachOther(f) {
		s.note(f, "", true)
		for i := range s.src {
			for j := range s.src {
				if i < j || i != j && !r.symmetric {
					s.emit(f, s.src[i], s.src[j], 0.95)
				}
			}
		}
		return
	}
	if len(s.src) == 0 || len(s.tgt) == 0 {
		missing := "source"
		if len(s.src) > 0 {
			missing = "target"
		}
		s.note(f, missing, false)
		return
	}
	q := slotQuality(at) * slotQuality(tgtAt)
	s.note(f, "", true)
	for _, a := range s.src {
		for _, b := range s.tgt {
			s.emit(f, a, b, q)
		}
	}
}
