package ner

import (
	"attache/gazetteers"
	"attache/text"
)

// ctxWords are the function words that get a feature of their own as
// neighbours of a candidate. The order is part of the weights' names only, not
// of the weights file: names are looked up, so words may be added anywhere.
var ctxWords = [...]string{
	"the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your",
	"in", "at", "from", "to", "into", "onto", "of", "by", "with", "without", "for", "on", "upon", "near", "across",
	"between", "among", "against", "over", "under", "through", "throughout", "around", "outside", "inside", "within",
	"toward", "towards", "via", "after", "before", "since", "until", "during", "about", "including", "like", "than",
	"per", "versus", "vs", "despite", "beyond", "along", "off", "up", "out", "behind", "beside", "besides", "except",
	"and", "or", "but", "nor", "as", "if", "when", "while", "where", "because", "although", "though", "so", "both",
	"who", "whose", "whom", "which", "what", "how", "why", "not", "no", "is", "are", "was", "were", "be", "been",
	"has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "do", "does", "did",
	"he", "she", "it", "they", "we", "i", "you", "him", "them", "us", "me", "there", "here", "also", "too",
	"former", "ex", "late", "then", "new", "old", "all", "some", "many", "most", "several", "other", "another", "each",
	"every", "any", "such", "own", "same", "only", "even", "just", "now", "later", "again", "yet", "still", "already",
	"according", "called", "named", "known", "based", "born", "led", "one", "two", "three", "four", "five",
	"first", "second", "third", "last", "next", "early", "fellow", "current", "outgoing", "incoming", "north",
	"south", "east", "west", "northern", "southern", "eastern", "western", "central", "neighbouring", "neighboring", "downtown",
}

// Categories of a token as a neighbour, beyond the function words.
const (
	ctxNone  = iota // no token: border of the sentence
	ctxStart        // first of the categories
	ctxComma = iota + 1
	ctxStop
	ctxColon
	ctxSemicolon
	ctxQuote
	ctxApostrophe
	ctxOpen
	ctxClose
	ctxHyphen
	ctxDash
	ctxSlash
	ctxAmp
	ctxOtherMark
	ctxNumber
	ctxYear
	ctxPossessive
	ctxClitic
	ctxLink
	ctxSay
	ctxPersonVerb
	ctxGovernmentVerb
	ctxRole
	ctxTitle
	ctxPersonNoun
	ctxOrgNoun
	ctxPlaceNoun
	ctxNationNoun
	ctxEventNoun
	ctxSport
	ctxMonth
	ctxWeekday
	ctxLowVerb
	ctxLowNoun
	ctxLowAdjective
	ctxLowAdverb
	ctxLowUnknown
	ctxCapCountry
	ctxCapNationality
	ctxCapPlace
	ctxCapOrg
	ctxCapPerson
	ctxCapOrgHead
	ctxCapGiven
	ctxCapSurname
	ctxCapAcronym
	ctxCapCommon
	ctxCapUnknown
	ctxWord0 // the function words begin here
)

// ctxNames names the categories between ctxNone and ctxWord0 in features.
var ctxNames = [ctxWord0]string{
	ctxNone: "border", ctxComma: "comma", ctxStop: "stop", ctxColon: "colon", ctxSemicolon: "semicolon", ctxQuote: "quote",
	ctxApostrophe: "apostrophe", ctxOpen: "open", ctxClose: "close", ctxHyphen: "hyphen", ctxDash: "dash", ctxSlash: "slash",
	ctxAmp: "amp", ctxOtherMark: "mark", ctxNumber: "number", ctxYear: "year", ctxPossessive: "possessive", ctxClitic: "clitic", ctxLink: "link",
	ctxSay: "say-verb", ctxPersonVerb: "person-verb", ctxGovernmentVerb: "government-verb", ctxRole: "role", ctxTitle: "title",
	ctxPersonNoun: "person-noun", ctxOrgNoun: "org-noun", ctxPlaceNoun: "place-noun", ctxNationNoun: "nation-noun",
	ctxEventNoun: "event-noun", ctxSport: "sport", ctxMonth: "month", ctxWeekday: "weekday", ctxLowVerb: "verb",
	ctxLowNoun: "noun", ctxLowAdjective: "adjective", ctxLowAdverb: "adverb", ctxLowUnknown: "lower",
	ctxCapCountry: "cap-country", ctxCapNationality: "cap-nationality", ctxCapPlace: "cap-place", ctxCapOrg: "cap-org",
	ctxCapPerson: "cap-person", ctxCapOrgHead: "cap-org-head", ctxCapGiven: "cap-given", ctxCapSurname: "cap-surname",
	ctxCapAcronym: "cap-acronym", ctxCapCommon: "cap-common", ctxCapUnknown: "cap-unknown",
}

const nCtx = ctxWord0 + len(ctxWords)

// nameClasses are the word classes of the gazetteers that are evidence inside a name.
var nameClasses = [...]string{
	"org-head-sure", "org-head", "org-head-foreign", "org-prefix", "org-suffix", "club-prefix", "org-adjective", "place-head-sure", "loc-head", "facility-head", "loc-prefix", "direction", "event-head-sure", "event-head", "event-modifier", "work-head", "person-title", "honorific", "name-suffix", "particle", "month", "weekday", "person-noun", "kinship", "org-noun", "loc-noun", "media-noun", "nation-noun", "person-verb", "speech-verb", "government-verb", "government-noun", "sport-word", "portfolio", "title-modifier", "not-a-name", "agency-credit", "number-word", "verb-noun", "hyphen-tail",
}

const nNameClasses = len(nameClasses)

// lexicon is what the recognizer knows of words beyond the gazetteers' own
// classes: the bits of the classes it uses, and the function words by hash.
type lexicon struct {
	orgHead, orgHeadWide, orgHeadForeign, orgPrefix, orgSuffix, clubPrefix, orgAdjective, placeHead, placeHeadWide, facilityHead, placeFirst, compass, eventHead, eventHeadWide, eventModifier, workHead, personTitle, honorific, nameSuffix, nameParticle, month, weekday, personNoun, kinship, orgNoun, placeNoun, mediaNoun, nationNoun, personVerb, sayVerb, governmentVerb, governmentNoun, sportWord, portfolio, titleModifier, notAName, agencyCredit, numberWord, verbNoun, hyphenTail gazetteers.Class

	name gazetteers.Class // all of nameClasses
	slot [64]uint8        // bit of a class → index into nameClasses

	words [1024]fword // open addressing by hash
}

type fword struct {
	hash uint64
	id   uint8
	ctx  uint8
}

// Function words with a meaning of their own for the grammar.
const (
	fwNone uint8 = iota
	fwThe
	fwA
	fwOf
	fwAnd
	fwFor
	fwIn
	fwAt
	fwFrom
	fwTo
	fwBy
	fwWith
	fwOn
	fwBetween
	fwNear
	fwOther
)

var fwIDs = map[string]uint8{
	"the": fwThe, "a": fwA, "an": fwA, "of": fwOf, "and": fwAnd, "for": fwFor, "in": fwIn, "at": fwAt, "from": fwFrom, "to": fwTo,
	"by": fwBy, "with": fwWith, "on": fwOn, "between": fwBetween, "near": fwNear,
}

func newLexicon(set *gazetteers.Set) *lexicon {
	lx := &lexicon{}
	masks := [nNameClasses]*gazetteers.Class{
		&lx.orgHead, &lx.orgHeadWide, &lx.orgHeadForeign, &lx.orgPrefix, &lx.orgSuffix, &lx.clubPrefix, &lx.orgAdjective, &lx.placeHead, &lx.placeHeadWide, &lx.facilityHead, &lx.placeFirst, &lx.compass, &lx.eventHead, &lx.eventHeadWide, &lx.eventModifier, &lx.workHead, &lx.personTitle, &lx.honorific, &lx.nameSuffix, &lx.nameParticle, &lx.month, &lx.weekday, &lx.personNoun, &lx.kinship, &lx.orgNoun, &lx.placeNoun, &lx.mediaNoun, &lx.nationNoun, &lx.personVerb, &lx.sayVerb, &lx.governmentVerb, &lx.governmentNoun, &lx.sportWord, &lx.portfolio, &lx.titleModifier, &lx.notAName, &lx.agencyCredit, &lx.numberWord, &lx.verbNoun, &lx.hyphenTail,
	}
	for i, name := range nameClasses {
		c := set.ClassNamed(name)
		*masks[i] = c
		lx.name |= c
		for b := range 64 {
			if c&(1<<b) != 0 {
				lx.slot[b] = uint8(i)
			}
		}
	}
	for i, w := range ctxWords {
		h := text.Hash(w)
		id := fwIDs[w]
		if id == fwNone {
			id = fwOther
		}
		for j := h & 1023; ; j = (j + 1) & 1023 {
			if e := &lx.words[j]; e.id == fwNone || e.hash == h {
				if e.id == fwNone {
					*e = fword{hash: h, id: id, ctx: uint8(ctxWord0 + i)}
				}
				break
			}
		}
	}
	return lx
}

// function returns the function word of a hash, or the zero fword.
func (lx *lexicon) function(h uint64) fword {
	for j := h & 1023; ; j = (j + 1) & 1023 {
		e := &lx.words[j]
		if e.hash == h || e.id == fwNone {
			return *e
		}
	}
}
