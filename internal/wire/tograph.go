package wire

import "attache/graph"

// AddTo adds an extracted document to a graph, leaving out relations less
// confident than least.
func (d *Document) AddTo(b *graph.Builder, least float64) {
	b.NextDocument()
	for i := range d.Entities {
		e := &d.Entities[i]
		n := graph.Node{ID: e.ID, Label: e.Name, Type: e.Type, Subtype: e.Subtype, Country: e.Country, Wikidata: e.Wikidata, Mentions: len(e.Mentions)}
		if e.Lat != nil && e.Lon != nil {
			n.Lat, n.Lon, n.HasPlace = *e.Lat, *e.Lon, true
		}
		b.Node(n)
	}
	for i := range d.Relations {
		r := &d.Relations[i]
		if r.Confidence < least {
			continue
		}
		b.Edge(graph.Edge{Source: r.Source, Target: r.Target, Type: r.Type, Class: r.Class, CAMEO: r.CAMEO, Directed: !r.Symmetric, Polarity: r.Polarity, Modality: r.Modality},
			graph.Witness{Document: d.ID, Start: r.Evidence.Start, End: r.Evidence.End, Date: deref(r.Date), Place: deref(r.Place), Rule: r.Rule, Confidence: r.Confidence})
	}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
