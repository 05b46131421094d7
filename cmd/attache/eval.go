package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/urfave/cli/v2"

	"attache"
	"attache/internal/batch"
	"attache/internal/evaluation"
	"attache/internal/wire"
	"attache/text"
)

func evalCommand() *cli.Command {
	return &cli.Command{
		Name:      "eval",
		Usage:     "compare with a gold standard: precision, recall, F1 and the worst confusions",
		ArgsUsage: "GOLD.jsonl...",
		Description: "A line of gold is {\"id\", \"text\", \"entities\": [{\"start\", \"end\", \"type\"}], \"relations\":\n" +
			"[{\"type\", \"source\": {\"start\", \"end\"}, \"target\": {…}}]}; offsets count Unicode code points.\n" +
			"Types that the gold does not use are left out. \"meta\": {\"dct\"} is the date of publication.",
		Flags: append([]cli.Flag{
			&cli.IntFlag{Name: "worst", Value: 12, Usage: "print the `N` worst confusions"},
			&cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, DefaultText: "one for each core", Usage: "read `N` documents at a time"},
		}, knowledgeFlags()...),
		Action: evaluate,
	}
}

// goldLine is a line of gold.
type goldLine struct {
	evaluation.Document
	Meta struct {
		DCT string `json:"dct"`
	} `json:"meta"`
}

type evaluated struct {
	gold, pred evaluation.Document
	err        error
}

func evaluate(c *cli.Context) error {
	if !c.Args().Present() {
		return usageError{fmt.Errorf("no gold standard; see %q", helpOf(c))}
	}
	s, err := openSession(c)
	if err != nil {
		return err
	}
	for _, path := range c.Args().Slice() {
		if err := s.evaluate(path); err != nil {
			return err
		}
	}
	return nil
}

func (s *session) evaluate(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return usageError{err}
	}
	defer f.Close()
	score := evaluation.New()
	var readErr error
	err = batch.Map(s.c.Context, func(yield func(goldLine) bool) {
		r := bufio.NewReaderSize(f, 1<<20)
		for line := 1; ; line++ {
			data, err := r.ReadBytes('\n')
			if len(data) > 1 {
				var g goldLine
				if jerr := json.Unmarshal(data, &g); jerr != nil {
					readErr = fmt.Errorf("%s:%d: %w", path, line, jerr)
					return
				}
				if !yield(g) {
					return
				}
			}
			if err != nil {
				if err != io.EOF {
					readErr = fmt.Errorf("%s:%d: %w", path, line, err)
				}
				return
			}
		}
	}, s.jobs(), s.predict, func(e evaluated) error {
		if e.err != nil {
			return fmt.Errorf("%s: %s: %w", path, e.gold.ID, e.err)
		}
		score.Add(e.gold, e.pred)
		return nil
	})
	if err == nil {
		err = readErr
	}
	if err != nil {
		return err
	}
	score.Finish()
	fmt.Fprintf(s.c.App.Writer, "%s: ", path)
	return score.Write(s.c.App.Writer, s.c.Int("worst"))
}

// predict runs the engine on a gold text. It goes through the written form,
// so that what is measured is what users get.
func (s *session) predict(g goldLine) evaluated {
	out := evaluated{gold: g.Document}
	in := attache.Input{ID: g.ID, Text: g.Text}
	if d, ok := text.ParseDate(g.Meta.DCT); ok {
		in.Published = d
	}
	doc, err := s.engine.Extract(s.c.Context, in)
	if err != nil {
		out.err = err
		return out
	}
	defer doc.Release()
	var w wire.Document
	if out.err = json.Unmarshal(doc.AppendJSON(nil, attache.JSONOptions{}), &w); out.err != nil {
		return out
	}
	spans := map[string]evaluation.Span{}
	for _, m := range w.Mentions {
		span := evaluation.Span{Start: m.Start, End: m.End, Type: m.Type}
		spans[m.ID] = evaluation.Span{Start: m.Start, End: m.End}
		out.pred.Entities = append(out.pred.Entities, span)
	}
	for _, r := range w.Relations {
		src, ok1 := spans[r.SourceMention]
		dst, ok2 := spans[r.TargetMention]
		if ok1 && ok2 {
			out.pred.Relations = append(out.pred.Relations, evaluation.Pair{Type: r.Type, Class: r.Class, Source: src, Target: dst})
		}
	}
	return out
}
