package text

// sentences splits the tokens [first, last), one paragraph, into sentences.
func (d *Document) sentences(first, last int32) {
	start := first
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		if stops[t.Mark]|uint8(t.Flags&Dotted) == 0 || !endsLikeSentence(t) || i == start && t.Kind == Punct {
			continue // a mark alone is no sentence
		}
		next := d.closers(i+1, last)
		if next >= last {
			break
		}
		if d.borderBefore(i, next, last, start) {
			d.addSent(start, next, 0)
			start = next
		}
		i = next - 1
	}
	if start < last {
		d.addSent(start, last, 0)
	}
}

// stops marks the marks that end sentences. With it one test that nearly always
// goes the same way passes most tokens by, where their kinds would not.
var stops = [256]uint8{'.': 1, '?': 1, '!': 1, 'e': 1}

// endsLikeSentence reports whether t can be the last word or mark of a sentence.
func endsLikeSentence(t *Token) bool {
	switch t.Kind {
	case Punct:
		return t.Mark == '.' || t.Mark == '?' || t.Mark == '!' || t.Mark == 'e'
	case Word:
		return t.Flags&Dotted != 0
	}
	return false
}

// closers returns the first token from i on that is no closing quotation mark or
// bracket, nor a reference like "[1]".
func (d *Document) closers(i, last int32) int32 {
	for i < last {
		t := &d.Tokens[i]
		if t.Flags&SpaceBefore != 0 || t.Kind == Word || t.Kind == Number {
			break
		}
		switch t.Mark {
		case '"', '\'', ')', ']', '.':
			if t.Mark == '"' && d.direction(t) > 0 {
				return i // a lost space: ".“We"
			}
			i++
			continue
		case '[':
			if i+2 < last && d.Tokens[i+1].Kind == Number && d.Tokens[i+2].Mark == ']' {
				i += 3
				continue
			}
		}
		break
	}
	return i
}

// borderBefore decides whether a sentence that began at start ends with token i and
// its closers, so that the next begins at next.
func (d *Document) borderBefore(i, next, last, start int32) bool {
	t, n := &d.Tokens[i], &d.Tokens[next]
	// The first word of what follows, behind opening quotation marks and brackets.
	w := next
	for w < last && d.Tokens[w].Kind == Punct && opens(d.Tokens[w].Mark) {
		w++
	}
	if w >= last {
		return false
	}
	f := &d.Tokens[w]
	if f.Kind == Punct {
		return f.Mark == '*' || f.Mark == '~' && t.Mark == '.'
	}
	if f.Kind == Word && f.Shape == Lower {
		return false
	}
	if n.Flags&SpaceBefore == 0 {
		// A lost space: "weekend.The".
		return t.Kind == Punct && t.Mark != 'e' && f.Kind == Word && (f.Shape == Title || f.Shape == Upper) && i > start && d.Tokens[i-1].Len() > 1
	}
	switch {
	case t.Kind == Word:
		return d.afterDotted(i, w)
	case t.Mark == '.' && i == start+1 && (d.Tokens[start].Kind == Number || d.Tokens[start].Len() == 1):
		return false // "1. First", "a. First"
	case t.Mark == 'e':
		return f.Kind == Word && next == i+1 && startsSentence(d.Text(f.Span)) || next > i+1
	}
	return true
}

func opens(m byte) bool { return m == '"' || m == '\'' || m == '(' || m == '[' }

// afterDotted decides whether a sentence ends with the dot of the abbreviation i;
// token w is the next word.
func (d *Document) afterDotted(i, w int32) bool {
	word := d.Text(d.Tokens[i].Span)
	f := &d.Tokens[w]
	if f.Kind != Word {
		return false
	}
	if word[len(word)-1] != '.' {
		return false
	}
	if len(word) == 2 && isUpper(word[0]) {
		// An initial, unless what follows is no name ("Plan B. They").
		return startsSentence(d.Text(f.Span)) && !f.Has(Dotted) && i > 0 && !d.Tokens[i-1].Has(Dotted)
	}
	if abbreviation(word[:len(word)-1]) == title {
		return false
	}
	switch word {
	case "a.m.", "p.m.", "etc.":
		return !isTimeZone(d.Text(f.Span))
	case "e.g.", "i.e.", "a.k.a.":
		return false
	}
	return startsSentence(d.Text(f.Span))
}

func isTimeZone(word string) bool {
	switch word {
	case "GMT", "UTC", "EST", "EDT", "ET", "CET", "CEST", "PST", "PDT", "PT", "BST", "IST", "KST", "JST", "Eastern", "Pacific", "Central",
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May",
		"June", "July", "August", "September", "October", "November", "December", "Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.":
		return true
	}
	return false
}
