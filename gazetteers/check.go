package gazetteers

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"attache/text"
)

// TestRunner returns the ids of the entities that the whole pipeline, knowing
// set, finds in a sentence.
type TestRunner func(set *Set, sentence string) ([]string, error)

// Check looks for everything that is wrong or dubious in gazetteer files that
// are to be put on top of base (nil: that stand alone): what Load and Compile
// refuse, names that two types claim, names that are common words,
// references that lead nowhere, and tests that fail. Tests are run with run
// unless it is nil. Problems are sorted by place.
//
// A name that says what decides it (risky, prefer_near, blocked_by, weight,
// case) is not reported as ambiguous.
func Check(base *Set, run TestRunner, paths ...string) []Problem {
	k, err := Load(paths...)
	return CheckKnowledge(k, err, base, run)
}

// CheckKnowledge is Check for what a Load returned.
func CheckKnowledge(k *Knowledge, loadErr error, base *Set, run TestRunner) []Problem {
	c := checker{k: k, base: base, index: make(map[string]int, len(k.Entries))}
	for i := range k.Entries {
		c.index[k.Entries[i].ID] = i
	}
	c.failures(loadErr)
	ix, err := Compile(k, base)
	c.failures(err)
	if ix != nil {
		set, err := stack(base, ix)
		if err != nil {
			c.failures(err)
		} else {
			c.set = set
			for i := range k.Entries {
				c.entry(i)
			}
			c.sources()
			if run != nil {
				c.tests(run)
			}
		}
	}
	sortProblems(c.problems)
	return slices.Compact(c.problems)
}

func stack(base *Set, ix *Index) (*Set, error) {
	if base == nil {
		return NewSet(ix)
	}
	return base.With(ix)
}

type checker struct {
	k        *Knowledge
	base     *Set
	set      *Set
	index    map[string]int // id → index in k.Entries
	problems []Problem

	doc   text.Document
	words []WordID
	ms    []Match
}

func (c *checker) add(e *Entry, at Pos, code, what, todo string) {
	if at.Line == 0 {
		at = e.At
	}
	c.problems = append(c.problems, Problem{File: c.k.Files[e.File].Name, Pos: at, Code: code, What: what, Todo: todo})
}

// failures adds the errors of a load or compilation.
func (c *checker) failures(err error) {
	if err == nil {
		return
	}
	var list Errors
	if !errors.As(err, &list) {
		c.problems = append(c.problems, Problem{Severity: Failure, Code: "unusable", What: err.Error()})
		return
	}
	for _, e := range list {
		code := "invalid"
		switch {
		case strings.HasPrefix(e.Msg, "duplicate id"):
			code = "duplicate-id"
		case strings.HasPrefix(e.Msg, "unknown key"):
			code = "unknown-key"
		case strings.Contains(e.Msg, "holds no word"):
			code = "unmatchable"
		}
		what, todo, _ := strings.Cut(e.Msg, ", ")
		c.problems = append(c.problems, Problem{File: e.File, Pos: e.Pos, Severity: Failure, Code: code, What: what, Todo: todo})
	}
}

// decided reports whether an entry says what decides its ambiguous names.
func decided(e *Entry) bool {
	return e.Weight != 0 || e.Case == ExactCase || e.More != nil && (len(e.More.PreferNear) > 0 || len(e.More.BlockedBy) > 0)
}

// entry checks the names and references of one entry.
func (c *checker) entry(i int) {
	e := &c.k.Entries[i]
	id := c.set.Entry(e.ID)
	if e.Remove || id == NoEntry {
		return
	}
	own := c.set.Type(id)
	for j := range e.Surfaces {
		s := &e.Surfaces[j]
		if !s.Risky && !decided(e) {
			c.commonWord(e, s, own)
			c.rivals(e, i, id, s, own)
		}
	}
	c.references(e)
}

// parse tokenizes a name.
func (c *checker) parse(s string) []text.Token {
	c.doc.Parse(s, text.Options{Plain: true})
	c.words = c.words[:0]
	for i := range c.doc.Tokens {
		c.words = append(c.words, c.set.Word(c.doc.Tokens[i].Hash))
	}
	return c.doc.Tokens
}

// commonWord reports a name that readers take for an ordinary word.
func (c *checker) commonWord(e *Entry, s *Surface, own Type) {
	if own == Role || own == Group || own == Misc || own == Country {
		return
	}
	toks := c.parse(s.Text)
	if len(toks) != 1 || toks[0].Shape == text.Upper {
		return
	}
	in := c.set.Info(c.words[0])
	if in.Common == 0 || in.Common > 5 || in.Proper > 0 && in.Proper <= in.Common {
		return
	}
	switch {
	case toks[0].Shape == text.Lower || e.Case == FoldCase:
		c.add(e, s.At, "common-word", fmt.Sprintf("%q is a common word", s.Text), "list it under risky, or leave it out")
	default:
		c.add(e, s.At, "common-word", fmt.Sprintf("%q is a common word at the start of a sentence", s.Text), "list it under risky, or say what decides with prefer_near, blocked_by or weight")
	}
}

// rivals reports the entries of other types that own the same name.
func (c *checker) rivals(e *Entry, i int, id EntryID, s *Surface, own Type) {
	toks := c.parse(s.Text)
	if len(toks) == 0 {
		return
	}
	c.ms = c.set.AppendMatches(c.ms[:0], toks, c.words, 0, false)
	for _, m := range c.ms {
		if int(m.Last) != len(toks) {
			continue
		}
		for _, r := range c.set.Readings(m.Surface) {
			t := c.set.Type(r.Entry)
			if r.Entry == id || r.Risky || t == own || r.Weight != 0 || len(c.set.PreferNear(r.Entry)) > 0 || c.set.CaseOf(r.Entry) == ExactCase {
				continue
			}
			if other, here := c.index[c.set.ID(r.Entry)]; here && other > i {
				continue // reported at the later of the two
			}
			if metonym(c.set, id, r.Entry) {
				continue
			}
			c.add(e, s.At, "ambiguous-name",
				fmt.Sprintf("%q also names %s (%s, %s:%d)", s.Text, c.set.ID(r.Entry), c.set.TypeName(t), c.set.File(r.Entry), c.set.Place(r.Entry).Line),
				"list it under risky in one of them, or say what decides with prefer_near, blocked_by, weight or case")
		}
	}
}

// metonym reports whether one of two entries stands for the other or holds it,
// so that they may well share a name.
func metonym(s *Set, a, b EntryID) bool {
	ida, idb := s.ID(a), s.ID(b)
	return s.StandsFor(a) == idb || s.StandsFor(b) == ida || s.PartOf(a) == idb || s.PartOf(b) == ida ||
		s.Capital(a) == idb || s.Capital(b) == ida || s.Seat(a) == idb || s.Seat(b) == ida
}

// references reports ids that no entry has.
func (c *checker) references(e *Entry) {
	ref := func(id, key string) {
		if strings.ContainsRune(id, ':') && c.set.Entry(id) == NoEntry {
			c.add(e, e.At, "unknown-id", key+" "+id+" is no entry's id", "correct it or add the entry")
		}
	}
	if e.Country != "" && c.set.CountryByISO(e.Country) == NoEntry {
		c.add(e, e.At, "unknown-country", "no entry country:"+e.Country, "use the ISO 3166-1 alpha-3 code")
	}
	d := e.More
	if d == nil {
		return
	}
	ref(d.Capital, "capital")
	ref(d.PartOf, "part_of")
	ref(d.Seat, "seat")
	ref(d.StandsFor, "stands_for")
	for _, m := range d.Members {
		if !strings.ContainsRune(m, ':') {
			m = "country:" + m
		}
		ref(m, "member")
	}
	for i := range d.Offices {
		o := &d.Offices[i]
		ref(o.Role, "role")
		ref(o.Of, "of")
	}
	for i := range d.Tests {
		ref(d.Tests[i].Want, "want")
	}
}

// sources reports sources that are not described, when any are.
func (c *checker) sources() {
	known := map[string]bool{"": true, "hand": true}
	for _, s := range c.k.Sources {
		known[s.ID] = true
	}
	if c.base != nil {
		for _, s := range c.base.Sources() {
			known[s.ID] = true
		}
	}
	if len(known) == 2 {
		return
	}
	told := map[string]bool{}
	for i := range c.k.Entries {
		e := &c.k.Entries[i]
		if !known[e.Source] && !told[e.Source] {
			told[e.Source] = true
			c.add(e, e.At, "unknown-source", "source \""+e.Source+"\" is not described", "describe it in a file of schema "+SchemaSources)
		}
	}
}

// tests runs the tests of all entries.
func (c *checker) tests(run TestRunner) {
	for i := range c.k.Entries {
		e := &c.k.Entries[i]
		if e.More == nil {
			continue
		}
		for _, t := range e.More.Tests {
			got, err := run(c.set, t.Text)
			p := Problem{File: c.k.Files[e.File].Name, Pos: t.At, Severity: Failure, Code: "failing-test"}
			switch {
			case err != nil:
				p.What = fmt.Sprintf("test %q cannot run: %v", t.Text, err)
			case t.Want != "" && !contains(got, t.Want):
				p.What = fmt.Sprintf("test %q does not find %s, found %s", t.Text, t.Want, listed(got))
				p.Todo = "change the sentence, or what keeps the name from being read so (gazetteer find shows its readings)"
			case t.Not != "" && contains(got, t.Not):
				p.What = fmt.Sprintf("test %q finds %s and should not", t.Text, t.Not)
				p.Todo = "list the name under risky, or add blocked_by"
			default:
				continue
			}
			c.problems = append(c.problems, p)
		}
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func listed(ids []string) string {
	if len(ids) == 0 {
		return "nothing"
	}
	return strings.Join(ids, ", ")
}
