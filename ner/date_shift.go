package ner

import (
	"strconv"

	"attache/text"
)

// shift writes what lies n units from the anchor, or from the time the text
// itself last named ("a year earlier"), and returns it as a date.
func (p *dateParser) shift(b []byte, i, j int, sent int32) ([]byte, text.Date) {
	tx := &p.tx
	from := p.anchor
	if tx.own {
		from = text.Date{}
		if p.ref.Year != 0 && sent-p.refAt <= 2 {
			from = p.ref
		}
	}
	if tx.own && tx.unit < uDay { // "two hours later": no clock to count from
		return appendDuration(b, tx.unit, max(tx.n10, -tx.n10), false), text.Date{}
	}
	n := tx.n10 / 10
	half := tx.n10%10 != 0
	unit := tx.unit
	switch unit {
	case uDecade, uCentury, uMillennium:
		k := int32(10)
		if unit == uCentury {
			k = 100
		} else if unit == uMillennium {
			k = 1000
		}
		if n == 0 || tx.dir == 2 { // "this decade", "next century"
			if from.Year == 0 {
				return append(b, "XXXX"...), text.Date{}
			}
			v := int32(from.Year)/k + n
			b = strconv.AppendInt(b, int64(v), 10)
			if k == 10 {
				b = append(b, 'X')
			}
			return b, text.Date{}
		}
		n = tx.n10 * k / 10
		unit, half = uYear, false
	case uFortnight:
		n, unit = tx.n10/5, uWeek
	}
	switch unit {
	case uYear, uQuarter, uMonth:
		if from.Year == 0 {
			b = append(b, "XXXX"...)
			if unit == uMonth {
				b = append(b, "-XX"...)
			}
			return b, text.Date{}
		}
		if unit == uYear && !half {
			y := int32(from.Year) + n
			if y < 1 || y > 9999 {
				return append(b, "XXXX"...), text.Date{}
			}
			return appendYear(b, y), text.Date{Year: int16(y)}
		}
		if from.Month == 0 {
			b = appendYear(b, int32(from.Year))
			if unit == uMonth && n == 0 {
				return append(b, "-XX"...), text.Date{}
			}
			return append(b[:len(b)-4], "XXXX-XX"...), text.Date{}
		}
		months := n
		switch {
		case unit == uYear:
			months = tx.n10 * 12 / 10
		case unit == uQuarter:
			months = n * 3
		}
		at := int32(from.Year)*12 + int32(from.Month) - 1 + months
		if at < 12 || at > 9999*12 {
			return append(b, "XXXX-XX"...), text.Date{}
		}
		y, m := at/12, at%12+1
		b = appendYear(b, y)
		if unit == uQuarter {
			return append(b, '-', 'Q', byte('1'+(m-1)/3)), text.Date{Year: int16(y)}
		}
		return appendTwo(append(b, '-'), m), text.Date{Year: int16(y), Month: int16(m)}
	case uWeek, uWeekend:
		if !full(from) || n > 5000 || n < -5000 {
			b = append(b, "XXXX-WXX"...)
			if unit == uWeekend {
				b = append(b, "-WE"...)
			}
			return b, text.Date{}
		}
		z := dayNumber(int32(from.Year), int32(from.Month), int32(from.Day)) + 7*n
		if unit == uWeekend {
			// "the weekend" is the last one unless the clause looks ahead; on a Saturday or Sunday it is this one.
			if tx.dir == 0 && weekdayOf(z) < 6 && p.tenseAt(i, j) != futureTense {
				z -= 7
			}
			return append(appendWeek(b, z), "-WE"...), text.Date{}
		}
		return appendWeek(b, z), text.Date{}
	case uDay:
		if !full(from) || n > 36500 || n < -36500 {
			return append(b, "XXXX-XX-XX"...), text.Date{}
		}
		z := toDate(dayNumber(int32(from.Year), int32(from.Month), int32(from.Day)) + n)
		if z.Year < 1 || z.Year > 9999 {
			return append(b, "XXXX-XX-XX"...), text.Date{}
		}
		return p.appendDay(b, z, 0, 0), z
	}
	switch {
	case n < 0:
		return append(b, "PAST_REF"...), text.Date{}
	case n > 0:
		return append(b, "FUTURE_REF"...), text.Date{}
	}
	return append(b, "PRESENT_REF"...), text.Date{}
}

// appendDuration writes P3D, PT16H, P2.5Y, PXW. Decades and centuries are
// written in years, a fortnight in weeks, a weekend as two days.
func appendDuration(b []byte, u dateUnit, n10 int32, vague bool) []byte {
	b = append(b, 'P')
	letter := byte('D')
	n := int64(n10)
	switch u {
	case uSecond:
		b, letter = append(b, 'T'), 'S'
	case uMinute:
		b, letter = append(b, 'T'), 'M'
	case uHour:
		b, letter = append(b, 'T'), 'H'
	case uWeekend:
		n *= 2
	case uWeek:
		letter = 'W'
	case uFortnight:
		letter = 'W'
		n *= 2
	case uMonth:
		letter = 'M'
	case uQuarter:
		letter = 'M'
		n *= 3
	case uYear:
		letter = 'Y'
	case uDecade:
		letter = 'Y'
		n *= 10
	case uCentury:
		letter = 'Y'
		n *= 100
	case uMillennium:
		letter = 'Y'
		n *= 1000
	}
	if vague {
		return append(b, 'X', letter)
	}
	if n%10 == 5 {
		switch u {
		case uHour: // "5 1/2 hours"
			if n >= 10 {
				b = append(strconv.AppendInt(b, n/10, 10), 'H')
			}
			return append(b, "30M"...)
		case uMinute:
			if n >= 10 {
				b = append(strconv.AppendInt(b, n/10, 10), 'M')
			}
			return append(b, "30S"...)
		case uYear:
			if n < 10 {
				return append(b, "6M"...)
			}
		}
	}
	b = strconv.AppendInt(b, n/10, 10)
	if n%10 != 0 {
		b = append(b, '.', byte('0'+n%10))
	}
	return append(b, letter)
}

// appendSet writes what recurs: P1D for "daily", XXXX-WXX-1 for "Mondays".
func appendSet(b []byte, tx *timex) []byte {
	switch {
	case tx.wday != 0:
		b = append(b, "XXXX-WXX-"...)
		b = append(b, byte('0'+tx.wday))
		return b
	case tx.m != 0:
		return appendTwo(append(b, "XXXX-"...), tx.m)
	case tx.part != 0:
		b = append(b, "XXXX-XX-XXT"...)
		return append(b, [...]string{"", "MO", "AF", "EV", "NI", "12:00", "00:00"}[tx.part]...)
	case tx.unit == uWeekend:
		return append(b, "XXXX-WXX-WE"...)
	case tx.unit != 0:
		return appendDuration(b, tx.unit, tx.n10, false)
	case tx.n > 0:
		b = append(b, "XXXX-"...)
		return append(b, [...]string{"SP", "SU", "FA", "WI"}[(tx.n-1)&3]...)
	}
	return append(b, "XXXX"...)
}
