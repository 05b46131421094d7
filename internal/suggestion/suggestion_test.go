package suggestion

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"attache"
	"attache/gazetteers"
)

// suggest reads texts, a document each, and returns what is suggested, also
// as YAML.
func suggest(t *testing.T, o Options, limit int, texts ...string) ([]Suggestion, string) {
	t.Helper()
	engine, err := attache.New(attache.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := NewCollector(engine.Gazetteers())
	if limit > 0 {
		c.limit = limit
	}
	for i, src := range texts {
		d, err := engine.Extract(context.Background(), attache.Input{ID: fmt.Sprintf("doc%d", i+1), Text: src, Plain: true})
		if err != nil {
			t.Fatal(err)
		}
		seen := Observe(d)
		d.Release()
		c.Add(seen)
	}
	list := c.Suggestions(o)
	var b strings.Builder
	if err := Write(&b, list); err != nil {
		t.Fatal(err)
	}
	return list, b.String()
}

// find returns the suggestion with a name.
func find(t *testing.T, list []Suggestion, name string) *Suggestion {
	t.Helper()
	for i := range list {
		if list[i].Entry.Name == name {
			return &list[i]
		}
	}
	t.Fatalf("no suggestion named %q", name)
	return nil
}

func surfaces(s *Suggestion) []string {
	var out []string
	for _, f := range s.Entry.Surfaces {
		name := f.Text
		if f.Risky {
			name += " (risky)"
		}
		out = append(out, name)
	}
	return out
}

var corpus = []string{
	"The Harrow Policy Institute (HPI) said on Monday that it would open an office in Oslo. Helga Brandvold, who leads the Harrow Policy Institute, thanked Norway.",
	"Norway's foreign minister met Helga Brandvold of the Harrow Policy Institute on Tuesday. Brandvold praised the talks.",
	"Officials said HPI had asked for help. In a statement, HPI criticised the decision.",
	"Police arrested Muhammad Qadirov in Tashkent. Qadirov denied the charges.",
	"Mohammed Kadirov was released on Friday, his lawyer said.",
}

func TestSuggestions(t *testing.T) {
	list, yaml := suggest(t, Options{Min: 2}, 0, corpus...)
	hpi := find(t, list, "Harrow Policy Institute")
	if got, want := surfaces(hpi), []string{"Harrow Policy Institute", "HPI"}; !slices.Equal(got, want) {
		t.Errorf("names %q, want %q\n%s", got, want, yaml)
	}
	if hpi.Entry.Type != "ORGANIZATION" || hpi.Entry.ID != "org:harrow-policy-institute" || hpi.Mentions != 6 || hpi.Documents != 3 || len(hpi.Examples) != MaxExamples {
		t.Errorf("got %+v", hpi)
	}
	if got, want := surfaces(find(t, list, "Helga Brandvold")), []string{"Helga Brandvold", "Brandvold (risky)"}; !slices.Equal(got, want) {
		t.Errorf("names %q, want %q", got, want)
	}
	got := surfaces(find(t, list, "Muhammad Qadirov"))
	if !slices.Contains(got, "Mohammed Kadirov") {
		t.Errorf("names %q, want the other transliteration among them", got)
	}
	for _, s := range list {
		if s.Entry.Name == "Norway" || s.Entry.Name == "Oslo" {
			t.Errorf("%s is in the gazetteers", s.Entry.Name)
		}
	}
}

func TestWrittenYAMLLoads(t *testing.T) {
	nasty := "The Harrow\u2028Policy Institute: \"x\" # {[\x07\u0085 said the Harrow Policy Institute \x1b[31mwas [ready]: \ufeff yes. "
	_, yaml := suggest(t, Options{}, 0, append([]string{nasty, strings.Repeat("word ", 300) + "the Harrow Policy Institute said " + strings.Repeat("word ", 300)}, corpus...)...)
	path := filepath.Join(t.TempDir(), "new.yaml")
	if err := os.WriteFile(path, []byte(yaml), 0o666); err != nil {
		t.Fatal(err)
	}
	k, err := gazetteers.Load(path)
	if err != nil {
		t.Fatalf("%v\n%s", err, yaml)
	}
	if len(k.Entries) < 3 {
		t.Fatalf("%d entries, want more\n%s", len(k.Entries), yaml)
	}
	if _, err := gazetteers.Builtin().Overlay(gazetteers.NoCache, path); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(yaml) {
		if len(line) > 4*maxExample {
			t.Errorf("a line has %d bytes", len(line))
		}
	}
	if strings.ContainsAny(yaml, "\x07\x1b\u0085\u2028\ufeff") {
		t.Errorf("control characters in %q", yaml)
	}
	_, none := suggest(t, Options{Min: 1000}, 0, corpus...)
	if err := os.WriteFile(path, []byte(none), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := gazetteers.Load(path); err != nil {
		t.Fatal(err)
	}
}

func TestOptions(t *testing.T) {
	list, _ := suggest(t, Options{Type: "PERSON", Top: 1}, 0, corpus...)
	if len(list) != 1 || list[0].Entry.Type != "PERSON" {
		t.Fatalf("got %+v, want one person", list)
	}
}

func TestMemoryIsBounded(t *testing.T) {
	texts := slices.Clone(corpus)
	for i := range 60 {
		texts = append(texts, fmt.Sprintf("Police arrested Anton Zubrik%c%c in Tashkent.", 'a'+i/26, 'a'+i%26))
	}
	list, yaml := suggest(t, Options{}, 20, texts...)
	if len(list) > 20 {
		t.Errorf("%d suggestions with room for 20", len(list))
	}
	if s := find(t, list, "Harrow Policy Institute"); s.Documents < 2 {
		t.Errorf("got %+v", s)
	}
	if _, again := suggest(t, Options{}, 20, texts...); again != yaml {
		t.Error("another run has another result")
	}
}
