package text_test

import (
	"fmt"

	"attache/text"
)

func Example() {
	var d text.Document
	d.Parse(`Ministers reopen border crossing
RIGA, March 3 (Reuters) - The neighbours agreed to reopen the crossing. "It's time," Gen. Holm said.`, text.Options{Published: text.Date{Year: 2021, Month: 3, Day: 4}})

	a := d.Articles[0]
	fmt.Println(d.Text(a.Place), d.Text(a.Agency), a.Published)
	for _, s := range d.Sections {
		for _, q := range d.Sents[s.Sents.First:s.Sents.Last] {
			fmt.Printf("%s: %s\n", s.Kind, d.Text(q.Span))
		}
	}
	// Output:
	// RIGA Reuters {2021 3 3}
	// headline: Ministers reopen border crossing
	// dateline: RIGA, March 3 (Reuters) -
	// body: The neighbours agreed to reopen the crossing.
	// body: "It's time," Gen. Holm said.
}

func ExampleHash() {
	fmt.Println(text.Hash("U.S.") == text.Hash("us"), text.Hash("Erdoğan") == text.Hash("ERDOGAN"))
	// Output: true true
}

func ExampleFold() {
	fmt.Printf("%s\n", text.Fold(nil, "O’Brien in Łódź"))
	// Output: obrien in lodz
}
