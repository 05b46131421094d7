package relations

import "attache/gazetteers"

// Rule is one validated rule of a rule file. Rules are values of their RuleSet and are not changed after loading.
type Rule struct {
	ID         string // "consult/meet"
	Relation   string // "meet": the type of its relations
	Class      string // PLOVER class, "SAY", or "" for a state
	CAMEO      string
	Mode       string
	Symmetric  bool
	Definition string // what the type means, for the project's docs
	// Pattern names a structure of mentions that the engine knows ("role-holder"), for state relations. It
	// stands in place of triggers.
	Pattern string
	// Triggers of the rule.
	Verbs      []string // verbs, particle verbs and predicate adjectives that decide alone: "meet", "call for"
	Pairs      []Pair   // verb (or $function) with a noun (or $class)
	Nouns      []string // nouns and $classes that trigger by themselves
	NotObjects []string // nouns and $classes that as the verb's object rule it out
	Args       Args
	// SingleObject keeps the rule to verbs without a second object: "called Y", not "called Y a liar".
	SingleObject bool
	// Confidence is the base of the relation's confidence; 0 stands for 0.9.
	Confidence      float32
	Examples        []Example
	Counterexamples []string
	// Pos is where the rule stands: "file:line".
	Pos string

	user bool // of a user's file
}

// Pair is a trigger of two words.
type Pair struct {
	Verb, Noun string // a lemma, or "$" and the name of a function or noun class
}

// Args says where the sides of a rule's relations are looked for.
type Args struct {
	Source, Target Arg1
	Place          bool // look for a place
	// Comitative joins several subjects with each other when there is no second side.
	Reciprocal bool
}

// Arg1 is one argument of a rule: slots in the order in which they are tried, and what may fill them.
type Arg1 struct {
	Slots []string          // "subject", "object", "recipient", "possessor", "modifier", or a preposition
	Types []gazetteers.Type // nil: any actor
}

// Example is a sentence and the relations that must be found in it.
type Example struct {
	Text string
	Want []Wanted
	Pos  string
}

// Wanted is a relation that an example asks for: "meet(A, B) place=P polarity=negated". Empty facets are not checked.
type Wanted struct {
	Type, Source, Target                                         string
	Place, Date, Polarity, Modality, Class, Attribution, written string
}

// String returns the wanted relation as it was written.
func (w Wanted) String() string { return w.written }

// RuleSet is the contents of one or more rule files, validated.
type RuleSet struct {
	Rules []Rule
	lex   words
}

// User returns the rules that came from users' files.
func (rs *RuleSet) User() []Rule {
	var out []Rule
	for _, r := range rs.Rules {
		if r.user {
			out = append(out, r)
		}
	}
	return out
}

// words is the lexicon as it was written.
type words struct {
	functions  []wordGroup // verb functions
	classes    []wordGroup // noun classes
	verbs      []string    // plain verbs, for the grammar
	adjectives []string    // plain adjectives
	predAdj    []string    // adjectives that act as verbs do
	irregular  [][]string  // base, past, participle, third, ing
	plurals    [][2]string
	ditransitive, verbFirst,
	transparent, controlObject []string
}

// wordGroup is a named list of words.
type wordGroup struct {
	name  string
	words []string
}
