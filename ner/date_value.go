package ner

import (
	"strconv"

	"attache/text"
)

// resolve sets the expression [i, j) of the sentence sent against the calendar,
// writes its value into the arena and returns its subtype; false when it
// is no time expression after all.
func (p *dateParser) resolve(i, j int, sent int32) (string, bool) {
	tx := &p.tx
	if tx.form == fTimeOnly && tx.hour < 0 {
		return "", false
	}
	start := len(p.sc.arena)
	sub := "date"
	if tx.hour >= 0 || tx.part != 0 {
		sub = "time"
	}
	var z text.Date // the day, month or year it names, for what counts from it
	b := p.sc.arena
	switch tx.form {
	case fDate, fInterval:
		z = p.absolute(i, j)
		b = p.appendDay(b, z, tx.m, tx.d)
		if tx.form == fInterval {
			b = append(b, '/')
			if tx.m == 0 {
				b = appendYear(b, tx.end)
			} else {
				b = p.appendDay(b, text.Date{Year: z.Year, Month: z.Month, Day: int16(tx.end)}, tx.m, tx.end)
			}
		}
	case fWeekday:
		if full(p.anchor) {
			z = toDate(p.nearWeekday(p.today(), tx.wday, i, j))
			b = p.appendDay(b, z, 0, 0)
		} else {
			b = append(b, "XXXX-WXX-"...)
			b = append(b, byte('0'+tx.wday))
		}
	case fHoliday:
		y := tx.y
		if y == 0 && p.anchor.Year != 0 {
			y = p.nearYear(i, j, func(y int32) (int32, int32) { return holidayIn(tx.n, y) })
		}
		known := y
		if y == 0 {
			known = 2000
		}
		m, d := holidayIn(tx.n, known)
		if y != 0 {
			z = toDate(dayNumber(y, m, d) + tx.n10/10)
			b = p.appendDay(b, z, 0, 0)
		} else if tx.n == holThanksgiving || tx.n == holEaster || tx.n == holLabor || tx.n == holMemorial || tx.n == holElection {
			b = append(b, "XXXX-XX-XX"...) // moves from year to year
		} else {
			b = p.appendDay(b, text.Date{}, m, d+tx.n10/10)
		}
	case fWeekOf:
		tx.form = fDate
		z = p.absolute(i, j)
		if full(z) {
			b = appendWeek(b, dayNumber(int32(z.Year), int32(z.Month), int32(z.Day)))
		} else {
			b = append(b, "XXXX-WXX"...)
		}
	case fSeason, fQuarter, fHalfYear:
		b = p.appendPartOfYear(b, i, j)
	case fDecade:
		b = strconv.AppendInt(b, int64(tx.y/10), 10)
		b = append(b, 'X')
	case fCentury:
		if tx.bc {
			b = append(b, "BC"...)
		}
		b = appendTwo(b, tx.n-1)
	case fFiscal:
		b = append(b, "FY"...)
		b = appendYear(b, tx.y)
	case fShift:
		if tx.own && tx.unit < uDay {
			sub = "duration"
		}
		b, z = p.shift(b, i, j, sent)
	case fDuration:
		sub = "duration"
		b = appendDuration(b, tx.unit, tx.n10, tx.vague)
	case fSet:
		sub = "set"
		b = appendSet(b, tx)
	case fNow:
		b = append(b, "PRESENT_REF"...)
	case fPast:
		b = append(b, "PAST_REF"...)
	case fFuture:
		b = append(b, "FUTURE_REF"...)
	case fTimeOnly:
		switch {
		case full(p.anchor) && p.weekdayAfter(j) > 0:
			z = toDate(p.nearWeekday(p.today(), p.weekdayAfter(j), i, j))
			b = p.appendDay(b, z, 0, 0)
		case full(p.ref) && sent-p.refAt <= 1:
			z = p.ref
			b = p.appendDay(b, p.ref, 0, 0)
		case full(p.anchor):
			b = p.appendDay(b, p.anchor, 0, 0)
		default:
			b = append(b, "XXXX-XX-XX"...)
		}
	}
	if sub == "time" {
		switch {
		case tx.hour >= 0:
			b = append(b, 'T')
			b = appendTwo(b, tx.hour/60)
			b = append(b, ':')
			b = appendTwo(b, tx.hour%60)
		default:
			b = append(b, "T"...)
			b = append(b, [...]string{"", "MO", "AF", "EV", "NI"}[tx.part]...)
		}
	}
	if z.Year != 0 && tx.form != fSet {
		p.ref, p.refAt = z, sent
	}
	p.sc.arena = b
	p.sc.values = append(p.sc.values, text.Span{Start: int32(start), End: int32(len(b))})
	return sub, true
}

// weekdayAfter returns the weekday named within a few tokens after a clock
// time ("at 10:35 a.m. (0735 GMT) Friday"), 0 if there is none.
func (p *dateParser) weekdayAfter(j int) int32 {
	for k := j; k < j+6; k++ {
		if p.kind(k) == dWeekday && p.items[k].flags&dwPlural == 0 {
			return p.items[k].val
		}
	}
	return 0
}

// today is the day number of the anchor.
func (p *dateParser) today() int32 {
	return dayNumber(int32(p.anchor.Year), int32(p.anchor.Month), int32(p.anchor.Day))
}

func toDate(z int32) text.Date {
	y, m, d := civil(z)
	return text.Date{Year: int16(y), Month: int16(m), Day: int16(d)}
}

// nearWeekday returns the day meant by a weekday seen from today.
func (p *dateParser) nearWeekday(today, wday int32, i, j int) int32 {
	back := (weekdayOf(today) - wday + 7) % 7
	fwd := (7 - back) % 7
	switch p.tx.dir {
	case -1:
		if back == 0 {
			back = 7
		}
		return today - back
	case 1:
		if fwd == 0 {
			fwd = 7
		}
		return today + fwd
	case 2: // "this Friday": the one of this week, or by tense
		if p.tenseAt(i, j) == pastTense {
			return today - back
		}
		return today + fwd
	}
	if p.tenseAt(i, j) == futureTense {
		return today + fwd
	}
	return today - back
}

// absolute completes a date of which the year may be missing.
func (p *dateParser) absolute(i, j int) text.Date {
	tx := &p.tx
	y := tx.y
	if tx.bc {
		return text.Date{}
	}
	if y == 0 && p.anchor.Year != 0 && tx.m > 0 {
		ay := int32(p.anchor.Year)
		switch tx.dir {
		case -2:
			y = ay - 1
		case 3:
			y = ay + 1
		case 4:
			y = ay
		default:
			d := max(tx.d, 1)
			y = p.nearYear(i, j, func(int32) (int32, int32) { return tx.m, d })
			// A weekday given with the date decides between the years.
			if tx.wday > 0 && tx.d > 0 {
				for _, c := range [...]int32{y, ay, ay - 1, ay + 1} {
					if tx.d <= daysIn(c, tx.m) && weekdayOf(dayNumber(c, tx.m, tx.d)) == tx.wday {
						y = c
						break
					}
				}
			}
		}
	}
	return text.Date{Year: int16(y), Month: int16(tx.m), Day: int16(tx.d)}
}

// nearYear picks the year of a day or month named without one: before the
// anchor, after it, or the nearest, by direction and tense.
func (p *dateParser) nearYear(i, j int, in func(y int32) (m, d int32)) int32 {
	ay, am, ad := int32(p.anchor.Year), int32(p.anchor.Month), int32(p.anchor.Day)
	if am == 0 {
		return ay
	}
	ad = max(ad, 1)
	today := dayNumber(ay, am, ad)
	at := func(y int32) int32 { m, d := in(y); return dayNumber(y, m, min(d, daysIn(y, m))) }
	whole := p.tx.form == fDate && p.tx.d == 0 // a month
	m0, _ := in(ay)
	if whole && m0 == am && (p.tx.dir == 0 || p.tx.dir == 2) {
		return ay
	}
	past, future := ay, ay
	if at(ay) > today || whole && m0 == am && p.tx.dir == -1 || p.tx.dir == -1 && at(ay) == today {
		past--
	}
	if at(ay) < today || whole && m0 == am && p.tx.dir == 1 {
		future++
	}
	switch p.tx.dir {
	case -1:
		return past
	case 1:
		return future
	}
	back, fwd := today-at(past), at(future)-today
	switch p.tenseAt(i, j) {
	case pastTense:
		if back > 240 && fwd < 120 { // the verb is hardly the date's own
			return future
		}
		return past
	case futureTense:
		if fwd > 270 && back < 90 {
			return past
		}
		return future
	}
	if fwd < back && fwd < 60 {
		return future
	}
	return past
}

// appendDay writes a date as far as it is known; m and d stand in where only the year is unknown.
func (p *dateParser) appendDay(b []byte, z text.Date, m, d int32) []byte {
	if z.Year == 0 && m == 0 {
		if p.tx.bc {
			b = append(b, "BC"...)
			return appendYear(b, p.tx.y)
		}
		return append(b, "XXXX"...)
	}
	if z.Year == 0 {
		b = append(b, "XXXX"...)
	} else {
		b = appendYear(b, int32(z.Year))
		m, d = int32(z.Month), int32(z.Day)
	}
	if m == 0 {
		return b
	}
	b = appendTwo(append(b, '-'), m)
	if d == 0 {
		return b
	}
	return appendTwo(append(b, '-'), d)
}

func appendYear(b []byte, y int32) []byte {
	for lim := int32(1000); lim > max(y, 1); lim /= 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(y), 10)
}

func appendTwo(b []byte, n int32) []byte {
	return append(b, byte('0'+n/10%10), byte('0'+n%10))
}

func appendWeek(b []byte, z int32) []byte {
	y, w := isoWeek(z)
	b = appendYear(b, y)
	return appendTwo(append(b, "-W"...), w)
}

// appendPartOfYear writes a season, quarter or half of a year.
func (p *dateParser) appendPartOfYear(b []byte, i, j int) []byte {
	tx := &p.tx
	y := tx.y
	if y == 0 && p.anchor.Year != 0 {
		y = int32(p.anchor.Year)
		am := int32(p.anchor.Month)
		var first, last int32 // its months
		switch tx.form {
		case fSeason:
			first, last = [...]int32{3, 6, 9, 12}[(tx.n-1)&3], [...]int32{5, 8, 11, 14}[(tx.n-1)&3]
		case fQuarter:
			first, last = 3*tx.n-2, 3*tx.n
		default:
			first, last = 6*tx.n-5, 6*tx.n
		}
		switch {
		case tx.dir == -2:
			y--
		case tx.dir == 3:
			y++
		case tx.dir == 4 || tx.dir == 2 || am == 0:
		case tx.dir == -1:
			if am <= last {
				y--
			}
		case tx.dir == 1:
			if am >= first {
				y++
			}
		case am < first && p.tenseAt(i, j) == pastTense:
			y--
		case am > last && p.tenseAt(i, j) == futureTense:
			y++
		}
	}
	if y == 0 {
		b = append(b, "XXXX"...)
	} else {
		b = appendYear(b, y)
	}
	switch tx.form {
	case fSeason:
		b = append(b, '-')
		return append(b, [...]string{"SP", "SU", "FA", "WI"}[(tx.n-1)&3]...)
	case fQuarter:
		return append(b, '-', 'Q', byte('0'+tx.n))
	}
	return append(b, '-', 'H', byte('0'+tx.n))
}
