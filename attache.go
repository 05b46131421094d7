package attache

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"

	"attache/gazetteers"
	"attache/ner"
	"attache/relations"
	"attache/text"
)

// Options configures an Engine. The zero value is the built-in knowledge
// alone.
type Options struct {
	// Gazetteers are the user's gazetteer files and folders; later ones win by id.
	Gazetteers []string
	// Rules are the user's relation rule files and folders, on top of the built-in ones.
	Rules []string
	// Tagger names the part-of-speech tagger for sentences whose trigger stays
	// ambiguous: "" for the built-in rules alone, "prose" for jdkato/prose.
	Tagger string
	// MaxBytes is the longest text that Extract takes; longer ones are an error. 0 means 8 MiB.
	MaxBytes int
}

// DefaultMaxBytes is the longest text an Engine takes unless told otherwise.
const DefaultMaxBytes = 8 << 20

// Engine extracts entities and relations. It is immutable and safe for
// concurrent use.
type Engine struct {
	opts       Options
	set        *gazetteers.Set
	recognizer *ner.Recognizer
	resolver   *ner.Resolver
	extractor  *relations.Extractor
	typeKeys   []string // for each type what a mention's JSON says of it
	pool       sync.Pool
}

// New makes an Engine. Errors in the user's gazetteers and rules are reported
// all at once, each with its file, line and column.
func New(o Options) (*Engine, error) {
	// The user's gazetteers are compiled once and kept in the user's cache folder.
	set, err := gazetteers.Builtin().Overlay("", o.Gazetteers...)
	if err != nil {
		return nil, err
	}
	return NewWith(set, o)
}

// NewWith makes an Engine that knows a set of gazetteers; Options.Gazetteers
// is not looked at.
func NewWith(set *gazetteers.Set, o Options) (*Engine, error) {
	if o.MaxBytes <= 0 {
		o.MaxBytes = DefaultMaxBytes
	}
	e := &Engine{opts: o, set: set}
	var err error
	if e.recognizer, err = ner.New(e.set); err != nil {
		return nil, err
	}
	e.resolver = ner.NewResolver(e.set)
	e.typeKeys = typeKeys(e.set)
	if e.extractor, err = relations.New(e.set, relations.Options{Rules: o.Rules, Tagger: o.Tagger}); err != nil {
		return nil, err
	}
	return e, nil
}

// Gazetteers returns the engine's knowledge, the user's included.
func (e *Engine) Gazetteers() *gazetteers.Set { return e.set }

// Relations returns the engine's relation extractor, for explanations.
func (e *Engine) Relations() *relations.Extractor { return e.extractor }

// Input is a text and what is known of it beforehand.
type Input struct {
	ID     string
	Text   string // UTF-8; broken sequences are replaced with a warning
	Title  string
	Source string // who published it
	// Published is the date of publication, for texts that carry none of their own.
	Published text.Date
	// Plain turns off the detection of headlines, bylines, captions and articles.
	Plain bool
	// Extra holds further fields of the caller as a JSON object; they are carried along to the output.
	Extra json.RawMessage
}

// TooLongError says that a text is longer than the engine takes.
type TooLongError struct {
	Bytes, Max int
}

// Error implements error.
func (e *TooLongError) Error() string {
	return fmt.Sprintf("text is %d bytes long, and at most %d are read", e.Bytes, e.Max)
}

// Document is what an Engine found in a text. Its parts point into each
// other by index and into Text.Source by span; see the types' docs.
type Document struct {
	Input      Input
	Text       text.Document
	Resolution ner.Resolution
	Relations  []relations.Relation

	engine *Engine
	names  ner.Scratch
	links  ner.ResolveScratch
	frames relations.Scratch
	ids    offsetTable
}

// Extract reads one text. The error is ctx's, or a *TooLongError; nothing
// else about a text is an error, only a warning of the document.
//
// The document is the caller's. Calling Release when done with it is
// optional; it saves the next Extract the memory.
func (e *Engine) Extract(ctx context.Context, in Input) (*Document, error) {
	d, _ := e.pool.Get().(*Document)
	if d == nil {
		d = &Document{engine: e}
	}
	d.Input = in
	if err := d.read(ctx); err != nil {
		d.Release()
		return nil, err
	}
	return d, nil
}

// read is the pipeline.
func (d *Document) read(ctx context.Context) error {
	e, in := d.engine, &d.Input
	if err := ctx.Err(); err != nil {
		return err
	}
	if len(in.Text) > e.opts.MaxBytes {
		return &TooLongError{len(in.Text), e.opts.MaxBytes}
	}
	d.Text.Parse(in.Text, text.Options{Title: in.Title, Published: in.Published, Plain: in.Plain})
	mentions := e.recognizer.Recognize(&d.Text, &d.names)
	d.Resolution = e.resolver.Resolve(&d.Text, mentions, &d.links)
	d.Relations = e.extractor.Extract(&d.Text, &d.Resolution, &d.frames)
	return nil
}

// Trace is Extract that also keeps every candidate reading that was weighed,
// with its evidence. It is slower and is for explanations.
func (e *Engine) Trace(ctx context.Context, in Input) (*Document, *ner.Trace, error) {
	d := &Document{engine: e, Input: in}
	d.names.Trace = new(ner.Trace)
	if err := d.read(ctx); err != nil {
		return nil, nil, err
	}
	return d, d.names.Trace, nil
}

// retainBytes is the longest text whose buffers are kept for the next
// document, so that one huge text does not hold memory for ever.
const retainBytes = 1 << 20

// Release gives the document's memory back to its engine. The document and
// everything reached through it must not be used afterwards.
func (d *Document) Release() {
	e := d.engine
	if e == nil || d.names.Trace != nil || len(d.Text.Source) > retainBytes {
		return
	}
	d.Input = Input{}
	e.pool.Put(d)
}

// CountryName returns the name of a country by its ISO 3166-1 alpha-3 code,
// "" if the code is unknown.
func (e *Engine) CountryName(iso3 string) string {
	if id := e.set.CountryByISO(iso3); id != gazetteers.NoEntry {
		return e.set.Name(id)
	}
	return ""
}

// TypeName returns the name of a type of mentions and entities: "PERSON", or a
// type of the user's own.
func (d *Document) TypeName(t gazetteers.Type) string { return d.engine.set.TypeName(t) }
