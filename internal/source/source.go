// Package source reads the inputs of the command line: files, folders,
// globs and standard input, each holding one text or a text a line.
package source

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
)

// Input is one text with what its source knows of it.
type Input struct {
	ID        string // the given id, else the path, with ":line" for a line of JSONL
	Text      string // UTF-8
	Title     string
	Published string // as it stands in the source; ISO 8601 is understood
	Source    string
	Path      string // "-" for standard input
	Line      int    // line of a JSONL file, from 1; 0 otherwise
	// Extra is a JSON object of the fields that Options does not map; nil unless asked for.
	Extra json.RawMessage
}

// Kind is the form of an input.
type Kind string

// Kinds of input. Auto decides by content.
const (
	Auto     Kind = ""
	Text     Kind = "text"
	Markdown Kind = "markdown"
	HTML     Kind = "html"
	JSONL    Kind = "jsonl"
)

// Options says how inputs are read. The zero value is good for most.
type Options struct {
	Kind Kind
	// Fields of JSONL objects, as dotted paths; empty ones mean "id", "text",
	// "title", "published" (or "date") and "source".
	IDField, TextField, TitleField, DateField, SourceField string
	// KeepExtra keeps the fields that are not mapped.
	KeepExtra bool
	// MaxBytes is the longest text or line, after decompression; 0 means 64 MiB.
	MaxBytes int
	// Stdin is read for the path "-".
	Stdin io.Reader
}

// Error is an input that could not be read. The others go on.
type Error struct {
	Path string
	Line int // of a JSONL file, 0 otherwise
	Err  error
}

// Error implements error: "path:line: what".
func (e *Error) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: %v", e.Path, e.Line, e.Err)
	}
	return fmt.Sprintf("%s: %v", e.Path, e.Err)
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Item is an input, or the error that stands in its place.
type Item struct {
	Input
	Err error
}

// Read yields the texts of the paths in order; folders are walked in the order
// of their names. An input that cannot be read is yielded as an *Error, and
// reading goes on behind it.
func Read(paths []string, o Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		r := reader{o: o, yield: yield}
		for _, p := range paths {
			if !r.path(p) {
				return
			}
		}
	}
}
