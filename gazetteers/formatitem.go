package gazetteers

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"attache/internal/yamlpos"
)

// item writes one entry.
func (f *formatter) item(src []byte) error {
	root, errs := yamlpos.Parse(f.name, src)
	if len(errs) > 0 {
		return errs
	}
	if root.Kind != yaml.SequenceNode || len(root.Content) != 1 || root.Content[0].Kind != yaml.MappingNode {
		return Errors{{File: f.name, Msg: "an entry is no mapping, expected one"}}
	}
	m := root.Content[0]
	f.above(m.HeadComment, 2)
	f.out.WriteString("  - ")
	pairs := sorted(m, fieldOrder(rawEntry{}))
	if m.Style&yaml.FlowStyle != 0 && !commented(m) {
		f.flowMap(pairs)
		f.comment(m)
		f.out.WriteByte('\n')
		return nil
	}
	for i, p := range pairs {
		if i > 0 {
			f.above(p[0].HeadComment, 4)
			f.out.WriteString("    ")
		} else if p[0].HeadComment != "" { // above the first key: it must go above the entry
			text := f.out.String()
			f.out.Truncate(len(text) - len("  - "))
			f.above(p[0].HeadComment, 2)
			f.out.WriteString("  - ")
		}
		f.out.WriteString(p[0].Value + ":")
		f.value(p[0], p[1])
		f.above(p[0].FootComment, 4)
	}
	f.above(m.FootComment, 2)
	return nil
}

// above writes a comment on lines of its own.
func (f *formatter) above(comment string, indent int) {
	if comment != "" {
		f.trivia([]byte(comment), indent)
	}
}

// commented reports whether a comment stands anywhere below n.
func commented(n *yaml.Node) bool {
	for _, c := range n.Content {
		if c.HeadComment != "" || c.LineComment != "" || c.FootComment != "" || commented(c) {
			return true
		}
	}
	return false
}

// sorted returns the pairs of a mapping in the order of the keys.
func sorted(m *yaml.Node, order []string) [][2]*yaml.Node {
	var out [][2]*yaml.Node
	for i := 0; i+1 < len(m.Content); i += 2 {
		out = append(out, [2]*yaml.Node{m.Content[i], m.Content[i+1]})
	}
	slices.SortStableFunc(out, func(a, b [2]*yaml.Node) int {
		return slices.Index(order, a[0].Value) - slices.Index(order, b[0].Value)
	})
	return out
}

// value writes what follows a key's colon, to the end of the line.
func (f *formatter) value(key, v *yaml.Node) {
	switch {
	case v.Kind == yaml.ScalarNode:
		f.out.WriteByte(' ')
		f.scalar(key, v, false)
		f.comment(key, v)
		f.out.WriteByte('\n')
	case v.Kind == yaml.SequenceNode && (commented(v) || len(v.Content) > 0 && v.Content[0].Kind == yaml.MappingNode):
		f.comment(key)
		f.out.WriteByte('\n')
		for _, c := range v.Content {
			f.above(c.HeadComment, 6)
			f.out.WriteString("      - ")
			if c.Kind == yaml.MappingNode {
				for _, k := range c.Content { // inside, no line can end in a comment
					if k.HeadComment != "" {
						f.comment(&yaml.Node{LineComment: k.HeadComment})
					}
				}
				f.flowMap(sorted(c, append(fieldOrder(rawOffice{}), fieldOrder(rawTest{})...)))
				f.comment(append([]*yaml.Node{c}, c.Content...)...)
			} else {
				f.scalar(key, c, false)
				f.comment(c)
			}
			f.out.WriteByte('\n')
			f.above(c.FootComment, 6)
		}
	case v.Kind == yaml.SequenceNode:
		var items []string
		for _, c := range v.Content {
			items = append(items, c.Value)
		}
		w := yamlWriter{dst: []byte("    "), indent: 4, first: true}
		if len(items) == 0 {
			f.out.WriteString(" []")
		} else {
			w.list(key.Value, items)
			f.out.WriteString(strings.TrimSuffix(string(w.dst[4+len(key.Value)+1:]), "\n"))
		}
		f.comment(key, v)
		f.out.WriteByte('\n')
	default:
		f.out.WriteByte('\n')
	}
}

// flowMap writes a mapping in braces.
func (f *formatter) flowMap(pairs [][2]*yaml.Node) {
	f.out.WriteByte('{')
	for i, p := range pairs {
		if i > 0 {
			f.out.WriteString(", ")
		}
		f.out.WriteString(p[0].Value + ": ")
		f.flow(p[0], p[1])
	}
	f.out.WriteByte('}')
}

// flow writes a value on one line.
func (f *formatter) flow(key, v *yaml.Node) {
	switch v.Kind {
	case yaml.SequenceNode:
		f.out.WriteByte('[')
		for i, c := range v.Content {
			if i > 0 {
				f.out.WriteString(", ")
			}
			f.flow(key, c)
		}
		f.out.WriteByte(']')
	case yaml.MappingNode:
		f.flowMap(sorted(v, append(fieldOrder(rawOffice{}), fieldOrder(rawTest{})...)))
	default:
		f.scalar(key, v, true)
	}
}

func (f *formatter) scalar(key, v *yaml.Node, flow bool) {
	switch {
	case key.Value == "from" || key.Value == "to":
		f.out.WriteString(`"` + v.Value + `"`)
	case v.ShortTag() == "!!str":
		f.out.Write(appendScalar(nil, v.Value, flow))
	default:
		f.out.WriteString(v.Value)
	}
}
