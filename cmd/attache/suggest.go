package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"attache"
	"attache/internal/suggestion"
)

func suggestCommand() *cli.Command {
	return &cli.Command{
		Name:      "suggest",
		Usage:     "list names that no gazetteer knows, as YAML to paste",
		ArgsUsage: "FILE|FOLDER|-...",
		Description: "Names that the grammar finds in a corpus, those of most documents first, then those with most\n" +
			"mentions, each with its likely type and aliases, the evidence for them, and lines that show it.",
		Flags: append(append([]cli.Flag{
			&cli.IntFlag{Name: "min", Value: 2, Usage: "only names with `N` mentions or more"},
			&cli.IntFlag{Name: "top", Value: 50, Usage: "at most `N` names; 0 is all"},
			&cli.StringFlag{Name: "type", Usage: "only names of `TYPE`"},
			outFlag(),
		}, knowledgeFlags()...), inputFlags()...),
		Action: suggest,
	}
}

func suggest(c *cli.Context) error {
	inputs, err := paths(c)
	if err != nil {
		return err
	}
	o := suggestion.Options{Min: c.Int("min"), Top: c.Int("top"), Type: strings.ToUpper(c.String("type"))}
	if o.Min < 0 || o.Top < 0 {
		return usageError{fmt.Errorf("--min %d and --top %d, expected no number below 0", o.Min, o.Top)}
	}
	s, err := openSession(c)
	if err != nil {
		return err
	}
	return output(c, func(w io.Writer) error {
		names := suggestion.NewCollector(s.engine.Gazetteers())
		err := forEach(s, inputs, func(d *attache.Document) ([]suggestion.Seen, error) {
			defer d.Release()
			return suggestion.Observe(d), nil
		}, func(seen []suggestion.Seen) error {
			names.Add(seen)
			return nil
		})
		if names.Forgotten > 0 && !c.Bool("quiet") {
			fmt.Fprintf(s.stderr, "attache: warning: more names than are kept at a time; %d rare ones were forgotten\n", names.Forgotten)
		}
		if werr := suggestion.Write(w, names.Suggestions(o)); werr != nil {
			return werr
		}
		return err
	})
}
