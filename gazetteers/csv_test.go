package gazetteers

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"
)

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

// importString imports a table into memory.
func importString(table string, o ImportOptions) (string, *ImportReport, error) {
	var out bytes.Buffer
	r, err := Import("t.csv", strings.NewReader(table), o, func(int) (io.WriteCloser, error) { return nopCloser{&out}, nil })
	return out.String(), r, err
}

func problemLines(ps []Problem) []string {
	var out []string
	for i := range ps {
		out = append(out, ps[i].String())
	}
	return out
}

func TestImport(t *testing.T) {
	base := newBase(t)
	table := "\ufeffGroup;Acronym;Also known as;Land;Seen\n" +
		"Northern Front;NF;Front of the North|\"Die Nordfront\";KOR;1\n" +
		"Alpha Union;AU;;JPN;2\n" +
		"Northern Front;;;KOR;3\n" + // the same id
		"=HYPERLINK(\"x\");;;KOR;4\n" +
		"'=Equals;;;KOR;5\n" +
		"Short row;x\n" +
		";;;KOR;6\n" +
		"Caf\xe9 Libre;CL;;Fra;7\n" + // Windows-1252, and a bad country
		"Caf\xe9 Noir;CN;;FRA;8\n" +
		"Γάμμα;;;GRC;9\n"
	yaml, r, err := importString(table, ImportOptions{
		Columns: map[string]string{"Group": "name", "Land": "country", "Seen": "-"}, Type: "ORGANIZATION", Subtype: "armed-group", Base: base,
	})
	if err != nil {
		t.Fatal(err)
	}
	want := `schema: attache/gazetteer/v1
type: ORGANIZATION
subtype: armed-group
entries:
  - id: org:northern-front
    name: Northern Front
    aliases: [NF, Front of the North, "\"Die Nordfront\""]
    country: KOR
  - id: org:alpha-union
    name: Alpha Union
    aliases: [AU]
    country: JPN
  - id: org:equals
    name: "=Equals"
    country: KOR
  - id: org:cafe-noir
    name: Café Noir
    aliases: [CN]
    country: FRA
`
	if !strings.HasPrefix(yaml, want) {
		t.Errorf("got\n%s\nwant\n%s", yaml, want)
	}
	if k, err := loadBytes("t.yaml", []byte(yaml)); err != nil || len(k.Entries) != 5 {
		t.Errorf("the YAML is not sound: %v", err)
	}
	got := problemLines(r.Problems)
	for i, prefix := range []string{
		`t.csv:3:1: "AU" also names org:alpha (ORGANIZATION, `,
		`t.csv:3:1: "AU" also names org:beta (ORGANIZATION, `,
		`t.csv:3:1: "Alpha Union" also names org:alpha (ORGANIZATION, `,
		`t.csv:4:1: id org:northern-front was there before; `,
		`t.csv:5:1: cell "=HYPERLINK(\"x\")" is a formula; `,
		`t.csv:7:1: row of 2 cells, the header has 5; `,
		`t.csv:8:1: row without a name; `,
		`t.csv:9:1: country "Fra", expected an ISO 3166-1 alpha-3 code such as KOR`,
		`t.csv:9:1: text is not UTF-8, read as Windows-1252; `,
		`t.csv:10:1: text is not UTF-8, read as Windows-1252; `,
	} {
		if i >= len(got) || !strings.HasPrefix(got[i], prefix) {
			t.Fatalf("problem %d: got\n%s\nwant %s", i, strings.Join(got, "\n"), prefix)
		}
	}
	if r.Rows != 10 || r.Entries != 5 || r.Skipped != 5 {
		t.Errorf("%d rows, %d entries, %d skipped", r.Rows, r.Entries, r.Skipped)
	}
}

func TestImportRefuses(t *testing.T) {
	for _, tt := range []struct {
		name, table, want string
		o                 ImportOptions
	}{
		{"empty", "", "t.csv:1:1: empty table, expected a header", ImportOptions{Type: "PERSON"}},
		{"unknown column", "name,contry\nA,B\n", `t.csv:1:1: unknown columns "contry" (did you mean country?), expected a mapping`, ImportOptions{Type: "PERSON"}},
		{"mapping without column", "name\nA\n", `t.csv:1:1: unknown columns "Land" is mapped but no column`, ImportOptions{Type: "PERSON", Columns: map[string]string{"Land": "country"}}},
		{"no name", "id\nperson:a\n", "t.csv:1:1: no column for name", ImportOptions{Type: "PERSON"}},
		{"no type", "name\nA\n", "t.csv:1:1: no type, expected", ImportOptions{}},
		{"twice", "name,Name\nA,B\n", "t.csv:1:1: two columns for name", ImportOptions{Type: "PERSON"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, _, err := importString(tt.table, tt.o); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

func TestImportUTF16(t *testing.T) {
	table := []byte{0xff, 0xfe}
	for _, r := range "name\tcountry\nÉlan\tFRA\n" {
		table = append(table, byte(r), byte(r>>8))
	}
	yaml, _, err := importString(string(table), ImportOptions{Type: "ORGANIZATION"})
	if err != nil || !strings.Contains(yaml, "name: Élan\n    country: FRA") {
		t.Errorf("%v\n%s", err, yaml)
	}
}

// TestExportRoundTrip exports the built-in entries and imports them again.
func TestExportRoundTrip(t *testing.T) {
	set := Builtin()
	var table bytes.Buffer
	step := 0
	if err := set.ExportCSV(&table, func(e EntryID) bool { step++; return step%7 == 0 || set.Type(e) == Country }); err != nil {
		t.Fatal(err)
	}
	yaml, r, err := importString(table.String(), ImportOptions{ListSep: ListSeparator})
	if err != nil || r.Skipped > 0 {
		t.Fatalf("%v, %d skipped: %v", err, r.Skipped, problemLines(r.Problems))
	}
	k, err := loadBytes("t.yaml", []byte(yaml))
	if err != nil {
		t.Fatal(err)
	}
	for i := range k.Entries {
		got := placeless(k.Entries[i])
		want := placeless(*set.Export(set.Entry(got.ID)))
		if got.More != nil {
			got.More.Tests = nil
		}
		if want.More != nil {
			want.More.Tests = nil
			if want.More.empty() {
				want.More = nil
			}
		}
		if !sameEntry(&got, &want) {
			t.Errorf("%s came back as\n%+v %+v\nfrom\n%+v %+v", got.ID, got, got.More, want, want.More)
		}
	}
}

// sameEntry compares entries whose names may be in another order.
func sameEntry(a, b *Entry) bool {
	key := func(e *Entry) []string {
		var out []string
		for _, s := range e.Surfaces {
			out = append(out, s.Kind.String()+s.Text)
		}
		slices.Sort(out)
		return out
	}
	return a.Name == b.Name && a.Type == b.Type && a.Subtype == b.Subtype && a.Country == b.Country && a.Case == b.Case && a.Weight == b.Weight &&
		slices.Equal(key(a), key(b)) && differences(a, b) == ""
}

func TestMakeID(t *testing.T) {
	for _, tt := range [][3]string{
		{"ORGANIZATION", "Israel Aerospace Industries", "org:israel-aerospace-industries"},
		{"PERSON", "Recep Tayyip Erdoğan", "person:recep-tayyip-erdogan"},
		{"VESSEL", "U.S.S. Cole's", "vessel:uss-coles"},
		{"LOCATION", "São Tomé / Príncipe", "place:sao-tome-principe"},
	} {
		if got := MakeID(tt[0], tt[1]); got != tt[2] {
			t.Errorf("%s %s: %s, want %s", tt[0], tt[1], got, tt[2])
		}
	}
}

func BenchmarkImport(b *testing.B) {
	var table bytes.Buffer
	table.WriteString("name,aliases,country\n")
	for range 20000 {
		table.WriteString("Northern Front for the Return,NFR|Front of the Return,KOR\n")
	}
	data := bytes.ReplaceAll(table.Bytes(), []byte("Northern"), []byte("Northern"))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		_, err := Import("t.csv", bytes.NewReader(data), ImportOptions{Type: "ORGANIZATION", Base: Builtin()}, func(int) (io.WriteCloser, error) { return nopCloser{io.Discard}, nil })
		if err != nil {
			b.Fatal(err)
		}
	}
}
