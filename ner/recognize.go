package ner

import (
	"attache/gazetteers"
	"attache/text"
)

// windowTokens is about how many tokens are read at once: evidence of a
// longer document reaches from each window into the next ones.
const windowTokens = 1 << 15

// window is a run of whole sentences.
type window struct {
	sents, toks text.Range
}

// Recognizer finds mentions. It is immutable and safe for concurrent use, each
// goroutine with a Scratch of its own.
type Recognizer struct {
	set    *gazetteers.Set
	lx     *lexicon
	packed []packed // the weights
	ctxWho uint8

	dates    *dateGrammar
	ranks    []rank
	capitals map[gazetteers.EntryID]gazetteers.EntryID // to their countries
	// Function words of the grammars for offices, groups and governments, by hash.
	adjectives, verbLeads, objectLeads, placeLeads, governmentLeads, governmentTails, whichWords, auxiliaries []uint64
}

// Option changes how a Recognizer works.
type Option func(*Recognizer) error

// WithWeights replaces the built-in weights by those of a weights file in YAML.
func WithWeights(yaml []byte) Option {
	return func(r *Recognizer) error {
		w, err := parseWeights(yaml)
		if err != nil {
			return err
		}
		r.packed = pack(w)
		return nil
	}
}

// New returns a Recognizer that knows the names of a set of gazetteers.
func New(set *gazetteers.Set, opts ...Option) (*Recognizer, error) {
	r := &Recognizer{set: set, lx: newLexicon(set), packed: builtinPacked()}
	r.dates = newDateGrammar()
	r.ranks, r.capitals = newRanks(), capitals(set)
	r.adjectives = hashes("new", "former", "current", "outgoing", "incoming", "first", "old", "late", "then", "central", "other", "last", "fellow", "own")
	r.verbLeads = hashes("will", "would", "can", "could", "may", "might", "must", "should", "shall", "he", "she", "it", "who", "which", "they", "we", "i", "also", "not", "do", "does", "did")
	r.objectLeads = hashes("his", "her", "its", "their", "this", "that", "these", "those", "our", "my", "your", "all", "some", "any", "each", "every", "another", "several", "most", "many", "two", "three", "four", "five", "him", "them", "us", "new")
	r.placeLeads = hashes("outside", "inside", "near", "around", "across", "throughout", "through", "into", "within", "from", "downtown", "behind", "beside", "toward", "towards")
	r.governmentLeads = hashes("against")
	r.governmentTails = hashes("aligned", "allied", "appointed", "backed", "brokered", "chaired", "controlled", "friendly", "funded", "imposed", "installed", "led", "mediated", "sponsored", "supported")
	r.whichWords = hashes("which")
	r.auxiliaries = hashes("will", "would", "has", "have", "had", "is", "was", "may", "might", "could", "should", "must", "can", "does", "did", "do", "also", "not", "and")
	r.ctxWho = r.lx.function(text.Hash("who")).ctx
	for _, o := range opts {
		if err := o(r); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// Scratch holds the buffers of a Recognizer that one goroutine reuses from
// document to document. The zero value is ready.
type Scratch struct {
	toks      []tok
	words     []gazetteers.WordID
	nexts     []uint64 // which words may follow each in a gazetteer name
	found     []gazetteers.Match
	matches   []match
	matchAt   []int32
	cover     []cover
	endsAt    []cover
	cands     []cand
	feats     []feature
	steps     []step
	taken     []bool
	readAs    []int8 // lane of the name a token lies in, −1 for none
	within    []bool // whether that name has several words
	low, high int32  // tokens of the sentence in hand
	stats     stats
	lexemes   []lexeme
	warm      uint64 // what Warm returned: that nobody reads it must not make the compiler leave it out
	surfaces  []surface
	owner     *Recognizer // whose lexemes and surfaces they are
	mentions  []Mention
	extra     []Mention
	dates     []Mention
	nextDate  int // first date of the windows to come
	date      dateScratch
	source    string
	spans     []text.Token

	Trace *Trace // when set, every candidate and its evidence is kept there
}

// Recognize returns the mentions of a document in the order of the text, none
// overlapping another. The result belongs to sc and holds until its next use.
//
// The way: gazetteer matches and the name grammar propose candidates; each is
// scored for every type by the weights of its evidence, and the best set
// without overlaps is found by dynamic programming. What that first reading
// found and how often is evidence for the second, which gives the result.
func (r *Recognizer) Recognize(doc *text.Document, sc *Scratch) []Mention {
	sc.mentions = sc.mentions[:0]
	sc.dates = r.dates.appendDates(doc, sc.dates[:0], &sc.date)
	sc.nextDate = 0
	sc.stats.reset()
	if sc.owner != r {
		sc.owner = r
		sc.lexemes = make([]lexeme, lexemes)
		sc.surfaces = make([]surface, surfaces)
	}
	for si := 0; si < len(doc.Sents); {
		w := nextWindow(doc, si)
		r.readWindow(doc, sc, w)
		si = int(w.sents.Last)
	}
	return sc.mentions
}

// nextWindow returns the window that begins at a sentence.
func nextWindow(doc *text.Document, si int) window {
	first := doc.Sents[si].Toks.First
	j := si
	for j < len(doc.Sents) && (j == si || doc.Sents[j].Toks.Last-first <= windowTokens) {
		j++
	}
	return window{text.Range{First: int32(si), Last: int32(j)}, text.Range{First: first, Last: doc.Sents[j-1].Toks.Last}}
}

func (r *Recognizer) readWindow(doc *text.Document, sc *Scratch, w window) {
	sc.source, sc.spans = doc.Source, doc.Tokens[w.toks.First:w.toks.Last]
	r.readTokens(doc, sc, w)
	dates := sc.markDates(w)
	r.findMatches(doc, sc, w)
	r.refineContext(sc)
	r.countWords(doc, sc, w)
	sc.cands = sc.cands[:0]
	traced, users := 0, false
	if sc.Trace != nil {
		traced = len(sc.Trace.Candidates)
	}
	base := w.toks.First
	for si := w.sents.First; si < w.sents.Last; si++ {
		sent := &doc.Sents[si]
		first, last := sent.Toks.First-base, sent.Toks.Last-base
		kind := doc.Sections[sent.Section].Kind
		from := len(sc.cands)
		dates = r.findCandidates(sc, first, last, base, dates)
		for i := from; i < len(sc.cands); i++ {
			c := &sc.cands[i]
			if c.lane == laneDate {
				if sc.Trace != nil {
					sc.Trace.Candidates = append(sc.Trace.Candidates, TracedCandidate{Toks: text.Range{First: c.first + base, Last: c.last + base}})
				}
				continue
			}
			if c.lane == laneUser {
				users = true
				if sc.Trace != nil {
					sc.Trace.Candidates = append(sc.Trace.Candidates, TracedCandidate{Toks: text.Range{First: c.first + base, Last: c.last + base}})
				}
				continue
			}
			c.key = sc.key(c.first, c.last)
			r.evidence(sc, c, sent, kind, first, last)
			if sc.Trace != nil {
				sc.Trace.Candidates = append(sc.Trace.Candidates, TracedCandidate{
					Toks: text.Range{First: c.first + base, Last: c.last + base}, Static: sc.Trace.add(sc.feats), Added: floats(&c.acc), Lanes: c.lanes})
			}
			r.score(sc, c)
			c.best()
		}
	}
	if users {
		r.scoreUsers(sc)
	}
	sc.decode(candFirst)
	sc.take(candFirst)
	r.learn(sc)
	si := w.sents.First
	for i := range sc.cands {
		c := &sc.cands[i]
		for doc.Sents[si].Toks.Last-base <= c.first {
			si++
		}
		sc.low, sc.high = doc.Sents[si].Toks.First-base, doc.Sents[si].Toks.Last-base
		if c.lane >= nLanes {
			continue
		}
		r.repeatEvidence(sc, c)
		if sc.Trace != nil {
			sc.Trace.Candidates[traced+i].Repeat = sc.Trace.add(sc.feats)
		}
		if len(sc.feats) > 0 {
			r.score(sc, c)
			c.best()
		}
	}
	if users {
		r.scoreUsers(sc)
	}
	sc.decode(candChosen)
	if sc.Trace != nil {
		for i := range sc.cands {
			c := &sc.cands[i]
			sc.Trace.Candidates[traced+i].Chosen = c.flags&candChosen != 0
			sc.Trace.Candidates[traced+i].Scores = floats(&c.acc)
			if c.lane == laneUser {
				sc.Trace.Candidates[traced+i].UserScore = float32(c.score) / scoreUnit
			}
		}
	}
	r.emit(doc, sc, w)
}
