package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/urfave/cli/v2"

	"attache"
	"attache/relations"
	"attache/text"
)

func explainCommand() *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "show, sentence by sentence, what was found, by which rule, and what came near",
		ArgsUsage: "FILE|FOLDER|-...",
		Flags: append(append([]cli.Flag{
			&cli.StringFlag{Name: "color", Value: "auto", Usage: "`WHEN` to use colour: auto, always or never"}, outFlag(),
		}, knowledgeFlags()...), inputFlags()...),
		Action: explain,
	}
}

func explain(c *cli.Context) error {
	inputs, err := paths(c)
	if err != nil {
		return err
	}
	s, err := openSession(c)
	if err != nil {
		return err
	}
	var col colours
	switch when := c.String("color"); when {
	case "always":
		col = ansi
	case "auto":
		if isTerminal(c.App.Writer) && c.String("out") == "" {
			col = ansi
		}
	case "never":
	default:
		return usageError{fmt.Errorf("--color %q, expected auto, always or never", when)}
	}
	return output(c, func(w io.Writer) error {
		return forEach(s, inputs, func(d *attache.Document) (string, error) {
			defer d.Release()
			e := explainer{doc: d, engine: s.engine, col: col}
			e.write()
			return e.b.String(), nil
		}, func(page string) error {
			_, err := io.WriteString(w, page)
			return err
		})
	})
}

// colours are the escape sequences around parts of an explanation; the zero
// value is none.
type colours struct{ mention, relation, faint, end string }

var ansi = colours{mention: "\x1b[36m", relation: "\x1b[32m", faint: "\x1b[2m", end: "\x1b[0m"}

type explainer struct {
	doc    *attache.Document
	engine *attache.Engine
	col    colours
	b      strings.Builder
	sc     relations.Scratch
}

func (e *explainer) write() {
	t := &e.doc.Text
	fmt.Fprintf(&e.b, "== %s\n", clean(e.doc.Input.ID))
	for _, a := range t.Articles {
		fmt.Fprintf(&e.b, "article: title %q, place %q, published %s\n", clean(t.Text(a.Title)), clean(t.Text(a.Place)), or(isoDate(a.Published), "unknown"))
	}
	section := int32(-1)
	for i := range t.Sents {
		st := &t.Sents[i]
		if st.Section != section {
			section = st.Section
			fmt.Fprintf(&e.b, "\n%s[%s]%s\n", e.col.faint, t.Sections[section].Kind, e.col.end)
		}
		fmt.Fprintf(&e.b, "%s\n", clean(t.Text(st.Span)))
		e.mentions(int32(i), st.Span)
		if !e.relations(int32(i)) {
			e.near(i)
		}
	}
	e.b.WriteByte('\n')
}

func (e *explainer) mentions(sent int32, span text.Span) {
	res := &e.doc.Resolution
	for i := range res.Mentions {
		m := &res.Mentions[i]
		if m.Sent != sent && !span.Contains(m.Span) || m.Sent == sent && !span.Overlaps(m.Span) {
			continue
		}
		what := e.doc.TypeName(m.Type)
		if m.Subtype != "" {
			what += "/" + m.Subtype
		}
		id := ""
		if en := res.EntityOf[i]; en >= 0 {
			id = " → " + res.Entities[en].ID
		}
		if m.Value != "" {
			id += " = " + m.Value
		}
		fmt.Fprintf(&e.b, "    %s%s%s %s%s %s%s %.2f%s\n", e.col.mention, clean(e.doc.Text.Text(m.Span)), e.col.end, what, id, e.col.faint, m.Rule, m.Confidence, e.col.end)
	}
}

// relations writes the relations of a sentence and reports whether an event is among them.
func (e *explainer) relations(sent int32) bool {
	events := false
	for i := range e.doc.Relations {
		r := &e.doc.Relations[i]
		if r.Sent != sent {
			continue
		}
		events = events || r.Class != ""
		fmt.Fprintf(&e.b, "    %s%s(%s, %s)%s", e.col.relation, r.Type, e.name(r.Source), e.name(r.Target), e.col.end)
		facet := func(key, value string) {
			if value != "" {
				fmt.Fprintf(&e.b, " %s=%s", key, value)
			}
		}
		facet("class", r.Class)
		facet("place", e.name(r.Place))
		facet("date", r.Date)
		if r.Polarity != relations.Affirmed {
			facet("polarity", r.Polarity.String())
		}
		if r.Modality != relations.Actual {
			facet("modality", r.Modality.String())
		}
		facet("says", e.name(r.Attribution))
		fmt.Fprintf(&e.b, " %sby %s on %q, %.2f%s\n", e.col.faint, r.Rule, clean(e.doc.Text.Text(r.Trigger)), r.Confidence, e.col.end)
	}
	return events
}

// near writes the rules that came near in a sentence without events.
func (e *explainer) near(sent int) {
	for _, a := range e.engine.Relations().Explain(&e.doc.Text, &e.doc.Resolution, sent, &e.sc) {
		if a.Missing == "" {
			continue
		}
		fmt.Fprintf(&e.b, "    %s", e.col.faint)
		if a.Rule == "" {
			fmt.Fprintf(&e.b, "no relation: %s", a.Missing)
		} else {
			fmt.Fprintf(&e.b, "near: %s on %q, but %s is missing", a.Rule, clean(e.doc.Text.Text(a.Trigger)), a.Missing)
			if len(a.Tried) > 0 {
				fmt.Fprintf(&e.b, " (looked at %s)", strings.Join(a.Tried, ", "))
			}
		}
		fmt.Fprintf(&e.b, "%s\n", e.col.end)
	}
}

func (e *explainer) name(a relations.Arg) string {
	switch {
	case a.Entity >= 0:
		return e.doc.Resolution.Entities[a.Entity].ID
	case a.Mention >= 0:
		return clean(e.doc.Text.Text(e.doc.Resolution.Mentions[a.Mention].Span))
	}
	return ""
}

// clean puts text on one line and takes control characters out of it, which a
// terminal would obey, and those that turn the direction of writing around.
func clean(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsControl(r) || unicode.IsSpace(r) || unicode.Is(unicode.Bidi_Control, r)
	}), " ")
}

func isoDate(d text.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}
