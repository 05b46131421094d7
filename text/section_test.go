package text

import (
	"strings"
	"testing"
)

// outline renders a document: a line for each section that is not body, a line for
// each sentence that is, and "==" between articles.
func outline(d *Document) string {
	var b strings.Builder
	for i, a := range d.Articles {
		if i > 0 {
			b.WriteString("==\n")
		}
		for _, s := range d.Sections[a.Sections.First:a.Sections.Last] {
			if s.Kind != Body {
				b.WriteString(s.Kind.String() + ": " + d.Text(s.Span) + "\n")
				continue
			}
			for _, q := range d.Sents[s.Sents.First:s.Sents.Last] {
				b.WriteString("- " + d.Text(q.Span) + "\n")
			}
		}
	}
	return b.String()
}

// houseStyle is a text in the style of one house with what must be found in it.
type houseStyle struct {
	name, src, want string
	place, agency   string // of the first article
	date            Date
	options         Options
}

func TestHouseStyles(t *testing.T) {
	for _, h := range houseStyles {
		t.Run(h.name, func(t *testing.T) {
			var d Document
			d.Parse(h.src, h.options)
			check(t, &d)
			if got := outline(&d); strings.TrimSpace(got) != strings.TrimSpace(h.want) {
				t.Errorf("got\n%swant\n%s", got, h.want)
			}
			a := d.Articles[0]
			if p := d.Text(a.Place); p != h.place {
				t.Errorf("place %q, want %q", p, h.place)
			}
			if g := d.Text(a.Agency); g != h.agency {
				t.Errorf("agency %q, want %q", g, h.agency)
			}
			if a.Published != h.date {
				t.Errorf("published %v, want %v", a.Published, h.date)
			}
		})
	}
}

func TestSingleSentencesAreBody(t *testing.T) {
	for _, src := range []string{
		"Ministers met.",
		"Peter Lund resigned.",
		"By Wednesday the envoys had left.",
		"The ministers of Tarvia and Lapor met in Geneva on Monday",
		"Tarvia's foreign minister said that talks were over",
		"In Geneva, the two sides met again.",
		"Photo shops were closed in the whole of the country on Monday.",
		"\"We are ready,\" said Peter Lund.",
		"Read the statement carefully, the minister told reporters.",
		"Source code was stolen from the ministry, officials said.",
		"The president \u2014 a former general \u2014 met the envoys.",
		"He was charged in March 2019 and released in April 2020.",
		"This photo of a united front did not last.",
		"Related talks were held in Lapor by the two ministries last week.",
		"Tarvia: the envoys of the old kingdom met again.",
		"From Lapor the minister flew to Tarvia.",
		"Editors of the paper met the minister.",
	} {
		d := new(Document)
		d.Parse(src, Options{})
		if len(d.Sections) != 1 || d.Sections[0].Kind != Body {
			t.Errorf("%q is read as\n%s", src, outline(d))
		}
	}
}

func TestSingleHeadlines(t *testing.T) {
	for _, src := range []string{
		"Ministers Agree to Reopen Border Crossing",
		"Tarvia, Lapor agree on border talks",
	} {
		d := new(Document)
		d.Parse(src, Options{})
		if d.Sections[0].Kind != HeadlineSection {
			t.Errorf("%q is read as\n%s", src, outline(d))
		}
	}
}

func TestDatelines(t *testing.T) {
	for _, test := range []struct {
		src, line, place, agency string
		date                     Date
	}{
		{"LAPOR (Reuters) - The talks ended.", "LAPOR (Reuters) -", "LAPOR", "Reuters", Date{}},
		{"LAPOR, Tarvia (AP) _ The talks ended.", "LAPOR, Tarvia (AP) _", "LAPOR", "AP", Date{}},
		{"PORT LAPOR, Tarvia (AP) \u2014 The talks ended.", "PORT LAPOR, Tarvia (AP) \u2014", "PORT LAPOR", "AP", Date{}},
		{"Lapor (AFP) \u2013 The talks ended.", "Lapor (AFP) \u2013", "Lapor", "AFP", Date{}},
		{"LAPOR, March 3 (Xinhua) -- The talks ended.", "LAPOR, March 3 (Xinhua) --", "LAPOR", "Xinhua", Date{2020, 3, 3}},
		{"MOSCOW, April 5. /TASS/. The talks ended.", "MOSCOW, April 5. /TASS/.", "MOSCOW", "TASS", Date{2020, 4, 5}},
		{"SEOUL, Nov. 9 (Yonhap) -- The talks ended.", "SEOUL, Nov. 9 (Yonhap) --", "SEOUL", "Yonhap", Date{2019, 11, 9}},
		{"TOKYO, Feb. 2, Kyodo - The talks ended.", "TOKYO, Feb. 2, Kyodo -", "TOKYO", "Kyodo", Date{2020, 2, 2}},
		{"TOKYO, Feb. 2 - Kyodo The talks ended.", "TOKYO, Feb. 2 - Kyodo", "TOKYO", "Kyodo", Date{2020, 2, 2}},
		{"WASHINGTON \u2014 The talks ended.", "WASHINGTON \u2014", "WASHINGTON", "", Date{}},
		{"Lapor (CNN)The talks ended.", "Lapor (CNN)", "Lapor", "CNN", Date{}},
		{"(CNN) \u2014 The talks ended.", "(CNN) \u2014", "", "CNN", Date{}},
		{"Lapor CNN \u2014 The talks ended.", "Lapor CNN \u2014", "Lapor", "CNN", Date{}},
		{"NEW LAPOR: The talks between the two neighbours ended without a result on Monday.", "NEW LAPOR:", "NEW LAPOR", "", Date{}},
		{"LAPOR/GENEVA (Reuters) - The talks ended.", "LAPOR/GENEVA (Reuters) -", "LAPOR", "Reuters", Date{}},
		{"LAPOR, D.C., April 2, 2018 /PRNewswire/ -- The talks ended.", "LAPOR, D.C., April 2, 2018 /PRNewswire/ --", "LAPOR", "PRNewswire", Date{2018, 4, 2}},
		{"United Nations, New York, 2 April 2018 \u2013 The talks ended.", "United Nations, New York, 2 April 2018 \u2013", "United Nations", "", Date{2018, 4, 2}},
		{"April 2 (UPI) -- The talks ended.", "April 2 (UPI) --", "", "UPI", Date{2020, 4, 2}},
		{"ST. LAPOR, Tarvia (AP) \u2014 The talks ended.", "ST. LAPOR, Tarvia (AP) \u2014", "ST. LAPOR", "AP", Date{}},
		{"AIN AL-LAPOR, Tarvia (AP) \u2014 The talks ended.", "AIN AL-LAPOR, Tarvia (AP) \u2014", "AIN AL-LAPOR", "AP", Date{}},
	} {
		var d Document
		d.Parse(test.src, Options{Published: Date{2020, 6, 1}})
		if d.Sections[0].Kind != Dateline || d.Text(d.Sections[0].Span) != test.line {
			t.Errorf("%q is read as\n%s", test.src, outline(&d))
			continue
		}
		a := d.Articles[0]
		want := test.date
		if want.IsZero() {
			want = Date{2020, 6, 1}
		}
		if d.Text(a.Place) != test.place || d.Text(a.Agency) != test.agency || a.Published != want {
			t.Errorf("%q: place %q, agency %q, date %v", test.src, d.Text(a.Place), d.Text(a.Agency), a.Published)
		}
	}
}

func TestNoDatelines(t *testing.T) {
	for _, src := range []string{
		"Peter Lund \u2014 a former general \u2014 met the envoys.",
		"NATO \u2014 the alliance \u2014 met.",
		"COVID-19 kept them home.",
		"QUESTION: The talks ended. Why did the two sides not meet again on Monday?",
		"The AP (Associated Press) said so.",
		"Tarvia-based firms met.",
		"NATO's envoy left.",
	} {
		var d Document
		d.Parse(src, Options{})
		if d.Sections[0].Kind == Dateline {
			t.Errorf("%q is read as\n%s", src, outline(&d))
		}
	}
}

func TestTimestamps(t *testing.T) {
	for src, want := range map[string]Date{
		"Posted : 2021-04-04 17:01":                 {2021, 4, 4},
		"Published: March 3, 2021 5:04 PM EST":      {2021, 3, 3},
		"Published Mon 5 Apr 2021 10.30 BST":        {2021, 4, 5},
		"Last modified on Mon 5 Apr 2021 10.30 BST": {2021, 4, 5},
		"05.04.2021":                            {2021, 4, 5},
		"Date 05.04.2021":                       {2021, 4, 5},
		"2021.04.05 17:01":                      {2021, 4, 5},
		"2021-04-05T17:01:00Z":                  {2021, 4, 5},
		"5 April 2021":                          {2021, 4, 5},
		"April 5, 2021":                         {2021, 4, 5},
		"Updated 1:19 PM ET, Mon April 5, 2021": {2021, 4, 5},
		"Updated at 10:21 GMT on the 5th of April 2021": {2021, 4, 5},
		"First published on Mon 5 Apr 2021":             {2021, 4, 5},
		"Tarvia Today Published Monday, April 5, 2021":  {2021, 4, 5},
		"04/25/2021":                                 {2021, 4, 25},
		"25/04/2021":                                 {2021, 4, 25},
		"Published 3 hours ago":                      {},
		"Lapor, 5 April 2021":                        {2021, 4, 5},
		"Port Lapor, 5 April 2021, 10:14":            {2021, 4, 5},
		"Lapor, Monday, April 5, 2021 (17:01 GMT)":   {2021, 4, 5},
		"Published in Morning Post, April 5th, 2021": {2021, 4, 5},
		"Monday, 5 April 2021, 17:01 UTC":            {2021, 4, 5},
		"Published: 17:01 BST, 5 April 2021 | Updated: 18:02 BST, 5 April 2021": {2021, 4, 5},
	} {
		var d Document
		d.Parse("Envoys Meet Again\n"+src+"\nThe envoys met again in the old town.", Options{})
		if len(d.Sections) != 3 || d.Sections[1].Kind != Timestamp {
			t.Errorf("%q is read as\n%s", src, outline(&d))
		} else if got := d.Articles[0].Published; got != want {
			t.Errorf("%q: date %v, want %v", src, got, want)
		}
	}
}

func TestBylines(t *testing.T) {
	for src, want := range map[string]SectionKind{
		"By Lee Min-ho":                              Byline,
		"By Ann Roe and Peter Lund":                  Byline,
		"By Ann Roe, Staff Writer":                   Byline,
		"BY ANN ROE":                                 Byline,
		"By Ann Roe in Lapor":                        Byline,
		"By Ann de la Roe, foreign correspondent":    Byline,
		"Written by Ann Roe":                         Byline,
		"Ann Roe in Lapor":                           Byline,
		"Ann Roe, diplomatic correspondent":          Byline,
		"By Ann Roe | Reuters":                       Byline,
		"Ann Roe (ann@news.example)":                 Byline,
		"By the time they met":                       HeadlineSection,
		"Photo by Ann Roe":                           Credit,
		"Courtesy of the Foreign Ministry":           Credit,
		"REUTERS/Ann Roe":                            Credit,
		"Reporting by Ann Roe; Editing by Al Poe":    Credit,
		"(Reporting by Ann Roe; Editing by Al Poe)":  Credit,
		"ar/lp (AFP, Reuters)":                       Credit,
		"Source: Xinhua":                             Credit,
		"Image source, Getty Images":                 Credit,
		"Photograph: Ann Roe/AFP/Getty Images":       Credit,
		"Reuters":                                    Credit,
		"5 Min Read":                                 Boilerplate,
		"3-minute read":                              Boilerplate,
		"Toggle open close":                          Boilerplate,
		"Read more":                                  Boilerplate,
		"Read more: Envoys leave":                    Boilerplate,
		"Share this":                                 Boilerplate,
		"We use cookies to make this site better.":   Boilerplate,
		"Subscribe to our newsletter":                Boilerplate,
		"Sign up for the morning newsletter":         Boilerplate,
		"\u00a9 2021 The News":                       Boilerplate,
		"All rights reserved.":                       Boilerplate,
		"(END)":                                      Boilerplate,
		"12 comments":                                Boilerplate,
		"* * *":                                      Boilerplate,
		"Story continues below advertisement":        Boilerplate,
		"Ann Roe, left, meets Al Poe in Lapor.":      Caption,
		"Ann Roe (R) meets Al Poe (L) in Lapor.":     Caption,
		"In this photo taken Monday, Ann Roe waves.": Caption,
		"Image caption Ann Roe waves":                Caption,
	} {
		var d Document
		d.Parse("Envoys Meet Again\n\n"+src+"\n\nThe envoys met again in the old town.", Options{})
		if len(d.Sections) != 3 || d.Sections[1].Kind != want {
			t.Errorf("%q is read as\n%s", src, outline(&d))
		}
	}
}

// The label of a picture is furniture and no part of the caption.
func TestCaptionLabel(t *testing.T) {
	var d Document
	d.Parse("Envoys Meet Again\n\nFILE PHOTO: Ann Roe waves in Lapor\n\nThe envoys met again in the old town.", Options{})
	if len(d.Sections) != 4 || d.Sections[1].Kind != Boilerplate || d.Sections[2].Kind != Caption || d.Text(d.Sections[2].Span) != "Ann Roe waves in Lapor" {
		t.Errorf("read as\n%s", outline(&d))
	}
}

// Sentences that begin like what stands around articles are still sentences.
func TestSentencesThatBeginLikeBoilerplate(t *testing.T) {
	for _, src := range []string{
		"We have sent two divisions to the border, the minister said.",
		"By continuing to shell the town, the army broke its word.",
		"By signing up to the treaty, Tarvia gave way.",
		"Terms of the deal were not disclosed.",
		"An earlier version of the bill was rejected by parliament.",
		"The views expressed by the minister were not new.",
		"Material from the site was removed before the inspectors came.",
		"Courtesy of the general, reporters were allowed to visit the camp.",
		"Do you have hope that the talks will go on?",
		"Comments by the minister caused an outcry in Lapor.",
		"Related companies were put on the list as well.",
		"Source material was found on two of the computers, police said.",
		"Image problems have plagued the ministry since it was founded.",
		"Top officials from the two sides will meet in Lapor.",
		"More troops were sent to the region over the weekend.",
		"Published reports said that the envoy had left.",
		"Updated figures were released on Monday.",
		"Posted to Lapor in 2015, she learned the language.",
		"Video of the attack was shown on state television.",
		"Photo opportunities were few, and the two did not shake hands.",
		"Reporting by the agency was banned in March.",
		"Editing by the censors took a week, the paper said.",
		"In this picture the opposition sees a sign of change.",
		"By then, the envoys had left.",
		"Watch groups said the vote was fair.",
		"Sign up now or lose the deal, the president told them.",
	} {
		d := new(Document)
		d.Parse("Envoys Meet Again\n\nThe envoys met again in the old town.\n\n"+src+"\n\nThey left on Monday.", Options{})
		if len(d.Sections) != 2 || d.Sections[1].Kind != Body {
			t.Errorf("%q is read as\n%s", src, outline(d))
		}
	}
}

func TestKnownTitle(t *testing.T) {
	var d Document
	d.Parse("Envoys meet. The envoys met again in the old town.", Options{Title: "Envoys meet."})
	if got := outline(&d); got != "headline: Envoys meet.\n- The envoys met again in the old town.\n" {
		t.Error(got)
	}
	d.Parse("The envoys met again.", Options{Title: "Something else"})
	if got := outline(&d); got != "- The envoys met again.\n" {
		t.Error(got)
	}
}

func TestPlain(t *testing.T) {
	var d Document
	d.Parse("ENVOYS MEET\nBy Ann Roe\nLAPOR (Reuters) - The envoys met.", Options{Plain: true})
	for _, s := range d.Sections {
		if s.Kind != Body {
			t.Error(outline(&d))
		}
	}
}

func TestFurniture(t *testing.T) {
	body := "\nThe envoys met again in the old town on Monday, the ministry said in a statement."
	for src, want := range map[string]SectionKind{
		"Menu\u00a0\u00a0Home\u00a0\u00a0Politics\u00a0\u00a0Sign in": Boilerplate,
		"Home Search Newsletter":                                   Boilerplate,
		"Share on Twitter Print Email":                             Boilerplate,
		"Full story: Harbour to reopen":                            Boilerplate,
		"You must be logged in to reply to this topic.":            Boilerplate,
		"Media enquiries":                                          Boilerplate,
		"Ann Roe reported from Lapor, and Peter Lund from Tarvia.": Credit,
		"Peter Lund contributed reporting from Lapor, Tarvia.":     Credit,
		"Envoy PM in Lapor":                                        HeadlineSection,
		"Home rule for Tarvia":                                     HeadlineSection,
	} {
		var d Document
		d.Parse("Envoys Meet Again\n5 April 2021"+body+"\n"+src+body, Options{})
		found := false
		for _, s := range d.Sections {
			found = found || s.Kind == want && d.Text(s.Span) == src
		}
		if !found {
			t.Errorf("%q is no %v:\n%s", src, want, outline(&d))
		}
	}
}

// Houses that print the picture between the date and the byline describe it there.
func TestCaptionUnderTheDate(t *testing.T) {
	for src, want := range map[string]string{
		"Envoy Ann Roe speaks to reporters in Lapor, Monday. Palace Press Corps":             "Palace Press Corps",
		"Envoy Ann Roe answers questions in Lapor, Monday. Morning Post photo by Lee Min-ho": "Morning Post photo by Lee Min-ho",
		"Envoy Ann Roe answers questions in Lapor, Monday. POST/ Peter Lund":                 "POST/ Peter Lund",
	} {
		var d Document
		d.Parse("Envoys to meet again\nPosted : 2021-04-05 10:11\n"+src+"\nBy Kim Yu-na\nThe envoys will meet again in the old town on Friday, the ministry said Monday.", Options{})
		if len(d.Sections) < 5 || d.Sections[2].Kind != Caption || d.Sections[3].Kind != Credit || d.Text(d.Sections[3].Span) != want {
			t.Errorf("%q is read as\n%s", src, outline(&d))
		}
	}
}

func TestBesideHouse(t *testing.T) {
	var d Document
	d.Parse("Envoys to meet again\nAnn Roe-Lund - The Lapor Star\nApril 5, 2021 | 12:00am\nThe envoys will meet again in the old town on Friday, the ministry said.", Options{})
	if d.Sections[1].Kind != Byline {
		t.Errorf("read as\n%s", outline(&d))
	}
}

// The pieces of a live blog are dated by minutes ago; they stay one article.
func TestLiveBlog(t *testing.T) {
	var d Document
	d.Parse("Live blog\nEnvoys meet again: live\nPublished On 5 Apr 2021\nThe envoys met in the old town on Monday. They spoke for hours about the harbour.\n18m ago (09:40 GMT)\nMinister speaks\nThe minister spoke to reporters at length about the harbour on Monday morning.\n2h ago (07:40 GMT)\nGates open\nThe gates of the old town opened early for the guests on Monday.", Options{})
	if len(d.Articles) != 1 || d.Articles[0].Published != (Date{2021, 4, 5}) {
		t.Errorf("%d articles, published %v\n%s", len(d.Articles), d.Articles[0].Published, outline(&d))
	}
}
