package ner

import (
	"os"
	"path/filepath"
	"testing"

	"attache/gazetteers"
	"attache/text"
)

// overlaid returns a Recognizer that also knows the entries of a gazetteer.
func overlaid(t *testing.T, yaml string) (*Recognizer, *gazetteers.Set) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "overlay.yaml")
	if err := os.WriteFile(path, []byte(yaml), 0o666); err != nil {
		t.Fatal(err)
	}
	set, err := gazetteers.Builtin().Overlay(gazetteers.NoCache, path)
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(set)
	if err != nil {
		t.Fatal(err)
	}
	return r, set
}

func TestTypesOfTheUsersOwn(t *testing.T) {
	r, set := overlaid(t, `
schema: attache/gazetteer/v1
type: VESSEL
entries:
  - {id: vessel:sea-lark, name: Sea Lark, subtype: tanker}
  - {id: vessel:mary-grey, name: Mary Grey}
  - {id: vessel:oslo, name: Oslo, risky: [Oslo], prefer_near: [tanker, crew]}
  - {id: missile:long-bow, name: Long Bow, type: MISSILE}
  - {id: missile:long-bow-2, name: Long Bow, type: MISSILE, prefer_near: [submarine]}
`)
	for _, test := range []struct{ src, name, want string }{
		{"Norway seized the Sea Lark off Stavanger on Monday.", "Sea Lark", "VESSEL/tanker vessel:sea-lark"},
		{"The USS Sea Lark left port.", "Sea Lark", "VESSEL/tanker vessel:sea-lark"},
		{"The owners of Sea Lark Shipping Company protested.", "Sea Lark Shipping Company", "ORGANIZATION"},
		{"Mary Sea Lark Jones said no.", "Mary Sea Lark Jones", "PERSON"},
		{"The Mary Grey left port.", "Mary Grey", "VESSEL vessel:mary-grey"},
		{"He arrived in Oslo on Monday.", "Oslo", "LOCATION/city city:NO/oslo"},
		{"The crew of the Oslo left the ship.", "Oslo", "VESSEL vessel:oslo"},
		{"The Long Bow was tested from a submarine.", "Long Bow", "MISSILE missile:long-bow-2"},
		{"The Long Bow was tested.", "Long Bow", "MISSILE missile:long-bow"},
	} {
		var doc text.Document
		doc.Parse(test.src, text.Options{Plain: true})
		var sc Scratch
		got := "nothing"
		for _, m := range r.Recognize(&doc, &sc) {
			if doc.Text(m.Span) != test.name {
				continue
			}
			got = set.TypeName(m.Type)
			if m.Subtype != "" {
				got += "/" + m.Subtype
			}
			if m.Entry != gazetteers.NoEntry {
				got += " " + set.ID(m.Entry)
			}
		}
		if got != test.want {
			t.Errorf("%q: %s is %s, want %s", test.src, test.name, got, test.want)
		}
	}
}

func TestOverlayBeforeNamesakes(t *testing.T) {
	r, set := overlaid(t, `
schema: attache/gazetteer/v1
type: ORGANIZATION
subtype: armed-group
entries:
  - {id: org:armed-group-ours, name: Armed Islamic Group}
  - {id: org:nato-ours, name: NATO, risky: [NATO]}
`)
	for name, want := range map[string]string{"Armed Islamic Group": "org:armed-group-ours", "NATO": "org:nato"} {
		var doc text.Document
		doc.Parse("The "+name+" said on Monday that it had left the town.", text.Options{Plain: true})
		var sc Scratch
		got := ""
		for _, m := range r.Recognize(&doc, &sc) {
			if doc.Text(m.Span) == name && m.Entry != gazetteers.NoEntry {
				got = set.ID(m.Entry)
			}
		}
		if got != want {
			t.Errorf("%s is %q, want %s", name, got, want)
		}
	}
}

func TestPreferNear(t *testing.T) {
	r, set := overlaid(t, `
schema: attache/gazetteer/v1
entries:
  - {id: org:quarry, name: Quarry, type: ORGANIZATION, subtype: company, risky: [Quarry], prefer_near: [shares, chipmaker]}
`)
	for src, want := range map[string]bool{
		"Shares of the chipmaker Quarry fell on Monday.":   true,
		"Quarry workers went on strike on Monday, he said": false,
	} {
		var doc text.Document
		doc.Parse(src, text.Options{Plain: true})
		var sc Scratch
		got := false
		for _, m := range r.Recognize(&doc, &sc) {
			got = got || m.Entry != gazetteers.NoEntry && set.ID(m.Entry) == "org:quarry"
		}
		if got != want {
			t.Errorf("%q: found %v, want %v", src, got, want)
		}
	}
}
