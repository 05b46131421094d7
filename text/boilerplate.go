package text

var (
	hashMin        = Hash("min")
	hashMinute     = Hash("minute")
	hashMinutes    = Hash("minutes")
	hashMins       = Hash("mins")
	hashRead       = Hash("read")
	hashCookies    = Hash("cookies")
	hashNewsletter = Hash("newsletter")
	hashJavaScript = Hash("javascript")
	hashReport     = Hash("report")
	hashArticle    = Hash("article")
	hashStory      = Hash("story")
	hashReporting  = Hash("reporting")
	hashThis       = Hash("this")
	hashComments   = Hash("comments")
	hashShares     = Hash("shares")
)

// isBoilerplate recognises the lines of a page that are not of the article and have no
// fixed opening.
func (d *Document) isBoilerplate(b *block) bool {
	first, last := b.first, b.last
	size := last - first
	if size > 45 {
		return false
	}
	if size <= 6 {
		// "5 Min Read", "3-minute read", "12 comments", "1 / 5"
		numbers, words := 0, 0
		read, min, count := false, false, false
		for i := first; i < last; i++ {
			t := &d.Tokens[i]
			switch t.Kind {
			case Number:
				numbers++
			case Word:
				words++
				switch t.Hash {
				case hashRead:
					read = true
				case hashMin, hashMinute, hashMinutes, hashMins:
					min = true
				case hashComments, hashShares:
					count = true
				}
			case Link:
				words--
			}
		}
		if read && min && numbers > 0 {
			b.minute = true
			return true
		}
		if count && numbers > 0 && words == 1 {
			return true
		}
		if words == 0 && numbers > 0 && numbers <= 3 && b.ends != stopEnd {
			return true
		}
		if words < 0 {
			return true // a link alone
		}
	}
	// Signs of a page that speaks about itself.
	sign := false
	follow := size <= 16 && d.oneOf(first, "Follow")
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		if t.Kind != Word {
			if size <= 15 && i > first && i+1 < last && d.breadcrumb(t) && t.Has(SpaceBefore) && d.Tokens[i+1].Has(SpaceBefore) {
				return true // "Home » World"
			}
			continue
		}
		if follow && d.oneOf(i, "Twitter", "Facebook", "Instagram", "X", "Telegram") {
			return true
		}
		switch t.Hash {
		case hashCookies:
			sign = sign || i > first && d.oneOf(i-1, "use", "uses", "accept", "our", "of", "these", "necessary", "functional")
		case hashNewsletter:
			sign = sign || size <= 40 && (d.Text(d.Tokens[first].Span) == "Sign" || d.Text(d.Tokens[first].Span) == "Get" || d.Text(d.Tokens[first].Span) == "Subscribe" || d.Text(d.Tokens[first].Span) == "Our" || size <= 8)
		case hashJavaScript:
			sign = sign || size <= 30
		}
		if sign {
			return true
		}
	}
	return false
}

// breadcrumb reports whether t parts the steps of a path through a site.
func (d *Document) breadcrumb(t *Token) bool {
	switch d.Text(t.Span) {
	case "»", "›", ">":
		return true
	}
	return false
}

func (d *Document) oneOf(i int32, words ...string) bool {
	s := d.Text(d.Tokens[i].Span)
	for _, w := range words {
		if s == w {
			return true
		}
	}
	return false
}

// contributed reports whether the paragraph says who helped to write the report:
// "Ann Lee in Rome contributed to this report."
func (d *Document) contributed(first, last int32) bool {
	if last-first > 50 || last-first < 5 {
		return false
	}
	for i := last - 1; i > first+2 && i > last-6; i-- {
		switch d.Tokens[i].Hash {
		case hashReporting:
			if d.oneOf(i-1, "contributed") {
				return true
			}
			fallthrough
		case hashReport, hashArticle, hashStory:
			return d.Tokens[i-1].Hash == hashThis && d.oneOf(i-2, "to", "for") && d.oneOf(i-3, "contributed", "information", "reporting", "material")
		}
	}
	return false
}
