package relations

import (
	"attache/gazetteers"
	"attache/ner"
	"attache/text"
)

// mref is a mention of the sentence under analysis.
type mref struct {
	m    int32 // index into the resolution's mentions
	a, b int16 // tokens of the sentence [a, b)
}

// sentence is the analysis of one sentence; its slices are reused from one sentence to the next.
type sentence struct {
	p     *program
	set   *gazetteers.Set
	doc   *text.Document
	res   *ner.Resolution
	index int32 // of the sentence
	lead  int   // tokens before the sentence proper
	first int   // its first token in the document
	flags text.SentFlags
	kind  text.SectionKind

	outside   outside
	tok       []tok
	men       []mref
	asActor   bool // sides are looked for, not places
	noCapital bool // a capital does not stand for its government
	loose     bool // nationalities of things count as sides
	chunks    []chunk
	ngs       []nounGroup
	vgs       []verbGroup
	clauses   []clause
}

func (s *sentence) mention(local int16) *ner.Mention { return &s.res.Mentions[s.men[local].m] }

// span is the byte range of the sentence's tokens [a, b).
func (s *sentence) span(a, b int) text.Span {
	return text.Span{Start: s.doc.Tokens[s.first+a].Start, End: s.doc.Tokens[s.first+b-1].End}
}

// word is the source text of token i.
func (s *sentence) word(i int) string {
	d := &s.doc.Tokens[s.first+i]
	return s.doc.Source[d.Start:d.End]
}
