package ner

import "attache/text"

// dayNumber counts days in the proleptic Gregorian calendar from 1970-01-01
// (the algorithm of Howard Hinnant's chrono-compatible low-level date algorithms).
func dayNumber(y, m, d int32) int32 {
	if m <= 2 {
		y--
	}
	era := y / 400
	if y < 0 {
		era = (y - 399) / 400
	}
	yoe := y - era*400
	mp := (m + 9) % 12
	doy := (153*mp+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 719468
}

// civil is the inverse of dayNumber.
func civil(z int32) (y, m, d int32) {
	z += 719468
	era := z / 146097
	if z < 0 {
		era = (z - 146096) / 146097
	}
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	y = yoe + era*400
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d = doy - (153*mp+2)/5 + 1
	m = mp + 3
	if m > 12 {
		m -= 12
	}
	if m <= 2 {
		y++
	}
	return y, m, d
}

// weekdayOf returns 1 (Monday) to 7 of a day number.
func weekdayOf(z int32) int32 { return ((z+3)%7+7)%7 + 1 }

// isoWeek returns the ISO year and week of a day number.
func isoWeek(z int32) (year, week int32) {
	thursday := z - weekdayOf(z) + 4
	y, _, _ := civil(thursday)
	return y, (thursday-dayNumber(y, 1, 1))/7 + 1
}

func daysIn(y, m int32) int32 {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// easter returns the month and day of Western Easter Sunday (the anonymous
// Gregorian computus).
func easter(y int32) (m, d int32) {
	a, b, c := y%19, y/100, y%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	k := (a + 11*h + 22*l) / 451
	return (h + l - 7*k + 114) / 31, (h+l-7*k+114)%31 + 1
}

// nthWeekday returns the day of the month of its nth weekday; n −1 is the last.
func nthWeekday(y, m, wday, n int32) int32 {
	first := weekdayOf(dayNumber(y, m, 1))
	d := 1 + (wday-first+7)%7
	if n > 0 {
		return d + 7*(n-1)
	}
	last := daysIn(y, m)
	return d + 7*((last-d)/7)
}

// holidayIn returns the month and day of a holiday in the year y.
func holidayIn(h, y int32) (m, d int32) {
	switch h {
	case holChristmas:
		return 12, 25
	case holNewYear:
		return 1, 1
	case holThanksgiving:
		return 11, nthWeekday(y, 11, 4, 4)
	case holEaster:
		return easter(y)
	case holHalloween:
		return 10, 31
	case holValentine:
		return 2, 14
	case holLabor:
		return 9, nthWeekday(y, 9, 1, 1)
	case holMemorial:
		return 5, nthWeekday(y, 5, 1, -1)
	case holElection: // the Tuesday after the first Monday of November
		return 11, nthWeekday(y, 11, 1, 1) + 1
	case holIndependence:
		return 7, 4
	case holVeterans:
		return 11, 11
	}
	return 0, 0
}

// full reports whether a date is known to the day.
func full(d text.Date) bool { return d.Year != 0 && d.Month != 0 && d.Day != 0 }
