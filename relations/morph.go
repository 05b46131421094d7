package relations

import "strings"

// The regular inflection of English, used when the lexicon is compiled; irregular words are listed in the data.

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// thirdPerson returns the -s form of a verb, which is also how nouns form their plural.
func thirdPerson(s string) string {
	n := len(s)
	switch {
	case n > 1 && s[n-1] == 'y' && !vowel(s[n-2]):
		return s[:n-1] + "ies"
	case strings.HasSuffix(s, "s"), strings.HasSuffix(s, "x"), strings.HasSuffix(s, "z"), strings.HasSuffix(s, "ch"), strings.HasSuffix(s, "sh"):
		return s + "es"
	case s == "veto" || s == "echo" || s == "embargo" || s == "torpedo" || s == "cargo" || s == "hero" || s == "go" || s == "do":
		return s + "es"
	}
	return s + "s"
}

// doubles reports whether the last consonant is doubled before -ed and -ing.
func doubles(s string) bool {
	n := len(s)
	if n < 3 || vowel(s[n-1]) || strings.IndexByte("wxyh", s[n-1]) >= 0 || !vowel(s[n-2]) || vowel(s[n-3]) && !(n >= 4 && s[n-4:n-2] == "qu") {
		return false
	}
	syllables := 0
	for i := range n {
		if vowel(s[i]) && (i == 0 || !vowel(s[i-1])) {
			syllables++
		}
	}
	if syllables == 1 {
		return true
	}
	// Stressed on the last syllable.
	for _, end := range []string{"mit", "fer", "cur", "pel", "bel", "pt", "gret", "lot", "quit", "dict"} {
		if strings.HasSuffix(s, end) {
			return s != "offer" && s != "suffer" && s != "differ" && s != "label" && s != "limit" && s != "vomit" && s != "pilot"
		}
	}
	return s == "patrol" || s == "control" || s == "kidnap" || s == "begin" || s == "equip" || s == "ban"
}

// pastForm returns the regular past and participle.
func pastForm(s string) string {
	n := len(s)
	switch {
	case strings.HasSuffix(s, "e"):
		return s + "d"
	case n > 1 && s[n-1] == 'y' && !vowel(s[n-2]):
		return s[:n-1] + "ied"
	case doubles(s):
		return s + s[n-1:] + "ed"
	}
	return s + "ed"
}

// ingForm returns the -ing form.
func ingForm(s string) string {
	n := len(s)
	switch {
	case strings.HasSuffix(s, "ie"):
		return s[:n-2] + "ying"
	case strings.HasSuffix(s, "e") && !strings.HasSuffix(s, "ee") && !strings.HasSuffix(s, "oe") && !strings.HasSuffix(s, "ye"):
		return s[:n-1] + "ing"
	case doubles(s):
		return s + s[n-1:] + "ing"
	}
	return s + "ing"
}

// pluralForm returns the regular plural of a noun.
func pluralForm(s string) string { return thirdPerson(s) }
