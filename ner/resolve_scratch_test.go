package ner

import (
	"strings"
	"testing"

	"attache/gazetteers"
	"attache/text"
)

// What is known of a group must not depend on how many entities the buffers
// have room for.
func TestFactsSurviveGrowingBuffers(t *testing.T) {
	bodies := []string{"Hezbollah", "Boko Haram", "Hamas", "FARC", "Shining Path", "ETA", "Abu Sayyaf", "Al-Shabaab", "PKK", "Taliban"}
	rec, err := New(gazetteers.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	res := NewResolver(gazetteers.Builtin())
	var doc text.Document
	var names Scratch
	var used ResolveScratch
	for n := len(bodies); n > 0; n-- { // the longest first, so that the used buffers have room
		var b strings.Builder
		for _, s := range bodies[:n] {
			b.WriteString(s + " fighters attacked a village. ")
		}
		doc.Parse(b.String(), text.Options{})
		ms := rec.Recognize(&doc, &names)
		var fresh ResolveScratch
		want, got := res.Resolve(&doc, ms, &used).Entities, res.Resolve(&doc, ms, &fresh).Entities
		if len(got) != len(want) {
			t.Fatalf("%d entities with new buffers, %d with used ones", len(got), len(want))
		}
		for i := range got {
			if g, w := &got[i], &want[i]; g.ID != w.ID || g.Name != w.Name || g.Country != w.Country {
				t.Errorf("new buffers give %s %q %s, used ones %s %q %s", g.ID, g.Name, g.Country, w.ID, w.Name, w.Country)
			}
		}
	}
}
