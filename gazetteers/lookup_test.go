package gazetteers

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"attache/text"
)

// setOf compiles entries given as YAML items.
func setOf(t testing.TB, items string) *Set {
	t.Helper()
	k, err := loadBytes("t.yaml", []byte("schema: attache/gazetteer/v1\ntype: ORGANIZATION\nentries:\n"+items))
	if err != nil {
		t.Fatal(err)
	}
	ix, err := Compile(k, nil)
	if err != nil {
		t.Fatal(err)
	}
	s, err := NewSet(ix)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCase(t *testing.T) {
	set := setOf(t, `
  - {id: org:who, name: World Health Organization, aliases: [WHO, W.H.O.]}
  - {id: org:nato, name: NATO}
  - {id: org:ie, name: iEnergy, case: exact}
  - {id: org:al, name: al-Nahda Movement}
  - {id: role:fm, type: ROLE, name: foreign minister}
  - {id: org:loud, name: loud, case: fold}
`)
	for _, tt := range []struct {
		text    string
		strict  string // what is found
		relaxed string
	}{
		{"WHO", "org:who", "org:who"},
		{"W.H.O.", "org:who", "org:who"},
		{"Who", "", "org:who"},
		{"who", "", ""},
		{"NATO", "org:nato", "org:nato"},
		{"Nato", "org:nato", "org:nato"},
		{"nato", "", ""},
		{"iEnergy", "org:ie", "org:ie"},
		{"IENERGY", "", "org:ie"},
		{"ienergy", "", ""},
		{"al-Nahda Movement", "org:al", "org:al"},
		{"Al-Nahda Movement", "org:al", "org:al"},
		{"AL-NAHDA MOVEMENT", "org:al", "org:al"},
		{"al-nahda movement", "", ""},
		{"Foreign Minister", "role:fm", "role:fm"},
		{"FOREIGN MINISTERS", "role:fm", "role:fm"},
		{"World health organization", "", ""},
		{"Loud", "org:loud", "org:loud"},
	} {
		for relaxed, want := range map[bool]string{false: tt.strict, true: tt.relaxed} {
			got := ""
			for _, f := range find(set, tt.text, relaxed) {
				if name, id, _ := strings.Cut(f, "="); name == tt.text {
					got = id
				}
			}
			if got != want {
				t.Errorf("%q relaxed %v: %q, want %q", tt.text, relaxed, got, want)
			}
		}
	}
}

// TestSpellings looks names up as they are not listed, in the built-in set and
// in an overlay, which follows the built-in spellings.
func TestSpellings(t *testing.T) {
	set, err := Builtin().Overlay(NoCache, write(t, t.TempDir(), "o.yaml", `schema: attache/gazetteer/v1
type: ORGANIZATION
entries:
  - {id: org:t1, name: Institute for Harbour and Defence Programmes of Saint Mumble}
  - {id: org:t2, name: al-Mumble Brigade}
  - {id: org:t3, name: Al Grumble Brigade}
  - {id: person:t4, type: PERSON, name: Mohammed Hussein Mumble}
  - {id: vessel:t5, type: VESSEL, name: Mumble-Class Centre}
  - {id: org:t6, name: Mumble Defence Exactly, case: exact}
`))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Institute for Harbor & Defense Programs of St. Mumble": "org:t1",
		"Al Mumble Brigade":          "org:t2",
		"el-Mumble Brigade":          "org:t2",
		"al mumble Brigade":          "",
		"el-Grumble Brigade":         "org:t3",
		"al-Grumble Brigade":         "org:t3",
		"Muhammad Hossein Mumble":    "person:t4",
		"Mumble Class Center":        "vessel:t5",
		"mumble class center":        "",
		"Mumble Defence Exactly":     "org:t6",
		"Mumble Defense Exactly":     "",
		"U.S. Department of Defence": "org:us-department-of-defense",
	} {
		got := ""
		for _, f := range find(set, text, false) {
			if name, id, _ := strings.Cut(f, "="); name == strings.TrimSuffix(text, ".") {
				got = id
			}
		}
		if want != "" && set.Entry(want) == NoEntry {
			continue // the built-in entry goes by another id now
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestAllMatches expects every length of match, the shortest first, and
// several readings of one surface.
func TestAllMatches(t *testing.T) {
	set := setOf(t, `
  - {id: org:bank, name: Bank}
  - {id: org:bank-of, name: Bank of Alpha}
  - {id: org:bank-of-2, name: Bank of Alpha}
  - {id: org:bank-of-and, name: Bank of Alpha and Beta}
`)
	got := find(set, "Bank of Alpha and Beta", false)
	want := []string{"Bank=org:bank", "Bank of Alpha=org:bank-of", "Bank of Alpha=org:bank-of-2", "Bank of Alpha and Beta=org:bank-of-and"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestHolderOf(t *testing.T) {
	s := newBase(t)
	for _, tt := range []struct{ date, want string }{
		{"2000", ""}, {"2001", "person:ann"}, {"2001-01-31", ""}, {"2003-07-01", "person:ann"},
		{"2004-05-10", ""}, // the month of change
		{"2004-06", "person:bo"}, {"2009-12-31", "person:bo"}, {"2010-06-01", "person:ann"}, {"2031", "person:ann"},
	} {
		d, _ := parseDate(tt.date)
		got := ""
		if e := s.HolderOf("role:chief", "org:alpha", d); e != NoEntry {
			got = s.ID(e)
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.date, got, tt.want)
		}
	}
	if s.HolderOf("role:chief", "org:beta", text.Date{Year: 2003}) != NoEntry || s.HolderOf("role:chief", "org:alpha", text.Date{}) != NoEntry {
		t.Error("a holder of nothing, or at no time")
	}
}

func TestPlurals(t *testing.T) {
	for s, want := range map[string]string{
		"foreign minister": "foreign ministers", "minister of state": "ministers of state", "attorney general": "attorneys general",
		"major general": "major generals", "secretary-general": "secretaries-general", "deputy": "deputies", "police": "",
		"chairwoman": "chairwomen", "spokesperson": "spokespersons", "troops": "", "boss": "bosses", "coach": "coaches", "monarch": "monarchs",
		"president-elect": "presidents-elect", "commander-in-chief": "commanders-in-chief", "chief of staff": "chiefs of staff", "envoy": "envoys",
	} {
		if got := nounPlural(s); got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
	for s, want := range map[string]string{"Korean": "Koreans", "Chinese": "", "British": "", "Frenchman": "Frenchmen", "German": "Germans", "Iraqi": "Iraqis", "Swiss": ""} {
		if got := demonymPlural(s); got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

// TestCompileIsDeterministic compiles the built-in data again and expects the
// very bytes of the built-in index.
func TestCompileIsDeterministic(t *testing.T) {
	ix, err := Compile(loadData(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(ix.Bytes(), Builtin().layers[0].Bytes()) {
		t.Fatal("compiled again, the built-in index differs: run go generate ./gazetteers, then look for what is not deterministic")
	}
}

// TestStreamAgrees reads files entry by entry, as large files are, and as a
// whole, and expects the same.
func TestStreamAgrees(t *testing.T) {
	head := "# a comment\nschema: attache/gazetteer/v1\ntype: PERSON\nsource: test\nentries:\n"
	for name, items := range map[string]string{
		"plain":     "  - id: person:a\n    name: Ann Other\n    aliases: [Annie, \"O, Ann\", Ann-Marie O'Ther]\n    country: KOR\n  - id: person:b\n    name: Bo\n",
		"mixed":     "  # one\n  - {id: person:a, name: Ann Other}\n\n  - name: 'Bo'\n    # his id\n    id: person:b\n    offices:\n      - {role: role:x, of: org:y, from: 1990}\n",
		"no indent": "- id: person:a\n  name: Ann:not a key\n- id: person:b\n  name: true\n",
		"hash":      "  - id: person:a\n    name: Ann # other\n  - id: person:b\n    name: C#\n  - id: person:c\n    name: \"C # D\"\n",
		"folded":    "  - id: person:a\n    name: >-\n      Ann\n      Other\n    note: |\n      one\n      - two\n",
		"crlf":      "  - id: person:a\r\n    name: Ann Other\r\n  - id: person:b\r\n    name: Bo Case\r\n",
		"errors":    "  - id: person:a\n    nam: Ann\n  - id: person:b\n    name: Bo\n    country: Korea\n    country: KOR\n  - id: person:b\n    name: yes\n",
		"long":      "  - id: person:a\n    name: Ann\n     Other\n    aliases:\n      - A\n",
	} {
		data := []byte(head + items)
		whole, werr := loadBytes("t.yaml", data)
		l := newLoader()
		l.k.Files = []File{{Name: "t.yaml"}}
		if !l.stream(0, "t.yaml", data) {
			t.Errorf("%s: not read entry by entry", name)
			continue
		}
		k, serr := l.finish()
		if !sameEntries(whole, k) {
			t.Errorf("%s: entry by entry\n%+v\nas a whole\n%+v", name, k.Entries, whole.Entries)
		}
		for i := range k.Entries {
			if i < len(whole.Entries) && k.Entries[i].At != whole.Entries[i].At {
				t.Errorf("%s: %s at %v, want %v", name, k.Entries[i].ID, k.Entries[i].At, whole.Entries[i].At)
			}
		}
		if (werr == nil) != (serr == nil) || werr != nil && werr.Error() != serr.Error() {
			t.Errorf("%s: entry by entry\n%v\nas a whole\n%v", name, serr, werr)
		}
	}
}

func TestCheck(t *testing.T) {
	p := write(t, t.TempDir(), "o.yaml", `schema: attache/gazetteer/v1
type: EVENT
entries:
  - {id: event:au, name: Golden Games, aliases: [AU], seat: org:nowhere, tests: [{text: "The Golden Games began.", want: event:au}, {text: "Gold.", want: event:au}]}
  - {id: event:many, name: "!?"}
  - {id: event:beta, name: Beta Works, risky: [Beta Works], country: XYZ}
  - {id: event:gamma, name: Gamma Bank, prefer_near: [games]}
`)
	run := func(set *Set, s string) (ids []string, _ error) {
		for _, f := range find(set, s, false) {
			_, id, _ := strings.Cut(f, "=")
			ids = append(ids, id)
		}
		return ids, nil
	}
	got := problemLines(Check(newBase(t), run, p))
	want := []string{
		`"AU" also names org:alpha (ORGANIZATION, `,
		`"AU" also names org:beta (ORGANIZATION, `,
		`seat org:nowhere is no entry's id; correct it or add the entry`,
		`test "Gold." does not find event:au, found nothing; `,
		`name "!?" holds no word and can never be found; expected one`,
		`no entry country:XYZ; `,
	}
	for _, w := range want {
		if !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, w) }) {
			t.Errorf("no problem %q in\n%s", w, strings.Join(got, "\n"))
		}
	}
	for _, not := range []string{"Beta Works", "Gamma Bank", "Golden Games"} {
		if slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, `"`+not+`" also`) }) {
			t.Errorf("%s is reported in\n%s", not, strings.Join(got, "\n"))
		}
	}
	var b bytes.Buffer
	if err := WriteProblems(&b, FormatGitHub, Check(nil, nil, "testdata/invalid/bad-case.yaml")); err != nil ||
		b.String() != "::error file=testdata/invalid/bad-case.yaml,line=4,col=38,title=invalid::case \"upper\"; expected smart, exact or fold\n" {
		t.Errorf("%v %s", err, b.String())
	}
	b.Reset()
	if err := WriteProblems(&b, FormatJSON, nil); err != nil || b.String() != "[]\n" {
		t.Errorf("%v %s", err, b.String())
	}
	if err := WriteProblems(&b, "xml", nil); err == nil {
		t.Error("an unknown format is taken")
	}
}

func TestWarmTakesAnyHash(t *testing.T) {
	hashes := []uint64{0, 1, ^uint64(0)}
	for i := range 200 {
		hashes = append(hashes, text.Hash("Paris"), uint64(i)*0x9e3779b97f4a7c15)
	}
	Builtin().Warm(hashes)
	Empty().Warm(hashes)
}
