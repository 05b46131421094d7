package gazetteers

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unsafe"

	"attache/text"
)

// newsLike returns about n bytes of sentences made of names and common words.
func newsLike(set *Set, n int) string {
	rng := rand.New(rand.NewPCG(1, 2))
	filler := strings.Fields("said on Monday that the talks with would continue after a meeting in between officials who had been told of plans to cut spending and raise taxes next year but did not give any details")
	var b strings.Builder
	for b.Len() < n {
		for i := range 18 {
			if i%6 == 0 {
				b.WriteString(set.Name(EntryID(rng.IntN(set.NumEntries()))))
			} else {
				b.WriteString(filler[rng.IntN(len(filler))])
			}
			b.WriteByte(' ')
		}
		b.WriteString("it.\n")
	}
	return b.String()
}

// syntheticNames writes a gazetteer of n people.
func syntheticNames(n int) []byte {
	rng := rand.New(rand.NewPCG(3, 4))
	syllables := strings.Fields("ka lo mi ra ten vo shi bel dor an ek ur mal zi po ser tin gra hol wen dra quo fel nim os")
	var b bytes.Buffer
	b.WriteString("schema: attache/gazetteer/v1\ntype: PERSON\nsource: test\nentries:\n")
	word := func() string {
		var w string
		for range 2 + rng.IntN(3) {
			w += syllables[rng.IntN(len(syllables))]
		}
		return strings.ToUpper(w[:1]) + w[1:]
	}
	for i := range n {
		fmt.Fprintf(&b, "  - id: person:x%d\n    name: %s %s\n", i, word(), word())
	}
	return b.Bytes()
}

func benchmarkMatch(b *testing.B, set *Set) {
	src := newsLike(Builtin(), 1<<20)
	var doc text.Document
	doc.Parse(src, text.Options{Plain: true})
	words := make([]WordID, len(doc.Tokens))
	var ms []Match
	found := 0
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		found = 0
		for i := range doc.Tokens {
			words[i] = set.Word(doc.Tokens[i].Hash)
		}
		for i := range doc.Tokens {
			ms = set.AppendMatches(ms[:0], doc.Tokens, words, i, false)
			found += len(ms)
		}
	}
	b.ReportMetric(float64(found)/float64(len(doc.Tokens)), "matches/token")
}

func BenchmarkMatch(b *testing.B) { benchmarkMatch(b, Builtin()) }

func BenchmarkMatchMillionOverlay(b *testing.B) {
	dir := b.TempDir()
	set, err := Builtin().Overlay(NoCache, write(b, dir, "names.yaml", string(syntheticNames(1_000_000))))
	if err != nil {
		b.Fatal(err)
	}
	benchmarkMatch(b, set)
}

func BenchmarkOverlayCompileMillion(b *testing.B) {
	p := write(b, b.TempDir(), "names.yaml", string(syntheticNames(1_000_000)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Builtin().Overlay(NoCache, p); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOverlayFromCacheMillion(b *testing.B) {
	dir := b.TempDir()
	p := write(b, dir, "names.yaml", string(syntheticNames(1_000_000)))
	cache := filepath.Join(dir, "cache")
	if _, err := Builtin().Overlay(cache, p); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Builtin().Overlay(cache, p); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpenBuiltin(b *testing.B) {
	data := unsafe.Slice(unsafe.StringData(builtinIndex), len(builtinIndex))
	for b.Loop() {
		ix, err := openIndex(data, false)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := newSet(ix); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCompileBuiltin(b *testing.B) {
	for b.Loop() {
		k, err := LoadFS(os.DirFS("."), "data")
		if err != nil {
			b.Fatal(err)
		}
		if _, err := Compile(k, nil); err != nil {
			b.Fatal(err)
		}
	}
}
