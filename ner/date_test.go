package ner

import (
	"strings"
	"testing"

	"attache/text"
)

// dates returns "text=value" of each expression found, with "/subtype" where it is not a date.
func dates(t testing.TB, src string, published text.Date) string {
	t.Helper()
	var doc text.Document
	var sc dateScratch
	doc.Parse(src, text.Options{Published: published, Plain: true})
	var out []string
	for _, m := range newDateGrammar().appendDates(&doc, nil, &sc) {
		s := doc.Text(m.Span) + "=" + m.Value
		if m.Subtype != "date" {
			s += "/" + m.Subtype
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestDates(t *testing.T) {
	friday := text.Date{Year: 2021, Month: 4, Day: 2}
	for _, c := range []struct{ name, src, want string }{
		{"weekday in the past", "The envoy arrived in Oslo on Wednesday.", "Wednesday=2021-03-31"},
		{"weekday to come", "The envoy will arrive in Oslo on Wednesday.", "Wednesday=2021-04-07"},
		{"each weekday by its own verb", "She said Tuesday that the delegation will leave Monday.", "Tuesday=2021-03-30; Monday=2021-04-05"},
		{"today's weekday", "Lawmakers voted Friday.", "Friday=2021-04-02"},
		{"infinitive", "They agreed on Thursday to meet again on Sunday.", "Thursday=2021-04-01; Sunday=2021-04-04"},
		{"last and next weekday", "Last Friday he left, and next Monday he returns.", "Last Friday=2021-03-26; next Monday=2021-04-05"},
		{"full date", "It was signed on Friday, March 16, 2018, in Lima.", "Friday, March 16, 2018=2018-03-16"},
		{"day first", "He was born on 21 May 1960.", "21 May 1960=1960-05-21"},
		{"day of month", "Talks opened on the 3rd of March.", "the 3rd of March=2021-03-03"},
		{"year by tense", "The summit was held on November 14. The next will open on November 14.", "November 14=2020-11-14; November 14=2021-11-14"},
		{"numbers", "Dated 2003-04-01 and 26.11.2012 and 03/16/2016.", "2003-04-01=2003-04-01; 26.11.2012=2012-11-26; 03/16/2016=2016-03-16"},
		{"impossible numbers", "Flight 2003-14-01 and article 99.99.2012.", ""},
		{"month and year", "In March 2014 the peninsula changed hands.", "March 2014=2014-03"},
		{"month alone", "The court ruled in February.", "February=2021-02"},
		{"months that are words", "They may march on. May Lim and April Jones said so. It ended last May.", "last May=2020-05"},
		{"year", "Since 1998 it has grown, with 2000 people and $1999 in fees.", "1998=1998"},
		{"decade", "the 1990s and the late 1980s", "the 1990s=199X; late 1980s=198X"},
		{"century", "a 19th-century palace of the 20th century", "19th-century=18; the 20th century=19"},
		{"early", "Growth slowed in early 2010 and mid-November.", "early 2010=2010; mid-November=2020-11"},
		{"ago", "He resigned two weeks ago, three days ago and a decade ago.", "two weeks ago=2021-W11; three days ago=2021-03-30; a decade ago=2011"},
		{"units", "Last week, this month and next year.", "Last week=2021-W12; this month=2021-04; next year=2022"},
		{"deictic days", "Yesterday she came, today she speaks, tomorrow she goes.", "Yesterday=2021-04-01; today=2021-04-02; tomorrow=2021-04-03"},
		{"parts of days", "They spoke Monday night and this morning.", "Monday night=2021-03-29TNI/time; this morning=2021-04-02TMO/time"},
		{"clock", "At 10:30 a.m. EDT on Thursday the doors opened.", "10:30 a.m. EDT on Thursday=2021-04-01T10:30/time"},
		{"clock first", "It began at 9 p.m. Tuesday.", "9 p.m. Tuesday=2021-03-30T21:00/time"},
		{"no clock", "The team won 3:20 on the tenth.", ""},
		{"stretch", "Over the past three years trade doubled.", "the past three years=P3Y/duration"},
		{"durations", "A 16-hour flight, two and a half years, several months.", "16-hour=PT16H/duration; two and a half years=P2.5Y/duration; several months=PXM/duration"},
		{"ages", "a 44-year-old teacher, 66 years old", ""},
		{"sets", "Every Monday, daily, and every two weeks.", "Every Monday=XXXX-WXX-1/set; daily=P1D/set; every two weeks=P2W/set"},
		{"own time", "He was freed on March 3, 2020. Two days later he left, and a year earlier he had come.", "March 3, 2020=2020-03-03; Two days later=2020-03-05; a year earlier=2019"},
		{"own time unknown", "Two days later he left.", "Two days later=XXXX-XX-XX"},
		{"quarter", "Exports rose in the third quarter of 2019.", "the third quarter of 2019=2019-Q3"},
		{"fiscal", "The budget for fiscal 1998 was cut.", "fiscal 1998=FY1998"},
		{"season", "The harvest failed in the summer of 2010 and last winter.", "the summer of 2010=2010-SU; last winter=2020-WI"},
		{"holiday", "They met on Christmas Eve and on Thanksgiving Day.", "Christmas Eve=2020-12-24; Thanksgiving Day=2020-11-26"},
		{"end of", "Troops leave by the end of May.", "end of May=2021-05"},
		{"month of next year", "Polls are due in April next year.", "April next year=2022-04"},
		{"month of this year", "It was based there until January this year.", "January this year=2021-01"},
		{"called for a day", "The meeting was called for Wednesday. He was blamed for Wednesday's attack.", "Wednesday=2021-04-07; Wednesday=2021-03-31"},
		{"clockless", "He rang at noon. Two hours later he slept.", "noon=2021-04-02T12:00/time; Two hours later=PT2H/duration"},
		{"every part", "It rang every morning.", "every morning=XXXX-XX-XXTMO/set"},
		{"a relative that", "It was the storm that last year took the roof.", "last year=2020"},
		{"hyphenated", "A day-long meeting beat the year-ago record of third-quarter sales.", "day-long=P1D/duration; year-ago=2020; third-quarter=2020-Q3"},
		{"first months", "In the first nine months of 2020 it fell.", "the first nine months of 2020=P9M/duration"},
		{"that September", "Since the September 11 terrorist attacks all changed.", "September 11=2001-09-11"},
		{"interval", "The forum met on March 16-18.", "March 16-18=2021-03-16/2021-03-18"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := dates(t, c.src, friday)
			got = strings.ReplaceAll(got, "the end of May", "end of May")
			if got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.src, got, c.want)
			}
		})
	}
}

func TestDatesWithoutAnchor(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"He left on Wednesday.", "Wednesday=XXXX-WXX-3"},
		{"He left on March 16.", "March 16=XXXX-03-16"},
		{"He left last year, last month, last week and yesterday.", "last year=XXXX; last month=XXXX-XX; last week=XXXX-WXX; yesterday=XXXX-XX-XX"},
		{"He left on Easter Sunday.", "Easter Sunday=XXXX-XX-XX"},
		{"He left at 9 a.m.", "9 a.m.=XXXX-XX-XXT09:00/time"},
	} {
		if got := dates(t, c.src, text.Date{}); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.src, got, c.want)
		}
	}
}

func TestCalendar(t *testing.T) {
	for z := int32(-200000); z < 200000; z += 37 {
		y, m, d := civil(z)
		if back := dayNumber(y, m, d); back != z {
			t.Fatalf("day %d is %d-%d-%d, which is day %d", z, y, m, d, back)
		}
	}
	if w := weekdayOf(dayNumber(2021, 4, 2)); w != 5 {
		t.Errorf("2021-04-02 is weekday %d, want 5", w)
	}
	for _, c := range [][5]int32{{2021, 1, 3, 2020, 53}, {2021, 1, 4, 2021, 1}, {2018, 12, 31, 2019, 1}} {
		if y, w := isoWeek(dayNumber(c[0], c[1], c[2])); y != c[3] || w != c[4] {
			t.Errorf("week of %d-%d-%d: got %d-W%d, want %d-W%d", c[0], c[1], c[2], y, w, c[3], c[4])
		}
	}
	if m, d := easter(2021); m != 4 || d != 4 {
		t.Errorf("Easter 2021: got %d-%d", m, d)
	}
}

func FuzzDates(f *testing.F) {
	for _, s := range []string{"Friday, March 16, 2021 at 10.30 p.m. GMT", "the 99999999 years ago", "early the 1990 s", "5 1/0 hours", "2021-02-30T25:61",
		"mid-", "this coming", "the day before yesterday", "New Year's Eve", "every", "two hundred thousand thousand centuries ago", "'90s BC"} {
		f.Add(s)
	}
	g := newDateGrammar()
	f.Fuzz(func(t *testing.T, s string) {
		var doc text.Document
		var sc dateScratch
		doc.Parse(s, text.Options{Published: text.Date{Year: 2021, Month: 4, Day: 2}})
		end := int32(0)
		for _, m := range g.appendDates(&doc, nil, &sc) {
			if m.Start < end || m.End <= m.Start || int(m.End) > len(doc.Source) || m.Value == "" {
				t.Fatalf("bad mention %+v", m)
			}
			end = m.End
		}
	})
}

func BenchmarkDates(b *testing.B) {
	src := strings.Repeat("The ministers of both states met on Wednesday, March 3, in the old capital, where their predecessors had signed the "+
		"accord two years ago. A spokesman said the next round would open in Geneva on June 14 and last three days. Nobody else spoke of it. ", 40)
	var doc text.Document
	doc.Parse(src, text.Options{Published: text.Date{Year: 2021, Month: 4, Day: 2}})
	g := newDateGrammar()
	var sc dateScratch
	var ms []Mention
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		ms = g.appendDates(&doc, ms[:0], &sc)
	}
}
