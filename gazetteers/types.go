// Package gazetteers holds what attache knows of the world: names of people,
// offices, countries, places, organizations, groups and events, and the word
// classes its grammar needs.
//
// Knowledge is written in YAML of one strict schema, checked, compiled to a
// flat index that needs no parsing at start, and looked up by token: a [Set]
// is the built-in index with the user's overlays on top.
package gazetteers

// Type is the type of an entity. The built-in types have constants; the types
// of the user's own gazetteers get numbers from FirstUserType on, valid within
// one Set (see Set.TypeName).
type Type uint8

// Built-in types. Misc marks names that are none of ours (works, awards,
// products): they block the names inside them and are never output. Pronoun
// marks anaphors in the output of package ner.
const (
	NoType Type = iota
	Person
	Role
	Country
	Nationality
	Location
	Organization
	Group
	Event
	DateType
	Misc
	Pronoun
	FirstUserType
)

// WordID numbers a word's normal form within a Set; 0 is an unknown word.
type WordID uint32

// EntryID numbers an entry within a Set; NoEntry is none.
type EntryID int32

// NoEntry is the EntryID of nothing.
const NoEntry EntryID = -1

// Class is one word class of the name grammar ("org-head", "month", …), a bit
// in WordInfo.Classes.
type Class uint64

// WordInfo is what is known of a word by itself, whatever names it is part of.
type WordInfo struct {
	Classes Class // set of word classes
	// Common is how ordinary the lower-case word is: 0 not a common word, else 1 (the
	// most ordinary: scowl level 10) to 8 (level 70).
	Common uint8
	// Given and Surname are how common the word is as a name: 0 not known as one, 1
	// rare to 15 most common (logarithmic).
	Given, Surname uint8
	// POS is the set of the word's parts of speech as a common word.
	POS POS
	// Proper is how ordinary the word is with a capital, on the scale of Common ("Berlin",
	// "Monday").
	Proper uint8
}

// POS is a set of parts of speech.
type POS uint8

// Parts of speech.
const (
	Noun POS = 1 << iota
	Verb
	Adjective
	Adverb
)

// SurfaceKind says how a surface names its entry.
type SurfaceKind uint8

// Kinds of surfaces.
const (
	NameSurface SurfaceKind = iota // the entry's name
	AliasSurface
	FormerSurface
	AcronymSurface   // an alias in capitals
	AdjectiveSurface // "South Korean": the country's nationality reading
	DemonymSurface   // "South Koreans": nationality reading, plural or singular noun
	PluralSurface    // generated plural of a role or group noun
)

// Reading is one way to read a matched surface: an entry, and how the surface
// names it.
type Reading struct {
	Entry  EntryID
	Kind   SurfaceKind
	Risky  bool // usually something else: needs support from context
	Weight int8 // −50…50: tenths added to the score
}

// Match is a gazetteer surface found in text: the tokens [First, Last) and the
// surface, whose readings Set.Readings lists.
type Match struct {
	First, Last int32
	Surface     uint32
}
