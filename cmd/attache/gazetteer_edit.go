package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"attache/gazetteers"
)

func addFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "type", Value: "ORGANIZATION", Usage: "`TYPE` of the entry"},
		&cli.StringFlag{Name: "subtype", Usage: "`SUBTYPE` of the entry"},
		&cli.StringFlag{Name: "country", Usage: "alpha-3 `CODE` of its country"},
		&cli.StringFlag{Name: "id", Usage: "`ID` of the entry (default: made from type and name)"},
		&cli.StringFlag{Name: "note", Usage: "`TEXT` for readers"},
	}
}

func gazetteerAdd(c *cli.Context) error {
	if c.NArg() < 2 {
		return usageError{fmt.Errorf("expected a file and a name; see %q", helpOf(c))}
	}
	args := c.Args().Slice()
	typ := strings.ToUpper(c.String("type"))
	e := &gazetteers.Entry{ID: c.String("id"), Name: args[1], Type: typ, Subtype: c.String("subtype"), Country: strings.ToUpper(c.String("country"))}
	if e.ID == "" {
		e.ID = gazetteers.MakeID(typ, e.Name)
	}
	e.Surfaces = []gazetteers.Surface{{Text: e.Name, Kind: gazetteers.NameSurface}}
	for _, s := range args[2:] {
		e.Surfaces = append(e.Surfaces, gazetteers.Surface{Text: s, Kind: gazetteers.AliasSurface})
	}
	if note := c.String("note"); note != "" {
		e.More = &gazetteers.Details{Note: note}
	}
	if err := gazetteers.Add(args[0], e); err != nil {
		return err
	}
	fmt.Fprintf(c.App.Writer, "added %s to %s\n", e.ID, args[0])
	// The entry is in; whether it clashes is worth saying at once.
	for _, p := range gazetteers.Check(gazetteers.Builtin(), nil, args[0]) {
		fmt.Fprintf(c.App.ErrWriter, "attache: %s\n", p.String())
	}
	return nil
}

func importFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "column", Aliases: []string{"c"}, Usage: "`HEADER=FIELD`: what a column holds; FIELD - skips it (repeatable)"},
		&cli.StringFlag{Name: "type", Usage: "`TYPE` of rows that name none"},
		&cli.StringFlag{Name: "subtype", Usage: "`SUBTYPE` of rows that name none"},
		&cli.StringFlag{Name: "country", Usage: "alpha-3 `CODE` of rows that name none"},
		&cli.StringFlag{Name: "source", Usage: "`ID` of the source, for the head of the file"},
		&cli.StringFlag{Name: "delimiter", Usage: "`CHARACTER` between cells (default: found out)"},
		&cli.StringFlag{Name: "list-separator", Usage: "`TEXT` between the values of a cell (default: | or ;)"},
		&cli.BoolFlag{Name: "dry-run", Aliases: []string{"n"}, Usage: "print the YAML and the clashes, write nothing"},
		outFlag(),
	}
}

func gazetteerImport(c *cli.Context) error {
	if c.NArg() != 1 {
		return usageError{fmt.Errorf("expected one table; see %q", helpOf(c))}
	}
	path, out := c.Args().First(), c.String("out")
	if out == "" && !c.Bool("dry-run") {
		return usageError{errors.New("expected --out FILE to write to, or --dry-run")}
	}
	o := gazetteers.ImportOptions{
		Columns: map[string]string{}, ListSep: c.String("list-separator"), Type: strings.ToUpper(c.String("type")), Subtype: c.String("subtype"),
		Source: c.String("source"), Country: strings.ToUpper(c.String("country")), Base: gazetteers.Builtin(),
	}
	for _, m := range c.StringSlice("column") {
		header, field, ok := strings.Cut(m, "=")
		if !ok {
			return usageError{fmt.Errorf("--column %q, expected HEADER=FIELD", m)}
		}
		o.Columns[header] = field
	}
	if d := c.String("delimiter"); d != "" {
		if d == `\t` || d == "tab" {
			d = "\t"
		}
		r, n := utf8.DecodeRuneInString(d)
		if n != len(d) {
			return usageError{fmt.Errorf("--delimiter %q, expected one character", d)}
		}
		o.Comma = r
	}
	f, err := os.Open(path)
	if err != nil {
		return usageError{err}
	}
	defer f.Close()
	parts := func(part int) (io.WriteCloser, error) { return os.Create(partName(out, part)) }
	if c.Bool("dry-run") {
		parts = func(int) (io.WriteCloser, error) { return nopCloser{c.App.Writer}, nil }
	}
	report, err := gazetteers.Import(path, f, o, parts)
	if err != nil {
		return err
	}
	for _, p := range report.Problems {
		fmt.Fprintf(c.App.ErrWriter, "attache: %s\n", p.String())
	}
	if report.Hidden > 0 {
		fmt.Fprintf(c.App.ErrWriter, "attache: and %d problems more\n", report.Hidden)
	}
	fmt.Fprintf(c.App.ErrWriter, "attache: %d rows, %d entries, %d rows skipped\n", report.Rows, report.Entries, report.Skipped)
	if report.Skipped > 0 {
		return errSomeFailed
	}
	return nil
}

// partName names the parts of a large import: out.yaml, out-2.yaml, …
func partName(out string, part int) string {
	if part == 0 {
		return out
	}
	ext := filepath.Ext(out)
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(out, ext), part+1, ext)
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

// replaceFile replaces a file as a whole, so that a reader never sees half of it.
func replaceFile(path string, data []byte) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	_, err = tmp.Write(data)
	if cerr := tmp.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Chmod(tmp.Name(), info.Mode().Perm())
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	return err
}
