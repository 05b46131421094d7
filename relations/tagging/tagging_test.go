package tagging

import (
	"slices"
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"
)

func TestProseTellsVerbsFromNouns(t *testing.T) {
	tagger, err := Open("prose")
	if err != nil {
		t.Fatal(err)
	}
	for sentence, want := range map[string]string{
		"The minister visits Oslo .":          "VBZ",
		"The visits to Oslo were cancelled .": "NNS",
	} {
		words := strings.Fields(sentence)
		tags := tagger.Tag(nil, words)
		if len(tags) != len(words) || tags[slices.Index(words, "visits")] != want {
			t.Errorf("%q: tags %v, want %s for visits", sentence, tags, want)
		}
	}
}

func TestTagsAlignWithWordsThatProseCutsUp(t *testing.T) {
	toks := []prose.Token{{Text: "do", Tag: "VB"}, {Text: "n't", Tag: "RB"}, {Text: "go", Tag: "VB"}}
	if got := align(nil, []string{"don't", "go"}, toks); !slices.Equal(got, []string{"VB", "VB"}) {
		t.Errorf("got %v", got)
	}
	if got := align(nil, []string{"'tis", "go"}, toks); len(got) != 0 {
		t.Errorf("words that do not align got the tags %v", got)
	}
}

func TestWordsWithoutTagsStillCount(t *testing.T) {
	tagger, err := Open("prose")
	if err != nil {
		t.Fatal(err)
	}
	words := []string{"'", "''", "\x00", "''tis"}
	if got := tagger.Tag([]string{"kept"}, words); len(got) != len(words)+1 || got[0] != "kept" {
		t.Errorf("got %q", got)
	}
}

func TestUnknownTaggerIsAnError(t *testing.T) {
	if _, err := Open("brill"); err == nil || err.Error() != `unknown tagger "brill", expected prose` {
		t.Errorf("got %v", err)
	}
}
