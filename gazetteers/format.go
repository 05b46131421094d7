package gazetteers

import (
	"bytes"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"attache/internal/yamlpos"
)

// Format returns a gazetteer file in canonical form: keys in the order of the
// schema, names plain where they can be and in double quotes elsewhere, lists
// in brackets, one blank line at most between entries. An entry in braces stays
// in braces. Comments are kept: what stands above an entry or a key stays
// above it. name is for errors.
//
// The result says the same as the input; formatting it again changes nothing.
// A file with mistakes is not formatted: the error is of type Errors.
func Format(name string, data []byte) ([]byte, error) {
	before, err := loadBytes(name, data)
	if err != nil {
		return nil, err
	}
	if before.Files[0].Schema != SchemaGazetteer {
		return nil, Errors{{File: name, Pos: Pos{Line: 1, Col: 1}, Msg: "not of schema " + SchemaGazetteer + ", expected a gazetteer"}}
	}
	f := formatter{name: name, src: bytes.TrimPrefix(data, []byte("\ufeff"))}
	if err := f.file(); err != nil {
		return nil, err
	}
	out := append(bytes.TrimRight(f.out.Bytes(), "\n"), '\n')
	after, err := loadBytes(name, out)
	if err != nil || !sameEntries(before, after) {
		return nil, Errors{{File: name, Msg: "cannot be formatted without changing what it says, expected simpler YAML"}}
	}
	if lost := lostComment(data, out); lost != "" {
		return nil, Errors{{File: name, Msg: "cannot be formatted without losing the comment \"" + lost + "\", expected it above an entry or a key"}}
	}
	return out, nil
}

// loadBytes loads one file from memory.
func loadBytes(name string, data []byte) (*Knowledge, error) {
	l := newLoader()
	l.file(name, data)
	return l.finish()
}

// sameEntries compares what two loads say, without places.
func sameEntries(a, b *Knowledge) bool {
	return slices.EqualFunc(a.Entries, b.Entries, func(x, y Entry) bool {
		return reflect.DeepEqual(placeless(x), placeless(y))
	})
}

func placeless(e Entry) Entry {
	e.At = Pos{}
	e.Surfaces = slices.Clone(e.Surfaces)
	for i := range e.Surfaces {
		e.Surfaces[i].At = Pos{}
	}
	if e.More != nil {
		d := *e.More
		d.Offices, d.Tests = slices.Clone(d.Offices), slices.Clone(d.Tests)
		for i := range d.Offices {
			d.Offices[i].At = Pos{}
		}
		for i := range d.Tests {
			d.Tests[i].At = Pos{}
		}
		e.More = &d
	}
	return e
}

// comments returns the texts of the comments that start a line or follow a
// space, sorted. A "#" inside a quoted text counts too, the same before and after.
func comments(data []byte) []string {
	var out []string
	for line := range bytes.Lines(data) {
		l := strings.TrimSpace(string(line))
		if !strings.HasPrefix(l, "#") {
			i := strings.Index(l, " #")
			if i < 0 {
				continue
			}
			l = l[i+1:]
		}
		out = append(out, strings.TrimSpace(strings.TrimLeft(l, "#")))
	}
	slices.Sort(out)
	return out
}

func lostComment(before, after []byte) string {
	kept := comments(after)
	for _, c := range comments(before) {
		i, ok := slices.BinarySearch(kept, c)
		if !ok {
			return c
		}
		kept = slices.Delete(kept, i, i+1)
	}
	return ""
}

// formatter writes one file.
type formatter struct {
	name string
	src  []byte
	out  bytes.Buffer
}

// fieldOrder returns the keys of a raw type in the order of the schema.
func fieldOrder(v any) []string {
	t := reflect.TypeOf(v)
	var out []string
	for i := range t.NumField() {
		if n := t.Field(i).Tag.Get("yaml"); n != "-" {
			out = append(out, n)
		}
	}
	return out
}

func (f *formatter) file() error {
	headEnd, _ := findEntries(f.src)
	if headEnd < 0 {
		return Errors{{File: f.name, Msg: "entries are no block list, expected \"entries:\" on a line of its own and an entry with a hyphen below"}}
	}
	if err := f.head(f.src[:headEnd]); err != nil {
		return err
	}
	body := f.src[headEnd:]
	indent := itemIndent(body)
	if indent < 0 {
		f.trivia(body, 2)
		return nil
	}
	if !closed(body, indent) {
		return Errors{{File: f.name, Msg: "something follows the entries, expected them last"}}
	}
	s := streamer{indent: indent}
	var pending []byte // comments and blank lines before the next item
	for off := 0; off < len(body); {
		start := off
		for n := 0; off < len(body); n++ {
			l := lineAt(body, off)
			if s.begins(l) && n > 0 && off > start {
				break
			}
			off += len(l)
		}
		chunk := body[start:off]
		content, tail := splitTail(chunk)
		if !s.begins(content) { // what stands before the first item
			pending = append(pending, chunk...)
			continue
		}
		f.trivia(pending, 2)
		pending = append(pending[:0], tail...)
		if err := f.item(content); err != nil {
			return err
		}
	}
	f.trivia(pending, 2)
	return nil
}

// splitTail cuts the blank lines and comments off the end of an item: they
// belong to the next.
func splitTail(chunk []byte) (content, tail []byte) {
	end := len(chunk)
	for end > 0 {
		i := bytes.LastIndexByte(chunk[:end-1], '\n') + 1
		l := bytes.TrimSpace(chunk[i:end])
		if len(l) > 0 && l[0] != '#' {
			break
		}
		end = i
	}
	return chunk[:end], chunk[end:]
}

// trivia writes comment lines, and a blank line for each run of them.
func (f *formatter) trivia(src []byte, indent int) {
	blank := false
	for line := range bytes.Lines(src) {
		l := bytes.TrimSpace(line)
		if len(l) == 0 {
			blank = true
			continue
		}
		if blank {
			f.out.WriteByte('\n')
			blank = false
		}
		f.out.WriteString(strings.Repeat(" ", indent))
		f.out.Write(l)
		f.out.WriteByte('\n')
	}
	if blank {
		f.out.WriteByte('\n')
	}
}

// head writes the keys before the entries in order, each with the comments
// above it.
func (f *formatter) head(src []byte) error {
	type part struct{ trivia, line []byte }
	parts := map[string]part{}
	var trivia []byte
	first := true
	for line := range bytes.Lines(src) {
		l := bytes.TrimSpace(line)
		if len(l) == 0 || l[0] == '#' || string(l) == "---" {
			if string(l) != "---" {
				trivia = append(trivia, line...)
			}
			continue
		}
		if first { // comments at the top are the file's, not the first key's
			f.trivia(trivia, 0)
			trivia, first = nil, false
		}
		key, _, ok := strings.Cut(string(l), ":")
		if !ok || line[0] == ' ' {
			return Errors{{File: f.name, Msg: "the head of the file has more than plain keys, expected schema, type, subtype, source and entries"}}
		}
		parts[strings.Trim(key, `"'`)] = part{trivia, l}
		trivia = nil
	}
	for _, key := range fieldOrder(rawGazetteer{}) {
		p, ok := parts[key]
		if !ok {
			continue
		}
		f.trivia(p.trivia, 0)
		root, errs := yamlpos.Parse(f.name, p.line)
		if len(errs) > 0 || root == nil || len(root.Content) != 2 {
			return errs
		}
		f.out.WriteString(key + ":")
		if v := root.Content[1]; v.ShortTag() != "!!null" {
			f.out.WriteByte(' ')
			f.out.Write(appendScalar(nil, v.Value, false))
		}
		f.comment(root.Content[0], root.Content[1])
		f.out.WriteByte('\n')
	}
	return nil
}

// comment writes the comment at the end of a line.
func (f *formatter) comment(nodes ...*yaml.Node) {
	for _, n := range nodes {
		if n.LineComment != "" {
			f.out.WriteString("  ")
			f.out.WriteString(strings.ReplaceAll(n.LineComment, "\n", " "))
		}
	}
}
