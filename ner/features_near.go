package ner

import (
	"math/bits"
	"slices"
)

// What the gazetteers know of a candidate as a whole, for its pairs with its neighbours.
const (
	knownNone = iota
	knownRisky
	knownRiskyPerson
	knownRiskyPlace
	knownRiskyOrg
	knownPerson
	knownRole
	knownCountry
	knownNationality
	knownPlace
	knownOrg
	knownEvent
	knownMisc
	knownPlacePerson
	knownPlaceOrg
	knownPersonOrg
	knownMany
	nKnown
)

var knownNames = [nKnown]string{"none", "risky", "risky-person", "risky-place", "risky-org", "person", "role", "country", "nationality", "place", "org", "event", "misc", "place-person", "place-org", "person-org", "many"}

// known maps the lanes of a candidate's readings to one of these.
func known(lanes uint16, risky bool) int {
	switch lanes &= matchLanes; {
	case lanes == 0:
		return knownNone
	case risky:
		switch {
		case lanes == 1<<lanePerson:
			return knownRiskyPerson
		case lanes&^(1<<lanePerson) == 1<<laneLocation:
			return knownRiskyPlace
		case lanes&^(1<<lanePerson) == 1<<laneOrganization:
			return knownRiskyOrg
		}
		return knownRisky
	case lanes&(lanes-1) == 0:
		return knownPerson + bits.TrailingZeros16(lanes)
	case lanes == 1<<laneLocation|1<<lanePerson:
		return knownPlacePerson
	case lanes == 1<<laneLocation|1<<laneOrganization:
		return knownPlaceOrg
	case lanes == 1<<lanePerson|1<<laneOrganization:
		return knownPersonOrg
	case lanes&(1<<laneCountry) != 0:
		return knownCountry
	case lanes&(1<<laneNationality) != 0:
		return knownNationality
	}
	return knownMany
}

// Coarse kinds of neighbours for these pairs.
var nearNames = [...]string{"border", "comma", "mark", "quote", "open", "close", "hyphen", "number", "possessive", "say", "verb", "title", "person-noun",
	"org-noun", "place-noun", "nation-noun", "noun", "other", "cap-place", "cap-nation", "cap-org", "cap-person", "cap", "the", "determiner", "in", "to", "of", "by",
	"and", "auxiliary", "pronoun", "function"}

const nNear = len(nearNames)

func knownName(i int) string { return knownNames[i/nNear] + "." + nearNames[i%nNear] }

// nearAuxiliary is the number of "auxiliary" in nearNames.
var nearAuxiliary = uint8(slices.Index(nearNames[:], "auxiliary"))

// nearOf maps a token's category as a neighbour to its coarse kind.
var nearOf = func() (t [nCtx]uint8) {
	index := func(name string) uint8 { return uint8(slices.Index(nearNames[:], name)) }
	for i := range t {
		t[i] = index("other")
		if i >= ctxWord0 {
			t[i] = index("function")
		}
	}
	for name, list := range map[string][]int{
		"border": {ctxNone}, "comma": {ctxComma}, "mark": {ctxStop, ctxColon, ctxSemicolon, ctxDash, ctxSlash, ctxAmp, ctxOtherMark},
		"quote": {ctxQuote, ctxApostrophe}, "open": {ctxOpen}, "close": {ctxClose}, "hyphen": {ctxHyphen}, "number": {ctxNumber, ctxYear},
		"possessive": {ctxPossessive}, "say": {ctxSay, ctxPersonVerb}, "verb": {ctxGovernmentVerb, ctxLowVerb}, "title": {ctxRole, ctxTitle},
		"person-noun": {ctxPersonNoun}, "org-noun": {ctxOrgNoun}, "place-noun": {ctxPlaceNoun}, "nation-noun": {ctxNationNoun}, "noun": {ctxLowNoun, ctxEventNoun},
		"cap-place": {ctxCapPlace}, "cap-nation": {ctxCapCountry, ctxCapNationality}, "cap-org": {ctxCapOrg, ctxCapOrgHead}, "cap-person": {ctxCapPerson, ctxCapGiven, ctxCapSurname},
		"cap": {ctxCapAcronym, ctxCapCommon, ctxCapUnknown},
	} {
		for _, c := range list {
			t[c] = index(name)
		}
	}
	for name, list := range map[string][]string{
		"the": {"the"}, "determiner": {"a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your"},
		"in": {"in", "at", "near", "outside", "inside", "around", "across", "throughout"}, "to": {"to", "from", "into", "toward", "towards", "through"},
		"of": {"of"}, "by": {"by", "with", "for", "on", "between", "among", "against", "over"}, "and": {"and", "or", "but"},
		"auxiliary": {"is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "do", "does", "did"},
		"pronoun":   {"he", "she", "it", "they", "we", "i", "you", "who", "which"},
	} {
		for _, w := range list {
			if i := slices.Index(ctxWords[:], w); i >= 0 {
				t[ctxWord0+i] = index(name)
			}
		}
	}
	return t
}()
