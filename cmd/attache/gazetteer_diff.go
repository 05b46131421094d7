package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"attache"
	"attache/gazetteers"
)

func gazetteerDiff(c *cli.Context) error {
	if !c.Args().Present() {
		return usageError{fmt.Errorf("no gazetteers; see %q", helpOf(c))}
	}
	set, err := gazetteers.Builtin().Overlay("", c.Args().Slice()...)
	if err != nil {
		return usageError{err}
	}
	for _, change := range set.Changes(1) {
		if _, err := fmt.Fprintln(c.App.Writer, change.String()); err != nil {
			return err
		}
	}
	corpus := c.StringSlice("corpus")
	if len(corpus) == 0 {
		return nil
	}
	before, err := attache.New(attache.Options{})
	if err != nil {
		return err
	}
	after, err := attache.NewWith(set, attache.Options{})
	if err != nil {
		return err
	}
	s := &session{c: c, cfg: &config{}, engine: after, stderr: c.App.ErrWriter}
	return forEach(s, corpus, func(d *attache.Document) ([]string, error) {
		defer d.Release()
		old, err := before.Extract(c.Context, d.Input)
		if err != nil {
			return nil, err
		}
		defer old.Release()
		return changedMentions(old, d), nil
	}, func(lines []string) error {
		for _, l := range lines {
			if _, err := io.WriteString(c.App.Writer, l+"\n"); err != nil {
				return err
			}
		}
		return nil
	})
}

// changedMentions lists the mentions of only one of two readings of a text.
func changedMentions(old, now *attache.Document) []string {
	was, is := readings(old), readings(now)
	var out []string
	for _, r := range was {
		if !slices.Contains(is, r) {
			out = append(out, now.Input.ID+": - "+r.String())
		}
	}
	for _, r := range is {
		if !slices.Contains(was, r) {
			out = append(out, now.Input.ID+": + "+r.String())
		}
	}
	return out
}

type readMention struct {
	start, end      int32
	text, typ, name string
}

func (r readMention) String() string {
	return strings.TrimSpace(fmt.Sprintf("%q at byte %d: %s %s", r.text, r.start, r.typ, r.name))
}

func readings(d *attache.Document) []readMention {
	var out []readMention
	for i := range d.Resolution.Mentions {
		m := &d.Resolution.Mentions[i]
		r := readMention{start: m.Start, end: m.End, text: d.Text.Text(m.Span), typ: d.TypeName(m.Type)}
		if e := d.Resolution.EntityOf[i]; e >= 0 {
			r.name = strings.Clone(d.Resolution.Entities[e].ID)
		}
		out = append(out, r)
	}
	return out
}
