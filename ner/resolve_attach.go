package ner

import (
	"attache/gazetteers"
	"attache/text"
)

// attach completes the links between the mentions of a sentence that stand
// side by side, where Recognize left them open: the country or body of a ROLE or GROUP
// and the person who holds a ROLE.
func (r *Resolver) attach(sc *ResolveScratch) {
	toks := sc.doc.Tokens
	sc.slugs = sc.slugs[:0]
	for i := range sc.ms {
		sc.slugs = append(sc.slugs, 0)
		m := &sc.ms[i]
		if m.Of >= int32(len(sc.ms)) || m.Of == int32(i) {
			m.Of = -1
		}
		if m.Holder >= int32(len(sc.ms)) || m.Holder == int32(i) {
			m.Holder = -1
		}
		if m.Type != gazetteers.Role && m.Type != gazetteers.Group {
			continue
		}
		if m.Of < 0 && i > 0 {
			if p := &sc.ms[i-1]; p.Sent == m.Sent && canOwn(p.Type) {
				if gap := m.Toks.First - p.Toks.Last; gap == 0 || gap == 1 && toks[p.Toks.Last].Kind == text.Possessive {
					m.Of = int32(i - 1)
				}
			}
		}
		if m.Of < 0 && i+1 < len(sc.ms) {
			k, t := i+1, m.Toks.Last
			if k+1 < len(sc.ms) && m.Type == gazetteers.Role && sc.ms[k].Type == gazetteers.Person && sc.ms[k].Toks.First == t {
				t = sc.ms[k].Toks.Last // "President Ana Rojas of Chile"
				k++
			}
			p := &sc.ms[k]
			if p.Sent == m.Sent && canOwn(p.Type) && r.words.look(sc.hashAt(t))&useOf != 0 {
				if t++; r.words.look(sc.hashAt(t))&useThe != 0 {
					t++
				}
				if t == p.Toks.First {
					m.Of = int32(k)
				}
			}
		}
		if k := m.Of; m.Plural && k > int32(i)+1 && sc.ms[i+1].Type == gazetteers.Person && sc.ms[i+1].Toks.First == m.Toks.Last {
			m.Of = -1 // in "Presidents Ana Rojas of Chile and …" each has a country of their own
		}
		if m.Of < 0 && m.Type == gazetteers.Role && i+1 < len(sc.ms) && r.bodyAfter(sc, int32(i)) {
			m.Of = int32(i + 1)
		}
		if k := m.Of + 1; k > int32(i) && int(k) < len(sc.ms) && sc.ms[k].Type == gazetteers.Organization && sc.ms[k].Sent == m.Sent {
			// "president of Chile's Senate", "of the Chilean Senate": the Senate's
			if t := sc.ms[m.Of].Toks.Last; sc.ms[k].Toks.First == t || sc.ms[k].Toks.First == t+1 && toks[t].Kind == text.Possessive {
				m.Of = k
			}
		}
		if m.Of < 0 && i > 0 {
			m.Of = r.sharedOwner(sc, int32(i))
		}
		if m.Type == gazetteers.Role {
			if m.Holder < 0 && !m.Plural {
				m.Holder = r.holderBeside(sc, int32(i))
			}
			sc.slugs[i] = r.slug(sc, int32(i), nil)
		}
	}
}

// bodyAfter reports whether the next mention is the body of "director of the
// well-known non-governmental organization X": only plain words between, the
// last for the kind of body.
func (r *Resolver) bodyAfter(sc *ResolveScratch, i int32) bool {
	m, n := &sc.ms[i], &sc.ms[i+1]
	t := m.Toks.Last
	if n.Sent != m.Sent || n.Type != gazetteers.Organization || n.Toks.First-t > 9 || n.Toks.First-t < 3 || r.words.look(sc.hashAt(t))&useOf == 0 {
		return false
	}
	for t++; t < n.Toks.First; t++ {
		tok := &sc.doc.Tokens[t]
		if tok.Mark == '-' || r.words.look(tok.Hash)&useThe != 0 {
			continue
		}
		if tok.Kind != text.Word || tok.Shape != text.Lower || r.class(tok.Hash)&r.function != 0 {
			return false
		}
	}
	return r.class(sc.hashAt(n.Toks.First-1))&(r.orgHead|r.orgNoun) != 0
}

// sharedOwner finds whose prime minister is meant in "Chile's president and
// prime minister": titles without names in a list belong to what the first does.
func (r *Resolver) sharedOwner(sc *ResolveScratch, i int32) int32 {
	m, p := &sc.ms[i], &sc.ms[i-1]
	if p.Sent != m.Sent || p.Type != gazetteers.Role && p.Type != gazetteers.Group || p.Of < 0 || p.Of >= i-1 || p.Holder >= 0 {
		return -1
	}
	if r.listed(sc, p.Toks.Last, m.Toks.First) {
		return p.Of
	}
	return -1
}

// listed reports whether only commas and "and" stand between two tokens, and something does.
func (r *Resolver) listed(sc *ResolveScratch, from, to int32) bool {
	if to <= from || to-from > 2 {
		return false
	}
	for t := from; t < to; t++ {
		if sc.doc.Tokens[t].Mark != ',' && r.words.look(sc.hashAt(t))&useAnd == 0 {
			return false
		}
	}
	return true
}

func canOwn(t gazetteers.Type) bool {
	switch t {
	case gazetteers.Country, gazetteers.Nationality, gazetteers.Organization, gazetteers.Location:
		return true
	}
	return t >= gazetteers.FirstUserType
}

// holderBeside finds the person of "Prime Minister Shinzo Abe" and of "Abe,
// the Japanese prime minister,".
func (r *Resolver) holderBeside(sc *ResolveScratch, i int32) int32 {
	m := &sc.ms[i]
	if k := i + 1; int(k) < len(sc.ms) && sc.ms[k].Type == gazetteers.Person && sc.ms[k].Toks.First == m.Toks.Last {
		return k
	}
	// "the country's president, Ana Rojas,"
	if k := i + 1; int(k) < len(sc.ms) && sc.ms[k].Type == gazetteers.Person && sc.ms[k].Sent == m.Sent && sc.ms[k].Toks.First == m.Toks.Last+1 &&
		sc.doc.Tokens[m.Toks.Last].Mark == ',' && m.Toks.First > 0 {
		t := &sc.doc.Tokens[m.Toks.First-1]
		if m.Of == i-1 && i > 0 && sc.ms[i-1].Toks.Last == m.Toks.First && sc.ms[i-1].Toks.First > 0 {
			t = &sc.doc.Tokens[sc.ms[i-1].Toks.First-1]
		}
		use := r.words.look(t.Hash)
		if (use&(useThe|usePossessive) != 0 || t.Kind == text.Possessive) && r.words.look(sc.hashAt(sc.ms[k].Toks.Last))&useAnd == 0 {
			return k
		}
	}
	k, t := i-1, m.Toks.First
	if k >= 0 && k == m.Of {
		t = sc.ms[k].Toks.First
		k--
	}
	if k < 0 || sc.ms[k].Type != gazetteers.Person || sc.ms[k].Sent != m.Sent {
		return -1
	}
	for t--; t > sc.ms[k].Toks.Last; t-- {
		if r.words.look(sc.hashAt(t))&useThe == 0 {
			return -1
		}
	}
	if t == sc.ms[k].Toks.Last && sc.doc.Tokens[t].Mark == ',' {
		// a list ("Abe, President Obama and …") gives the title to whom it precedes
		if e := m.Toks.Last; int(e) < len(sc.doc.Tokens) && sc.doc.Tokens[e].Kind == text.Word && sc.doc.Tokens[e].Shape == text.Title {
			return -1
		}
		return k
	}
	return -1
}
