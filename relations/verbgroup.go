package relations

// verbGroup reads auxiliaries, negation, adverbs and main verb from i; it returns i when there is no verb.
func (s *sentence) verbGroup(i int) int {
	n := len(s.tok)
	g := verbGroup{a: int16(i), main: -1, clause: -1, gov: -1, govNoun: -1, subj: -1, ante: -1, obj: -1, obj2: -1, coord: -1}
	j := i
	be, have, do := -1, -1, -1
loop:
	for j < n {
		t := &s.tok[j]
		switch t.tag {
		case tNeg:
			if t.f.kind == kNeg {
				g.neg = true
			}
			j++
		case tDate:
			// "is currently bombing": a date of one word between the parts.
			if j == i || int(s.men[t.men].b) != j+1 || j+1 >= n || !s.verbal(j+1, be >= 0 || have >= 0 || g.modal != 0) || be < 0 && have < 0 && g.modal == 0 {
				break loop
			}
			j++
		case tAdv:
			// Adverbs belong to the group only between its parts.
			k := j + 1
			for k < n && (s.tok[k].tag == tAdv || s.tok[k].tag == tNeg) {
				k++
			}
			if j == i || k >= n || !s.verbal(k, be >= 0 || have >= 0 || g.modal != 0 || do >= 0 || g.inf) {
				break loop
			}
			j++
		case tTo:
			if j > i && !(j == i+1 && g.neg) {
				// "is to visit", "has to leave", "ought to"
				if be >= 0 && be == j-1 {
					g.modal = modalWill
					j++
					continue
				}
				break loop
			}
			g.inf = true
			j++
		case tModal:
			if g.modal != 0 || be >= 0 || have >= 0 {
				break loop
			}
			g.modal = t.f.arg
			g.finite = true
			if s.tok[j].f.kind == kModal && s.word(j) == "cannot" {
				g.neg = true
			}
			j++
		case tDo:
			if do >= 0 || g.modal != 0 {
				break loop
			}
			do = j
			if t.f.arg == 2 {
				g.tense = Past
			} else {
				g.tense = Present
			}
			g.finite = !g.inf
			j++
		case tHave:
			if have >= 0 || be >= 0 {
				break loop
			}
			have = j
			switch t.f.arg {
			case 0, 1:
				if g.tense == NoTense {
					g.tense = Present
				}
			case 2:
				g.tense = Past
			}
			if t.f.arg == 4 {
				g.ing = true
			} else if !g.inf {
				g.finite = true
			}
			j++
		case tBe:
			if be >= 0 && t.f.arg < 3 {
				break loop
			}
			be = j
			switch t.f.arg {
			case 1:
				g.tense = Present
			case 2:
				g.tense = Past
			case 4:
				if have < 0 && g.modal == 0 && j == i {
					g.ing = true
				}
			}
			if !g.inf && !g.ing && (t.f.arg == 1 || t.f.arg == 2 || t.f.arg == 0) {
				g.finite = true
			}
			j++
		case tPart, tEd:
			if be >= 0 {
				g.passive = true
			} else if have >= 0 {
				g.perfect = true
			} else if t.tag == tPart {
				g.part = true
			} else if g.modal == 0 && do < 0 && !g.inf {
				g.amb = true
				if g.tense == NoTense {
					g.tense = Past
				}
			}
			g.main = int16(j)
			j++
			break loop
		case tIng:
			if be < 0 {
				if have >= 0 {
					break loop
				}
				g.ing = true
			}
			g.main = int16(j)
			j++
			break loop
		case tBase, tVerb:
			if be >= 0 && g.modal != modalWill {
				break loop
			}
			if t.tag == tVerb {
				g.finite = true
				if g.tense == NoTense {
					g.tense = Present
					if t.f.vform&vPast != 0 && t.f.vform&vBase == 0 {
						g.tense = Past
					}
				}
			}
			g.main = int16(j)
			j++
			break loop
		default:
			break loop
		}
	}
	if g.main < 0 {
		// A copula, "have" or "do" as the main verb, with a predicate adjective if there is one.
		switch {
		case be >= 0:
			g.main = int16(be)
			k := int(be) + 1
			for k < n && (s.tok[k].tag == tAdv || s.tok[k].tag == tNeg) {
				if s.tok[k].tag == tNeg {
					g.neg = true
				}
				k++
			}
			if k < n && s.tok[k].men < 0 && s.tok[k].f.flags&fPredAdj != 0 && s.tok[k].f.verb != 0 && s.p.lex.verbs[s.tok[k].f.verb].isAdj {
				g.main = int16(k)
				j = k + 1
			} else if j <= be {
				j = be + 1
			}
		case have >= 0:
			g.main = int16(have)
		case do >= 0:
			g.main = int16(do)
		case g.modal != 0 || g.inf:
			g.main = int16(j - 1)
		default:
			return i
		}
	}
	if f := s.tok[g.main].f; f.verb != 0 {
		g.lex = f.verb
	}
	if g.modal == modalWill {
		g.tense = FutureTense
	}
	if g.inf {
		g.finite = false
	}
	g.b = int16(j)
	// A particle right behind makes it a particle verb: "call for", "pull out of".
	if g.lex != 0 && s.p.lex.verbs[g.lex].phrasal {
		k, lex := j, g.lex
		for k < n && (s.tok[k].tag == tPrep || s.tok[k].f.kind == kPrep && s.tok[k].men < 0 || s.tok[k].tag == tAdv && s.tok[k].f.kind == kAdv && k == j) {
			if s.tok[k].tag == tAdv {
				k++
				continue
			}
			id, ok := s.p.lex.phrasal.get(uint64(lex)<<8 | uint64(s.tok[k].f.arg))
			if !ok {
				break
			}
			lex = uint16(id)
			k++
			g.lex, g.b, j = lex, int16(k), k
		}
	}
	g.chunk = int16(len(s.chunks))
	id := int16(len(s.vgs))
	s.vgs = append(s.vgs, g)
	s.add(cVerb, 0, i, j, id)
	return j
}

// verbal reports whether token k can continue a verb group.
func (s *sentence) verbal(k int, aux bool) bool {
	switch s.tok[k].tag {
	case tVerb, tBase, tEd, tPart, tIng:
		return true
	case tBe, tHave, tDo, tModal:
		return aux
	}
	return false
}
