package text

// ParseDate reads the calendar date at the beginning of an ISO 8601 date or
// time: "2021-04-02", "2021-04", "2021", "2021-04-02T17:01:00Z", "20210402".
func ParseDate(s string) (Date, bool) {
	if len(s) == 8 && allDigits(s) {
		s = s[:4] + "-" + s[4:6] + "-" + s[6:]
	}
	if len(s) > 10 {
		if s[10] != 'T' && s[10] != ' ' {
			return Date{}, false
		}
		s = s[:10]
	}
	part := func(from, to int) int16 {
		n := int16(0)
		for _, c := range []byte(s[from:to]) {
			n = n*10 + int16(c-'0')
		}
		return n
	}
	var d Date
	switch {
	case len(s) == 4 && allDigits(s):
	case len(s) == 7 && allDigits(s[:4]) && s[4] == '-' && allDigits(s[5:]):
	case len(s) == 10 && allDigits(s[:4]) && s[4] == '-' && allDigits(s[5:7]) && s[7] == '-' && allDigits(s[8:]):
		d.Day = part(8, 10)
		if d.Day < 1 || d.Day > 31 {
			return Date{}, false
		}
	default:
		return Date{}, false
	}
	d.Year = part(0, 4)
	if len(s) >= 7 {
		d.Month = part(5, 7)
		if d.Month < 1 || d.Month > 12 {
			return Date{}, false
		}
	}
	return d, d.Year > 0
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
