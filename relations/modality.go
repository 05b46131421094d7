package relations

import "attache/text"

// facets is what the clause says about an event: whether, when, by whose word.
type facets struct {
	polarity Polarity
	modality Modality
	tense    Tense
	refused  bool  // by an act of refusal: "refused to meet", "rejected calls for"
	inner    bool  // governed by another verb
	said     int16 // noun group of who says so, −1
	outer    int16 // outermost governing verb group, −1
}

func (f *facets) atLeast(m Modality) {
	if f.modality == Actual || m == Requested || m == Hypothetical && f.modality != Requested {
		f.modality = m
	}
}

// verbFacets reads polarity, modality and tense off a verb group and the verbs that govern it.
func (s *sentence) verbFacets(i int16) facets {
	f := facets{said: -1, outer: -1}
	v := &s.vgs[i]
	f.tense = v.tense
	if v.neg {
		f.polarity = Negated
	}
	s.modal(&f, v)
	for n := 0; n < 8; n++ {
		if v.coord >= 0 && v.gov < 0 && !v.finite {
			v = &s.vgs[v.coord]
		}
		g := v.gov
		if g < 0 {
			break
		}
		s.governed(&f, v, &s.vgs[g])
		f.inner, f.outer = true, g
		v = &s.vgs[g]
		if f.tense == NoTense {
			f.tense = v.tense
		}
	}
	if v.coord >= 0 && v.modal == 0 && v.tense == NoTense {
		s.modal(&f, &s.vgs[v.coord])
	}
	if v.govNoun >= 0 && v.inf {
		s.nounGoverned(&f, v.govNoun)
	}
	if v.govPrep == pWithout && i >= 0 {
		f.polarity = Negated
	}
	s.clauseFacets(&f, v.clause)
	if f.refused && f.polarity == Negated && v.neg {
		// "did not refuse"
		f.polarity, f.refused = Affirmed, false
	}
	return f
}

func (s *sentence) modal(f *facets, v *verbGroup) {
	switch v.modal {
	case modalWill:
		f.atLeast(Future)
		f.tense = FutureTense
	case modalWould:
		f.atLeast(Future)
	case modalMay:
		f.atLeast(Possible)
	case modalMust:
		f.atLeast(Requested)
	}
}

// governed applies what a governing verb does to the facets of the verb it governs.
func (s *sentence) governed(f *facets, v, w *verbGroup) {
	var funcs uint32
	if w.lex != 0 {
		funcs = s.p.lex.verbs[w.lex].funcs
	}
	fn := &s.p.fn
	switch v.govPrep {
	case pWithout:
		f.polarity = Negated
	case pAfter, pSince, pBy, pFollowing, pWith, pOn:
		if !v.inf {
			if v.govPrep == pAfter || v.govPrep == pBy {
				return
			}
		}
	case pBefore:
		s.modal(f, w)
		return
	}
	negated := w.neg
	switch {
	case funcs&(fn[fnRefuse]|fn[fnFail]) != 0:
		if negated {
			break
		}
		f.polarity = Negated
		if funcs&fn[fnRefuse] != 0 {
			f.refused = true
		}
		negated = false
	case funcs&fn[fnEnd] != 0 && v.ing:
		if !negated {
			f.polarity = Negated
		}
		negated = false
	case funcs&fn[fnThreaten] != 0:
		f.atLeast(Intended)
	case funcs&fn[fnAgree] != 0, funcs&fn[fnWant] != 0:
		f.atLeast(Intended)
	case funcs&fn[fnDemand] != 0:
		f.atLeast(Requested)
	case funcs&fn[fnCondemn] != 0 && v.ing:
		f.atLeast(Hypothetical)
	case funcs&fn[fnAllow] != 0:
		if negated {
			f.refused = true
		}
		f.atLeast(Possible)
	case funcs&(fn[fnAspect]|fn[fnCause]) != 0:
	case funcs&fn[fnSay] != 0 && w.passive && v.inf:
		// "is said to have met"
	case v.inf:
		// Purpose: done where the deed is done and the way is its own event ("flew to visit"), else meant.
		if w.lex != 0 && s.p.lex.verbs[w.lex].funcs&fn[fnMove] != 0 {
			break
		}
		f.atLeast(Intended)
	}
	if negated {
		f.polarity = Negated
	}
	s.modal(f, w)
}

// nounGoverned applies a noun that governs an infinitive: "a plan to", "refusal to".
func (s *sentence) nounGoverned(f *facets, x int16) {
	lex := s.ngs[x].lex
	if lex == 0 {
		return
	}
	switch classes := s.p.lex.nouns[lex].classes; {
	case classes&s.p.refusals != 0:
		f.polarity, f.refused = Negated, true
	case classes&s.p.demands != 0:
		f.atLeast(Requested)
	default:
		f.atLeast(Intended)
	}
}

// clauseFacets follows the clauses outwards: conditions, reporting verbs, demands.
func (s *sentence) clauseFacets(f *facets, c int16) {
	for n := 0; c >= 0 && n < 8; n++ {
		cl := &s.clauses[c]
		if cl.cond {
			f.atLeast(Hypothetical)
		}
		if cl.kind == clThat && cl.gov >= 0 {
			w := &s.vgs[cl.gov]
			if w.lex != 0 {
				funcs := s.p.lex.verbs[w.lex].funcs
				fn := &s.p.fn
				switch {
				case funcs&fn[fnRefuse] != 0 && funcs&fn[fnSay] != 0:
					f.polarity = Negated // "denied that"
				case funcs&fn[fnDemand] != 0 && funcs&fn[fnSay] == 0:
					f.atLeast(Requested)
				case funcs&(fn[fnAgree]|fn[fnWant]|fn[fnThreaten]) != 0 && funcs&fn[fnSay] == 0:
					f.atLeast(Intended)
				case funcs&fn[fnCondemn] != 0:
					f.atLeast(Hypothetical)
				}
				if funcs&fn[fnSay] != 0 && f.said < 0 && w.subj >= 0 {
					f.said = w.subj
				}
			}
		}
		c = cl.parent
	}
}

// nounFacets reads the facets of a noun trigger off its modifiers, its preposition and the verb around it.
func (s *sentence) nounFacets(fr *frame) facets {
	f := facets{said: -1, outer: -1}
	g := &s.ngs[fr.noun]
	for i := int(g.a); i < int(g.head); i++ {
		switch s.tok[i].f.kind {
		case kAdj:
			switch s.tok[i].f.arg {
			case adjFuture:
				f.atLeast(Future)
			case adjPossible:
				f.atLeast(Possible)
			case adjNegated:
				f.polarity = Negated
			}
		case kDet:
			if h := s.doc.Tokens[s.first+i].Hash; h == noHash {
				f.polarity = Negated
			}
		case kNum:
			if h := s.doc.Tokens[s.first+i].Hash; h == nextHash {
				f.atLeast(Future)
			}
		}
	}
	p := g.prep
	if g.use != usePrep {
		p = noPrep
	}
	x := g
	for n := 0; p == noPrep && x.parent >= 0 && n < 3; n++ {
		x = &s.ngs[x.parent]
		if x.use == usePrep {
			p = x.prep
		}
	}
	if g.parent >= 0 {
		// "a request for talks", "calls for talks", "the refusal of talks"
		if lex := s.ngs[g.parent].lex; lex != 0 {
			switch classes := s.p.lex.nouns[lex].classes; {
			case classes&s.p.refusals != 0:
				f.polarity, f.refused = Negated, true
			case classes&s.p.demands != 0:
				f.atLeast(Requested)
			}
		}
	}
	if p == pAfter || p == pDuring || p == pFollowing || p == pSince {
		return f
	}
	if fr.vg < 0 {
		s.clauseFacets(&f, g.clause)
		return f
	}
	v := &s.vgs[fr.vg]
	f.tense = v.tense
	if v.neg && (g.vg == fr.vg || v.subj == fr.noun) && (g.use == useObject || g.use == useSubject) {
		f.polarity = Negated
	}
	if (g.use == useObject || g.use == usePrep && g.vg == fr.vg) && !v.passive || v.passive && v.subj == fr.noun {
		var funcs uint32
		if v.lex != 0 {
			funcs = s.p.lex.verbs[v.lex].funcs
		}
		fn := &s.p.fn
		switch {
		case funcs&fn[fnRefuse] != 0:
			f.polarity, f.refused = Negated, true
		case funcs&fn[fnEnd] != 0:
			if (g.use == useObject || v.passive) && !v.neg {
				f.polarity, f.refused = Negated, true
			}
		case funcs&fn[fnDemand] != 0 && g.use == useObject:
			f.atLeast(Requested)
		case funcs&(fn[fnAgree]|fn[fnWant]) != 0 && (g.use == useObject || g.prep == pTo || g.prep == pFor || g.prep == pOn):
			f.atLeast(Intended)
		}
	}
	vf := s.verbFacets(fr.vg)
	if vf.modality != Actual && (g.use == useObject || g.use == useSubject || g.use == usePrep && p != pAfter) {
		f.atLeast(vf.modality)
	}
	if vf.polarity == Negated && g.use == useObject && vf.refused {
		f.polarity, f.refused = Negated, true
	}
	f.said = vf.said
	if p == pBefore || p == pFor && g.use == usePrep && vf.modality != Actual {
		f.atLeast(Future)
	}
	return f
}

var (
	noHash   = text.Hash("no")
	nextHash = text.Hash("next")
)

// Readings of adjectives that change what their noun says: form.arg of kAdj.
const (
	adjFuture uint8 = 1 + iota
	adjPossible
	adjNegated
)

// modalAdjectives lists them; they are as closed a class as the modals.
var modalAdjectives = []struct {
	arg   uint8
	words string
}{
	{adjFuture, "planned upcoming scheduled forthcoming expected future coming imminent impending looming"},
	{adjPossible, "possible potential proposed prospective suggested eventual hypothetical would-be"},
	{adjNegated, "cancelled canceled abortive averted scrapped aborted"},
}

// plover derives PLOVER's class from what is done and the facets: a cooperative act to come is AGREE, a
// hostile one THREATEN, a refused one REJECT.
func plover(r *crule, f *facets) string {
	switch r.family {
	case famNone:
		return ""
	case famCooperative:
		if f.polarity == Negated {
			if r.class == "CONSULT" && !f.refused {
				return r.class
			}
			return "REJECT"
		}
		if f.modality == Future || f.modality == Intended {
			return "AGREE"
		}
	case famHostile:
		if f.polarity == Negated {
			if f.refused {
				return "REJECT"
			}
			return r.class
		}
		if f.modality == Future || f.modality == Intended {
			return "THREATEN"
		}
	case famTalk:
		if f.polarity == Negated && r.class == "AGREE" {
			return "REJECT"
		}
	}
	return r.class
}
