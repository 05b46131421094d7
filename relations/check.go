package relations

import (
	"fmt"
	"strings"

	"attache/gazetteers"
	"attache/ner"
	"attache/text"
)

// Reader reads an example's text: the stages before relations.
type Reader func(src string) (*text.Document, *ner.Resolution)

// ExampleError says which example of a rule does not hold.
type ExampleError struct {
	Pos  string // "file:line"
	Rule string
	Msg  string
}

// Error returns "file:line: rule …: what".
func (e *ExampleError) Error() string { return fmt.Sprintf("%s: rule %q: %s", e.Pos, e.Rule, e.Msg) }

// Rules returns the rules that New would compile for the options, with their examples.
func Rules(set *gazetteers.Set, o Options) (*RuleSet, error) {
	var files []Source
	if !o.NoBuiltin {
		files = Builtin()
	}
	own, err := ReadFiles(o.Rules...)
	if err != nil {
		return nil, err
	}
	for _, f := range append(own, o.Sources...) {
		f.User = true
		files = append(files, f)
	}
	return Load(set, files...)
}

// Check runs the examples and counterexamples of rules and returns what does not hold, each an *ExampleError. In an example every
// relation wanted must be found, and none of the rule's type besides; in a counterexample none of the rule's type.
func (x *Extractor) Check(rules []Rule, read Reader) []error {
	var errs []error
	var sc Scratch
	for i := range rules {
		r := &rules[i]
		for _, ex := range r.Examples {
			doc, res := read(ex.Text)
			rels := x.Extract(doc, res, &sc)
			used := make([]bool, len(rels))
			for _, w := range ex.Want {
				found := false
				why := "not found"
				for j := range rels {
					if !used[j] {
						if miss := w.matches(doc, res, &rels[j]); miss == "" {
							used[j], found = true, true
							break
						} else if miss != "other" {
							why = miss
						}
					}
				}
				if !found {
					errs = append(errs, &ExampleError{ex.Pos, r.ID, fmt.Sprintf("%s: %s in %q, found %s", w, why, ex.Text, describe(doc, res, rels))})
				}
			}
			for j := range rels {
				if !used[j] && rels[j].Type == r.Relation {
					errs = append(errs, &ExampleError{ex.Pos, r.ID, fmt.Sprintf("%s is not wanted in %q", describe(doc, res, rels[j:j+1]), ex.Text)})
				}
			}
		}
		for _, src := range r.Counterexamples {
			doc, res := read(src)
			rels := x.Extract(doc, res, &sc)
			for j := range rels {
				if rels[j].Type == r.Relation {
					errs = append(errs, &ExampleError{r.Pos, r.ID, fmt.Sprintf("%s in the counterexample %q", describe(doc, res, rels[j:j+1]), src)})
				}
			}
		}
	}
	return errs
}

// matches returns "" when the relation is the wanted one, "other" when it is another, else the facet that differs.
func (w *Wanted) matches(doc *text.Document, res *ner.Resolution, r *Relation) string {
	name := func(a Arg) string {
		if a.Mention < 0 {
			return ""
		}
		return doc.Text(res.Mentions[a.Mention].Span)
	}
	if r.Type != w.Type {
		return "other"
	}
	s, t := name(r.Source), name(r.Target)
	if !(s == w.Source && t == w.Target) && !(r.Symmetric && s == w.Target && t == w.Source) {
		return "other"
	}
	for _, f := range [...]struct{ what, want, got string }{
		{"place", w.Place, name(r.Place)}, {"date", w.Date, name(r.When)}, {"polarity", w.Polarity, r.Polarity.String()},
		{"modality", w.Modality, r.Modality.String()}, {"class", w.Class, r.Class}, {"by", w.Attribution, name(r.Attribution)},
	} {
		if f.want != "" && f.want != f.got {
			return fmt.Sprintf("%s is %q", f.what, f.got)
		}
	}
	return ""
}

func describe(doc *text.Document, res *ner.Resolution, rels []Relation) string {
	if len(rels) == 0 {
		return "nothing"
	}
	var b strings.Builder
	for i, r := range rels {
		if i > 0 {
			b.WriteString("; ")
		}
		fmt.Fprintf(&b, "%s(%s, %s)", r.Type, doc.Text(res.Mentions[r.Source.Mention].Span), doc.Text(res.Mentions[r.Target.Mention].Span))
	}
	return b.String()
}
