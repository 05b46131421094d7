package relations

import (
	"fmt"
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
		"located", "kin", "counterpart", "also-known", "must", "statement", "state-owned", "known-office", "known-home", "by-phone"}
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

func (l *loader) rule(n *yaml.Node) {
	r := Rule{Class: l.class, Args: l.args, user: l.isUser, Pos: fmt.Sprintf("%s:%d", l.reader.file, n.Line)}
	remove, class := false, false
	var idNode *yaml.Node
	l.mapping(n, "a rule", ruleKeys, func(key string, k, v *yaml.Node) {
		switch key {
		case "id":
			idNode = v
			r.ID = l.text(v, "id")
		case "relation":
			r.Relation = l.text(v, "relation")
		case "class":
			class = true
			r.Class = l.oneOf(v, "class", classNames)
		case "cameo":
			r.CAMEO = l.text(v, "cameo")
			if strings.Trim(r.CAMEO, "0123456789") != "" || len(r.CAMEO) > 4 {
				l.errorf(v, "cameo %q, expected a code of two to four digits in quotes", r.CAMEO)
			}
		case "mode":
			r.Mode = l.text(v, "mode")
		case "symmetric":
			r.Symmetric = l.flag(v, "symmetric")
		case "definition":
			r.Definition = l.text(v, "definition")
		case "pattern":
			r.Pattern = l.oneOf(v, "pattern", patternNames)
		case "triggers":
			l.triggers(v, &r)
		case "args":
			r.Args = l.argsOf(v, l.args)
		case "confidence":
			var f float64
			if v.Decode(&f) != nil || f <= 0 || f > 1 {
				l.errorf(v, "confidence %s, expected a number above 0 and up to 1", nodeName(v))
			}
			r.Confidence = float32(f)
		case "examples":
			l.list(v, "examples", func(c *yaml.Node) { r.Examples = append(r.Examples, l.example(c)) })
		case "counterexamples":
			r.Counterexamples = l.texts(v, "counterexamples")
		case "remove":
			remove = l.flag(v, "remove")
		}
	})
	if r.ID == "" {
		if idNode == nil {
			l.errorf(n, "rule without id")
		}
		return
	}
	if l.ids[r.ID] {
		l.errorf(idNode, "rule id %q stands twice in this file", r.ID)
		return
	}
	l.ids[r.ID] = true
	at, old := l.byID[r.ID]
	if l.isUser {
		l.user[r.ID] = true
	}
	if remove {
		if !old {
			l.errorf(idNode, "no rule %q to remove", r.ID)
			return
		}
		l.rs.Rules[at].ID = ""
		delete(l.byID, r.ID)
		return
	}
	if r.Class == "STATE" {
		r.Class = ""
	} else if r.Class == "" && !class {
		l.errorf(n, "rule %q without class, expected class here or at the head of the file", r.ID)
	}
	if r.Relation == "" {
		l.errorf(n, "rule %q without relation, expected the type of the relations it makes", r.ID)
	}
	if r.Pattern == "" && len(r.Verbs)+len(r.Pairs)+len(r.Nouns) == 0 {
		l.errorf(n, "rule %q without triggers, expected verbs, pairs or nouns", r.ID)
	}
	if len(r.Examples) == 0 {
		l.errorf(n, "rule %q without examples, expected at least one sentence with the relations wanted", r.ID)
	}
	if r.Pattern == "" && (len(r.Args.Source.Slots) == 0 || len(r.Args.Target.Slots) == 0) {
		l.errorf(n, "rule %q without source and target slots, expected args here or at the head of the file", r.ID)
	}
	if old {
		l.rs.Rules[at] = r
		return
	}
	l.byID[r.ID] = len(l.rs.Rules)
	l.rs.Rules = append(l.rs.Rules, r)
}

func (l *loader) triggers(n *yaml.Node, r *Rule) {
	l.mapping(n, "triggers", triggerKeys, func(key string, k, v *yaml.Node) {
		switch key {
		case "verbs":
			r.Verbs = l.texts(v, "verbs")
		case "nouns":
			r.Nouns = l.texts(v, "nouns")
		case "single_object":
			r.SingleObject = l.flag(v, "single_object")
		case "not_objects":
			r.NotObjects = l.texts(v, "not_objects")
		case "pairs":
			l.list(v, "pairs", func(c *yaml.Node) {
				s := l.text(c, "pair")
				verb, noun, ok := strings.Cut(s, " + ")
				if s != "" && !ok {
					l.errorf(c, "pair %q, expected \"verb + noun\"", s)
				} else if s != "" {
					r.Pairs = append(r.Pairs, Pair{strings.TrimSpace(verb), strings.TrimSpace(noun)})
				}
			})
		}
	})
}

func (l *loader) example(n *yaml.Node) Example {
	ex := Example{Pos: fmt.Sprintf("%s:%d", l.reader.file, n.Line)}
	l.mapping(n, "an example", []string{"text", "want"}, func(key string, k, v *yaml.Node) {
		switch key {
		case "text":
			ex.Text = l.text(v, "text")
		case "want":
			l.list(v, "want", func(c *yaml.Node) {
				s := l.text(c, "want")
				if s == "" {
					return
				}
				w, err := parseWanted(s)
				if err != "" {
					l.errorf(c, "%s", err)
				}
				ex.Want = append(ex.Want, w)
			})
		}
	})
	if ex.Text == "" || len(ex.Want) == 0 {
		l.errorf(n, "example without text or want")
	}
	return ex
}

// parseWanted reads "type(source, target) facet=value …"; the second result is what is wrong with it.
func parseWanted(s string) (Wanted, string) {
	w := Wanted{written: s}
	bad := fmt.Sprintf("want %q, expected \"type(source, target) place=… date=… polarity=… modality=… class=…\"", s)
	name, rest, ok := strings.Cut(s, "(")
	if !ok {
		return w, bad
	}
	sides, facets, ok := strings.Cut(rest, ")")
	if !ok {
		return w, bad
	}
	a, b, ok := strings.Cut(sides, ", ")
	if !ok || name == "" || a == "" || b == "" {
		return w, bad
	}
	w.Type, w.Source, w.Target = strings.TrimSpace(name), strings.TrimSpace(a), strings.TrimSpace(b)
	var cur *string
	for _, f := range strings.Fields(facets) {
		if key, v, ok := strings.Cut(f, "="); ok {
			switch key {
			case "place":
				cur = &w.Place
			case "date":
				cur = &w.Date
			case "polarity":
				cur = &w.Polarity
			case "modality":
				cur = &w.Modality
			case "class":
				cur = &w.Class
			case "by":
				cur = &w.Attribution
			default:
				return w, fmt.Sprintf("want %q: unknown facet %q, expected place, date, polarity, modality, class or by", s, key)
			}
			*cur = v
		} else if cur != nil {
			*cur += " " + f
		} else {
			return w, bad
		}
	}
	return w, ""
}

// check looks at what can only be seen when all the files are read: words of functions and classes, doubled triggers.
func (l *loader) check() {
	rules := l.rs.Rules[:0]
	for _, r := range l.rs.Rules {
		if r.ID != "" {
			rules = append(rules, r)
		}
	}
	l.rs.Rules = rules
	funcs, classes := names(l.rs.lex.functions), names(l.rs.lex.classes)
	if len(funcs) > 32 || len(classes) > 64 {
		l.all = append(l.all, fmt.Errorf("%d verb functions and %d noun classes, expected at most 32 and 64", len(funcs), len(classes)))
	}
	claimed := map[string]string{}
	for i := range rules {
		r := &rules[i]
		claim := func(what string) {
			if by, ok := claimed[what]; ok && !l.user[r.ID] && (!strings.HasPrefix(what, "verb ") || by == r.ID || claimed["second "+what] != "") {
				l.all = append(l.all, posError(r.Pos, "rule %q: trigger %q belongs to rule %q already", r.ID, what, by))
			}
			if _, ok := claimed[what]; ok && strings.HasPrefix(what, "verb ") {
				claimed["second "+what] = r.ID
			}
			claimed[what] = r.ID
		}
		for _, v := range r.Verbs {
			claim("verb " + v)
		}
		for _, p := range r.Pairs {
			claim("pair " + p.Verb + " + " + p.Noun)
			l.named(r, p.Verb, funcs, "function")
			l.named(r, p.Noun, classes, "noun class")
		}
		for _, list := range [][]string{r.Nouns, r.NotObjects} {
			for _, n := range list {
				l.named(r, n, classes, "noun class")
			}
		}
		for _, n := range r.Nouns {
			claim("noun " + n)
		}
	}
}

func (l *loader) named(r *Rule, s string, list []string, what string) {
	if !strings.HasPrefix(s, "$") || contains(list, s[1:]) {
		return
	}
	if c := closest(s[1:], list); c != "" {
		l.all = append(l.all, posError(r.Pos, "rule %q: unknown %s %q, did you mean \"$%s\"?", r.ID, what, s, c))
	} else {
		l.all = append(l.all, posError(r.Pos, "rule %q: unknown %s %q", r.ID, what, s))
	}
}

func names(groups []wordGroup) []string {
	out := make([]string, len(groups))
	for i, g := range groups {
		out[i] = g.name
	}
	return out
}

func posError(pos, format string, args ...any) error {
	file, line := pos, 1
	if i := strings.LastIndexByte(pos, ':'); i >= 0 {
		file = pos[:i]
		fmt.Sscanf(pos[i+1:], "%d", &line)
	}
	return &LoadError{file, line, 1, fmt.Sprintf(format, args...)}
}
