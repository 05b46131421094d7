package ner

import "attache/text"

// dateTense says where a bare weekday or month lies, seen from the article's day.
type dateTense uint8

const (
	noTense dateTense = iota
	pastTense
	futureTense
)

type tenseWord struct {
	hash uint64
	t    dateTense
}

func (g *dateGrammar) addTense(t dateTense, words ...string) {
	for _, s := range words {
		h := text.Hash(s)
		i := h & (dateSlots - 1)
		for g.tense[i].t != noTense && g.tense[i].hash != h {
			i = (i + 1) & (dateSlots - 1)
		}
		g.tense[i] = tenseWord{h, t}
	}
}

func (g *dateGrammar) lookTense(h uint64) dateTense {
	for i := h & (dateSlots - 1); g.tense[i].t != noTense; i = (i + 1) & (dateSlots - 1) {
		if g.tense[i].hash == h {
			return g.tense[i].t
		}
	}
	return noTense
}

// addTenses fills the words that tell a clause's time: those that point ahead,
// and the irregular past forms ("-ed" is told by its ending).
func (g *dateGrammar) addTenses() {
	g.addTense(futureTense, "will", "shall", "ll", "wont", "going", "plan", "plans", "planned", "planning", "scheduled", "due", "expected",
		"expects", "expect", "upcoming", "would", "could", "should", "must", "may", "might", "can", "hopes", "hoping", "intends",
		"forthcoming", "slated", "poised", "postponed", "until", "till", "tentatively", "deadline", "starting", "beginning",
		"expires", "next", "wants", "vows", "let", "lets", "reschedule",
		"rescheduled")
	g.addTense(pastTense, "was", "were", "had", "did", "said", "told", "met", "took", "came", "went", "made", "gave", "got", "began",
		"held", "left", "won", "lost", "broke", "became", "brought", "built", "bought", "caught", "chose", "cut", "dealt", "drew",
		"drove", "fell", "felt", "fought", "found", "fled", "flew", "froze", "grew", "heard", "hit", "kept", "knew", "laid", "led",
		"lay", "meant", "paid", "put", "set", "quit", "ran", "rose", "sat", "saw", "sent", "shook", "shot", "showed", "shut", "sold", "spent",
		"spoke", "stood", "stole", "struck", "swore", "taught", "thought", "threw", "understood", "woke", "wore", "withdrew", "wrote",
		"been", "born", "slain", "killed", "seen", "taken", "given", "since", "earlier", "read", "launched", "overthrew", "sank", "sought",
		"split", "spread", "swept", "tore", "bore", "beat", "bit", "blew", "clung", "crept", "dug", "forgot", "hung", "hid", "hurt", "rode",
		"shed", "slept", "slid", "sprang", "stuck", "says", "reports", "agreed", "disagreed", "freed", "decreed", "guaranteed")
}

// tenseAt reads the tense of the clause around the tokens [i, j) of the
// sentence: the nearest telling word before, else the nearest after.
func (p *dateParser) tenseAt(i, j int) dateTense {
	const reach = 14
	if i > 0 && p.toks[i-1].Hash == p.g.forHash && !(j < len(p.toks) && p.toks[j].Kind == text.Possessive) {
		return futureTense // "called for Thursday"
	}
	for k := i - 1; k >= 0 && k >= i-reach; k-- {
		if t := p.tenseOf(k); t != noTense {
			// "that it planned", "was to visit", "had agreed to meet": what was still to come then is
			// seldom still to come for the reader, but news says it of the days ahead.
			if t == pastTense && k > 0 && p.g.lookTense(p.toks[k-1].Hash) == futureTense && p.toks[k-1].Shape == text.Lower {
				return futureTense
			}
			return t
		}
	}
	for k := j; k < len(p.toks) && k < j+reach; k++ {
		if t := p.tenseOf(k); t != noTense {
			return t
		}
	}
	return noTense
}

// tenseOf reads one token as a sign of tense.
func (p *dateParser) tenseOf(k int) dateTense {
	t := &p.toks[k]
	if t.Kind != text.Word && t.Kind != text.Clitic || t.Shape != text.Lower && !t.Has(text.SentStart) && t.Kind != text.Clitic {
		return noTense
	}
	if tn := p.g.lookTense(t.Hash); tn != noTense {
		if k+1 < len(p.toks) && t.Hash == p.g.setHash && (p.toks[k+1].Hash == p.g.toHash || p.toks[k+1].Hash == p.g.forHash) {
			return futureTense // "is set to", "set for"
		}
		if tn == futureTense && p.items[k].kind == dNext {
			return noTense
		}
		return tn
	}
	if t.Hash == p.g.toHash && k+1 < len(p.toks) && p.toks[k+1].Kind == text.Word && p.toks[k+1].Shape == text.Lower &&
		p.items[k+1].kind == dNone && !p.g.isNoVerb(p.toks[k+1].Hash) {
		return futureTense // "to visit"
	}
	s := p.doc.Text(t.Span)
	if n := len(s); n > 4 && s[n-2] == 'e' && s[n-1] == 'd' && s[n-3] != 'e' {
		return pastTense
	}
	return noTense
}

func (g *dateGrammar) isNoVerb(h uint64) bool {
	for _, d := range &g.notVerbs {
		if d == h {
			return true
		}
	}
	return false
}
