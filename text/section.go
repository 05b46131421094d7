package text

// section makes one body section for each line, or a headline section for
// what looks like one, and splits them into sentences.
func (d *Document) section(o Options) {
	n := int32(len(d.Tokens))
	for first := int32(0); first < n; {
		last := first + 1
		for last < n && !d.Tokens[last].Has(LineStart) {
			last++
		}
		kind := Body
		if !o.Plain && last-first <= 20 && d.headlineShape(first, last) {
			kind = HeadlineSection
		}
		if k := len(d.Sections) - 1; k >= 0 && kind == Body && d.Sections[k].Kind == Body {
			d.Sections[k].End = d.Tokens[last-1].End
		} else {
			s := int32(len(d.Sents))
			d.Sections = append(d.Sections, Section{Span: d.TokSpan(Range{first, last}), Kind: kind, Sents: Range{s, s}})
		}
		if kind == HeadlineSection {
			d.addSent(first, last, Headline)
		} else {
			d.sentences(first, last)
		}
		d.Sections[len(d.Sections)-1].Sents.Last = int32(len(d.Sents))
		first = last
	}
	a := Article{Span: Span{d.Sections[0].Start, d.Sections[len(d.Sections)-1].End}, Sections: Range{0, int32(len(d.Sections))}, Published: o.Published}
	if d.Sections[0].Kind == HeadlineSection {
		a.Title = d.Sections[0].Span
	}
	d.Articles = append(d.Articles, a)
}

// headlineShape reports whether the line of tokens [first, last) may be a headline.
func (d *Document) headlineShape(first, last int32) bool {
	end := &d.Tokens[last-1]
	if end.Kind == Punct && end.Mark != '\'' && end.Mark != '?' && end.Mark != '!' || end.Has(Dotted) {
		return false
	}
	return last < int32(len(d.Tokens)) && d.Tokens[first].Shape != Lower
}

func (d *Document) addSent(first, last int32, f SentFlags) {
	d.Tokens[first].Flags |= SentStart
	d.Sents = append(d.Sents, Sentence{Span: d.TokSpan(Range{first, last}), Toks: Range{first, last}, Section: int32(len(d.Sections) - 1), Flags: f})
}
