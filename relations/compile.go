package relations

import (
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"

	"attache/gazetteers"
)

// slot is a place in a clause frame where a side may stand: one of the constants below, or slotPrep plus a preposition.
type slot uint8

const (
	slotSubject slot = 1 + iota
	slotObject
	slotRecipient      // first of two objects: "gave Israel a warning"
	slotPossessor      // of a noun trigger: "Albright's visit"
	slotModifier       // names before a noun trigger: "US-China talks"
	slotAgent          // "by" phrase
	slotOwner          // possessor or modifier of the verb's object: "praised Japan's decision"
	slotInf            // object that an infinitive follows: "wants Syria to leave"
	slotClause         // subject of the that-clause: "demanded that Syria leave"
	slotPrep      slot = 32
)

func slotOf(name string) (slot, bool) {
	switch name {
	case "subject":
		return slotSubject, true
	case "object":
		return slotObject, true
	case "recipient":
		return slotRecipient, true
	case "possessor":
		return slotPossessor, true
	case "modifier":
		return slotModifier, true
	case "agent":
		return slotAgent, true
	case "owner":
		return slotOwner, true
	}
	switch name {
	case "clause":
		return slotClause, true
	case "infinitive":
		return slotInf, true
	}
	for _, p := range prepWords {
		if p.word == name {
			return slotPrep + slot(p.p), true
		}
	}
	return 0, false
}

func (s slot) String() string {
	switch {
	case s >= slotPrep:
		for _, p := range prepWords {
			if p.p == prep(s-slotPrep) {
				return p.word
			}
		}
	case s > 0 && s <= slotClause:
		return [...]string{"subject", "object", "recipient", "possessor", "modifier", "agent", "owner", "infinitive", "clause"}[s-1]
	}
	return "slot"
}

// typeSet is a set of entity types, by bit; 0 stands for any actor.
type typeSet uint64

const actors = typeSet(1<<gazetteers.Person | 1<<gazetteers.Role | 1<<gazetteers.Country | 1<<gazetteers.Nationality |
	1<<gazetteers.Organization | 1<<gazetteers.Group | 1<<gazetteers.Pronoun)

// crule is a rule as the engine reads it.
type crule struct {
	id, relation, class, cameo, mode string
	symmetric, place, reciprocal     bool
	src, tgt                         []slot
	srcTypes, tgtTypes               typeSet
	conf                             float32
	pattern                          uint8 // index+1 into patternNames
	family                           family
	single                           bool
	owner                            bool // the owner of a thing may stand for it
}

// family groups the classes for the derivation of PLOVER's class.
type family uint8

const (
	famNone family = iota
	famCooperative
	famHostile
	famTalk // requests, threats, rejections, statements: keep their class
)

func familyOf(class string) family {
	switch class {
	case "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT":
		return famCooperative
	case "SANCTION", "COERCE", "ASSAULT", "PROTEST", "MOBILIZE":
		return famHostile
	case "":
		return famNone
	}
	return famTalk
}

// program is a compiled rule set.
type program struct {
	lex   lexicon
	rules []crule
	// Verb functions that the grammar asks for by name.
	fn [numFns]uint32
	// patterns[p] is the rule of pattern p, or −1.
	patterns []int32
	// transparent and other noun classes the grammar asks for by name.
	transparent, people, kin, access, endings, speech, placehead, thingLike, occupation, phone, deeds, refusals, demands uint64
	control                                                                                                              []uint16 // sorted verb lexemes whose object is the subject of their infinitive
}

// Functions the grammar uses; the data must define them.
const (
	fnDo = iota
	fnAspect
	fnAgree
	fnSay
	fnDemand
	fnEnd
	fnRefuse
	fnFail
	fnThreaten
	fnCondemn
	fnAllow
	fnSupport
	fnCause
	fnWant
	fnMove
	fnVoice
	numFns
)

var fnNames = [numFns]string{"do", "aspect", "agree", "say", "demand", "end", "refuse", "fail", "threaten", "condemn", "allow", "support", "cause", "want", "move", "voice"}

// compiler builds a program.
type compiler struct {
	p       *program
	hashes  []uint64
	forms   []form
	byHash  map[uint64]int
	verbs   map[string]uint16
	nouns   map[string]uint16
	irr     map[string][]string
	plural  map[string]string
	classes map[string]int
	funcs   map[string]int
	multi   map[uint64]int32
	phrasal map[uint64]int32
	pairs   map[uint64]int32
	errs    []error
}

// compile turns a validated rule set into tables. It fails only when triggers contradict each other.
func compile(rs *RuleSet) (*program, error) {
	p, _, err := compileAll(rs)
	return p, err
}

// compileAll is compile; it returns the hashes of the word forms too.
func compileAll(rs *RuleSet) (*program, []uint64, error) {
	c := &compiler{p: &program{}, byHash: map[uint64]int{}, verbs: map[string]uint16{}, nouns: map[string]uint16{}, irr: map[string][]string{},
		plural: map[string]string{}, classes: map[string]int{}, funcs: map[string]int{}, multi: map[uint64]int32{}, phrasal: map[uint64]int32{}, pairs: map[uint64]int32{}}
	c.p.lex.verbs = []verbLex{{rule: -1, rule2: -1}}
	c.p.lex.nouns = []nounLex{{rule: -1}}
	c.forms = []form{{}} // forms[0] is no word
	c.hashes = []uint64{^uint64(0)}
	for _, f := range rs.lex.irregular {
		c.irr[f[0]] = f
	}
	for _, f := range rs.lex.plurals {
		c.plural[f[0]] = f[1]
	}
	c.closed()
	for i, g := range rs.lex.functions {
		c.funcs[g.name] = i
		for _, v := range g.words {
			c.p.lex.verbs[c.verb(v)].funcs |= 1 << i
		}
	}
	for i, g := range rs.lex.classes {
		c.classes[g.name] = i
		for _, n := range g.words {
			c.p.lex.nouns[c.noun(n)].classes |= 1 << i
		}
	}
	for i, name := range fnNames {
		if j, ok := c.funcs[name]; ok {
			c.p.fn[i] = 1 << j
		}
	}
	for _, v := range rs.lex.predAdj {
		c.predAdj(v)
	}
	for _, v := range rs.lex.verbs {
		c.verb(v)
	}
	for _, v := range rs.lex.ditransitive {
		id := c.verb(v)
		c.p.lex.verbs[id].flags |= fDitrans
	}
	for _, n := range rs.lex.transparent {
		id := c.noun(n)
		if i, ok := c.classes["transparent"]; ok {
			c.p.lex.nouns[id].classes |= 1 << i
		}
	}
	c.p.transparent, c.p.people, c.p.kin, c.p.access, c.p.refusals, c.p.demands = c.classBit("transparent"), c.classBit("people"), c.classBit("kin"), c.classBit("access"), c.classBit("refusal"), c.classBit("demand")|c.classBit("proposal")
	c.p.endings, c.p.speech, c.p.placehead = c.classBit("ending"), c.classBit("speechact"), c.classBit("placehead")
	c.p.phone = c.classBit("phone") | c.classBit("call")
	c.p.occupation = c.classBit("occupation")
	c.p.thingLike = c.classBit("plain") | c.classBit("thing") | c.classBit("aid") | c.classBit("force")
	c.p.deeds = ^(c.p.people | c.p.placehead | c.p.transparent | c.classBit("plain") | c.classBit("force") | c.classBit("captive") | c.classBit("refugee") | c.classBit("diplomat"))
	for _, v := range rs.lex.controlObject {
		c.p.control = append(c.p.control, c.verb(v))
	}
	sort.Slice(c.p.control, func(i, j int) bool { return c.p.control[i] < c.p.control[j] })
	c.p.patterns = make([]int32, len(patternNames)+1)
	for i := range c.p.patterns {
		c.p.patterns[i] = -1
	}
	for i := range rs.Rules {
		c.rule(int32(i), &rs.Rules[i])
	}
	for i := range rs.Rules {
		c.notObjects(&rs.Rules[i])
	}
	for _, a := range rs.lex.adjectives {
		f := &c.forms[c.form(a)]
		f.flags |= fAdj
		if f.kind == kNone {
			f.kind = kAdj
		}
	}
	for _, v := range rs.lex.verbFirst {
		c.forms[c.form(v)].flags |= fVerbFirst
	}
	if len(c.errs) > 0 {
		return nil, nil, errors.Join(c.errs...)
	}
	c.mark()
	l := &c.p.lex
	if len(c.forms) > 1<<16-1 {
		return nil, nil, fmt.Errorf("%d word forms in the rules, expected at most %d", len(c.forms), 1<<16-1)
	}
	l.buildForms(c.hashes, c.forms)
	l.multi, l.phrasal, l.pairs = tableOf(c.multi), tableOf(c.phrasal), tableOf(c.pairs)
	return c.p, c.hashes, nil
}

func (c *compiler) classBit(name string) uint64 {
	if i, ok := c.classes[name]; ok {
		return 1 << i
	}
	return 0
}

func tableOf(m map[uint64]int32) pairTable {
	keys := make([]uint64, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	vals := make([]int32, len(keys))
	for i, k := range keys {
		vals[i] = m[k]
	}
	return newPairTable(keys, vals)
}

// form returns the index of a word's form record, made on first need.
func (c *compiler) form(w string) int {
	h := wordHash(w)
	if i, ok := c.byHash[h]; ok {
		return i
	}
	c.byHash[h] = len(c.forms)
	c.hashes = append(c.hashes, h)
	c.forms = append(c.forms, form{})
	return len(c.forms) - 1
}

func (c *compiler) closed() {
	set := func(w string, k kind, arg uint8) {
		f := &c.forms[c.form(strings.TrimSuffix(w, "-adv"))]
		if f.kind == kNone {
			f.kind, f.arg = k, arg
		}
	}
	set("to", kTo, uint8(pTo))
	for _, p := range prepWords {
		set(p.word, kPrep, uint8(p.p))
	}
	for _, g := range modalAdjectives {
		for _, w := range strings.Fields(g.words) {
			set(w, kAdj, g.arg)
			c.forms[c.form(w)].flags |= fAdj
		}
	}
	for _, g := range closedWords {
		for _, w := range strings.Fields(g.words) {
			set(w, g.k, g.arg)
		}
	}
}

// verb returns the lexeme of a verb or particle verb, made on first need with all its forms.
func (c *compiler) verb(lemma string) uint16 {
	if id, ok := c.verbs[lemma]; ok {
		return id
	}
	words := strings.Fields(lemma)
	if len(words) > 1 {
		id := c.verb(words[0])
		for i := 1; i < len(words); i++ {
			id = c.particle(id, strings.Join(words[:i+1], " "), words[i])
		}
		return id
	}
	id := uint16(len(c.p.lex.verbs))
	c.p.lex.verbs = append(c.p.lex.verbs, verbLex{lemma: lemma, rule: -1, rule2: -1})
	c.verbs[lemma] = id
	f := [5]string{lemma, "", "", "", ""}
	copy(f[:], c.irr[lemma])
	if f[1] == "" {
		f[1] = pastForm(lemma)
		f[2] = f[1]
	}
	if f[3] == "" {
		f[3] = thirdPerson(lemma)
	}
	if f[4] == "" {
		f[4] = ingForm(lemma)
	}
	for i, bit := range [5]uint8{vBase, vPast, vPart, vThird, vIng} {
		for _, w := range strings.Split(f[i], "/") {
			x := &c.forms[c.form(w)]
			if x.verb == 0 || x.verb == id {
				x.verb = id
				x.vform |= bit
			}
		}
	}
	return id
}

func (c *compiler) particle(base uint16, lemma, word string) uint16 {
	if id, ok := c.verbs[lemma]; ok {
		return id
	}
	p, ok := slotOf(word)
	if !ok || p < slotPrep {
		c.errs = append(c.errs, fmt.Errorf("particle verb %q: %q is no particle", lemma, word))
		return base
	}
	id := uint16(len(c.p.lex.verbs))
	c.p.lex.verbs = append(c.p.lex.verbs, verbLex{lemma: lemma, rule: -1, rule2: -1, parent: base, prepObj: prep(p - slotPrep)})
	c.p.lex.verbs[base].phrasal = true
	c.verbs[lemma] = id
	c.phrasal[uint64(base)<<8|uint64(p-slotPrep)] = int32(id)
	return id
}

// predAdj makes a predicate adjective: a lexeme with one form.
func (c *compiler) predAdj(w string) uint16 {
	if id, ok := c.verbs[w]; ok {
		c.p.lex.verbs[id].isAdj = true
		x := &c.forms[c.form(w)]
		x.flags |= fPredAdj | fAdj
		return id
	}
	id := uint16(len(c.p.lex.verbs))
	c.p.lex.verbs = append(c.p.lex.verbs, verbLex{lemma: w, rule: -1, rule2: -1, isAdj: true})
	c.verbs[w] = id
	x := &c.forms[c.form(w)]
	if x.verb == 0 {
		x.verb = id
	}
	x.flags |= fPredAdj | fAdj
	return id
}

// noun returns the lexeme of a noun or compound, made on first need with its plural.
func (c *compiler) noun(lemma string) uint16 {
	if id, ok := c.nouns[lemma]; ok {
		return id
	}
	id := uint16(len(c.p.lex.nouns))
	c.p.lex.nouns = append(c.p.lex.nouns, nounLex{lemma: lemma, rule: -1})
	c.nouns[lemma] = id
	words := strings.FieldsFunc(lemma, func(r rune) bool { return r == ' ' || r == '-' })
	head := words[len(words)-1]
	pl, ok := c.plural[head]
	if !ok {
		pl = pluralForm(head)
	}
	if len(words) == 1 {
		x := c.form(head)
		if c.forms[x].noun == 0 {
			c.forms[x].noun = id
			if strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss") {
				c.forms[x].flags |= fPlural
			}
		}
		y := c.form(pl)
		if c.forms[y].noun == 0 {
			c.forms[y].noun = id
			c.forms[y].flags |= fPlural
		}
		return id
	}
	for _, h := range []string{head, pl} {
		x := c.form(h)
		c.forms[x].flags |= fMulti
		k := uint64(0)
		for i := len(words) - 1; i >= 0; i-- {
			w := words[i]
			if i == len(words)-1 {
				w = h
			}
			if k == 0 {
				k = mix(wordHash(w))
			} else {
				k = multiKey(wordHash(w), k)
			}
		}
		if _, ok := c.multi[k]; !ok {
			c.multi[k] = int32(id)
		}
		if c.forms[x].noun == 0 {
			// The head alone is a plain noun.
			c.noun(head)
		}
	}
	return id
}

func (c *compiler) rule(i int32, r *Rule) {
	cr := crule{id: r.ID, relation: r.Relation, class: r.Class, cameo: r.CAMEO, mode: r.Mode, symmetric: r.Symmetric, place: r.Args.Place,
		reciprocal: r.Args.Reciprocal, single: r.SingleObject, conf: r.Confidence, family: familyOf(r.Class)}
	if cr.conf == 0 {
		cr.conf = 0.9
	}
	for _, s := range r.Args.Source.Slots {
		x, _ := slotOf(s)
		cr.src = append(cr.src, x)
	}
	for _, s := range r.Args.Target.Slots {
		x, _ := slotOf(s)
		cr.tgt = append(cr.tgt, x)
	}
	cr.srcTypes, cr.tgtTypes = typesOf(r.Args.Source.Types), typesOf(r.Args.Target.Types)
	cr.owner = slices.Contains(cr.tgt, slotOwner)
	for p, name := range patternNames {
		if name == r.Pattern {
			cr.pattern = uint8(p + 1)
			if c.p.patterns[p+1] < 0 || r.user {
				c.p.patterns[p+1] = i
			}
		}
	}
	c.p.rules = append(c.p.rules, cr)
	for _, v := range r.Verbs {
		if x := &c.p.lex.verbs[c.verb(v)]; x.rule < 0 {
			x.rule = i
		} else if r.user {
			x.rule, x.rule2 = i, x.rule
		} else {
			x.rule2 = i
		}
	}
	for _, n := range r.Nouns {
		if strings.HasPrefix(n, "$") {
			bit := uint64(1) << c.classes[n[1:]]
			for j := range c.p.lex.nouns {
				if x := &c.p.lex.nouns[j]; x.classes&bit != 0 && x.rule < 0 {
					x.rule = i
				}
			}
		} else {
			c.p.lex.nouns[c.noun(n)].rule = i
		}
	}
	for _, p := range r.Pairs {
		c.pairs[c.pair(p)] = i
	}
}

func (c *compiler) pair(p Pair) uint64 {
	lk, l := pairVerb, uint64(0)
	if strings.HasPrefix(p.Verb, "$") {
		lk, l = pairFunc, uint64(c.funcs[p.Verb[1:]])
	} else {
		l = uint64(c.verb(p.Verb))
	}
	rk, r := pairNoun, uint64(0)
	if strings.HasPrefix(p.Noun, "$") {
		rk, r = pairClass, uint64(c.classes[p.Noun[1:]])
	} else {
		r = uint64(c.noun(p.Noun))
	}
	return pairKey(lk, l, rk, r)
}

func (c *compiler) notObjects(r *Rule) {
	for _, n := range r.NotObjects {
		for _, v := range r.Verbs {
			if k := c.pair(Pair{v, n}); k != 0 {
				if _, ok := c.pairs[k]; !ok {
					c.pairs[k] = -1
				}
			}
		}
	}
}

func typesOf(list []gazetteers.Type) typeSet {
	var s typeSet
	for _, t := range list {
		if t < 64 {
			s |= 1 << t
		}
	}
	return s
}

// mark notes which words can trigger a rule, so that sentences without one are passed over: verbs that have a rule of their own
// or head a particle verb that has, nouns that have one or stand in a pair.
func (c *compiler) mark() {
	l := &c.p.lex
	nouns, classes := map[uint64]bool{}, uint64(0)
	for k, r := range c.pairs {
		if r < 0 {
			continue
		}
		if k>>56&15 == pairClass {
			classes |= 1 << (k & 63)
		} else {
			nouns[k&(1<<24-1)] = true
		}
	}
	for i := range l.verbs {
		v := &l.verbs[i]
		v.trigger = v.rule >= 0
		for p := v.parent; v.rule >= 0 && p != 0; p = l.verbs[p].parent {
			l.verbs[p].particles = true
		}
	}
	for i := range l.nouns {
		n := &l.nouns[i]
		n.trigger = n.rule >= 0 || n.classes&classes != 0 || nouns[uint64(i)]
	}
}
