package relations

import (
	"errors"
	"fmt"
	"sort"
)

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

const (
	famNone family = iota
	famCooperative
	famHostile
	famTalk // requests, threats, rejections, statements: keep their class
)

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
