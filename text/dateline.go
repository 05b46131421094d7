package text

// dateline is what stands before the first sentence of a report: "SEOUL, April 2
// (Reuters) -".
type dateline struct {
	start, end int32 // tokens
	place      Span
	agency     Span
	date       Date
	dateAt     Span
	strong     bool // has an agency, a date or a place in capitals
}

// datelineAt reads a dateline that begins with token i. opening tells whether
// the line is the first of running text in its article, where weaker forms count too.
func (d *Document) datelineAt(i, last int32, opening bool) (dl dateline, ok bool) {
	dl.start = i
	if d.mark(i, last) == '(' {
		// "(CNN) — The president …"
		end, ok := d.agencyAt(i, last, &dl, false)
		if !ok || d.mark(end, last) != '~' && d.mark(end, last) != '-' && !d.is(i+1, lexAgency) || end > i+5 {
			return dl, false
		}
		dl.strong = true
		return d.endDateline(dl, end, last, true, opening)
	}
	if !d.capital(i) {
		return dl, false
	}
	caps, words := true, 0
	j := i
	if dt, end, isDate := d.dateAt(i, last); isDate {
		// "April 2 (UPI) --"
		dl.date, dl.dateAt = dt, d.TokSpan(Range{i, end})
		j = end
	} else if end := i + 1; d.mark(end, last) == '~' && d.Tokens[i].Shape == Upper && d.is(i, lexAgency) {
		// "CNN —"
		dl.agency = d.TokSpan(Range{i, end})
		dl.strong = true
		return d.endDateline(dl, end, last, true, opening)
	} else {
		j, caps, words = d.placeName(i, last)
		if words == 0 {
			return dl, false
		}
		dl.place = d.TokSpan(Range{i, j})
		if d.is(i, lexNoPlace) && words == 1 {
			return dl, false
		}
		if d.mark(j, last) == '/' && j+1 < last && d.capital(j+1) && caps {
			// "SEOUL/TOKYO"
			j, _, _ = d.placeName(j+1, last)
		}
	}
	j = d.afterPlace(j, last, &dl)
	hasAgency := false
	if end, ok := d.agencyAt(j, last, &dl, caps || dl.dateAt.Len() > 0); ok {
		if m := d.mark(end, last); m != '~' && m != '-' && !d.namesAgency(dl.agency) {
			return dl, false
		}
		j, hasAgency = end, true
	}
	if dl.place.Len() == 0 && !hasAgency {
		return dl, false
	}
	dl.strong = hasAgency || dl.dateAt.Len() > 0 || caps
	if !caps && !hasAgency && dl.dateAt.Len() == 0 && (!opening || words > 3) {
		return dl, false
	}
	return d.endDateline(dl, j, last, hasAgency, opening)
}

// placeName reads capitalised words from i on; caps tells whether all are in capitals.
func (d *Document) placeName(i, last int32) (end int32, caps bool, words int) {
	caps = true
	j := i
	for j < last && words < 6 {
		t := &d.Tokens[j]
		if t.Kind != Word {
			break
		}
		if m := d.mark(j+1, last); words > 0 && (m == '~' || m == '-' && d.Tokens[j+1].Has(SpaceBefore)) && t.Shape == Upper && d.is(j, lexAgency) {
			break // "Seoul CNN —"
		}
		switch {
		case t.Shape == Upper:
		case d.capital(j):
			// "ST." and "D.C." go with either.
			if t.Len() > 1 && t.Flags&Dotted == 0 {
				caps = false
			}
		case words > 0 && d.is(j, lexParticle) && j+1 < last && d.Tokens[j+1].Kind != Punct:
		default:
			return j, caps, words
		}
		words++
		j++
		if d.mark(j, last) == '-' && !d.Tokens[j].Has(SpaceBefore) && j+1 < last && d.Tokens[j+1].Kind == Word && !d.Tokens[j+1].Has(SpaceBefore) {
			j++
			if d.Tokens[j].Shape == Lower && !d.is(j, lexParticle) {
				return i, false, 0 // "Berlin-based"
			}
		} else if j < last && (d.Tokens[j].Kind == Possessive || d.Tokens[j].Kind == Clitic) {
			return i, false, 0
		}
		// A parenthesis, a comma or a date ends the name.
		if j < last && d.Tokens[j].Kind == Word && d.is(j, lexMonth) && j+1 < last && d.Tokens[j+1].Kind == Number {
			break
		}
	}
	return j, caps, words
}

// afterPlace reads ", Kenya", ", April 2", "(D.C.)" and the like.
func (d *Document) afterPlace(j, last int32, dl *dateline) int32 {
	for n := 0; n < 4 && j < last; n++ {
		k := j
		if d.mark(k, last) == ',' {
			k++
		}
		if k >= last {
			break
		}
		if dt, end, ok := d.dateAt(k, last); ok && dl.dateAt.Len() == 0 {
			dl.date, dl.dateAt = dt, d.TokSpan(Range{k, end})
			j = end
			continue
		}
		if d.is(k, lexWeekday) {
			j = k + 1
			if d.mark(j, last) == '.' {
				j++
			}
			continue
		}
		if k == j {
			break // a region needs its comma
		}
		if _, ok := d.agencyWord(k, last); ok {
			break // ", Kyodo -"
		}
		end, _, words := d.placeName(k, last)
		if words == 0 || words > 3 {
			break
		}
		j = end
	}
	return j
}

// agencyWord reads the name of an agency.
func (d *Document) agencyWord(i, last int32) (int32, bool) {
	j := i
	for j < last && j < i+5 && d.Tokens[j].Kind == Word && d.Tokens[j].Shape != Lower {
		if d.is(j, lexAgency) {
			return j + 1, true
		}
		j++
	}
	return i, false
}

// agencyAt reads "(Reuters)", "/TASS/" and ", Kyodo". loose takes any capitalised
// words in brackets for an agency.
func (d *Document) agencyAt(i, last int32, dl *dateline, loose bool) (int32, bool) {
	j := i
	if d.mark(j, last) == '.' && d.mark(j+1, last) == '/' {
		j++ // "MOSCOW, April 5. /TASS/."
	}
	for k := 0; k < 2 && (d.mark(j, last) == '~' || d.mark(j, last) == '-'); k++ {
		if m := d.mark(j+1, last); m != '(' && m != '/' {
			if end, ok := d.agencyWord(j+1, last); ok && end == j+2 && (end == last || d.capital(end) || d.mark(end, last) == '~') && d.Tokens[j+1].Kind == Word && d.lexOnlyAgency(j+1) {
				dl.agency = d.TokSpan(Range{j + 1, end}) // "TOKYO, Feb. 2 - Kyodo"
				return end, true
			}
			return i, false
		}
		j++ // "NEW YORK -- (BUSINESS WIRE) --"
	}
	switch d.mark(j, last) {
	case '(', '[':
		closing := byte(')')
		if d.Tokens[j].Mark == '[' {
			closing = ']'
		}
		known, end := false, j+1
		for end < last && end < j+8 && d.Tokens[end].Mark != closing {
			t := &d.Tokens[end]
			if t.Kind == Word && t.Shape == Lower && !d.is(end, lexAgency|lexDesk) {
				return i, false
			}
			known = known || d.is(end, lexAgency)
			end++
		}
		if end >= last || end >= j+8 || end == j+1 || !known && !loose {
			return i, false
		}
		dl.agency = d.TokSpan(Range{j + 1, end})
		return end + 1, true
	case '/':
		end := j + 1
		for end < last && end < j+5 && d.Tokens[end].Mark != '/' {
			if !d.capital(end) {
				return i, false
			}
			end++
		}
		if end >= last || d.Tokens[end].Mark != '/' || end == j+1 || !d.is(j+1, lexAgency) && d.Tokens[j+1].Shape != Upper {
			return i, false
		}
		dl.agency = d.TokSpan(Range{j + 1, end})
		end++
		if d.mark(end, last) == '.' {
			end++
		}
		return end, true
	case ',':
		if j+1 < last && d.is(j+1, lexAgency) && d.capital(j+1) {
			end := j + 2
			if m := d.mark(end, last); m == '~' || m == '-' {
				dl.agency = d.TokSpan(Range{j + 1, end})
				return end, true
			}
		}
	case 0:
		// "Seoul CNN —"
		if end, ok := d.agencyWord(j, last); ok && end == j+1 && d.mark(end, last) == '~' {
			dl.agency = d.TokSpan(Range{j, end})
			return end, true
		}
	}
	return i, false
}

// namesAgency reports whether the span begins with the name of a known agency.
func (d *Document) namesAgency(s Span) bool {
	text := d.Text(s)
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < 0x80 && !isAlpha(c) {
			text = text[:i]
			break
		}
	}
	return lexicon.get(Hash(text)).class&lexAgency != 0
}

func (d *Document) lexOnlyAgency(i int32) bool {
	switch d.Text(d.Tokens[i].Span) {
	case "Press", "Agency", "Agencies", "Trend", "Guardian":
		return false
	}
	return true
}

// endDateline reads the mark that ends a dateline.
func (d *Document) endDateline(dl dateline, j, last int32, agency, opening bool) (dateline, bool) {
	next := j + 1
	switch m := d.mark(j, last); {
	case m == '~':
	case m == '-' && (d.Tokens[j].Has(SpaceBefore) || agency):
	case m == ':' && opening && d.colonDateline(dl, j, last):
	case agency && (j == last || d.capital(j) || d.mark(j, last) == '"'):
		// No mark at all: "London (CNN)The president", "MOSCOW, April 5. /TASS/."
		next = j
	default:
		return dl, false
	}
	for next < last && (d.Tokens[next].Mark == '~' || d.Tokens[next].Mark == '-' && agency) {
		next++
	}
	dl.end = next
	if next >= last {
		return dl, dl.strong
	}
	t := &d.Tokens[next]
	return dl, t.Kind != Word && t.Kind != Possessive || t.Shape != Lower || agency
}

// colonDateline tells "NEW DELHI: The government …" from other labels in capitals.
func (d *Document) colonDateline(dl dateline, colon, last int32) bool {
	if dl.place.Len() == 0 || d.Tokens[dl.start].Shape != Upper || d.is(dl.start, lexNoPlace|lexSpeaker) || last-colon < 12 {
		return false
	}
	for i := dl.start; i < colon; i++ {
		if t := &d.Tokens[i]; t.Kind == Word && t.Shape != Upper && t.Flags&Dotted == 0 {
			return false
		}
	}
	end := &d.Tokens[last-1]
	return end.Kind == Punct && end.Mark != ':'
}

// innerDateline looks for a dateline that a headline without a stop runs into: "Talks Resume in
// Geneva GENEVA — The …". It returns the token the dateline begins with.
func (d *Document) innerDateline(first, last int32) (dateline, bool) {
	limit := min(last, first+40)
	caps, lower := 0, 0
	for i := first; i < limit; i++ {
		t := &d.Tokens[i]
		switch t.Kind {
		case Punct:
			if t.Mark == '.' || t.Mark == 'e' {
				return dateline{}, false
			}
			continue
		case Word:
		default:
			continue
		}
		if t.Shape == Lower {
			if !d.is(i, lexMinor) {
				lower++
			}
			continue
		}
		if t.Shape == Upper && i >= first+3 && t.Len() > 2 && t.Flags&Dotted == 0 {
			start := i
			if dl, ok := d.datelineAt(i, last, false); ok && dl.end < last && (dl.agency.Len() > 0 || caps >= 3*lower && caps >= 3) && d.isPlaceRun(start, dl) {
				return dl, true
			}
		}
		caps++
	}
	return dateline{}, false
}

// isPlaceRun reports whether a dateline inside a line begins with token start: a name in
// capitals of one word, or of more when the first is known to begin such names.
func (d *Document) isPlaceRun(start int32, dl dateline) bool {
	words, commas := int32(0), 0
	for i := start; i < dl.end; i++ {
		if d.Tokens[i].Kind == Word && d.Tokens[i].End <= dl.place.End {
			words++
		}
		if d.Tokens[i].Mark == ',' {
			commas++
		}
	}
	if d.Tokens[start].Shape != Upper || commas > 1 && (dl.dateAt.Len() == 0 || commas > 3) || d.is(start, lexAgency) {
		return false
	}
	return words == 1 || d.is(start, lexTwoWord) && words <= 3
}

// placeAndDate reads a line that is only a place and a full date, as press offices and
// parliaments set them: "Vienna, 12 June 2024, 10:14".
func (d *Document) placeAndDate(first, last int32) (dl dateline, ok bool) {
	if last-first > 14 || !d.capital(first) || d.is(first, lexNoPlace) {
		return dl, false
	}
	j, _, words := d.placeName(first, last)
	if words == 0 || words > 3 || d.mark(j, last) != ',' && d.mark(j, last) != '(' {
		return dl, false
	}
	dl.start, dl.place = first, d.TokSpan(Range{first, j})
	j = d.afterPlace(j, last, &dl)
	if dl.date.Year == 0 || dl.date.Day == 0 {
		return dl, false
	}
	// Only a clock may follow.
	for ; j < last; j++ {
		t := &d.Tokens[j]
		switch t.Kind {
		case Number, Punct, Symbol:
			if t.Mark == '"' {
				return dl, false
			}
		case Word:
			if !d.is(j, lexTime) && t.Flags&HasDigit == 0 {
				return dl, false
			}
		default:
			return dl, false
		}
	}
	return dl, true
}
