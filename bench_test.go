package attache_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"attache"
)

// benchTexts are the bodies of our own articles; ATTACHE_BENCH names a folder
// of other texts to measure on instead, a text a file.
func benchTexts(b *testing.B) (texts []string, bytes int64) {
	b.Helper()
	if dir := os.Getenv("ATTACHE_BENCH"); dir != "" {
		files, err := filepath.Glob(filepath.Join(dir, "*"))
		if err != nil || len(files) == 0 {
			b.Fatalf("no texts in %s: %v", dir, err)
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				b.Fatal(err)
			}
			texts = append(texts, string(data))
		}
	} else {
		files, err := filepath.Glob("testdata/articles/*.txtar")
		if err != nil {
			b.Fatal(err)
		}
		for _, f := range files {
			ar, err := txtar.ParseFile(f)
			if err != nil {
				b.Fatal(err)
			}
			texts = append(texts, string(ar.Files[0].Data))
		}
	}
	for _, t := range texts {
		bytes += int64(len(t))
	}
	return texts, bytes
}

// BenchmarkWholeWay is the whole way from text to a line of JSON, warm, on one
// core. An op is all the texts; docs/op says how many.
func BenchmarkWholeWay(b *testing.B) {
	texts, bytes := benchTexts(b)
	engine, err := attache.New(attache.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(bytes)
	b.ReportAllocs()
	b.ReportMetric(float64(len(texts)), "docs/op")
	var buf []byte
	out := 0
	for b.Loop() {
		out = 0
		for _, t := range texts {
			doc, err := engine.Extract(context.Background(), attache.Input{ID: "bench", Text: t})
			if err != nil {
				b.Fatal(err)
			}
			buf = doc.AppendJSON(buf[:0], attache.JSONOptions{})
			out += len(buf)
			doc.Release()
		}
	}
	b.ReportMetric(float64(out)/float64(bytes), "out/in")
}

// BenchmarkWholeWayParallel is the same with as many workers as -cpu says.
func BenchmarkWholeWayParallel(b *testing.B) {
	texts, bytes := benchTexts(b)
	engine, err := attache.New(attache.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(bytes)
	b.RunParallel(func(pb *testing.PB) {
		var buf []byte
		for pb.Next() {
			for _, t := range texts {
				doc, err := engine.Extract(context.Background(), attache.Input{ID: "bench", Text: t})
				if err != nil {
					b.Error(err)
					return
				}
				buf = doc.AppendJSON(buf[:0], attache.JSONOptions{})
				doc.Release()
			}
		}
	})
}

// BenchmarkStart is making an engine from the built-in knowledge and reading
// one short text with it.
func BenchmarkStart(b *testing.B) {
	text := strings.Repeat("Kenya's foreign minister met his Ugandan counterpart in Nairobi on Monday. ", 40)
	for b.Loop() {
		engine, err := attache.New(attache.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := engine.Extract(context.Background(), attache.Input{Text: text}); err != nil {
			b.Fatal(err)
		}
	}
}
