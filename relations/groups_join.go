package relations

import (
	"attache/gazetteers"
)

// inGroup reports whether token j can stand inside a noun group.
func (s *sentence) inGroup(j int) bool {
	switch s.tok[j].tag {
	case tNoun, tName, tAdj, tNum, tHyph:
		return true
	}
	return false
}

// joins reports whether two adjacent mentions belong to one noun group, the second as its head: "German" +
// "Chancellor" + "Angela Merkel".
func (s *sentence) joins(a, b int16) bool {
	x, y := s.mention(a), s.mention(b)
	if x.Plural && x.Type == gazetteers.Group && s.tok[s.men[a].b-1].f.flags&fPlural != 0 {
		return false
	}
	switch x.Type {
	case gazetteers.Person:
		return y.Type == gazetteers.Group || y.Type == gazetteers.Event
	case gazetteers.Role:
		return y.Type == gazetteers.Person || y.Type == gazetteers.Role
	case gazetteers.Organization:
		return y.Type == gazetteers.Role || y.Type == gazetteers.Group || y.Type == gazetteers.Event
	case gazetteers.Location, gazetteers.Country:
		if at := int(s.men[a].a) - 1; at == 0 && s.tok[at].tag == tPrep && y.Type == gazetteers.Role {
			return false // "In Turkey Minister Ellwood met …"
		}
		return y.Type != gazetteers.Person && !(y.Type == gazetteers.Country)
	case gazetteers.Nationality:
		return true
	case gazetteers.Group:
		return y.Type == gazetteers.Person || y.Type == gazetteers.Role
	}
	return y.Type >= gazetteers.FirstUserType || y.Type == gazetteers.Event
}

// nounJoins reports whether a common noun and the mention behind it are one noun group: "spokesman John Kirby",
// "rival Croatia", but not "gave weapons Israel".
func (s *sentence) nounJoins(head int, b int16) bool {
	return s.tok[head].f.flags&fPlural == 0
}

// splitsAfter reports whether a noun at j begins a group of its own behind the mention: "gave Israel weapons", but not "sent
// French troops" nor "gave U.S. weapons to".
func (s *sentence) splitsAfter(m int16, j int) bool {
	x := s.mention(m)
	switch x.Type {
	case gazetteers.Person, gazetteers.Country, gazetteers.Organization, gazetteers.Location:
	case gazetteers.Group:
		if !x.Plural && !s.hasThe(int(s.men[m].a)) {
			return false
		}
	case gazetteers.Nationality:
		if x.Surface != gazetteers.DemonymSurface {
			return false
		}
	default:
		return false
	}
	a := int(s.men[m].a)
	for a--; a >= 0 && (s.tok[a].tag == tDet || s.tok[a].tag == tAdj || s.tok[a].tag == tName); a-- {
	}
	if a < 0 {
		return false
	}
	switch s.tok[a].tag {
	case tVerb, tBase, tEd, tPart, tIng:
		f := s.tok[a].f
		if f.verb == 0 || s.p.lex.verbs[f.verb].flags&fDitrans == 0 {
			return false
		}
	default:
		return false
	}
	for k := j; k < len(s.tok); k++ {
		switch s.tok[k].tag {
		case tNoun, tAdj, tNum, tHyph:
			continue
		case tPrep:
			if prep(s.tok[k].f.arg) != pTo {
				return true
			}
			lex := s.tok[k-1].f.noun
			return lex != 0 && s.p.lex.nouns[lex].classes&s.p.access != 0
		}
		break
	}
	return true
}

// hasThe reports whether a determiner opens the noun group in which token a stands.
func (s *sentence) hasThe(a int) bool {
	for a--; a >= 0 && (s.tok[a].tag == tAdj || s.tok[a].tag == tName); a-- {
	}
	return a >= 0 && s.tok[a].tag == tDet
}

// modifiers reports whether "A and B" are two modifiers of one noun.
func (s *sentence) modifiers(a, b int16) bool {
	x, y := s.mention(a), s.mention(b)
	j := int(s.men[b].b)
	if x.Type != gazetteers.Nationality || y.Type != gazetteers.Nationality && y.Type != gazetteers.Country && y.Type != gazetteers.Organization || j >= len(s.tok) {
		return false
	}
	switch s.tok[j].tag {
	case tNoun, tAdj:
		return true
	case tName:
		t := s.mention(s.tok[j].men).Type
		return t == gazetteers.Group || t == gazetteers.Role
	}
	return false
}

// nounLexeme looks up the head noun, compounds first.
func (s *sentence) nounLexeme(head int, men int16) uint16 {
	if men >= 0 {
		switch s.mention(men).Type {
		case gazetteers.Group, gazetteers.Role, gazetteers.Event:
		default:
			return 0
		}
	}
	f := s.tok[head].f
	if f.flags&fMulti != 0 {
		k := mix(s.doc.Tokens[s.first+head].Hash)
		best := uint16(0)
		for i, steps := head-1, 0; i >= 0 && steps < 2; i-- {
			if s.tok[i].tag == tHyph {
				continue
			}
			k = multiKey(s.doc.Tokens[s.first+i].Hash, k)
			if id, ok := s.p.lex.multi.get(k); ok {
				best = uint16(id)
			}
			steps++
		}
		if best != 0 {
			return best
		}
	}
	return f.noun
}
