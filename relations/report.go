package relations

import "attache/gazetteers"

// reports handles what reporting clauses tell by themselves: "X said Y must …" is a request, and bare statements of named speakers.
func (sc *Scratch) reports() {
	must := sc.p.patterns[patMust]
	if must < 0 {
		return
	}
	for i := range sc.vgs {
		v := &sc.vgs[i]
		if v.modal != modalMust && !sc.needs(int16(i)) || v.neg || v.clause < 0 || v.subj < 0 || !v.finite {
			continue
		}
		c := &sc.clauses[v.clause]
		if c.kind != clThat || c.gov < 0 {
			continue
		}
		w := &sc.vgs[c.gov]
		if w.lex == 0 || w.subj < 0 || sc.p.lex.verbs[w.lex].funcs&sc.p.fn[fnSay] == 0 || w.neg {
			continue
		}
		f := frame{kind: trigVerb, rule: &sc.p.rules[must], ruleIdx: must, vg: c.gov, noun: -1, a: v.a, b: v.b}
		f.facets = sc.verbFacets(c.gov)
		sc.src = sc.sidesOf(sc.src[:0], w.subj, 0, false)
		sc.tgt = sc.sidesOf(sc.tgt[:0], v.subj, 0, false)
		for _, a := range sc.src {
			for _, b := range sc.tgt {
				if sc.res.Mentions[a.Mention].Type == gazetteers.Pronoun || sc.res.Mentions[b.Mention].Type == gazetteers.Pronoun {
					continue
				}
				sc.emit(&f, a, b, 0.9)
			}
		}
	}
}

// needs reports whether a verb group is "needs to" or "has to" with an infinitive behind it.
func (sc *Scratch) needs(i int16) bool {
	v := &sc.vgs[i]
	if v.lex == 0 || v.modal != 0 || !v.finite || v.tense != Present {
		return false
	}
	if l := sc.p.lex.verbs[v.lex].lemma; l != "need" && l != "have" {
		return false
	}
	return int(i)+1 < len(sc.vgs) && sc.vgs[i+1].inf && sc.vgs[i+1].gov == i && sc.vgs[i+1].a <= v.b+1
}
