package attache_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"attache"
	"attache/internal/wire"
	"attache/text"
)

func newEngine(t testing.TB) *attache.Engine {
	t.Helper()
	engine, err := attache.New(attache.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return engine
}

// articleTexts are the texts of our own articles.
func articleTexts(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/articles/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	var texts []string
	for _, f := range files {
		ar, err := txtar.ParseFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(ar.Files[0].Data))
	}
	return texts
}

func TestOutputKeepsItsSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("schema/document.v1.json")
	if err != nil {
		t.Fatal(err)
	}
	engine := newEngine(t)
	for i, src := range articleTexts(t) {
		doc, err := engine.Extract(context.Background(), attache.Input{ID: "x", Text: src, Extra: json.RawMessage(`{"lang":"en"}`)})
		if err != nil {
			t.Fatal(err)
		}
		out := doc.AppendJSON(nil, attache.JSONOptions{WithText: true})
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("article %d: %v", i, err)
		}
		dec := json.NewDecoder(bytes.NewReader(out))
		dec.DisallowUnknownFields()
		var w wire.Document
		if err := dec.Decode(&w); err != nil {
			t.Errorf("article %d: %v", i, err)
		}
	}
}

// TestOffsetsPointAtTheirText cuts every mention out of the text by its
// offsets, in each unit.
func TestOffsetsPointAtTheirText(t *testing.T) {
	engine := newEngine(t)
	src := "Café 😀 — " + strings.Join(articleTexts(t), "\n\n") + " Málaga’s mayor met Şule Yılmaz in Kraków 😀."
	cut := map[attache.Offsets]func(from, to int) string{
		attache.Runes: func(from, to int) string { return string([]rune(src)[from:to]) },
		attache.Bytes: func(from, to int) string { return src[from:to] },
		attache.UTF16: func(from, to int) string { return string(utf16.Decode(utf16.Encode([]rune(src))[from:to])) },
	}
	for unit, f := range cut {
		doc, err := engine.Extract(context.Background(), attache.Input{Text: src})
		if err != nil {
			t.Fatal(err)
		}
		var w wire.Document
		if err := json.Unmarshal(doc.AppendJSON(nil, attache.JSONOptions{Offsets: unit}), &w); err != nil {
			t.Fatal(err)
		}
		if len(w.Mentions) < 100 {
			t.Fatalf("only %d mentions", len(w.Mentions))
		}
		for _, m := range w.Mentions {
			if got := f(m.Start, m.End); got != m.Text {
				t.Errorf("%v: offsets %d to %d give %q, want %q", unit, m.Start, m.End, got, m.Text)
			}
		}
		for _, r := range w.Relations {
			if got := f(r.Trigger.Start, r.Trigger.End); got != r.Trigger.Text {
				t.Errorf("%v: trigger %q, want %q", unit, got, r.Trigger.Text)
			}
		}
	}
}

func TestStringsAreEscaped(t *testing.T) {
	engine := newEngine(t)
	in := attache.Input{ID: "a\"b\\c\n\t\x01", Title: "</script>", Text: "\"Norway\"\\ praised\tSenegal.\x00 "}
	doc, err := engine.Extract(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	var w wire.Document
	if err := json.Unmarshal(doc.AppendJSON(nil, attache.JSONOptions{WithText: true}), &w); err != nil {
		t.Fatal(err)
	}
	if w.ID != in.ID || w.Title != in.Title || *w.Text != in.Text {
		t.Errorf("read back %q, %q, %q", w.ID, w.Title, *w.Text)
	}
}

// TestReleaseChangesNothing reads every article twice, with memory that was
// used for the others in between.
func TestReleaseChangesNothing(t *testing.T) {
	engine := newEngine(t)
	var first [][]byte
	texts := articleTexts(t)
	read := func(src string) []byte {
		doc, err := engine.Extract(context.Background(), attache.Input{Text: src, Published: text.Date{Year: 2024, Month: 5, Day: 4}})
		if err != nil {
			t.Fatal(err)
		}
		defer doc.Release()
		return doc.AppendJSON(nil, attache.JSONOptions{})
	}
	for _, src := range texts {
		first = append(first, read(src))
	}
	for i := len(texts) - 1; i >= 0; i-- {
		if got := read(texts[i]); !bytes.Equal(got, first[i]) {
			t.Errorf("article %d reads differently the second time", i)
		}
	}
}

func TestTooLongTextIsAnError(t *testing.T) {
	engine, err := attache.New(attache.Options{MaxBytes: 10})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := engine.Extract(context.Background(), attache.Input{Text: "Norway praised Senegal."}); err == nil || err.Error() != "text is 23 bytes long, and at most 10 are read" {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := engine.Extract(ctx, attache.Input{Text: "Norway."}); err != context.Canceled {
		t.Errorf("got %v, want context.Canceled", err)
	}
}

// FuzzExtract checks the whole way on any text: it does not panic, the output
// is JSON, spans are in bounds and on rune borders, and memory that was used before changes nothing.
func FuzzExtract(f *testing.F) {
	for _, src := range articleTexts(f) {
		f.Add(src)
	}
	sample, err := os.ReadFile("testdata/sample/lisbon.txt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(sample))
	engine := newEngine(f)
	f.Fuzz(func(t *testing.T, src string) {
		var out [2][]byte
		for i := range out {
			doc, err := engine.Extract(context.Background(), attache.Input{Text: src})
			if err != nil {
				t.Skip("longer than is read")
			}
			runes := []rune(doc.Text.Source)
			out[i] = doc.AppendJSON(nil, attache.JSONOptions{})
			doc.Release()
			var w wire.Document
			if err := json.Unmarshal(out[i], &w); err != nil {
				t.Fatalf("%v in %s", err, out[i])
			}
			for _, m := range w.Mentions {
				if string(runes[m.Start:m.End]) != m.Text {
					t.Fatalf("mention %q is not at %d to %d", m.Text, m.Start, m.End)
				}
			}
		}
		if !bytes.Equal(out[0], out[1]) {
			t.Fatal("the second reading differs")
		}
	})
}
