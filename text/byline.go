package text

import "strings"

// isByline reports whether the tokens behind "By" are names, with desks and places: no
// sentence.
func (d *Document) isByline(first, last int32) bool {
	if last-first > 30 || first >= last {
		return false
	}
	if d.Tokens[first].Kind == Punct && d.Tokens[first].Mark == ':' {
		first++
	}
	if first >= last || !d.capital(first) && d.Tokens[first].Kind != Link {
		return false
	}
	if d.is(first, lexMonth|lexWeekday) {
		return false
	}
	names, plain := 0, 0
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		switch t.Kind {
		case Word:
			if t.Shape != Lower {
				names++
				continue
			}
			if d.is(i, lexDesk|lexParticle|lexTime|lexPhoto|lexAgency) || d.Tokens[i-1].Mark == '-' && !t.Has(SpaceBefore) {
				continue
			}
			plain++
		case Punct:
			if t.Mark == '.' && i+1 < last && !d.is(i+1, lexTime) {
				return false
			}
			if t.Mark == '?' || t.Mark == '!' || t.Mark == '"' {
				return false
			}
		case Possessive, Clitic:
			plain++
		}
	}
	return names >= 1 && plain == 0
}

// isNameLine reports whether the line is a name with an office or place: "Ann Lee in
// Washington", "Ann Lee, political correspondent", "ann@example.org".
func (d *Document) isNameLine(first, last int32) bool {
	size := last - first
	if size > 16 || size < 3 {
		return size == 1 && d.Tokens[first].Kind == Link
	}
	mail, desk := false, false
	words := 0
	i := first
	for ; i < last && words < 5; i++ {
		t := &d.Tokens[i]
		if t.Kind != Word {
			if t.Mark == '-' && !t.Has(SpaceBefore) {
				continue
			}
			break
		}
		if t.Shape == Lower && !(i > first && (d.is(i, lexParticle) || d.Tokens[i-1].Mark == '-')) {
			break
		}
		words++
	}
	if words < 2 || words > 4 || i >= last {
		return false
	}
	name := i
	for ; i < last; i++ {
		t := &d.Tokens[i]
		switch t.Kind {
		case Link:
			mail = true
		case Word:
			if t.Shape == Lower {
				if !d.is(i, lexDesk|lexParticle) {
					return false
				}
				if t.Len() > 3 {
					desk = true
				}
			} else if d.is(i, lexDesk) && t.Len() > 4 || d.is(i, lexAgency) {
				desk = true
			}
		case Punct, Symbol:
			switch t.Mark {
			case ',', '|', '-', '(', ')', '/', '&', '~':
			default:
				return false
			}
		default:
			return false
		}
	}
	switch {
	case mail:
		return true
	case d.Tokens[name].Mark == ',':
		return desk
	case d.Tokens[name].Kind == Word && d.Text(d.Tokens[name].Span) == "in":
		// "Ann Lee in Washington", and not "Fresh Talks in Geneva": two words before, one or two behind.
		return words == 2 && size <= 5 && d.Tokens[first].Flags&Dotted == 0 && !d.commonCapital(first)
	}
	return false
}

// commonCapital reports whether the capitalised words before "in" are those of a
// headline: the second is a plural or an act.
func (d *Document) commonCapital(first int32) bool {
	s := d.Text(d.Tokens[first+1].Span)
	for _, end := range [...]string{"s", "ing", "ed", "ion", "ment"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return d.Tokens[first].Shape == Upper || d.Tokens[first+1].Shape == Upper
}

// besideHouse reports whether the line is a name and the house it writes for, "Ann Lee - The
// Morning Post": such a line stands between the headline and the date.
func (d *Document) besideHouse(k int) bool {
	blocks := d.scratch.blocks
	b := &blocks[k]
	if k == 0 || k+1 >= len(blocks) || blocks[k-1].kind != HeadlineSection || b.last-b.first > 14 {
		return false
	}
	before, behind := 0, 0
	dashed := false
	for i := b.first; i < b.last; i++ {
		t := &d.Tokens[i]
		switch {
		case t.Kind == Word && t.Shape == Lower && !d.is(i, lexParticle):
			return false
		case t.Kind == Word && dashed:
			behind++
		case t.Kind == Word:
			before++
		case (t.Mark == '-' || t.Mark == '~' || t.Mark == '|') && t.Has(SpaceBefore):
			dashed = true
		case t.Mark != '-' && t.Mark != '.':
			return false
		}
	}
	if before < 2 || before > 5 || behind == 0 || behind > 5 {
		return false
	}
	_, _, ok := d.timestamp(blocks[k+1].first, blocks[k+1].last)
	return ok
}

// reportedFrom reports whether the paragraph says only who reported from where: "Ann Lee
// reported from Rome, and Peter Lund from Lima."
func (d *Document) reportedFrom(first, last int32) bool {
	if last-first > 40 || last-first < 5 {
		return false
	}
	verb := false
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		if t.Kind == Possessive && !verb {
			continue // "Our paper's Ann Lee"
		}
		if t.Kind != Word {
			if t.Kind != Punct || t.Mark == '"' || t.Mark == '?' || t.Mark == ':' {
				return false
			}
			continue
		}
		if t.Shape != Lower {
			continue
		}
		switch d.Text(t.Span) {
		case "reported", "contributed":
			if i < first+2 || i+2 >= last || !d.oneOf(i+1, "from", "reporting") {
				return false
			}
			verb = true
			i++
		case "and", "from", "in", "with", "additional", "de", "van", "von", "bin", "al", "el":
		default:
			return false
		}
	}
	return verb
}

// isAgencyLine reports whether a line is only the name of an agency: "Reuters Staff".
func (d *Document) isAgencyLine(first, last int32) bool {
	if last-first > 7 {
		return false
	}
	if d.Tokens[first].Mark == '(' && d.Tokens[last-1].Mark == ')' {
		return d.initials(first+1, last-1)
	}
	agency := false
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		if t.Kind == Punct || t.Kind == Symbol {
			continue
		}
		if !d.is(i, lexAgency|lexDesk) {
			// "The Associated Press", "Associated Press Writer"
			if s := d.Text(t.Span); s != "Associated" && s != "Agence" && s != "France" && s != "Presse" && s != "Writer" {
				return false
			}
		}
		agency = agency || d.is(i, lexAgency) && t.Shape != Lower
	}
	return agency
}

// isDeskLine reports whether a line below a headline or byline names the house and the
// place: "BBC News, Lapor".
func (d *Document) isDeskLine(first, last int32, above SectionKind) bool {
	if above == Body || above == Caption || last-first > 7 || !d.is(first, lexAgency) || d.Tokens[first].Shape != Upper {
		return false
	}
	for i := first; i < last; i++ {
		if t := &d.Tokens[i]; !d.capital(i) && t.Mark != ',' && t.Mark != '-' {
			return false
		}
	}
	return above == Byline || d.mark(first+2, last) == ','
}

// isPhotoLine reports whether a short line says whose a picture is: "Daily News photo by Ann Lee".
func (d *Document) isPhotoLine(first, last int32) bool {
	if last-first > 12 || d.Tokens[last-1].Mark == '.' || !d.capital(first) {
		return false
	}
	for i := first; i+2 < last; i++ {
		if t := &d.Tokens[i]; t.Kind != Word || t.Shape == Lower {
			return d.oneOf(i, "photo", "photos", "file", "photograph") && (d.oneOf(i+1, "by", "courtesy", "photo")) && i > first
		}
	}
	return false
}

// initials reports whether the tokens are the initials of those who wrote, as agencies
// put them in brackets below a report: "(ab/cd)".
func (d *Document) initials(first, last int32) bool {
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		if t.Kind == Word && (t.Len() > 3 || t.Shape != Lower) || t.Kind != Word && t.Mark != '/' && t.Mark != '-' {
			return false
		}
	}
	return first < last
}

// findDate looks for a full date in a byline or credit.
func (d *Document) findDate(b *block) {
	for i := b.first; i < b.last; i++ {
		if k := d.Tokens[i].Kind; k != Word && k != Number {
			continue
		}
		if date, end, ok := d.dateAt(i, b.last); ok && date.Year != 0 && date.Month != 0 {
			b.date, b.dateAt = date, d.TokSpan(Range{i, end})
			return
		}
	}
}

// countLabels notes and counts the blocks that look as if they began with a speaker's
// name, so that one "Seoul: …" is no transcript but ten "Kim: …" are.
func (d *Document) countLabels() int {
	n := 0
	for k := range d.scratch.blocks {
		b := &d.scratch.blocks[k]
		if b.label = d.labelEnd(b.first, b.last); b.label > b.first {
			n++
		}
	}
	return n
}

// labelEnd returns the token behind "Name Surname:" or "NAME:" at the head of a line.
func (d *Document) labelEnd(first, last int32) int32 {
	words := 0
	for i := first; i < last && i < first+9; i++ {
		t := &d.Tokens[i]
		switch {
		case t.Kind == Word && (t.Shape != Lower || words > 0 && d.is(i, lexParticle|lexDesk)):
			words++
		case t.Mark == ':' && words > 0 && i+1 < last && d.Tokens[i+1].Has(SpaceBefore):
			return i + 1
		case t.Mark == '-' || t.Mark == '(' || t.Mark == ')' || t.Mark == ',' && words > 0:
		default:
			return first
		}
	}
	return first
}

// speakerLabel returns the token behind a speaker's label, which is end if there is one;
// first when there is none.
func (d *Document) speakerLabel(first, end, last int32, labels int) int32 {
	if end == first || last-end < 2 && labels < 2 {
		return first
	}
	known := d.is(first, lexSpeaker)
	if d.is(first, lexNoPlace) && !(d.Tokens[first].Len() == 1 && end == first+2) {
		return first
	}
	caps := true
	for i := first; i < end; i++ {
		if t := &d.Tokens[i]; t.Kind == Word && t.Shape == Lower || t.Kind == Word && t.Shape == Title && t.Len() > 1 && t.Flags&Dotted == 0 {
			caps = false
		}
	}
	if caps && known || labels >= 3 && !(caps && d.is(first, lexTwoWord)) {
		return end
	}
	return first
}
