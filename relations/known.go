package relations

import (
	"attache/gazetteers"
	"attache/ner"
	"attache/text"
)

// known adds the state relations that hold between entities of the document by what its titles say together or what the gazetteer
// knows: a person's office and the country it belongs to, a body and its home country. Both must be named in the document.
func (sc *Scratch) known() {
	res := sc.res
	if sc.p.patterns[patKnownOffice] < 0 && sc.p.patterns[patKnownHome] < 0 {
		return
	}
	sc.countries = sc.countries[:0]
	for i := range res.Entities {
		if e := &res.Entities[i]; e.Type == gazetteers.Country && len(e.Mentions) > 0 {
			sc.countries = append(sc.countries, int32(i))
		}
	}
	first := len(sc.rels)
	for i := range res.Entities {
		e := &res.Entities[i]
		if len(e.Mentions) == 0 {
			continue
		}
		switch e.Type {
		case gazetteers.Person:
			for j := range e.Offices {
				o := &e.Offices[j]
				if o.Of == "" || !sc.during(o) || o.Mention >= 0 && !sc.officeMention(o.Mention) {
					continue
				}
				if c := sc.entityNamed(o.Of); c >= 0 {
					q := float32(1)
					if o.Mention < 0 {
						q = 0.9
					}
					sc.knownState(patKnownOffice, int32(i), c, q)
				}
			}
		case gazetteers.Organization:
			if e.Country == "" {
				continue
			}
			switch e.Subtype {
			case "igo", "armed-group":
				continue
			}
			for _, c := range sc.countries {
				if id := res.Entities[c].ID; len(id) == len("country:")+len(e.Country) && id[len("country:"):] == e.Country {
					sc.knownState(patKnownHome, int32(i), c, 1)
				}
			}
		}
		if len(sc.rels)-first > 200 {
			return
		}
	}
}

// during reports whether an office was held when the document was published; an unknown day is taken to be within.
func (sc *Scratch) during(o *ner.Office) bool {
	if len(sc.doc.Articles) == 0 || sc.doc.Articles[0].Published.IsZero() {
		return true
	}
	y := int(sc.doc.Articles[0].Published.Year)
	return yearOf(o.From, 0) <= y && y <= yearOf(o.To, 9999)
}

func yearOf(s string, unknown int) int {
	if len(s) < 4 {
		return unknown
	}
	y := 0
	for _, c := range []byte(s[:4]) {
		if c < '0' || c > '9' {
			return unknown
		}
		y = y*10 + int(c-'0')
	}
	return y
}

// officeMention reports whether a ROLE mention names an office, not an occupation.
func (sc *Scratch) officeMention(m int32) bool {
	x := &sc.res.Mentions[m]
	if !isOffice(x.Subtype) || x.Toks.Last <= x.Toks.First {
		return false
	}
	f := sc.p.lex.look(sc.doc.Tokens[x.Toks.Last-1].Hash)
	return f == nil || f.noun == 0 || sc.p.lex.nouns[f.noun].classes&sc.p.occupation == 0
}

// entityNamed returns the entity of a country or body that the document names, or −1.
func (sc *Scratch) entityNamed(id string) int32 {
	for _, c := range sc.countries {
		if sc.res.Entities[c].ID == id {
			return c
		}
	}
	if len(id) > 4 && id[:4] == "org:" {
		for i := range sc.res.Entities {
			if e := &sc.res.Entities[i]; e.Type == gazetteers.Organization && e.ID == id && len(e.Mentions) > 0 {
				return int32(i)
			}
		}
	}
	return -1
}

// knownState writes a relation between two entities unless the text has said it already.
func (sc *Scratch) knownState(pattern int, a, b int32, q float32) {
	rule := sc.p.patterns[pattern]
	if rule < 0 || a == b {
		return
	}
	r := &sc.p.rules[rule]
	for i := range sc.rels {
		if x := &sc.rels[i]; x.Type == r.relation && x.Source.Entity == a && x.Target.Entity == b {
			return
		}
	}
	ma, mb := sc.res.Entities[a].Mentions[0], sc.res.Entities[b].Mentions[0]
	m := &sc.res.Mentions[ma]
	sc.rels = append(sc.rels, Relation{Type: r.relation, Class: r.class, CAMEO: r.cameo, Source: Arg{ma, a}, Target: Arg{mb, b}, Place: noArg, When: noArg, Attribution: noArg,
		Tense: Present, Confidence: r.conf * q, Rule: r.id, Trigger: text.Span{Start: m.Start, End: m.End}, Evidence: text.Span{Start: m.Start, End: m.End}, Sent: m.Sent})
}
