package ner_test

import (
	"fmt"
	"testing"

	"attache/gazetteers"
	"attache/ner"
	"attache/text"
)

// Offices and groups find rank, portfolio, country or body and holder in what stands beside them.
func TestOffices(t *testing.T) {
	rec := recognizer(t)
	for _, c := range []struct{ text, want string }{
		{"South Korean Foreign Minister Chung Eui-yong arrived.", "Foreign Minister of South Korean held by Chung Eui-yong, portfolio Foreign"},
		{"U.S. Secretary of State Antony Blinken arrived.", "Secretary of State of U.S. held by Antony Blinken, portfolio State"},
		{"Abe, Japan's prime minister, agreed.", "prime minister of Japan held by Abe"},
		{"President of the European Commission Ursula von der Leyen spoke.", "President of European Commission held by Ursula von der Leyen"},
		{"Germany's new foreign minister, Annalena Baerbock, spoke.", "foreign minister of Germany held by Annalena Baerbock, portfolio foreign"},
		{"The foreign ministers of France and Germany met.", "foreign ministers of France, portfolio foreign, plural"},
		{"Former President George W. Bush spoke.", "President held by George W. Bush, rank former"},
		{"Russian Deputy Prime Minister Dmitry Kozak spoke.", "Deputy Prime Minister of Russian held by Dmitry Kozak, rank deputy"},
		{"Israeli soldiers crossed the border.", "soldiers of Israeli, plural"},
		{"Troops from Chad crossed the border.", "Troops of Chad, plural"},
		{"Kenya's riot police withdrew.", "riot police of Kenya, plural"},
		{"Merkel praised the prime minister.", "prime minister"},
	} {
		var doc text.Document
		doc.Parse(c.text, text.Options{})
		ms := rec.Recognize(&doc, &ner.Scratch{})
		got := ""
		for _, m := range ms {
			if m.Type != gazetteers.Role && m.Type != gazetteers.Group {
				continue
			}
			got = doc.Text(m.Span)
			if m.Of >= 0 {
				got += " of " + doc.Text(ms[m.Of].Span)
			}
			if m.Holder >= 0 {
				got += " held by " + doc.Text(ms[m.Holder].Span)
			}
			if m.Portfolio.Len() > 0 {
				got += ", portfolio " + doc.Text(m.Portfolio)
			}
			if m.Rank != "" {
				got += ", rank " + m.Rank
			}
			if m.Plural {
				got += ", plural"
			}
			break
		}
		if got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func ExampleRecognizer_Recognize() {
	rec, err := ner.New(gazetteers.Builtin())
	if err != nil {
		panic(err)
	}
	var doc text.Document
	doc.Parse("Foreign Minister Wang Yi held talks with Germany's Annalena Baerbock in Munich.", text.Options{})
	var sc ner.Scratch
	for _, m := range rec.Recognize(&doc, &sc) {
		fmt.Println(m.Type, doc.Text(m.Span))
	}
	// Output:
	// ROLE Foreign Minister
	// PERSON Wang Yi
	// COUNTRY Germany
	// PERSON Annalena Baerbock
	// LOCATION Munich
}
