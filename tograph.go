package attache

import (
	"math"

	"attache/gazetteers"
	"attache/graph"
	"attache/text"
)

// AddTo adds the document's entities and relations to a graph, leaving out
// relations less confident than least; the offsets of the witnesses are in the
// given unit. It keeps nothing of the document, which may be released afterwards.
func (d *Document) AddTo(b *graph.Builder, offsets Offsets, least float64) {
	b.NextDocument()
	d.ids.reset(d.Text.Source, offsets)
	set := d.engine.set
	for i := range d.Resolution.Entities {
		e := &d.Resolution.Entities[i]
		n := graph.Node{ID: e.ID, Label: e.Name, Type: set.TypeName(e.Type), Subtype: e.Subtype, Country: e.Country, Mentions: len(e.Mentions)}
		if e.Entry != gazetteers.NoEntry {
			n.Wikidata = set.Wikidata(e.Entry)
			n.Lat, n.Lon, n.HasPlace = set.LatLon(e.Entry)
		}
		b.Node(n)
	}
	for i := range d.Relations {
		r := &d.Relations[i]
		src, dst := d.entityID(r.Source.Entity), d.entityID(r.Target.Entity)
		if src == "" || dst == "" || float64(r.Confidence) < least {
			continue
		}
		b.Edge(graph.Edge{
			Source: src, Target: dst, Type: r.Type, Class: r.Class, CAMEO: r.CAMEO, Directed: !r.Symmetric,
			Polarity: r.Polarity.String(), Modality: r.Modality.String(),
		}, graph.Witness{
			Document: d.Input.ID, Start: d.ids.at(r.Evidence.Start), End: d.ids.at(r.Evidence.End), Text: d.Text.Text(trim(d.Text.Source, r.Evidence)),
			Date: r.Date, Place: d.entityID(r.Place.Entity), Rule: r.Rule, Confidence: math.Round(float64(r.Confidence)*100) / 100,
		})
	}
}

func (d *Document) entityID(i int32) string {
	if i < 0 {
		return ""
	}
	return d.Resolution.Entities[i].ID
}

// maxEvidence is the longest evidence text that an edge keeps, in bytes.
const maxEvidence = 500

// trim shortens a span to maxEvidence bytes, on a rune border.
func trim(src string, s text.Span) text.Span {
	if s.Len() > maxEvidence {
		s.End = s.Start + maxEvidence
		for s.End > s.Start && src[s.End]&0xC0 == 0x80 {
			s.End--
		}
	}
	return s
}
