// Package suggestion finds the names of a corpus that the grammar recognizes
// and no gazetteer knows, and writes them as gazetteer YAML with the evidence in comments.
//
// Documents are observed one by one, in any goroutine; the observations are
// collected in the order of the documents, so that the result does not depend on how
// many are read at a time. Memory is bounded by the numbers of Limits.
package suggestion

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"attache"
	"attache/gazetteers"
	"attache/ner"
	"attache/text"
)

// maxExample is the longest example line, in code points; maxName the longest
// name that is suggested, in bytes.
const (
	maxExample = 200
	maxName    = 200
)

// Seen is one name as a document has it.
type Seen struct {
	name     string  // the fullest form in the document
	forms    []tally // every form, the fullest included
	types    []tally
	left     []tally // words before its mentions, in lower case
	right    []tally
	subtype  string
	country  string
	mentions int
	examples []Example
}

// tally is how often something was seen.
type tally struct {
	what string
	n    int
}

// Example is a sentence that holds the name.
type Example struct {
	Document string
	Text     string
}

// Observe returns the names of a document that no gazetteer knows. It keeps
// nothing of the document.
func Observe(d *attache.Document) []Seen {
	var out []Seen
	res := &d.Resolution
	for i := range res.Entities {
		e := &res.Entities[i]
		if e.Entry != gazetteers.NoEntry || !suggested(e.Type) {
			continue
		}
		if s, ok := observe(d, e); ok {
			out = append(out, s)
		}
	}
	return out
}

// suggested reports whether names of a type can be new: countries,
// nationalities, offices and groups are closed classes.
func suggested(t gazetteers.Type) bool {
	switch t {
	case gazetteers.Person, gazetteers.Organization, gazetteers.Location, gazetteers.Event:
		return true
	}
	return t >= gazetteers.FirstUserType
}

func observe(d *attache.Document, e *ner.Entity) (Seen, bool) {
	s := Seen{subtype: strings.Clone(e.Subtype), country: strings.Clone(e.Country)}
	lastSent := int32(-1)
	for _, k := range e.Mentions {
		m := &d.Resolution.Mentions[k]
		if !suggested(m.Type) || m.Toks.Len() == 0 || aside(&d.Text, m) {
			continue
		}
		name := tidy(d.Text.Text(m.Span))
		if !usable(name) {
			continue
		}
		s.mentions++
		s.forms = add(s.forms, name, 1)
		s.types = add(s.types, d.TypeName(m.Type), 1)
		if w := word(&d.Text, m.Sent, m.Toks.First-1); w != "" {
			s.left = add(s.left, w, 1)
		}
		if w := word(&d.Text, m.Sent, m.Toks.Last); w != "" {
			s.right = add(s.right, w, 1)
		}
		if m.Sent != lastSent && len(s.examples) < MaxExamples {
			lastSent = m.Sent
			s.examples = append(s.examples, Example{Document: tidy(d.Input.ID), Text: shorten(&d.Text, m)})
		}
	}
	if s.mentions == 0 {
		return s, false
	}
	s.name = fullest(s.forms)
	return s, true
}

// aside reports whether a mention stands where writers, agencies and photographers are named.
func aside(t *text.Document, m *ner.Mention) bool {
	if int(m.Sent) >= len(t.Sents) {
		return true
	}
	switch t.Sections[t.Sents[m.Sent].Section].Kind {
	case text.Byline, text.Dateline, text.Credit, text.Boilerplate, text.Timestamp:
		return true
	}
	return false
}

// word returns a word beside a mention in lower case, "" when there is none.
func word(t *text.Document, sent, tok int32) string {
	if r := t.Sents[sent].Toks; tok < r.First || tok >= r.Last || t.Tokens[tok].Kind != text.Word || t.Tokens[tok].Len() > 40 {
		return ""
	}
	return strings.ToLower(tidy(t.Text(t.Tokens[tok].Span)))
}

// shorten returns the sentence of a mention, or what fits around the mention.
func shorten(t *text.Document, m *ner.Mention) string {
	span := t.Sents[m.Sent].Span
	s := t.Text(span)
	if utf8.RuneCountInString(s) <= maxExample {
		return tidy(s)
	}
	at := int(m.Start - span.Start)
	from, to := cut(s, at-maxExample/2), cut(s, at+maxExample/2)
	if i := strings.IndexByte(s[from:at], ' '); from > 0 && i >= 0 {
		from += i
	}
	if i := strings.LastIndexByte(s[at:to], ' '); to < len(s) && i > m.Len() {
		to = at + i
	}
	out := tidy(s[from:to])
	if from > 0 {
		out = "… " + out
	}
	if to < len(s) {
		out += " …"
	}
	return out
}

// cut moves a place in s into its bounds and to the border of a code point.
func cut(s string, i int) int {
	i = min(max(i, 0), len(s))
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// tidy puts text on one line with single spaces and takes out what is no
// visible character, so that it can stand in a comment and on a terminal.
func tidy(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) || r == ' ' }), " ")
}

// usable reports whether a name can be matched at all.
func usable(name string) bool {
	return len(name) <= maxName && strings.IndexFunc(name, unicode.IsLetter) >= 0
}

// fullest returns the form with the most words, then the most frequent, the
// longest, and the first of the alphabet.
func fullest(forms []tally) string {
	best := tally{}
	for _, f := range forms {
		a, b := strings.Count(f.what, " "), strings.Count(best.what, " ")
		switch {
		case best.n == 0, a > b:
			best = f
		case a == b && (f.n > best.n || f.n == best.n && (len(f.what) > len(best.what) || len(f.what) == len(best.what) && f.what < best.what)):
			best = f
		}
	}
	return best.what
}

func add(list []tally, what string, n int) []tally {
	for i := range list {
		if list[i].what == what {
			list[i].n += n
			return list
		}
	}
	return append(list, tally{what, n})
}
