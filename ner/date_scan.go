package ner

import (
	"attache/gazetteers"
	"attache/text"
)

// dateItem is a token as the grammar sees it.
type dateItem struct {
	kind  dateKind
	flags uint8
	val   int32
}

// dateScratch holds what the date grammar reuses from one document to the next.
type dateScratch struct {
	items  []dateItem
	arena  []byte      // values, turned into one string at the end
	values []text.Span // of arena, one for each date found
}

// dateParser reads one sentence at a time.
type dateParser struct {
	g     *dateGrammar
	doc   *text.Document
	toks  []text.Token
	items []dateItem
	sc    *dateScratch

	anchor text.Date // the article's day
	ref    text.Date // the last day, month or year that the text itself named
	refAt  int32     // the sentence that named it

	tx timex // what the last successful production read
}

// appendDates finds the date, time, duration and set expressions of doc and
// appends them to ms, in the order of the text, with their values.
func (g *dateGrammar) appendDates(doc *text.Document, ms []Mention, sc *dateScratch) []Mention {
	sc.arena, sc.values = sc.arena[:0], sc.values[:0]
	first := len(ms)
	p := dateParser{g: g, doc: doc, sc: sc}
	article := int32(-1)
	for i := range doc.Sents {
		s := &doc.Sents[i]
		if int(s.Section) < len(doc.Sections) {
			sec := &doc.Sections[s.Section]
			if sec.Kind == text.Boilerplate || sec.Kind == text.Credit {
				continue
			}
			if sec.Article != article && int(sec.Article) < len(doc.Articles) {
				article = sec.Article
				p.anchor = doc.Articles[article].Published
				p.ref, p.refAt = text.Date{}, -10
			}
		}
		if !p.load(s) {
			continue
		}
		ms = p.sentence(ms, int32(i), s.Toks.First)
	}
	if len(ms) > first {
		all := string(sc.arena)
		for i := range sc.values {
			ms[first+i].Value = all[sc.values[i].Start:sc.values[i].End]
		}
	}
	return ms
}

// hasHeart reports whether any of the sentence's tokens can be the heart of a time
// expression. Two in three sentences have none, and are looked at no further.
func (p *dateParser) hasHeart(toks []text.Token) bool {
	for i := range toks {
		t := &toks[i]
		if t.Kind == text.Number || t.Flags&text.HasDigit != 0 {
			if (t.Kind == text.Number || t.Kind == text.Word) && p.digits(t).flags&dwCore != 0 {
				return true
			}
		} else if p.g.hearts[t.Hash>>20&127]>>(t.Hash>>27&63)&1 != 0 && t.Kind == text.Word {
			if w := p.g.look(t.Hash); w != nil && w.flags&dwCore != 0 && w.capital(t) {
				return true
			}
		}
	}
	return false
}

// capital reports whether a token is written as the word must be.
func (w *dateWord) capital(t *text.Token) bool {
	return w.flags&dwProper == 0 || t.Shape == text.Title || t.Shape == text.Upper
}

// load classifies the sentence's tokens; it reports whether any of them can be
// the heart of a time expression.
func (p *dateParser) load(s *text.Sentence) bool {
	p.toks = p.doc.Tokens[s.Toks.First:s.Toks.Last]
	if !p.hasHeart(p.toks) {
		return false
	}
	n := len(p.toks)
	if cap(p.sc.items) < n {
		p.sc.items = make([]dateItem, n+n/2)
	}
	p.items = p.sc.items[:n]
	for i := range p.toks {
		t := &p.toks[i]
		it := dateItem{}
		switch {
		case t.Kind == text.Number || t.Kind == text.Word && t.Has(text.HasDigit):
			it = p.digits(t)
		case t.Kind == text.Word && p.g.maybe[t.Hash>>20&127]>>(t.Hash>>27&63)&1 != 0:
			if w := p.g.look(t.Hash); w != nil && w.capital(t) {
				it = dateItem{w.kind, w.flags, w.val}
			}
		}
		p.items[i] = it
	}
	return true
}

// digits classifies a token that begins with a digit.
func (p *dateParser) digits(t *text.Token) dateItem {
	s := p.doc.Source[t.Start:t.End]
	var v [4]int32
	var sep [4]byte
	k, nd, i := 0, 0, 0
	for ; i < len(s); i++ {
		c := s[i]
		if c >= '0' && c <= '9' {
			if v[k] < 1e7 {
				v[k] = v[k]*10 + int32(c-'0')
			}
			nd++
			continue
		}
		if (c == ',' || c == '.' || c == ':' || c == '-' || c == '/') && k < 3 && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' {
			sep[k] = c
			k++
			continue
		}
		break
	}
	if nd == 0 {
		return dateItem{}
	}
	rest := s[i:]
	switch {
	case k == 0 && rest == "":
		it := dateItem{dDigits, 0, v[0]}
		if nd == 4 && v[0] >= 1000 && v[0] < 2100 {
			it.flags = dwCore
		}
		return it
	case k == 0 && (rest == "st" || rest == "nd" || rest == "rd" || rest == "th"):
		return dateItem{dOrdinal, 0, v[0]}
	case k == 0 && (rest == "s" || rest == "'s" || rest == "’s") && v[0]%10 == 0 && (nd == 4 && v[0] >= 1000 && v[0] < 2100 || nd == 2 && v[0] >= 20):
		return dateItem{dDecade, dwCore, v[0]}
	case k == 1 && sep[0] == ':' && v[0] < 25 && v[1] < 60 && rest == "":
		return dateItem{dTime, dwCore, v[0]*60 + v[1]}
	case k <= 1 && (sep[0] == 0 || sep[0] == ':' || sep[0] == '.') && v[0] <= 12 && v[1] < 60 && (len(rest) >= 2 && len(rest) <= 4):
		pm := rest[0]|0x20 == 'p'
		if h := text.Hash(rest); h != p.g.amHash && h != p.g.pmHash {
			return dateItem{}
		}
		return dateItem{dTime, dwCore, clock(v[0], v[1], pm)}
	case k == 1 && sep[0] == '.' && rest == "":
		return dateItem{dDigits, 0, -(v[0]*10 + v[1]%10) - 1} // a decimal, negative: tenths
	case k == 1 && sep[0] == '-' && v[0] >= 1000 && v[0] < 2100 && rest == "" && (v[1] < 100 || v[1] < 2100 && v[1] >= 1000):
		return dateItem{dDigits, dwCore, v[0]}
	case k == 2 && rest == "" && sep[0] == sep[1] && sep[0] != ',' && sep[0] != ':':
		if d, ok := threeNumbers(v[0], v[1], v[2], sep[0]); ok {
			return dateItem{dFull, dwCore, d}
		}
	case k == 2 && rest == "" && sep[0] == ':' && sep[1] == ':' && v[0] < 25:
		return dateItem{dTime, dwCore, v[0]*60 + v[1]}
	}
	if rest == "" && sep[0] == ',' {
		n := v[0]
		for j := 1; j <= k; j++ {
			n = n*1000 + v[j]
		}
		return dateItem{dDigits, dwPlural, n} // a count, never a year
	}
	return dateItem{}
}

// clock returns the minutes since midnight of a twelve-hour time.
func clock(h, m int32, pm bool) int32 {
	h %= 12
	if pm {
		h += 12
	}
	return h*60 + m
}

// packDate packs a date into the value of a dFull item.
func packDate(y, m, d int32) int32 { return y<<9 | m<<5 | d }

// threeNumbers reads 2003-04-01, 26.11.2012 and, month first when that is
// possible only so or by the slashes of American use, 03/16/2016.
func threeNumbers(a, b, c int32, sep byte) (int32, bool) {
	y, m, d := a, b, c
	switch {
	case a >= 1000 && a < 2100:
	case c >= 1000 && c < 2100 || c < 100 && sep == '/':
		y, m, d = c, b, a
		if c < 70 {
			y += 2000
		} else if c < 100 {
			y += 1900
		}
		if sep == '/' && a <= 12 {
			m, d = a, b
		}
	default:
		return 0, false
	}
	if m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return 0, false
	}
	return packDate(y, m, d), true
}

// sentence finds the expressions of the loaded sentence, longest first from
// left to right.
func (p *dateParser) sentence(ms []Mention, sent, base int32) []Mention {
	for i := 0; i < len(p.items); {
		k := p.items[i].kind
		if k == dNone || k == dPrep || k == dAnd || k == dOf {
			i++
			continue
		}
		p.tx = timex{hour: -1}
		j := p.expr(i)
		if j <= i {
			i++
			continue
		}
		if p.tx.skip { // read whole, and not a time ("a 44-year-old")
			i = j
			continue
		}
		sub, ok := p.resolve(i, j, sent)
		if ok {
			m := Mention{
				Toks: text.Range{First: base + int32(i), Last: base + int32(j)},
				Sent: sent, Type: gazetteers.DateType, Subtype: sub, Entry: gazetteers.NoEntry,
				Rule: "grammar/date", Confidence: 0.95, Of: -1, Holder: -1,
			}
			m.Span = p.doc.TokSpan(m.Toks)
			// A final dot that only ends the sentence is not the date's ("in Jan." keeps its own).
			ms = append(ms, m)
		}
		i = j
	}
	return ms
}

// kind returns the kind of the item at i, dNone beyond the borders.
func (p *dateParser) kind(i int) dateKind {
	if uint(i) < uint(len(p.items)) {
		return p.items[i].kind
	}
	return dNone
}

// mark returns the punctuation mark at i, 0 beyond the borders.
func (p *dateParser) mark(i int) byte {
	if uint(i) < uint(len(p.toks)) {
		return p.toks[i].Mark
	}
	return 0
}

// capital reports whether a capitalised word that is no date word stands at i.
func (p *dateParser) capital(i int) bool {
	return uint(i) < uint(len(p.toks)) && p.items[i].kind == dNone && p.toks[i].Kind == text.Word &&
		(p.toks[i].Shape == text.Title || p.toks[i].Shape == text.Mixed || p.toks[i].Shape == text.Upper)
}

// lower reports whether a lower-case word stands at i.
func (p *dateParser) lower(i int) bool {
	return uint(i) < uint(len(p.toks)) && p.toks[i].Kind == text.Word && p.toks[i].Shape == text.Lower
}
