package suggestion

import (
	"cmp"
	"slices"
	"strings"

	"attache/gazetteers"
	"attache/text"
)

// MaxExamples is how many example lines a suggestion has.
const MaxExamples = 3

// Limits bound what a Collector keeps.
const (
	maxNames    = 200_000 // names; the rarest are forgotten when there are more
	maxForms    = 24      // spellings of one name
	maxTallies  = 32      // words beside one name
	keptTallies = 16      // of them when there are more
)

// Collector collects what was observed. It is not safe for concurrent use.
type Collector struct {
	set   *gazetteers.Set
	names map[string]*record // by folded name
	order []*record          // in the order of their first sight
	limit int
	// Forgotten counts names that were dropped to keep memory bounded. They were
	// seen in one document only, up to then.
	Forgotten int
}

// record is a name with everything that was observed of it.
type record struct {
	key      string
	docs     int
	mentions int
	forms    []tally
	types    []tally
	subtypes []tally
	country  []tally
	left     []tally
	right    []tally
	examples []Example
	into     *record // another record of the same thing
}

// NewCollector returns a Collector. The set is the one that the documents were
// read with.
func NewCollector(set *gazetteers.Set) *Collector {
	return &Collector{set: set, names: map[string]*record{}, limit: maxNames}
}

// Add adds what Observe returned for one document.
func (c *Collector) Add(seen []Seen) {
	for i := range seen {
		s := &seen[i]
		key := fold(s.name)
		r := c.names[key]
		if r == nil {
			if len(c.order) >= c.limit {
				c.forget()
			}
			r = &record{key: key}
			c.names[key] = r
			c.order = append(c.order, r)
		}
		r.docs++
		r.mentions += s.mentions
		for _, f := range s.forms {
			if len(r.forms) < maxForms || slices.ContainsFunc(r.forms, func(o tally) bool { return o.what == f.what }) {
				r.forms = add(r.forms, f.what, f.n)
			}
		}
		for _, t := range s.types {
			r.types = add(r.types, t.what, t.n)
		}
		if s.subtype != "" {
			r.subtypes = add(r.subtypes, s.subtype, 1)
		}
		r.country = add(r.country, s.country, 1)
		r.left, r.right = addAll(r.left, s.left), addAll(r.right, s.right)
		// One line of each document first: a name that is repeated in one shows little.
		for j := 0; j < len(s.examples) && len(r.examples) < MaxExamples && (j == 0 || r.docs == 1); j++ {
			r.examples = append(r.examples, s.examples[j])
		}
		if r.docs > 1 && len(s.examples) > 0 {
			r.spread(s.examples[0])
		}
	}
}

// spread puts the example of another document in the place of a second one of the same document.
func (r *record) spread(e Example) {
	for i := range r.examples {
		if r.examples[i] == e {
			return
		}
	}
	for i := len(r.examples) - 1; i > 0; i-- {
		for j := range i {
			if r.examples[j].Document == r.examples[i].Document {
				r.examples[i] = e
				return
			}
		}
	}
}

// forget drops names that were seen in one document only, the rarest and
// oldest first, until a quarter of the room is free, and others when that is not enough.
func (c *Collector) forget() {
	order := slices.Clone(c.order)
	rank := func(a, b *record) int {
		return cmp.Or(cmp.Compare(a.docs, b.docs), cmp.Compare(a.mentions, b.mentions))
	}
	slices.SortStableFunc(order, rank)
	drop := order[:max(len(order)/4, 1)]
	for _, r := range drop {
		delete(c.names, r.key)
		r.docs = 0
	}
	c.Forgotten += len(drop)
	c.order = slices.DeleteFunc(c.order, func(r *record) bool { return r.docs == 0 })
}

// addAll adds tallies, and forgets the rarest words when there are too many.
func addAll(list, more []tally) []tally {
	for _, t := range more {
		list = add(list, t.what, t.n)
	}
	if len(list) > maxTallies {
		sortTallies(list)
		list = list[:keptTallies]
	}
	return list
}

// sortTallies sorts by frequency, then by the alphabet.
func sortTallies(list []tally) {
	slices.SortFunc(list, func(a, b tally) int { return cmp.Or(cmp.Compare(b.n, a.n), strings.Compare(a.what, b.what)) })
}

// fold is the key of a name: its normal form with single spaces for hyphens.
func fold(name string) string {
	return strings.Join(strings.FieldsFunc(string(text.Fold(nil, name)), func(r rune) bool { return r == ' ' || r == '-' }), " ")
}
