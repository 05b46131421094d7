package relations_test

import (
	"testing"

	"attache/gazetteers"
	"attache/ner"
	"attache/relations"
	"attache/text"
)

// pipeline is the stages before relations, for one goroutine.
type pipeline struct {
	rec  *ner.Recognizer
	resv *ner.Resolver
	a    ner.Scratch
	b    ner.ResolveScratch
	doc  text.Document
	res  ner.Resolution
}

func newPipeline(tb testing.TB) *pipeline {
	tb.Helper()
	set := gazetteers.Builtin()
	rec, err := ner.New(set)
	if err != nil {
		tb.Fatal(err)
	}
	return &pipeline{rec: rec, resv: ner.NewResolver(set)}
}

func (p *pipeline) read(src string) (*text.Document, *ner.Resolution) {
	p.doc.Parse(src, text.Options{Plain: true})
	p.res = p.resv.Resolve(&p.doc, p.rec.Recognize(&p.doc, &p.a), &p.b)
	return &p.doc, &p.res
}

// TestExamples runs every example and counterexample of the built-in rules.
func TestExamples(t *testing.T) {
	rs, err := relations.Rules(nil, relations.Options{})
	if err != nil {
		t.Fatal(err)
	}
	x, err := relations.New(gazetteers.Builtin(), relations.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if gazetteers.Builtin().NumEntries() < 1000 {
		t.Skip("the gazetteers' index has not been generated")
	}
	p := newPipeline(t)
	for _, err := range x.Check(rs.Rules, p.read) {
		t.Error(err)
	}
}

// readAll reads a whole article with its sections.
func (p *pipeline) readAll(src string) (*text.Document, *ner.Resolution) {
	p.doc.Parse(src, text.Options{})
	p.res = p.resv.Resolve(&p.doc, p.rec.Recognize(&p.doc, &p.a), &p.b)
	return &p.doc, &p.res
}
