package relations

import (
	"attache/gazetteers"
	"attache/ner"
	"attache/text"
)

// Patterns of mentions that the engine knows; the numbers are those of patternNames plus one.
const (
	patRoleHolder = 1 + iota
	patRoleOf
	patRepresents
	patCitizen
	patMemberGroup
	patMemberBracket
	patMemberOf
	patBasedHyphen
	patBasedIn
	patBasedHome
	patLocated
	patKin
	patCounterpart
	patAlsoKnown
	patMust
	patStatement
	patStateOwned
	patKnownOffice
	patKnownHome
	patByPhone
	patCallOn
)

// patterns writes the state relations that lie in how mentions stand beside each other.
func (sc *Scratch) patterns() {
	for i := range sc.men {
		m := sc.mention(int16(i))
		if m.Type == gazetteers.Role || m.Type == gazetteers.Group {
			sc.counterpart(int16(i))
		}
		switch m.Type {
		case gazetteers.Role:
			sc.rolePatterns(int16(i), m)
		case gazetteers.Group:
			if m.Of >= 0 && m.Plural && isMemberWord(sc.text(m)) {
				sc.state(patMemberGroup, sc.men[i].m, m.Of, 1)
			}
		case gazetteers.Person:
			sc.personPatterns(int16(i), m)
		case gazetteers.Organization:
			sc.bodyPatterns(int16(i))
		case gazetteers.Location:
			sc.placePatterns(int16(i))
		}
	}
}

func (sc *Scratch) text(m *ner.Mention) string { return sc.doc.Source[m.Start:m.End] }

// isMemberWord reports whether a group noun means membership.
func isMemberWord(s string) bool {
	switch s {
	case "members", "Members", "lawmakers", "delegates", "member states":
		return true
	}
	return false
}

// state writes one state relation by a pattern's rule.
func (sc *Scratch) state(pattern int, a, b int32, q float32) {
	rule := sc.p.patterns[pattern]
	if rule < 0 || a < 0 || b < 0 || a == b {
		return
	}
	r := &sc.p.rules[rule]
	x, y := sc.arg(a), sc.arg(b)
	if x.Entity >= 0 && x.Entity == y.Entity {
		return
	}
	ma, mb := &sc.res.Mentions[a], &sc.res.Mentions[b]
	ev := text.Span{Start: min(ma.Start, mb.Start), End: max(ma.End, mb.End)}
	sc.rels = append(sc.rels, Relation{Type: r.relation, Class: r.class, CAMEO: r.cameo, Mode: r.mode, Symmetric: r.symmetric, Source: x, Target: y,
		Place: noArg, When: noArg, Attribution: noArg, Tense: Present, Confidence: r.conf * q, Rule: r.id, Trigger: ev, Evidence: ev, Sent: sc.index})
}

func (sc *Scratch) rolePatterns(i int16, m *ner.Mention) {
	self := sc.men[i].m
	office := sc.officeMention(self)
	holder := m.Holder
	if holder >= 0 {
		sc.state(patRoleHolder, holder, self, 1)
	} else if e := sc.arg(self).Entity; e >= 0 && sc.res.Entities[e].Type == gazetteers.Person && !m.Plural {
		holder = sc.shown(self, e) // "the German chancellor", known to be somebody
	}
	if holder >= 0 && m.Of >= 0 {
		q := float32(1)
		if m.Rank == "former" {
			q = 0.9
		}
		switch of := sc.res.Mentions[m.Of].Type; {
		case office && holder == m.Holder:
			sc.state(patRepresents, holder, m.Of, q)
		case office:
			if sc.res.Mentions[holder].Type == gazetteers.Person {
				sc.state(patRepresents, holder, m.Of, 0.9)
			}
		case holder != m.Holder:
		case of == gazetteers.Nationality || of == gazetteers.Country:
			sc.state(patCitizen, holder, m.Of, q)
		case of == gazetteers.Organization:
			sc.state(patMemberOf, holder, m.Of, q)
		}
	}
	switch {
	case m.Of < 0:
	case !office && !m.Plural:
	case m.Plural && isMemberWord(sc.text(m)):
		sc.state(patMemberGroup, self, m.Of, 1)
	default:
		sc.state(patRoleOf, self, m.Of, 1)
	}
}

// counterpart finds "his Japanese counterpart Y" and "Lavrov's counterparts Y and Z".
func (sc *Scratch) counterpart(i int16) {
	last := sc.doc.Tokens[sc.first+int(sc.men[i].b)-1].Hash
	if last != counterpartHash && last != counterpartsHash || i == 0 {
		return
	}
	who := int32(-1)
	for j := i - 1; j >= 0 && j >= i-3 && int(sc.men[i].a)-int(sc.men[j].b) <= 3; j-- {
		switch m := sc.mention(j); m.Type {
		case gazetteers.Pronoun:
			if e := sc.arg(sc.men[j].m).Entity; e >= 0 {
				who = sc.shown(sc.men[j].m, e)
			}
		case gazetteers.Person:
			if sc.doc.Tokens[sc.first+int(sc.men[j].b)].Kind == text.Possessive {
				who = sc.men[j].m
			}
		case gazetteers.Nationality:
			continue
		}
		break
	}
	for j := i + 1; who >= 0 && int(j) < len(sc.men); j++ {
		if sc.mention(j).Type != gazetteers.Person {
			continue
		}
		lo, hi := int(sc.men[i].b), int(sc.men[j].a)
		if last == counterpartHash && hi-lo > 1 || hi-lo > 16 {
			return
		}
		verb := false
		for k := lo; k < hi; k++ {
			if f := sc.tok[k].f; sc.tok[k].men < 0 && (f.vform&(vPast|vThird) != 0 || f.kind == kBe || f.kind == kModal) {
				verb = true
			}
		}
		if verb {
			return
		}
		sc.state(patCounterpart, who, sc.men[j].m, 1)
		if last == counterpartHash {
			return
		}
	}
}

var counterpartHash, counterpartsHash = text.Hash("counterpart"), text.Hash("counterparts")

// gap returns the tokens between two mentions of the sentence.
func (sc *Scratch) gap(a, b int16) (lo, hi int) { return int(sc.men[a].b), int(sc.men[b].a) }

func (sc *Scratch) mark(i int) byte {
	if i < 0 || i >= len(sc.tok) {
		return 0
	}
	return sc.doc.Tokens[sc.first+i].Mark
}

func (sc *Scratch) isPrep(i int, p prep) bool {
	return i >= 0 && i < len(sc.tok) && sc.tok[i].men < 0 && sc.tok[i].f.kind == kPrep && prep(sc.tok[i].f.arg) == p
}

// skipArticle steps over "the".
func (sc *Scratch) skipArticle(i, hi int) int {
	if i < hi && sc.tok[i].men < 0 && sc.tok[i].f.kind == kDet {
		return i + 1
	}
	return i
}

func (sc *Scratch) personPatterns(i int16, m *ner.Mention) {
	self := sc.men[i].m
	if int(i)+1 < len(sc.men) {
		next := sc.mention(i + 1)
		lo, hi := sc.gap(i, i+1)
		switch {
		case next.Type == gazetteers.Organization && hi-lo == 1 && sc.mark(lo) == '(':
			sc.state(patMemberBracket, self, sc.men[i+1].m, 1)
		case next.Type == gazetteers.Organization && hi > lo && sc.isPrep(lo, pOf) && sc.skipArticle(lo+1, hi) == hi:
			sc.state(patMemberOf, self, sc.men[i+1].m, 1)
		}
	}
	// "Israeli writer Amos Oz": a nationality, a lower-case word or two, the name.
	if i > 0 {
		prev := sc.mention(i - 1)
		lo, hi := sc.gap(i-1, i)
		if prev.Type == gazetteers.Nationality && hi-lo <= 2 && hi-lo >= 0 {
			plain := true
			for j := lo; j < hi; j++ {
				d := &sc.doc.Tokens[sc.first+j]
				if d.Kind != text.Word || d.Shape != text.Lower {
					plain = false
				}
			}
			if plain {
				sc.state(patCitizen, self, sc.men[i-1].m, 1)
			}
		}
		if prev.Type == gazetteers.Role && prev.Of < 0 && prev.Holder == self && i > 1 {
			if p := sc.mention(i - 2); p.Type == gazetteers.Nationality && sc.men[i-2].b == sc.men[i-1].a {
				sc.state(patCitizen, self, sc.men[i-2].m, 0.9)
			}
		}
	}
	sc.kin(i)
}

// kin finds "X's wife Y", "his brother Y" and "Y, wife of X".
func (sc *Scratch) kin(i int16) {
	at := int(sc.men[i].a) - 1
	if at >= 0 && sc.mark(at) == ',' {
		at--
	}
	if at >= 1 && sc.isKin(at) {
		j := at - 1
		for j > 0 && sc.tok[j].men < 0 && sc.tok[j].f.kind != kDet && sc.doc.Tokens[sc.first+j].Kind == text.Word && at-j < 3 {
			j--
		}
		switch {
		case sc.tok[j].men >= 0 && sc.mention(sc.tok[j].men).Type == gazetteers.Pronoun:
			if g := sc.men[sc.tok[j].men].m; sc.arg(g).Entity >= 0 {
				sc.state(patKin, sc.shown(g, sc.arg(g).Entity), sc.men[i].m, 0.9)
			}
		case j > 0 && sc.doc.Tokens[sc.first+j].Kind == text.Possessive && sc.tok[j-1].men >= 0 && sc.mention(sc.tok[j-1].men).Type == gazetteers.Person:
			sc.state(patKin, sc.men[sc.tok[j-1].men].m, sc.men[i].m, 1)
		}
	}
	// "Raul Castro, brother of Fidel Castro"
	if int(i)+1 < len(sc.men) {
		lo, hi := sc.gap(i, i+1)
		if sc.mention(i+1).Type == gazetteers.Person && hi-lo >= 3 && hi-lo <= 7 && sc.mark(lo) == ',' {
			for j := lo + 1; j+1 < hi; j++ {
				if sc.isKin(j) && sc.isPrep(j+1, pOf) && hi-j <= 3 {
					sc.state(patKin, sc.men[i].m, sc.men[i+1].m, 1)
				}
			}
		}
	}
}

func (sc *Scratch) isKin(i int) bool {
	if sc.tok[i].men >= 0 && sc.mention(sc.tok[i].men).Type != gazetteers.Role && sc.mention(sc.tok[i].men).Type != gazetteers.Group {
		return false
	}
	n := sc.tok[i].f.noun
	return n != 0 && sc.p.lex.nouns[n].classes&sc.p.kin != 0
}

func (sc *Scratch) bodyPatterns(i int16) {
	self := sc.men[i].m
	if i > 0 {
		prev := sc.mention(i - 1)
		lo, hi := sc.gap(i-1, i)
		placeLike := prev.Type == gazetteers.Location || prev.Type == gazetteers.Country
		switch {
		case placeLike && hi-lo >= 2 && hi-lo <= 5 && sc.mark(lo) == '-' && sc.doc.Tokens[sc.first+lo+1].Hash == basedHash:
			sc.state(patBasedHyphen, self, sc.men[i-1].m, 1)
		case prev.Type == gazetteers.Country && hi-lo >= 1 && hi-lo <= 7 && sc.doc.Tokens[sc.first+lo].Kind == text.Possessive && sc.plainWords(lo+1, hi):
			sc.state(patBasedHome, self, sc.men[i-1].m, 0.95)
			if sc.stateOwned(lo+1, hi) {
				sc.state(patStateOwned, self, sc.men[i-1].m, 1)
			}
		case prev.Type == gazetteers.Nationality && hi-lo <= 6 && sc.plainWords(lo, hi):
			sc.state(patBasedHome, self, sc.men[i-1].m, 1)
			if sc.stateOwned(lo, hi) {
				sc.state(patStateOwned, self, sc.men[i-1].m, 1)
			}
		}
	}
	if int(i)+1 < len(sc.men) {
		next := sc.mention(i + 1)
		lo, hi := sc.gap(i, i+1)
		if next.Type == gazetteers.Location && next.Subtype != "sea" && (hi-lo == 1 && sc.isPrep(lo, pIn) || hi-lo == 2 && sc.isPrep(lo+1, pIn) && sc.doc.Tokens[sc.first+lo].Hash == basedHash) {
			sc.state(patBasedIn, self, sc.men[i+1].m, 0.9)
		}
	}
}

// plainWords reports whether the tokens are lower-case words of one noun group: "state-owned weapons maker".
func (sc *Scratch) plainWords(lo, hi int) bool {
	for j := lo; j < hi; j++ {
		d := &sc.doc.Tokens[sc.first+j]
		if d.Mark == '-' && j > lo {
			continue
		}
		if k := sc.tok[j].f.kind; d.Kind != text.Word || d.Shape != text.Lower || sc.tok[j].men >= 0 || k != kNone && k != kAdj && k != kNum || sc.tok[j].f.vform != 0 && sc.tok[j].f.noun == 0 && d.Len() > 0 && sc.mark(j-1) != '-' {
			return false
		}
	}
	return true
}

// stateOwned reports whether "state-owned", "state-run" or the like stands among the tokens.
func (sc *Scratch) stateOwned(lo, hi int) bool {
	for j := lo; j+2 < hi; j++ {
		if sc.doc.Tokens[sc.first+j].Hash == stateHash && sc.mark(j+1) == '-' {
			switch sc.doc.Tokens[sc.first+j+2].Hash {
			case ownedHash, runHash, controlledHash, backedHash:
				return true
			}
		}
	}
	return false
}

var stateHash, ownedHash, runHash, controlledHash, backedHash = text.Hash("state"), text.Hash("owned"), text.Hash("run"), text.Hash("controlled"), text.Hash("backed")

var basedHash = text.Hash("based")

func (sc *Scratch) placePatterns(i int16) {
	if int(i)+1 >= len(sc.men) {
		return
	}
	next := sc.mention(i + 1)
	if next.Type != gazetteers.Location && next.Type != gazetteers.Country {
		return
	}
	self := sc.mention(i)
	lo, hi := sc.gap(i, i+1)
	switch {
	case hi-lo == 1 && sc.mark(lo) == ',' && (next.Type == gazetteers.Country || next.Subtype == "admin") && self.Subtype != next.Subtype && !sc.listed(i+1):
		sc.state(patLocated, sc.men[i].m, sc.men[i+1].m, 1)
	case hi-lo == 1 && sc.isPrep(lo, pIn) && self.Subtype != "region":
		sc.state(patLocated, sc.men[i].m, sc.men[i+1].m, 0.9)
	case hi-lo >= 1 && hi-lo <= 3 && sc.isPrep(hi-1, pIn) && sc.doc.Tokens[sc.first+lo].Kind == text.Word && sc.tok[lo].f.kind == kNone && sc.tok[lo].f.vform == 0:
		sc.state(patLocated, sc.men[i].m, sc.men[i+1].m, 0.8)
	}
}

// listed reports whether a mention goes on as a member of a list: "Rome, France and Spain".
func (sc *Scratch) listed(i int16) bool {
	if int(i)+1 >= len(sc.men) {
		return false
	}
	lo, hi := sc.gap(i, i+1)
	t := sc.mention(i + 1).Type
	if t != gazetteers.Country && t != gazetteers.Location {
		return false
	}
	for j := lo; j < hi; j++ {
		if sc.tok[j].f.kind == kCoord {
			return hi-lo <= 2
		}
	}
	return hi-lo == 1 && sc.mark(lo) == ',' && int(i)+2 < len(sc.men) && sc.listed(i+1)
}

// isOffice reports whether a role of this subtype stands for the country or body it belongs to: a minister does, a novelist does not.
func isOffice(subtype string) bool {
	switch subtype {
	case "head-of-state", "head-of-government", "foreign-minister", "defence-minister", "minister", "monarch", "ambassador", "envoy", "adviser", "governor", "mayor",
		"agency-head", "head-of-organization", "executive", "spokesperson", "party-leader", "official", "judge", "military", "police", "head":
		return true
	}
	return false
}
