package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"attache"
	"attache/gazetteers"
)

func gazetteerCommand() *cli.Command {
	return &cli.Command{
		Name:    "gazetteer",
		Aliases: []string{"gaz"},
		Usage:   "check, search, extend and compare gazetteers",
		Subcommands: []*cli.Command{
			{
				Name: "check", Usage: "find mistakes, clashes and failing tests", ArgsUsage: "[FILE|FOLDER]...",
				Description: "Without arguments the built-in gazetteers run their own tests.",
				Flags:       []cli.Flag{&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Value: gazetteers.FormatText, Usage: "`FORMAT`: text, json or github"}, strictFlag()},
				Action:      gazetteerCheck,
			},
			{
				Name: "find", Usage: "show every reading of a name, or the entry of an id", ArgsUsage: "NAME|ID",
				Flags:  append([]cli.Flag{&cli.StringFlag{Name: "in", Usage: "show which reading wins in `SENTENCE`, and why"}}, knowledgeFlags()...),
				Action: gazetteerFind,
			},
			{Name: "stats", Usage: "count what is known, by type, subtype and source", ArgsUsage: "[FILE|FOLDER]...", Flags: []cli.Flag{outFlag()}, Action: gazetteerStats},
			{
				Name: "compile", Usage: "compile gazetteers to an index, to see that they compile and how large they are", ArgsUsage: "FILE|FOLDER...",
				Flags:  []cli.Flag{outFlag()},
				Action: gazetteerCompile,
			},
			{
				Name: "diff", Usage: "show what gazetteers change: new, replaced, extended, removed", ArgsUsage: "FILE|FOLDER...",
				Flags:  append([]cli.Flag{&cli.StringSliceFlag{Name: "corpus", Usage: "also show which mentions change in the texts of `PATH` (repeatable)"}}, inputFlags()...),
				Action: gazetteerDiff,
			},
			{
				Name: "add", Usage: "append an entry to a file of yours", ArgsUsage: "FILE NAME [ALIAS]...",
				Flags:  addFlags(),
				Action: gazetteerAdd,
			},
			{
				Name: "import", Usage: "make gazetteer YAML of a CSV or TSV table", ArgsUsage: "TABLE",
				Description: "A column whose header is a field needs no mapping. The fields are:\n" + strings.Join(gazetteers.Columns(), ", "),
				Flags:       importFlags(),
				Action:      gazetteerImport,
			},
			{
				Name: "export", Usage: "write entries as CSV", ArgsUsage: "[FILE|FOLDER]...",
				Description: "Without arguments the built-in entries; with them those of the files alone.",
				Flags: []cli.Flag{
					&cli.StringFlag{Name: "type", Usage: "only entries of `TYPE`"}, &cli.StringFlag{Name: "subtype", Usage: "only entries of `SUBTYPE`"},
					&cli.StringFlag{Name: "country", Usage: "only entries of the country with the alpha-3 `CODE`"}, outFlag(),
				},
				Action: gazetteerExport,
			},
			{
				Name: "fmt", Usage: "put files into canonical form, comments kept", ArgsUsage: "FILE...",
				Flags:  []cli.Flag{&cli.BoolFlag{Name: "write", Aliases: []string{"w"}, Usage: "change the files instead of printing them"}, &cli.BoolFlag{Name: "list", Aliases: []string{"l"}, Usage: "only name files that would change"}},
				Action: gazetteerFmt,
			},
			{Name: "columns", Usage: "list the columns of an export, which are the fields of an import", Action: func(c *cli.Context) error {
				_, err := fmt.Fprintln(c.App.Writer, strings.Join(gazetteers.Columns(), "\n"))
				return err
			}},
		},
	}
}

func strictFlag() cli.Flag {
	return &cli.BoolFlag{Name: "strict", Usage: "warnings count as errors"}
}

// idsIn runs the whole pipeline on a sentence, for the tests of entries.
func idsIn(engine *attache.Engine, sentence string) ([]string, error) {
	doc, err := engine.Extract(context.Background(), attache.Input{Text: sentence, Plain: true})
	if err != nil {
		return nil, err
	}
	defer doc.Release()
	var ids []string
	for i := range doc.Resolution.Entities {
		ids = append(ids, strings.Clone(doc.Resolution.Entities[i].ID))
	}
	return ids, nil
}

func gazetteerCheck(c *cli.Context) error {
	format := c.String("format")
	if !slices.Contains([]string{gazetteers.FormatText, gazetteers.FormatJSON, gazetteers.FormatGitHub}, format) {
		return usageError{fmt.Errorf("unknown format %q, expected text, json or github", format)}
	}
	var problems []gazetteers.Problem
	if c.Args().Present() {
		// An engine of its own for each sentence would be slow, and the set is the same for all.
		var engine *attache.Engine
		problems = gazetteers.Check(gazetteers.Builtin(), func(set *gazetteers.Set, sentence string) ([]string, error) {
			if engine == nil || engine.Gazetteers() != set {
				var err error
				if engine, err = attache.NewWith(set, attache.Options{}); err != nil {
					return nil, err
				}
			}
			return idsIn(engine, sentence)
		}, c.Args().Slice()...)
	} else {
		var err error
		if problems, err = builtinTests(); err != nil {
			return err
		}
	}
	if err := gazetteers.WriteProblems(c.App.Writer, format, problems); err != nil {
		return err
	}
	failures := 0
	for _, p := range problems {
		if p.Severity == gazetteers.Failure || c.Bool("strict") {
			failures++
		}
	}
	if failures > 0 {
		return fmt.Errorf("%d of %d problems must be mended", failures, len(problems))
	}
	if len(problems) == 0 && format == gazetteers.FormatText {
		fmt.Fprintln(c.App.ErrWriter, "attache: no problems found")
	}
	return nil
}

// builtinTests runs the tests of the built-in entries.
func builtinTests() ([]gazetteers.Problem, error) {
	set := gazetteers.Builtin()
	engine, err := attache.New(attache.Options{})
	if err != nil {
		return nil, err
	}
	var problems []gazetteers.Problem
	for e := range gazetteers.EntryID(set.NumEntries()) {
		for i := range set.NumTests(e) {
			t := set.Test(e, i)
			ids, err := idsIn(engine, t.Text)
			if err != nil {
				return nil, err
			}
			fail := ""
			if t.Want != "" && !slices.Contains(ids, t.Want) {
				fail = fmt.Sprintf("%q does not give %s, only %s", t.Text, t.Want, strings.Join(ids, " "))
			}
			if t.Not != "" && slices.Contains(ids, t.Not) {
				fail = fmt.Sprintf("%q gives %s", t.Text, t.Not)
			}
			if fail != "" {
				problems = append(problems, gazetteers.Problem{File: set.File(e), Pos: set.Place(e), Severity: gazetteers.Failure, Code: "test", What: fail})
			}
		}
	}
	return problems, nil
}

func gazetteerStats(c *cli.Context) error {
	set, err := gazetteers.Builtin().Overlay("", c.Args().Slice()...)
	if err != nil {
		return usageError{err}
	}
	return output(c, func(w io.Writer) error { return writeStats(w, set.Stats()) })
}

// writeStats prints counts; what could not be written shows when the output is flushed.
func writeStats(w io.Writer, s gazetteers.Stats) error {
	fmt.Fprintf(w, "entries   %8d\nsurfaces  %8d\nwords     %8d\n  given names %6d\n  surnames    %6d\n  common      %6d\n", s.Entries, s.Surfaces, s.Words, s.Given, s.Surnames, s.Common)
	fmt.Fprintf(w, "offices   %8d terms of %d people in %d countries and organizations; %d without an end, %d without a beginning\n", s.Terms, s.Holders, s.OfficesOf, s.OpenTerms, s.StartlessTerms)
	fmt.Fprintf(w, "places    %8d with coordinates\ncountries %8d with an entry of theirs\n", s.WithPlace, s.Countries)
	for _, part := range []struct {
		title  string
		counts []gazetteers.Count
	}{{"by type", s.ByType}, {"by subtype", s.BySubtype}, {"by source", s.BySource}, {"by file", s.ByFile}} {
		fmt.Fprintf(w, "\n%s\n", part.title)
		for _, n := range part.counts {
			fmt.Fprintf(w, "  %-40s %8d\n", n.Name, n.N)
		}
	}
	return nil
}

func gazetteerCompile(c *cli.Context) error {
	if !c.Args().Present() {
		return usageError{fmt.Errorf("no files; see %q", helpOf(c))}
	}
	k, err := gazetteers.Load(c.Args().Slice()...)
	if err != nil {
		return err
	}
	ix, err := gazetteers.Compile(k, gazetteers.Builtin())
	if err != nil {
		return err
	}
	if path := c.String("out"); path != "" {
		if err := writeFile(path, func(w io.Writer) error { _, err := w.Write(ix.Bytes()); return err }); err != nil {
			return err
		}
	}
	h := ix.Hash()
	_, err = fmt.Fprintf(c.App.Writer, "%d entries, %d bytes, hash %x\n", len(k.Entries), len(ix.Bytes()), h[:8])
	return err
}

func gazetteerExport(c *cli.Context) error {
	set := gazetteers.Builtin()
	if c.Args().Present() {
		k, err := gazetteers.Load(c.Args().Slice()...)
		if err != nil {
			return err
		}
		ix, err := gazetteers.Compile(k, nil)
		if err != nil {
			return err
		}
		if set, err = gazetteers.NewSet(ix); err != nil {
			return err
		}
	}
	typ, subtype, country := strings.ToUpper(c.String("type")), c.String("subtype"), strings.ToUpper(c.String("country"))
	return output(c, func(w io.Writer) error {
		return set.ExportCSV(w, func(e gazetteers.EntryID) bool {
			return (typ == "" || set.TypeName(set.Type(e)) == typ) && (subtype == "" || set.Subtype(e) == subtype) && (country == "" || set.Country(e) == country)
		})
	})
}

func gazetteerFmt(c *cli.Context) error {
	if !c.Args().Present() {
		return usageError{fmt.Errorf("no files; see %q", helpOf(c))}
	}
	for _, path := range c.Args().Slice() {
		data, err := os.ReadFile(path)
		if err != nil {
			return usageError{err}
		}
		out, err := gazetteers.Format(path, data)
		if err != nil {
			return err
		}
		same := string(out) == string(data)
		switch {
		case c.Bool("list"):
			if !same {
				fmt.Fprintln(c.App.Writer, path)
			}
		case c.Bool("write"):
			if !same {
				if err := replaceFile(path, out); err != nil {
					return err
				}
			}
		default:
			if _, err := c.App.Writer.Write(out); err != nil {
				return err
			}
		}
	}
	return nil
}
