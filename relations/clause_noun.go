package relations

import (
	"attache/gazetteers"
)

// that decides between a complementizer and a relative pronoun.
func (b *builder) that(i int) {
	if b.adj >= 0 && i+1 < len(b.chunks) && b.chunks[i+1].kind == cVerb {
		b.relative(i)
		return
	}
	if b.adj >= 0 && i+1 < len(b.chunks) && b.chunks[i+1].kind == cNoun && b.adj == b.clauses[b.cur].subj {
		b.relative(i)
		return
	}
	b.open(clThat, i)
	b.clauses[b.cur].ante = -1
}

func (b *builder) relative(i int) {
	ante := b.adj
	if ante < 0 {
		// "Abe, who …"
		for j := i - 1; j >= 0 && j >= i-3; j-- {
			if b.chunks[j].kind == cNoun {
				ante = b.chunks[j].ref
				break
			}
		}
	}
	who := b.tok[b.chunks[i].a].f.kind == kRel && b.word(int(b.chunks[i].a)) == "who"
	if who {
		for x := ante; x >= 0; x = b.ngs[x].parent {
			if b.person(x) {
				ante = x
				break
			}
		}
	}
	for ante >= 0 && b.ngs[ante].apposTo >= 0 {
		ante = b.ngs[ante].apposTo
	}
	comma := i > 0 && b.chunks[i-1].kind == cComma
	if comma && ante >= 0 && b.ngs[ante].conjOf >= 0 && !b.singularAhead(i) {
		// "A and B, who arrive …": both.
		for b.ngs[ante].conjOf >= 0 {
			ante = b.ngs[ante].conjOf
		}
	}
	b.comma = comma
	viaPrep := b.pending
	b.push(clRel, -1)
	c := &b.clauses[b.cur]
	if b.doc.Tokens[b.first+int(b.chunks[i].a)].Hash == whoseHash {
		// "Lindstad, whose government mediated": the noun behind is the subject, the antecedent no part of the clause.
		c.comma = comma
		b.breakZone()
		b.adj = -1
		return
	}
	c.ante = ante
	c.comma = comma
	b.breakZone()
	b.adj = -1
	// Followed by a noun group the antecedent is no subject: "the trip that the two took".
	j := i + 1
	for j < len(b.chunks) && b.chunks[j].kind == cAdv {
		j++
	}
	if viaPrep == noPrep && j < len(b.chunks) && b.chunks[j].kind == cVerb {
		c.subj = ante
	}
}

// singularAhead reports whether the next verb is in the singular.
func (b *builder) singularAhead(i int) bool {
	for j := i + 1; j < len(b.chunks) && j < i+4; j++ {
		if c := &b.chunks[j]; c.kind == cVerb {
			t := &b.tok[c.a]
			switch t.f.kind {
			case kBe, kHave:
				w := b.word(int(c.a))
				return w == "is" || w == "was" || w == "has"
			}
			return t.f.vform&vThird != 0
		}
	}
	return false
}

// person reports whether a noun group can be the antecedent of "who".
func (b *builder) person(x int16) bool {
	g := &b.ngs[x]
	if g.men < 0 {
		return false
	}
	switch b.mention(g.men).Type {
	case gazetteers.Person, gazetteers.Role, gazetteers.Group, gazetteers.Pronoun, gazetteers.Nationality:
		return true
	}
	return false
}

// root follows a noun group up to the head of the chain of noun groups and prepositions it stands in.
func (s *sentence) root(x int16) int16 {
	for range maxGroups {
		g := &s.ngs[x]
		switch {
		case g.apposTo >= 0:
			x = g.apposTo
		case g.conjOf >= 0:
			x = g.conjOf
		case g.parent >= 0:
			x = g.parent
		default:
			return x
		}
	}
	return x
}

func (b *builder) noun(id int16) {
	g := &b.ngs[id]
	g.clause, g.zone = b.cur, b.zone
	if g.owned >= 0 {
		// A possessor: its prepositional role belongs to what it owns.
		g.use = useOwner
		return
	}
	p := b.pending
	b.pending = noPrep
	defer func() { b.adj, b.comma, b.coord = id, false, false }()
	if g.apposTo >= 0 {
		g.use = useApposed
		b.lastApposed = id
		h := &b.ngs[g.apposTo]
		g.clause, g.vg, g.zone = h.clause, h.vg, h.zone
		if p == pOf {
			g.prep = p
		}
		return
	}
	if g.a > 0 && b.tok[g.a-1].tag == tClose && !g.det && p == noPrep && b.adj >= 0 && g.men < 0 && !b.comma {
		// "the Forum for Change (FDC) party"
		g.apposTo, g.use = b.adj, useApposed
		return
	}
	if g.conjOf >= 0 && p == noPrep {
		h := &b.ngs[g.conjOf]
		g.prep, g.use, g.vg, g.zone, g.clause = h.prep, h.use, h.vg, h.zone, h.clause
		g.parent = h.parent
		return
	}
	c := &b.clauses[b.cur]
	if p == pOf && g.owner >= 0 && b.adj >= 0 && !b.comma && b.takesOver(b.adj, id) {
		return
	}
	if p != noPrep {
		g.prep, g.use, g.vg = p, usePrep, b.vg
		if b.adj >= 0 && !b.comma && !opensClause(p) {
			g.parent = b.adj
			if p == pOf && b.ngs[b.adj].of < 0 {
				b.ngs[b.adj].of = id
			}
		}
		return
	}
	if c.verb < 0 && b.vg >= 0 && b.afterVG && !b.comma && !b.vgs[b.vg].finite && b.vgs[b.vg].obj < 0 {
		// Object of a fronted participle: "After touring Rome, …".
		b.vgs[b.vg].obj, g.use, g.vg = id, useObject, b.vg
		return
	}
	if c.verb < 0 {
		if c.subj >= 0 && b.comma && b.lastApposed >= 0 && g.men >= 0 && b.mention(g.men).Type == gazetteers.Organization && b.lastApposed == id-1 {
			// "Joseph Votel, commander, U.S. Central Command, met …"
			g.apposTo, g.use = c.subj, useApposed
			return
		}
		g.use = useSubject
		c.subj = id
		return
	}
	if b.vg >= 0 && b.afterVG && !b.nominative(id) {
		v := &b.vgs[b.vg]
		switch {
		case v.obj < 0:
			v.obj, g.use, g.vg = id, useObject, b.vg
			b.bare = id
			return
		case v.obj2 < 0 && b.adj == v.obj && !b.comma:
			v.obj2, g.use, g.vg = id, useObject, b.vg
			b.ngs[v.obj].use = useRecipient
			b.bare = id
			return
		}
	}
	b.bare = id
	g.vg = -1
	b.afterVG = false
}

// takesOver reads "the government of Iraq's liberation of Tikrit": the owner is "the government of Iraq", and what is owned takes its place.
func (b *builder) takesOver(body, id int16) bool {
	h, g := &b.ngs[body], &b.ngs[id]
	if h.men < 0 || h.conj >= 0 || g.owner < 0 || b.ngs[g.owner].owner >= 0 {
		return false
	}
	switch b.mention(h.men).Type {
	case gazetteers.Group, gazetteers.Role, gazetteers.Organization:
	default:
		return false
	}
	g.prep, g.use, g.vg, g.parent, g.clause = h.prep, h.use, h.vg, h.parent, h.clause
	if h.use == useObject && h.vg >= 0 && b.vgs[h.vg].obj == body {
		b.vgs[h.vg].obj = id
		b.bare = id
	}
	if c := &b.clauses[b.cur]; c.subj == body {
		c.subj = id
	}
	g.owner = body
	h.use, h.owned = useOwner, id
	return true
}
