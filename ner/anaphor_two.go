package ner

import (
	"slices"

	"attache/gazetteers"
	"attache/text"
)

// theTwo resolves "the two sides", "both countries", "the two leaders" to the
// two that were named last, when there are just two.
func (r *Resolver) theTwo(sc *ResolveScratch, c *cue) {
	start := c.tok
	both := sc.doc.Tokens[c.tok].Hash == r.words.both
	if !both {
		if start == 0 || r.words.look(sc.hashAt(start-1))&useThe == 0 {
			return
		}
		start--
	}
	// One more word may stand between: "the two neighbouring countries".
	noun := c.tok + 1
	kind := r.words.look(sc.hashAt(noun)) & (useSides | useCountries | useLeaders)
	alone := kind == 0 && !both && r.standsAlone(sc, c, noun)
	if alone {
		kind, noun = useLeaders|useSides, c.tok // "The two last met in June"
	}
	if kind == 0 && int(noun) < len(sc.doc.Tokens) && sc.doc.Tokens[noun].Kind == text.Word {
		noun++
		kind = r.words.look(sc.hashAt(noun)) & (useSides | useCountries | useLeaders)
	}
	if kind == 0 || noun >= sc.doc.Sents[c.sent].Toks.Last {
		return
	}
	own := int32(-1) // a mention of Recognize that is the noun
	for k := max(c.next-1, 0); int(k) < len(sc.ms) && sc.ms[k].Toks.First <= noun; k++ {
		if sc.ms[k].Toks.Last > noun {
			own = k
			if t := sc.ms[k].Type; t != gazetteers.Group && t != gazetteers.Role || sc.ms[k].Of >= 0 {
				return
			}
		} else if sc.ms[k].Toks.Last > start {
			return // "the two Korean leaders": not these two, or not only
		}
	}
	before := c.next
	if own >= 0 {
		before = min(before, own)
	}
	ok := false
	switch {
	case kind&useLeaders != 0:
		ok = sc.lastTwo(r, before, c.sent, wantPersons) || alone && sc.lastTwo(r, before, c.sent, wantCountries)
	default:
		ok = sc.lastTwo(r, before, c.sent, wantCountries)
		if !ok && kind&useSides != 0 {
			ok = sc.lastTwo(r, before, c.sent, wantSides)
		}
		if !ok && kind&useSides != 0 && !both {
			ok = sc.lastTwo(r, before, c.sent, wantPersons) // of two envoys, say
		}
		if !ok && kind&useCountries != 0 {
			ok = sc.lastTwo(r, before, c.sent, wantHomes)
		}
	}
	if !ok {
		return
	}
	first := int32(len(sc.pairs))
	sc.pairs = append(sc.pairs, sc.seen...)
	p := plural{mention: own, anaphor: -1, first: first, last: int32(len(sc.pairs))}
	if own >= 0 {
		if sc.entOf[own] >= 0 {
			return
		}
		sc.entOf[own] = isPlural
	} else {
		p.anaphor = start // its first token: the anaphors are sorted later
		toks := text.Range{First: start, Last: noun + 1}
		sc.anaphors = append(sc.anaphors, anaphor{ent: -1, m: Mention{
			Span: sc.doc.TokSpan(toks), Toks: toks, Sent: c.sent, Type: gazetteers.Pronoun, Entry: gazetteers.NoEntry,
			Rule: "anaphor/two", Confidence: 0.75, Of: -1, Holder: -1, Plural: true,
		}})
	}
	sc.plural = append(sc.plural, p)
}

// standsAlone reports whether "the two" is a noun group of its own: a verb follows.
func (r *Resolver) standsAlone(sc *ResolveScratch, c *cue, next int32) bool {
	last := sc.doc.Sents[c.sent].Toks.Last
	if next < last && r.words.look(sc.hashAt(next))&useLast != 0 {
		next++ // "the two also met"
	}
	if next >= last || sc.doc.Tokens[next].Kind != text.Word || sc.doc.Tokens[next].Shape != text.Lower {
		return false
	}
	if r.words.look(sc.hashAt(next))&useVerb != 0 {
		return true
	}
	pos := r.set.Info(r.set.Word(sc.hashAt(next))).POS
	return pos&gazetteers.Verb != 0 && pos&(gazetteers.Noun|gazetteers.Adjective) == 0
}

const (
	wantPersons = iota
	wantCountries
	wantSides
	wantHomes // countries, those of organizations too
)

// coordinated reports whether "and" alone stands between mention k and the next.
func (sc *ResolveScratch) coordinated(r *Resolver, k int32) bool {
	t := sc.ms[k].Toks.Last
	if r.words.look(sc.hashAt(t))&useAnd == 0 {
		return false
	}
	if t++; r.words.look(sc.hashAt(t))&useThe != 0 {
		t++
	}
	return t == sc.ms[k+1].Toks.First
}

// lastTwo puts into seen the two entities of a kind that were named last before
// mention i: within its sentence, or with those of up to three sentences before.
func (sc *ResolveScratch) lastTwo(r *Resolver, i, sent int32, want int) bool {
	sc.seen = sc.seen[:0]
	art := sc.articleOf(sent)
	k := i - 1
	for s := sent; s >= 0 && s >= sent-3 && sc.articleOf(s) == art; s-- {
		for ; k >= 0 && i-k < 2*anaphorReach && sc.ms[k].Sent == s; k-- {
			e := sc.ent(k)
			if e < 0 {
				continue
			}
			t := sc.ents[e].typ
			switch want {
			case wantPersons:
				if t != gazetteers.Person {
					continue
				}
			case wantCountries, wantHomes:
				if t == gazetteers.Nationality || want == wantHomes && t == gazetteers.Organization {
					if e = r.country(sc, e); e < 0 {
						continue
					}
				} else if t != gazetteers.Country {
					continue
				}
			case wantSides:
				if t != gazetteers.Country && t != gazetteers.Organization {
					continue
				}
			}
			if !slices.Contains(sc.seen, e) {
				sc.seen = append(sc.seen, e)
				if len(sc.seen) == 2 && k < i-1 && sc.ms[k].Sent == sent && sc.coordinated(r, k) {
					slices.Reverse(sc.seen) // "… Norway and Finland, the two countries …"
					return true
				}
			}
			if len(sc.seen) > 2 {
				return false
			}
		}
		if len(sc.seen) == 2 {
			slices.Reverse(sc.seen)
			return true
		}
	}
	return false
}

// bodyReach is how many sentences "the council" may stand behind the council's name.
const bodyReach = 4

// theBody resolves "the ministry", "the council", "the bank": to the organization
// of the last few sentences whose name begins or ends with that very word, when
// there is just one.
func (r *Resolver) theBody(sc *ResolveScratch, c *cue) {
	t := c.tok + 1
	if t >= sc.doc.Sents[c.sent].Toks.Last {
		return
	}
	tok := &sc.doc.Tokens[t]
	if tok.Kind != text.Word || tok.Shape != text.Lower || sc.covered(c) {
		return
	}
	last, first := sc.byWord.first(mix(saltLast, tok.Hash)), sc.byWord.first(mix(saltFirst, tok.Hash))
	if last < 0 && first < 0 || r.class(tok.Hash)&r.orgHead == 0 {
		return
	}
	own := int32(-1)
	if int(c.next) < len(sc.ms) && sc.ms[c.next].Toks.First <= t {
		m := &sc.ms[c.next]
		if m.Type != gazetteers.Group || m.Toks.Len() != 1 || m.Of >= 0 || sc.entOf[c.next] != -1 {
			return
		}
		own = c.next
	} else if n := t + 1; n < sc.doc.Sents[c.sent].Toks.Last && sc.doc.Tokens[n].Kind == text.Word {
		// "the party leader" and "the council of elders" are something else
		if r.words.look(sc.hashAt(n))&useOf != 0 {
			return
		}
		if pos := r.set.Info(r.set.Word(sc.hashAt(n))).POS; pos&gazetteers.Noun != 0 && pos&gazetteers.Verb == 0 || pos == 0 && sc.doc.Tokens[n].Len() > 5 {
			return
		}
	}
	art := sc.articleOf(c.sent)
	found := int32(-1)
	for _, n := range [...]int32{last, first} {
		for k := 0; n >= 0 && k < maxChain; n, k = sc.byWord.nodes[n].next, k+1 {
			i := sc.byWord.nodes[n].ent
			m := &sc.ms[i]
			if m.Toks.First > c.tok || m.Sent < c.sent-bodyReach || sc.article(i) != art {
				continue
			}
			e := sc.ent(i)
			if e < 0 || e == found {
				continue
			}
			if found >= 0 {
				return
			}
			found = e
		}
	}
	if found < 0 {
		return
	}
	if own >= 0 {
		sc.set(own, found)
		return
	}
	toks := text.Range{First: c.tok, Last: t + 1}
	sc.anaphors = append(sc.anaphors, anaphor{ent: found, m: Mention{
		Span: sc.doc.TokSpan(toks), Toks: toks, Sent: c.sent, Type: gazetteers.Pronoun, Entry: gazetteers.NoEntry,
		Rule: "anaphor/body", Confidence: 0.75, Of: -1, Holder: -1,
	}})
}
