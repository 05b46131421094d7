package yamlpos

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Limits of a file. They are far above what people write by hand; a tree takes
// some fifty times the memory of its text.
const (
	MaxBytes = 8 << 20 // size of a document
	maxDepth = 24      // nesting of lists and mappings
)

// Parse reads one YAML document into a node tree. An empty document gives nil.
// file is the name for errors.
func Parse(file string, data []byte) (*yaml.Node, Errors) {
	var errs Errors
	if len(data) > MaxBytes {
		errs.Add(file, Pos{}, "file has "+strconv.Itoa(len(data)>>20)+" MB, expected at most "+strconv.Itoa(MaxBytes>>20)+" MB: split it")
		return nil, errs
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if CheckBytes(file, data, &errs); len(errs) > 0 {
		return nil, errs
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc yaml.Node
	if err := dec.Decode(&doc); err != nil {
		if !errors.Is(err, io.EOF) {
			errs = append(errs, syntaxError(file, err))
		}
		return nil, errs
	}
	var next yaml.Node
	if err := dec.Decode(&next); err == nil {
		errs.Add(file, posOf(&next), "second document, expected one document per file")
		return nil, errs
	} else if !errors.Is(err, io.EOF) {
		return nil, append(errs, syntaxError(file, err))
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	root := doc.Content[0]
	if checkTree(file, root, 0, &errs); len(errs) > 0 {
		return nil, errs
	}
	return root, nil
}

// CheckBytes reports what a YAML parser is unhelpful about: broken UTF-8,
// control characters and tabs used as indent.
func CheckBytes(file string, data []byte, errs *Errors) {
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		errs.Add(file, Pos{1, 1}, "file is UTF-16, expected UTF-8")
		return
	}
	line := int32(1)
	for len(data) > 0 && len(*errs) < 20 {
		l := data
		if i := bytes.IndexByte(data, '\n'); i >= 0 {
			l, data = data[:i], data[i+1:]
		} else {
			data = nil
		}
		for i := 0; i < len(l) && (l[i] == ' ' || l[i] == '\t'); i++ {
			if l[i] == '\t' {
				if len(bytes.TrimSpace(l)) > 0 {
					errs.Add(file, Pos{line, int32(i + 1)}, "tab in the indent, expected spaces")
				}
				break
			}
		}
		if bad := badByte(l); bad >= 0 {
			what := "control character, expected text"
			if l[bad] >= utf8.RuneSelf {
				what = "broken UTF-8, expected UTF-8 text"
			}
			errs.Add(file, Pos{line, int32(utf8.RuneCount(l[:bad]) + 1)}, what)
		}
		line++
	}
}

// badByte returns the index of the first control character or broken UTF-8
// sequence in l, or −1.
func badByte(l []byte) int {
	for i := 0; i < len(l); {
		c := l[i]
		if c < utf8.RuneSelf {
			if c < ' ' && c != '\t' && c != '\r' || c == 0x7f {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRune(l[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

var lineOfError = regexp.MustCompile(`line (\d+)`)

// syntaxError turns yaml.v3's "yaml: line 5: did not find …" into an Error.
func syntaxError(file string, err error) *Error {
	msg := strings.TrimPrefix(err.Error(), "yaml: ")
	e := &Error{File: file, Pos: Pos{1, 1}}
	if m := lineOfError.FindStringSubmatchIndex(msg); m != nil {
		n, _ := strconv.Atoi(msg[m[2]:m[3]])
		e.Line = int32(n)
		msg = strings.TrimPrefix(msg[:m[0]]+msg[m[1]:], ": ")
	}
	e.Msg = "not YAML: " + msg
	return e
}

// checkTree refuses anchors, aliases, merge keys, tags of the user's own and
// deep nesting.
func checkTree(file string, n *yaml.Node, depth int, errs *Errors) {
	if depth > maxDepth {
		errs.Add(file, posOf(n), "nested deeper than "+strconv.Itoa(maxDepth)+" levels")
		return
	}
	switch {
	case n.Kind == yaml.AliasNode:
		errs.Add(file, posOf(n), "alias *"+clip(n.Value)+", expected the value itself: anchors and aliases are not read")
		return
	case n.Anchor != "":
		errs.Add(file, posOf(n), "anchor &"+clip(n.Anchor)+", expected a plain value: anchors and aliases are not read")
	case strings.HasPrefix(n.Tag, "!") && !strings.HasPrefix(n.Tag, "!!"):
		errs.Add(file, posOf(n), "tag "+clip(n.Tag)+", expected a plain value")
	}
	for _, c := range n.Content {
		checkTree(file, c, depth+1, errs)
	}
}

func posOf(n *yaml.Node) Pos { return Pos{int32(n.Line), int32(n.Column)} }

// clip shortens a string from a file for a message.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	i := most
	for i > 0 && !utf8.RuneStart(s[i]) {
		i--
	}
	return s[:i] + "…"
}

// Lookup returns the scalar value of a top-level key, nil when it is missing or
// no scalar.
func Lookup(root *yaml.Node, key string) *yaml.Node {
	if root == nil || root.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		if root.Content[i].Value == key && root.Content[i+1].Kind == yaml.ScalarNode {
			return root.Content[i+1]
		}
	}
	return nil
}
