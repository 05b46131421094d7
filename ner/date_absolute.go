package ner

import "attache/text"

// dayLevel reports whether the expression read names a day.
func (p *dateParser) dayLevel() bool {
	switch p.tx.form {
	case fDate, fInterval:
		return p.tx.d > 0
	case fWeekday, fHoliday:
		return true
	case fShift:
		return p.tx.unit == uDay
	}
	return false
}

// date reads an expression that begins with a name or number of the calendar.
func (p *dateParser) date(i int) int {
	if i >= len(p.items) {
		return 0
	}
	it := p.items[i]
	if it.kind == dTime || it.kind == dDigits || it.kind == dPart && it.val >= partNoon || it.kind == dNum {
		if j := p.time(i); j > 0 {
			return j
		}
	}
	switch it.kind {
	case dWeekday:
		return p.weekday(i)
	case dMonth:
		return p.monthFirst(i, false)
	case dFull:
		p.tx.y, p.tx.m, p.tx.d = it.val>>9, it.val>>5&15, it.val&31
		return p.tail(i + 1)
	case dDigits:
		return p.digitsFirst(i)
	case dDecade:
		if it.val < 1000 { // two digits: "the 90s", "'90s", but "in his 30s"
			if p.kind(i-1) != dThe && p.kind(i-1) != dEarly && p.mark(i-1) != '\'' {
				return 0
			}
			it.val += 1900
		}
		p.tx.form, p.tx.y = fDecade, it.val
		return i + 1
	case dToday:
		p.tx.form, p.tx.unit, p.tx.n10 = fShift, uDay, 10*it.val
		return p.tail(i + 1)
	case dTonight:
		p.tx.form, p.tx.unit, p.tx.part = fShift, uDay, partNight
		return i + 1
	case dOrdinal:
		return p.ordinalFirst(i)
	case dFiscal:
		j := i + 1
		if p.kind(j) == dUnit {
			j++
		}
		if p.isYear(j) {
			p.tx.form, p.tx.y = fFiscal, p.items[j].val
			return j + 1
		}
	case dSeason:
		return p.season(i)
	case dHoliday:
		return p.holiday(i)
	}
	return 0
}

// weekday reads "Friday", "Friday, March 16, 2021", "Monday night".
func (p *dateParser) weekday(i int) int {
	it := p.items[i]
	if it.flags&dwPlural != 0 {
		p.tx.form, p.tx.wday, p.tx.n10 = fSet, it.val, 10
		return i + 1
	}
	j := i + 1
	if p.mark(j) == ',' {
		j++
	}
	if p.kind(j) == dThe {
		j++
	}
	if k := p.kind(j); k == dMonth || (k == dDigits || k == dOrdinal) && (p.kind(j+1) == dMonth || p.kind(j+1) == dOf && p.kind(j+2) == dMonth) || k == dFull {
		e := p.date(j)
		if e > 0 && p.tx.form == fDate && p.tx.d > 0 {
			p.tx.wday = it.val
			return e
		}
		p.tx = timex{hour: -1}
	}
	if it.flags&dwAbbr != 0 && (!p.toks[i].Has(text.Dotted) || p.capital(i-1) || p.capital(i+1)) {
		return 0
	}
	p.tx.form, p.tx.wday = fWeekday, it.val
	return p.tail(i + 1)
}

// tail reads what may follow a day: a part of it or a time.
func (p *dateParser) tail(j int) int {
	if p.kind(j) == dEarly && p.kind(j+1) == dPart { // "Monday late night" is rare; "early" is not the day's
		return j
	}
	if p.kind(j) == dPart {
		switch v := p.items[j].val; {
		case v < partNoon:
			p.tx.part = v
		case v == partNoon:
			p.tx.hour = 12 * 60
		default:
			p.tx.hour = 0
		}
		return j + 1
	}
	k := j
	if p.mark(k) == ',' {
		k++
	}
	if p.kind(k) == dAt {
		k++
	}
	save := p.tx
	if e := p.clockAt(k, k > j || p.tx.form == fDate); e > 0 {
		h := p.tx.hour
		p.tx = save
		p.tx.hour = h
		return e
	}
	p.tx = save
	return j
}

// isYear reports whether the digits at i can be a year by themselves.
func (p *dateParser) isYear(i int) bool {
	return p.kind(i) == dDigits && p.items[i].flags&dwCore != 0
}

// dayNum returns the day of the month at i, 0 if there is none.
func (p *dateParser) dayNum(i int) int32 {
	if k := p.kind(i); k == dDigits && p.items[i].flags == 0 || k == dOrdinal {
		if v := p.items[i].val; v >= 1 && v <= 31 && p.mark(i+1) != '%' {
			return v
		}
	}
	return 0
}

// monthFirst reads "March 16, 2021", "March 2014", "March". A bare month that
// is also a name or a word needs support from its neighbours.
func (p *dateParser) monthFirst(i int, supported bool) int {
	it := p.items[i]
	p.tx.form, p.tx.m = fDate, it.val
	j := i + 1
	if p.kind(j) == dThe && p.kind(j+1) == dOrdinal {
		j++
	}
	if d := p.dayNum(j); d > 0 && !(p.kind(j+1) == dAM || p.kind(j+1) == dUnit && p.kind(j) == dDigits) {
		p.tx.d = d
		j++
		if p.mark(j) == '-' || p.mark(j) == '~' {
			if e := p.dayNum(j + 1); e > d {
				p.tx.form, p.tx.end = fInterval, e
				j += 2
			}
		}
		k := j
		if p.mark(k) == ',' {
			k++
		}
		if p.isYear(k) {
			p.tx.y = p.items[k].val
			j = k + 1
		}
		if p.tx.y == 0 && d == 11 && it.val == 9 && (p.anchor.Year == 0 || p.anchor.Year > 2000) && p.attackNear(j) {
			p.tx.y = 2001
		}
		if p.tx.y != 0 && d > daysIn(p.tx.y, it.val) || d > 30 && daysIn(2000, it.val) < 31 || d > 29 && it.val == 2 {
			p.tx.d = 0
			return 0
		}
		return p.tail(j)
	}
	j = i + 1
	k := j
	if p.mark(k) == ',' || p.kind(k) == dOf {
		k++
	}
	if p.isYear(k) {
		p.tx.y = p.items[k].val
		return k + 1
	}
	if p.kind(k) == dThis || p.kind(k) == dLast || p.kind(k) == dNext {
		if p.kind(k+1) == dUnit && dateUnit(p.items[k+1].val) == uYear { // "in April next year"
			switch p.kind(k) {
			case dLast:
				p.tx.dir = -2
			case dNext:
				p.tx.dir = 3
			default:
				p.tx.dir = 4
			}
			return k + 2
		}
	}
	if !supported && !p.bareMonth(i) {
		return 0
	}
	return i + 1
}

// attackNear reports whether "attack", "terror" or the like follows within a few
// tokens: the September 11 of everyone's memory.
func (p *dateParser) attackNear(j int) bool {
	for k := j; k < j+4 && k < len(p.toks); k++ {
		for _, h := range &p.g.attackHashes {
			if p.toks[k].Hash == h {
				return true
			}
		}
	}
	return false
}

// bareMonth decides whether a month's name alone is meant as one.
func (p *dateParser) bareMonth(i int) bool {
	it, t := p.items[i], &p.toks[i]
	prev := p.kind(i - 1)
	prep := prev == dPrep || prev == dFrom || prev == dEarly || prev == dOf || prev == dAnd || prev == dBefore || prev == dThat
	strong := prev == dPrep && p.items[i-1].val == 2 || prev == dEarly
	named := p.capital(i+1) && p.mark(i+1) == 0
	switch {
	case it.flags&dwAbbr != 0:
		return strong && t.Has(text.Dotted)
	case it.val == 5: // "May" is a verb and a name
		return strong && !named || (prev == dAnd || p.mark(i-1) == '-') && p.kind(i-2) == dMonth || prev == dFrom && p.kind(i+1) == dAnd && p.kind(i+2) == dMonth
	case it.flags&dwShy != 0:
		return (strong || prep) && !named && p.kind(i+1) != dNum
	}
	return !p.capital(i-1) && (!named || strong) || p.mark(i+1) == ','
}

// digitsFirst reads "21 May 2014", "16-18 March", "2003-04-01", "1998", "1990 s".
func (p *dateParser) digitsFirst(i int) int {
	it := p.items[i]
	if e := p.numeric(i); e > 0 {
		return e
	}
	if e := p.dayMonth(i); e > 0 {
		return e
	}
	if it.flags&dwCore == 0 {
		if v := it.val; v >= 20 && v <= 90 && v%10 == 0 && p.mark(i-1) == '\'' && p.lostS(i+1) {
			p.tx.form, p.tx.y = fDecade, 1900+v
			return i + 2
		}
		if (p.kind(i+1) == dEra || it.flags == 0 && it.val > 0 && p.kind(i-1) == dEra) && it.val < 3000 {
			p.tx.y = it.val
			if p.kind(i+1) == dEra {
				p.tx.bc = p.items[i+1].val < 0
				return i + 2
			}
		}
		return 0
	}
	if p.lostS(i+1) && it.val%10 == 0 {
		p.tx.form, p.tx.y = fDecade, it.val
		return i + 2
	}
	if p.kind(i+1) == dEra {
		p.tx.y, p.tx.bc = it.val, p.items[i+1].val < 0
		return i + 2
	}
	if !p.yearAlone(i) {
		return 0
	}
	p.tx.y = it.val
	if (p.mark(i+1) == '-' || p.mark(i+1) == '/') && p.kind(i+2) == dDigits && !p.toks[i+2].Has(text.SpaceBefore) {
		if e := p.items[i+2].val; p.toks[i+2].Len() == 2 && e > it.val%100 && p.mark(i+3) != p.mark(i+1) {
			p.tx.form, p.tx.end = fInterval, it.val/100*100+e
			return i + 3
		}
		if p.mark(i+1) == '-' && p.mark(i+3) == '-' {
			return 0 // a number of some other kind
		}
	}
	return i + 1
}

// lostS reports whether an "s" stands right of a number at i: "1990's", "1990 s".
func (p *dateParser) lostS(i int) bool {
	return uint(i) < uint(len(p.toks)) && p.toks[i].Len() <= 4 && p.toks[i].Hash == p.g.sHash && (p.toks[i].Kind == text.Possessive || p.toks[i].Kind == text.Word)
}

// numeric reads three numbers joined by hyphens, slashes or dots.
func (p *dateParser) numeric(i int) int {
	if p.kind(i+2) != dDigits || p.kind(i+4) != dDigits {
		return 0
	}
	sep := p.mark(i + 1)
	if sep != '-' && sep != '/' && sep != '.' || p.mark(i+3) != sep {
		return 0
	}
	for k := i + 1; k <= i+4; k++ {
		if p.toks[k].Has(text.SpaceBefore) {
			return 0
		}
	}
	v, ok := threeNumbers(p.items[i].val, p.items[i+2].val, p.items[i+4].val, sep)
	if !ok {
		return 0
	}
	p.tx.y, p.tx.m, p.tx.d = v>>9, v>>5&15, v&31
	return p.tail(i + 5)
}

// dayMonth reads "21 May 2014", "the 21st of May".
func (p *dateParser) dayMonth(i int) int {
	d := p.dayNum(i)
	if d == 0 {
		return 0
	}
	j, end := i+1, int32(0)
	if (p.mark(j) == '-' || p.mark(j) == '~') && p.dayNum(j+1) > d {
		end = p.dayNum(j + 1)
		j += 2
	}
	if p.kind(j) == dOf {
		j++
	}
	if p.kind(j) != dMonth {
		return 0
	}
	m := p.items[j].val
	if (end == 0 && d > daysIn(2000, m)) || end > daysIn(2000, m) {
		return 0
	}
	if p.items[j].val == 5 && p.capital(j+1) && p.kind(i) == dDigits && !p.isYear(j+1) && p.mark(j+1) == 0 && p.kind(i-1) == dNone {
		return 0 // "30 May supporters"
	}
	p.tx.m, p.tx.d = m, d
	if end > 0 {
		p.tx.form, p.tx.end = fInterval, end
	}
	j++
	k := j
	if p.mark(k) == ',' {
		k++
	}
	if p.isYear(k) {
		p.tx.y = p.items[k].val
		j = k + 1
	}
	return p.tail(j)
}

// yearAlone decides whether a bare number of four digits is a year.
func (p *dateParser) yearAlone(i int) bool {
	v := p.items[i].val
	if i > 0 && (p.mark(i-1) == '$' || p.toks[i-1].Kind == text.Symbol || p.mark(i-1) == '.' && !p.toks[i].Has(text.SpaceBefore)) {
		return false
	}
	if m := p.mark(i + 1); m == '%' || m == ':' || m == '$' || m == '.' && i+2 < len(p.toks) && !p.toks[i+2].Has(text.SpaceBefore) && p.toks[i+2].Kind == text.Number {
		return false
	}
	prev := p.kind(i - 1)
	good := prev == dPrep || prev == dFrom || prev == dOf || prev == dEarly || prev == dThe || prev == dAnd && p.isYear(i-2) ||
		prev == dSeason || prev == dBefore || prev == dThat || p.mark(i-1) == '(' || p.mark(i-1) == '-' && p.isYear(i-2) || prev == dUnit
	if prev == dPrep && p.items[i-1].val != 2 && (p.lower(i+1) && p.plural(i+1)) {
		good = false // "for 2000 people"
	}
	if v < 1500 {
		return prev == dPrep && p.items[i-1].val == 2 && !p.lower(i+1) || p.mark(i-1) == '(' && p.mark(i+1) == ')' && v > 1000
	}
	if v < 1800 || v > 2060 {
		return good && !(p.lower(i+1) && p.plural(i+1))
	}
	if good {
		return true
	}
	if p.lower(i+1) && p.plural(i+1) || p.kind(i+1) == dUnit {
		return false
	}
	return !(p.toks[i].Has(text.LineStart) && p.lower(i+1))
}

// plural reports whether the word at i looks like a plural noun.
func (p *dateParser) plural(i int) bool {
	if p.kind(i) != dNone {
		return false
	}
	s := p.doc.Text(p.toks[i].Span)
	n := len(s)
	return n > 3 && s[n-1] == 's' && s[n-2] != 's' || s == "people" || s == "men" || s == "women" || s == "children" || s == "km" || s == "percent"
}

// ordinalFirst reads "21st century", "third quarter of 1998", "5th of May".
func (p *dateParser) ordinalFirst(i int) int {
	n := p.items[i].val
	j := i + 1
	if p.mark(j) == '-' {
		j++
	}
	if p.kind(j) == dHalf && n <= 2 {
		p.tx.form, p.tx.n = fHalfYear, n
		return p.ofYear(j + 1)
	}
	if p.kind(j) == dUnit && p.items[j].flags&dwPlural == 0 {
		switch dateUnit(p.items[j].val) {
		case uCentury:
			p.tx.form, p.tx.n = fCentury, n
			if p.kind(j+1) == dEra {
				p.tx.bc = p.items[j+1].val < 0
				return j + 2
			}
			return j + 1
		case uQuarter:
			if n <= 4 && (p.kind(i-1) == dThe || p.mark(i+1) == '-' || p.kind(j+1) == dOf || p.isYear(j+1)) {
				p.tx.form, p.tx.n = fQuarter, n
				return p.ofYear(j + 1)
			}
		}
		return 0
	}
	return p.dayMonth(i)
}

// ofYear reads "of 1998", "1998", "of last year" after a part of a year.
func (p *dateParser) ofYear(j int) int {
	k := j
	if p.kind(k) == dOf {
		k++
	}
	if p.isYear(k) {
		p.tx.y = p.items[k].val
		return k + 1
	}
	if k > j && p.kind(k+1) == dUnit && dateUnit(p.items[k+1].val) == uYear {
		switch p.kind(k) {
		case dLast:
			p.tx.dir = -2
			return k + 2
		case dThis, dThe:
			p.tx.dir = 4
			return k + 2
		case dNext:
			p.tx.dir = 3
			return k + 2
		}
	}
	return j
}
