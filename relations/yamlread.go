package relations

import (
	"errors"
	"fmt"
	"sort"
	"strings"

	"gopkg.in/yaml.v3"

	"attache/internal/yamlpos"
)

// LoadError is one mistake in a rule file.
type LoadError struct {
	File      string
	Line, Col int
	Msg       string // lower case: what is wrong, and what was expected
}

// Error returns the mistake as "file:line:col: what".
func (e *LoadError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Col, e.Msg)
}

const (
	maxRuleFile  = 4 << 20 // bytes of one rule file
	maxRuleNodes = 200_000
	maxErrors    = 100
)

// reader walks a YAML tree and collects mistakes with their positions.
type reader struct {
	file  string
	errs  []error
	nodes int
}

func (r *reader) errorf(n *yaml.Node, format string, args ...any) {
	line, col := 1, 1
	if n != nil && n.Line > 0 {
		line, col = n.Line, n.Column
	}
	r.at(line, col, format, args...)
}

func (r *reader) at(line, col int, format string, args ...any) {
	if len(r.errs) < maxErrors {
		r.errs = append(r.errs, &LoadError{r.file, line, col, fmt.Sprintf(format, args...)})
	}
}

// parse reads the bytes into a tree without aliases.
func (r *reader) parse(data []byte) *yaml.Node {
	if len(data) > maxRuleFile {
		r.at(1, 1, "file of %d bytes, expected at most %d", len(data), maxRuleFile)
		return nil
	}
	var bad yamlpos.Errors
	if yamlpos.CheckBytes(r.file, data, &bad); len(bad) > 0 {
		for _, e := range bad {
			r.at(int(e.Line), int(e.Col), "%s", e.Msg)
		}
		return nil
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		line := 1
		msg := strings.TrimPrefix(err.Error(), "yaml: ")
		if i := strings.Index(msg, "line "); i >= 0 {
			fmt.Sscanf(msg[i:], "line %d:", &line)
			if j := strings.Index(msg, ": "); j >= 0 {
				msg = msg[j+2:]
			}
		}
		r.at(line, 1, "not YAML: %s", msg)
		return nil
	}
	if len(doc.Content) == 0 {
		r.at(1, 1, "empty file, expected a mapping with schema: %s", Schema)
		return nil
	}
	root := doc.Content[0]
	if !r.plain(root, 0) {
		return nil
	}
	if root.Kind != yaml.MappingNode {
		r.errorf(root, "%s, expected a mapping with schema: %s", nodeName(root), Schema)
		return nil
	}
	return root
}

// plain refuses aliases, anchors and trees too big or deep.
func (r *reader) plain(n *yaml.Node, depth int) bool {
	r.nodes++
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		r.errorf(n, "anchors and aliases are not allowed in rule files")
		return false
	case r.nodes > maxRuleNodes || depth > 12:
		r.errorf(n, "file too large or too deeply nested")
		return false
	}
	for _, c := range n.Content {
		if !r.plain(c, depth+1) {
			return false
		}
	}
	return true
}

func nodeName(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a mapping"
	case yaml.SequenceNode:
		return "a list"
	case yaml.ScalarNode:
		if n.Tag == "!!null" {
			return "nothing"
		}
		return fmt.Sprintf("%q", n.Value)
	}
	return "something else"
}

// mapping calls f for each key and reports keys that are unknown or doubled.
func (r *reader) mapping(n *yaml.Node, what string, known []string, f func(key string, k, v *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		r.errorf(n, "%s for %s, expected a mapping", nodeName(n), what)
		return
	}
	seen := make(map[string]bool, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		if seen[k.Value] {
			r.errorf(k, "key %q stands twice in %s", k.Value, what)
			continue
		}
		seen[k.Value] = true
		if known != nil && !contains(known, k.Value) {
			if s := closest(k.Value, known); s != "" {
				r.errorf(k, "unknown key %q in %s, did you mean %q?", k.Value, what, s)
			} else {
				r.errorf(k, "unknown key %q in %s, expected one of %s", k.Value, what, strings.Join(known, ", "))
			}
			continue
		}
		f(k.Value, k, v)
	}
}

func (r *reader) text(n *yaml.Node, what string) string {
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		r.errorf(n, "%s for %s, expected text", nodeName(n), what)
		return ""
	}
	s := strings.TrimSpace(n.Value)
	if s == "" {
		r.errorf(n, "empty %s, expected text", what)
	}
	return s
}

func (r *reader) flag(n *yaml.Node, what string) bool {
	var b bool
	if n.Kind != yaml.ScalarNode || n.Decode(&b) != nil {
		r.errorf(n, "%s for %s, expected true or false", nodeName(n), what)
	}
	return b
}

// list calls f for every item of a list.
func (r *reader) list(n *yaml.Node, what string, f func(*yaml.Node)) {
	if n.Kind != yaml.SequenceNode {
		r.errorf(n, "%s for %s, expected a list", nodeName(n), what)
		return
	}
	for _, c := range n.Content {
		f(c)
	}
}

func (r *reader) texts(n *yaml.Node, what string) []string {
	out := make([]string, 0, len(n.Content))
	r.list(n, what, func(c *yaml.Node) {
		if s := r.text(c, what); s != "" {
			out = append(out, s)
		}
	})
	return out
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// closest returns the word of the list that s probably means, or "".
func closest(s string, list []string) string {
	best, limit := "", len(s)/3+1
	for _, x := range list {
		if d := distance(s, x); d <= limit && (best == "" || d < distance(s, best)) {
			best = x
		}
	}
	return best
}

// distance is the Levenshtein distance in bytes.
func distance(a, b string) int {
	if len(a) > 64 || len(b) > 64 {
		return 64
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		prev := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			prev, row[j] = row[j], min(row[j]+1, row[j-1]+1, prev+cost)
		}
	}
	return row[len(b)]
}

// joined sorts the mistakes by position and joins them into one error.
func joined(errs []error) error {
	sort.SliceStable(errs, func(i, j int) bool {
		var a, b *LoadError
		if !errors.As(errs[i], &a) || !errors.As(errs[j], &b) {
			return false
		}
		if a.File != b.File {
			return a.File < b.File
		}
		if a.Line != b.Line {
			return a.Line < b.Line
		}
		return a.Col < b.Col
	})
	return errors.Join(errs...)
}
