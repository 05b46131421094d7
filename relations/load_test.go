package relations_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"attache/relations"
)

// TestInvalid holds the mistakes of testdata/invalid against the errors written beside them in *.txt.
func TestInvalid(t *testing.T) {
	files, err := filepath.Glob("testdata/invalid/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no invalid files", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			_, err = relations.Load(nil, relations.Source{Name: filepath.Base(name), Data: data})
			if err == nil {
				t.Fatal("loaded without an error")
			}
			golden := strings.TrimSuffix(name, ".yaml") + ".txt"
			if os.Getenv("UPDATE") != "" {
				if err := os.WriteFile(golden, []byte(err.Error()+"\n"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, rerr := os.ReadFile(golden)
			if rerr != nil {
				t.Fatal(rerr)
			}
			if err.Error()+"\n" != string(want) {
				t.Errorf("got\n%s\nwant\n%s", err, want)
			}
			var le *relations.LoadError
			if !errors.As(err, &le) || le.Line < 1 || le.File == "" {
				t.Errorf("%v is not a positioned *LoadError", err)
			}
		})
	}
}

// TestUserRules loads a user's file on top of the built-in rules: a new type, an override, a removal.
func TestUserRules(t *testing.T) {
	src := relations.Source{Name: "mine.yaml", Data: []byte(`
schema: attache/rules/v1
class: CONSULT
args: {source: {slots: [subject]}, target: {slots: [object]}, place: true}
rules:
  - id: my/serenade
    relation: serenade
    triggers: {verbs: [serenade, meet]}
    examples:
      - text: Angela Merkel serenaded Emmanuel Macron in Paris.
        want: ["serenade(Angela Merkel, Emmanuel Macron) place=Paris"]
  - id: consult/negotiate
    remove: true
`)}
	o := relations.Options{Sources: []relations.Source{src}}
	x, err := relations.New(nil, o)
	if err != nil {
		t.Fatal(err)
	}
	rs, err := relations.Rules(nil, o)
	if err != nil {
		t.Fatal(err)
	}
	var mine []relations.Rule
	for _, r := range rs.Rules {
		if r.ID == "consult/negotiate" {
			t.Error("the removed rule is still there")
		}
		if strings.HasPrefix(r.ID, "my/") {
			mine = append(mine, r)
		}
	}
	p := newPipeline(t)
	for _, err := range x.Check(mine, p.read) {
		t.Error(err)
	}
	var sc relations.Scratch
	doc, res := p.read("Angela Merkel met Emmanuel Macron in Paris.")
	if rels := x.Extract(doc, res, &sc); len(rels) == 0 || rels[0].Type != "serenade" {
		t.Errorf("the user's trigger does not win over the built-in one: %v", rels)
	}
}

// FuzzLoad feeds the loader with anything: it must answer with rules or positioned errors.
func FuzzLoad(f *testing.F) {
	files, _ := filepath.Glob("testdata/invalid/*.yaml")
	for _, name := range files {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(data)
		}
	}
	for _, s := range relations.Builtin()[1:3] {
		f.Add(s.Data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		rs, err := relations.Load(nil, relations.Source{Name: "f.yaml", Data: data})
		if (rs == nil) == (err == nil) {
			t.Fatal("neither rules nor an error")
		}
	})
}

// FuzzExtract runs the stages on anything: spans must lie in the text, arguments must be mentions.
func FuzzExtract(f *testing.F) {
	x, err := relations.New(nil, relations.Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Add("Wang Yi met Antony Blinken (right) in Rome, and \"we agreed\", said A, B and C.")
	f.Add("Iran's, of of the to to meet met meeting met with with Russia's and , , and China's talks")
	p := newPipeline(f)
	var sc relations.Scratch
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 4096 {
			return
		}
		doc, res := p.read(src)
		for _, r := range x.Extract(doc, res, &sc) {
			if r.Trigger.Start < 0 || int(r.Trigger.End) > len(doc.Source) || r.Evidence.Start > r.Evidence.End {
				t.Fatalf("spans of %+v leave the text", r)
			}
			for _, a := range []relations.Arg{r.Source, r.Target} {
				if a.Mention < 0 || int(a.Mention) >= len(res.Mentions) || int(a.Entity) >= len(res.Entities) {
					t.Fatalf("%+v has no such argument", r)
				}
			}
			if r.Confidence <= 0 || r.Confidence > 1 {
				t.Fatalf("confidence %v", r.Confidence)
			}
		}
		for i := range doc.Sents {
			x.Explain(doc, res, i, &sc)
		}
	})
}
