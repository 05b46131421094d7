package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"attache"
	"attache/gazetteers"
	"attache/ner"
)

func gazetteerFind(c *cli.Context) error {
	if c.NArg() == 0 {
		return usageError{fmt.Errorf("no name; see %q", helpOf(c))}
	}
	name := strings.Join(c.Args().Slice(), " ")
	s, err := openSession(c)
	if err != nil {
		return err
	}
	set := s.engine.Gazetteers()
	w := c.App.Writer
	found := set.Find(name)
	if len(found) == 0 {
		fmt.Fprintf(w, "%q is in no gazetteer\n", name)
	}
	for _, f := range found {
		fmt.Fprintf(w, "%s\n    %s %q%s\n", f.ID, strings.TrimSuffix(f.Type+"/"+f.Subtype, "/"), f.Name, reading(f))
		fmt.Fprintf(w, "    %s:%d, source %s%s\n", f.File, f.Pos.Line, or(f.Source, "not given"), layer(f))
		for _, line := range facts(set, f.Entry) {
			fmt.Fprintf(w, "    %s\n", line)
		}
	}
	if sentence := c.String("in"); sentence != "" {
		fmt.Fprintf(w, "\nin %q\n", sentence)
		return s.explainReadings(sentence, name)
	}
	if len(found) == 0 {
		return errSomeFailed
	}
	return nil
}

// reading says how the name names the entry.
func reading(f gazetteers.Finding) string {
	parts := []string{", by its " + f.Kind.String()}
	if f.Risky {
		parts = append(parts, "risky")
	}
	if f.Weight != 0 {
		parts = append(parts, fmt.Sprintf("weight %+.1f", float64(f.Weight)/10))
	}
	if !f.Fits {
		parts = append(parts, "in other letter case only")
	}
	return strings.Join(parts, ", ")
}

func layer(f gazetteers.Finding) string {
	s := ", built in"
	if f.Layer > 0 {
		s = fmt.Sprintf(", overlay %d", f.Layer)
	}
	switch {
	case f.Replaced && f.ReplacedBy != "":
		s += ", replaced by " + f.ReplacedBy
	case f.Replaced:
		s += ", removed by an overlay"
	}
	return s
}

// facts lists what else is known of an entry.
func facts(set *gazetteers.Set, e gazetteers.EntryID) []string {
	var out []string
	add := func(key, value string) {
		if value != "" {
			out = append(out, key+" "+value)
		}
	}
	add("country", set.Country(e))
	add("stands for", set.StandsFor(e))
	add("part of", set.PartOf(e))
	add("seat", set.Seat(e))
	add("from", gazetteers.FormatDate(set.From(e)))
	add("to", gazetteers.FormatDate(set.To(e)))
	if lat, lon, ok := set.LatLon(e); ok {
		add("at", fmt.Sprintf("%.4f, %.4f", lat, lon))
	}
	terms := set.Offices(e)
	for i := range terms.Len() {
		t := terms.At(i)
		add("office", strings.TrimSpace(fmt.Sprintf("%s of %s, %s to %s", t.Role, t.Of, gazetteers.FormatDate(t.From), gazetteers.FormatDate(t.To))))
	}
	return out
}

// explainReadings shows every candidate for the name in a sentence with the
// evidence that counted most, the winner first.
func (s *session) explainReadings(sentence, name string) error {
	doc, trace, err := s.engine.Trace(s.c.Context, attache.Input{Text: sentence, Plain: true})
	if err != nil {
		return err
	}
	w := s.c.App.Writer
	shown := 0
	for i := range trace.Candidates {
		cand := &trace.Candidates[i]
		text := doc.Text.Text(doc.Text.TokSpan(cand.Toks))
		if !strings.Contains(strings.ToLower(text), strings.ToLower(name)) && !strings.Contains(strings.ToLower(name), strings.ToLower(text)) {
			continue
		}
		shown++
		mark := " "
		if cand.Chosen {
			mark = "*"
		}
		fmt.Fprintf(w, "%s %q\n", mark, text)
		s.scores(cand)
		s.evidence(trace, cand)
	}
	for i := range doc.Resolution.Mentions {
		m := &doc.Resolution.Mentions[i]
		text := doc.Text.Text(m.Span)
		if strings.Contains(strings.ToLower(text), strings.ToLower(name)) {
			id := "no entity"
			if e := doc.Resolution.EntityOf[i]; e >= 0 {
				id = doc.Resolution.Entities[e].ID
			}
			fmt.Fprintf(w, "result: %q is %s, %s, by %s, confidence %.2f\n", text, s.engine.Gazetteers().TypeName(m.Type), id, m.Rule, m.Confidence)
		}
	}
	if shown == 0 {
		fmt.Fprintln(w, "  no candidate: the name does not stand there, or its letter case does not fit")
	}
	return nil
}

func (s *session) scores(cand *ner.TracedCandidate) {
	type lane struct {
		name  string
		score float32
	}
	var lanes []lane
	for l := range ner.NumLanes {
		if cand.Lanes&(1<<l) != 0 {
			lanes = append(lanes, lane{s.engine.Gazetteers().TypeName(ner.LaneType(l)), cand.Scores[l]})
		}
	}
	if cand.UserScore != 0 {
		lanes = append(lanes, lane{"of your own", cand.UserScore})
	}
	slices.SortStableFunc(lanes, func(a, b lane) int { return cmp.Compare(b.score, a.score) })
	for _, l := range lanes {
		fmt.Fprintf(s.c.App.Writer, "    %-14s %+6.2f\n", l.name, l.score)
	}
}

func (s *session) evidence(trace *ner.Trace, cand *ner.TracedCandidate) {
	var names []string
	for _, f := range trace.Features[cand.Static.First:cand.Static.Last] {
		names = append(names, ner.FeatureName(f))
	}
	for _, f := range trace.Features[cand.Repeat.First:cand.Repeat.Last] {
		names = append(names, ner.FeatureName(f))
	}
	if len(names) > 0 {
		fmt.Fprintf(s.c.App.Writer, "    evidence: %s\n", strings.Join(names, ", "))
	}
}
