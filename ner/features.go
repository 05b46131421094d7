package ner

import (
	"strconv"

	"attache/gazetteers"
)

// Lanes are the types that candidates compete for. A feature has one weight
// for each, so that one addition of eight numbers serves all types. GROUP and
// DATE mentions are found by grammars of their own and have none.
const (
	lanePerson = iota
	laneRole
	laneCountry
	laneNationality
	laneLocation
	laneOrganization
	laneEvent
	laneMisc
	nLanes
)

var laneTypes = [nLanes]gazetteers.Type{
	gazetteers.Person, gazetteers.Role, gazetteers.Country, gazetteers.Nationality, gazetteers.Location,
	gazetteers.Organization, gazetteers.Event, gazetteers.Misc,
}

var laneKeys = [nLanes]string{"per", "role", "country", "nat", "loc", "org", "event", "misc"}

// feature numbers one piece of named evidence.
type feature uint16

// Single features. Families, with a member for each category of a token, a
// subtype or the like, follow them from firstFamily on.
const (
	fBias feature = iota

	fLen1
	fLen2
	fLen3
	fLen4
	fLen5
	fLen6
	fLower          // starts in lower case
	fLowerEnd       // ends in lower case
	fHyphenLowerEnd // after a hyphen: "Ban Ki-moon"
	fAllUpper
	fAllCommon  // every word is a common word
	fSomeCommon // some word is an ordinary common word
	fNoName     // no word is known as a given name or surname
	fGivenFirst
	fSurnameLast
	fGivenSurname // given name first and surname last
	fInitialInside
	fParticleInside
	fNumberInside
	fOfInside
	fAndInside
	fForInside
	fTheInside
	fInInside
	fAmpInside
	fSlashInside
	fHyphenInside
	fPossessiveInside
	fQuoteInside
	fDotInside
	fCapHead     // a capitalised head of organizations ends it in an ordinary sentence
	fCapPlace    // likewise of places
	fHeadOf      // organization head before "of"
	fPlaceHeadOf // place head before "of"
	fOrgWords    // two or more words of organizations
	fYearFirst
	fNumberFirst
	fNumberLast
	fSiteAfter       // a common noun for a site follows: "de Gaulle" airport
	fSiteLast        // such a noun ends it
	fHyphenFirstPart // a hyphen and a capital follow
	fHyphenLastPart  // a capital and a hyphen stand before
	fHyphenLower     // "-based" and the like follow
	fSyllables       // ends in two short parts: "Jong-un"
	fSyllablesCut    // ends between two short parts
	fHyphenName      // a hyphen and another small word follow: "Ki" in "Ki-moon"

	fDated     // a date or part of one
	fDatedPart // a date stands in it

	fStart       // begins its sentence
	fStartCommon // one ordinary word that begins its sentence
	fStartFunction
	fStartVerb // one ordinary word that begins its sentence, before a verb
	fMidCommon // ordinary words in capitals within a sentence
	fHeadline
	fTitleCase
	fAllCaps
	fFreeCommon // ordinary words in a line where capitals say little
	fSpeaker    // in capitals before a colon at the start of a line
	fQuoted     // between quotation marks
	fBrackets   // between brackets
	fBracketAcronym
	fHasBracketAcronym
	fByline
	fCaption
	fCredit
	fBoilerplate
	fDateline

	fTitleBefore // a title or office stands right before
	fRoleAfter   // a small-written office or group follows
	fTitleFirst  // its first word is a title
	fAgeAfter    // ", 45,"
	fCommaRole   // ", the prime minister"
	fCommaPlace  // ", Germany"
	fPlaceComma  // "Paris, " before a country or region
	fCommaWho
	fDemonymBefore
	fDemonymHead // organization head after a nationality inside
	fListBefore  // ", " or "and" and a capital before
	fListAfter
	fBetween   // "between X and Y", "X and Y" after between
	fTheBefore // "the", perhaps with an adjective between
	fPrevCap
	fNextCap
	fPrevCapName // a name may begin before
	fNextCapName
	fOfCapAfter   // "of" and a capital follow
	fOfCapBefore  // a capital and "of" stand before
	fAndCapAfter  // "and" and a capital follow
	fAndCapBefore // a capital and "and" stand before

	fGazRisky
	fGazMulti
	fGazAmbiguous // readings of two or more types
	fGazNone
	fGazLower   // a gazetteer name in lower case
	fAndSplit   // "and" stands between names that the gazetteers know
	fOfNation   // "of" and a country end it, and no head noun stands before
	fCrossLeft  // cuts through a longer gazetteer match that begins before
	fCrossRight // or ends after

	fDocMid       // seen elsewhere in capitals within a sentence
	fDocMid3      // three times or more
	fDocLower     // seen in lower case
	fDocLowerMore // oftener than in capitals
	fDocThe
	fDocIn
	fDocTitle
	fDocSay
	fDocPossessive
	fDocOrgNoun
	fDocPlaceNoun
	fDocAfterGiven
	fDocLastOfRun
	fDocFirstOfRun
	fDocOnlyAlone
	fDocNever // in no other place
	fDocPersonVerb
	fDocSport      // the document talks of sport
	fDocSportPlace // and the candidate is a place to the gazetteer

	fNoIntro       // seen three times in a document of some length, never with a given name or title
	fNoIntroRare   // likewise, seen less often
	fSurnameRepeat // last word of a longer person name
	fGivenRepeat
	fNamePart // a word within a longer name of a person
	fOrgFirst // first words of a longer organization name
	fOrgPart
	fPlacePart
	fAcronymOf // its letters are the initials of an organization of the document
	fAcronymOfPlace
	fAcronymKnown // a name whose initials stand elsewhere as a word

	firstFamily
)

// Kinds of gazetteer readings with a feature of their own.
const (
	gzPerson = iota
	gzPersonOffice
	gzRole
	gzHonorific
	gzCountry
	gzHistoric
	gzTerritory
	gzCountryAdjective
	gzCountryDemonym
	gzEthnic
	gzReligious
	gzBloc
	gzCity
	gzCityMiddle
	gzCityBig
	gzAdmin
	gzRegion
	gzSea
	gzFacility
	gzOtherPlace
	gzGovernment
	gzMinistry
	gzLegislature
	gzCourt
	gzMilitary
	gzAgency
	gzIGO
	gzNGO
	gzParty
	gzArmed
	gzCompany
	gzMedia
	gzUniversity
	gzTeam
	gzOtherOrg
	gzGroup
	gzEvent
	gzWar
	gzMisc
	gzLanguage
	gzWork
	gzUser
	nGz
)

var gzNames = [nGz]string{"person", "person-office", "role", "honorific", "country", "historic", "territory", "country-adjective", "demonym",
	"ethnic", "religious", "bloc", "city", "city-middle", "city-big", "admin", "region", "sea", "facility", "place", "government", "ministry",
	"legislature", "court", "military", "agency", "igo", "ngo", "party", "armed-group", "company", "media", "university", "team", "org",
	"group", "event", "war", "misc", "language", "work", "user"}

// gzLane is the lane a kind of reading speaks for, −1 for none.
var gzLane = func() (l [nGz]int8) {
	for i := range l {
		switch {
		case i <= gzPersonOffice:
			l[i] = lanePerson
		case i == gzRole:
			l[i] = laneRole
		case i == gzHonorific:
			l[i] = -1
		case i <= gzTerritory:
			l[i] = laneCountry
		case i <= gzBloc:
			l[i] = laneNationality
		case i <= gzOtherPlace:
			l[i] = laneLocation
		case i <= gzOtherOrg:
			l[i] = laneOrganization
		case i == gzGroup, i == gzUser:
			l[i] = -1
		case i <= gzWar:
			l[i] = laneEvent
		default:
			l[i] = laneMisc
		}
	}
	return l
}()

// Coarse kinds of the first and last word of a name of several.
const (
	coarseOther = iota
	coarseGiven
	coarseSurname
	coarseCommon
	coarseOrg
	coarsePlace
	coarseNation
	coarseAcronym
	coarseNumber
	coarseEvent
	nCoarse
)

var coarseNames = [nCoarse]string{"unknown", "given", "surname", "common", "org", "place", "nation", "acronym", "number", "event"}

// Families of features.
const (
	fPrev1      = firstFamily            // category of the token before a candidate of one word
	fPrevN      = fPrev1 + feature(nCtx) // of several words
	fNext1      = fPrevN + feature(nCtx) // category of the token after a candidate of one word
	fNextN      = fNext1 + feature(nCtx) // of several words
	fPrev2      = fNextN + feature(nCtx) // category of the token before that
	fNext2      = fPrev2 + feature(nCtx) // category of the token after that
	fOnlyKind   = fNext2 + feature(nCtx) // what kind of word it is
	fFirstKind  = fOnlyKind + nKinds     // the first of several
	fLastKind   = fFirstKind + nKinds    // the last of several
	fOnlyClass  = fLastKind + nKinds     // its classes
	fFirstClass = fOnlyClass + feature(nNameClasses)
	fLastClass  = fFirstClass + feature(nNameClasses)
	fInnerClass = fLastClass + feature(nNameClasses)
	fPair       = fInnerClass + feature(nNameClasses) // first × last
	fGaz        = fPair + nCoarse*nCoarse             // exact gazetteer reading
	fGazOne     = fGaz + nGz                          // the same for names of one word
	fCovered    = fGazOne + nGz                       // a longer gazetteer match of a lane covers it
	fBegins     = fCovered + nLanes                   // a shorter gazetteer match of a lane begins it
	fEnds       = fBegins + nLanes                    // or ends it
	fListLane   = fEnds + nLanes                      // its neighbour in a list is a gazetteer name of a lane
	fSame       = fListLane + nLanes                  // the same words were read as this in the first reading
	fSameMany   = fSame + nLanes                      // at least three times
	fSameNone   = fSameMany + nLanes                  // elsewhere read as nothing
	fKnownPrev  = fSameNone + 1                       // what the gazetteers know × what stands before
	fKnownNext  = fKnownPrev + feature(nKnown*nNear)
	fListFirst  = fKnownNext + feature(nKnown*nNear) // its neighbour in a list was read as a lane
	nFeatures   = int(fListFirst) + nLanes
)

var singleNames = [firstFamily]string{
	fBias: "bias", fLen1: "length.1", fLen2: "length.2", fLen3: "length.3", fLen4: "length.4", fLen5: "length.5", fLen6: "length.6",
	fLower: "starts-lower", fLowerEnd: "ends-lower", fHyphenLowerEnd: "ends-hyphen-lower", fAllUpper: "all-upper", fAllCommon: "all-common", fSomeCommon: "some-common", fNoName: "no-person-name",
	fGivenFirst: "given-first", fSurnameLast: "surname-last", fGivenSurname: "given-surname", fInitialInside: "inside.initial",
	fParticleInside: "inside.particle", fNumberInside: "inside.number", fOfInside: "inside.of", fAndInside: "inside.and",
	fForInside: "inside.for", fTheInside: "inside.the", fInInside: "inside.in", fAmpInside: "inside.amp", fSlashInside: "inside.slash",
	fHyphenInside: "inside.hyphen", fPossessiveInside: "inside.possessive", fQuoteInside: "inside.quote", fDotInside: "inside.dot",
	fCapHead: "cap-org-head", fCapPlace: "cap-place-head", fHeadOf: "org-head-of", fPlaceHeadOf: "place-head-of", fOrgWords: "org-words", fYearFirst: "year-first", fNumberFirst: "number-first",
	fNumberLast: "number-last", fSiteAfter: "site-after", fSiteLast: "site-last", fHyphenFirstPart: "hyphen-after", fHyphenLastPart: "hyphen-before", fHyphenLower: "hyphen-lower-after", fSyllables: "syllables", fSyllablesCut: "syllables-cut", fHyphenName: "hyphen-name-after",
	fDated: "date", fDatedPart: "date-inside", fStart: "start", fStartCommon: "start.common", fStartFunction: "start.function", fStartVerb: "start.verb", fMidCommon: "mid-common", fHeadline: "headline", fTitleCase: "title-case",
	fAllCaps: "all-caps", fFreeCommon: "free-common", fSpeaker: "speaker", fQuoted: "quoted", fBrackets: "brackets", fBracketAcronym: "bracket-acronym",
	fHasBracketAcronym: "has-bracket-acronym", fByline: "section.byline", fCaption: "section.caption", fCredit: "section.credit",
	fBoilerplate: "section.boilerplate", fDateline: "section.dateline", fTitleBefore: "title-before", fRoleAfter: "role-after", fTitleFirst: "title-first",
	fAgeAfter: "age-after", fCommaRole: "comma-role", fCommaPlace: "comma-place", fPlaceComma: "place-comma", fCommaWho: "comma-who",
	fDemonymBefore: "demonym-before", fDemonymHead: "demonym-head", fListBefore: "list-before", fListAfter: "list-after", fBetween: "between",
	fTheBefore: "the-before", fPrevCap: "prev-cap", fNextCap: "next-cap", fPrevCapName: "prev-cap-name", fNextCapName: "next-cap-name",
	fOfCapAfter: "of-cap-after", fOfCapBefore: "of-cap-before", fAndCapAfter: "and-cap-after", fAndCapBefore: "and-cap-before",
	fGazRisky: "gaz.risky", fGazMulti: "gaz.multi", fGazAmbiguous: "gaz.ambiguous",
	fGazNone: "gaz.none", fGazLower: "gaz.lower", fAndSplit: "and-splits", fOfNation: "of-nation", fCrossLeft: "cross-left", fCrossRight: "cross-right",
	fDocMid: "doc.mid", fDocMid3: "doc.mid3", fDocLower: "doc.lower", fDocLowerMore: "doc.lower-more", fDocThe: "doc.the", fDocIn: "doc.in",
	fDocTitle: "doc.title", fDocSay: "doc.say", fDocPossessive: "doc.possessive", fDocOrgNoun: "doc.org-noun", fDocPlaceNoun: "doc.place-noun",
	fDocAfterGiven: "doc.after-given", fDocLastOfRun: "doc.last-of-run", fDocFirstOfRun: "doc.first-of-run", fDocOnlyAlone: "doc.alone",
	fDocNever: "doc.once", fDocPersonVerb: "doc.person-verb", fDocSport: "doc.sport", fDocSportPlace: "doc.sport-place",
	fNoIntro: "no-introduction", fNoIntroRare: "no-introduction-rare", fSurnameRepeat: "repeat.surname", fGivenRepeat: "repeat.given", fNamePart: "repeat.name-part", fOrgFirst: "repeat.org-first",
	fOrgPart: "repeat.org-part", fPlacePart: "repeat.place-part", fAcronymOf: "repeat.acronym", fAcronymOfPlace: "repeat.acronym-place",
	fAcronymKnown: "repeat.has-acronym",
}

func ctxName(i int) string {
	if i < ctxWord0 {
		return ctxNames[i]
	}
	return "word." + ctxWords[i-ctxWord0]
}

func kindName(i int) string {
	if i < kindName0 {
		return kindNames[i]
	}
	i -= kindName0
	return "g" + strconv.Itoa(i/16) + "s" + strconv.Itoa(i/4%4) + "c" + strconv.Itoa(i%4)
}

// featureName returns the name of a feature in the weights file, "" for a
// number that no evidence ever has.
func featureName(f feature) string {
	if f < firstFamily {
		return singleNames[f]
	}
	for _, fam := range families {
		if f < fam.first+feature(fam.n) {
			s := fam.name(int(f - fam.first))
			if s == "" {
				return ""
			}
			return fam.prefix + s
		}
	}
	return ""
}

type family struct {
	first  feature
	n      int
	prefix string
	name   func(int) string
}

func className(i int) string { return nameClasses[i] }
func laneName(i int) string  { return laneKeys[i] }

var families = []family{
	{fPrev1, nCtx, "before1.", ctxName}, {fPrevN, nCtx, "before.", ctxName}, {fNext1, nCtx, "after1.", ctxName}, {fNextN, nCtx, "after.", ctxName},
	{fPrev2, nCtx, "before-that.", ctxName}, {fNext2, nCtx, "after-that.", ctxName},
	{fOnlyKind, nKinds, "only.", kindName}, {fFirstKind, nKinds, "first.", kindName}, {fLastKind, nKinds, "last.", kindName},
	{fOnlyClass, nNameClasses, "only-class.", className}, {fFirstClass, nNameClasses, "first-class.", className},
	{fLastClass, nNameClasses, "last-class.", className}, {fInnerClass, nNameClasses, "inner-class.", className},
	{fPair, nCoarse * nCoarse, "pair.", func(i int) string { return coarseNames[i/nCoarse] + "." + coarseNames[i%nCoarse] }},
	{fGaz, nGz, "gaz.is.", func(i int) string { return gzNames[i] }}, {fGazOne, nGz, "gaz.one.", func(i int) string { return gzNames[i] }},
	{fCovered, nLanes, "covered.", laneName}, {fBegins, nLanes, "begins.", laneName}, {fEnds, nLanes, "ends.", laneName},
	{fListLane, nLanes, "list.", laneName}, {fSame, nLanes, "same.", laneName}, {fSameMany, nLanes, "same-many.", laneName},
	{fSameNone, 1, "same.", func(int) string { return "nothing" }},
	{fKnownPrev, nKnown * nNear, "known-before.", knownName}, {fKnownNext, nKnown * nNear, "known-after.", knownName},
	{fListFirst, nLanes, "list-first.", laneName},
}
