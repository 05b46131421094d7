package text

// abbrev is how a word that has a dot by right behaves.
type abbrev uint8

const (
	noAbbrev    abbrev = iota
	title              // a name follows: never ends a sentence
	calendar           // month or weekday: a number or the end may follow
	closing            // "Inc.", "etc.": may well end a sentence
	beforeDigit        // "No.": only before a number
)

// abbreviation looks up a word without its dot.
func abbreviation(word string) abbrev {
	switch word {
	case "Mr", "Mrs", "Ms", "Mx", "Dr", "Drs", "Prof", "Rev", "Fr", "Hon", "Msgr", "Mgr", "Messrs", "Mme", "Mlle",
		"Gen", "Lt", "Col", "Maj", "Capt", "Cpt", "Cmdr", "Cdr", "Adm", "Sgt", "Cpl", "Pvt", "Pfc", "Spc", "Ens", "Ssgt", "Msgt", "Brig", "Marsh",
		"Sen", "Rep", "Gov", "Sens", "Reps", "Govs", "Gens", "Pres", "Amb", "Min", "Supt", "Insp", "Det", "Asst", "Dep", "Del",
		"MR", "MRS", "MS", "DR", "PROF", "REV", "GEN", "LT", "COL", "MAJ", "CAPT", "CMDR", "ADM", "SGT", "BRIG", "SEN", "REP", "GOV", "AMB", "ST", "MT", "FT",
		"St", "Ste", "Mt", "Ft", "Pt", "Sr", "Sra", "Srta", "Hr", "Sec", "Atty", "Treas":
		return title
	case "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
		"JAN", "FEB", "APR", "AUG", "SEPT", "OCT", "NOV", "DEC", "Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sun":
		return calendar
	case "Inc", "Co", "Corp", "Ltd", "INC", "CORP", "LTD", "JR", "Cos", "Bros", "Jr", "Esq", "etc", "al", "Ave", "Blvd", "Rd", "Dept", "Univ", "Assn",
		"Calif", "Colo", "Conn", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "Md", "Mich", "Minn", "Mo", "Neb", "Nev",
		"Okla", "Pa", "Tenn", "Tex", "Va", "Vt", "Wis", "Wyo", "Ariz", "Ark", "Ala", "Del.", "Wash", "Ont", "Que",
		"approx", "est", "dept", "govt", "Govt", "a.k.a", "eds", "ed":
		return closing
	case "vs", "v", "cf", "viz", "ca", "Fig", "incl", "esp", "resp":
		return title
	case "No", "Nos", "no", "nos", "Art", "art", "Vol", "vol", "Ch", "ch", "pp", "p", "sec", "para", "Res", "Op":
		return beforeDigit
	}
	return noAbbrev
}

func isPronoun(word string) bool {
	if len(word) > 5 {
		return false
	}
	switch word {
	case "I", "i", "you", "You", "he", "He", "she", "She", "it", "It", "we", "We", "they", "They",
		"who", "Who", "that", "That", "there", "There", "what", "What", "how", "How", "where",
		"YOU", "HE", "SHE", "IT", "WE", "THEY", "WHO", "THAT", "THERE":
		return true
	}
	return false
}

// losesNot reports whether word is what is left of "don't" and its like when the
// "t" stands apart.
func losesNot(word string) bool {
	if len(word) < 3 || len(word) > 6 {
		return false
	}
	switch word {
	case "don", "doesn", "didn", "isn", "aren", "wasn", "weren", "won", "wouldn", "can", "couldn", "shouldn",
		"hasn", "haven", "hadn", "mustn", "needn", "ain", "mightn",
		"Don", "Doesn", "Didn", "Isn", "Aren", "Wasn", "Weren", "Won", "Wouldn", "Can", "Couldn", "Shouldn", "Hasn", "Haven":
		return true
	}
	return false
}

// keepsHyphen reports whether a hyphen between the two halves is spelled, and not
// only there because the line ends.
func keepsHyphen(first, second string) bool {
	switch first {
	case "self", "co", "ex", "non", "anti", "pro", "pre", "post", "well", "long", "short", "high", "low", "two", "three",
		"four", "five", "six", "half", "mid", "cross", "vice", "so", "all", "multi", "all-out", "large", "full", "old", "new":
		return true
	}
	switch second {
	case "based", "led", "backed", "run", "owned", "born", "wide", "made", "old", "year", "day", "month", "week", "level",
		"linked", "related", "style", "funded", "held", "controlled", "occupied", "sponsored", "trained", "elect",
		"general", "scale", "term", "time", "range", "speaking", "and", "or", "to", "in", "up", "out", "off", "back", "by":
		return true
	}
	return false
}

// startsSentence reports whether a capitalised word is one that stands at the
// beginning of sentences more often than inside names.
func startsSentence(word string) bool {
	if len(word) > 10 {
		return false
	}
	switch word {
	case "A", "An", "The", "This", "That", "These", "Those", "He", "She", "It", "They", "We", "I", "You", "His", "Her", "Its",
		"Their", "Our", "My", "But", "And", "Or", "So", "Yet", "If", "When", "While", "As", "In", "On", "At", "For", "From",
		"With", "By", "After", "Before", "During", "Since", "Although", "Though", "However", "Meanwhile", "Also", "Both",
		"Some", "Many", "Most", "Several", "Other", "Others", "Each", "There", "Here", "What", "Who", "Why", "How",
		"Where", "No", "Not", "Earlier", "Later", "Now", "Then", "To", "Under", "Once", "Because", "Despite", "Until",
		"Last", "Among", "About", "One", "Two", "Three", "All", "Even", "Still", "Just", "According", "Instead", "Such",
		"Mr.", "Ms.", "Mrs.", "Let", "Asked", "Speaking", "Given", "Only", "Any", "Every", "Another":
		return true
	}
	return false
}
