// Package ner finds the names, offices, nationalities, groups, events and
// dates of a document ([Recognizer]) and joins them into entities ([Resolver]).
//
// Gazetteers know, grammar discovers: gazetteer matches and the name grammar
// propose candidate readings, named evidence with weights from YAML scores
// each of them, and dynamic programming picks the best set of readings that do
// not overlap.
package ner

import (
	"attache/gazetteers"
	"attache/text"
)

// Mention is one appearance of a name, role, nationality, group, event or date.
type Mention struct {
	text.Span
	Toks    text.Range // tokens [First, Last) of the document
	Sent    int32      // index of its sentence
	Type    gazetteers.Type
	Subtype string
	Entry   gazetteers.EntryID // the gazetteer's entry it was read as, or NoEntry
	Surface gazetteers.SurfaceKind
	// Rule names the evidence that decided, as "gazetteer/countries" or "grammar/title-name".
	Rule       string
	Confidence float32
	// Of is the index of the mention a ROLE or GROUP belongs to ("U.S." for
	// "Secretary of State"), a role-like back link of a NATIONALITY none; −1 when
	// it has none.
	Of int32
	// Holder is, for a ROLE beside a name ("Prime Minister Shinzo Abe", "Abe, the
	// prime minister"), the index of the PERSON mention that holds it; −1 otherwise.
	Holder int32
	// Rank ("deputy", "acting", "former") and Portfolio (span of "foreign" in "foreign
	// minister"; empty if none) belong to ROLE mentions. Plural is set for plural ROLE and GROUP heads.
	Rank      string
	Portfolio text.Span
	Plural    bool
	// Value is the normalised value of a DATE in the style of TIMEX3: "2021-04-02",
	// "2021-W13-3", "P2W", "XXXX-WXX-3", "PAST_REF".
	Value string
	// Metonym marks a place name or seat of power that stands for a government by its use.
	Metonym bool
}

// Office is an office held by a person of the document.
type Office struct {
	Role     string // id of the role: "role:usa/secretary-of-state"
	Name     string // its words
	Of       string // entity id of the country or organization, "" if unknown
	From, To string // ISO dates where the gazetteer knows the term
	Mention  int32  // ROLE mention that says so, −1 when only the gazetteer knows
}

// Entity is one thing that the document names.
type Entity struct {
	ID      string // "person:antony-blinken", "country:KOR", "org:united-nations"
	Type    gazetteers.Type
	Subtype string
	Name    string             // the fullest name, or the gazetteer's
	Entry   gazetteers.EntryID // NoEntry when discovered
	Country string             // ISO 3166-1 alpha-3 of nationality or home, "" if unknown
	Literal string             // for a metonym: id of the place literally named
	// Mentions are the indexes of its mentions, in the order of the text.
	Mentions []int32
	Offices  []Office
	Aliases  []string
}

// Resolution joins mentions into entities.
type Resolution struct {
	// Mentions is the document's final list of mentions: those of Recognize,
	// with the anaphors that were resolved ("he", "the two sides") added as mentions of
	// type Pronoun, in the order of the text.
	Mentions []Mention
	Entities []Entity
	// EntityOf gives for each mention the index of its entity, −1 for none
	// (dates, plural anaphors, plural titles before names).
	EntityOf []int32
	// Antecedents lists the entities of a plural anaphor ("the two sides"): for mention i the
	// entities Plurals[i] when EntityOf[i] is −1.
	Plurals map[int32][]int32
}
