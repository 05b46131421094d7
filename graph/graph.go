// Package graph merges what documents tell into one graph of entities and
// relations, and writes it in the formats that graph tools read.
//
// A [Builder] takes nodes and edges document by document; its memory grows
// with the graph, never with the texts. The [Graph] it makes is sorted and so
// the same for any order of workers. Each edge keeps its witnesses: the
// document and the span that prove it.
package graph

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Node is an entity.
type Node struct {
	ID      string `json:"id"`
	Label   string `json:"label"`
	Type    string `json:"type"`
	Subtype string `json:"subtype,omitempty"`
	Country string `json:"country,omitempty"` // ISO 3166-1 alpha-3
	// Wikidata, Lat and Lon come from the gazetteer; HasPlace says that Lat and Lon are known.
	Wikidata string  `json:"wikidata,omitempty"`
	HasPlace bool    `json:"-"`
	Lat      float64 `json:"lat,omitempty"`
	Lon      float64 `json:"lon,omitempty"`
	// Mentions and Documents count where the entity was named.
	Mentions  int `json:"mentions"`
	Documents int `json:"documents"`
}

// Witness is one place in a document that proves an edge. Start and End are
// offsets into the document in the unit that the run asked for, half-open.
type Witness struct {
	Document   string  `json:"document"`
	Start      int     `json:"start"`
	End        int     `json:"end"`
	Text       string  `json:"text,omitempty"` // the evidence, kept for the first few witnesses of an edge
	Date       string  `json:"date,omitempty"`
	Place      string  `json:"place,omitempty"` // node id
	Rule       string  `json:"rule,omitempty"`
	Confidence float64 `json:"confidence"`
}

// Edge is a relation between two nodes, merged over all documents that tell it.
type Edge struct {
	Source   string `json:"source"`
	Target   string `json:"target"`
	Type     string `json:"type"`
	Class    string `json:"class,omitempty"`
	CAMEO    string `json:"cameo,omitempty"`
	Directed bool   `json:"directed"`
	Polarity string `json:"polarity"`
	Modality string `json:"modality"`
	Weight   int    `json:"weight"` // number of witnesses
	// First and Last are the earliest and latest dates of the witnesses that have a
	// calendar date; Place is the place most witnesses name.
	First      string    `json:"first,omitempty"`
	Last       string    `json:"last,omitempty"`
	Place      string    `json:"place,omitempty"`
	Confidence float64   `json:"confidence"` // of the most confident witness
	Documents  int       `json:"documents"`
	Witnesses  []Witness `json:"witnesses"`
}

// Graph is a finished graph: nodes sorted by id, edges by source, target,
// type, polarity, modality and date.
type Graph struct {
	Nodes []Node
	Edges []Edge
}

// Level is how far entities are rolled up.
type Level uint8

// Levels.
const (
	// EntityLevel keeps every entity as a node.
	EntityLevel Level = iota
	// CountryLevel joins people, roles, groups, organizations and places to their
	// countries where these are known; an entity without a country stays itself.
	CountryLevel
)

// Options configures a Builder. The zero value keeps every entity and merges
// over dates.
type Options struct {
	Level Level
	// ByDate keeps events of different dates apart: the edge list of event data.
	ByDate bool
	// CountryName gives the name of a country by its alpha-3 code, for CountryLevel.
	CountryName func(iso3 string) string
	// EvidenceTexts is how many witnesses of an edge keep their text; 0 means 3, −1 none.
	EvidenceTexts int
}

type edgeKey struct {
	source, target, kind, class, polarity, modality, date string
}

// Builder merges documents into a graph. It is not safe for concurrent use.
type Builder struct {
	opts  Options
	nodes map[string]*nodeState
	edges map[edgeKey]*Edge
	doc   int // number of the current document
}

type nodeState struct {
	Node
	lastDoc int
}

// NewBuilder makes an empty Builder.
func NewBuilder(o Options) *Builder {
	if o.EvidenceTexts == 0 {
		o.EvidenceTexts = 3
	}
	return &Builder{opts: o, nodes: map[string]*nodeState{}, edges: map[edgeKey]*Edge{}}
}

// NextDocument says that what follows comes from another document.
func (b *Builder) NextDocument() { b.doc++ }

// Node adds the mentions of an entity in the current document. Strings are
// copied when they are kept, so they may point into the document's text.
func (b *Builder) Node(n Node) {
	st := b.nodes[n.ID]
	if st == nil {
		n.ID, n.Label, n.Country = strings.Clone(n.ID), strings.Clone(n.Label), strings.Clone(n.Country)
		n.Subtype, n.Type = strings.Clone(n.Subtype), strings.Clone(n.Type)
		st = &nodeState{Node: n, lastDoc: b.doc}
		st.Documents = 1
		b.nodes[n.ID] = st
		return
	}
	st.Mentions += n.Mentions
	// The most telling label is the longest. Ties go to the smaller string, here and below, so that
	// the order of documents does not matter.
	if len(n.Label) > len(st.Label) || len(n.Label) == len(st.Label) && n.Label < st.Label {
		st.Label = strings.Clone(n.Label)
	}
	if n.Country != "" && (st.Country == "" || n.Country < st.Country) {
		st.Country = strings.Clone(n.Country)
	}
	if st.lastDoc != b.doc {
		st.lastDoc = b.doc
		st.Documents++
	}
}

// Edge adds one relation of the current document, whose nodes have been added
// before; an edge between unknown nodes is left out.
func (b *Builder) Edge(e Edge, w Witness) {
	ns, nd := b.nodes[e.Source], b.nodes[e.Target]
	if ns == nil || nd == nil {
		return
	}
	e.Source, e.Target = ns.ID, nd.ID
	w.Document, w.Date, w.Rule = strings.Clone(w.Document), strings.Clone(w.Date), strings.Clone(w.Rule)
	if p := b.nodes[w.Place]; p != nil {
		w.Place = p.ID
	} else {
		w.Place = strings.Clone(w.Place)
	}
	b.add(b.edges, e, w)
}

// add merges one witness of an edge into a set of edges.
func (b *Builder) add(edges map[edgeKey]*Edge, e Edge, w Witness) {
	if !e.Directed && e.Source > e.Target {
		e.Source, e.Target = e.Target, e.Source
	}
	k := edgeKey{source: e.Source, target: e.Target, kind: e.Type, class: e.Class, polarity: e.Polarity, modality: e.Modality}
	if b.opts.ByDate {
		k.date = w.Date
	}
	st := edges[k]
	if st == nil {
		e.Type, e.Class, e.CAMEO = strings.Clone(e.Type), strings.Clone(e.Class), strings.Clone(e.CAMEO)
		k.kind, k.class = e.Type, e.Class
		e.Weight, e.Confidence, e.Witnesses = 0, 0, nil
		st = &e
		edges[k] = st
	}
	if len(st.Witnesses) < b.opts.EvidenceTexts {
		w.Text = strings.Clone(w.Text)
	} else {
		w.Text = ""
	}
	st.Witnesses = append(st.Witnesses, w)
	st.Weight++
	st.Confidence = max(st.Confidence, w.Confidence)
}

// Graph finishes the graph. The Builder can go on to be used; the Graph does
// not change with it.
func (b *Builder) Graph() *Graph {
	g := &Graph{}
	nodes, edges := b.nodes, b.edges
	if b.opts.Level == CountryLevel {
		nodes, edges = b.rollUp()
	}
	for _, n := range nodes {
		g.Nodes = append(g.Nodes, n.Node)
	}
	for _, st := range edges {
		e := *st
		e.Witnesses = slices.Clone(e.Witnesses)
		e.Documents = documents(e.Witnesses)
		e.First, e.Last = dateRange(e.Witnesses)
		e.Place = commonPlace(e.Witnesses)
		g.Edges = append(g.Edges, e)
	}
	slices.SortFunc(g.Nodes, func(x, y Node) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(g.Edges, func(x, y Edge) int {
		return cmp.Or(cmp.Compare(x.Source, y.Source), cmp.Compare(x.Target, y.Target), cmp.Compare(x.Type, y.Type), cmp.Compare(x.Class, y.Class),
			cmp.Compare(x.Polarity, y.Polarity), cmp.Compare(x.Modality, y.Modality), cmp.Compare(x.First, y.First), cmp.Compare(dateOf(x), dateOf(y)))
	})
	return g
}

// rollUp joins entities to their countries. It happens at the end because the
// country of an entity may become known in a later document than its events.
func (b *Builder) rollUp() (map[string]*nodeState, map[edgeKey]*Edge) {
	nodes := map[string]*nodeState{}
	to := make(map[string]string, len(b.nodes))
	for _, id := range slices.Sorted(maps.Keys(b.nodes)) {
		n := *b.nodes[id]
		if n.Country != "" && n.Type != "COUNTRY" {
			n.Node = Node{ID: "country:" + n.Country, Label: b.countryName(n.Country), Type: "COUNTRY", Country: n.Country, Mentions: n.Mentions, Documents: n.Documents}
		}
		to[id] = n.ID
		if st := nodes[n.ID]; st != nil {
			st.Mentions += n.Mentions
			// Documents that name several entities of a country cannot be told apart here; the largest count is a lower bound.
			st.Documents = max(st.Documents, n.Documents)
		} else {
			nodes[n.ID] = &n
		}
	}
	keys := slices.SortedFunc(maps.Keys(b.edges), func(x, y edgeKey) int {
		return cmp.Or(cmp.Compare(x.source, y.source), cmp.Compare(x.target, y.target), cmp.Compare(x.kind, y.kind), cmp.Compare(x.class, y.class),
			cmp.Compare(x.polarity, y.polarity), cmp.Compare(x.modality, y.modality), cmp.Compare(x.date, y.date))
	})
	edges := map[edgeKey]*Edge{}
	for _, k := range keys {
		e := *b.edges[k]
		e.Source, e.Target = to[e.Source], to[e.Target]
		if e.Source == e.Target && e.Class == "" {
			continue // that a minister represents the country says nothing between countries
		}
		for _, w := range b.edges[k].Witnesses {
			if p, ok := to[w.Place]; ok {
				w.Place = p
			}
			b.add(edges, e, w)
		}
	}
	return nodes, edges
}

func (b *Builder) countryName(iso3 string) string {
	if b.opts.CountryName != nil {
		if s := b.opts.CountryName(iso3); s != "" {
			return s
		}
	}
	return iso3
}

// documents counts the documents of witnesses.
func documents(ws []Witness) int {
	n, seen := 0, map[string]bool{}
	for _, w := range ws {
		if !seen[w.Document] {
			seen[w.Document] = true
			n++
		}
	}
	return n
}

func dateOf(e Edge) string { return e.Witnesses[0].Date }

// dateRange gives the first and last of the dates that begin with a year.
func dateRange(ws []Witness) (first, last string) {
	for _, w := range ws {
		if len(w.Date) < 4 || w.Date[0] < '0' || w.Date[0] > '9' {
			continue
		}
		if first == "" || w.Date < first {
			first = w.Date
		}
		if w.Date > last {
			last = w.Date
		}
	}
	return first, last
}

// commonPlace gives the place that most witnesses name, the smallest id on a tie.
func commonPlace(ws []Witness) string {
	best, most := "", 0
	for i, w := range ws {
		if w.Place == "" || w.Place == best {
			continue
		}
		n := 0
		for _, o := range ws[i:] {
			if o.Place == w.Place {
				n++
			}
		}
		if n > most || n == most && w.Place < best {
			best, most = w.Place, n
		}
	}
	return best
}
