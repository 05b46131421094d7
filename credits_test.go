package attache_test

import (
	"context"
	"testing"

	"attache"
	"attache/gazetteers"
)

// TestPhotographersAreFoundAndInNoEvent reads credits as agencies write them.
func TestPhotographersAreFoundAndInNoEvent(t *testing.T) {
	engine := newEngine(t)
	for credit, name := range map[string]string{
		"REUTERS/Lim Dae-jung/Pool":      "Lim Dae-jung",
		"(Xinhua/Zhang Ling)":            "Zhang Ling",
		"(Photo by Mohammed Haddad/AFP)": "Mohammed Haddad",
	} {
		src := "Ministers meet in Oslo\n\nFILE PHOTO: Ann Lee meets Bob Roe in Oslo, March 16, 2021. " + credit + "\n\nThe two sides met in Oslo on Monday, officials said in a statement.\n"
		doc, err := engine.Extract(context.Background(), attache.Input{Text: src})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for i := range doc.Resolution.Mentions {
			m := &doc.Resolution.Mentions[i]
			found = found || m.Type == gazetteers.Person && doc.Text.Text(m.Span) == name
			if m.Type == gazetteers.Person && doc.Text.Text(m.Span) == "Pool" {
				t.Errorf("%s: the pool is a person", credit)
			}
		}
		if !found {
			t.Errorf("%s: %s is not found", credit, name)
		}
		for _, r := range doc.Relations {
			for _, arg := range []int32{r.Source.Entity, r.Target.Entity} {
				if arg >= 0 && doc.Resolution.Entities[arg].Name == name {
					t.Errorf("%s: %s is a side of %s", credit, name, r.Type)
				}
			}
		}
	}
}
