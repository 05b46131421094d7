package ner

import (
	"slices"

	"attache/gazetteers"
	"attache/text"
)

// seats maps capitals to the countries whose government they may stand for.
func capitals(set *gazetteers.Set) map[gazetteers.EntryID]gazetteers.EntryID {
	m := map[gazetteers.EntryID]gazetteers.EntryID{}
	for e := range gazetteers.EntryID(set.NumEntries()) {
		if set.Type(e) != gazetteers.Country || !set.Live(e) {
			continue
		}
		if id := set.Capital(e); id != "" {
			if c := set.Entry(id); c != gazetteers.NoEntry {
				m[c] = e
			}
		}
	}
	return m
}

// metonyms marks the capitals that act, urge, agree or are talked with as the
// governments they stand for, and makes seats of power that are only
// places facilities.
func (r *Recognizer) metonyms(doc *text.Document, sc *Scratch, w window, first int) {
	base := w.toks.First
	for i := first; i < len(sc.mentions); i++ {
		m := &sc.mentions[i]
		if m.Entry == gazetteers.NoEntry {
			continue
		}
		switch m.Type {
		case gazetteers.Location:
			if r.set.Type(m.Entry) == gazetteers.Organization {
				continue // a seat of power, read as the site
			}
			if _, ok := r.capitals[m.Entry]; !ok && r.set.StandsFor(m.Entry) == "" {
				continue
			}
			if r.acts(doc, sc, first, i, base) {
				m.Metonym = true
				m.Type, m.Subtype = gazetteers.Country, "metonym"
				m.Rule = "metonym/capital"
			}
		case gazetteers.Organization:
			if r.set.StandsFor(m.Entry) == "" {
				continue
			}
			if r.placed(doc, sc, m, base) {
				m.Type, m.Subtype, m.Rule = gazetteers.Location, "facility", "metonym/place"
			} else {
				m.Metonym = true
			}
		}
	}
}

// placed reports whether a preposition of place stands before a mention.
func (r *Recognizer) placed(doc *text.Document, sc *Scratch, m *Mention, base int32) bool {
	k := m.Toks.First - 1
	low := doc.Sents[m.Sent].Toks.First
	if k >= low && sc.toks[k-base].fw == fwThe {
		k--
	}
	if k < low {
		return false
	}
	t := &sc.toks[k-base]
	switch t.fw {
	case fwIn, fwAt, fwNear:
		return true
	case fwOther:
		for _, h := range r.placeLeads {
			if h == t.hash {
				return true
			}
		}
	}
	return false
}

// acts reports whether a capital is used for its government.
func (r *Recognizer) acts(doc *text.Document, sc *Scratch, first, i int, base int32) bool {
	m := &sc.mentions[i]
	sent := doc.Sents[m.Sent].Toks
	if r.placed(doc, sc, m, base) || doc.Sections[doc.Sents[m.Sent].Section].Kind == text.Dateline {
		return false
	}
	at := func(k int32) *tok {
		if k < sent.First || k >= sent.Last {
			return &noTok
		}
		return &sc.toks[k-base]
	}
	prev, next, next2 := at(m.Toks.First-1), at(m.Toks.Last), at(m.Toks.Last+1)
	if prev.mark == ',' && at(m.Toks.First-2).bits&bitCap != 0 && next.mark == ',' { // "Paris, Moscow, …" stays open, "Naval Base, Rome," is a place
		prev = &noTok
	}
	if next.mark == ',' && next2.bits&bitCap != 0 && uint16(next2.lanes)&(1<<laneCountry) != 0 {
		return false // "Tokyo, Japan"
	}
	// "Talks between Ankara and Athens", and flights between them.
	if prev.fw == fwBetween || prev.fw == fwAnd && r.betweenBefore(sc, m, base, sent.First) {
		return r.pairActs(doc, sc, first, i, base)
	}
	// "Moscow-backed", but "Moscow-based".
	if next.mark == '-' && next2.bits&bitLower != 0 {
		return slices.Contains(r.governmentTails, next2.hash)
	}
	// "Berlin" government, "Tokyo" officials.
	if j := i + 1; j < len(sc.mentions) && sc.mentions[j].Type == gazetteers.Group && sc.mentions[j].Toks.First == m.Toks.Last {
		switch sc.mentions[j].Subtype {
		case "government", "officials":
			return true
		}
	}
	// What it does, or owns.
	switch {
	case next.mark == ',' && slices.Contains(r.whichWords, next2.hash):
		if at(m.Toks.Last+2).classes&r.lx.governmentVerb != 0 {
			return true
		}
	case next.classes&r.lx.governmentVerb != 0 && next.bits&bitLower != 0, next.ctx == ctxSay:
		if prev.fw != fwOf && prev.fw != fwFrom || prev.fw == fwNone {
			return true
		}
	case next.kind == kindPossessive:
		k := m.Toks.Last + 1
		for n := 0; n < 3; n++ {
			t := at(k)
			if t.classes&r.lx.governmentNoun != 0 {
				return true
			}
			if t.bits&bitLower == 0 || t.fw != fwNone {
				break
			}
			k++
		}
	case next.fw == fwOther && r.willDo(next):
		if next2.classes&r.lx.governmentVerb != 0 || at(m.Toks.Last+2).classes&r.lx.governmentVerb != 0 {
			return true
		}
	case next.fw == fwTo && doc.Sents[m.Sent].Flags&text.Headline != 0 && next2.classes&r.lx.governmentVerb != 0:
		return true
	}
	// Ties between it and another state.
	paired := next.fw == fwAnd || prev.fw == fwAnd || next.mark == '-' || prev.mark == '-' || next.mark == ',' || prev.mark == ','
	if paired && r.pairActs(doc, sc, first, i, base) {
		return true
	}
	switch prev.fw {
	case fwWith, fwBy:
		return true
	case fwOther:
		for _, h := range r.governmentLeads {
			if h == prev.hash {
				return true
			}
		}
	}
	if prev.classes&r.lx.governmentVerb != 0 && prev.bits&bitLower != 0 && prev.ctx != ctxSay {
		switch {
		case next.fw == fwTo || next.fw == fwFor || next.fw == fwOf || next.mark == '.':
			return true
		}
	}
	return false
}

// betweenBefore reports whether "between" and one name stand before the "and" that a mention follows.
func (r *Recognizer) betweenBefore(sc *Scratch, m *Mention, base, low int32) bool {
	for k := m.Toks.First - 2; k >= low && k >= m.Toks.First-7; k-- {
		t := &sc.toks[k-base]
		if t.fw == fwBetween {
			return true
		}
		if t.bits&bitLower != 0 && t.fw != fwThe {
			return false
		}
	}
	return false
}

// pairActs reports whether a capital stands in a list or pair of states that
// acts or is between: "Seoul and Tokyo agreed", "talks between Moscow and Kyiv".
func (r *Recognizer) pairActs(doc *text.Document, sc *Scratch, first, i int, base int32) bool {
	m := &sc.mentions[i]
	sent := doc.Sents[m.Sent].Toks
	a, z := i, i
	link := func(p, q *Mention) bool {
		if p.Sent != q.Sent || p.Type != gazetteers.Location && p.Type != gazetteers.Country {
			return false
		}
		for k := p.Toks.Last; k < q.Toks.First; k++ {
			t := &sc.toks[k-base]
			if t.mark != ',' && t.mark != '-' && t.fw != fwAnd && t.fw != fwThe {
				return false
			}
		}
		return q.Toks.First-p.Toks.Last <= 3
	}
	for a > first && link(&sc.mentions[a-1], &sc.mentions[a]) {
		a--
	}
	for z+1 < len(sc.mentions) && (sc.mentions[z+1].Type == gazetteers.Location || sc.mentions[z+1].Type == gazetteers.Country) && link(&sc.mentions[z], &sc.mentions[z+1]) {
		z++
	}
	if a == z {
		return false
	}
	before, after := sc.mentions[a].Toks.First-1, sc.mentions[z].Toks.Last
	if before >= sent.First && sc.toks[before-base].fw == fwBetween {
		for j := a; j <= z; j++ {
			if e := sc.mentions[j].Entry; e == gazetteers.NoEntry {
				return false
			}
		}
		// Flights and roads go between cities, talks and ties between governments.
		for k := before - 1; k >= sent.First && k >= before-4; k-- {
			t := &sc.toks[k-base]
			if t.classes&(r.lx.governmentNoun|r.lx.eventHead) != 0 {
				return true
			}
		}
		return false
	}
	if after >= sent.Last {
		return false
	}
	t := &sc.toks[after-base]
	if t.classes&r.lx.governmentVerb != 0 && t.bits&bitLower != 0 || t.ctx == ctxSay {
		return true
	}
	if t.fw == fwOther && r.willDo(t) && after+1 < sent.Last {
		n := &sc.toks[after+1-base]
		return n.classes&r.lx.governmentVerb != 0
	}
	return m.Toks.Last < sent.Last && sc.toks[m.Toks.Last-base].mark == '-' && t.classes&r.lx.governmentNoun != 0
}

func (r *Recognizer) willDo(t *tok) bool {
	for _, h := range r.auxiliaries {
		if h == t.hash {
			return true
		}
	}
	return false
}
