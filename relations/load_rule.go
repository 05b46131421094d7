package relations

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

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
