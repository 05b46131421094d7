package main

import (
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"attache"
	"attache/ner"
	"attache/relations"
	"attache/text"
)

func rulesCommand() *cli.Command {
	return &cli.Command{
		Name:  "rules",
		Usage: "check relation rules",
		Subcommands: []*cli.Command{
			{
				Name: "check", Usage: "load rules and run their examples and counterexamples", ArgsUsage: "[FILE|FOLDER]...",
				Description: "Without arguments the built-in rules are checked; with them those of the files, on top of the built-in ones.",
				Flags:       []cli.Flag{&cli.StringSliceFlag{Name: "gazetteer", Aliases: []string{"g"}, Usage: "also use the gazetteers of `PATH` (repeatable)"}},
				Action:      rulesCheck,
			},
		},
	}
}

func rulesCheck(c *cli.Context) error {
	files := c.Args().Slice()
	engine, err := attache.New(attache.Options{Gazetteers: c.StringSlice("gazetteer"), Rules: files})
	if err != nil {
		return err
	}
	set, err := relations.Rules(engine.Gazetteers(), relations.Options{Rules: files})
	if err != nil {
		return err
	}
	rules := set.Rules
	if len(files) > 0 {
		rules = set.User()
	}
	errs := engine.Relations().Check(rules, func(src string) (*text.Document, *ner.Resolution) {
		doc, err := engine.Extract(c.Context, attache.Input{Text: src, Plain: true})
		if err != nil {
			return &text.Document{}, &ner.Resolution{}
		}
		return &doc.Text, &doc.Resolution
	})
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	examples := 0
	for _, r := range rules {
		examples += len(r.Examples) + len(r.Counterexamples)
	}
	_, err = fmt.Fprintf(c.App.Writer, "%d rules, %d examples and counterexamples hold\n", len(rules), examples)
	return err
}
