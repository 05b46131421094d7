// Package relations finds who did what with whom, where and when.
//
// Rules are trigger-first: a compiled map from word to trigger picks the
// sentences, one clause frame per trigger is built once and shared by all
// rules, and what is done is composed from verb functions and noun classes.
package relations

import "attache/text"

// Polarity says whether the text affirms or denies the relation.
type Polarity uint8

// Polarities.
const (
	Affirmed Polarity = iota
	Negated
)

// Modality says whether it has happened.
type Modality uint8

// Modalities.
const (
	Actual Modality = iota
	Future
	Possible
	Intended
	Requested
	Hypothetical
)

// Tense is the tense of the trigger's verb group.
type Tense uint8

// Tenses.
const (
	NoTense Tense = iota
	Past
	Present
	FutureTense
)

// Arg is one argument of a relation: a mention of the resolution and its entity, each −1 if absent.
type Arg struct {
	Mention, Entity int32
}

// Participant is a further argument with its role: "participant", "topic", "instrument".
type Participant struct {
	Name string
	Arg
}

// Relation is one event or state between a source and a target.
type Relation struct {
	Type      string // "meet", "holds-role"
	Class     string // PLOVER class, derived from type and facets; "" for states
	CAMEO     string
	Mode      string
	Symmetric bool
	Source    Arg
	Target    Arg
	Args      []Participant
	Place     Arg
	When      Arg    // DATE mention, if the text has one
	Date      string // normalised, or the dateline's
	Polarity  Polarity
	Modality  Modality
	Tense     Tense
	// Attribution is who says so, for reported speech.
	Attribution Arg
	Confidence  float32
	Rule        string // id of the rule
	Trigger     text.Span
	Evidence    text.Span
	Sent        int32
}
