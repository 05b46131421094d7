package gazetteers

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"attache/internal/yamlpos"
	"attache/text"
)

// ImportOptions say how the columns of a table become entries.
type ImportOptions struct {
	// Columns maps the header of a column to a field (see Columns), "-" to skip
	// it; headers that are fields already need no mapping, whatever their case.
	Columns map[string]string
	Comma   rune   // 0: found out from the first line (comma, semicolon, tab or bar)
	ListSep string // between the values of a cell; "" is ListSeparator and ";" where that is not the comma
	Type    string // of rows without one; needed unless there is a column
	Subtype string // of rows without one
	Source  string // written into the head of the file
	Country string // of rows without one
	// Base is what the names are compared with; nil compares with nothing.
	Base *Set
}

// ImportReport says what became of a table.
type ImportReport struct {
	Rows     int // without the header
	Entries  int // written
	Skipped  int // rows that were refused, each with a Problem
	Problems []Problem
	Hidden   int // problems beyond MaxProblems, counted only
}

// MaxProblems is how many problems an import lists.
const MaxProblems = 1000

// Parts opens the files that an import writes: part 0, 1, 2 … They are closed by
// the import. A part is begun when the one before is as large as the loader
// still takes.
type Parts func(part int) (io.WriteCloser, error)

// partBytes is the size at which an import goes on in another file.
const partBytes = maxFile - 1<<20

// Import reads a table with a header and writes it as gazetteer YAML. It reads
// row by row: memory grows with the number of ids only, by a few bytes each.
//
// Text may be UTF-8, UTF-16 with a byte order mark, or Windows-1252, row by
// row; what is not UTF-8 is reported. A row with too many or too few cells, a
// formula, a value that its field cannot take or an id that was there before
// is skipped and reported; a name that another entry of Base owns is
// reported and imported. The error is for tables that cannot be read at all, and
// for writing.
//
// For a dry run, let parts return writers that go nowhere.
func Import(name string, r io.Reader, o ImportOptions, parts Parts) (*ImportReport, error) {
	im := importer{name: name, o: o, report: &ImportReport{}, ids: map[uint64]struct{}{}, l: newLoader()}
	im.l.k.Files = []File{{Name: name}}
	in := bufio.NewReaderSize(decodeBOM(r), 1<<16)
	if err := im.header(in); err != nil {
		return im.report, err
	}
	im.out.parts, im.out.head = parts, importHead(&o)
	err := im.rows()
	if cerr := im.out.close(); err == nil {
		err = cerr
	}
	sortProblems(im.report.Problems)
	return im.report, err
}

// decodeBOM decodes UTF-16 with a byte order mark and drops that of UTF-8.
func decodeBOM(r io.Reader) io.Reader {
	br := bufio.NewReader(r)
	head, _ := br.Peek(3)
	switch {
	case len(head) >= 2 && (head[0] == 0xff && head[1] == 0xfe || head[0] == 0xfe && head[1] == 0xff):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(br)
	case len(head) == 3 && string(head) == "\ufeff":
		if _, err := br.Discard(3); err != nil {
			return br
		}
	}
	return br
}

func importHead(o *ImportOptions) string {
	w := yamlWriter{indent: 0}
	w.text("schema", SchemaGazetteer)
	w.text("type", o.Type)
	w.text("subtype", o.Subtype)
	w.text("source", o.Source)
	return string(w.dst) + "entries:\n"
}

type importer struct {
	name   string
	o      ImportOptions
	csv    *csv.Reader
	fields []string // of the columns
	report *ImportReport
	ids    map[uint64]struct{} // hashes of the ids so far
	out    partWriter
	buf    []byte
	l      *loader // validates one entry at a time

	doc   text.Document
	words []WordID
	ms    []Match
}

func (im *importer) problem(line int, sev Severity, code, what, todo string) {
	if len(im.report.Problems) >= MaxProblems {
		im.report.Hidden++
		return
	}
	im.report.Problems = append(im.report.Problems, Problem{File: im.name, Pos: Pos{Line: int32(line), Col: 1}, Severity: sev, Code: code, What: what, Todo: todo})
}

// header reads the first row and maps the columns to fields.
func (im *importer) header(in *bufio.Reader) error {
	fail := func(msg string) error { return Errors{{File: im.name, Pos: Pos{Line: 1, Col: 1}, Msg: msg}} }
	if im.o.Comma == 0 {
		im.o.Comma = guessComma(in)
	}
	im.csv = csv.NewReader(in)
	im.csv.Comma, im.csv.FieldsPerRecord, im.csv.ReuseRecord, im.csv.LazyQuotes = im.o.Comma, -1, true, true
	row, err := im.csv.Read()
	if errors.Is(err, io.EOF) {
		return fail("empty table, expected a header")
	}
	if err != nil {
		return fail("no table: " + err.Error())
	}
	var unknown []string
	used := map[string]bool{}
	for _, cell := range row {
		h := strings.TrimSpace(cell)
		f, mapped := im.o.Columns[h]
		if !mapped {
			f = strings.ReplaceAll(strings.ToLower(h), " ", "_")
			switch f {
			case "alias", "acronym", "also_known_as", "aka":
				f = "aliases"
			}
		}
		if f != "-" && !slices.Contains(columns, f) {
			msg := fmt.Sprintf("%q", h)
			if mapped {
				msg = fmt.Sprintf("%q (mapped to %q)", h, f)
			}
			if s := yamlpos.Suggest(f, columns); s != "" {
				msg += " (did you mean " + s + "?)"
			}
			unknown = append(unknown, msg)
		}
		if f != "-" && f != "aliases" && used[f] {
			return fail("two columns for " + f + ", expected one")
		}
		used[f] = true
		im.fields = append(im.fields, f)
	}
	for h := range im.o.Columns {
		if !slices.ContainsFunc(row, func(c string) bool { return strings.TrimSpace(c) == h }) {
			unknown = append(unknown, fmt.Sprintf("%q is mapped but no column", h))
		}
	}
	if len(unknown) > 0 {
		slices.Sort(unknown)
		return fail("unknown columns " + strings.Join(unknown, ", ") + ", expected a mapping to a field or to - for each; fields are " + strings.Join(columns, ", "))
	}
	if !used["name"] {
		return fail("no column for name, expected a mapping for it")
	}
	if im.o.Type == "" && !used["type"] {
		return fail("no type, expected a column for it or one type for all rows")
	}
	if im.o.ListSep == "" {
		im.o.ListSep = ListSeparator
		if im.o.Comma != ';' {
			im.o.ListSep += ";"
		}
	}
	return nil
}

// guessComma finds what separates the cells of the first line.
func guessComma(in *bufio.Reader) rune {
	head, _ := in.Peek(1 << 12)
	line, _, _ := strings.Cut(string(head), "\n")
	best, most := ',', 0
	for _, c := range []rune{',', ';', '\t', '|'} {
		if n := strings.Count(line, string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}

// rows reads and writes all rows.
func (im *importer) rows() error {
	for {
		row, err := im.csv.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		im.report.Rows++
		line, _ := im.csv.FieldPos(0)
		if err != nil {
			var pe *csv.ParseError
			if !errors.As(err, &pe) {
				return err
			}
			im.report.Skipped++
			im.problem(pe.Line, Failure, "bad-row", pe.Err.Error(), "correct the quotes of the row")
			continue
		}
		e, ok := im.row(row, line)
		if !ok {
			im.report.Skipped++
			continue
		}
		im.clashes(e, line)
		im.buf = AppendYAML(im.buf[:0], e, im.o.Type, im.o.Subtype)
		if err := im.out.write(im.buf); err != nil {
			return err
		}
		im.report.Entries++
	}
}

// row makes an entry of a row; false when it was refused.
func (im *importer) row(row []string, line int) (*Entry, bool) {
	if len(row) == 1 && strings.TrimSpace(row[0]) == "" {
		return nil, false
	}
	if len(row) != len(im.fields) {
		im.problem(line, Failure, "wrong-columns", fmt.Sprintf("row of %d cells, the header has %d", len(row), len(im.fields)), "correct the row")
		return nil, false
	}
	r := rawEntry{At: Pos{Line: int32(line), Col: 1}}
	foreign := false
	for i, cell := range row {
		if im.fields[i] == "-" {
			continue
		}
		if !utf8.ValidString(cell) {
			foreign = true
			cell, _ = charmap.Windows1252.NewDecoder().String(cell)
		}
		cell = strings.Join(strings.Fields(strings.ReplaceAll(cell, "\x00", "")), " ")
		if rest, ok := strings.CutPrefix(cell, "'"); ok && formula(rest) {
			cell = rest
		} else if formula(cell) && !numeric(im.fields[i]) {
			im.problem(line, Failure, "formula", fmt.Sprintf("cell %q is a formula", clipped(cell)), "write the text itself, with an apostrophe before it if it is meant so")
			return nil, false
		}
		if cell == "" {
			continue
		}
		if why := setField(&r, im.fields[i], cell, im.o.ListSep, Pos{Line: int32(line), Col: int32(i + 1)}); why != "" {
			im.problem(line, Failure, "bad-value", why, "correct the cell")
			return nil, false
		}
	}
	if foreign {
		im.problem(line, Warning, "encoding", "text is not UTF-8, read as Windows-1252", "save the table as UTF-8")
	}
	return im.entry(&r, line)
}

// entry validates the raw entry with the loader's own rules.
func (im *importer) entry(r *rawEntry, line int) (*Entry, bool) {
	if r.Country.S == "" && im.o.Country != "" {
		r.Country = yamlpos.Str{S: im.o.Country, Pos: r.At}
	}
	if r.Name.S == "" {
		im.problem(line, Failure, "no-name", "row without a name", "give it one or delete it")
		return nil, false
	}
	typ := r.Type.S
	if typ == "" {
		typ = im.o.Type
	}
	if r.ID.S == "" {
		r.ID = yamlpos.Str{S: MakeID(typ, r.Name.S), Pos: r.At}
		if r.ID.S == "" {
			im.problem(line, Failure, "no-id", fmt.Sprintf("no id can be made from the name %q", clipped(r.Name.S)), "give it an id")
			return nil, false
		}
	}
	h := idHash(r.ID.S)
	if _, dup := im.ids[h]; dup {
		im.problem(line, Failure, "duplicate-id", "id "+r.ID.S+" was there before", "give one of the two another id, or make it an alias")
		return nil, false
	}
	l := im.l
	l.k.Entries, l.errs = l.k.Entries[:0], nil
	clear(l.ids)
	l.entry(0, im.name, fileHead{typ: im.o.Type, subtype: im.o.Subtype}, r)
	if len(l.errs) > 0 {
		for _, e := range l.errs {
			im.problem(line, Failure, "bad-value", e.Msg, "")
		}
		return nil, false
	}
	im.ids[h] = struct{}{}
	e := &l.k.Entries[0]
	return e, true
}

// clashes reports the ids and names that Base has already.
func (im *importer) clashes(e *Entry, line int) {
	s := im.o.Base
	if s == nil {
		return
	}
	if old := s.Entry(e.ID); old != NoEntry {
		im.problem(line, Warning, "replaces", fmt.Sprintf("%s replaces %s (%s:%d)", e.ID, s.Name(old), s.File(old), s.Place(old).Line),
			"give it another id if it is another thing")
	}
	for i := range e.Surfaces {
		name := e.Surfaces[i].Text
		if e.Surfaces[i].Risky || decided(e) {
			continue
		}
		im.doc.Parse(name, text.Options{Plain: true})
		toks := im.doc.Tokens
		if len(toks) == 0 {
			continue
		}
		im.words = im.words[:0]
		for j := range toks {
			im.words = append(im.words, s.Word(toks[j].Hash))
		}
		if in := s.Info(im.words[0]); len(toks) == 1 && in.Common > 0 && in.Common <= 5 && toks[0].Shape != text.Upper {
			im.problem(line, Warning, "common-word", fmt.Sprintf("%q is a common word", name), "list it under risky, or leave it out")
		}
		im.ms = s.AppendMatches(im.ms[:0], toks, im.words, 0, false)
		for _, m := range im.ms {
			if int(m.Last) < len(toks) {
				continue
			}
			for _, r := range s.Readings(m.Surface) {
				if id := s.ID(r.Entry); id != e.ID && id != blockerID {
					im.problem(line, Warning, "ambiguous-name", fmt.Sprintf("%q also names %s (%s, %s:%d)", name, id, s.TypeName(s.Type(r.Entry)), s.File(r.Entry), s.Place(r.Entry).Line),
						"leave it out, list it under risky, or use that id")
				}
			}
		}
	}
}

func clipped(s string) string {
	if len(s) > 60 {
		return strings.ToValidUTF8(s[:60], "") + "…"
	}
	return s
}
