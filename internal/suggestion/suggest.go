package suggestion

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"attache/gazetteers"
	"attache/text"
)

// Options choose which names are suggested.
type Options struct {
	Min  int    // mentions that a name must have; 0 is 1
	Top  int    // at most so many names; 0 is all
	Type string // only names of this type; "" is all
}

// Suggestion is a name that no gazetteer knows, as an entry to paste, with what speaks for it.
type Suggestion struct {
	Entry     gazetteers.Entry
	Mentions  int
	Documents int
	// Evidence are lines for people: the share of types, the words beside it, other spellings.
	Evidence []string
	Examples []Example
}

// Suggestions returns what was collected, the names of most documents first,
// then those with most mentions. The Collector must not be used any more.
func (c *Collector) Suggestions(o Options) []Suggestion {
	c.group()
	var list []*record
	for _, r := range c.order {
		if r.into == nil && r.mentions >= o.Min && (o.Type == "" || r.typ() == o.Type) && !c.known(r) {
			list = append(list, r)
		}
	}
	slices.SortFunc(list, func(a, b *record) int {
		return cmp.Or(cmp.Compare(b.docs, a.docs), cmp.Compare(b.mentions, a.mentions), strings.Compare(a.key, b.key))
	})
	if o.Top > 0 && len(list) > o.Top {
		list = list[:o.Top]
	}
	ids := map[string]bool{}
	out := make([]Suggestion, 0, len(list))
	for _, r := range list {
		s := c.suggestion(r)
		s.Entry.ID = c.freeID(s.Entry.Type, s.Entry.Name, ids)
		out = append(out, s)
	}
	return out
}

// known reports whether a gazetteer has the name, although the grammar's reading won.
func (c *Collector) known(r *record) bool {
	return slices.ContainsFunc(c.set.Find(r.name()), func(f gazetteers.Finding) bool { return !f.Replaced && f.Fits })
}

// freeID makes an id that neither a gazetteer nor another suggestion has: an
// entry with the id of another would replace it.
func (c *Collector) freeID(typ, name string, taken map[string]bool) string {
	id := gazetteers.MakeID(typ, name)
	free := id
	for n := 2; taken[free] || c.set.Entry(free) != gazetteers.NoEntry; n++ {
		free = id + "-" + strconv.Itoa(n)
	}
	taken[free] = true
	return free
}

func (c *Collector) suggestion(r *record) Suggestion {
	e := gazetteers.Entry{Name: r.name(), Type: r.typ(), Subtype: top(r.subtypes), Country: agreed(r.country)}
	s := Suggestion{Mentions: r.mentions, Documents: r.docs, Examples: r.examples}
	e.Surfaces = append(e.Surfaces, gazetteers.Surface{Text: e.Name, Kind: gazetteers.NameSurface, Risky: c.risky(e.Name, e.Type)})
	sorted := slices.Clone(r.forms)
	sortTallies(sorted)
	var also []string
	seen := map[string]bool{r.key: true, "the " + r.key: true}
	for _, f := range sorted {
		// The matcher folds case and diacritics, so one spelling is enough.
		key := fold(f.what)
		if seen[key] {
			continue
		}
		seen[key] = true
		also = append(also, fmt.Sprintf("%s %d", f.what, f.n))
		// Whoever is called by the given name alone shares it with too many.
		if e.Type != "PERSON" || !strings.HasPrefix(r.key, key+" ") || strings.Contains(key, " ") {
			e.Surfaces = append(e.Surfaces, gazetteers.Surface{Text: f.what, Kind: gazetteers.AliasSurface, Risky: c.risky(f.what, e.Type)})
		}
	}
	s.Entry = e
	s.Evidence = append(s.Evidence, fmt.Sprintf("%s in %s: %s", count(r.mentions, "mention"), count(r.docs, "document"), join(r.types, len(r.types))))
	var beside []string
	if len(r.left) > 0 {
		beside = append(beside, "before it: "+join(r.left, 4))
	}
	if len(r.right) > 0 {
		beside = append(beside, "after it: "+join(r.right, 4))
	}
	if h := c.heads(e.Name); h != "" {
		beside = append(beside, "head: "+h)
	}
	if len(beside) > 0 {
		s.Evidence = append(s.Evidence, strings.Join(beside, "; "))
	}
	if len(also) > 0 {
		s.Evidence = append(s.Evidence, "also "+strings.Join(also[:min(len(also), 8)], ", "))
	}
	return s
}

// heads names the words of a name that say what it is.
func (c *Collector) heads(name string) string {
	mask := c.set.ClassNamed("org-head") | c.set.ClassNamed("org-suffix") | c.set.ClassNamed("place-head") | c.set.ClassNamed("facility-head") | c.set.ClassNamed("event-head")
	var out []string
	for w := range strings.FieldsSeq(name) {
		if c.set.Info(c.set.Word(wordHash(w))).Classes&mask != 0 {
			out = append(out, w)
		}
	}
	return strings.Join(out, ", ")
}

func wordHash(w string) uint64 { return text.Hash(strings.Trim(w, `"'’.,()`)) }

func top(list []tally) string {
	list = slices.Clone(list)
	sortTallies(list)
	if len(list) == 0 {
		return ""
	}
	return list[0].what
}

// join writes the n most frequent tallies: "the 6, of 3".
func join(list []tally, n int) string {
	list = slices.Clone(list)
	sortTallies(list)
	var out []string
	for _, t := range list[:min(n, len(list))] {
		out = append(out, t.what+" "+strconv.Itoa(t.n))
	}
	return strings.Join(out, ", ")
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

// Write writes suggestions as a gazetteer file, with the evidence and the
// examples of each as comments.
func Write(w io.Writer, list []Suggestion) error {
	var b bytes.Buffer
	b.WriteString("# Names that no gazetteer knows. Look at each: type, country and aliases are guesses from\n# the lines shown; what is wrong or of no use can go.\n")
	b.WriteString("schema: " + gazetteers.SchemaGazetteer + "\n")
	if len(list) == 0 {
		b.WriteString("entries: []\n")
	} else {
		b.WriteString("entries:\n")
	}
	for i := range list {
		s := &list[i]
		if i > 0 {
			b.WriteByte('\n')
		}
		for _, line := range s.Evidence {
			b.WriteString("  # " + tidy(line) + "\n")
		}
		for _, e := range s.Examples {
			b.WriteString("  # > " + tidy(e.Text) + " (" + tidy(e.Document) + ")\n")
		}
		b.Write(gazetteers.AppendYAML(nil, &s.Entry, "", ""))
	}
	_, err := w.Write(b.Bytes())
	return err
}
