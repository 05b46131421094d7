package attache_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"attache"
	"attache/gazetteers"
)

var update = flag.Bool("update", false, "write the differences between output and truth into the articles")

// TestArticles reads our own articles. Each holds its truth, written by hand
// before any code ran on it, and the differences between truth and output as
// they stand today. A change of the differences fails the test: look at it, and
// run with -update when it is for the better. The truth is never updated by code.
func TestArticles(t *testing.T) {
	engine, err := attache.New(attache.Options{})
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/articles/*.txtar")
	if err != nil || len(files) < 14 {
		t.Fatalf("found %d articles, %v", len(files), err)
	}
	found, lines, extra := 0, 0, 0
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			parts := map[string][]byte{}
			for _, f := range ar.Files {
				parts[f.Name] = f.Data
			}
			doc, err := engine.Extract(context.Background(), attache.Input{ID: file, Text: string(parts["input.txt"])})
			if err != nil {
				t.Fatal(err)
			}
			c := comparison{doc: doc, set: engine.Gazetteers()}
			got := c.compare(string(parts["truth"]))
			found, lines, extra = found+c.found, lines+c.lines, extra+c.extra
			if *update {
				ar.Files = slices.DeleteFunc(ar.Files, func(f txtar.File) bool { return f.Name == "differences" })
				ar.Files = append(ar.Files, txtar.File{Name: "differences", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := parts["differences"]; !bytes.Equal(want, []byte(got)) {
				t.Errorf("differences between output and truth have changed; got:\n%swant:\n%s", got, want)
			}
		})
	}
	t.Logf("%d of %d lines of truth found, %d things said that are not in it", found, lines, extra)
}

// comparison compares a document with lines of truth:
//
//	PERSON: Name | Name            entities of a type, by any of their surfaces
//	published: 2024-05-14          the first article's date; place: its dateline
//	meet(A, B) place=P date=D modality=future polarity=negated
type comparison struct {
	doc                 *attache.Document
	set                 *gazetteers.Set
	found, lines, extra int
	diff                []string
}

// listed are the types whose entities the truth lists in full, so that others are extra.
var listed = []string{"PERSON", "ORGANIZATION", "COUNTRY"}

func (c *comparison) compare(truth string) string {
	named := map[string][]string{}
	var relations []wantRelation
	for line := range strings.Lines(truth) {
		line = strings.TrimSpace(line)
		if key, value, ok := strings.Cut(line, ": "); ok && !strings.Contains(key, "(") {
			for name := range strings.SplitSeq(value, " | ") {
				named[key] = append(named[key], name)
			}
		} else if line != "" {
			relations = append(relations, parseRelation(line))
		}
	}
	first := c.doc.Text.Articles[0]
	c.header("published", named["published"], fmt.Sprintf("%04d-%02d-%02d", first.Published.Year, first.Published.Month, first.Published.Day))
	c.header("place", named["place"], c.doc.Text.Text(first.Place))
	for _, typ := range []string{"PERSON", "COUNTRY", "LOCATION", "ORGANIZATION", "ROLE", "EVENT"} {
		c.entities(typ, named[typ])
	}
	for _, typ := range listed {
		c.unlisted(typ, named)
	}
	c.relations(relations)
	slices.Sort(c.diff)
	if len(c.diff) == 0 {
		return ""
	}
	return strings.Join(c.diff, "\n") + "\n"
}

func (c *comparison) check(ok bool, line string) {
	c.lines++
	if ok {
		c.found++
	} else {
		c.diff = append(c.diff, "missing "+line)
	}
}

func (c *comparison) header(key string, want []string, got string) {
	if len(want) > 0 {
		c.check(strings.EqualFold(want[0], got), key+": "+want[0])
	}
}

// entities checks that each name is a mention of the type.
func (c *comparison) entities(typ string, names []string) {
	for _, name := range names {
		ok := false
		for i := range c.doc.Resolution.Mentions {
			m := &c.doc.Resolution.Mentions[i]
			e := c.doc.Resolution.EntityOf[i]
			is := c.set.TypeName(m.Type) == typ || e >= 0 && c.set.TypeName(c.doc.Resolution.Entities[e].Type) == typ
			if is && (strings.EqualFold(c.doc.Text.Text(m.Span), name) || e >= 0 && c.named(e, name)) {
				ok = true
			}
		}
		c.check(ok, typ+": "+name)
	}
}

// named reports whether the document calls an entity so.
func (c *comparison) named(e int32, name string) bool {
	ent := &c.doc.Resolution.Entities[e]
	if strings.EqualFold(ent.Name, name) {
		return true
	}
	for _, m := range ent.Mentions {
		if strings.EqualFold(c.doc.Text.Text(c.doc.Resolution.Mentions[m].Span), name) {
			return true
		}
	}
	return false
}

// unlisted reports entities of a type that the truth does not know under any type.
func (c *comparison) unlisted(typ string, named map[string][]string) {
	for i := range c.doc.Resolution.Entities {
		e := &c.doc.Resolution.Entities[i]
		if c.set.TypeName(e.Type) != typ {
			continue
		}
		known := false
		for _, list := range []string{"PERSON", "COUNTRY", "LOCATION", "ORGANIZATION", "EVENT"} {
			for _, name := range named[list] {
				known = known || c.named(int32(i), name)
			}
		}
		// Countries come with nationalities ("Egyptian"), which the truth does not list.
		if !known && typ != "COUNTRY" {
			c.extra++
			c.diff = append(c.diff, "extra "+typ+": "+e.Name)
		}
	}
}

type wantRelation struct {
	line, typ, source, target string
	facets                    map[string]string
}

func parseRelation(line string) wantRelation {
	w := wantRelation{line: line, facets: map[string]string{}}
	var rest string
	w.typ, rest, _ = strings.Cut(line, "(")
	sides, facets, _ := strings.Cut(rest, ")")
	w.source, w.target, _ = strings.Cut(sides, ", ")
	key := ""
	for word := range strings.FieldsSeq(facets) {
		if k, v, ok := strings.Cut(word, "="); ok {
			key = k
			w.facets[key] = v
		} else {
			w.facets[key] += " " + word
		}
	}
	return w
}

// relations checks relations; those of a class (not states) that the truth does not hold are extra.
func (c *comparison) relations(want []wantRelation) {
	used := make([]bool, len(c.doc.Relations))
	for _, w := range want {
		var wrong string
		ok := false
		for i := range c.doc.Relations {
			r := &c.doc.Relations[i]
			straight := c.side(r.Source.Mention, r.Source.Entity, w.source) && c.side(r.Target.Mention, r.Target.Entity, w.target)
			turned := r.Symmetric && c.side(r.Source.Mention, r.Source.Entity, w.target) && c.side(r.Target.Mention, r.Target.Entity, w.source)
			if r.Type != w.typ || !straight && !turned {
				continue
			}
			used[i] = true
			if bad := c.facets(i, w); bad == "" {
				ok = true
			} else {
				wrong = " (" + bad + ")"
			}
		}
		if ok {
			wrong = ""
		}
		c.check(ok, w.line+wrong)
	}
	for i := range c.doc.Relations {
		r := &c.doc.Relations[i]
		if used[i] || r.Class == "" || r.Class == "SAY" {
			continue
		}
		c.extra++
		c.diff = append(c.diff, fmt.Sprintf("extra %s(%s, %s)", r.Type, c.name(r.Source.Mention, r.Source.Entity), c.name(r.Target.Mention, r.Target.Entity)))
	}
}

// side reports whether an argument is called so, by itself or by what it belongs to.
func (c *comparison) side(mention, entity int32, name string) bool {
	if entity >= 0 && c.named(entity, name) {
		return true
	}
	return mention >= 0 && strings.EqualFold(c.doc.Text.Text(c.doc.Resolution.Mentions[mention].Span), name)
}

func (c *comparison) name(mention, entity int32) string {
	switch {
	case entity >= 0:
		return c.doc.Resolution.Entities[entity].Name
	case mention >= 0:
		return c.doc.Text.Text(c.doc.Resolution.Mentions[mention].Span)
	}
	return "?"
}

// facets names the first facet that is not as wanted.
func (c *comparison) facets(i int, w wantRelation) string {
	r := &c.doc.Relations[i]
	got := map[string]string{"polarity": r.Polarity.String(), "modality": r.Modality.String(), "date": r.Date}
	for _, key := range []string{"polarity", "modality", "date"} {
		if v := w.facets[key]; v != "" && got[key] != v {
			return key + " is " + got[key]
		}
	}
	if p := w.facets["place"]; p != "" && !c.side(r.Place.Mention, r.Place.Entity, p) {
		return "place is " + c.name(r.Place.Mention, r.Place.Entity)
	}
	return ""
}
