package graph

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

func person(id, label, country string) Node {
	return Node{ID: id, Label: label, Type: "PERSON", Country: country, Mentions: 1}
}

func meet(src, dst string) Edge {
	return Edge{Source: src, Target: dst, Type: "meet", Class: "CONSULT", Polarity: "affirmed", Modality: "actual"}
}

// twoDocuments is a graph of two documents that tell of the same meeting in
// different order of the sides.
func twoDocuments(o Options) *Graph {
	b := NewBuilder(o)
	b.NextDocument()
	b.Node(person("person:amina-diallo", "Amina Diallo", "SEN"))
	b.Node(person("person:jonas-berg", "Berg", "NOR"))
	b.Edge(meet("person:amina-diallo", "person:jonas-berg"), Witness{Document: "a", Start: 3, End: 40, Text: "Diallo met Berg", Date: "2024-03-02", Place: "city:SN/dakar", Confidence: 0.8})
	b.NextDocument()
	b.Node(person("person:jonas-berg", "Jonas Berg", "NOR"))
	b.Node(person("person:amina-diallo", "Diallo", "SEN"))
	b.Edge(meet("person:jonas-berg", "person:amina-diallo"), Witness{Document: "b", Start: 0, End: 20, Text: "Berg received Diallo", Date: "2024-03-05", Confidence: 0.9})
	return b.Graph()
}

func TestSymmetricEdgesOfSeveralDocumentsMerge(t *testing.T) {
	g := twoDocuments(Options{})
	if len(g.Nodes) != 2 || len(g.Edges) != 1 {
		t.Fatalf("got %d nodes and %d edges, want 2 and 1", len(g.Nodes), len(g.Edges))
	}
	e := g.Edges[0]
	if e.Weight != 2 || e.Documents != 2 || e.First != "2024-03-02" || e.Last != "2024-03-05" || e.Place != "city:SN/dakar" || e.Confidence != 0.9 {
		t.Errorf("merged edge is %+v", e)
	}
	if g.Nodes[1].Label != "Jonas Berg" || g.Nodes[1].Mentions != 2 || g.Nodes[1].Documents != 2 {
		t.Errorf("merged node is %+v", g.Nodes[1])
	}
}

func TestByDateKeepsEventsApart(t *testing.T) {
	if g := twoDocuments(Options{ByDate: true}); len(g.Edges) != 2 {
		t.Fatalf("got %d edges, want one for each date", len(g.Edges))
	}
}

func TestCountryLevelMakesDyads(t *testing.T) {
	g := twoDocuments(Options{Level: CountryLevel, CountryName: func(c string) string { return map[string]string{"SEN": "Senegal", "NOR": "Norway"}[c] }})
	if len(g.Nodes) != 2 || g.Nodes[0].ID != "country:NOR" || g.Nodes[0].Label != "Norway" || g.Nodes[1].ID != "country:SEN" {
		t.Fatalf("nodes are %+v", g.Nodes)
	}
	if e := g.Edges[0]; e.Source != "country:NOR" || e.Target != "country:SEN" || e.Weight != 2 {
		t.Errorf("dyad is %+v", e)
	}
}

func TestCountryLevelLearnsCountriesFromLaterDocuments(t *testing.T) {
	b := NewBuilder(Options{Level: CountryLevel})
	b.NextDocument()
	b.Node(person("person:amina-diallo", "Diallo", ""))
	b.Node(person("person:jonas-berg", "Berg", "NOR"))
	b.Edge(meet("person:amina-diallo", "person:jonas-berg"), Witness{Document: "a"})
	b.NextDocument()
	b.Node(person("person:amina-diallo", "Amina Diallo", "SEN"))
	g := b.Graph()
	if len(g.Edges) != 1 || g.Edges[0].Source != "country:NOR" || g.Edges[0].Target != "country:SEN" {
		t.Errorf("edges are %+v", g.Edges)
	}
}

func TestDirectedEdgesKeepTheirDirection(t *testing.T) {
	b := NewBuilder(Options{})
	b.Node(person("person:z", "Z", ""))
	b.Node(person("person:a", "A", ""))
	b.Edge(Edge{Source: "person:z", Target: "person:a", Type: "praise", Class: "SUPPORT", Directed: true}, Witness{})
	if e := b.Graph().Edges[0]; e.Source != "person:z" {
		t.Errorf("source is %s", e.Source)
	}
}

func TestCSVIsSafeAndReadable(t *testing.T) {
	b := NewBuilder(Options{})
	b.Node(Node{ID: "org:x", Label: `=HYPERLINK("http://x","y")`, Type: "ORGANIZATION", Mentions: 1})
	b.Node(Node{ID: "org:y", Label: "Line\nbreak, \"quoted\"", Type: "ORGANIZATION", Mentions: 1})
	b.Edge(Edge{Source: "org:x", Target: "org:y", Type: "sue", Class: "ACCUSE", Directed: true}, Witness{Text: "@SUM(A1)\r\nx"})
	g := b.Graph()
	for name, write := range map[string]func(*strings.Builder) error{
		"nodes": func(s *strings.Builder) error { return g.WriteNodesCSV(s) },
		"edges": func(s *strings.Builder) error { return g.WriteEdgesCSV(s) },
	} {
		var s strings.Builder
		if err := write(&s); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(s.String())).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) || strings.Contains(cell, "\n") {
					t.Errorf("%s: cell %q would run or break", name, cell)
				}
			}
		}
		if !strings.Contains(s.String(), "\r\n") {
			t.Errorf("%s: no CRLF", name)
		}
	}
}

func TestJSONAndJSONLHoldTheSame(t *testing.T) {
	g := twoDocuments(Options{})
	var one, many strings.Builder
	if err := g.WriteJSON(&one); err != nil {
		t.Fatal(err)
	}
	if err := g.WriteJSONL(&many); err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Schema string
		Nodes  []Node
		Edges  []Edge
	}
	if err := json.Unmarshal([]byte(one.String()), &doc); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(many.String()), "\n")
	if doc.Schema != Schema || len(lines) != len(doc.Nodes)+len(doc.Edges) || len(doc.Edges[0].Witnesses) != 2 {
		t.Errorf("schema %q, %d lines, %d nodes, %d edges", doc.Schema, len(lines), len(doc.Nodes), len(doc.Edges))
	}
}

func ExampleGraph_WriteEdgesCSV() {
	b := NewBuilder(Options{})
	b.Node(Node{ID: "person:amina-diallo", Label: "Amina Diallo", Type: "PERSON", Mentions: 1})
	b.Node(Node{ID: "country:NOR", Label: "Norway", Type: "COUNTRY", Mentions: 1})
	b.Edge(Edge{Source: "person:amina-diallo", Target: "country:NOR", Type: "visit", Class: "CONSULT", Directed: true, Polarity: "affirmed", Modality: "actual", Confidence: 0.9},
		Witness{Document: "oslo.txt", End: 21, Text: "Diallo visited Norway", Confidence: 0.9})
	var csv strings.Builder
	_ = b.Graph().WriteEdgesCSV(&csv)
	fmt.Print(strings.ReplaceAll(csv.String(), "\r", ""))
	// Output:
	// Source,Target,Type,Label,Weight,Class,CAMEO,Polarity,Modality,Date,Last,Place,Confidence,Documents,Document,Start,End,Evidence
	// person:amina-diallo,country:NOR,Directed,visit,1,CONSULT,,affirmed,actual,,,,0.90,1,oslo.txt,0,21,Diallo visited Norway
}
