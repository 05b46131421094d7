package text

import "math/bits"

// findArticles marks the blocks with which a new article begins.
func (d *Document) findArticles() {
	blocks := d.scratch.blocks
	start := 0          // first block of this article
	body, words := 0, 0 // its body blocks so far, and their tokens
	for k := 1; k < len(blocks); k++ {
		if p := &blocks[k-1]; p.kind == Body {
			body++
			words += int(p.last - p.first)
		}
		if body == 0 {
			continue
		}
		b := &blocks[k]
		prev := &blocks[k-1]
		begins := false
		switch {
		case b.kind == Body && b.line.end > 0 && b.line.strong:
			begins = true
		case b.kind == Byline, b.kind == Timestamp:
			// Behind a headline they open an article. Otherwise they may
			// as well stand below the one that ends.
			begins = !b.ago && d.bodyFollows(k) && (prev.kind == HeadlineSection || prev.minute || body >= 2 && words >= 60 && prev.kind != Body)
		case b.minute:
			begins = d.bodyFollows(k)
		case b.titled && b.kind == HeadlineSection:
			begins = d.bodyFollows(k)
		case b.kind == Body && prev.kind == Body:
			begins = d.breaksOff(prev, b)
		}
		if !begins {
			continue
		}
		s := k
		for s-1 > start && d.heads(&blocks[s-1]) {
			s--
		}
		if s == k && b.kind == Byline && prev.kind == Body {
			continue
		}
		blocks[s].fresh = true
		start, body, words = s, 0, 0
	}
}

// breaksOff reports whether running text breaks off with prev, so that b is of another
// article: prev has whole sentences before an unfinished one, and b does not go on
// like the same text.
func (d *Document) breaksOff(prev, b *block) bool {
	if prev.ends != openEnd || b.blank || prev.bullet || b.bullet || prev.credit < prev.last || prev.last-prev.first < 20 {
		return false
	}
	end, t := &d.Tokens[prev.last-1], &d.Tokens[b.first]
	if end.Kind != Word || end.Shape != Lower || t.Kind != Word || t.Shape == Lower || startsSentence(d.Text(t.Span)) {
		return false
	}
	return d.style(prev.first, prev.last).stops > 0
}

// heads reports whether the block can stand above an article's text.
func (d *Document) heads(b *block) bool {
	switch b.kind {
	case HeadlineSection, Byline, Timestamp:
		return true
	case Caption:
		return true
	case Boilerplate:
		return b.minute
	}
	return false
}

// bodyFollows reports whether running text follows soon behind block k.
func (d *Document) bodyFollows(k int) bool {
	for i := k + 1; i < len(d.scratch.blocks) && i < k+8; i++ {
		if b := &d.scratch.blocks[i]; b.kind == Body && b.last-b.first >= 12 {
			return true
		}
	}
	return false
}

// assemble turns the blocks into articles, sections and sentences.
func (d *Document) assemble(o Options) {
	blocks := d.scratch.blocks
	for k := range blocks {
		b := &blocks[k]
		if k == 0 || b.fresh {
			d.endArticle(o)
			n := int32(len(d.Sections))
			d.Articles = append(d.Articles, Article{Sections: Range{n, n}})
			d.scratch.running = false
			d.forgetLines()
		}
		d.addBlock(b)
	}
	d.endArticle(o)
	d.finish()
}

// addBlock appends the sections and sentences of a block to the last article.
func (d *Document) addBlock(b *block) {
	a := &d.Articles[len(d.Articles)-1]
	repeated := d.repeats(b)
	from := len(d.Sents)
	first := b.first
	switch b.kind {
	case HeadlineSection:
		d.openSection(HeadlineSection, first, true)
		d.addSent(first, b.last, Headline)
		if a.Title.Len() == 0 && !d.scratch.running {
			a.Title = d.TokSpan(Range{first, b.last})
		}
	case Body:
		if b.line.end > 0 {
			d.openSection(Dateline, b.line.start, true)
			d.addSent(b.line.start, b.line.end, 0)
			if a.Place.Len() == 0 {
				a.Place = b.line.place
			}
			if a.Agency.Len() == 0 {
				a.Agency = b.line.agency
			}
			if a.Published.Year == 0 && b.line.date.Month != 0 {
				d.publish(a, b.line.date, b.line.dateAt)
			}
			first = b.line.end
		}
		if first < b.credit {
			d.scratch.running = true
			d.openSection(Body, first, false)
			if b.label > first {
				d.addSent(first, b.label, 0)
				first = b.label
			}
			if first < b.credit {
				d.sentences(first, b.credit)
			}
		}
		d.addCredit(a, b)
	case Caption:
		if first < b.label {
			d.openSection(Boilerplate, first, true)
			d.addSent(first, b.label, 0)
			first = b.label
		}
		if first < b.credit {
			d.openSection(Caption, first, true)
			d.sentences(first, b.credit)
		}
		d.addCredit(a, b)
	default:
		d.openSection(b.kind, first, true)
		d.addSent(first, b.last, 0)
		if b.kind == Credit || b.kind == Byline {
			d.creditAgency(a, first, b.last)
		}
		if b.kind == Timestamp && a.Place.Len() == 0 {
			a.Place = b.line.place
		}
		if b.date.Month != 0 && (a.Published.Year == 0 || b.kind == Timestamp && a.PublishedBy.Start > b.dateAt.Start) {
			d.publish(a, b.date, b.dateAt)
		}
	}
	if repeated {
		for i := from; i < len(d.Sents); i++ {
			d.Sents[i].Flags |= Repeated
		}
	}
}

func (d *Document) addCredit(a *Article, b *block) {
	if b.credit < b.last {
		d.openSection(Credit, b.credit, true)
		d.addSent(b.credit, b.last, 0)
		d.creditAgency(a, b.credit, b.last)
	}
}

// creditAgency takes the first agency named in a credit as the article's.
func (d *Document) creditAgency(a *Article, first, last int32) {
	if a.Agency.Len() > 0 {
		return
	}
	for i := first; i < last; i++ {
		if d.is(i, lexAgency) && d.Tokens[i].Shape != Lower && d.lexOnlyAgency(i) {
			a.Agency = d.Tokens[i].Span
			return
		}
	}
}

func (d *Document) publish(a *Article, date Date, at Span) {
	if a.Published.Year == 0 || a.PublishedBy.Len() == 0 {
		a.Published, a.PublishedBy = date, at
	}
}

// openSection starts a section with token first, unless the last section is of the
// same kind and may go on.
func (d *Document) openSection(k SectionKind, first int32, alone bool) {
	n := len(d.Sections)
	a := &d.Articles[len(d.Articles)-1]
	if !alone && int32(n) > a.Sections.First && d.Sections[n-1].Kind == k {
		return
	}
	s := int32(len(d.Sents))
	d.Tokens[first].Flags |= ParaStart
	d.Sections = append(d.Sections, Section{Kind: k, Article: int32(len(d.Articles) - 1), Sents: Range{s, s}})
}

// addSent appends a sentence to the last section.
func (d *Document) addSent(first, last int32, f SentFlags) {
	for last-first > maxSentToks {
		cut := d.cutLong(first)
		d.appendSent(first, cut, f|Broken)
		first = cut
	}
	d.appendSent(first, last, f)
}

// maxSentToks is the length of the longest sentence: what goes on for longer
// is a table, a list or noise, and the later stages bound their work by sentences.
const maxSentToks = 1000

// cutLong returns where to cut a run of more than maxSentToks tokens that
// begins at first: behind the last comma or semicolon of its second half.
func (d *Document) cutLong(first int32) int32 {
	end := first + maxSentToks
	for i := end - 1; i > end-maxSentToks/2; i-- {
		if m := d.Tokens[i].Mark; m == ',' || m == ';' {
			return i + 1
		}
	}
	return end
}

func (d *Document) appendSent(first, last int32, f SentFlags) {
	d.Tokens[first].Flags |= SentStart
	d.Sents = append(d.Sents, Sentence{Span: d.TokSpan(Range{first, last}), Toks: Range{first, last}, Section: int32(len(d.Sections) - 1), Flags: f})
	s := &d.Sections[len(d.Sections)-1]
	s.Sents.Last = int32(len(d.Sents))
	s.Span = Span{d.Sents[s.Sents.First].Start, d.Sents[s.Sents.Last-1].End}
}

// endArticle finishes the last article.
func (d *Document) endArticle(o Options) {
	if len(d.Articles) == 0 {
		return
	}
	a := &d.Articles[len(d.Articles)-1]
	a.Sections.Last = int32(len(d.Sections))
	a.Span = Span{d.Sections[a.Sections.First].Start, d.Sections[a.Sections.Last-1].End}
	switch {
	case a.Published.Year == 0 && a.Published.Month == 0:
		a.Published = o.Published
	case a.Published.Year == 0 && o.Published.Year != 0:
		// The dateline names the day, Options the year it was published in.
		a.Published.Year = o.Published.Year
		if later(a.Published, o.Published) {
			a.Published.Year--
		}
	}
}

// later reports whether a is after b, with a day's grace for time zones.
func later(a, b Date) bool {
	if a.Month != b.Month {
		return b.Month != 0 && a.Month > b.Month && !(a.Month == b.Month+1 && a.Day == 1)
	}
	return b.Day != 0 && a.Day > b.Day+1
}

func (d *Document) forgetLines() {
	if d.scratch.seen == nil {
		d.scratch.seen = make(map[uint64]struct{})
	}
	clear(d.scratch.seen)
}

// repeats reports whether the same line stood in the article before.
func (d *Document) repeats(b *block) bool {
	if b.last-b.first < 4 {
		return false
	}
	h := uint64(b.last - b.first)
	for i := b.first; i < b.last; i++ {
		h = bits.RotateLeft64(h, 9) + d.Tokens[i].Hash
	}
	if _, ok := d.scratch.seen[h]; ok {
		return true
	}
	d.scratch.seen[h] = struct{}{}
	return false
}
