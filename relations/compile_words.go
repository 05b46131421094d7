package relations

import (
	"fmt"
	"slices"
	"strings"

	"attache/gazetteers"
)

// form returns the index of a word's form record, made on first need.
func (c *compiler) form(w string) int {
	h := wordHash(w)
	if i, ok := c.byHash[h]; ok {
		return i
	}
	c.byHash[h] = len(c.forms)
	c.hashes = append(c.hashes, h)
	c.forms = append(c.forms, form{})
	return len(c.forms) - 1
}

func (c *compiler) closed() {
	set := func(w string, k kind, arg uint8) {
		f := &c.forms[c.form(strings.TrimSuffix(w, "-adv"))]
		if f.kind == kNone {
			f.kind, f.arg = k, arg
		}
	}
	set("to", kTo, uint8(pTo))
	for _, p := range prepWords {
		set(p.word, kPrep, uint8(p.p))
	}
	for _, g := range modalAdjectives {
		for _, w := range strings.Fields(g.words) {
			set(w, kAdj, g.arg)
			c.forms[c.form(w)].flags |= fAdj
		}
	}
	for _, g := range closedWords {
		for _, w := range strings.Fields(g.words) {
			set(w, g.k, g.arg)
		}
	}
}

// verb returns the lexeme of a verb or particle verb, made on first need with all its forms.
func (c *compiler) verb(lemma string) uint16 {
	if id, ok := c.verbs[lemma]; ok {
		return id
	}
	words := strings.Fields(lemma)
	if len(words) > 1 {
		id := c.verb(words[0])
		for i := 1; i < len(words); i++ {
			id = c.particle(id, strings.Join(words[:i+1], " "), words[i])
		}
		return id
	}
	id := uint16(len(c.p.lex.verbs))
	c.p.lex.verbs = append(c.p.lex.verbs, verbLex{lemma: lemma, rule: -1, rule2: -1})
	c.verbs[lemma] = id
	f := [5]string{lemma, "", "", "", ""}
	copy(f[:], c.irr[lemma])
	if f[1] == "" {
		f[1] = pastForm(lemma)
		f[2] = f[1]
	}
	if f[3] == "" {
		f[3] = thirdPerson(lemma)
	}
	if f[4] == "" {
		f[4] = ingForm(lemma)
	}
	for i, bit := range [5]uint8{vBase, vPast, vPart, vThird, vIng} {
		for _, w := range strings.Split(f[i], "/") {
			x := &c.forms[c.form(w)]
			if x.verb == 0 || x.verb == id {
				x.verb = id
				x.vform |= bit
			}
		}
	}
	return id
}

func (c *compiler) particle(base uint16, lemma, word string) uint16 {
	if id, ok := c.verbs[lemma]; ok {
		return id
	}
	p, ok := slotOf(word)
	if !ok || p < slotPrep {
		c.errs = append(c.errs, fmt.Errorf("particle verb %q: %q is no particle", lemma, word))
		return base
	}
	id := uint16(len(c.p.lex.verbs))
	c.p.lex.verbs = append(c.p.lex.verbs, verbLex{lemma: lemma, rule: -1, rule2: -1, parent: base, prepObj: prep(p - slotPrep)})
	c.p.lex.verbs[base].phrasal = true
	c.verbs[lemma] = id
	c.phrasal[uint64(base)<<8|uint64(p-slotPrep)] = int32(id)
	return id
}

// predAdj makes a predicate adjective: a lexeme with one form.
func (c *compiler) predAdj(w string) uint16 {
	if id, ok := c.verbs[w]; ok {
		c.p.lex.verbs[id].isAdj = true
		x := &c.forms[c.form(w)]
		x.flags |= fPredAdj | fAdj
		return id
	}
	id := uint16(len(c.p.lex.verbs))
	c.p.lex.verbs = append(c.p.lex.verbs, verbLex{lemma: w, rule: -1, rule2: -1, isAdj: true})
	c.verbs[w] = id
	x := &c.forms[c.form(w)]
	if x.verb == 0 {
		x.verb = id
	}
	x.flags |= fPredAdj | fAdj
	return id
}

// noun returns the lexeme of a noun or compound, made on first need with its plural.
func (c *compiler) noun(lemma string) uint16 {
	if id, ok := c.nouns[lemma]; ok {
		return id
	}
	id := uint16(len(c.p.lex.nouns))
	c.p.lex.nouns = append(c.p.lex.nouns, nounLex{lemma: lemma, rule: -1})
	c.nouns[lemma] = id
	words := strings.FieldsFunc(lemma, func(r rune) bool { return r == ' ' || r == '-' })
	head := words[len(words)-1]
	pl, ok := c.plural[head]
	if !ok {
		pl = pluralForm(head)
	}
	if len(words) == 1 {
		x := c.form(head)
		if c.forms[x].noun == 0 {
			c.forms[x].noun = id
			if strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss") {
				c.forms[x].flags |= fPlural
			}
		}
		y := c.form(pl)
		if c.forms[y].noun == 0 {
			c.forms[y].noun = id
			c.forms[y].flags |= fPlural
		}
		return id
	}
	for _, h := range []string{head, pl} {
		x := c.form(h)
		c.forms[x].flags |= fMulti
		k := uint64(0)
		for i := len(words) - 1; i >= 0; i-- {
			w := words[i]
			if i == len(words)-1 {
				w = h
			}
			if k == 0 {
				k = mix(wordHash(w))
			} else {
				k = multiKey(wordHash(w), k)
			}
		}
		if _, ok := c.multi[k]; !ok {
			c.multi[k] = int32(id)
		}
		if c.forms[x].noun == 0 {
			// The head alone is a plain noun.
			c.noun(head)
		}
	}
	return id
}

func (c *compiler) rule(i int32, r *Rule) {
	cr := crule{id: r.ID, relation: r.Relation, class: r.Class, cameo: r.CAMEO, mode: r.Mode, symmetric: r.Symmetric, place: r.Args.Place,
		reciprocal: r.Args.Reciprocal, single: r.SingleObject, conf: r.Confidence, family: familyOf(r.Class)}
	if cr.conf == 0 {
		cr.conf = 0.9
	}
	for _, s := range r.Args.Source.Slots {
		x, _ := slotOf(s)
		cr.src = append(cr.src, x)
	}
	for _, s := range r.Args.Target.Slots {
		x, _ := slotOf(s)
		cr.tgt = append(cr.tgt, x)
	}
	cr.srcTypes, cr.tgtTypes = typesOf(r.Args.Source.Types), typesOf(r.Args.Target.Types)
	cr.owner = slices.Contains(cr.tgt, slotOwner)
	for p, name := range patternNames {
		if name == r.Pattern {
			cr.pattern = uint8(p + 1)
			if c.p.patterns[p+1] < 0 || r.user {
				c.p.patterns[p+1] = i
			}
		}
	}
	c.p.rules = append(c.p.rules, cr)
	for _, v := range r.Verbs {
		if x := &c.p.lex.verbs[c.verb(v)]; x.rule < 0 {
			x.rule = i
		} else if r.user {
			x.rule, x.rule2 = i, x.rule
		} else {
			x.rule2 = i
		}
	}
	for _, n := range r.Nouns {
		if strings.HasPrefix(n, "$") {
			bit := uint64(1) << c.classes[n[1:]]
			for j := range c.p.lex.nouns {
				if x := &c.p.lex.nouns[j]; x.classes&bit != 0 && x.rule < 0 {
					x.rule = i
				}
			}
		} else {
			c.p.lex.nouns[c.noun(n)].rule = i
		}
	}
	for _, p := range r.Pairs {
		c.pairs[c.pair(p)] = i
	}
}

func (c *compiler) pair(p Pair) uint64 {
	lk, l := pairVerb, uint64(0)
	if strings.HasPrefix(p.Verb, "$") {
		lk, l = pairFunc, uint64(c.funcs[p.Verb[1:]])
	} else {
		l = uint64(c.verb(p.Verb))
	}
	rk, r := pairNoun, uint64(0)
	if strings.HasPrefix(p.Noun, "$") {
		rk, r = pairClass, uint64(c.classes[p.Noun[1:]])
	} else {
		r = uint64(c.noun(p.Noun))
	}
	return pairKey(lk, l, rk, r)
}

func (c *compiler) notObjects(r *Rule) {
	for _, n := range r.NotObjects {
		for _, v := range r.Verbs {
			if k := c.pair(Pair{v, n}); k != 0 {
				if _, ok := c.pairs[k]; !ok {
					c.pairs[k] = -1
				}
			}
		}
	}
}

func typesOf(list []gazetteers.Type) typeSet {
	var s typeSet
	for _, t := range list {
		if t < 64 {
			s |= 1 << t
		}
	}
	return s
}

// mark notes which words can trigger a rule, so that sentences without one are passed over: verbs that have a rule of their own
// or head a particle verb that has, nouns that have one or stand in a pair.
func (c *compiler) mark() {
	l := &c.p.lex
	nouns, classes := map[uint64]bool{}, uint64(0)
	for k, r := range c.pairs {
		if r < 0 {
			continue
		}
		if k>>56&15 == pairClass {
			classes |= 1 << (k & 63)
		} else {
			nouns[k&(1<<24-1)] = true
		}
	}
	for i := range l.verbs {
		v := &l.verbs[i]
		v.trigger = v.rule >= 0
		for p := v.parent; v.rule >= 0 && p != 0; p = l.verbs[p].parent {
			l.verbs[p].particles = true
		}
	}
	for i := range l.nouns {
		n := &l.nouns[i]
		n.trigger = n.rule >= 0 || n.classes&classes != 0 || nouns[uint64(i)]
	}
}
