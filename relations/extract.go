package relations

import (
	"slices"

	"attache/gazetteers"
	"attache/ner"
	"attache/relations/tagging"
	"attache/text"
)

// Extractor finds relations by a compiled set of rules. It is immutable and safe for concurrent use.
type Extractor struct {
	p      *program
	set    *gazetteers.Set
	tagger tagging.Tagger // nil: the rules alone
}

// Scratch holds the buffers of one goroutine's Extract, and its results until the next call. The zero value is ready.
type Scratch struct {
	sentence
	src, tgt  []side
	taken     []bool
	rels      []Relation
	since     int // index of the first relation of the sentence under work
	spare     []side
	countries []int32
	trace     *tracer
}

// Extract finds the relations of a document, in the order of the text. The result and everything in it belong to sc and are
// valid until its next use.
func (x *Extractor) Extract(doc *text.Document, res *ner.Resolution, sc *Scratch) []Relation {
	sc.rels = sc.rels[:0]
	sc.p, sc.set, sc.doc, sc.res = x.p, x.set, doc, res
	sc.outside.tagger, sc.outside.sent = x.tagger, 0
	m := 0
	for i := range doc.Sents {
		st := &doc.Sents[i]
		first := m
		for first < len(res.Mentions) && res.Mentions[first].Start < st.Start {
			first++
		}
		m = first
		for m < len(res.Mentions) && res.Mentions[m].Start < st.End {
			m++
		}
		if m-first < 1 || st.Flags&text.Repeated != 0 {
			continue
		}
		switch doc.Sections[st.Section].Kind {
		case text.Byline, text.Timestamp, text.Credit, text.Boilerplate, text.Dateline:
			continue
		}
		if !sc.worth(st, first, m) {
			continue
		}
		sc.sentence.load(int32(i), st, first, m)
		sc.run()
	}
	sc.known()
	return sc.rels
}

// worth reports whether a sentence has at least two mentions that could be sides or places of one relation.
func (sc *Scratch) worth(st *text.Sentence, first, last int) bool {
	n := 0
	for i := first; i < last; i++ {
		m := &sc.res.Mentions[i]
		switch m.Type {
		case gazetteers.DateType:
		case gazetteers.Pronoun:
			n++
			if sc.res.EntityOf[i] < 0 {
				n++ // "the two sides"
			}
		default:
			n++
			if m.Plural {
				n++
			}
		}
		if n >= 2 {
			return true
		}
	}
	return false
}

// load sets the sentence up: its tokens with their forms and mentions.
func (s *sentence) load(index int32, st *text.Sentence, firstMention, lastMention int) {
	s.index, s.first, s.flags = index, int(st.Toks.First), st.Flags
	s.kind = s.doc.Sections[st.Section].Kind
	n := st.Toks.Len()
	if n > maxTokens {
		n = maxTokens
	}
	s.tok = slices.Grow(s.tok[:0], n)[:n]
	lex := &s.p.lex
	for i := range n {
		t := &s.tok[i]
		*t = tok{f: &noForm, men: -1}
		d := &s.doc.Tokens[s.first+i]
		if d.Kind == text.Word || d.Kind == text.Clitic {
			if f := lex.look(d.Hash); f != nil {
				t.f = f
			}
		}
	}
	s.lead = s.leadIn(n)
	s.men = s.men[:0]
	for m := firstMention; m < lastMention && len(s.men) < maxGroups; m++ {
		x := &s.res.Mentions[m]
		a, b := int(x.Toks.First)-s.first, int(x.Toks.Last)-s.first
		if a < 0 || b > n || a >= b || x.Type == gazetteers.Misc {
			continue
		}
		if len(s.men) > 0 && int(s.men[len(s.men)-1].b) > a {
			continue
		}
		s.men = append(s.men, mref{int32(m), int16(a), int16(b)})
		for i := a; i < b; i++ {
			s.tok[i].men = int16(len(s.men) - 1)
		}
	}
}

// leadIn returns how many tokens stand before the sentence proper: "FILE -", "NEW YORK (AP) --".
func (s *sentence) leadIn(n int) int {
	for i := 0; i < n && i < 12; i++ {
		d := &s.doc.Tokens[s.first+i]
		switch {
		case d.Kind == text.Word && d.Shape == text.Upper, d.Mark == '(', d.Mark == ')', d.Mark == ',', d.Mark == '.', d.Kind == text.Number:
		case (d.Mark == '-' || d.Mark == '~' || d.Mark == ':') && i > 0 && (d.Flags&text.SpaceBefore != 0 || d.Mark == ':'):
			if i < 12 && s.flags&text.AllCaps == 0 {
				return i + 1
			}
			return 0
		case d.Kind == text.Word && i > 0 && (s.doc.Tokens[s.first+i-1].Mark == '(' || s.doc.Tokens[s.first+i-1].Mark == ','):
		default:
			return 0
		}
	}
	return 0
}

// maxTokens bounds the part of a sentence that is analysed.
const maxTokens = 600

// run analyses the loaded sentence and writes its relations.
func (sc *Scratch) run() {
	s := &sc.sentence
	sc.since = len(sc.rels)
	sc.patterns()
	if sc.hasTrigger() {
		s.tagTokens()
		s.chunkTokens()
		s.buildClauses()
		sc.taken = slices.Grow(sc.taken[:0], len(s.ngs))[:len(s.ngs)]
		clear(sc.taken)
		sc.verbTriggers()
		sc.nounTriggers()
		sc.reports()
	} else if s.ngs, s.vgs = s.ngs[:0], s.vgs[:0]; sc.trace != nil {
		sc.trace.add("", "", "no trigger word in this sentence")
	}
	sc.dedupe()
}

// hasTrigger reports whether any word of the sentence can trigger a rule.
func (sc *Scratch) hasTrigger() bool {
	lex := &sc.p.lex
	for i := range sc.tok {
		f := sc.tok[i].f
		if f.verb != 0 {
			v := &lex.verbs[f.verb]
			if v.trigger || v.particles && i+1 < len(sc.tok) && sc.tok[i+1].f.arg != 0 {
				return true
			}
		}
		if f.noun != 0 && lex.nouns[f.noun].trigger || f.flags&fMulti != 0 || f.kind == kModal && f.arg == modalMust {
			return true
		}
	}
	return false
}

// emit writes one relation.
func (sc *Scratch) emit(f *frame, a, b side, q float32) {
	if a.Mention == b.Mention && a.Entity == b.Entity || a.Entity >= 0 && a.Entity == b.Entity {
		return
	}
	r := f.rule
	if r.symmetric && sc.res.Mentions[b.Mention].Start < sc.res.Mentions[a.Mention].Start {
		a, b = b, a
	}
	if sc.ownTitle(a.Mention, b.Mention) || r.class == "CONSULT" && (sc.isPress(a.Mention) || sc.isPress(b.Mention)) {
		return
	}
	rel := Relation{Type: r.relation, Class: plover(r, &f.facets), CAMEO: r.cameo, Mode: r.mode, Symmetric: r.symmetric,
		Source: a.Arg, Target: b.Arg, Place: noArg, When: noArg, Attribution: noArg,
		Polarity: f.facets.polarity, Modality: f.facets.modality, Tense: f.facets.tense, Rule: r.id, Sent: sc.index,
		Trigger: sc.span(int(f.a), int(f.b)), Evidence: sc.span(0, len(sc.tok))}
	if r.place {
		if m := sc.placeOf(f, a.ng, b.ng); m >= 0 && m != a.Mention && m != b.Mention {
			rel.Place = sc.arg(m)
		}
	}
	if r.relation == "visit" {
		rel.Place = b.Arg
	}
	if m := sc.dateOf(f, b.ng); m >= 0 {
		rel.When = Arg{m, -1}
		rel.Date = day(sc.res.Mentions[m].Value)
	}
	if f.facets.said >= 0 {
		sc.spare = sc.sideOf(sc.spare[:0], f.facets.said, 0, 0)
		if len(sc.spare) > 0 {
			rel.Attribution = sc.spare[0].Arg
		}
	}
	if rel.Attribution.Mention < 0 {
		sc.accordingTo(&rel)
	}
	rel.Confidence = confidence(f, a, b, q)
	sc.rels = append(sc.rels, rel)
}

// accordingTo reads who says so from "according to X".
func (sc *Scratch) accordingTo(rel *Relation) {
	for x := range sc.ngs {
		if g := &sc.ngs[x]; g.prep == pAccording && g.use == usePrep {
			sc.spare = sc.sideOf(sc.spare[:0], int16(x), 0, 0)
			if len(sc.spare) > 0 && sc.spare[0].Mention != rel.Source.Mention && sc.spare[0].Mention != rel.Target.Mention {
				rel.Attribution = sc.spare[0].Arg
			}
			return
		}
	}
}

// isPress reports whether a mention is the nameless press: telling reporters something is no meeting.
func (sc *Scratch) isPress(m int32) bool {
	x := &sc.res.Mentions[m]
	return x.Type == gazetteers.Group && x.Subtype == "media"
}

var noArg = Arg{-1, -1}

func (sc *Scratch) arg(m int32) Arg {
	e := int32(-1)
	if int(m) < len(sc.res.EntityOf) {
		e = sc.res.EntityOf[m]
	}
	return Arg{m, e}
}

// ownTitle reports whether one mention is the other's title, country or body: "Kenya" and "Kenya's president".
func (sc *Scratch) ownTitle(a, b int32) bool {
	x, y := &sc.res.Mentions[a], &sc.res.Mentions[b]
	return x.Of == b && x.Type == gazetteers.Role || y.Of == a && y.Type == gazetteers.Role || x.Holder == b && b >= 0 && x.Type == gazetteers.Role || y.Holder == a && y.Type == gazetteers.Role
}

// confidence is the rule's base times a factor for each thing that makes a reading less sure: how the event is told (a verb
// 1, a noun 0.92), the slots, the kind of the sides, an outer verb (0.9), what is not said to have happened (0.95; only supposed: 0.85).
func confidence(f *frame, a, b side, q float32) float32 {
	c := f.rule.conf * q * a.quality * b.quality
	if f.kind == trigNoun {
		c *= 0.92
	}
	if f.facets.inner {
		c *= 0.9
	}
	switch f.facets.modality {
	case Actual:
	case Hypothetical:
		c *= 0.85
	default:
		c *= 0.95
	}
	return c
}

// dedupe keeps, of the relations of one sentence, one for each pair and type, and one for each pair and class; the surer one wins
// and takes over the place and date that only the other has.
func (sc *Scratch) dedupe() {
	rs := sc.rels[sc.since:]
	if len(rs) < 2 {
		return
	}
	kept := rs[:0]
	for i := range rs {
		r := rs[i]
		merged := false
		for j := range kept {
			k := &kept[j]
			if !sc.samePair(k, &r) || k.Type != r.Type && (k.Class == "" || k.Class != r.Class) {
				continue
			}
			if k.Type != r.Type && k.Polarity != r.Polarity {
				continue
			}
			keep, drop := *k, r
			if r.Confidence > k.Confidence {
				keep, drop = r, *k
			}
			if keep.Place.Mention < 0 {
				keep.Place = drop.Place
			}
			if keep.When.Mention < 0 {
				keep.When, keep.Date = drop.When, drop.Date
			}
			*k = keep
			merged = true
			break
		}
		if !merged {
			kept = append(kept, r)
		}
	}
	sc.rels = sc.rels[:sc.since+len(kept)]
}

func (sc *Scratch) samePair(a, b *Relation) bool {
	same := func(x, y Arg) bool { return x.Mention == y.Mention || x.Entity >= 0 && x.Entity == y.Entity }
	if same(a.Source, b.Source) && same(a.Target, b.Target) {
		return true
	}
	return (a.Symmetric || b.Symmetric) && same(a.Source, b.Target) && same(a.Target, b.Source)
}

// day cuts the time of day from a normalised date: events are dated by days.
func day(value string) string {
	const full = len("2006-01-02")
	if len(value) > full && value[full] == 'T' {
		return value[:full]
	}
	return value
}
