package ner

import "attache/text"

// dateKind is what a token can be within a time expression.
type dateKind uint8

const (
	dNone      dateKind = iota
	dMonth              // val 1…12
	dWeekday            // val 1 (Monday) … 7
	dUnit               // val a dateUnit
	dSeason             // val 1 spring … 4 winter
	dPart               // val a dayPart
	dToday              // val −1 yesterday, 0 today, 1 tomorrow
	dTonight            //
	dNow                //
	dFuture             // "future"
	dNum                // number word, val its value
	dDigits             // digits, val their value
	dOrdinal            // "first", "21st"
	dVague              // "several", "few", "many"
	dA                  // "a", "an"
	dThe                //
	dLast               // "last", val −1; "past" val −2 (a stretch up to now)
	dPrevious           // "previous", "preceding": counted from the text's own time
	dNext               // "next", "coming"
	dFollowing          // "following": from the text's own time
	dThis               // "this", "current"
	dThat               // "that", "same"
	dEvery              // "every", "each"
	dAgo                //
	dEarlier            // "earlier", "previously"
	dLater              // "later", "afterwards"
	dBefore             // "before", val −1; "after", val 1
	dEarly              // "early", "late", "mid": cut a part out of what follows
	dEdge               // "end", "beginning", "start", "middle" of
	dOf                 //
	dFreq               // "daily": val a dateUnit
	dFiscal             //
	dApprox             // "about", "nearly", "almost"
	dMoreLess           // "more", "less" (before "than")
	dThan               //
	dAt                 // "at" (before "least", "most")
	dLeast              // "least", "most"
	dHalf               //
	dCouple             //
	dDozen              //
	dHundred            // val 100, 1000
	dHoliday            // val a holiday
	dDayWord            // "Day", "Eve" after a holiday are units or this
	dClock              // "o'clock"
	dAM                 // val 0 a.m., 1 p.m.
	dZone               // "GMT"
	dEra                // "BC", "AD"
	dRecent             // "recent"
	dDecade             // digits: "1990s", "90s"; val first year
	dFromNow            // "hence"
	dLong               // "long" after a hyphen
	dOld                // "old"
	dWeekdays           // "weekdays"
	dPrep               // "in", "since", "until", "during": val 2 for those that mark a time even before a name
	dAnd                // "and", "to", "or"
	dOther              // "other"
	dFrom               // "from"
	dFull               // digits: a whole date, val its year·512 + month·32 + day
	dTime               // digits: a clock time in minutes; "10:30", "10am"
)

// dateUnit is a unit of time.
type dateUnit int32

const (
	uSecond dateUnit = iota + 1
	uMinute
	uHour
	uDay
	uWeekend
	uWeek
	uFortnight
	uMonth
	uQuarter
	uYear
	uDecade
	uCentury
	uMillennium
)

// Parts of the day.
const (
	partMorning int32 = iota + 1
	partAfternoon
	partEvening
	partNight
	partNoon
	partMidnight
)

// Holidays with a date of their own.
const (
	holChristmas int32 = iota + 1
	holNewYear
	holThanksgiving
	holEaster
	holHalloween
	holValentine
	holLabor
	holMemorial
	holElection
	holIndependence
	holVeterans
	holMay
)

// Flags of a dateWord.
const (
	dwPlural uint8 = 1 << iota
	dwAbbr         // only beside a number or another date word
	dwShy          // also a common word or a name: needs support
	dwProper       // must be capitalised
	dwCore         // may be the heart of an expression
)

// dateWord is an entry of the closed vocabulary of time expressions.
type dateWord struct {
	hash  uint64
	kind  dateKind
	flags uint8
	val   int32
}

const dateSlots = 1024 // a power of two, several times the number of words

// dateGrammar finds time expressions by a token grammar over a small closed
// vocabulary. It is immutable and safe for concurrent use.
type dateGrammar struct {
	// maybe has a bit for each word, and hearts one for each that may be the heart of an
	// expression: most words of a text are told off by them alone.
	maybe, hearts [128]uint64
	slots         [dateSlots]dateWord // open addressing; kind dNone is a free slot
	tense         [dateSlots]tenseWord

	toHash, amHash, pmHash, forHash, comingHash, sHash, onHash, inHash, setHash uint64
	attackHashes                                                                [6]uint64
	notVerbs                                                                    [24]uint64 // what follows "to" without being its infinitive
}

// look returns the word with the given hash, or nil.
func (g *dateGrammar) look(h uint64) *dateWord {
	for i := h & (dateSlots - 1); ; i = (i + 1) & (dateSlots - 1) {
		w := &g.slots[i]
		if w.kind == dNone {
			return nil
		}
		if w.hash == h {
			return w
		}
	}
}

func (g *dateGrammar) add(kind dateKind, val int32, flags uint8, words ...string) {
	for _, s := range words {
		h := text.Hash(s)
		i := h & (dateSlots - 1)
		for g.slots[i].kind != dNone && g.slots[i].hash != h {
			i = (i + 1) & (dateSlots - 1)
		}
		if g.slots[i].kind == dNone {
			g.maybe[h>>20&127] |= 1 << (h >> 27 & 63)
			if flags&dwCore != 0 {
				g.hearts[h>>20&127] |= 1 << (h >> 27 & 63)
			}
			g.slots[i] = dateWord{h, kind, flags, val}
		}
	}
}

// newDateGrammar builds the vocabulary.
func newDateGrammar() *dateGrammar {
	g := &dateGrammar{toHash: text.Hash("to"), amHash: text.Hash("am"), pmHash: text.Hash("pm"), forHash: text.Hash("for"),
		comingHash: text.Hash("coming"), sHash: text.Hash("s"), onHash: text.Hash("on"), inHash: text.Hash("in"), setHash: text.Hash("set")}
	for i, s := range [len(g.notVerbs)]string{"the", "a", "an", "his", "her", "its", "their", "this", "that", "our", "my", "your",
		"death", "power", "work", "school", "court", "jail", "prison", "office", "date", "which", "whom", "justice"} {
		g.notVerbs[i] = text.Hash(s)
	}
	for i, m := range [...]struct {
		full, abbr string
		flags      uint8
	}{
		{"january", "jan", 0}, {"february", "feb", 0}, {"march", "mar", dwShy}, {"april", "apr", 0},
		{"may", "", dwShy}, {"june", "jun", 0}, {"july", "jul", 0}, {"august", "aug", dwShy},
		{"september", "sept", 0}, {"october", "oct", 0}, {"november", "nov", 0}, {"december", "dec", 0},
	} {
		g.add(dMonth, int32(i+1), dwCore|dwProper|m.flags, m.full)
		if m.abbr != "" {
			g.add(dMonth, int32(i+1), dwCore|dwProper|dwAbbr, m.abbr)
		}
	}
	g.add(dMonth, 9, dwCore|dwProper|dwAbbr, "sep")
	for i, d := range [...][3]string{
		{"monday", "mon", "mondays"}, {"tuesday", "tue", "tuesdays"}, {"wednesday", "wed", "wednesdays"},
		{"thursday", "thu", "thursdays"}, {"friday", "fri", "fridays"}, {"saturday", "sat", "saturdays"},
		{"sunday", "sun", "sundays"},
	} {
		g.add(dWeekday, int32(i+1), dwCore|dwProper, d[0])
		g.add(dWeekday, int32(i+1), dwCore|dwProper|dwAbbr, d[1])
		g.add(dWeekday, int32(i+1), dwCore|dwProper|dwPlural, d[2])
	}
	g.add(dWeekday, 2, dwCore|dwProper|dwAbbr, "tues")
	g.add(dWeekday, 4, dwCore|dwProper|dwAbbr, "thur", "thurs")
	for u, s := range [...][2]string{
		uSecond: {"", "seconds"}, uMinute: {"minute", "minutes"}, uHour: {"hour", "hours"}, uDay: {"day", "days"},
		uWeekend: {"weekend", "weekends"}, uWeek: {"week", "weeks"}, uFortnight: {"fortnight", "fortnights"},
		uMonth: {"month", "months"}, uQuarter: {"quarter", "quarters"}, uYear: {"year", "years"},
		uDecade: {"decade", "decades"}, uCentury: {"century", "centuries"}, uMillennium: {"millennium", "millennia"},
	} {
		if s[0] != "" {
			g.add(dUnit, int32(u), dwCore, s[0])
		}
		if s[1] != "" {
			g.add(dUnit, int32(u), dwCore|dwPlural, s[1])
		}
	}
	g.add(dSeason, 1, dwCore|dwShy, "spring")
	g.add(dSeason, 2, dwCore|dwShy, "summer")
	g.add(dSeason, 3, dwCore|dwShy, "autumn", "fall")
	g.add(dSeason, 4, dwCore|dwShy, "winter")
	g.add(dPart, partMorning, dwCore, "morning")
	g.add(dPart, partAfternoon, dwCore, "afternoon")
	g.add(dPart, partEvening, dwCore, "evening")
	g.add(dPart, partNight, dwCore, "night")
	g.add(dPart, partNoon, dwCore, "noon", "midday")
	g.add(dPart, partMidnight, dwCore, "midnight")
	g.add(dToday, -1, dwCore, "yesterday")
	g.add(dToday, 0, dwCore, "today")
	g.add(dToday, 1, dwCore, "tomorrow")
	g.add(dTonight, 0, dwCore, "tonight")
	g.add(dNow, 0, dwCore, "now", "nowadays", "currently")
	g.add(dFuture, 0, dwCore, "future")
	for i, s := range [...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
		"twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"} {
		g.add(dNum, int32(i), 0, s)
	}
	for i, s := range [...]string{"thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"} {
		g.add(dNum, int32(30+10*i), 0, s)
	}
	g.add(dHundred, 100, 0, "hundred")
	g.add(dHundred, 1000, 0, "thousand")
	for i, s := range [...]string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
		"eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
		"nineteenth", "twentieth"} {
		g.add(dOrdinal, int32(i+1), 0, s)
	}
	g.add(dVague, 0, 0, "several", "few", "many", "various", "numerous", "countless")
	g.add(dCouple, 2, 0, "couple")
	g.add(dDozen, 12, 0, "dozen")
	g.add(dHalf, 0, 0, "half")
	g.add(dA, 1, 0, "a", "an")
	g.add(dThe, 0, 0, "the")
	g.add(dLast, -1, 0, "last")
	g.add(dLast, -2, 0, "past")
	g.add(dPrevious, 0, 0, "previous", "preceding", "prior")
	g.add(dNext, 0, 0, "next", "coming", "upcoming")
	g.add(dFollowing, 0, 0, "following")
	g.add(dThis, 0, 0, "this", "current")
	g.add(dThat, 0, 0, "that", "same")
	g.add(dEvery, 0, 0, "every", "each")
	g.add(dAgo, 0, 0, "ago")
	g.add(dEarlier, 0, 0, "earlier", "previously", "beforehand")
	g.add(dBefore, -1, 0, "before")
	g.add(dBefore, 1, 0, "after")
	g.add(dLater, 0, 0, "later", "afterwards", "afterward")
	g.add(dEarly, 0, 0, "early", "late", "mid")
	g.add(dEdge, 0, 0, "end", "beginning", "start", "middle")
	g.add(dOf, 0, 0, "of")
	g.add(dFreq, int32(uDay), dwCore, "daily", "nightly")
	g.add(dFreq, int32(uWeek), dwCore, "weekly")
	g.add(dFreq, int32(uMonth), dwCore, "monthly")
	g.add(dFreq, int32(uQuarter), dwCore, "quarterly")
	g.add(dFreq, int32(uYear), dwCore, "yearly", "annually")
	g.add(dFreq, int32(uHour), dwCore, "hourly")
	g.add(dFiscal, 0, 0, "fiscal")
	g.add(dApprox, 0, 0, "about", "around", "nearly", "almost", "roughly", "approximately", "barely", "some")
	g.add(dApprox, 1, 0, "over", "under")
	g.add(dMoreLess, 0, 0, "more", "less", "fewer", "longer")
	g.add(dThan, 0, 0, "than")
	g.add(dAt, 0, 0, "at")
	g.add(dLeast, 0, 0, "least", "most")
	g.add(dHoliday, holChristmas, dwCore|dwProper, "christmas")
	g.add(dHoliday, holThanksgiving, dwCore|dwProper, "thanksgiving")
	g.add(dHoliday, holEaster, dwCore|dwProper, "easter")
	g.add(dHoliday, holHalloween, dwCore|dwProper, "halloween")
	g.add(dHoliday, holValentine, dwCore|dwProper|dwShy, "valentine", "valentines")
	g.add(dHoliday, holNewYear, dwCore|dwProper|dwShy, "new")
	g.add(dHoliday, holLabor, dwCore|dwProper|dwShy, "labor", "labour")
	g.add(dHoliday, holMemorial, dwCore|dwProper|dwShy, "memorial")
	g.add(dHoliday, holElection, dwCore|dwProper|dwShy, "election")
	g.add(dHoliday, holIndependence, dwCore|dwProper|dwShy, "independence")
	g.add(dHoliday, holVeterans, dwCore|dwProper|dwShy, "veterans")
	g.add(dDayWord, 0, 0, "eve")
	g.add(dClock, 0, dwCore, "oclock")
	g.add(dAM, 0, dwCore, "am")
	g.add(dAM, 1, dwCore, "pm")
	g.add(dZone, 0, dwCore|dwProper, "gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "pt", "cet", "cest", "bst",
		"jst", "kst", "ist", "msk", "aest", "sgt", "eet", "eest")
	g.add(dEra, -1, dwProper, "bc", "bce")
	g.add(dEra, 1, dwProper, "ad", "ce")
	g.add(dRecent, 0, 0, "recent")
	g.add(dFromNow, 0, 0, "hence")
	g.add(dLong, 0, 0, "long")
	g.add(dOld, 0, 0, "old")
	g.add(dWeekdays, 0, dwCore|dwPlural, "weekdays")
	g.add(dPrep, 2, 0, "in", "since", "until", "till", "during", "through", "throughout")
	g.add(dPrep, 1, 0, "by", "for", "on", "between", "within", "towards", "toward", "circa", "around", "beyond", "without")
	g.add(dFrom, 0, 0, "from")
	g.add(dAnd, 0, 0, "and", "to", "or")
	g.add(dOther, 0, 0, "other")
	for i, s := range [len(g.attackHashes)]string{"attack", "attacks", "terror", "terrorist", "hijackings", "hijackers"} {
		g.attackHashes[i] = text.Hash(s)
	}
	g.addTenses()
	return g
}
