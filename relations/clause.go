package relations

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
	} else if m := &b.clauses[0]; c.parent >= 0 && c.verb >= 0 && m.verb < 0 && m.subj < 0 && i+1 < len(b.chunks) && b.chunks[i+1].kind == cNoun {
		// All so far stands in front of the main clause: "In a city that both had left, …".
		b.cur = 0
		b.breakZone()
		b.comma = true
	}
	b.adj = -1
}
