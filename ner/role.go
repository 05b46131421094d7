package ner

import (
	"attache/gazetteers"
	"attache/text"
)

// rank is a word before an office that says how it is held.
type rank struct {
	hash   uint64
	name   string
	inside bool // part of the office's name: "deputy prime minister", but "former" "president"
}

func newRanks() []rank {
	var rs []rank
	for _, w := range []struct {
		word, name string
		inside     bool
	}{
		{"deputy", "deputy", true}, {"vice", "vice", true}, {"acting", "acting", true}, {"interim", "interim", true},
		{"caretaker", "caretaker", true}, {"assistant", "assistant", true}, {"associate", "assistant", true}, {"under", "under", true},
		{"shadow", "shadow", true}, {"honorary", "honorary", true}, {"junior", "junior", true}, {"senior", "senior", true},
		{"former", "former", false}, {"ex", "former", false}, {"onetime", "former", false}, {"erstwhile", "former", false},
		{"ousted", "former", false}, {"deposed", "former", false}, {"then", "former", false}, {"late", "late", false},
		{"outgoing", "outgoing", false}, {"incoming", "incoming", false}, {"designate", "designate", true}, {"elect", "elect", true},
		{"emeritus", "emeritus", true},
	} {
		rs = append(rs, rank{text.Hash(w.word), w.name, w.inside})
	}
	return rs
}

func (r *Recognizer) rankOf(h uint64) *rank {
	for i := range r.ranks {
		if r.ranks[i].hash == h {
			return &r.ranks[i]
		}
	}
	return nil
}

// roles reads rank, portfolio, country or body and holder of the offices
// among the mentions from index first on, by what stands beside them.
func (r *Recognizer) roles(doc *text.Document, sc *Scratch, w window, first int) {
	base := w.toks.First
	for i := first; i < len(sc.mentions); i++ {
		m := &sc.mentions[i]
		switch m.Type {
		case gazetteers.Role:
			sent := doc.Sents[m.Sent].Toks
			low := sent.First
			if i > first && sc.mentions[i-1].Sent == m.Sent {
				low = sc.mentions[i-1].Toks.Last
			}
			r.extendRole(doc, sc, m, base, low)
			r.roleShape(doc, sc, m, base)
			r.ofBefore(doc, sc, first, i, base)
			if m.Of < 0 {
				r.ofAfter(doc, sc, i, base)
			}
			r.holder(doc, sc, first, i, base)
		case gazetteers.Group:
			m.Plural = true
			r.ofBefore(doc, sc, first, i, base)
			if m.Of < 0 {
				r.ofAfter(doc, sc, i, base)
			}
		}
	}
}

// extendRole takes ranks and portfolios that stand before an office into it:
// "acting" "energy" minister.
func (r *Recognizer) extendRole(doc *text.Document, sc *Scratch, m *Mention, base, low int32) {
	lx := r.lx
	for i := m.Toks.First - 1; i >= low; i-- {
		t := &sc.toks[i-base]
		if t.bits&bitWord == 0 || sc.taken[i-base] {
			break
		}
		if k := r.rankOf(t.hash); k != nil {
			if m.Rank == "" {
				m.Rank = k.name
			}
			if !k.inside {
				break
			}
			m.Toks.First = i
			continue
		}
		if t.classes&lx.portfolio != 0 && t.fw == fwNone && t.ctx != ctxSay && sc.toks[m.Toks.First-base].classes&lx.portfolio == 0 &&
			(t.bits&bitCap == 0) == (sc.toks[m.Toks.First-base].bits&bitCap == 0) && uint16(t.lanes)&(1<<laneNationality|1<<laneCountry) == 0 &&
			portfolioHead(sc.source[m.Start:m.End]) {
			m.Portfolio = doc.Tokens[i].Span
			m.Toks.First = i
			continue
		}
		break
	}
	m.Span = doc.TokSpan(m.Toks)
}

// portfolioHead reports whether an office is one that portfolios are held in.
func portfolioHead(s string) bool {
	if len(s) == 0 {
		return false
	}
	switch s[0] | 0x20 {
	case 'm':
		return hasFold(s, "minister")
	case 's':
		return hasFold(s, "secretary")
	}
	return false
}

func hasFold(s, prefix string) bool {
	if len(s) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		if s[i]|0x20 != prefix[i] {
			return false
		}
	}
	return true
}

// roleShape reads number, rank and portfolio off the words of an office.
func (r *Recognizer) roleShape(doc *text.Document, sc *Scratch, m *Mention, base int32) {
	head := m.Toks.Last - 1
	for i := m.Toks.First; i < m.Toks.Last; i++ {
		t := &sc.toks[i-base]
		if k := r.rankOf(t.hash); k != nil && m.Rank == "" {
			m.Rank = k.name
		}
		if t.fw == fwOf || t.fw == fwFor {
			if head == m.Toks.Last-1 {
				head = i - 1
			}
			if m.Portfolio.Len() == 0 && i+1 < m.Toks.Last && sc.toks[i+1-base].classes&r.lx.portfolio != 0 {
				m.Portfolio = doc.TokSpan(text.Range{First: i + 1, Last: m.Toks.Last})
			}
		}
	}
	if m.Portfolio.Len() == 0 {
		for i := m.Toks.First; i < head; i++ {
			t := &sc.toks[i-base]
			if t.classes&r.lx.portfolio != 0 && r.rankOf(t.hash) == nil {
				m.Portfolio = doc.TokSpan(text.Range{First: i, Last: head})
				break
			}
		}
	}
	if m.Surface == gazetteers.PluralSurface {
		m.Plural = true
	} else if head >= m.Toks.First {
		s := doc.Text(doc.Tokens[head].Span)
		n := len(s)
		m.Plural = n > 3 && s[n-1] == 's' && s[n-2] != 's' || n > 4 && s[n-3:] == "men" || n > 6 && s[n-6:] == "people"
	}
}

func ofType(m *Mention) bool {
	switch m.Type {
	case gazetteers.Country, gazetteers.Nationality, gazetteers.Organization, gazetteers.Location:
		return true
	}
	return false
}

// ofBefore looks for the country or body right before an office or group:
// "Japan's prime minister", "South Korean" foreign minister, "U.S." troops.
func (r *Recognizer) ofBefore(doc *text.Document, sc *Scratch, first, i int, base int32) {
	m := &sc.mentions[i]
	j := i - 1
	if j >= first && sc.mentions[j].Sent == m.Sent && sc.mentions[j].Type == gazetteers.Role && sc.mentions[j].Toks.Last == m.Toks.First {
		m.Of = sc.mentions[j].Of // "Russian President and Commander", one office beside another
		return
	}
	if j < first || sc.mentions[j].Sent != m.Sent || !ofType(&sc.mentions[j]) {
		return
	}
	o := &sc.mentions[j]
	possessive, words := false, 0
	for k := o.Toks.Last; k < m.Toks.First; k++ {
		t := &sc.toks[k-base]
		switch {
		case t.kind == kindPossessive:
			possessive = true
		case t.bits&bitLower != 0 && t.fw == fwNone && t.bits&bitTitleEnd == 0 || t.mark == '-' || r.rankOf(t.hash) != nil:
			words++
		case t.fw == fwOther && t.ctx >= ctxWord0 && r.adjectival(t):
			words++
		default:
			return
		}
	}
	if words > 3 || words > 0 && !possessive && o.Type != gazetteers.Nationality && words > 1 {
		return
	}
	// A verb between them ("Germany sent ministers") is no part of a noun group.
	if words > 0 {
		for k := o.Toks.Last; k < m.Toks.First; k++ {
			switch t := &sc.toks[k-base]; t.ctx {
			case ctxSay, ctxPersonVerb, ctxGovernmentVerb, ctxLowVerb:
				return
			case ctxLowUnknown, ctxLowNoun, ctxLowAdjective, ctxLowAdverb, ctxNationNoun:
			default:
				if !possessive && r.rankOf(t.hash) == nil && t.mark != '-' && !r.adjectival(t) {
					return
				}
			}
		}
	}
	m.Of = int32(j)
}

// adjectival reports whether a function word may stand among the adjectives of an office.
func (r *Recognizer) adjectival(t *tok) bool {
	for _, h := range r.adjectives {
		if t.hash == h {
			return true
		}
	}
	return false
}

// ofAfter looks for the country or body after an office or group: "president
// of the European Commission", "troops from Chad".
func (r *Recognizer) ofAfter(doc *text.Document, sc *Scratch, i int, base int32) {
	m := &sc.mentions[i]
	if i+1 >= len(sc.mentions) {
		return
	}
	o := &sc.mentions[i+1]
	if o.Sent != m.Sent || !ofType(o) || o.Type == gazetteers.Nationality {
		return
	}
	k := m.Toks.Last
	if k >= o.Toks.First {
		return
	}
	switch sc.toks[k-base].fw {
	case fwOf, fwFor, fwFrom, fwAt, fwIn:
	default:
		return
	}
	if sc.toks[k-base].fw == fwIn && m.Type == gazetteers.Role && o.Type != gazetteers.Organization {
		return
	}
	for k++; k < o.Toks.First; k++ {
		t := &sc.toks[k-base]
		if t.fw != fwThe && !(t.bits&bitLower != 0 && t.fw == fwNone && k+1 == o.Toks.First) {
			return
		}
	}
	m.Of = int32(i + 1)
}

// holder looks for the person beside an office: "Prime Minister" Abe; Abe,
// Japan's prime minister; President of the Commission Ursula von der Leyen.
func (r *Recognizer) holder(doc *text.Document, sc *Scratch, first, i int, base int32) {
	m := &sc.mentions[i]
	if m.Plural {
		return
	}
	end, next := m.Toks.Last, i+1
	if m.Of == int32(next) {
		end, next = sc.mentions[next].Toks.Last, next+1
	} else if next < len(sc.mentions) && sc.mentions[next].Sent == m.Sent && ofType(&sc.mentions[next]) {
		// "special envoy for Yemen", Hans Grundberg
		switch f := sc.toks[end-base].fw; f {
		case fwFor, fwTo, fwOf, fwOn, fwIn:
			if gap := sc.mentions[next].Toks.First - end; gap == 1 || gap == 2 && sc.toks[end+1-base].fw == fwThe {
				end, next = sc.mentions[next].Toks.Last, next+1
			}
		}
	}
	if next < len(sc.mentions) {
		p := &sc.mentions[next]
		if p.Type == gazetteers.Person && p.Sent == m.Sent {
			gap := p.Toks.First - end
			if gap == 0 || gap == 1 && (sc.toks[end-base].mark == ',' && r.determined(doc, sc, m, base) || sc.toks[end-base].classes&r.lx.honorific != 0) {
				m.Holder = int32(next)
				return
			}
		}
		if p.Type == gazetteers.Role && p.Sent == m.Sent && p.Toks.First-end <= 1 { // "President and Commander Kiir" keeps to the nearest
			return
		}
	}
	for j := i - 1; j >= first; j-- {
		p := &sc.mentions[j]
		if p.Sent != m.Sent || m.Toks.First-p.Toks.Last > 8 {
			return
		}
		if p.Type != gazetteers.Person {
			if j == int(m.Of) || p.Type == gazetteers.Nationality {
				continue
			}
			return
		}
		k := p.Toks.Last
		if k >= m.Toks.First || sc.toks[k-base].mark != ',' {
			return
		}
		for k++; k < m.Toks.First; k++ {
			t := &sc.toks[k-base]
			inOf := m.Of >= 0 && sc.mentions[m.Of].Toks.First <= k && k < sc.mentions[m.Of].Toks.Last
			ok := inOf || t.kind == kindPossessive || t.fw == fwThe || t.fw == fwA || r.adjectival(t) || r.rankOf(t.hash) != nil || t.mark == '-' ||
				t.bits&bitLower != 0 && t.fw == fwNone && t.ctx != ctxSay && t.ctx != ctxPersonVerb && t.ctx != ctxGovernmentVerb && t.ctx != ctxLowVerb || sc.taken[k-base]
			if !ok {
				return
			}
		}
		m.Holder = int32(j)
		return
	}
}

// determined reports whether an office has an article or a country before it: "the prime minister, Shinzo Abe".
func (r *Recognizer) determined(doc *text.Document, sc *Scratch, m *Mention, base int32) bool {
	if m.Of >= 0 {
		return true
	}
	k := m.Toks.First - 1
	return k >= doc.Sents[m.Sent].Toks.First && sc.toks[k-base].fw == fwThe
}
