package relations

import (
	"attache/ner"
	"attache/text"
)

// Attempt is one try of a rule on a sentence, for people who ask why a relation was found or not.
type Attempt struct {
	Rule    string    // id of the rule, "" when no rule was reached
	Trigger text.Span // the trigger, empty when there is none
	// Missing says what failed: "source", "target", or another sentence in lower case; "" when the rule made relations.
	Missing string
	// Tried lists the slots that were looked at for what is missing.
	Tried []string
}

// tracer collects attempts.
type tracer struct{ list []Attempt }

func (t *tracer) add(rule, trigger, why string) {
	t.list = append(t.list, Attempt{Rule: rule, Missing: why})
}

// note records how a frame fared.
func (sc *Scratch) note(f *frame, missing string, made bool) {
	if sc.trace == nil {
		return
	}
	a := Attempt{Rule: f.rule.id, Trigger: sc.span(int(f.a), int(f.b)), Missing: missing}
	slots := f.rule.src
	if missing == "target" {
		slots = f.rule.tgt
	}
	if !made {
		for _, s := range slots {
			a.Tried = append(a.Tried, s.String())
		}
	}
	sc.trace.list = append(sc.trace.list, a)
}

// Explain returns, for one sentence of a document, every rule whose trigger stood there, and for those that made no relation what was
// missing. It allocates; it is for reading, not for the hot path.
func (x *Extractor) Explain(doc *text.Document, res *ner.Resolution, sent int, sc *Scratch) []Attempt {
	if sent < 0 || sent >= len(doc.Sents) {
		return nil
	}
	st := &doc.Sents[sent]
	first := 0
	for first < len(res.Mentions) && res.Mentions[first].Start < st.Start {
		first++
	}
	last := first
	for last < len(res.Mentions) && res.Mentions[last].Start < st.End {
		last++
	}
	var t tracer
	sc.rels = sc.rels[:0]
	sc.p, sc.set, sc.doc, sc.res, sc.trace = x.p, x.set, doc, res, &t
	defer func() { sc.trace = nil }()
	if st.Flags&text.Repeated != 0 {
		t.add("", "", "the sentence is a repetition")
		return t.list
	}
	switch k := doc.Sections[st.Section].Kind; k {
	case text.Byline, text.Timestamp, text.Credit, text.Boilerplate, text.Dateline:
		t.add("", "", "a "+k.String()+" is not read for relations")
		return t.list
	}
	if !sc.worth(st, first, last) {
		t.add("", "", "fewer than two mentions that could be sides")
		return t.list
	}
	sc.sentence.load(int32(sent), st, first, last)
	sc.run()
	return t.list
}
