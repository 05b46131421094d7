// Package source reads the inputs of the command line: files, folders,
// globs and standard input, each holding one text or a text a line.
package source

import (
	"encoding/json"
	"errors"
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
	// Encoding is what the text was converted from, as the web names it ("windows-1252"); empty
	// for JSONL, which is UTF-8 by definition.
	Encoding string
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

// What can be wrong with an input, besides what the system and the decompressors say.
var (
	ErrBinary  = errors.New("binary data")
	ErrTooLong = errors.New("too long")
	ErrNoMatch = errors.New("no file matches")
	ErrPretty  = errors.New("json that is a list or laid out over lines; one object a line was expected")
)

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

// Read yields the texts of the paths in order. A path is a file, a folder, which is
// walked in the order of names without what is hidden, a glob that [filepath.Match] understands, or "-"
// for standard input. Files may be compressed by gzip or zstd. Memory is bounded by the
// longest text. An input or line that cannot be read is yielded as an *Error, and
// reading goes on behind it.
func Read(paths []string, o Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		r := reader{o: o, max: o.MaxBytes, yield: yield}
		if r.max <= 0 {
			r.max = defaultMax
		}
		r.json.keep = o.KeepExtra
		r.json.paths = [fieldCount][]string{
			fieldID:     or(o.IDField, "id"),
			fieldText:   or(o.TextField, "text"),
			fieldTitle:  or(o.TitleField, "title"),
			fieldDate:   or(o.DateField, "published", "date"),
			fieldSource: or(o.SourceField, "source"),
		}
		for _, p := range paths {
			if !r.path(p) {
				return
			}
		}
	}
}

// or returns the path the user chose, else the usual ones.
func or(chosen string, usual ...string) []string {
	if chosen != "" {
		return []string{chosen}
	}
	return usual
}
