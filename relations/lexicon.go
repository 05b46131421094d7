package relations

import "attache/text"

// Forms of a verb, as bits of form.vform.
const (
	vBase uint8 = 1 << iota
	vThird
	vPast
	vPart
	vIng
)

// Flags of a form.
const (
	fPlural    uint8 = 1 << iota // plural noun
	fVerbFirst                   // a noun too, but as a verb far more often
	fMulti                       // may end a noun of several words
	fPredAdj                     // adjective that takes an infinitive or preposition as a verb does ("willing", "resistant")
	fDitrans                     // takes two objects
	fAdj                         // may be an adjective
	fTime                        // ends an expression of time ("today", "week")
)

// form is what the lexicon knows of one word form.
type form struct {
	verb  uint16 // verb lexeme, 0 for none
	noun  uint16 // noun lexeme, 0 for none
	vform uint8
	kind  kind
	arg   uint8 // number of the preposition, modal or auxiliary form
	flags uint8
}

// lexeme is a verb, a particle verb or a predicate adjective.
type verbLex struct {
	lemma     string
	funcs     uint32 // set of verb functions
	rule      int32  // rule when the verb alone decides, −1
	rule2     int32  // tried when the first finds no sides, −1
	flags     uint8  // fDitrans …
	phrasal   bool   // heads particle verbs
	parent    uint16 // verb of a particle verb
	isAdj     bool
	prepObj   prep // for a particle verb whose last particle is a preposition: its object's preposition
	trigger   bool // it has a rule
	particles bool // a particle verb of its has one
}

// nounLex is a noun or a compound noun.
type nounLex struct {
	lemma   string
	classes uint64 // set of noun classes
	rule    int32  // rule of the bare noun, −1
	trigger bool   // it has a rule or stands in a pair
}

// lexicon is the compiled knowledge of words: immutable, shared by all goroutines.
type lexicon struct {
	filter [1024]uint64 // one bit per hash's low 16 bits
	keys   []uint64     // open addressing; 0 is empty
	vals   []uint16     // index into forms
	mask   uint32
	forms  []form
	verbs  []verbLex
	nouns  []nounLex

	multi   pairTable // two or three noun words → noun lexeme
	phrasal pairTable // verb lexeme and particle → verb lexeme
	pairs   pairTable // verb or function × noun or class → rule
}

// look returns the form of a word's hash, or nil.
func (l *lexicon) look(h uint64) *form {
	if l.filter[(h>>6)&1023]>>(h&63)&1 == 0 {
		return nil
	}
	i := uint32(h>>17) & l.mask
	for {
		k := l.keys[i]
		if k == h {
			return &l.forms[l.vals[i]]
		}
		if k == 0 {
			return nil
		}
		i = (i + 1) & l.mask
	}
}

// pairTable maps a 64-bit key to a small number by open addressing.
type pairTable struct {
	keys []uint64
	vals []int32
	mask uint32
}

func (t *pairTable) get(k uint64) (int32, bool) {
	if len(t.keys) == 0 {
		return 0, false
	}
	i := uint32(mix(k)) & t.mask
	for {
		switch t.keys[i] {
		case k:
			return t.vals[i], true
		case 0:
			return 0, false
		}
		i = (i + 1) & t.mask
	}
}

func mix(k uint64) uint64 {
	k ^= k >> 33
	k *= 0xff51afd7ed558ccd
	k ^= k >> 33
	return k
}

// newPairTable lays out entries, which must have distinct keys, none of them 0.
func newPairTable(keys []uint64, vals []int32) pairTable {
	n := 8
	for n < 2*len(keys) {
		n *= 2
	}
	t := pairTable{keys: make([]uint64, n), vals: make([]int32, n), mask: uint32(n - 1)}
	for j, k := range keys {
		i := uint32(mix(k)) & t.mask
		for t.keys[i] != 0 {
			i = (i + 1) & t.mask
		}
		t.keys[i], t.vals[i] = k, vals[j]
	}
	return t
}

// Kinds of the two halves of a pair's key.
const (
	pairVerb uint64 = 1 + iota
	pairFunc
)

const (
	pairNoun uint64 = 1 + iota
	pairClass
)

func pairKey(lk, l, rk, r uint64) uint64 { return lk<<60 | rk<<56 | l<<24 | r }

func multiKey(a, b uint64) uint64 {
	k := mix(a)*31 + b
	if k == 0 {
		k = 1
	}
	return k
}

// buildForms lays out the table of word forms.
func (l *lexicon) buildForms(hashes []uint64, forms []form) {
	n := 16
	for n < 2*len(hashes) {
		n *= 2
	}
	l.keys, l.vals, l.mask = make([]uint64, n), make([]uint16, n), uint32(n-1)
	l.forms = forms
	for j, h := range hashes {
		l.filter[(h>>6)&1023] |= 1 << (h & 63)
		i := uint32(h>>17) & l.mask
		for l.keys[i] != 0 {
			i = (i + 1) & l.mask
		}
		l.keys[i], l.vals[i] = h, uint16(j)
	}
}

// wordHash is the hash of a word's normal form, as the tokenizer computes it.
func wordHash(s string) uint64 { return text.Hash(s) }
