package gazetteers

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const untidy = `# yaml-language-server: $schema=x.json
# My groups.


type:   ORGANIZATION   # the default
schema: "attache/gazetteer/v1"
entries:

# First the north.
- name: 'Alpha Front'     # called so by its rivals
  # no other id will do
  id: org:alpha-front
  aliases:
    - AF
    - "No"
  from: 1990-05


-   {name: Beta, id: "org:beta", aliases: ["B, C", 'D: E']}
# Then the south.
- id: org:gamma
  aliases:
    - Gamma   # in the west
    - Γάμμα
  name: Gamma
  offices: []
  tests:
    - {want: org:gamma, text: "Gamma: yes"}
# The end.
`

const tidy = `# yaml-language-server: $schema=x.json
# My groups.

schema: attache/gazetteer/v1
type: ORGANIZATION  # the default
entries:

  # First the north.
  # no other id will do
  - id: org:alpha-front
    name: Alpha Front  # called so by its rivals
    aliases: [AF, "No"]
    from: "1990-05"

  - {id: org:beta, name: Beta, aliases: ["B, C", "D: E"]}
  # Then the south.
  - id: org:gamma
    name: Gamma
    aliases:
      - Gamma  # in the west
      - Γάμμα
    offices: []
    tests:
      - {text: "Gamma: yes", want: org:gamma}
  # The end.
`

func TestFormat(t *testing.T) {
	got, err := Format("u.yaml", []byte(untidy))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != tidy {
		t.Errorf("got\n%s\nwant\n%s", got, tidy)
	}
	again, err := Format("u.yaml", got)
	if err != nil || string(again) != string(got) {
		t.Errorf("formatting again gives %v\n%s", err, again)
	}
	if _, err := Format("u.yaml", []byte("schema: attache/gazetteer/v1\nentries: [{id: x}]")); err == nil {
		t.Error("a file with mistakes was formatted")
	}
}

// TestFormatBuiltin formats every built-in file: the formatter itself checks
// that nothing is lost.
func TestFormatBuiltin(t *testing.T) {
	if testing.Short() {
		t.Skip("formats all built-in files twice, which the race detector makes slow and learns nothing from")
	}
	err := filepath.WalkDir("data", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(p) != ".yaml" {
			return err
		}
		data, err := os.ReadFile(p)
		if err != nil || !strings.Contains(string(data), "schema: "+SchemaGazetteer) || len(data) > 1<<16 {
			return err
		}
		out, err := Format(p, data)
		if err != nil {
			t.Error(err)
			return nil
		}
		if again, err := Format(p, out); err != nil || string(again) != string(out) {
			t.Errorf("%s: formatting again changes it (%v)", p, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAdd(t *testing.T) {
	p := filepath.Join(t.TempDir(), "mine.yaml")
	first := &Entry{ID: "org:alpha-front", Name: "Alpha Front", Type: "ORGANIZATION", Subtype: "armed-group", Country: "KOR",
		Surfaces: []Surface{{Text: "Alpha Front"}, {Text: "AF", Kind: AcronymSurface}, {Text: "No", Kind: AliasSurface, Risky: true}}}
	if err := Add(p, first); err != nil {
		t.Fatal(err)
	}
	data, _ := os.ReadFile(p)
	if err := os.WriteFile(p, append(data, "\n# mine\n\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(p, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := Add(p, &Entry{ID: "vessel:wave", Name: "Wave: the ship", Type: "VESSEL"}); err != nil {
		t.Fatal(err)
	}
	const want = `schema: attache/gazetteer/v1
entries:
  - id: org:alpha-front
    name: Alpha Front
    type: ORGANIZATION
    subtype: armed-group
    aliases: [AF, "No"]
    country: KOR
    risky: ["No"]

# mine
  - id: vessel:wave
    name: "Wave: the ship"
    type: VESSEL
`
	if data, _ = os.ReadFile(p); string(data) != want {
		t.Errorf("got\n%s\nwant\n%s", data, want)
	}
	if info, _ := os.Stat(p); info.Mode().Perm() != 0o640 {
		t.Errorf("mode is now %v", info.Mode())
	}
	for _, bad := range []*Entry{first, {ID: "nonsense", Name: "X", Type: "PERSON"}, {ID: "org:x", Name: "", Type: "ORGANIZATION"}} {
		if err := Add(p, bad); err == nil {
			t.Errorf("%s was added", bad.ID)
		}
	}
	if now, _ := os.ReadFile(p); string(now) != want {
		t.Error("a refused entry changed the file")
	}
	got, err := AddTo("e.yaml", []byte("schema: attache/gazetteer/v1\ntype: EVENT\nentries: []\n"), &Entry{ID: "event:x", Name: "X Games", Type: "EVENT"})
	if want := "schema: attache/gazetteer/v1\ntype: EVENT\nentries:\n  - id: event:x\n    name: X Games\n"; err != nil || string(got) != want {
		t.Errorf("%v\n%s", err, got)
	}
}

func TestChanges(t *testing.T) {
	base := newBase(t)
	dir := t.TempDir()
	p := write(t, dir, "o.yaml", `schema: attache/gazetteer/v1
type: ORGANIZATION
entries:
  - {id: org:alpha, name: Alpha League, aliases: [Alphans], country: KOR, subtype: igo, weight: 1.5, case: exact}
  - {id: org:beta, remove: true}
  - {id: event:gamma, type: EVENT, name: Gamma Bank}
`)
	set, err := base.Overlay(NoCache, p)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range set.Changes(1) {
		c.File = filepath.Base(c.File)
		got = append(got, c.String())
	}
	want := []string{
		`o.yaml:4:10: replaced org:alpha: name Alpha Union → Alpha League, case smart → exact, weight 0 → 1.5, −name Alpha Union, −acronym AU, +name Alpha League`,
		`o.yaml:6:10: new event:gamma`,
		`o.yaml:6:10: shadowed org:gamma: "Gamma Bank" now also names event:gamma (EVENT beside ORGANIZATION)`,
		`base.yaml:6:10: removed org:beta: Beta Works`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	fs := set.Find("alpha union")
	if len(fs) != 1 || !fs[0].Replaced || !strings.Contains(fs[0].ReplacedBy, "o.yaml:4:10") || fs[0].Fits {
		t.Errorf("find: %+v", fs)
	}
	if fs := set.Find("org:alpha"); len(fs) != 2 || fs[0].Replaced || !fs[1].Replaced {
		t.Errorf("find by id: %+v", fs)
	}
}
