package gazetteers

import (
	"os"
	"sync"
	"testing"

	"attache/text"
)

// find parses s and returns the matches of the whole of it, one entry of each
// reading.
func find(set *Set, s string, relaxed bool) (ids []string) {
	var doc text.Document
	doc.Parse(s, text.Options{Plain: true})
	toks, words := doc.Tokens, make([]WordID, len(doc.Tokens))
	for i := range toks {
		words[i] = set.Word(toks[i].Hash)
	}
	for i := range toks {
		for _, m := range set.AppendMatches(nil, toks, words, i, relaxed) {
			for _, r := range set.Readings(m.Surface) {
				ids = append(ids, doc.Text(doc.TokSpan(text.Range{First: m.First, Last: m.Last}))+"="+set.ID(r.Entry))
			}
		}
	}
	return ids
}

// loadData loads gazetteers/data, once for all tests; it must not be changed.
func loadData(t testing.TB) *Knowledge {
	t.Helper()
	if testing.Short() {
		t.Skip("reads and compiles all built-in data, which the race detector makes slow and learns nothing from")
	}
	k, err := data()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

var data = sync.OnceValues(func() (*Knowledge, error) { return LoadFS(os.DirFS("."), "data") })

func TestBuiltinIsCurrent(t *testing.T) {
	l := newLoader()
	l.hashOnly = true
	l.folder(os.DirFS("."), "data", "")
	set := Builtin()
	if set.NumEntries() == 0 {
		t.Fatal("no built-in index: run go generate ./gazetteers")
	}
	if set.Hash() != l.k.InputHash(nil) {
		t.Fatal("the built-in index is older than gazetteers/data: run go generate ./gazetteers")
	}
	if _, err := openIndex(set.layers[0].Bytes(), true); err != nil {
		t.Fatal(err)
	}
}

// TestEverySurfaceIsFound tokenizes every name of every entry and expects the
// entry among its readings.
func TestEverySurfaceIsFound(t *testing.T) {
	k := loadData(t)
	set := Builtin()
	var doc text.Document
	var words []WordID
	var ms []Match
	missing, surfaces := 0, 0
	for i := range k.Entries {
		e := &k.Entries[i]
		id := set.Entry(e.ID)
		if id == NoEntry {
			t.Fatalf("no entry %s", e.ID)
		}
		if set.ID(id) != e.ID || set.Name(id) != e.Name || set.TypeName(set.Type(id)) != e.Type {
			t.Errorf("%s came back as %s %s %s", e.ID, set.ID(id), set.Name(id), set.TypeName(set.Type(id)))
		}
		for _, s := range e.Surfaces {
			surfaces++
			doc.Parse(s.Text, text.Options{Plain: true})
			words = words[:0]
			for j := range doc.Tokens {
				words = append(words, set.Word(doc.Tokens[j].Hash))
			}
			found := false
			for first := 0; first < 2 && first < len(doc.Tokens); first++ { // a leading "the" is no part of a name
				ms = set.AppendMatches(ms[:0], doc.Tokens, words, first, false)
				for _, m := range ms {
					if int(m.Last) < len(doc.Tokens)-1 {
						continue
					}
					for _, r := range set.Readings(m.Surface) {
						found = found || r.Entry == id
					}
				}
			}
			if !found {
				if missing++; missing < 20 {
					t.Errorf("%s: %q is not found", e.ID, s.Text)
				}
			}
		}
	}
	t.Logf("%d entries, %d surfaces, %d words, %d bytes", len(k.Entries), surfaces, set.NumWords(), len(set.layers[0].Bytes()))
}

func TestBuiltinFacts(t *testing.T) {
	set := Builtin()
	kor := set.CountryByISO("KOR")
	if kor == NoEntry || set.Name(kor) != "South Korea" || set.Country(kor) != "KOR" || set.ISO2(kor) != "KR" {
		t.Fatalf("country:KOR is %v", kor)
	}
	for _, tt := range []struct {
		text, id string
		want     bool
	}{
		{"South Koreans", "country:KOR", true},
		{"the US said", "country:USA", true},
		{"told us so", "country:USA", false},
		{"U.S.", "country:USA", true},
		{"foreign ministers", "role:foreign-minister", true},
		{"secretaries of state", "role:secretary-of-state", true},
	} {
		got := false
		for _, f := range find(set, tt.text, false) {
			got = got || len(f) > len(tt.id) && f[len(f)-len(tt.id):] == tt.id
		}
		if got != tt.want {
			t.Errorf("%q names %s: %v, want %v (%v)", tt.text, tt.id, got, tt.want, find(set, tt.text, false))
		}
	}
}
