package ner_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"attache/gazetteers"
	"attache/ner"
	"attache/text"
)

// ambiguousFloor is the share of the lines of testdata/ambiguous.txt, in
// percent, that must be read right.
const ambiguousFloor = 90

// TestAmbiguous reads names that are also something else, in both senses.
func TestAmbiguous(t *testing.T) {
	data, err := os.ReadFile("testdata/ambiguous.txt")
	if err != nil {
		t.Fatal(err)
	}
	set := gazetteers.Builtin()
	rec, err := ner.New(set)
	if err != nil {
		t.Fatal(err)
	}
	var sc ner.Scratch
	doc := &text.Document{}
	lines, right := 0, 0
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		want, marked, ok := strings.Cut(line, " | ")
		start, end := strings.IndexByte(marked, '['), strings.IndexByte(marked, ']')-1
		if !ok || start < 0 || end <= start {
			t.Fatalf("testdata/ambiguous.txt:%d: want \"TYPE | text with a [name]\"", i+1)
		}
		src := strings.NewReplacer("[", "", "]", "").Replace(marked)
		doc.Parse(src, text.Options{})
		lines++
		var got []string
		correct := want == "-"
		for _, m := range rec.Recognize(doc, &sc) {
			if int(m.Span.End) <= start || int(m.Span.Start) >= end {
				continue
			}
			typ := set.TypeName(m.Type)
			got = append(got, fmt.Sprintf("%s %q", typ, src[m.Span.Start:m.Span.End]))
			switch want {
			case "-": // lower-case nouns may be roles, groups or dates; a name they are not
				if typ != "GROUP" && typ != "ROLE" && typ != "DATE" {
					correct = false
				}
			case "PERSON": // the marked part, or the whole name around it
				correct = correct || typ == want && int(m.Span.End) == end
			default:
				correct = correct || typ == want && int(m.Span.Start) == start && int(m.Span.End) == end
			}
		}
		if correct {
			right++
		} else {
			t.Logf("testdata/ambiguous.txt:%d: %s: got %s", i+1, line, strings.Join(got, ", "))
		}
	}
	if lines < 300 {
		t.Errorf("%d lines, want at least 300", lines)
	}
	if right*100 < lines*ambiguousFloor {
		t.Errorf("%d of %d lines right, want %d %%", right, lines, ambiguousFloor)
	}
	t.Logf("%d of %d lines right", right, lines)
}
