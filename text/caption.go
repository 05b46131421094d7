package text

// isCaptionStart decides whether a known opening is really a caption's: "This image of
// a united party" is a sentence, "This photo shows" and "In this photo taken" are not.
func (d *Document) isCaptionStart(first, end, last int32) bool {
	if d.Tokens[first].Shape == Upper || d.Tokens[end-1].Kind != Word || d.oneOf(end-1, "caption") {
		return true
	}
	for i := end; i < last && i < end+8; i++ {
		t := &d.Tokens[i]
		if t.Kind == Number || d.is(i, lexMonth|lexWeekday|lexPhoto) && t.Shape != Lower {
			return true
		}
		switch d.Text(t.Span) {
		case "shows", "show", "shown", "taken", "released", "provided", "made", "file", "photo", "distributed", "captured", "from":
			return true
		}
	}
	return false
}

// caption makes b a caption with its credit; its text begins with token from.
func (d *Document) caption(b *block, from int32) {
	b.kind = Caption
	b.credit = d.tailCredit(b, from)
	// "FILE PHOTO:" says nothing of what is seen.
	if from > b.first && from < b.credit && (d.Tokens[b.first].Shape == Upper || d.Tokens[from-1].Mark == ':') {
		b.label = from
	}
}

// isCredit decides whether a known opening is really a credit's.
func (d *Document) isCredit(first, end, last int32) bool {
	if last-first > 60 {
		return false
	}
	if end == last {
		return true
	}
	if last-first > 20 && d.ending(first, last) == stopEnd && d.plainWords(end, last) > 4 {
		return false // a sentence that a credit runs into
	}
	plain := d.plainWords(end, last)
	if d.Tokens[end-1].Mark == '/' || d.oneOf(first, "Some") {
		return true
	}
	if d.Tokens[end-1].Mark == ':' {
		// "Sources: Two sides agree to talks" is a headline.
		return plain <= 3
	}
	t := &d.Tokens[end]
	return plain <= 2 && (t.Kind != Word || t.Shape != Lower || d.is(end, lexDesk|lexParticle|lexAgency|lexPhoto) || d.Tokens[first].Shape == Upper || plain == 1)
}

// plainWords counts the words in lower case that are not those of a credit; a finite
// verb counts for many.
func (d *Document) plainWords(first, last int32) int {
	n := 0
	for i := first; i < last; i++ {
		if d.Tokens[i].Kind != Word || d.Tokens[i].Shape != Lower {
			continue
		}
		switch c := d.lex(i).class; {
		case c&(lexDesk|lexParticle|lexPhoto|lexAgency) != 0:
		case c&lexFinite != 0:
			n += 4
		default:
			n++
		}
	}
	return n
}

// isCaption reports whether the block describes a picture: it ends with a
// picture's credit, or says who stands where.
func (d *Document) isCaption(b *block) bool {
	if b.credit < b.last && d.photoCredit(b.credit, b.last) {
		return b.credit-b.first <= 160
	}
	if b.last-b.first > 90 {
		return false
	}
	limit := min(b.credit, b.first+60)
	letters := [3]bool{}
	for i := b.first + 1; i+2 < limit; i++ {
		m := d.Tokens[i].Mark
		if m == '(' && d.Tokens[i+2].Mark == ')' {
			switch d.Text(d.Tokens[i+1].Span) {
			case "L":
				letters[0] = true
			case "C":
				letters[1] = true
			case "R":
				letters[2] = true
			case "left", "right", "center", "centre":
				return true
			}
			continue
		}
		if m != ',' || d.Tokens[i-1].Shape == Lower && d.Tokens[i-1].Kind == Word {
			continue
		}
		switch d.Text(d.Tokens[i+1].Span) {
		case "left", "right", "center", "centre":
			if d.Tokens[i+2].Mark == ',' {
				return true
			}
		case "second", "third", "fourth", "far":
			if i+4 < limit {
				switch d.Text(d.Tokens[i+2].Span) {
				case "from":
					return true
				case "left", "right":
					return d.Tokens[i+3].Mark == ','
				}
			}
		}
	}
	return letters[0] && (letters[1] || letters[2])
}

// agencyCaption reports whether block k, one sentence with only an agency's name behind it,
// is a caption. Below the last paragraph such a name is the report's.
func (d *Document) agencyCaption(k int) bool {
	blocks := d.scratch.blocks
	b := &blocks[k]
	if b.credit == b.last || b.credit == b.first || b.last-b.credit > 5 || b.credit-b.first > 70 || d.style(b.first, b.credit).stops > 0 {
		return false
	}
	for i := k + 1; i < len(blocks) && i < k+6; i++ {
		if blocks[i].ends == stopEnd && blocks[i].last-blocks[i].first > 15 {
			return true
		}
	}
	return false
}

// underHead reports whether block k stands where some houses print the picture: between the
// line with the date and the byline. from is the token with which the picture's credit begins.
func (d *Document) underHead(k int) (from int32, ok bool) {
	blocks := d.scratch.blocks
	b := &blocks[k]
	if k == 0 || k+1 >= len(blocks) || blocks[k-1].kind != Timestamp || b.last-b.first > 90 || b.last-b.first < 8 {
		return 0, false
	}
	next := &blocks[k+1]
	if kind, end := d.phrase(next.first, next.last); kind != bylineStart || !d.isByline(end, next.last) {
		return 0, false
	}
	if b.credit < b.last {
		return b.credit, true
	}
	for i := b.last - 1; i > b.first+4 && i >= b.last-6; i-- {
		if d.Tokens[i].Mark == '.' && i+1 < b.last && d.isByline(i+1, b.last) {
			return i + 1, true
		}
	}
	return b.last, b.ends == stopEnd
}

// photoCredit reports whether the credit is a picture's.
func (d *Document) photoCredit(first, last int32) bool {
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		if i+2 < last && d.oneOf(i, "photo", "photos") && d.oneOf(i+1, "by") && d.capital(i+2) {
			return true
		}
		if t.Kind == Word && t.Shape != Lower && d.is(i, lexPhoto) && d.lex(i).class&lexFinite == 0 {
			return true
		}
		if t.Kind == Word && t.Shape == Upper && d.mark(i+1, last) == '/' {
			return true
		}
		if t.Mark == '/' && i+1 < last && d.is(i+1, lexAgency) {
			return true
		}
	}
	return false
}

// tailCredit returns the token with which a credit at the end of a block begins: "Courtesy
// of …", "REUTERS/…", "(Photo by …/AFP)", "(Reporting by …)", "dpa, AFP". It looks from
// token from on and returns b.last when there is none.
func (d *Document) tailCredit(b *block, from int32) int32 {
	last := b.last
	end := &d.Tokens[last-1]
	// Most paragraphs end with a word in lower case and a stop.
	if last-b.first < 3 || end.Mark == '.' && d.Tokens[last-2].Shape == Lower && d.Tokens[last-2].Kind == Word {
		return last
	}
	if end.Mark == '"' || end.Kind == Word && end.Shape == Lower && d.Tokens[last-2].Mark != '-' && !d.is(last-1, lexAgency|lexPhoto) {
		return last
	}
	from = max(from, last-40)
	for i := from; i < last; i++ {
		t := &d.Tokens[i]
		if t.Mark == '(' || t.Mark == '[' {
			if e := d.bracketEnd(i, last); e >= last-1 && e < last && d.creditWords(i+1, e) {
				return i
			}
			continue
		}
		starts := i == b.first || d.endsAt(i-1)
		if t.Mark == '~' && starts && i > b.first && d.creditWords(i+1, last) {
			return i // "-- Reuters"
		}
		if t.Mark == '~' && starts && i > b.first && i+2 < last && d.oneOf(i+1, "With") && d.isByline(i+2, last) {
			return i // "— With Ann Lee"
		}
		if t.Kind != Word || !starts && t.Shape != Upper {
			continue
		}
		if t.Shape == Lower {
			if last-i <= 16 && d.creditWords(i, last) {
				return i // "tkw/AFP/dpa"
			}
			continue
		}
		if k, e := d.phrase(i, last); k == creditStart && d.isCredit(i, e, last) {
			if i > b.first && d.Tokens[i-1].Mark == '/' {
				return i - 1
			}
			return i
		}
		if starts && i > b.first && (d.isPhotoLine(i, last) || t.Shape == Upper && d.mark(i+1, last) == '/' && last-i <= 7 && d.isByline(i+2, last)) {
			return i // "Morning Post photo by Ann Lee", "POST/ Ann Lee"
		}
		if !starts || !d.is(i, lexAgency|lexPhoto) {
			continue
		}
		if t.Shape == Upper && d.mark(i+1, last) == '/' && !d.Tokens[i+1].Has(SpaceBefore) || i > b.first && d.creditWords(i, last) {
			return i
		}
	}
	return last
}

// endsAt reports whether a sentence may end with token i.
func (d *Document) endsAt(i int32) bool {
	t := &d.Tokens[i]
	if t.Mark == '"' || t.Mark == ')' {
		return i > 0 && d.Tokens[i-1].Mark == '.' || t.Mark == ')'
	}
	return t.Mark == '.' || t.Mark == '?' || t.Mark == '!' || t.Mark == '/'
}

// bracketEnd returns the token of the bracket that closes the one at i, one beyond all tokens when none does.
func (d *Document) bracketEnd(i, last int32) int32 {
	closing := byte(')')
	if d.Tokens[i].Mark == '[' {
		closing = ']'
	}
	for j := i + 1; j < last; j++ {
		if d.Tokens[j].Mark == closing {
			return j
		}
	}
	return int32(len(d.Tokens))
}

// creditWords reports whether the tokens [first, last) are those of a credit: an
// agency or a picture word, and otherwise names only.
func (d *Document) creditWords(first, last int32) bool {
	if first >= last || last-first > 40 {
		return false
	}
	if k, end := d.phrase(first, last); k == creditStart && end > first {
		return true
	}
	known, plain := false, 0
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		switch t.Kind {
		case Word:
			c := d.lex(i).class
			if c&lexAgency != 0 && (t.Shape == Upper || t.Shape == Mixed || t.Shape == Title && t.Len() > 3) || c&lexPhoto != 0 && t.Shape != Lower ||
				t.Shape == Lower && d.Text(t.Span) == "dpa" || d.mark(i+1, last) == ':' && (d.Text(t.Span) == "Editor" || d.Text(t.Span) == "Author") {
				known = true
			} else if t.Shape == Lower && c&(lexDesk|lexParticle|lexPhoto) == 0 {
				// Initials of those who wrote it: "ksb/bw".
				if !(t.Len() <= 4 && (d.mark(i+1, last) == '/' || i > first && d.Tokens[i-1].Mark == '/') || i == first && t.Len() <= 4 && d.mark(i+1, last) == '(') {
					plain++
				}
			}
		case Punct:
			if t.Mark == '.' && i+1 < last || t.Mark == '"' || t.Mark == '?' {
				return false
			}
		case Possessive, Clitic:
			plain++
		}
	}
	return known && plain == 0
}
