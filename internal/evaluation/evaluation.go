// Package evaluation compares what the engine says of texts with a gold
// standard: precision, recall and F1 for mentions by type and for relations,
// exact and by overlap, with the worst confusions and examples of them.
package evaluation

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// Span is a typed span; offsets are runes, half-open.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type,omitempty"`
}

func (s Span) overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Pair is a relation between two spans.
type Pair struct {
	Type   string `json:"type"`
	Class  string `json:"class,omitempty"`
	Source Span   `json:"source"`
	Target Span   `json:"target"`
}

// Document is one text with its spans and relations: gold or predicted.
type Document struct {
	ID        string `json:"id"`
	Text      string `json:"text"`
	Entities  []Span `json:"entities"`
	Relations []Pair `json:"relations"`
}

// Count is right, predicted and gold answers.
type Count struct{ Right, Predicted, Gold int }

// PRF returns precision, recall and F1 in percent.
func (c Count) PRF() (p, r, f float64) {
	if c.Predicted > 0 {
		p = 100 * float64(c.Right) / float64(c.Predicted)
	}
	if c.Gold > 0 {
		r = 100 * float64(c.Right) / float64(c.Gold)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

func (c *Count) add(o Count) {
	c.Right += o.Right
	c.Predicted += o.Predicted
	c.Gold += o.Gold
}

// Confusion is a way of being wrong: Gold read as Predicted; "-" is nothing.
type Confusion struct {
	Gold, Predicted string
	N               int
	Examples        []string // lines of text with the span in brackets
}

// Score gathers the comparison of any number of documents. Only types that
// the gold uses count, since a gold standard without DATE says nothing about dates.
type Score struct {
	Exact, Overlap map[string]*Count
	Relations      map[string]*Count
	Confusions     map[[2]string]*Confusion
	Documents      int

	goldTypes map[string]bool
	goldRels  map[string]bool
	byClass   bool
	pending   []pair
}

type pair struct{ gold, pred Document }

// New makes an empty Score.
func New() *Score {
	return &Score{Exact: map[string]*Count{}, Overlap: map[string]*Count{}, Relations: map[string]*Count{}, Confusions: map[[2]string]*Confusion{},
		goldTypes: map[string]bool{}, goldRels: map[string]bool{}}
}

// Add takes a gold document and what was predicted for it.
func (s *Score) Add(gold, pred Document) {
	s.Documents++
	for _, e := range gold.Entities {
		s.goldTypes[e.Type] = true
	}
	for _, r := range gold.Relations {
		s.goldRels[r.Type] = true
		// Gold that codes events by class ("CONSULT") is compared by class.
		s.byClass = s.byClass || r.Type == strings.ToUpper(r.Type)
	}
	gold.Text = strings.ToValidUTF8(gold.Text, "\uFFFD")
	s.pending = append(s.pending, pair{gold, pred})
}

// Finish counts everything added; which types the gold uses is known only now.
func (s *Score) Finish() {
	for i := range s.pending {
		s.mentions(&s.pending[i])
		s.relations(&s.pending[i])
	}
	s.pending = nil
}

func (s *Score) mentions(p *pair) {
	gold := slices.Clone(p.gold.Entities)
	var pred []Span
	for _, e := range p.pred.Entities {
		if s.goldTypes[e.Type] {
			pred = append(pred, e)
		}
	}
	byStart := func(a, b Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Type, b.Type))
	}
	slices.SortFunc(gold, byStart)
	slices.SortFunc(pred, byStart)
	gold, pred = slices.Compact(gold), slices.Compact(pred)
	s.count(s.Exact, gold, pred, func(a, b Span) bool { return a == b })
	s.count(s.Overlap, gold, pred, func(a, b Span) bool { return a.Type == b.Type && a.overlaps(b) })
	s.confuse(p.gold.Text, gold, pred)
}

// count matches each prediction with one gold span at most.
func (s *Score) count(into map[string]*Count, gold, pred []Span, same func(a, b Span) bool) {
	used := make([]bool, len(gold))
	first := 0
	for _, e := range pred {
		c := at(into, e.Type)
		c.Predicted++
		for first < len(gold) && gold[first].End <= e.Start-1000 {
			first++
		}
		for i := first; i < len(gold) && gold[i].Start < e.End; i++ {
			if !used[i] && same(gold[i], e) {
				used[i] = true
				c.Right++
				break
			}
		}
	}
	for _, e := range gold {
		at(into, e.Type).Gold++
	}
}

const examplesKept = 3

func (s *Score) confuse(text string, gold, pred []Span) {
	exact := map[Span]bool{}
	for _, e := range pred {
		exact[e] = true
	}
	touched := map[Span]bool{}
	for _, g := range gold {
		if exact[g] {
			touched[g] = true
			continue
		}
		got := "-"
		for _, e := range pred {
			if e.overlaps(g) {
				touched[e] = true
				got = e.Type
				if e.Type == g.Type {
					got = e.Type + " with other borders"
				}
				break
			}
		}
		s.confusion(g.Type, got, text, g)
	}
	for _, e := range pred {
		if !touched[e] {
			s.confusion("-", e.Type, text, e)
		}
	}
}

func (s *Score) confusion(gold, pred, text string, at Span) {
	k := [2]string{gold, pred}
	c := s.Confusions[k]
	if c == nil {
		c = &Confusion{Gold: gold, Predicted: pred}
		s.Confusions[k] = c
	}
	if c.N++; len(c.Examples) < examplesKept {
		c.Examples = append(c.Examples, context(text, at))
	}
}

// context cuts the text around a span.
func context(text string, s Span) string {
	const width = 40
	rs := []rune(text)
	if s.Start < 0 || s.End > len(rs) || s.Start > s.End {
		return "(span outside the text)"
	}
	from, to := max(0, s.Start-width), min(len(rs), s.End+width)
	line := string(rs[from:s.Start]) + "[" + string(rs[s.Start:s.End]) + "]" + string(rs[s.End:to])
	return strings.Join(strings.Fields(line), " ")
}

func (s *Score) relations(p *pair) {
	used := make([]bool, len(p.gold.Relations))
	name := func(r Pair) string {
		if s.byClass {
			return r.Class
		}
		return r.Type
	}
	for _, r := range p.pred.Relations {
		if !s.goldRels[name(r)] {
			continue
		}
		c := at(s.Relations, name(r))
		c.Predicted++
		for i, g := range p.gold.Relations {
			if !used[i] && g.Type == name(r) && g.Source.overlaps(r.Source) && g.Target.overlaps(r.Target) {
				used[i] = true
				c.Right++
				break
			}
		}
	}
	for _, g := range p.gold.Relations {
		at(s.Relations, g.Type).Gold++
	}
}

func at(m map[string]*Count, key string) *Count {
	c := m[key]
	if c == nil {
		c = new(Count)
		m[key] = c
	}
	return c
}

// Write prints the tables and the worst confusions.
func (s *Score) Write(w io.Writer, worst int) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d documents\n", s.Documents)
	table(&b, "mentions, exact borders", s.Exact)
	table(&b, "mentions, overlapping", s.Overlap)
	if len(s.Relations) > 0 {
		table(&b, "relations, overlapping sides", s.Relations)
	}
	var all []*Confusion
	for _, c := range s.Confusions {
		all = append(all, c)
	}
	slices.SortFunc(all, func(x, y *Confusion) int {
		return cmp.Or(cmp.Compare(y.N, x.N), cmp.Compare(x.Gold, y.Gold), cmp.Compare(x.Predicted, y.Predicted))
	})
	if len(all) > 0 && worst > 0 {
		b.WriteString("\nworst confusions (gold, predicted; - is nothing)\n")
	}
	for _, c := range all[:min(worst, len(all))] {
		fmt.Fprintf(&b, "%5d  %s → %s\n", c.N, c.Gold, c.Predicted)
		for _, e := range c.Examples {
			fmt.Fprintf(&b, "         %s\n", e)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func table(b *strings.Builder, title string, m map[string]*Count) {
	fmt.Fprintf(b, "\n%-28s %6s %6s %6s %8s %8s %8s\n", title, "P", "R", "F1", "right", "said", "gold")
	keys := make([]string, 0, len(m))
	width := 26
	for k := range m {
		keys = append(keys, k)
		width = max(width, utf8.RuneCountInString(k))
	}
	slices.Sort(keys)
	var all Count
	row := func(k string, c Count) {
		p, r, f := c.PRF()
		fmt.Fprintf(b, "  %-*s %6.1f %6.1f %6.1f %8d %8d %8d\n", width, k, p, r, f, c.Right, c.Predicted, c.Gold)
	}
	for _, k := range keys {
		all.add(*m[k])
		row(k, *m[k])
	}
	row("all", all)
}
