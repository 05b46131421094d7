package ner

import "attache/text"

// quantity reads "two weeks ago", "more than four decades", "a year earlier",
// "16-hour", "5 1/2 hours", and swallows ages ("a 44-year-old").
func (p *dateParser) quantity(i int) int {
	j := i
	switch p.kind(j) {
	case dApprox:
		j++
	case dMoreLess:
		if p.kind(j+1) != dThan {
			return 0
		}
		j += 2
	case dAt:
		if p.kind(j+1) != dLeast {
			return 0
		}
		j += 2
	}
	bare := j == i
	n10, vague := int32(0), false
	counted := true // by a number, not by a mere article
	switch p.kind(j) {
	case dA:
		counted = false
		n10 = 10
		j++
		switch p.kind(j) {
		case dVague:
			vague, counted = true, true
			j++
		case dCouple:
			n10, counted = 20, true
			j++
			if p.kind(j) == dOf {
				j++
			}
		case dDozen:
			n10, counted = 120, true
			j++
		case dHalf:
			n10, counted = 5, true
			j++
			if p.mark(j) == '-' {
				j++
			}
		case dHundred:
			n10, counted = 10*p.items[j].val, true
			j++
		case dNum, dDigits: // "a 16-hour flight" is read from the number on
			return 0
		}
	case dHalf:
		n10 = 5
		j++
		if p.mark(j) == '-' {
			j++
		}
		if p.kind(j) == dA {
			j++
		}
	case dVague:
		vague = true
		j++
	case dDozen:
		n10 = 120
		j++
	case dNum:
		n10, j = p.numWords(j)
	case dDigits:
		v := p.items[j].val
		switch {
		case v < 0:
			n10 = -v - 1
		case p.items[j].flags&dwCore != 0 && v >= 1500 && v < 2100 && p.kind(j+1) == dUnit && p.items[j+1].flags&dwPlural == 0:
			return 0
		case v > 1e8:
			return 0
		default:
			n10 = v * 10
		}
		j++
		if v > 0 && p.kind(j) == dDigits && p.mark(j+1) == '/' && p.kind(j+2) == dDigits && p.items[j+2].val > 0 {
			n10 += 10 * p.items[j].val / p.items[j+2].val
			j += 3
		}
		if p.kind(j) == dHundred {
			n10 *= p.items[j].val
			j++
		}
	default:
		return 0
	}
	if p.kind(j) == dMoreLess && counted { // "two more weeks"
		j++
	}
	if i0 := p.items[i]; i0.kind == dApprox && i0.val == 0 {
		// "about two weeks ago" is one expression, the "about" of "about two weeks" is not part of it.
		if k := j + 1; p.kind(j) != dUnit || p.kind(k) != dAgo && p.kind(k) != dEarlier && p.kind(k) != dLater && p.kind(k) != dFromNow {
			return 0
		}
	}
	hyphen := false
	if p.mark(j) == '-' {
		j++
		hyphen = true
	}
	if p.kind(j) != dUnit {
		return 0
	}
	it := p.items[j]
	u := dateUnit(it.val)
	if p.toks[j].Shape == text.Title && !p.toks[j].Has(text.SentStart) && !hyphen && p.items[i].kind != dA {
		return 0 // the title of a programme
	}
	plural := it.flags&dwPlural != 0
	if u == uWeekend && !plural || vague && !plural {
		return 0
	}
	j++
	p.tx.unit, p.tx.n10, p.tx.vague = u, n10, vague
	// ages
	if p.mark(j) == '-' && p.kind(j+1) == dOld || p.kind(j) == dOld {
		p.tx.skip = true
		for p.mark(j) == '-' || p.kind(j) == dOld {
			j++
		}
		return j
	}
	if p.mark(j) == '-' && p.kind(j+1) == dLong {
		if !counted {
			return 0 // "a" is not part of "day-long"
		}
		p.tx.form = fDuration
		return j + 2
	}
	if !counted && p.mark(j) == '-' && (p.kind(j+1) == dAgo || p.kind(j+1) == dEarlier) {
		return 0
	}
	if p.kind(j) == dAnd && p.kind(j+1) == dA && p.kind(j+2) == dHalf { // "a year and a half"
		p.tx.n10 += 5
		j += 3
	}
	if !hyphen {
		switch p.kind(j) {
		case dAgo:
			p.tx.form, p.tx.n10 = fShift, -p.tx.n10
			if vague {
				p.tx.form = fPast
			}
			return j + 1
		case dEarlier, dLater:
			if vague {
				p.tx.form = fDuration
				return j + 1
			}
			p.tx.form, p.tx.own = fShift, true
			if p.kind(j) == dEarlier {
				p.tx.n10 = -p.tx.n10
			}
			return j + 1
		case dFromNow:
			p.tx.form = fShift
			return j + 1
		case dFrom:
			if p.kind(j+1) == dNow {
				p.tx.form = fShift
				return j + 2
			}
		case dBefore:
			if p.clauseEnd(j+1) && !vague {
				p.tx.form, p.tx.own = fShift, true
				p.tx.n10 *= p.items[j].val
				return j + 1
			}
		}
	}
	p.tx.form = fDuration
	if !counted {
		switch {
		case plural:
			return 0
		case u < uHour:
			return 0
		case u == uDay && bare && !p.clauseEnd(j) && !p.kindBefore(i, dDigits):
			return 0
		}
	}
	if counted && !plural && !hyphen && n10 != 10 && n10 != 5 && it.kind == dUnit && u != uCentury {
		if n10%10 == 0 && p.kind(i) != dHalf && p.items[i].kind == dDigits {
			return 0 // "10 minute", a typo or a name
		}
	}
	return j
}

// kindBefore reports whether an item of kind k stands before i.
func (p *dateParser) kindBefore(i int, k dateKind) bool { return p.kind(i-1) == k }

// numWords reads "thirty-five", "two hundred", "two and a half"; it returns tenths.
func (p *dateParser) numWords(j int) (n10 int32, end int) {
	v := p.items[j].val
	j++
	if v >= 20 && p.mark(j) == '-' && p.kind(j+1) == dNum && p.items[j+1].val < 10 {
		v += p.items[j+1].val
		j += 2
	}
	for p.kind(j) == dHundred && v < 1e5 {
		v *= p.items[j].val
		j++
	}
	n := v * 10
	if p.kind(j) == dAnd && p.kind(j+1) == dA && p.kind(j+2) == dHalf {
		n += 5
		j += 3
	}
	return n, j
}

// season reads "summer 2010", "the spring of 1998", "in winter".
func (p *dateParser) season(i int) int {
	p.tx.form, p.tx.n = fSeason, p.items[i].val
	if j := p.ofYear(i + 1); j > i+1 {
		return j
	}
	prev := p.kind(i - 1)
	if p.lower(i) && (prev == dThe || prev == dPrep && p.items[i-1].val == 2 || prev == dEarly) && !p.lowerNoun(i+1) {
		return i + 1
	}
	return 0
}

// lowerNoun reports whether a plain lower-case word that is no function word of this grammar stands at i.
func (p *dateParser) lowerNoun(i int) bool {
	return p.lower(i) && p.kind(i) == dNone && p.g.lookTense(p.toks[i].Hash) == noTense && p.toks[i].Len() > 3
}

// holiday reads "Christmas", "Thanksgiving Day", "New Year's Eve", "Easter Sunday".
func (p *dateParser) holiday(i int) int {
	it := p.items[i]
	p.tx.form, p.tx.n = fHoliday, it.val
	j := i + 1
	if it.val == holNewYear {
		if p.kind(j) != dUnit || dateUnit(p.items[j].val) != uYear || p.toks[j].Shape == text.Lower {
			return 0
		}
		j++
	}
	poss := false
	if j < len(p.toks) && (p.toks[j].Kind == text.Possessive || p.lostS(j)) {
		j++
		poss = true
	}
	day := p.kind(j) == dUnit && dateUnit(p.items[j].val) == uDay && p.toks[j].Shape == text.Title
	eve := p.kind(j) == dDayWord && p.toks[j].Shape == text.Title
	switch {
	case day:
		j++
	case eve:
		j++
		p.tx.n10 = -10 // the day before
	case it.flags&dwShy != 0:
		return 0
	case it.val == holEaster && p.kind(j) == dWeekday:
		p.tx.n10 = (p.items[j].val % 7) * 10
		if p.items[j].val > 2 && p.items[j].val < 7 {
			p.tx.n10 -= 70
		}
		j++
	case poss:
		j--
	case p.capital(j) || p.capital(i-1):
		return 0 // "Easter Island"
	}
	if p.mark(j) == ',' && p.isYear(j+1) {
		p.tx.y = p.items[j+1].val
		return j + 2
	}
	if p.isYear(j) {
		p.tx.y = p.items[j].val
		return j + 1
	}
	return p.tail(j)
}
