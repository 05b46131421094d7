package gazetteers_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"attache/gazetteers"
	"attache/text"
)

// A user's file goes on top of the built-in knowledge, and both are looked up
// by the tokens of a text.
func Example() {
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	mine := filepath.Join(dir, "vessels.yaml")
	err = os.WriteFile(mine, []byte(`schema: attache/gazetteer/v1
type: VESSEL
entries:
  - id: vessel:morning-star
    name: Morning Star of Busan
    country: KOR
`), 0o600)
	if err != nil {
		log.Fatal(err)
	}
	set, err := gazetteers.Builtin().Overlay(gazetteers.NoCache, mine)
	if err != nil {
		log.Fatal(err)
	}
	var doc text.Document
	doc.Parse("The Morning Star of Busan reached Indonesia.", text.Options{Plain: true})
	words := make([]gazetteers.WordID, len(doc.Tokens))
	for i := range doc.Tokens {
		words[i] = set.Word(doc.Tokens[i].Hash)
	}
	var matches []gazetteers.Match
	for i := 0; i < len(doc.Tokens); i++ {
		matches = set.AppendMatches(matches[:0], doc.Tokens, words, i, false)
		if len(matches) == 0 {
			continue
		}
		longest := matches[len(matches)-1]
		for _, r := range set.Readings(longest.Surface) {
			span := doc.TokSpan(text.Range{First: longest.First, Last: longest.Last})
			fmt.Println(doc.Text(span), "is", set.TypeName(set.Type(r.Entry)), set.ID(r.Entry))
		}
		i = int(longest.Last) - 1
	}
	// Output:
	// Morning Star of Busan is VESSEL vessel:morning-star
	// Indonesia is COUNTRY country:IDN
}
