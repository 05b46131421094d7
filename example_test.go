package attache_test

import (
	"context"
	"fmt"
	"log"
	"os"

	"attache"
	"attache/graph"
)

func Example() {
	engine, err := attache.New(attache.Options{})
	if err != nil {
		log.Fatal(err)
	}
	doc, err := engine.Extract(context.Background(), attache.Input{
		ID:   "1",
		Text: "Kenyan President Daniel Otieno met Ethiopian Prime Minister Tesfaye Alemu in Nairobi on 14 May 2024.",
	})
	if err != nil {
		log.Fatal(err)
	}
	entity := func(i int32) string { return doc.Resolution.Entities[i].ID }
	for _, rel := range doc.Relations {
		if rel.Class != "" {
			fmt.Println(rel.Type, entity(rel.Source.Entity), entity(rel.Target.Entity), entity(rel.Place.Entity), rel.Date)
		}
	}
	// Output:
	// meet person:daniel-otieno person:tesfaye-alemu city:KE/nairobi 2024-05-14
}

func ExampleDocument_AddTo() {
	engine, err := attache.New(attache.Options{})
	if err != nil {
		log.Fatal(err)
	}
	b := graph.NewBuilder(graph.Options{Level: graph.CountryLevel, CountryName: engine.CountryName})
	for id, text := range map[string]string{
		"a": "Norway praised Senegal on 2 March 2024.",
		"b": "Norway praised Senegal on 5 March 2024.",
	} {
		doc, err := engine.Extract(context.Background(), attache.Input{ID: id, Text: text})
		if err != nil {
			log.Fatal(err)
		}
		doc.AddTo(b, attache.Runes, 0.5)
		doc.Release()
	}
	for _, e := range b.Graph().Edges {
		fmt.Fprintln(os.Stdout, e.Source, e.Type, e.Target, e.Weight, e.First, e.Last)
	}
	// Output:
	// country:NOR praise country:SEN 2 2024-03-02 2024-03-05
}
