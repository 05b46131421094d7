package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"attache"
	"attache/graph"
	"attache/internal/wire"
)

func graphCommand() *cli.Command {
	return &cli.Command{
		Name:      "graph",
		Usage:     "merge documents into one graph of nodes and edges",
		ArgsUsage: "FILE|FOLDER|-...",
		Description: "Inputs are texts, as for extract, or what extract wrote as JSONL.\n" +
			"With --format csv and --out DIR it writes nodes.csv and edges.csv with Gephi's headers;\n" +
			"without --out the edge list goes to standard output.",
		Flags: append(append([]cli.Flag{
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Value: "csv", Usage: "`FORMAT`: csv, json or jsonl"},
			&cli.StringFlag{Name: "level", Value: "entity", Usage: "`LEVEL`: entity, or country to roll people, offices, groups and organizations up to their countries"},
			&cli.BoolFlag{Name: "by-date", Usage: "keep events of different dates apart, an edge a date"},
			&cli.Float64Flag{Name: "min-confidence", Usage: "leave out relations below `N` (0 to 1)"},
			&cli.BoolFlag{Name: "documents", Usage: "with --format csv and --out, also write the documents as documents.jsonl"},
			offsetsFlag(), outFlag(),
		}, knowledgeFlags()...), inputFlags()...),
		Action: mergeGraph,
	}
}

func mergeGraph(c *cli.Context) error {
	inputs, err := paths(c)
	if err != nil {
		return err
	}
	write, err := graphWriter(c)
	if err != nil {
		return err
	}
	var level graph.Level
	switch l := c.String("level"); l {
	case "entity":
	case "country":
		level = graph.CountryLevel
	default:
		return usageError{fmt.Errorf("unknown level %q, expected entity or country", l)}
	}
	s, err := openSession(c)
	if err != nil {
		return err
	}
	offsets, err := s.offsets()
	if err != nil {
		return err
	}
	documents := io.Discard
	if c.Bool("documents") {
		f, err := documentsFile(c)
		if err != nil {
			return err
		}
		w := bufio.NewWriterSize(f, 1<<16)
		documents = w
		defer f.Close()
		finish := write
		write = func(g *graph.Graph) error {
			if err := errors.Join(w.Flush(), f.Close()); err != nil {
				return err
			}
			return finish(g)
		}
	}
	b := graph.NewBuilder(graph.Options{Level: level, ByDate: c.Bool("by-date"), CountryName: s.engine.CountryName})
	failed := false
	for _, path := range inputs {
		var err error
		if docs := s.documentsIn(path); docs != nil {
			err = s.addExtracted(b, path, docs)
		} else {
			err = s.addTexts(b, path, offsets, documents)
		}
		if errors.Is(err, errSomeFailed) {
			failed = true
		} else if err != nil {
			return err
		}
	}
	g := b.Graph()
	if err := write(g); err != nil {
		return err
	}
	if out := c.String("out"); out != "" && out != "-" && !c.Bool("quiet") {
		fmt.Fprintf(s.stderr, "attache: %d nodes and %d edges in %s\n", len(g.Nodes), len(g.Edges), out)
	}
	if failed {
		return errSomeFailed
	}
	return nil
}

// graphWriter gives what writes the graph in the format that the flags ask for.
func graphWriter(c *cli.Context) (func(*graph.Graph) error, error) {
	one := func(f func(*graph.Graph, io.Writer) error) func(*graph.Graph) error {
		return func(g *graph.Graph) error {
			return output(c, func(w io.Writer) error { return f(g, w) })
		}
	}
	switch f := c.String("format"); f {
	case "json":
		return one((*graph.Graph).WriteJSON), nil
	case "jsonl":
		return one((*graph.Graph).WriteJSONL), nil
	case "csv":
		dir := c.String("out")
		if dir == "" || dir == "-" {
			return one((*graph.Graph).WriteEdgesCSV), nil
		}
		return func(g *graph.Graph) error {
			if err := os.MkdirAll(dir, 0o777); err != nil {
				return usageError{err}
			}
			if err := writeFile(filepath.Join(dir, "nodes.csv"), func(w io.Writer) error { return g.WriteNodesCSV(w) }); err != nil {
				return err
			}
			return writeFile(filepath.Join(dir, "edges.csv"), func(w io.Writer) error { return g.WriteEdgesCSV(w) })
		}, nil
	default:
		return nil, usageError{fmt.Errorf("unknown format %q, expected csv, json or jsonl", f)}
	}
}

// documentsFile creates documents.jsonl in the folder of --out.
func documentsFile(c *cli.Context) (*os.File, error) {
	dir := c.String("out")
	if c.String("format") != "csv" || dir == "" || dir == "-" {
		return nil, usageError{errors.New("--documents needs --format csv and --out DIR")}
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, usageError{err}
	}
	f, err := os.Create(filepath.Join(dir, "documents.jsonl"))
	if err != nil {
		return nil, usageError{err}
	}
	return f, nil
}

// page is a document and what it is written as.
type page struct {
	doc  *attache.Document
	json []byte
}

// addTexts merges texts and writes them to documents. The workers hand their
// documents on as they are, and the one that merges releases them.
func (s *session) addTexts(b *graph.Builder, path string, offsets attache.Offsets, documents io.Writer) error {
	least := s.c.Float64("min-confidence")
	return forEach(s, []string{path}, func(d *attache.Document) (page, error) {
		p := page{doc: d}
		if documents != io.Discard {
			p.json = append(d.AppendJSON(nil, attache.JSONOptions{Offsets: offsets}), '\n')
		}
		return p, nil
	}, func(p page) error {
		p.doc.AddTo(b, offsets, least)
		p.doc.Release()
		_, err := documents.Write(p.json)
		return err
	})
}

// documentsIn returns the documents that a path holds when extract wrote it,
// nil when it holds texts. Standard input is looked at without being used up.
func (s *session) documentsIn(path string) io.ReadCloser {
	if path == "-" {
		r := bufio.NewReaderSize(s.c.App.Reader, 1<<16)
		s.c.App.Reader = r
		if head, _ := r.Peek(len(documentHead)); string(head) == documentHead {
			return io.NopCloser(r)
		}
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil // reading it as texts says what is wrong
	}
	head := make([]byte, len(documentHead))
	if _, err := io.ReadFull(f, head); err == nil && string(head) == documentHead {
		if _, err := f.Seek(0, io.SeekStart); err == nil {
			return f
		}
	}
	f.Close()
	return nil
}

// documentHead is how every line that extract writes begins.
const documentHead = `{"schema":"` + wire.Schema + `"`

// addExtracted merges a stream of documents, an object a line.
func (s *session) addExtracted(b *graph.Builder, path string, in io.ReadCloser) error {
	defer in.Close()
	least, failed := s.c.Float64("min-confidence"), false
	r := bufio.NewReaderSize(in, 1<<20)
	for line := 1; ; line++ {
		data, err := r.ReadBytes('\n')
		if len(bytes.TrimSpace(data)) > 0 {
			var d wire.Document
			jerr := json.Unmarshal(data, &d)
			if jerr == nil && d.Schema != wire.Schema {
				jerr = fmt.Errorf("schema is %q, expected %q", d.Schema, wire.Schema)
			}
			if jerr != nil {
				failed = true
				fmt.Fprintf(s.stderr, "attache: %s:%d: %v\n", path, line, jerr)
			} else {
				d.AddTo(b, least)
			}
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", path, line, err)
		}
	}
	if failed {
		return errSomeFailed
	}
	return nil
}
