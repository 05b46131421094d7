package relations

import (
	"strings"

	"attache/gazetteers"

	"gopkg.in/yaml.v3"
)

// Schema is the value of a rule file's schema key.
const Schema = "attache/rules/v1"

var (
	fileKeys = []string{"schema", "class", "sets", "args", "rules", "functions", "classes", "verbs", "adjectives", "predicate_adjectives",
		"irregular", "plurals", "ditransitive", "transparent", "object_control", "verb_first", "note"}
	ruleKeys = []string{"id", "relation", "class", "cameo", "mode", "symmetric", "definition", "pattern", "triggers", "args", "confidence",
		"examples", "counterexamples", "remove", "note"}
	triggerKeys = []string{"verbs", "pairs", "nouns", "not_objects", "single_object"}
	argKeys     = []string{"source", "target", "place", "reciprocal"}
	sideKeys    = []string{"slots", "types"}
	slotNames   = []string{"subject", "object", "recipient", "possessor", "modifier", "agent", "owner", "clause", "infinitive"}
	classNames  = []string{"CONSULT", "AGREE", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
		"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "SAY", "STATE"}
	patternNames = []string{"role-holder", "role-of", "represents", "citizen", "member-group", "member-bracket", "member-of", "based-hyphen", "based-in", "based-home",
		"located", "kin", "counterpart", "also-known", "must", "statement", "state-owned", "known-office", "known-home", "by-phone", "call-on"}
)

// Source is the text of one rule file.
type Source struct {
	Name string
	Data []byte
	// User marks a file on top of the built-in ones: its triggers win over theirs.
	User bool
}

// Load reads rule files, the later ones on top of the earlier: a rule with the id of an earlier one replaces it, "remove:
// true" takes it out; word lists are added to. All the mistakes of all the files are returned, joined, each a *LoadError; set may be nil when no
// user types are needed.
func Load(set *gazetteers.Set, files ...Source) (*RuleSet, error) {
	rs := &RuleSet{}
	l := &loader{rs: rs, set: set, byID: map[string]int{}, user: map[string]bool{}}
	for _, f := range files {
		l.reader, l.isUser = reader{file: f.Name}, f.User
		l.file(f.Data)
		l.all = append(l.all, l.errs...)
	}
	l.check()
	if len(l.all) > 0 {
		return nil, joined(l.all)
	}
	return rs, nil
}

type loader struct {
	reader
	rs     *RuleSet
	set    *gazetteers.Set
	byID   map[string]int
	user   map[string]bool // rules of the user's files
	isUser bool
	all    []error
	// of the file being read
	class string
	args  Args
	sets  map[string][]gazetteers.Type
	ids   map[string]bool
}

func (l *loader) file(data []byte) {
	root := l.parse(data)
	if root == nil {
		return
	}
	l.class, l.args, l.ids = "", Args{}, map[string]bool{}
	l.sets = map[string][]gazetteers.Type{"ACTOR": nil}
	schema := false
	w := &l.rs.lex
	// Sets and defaults are read before rules wherever they stand.
	var rules *yaml.Node
	var defaults *yaml.Node
	l.mapping(root, "the file", fileKeys, func(key string, k, v *yaml.Node) {
		switch key {
		case "schema":
			schema = true
			if s := l.text(v, "schema"); s != Schema {
				l.errorf(v, "schema %q, expected %q", s, Schema)
			}
		case "class":
			l.class = l.oneOf(v, "class", classNames)
		case "sets":
			l.mapping(v, "sets", nil, func(name string, _, v *yaml.Node) { l.sets[name] = l.types(v) })
		case "args":
			defaults = v
		case "rules":
			rules = v
		case "functions":
			w.functions = l.groups(v, "functions", w.functions)
		case "classes":
			w.classes = l.groups(v, "classes", w.classes)
		case "verbs":
			w.verbs = append(w.verbs, l.texts(v, "verbs")...)
		case "adjectives":
			w.adjectives = append(w.adjectives, l.texts(v, "adjectives")...)
		case "predicate_adjectives":
			w.predAdj = append(w.predAdj, l.texts(v, "predicate_adjectives")...)
		case "irregular":
			l.list(v, "irregular", func(c *yaml.Node) {
				f := l.texts(c, "irregular verb")
				if len(f) < 3 || len(f) > 5 {
					l.errorf(c, "irregular verb of %d forms, expected [base, past, participle] and perhaps third person and -ing form", len(f))
					return
				}
				w.irregular = append(w.irregular, f)
			})
		case "plurals":
			l.list(v, "plurals", func(c *yaml.Node) {
				f := l.texts(c, "plural")
				if len(f) != 2 {
					l.errorf(c, "%d words, expected [singular, plural]", len(f))
					return
				}
				w.plurals = append(w.plurals, [2]string{f[0], f[1]})
			})
		case "ditransitive":
			w.ditransitive = append(w.ditransitive, l.texts(v, key)...)
		case "transparent":
			w.transparent = append(w.transparent, l.texts(v, key)...)
		case "object_control":
			w.controlObject = append(w.controlObject, l.texts(v, key)...)
		case "verb_first":
			w.verbFirst = append(w.verbFirst, l.texts(v, key)...)
		}
	})
	if !schema {
		l.errorf(root, "schema missing, expected %q", Schema)
	}
	if defaults != nil {
		l.args = l.argsOf(defaults, Args{})
	}
	if rules != nil {
		l.list(rules, "rules", l.rule)
	}
}

func (l *loader) groups(n *yaml.Node, what string, have []wordGroup) []wordGroup {
	l.mapping(n, what, nil, func(name string, k, v *yaml.Node) {
		list := l.texts(v, name)
		for i := range have {
			if have[i].name == name {
				have[i].words = append(have[i].words, list...)
				return
			}
		}
		have = append(have, wordGroup{name, list})
	})
	return have
}

func (l *loader) oneOf(n *yaml.Node, what string, list []string) string {
	s := l.text(n, what)
	if s == "" || contains(list, s) {
		return s
	}
	if c := closest(s, list); c != "" {
		l.errorf(n, "unknown %s %q, did you mean %q?", what, s, c)
	} else {
		l.errorf(n, "unknown %s %q, expected one of %s", what, s, strings.Join(list, ", "))
	}
	return ""
}

var typeNames = map[string]gazetteers.Type{
	"PERSON": gazetteers.Person, "ROLE": gazetteers.Role, "COUNTRY": gazetteers.Country, "NATIONALITY": gazetteers.Nationality,
	"LOCATION": gazetteers.Location, "ORGANIZATION": gazetteers.Organization, "GROUP": gazetteers.Group, "EVENT": gazetteers.Event,
}

// types reads "$SET", a type or a list of both.
func (l *loader) types(n *yaml.Node) []gazetteers.Type {
	var out []gazetteers.Type
	one := func(c *yaml.Node) {
		s := l.text(c, "type")
		switch {
		case s == "":
		case strings.HasPrefix(s, "$"):
			t, ok := l.sets[s[1:]]
			if !ok {
				l.errorf(c, "unknown set %q, expected one defined under sets", s)
			}
			out = append(out, t...)
		default:
			t, ok := typeNames[s]
			if !ok && l.set != nil {
				t, ok = userType(l.set, s)
			}
			if !ok {
				names := []string{"PERSON", "ROLE", "COUNTRY", "NATIONALITY", "LOCATION", "ORGANIZATION", "GROUP", "EVENT"}
				if g := closest(s, names); g != "" {
					l.errorf(c, "unknown type %q, did you mean %q?", s, g)
				} else {
					l.errorf(c, "unknown type %q, expected one of %s or a type of the loaded gazetteers", s, strings.Join(names, ", "))
				}
			}
			out = append(out, t)
		}
	}
	if n.Kind == yaml.SequenceNode {
		l.list(n, "types", one)
	} else {
		one(n)
	}
	return out
}

func (l *loader) argsOf(n *yaml.Node, a Args) Args {
	l.mapping(n, "args", argKeys, func(key string, k, v *yaml.Node) {
		switch key {
		case "source":
			a.Source = l.side(v, a.Source)
		case "target":
			a.Target = l.side(v, a.Target)
		case "place":
			a.Place = l.flag(v, "place")
		case "reciprocal":
			a.Reciprocal = l.flag(v, "reciprocal")
		}
	})
	return a
}

func (l *loader) side(n *yaml.Node, s Arg1) Arg1 {
	l.mapping(n, "a side", sideKeys, func(key string, k, v *yaml.Node) {
		switch key {
		case "slots":
			s.Slots = nil
			l.list(v, "slots", func(c *yaml.Node) {
				name := l.text(c, "slot")
				if name == "" {
					return
				}
				if _, ok := slotOf(name); !ok {
					if g := closest(name, slotNames); g != "" {
						l.errorf(c, "unknown slot %q, did you mean %q?", name, g)
					} else {
						l.errorf(c, "unknown slot %q, expected one of %s or a preposition", name, strings.Join(slotNames, ", "))
					}
					return
				}
				s.Slots = append(s.Slots, name)
			})
		case "types":
			s.Types = l.types(v)
		}
	})
	return s
}
