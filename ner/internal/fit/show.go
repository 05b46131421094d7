package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"sort"

	"attache/gazetteers"
	"attache/ner"
	"attache/text"
)

// show prints the mentions of standard input, and with evidence set every
// candidate whose best score is above −2, with what speaks for it.
func show(gaz *gazetteers.Set, w *matrix, evidence bool) error {
	data, err := io.ReadAll(os.Stdin)
	if err != nil {
		return err
	}
	rec, err := recognizer(gaz, w)
	if err != nil {
		return err
	}
	var doc text.Document
	doc.Parse(string(data), text.Options{})
	var sc ner.Scratch
	if evidence {
		sc.Trace = &ner.Trace{}
	}
	ms := rec.Recognize(&doc, &sc)
	for i, m := range ms {
		id := ""
		if m.Entry != gazetteers.NoEntry {
			id = gaz.ID(m.Entry)
		}
		fmt.Printf("%3d %-12s %-28q %s %s %.2f", i, m.Type, doc.Text(m.Span), id, m.Rule, m.Confidence)
		if m.Subtype != "" {
			fmt.Printf(" sub=%s", m.Subtype)
		}
		if m.Of >= 0 {
			fmt.Printf(" of=%q", doc.Text(ms[m.Of].Span))
		}
		if m.Holder >= 0 {
			fmt.Printf(" holder=%q", doc.Text(ms[m.Holder].Span))
		}
		if m.Rank != "" {
			fmt.Printf(" rank=%s", m.Rank)
		}
		if m.Portfolio.Len() > 0 {
			fmt.Printf(" portfolio=%q", doc.Text(m.Portfolio))
		}
		if m.Plural {
			fmt.Print(" plural")
		}
		fmt.Println()
	}
	if !evidence {
		return nil
	}
	if w == nil {
		b, err := os.ReadFile("ner/weights.yaml")
		if err != nil {
			return err
		}
		if w, err = ner.ParseWeights(b); err != nil {
			return err
		}
	}
	for i := range sc.Trace.Candidates {
		c := &sc.Trace.Candidates[i]
		best := 0
		for l, v := range c.Scores {
			if v > c.Scores[best] {
				best = l
			}
		}
		if c.Scores[best] < -2 {
			continue
		}
		fmt.Printf("%q chosen=%v", doc.Text(doc.TokSpan(c.Toks)), c.Chosen)
		for l, v := range c.Scores {
			if v > -3 || l == best {
				fmt.Printf(" %s %.1f", ner.LaneKey(l), v)
			}
		}
		fmt.Println()
		type item struct {
			name string
			v    float32
		}
		var items []item
		for _, rg := range []text.Range{c.Static, c.Repeat} {
			for _, f := range sc.Trace.Features[rg.First:rg.Last] {
				items = append(items, item{ner.FeatureName(f), w[f][best]})
			}
		}
		sort.SliceStable(items, func(i, j int) bool { return math.Abs(float64(items[i].v)) > math.Abs(float64(items[j].v)) })
		for _, it := range items[:min(14, len(items))] {
			fmt.Printf("    %s %s %.2f\n", ner.LaneKey(best), it.name, it.v)
		}
	}
	return nil
}
