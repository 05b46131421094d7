package ner_test

import (
	"slices"
	"strings"
	"testing"

	"attache/gazetteers"
	"attache/ner"
	"attache/text"
)

// checkMentions reports what is wrong with the mentions of a document: they must be in
// the order of the text, on the borders of tokens of one sentence, and overlap nowhere.
func checkMentions(tb testing.TB, doc *text.Document, ms []ner.Mention) {
	tb.Helper()
	end := int32(0)
	for i, m := range ms {
		switch {
		case m.Start < end || m.End <= m.Start || int(m.End) > len(doc.Source):
			tb.Fatalf("mention %d at %v, the one before it ends at %d", i, m.Span, end)
		case m.Toks.Len() <= 0 || doc.TokSpan(m.Toks) != m.Span:
			tb.Fatalf("mention %d at %v, but its tokens %v are at %v", i, m.Span, m.Toks, doc.TokSpan(m.Toks))
		case m.Toks.First < doc.Sents[m.Sent].Toks.First || m.Toks.Last > doc.Sents[m.Sent].Toks.Last:
			tb.Fatalf("mention %d with tokens %v is not in its sentence %v", i, m.Toks, doc.Sents[m.Sent].Toks)
		case m.Of < -1 || int(m.Of) >= len(ms) || m.Of == int32(i) || m.Holder < -1 || int(m.Holder) >= len(ms):
			tb.Fatalf("mention %d belongs to %d and is held by %d of %d mentions", i, m.Of, m.Holder, len(ms))
		case m.Type == gazetteers.NoType || m.Type == gazetteers.Misc:
			tb.Fatalf("mention %d has type %v", i, m.Type)
		case m.Confidence <= 0 || m.Confidence > 1:
			tb.Fatalf("mention %d has confidence %v", i, m.Confidence)
		case m.Rule == "":
			tb.Fatalf("mention %d has no rule", i)
		}
		end = m.End
	}
}

func FuzzRecognize(f *testing.F) {
	for _, cases := range recognizeCases {
		for _, c := range cases {
			f.Add(c.text)
		}
	}
	f.Add("'' ' '' al- of the and & - / U.S.- 's of's A. B. C. D. E. F. G. H. I. J. K. L. M. N. of O")
	f.Add(strings.Repeat("Foo of the Bar and ", 40))
	f.Add(strings.Repeat("(", 50) + "2009 general and federal election in the of Of OF")
	rec := recognizer(f)
	var sc ner.Scratch
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 1<<16 {
			return
		}
		var doc text.Document
		doc.Parse(src, text.Options{})
		first := slices.Clone(rec.Recognize(&doc, &sc))
		checkMentions(t, &doc, first)
		again := rec.Recognize(&doc, &ner.Scratch{})
		if !slices.Equal(first, again) {
			t.Fatalf("a used Scratch gives %v, a fresh one %v", first, again)
		}
	})
}

// A long document is read in windows: what is found may not depend on where they
// end beyond the evidence, and the buffers stay small.
func TestRecognizeLong(t *testing.T) {
	rec := recognizer(t)
	line := "Japanese Prime Minister Shinzo Abe met the U.S. Secretary of State in Tokyo on Monday. He left.\n\n"
	var doc text.Document
	doc.Parse(strings.Repeat(line, 20_000), text.Options{Plain: true})
	var sc ner.Scratch
	ms := rec.Recognize(&doc, &sc)
	checkMentions(t, &doc, ms)
	abe := 0
	for _, m := range ms {
		if m.Type == gazetteers.Person && doc.Text(m.Span) == "Shinzo Abe" {
			abe++
		}
	}
	if abe != 20_000 {
		t.Errorf("found him %d times in 20000 sentences", abe)
	}
}

func TestRecognizeConcurrently(t *testing.T) {
	rec := recognizer(t)
	var doc text.Document
	doc.Parse("French President Emmanuel Macron called Olaf Scholz, the German chancellor, from the Elysee Palace.", text.Options{})
	want := slices.Clone(rec.Recognize(&doc, &ner.Scratch{}))
	done := make(chan []ner.Mention)
	for range 4 {
		go func() { done <- rec.Recognize(&doc, &ner.Scratch{}) }()
	}
	for range 4 {
		if got := <-done; !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	}
}

func TestRecognizeAllocs(t *testing.T) {
	rec := recognizer(t)
	var doc text.Document
	doc.Parse("Israeli soldiers met U.N. peacekeepers in Naqoura. The head of mission, Anna Lindqvist, welcomed them.", text.Options{})
	var sc ner.Scratch
	rec.Recognize(&doc, &sc)
	if n := testing.AllocsPerRun(50, func() { rec.Recognize(&doc, &sc) }); n > 1 {
		t.Errorf("%v allocations a document, want at most 1 (the values of dates)", n)
	}
}
