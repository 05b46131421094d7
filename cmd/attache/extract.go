package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"sync"

	"github.com/urfave/cli/v2"

	"attache"
)

func extractCommand() *cli.Command {
	return &cli.Command{
		Name:      "extract",
		Usage:     "write mentions, entities and relations as JSON",
		ArgsUsage: "FILE|FOLDER|-...",
		Flags: append(append([]cli.Flag{
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Value: "json", Usage: "`FORMAT`: json, indented for reading, or jsonl, a document a line"},
			offsetsFlag(), outFlag(),
			&cli.BoolFlag{Name: "with-text", Usage: "write the text too, which the offsets point into"},
		}, knowledgeFlags()...), inputFlags()...),
		Action: extract,
	}
}

func extract(c *cli.Context) error {
	inputs, err := paths(c)
	if err != nil {
		return err
	}
	format := c.String("format")
	if format != "json" && format != "jsonl" {
		return usageError{fmt.Errorf("unknown format %q, expected json or jsonl", format)}
	}
	s, err := openSession(c)
	if err != nil {
		return err
	}
	offsets, err := s.offsets()
	if err != nil {
		return err
	}
	return output(c, func(w io.Writer) error {
		out := documentWriter{w: w, readable: format == "json"}
		o := attache.JSONOptions{Offsets: offsets, WithText: c.Bool("with-text")}
		err := forEach(s, inputs, func(d *attache.Document) (*bytes.Buffer, error) {
			defer d.Release()
			return out.format(d, o)
		}, out.write)
		if err := out.end(); err != nil {
			return err
		}
		return err
	})
}

// documentWriter writes documents as JSONL, or readable: one as an indented
// object, several as an array of them.
type documentWriter struct {
	w        io.Writer
	readable bool
	first    *bytes.Buffer // a readable document that waits to learn whether it is the only one
	n        int
	// spare are buffers of written documents: the JSON of a document is several times its text.
	spare sync.Pool
}

// retainBytes is the largest buffer that is kept for further documents.
const retainBytes = 4 << 20

func (o *documentWriter) buffer() *bytes.Buffer {
	if b, ok := o.spare.Get().(*bytes.Buffer); ok {
		return b
	}
	return new(bytes.Buffer)
}

func (o *documentWriter) done(b *bytes.Buffer) {
	if b.Cap() <= retainBytes {
		b.Reset()
		o.spare.Put(b)
	}
}

// format returns a document in a buffer that write gives back. It is called by several workers.
func (o *documentWriter) format(d *attache.Document, opts attache.JSONOptions) (*bytes.Buffer, error) {
	b := o.buffer()
	line := d.AppendJSON(b.AvailableBuffer(), opts)
	if !o.readable {
		line = append(line, '\n')
		b.Write(line) // in place, or the larger buffer that line grew into
		return b, nil
	}
	pretty := o.buffer()
	err := json.Indent(pretty, line, "", "  ")
	o.done(b)
	return pretty, err
}

func (o *documentWriter) write(doc *bytes.Buffer) error {
	o.n++
	if !o.readable {
		_, err := o.w.Write(doc.Bytes())
		o.done(doc)
		return err
	}
	if o.n == 1 {
		o.first = doc
		return nil
	}
	if o.n == 2 {
		if _, err := fmt.Fprintf(o.w, "[\n%s", o.first.Bytes()); err != nil {
			return err
		}
		o.first = nil
	}
	_, err := fmt.Fprintf(o.w, ",\n%s", doc.Bytes())
	o.done(doc)
	return err
}

func (o *documentWriter) end() error {
	if !o.readable || o.n == 0 {
		return nil
	}
	if o.n == 1 {
		_, err := fmt.Fprintf(o.w, "%s\n", o.first.Bytes())
		return err
	}
	_, err := io.WriteString(o.w, "\n]\n")
	return err
}
