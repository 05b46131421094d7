package ner

import "attache/text"

// time reads a clock time with the day that follows it: "9 a.m. Tuesday",
// "10:30 GMT on Friday", "noon".
func (p *dateParser) time(i int) int {
	j := p.clockAt(i, false)
	if j == 0 {
		return 0
	}
	hour := p.tx.hour
	k := j
	if p.mark(k) == ',' {
		k++
	}
	if p.kind(k) == dPrep && p.toks[k].Hash == p.g.onHash {
		k++
	}
	switch p.kind(k) {
	case dWeekday, dMonth, dDigits, dFull, dToday, dOrdinal:
		p.tx = timex{hour: -1}
		if e := p.date(k); e > 0 && p.dayLevel() && p.tx.hour < 0 {
			p.tx.hour = hour
			return e
		}
	}
	p.tx = timex{form: fTimeOnly, hour: hour}
	return j
}

// clockAt reads a clock time alone; sure says that its surroundings make a
// bare "10:30" a time.
func (p *dateParser) clockAt(i int, sure bool) int {
	it := dateItem{}
	if uint(i) < uint(len(p.items)) {
		it = p.items[i]
	}
	j := i + 1
	switch it.kind {
	case dPart:
		if it.val < partNoon || !p.lower(i) {
			return 0
		}
		p.tx.form, p.tx.hour = fTimeOnly, 12*60
		if it.val == partMidnight {
			p.tx.hour = 0
		}
		return j
	case dTime:
		h := it.val
		switch {
		case p.kind(j) == dAM:
			h = clock(h/60, h%60, p.items[j].val == 1)
			j++
			sure = true
		case p.toks[i].Kind == text.Word || p.doc.Source[p.toks[i].End-1]|0x20 == 'm':
			sure = true
		}
		return p.zone(j, h, sure || p.kind(i-1) == dAt)
	case dDigits:
		v := it.val
		switch {
		case it.flags&dwPlural != 0 || v < 0 && p.kind(j) != dAM:
			return 0
		case v < 0: // "10.30 a.m." lost its second digit as a decimal: read it again
			h, m := p.dotted(i)
			if h > 12 || m > 59 {
				return 0
			}
			return p.zone(j+1, clock(h, m, p.items[j].val == 1), true)
		case p.mark(j) == ':' && p.kind(j+1) == dDigits && p.toks[j+1].Len() == 2 && v < 25 && p.items[j+1].val < 60 && !p.toks[j+1].Has(text.SpaceBefore):
			h := v*60 + p.items[j+1].val
			j += 2
			if p.mark(j) == ':' && p.kind(j+1) == dDigits {
				j += 2
			}
			if p.kind(j) == dAM {
				h = clock(v, h%60, p.items[j].val == 1)
				j++
				sure = true
			}
			return p.zone(j, h, sure || p.kind(i-1) == dAt)
		case p.kind(j) == dAM && v >= 1 && v <= 12 && (p.toks[j].Has(text.Dotted) || !p.lower(j+1) || p.kind(j+1) != dNone):
			return p.zone(j+1, clock(v, 0, p.items[j].val == 1), true)
		case p.kind(j) == dClock && v <= 12:
			return p.zone(j+1, v*60, true)
		case p.kind(j) == dZone && p.toks[i].Len() == 4 && v < 2400 && v%100 < 60:
			return p.zone(j, v/100*60+v%100, true)
		case p.toks[j-1].Hash != 0 && v >= 1 && v <= 12 && j+2 < len(p.toks) && p.toks[j].Hash == p.g.inHash && p.kind(j+1) == dThe && p.kind(j+2) == dPart && p.items[j+2].val < partNoon:
			pm := p.items[j+2].val != partMorning
			return p.zone(j+3, clock(v, 0, pm), true)
		}
	case dNum:
		if it.val >= 1 && it.val <= 12 {
			if p.kind(j) == dClock {
				return p.zone(j+1, it.val*60, true)
			}
			if p.kind(j) == dAM && p.toks[j].Has(text.Dotted) {
				return p.zone(j+1, clock(it.val, 0, p.items[j].val == 1), true)
			}
		}
	}
	return 0
}

// zone takes a time zone after a clock time.
func (p *dateParser) zone(j int, h int32, sure bool) int {
	if p.kind(j) == dZone && p.toks[j].Shape == text.Upper {
		j++
		sure = true
	}
	if !sure {
		return 0
	}
	p.tx.form, p.tx.hour = fTimeOnly, h
	return j
}

// dotted reads the two numbers of "10.30".
func (p *dateParser) dotted(i int) (h, m int32) {
	s := p.doc.Text(p.toks[i].Span)
	k := 0
	for ; k < len(s) && s[k] >= '0' && s[k] <= '9' && h < 100; k++ {
		h = h*10 + int32(s[k]-'0')
	}
	for k++; k < len(s) && s[k] >= '0' && s[k] <= '9' && m < 1000; k++ {
		m = m*10 + int32(s[k]-'0')
	}
	return h, m
}
