package text

// classify gives each block its kind.
func (d *Document) classify(o Options) {
	blocks := d.scratch.blocks
	if o.Title != "" {
		d.splitTitle(o.Title)
		blocks = d.scratch.blocks
	}
	labels := d.countLabels()
	opening := true // no running text in this article yet
	for k := 0; k < len(blocks); k++ {
		b := &blocks[k]
		if b.titled {
			b.kind = HeadlineSection
			continue
		}
		d.classifyBlock(k, opening, labels)
		b = &d.scratch.blocks[k]
		blocks = d.scratch.blocks
		switch b.kind {
		case Body:
			opening = b.line.end > 0 && b.line.end == b.last
		case HeadlineSection, Byline, Timestamp:
			opening = true
		}
	}
	d.findArticles()
}

// splitTitle makes the known title a block of its own when the text begins with it.
func (d *Document) splitTitle(title string) {
	b := &d.scratch.blocks[0]
	t := tokenizer{src: title, toks: d.scratch.title[:0], lines: d.scratch.titleLines[:0]}
	t.run()
	d.scratch.title, d.scratch.titleLines = t.toks, t.lines
	n := int32(len(t.toks))
	if n == 0 || n > b.last-b.first {
		return
	}
	for i := range t.toks {
		if d.Tokens[b.first+int32(i)].Hash != t.toks[i].Hash {
			return
		}
	}
	b.titled = true
	if n < b.last-b.first {
		d.splitBlock(0, b.first+n)
	}
}

// splitBlock parts block k before token at.
func (d *Document) splitBlock(k int, at int32) {
	blocks := append(d.scratch.blocks, block{})
	copy(blocks[k+2:], blocks[k+1:])
	blocks[k+1] = block{first: at, last: blocks[k].last, credit: blocks[k].last, label: at, ends: blocks[k].ends}
	blocks[k].last, blocks[k].credit = at, at
	blocks[k].ends = d.ending(blocks[k].first, at)
	d.Tokens[at].Flags |= ParaStart
	d.scratch.blocks = blocks
}

// classifyBlock decides what block k is; blocks before it are decided already.
// opening tells whether running text has not yet begun in this article.
func (d *Document) classifyBlock(k int, opening bool, labels int) {
	b := &d.scratch.blocks[k]
	first, last := b.first, b.last
	size := last - first
	if d.onlyMarks(first, last) {
		b.kind = Boilerplate
		return
	}
	kind, end := d.phrase(first, last)
	switch kind {
	case wholeBoiler, alwaysBoiler:
		b.kind = Boilerplate
		return
	case startBoiler:
		if size <= 40 && (end == last || d.Tokens[end].Shape != Lower || b.ends != stopEnd || size <= 25) {
			b.kind = Boilerplate
			return
		}
	case headlineLabel:
		b.kind, b.titled = HeadlineSection, true
		return
	case captionStart:
		if d.isCaptionStart(first, end, last) {
			d.caption(b, end)
			return
		}
	case creditStart:
		if d.Tokens[end-1].Mark == ':' && d.oneOf(first, "Photo", "PHOTO", "Picture", "Video") && d.plainWords(end, last) > 0 {
			d.caption(b, end) // "PHOTO: The minister waves"
			return
		}
		if d.isCredit(first, end, last) {
			b.kind = Credit
			d.findDate(b)
			return
		}
	case bylineStart:
		if d.isByline(end, last) {
			b.kind = Byline
			d.findDate(b)
			return
		}
	}
	if d.menu(first, last) {
		b.kind = Boilerplate
		return
	}
	if date, at, ok := d.timestamp(first, last); ok {
		b.kind, b.date = Timestamp, date
		b.ago = date.Month == 0
		if at.Len() > 0 {
			b.dateAt = d.TokSpan(at)
		}
		return
	}
	if dl, ok := d.placeAndDate(first, last); ok {
		b.kind, b.line.place = Timestamp, dl.place
		b.date, b.dateAt = dl.date, dl.dateAt
		return
	}
	if d.isBoilerplate(b) {
		b.kind = Boilerplate
		return
	}
	b.label = d.speakerLabel(first, b.label, last, labels)
	if b.label > first {
		b.kind = Body
		return
	}
	if dl, ok := d.datelineAt(first, last, opening); ok && !(b.ends == openEnd && !dl.strong) {
		b.kind, b.line = Body, dl
		b.credit = d.tailCredit(b, dl.end)
		return
	}
	if d.mark(first, last) == '(' {
		// "(A. Lee/AFP) The town …": the credit of a picture above.
		if e := d.bracketEnd(first, min(last, first+10)); e+1 < last && d.creditWords(first+1, e) {
			d.splitBlock(k, e+1)
			d.scratch.blocks[k].kind = Credit
			return
		}
	}
	if d.isAgencyLine(first, last) || k > 0 && d.isDeskLine(first, last, d.scratch.blocks[k-1].kind) || d.contributed(first, last) || d.reportedFrom(first, last) || d.isPhotoLine(first, last) {
		b.kind = Credit
		return
	}
	if opening && (d.isNameLine(first, last) && k > 0 && d.scratch.blocks[k-1].kind == HeadlineSection || d.besideHouse(k)) {
		b.kind = Byline
		d.findDate(b)
		return
	}
	if last-first > 3 && d.oneOf(last-1, "Enditem") {
		d.splitBlock(k, last-1)
		b, last = &d.scratch.blocks[k], last-1
	}
	b.credit = d.tailCredit(b, first)
	if b.credit == first {
		b.kind = Credit
		return
	}
	if d.isCaption(b) || d.agencyCaption(k) {
		b.kind = Caption
		return
	}
	if from, ok := d.underHead(k); ok {
		b.kind, b.credit = Caption, from
		return
	}
	if d.isHeadline(k) || d.dashedHead(b) {
		b.kind = HeadlineSection
		return
	}
	b.kind = Body
	if !opening {
		return
	}
	// A headline that runs into the dateline.
	if dl, ok := d.innerDateline(first, last); ok {
		d.splitBlock(k, dl.start)
		b = &d.scratch.blocks[k]
		b.kind, b.titled = HeadlineSection, true
	}
}

// onlyMarks reports whether the tokens hold no word, number or link.
func (d *Document) onlyMarks(first, last int32) bool {
	if last-first > 8 && d.Tokens[first].Kind == Word {
		return false
	}
	for i := first; i < last; i++ {
		if k := d.Tokens[i].Kind; k == Word || k == Number || k == Link {
			return false
		}
	}
	return true
}

// isHeadline reports whether block k has the shape of a headline or subhead: short, no
// final stop, and not the only sentence of a text unless it is telegraphic.
func (d *Document) isHeadline(k int) bool {
	blocks := d.scratch.blocks
	b := &blocks[k]
	size := b.last - b.first
	if size > 40 || b.bullet || b.ends == stopEnd || b.ends == colonEnd || b.ends == midEnd {
		return false
	}
	t := &d.Tokens[b.first]
	if t.Kind == Word && t.Shape == Lower || t.Kind == Link || t.Kind == Possessive || t.Kind == Clitic {
		return false
	}
	s := d.style(b.first, b.last)
	if s.words == 0 || s.words > 26 || s.stops > 0 {
		return false
	}
	title := s.titleCase()
	if b.ends == askEnd && !title && !(s.words <= 14 && k == 0 || s.words <= 6 && k+1 < len(blocks)) {
		return false
	}
	if k > 0 && blocks[k-1].ends == colonEnd && blocks[k-1].kind == Body && !title {
		return false // an item of a list
	}
	if len(blocks) == 1 {
		return s.words >= 3 && s.finite == 0 && (s.words <= 16 || title && s.words <= 20)
	}
	if !title && s.words > 18 {
		return false
	}
	// The last paragraph may break off.
	if k == len(blocks)-1 && !title && (s.finite > 1 || s.words > 12) {
		return false
	}
	return true
}

// dashedHead reports whether the line is a subhead between dashes, as AFP sets them: "- 'Deep concern' -".
func (d *Document) dashedHead(b *block) bool {
	if b.last-b.first > 14 || b.last-b.first < 3 {
		return false
	}
	m, e := d.Tokens[b.first].Mark, d.Tokens[b.last-1].Mark
	return (m == '*' || m == '-' || m == '~') && (e == '-' || e == '~') && d.Tokens[b.last-1].Has(SpaceBefore)
}

// style counts what tells how a line is written.
type style struct {
	words, caps, lower int
	plain              int // words in lower case that titles would capitalise
	finite             int // words that headlines leave out
	stops              int // full stops inside
}

func (d *Document) style(first, last int32) (s style) {
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		switch t.Kind {
		case Word:
			s.words++
			var c lexClass
			if t.Len() <= 7 && (t.Shape == Lower || i == first) {
				c = d.lex(i).class
			}
			switch {
			case t.Shape == Lower:
				s.lower++
				if c&lexMinor == 0 {
					s.plain++
				}
			case t.Len() > 1:
				s.caps++
			}
			if c&lexFinite != 0 {
				s.finite++
			}
		case Number:
			s.words++
		case Punct:
			if t.Mark == '.' && i+1 < last {
				s.stops++
			}
		}
	}
	return s
}

// titleCase reports whether all words are capitalised that titles capitalise, but for a slip.
func (s *style) titleCase() bool {
	return s.caps >= 3 && s.plain*6 <= s.caps || s.words <= 3 && s.lower == 0
}
