package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

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
		err := forEach(s, inputs, func(d *attache.Document) ([]byte, error) {
			defer d.Release()
			return out.format(d.AppendJSON(nil, attache.JSONOptions{Offsets: offsets, WithText: c.Bool("with-text")}))
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
	first    []byte // a readable document that waits to learn whether it is the only one
	n        int
}

func (o *documentWriter) format(doc []byte) ([]byte, error) {
	if !o.readable {
		return append(doc, '\n'), nil
	}
	var b bytes.Buffer
	err := json.Indent(&b, doc, "", "  ")
	return b.Bytes(), err
}

func (o *documentWriter) write(doc []byte) error {
	o.n++
	if !o.readable {
		_, err := o.w.Write(doc)
		return err
	}
	if o.n == 1 {
		o.first = doc
		return nil
	}
	if o.n == 2 {
		if _, err := fmt.Fprintf(o.w, "[\n%s", o.first); err != nil {
			return err
		}
		o.first = nil
	}
	_, err := fmt.Fprintf(o.w, ",\n%s", doc)
	return err
}

func (o *documentWriter) end() error {
	if !o.readable || o.n == 0 {
		return nil
	}
	if o.n == 1 {
		_, err := fmt.Fprintf(o.w, "%s\n", o.first)
		return err
	}
	_, err := io.WriteString(o.w, "\n]\n")
	return err
}
