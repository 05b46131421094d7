package gazetteers

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"attache/internal/yamlpos"
)

// streamBytes is the size from which a file is read entry by entry, so that
// memory stays bounded by the entries and not by a YAML tree of all of them.
const streamBytes = 1 << 20

// stream reads a large gazetteer file. The head up to "entries:" and every entry
// that is out of the ordinary go through the YAML parser; entries of plain
// "key: value" lines, which is what large files are made of, are read
// directly, with the same result. It reports false when the file has not the
// shape for that, and has then read nothing.
func (l *loader) stream(index int32, name string, data []byte) bool {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	headEnd, line := findEntries(data)
	if headEnd < 0 {
		return false
	}
	root, errs := yamlpos.Parse(name, data[:headEnd])
	schema := yamlpos.Lookup(root, "schema")
	if len(errs) > 0 || schema == nil || schema.Value != SchemaGazetteer {
		return false
	}
	indent := itemIndent(data[headEnd:])
	if indent < 0 || !closed(data[headEnd:], indent) {
		return false
	}
	var byteErrs Errors
	if yamlpos.CheckBytes(name, data, &byteErrs); len(byteErrs) > 0 {
		l.add(byteErrs)
		return true
	}
	var raw rawGazetteer
	yamlpos.Decode(name, root, &raw, 0, &l.errs)
	s := streamer{l: l, index: index, name: name, head: l.head(name, &raw), indent: indent}
	s.items(data[headEnd:], line)
	return true
}

// findEntries returns the offset behind a line "entries:" and the number of
// lines up to there; −1 if there is none.
func findEntries(data []byte) (end int, lines int32) {
	for off := 0; off < len(data); {
		l := lineAt(data, off)
		lines++
		off += len(l)
		if bytes.HasPrefix(l, []byte("entries:")) {
			rest := bytes.TrimSpace(l[len("entries:"):])
			if len(rest) == 0 || rest[0] == '#' {
				return off, lines
			}
			return -1, 0
		}
	}
	return -1, 0
}

// lineAt returns the line at off with its line end.
func lineAt(data []byte, off int) []byte {
	if i := bytes.IndexByte(data[off:], '\n'); i >= 0 {
		return data[off : off+i+1]
	}
	return data[off:]
}

// itemIndent returns the indent of the first "- ", −1 if the list does not begin
// with one.
func itemIndent(data []byte) int {
	for off := 0; off < len(data); {
		l := lineAt(data, off)
		off += len(l)
		t := bytes.TrimLeft(l, " ")
		if len(bytes.TrimSpace(t)) == 0 || t[0] == '#' {
			continue
		}
		if t[0] == '-' && len(t) > 1 && t[1] == ' ' {
			return len(l) - len(t)
		}
		return -1
	}
	return -1
}

// closed reports whether the list goes on to the end of the file.
func closed(data []byte, indent int) bool {
	for off := 0; off < len(data); {
		l := lineAt(data, off)
		off += len(l)
		n := 0
		for n < len(l) && l[n] == ' ' {
			n++
		}
		if n < len(l) && l[n] != '\n' && l[n] != '\r' && l[n] != '#' && (n < indent || n == indent && l[n] != '-') {
			return false
		}
	}
	return true
}

// streamer reads the items of one file.
type streamer struct {
	l      *loader
	index  int32
	name   string
	head   fileHead
	indent int
	raw    rawEntry
}

// items cuts data into items and reads each; line is the number of lines before
// data.
func (s *streamer) items(data []byte, line int32) {
	for off := 0; off < len(data); {
		start, first := off, line
		simple := true
		s.raw = rawEntry{}
		for n := 0; off < len(data); n++ {
			l := lineAt(data, off)
			if n > 0 && s.begins(l) {
				break
			}
			off += len(l)
			line++
			simple = simple && s.line(l, line, n == 0)
		}
		item := data[start:off]
		if len(bytes.TrimSpace(item)) == 0 {
			continue
		}
		if simple && s.raw.At.Line > 0 {
			s.l.entry(s.index, s.name, s.head, &s.raw)
			continue
		}
		s.parse(item, first)
	}
}

// begins reports whether a line begins an item.
func (s *streamer) begins(l []byte) bool {
	if len(l) < s.indent+2 || l[s.indent] != '-' || l[s.indent+1] != ' ' {
		return false
	}
	for _, c := range l[:s.indent] {
		if c != ' ' {
			return false
		}
	}
	return true
}

// parse reads an item with the YAML parser.
func (s *streamer) parse(item []byte, line int32) {
	root, errs := yamlpos.Parse(s.name, item)
	for _, e := range errs {
		if e.Line > 0 {
			e.Line += line
		}
	}
	if s.l.add(errs); len(errs) > 0 || root == nil {
		return
	}
	var list struct {
		Entries []rawEntry `yaml:"entries"`
	}
	yamlpos.DecodeList(s.name, root, &list.Entries, int(line), &s.l.errs)
	for i := range list.Entries {
		s.l.entry(s.index, s.name, s.head, &list.Entries[i])
	}
}

// line reads a line of an item into s.raw; false means that it takes the YAML
// parser. first is the line with the hyphen.
func (s *streamer) line(b []byte, line int32, first bool) bool {
	l := strings.TrimRight(viewString(b), "\r\n")
	col := s.indent + 2
	if first && !s.begins(b) {
		return strings.TrimSpace(l) == "" || strings.TrimLeft(l, " ")[0] == '#' // comments before the first item
	}
	if strings.TrimSpace(l) == "" {
		return true
	}
	if len(l) <= col || l[col] == ' ' || l[col] == '#' || !first && strings.TrimLeft(l[:col], " ") != "" {
		return false
	}
	if first {
		s.raw.At = Pos{Line: line, Col: int32(col + 1)}
	}
	key, val, ok := strings.Cut(l[col:], ": ")
	if !ok {
		return false
	}
	at := Pos{Line: line, Col: int32(col + len(key) + 3)}
	for val != "" && val[0] == ' ' {
		val, at.Col = val[1:], at.Col+1
	}
	r := &s.raw
	text := func(dst *yamlpos.Str) bool {
		v, ok := scalar(val, false)
		if !ok || dst.Line > 0 {
			return false
		}
		*dst = yamlpos.Str{S: v, Pos: at}
		return true
	}
	switch key {
	case "id":
		return text(&r.ID)
	case "name":
		return text(&r.Name)
	case "type":
		return text(&r.Type)
	case "subtype":
		return text(&r.Subtype)
	case "country":
		return text(&r.Country)
	case "source":
		return text(&r.Source)
	case "wikidata":
		return text(&r.Wikidata)
	case "aliases":
		if r.Aliases != nil {
			return false
		}
		return flowList(val, at, &r.Aliases)
	}
	return false
}

// flowList reads "[a, b c, \"d\"]".
func flowList(val string, at Pos, dst *[]yamlpos.Str) bool {
	if len(val) < 3 || val[0] != '[' || val[len(val)-1] != ']' {
		return false
	}
	col := at.Col + 1
	for rest := val[1 : len(val)-1]; ; {
		item, more, found := strings.Cut(rest, ",")
		lead := len(item) - len(strings.TrimLeft(item, " "))
		v, ok := scalar(strings.TrimSpace(item), true)
		if !ok {
			return false
		}
		*dst = append(*dst, yamlpos.Str{S: v, Pos: Pos{Line: at.Line, Col: col + int32(lead)}})
		if !found {
			return true
		}
		col += int32(utf8.RuneCountInString(item)) + 1
		rest = more
	}
}

// scalar reads a plain or double-quoted value that YAML reads as the very
// same text; anything that might be something else is left to the parser.
func scalar(v string, flow bool) (string, bool) {
	if len(v) < 2 {
		return "", false
	}
	if v[0] == '"' {
		inner := v[1 : len(v)-1]
		return inner, v[len(v)-1] == '"' && !strings.ContainsAny(inner, "\"\\,[]{}")
	}
	if r, _ := utf8.DecodeRuneInString(v); !unicode.IsLetter(r) || v[len(v)-1] == ' ' || v[len(v)-1] == ':' {
		return "", false
	}
	for i := range len(v) {
		switch v[i] {
		case ':':
			if flow || i+1 < len(v) && v[i+1] == ' ' {
				return "", false
			}
		case '#', '\t':
			return "", false
		case '[', ']', '{', '}', '"', ',':
			if flow {
				return "", false
			}
		}
	}
	if len(v) <= 5 {
		switch strings.ToLower(v) {
		case "true", "false", "null":
			return "", false
		}
	}
	return v, true
}
