package relations

import (
	"attache/gazetteers"
	"attache/text"
)

// clauseKind says how a clause is tied to the one around it.
type clauseKind uint8

const (
	clMain clauseKind = iota
	clRel
	clSub  // after a subordinator
	clThat // complement
	clPart // participle clause
)

// clause is a clause: its subject, its last verb group, the clause around it.
type clause struct {
	kind   clauseKind
	cond   bool  // "if", "unless"
	comma  bool  // opened after a comma
	quoted bool  // inside quotation marks
	parent int16 // −1
	subj   int16 // noun group, −1
	ante   int16 // antecedent of a relative clause or of "where", −1
	where  bool
	verb   int16 // last verb group, −1
	gov    int16 // verb group of the clause around it when this one opened, −1
}

// builder is the state of the left-to-right pass that ties groups into clauses.
type builder struct {
	*sentence
	cur     int16
	zone    int16
	pending prep  // preposition read, its noun group not yet
	adj     int16 // noun group directly before, −1
	vg      int16 // verb group in whose reach we are, −1
	bare    int16 // noun group after a verb that may be the subject of the next one, −1
	comma   bool
	coord   bool
	afterVG bool // nothing but adverbs, dates since the verb group
	quoted  bool
	// lastApposed is the last noun group in apposition, −1.
	lastApposed int16
}

// buildClauses ties noun and verb groups together: subjects, objects, prepositional groups, governing verbs.
func (s *sentence) buildClauses() {
	s.coordinate()
	b := builder{sentence: s, cur: 0, adj: -1, vg: -1, bare: -1, lastApposed: -1}
	s.clauses = append(s.clauses, clause{parent: -1, subj: -1, ante: -1, verb: -1, gov: -1})
	for i := 0; i < len(s.chunks); i++ {
		c := &s.chunks[i]
		switch c.kind {
		case cNoun:
			b.noun(c.ref)
		case cVerb:
			b.verb(c.ref, i)
		case cPrep:
			b.pending = prep(c.arg)
			b.coord = false
		case cComma:
			b.commaAt(i)
		case cCoord:
			b.coord = true
			if c.arg == 1 {
				b.comma = true
			}
			b.pending = noPrep
		case cSub:
			b.open(clSub, i)
			b.clauses[b.cur].cond = c.arg == 1
			if b.tok[c.a].f.kind == kSub && s.word(int(c.a)) == "where" {
				b.clauses[b.cur].where = true
			}
		case cThat:
			b.that(i)
		case cRel:
			b.relative(i)
		case cDate:
			b.pending = noPrep
		case cSemi, cDash:
			if c.kind == cDash && b.clauses[b.cur].verb < 0 {
				b.comma = true
				b.adj = -1
				continue
			}
			if b.clauses[b.cur].verb >= 0 {
				b.cur = 0
				if b.clauses[0].verb >= 0 {
					b.push(clMain, -1)
				}
			}
			b.breakZone()
			b.comma = true
		case cOpen:
			if j := s.closing(i); j > 0 {
				i = j
			}
		case cQuote:
			b.quote(i)
		case cOther:
			b.breakZone()
		}
	}
	b.finish()
}

func (b *builder) push(k clauseKind, subj int16) {
	if len(b.clauses) >= maxGroups {
		return
	}
	b.clauses = append(b.clauses, clause{kind: k, parent: b.cur, subj: subj, ante: -1, verb: -1, gov: b.clauses[b.cur].verb, comma: b.comma, quoted: b.quoted})
	b.cur = int16(len(b.clauses) - 1)
}

func (b *builder) open(k clauseKind, i int) {
	b.push(k, -1)
	b.breakZone()
	if b.adj >= 0 {
		b.clauses[b.cur].ante = b.adj
	}
	b.adj = -1
}

// breakZone ends the reach of the last verb and noun groups for prepositional groups.
func (b *builder) breakZone() {
	b.zone++
	b.vg, b.bare, b.pending, b.afterVG = -1, -1, noPrep, false
	b.comma, b.coord = false, false
}

func (b *builder) quote(i int) {
	b.quoted = !b.quoted
	// A quotation that begins with its own clause: `said: "We met …"`.
	if b.quoted && b.clauses[b.cur].verb >= 0 && i > 0 && (b.chunks[i-1].kind == cComma || b.chunks[i-1].kind == cSemi) {
		b.push(clThat, -1)
		b.breakZone()
	} else if !b.quoted && i > 0 && (b.chunks[i-1].kind == cComma || b.chunks[i-1].kind == cOther) {
		b.comma = true
	}
}

func (b *builder) commaAt(i int) {
	b.comma = true
	b.pending = noPrep
	c := &b.clauses[b.cur]
	if c.parent >= 0 && c.verb >= 0 && (c.kind == clRel || c.kind == clPart || c.kind == clSub) && c.comma {
		// The inserted clause ends here unless it goes on with a conjunct.
		if i+1 < len(b.chunks) && b.chunks[i+1].kind == cCoord {
			return
		}
		b.cur = c.parent
		b.zone++
		b.vg, b.bare, b.afterVG = -1, -1, false
		if v := b.clauses[b.cur].verb; v >= 0 {
			b.vg = v
		}
	} else if c.kind == clSub && c.parent >= 0 && c.verb >= 0 && b.clauses[c.parent].verb < 0 {
		// A fronted subordinate clause: "When they met, …".
		b.cur = c.parent
		b.breakZone()
		b.comma = true
	}
	b.adj = -1
}

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

// subjectFor looks for the subject of a finite verb in a clause that has a verb already: the noun group in
// front of it.
func (b *builder) subjectFor() int16 {
	if b.adj < 0 {
		return -1
	}
	return b.root(b.adj)
}

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
		if x.conjOf >= 0 && b.ngs[r].use != useSubject && !b.complementList(r, c.verb) && b.breakConj(b.adj) {
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
			if b.bareComplement(c.verb, r) {
				k = clThat
			}
			if c.kind == clRel && c.parent >= 0 && b.clauses[c.parent].verb < 0 && g.use == useNone && false {
				b.cur = c.parent
			}
			gov := c.verb
			b.push(k, r)
			b.clauses[b.cur].gov = -1
			if k == clThat {
				b.clauses[b.cur].gov = gov
			} else {
				b.clauses[b.cur].parent = b.ancestor(r)
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

func (b *builder) ancestor(int16) int16 { return 0 }

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

func (b *builder) bareComplement(verb, _ int16) bool { return b.sayVerb(verb) }

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
		if g := &b.ngs[b.adj]; g.lex != 0 && (g.owner >= 0 || b.modifierOf(g) >= 0) && b.p.lex.nouns[g.lex].classes != 0 && g.men < 0 && !b.objectControl(w) {
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
