package text

// dateAt reads a calendar date that begins with token i and returns where it
// ends. A date without a year has Year 0.
func (d *Document) dateAt(i, last int32) (date Date, end int32, ok bool) {
	t := &d.Tokens[i]
	switch t.Kind {
	case Word:
		if e := d.lex(i); e.class&lexMonth != 0 && t.Shape != Lower {
			return d.monthFirst(i, last, int16(e.n))
		}
	case Number:
		return d.numberFirst(i, last)
	}
	return Date{}, i, false
}

// monthFirst reads "April 2, 2021", "April 2" and "April 2021".
func (d *Document) monthFirst(i, last int32, month int16) (Date, int32, bool) {
	j := i + 1
	if d.mark(j, last) == '.' {
		j++
	}
	if j >= last || d.Tokens[j].Kind != Number {
		return Date{}, i, false
	}
	n, ok := d.number(j)
	switch {
	case !ok:
		return Date{}, i, false
	case isYear(n):
		return Date{int16(n), month, 0}, j + 1, true
	case n < 1 || n > 31:
		return Date{}, i, false
	}
	date := Date{0, month, int16(n)}
	end := j + 1
	if y, e, ok := d.yearAt(end, last); ok {
		date.Year, end = y, e
	}
	return date, end, true
}

// yearAt reads a year, perhaps behind a comma.
func (d *Document) yearAt(i, last int32) (int16, int32, bool) {
	if m := d.mark(i, last); m == ',' || m == '.' {
		i++
	}
	if i < last && d.Tokens[i].Kind == Number {
		if n, ok := d.number(i); ok && isYear(n) {
			return int16(n), i + 1, true
		}
	}
	return 0, i, false
}

func isYear(n int) bool { return n >= 1800 && n < 2200 }

// numberFirst reads "2 April 2021", "2021-04-02", "2021.04.02", "02/04/2021" and "20210402".
func (d *Document) numberFirst(i, last int32) (Date, int32, bool) {
	s := d.Text(d.Tokens[i].Span)
	if date, ok := dottedDate(s); ok {
		return date, i + 1, true
	}
	n, ok := d.number(i)
	if !ok {
		return Date{}, i, false
	}
	j := i + 1
	if n >= 1 && n <= 31 && j < last {
		if d.Tokens[j].Kind == Word && d.Text(d.Tokens[j].Span) == "of" {
			j++
		} else if d.mark(j, last) == '.' {
			j++
		}
		if j < last {
			if e := d.lex(j); e.class&lexMonth != 0 && d.Tokens[j].Shape != Lower {
				date, end := Date{0, int16(e.n), int16(n)}, j+1
				if y, e, ok := d.yearAt(end, last); ok {
					date.Year, end = y, e
				}
				return date, end, true
			}
		}
	}
	// Three numbers with the same separator.
	sep := d.mark(i+1, last)
	if sep != '-' && sep != '/' && sep != '.' || i+4 >= last || d.mark(i+3, last) != sep {
		return Date{}, i, false
	}
	b, ok1 := d.number(i + 2)
	c, ok2 := d.number(i + 4)
	if !ok1 || !ok2 {
		return Date{}, i, false
	}
	date, ok := ymd(n, b, c)
	return date, i + 5, ok
}

// ymd orders the three numbers of a date. Where day and month cannot be told apart
// only the year is known.
func ymd(a, b, c int) (Date, bool) {
	month := func(n int) bool { return n >= 1 && n <= 12 }
	day := func(n int) bool { return n >= 1 && n <= 31 }
	switch {
	case isYear(a) && month(b) && day(c):
		return Date{int16(a), int16(b), int16(c)}, true
	case !isYear(c) || !day(a) || !day(b):
		return Date{}, false
	case month(a) && !month(b):
		return Date{int16(c), int16(a), int16(b)}, true
	case month(b) && !month(a) || month(a) && a == b:
		return Date{int16(c), int16(b), int16(a)}, true
	case month(a) && month(b):
		return Date{int16(c), 0, 0}, true
	}
	return Date{}, false
}

// dottedDate reads "2021.04.02", "02.04.2021" (the day is first where dots
// separate) and "20210402".
func dottedDate(s string) (Date, bool) {
	var n [3]int
	if len(s) == 8 {
		v := 0
		for i := 0; i < 8; i++ {
			if !isDigit(s[i]) {
				v = 0
				break
			}
			v = v*10 + int(s[i]-'0')
		}
		if isYear(v / 10000) {
			return ymd(v/10000, v/100%100, v%100)
		}
	}
	if len(s) < 8 || len(s) > 10 {
		return Date{}, false
	}
	k := 0
	for i := 0; i < len(s); i++ {
		switch {
		case isDigit(s[i]):
			n[k] = n[k]*10 + int(s[i]-'0')
		case s[i] == '.' && k < 2:
			k++
		default:
			return Date{}, false
		}
	}
	if k != 2 {
		return Date{}, false
	}
	if isYear(n[2]) {
		if n[1] < 1 || n[1] > 12 || n[0] < 1 || n[0] > 31 {
			return Date{}, false
		}
		return Date{int16(n[2]), int16(n[1]), int16(n[0])}, true
	}
	return ymd(n[0], n[1], n[2])
}

// number returns the value of a token of at most eight digits, perhaps
// with an ordinal's or a time's letters behind ("2nd", "02T17").
func (d *Document) number(i int32) (int, bool) {
	s := d.Text(d.Tokens[i].Span)
	n, k := 0, 0
	for k < len(s) && isDigit(s[k]) {
		n = n*10 + int(s[k]-'0')
		k++
		if k > 8 {
			return 0, false
		}
	}
	if k == 0 {
		return 0, false
	}
	switch s[k:] {
	case "", "st", "nd", "rd", "th":
		return n, true
	}
	return n, s[k] == 'T' || s[k] == 't'
}

// isClock reports whether token i is a time like "17:01", or "10.30" before a zone.
func (d *Document) isClock(i int32) bool {
	s := d.Text(d.Tokens[i].Span)
	for k := 1; k < len(s) && k < 3; k++ {
		if s[k] == ':' {
			return true
		}
	}
	return false
}

// timestamp reports whether the line of tokens is a timestamp and returns the
// date in it with its tokens.
func (d *Document) timestamp(first, last int32) (date Date, at Range, ok bool) {
	if last-first > 32 || d.Tokens[first].Kind != Word && d.Tokens[first].Kind != Number && d.Tokens[first].Kind != Punct {
		return
	}
	var label, clock, found, ago, agency bool
	words, others := 0, 0
	for i := first; i < last; {
		t := &d.Tokens[i]
		if t.Kind == Word || t.Kind == Number {
			if dt, end, isDate := d.dateAt(i, last); isDate {
				if !found || date.Year == 0 && dt.Year != 0 {
					date, at = dt, Range{i, end}
				}
				found = true
				i = end
				continue
			}
		}
		switch t.Kind {
		case Word:
			c := d.lex(i).class
			if c&(lexTime|lexWeekday|lexDay) == 0 && t.Flags&HasDigit == 0 && !(t.Shape == Upper && t.Len() <= 4) {
				// "Tarvia Today Published Monday, March 5, 2018": a source beside the date.
				if t.Shape == Lower && !(label && i == first+1 && d.oneOf(i, "in")) || others > 4 {
					return Date{}, Range{}, false
				}
				agency = agency || c&lexAgency != 0
				others++
			}
			label = label || c&lexStamp != 0
			ago = ago || d.Text(t.Span) == "ago"
			words++
			agency = agency || c&lexAgency != 0
		case Number:
			clock = clock || d.isClock(i) || d.Text(t.Span)[t.Len()-1] == 'm'
		case Punct, Symbol:
			switch t.Mark {
			case '.', ',', ':', ';', '-', '~', '/', '(', ')', '[', ']', '|', '*', '+':
			default:
				return Date{}, Range{}, false
			}
		default:
			return Date{}, Range{}, false
		}
		i++
	}
	if label && words == 1 && last-first <= 2 {
		return Date{}, Range{}, true // the date is on the next line
	}
	if others > 0 && !((label || agency) && found && date.Year != 0) {
		return Date{}, Range{}, false
	}
	full := found && date.Month != 0 && (date.Day != 0 || label) || found && date.Month == 0
	return date, at, full && (words <= 12) || clock && (label || words <= 4) && !found || label && found || ago && words <= 8
}
