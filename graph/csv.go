package graph

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// WriteNodesCSV writes the nodes with Gephi's headers (Id, Label, Type, …),
// RFC 4180 with CRLF line ends. Cells that a spreadsheet would run as a
// formula begin with an apostrophe.
func (g *Graph) WriteNodesCSV(w io.Writer) error {
	t := newTable(w, "Id", "Label", "Type", "Subtype", "Country", "Wikidata", "Latitude", "Longitude", "Mentions", "Documents")
	for _, n := range g.Nodes {
		lat, lon := "", ""
		if n.HasPlace {
			lat, lon = number(n.Lat), number(n.Lon)
		}
		t.row(text(n.ID), text(n.Label), text(n.Type), text(n.Subtype), text(n.Country), text(n.Wikidata), lat, lon, strconv.Itoa(n.Mentions), strconv.Itoa(n.Documents))
	}
	return t.end()
}

// WriteEdgesCSV writes the edges with Gephi's headers (Source, Target, Type
// as Directed or Undirected, Label, Weight, …) and attache's own columns after
// them. The evidence is the text of the first witness.
func (g *Graph) WriteEdgesCSV(w io.Writer) error {
	t := newTable(w, "Source", "Target", "Type", "Label", "Weight", "Class", "CAMEO", "Polarity", "Modality", "Date", "Last", "Place", "Confidence", "Documents", "Document", "Start", "End", "Evidence")
	for _, e := range g.Edges {
		kind := "Undirected"
		if e.Directed {
			kind = "Directed"
		}
		first := e.Witnesses[0]
		t.row(text(e.Source), text(e.Target), kind, text(e.Type), strconv.Itoa(e.Weight), text(e.Class), text(e.CAMEO), e.Polarity, e.Modality, text(e.First), text(e.Last), text(e.Place),
			strconv.FormatFloat(e.Confidence, 'f', 2, 64), strconv.Itoa(e.Documents), text(first.Document), strconv.Itoa(first.Start), strconv.Itoa(first.End), text(first.Text))
	}
	return t.end()
}

type table struct {
	w   *csv.Writer
	err error
}

func newTable(w io.Writer, header ...string) *table {
	t := &table{w: csv.NewWriter(w)}
	t.w.UseCRLF = true
	t.row(header...)
	return t
}

func (t *table) row(cells ...string) {
	if t.err == nil {
		t.err = t.w.Write(cells)
	}
}

func (t *table) end() error {
	t.w.Flush()
	if t.err != nil {
		return t.err
	}
	return t.w.Error()
}

// text makes a cell of free text safe for spreadsheets, which run cells that
// begin with one of these characters (OWASP, CSV injection), and puts line
// breaks on one line, which many readers of edge lists need.
func text(s string) string {
	if strings.ContainsAny(s, "\r\n\t\x00") {
		s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\r' || r == '\n' || r == '\t' || r == 0 }), " ")
	}
	if s == "" {
		return s
	}
	switch s[0] {
	case '=', '+', '-', '@':
		return "'" + s
	}
	// Full-width forms of the same characters count too.
	for _, p := range [...]string{"＝", "＋", "－", "＠"} {
		if strings.HasPrefix(s, p) {
			return "'" + s
		}
	}
	return s
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
