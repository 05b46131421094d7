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
	opts   Options
	nodes  map[string]*nodeState
	edges  map[edgeKey]*edgeState
	rolled map[string]string // node id → id it is rolled up to
	doc    int               // number of the current document
}

type nodeState struct {
	Node
	lastDoc int
}

type edgeState struct {
	Edge
	lastDoc int
}

// NewBuilder makes an empty Builder.
func NewBuilder(o Options) *Builder {
	if o.EvidenceTexts == 0 {
		o.EvidenceTexts = 3
	}
	return &Builder{opts: o, nodes: map[string]*nodeState{}, edges: map[edgeKey]*edgeState{}, rolled: map[string]string{}}
}

// NextDocument says that what follows comes from another document.
func (b *Builder) NextDocument() { b.doc++ }

// Node adds the mentions of an entity in the current document. Strings are
// copied when they are kept, so they may point into the document's text.
func (b *Builder) Node(n Node) {
	id := b.rollUp(&n)
	st := b.nodes[id]
	if st == nil {
		n.ID, n.Label = strings.Clone(n.ID), strings.Clone(n.Label)
		mentions := n.Mentions
		st = &nodeState{Node: n}
		st.Mentions, st.Documents = mentions, 0
		st.lastDoc = b.doc - 1
		b.nodes[st.ID] = st
	} else {
		st.Mentions += n.Mentions
		// The most telling label is the longest; ties go to the smaller string, so that the order of documents does not matter.
		if len(n.Label) > len(st.Label) || len(n.Label) == len(st.Label) && n.Label < st.Label {
			st.Label = strings.Clone(n.Label)
		}
	}
	if st.lastDoc != b.doc {
		st.lastDoc = b.doc
		st.Documents++
	}
}

// rollUp replaces the node by its country when the level asks for it, and
// remembers where its id went.
func (b *Builder) rollUp(n *Node) string {
	if b.opts.Level != CountryLevel || n.Country == "" || n.Type == "COUNTRY" {
		return n.ID
	}
	id := "country:" + n.Country
	b.rolled[strings.Clone(n.ID)] = id
	name := n.Country
	if b.opts.CountryName != nil {
		if s := b.opts.CountryName(n.Country); s != "" {
			name = s
		}
	}
	*n = Node{ID: id, Label: name, Type: "COUNTRY", Country: n.Country, Mentions: n.Mentions}
	return id
}

func (b *Builder) idOf(id string) string {
	if to, ok := b.rolled[id]; ok {
		return to
	}
	return id
}

// Edge adds one relation of the current document, whose nodes have been added
// before. An edge between nodes that are unknown, or joined into one by the
// level when it is a state relation, is left out.
func (b *Builder) Edge(e Edge, w Witness) {
	src, dst := b.idOf(e.Source), b.idOf(e.Target)
	ns, nd := b.nodes[src], b.nodes[dst]
	if ns == nil || nd == nil || ns == nd && e.Class == "" {
		return
	}
	src, dst = ns.ID, nd.ID
	if !e.Directed && src > dst {
		src, dst = dst, src
	}
	k := edgeKey{source: src, target: dst, kind: e.Type, class: e.Class, polarity: e.Polarity, modality: e.Modality}
	if b.opts.ByDate {
		k.date = w.Date
	}
	st := b.edges[k]
	if st == nil {
		k.date = strings.Clone(k.date)
		e.Source, e.Target = src, dst
		e.Weight, e.Documents, e.Witnesses = 0, 0, nil
		st = &edgeState{Edge: e, lastDoc: b.doc - 1}
		b.edges[k] = st
	}
	w.Document, w.Date = strings.Clone(w.Document), strings.Clone(w.Date)
	w.Place = strings.Clone(b.idOf(w.Place))
	if len(st.Witnesses) < b.opts.EvidenceTexts {
		w.Text = strings.Clone(w.Text)
	} else {
		w.Text = ""
	}
	st.Witnesses = append(st.Witnesses, w)
	st.Weight++
	st.Confidence = max(st.Confidence, w.Confidence)
	if st.lastDoc != b.doc {
		st.lastDoc = b.doc
		st.Documents++
	}
}

// Graph finishes the graph. The Builder can go on to be used; the Graph does
// not change with it.
func (b *Builder) Graph() *Graph {
	g := &Graph{Nodes: make([]Node, 0, len(b.nodes)), Edges: make([]Edge, 0, len(b.edges))}
	for _, n := range b.nodes {
		g.Nodes = append(g.Nodes, n.Node)
	}
	for _, st := range b.edges {
		e := st.Edge
		e.Witnesses = slices.Clone(e.Witnesses)
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
