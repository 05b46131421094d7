package relations

func (b *builder) verb(id int16, i int) {
	v := &b.vgs[id]
	p := b.pending
	b.pending = noPrep
	if v.amb {
		b.disambiguate(v, i)
	}
	if b.coord && v.finite {
		b.adj = -1
	}
	switch {
	case v.finite:
		b.finite(id, i)
	case v.inf:
		b.infinitive(id)
	case v.ing:
		b.gerund(id, p, i)
	case v.part:
		b.participle(id, i)
	default:
		b.finite(id, i)
	}
	v = &b.vgs[id]
	v.zone = b.zone
	b.vg, b.afterVG, b.bare, b.adj = id, true, -1, -1
	b.comma, b.coord = false, false
}

// disambiguate decides whether an -ed form is a past tense or a participle that modifies the noun before it.
func (b *builder) disambiguate(v *verbGroup, i int) {
	v.amb = false
	next := cOther
	j := i + 1
	for j < len(b.chunks) && (b.chunks[j].kind == cAdv || b.chunks[j].kind == cDate) {
		j++
	}
	if j < len(b.chunks) {
		next = b.chunks[j].kind
	}
	by := next == cPrep && prep(b.chunks[j].arg) == pBy && b.agentAt(j+1)
	c := &b.clauses[b.cur]
	switch {
	case b.adj >= 0 && b.nominative(b.adj):
		v.finite = true
	case b.adj >= 0 && by:
		// "the man killed by rebels": a participle whatever follows.
		v.part, v.passive = true, true
	case b.adj >= 0 && b.coord:
		v.finite = true
	case b.coord || b.comma && c.verb >= 0:
		v.finite = next == cNoun || b.coord || !by
		if !v.finite {
			v.part, v.passive = true, true
		}
	case b.adj < 0 && c.subj < 0:
		// No noun in front: a fronted participle ("Asked about …") or a fragment.
		v.part, v.passive = next != cNoun, next != cNoun
		v.finite = !v.part
	case c.verb < 0:
		// A finite verb is still missing, unless one follows without a subject of its own.
		if next == cNoun || next == cThat || next == cOther || next == cComma || !b.finiteAhead(i) {
			v.finite = true
		} else {
			v.part, v.passive = true, true
		}
	case b.adj >= 0 && next == cNoun && (b.vgs[c.verb].lex != 0 && b.p.lex.verbs[b.vgs[c.verb].lex].funcs&b.p.fn[fnSay] != 0 || b.bare >= 0 && b.adj != b.vgs[c.verb].obj || b.inSub()):
		v.finite = true
	case b.adj >= 0 && b.inSub():
		v.finite = true
	case b.adj >= 0 && c.kind == clRel && b.clauses[max(c.parent, 0)].verb < 0:
		v.finite = true
	case b.adj >= 0 && next == cNoun:
		v.finite = true
	default:
		v.part, v.passive = true, true
	}
	if v.part {
		v.tense = NoTense
	}
}

// agentAt reports whether the noun group at chunk j can be the agent of a passive: "by rebels", not "by phone" or "by Friday".
func (b *builder) agentAt(j int) bool {
	if j >= len(b.chunks) || b.chunks[j].kind != cNoun {
		return false
	}
	g := &b.ngs[b.headAt(j)]
	return g.lex == 0 || b.p.lex.nouns[g.lex].classes&b.p.phone == 0
}

// nominative reports whether a noun group is a pronoun that can only be a subject.
func (b *builder) nominative(x int16) bool {
	g := &b.ngs[x]
	if b.tok[g.head].tag != tPron {
		return false
	}
	switch b.doc.Tokens[b.first+int(g.head)].Hash {
	case heHash, sheHash, theyHash, weHash:
		return true
	}
	return false
}

// inSub reports whether the noun group before stands in a group whose preposition may also open a clause ("after Clinton met").
func (b *builder) inSub() bool {
	if b.adj < 0 {
		return false
	}
	return opensClause(b.ngs[b.root(b.adj)].prep)
}

// opensClause reports whether a preposition may be a conjunction too: "after Clinton met".
func opensClause(p prep) bool {
	switch p {
	case pAfter, pBefore, pSince, pUntil, pAs, pThan:
		return true
	}
	return false
}

// finiteAhead reports whether, before the clause ends, a surely finite verb follows without a subject of its own.
func (b *builder) finiteAhead(i int) bool {
	for j := i + 1; j < len(b.chunks); j++ {
		switch c := &b.chunks[j]; c.kind {
		case cVerb:
			w := &b.vgs[c.ref]
			if w.finite && !w.amb {
				// Its subject is ours if what stands before it hangs on a preposition.
				return j >= 2 && b.chunks[j-1].kind == cNoun && b.chunks[j-2].kind == cPrep || b.chunks[j-1].kind != cNoun && b.chunks[j-1].kind != cPrep
			}
			if w.finite || w.amb {
				return j >= 2 && b.chunks[j-1].kind == cNoun && b.chunks[j-2].kind == cPrep
			}
			return false
		case cPrep:
			if opensClause(prep(c.arg)) {
				return false
			}
		case cComma, cSub, cRel, cThat, cSemi, cCoord, cQuote:
			return false
		}
	}
	return false
}

func (b *builder) finite(id int16, i int) {
	v := &b.vgs[id]
	c := &b.clauses[b.cur]
	if c.verb < 0 {
		if c.subj < 0 && b.inSub() {
			b.steal(b.root(b.adj), clSub)
			c = &b.clauses[b.cur]
		}
		if c.subj < 0 && b.adj >= 0 && !b.comma {
			if x := b.listAfterComma(b.adj); x >= 0 {
				// "In a bid to press X, Y and Z are …": the subject begins behind the comma.
				b.ngs[b.ngs[x].conjOf].conj = -1
				b.ngs[x].conjOf = -1
				c.subj = x
				for y := x; y >= 0; y = b.ngs[y].conj {
					g := &b.ngs[y]
					g.use, g.prep, g.vg, g.clause, g.parent = useSubject, noPrep, -1, b.cur, -1
				}
			}
		}
		if c.subj < 0 && (c.kind == clPart || c.kind == clRel) && c.parent >= 0 && c.ante < 0 {
			c.subj = b.clauses[c.parent].subj
		}
		v.subj, v.clause = c.subj, b.cur
		if v.subj < 0 && c.ante >= 0 && c.kind == clRel {
			v.ante = c.ante
		}
		if c.kind == clRel && c.subj != c.ante && c.ante >= 0 {
			v.ante = c.ante
		}
		c.verb = id
		return
	}
	last := &b.vgs[c.verb]
	switch {
	case b.adj < 0 && (b.coord || b.comma):
		// "met Lavrov, visited Rome and returned"
		v.subj, v.clause, v.coord = last.subj, b.cur, c.verb
		if last.inf && last.gov >= 0 && v.finite {
			v.subj = b.outer(c.verb).subj
		}
		if last.inf || last.ing {
			v.coord = -1
		}
		if b.comma && !b.coord && c.kind == clThat && c.parent >= 0 && b.sayVerb(id) {
			// ", said the minister" or ", he said" belongs outside.
			b.cur = c.parent
			v.clause = b.cur
			v.subj = -1
		}
		b.clauses[v.clause].verb = id
		return
	case b.adj >= 0:
		x := b.ngs[b.adj]
		r := b.root(b.adj)
		if x.conjOf >= 0 && b.ngs[r].use != useSubject && !b.inSub() && !b.complementList(r, c.verb) && b.breakConj(b.adj) {
			// "met Lavrov and Blinken visited Rome"
			b.coordClause(b.adj, id)
			return
		}
		g := &b.ngs[r]
		switch {
		case g.use == useObject && g.vg >= 0:
			// The object is the subject of a complement: "said Syria attacked".
			w := &b.vgs[g.vg]
			if w.obj == r {
				w.obj = -1
			}
			if w.obj2 == r {
				w.obj2 = -1
			}
			b.steal(r, clThat)
			b.clauses[b.cur].gov = c.verb
			b.take(id)
			return
		case b.inSub():
			b.steal(r, clSub)
			b.take(id)
			return
		case g.use == useNone || g.use == useSubject && g.clause == b.cur:
			k := clMain
			if b.sayVerb(c.verb) {
				k = clThat
			}
			gov := c.verb
			b.push(k, r)
			b.clauses[b.cur].gov = -1
			if k == clThat {
				b.clauses[b.cur].gov = gov
			} else {
				b.clauses[b.cur].parent = 0
			}
			g.use = useSubject
			b.take(id)
			return
		}
	}
	// No subject in front: the verb belongs to an outer clause that still waits for one.
	for p := c.parent; p >= 0; p = b.clauses[p].parent {
		if b.clauses[p].verb < 0 {
			b.cur = p
			b.zone++
			b.take(id)
			return
		}
	}
	v.subj, v.clause = last.subj, b.cur
	if b.sayVerb(id) {
		v.subj = -1
		b.push(clMain, -1)
		v.clause = b.cur
	}
	if r := b.adj; r >= 0 && b.ngs[b.root(r)].use == usePrep && v.subj < 0 {
		v.subj = b.root(r)
	}
	b.clauses[v.clause].verb = id
}

// complementList reports whether a list of noun groups behind a verb is the subject of its complement: "said he and
// Turnbull had …".
func (b *builder) complementList(r, verb int16) bool {
	g := &b.ngs[r]
	if g.use != useObject && g.use != useNone {
		return false
	}
	if b.sayVerb(verb) {
		return true
	}
	switch b.doc.Tokens[b.first+int(g.head)].Hash {
	case heHash, sheHash, theyHash:
		return true
	}
	return false
}

// listAfterComma returns the member of a list that ends in x which stands behind the last comma, or −1.
func (b *builder) listAfterComma(x int16) int16 {
	for n := 0; x >= 0 && b.ngs[x].conjOf >= 0 && n < 16; n++ {
		k := int(b.ngs[x].chunk) - 1
		if o := b.firstOwner(x); o >= 0 {
			k = int(b.ngs[o].chunk) - 1
		}
		if k >= 0 && b.chunks[k].kind == cComma {
			return x
		}
		x = b.ngs[x].conjOf
	}
	return -1
}

func (b *builder) take(id int16) {
	c := &b.clauses[b.cur]
	v := &b.vgs[id]
	v.subj, v.clause = c.subj, b.cur
	c.verb = id
}

// steal makes a noun group the subject of a new clause.
func (b *builder) steal(r int16, k clauseKind) {
	b.push(k, r)
	b.zone++
	for x := r; x >= 0; x = b.ngs[x].conj {
		g := &b.ngs[x]
		g.use, g.prep, g.vg, g.clause, g.parent = useSubject, noPrep, -1, b.cur, -1
	}
}

func (b *builder) breakConj(x int16) bool {
	g := &b.ngs[x]
	if g.conj >= 0 {
		return false
	}
	b.ngs[g.conjOf].conj = -1
	g.conjOf, g.prep, g.parent = -1, noPrep, -1
	return true
}

func (b *builder) coordClause(subj, id int16) {
	c := b.clauses[b.cur]
	b.push(c.kind, subj)
	n := &b.clauses[b.cur]
	n.parent, n.gov, n.cond = c.parent, c.gov, c.cond
	if n.parent < 0 {
		n.parent = 0
	}
	if b.cur == n.parent {
		n.parent = -1
	}
	b.ngs[subj].use, b.ngs[subj].clause, b.ngs[subj].vg = useSubject, b.cur, -1
	b.take(id)
}

func (b *builder) sayVerb(id int16) bool {
	l := b.vgs[id].lex
	return l != 0 && b.p.lex.verbs[l].funcs&b.p.fn[fnSay] != 0
}
