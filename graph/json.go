package graph

import (
	"bufio"
	"encoding/json"
	"io"
)

// Schema is the schema name of the JSON output.
const Schema = "attache/graph/v1"

// WriteJSON writes the graph as one JSON object {"schema", "nodes", "edges"},
// a node or an edge a line.
func (g *Graph) WriteJSON(w io.Writer) error {
	b := bufio.NewWriter(w)
	b.WriteString(`{"schema":"` + Schema + `","nodes":[`)
	if err := writeList(b, g.Nodes); err != nil {
		return err
	}
	b.WriteString("\n],\"edges\":[")
	if err := writeList(b, g.Edges); err != nil {
		return err
	}
	b.WriteString("\n]}\n")
	return b.Flush()
}

func writeList[T any](b *bufio.Writer, list []T) error {
	for i := range list {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		if err := writeValue(b, &list[i]); err != nil {
			return err
		}
	}
	return nil
}

// WriteJSONL writes a JSON object a line: first the nodes, each
// {"node": {…}}, then the edges, each {"edge": {…}}.
func (g *Graph) WriteJSONL(w io.Writer) error {
	b := bufio.NewWriter(w)
	for i := range g.Nodes {
		b.WriteString(`{"node":`)
		if err := writeValue(b, &g.Nodes[i]); err != nil {
			return err
		}
		b.WriteString("}\n")
	}
	for i := range g.Edges {
		b.WriteString(`{"edge":`)
		if err := writeValue(b, &g.Edges[i]); err != nil {
			return err
		}
		b.WriteString("}\n")
	}
	return b.Flush()
}

func writeValue(b *bufio.Writer, v any) error {
	data, err := json.Marshal(v)
	if err == nil {
		_, err = b.Write(data)
	}
	return err
}
