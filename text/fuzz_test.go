package text

import (
	"slices"
	"testing"
	"unicode/utf8"
)

// check fails the test unless the document keeps what Parse promises.
func check(t *testing.T, d *Document) {
	t.Helper()
	src := d.Source
	if !utf8.ValidString(src) {
		t.Fatal("source is no valid UTF-8")
	}
	span := func(what string, s Span) {
		if s.Start < 0 || s.End < s.Start || int(s.End) > len(src) {
			t.Fatalf("%s: span %v out of bounds", what, s)
		}
		if int(s.Start) < len(src) && !utf8.RuneStart(src[s.Start]) || int(s.End) < len(src) && !utf8.RuneStart(src[s.End]) {
			t.Fatalf("%s: span %v cuts a rune", what, s)
		}
	}
	end := int32(0)
	for i := range d.Tokens {
		k := &d.Tokens[i]
		span("token", k.Span)
		if k.Start < end || k.Len() == 0 {
			t.Fatalf("token %d %v overlaps or is empty", i, k.Span)
		}
		if k.Hash == 0 {
			t.Fatalf("token %d has hash 0", i)
		}
		end = k.End
	}
	tok, sent, sec := int32(0), int32(0), int32(0)
	for ai, a := range d.Articles {
		span("article", a.Span)
		span("title", a.Title)
		span("place", a.Place)
		span("agency", a.Agency)
		span("date", a.PublishedBy)
		if a.Sections.First != sec || a.Sections.Len() < 1 {
			t.Fatalf("article %d has sections %v, want from %d", ai, a.Sections, sec)
		}
		for si := a.Sections.First; si < a.Sections.Last; si++ {
			s := d.Sections[si]
			if s.Article != int32(ai) || s.Sents.First != sent || s.Sents.Len() < 1 || !a.Contains(s.Span) {
				t.Fatalf("section %d %+v out of order in article %d %+v", si, s, ai, a)
			}
			_ = s.Kind.String()
			for qi := s.Sents.First; qi < s.Sents.Last; qi++ {
				q := d.Sents[qi]
				if q.Section != si || q.Toks.First != tok || q.Toks.Len() < 1 || !s.Contains(q.Span) || q.Span != d.TokSpan(q.Toks) {
					t.Fatalf("sentence %d %+v out of order in section %+v", qi, q, s)
				}
				if !d.Tokens[tok].Has(SentStart) {
					t.Fatalf("sentence %d does not begin with SentStart", qi)
				}
				tok = q.Toks.Last
				sent++
			}
			sec++
		}
	}
	if int(tok) != len(d.Tokens) || int(sent) != len(d.Sents) || int(sec) != len(d.Sections) {
		t.Fatalf("sections hold %d of %d tokens, %d of %d sentences, %d of %d sections", tok, len(d.Tokens), sent, len(d.Sents), sec, len(d.Sections))
	}
}

func same(a, b *Document) bool {
	return a.Source == b.Source && slices.Equal(a.Tokens, b.Tokens) && slices.Equal(a.Sents, b.Sents) &&
		slices.Equal(a.Sections, b.Sections) && slices.Equal(a.Articles, b.Articles) && slices.Equal(a.Warnings, b.Warnings)
}

func FuzzParse(f *testing.F) {
	for _, s := range fuzzSeeds {
		f.Add(s, false)
	}
	f.Add("Talks\x00 \xff\xfe Seoul\xe2\x80", true)
	f.Add("a@b.c d.e@f.g\n\nx.y_z@h.i \u00e2\u20ac\u2122s &rsquo;s don t", false)
	var reused Document
	f.Fuzz(func(t *testing.T, src string, plain bool) {
		o := Options{Plain: plain, Published: Date{2021, 4, 4}}
		if len(src)%3 == 0 {
			o.Title = src[:len(src)/3]
		}
		var fresh Document
		fresh.Parse(src, o)
		check(t, &fresh)
		reused.Parse(src, o)
		if !same(&fresh, &reused) {
			t.Fatal("a reused document differs from a fresh one")
		}
	})
}

// fuzzSeeds are short texts in the styles that the tests know.
var fuzzSeeds = []string{
	"",
	" ",
	"\ufeff",
	"Envoys Meet in Tarvia\nPosted : 2020-05-06 10:11\nUpdated : 2020-05-06 12:13\nForeign Minister Ana Petrov, right, shakes hands with her counterpart. Courtesy of Foreign Ministry\nBy Lee Min-ho\nThe ministers met on Wednesday.",
	"PORT LOUIS (Reuters) - The island s government said it won t sign.\n\n\"We are not ready,\" it said.\n\n(Reporting by Jo Roe; Editing by Al Poe)",
	"MOSCOW, May 5. /TASS/. The envoys' talks ended at 5 p.m. They leave in the 1990 s.",
	"Trade Deal Reached After Long Night GENEVA \u2014 Negotiators shook hands.",
	"QUESTION: Will you go?\nMR. DOE: I won't.\nQUESTION: Why?\n- one item\n- two items",
	"The minis-\nters of the two coun-\ntries met in the old\ntown hall, where they\nsigned a paper.",
}
