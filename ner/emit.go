package ner

import (
	"attache/gazetteers"
	"attache/text"
)

// emit turns the chosen candidates of a window into mentions.
func (r *Recognizer) emit(doc *text.Document, sc *Scratch, w window) {
	base := w.toks.First
	si := w.sents.First
	from := len(sc.mentions)
	sc.take(candChosen)
	for i := range sc.cands {
		c := &sc.cands[i]
		if c.flags&candChosen == 0 || c.lane == laneMisc {
			continue
		}
		first, last := c.first+base, c.last+base
		for doc.Sents[si].Toks.Last <= first {
			si++
		}
		if doc.Sections[doc.Sents[si].Section].Kind == text.Boilerplate {
			continue // "5 Min Read", "Follow us on Twitter"
		}
		if c.lane == laneDate {
			sc.mentions = append(sc.mentions, sc.dates[c.match])
			continue
		}
		if c.lane != laneUser && doc.Sections[doc.Sents[si].Section].Kind == text.Boilerplate {
			continue // what a page says of itself is no news
		}
		if c.lane == laneRole {
			sent := doc.Sents[si].Toks
			beside := int32(len(sc.mentions) - 1)
			if len(sc.mentions) == from || sc.mentions[beside].Sent != si {
				beside = -1
			}
			if r.verbLike(sc, c.first, c.last, sent.First-base, sent.Last-base, beside, base) {
				continue
			}
		}
		if c.lane == laneUser {
			rd, _ := r.userReading(sc, c)
			sc.mentions = append(sc.mentions, Mention{
				Span: doc.TokSpan(text.Range{First: first, Last: last}), Toks: text.Range{First: first, Last: last}, Sent: si,
				Type: r.set.Type(rd.Entry), Subtype: r.set.Subtype(rd.Entry), Entry: rd.Entry, Surface: rd.Kind, Rule: "gazetteer/user",
				Of: -1, Holder: -1, Confidence: c.confidence(),
			})
			continue
		}
		m := Mention{
			Span: doc.TokSpan(text.Range{First: first, Last: last}), Toks: text.Range{First: first, Last: last}, Sent: si,
			Type: laneTypes[c.lane], Entry: gazetteers.NoEntry, Of: -1, Holder: -1, Confidence: c.confidence(),
		}
		r.identify(sc, c, &m)
		if c.lane == laneOrganization && c.last-c.first > 1 && sc.toks[c.first].fw == fwThe { // "The Times" is named Times
			m.Toks.First++
			m.Span = doc.TokSpan(m.Toks)
		}
		sc.mentions = append(sc.mentions, m)
	}
	r.groups(doc, sc, w, from)
	r.metonyms(doc, sc, w, from)
	r.roles(doc, sc, w, from)
}

// identify sets the entry, subtype and rule of a mention.
func (r *Recognizer) identify(sc *Scratch, c *cand, m *Mention) {
	if c.match >= 0 {
		var best gazetteers.Reading
		for i := c.match; i < int32(len(sc.matches)) && sc.matches[i].first == c.first && sc.matches[i].last == c.last; i++ {
			for _, rd := range r.set.Readings(sc.matches[i].surface) {
				if gzLane[r.kindOf(rd)] == c.lane && (m.Entry == gazetteers.NoEntry || r.likelier(sc, c, rd, best)) {
					best = rd
					m.Entry, m.Surface = rd.Entry, rd.Kind
					m.Subtype, m.Rule = r.set.Subtype(rd.Entry), gazetteerRules[c.lane]
				}
			}
		}
		if m.Entry != gazetteers.NoEntry || c.lane == laneLocation && r.seat(sc, c, m) {
			return
		}
	}
	lx := r.lx
	z := &sc.toks[c.last-1]
	switch c.lane {
	case lanePerson:
		m.Rule = "grammar/person"
	case laneOrganization:
		m.Rule = "grammar/organization"
	case laneLocation:
		m.Rule = "grammar/location"
		if z.classes&lx.facilityHead != 0 && z.classes&lx.placeHead == 0 {
			m.Subtype = "facility"
		}
	default:
		m.Rule = "grammar/run"
	}
}

// seat reads a place that the gazetteers know as a seat of power ("at the Kremlin")
// as the site; it reports whether they do.
func (r *Recognizer) seat(sc *Scratch, c *cand, m *Mention) bool {
	for i := c.match; i < int32(len(sc.matches)) && sc.matches[i].first == c.first && sc.matches[i].last == c.last; i++ {
		for _, rd := range r.set.Readings(sc.matches[i].surface) {
			if r.set.Type(rd.Entry) == gazetteers.Organization && r.set.StandsFor(rd.Entry) != "" {
				m.Entry, m.Surface, m.Subtype, m.Rule = rd.Entry, rd.Kind, "facility", "metonym/place"
				return true
			}
		}
	}
	return false
}

// likelier reports whether a reading is likelier than the best one so
// far: by the words near it, by its names' kind, then by population. Resolve decides with the whole document before it.
func (r *Recognizer) likelier(sc *Scratch, c *cand, rd, old gazetteers.Reading) bool {
	if a, b := r.favoured(sc, rd.Entry, c.first, c.last), r.favoured(sc, old.Entry, c.first, c.last); a != b {
		return a
	}
	// The user's own gazetteers are for texts such as this one.
	if a, b := r.set.Layer(rd.Entry), r.set.Layer(old.Entry); a != b {
		return a > b && !rd.Risky || a < b && old.Risky
	}
	if a, b := r.set.WeightOf(rd.Entry), r.set.WeightOf(old.Entry); a != b {
		return a > b
	}
	if a, b := rd.Kind == gazetteers.FormerSurface, old.Kind == gazetteers.FormerSurface; a != b {
		return b
	}
	if a, b := r.set.Source(rd.Entry) == handSource, r.set.Source(old.Entry) == handSource; a != b {
		return a // what somebody wrote down beats the bulk of an import
	}
	return r.set.Population(rd.Entry) > r.set.Population(old.Entry)
}

const handSource = "hand"

var gazetteerRules = [nLanes]string{"gazetteer/people", "gazetteer/roles", "gazetteer/countries", "gazetteer/nationalities",
	"gazetteer/places", "gazetteer/organizations", "gazetteer/events", "gazetteer/misc"}
