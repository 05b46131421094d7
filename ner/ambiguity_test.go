package ner

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"attache/gazetteers"
	"attache/text"
)

// ambiguityFloor is how many names of testdata/ambiguity.txt must be read as
// they are meant. It is raised when more are.
const ambiguityFloor = 706

const (
	ambiguityFile = "testdata/ambiguity.txt"
	// expectedFailures lists the lines that are known to be misread.
	expectedFailures = "testdata/ambiguity-failures.txt"
)

var updateFailures = flag.Bool("update-failures", false, "write "+expectedFailures+" anew")

// ambiguous is a sentence with a name that has several senses.
type ambiguous struct {
	line  string // as it stands in the file
	text  string // without the marks
	span  text.Span
	typ   string
	id    string
	where int // line number
}

func readAmbiguous(t *testing.T) []ambiguous {
	t.Helper()
	data, err := os.ReadFile(ambiguityFile)
	if err != nil {
		t.Fatal(err)
	}
	var out []ambiguous
	for n, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		var plain strings.Builder
		var names []ambiguous
		rest := line
		for {
			before, after, ok := strings.Cut(rest, "[")
			plain.WriteString(before)
			if !ok {
				break
			}
			mark, tail, ok := strings.Cut(after, "]")
			name, want, ok2 := strings.Cut(mark, "|")
			if !ok || !ok2 {
				t.Fatalf("%s:%d: expected [name|TYPE id]", ambiguityFile, n+1)
			}
			a := ambiguous{line: line, where: n + 1, span: text.Span{Start: int32(plain.Len()), End: int32(plain.Len() + len(name))}}
			a.typ, a.id, _ = strings.Cut(want, " ")
			names = append(names, a)
			plain.WriteString(name)
			rest = tail
		}
		if len(names) == 0 {
			t.Fatalf("%s:%d: no name in brackets", ambiguityFile, n+1)
		}
		for _, a := range names {
			a.text = plain.String()
			out = append(out, a)
		}
	}
	return out
}

// TestAmbiguousNames reads every name of the corpus in its sentence. It fails
// when fewer than ambiguityFloor are read as they are meant, and then names those that
// are new among the failures.
func TestAmbiguousNames(t *testing.T) {
	set := gazetteers.Builtin()
	r, err := New(set)
	if err != nil {
		t.Fatal(err)
	}
	resolver := NewResolver(set)
	names := readAmbiguous(t)
	var sc Scratch
	var rs ResolveScratch
	var failed, told []string
	good := 0
	for i := range names {
		a := &names[i]
		if a.id != "" && set.Entry(a.id) == gazetteers.NoEntry {
			t.Errorf("%s:%d: no entry %s", ambiguityFile, a.where, a.id)
		}
		var doc text.Document
		doc.Parse(a.text, text.Options{Plain: !allCaps(a.text)})
		res := resolver.Resolve(&doc, r.Recognize(&doc, &sc), &rs)
		got := a.read(set, &doc, &res)
		if got == "" {
			good++
			continue
		}
		failed = append(failed, a.line)
		told = append(told, a.line+"\n        is "+got)
	}
	t.Logf("%d of %d ambiguous names are read as they are meant", good, len(names))
	if *updateFailures {
		head := "# Lines of ambiguity.txt that are misread, for regressions to show.\n# go test ./ner -run TestAmbiguousNames -update-failures\n"
		if err := os.WriteFile(expectedFailures, []byte(head+strings.Join(slices.Compact(failed), "\n")+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(expectedFailures)
	if err != nil {
		t.Fatal(err)
	}
	known := strings.Split(string(data), "\n")
	for i, line := range failed {
		if !slices.Contains(known, line) {
			t.Logf("new failure: %s", told[i])
		}
	}
	if good < ambiguityFloor {
		t.Errorf("%d names are read as they are meant, expected %d or more", good, ambiguityFloor)
	}
}

// read returns "" when a name is read as it is meant, else what it is read as.
func (a *ambiguous) read(set *gazetteers.Set, doc *text.Document, res *Resolution) string {
	got := "nothing"
	for i := range res.Mentions {
		m := &res.Mentions[i]
		if !m.Span.Overlaps(a.span) {
			continue
		}
		typ := set.TypeName(m.Type)
		if a.typ == "-" {
			switch m.Type {
			case gazetteers.Group, gazetteers.Role, gazetteers.DateType, gazetteers.Pronoun:
				continue
			}
			return typ + " " + doc.Text(m.Span)
		}
		id := ""
		if e := res.EntityOf[i]; e >= 0 {
			id = res.Entities[e].ID
		}
		got = strings.TrimSpace(typ + " " + id)
		if doc.Text(m.Span) != a.text[a.span.Start:a.span.End] {
			got += " (" + doc.Text(m.Span) + ")"
		}
		// An article before the name and a common noun behind it may be part of it: "The
		// Times", "the Congress party".
		exact := m.Span == a.span || m.Span.Contains(a.span) &&
			!strings.ContainsFunc(strings.TrimPrefix(doc.Source[m.Start:a.span.Start], "The ")+doc.Source[a.span.End:m.End], unicode.IsUpper)
		// The whole name of a person around a surname.
		exact = exact || m.Type == gazetteers.Person && m.Span.Contains(a.span) && m.End == a.span.End
		if typ == a.typ {
			if (exact || typ == "DATE") && (a.id == "" || a.id == id) {
				return ""
			}
		}
	}
	if a.typ == "-" {
		return ""
	}
	return got
}

func allCaps(s string) bool { return strings.ToUpper(s) == s }
