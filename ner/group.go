package ner

import (
	"attache/gazetteers"
	"attache/text"
)

// groups adds the actors without a name, "protesters" or "riot police", where
// no name stands, and merges them into the mentions from index first on.
func (r *Recognizer) groups(doc *text.Document, sc *Scratch, w window, first int) {
	base := w.toks.First
	sc.extra = sc.extra[:0]
	si := w.sents.First
	at := first // mentions before it begin before the group
	for i := 0; i < len(sc.matches); i++ {
		g := &sc.matches[i]
		if g.lanes&matchGroup == 0 {
			continue
		}
		// The longest of those with one start; matches of one start are in order of length.
		best := i
		for j := i + 1; j < len(sc.matches) && sc.matches[j].first == g.first; j++ {
			if sc.matches[j].lanes&matchGroup != 0 {
				best = j
			}
		}
		i = best
		g = &sc.matches[best]
		free := true
		for k := g.first; k < g.last; k++ {
			free = free && !sc.taken[k]
		}
		if !free {
			continue
		}
		for doc.Sents[si].Toks.Last <= g.first+base {
			si++
		}
		for at < len(sc.mentions) && sc.mentions[at].Toks.First < g.first+base {
			at++
		}
		beside := int32(-1)
		if at > first && sc.mentions[at-1].Sent == si {
			beside = int32(at - 1)
		}
		sent := doc.Sents[si].Toks
		if r.verbLike(sc, g.first, g.last, sent.First-base, sent.Last-base, beside, base) || g.risky && !r.groupSupport(sc, g, beside, base, sent) {
			continue
		}
		entry, kind := gazetteers.NoEntry, gazetteers.NameSurface
		for _, rd := range r.set.Readings(g.surface) {
			if r.set.Type(rd.Entry) == gazetteers.Group {
				entry, kind = rd.Entry, rd.Kind
				break
			}
		}
		toks := text.Range{First: g.first + base, Last: g.last + base}
		conf := float32(0.9)
		if g.risky {
			conf = 0.7
		}
		sc.extra = append(sc.extra, Mention{Span: doc.TokSpan(toks), Toks: toks, Sent: si, Type: gazetteers.Group, Subtype: r.set.Subtype(entry),
			Entry: entry, Surface: kind, Rule: "gazetteer/groups", Confidence: conf, Of: -1, Holder: -1})
		for k := g.first; k < g.last; k++ {
			sc.taken[k] = true
		}
	}
	sc.mentions = mergeMentions(sc.mentions, first, sc.extra)
}

// mergeMentions merges extra into the mentions from index first on; both are
// in the order of the text.
func mergeMentions(ms []Mention, first int, extra []Mention) []Mention {
	i, j := len(ms)-1, len(extra)-1
	ms = append(ms, extra...)
	for k := len(ms) - 1; j >= 0; k-- {
		if i >= first && ms[i].Start > extra[j].Start {
			ms[k] = ms[i]
			i--
		} else {
			ms[k] = extra[j]
			j--
		}
	}
	return ms
}

// groupSupport reports whether a word that is usually something else is meant
// as a group here: after a nationality or name ("Israeli forces"), or before "of" or "from" and a name.
func (r *Recognizer) groupSupport(sc *Scratch, g *match, beside, base int32, sent text.Range) bool {
	if beside >= 0 {
		o := &sc.mentions[beside]
		gap := g.first + base - o.Toks.Last
		if ofType(o) && (gap == 0 || gap == 1 && sc.toks[g.first-1].kind == kindPossessive || gap == 1 && o.Type == gazetteers.Nationality && sc.toks[g.first-1].bits&bitLower != 0 && sc.toks[g.first-1].fw == fwNone) {
			return true
		}
	}
	if g.last+1 < sent.Last-base {
		switch sc.toks[g.last].fw {
		case fwFrom, fwOf:
			n := &sc.toks[g.last+1]
			if n.fw == fwThe && g.last+2 < sent.Last-base {
				n = &sc.toks[g.last+2]
			}
			return uint16(n.lanes)&(1<<laneCountry|1<<laneOrganization|1<<laneLocation) != 0
		}
	}
	return false
}

// verbLike reports whether one lower-case word that may be a verb is one here:
// after "to", a modal or a pronoun, or after a name and before an object.
func (r *Recognizer) verbLike(sc *Scratch, first, last, low, high, beside, base int32) bool {
	t := &sc.toks[first]
	if last-first != 1 || t.classes&r.lx.verbNoun == 0 || t.bits&bitCap != 0 || first == low {
		return false
	}
	p := &sc.toks[first-1]
	if p.fw == fwTo || p.fw == fwOther && r.verbBefore(p) {
		return true
	}
	if p.fw == fwAnd && last < high && (sc.toks[last].fw == fwThe || sc.toks[last].fw == fwA) {
		return true // "will chair the meeting and head the mission"
	}
	if beside < 0 || sc.mentions[beside].Toks.Last != first+base || sc.mentions[beside].Type == gazetteers.Nationality {
		return false
	}
	if last >= high {
		return false
	}
	n := &sc.toks[last]
	switch {
	case n.fw == fwThe || n.fw == fwA || n.fw == fwFor && sc.mentions[beside].Type == gazetteers.Person:
		return true
	case n.fw == fwOther:
		return r.objectStart(n)
	case n.bits&bitCap != 0 || n.bits&bitNumber != 0:
		return true
	case n.ctx == ctxLowNoun || n.ctx == ctxLowAdjective || n.ctx == ctxLowUnknown || n.ctx == ctxNationNoun || n.ctx == ctxEventNoun:
		return true
	}
	return false
}

func (r *Recognizer) verbBefore(t *tok) bool {
	for _, h := range r.verbLeads {
		if h == t.hash {
			return true
		}
	}
	return false
}

func (r *Recognizer) objectStart(t *tok) bool {
	for _, h := range r.objectLeads {
		if h == t.hash {
			return true
		}
	}
	return false
}

func hashes(words ...string) []uint64 {
	var hs []uint64
	for _, w := range words {
		hs = append(hs, text.Hash(w))
	}
	return hs
}
