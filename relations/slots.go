package relations

import (
	"attache/gazetteers"
	"attache/text"
)

// slotQuality is the factor of a slot in the confidence.
func slotQuality(x slot) float32 {
	switch x {
	case slotSubject, slotObject, slotPossessor, slotAgent, slotRecipient, slotPrep + slot(pWith), slotPrep + slot(pBetween):
		return 1
	case slotModifier, slotOwner:
		return 0.9
	}
	return 0.95
}

// fill tries the slots of an argument in their order; the first that yields sides counts.
func (s *Scratch) fill(f *frame, out []side, slots []slot, types typeSet, not int16) ([]side, slot) {
	for _, sl := range slots {
		before := len(out)
		out = s.fillSlot(f, out, sl, types, not)
		if len(out) > before {
			return out, sl
		}
	}
	return out, 0
}

func (s *Scratch) fillSlot(f *frame, out []side, sl slot, types typeSet, not int16) []side {
	owners := f.rule.owner
	add := func(x int16) {
		if x >= 0 && x != not {
			before := len(out)
			s.asActor = types == 0
			s.noCapital = sl == slotPrep+slot(pIn)
			out = s.sidesOf(out, x, types, false)
			s.noCapital = false
			if len(out) == before && owners && sl != slotSubject && sl != slotPrep+slot(pIn) {
				out = s.ownerSides(out, x, types)
				for i := before; i < len(out); i++ {
					out[i].quality *= 0.9
				}
			}
		}
	}
	var v *verbGroup
	if f.vg >= 0 {
		v = &s.vgs[f.vg]
	}
	verbal := f.kind != trigNoun
	switch sl {
	case slotSubject:
		switch {
		case v == nil:
		case verbal && f.passive:
			x := s.agentOf(f.vg)
			if x < 0 || x == not {
				x = s.prepGroup(f, pBy, not)
			}
			if x >= 0 {
				add(x)
			}
		case verbal:
			x := v.subj
			if x < 0 {
				return out
			}
			if lex := s.ngs[x].lex; f.noun == x && lex != 0 {
				return out
			}
			add(x)
			if len(out) == 0 {
				out = s.deedSubject(out, x, types)
			}
			if g := &s.ngs[x]; len(out) == 0 && g.use == useObject && g.vg >= 0 && g.vg != f.vg && g.lex != 0 && s.p.lex.nouns[g.lex].classes&s.p.speech != 0 {
				// "passed a resolution criticizing Y": who passed it
				add(s.vgs[g.vg].subj)
				for i := range out {
					out[i].quality *= 0.85
				}
			}
		default:
			if v.passive {
				if v.subj != f.noun {
					add(s.agentOf(f.vg))
				}
				return out
			}
			if g := &s.ngs[f.noun]; f.rule.relation == "visit" && g.use == usePrep && g.prep != pOn && g.prep != pFor && g.prep != pTo && !s.indefinite(g) {
				return out // "during the visit to Y" says nothing of who went
			}
			if v.subj != f.noun {
				add(v.subj)
			}
		}
	case slotObject:
		switch {
		case v == nil:
		case !verbal:
			// "joined Y for talks"
			if s.ngs[f.noun].prep == pFor && s.ngs[f.noun].vg == f.vg && !v.passive {
				add(v.obj)
			}
		case f.passive:
			if v.subj >= 0 && (v.subj != f.noun || s.ngs[f.noun].men >= 0 || s.isPeople(f.noun)) {
				add(v.subj)
			}
		default:
			// The noun of a pair is a side itself when it names people: "freed the prisoners".
			if v.obj >= 0 && (v.obj != f.noun || s.ngs[f.noun].men >= 0 || s.isPeople(f.noun)) {
				add(v.obj)
			} else if v.obj2 >= 0 && v.obj2 != f.noun {
				add(v.obj2)
			}
		}
	case slotInf:
		if v != nil && verbal && v.obj >= 0 {
			for i := range s.vgs {
				if w := &s.vgs[i]; w.inf && w.gov == f.vg && w.subj == v.obj {
					add(v.obj)
					break
				}
			}
		}
	case slotClause:
		if v != nil && verbal {
			for i := range s.clauses {
				if c := &s.clauses[i]; c.kind == clThat && c.gov == f.vg && c.subj >= 0 {
					add(c.subj)
					break
				}
			}
		}
	case slotRecipient:
		switch {
		case v == nil || !verbal:
		case v.obj2 >= 0:
			add(v.obj)
		case f.passive && f.noun >= 0 && v.subj != f.noun:
			add(v.subj)
		}
	case slotAgent:
		add(s.prepGroup(f, pBy, not))
	case slotPossessor:
		if f.noun >= 0 {
			g := &s.ngs[f.noun]
			if g.owner >= 0 {
				add(g.owner)
			} else if g.pron >= 0 && s.resolved(g.pron) >= 0 {
				out = s.pronoun(out, g.pron, f.noun, types)
			} else if v != nil && s.possessive(g) && v.subj >= 0 && v.subj != f.noun && !v.passive {
				// "remains firm in its support of …"
				add(v.subj)
				for i := range out {
					out[i].quality *= 0.85
				}
			}
		}
	case slotModifier:
		if f.noun >= 0 && f.noun != not {
			out = s.modifierSides(out, f.noun, types)
		}
	case slotOwner:
		if f.kind == trigPair && v != nil && v.lex != 0 {
			// In "voiced Israel's concern" the owner of the noun acts, he is not acted on.
			if fn, funcs := &s.p.fn, s.p.lex.verbs[v.lex].funcs; funcs&(fn[fnDo]|fn[fnVoice]) != 0 && funcs&(fn[fnSupport]|fn[fnCondemn]|fn[fnRefuse]|fn[fnEnd]|fn[fnDemand]) == 0 {
				return out
			}
		}
		x := f.noun
		if x < 0 && v != nil {
			x = v.obj
			if f.passive {
				x = v.subj
			}
		}
		if x >= 0 && x != not {
			out = s.ownerSides(out, x, types)
		}
	default:
		if sl >= slotPrep {
			if v != nil && verbal && v.lex != 0 && v.obj >= 0 && v.obj != f.noun && s.p.lex.verbs[v.lex].parent != 0 && s.p.lex.verbs[v.lex].prepObj == prep(sl-slotPrep) {
				add(v.obj) // the particle verb has taken the preposition: "protested against Y"
				return out
			}
			add(s.prepGroup(f, prep(sl-slotPrep), not))
		}
	}
	return out
}

// agentOf returns the noun group of a passive verb's "by" phrase, or −1.
func (s *sentence) agentOf(v int16) int16 {
	for x := range s.ngs {
		if g := &s.ngs[x]; g.vg == v && g.prep == pBy && g.use == usePrep {
			return int16(x)
		}
	}
	return -1
}

// deedSubject lets the possessor or the named modifier of an act stand for the actor: "Iran's attack killed …".
func (s *Scratch) deedSubject(out []side, x int16, types typeSet) []side {
	g := &s.ngs[x]
	if g.lex == 0 || s.p.lex.nouns[g.lex].classes&(s.p.deeds|s.p.thingLike) == 0 {
		return out
	}
	before := len(out)
	out = s.ownerSides(out, x, types)
	for i := before; i < len(out); i++ {
		out[i].quality *= 0.8
	}
	return out
}

// ownerSides is who an act noun belongs to: possessor, named modifier, "of" or "by" phrase.
func (s *Scratch) ownerSides(out []side, x int16, types typeSet) []side {
	g := &s.ngs[x]
	if g.men >= 0 && s.mention(g.men).Type != gazetteers.Event {
		return out
	}
	if g.owner >= 0 {
		return s.sidesOf(out, g.owner, types, false)
	}
	if m := s.namedModifier(g); m >= 0 && allowed(s.mention(m), types, false) {
		return s.put(out, s.men[m].m, x, 0.9)
	}
	for y := int(x) + 1; y < len(s.ngs) && y <= int(x)+2; y++ {
		h := &s.ngs[y]
		if h.zone != g.zone || h.parent != x {
			continue
		}
		switch h.prep {
		case pBy, pOf, pFrom:
			return s.sidesOf(out, int16(y), types, false)
		}
	}
	// "the proposal put forward by Y"
	for i := range s.vgs {
		if v := &s.vgs[i]; v.part && v.subj == x {
			if a := s.agentOf(int16(i)); a >= 0 {
				return s.sidesOf(out, a, types, false)
			}
		}
	}
	return out
}

func (s *Scratch) modifierSides(out []side, x int16, types typeSet) []side {
	g := &s.ngs[x]
	if a, b, ok := s.twoModifiers(g); ok {
		if allowed(s.mention(a), types, false) && allowed(s.mention(b), types, false) {
			return s.put(s.put(out, s.men[a].m, x, 0.9), s.men[b].m, x, 0.9)
		}
	}
	if m := s.modifierOf(g); m >= 0 && allowed(s.mention(m), types, false) {
		return s.put(out, s.men[m].m, x, 0.9)
	}
	return out
}

func (s *Scratch) pronoun(out []side, m, x int16, types typeSet) []side {
	g := s.men[m].m
	if int(g) >= len(s.res.EntityOf) {
		return out
	}
	return s.put(out, g, x, 0.9)
}

// prepGroup returns the noun group behind a preposition in the reach of the trigger, or −1.
func (s *Scratch) prepGroup(f *frame, p prep, not int16) int16 {
	if f.kind == trigNoun || f.noun >= 0 {
		if x := s.nounPrep(f.noun, p); x >= 0 && x != not {
			return x
		}
		if f.kind == trigNoun {
			return -1
		}
	}
	for x := range s.ngs {
		g := &s.ngs[x]
		if g.prep != p || g.vg != f.vg || g.conjOf >= 0 || int16(x) == not || g.use != usePrep {
			continue
		}
		if p == pOf && g.parent >= 0 {
			continue
		}
		if g.parent >= 0 && p != pBy && s.insideOther(int16(x), f) {
			continue
		}
		if p == pBy && g.parent >= 0 && g.parent != f.noun && s.ngs[g.parent].use == usePrep && s.isDeed(g.parent) {
			continue // "executed after an appeal by his lawyers"
		}
		return s.ownedOf(int16(x))
	}
	switch {
	case p == pAgainst:
		return s.laterAgainst(f)
	case p == pIn && f.vg >= 0:
		// "In Colombia, the rebels declared a truce."
		c := s.vgs[f.vg].clause
		for x := range s.ngs {
			if g := &s.ngs[x]; g.prep == pIn && g.use == usePrep && g.vg < 0 && g.clause == c && g.parent < 0 && g.conjOf < 0 && g.b <= s.vgs[f.vg].a && int16(x) != not {
				return int16(x)
			}
		}
	}
	return -1
}

// otherEvent reports whether a noun tells an event of another class than the trigger noun: "$60 million in food aid for Y" is one event.
func (s *sentence) otherEvent(noun, trigger uint16) bool {
	if noun == 0 {
		return false
	}
	n, t := &s.p.lex.nouns[noun], &s.p.lex.nouns[trigger]
	return n.rule >= 0 && n.classes&t.classes == 0
}

// indefinite reports whether a noun group begins with "a", "an" or nothing: "during a visit to Y" is the subject's visit.
func (s *sentence) indefinite(g *nounGroup) bool {
	switch s.doc.Tokens[s.first+int(g.a)].Hash {
	case aHash, anHash:
		return true
	}
	return s.possessive(g)
}

var aHash, anHash = text.Hash("a"), text.Hash("an")

// possessive reports whether a noun group begins with "its", "his", "her" or "their".
func (s *sentence) possessive(g *nounGroup) bool {
	switch s.doc.Tokens[s.first+int(g.a)].Hash {
	case itsHash, hisHash, herHash, theirHash:
		return true
	}
	return false
}

var itsHash, hisHash, herHash, theirHash = text.Hash("its"), text.Hash("his"), text.Hash("her"), text.Hash("their")

// laterAgainst returns an "against" group further on in the trigger's clause: "carried out strikes using drones against Y".
func (s *Scratch) laterAgainst(f *frame) int16 {
	if f.vg < 0 {
		return -1
	}
	c := s.vgs[f.vg].clause
	for x := range s.ngs {
		if g := &s.ngs[x]; g.prep == pAgainst && g.use == usePrep && g.clause == c && g.a > f.b && g.conjOf < 0 && !s.insideOther(int16(x), f) {
			if w := g.vg; w >= 0 && (s.vgs[w].finite || w == f.vg || s.vgs[w].lex != 0 && s.p.lex.verbs[s.vgs[w].lex].rule >= 0) {
				continue
			}
			return int16(x)
		}
	}
	return -1
}

// isDeed reports whether a noun group's head names a deed.
func (s *sentence) isDeed(x int16) bool {
	l := s.ngs[x].lex
	return l != 0 && s.p.lex.nouns[l].classes&s.p.deeds != 0
}

// insideOther reports whether a prepositional group hangs on a noun of its own event ("… after talks with Iran").
func (s *Scratch) insideOther(x int16, f *frame) bool {
	y := s.ngs[x].parent
	for n := 0; y >= 0 && n < 4; n++ {
		g := &s.ngs[y]
		if y != f.noun && g.use == usePrep && g.lex != 0 && s.p.lex.nouns[g.lex].rule >= 0 {
			return true
		}
		y = g.parent
	}
	return false
}

func (s *sentence) ownedOf(x int16) int16 {
	for n := 0; s.ngs[x].owned >= 0 && n < 4; n++ {
		x = s.ngs[x].owned
	}
	return x
}

// nounPrep returns the noun group behind preposition p among those that follow noun group x without a break.
func (s *sentence) nounPrep(x int16, p prep) int16 {
	if x < 0 {
		return -1
	}
	z := s.ngs[x].zone
	end := s.ngs[x].b
	for y := int(x) + 1; y < len(s.ngs); y++ {
		g := &s.ngs[y]
		if g.a-end > 8 {
			break
		}
		if g.use == useApposed && p == pBy {
			break
		}
		if g.conjOf >= 0 || g.use == useApposed || g.use == useOwner {
			if g.b > end {
				end = g.b
			}
			if g.zone != z {
				break
			}
			continue
		}
		if g.zone != z || g.use != usePrep {
			break
		}
		end = g.b
		if p == pOf && g.parent != x {
			continue
		}
		if g.prep == p {
			// Not behind another event noun of its own.
			if q := g.parent; q >= 0 && q != x && s.ngs[q].use == usePrep && s.otherEvent(s.ngs[q].lex, s.ngs[x].lex) {
				continue
			}
			return int16(y)
		}
	}
	return -1
}

// isPeople reports whether a noun group's head is a word for people.
func (s *sentence) isPeople(x int16) bool {
	l := s.ngs[x].lex
	return l != 0 && s.p.lex.nouns[l].classes&s.p.people != 0
}
