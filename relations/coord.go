package relations

import (
	"attache/gazetteers"
	"attache/text"
)

// sort of a noun group, for deciding what is coordinated with what.
type ngSort uint8

const (
	sortOther ngSort = iota
	sortPerson
	sortPlace
	sortBody
	sortDeed // an event noun
)

func (s *sentence) sortOf(x int16) ngSort {
	g := &s.ngs[x]
	if g.men < 0 {
		if g.lex != 0 {
			switch classes := s.p.lex.nouns[g.lex].classes; {
			case classes&(s.p.people|s.p.kin) != 0:
				return sortBody
			case classes&s.p.deeds != 0:
				return sortDeed
			}
		}
		return sortOther
	}
	switch s.mention(g.men).Type {
	case gazetteers.Person, gazetteers.Role, gazetteers.Pronoun:
		return sortPerson
	case gazetteers.Country, gazetteers.Location, gazetteers.Nationality:
		return sortPlace
	case gazetteers.Organization, gazetteers.Group:
		return sortBody
	case gazetteers.Event:
		return sortDeed
	}
	return sortOther
}

// alike reports whether two noun groups may be conjuncts, and how well (2 well, 1 perhaps).
func (s *sentence) alike(a, b int16) int {
	x, y := s.sortOf(a), s.sortOf(b)
	switch {
	case x == y && x != sortOther:
		return 2
	case x == sortPlace && y == sortBody || x == sortBody && y == sortPlace || x == sortPerson && y == sortBody || x == sortBody && y == sortPerson:
		return 2
	case x == y:
		return 2
	case x == sortOther || y == sortOther:
		return 1
	case x == sortPerson && y == sortPlace || x == sortPlace && y == sortPerson:
		return 1
	}
	return 0
}

// closing returns the chunk of the bracket that closes the one at i, or 0.
func (s *sentence) closing(i int) int {
	for j := i + 1; j < len(s.chunks) && j < i+24; j++ {
		if s.chunks[j].kind == cClose {
			return j
		}
	}
	return 0
}

// coordinate links conjuncts and appositions before clauses are built.
func (s *sentence) coordinate() {
	for i := range s.chunks {
		c := &s.chunks[i]
		switch c.kind {
		case cCoord:
			if c.arg == 0 {
				s.conjoin(i)
			}
		case cComma, cDash:
			s.apposeAt(i)
		case cOpen:
			if j := s.closing(i); j > 0 && i > 0 && s.chunks[i-1].kind == cNoun && j == i+2 && s.chunks[i+1].kind == cNoun {
				s.appose(s.chunks[i-1].ref, s.chunks[i+1].ref)
			}
		}
	}
	if s.flags&text.Headline != 0 || len(s.chunks) > 3 {
		s.headlineList()
	}
}

// conjoin links the noun groups around the conjunction at chunk i.
func (s *sentence) conjoin(i int) {
	j := i + 1
	for j < len(s.chunks) && s.chunks[j].kind == cAdv {
		j++
	}
	if j >= len(s.chunks) || s.chunks[j].kind != cNoun {
		return
	}
	right := s.headAt(j)
	k := i - 1
	for k >= 0 && (s.chunks[k].kind == cComma || s.chunks[k].kind == cAdv || s.chunks[k].kind == cDate || s.chunks[k].kind == cClose) {
		if s.chunks[k].kind == cClose {
			for k > 0 && s.chunks[k].kind != cOpen {
				k--
			}
		}
		if s.chunks[k].kind == cDate && k > 0 && s.chunks[k-1].kind == cPrep {
			k--
		}
		k--
	}
	left := s.leftConjunct(k, right)
	if left < 0 {
		return
	}
	s.link(left, right)
	// "A, B and C": the members before.
	for range 32 {
		k = int(s.ngs[left].chunk) - 1
		if o := s.firstOwner(left); o >= 0 {
			k = int(s.ngs[o].chunk) - 1
		}
		for k > 0 && (s.chunks[k].kind == cAdv || s.chunks[k].kind == cDate) {
			k--
		}
		if k < 1 || s.chunks[k].kind != cComma {
			return
		}
		k--
		for k > 0 && (s.chunks[k].kind == cAdv || s.chunks[k].kind == cComma) {
			k--
		}
		more := s.leftConjunct(k, left)
		if more < 0 || s.ngs[more].conj >= 0 || s.isApposition(more, left) {
			return
		}
		s.link(more, left)
		left = more
	}
}

// headAt returns the noun group whose head follows at chunk j, past possessors: "Kenya's president" gives the president.
func (s *sentence) headAt(j int) int16 {
	x := s.chunks[j].ref
	for s.ngs[x].owned >= 0 {
		x = s.ngs[x].owned
	}
	return x
}

func (s *sentence) firstOwner(x int16) int16 {
	o := s.ngs[x].owner
	for o >= 0 && s.ngs[o].owner >= 0 {
		o = s.ngs[o].owner
	}
	return o
}

// leftConjunct chooses, of the noun groups that end at chunk k (a group and those it hangs on by prepositions), the one that
// is most like the right conjunct.
func (s *sentence) leftConjunct(k int, right int16) int16 {
	best, bestScore := int16(-1), 0
	for depth := 0; k >= 0 && depth < 4; depth++ {
		if s.chunks[k].kind != cNoun {
			break
		}
		x := s.chunks[k].ref
		if s.ngs[x].owned >= 0 {
			break
		}
		head := x
		if a := s.ngs[x].apposTo; a >= 0 {
			head = a
		}
		if score := s.alike(head, right)*4 - depth; score > bestScore && (depth == 0 || s.alike(head, right) == 2) {
			best, bestScore = head, score
		}
		// Step over the preposition to the noun group it hangs on.
		first := x
		if o := s.firstOwner(x); o >= 0 {
			first = o
		}
		k = int(s.ngs[first].chunk) - 1
		if s.ngs[x].apposTo >= 0 {
			k = int(s.ngs[head].chunk) - 1
			if k >= 0 && s.chunks[k].kind == cPrep {
				k--
			}
			continue
		}
		if k < 0 || s.chunks[k].kind != cPrep {
			break
		}
		k--
	}
	return best
}

func (s *sentence) link(a, b int16) {
	for s.ngs[a].conj >= 0 && s.ngs[a].conj != b {
		a = s.ngs[a].conj
	}
	if a == b || s.ngs[b].conjOf >= 0 || s.ngs[a].apposTo == b || s.ngs[b].apposTo >= 0 {
		return
	}
	s.ngs[a].conj, s.ngs[b].conjOf = b, a
}

func (s *sentence) appose(a, b int16) {
	if s.ngs[a].apposTo >= 0 {
		a = s.ngs[a].apposTo
	}
	if s.ngs[b].apposTo >= 0 || a == b || s.ngs[b].conjOf >= 0 {
		return
	}
	s.ngs[b].apposTo = a
	if s.ngs[a].appos < 0 {
		s.ngs[a].appos = b
	}
}

// apposeAt links "NG , NG" when the second explains the first.
func (s *sentence) apposeAt(i int) {
	if i == 0 || i+1 >= len(s.chunks) || s.chunks[i+1].kind != cNoun {
		return
	}
	k := i - 1
	right := s.headAt(i + 1)
	for depth := 0; k >= 0 && depth < 4; depth++ {
		for k > 0 && s.chunks[k].kind == cAdv && depth == 0 {
			k--
		}
		if s.chunks[k].kind != cNoun {
			return
		}
		left := s.chunks[k].ref
		if s.ngs[left].owned >= 0 {
			return
		}
		if s.isApposition(left, right) {
			s.appose(left, right)
			return
		}
		for s.ngs[left].conjOf >= 0 {
			left = s.ngs[left].conjOf // "the ministers of Kenya and Chad, A and B"
		}
		first := left
		if o := s.firstOwner(left); o >= 0 {
			first = o
		}
		k = int(s.ngs[first].chunk) - 1
		if k < 0 || s.chunks[k].kind != cPrep || prep(s.chunks[k].arg) != pOf && prep(s.chunks[k].arg) != pFor && prep(s.chunks[k].arg) != pAt && prep(s.chunks[k].arg) != pIn {
			return
		}
		k--
	}
}

// isApposition reports whether b explains a: "Abe, the prime minister", "the prime minister, Abe", "Rome, Italy".
func (s *sentence) isApposition(a, b int16) bool {
	x, y := &s.ngs[a], &s.ngs[b]
	var tx, ty gazetteers.Type
	if x.men >= 0 {
		tx = s.mention(x.men).Type
	}
	if y.men >= 0 {
		ty = s.mention(y.men).Type
	}
	switch {
	case tx == gazetteers.Person && ty == gazetteers.Role:
		m := s.mention(y.men)
		return m.Holder < 0 || m.Holder == s.men[x.men].m
	case tx == gazetteers.Role && ty == gazetteers.Person:
		// Unless the name has a title of its own in its group.
		m := s.mention(x.men)
		return m.Holder == s.men[y.men].m || m.Holder < 0 && y.a == s.men[y.men].a && (!m.Plural || s.listsPersons(b))
	case tx == gazetteers.Person && ty == gazetteers.NoType:
		return y.det && y.pron < 0 || y.owner >= 0 || y.pron >= 0 || s.p.lex.nouns[y.lex].classes == 0 && !y.det
	case tx == gazetteers.NoType && ty == gazetteers.Person:
		return x.owner >= 0 && y.a == s.men[y.men].a && s.sortOf(a) != sortDeed
	case (tx == gazetteers.Location || tx == gazetteers.Country) && (ty == gazetteers.Location || ty == gazetteers.Country):
		// "Rome, Italy" but not "France, Germany and Spain".
		if tx == gazetteers.Location && (ty == gazetteers.Country || s.mention(y.men).Subtype == "admin") {
			return true
		}
		return tx == gazetteers.Location && ty == gazetteers.Location && s.mention(y.men).Subtype != "city" && s.mention(x.men).Subtype == "facility"
	case tx == gazetteers.Organization && ty == gazetteers.NoType:
		return y.det && s.sortOf(b) == sortOther
	case tx == gazetteers.Organization && ty == gazetteers.Group, tx == gazetteers.Group && ty == gazetteers.Organization:
		return y.det
	case tx == gazetteers.Country && ty == gazetteers.NoType, tx == gazetteers.Location && ty == gazetteers.NoType:
		return y.det || y.owner >= 0
	}
	return false
}

// listsPersons reports whether "and" and another person's name follow a person's.
func (s *sentence) listsPersons(x int16) bool {
	k := int(s.ngs[x].chunk) + 1
	if k+1 >= len(s.chunks) || s.chunks[k].kind != cCoord || s.chunks[k+1].kind != cNoun {
		return false
	}
	y := &s.ngs[s.chunks[k+1].ref]
	return y.men >= 0 && s.mention(y.men).Type == gazetteers.Person && y.a == s.men[y.men].a
}

// headlineList reads "Seoul, Beijing agree": two names with a comma before the first verb.
func (s *sentence) headlineList() {
	if len(s.chunks) < 4 || s.chunks[0].kind != cNoun || s.chunks[1].kind != cComma || s.chunks[2].kind != cNoun || s.chunks[3].kind != cVerb {
		return
	}
	a, b := s.chunks[0].ref, s.chunks[2].ref
	if s.ngs[a].men >= 0 && s.ngs[b].men >= 0 && s.ngs[b].apposTo < 0 && s.sortOf(a) == s.sortOf(b) {
		s.link(a, b)
	}
}
