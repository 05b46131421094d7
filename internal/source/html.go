package source

import (
	"errors"
	"fmt"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxElements is the most elements of a page that are looked at for its article.
const maxElements = 200_000

// maxPage is the longest page that is read, in bytes. A page of nothing but
// tags takes seventy times its size in memory.
const maxPage = 12 << 20

// readHTML fills in with the article of a page: its title, byline and paragraphs, with
// empty lines between them, its date and its site. Where no article is found the page's whole text is taken.
func readHTML(in *Input, page string) error {
	if len(page) > maxPage {
		return fmt.Errorf("html: %w: the limit is %s", ErrTooLong, size(maxPage))
	}
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return err // it begins with "html: "
	}
	var b strings.Builder
	a, err := article(doc)
	if err == nil && a.Node != nil {
		in.Title = oneLine(a.Title())
		in.Source = oneLine(a.SiteName())
		if t, err := a.PublishedTime(); err == nil {
			in.Published = t.Format("2006-01-02")
		}
		body := render(a.Node, false)
		if in.Title != "" && !strings.HasPrefix(body, in.Title) {
			b.WriteString(in.Title + "\n\n")
		}
		if by := oneLine(a.Byline()); by != "" && len(by) < 120 && !strings.Contains(body[:min(len(body), 400)], by) {
			if !strings.HasPrefix(strings.ToLower(by), "by ") {
				by = "By " + by
			}
			b.WriteString(by + "\n\n")
		}
		b.WriteString(body)
	}
	in.Text = b.String()
	// A page that is no article, or of which too little was found.
	if whole := render(doc, true); len(in.Text) < 200 && len(whole) > 2*len(in.Text) {
		in.Text = whole
		if in.Title == "" {
			in.Title = pageTitle(doc)
		}
	}
	return nil
}

// article finds the article in a page. The library is given foreign pages: should it
// panic, the page is read without it.
func article(doc *html.Node) (a readability.Article, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("no article")
		}
	}()
	p := readability.NewParser()
	p.MaxElemsToParse = maxElements
	return p.ParseDocument(doc, nil)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func pageTitle(doc *html.Node) string {
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom == atom.Title && n.FirstChild != nil {
			return oneLine(n.FirstChild.Data)
		}
	}
	return ""
}

// render writes the text below a node: white space collapsed, blocks parted by an empty
// line, items of lists marked. whole leaves out what is around the content of a page.
func render(root *html.Node, whole bool) string {
	w := textWriter{whole: whole}
	w.node(root)
	return strings.TrimSpace(w.b.String())
}

type textWriter struct {
	b     strings.Builder
	whole bool
	space bool // a space is due before the next word
	lines int  // line breaks due before the next word
}

// node writes the text of a node. The HTML parser bounds how deep nodes are nested.
func (w *textWriter) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode, html.DocumentNode:
	default:
		return
	}
	block := false
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Button, atom.Head, atom.Select, atom.Textarea, atom.Math, atom.Object:
		return
	case atom.Nav, atom.Footer, atom.Form, atom.Aside:
		if w.whole {
			return
		}
		block = true
	case atom.Br:
		w.lines = max(w.lines, 1)
		return
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd, atom.Tr, atom.Table,
		atom.Blockquote, atom.Section, atom.Article, atom.Figure, atom.Figcaption, atom.Header, atom.Main, atom.Pre, atom.Hr, atom.Address, atom.Time, atom.Body, atom.Details, atom.Summary:
		block = n.DataAtom != atom.Time
	case atom.Td, atom.Th:
		w.space = true
	}
	if block {
		w.lines = 2
	}
	if n.DataAtom == atom.Li {
		w.text("- ")
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	if block {
		w.lines = 2
	}
}

func (w *textWriter) text(s string) {
	for len(s) > 0 {
		i := strings.IndexAny(s, " \t\r\n\f")
		if i == 0 {
			w.space = true
			s = s[1:]
			continue
		}
		if i < 0 {
			i = len(s)
		}
		if w.b.Len() > 0 {
			switch {
			case w.lines > 0:
				w.b.WriteString("\n\n"[:min(w.lines, 2)])
			case w.space:
				w.b.WriteByte(' ')
			}
		}
		w.lines, w.space = 0, false
		w.b.WriteString(s[:i])
		s = s[i:]
	}
}
