package ner_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"attache/gazetteers"
	"attache/ner"
	"attache/text"
)

// newsText is the project's own articles, joined and repeated to about 300 kB.
func newsText(tb testing.TB) string {
	tb.Helper()
	var b strings.Builder
	paths, _ := filepath.Glob("../testdata/articles/*.txtar")
	if len(paths) == 0 {
		tb.Skip("no articles in ../testdata/articles")
	}
	for b.Len() < 300_000 {
		for _, p := range paths {
			data, err := os.ReadFile(p)
			if err != nil {
				tb.Fatal(err)
			}
			for i, part := range strings.Split("\n"+string(data), "\n-- ") { // the article itself is the first file
				if name, body, _ := strings.Cut(part, " --\n"); i > 0 && strings.HasSuffix(name, ".txt") {
					b.WriteString(body + "\n\n")
				}
			}
		}
	}
	return b.String()
}

func BenchmarkRecognize(b *testing.B) {
	rec, err := ner.New(gazetteers.Builtin())
	if err != nil {
		b.Fatal(err)
	}
	// Documents of about 3 kB, as news comes.
	src := newsText(b)
	var docs []*text.Document
	for len(src) > 3000 {
		end := strings.LastIndex(src[:3000], "\n\n") + 2
		if end < 1000 {
			end = 3000
		}
		d := &text.Document{}
		d.Parse(src[:end], text.Options{})
		docs = append(docs, d)
		src = src[end:]
	}
	size := 0
	for _, d := range docs {
		size += len(d.Source)
	}
	var sc ner.Scratch
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			rec.Recognize(d, &sc)
		}
	}
}
