package relations

import (
	"fmt"
	"strings"

	"attache/ner"
	"attache/text"
)

// Dump renders the clause analysis of one sentence for people: its noun and verb groups with what they are tied to.
func (x *Extractor) Dump(doc *text.Document, res *ner.Resolution, sent int, sc *Scratch) string {
	x.Explain(doc, res, sent, sc)
	s := &sc.sentence
	if len(s.ngs) > 0 && int(s.ngs[len(s.ngs)-1].b) > len(s.tok) || int(s.index) != sent || len(s.tok) == 0 {
		return ""
	}
	var b strings.Builder
	name := func(i int16) string {
		if i < 0 {
			return "-"
		}
		g := &s.ngs[i]
		return doc.Text(s.span(int(g.a), int(g.b)))
	}
	for i := range s.ngs {
		g := &s.ngs[i]
		fmt.Fprintf(&b, "  n%d %q use=%d prep=%s parent=%s conjOf=%s apposTo=%s owner=%s vg=%d cl=%d zone=%d lex=%s\n", i, name(int16(i)), g.use, slot(slotPrep+slot(g.prep)), name(g.parent), name(g.conjOf), name(g.apposTo), name(g.owner), g.vg, g.clause, g.zone, s.p.lex.nouns[g.lex].lemma)
	}
	for i := range s.vgs {
		v := &s.vgs[i]
		fmt.Fprintf(&b, "  v%d %q lex=%s subj=%s obj=%s obj2=%s gov=%d prep=%d cl=%d fin=%v inf=%v ing=%v pass=%v neg=%v modal=%d\n", i, doc.Text(s.span(int(v.a), int(v.b))), s.p.lex.verbs[v.lex].lemma, name(v.subj), name(v.obj), name(v.obj2), v.gov, v.govPrep, v.clause, v.finite, v.inf, v.ing, v.passive, v.neg, v.modal)
	}
	return b.String()
}
