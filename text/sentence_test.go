package text

import (
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	// A bar marks the borders that are wanted.
	for _, want := range []string{
		"The envoys met.|They left.",
		"The U.S. envoy met Gen. Roe on Jan. 5 in St. Petersburg.|He left.",
		"He came from the U.S.|The visit was short.",
		"The U.N. Secretary General spoke.|Others did not.",
		"Mr. Roe and Ms. Poe met Sen. Doe, Rep. Loe and Gov. Moe.",
		"J. K. Larsen met A.B. Smith.|They talked.",
		"It began at 5 p.m. on Monday.|It ended at 7 p.m.|He left.",
		"It ended at 7 p.m. GMT on Friday.",
		"They took Plan B.|He agreed.",
		"Item No. 5 passed.|It said no.|That was all.",
		"Roe & Co. bought Larsen Inc. for $3.5 billion.|The deal closed.",
		"Tarvia vs. Lapor ended in a draw.",
		"\u201cWe met,\u201d he said.|\u201cWe agreed.\u201d|The talks ended.",
		"\"We met.\"|\"We agreed!\"|They left.",
		"\u201cWhy?\u201d he asked.|\u201cNo!\u201d she said.",
		"Will they sign?|Nobody knows.",
		"He stopped ... and went on.",
		"He stopped...|The others left.",
		"(They left.)|The room was empty.",
		"The talks ended over the weekend.|The envoys left.",
		"The rate fell 3.5 percent.|Exports rose 2.1 percent.",
		"The village was taken.[1]|It was lost again.[2][3]",
		"The envoys met in Nov. and agreed.",
		"President Roe (left) met him.|They dined.",
		"He lives in Washington, D.C.|He works there.",
		"Visit news.example.com for more.|It is free.",
		"First point\n\nSecond point",
		"1. Sign the paper.|2. Go home.",
	} {
		src := strings.ReplaceAll(want, "|", " ")
		src = strings.ReplaceAll(src, " 2. Go", "\n2. Go")
		if got := strings.Join(sentences(parse(src)), "|"); got != strings.ReplaceAll(want, "\n\n", "|") {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func sentences(d *Document) []string {
	var s []string
	for _, q := range d.Sents {
		s = append(s, d.Text(q.Span))
	}
	return s
}

func TestLostSpaceBetweenSentences(t *testing.T) {
	got := sentences(parse("They met over the weekend.The talks failed.\u201cWe tried,\u201d he said."))
	if len(got) != 3 || got[1] != "The talks failed." {
		t.Errorf("%q", got)
	}
}

func TestWrappedLinesAreOneParagraph(t *testing.T) {
	d := new(Document)
	d.Parse(`Old bridge to be rebuilt by
neighbours after long talks

LAPOR, May 3 (AP) -- The two neighbours agreed on Monday to
rebuild the old bridge over the river, which was
destroyed in a flood ten years ago. The foreign minis-
ters of both countries signed the paper in the town
hall.

They will meet again in June, the ministry said in a
statement.
`, Options{Published: Date{2020, 6, 1}})
	got := sentences(d)
	want := []string{
		"Old bridge to be rebuilt by\nneighbours after long talks",
		"LAPOR, May 3 (AP) --",
		"The two neighbours agreed on Monday to\nrebuild the old bridge over the river, which was\ndestroyed in a flood ten years ago.",
		"The foreign minis-\nters of both countries signed the paper in the town\nhall.",
		"They will meet again in June, the ministry said in a\nstatement.",
	}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("%q", got)
	}
	if d.Articles[0].Published != (Date{2020, 5, 3}) {
		t.Errorf("published %v", d.Articles[0].Published)
	}
}

func TestSentenceFlags(t *testing.T) {
	for _, test := range []struct {
		src  string
		nth  int
		want SentFlags
	}{
		{"Ministers Reopen Border Crossing After Two Years\nThe ministers met on Monday.", 0, Headline | TitleCase},
		{"Ministers reopen border after two years\nThe ministers met on Monday.", 0, Headline},
		{"MINISTERS REOPEN BORDER\nThe ministers met on Monday.", 0, Headline | AllCaps | TitleCase},
		{"The ministers met on Monday. They agreed to open the bor", 1, Broken},
		{"The ministers met on Monday.", 0, 0},
		{"\u201cWe will meet again on Monday.\u201d They left.", 0, SpeechOnly},
		{"The ministers met on Monday.\nThey left.\nThe ministers met on Monday.", 2, Repeated},
		{"They want three things:\n- an open border and peace\n- a bridge over the river.", 1, 0},
	} {
		d := new(Document)
		d.Parse(test.src, Options{})
		if got := d.Sents[test.nth].Flags; got != test.want {
			t.Errorf("%q: sentence %d has flags %b, want %b", test.src, test.nth, got, test.want)
		}
	}
}

func TestTextWithoutEndIsCutIntoSentences(t *testing.T) {
	var d Document
	d.Parse(strings.Repeat("copper, tin, ", 2000), Options{})
	if n := len(d.Sents); n < 8 || n > 16 {
		t.Errorf("8,000 tokens without an end are %d sentences, want about 8", n)
	}
	for _, s := range d.Sents[:len(d.Sents)-1] {
		if s.Toks.Len() > maxSentToks || d.Tokens[s.Toks.Last-1].Mark != ',' {
			t.Errorf("a sentence of %d tokens ends with %q", s.Toks.Len(), d.Text(d.Tokens[s.Toks.Last-1].Span))
		}
	}
}
