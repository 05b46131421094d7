package relations

import (
	"attache/text"
)

// ckind is the kind of a chunk.
type ckind uint8

const (
	cOther ckind = iota
	cNoun
	cVerb
	cPrep
	cComma
	cCoord
	cSub
	cThat
	cRel
	cDate
	cAdv
	cSemi
	cDash
	cOpen
	cClose
	cQuote
)

// chunk is a noun group, a verb group or a token between them.
type chunk struct {
	kind ckind
	arg  uint8 // preposition, or 1 for "but", "if"
	a, b int16 // tokens
	ref  int16 // noun or verb group
}

// use says where a noun group stands.
type use uint8

const (
	useNone use = iota
	useSubject
	useObject
	useRecipient
	usePrep
	useApposed
	useOwner
)

// nounGroup is a noun group: determiner, modifiers, head.
type nounGroup struct {
	a, b, head     int16 // tokens; head is the last noun
	chunk          int16
	men            int16 // mention of the head, −1
	lex            uint16
	owner          int16 // noun group of the possessor ("Kenya's president"), −1
	owned          int16 // noun group that this one possesses, −1
	pron           int16 // mention of a possessive pronoun inside, −1
	conj, conjOf   int16 // next and previous conjunct, −1
	appos, apposTo int16 // noun group in apposition to this one, and back, −1
	of             int16 // its of-complement, −1
	parent         int16 // noun group that it follows with its preposition, −1
	vg             int16 // verb group in whose reach it stands, −1
	clause         int16
	zone           int16
	prep           prep
	use            use
	det            bool
	date           int16 // date mention among the modifiers, −1
}

// verbGroup is a verb group: auxiliaries, negation, main verb.
type verbGroup struct {
	a, b, main int16
	chunk      int16
	lex        uint16
	modal      uint8
	tense      Tense
	neg        bool
	passive    bool
	inf        bool // to-infinitive
	ing        bool // bare -ing
	part       bool // bare participle
	amb        bool // past tense or participle: the clause decides
	finite     bool
	perfect    bool
	clause     int16
	gov        int16 // verb group that governs it, −1
	govPrep    prep  // preposition before the gerund
	govNoun    int16 // noun group that governs it ("a plan to visit"), −1
	subj       int16 // noun group, −1
	ante       int16 // antecedent of an object relative, −1
	obj, obj2  int16
	zone       int16
	coord      int16 // verb group it is coordinated with, −1
}

const maxGroups = 512

// chunkTokens cuts the tagged tokens into noun groups, verb groups and the rest.
func (s *sentence) chunkTokens() {
	s.chunks, s.ngs, s.vgs, s.clauses = s.chunks[:0], s.ngs[:0], s.vgs[:0], s.clauses[:0]
	n := len(s.tok)
	for i := s.lead; i < n; {
		if len(s.ngs) >= maxGroups || len(s.vgs) >= maxGroups {
			return
		}
		if i+1 < n && s.tok[i+1].f.arg == uint8(pAs) && s.tok[i+1].tag == tPrep && s.doc.Tokens[s.first+i].Hash == suchHash {
			s.add(cPrep, uint8(pLike), i, i+2, -1)
			i += 2
			continue
		}
		if s.tok[i].tag == tDet && len(s.ngs) > 0 && s.doc.Tokens[s.first+i].Hash == whoseHash {
			s.add(cRel, 0, i, i+1, -1) // "the envoy, whose government …"
			i++
			continue
		}
		switch s.tok[i].tag {
		case tNoun, tName, tPron, tDet, tAdj, tNum:
			i = s.nounGroup(i)
		case tDate:
			m := s.men[s.tok[i].men]
			j := int(m.b)
			// "Friday's meeting", "the Tuesday talks": part of the noun group.
			if j < n && (s.tok[j].tag == tPoss || s.tok[j].tag == tNoun && (i > 0 && s.tok[i-1].tag == tDet)) {
				i = s.nounGroup(i)
				continue
			}
			s.add(cDate, 0, i, j, s.tok[i].men)
			i = j
		case tModal, tBe, tHave, tDo, tVerb, tBase, tIng, tPart, tEd, tTo:
			i = s.verbGroup(i)
		case tNeg:
			if j := s.verbGroup(i); j > i {
				i = j
			} else {
				i++
			}
		case tPrep:
			i = s.prep(i)
		default:
			k, arg := cOther, uint8(0)
			switch s.tok[i].tag {
			case tComma:
				k = cComma
			case tCoord:
				k, arg = cCoord, s.tok[i].f.arg
			case tSub:
				k, arg = cSub, s.tok[i].f.arg
			case tThat:
				k = cThat
			case tRel:
				k = cRel
			case tAdv:
				k = cAdv
			case tSemi:
				k = cSemi
			case tDash:
				k = cDash
			case tOpen:
				k = cOpen
			case tClose:
				k = cClose
			case tQuote:
				k = cQuote
			}
			s.add(k, arg, i, i+1, -1)
			i++
		}
	}
}

func (s *sentence) add(k ckind, arg uint8, a, b int, ref int16) {
	s.chunks = append(s.chunks, chunk{k, arg, int16(a), int16(b), ref})
}

// prep reads a preposition, with the compound ones: "ahead of", "according to", "out of", "because of".
func (s *sentence) prep(i int) int {
	t := &s.tok[i]
	p, j := prep(t.f.arg), i+1
	if p == pAs && i+2 < len(s.tok) && s.doc.Tokens[s.first+i+1].Hash == wellHash && s.tok[i+2].f.arg == uint8(pAs) {
		s.add(cCoord, 0, i, i+3, -1)
		return i + 3
	}
	if j < len(s.tok) && s.tok[j].men < 0 {
		switch q := prep(s.tok[j].f.arg); {
		case s.tok[j].f.kind != kPrep && s.tok[j].f.kind != kTo:
		case (p == pBefore || p == pWithout) && q == pOf, p == pAccording && q == pTo:
			j++
		case p == pOut && q == pOf:
			p, j = pFrom, j+1
		case p == pTogether && q == pWith, p == pAlong && q == pWith:
			p, j = pWith, j+1
		case p == pBack && q == pTo:
			p, j = pTo, j+1
		}
	}
	s.add(cPrep, uint8(p), i, j, -1)
	return j
}

var wellHash, suchHash, whoseHash = text.Hash("well"), text.Hash("such"), text.Hash("whose")

// moreThan reports whether "than" and a number follow at j.
func (s *sentence) moreThan(j int) bool {
	return j+1 < len(s.tok) && s.tok[j].tag == tPrep && prep(s.tok[j].f.arg) == pThan && s.tok[j+1].tag == tNum
}

// partOf reports whether "of the …" follows at j.
func (s *sentence) partOf(j int) bool {
	return j+2 < len(s.tok) && s.tok[j].tag == tPrep && prep(s.tok[j].f.arg) == pOf && s.tok[j].men < 0 && s.tok[j+1].tag == tDet && s.inGroup(j+2)
}

// nounGroup reads a noun group that begins at i and returns where it ends.
func (s *sentence) nounGroup(i int) int {
	n := len(s.tok)
	g := nounGroup{a: int16(i), head: -1, men: -1, owner: -1, owned: -1, pron: -1, conj: -1, conjOf: -1, appos: -1, apposTo: -1, of: -1, parent: -1, vg: -1, clause: -1, date: -1}
	j := i
loop:
	for j < n {
		t := &s.tok[j]
		switch t.tag {
		case tDet:
			if j > i && g.head >= 0 {
				break loop
			}
			g.det = true
			if t.men >= 0 {
				g.pron = t.men
			}
			j++
			if s.partOf(j) || s.moreThan(j) {
				j++ // "some of the rebels", "more than 40"
			}
		case tAdj, tNum:
			if g.head >= 0 && (t.tag == tNum || j+1 >= n || !s.inGroup(j+1)) && !(t.tag == tNum && s.tok[g.head].tag == tNum) {
				break loop
			}
			if t.tag == tNum && g.head < 0 && (j+1 >= n || !s.inGroup(j+1)) {
				g.head = int16(j)
			}
			j++
		case tAdv:
			if j == i || g.head >= 0 && s.tok[g.head].tag != tNum || j+1 >= n || !s.inGroup(j+1) {
				break loop
			}
			j++
		case tPron:
			if j > i {
				break loop
			}
			g.head, g.men = int16(j), t.men
			j++
			break loop
		case tNoun:
			if g.men >= 0 && s.splitsAfter(g.men, j) {
				break loop
			}
			g.head, g.men = int16(j), -1
			j++
		case tDate:
			if g.head >= 0 {
				break loop
			}
			m := s.men[t.men]
			if int(m.b) < n && (s.tok[m.b].tag == tNoun || s.tok[m.b].tag == tAdj || s.tok[m.b].tag == tName && j > i || s.tok[m.b].tag == tPoss) {
				g.date = t.men
				j = int(m.b)
				if s.tok[j].tag == tPoss {
					j++
					g.det = true
				}
				continue
			}
			break loop
		case tName:
			if g.head >= 0 && g.men >= 0 && !s.joins(g.men, t.men) || g.head >= 0 && g.men < 0 && !s.nounJoins(int(g.head), t.men) {
				break loop
			}
			g.men = t.men
			g.head = s.men[t.men].b - 1
			j = int(s.men[t.men].b)
			// "Greek and German politicians"
			if j+1 < n && s.tok[j].tag == tCoord && s.tok[j+1].tag == tName && s.modifiers(t.men, s.tok[j+1].men) {
				j++
			}
		case tHyph:
			// "US-China talks", "two-day visit", "face-to-face meeting"
			if j == i || j+1 >= n || s.tok[j+1].tag == tComma {
				break loop
			}
			u := &s.tok[j+1]
			switch {
			case u.men >= 0 && u.tag == tName:
				g.men, g.head = u.men, s.men[u.men].b-1
				j = int(s.men[u.men].b)
			case u.tag == tNoun:
				g.head, g.men = int16(j+1), -1
				j += 2
			case u.tag == tPrep && j+2 < n && s.tok[j+2].tag == tHyph:
				j += 2
			default:
				if g.head >= 0 && (j+2 >= n || !s.inGroup(j+2)) {
					g.head, g.men = int16(j+1), -1
				}
				j += 2
			}
		default:
			break loop
		}
	}
	if j == i {
		j = i + 1
	}
	if g.head < 0 {
		g.head = int16(j - 1)
	}
	g.b = int16(j)
	g.lex = s.nounLexeme(int(g.head), g.men)
	g.chunk = int16(len(s.chunks))
	id := int16(len(s.ngs))
	if id > 0 {
		p := &s.ngs[id-1]
		if p.owned == -2 {
			if p.b+1 == g.a {
				p.owned, g.owner = id, id-1
			} else {
				p.owned = -1
			}
		}
	}
	if j < n && s.tok[j].tag == tPoss {
		g.owned = -2 // the next noun group, if it stands right behind
	}
	s.ngs = append(s.ngs, g)
	s.add(cNoun, 0, i, j, id)
	if g.owned == -2 {
		s.add(cOther, 0, j, j+1, -1)
		j++
		if j >= n || !s.inGroup(j) && s.tok[j].tag != tAdv {
			s.ngs[id].owned = -1
		} else {
			s.chunks = s.chunks[:len(s.chunks)-1]
		}
	}
	return j
}
