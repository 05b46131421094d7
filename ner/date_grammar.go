package ner

import "attache/text"

// timexForm says how the fields of a timex make its value.
type timexForm uint8

const (
	fDate     timexForm = iota // y, m, d as far as known, wday
	fWeekday                   // the wday nearest by direction
	fSeason                    // n 1…4, y or direction
	fQuarter                   // n 1…4, y or direction
	fHalfYear                  // n 1…2
	fDecade                    // y its first year
	fCentury                   // n
	fFiscal                    // y
	fHoliday                   // n
	fWeekOf                    // the week of the date
	fShift                     // n10/10 units from the anchor
	fDuration                  // n10/10 units, or vague
	fSet                       // every n10/10 units, or every wday, month, part
	fNow
	fPast
	fFuture
	fTimeOnly // a clock time without its day
	fInterval // a date with a second day or year, end
)

// timex is what a production read, before it is set against the calendar.
type timex struct {
	form    timexForm
	y, m, d int32
	end     int32 // last day or year of an interval
	wday    int32
	part    int32
	unit    dateUnit
	n, n10  int32
	hour    int32 // minutes since midnight, −1 for none
	dir     int8  // −1 last, 1 next, 2 this, 0 by tense; −2, 4, 3 of last, this, next year
	vague   bool
	own     bool // counted from the time the text last named, not from the article's day
	bc      bool
	skip    bool
}

// expr reads the longest expression that begins at i and returns its end, or 0.
func (p *dateParser) expr(i int) int {
	switch p.kind(i) {
	case dThe:
		return p.theExpr(i)
	case dEvery:
		return p.every(i)
	case dFreq:
		if p.capital(i+1) || !p.lower(i) && i > 0 {
			return 0 // "Daily Mail"
		}
		p.tx.form, p.tx.unit, p.tx.n10 = fSet, dateUnit(p.items[i].val), 10
		return i + 1
	case dEarly:
		return p.early(i)
	case dEarlier, dLater:
		if k := p.kind(i + 1); k == dThis || k == dThat {
			if j := p.deictic(i + 1); j > 0 && p.tx.form == fShift && p.tx.part == 0 {
				return j
			}
		}
		return 0
	case dEdge:
		return p.edge(i)
	case dA, dNum, dVague, dHalf, dApprox, dMoreLess, dAt, dDozen:
		return p.quantity(i)
	case dDigits:
		if j := p.date(i); j > 0 {
			return j
		}
		p.tx = timex{hour: -1}
		return p.quantity(i)
	case dLast, dPrevious, dNext, dFollowing, dThis, dThat, dRecent:
		return p.deictic(i)
	case dNow:
		p.tx.form = fNow
		return i + 1
	case dFuture:
		if p.lower(i+1) && p.kind(i+1) == dNone && i > 0 && p.kind(i-1) == dA { // "a future president"
			return 0
		}
		p.tx.form = fFuture
		return i + 1
	case dUnit:
		return p.bareUnit(i)
	case dWeekdays:
		p.tx.form, p.tx.unit, p.tx.n10 = fSet, uDay, 10
		return i + 1
	}
	return p.date(i)
}

// theExpr reads what takes a leading "the".
func (p *dateParser) theExpr(i int) int {
	j := i + 1
	switch p.kind(j) {
	case dLast, dPrevious, dNext, dFollowing, dThis, dThat, dRecent:
		return p.deictic(j)
	case dDecade:
		return p.date(j)
	case dEdge:
		return p.edge(j)
	case dFuture:
		p.tx.form = fFuture
		return j + 1
	case dOrdinal, dFiscal, dSeason:
		if p.kind(j) == dOrdinal && (p.kind(j+1) == dNum || p.kind(j+1) == dDigits) {
			// "the first nine months of 2020"
			if e := p.quantity(j + 1); e > 0 && p.tx.form == fDuration && p.items[e-1].flags&dwPlural != 0 {
				tx := p.tx
				e = p.ofYear(e)
				p.tx = tx
				return e
			}
			return 0
		}
		return p.date(j)
	case dUnit:
		u := dateUnit(p.items[j].val)
		if p.items[j].flags&dwPlural != 0 {
			return 0
		}
		if u == uWeekend {
			p.tx.form, p.tx.unit = fShift, uWeekend
			return j + 1
		}
		switch p.kind(j + 1) {
		case dOf:
			if u == uWeek {
				if e := p.date(j + 2); e > 0 && p.tx.form == fDate && p.tx.d > 0 {
					p.tx.form = fWeekOf
					return e
				}
			}
		case dBefore:
			dir := p.items[j+1].val
			if u == uDay && p.kind(j+2) == dToday && p.items[j+2].val == dir { // "the day after tomorrow"
				p.tx.form, p.tx.unit, p.tx.n10 = fShift, uDay, 20*dir
				return j + 3
			}
			if u >= uDay && p.clauseEnd(j+2) {
				p.tx.form, p.tx.unit, p.tx.n10, p.tx.own = fShift, u, 10*dir, true
				return j + 2
			}
		}
	}
	return 0
}

// clauseEnd reports whether nothing but punctuation or the end stands at i.
func (p *dateParser) clauseEnd(i int) bool {
	if i >= len(p.toks) {
		return true
	}
	k := p.toks[i].Kind
	return k == text.Punct && p.mark(i) != '-' && p.mark(i) != '(' && p.mark(i) != '$'
}

// every reads "every day", "every two weeks", "each Monday".
func (p *dateParser) every(i int) int {
	j, n := i+1, int32(10)
	switch p.kind(j) {
	case dNum, dDigits:
		n = 10 * p.items[j].val
		j++
	case dOther:
		n = 20
		j++
	}
	it := dateItem{}
	if j < len(p.items) {
		it = p.items[j]
	}
	p.tx.form, p.tx.n10 = fSet, n
	switch it.kind {
	case dUnit:
		p.tx.unit = dateUnit(it.val)
		return j + 1
	case dWeekday:
		p.tx.wday = it.val
		if p.kind(j+1) == dPart {
			p.tx.part = p.items[j+1].val
			j++
		}
		return j + 1
	case dMonth:
		p.tx.m = it.val
		return j + 1
	case dSeason:
		p.tx.n, p.tx.unit = it.val, 0
		return j + 1
	case dPart:
		p.tx.part = it.val
		return j + 1
	}
	return 0
}

// early reads "early 2010", "late last year", "mid-November", "the late 1980s".
func (p *dateParser) early(i int) int {
	j := i + 1
	if p.mark(j) == '-' {
		j++
	}
	switch p.kind(j) {
	case dLast, dNext, dThis, dThat:
		if e := p.deictic(j); e > 0 && p.tx.form != fDuration && p.tx.part == 0 && p.tx.form != fWeekday {
			return e
		}
	case dDecade, dDigits, dOrdinal, dSeason, dFiscal:
		if e := p.date(j); e > 0 && !p.dayLevel() && p.tx.form != fTimeOnly {
			return e
		}
	case dMonth:
		// the modifier itself is support enough for "early May"
		if e := p.monthFirst(j, true); e > 0 && p.tx.d == 0 {
			return e
		}
	case dThe:
		if k := p.kind(j + 1); k == dDecade || k == dOrdinal {
			return p.theExpr(j)
		}
	}
	return 0
}

// edge reads "end of March", "the beginning of the year".
func (p *dateParser) edge(i int) int {
	if p.kind(i+1) != dOf {
		return 0
	}
	j := i + 2
	if p.kind(j) == dThe && p.kind(j+1) == dUnit && p.items[j+1].flags&dwPlural == 0 {
		switch u := dateUnit(p.items[j+1].val); u {
		case uWeek, uMonth, uYear, uDecade, uCentury, uQuarter:
			p.tx.form, p.tx.unit, p.tx.dir = fShift, u, 2
			return j + 2
		}
		return 0
	}
	switch p.kind(j) {
	case dThe, dLast, dNext, dThis, dThat, dMonth, dDigits, dDecade:
		if p.kind(j) == dMonth {
			return p.monthFirst(j, true)
		}
		if e := p.expr(j); e > 0 && p.tx.form != fDuration && p.tx.form != fTimeOnly {
			return e
		}
	}
	return 0
}

// bareUnit reads "years ago", "for decades", "weeks later".
func (p *dateParser) bareUnit(i int) int {
	it := p.items[i]
	u := dateUnit(it.val)
	if it.flags&dwPlural == 0 && p.mark(i+1) == '-' && u >= uHour {
		switch p.kind(i + 2) {
		case dLong: // "day-long"
			p.tx.form, p.tx.unit, p.tx.n10 = fDuration, u, 10
			return i + 3
		case dAgo, dEarlier: // "the year-ago period"
			p.tx.form, p.tx.unit, p.tx.n10 = fShift, u, -10
			return i + 3
		}
	}
	if it.flags&dwPlural == 0 || u == uWeekend {
		if u == uWeekend && it.flags&dwPlural != 0 {
			p.tx.form, p.tx.unit, p.tx.n10 = fSet, uWeekend, 10
			return i + 1
		}
		return 0
	}
	switch p.kind(i + 1) {
	case dAgo:
		p.tx.form = fPast
		return i + 2
	case dEarlier, dLater:
		p.tx.form, p.tx.unit, p.tx.vague = fDuration, u, true
		return i + 2
	}
	if i > 0 && p.kind(i-1) == dPrep && p.items[i-1].val != 2 && u >= uDay || p.mark(i+1) == '-' && p.kind(i+2) == dLong {
		if p.kind(i-1) == dPrep && p.toks[i-1].Hash != p.g.forHash && p.mark(i+1) != '-' {
			return 0
		}
		p.tx.form, p.tx.unit, p.tx.vague = fDuration, u, true
		if p.mark(i+1) == '-' && p.kind(i+2) == dLong {
			return i + 3
		}
		return i + 1
	}
	return 0
}

// deictic reads "last week", "the past three years", "that same day", "this
// coming Friday", "recent days".
func (p *dateParser) deictic(i int) int {
	k, v := p.kind(i), p.items[i].val
	j := i + 1
	if k == dThis && (p.kind(j) == dLast || p.kind(j) == dNext) || k == dThat && p.kind(j) == dThat {
		k, v = p.kind(j), p.items[j].val
		j++
	}
	var dir int8
	switch k {
	case dLast, dPrevious:
		dir = -1
	case dNext, dFollowing:
		dir = 1
	case dThis:
		dir = 2
	}
	own := k == dPrevious || k == dFollowing || k == dThat
	switch p.kind(j) {
	case dUnit:
		it := p.items[j]
		u := dateUnit(it.val)
		if it.flags&dwPlural != 0 {
			if k == dRecent || k == dNext && p.toks[j-1].Hash == p.g.comingHash {
				p.tx.form, p.tx.unit, p.tx.vague = fDuration, u, true
				return j + 1
			}
			return 0
		}
		if u < uDay || k == dRecent || u == uDay && (k == dThis || k == dLast) {
			return 0
		}
		if k == dLast && (v == -2 || p.kind(i-1) == dThe && u != uWeekend) { // "the past decade", "the last year"
			p.tx.form, p.tx.unit, p.tx.n10 = fDuration, u, 10
			return j + 1
		}
		if u == uDay && k == dNext {
			own = true
		}
		p.tx.form, p.tx.unit, p.tx.own, p.tx.dir = fShift, u, own, 2
		if dir != 2 {
			p.tx.n10 = int32(dir) * 10
		}
		return j + 1
	case dNum, dDigits, dVague, dCouple, dDozen, dA, dHalf:
		if k == dLast || k == dNext || k == dPrevious || k == dFollowing {
			if e := p.quantity(j); e > 0 && p.tx.form == fDuration {
				return e
			}
		}
	case dWeekday:
		if own || k == dRecent {
			return 0
		}
		p.tx.form, p.tx.wday, p.tx.dir = fWeekday, p.items[j].val, dir
		return p.tail(j + 1)
	case dMonth:
		if own || k == dRecent || p.items[j].flags&dwAbbr != 0 && !p.toks[j].Has(text.Dotted) {
			return 0
		}
		e := p.monthFirst(j, true)
		if e > 0 && p.tx.y == 0 {
			p.tx.dir = dir
		}
		return e
	case dSeason:
		if k == dRecent {
			return 0
		}
		p.tx.form, p.tx.n, p.tx.dir, p.tx.own = fSeason, p.items[j].val, dir, own
		return j + 1
	case dHoliday:
		if e := p.holiday(j); e > 0 {
			p.tx.dir = dir
			return e
		}
	case dFiscal:
		if p.kind(j+1) == dUnit && dateUnit(p.items[j+1].val) == uYear {
			p.tx.form, p.tx.unit, p.tx.dir = fShift, uYear, 2
			if dir != 2 {
				p.tx.n10 = int32(dir) * 10
			}
			return j + 2
		}
	case dPart:
		part := p.items[j].val
		if part >= partNoon || k == dRecent {
			return 0
		}
		p.tx.form, p.tx.unit, p.tx.part, p.tx.own, p.tx.dir = fShift, uDay, part, own || k == dNext, 2
		if k == dLast && part == partNight || k == dNext || k == dFollowing {
			p.tx.n10 = int32(dir) * 10
		}
		return j + 1
	}
	return 0
}
