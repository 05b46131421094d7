package relations_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"attache/gazetteers"
	"attache/ner"
	"attache/relations"
	"attache/text"
)

// news returns the project's own articles as one text each.
func news(tb testing.TB) []string {
	tb.Helper()
	names, err := filepath.Glob("../testdata/articles/*.txtar")
	if err != nil || len(names) == 0 {
		tb.Skip("no articles in testdata")
	}
	var out []string
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			tb.Fatal(err)
		}
		_, src, _ := strings.Cut(string(b), " --\n")
		src, _, _ = strings.Cut(src, "\n-- ")
		out = append(out, src)
	}
	return out
}

// BenchmarkExtract measures the relations stage alone, on the project's own articles.
func BenchmarkExtract(b *testing.B) {
	x, err := relations.New(gazetteers.Builtin(), relations.Options{})
	if err != nil {
		b.Fatal(err)
	}
	type read struct {
		doc *text.Document
		res ner.Resolution
	}
	var docs []read
	size := 0
	for _, src := range news(b) {
		p := newPipeline(b)
		doc, res := p.readAll(src)
		docs = append(docs, read{doc, *res})
		size += len(src)
	}
	var sc relations.Scratch
	for i := range docs {
		x.Extract(docs[i].doc, &docs[i].res, &sc)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for i := range docs {
			x.Extract(docs[i].doc, &docs[i].res, &sc)
		}
	}
}

// BenchmarkNew measures the start-up with the built-in rules.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := relations.New(gazetteers.Builtin(), relations.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
