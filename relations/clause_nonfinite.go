package relations

import (
	"attache/text"
)

// outer follows governing verbs up to one that is finite.
func (s *sentence) outer(id int16) *verbGroup {
	v := &s.vgs[id]
	for v.gov >= 0 && !v.finite {
		v = &s.vgs[v.gov]
	}
	return v
}

func (b *builder) infinitive(id int16) {
	v := &b.vgs[id]
	c := &b.clauses[b.cur]
	v.clause = b.cur
	gov := b.vg
	if gov < 0 {
		gov = c.verb
	}
	if b.coord && gov >= 0 && b.vgs[gov].inf {
		w := &b.vgs[gov]
		v.gov, v.subj, v.coord, v.govNoun = w.gov, w.subj, gov, w.govNoun
		return
	}
	if gov >= 0 && b.vgs[gov].part && b.vgs[gov].subj >= 0 && c.verb >= 0 {
		// "wants diplomats based in Rome to meet": the participle only modifies.
		if x := b.vgs[gov].subj; b.ngs[x].use == useObject && b.ngs[x].vg >= 0 && b.objectControl(&b.vgs[b.ngs[x].vg]) {
			gov = b.ngs[x].vg
		}
	}
	if gov < 0 {
		v.subj = c.subj
		if b.adj >= 0 {
			v.govNoun = b.root(b.adj)
			if g := &b.ngs[v.govNoun]; g.owner >= 0 {
				v.subj = g.owner
			}
		}
		if c.verb < 0 && b.adj >= 0 && b.flags&text.Headline != 0 {
			c.verb = id // "Trump to meet Xi"
			v.modal, v.finite, v.tense = modalWill, true, FutureTense
		}
		return
	}
	v.gov = gov
	w := &b.vgs[gov]
	v.subj = w.subj
	switch {
	case w.passive:
		v.subj = w.subj
	case w.obj >= 0 && b.objectControl(w):
		v.subj = w.obj
		if w.obj2 >= 0 {
			v.subj = w.obj
		}
	case w.lex != 0 && b.p.lex.verbs[w.lex].parent != 0 && b.objectControl(w):
		// "called on Syria to …"
		if b.adj >= 0 {
			v.subj = b.root(b.adj)
		}
	case b.adj >= 0 && b.objectControl(w):
		if r := b.root(b.adj); b.ngs[r].use == usePrep && b.ngs[r].prep == pFor {
			v.subj = r
		}
	}
	if b.adj >= 0 && (b.adj == w.obj && v.subj != w.obj || b.adj != w.obj && b.ngs[b.adj].use == usePrep) && b.ngs[b.adj].b == v.a {
		v.govNoun = b.adj
		if g := &b.ngs[b.adj]; g.lex != 0 && (g.owner >= 0 || b.modifierOf(g) >= 0) && b.p.lex.nouns[g.lex].classes != 0 && g.men < 0 && !b.objectControl(w) && b.p.lex.nouns[g.lex].lemma != "invitation" {
			v.subj = b.adj // "the Iraqi mission to recapture …"
		}
	}
}

func (b *builder) objectControl(w *verbGroup) bool {
	if w.lex == 0 {
		return false
	}
	lo, hi := 0, len(b.p.control)
	for lo < hi {
		m := (lo + hi) / 2
		if b.p.control[m] < w.lex {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo < len(b.p.control) && b.p.control[lo] == w.lex
}

func (b *builder) gerund(id int16, p prep, i int) {
	v := &b.vgs[id]
	c := &b.clauses[b.cur]
	v.clause, v.govPrep = b.cur, p
	switch {
	case p != noPrep && (b.vg >= 0 || c.verb >= 0):
		gov := b.vg
		if gov < 0 {
			gov = c.verb
		}
		v.gov = gov
		w := &b.vgs[gov]
		v.subj = w.subj
		if (p == pOf || p == pFor || p == pFrom || p == pInto) && w.obj >= 0 && !w.passive {
			v.subj = w.obj
		}
		if b.adj >= 0 && b.adj != w.obj {
			v.govNoun = b.adj
		}
	case p != noPrep:
		// "After meeting Lavrov, Kerry …": the subject comes later.
		v.subj = -1
		if b.adj >= 0 {
			v.subj = b.root(b.adj)
			v.govNoun = b.adj
		}
	case b.coord && b.vg >= 0 && b.vgs[b.vg].ing:
		w := &b.vgs[b.vg]
		v.gov, v.govPrep, v.subj, v.coord = w.gov, w.govPrep, w.subj, b.vg
	case b.adj >= 0 && !b.comma && c.verb < 0:
		// "US diplomat John Kerry meeting top officials": reduced relative or headline.
		v.subj = b.root(b.adj)
		if !b.finiteAny(i) {
			v.finite = true
			c.verb = id
		}
	case b.adj >= 0 && !b.comma:
		v.subj = b.adj
		if w := &b.vgs[c.verb]; w.obj == b.adj && w.lex != 0 && b.p.lex.verbs[w.lex].funcs&(b.p.fn[fnAspect]|b.p.fn[fnRefuse]|b.p.fn[fnEnd]) != 0 {
			v.subj = w.subj
		}
	case b.vg >= 0 && !b.comma:
		// "began bombing", "stop funding"
		v.gov, v.subj = b.vg, b.vgs[b.vg].subj
	default:
		v.subj = c.subj
		if c.verb >= 0 {
			v.gov = -1
		}
	}
}

// finiteAny reports whether any finite verb follows in the sentence.
func (b *builder) finiteAny(i int) bool {
	for j := i + 1; j < len(b.chunks); j++ {
		if c := &b.chunks[j]; c.kind == cVerb && (b.vgs[c.ref].finite || b.vgs[c.ref].amb) {
			return true
		}
	}
	return false
}

func (b *builder) participle(id int16, i int) {
	v := &b.vgs[id]
	v.clause = b.cur
	v.passive = true
	if b.adj >= 0 && !b.comma {
		v.subj = b.adj
		for v.subj >= 0 && b.ngs[v.subj].apposTo >= 0 {
			v.subj = b.ngs[v.subj].apposTo
		}
		return
	}
	v.subj = b.clauses[b.cur].subj
}

// finish fills in the subjects that stood behind their verbs.
func (b *builder) finish() {
	for i := range b.vgs {
		v := &b.vgs[i]
		if v.clause < 0 {
			v.clause = 0
		}
		c := &b.clauses[v.clause]
		if v.subj < 0 && !v.finite {
			if v.gov >= 0 {
				v.subj = b.vgs[v.gov].subj
			}
			if v.subj < 0 {
				v.subj = c.subj
			}
		}
		if v.subj < 0 && v.finite && v.obj >= 0 && b.sayVerb(int16(i)) {
			// "…," said the minister
			v.subj, v.obj = v.obj, -1
			b.ngs[v.subj].use = useSubject
		}
		if v.ante >= 0 && v.obj < 0 && v.subj != v.ante {
			v.obj = v.ante
		}
	}
}
