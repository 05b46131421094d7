package gazetteers

import "strings"

// Nouns of roles and groups without a plural of their own, or that are plural
// already.
var noPlural = []string{
	"police", "military", "media", "staff", "personnel", "infantry", "cavalry", "artillery", "press", "people", "clergy",
	"men", "women", "children", "folk", "gendarmerie", "navy", "army", "public", "opposition", "youth", "management", "leadership",
	"elders", "poor", "rich", "wounded", "dead", "injured", "elderly", "homeless", "unemployed", "brass", "rank and file",
	"corps", "crew", "chief of staff of the army",
}

// irregular plurals by the end of the word.
var irregular = [...][2]string{
	{"spokesperson", "spokespersons"}, {"chairperson", "chairpersons"}, {"businessperson", "businesspeople"}, {"person", "people"},
	{"woman", "women"}, {"man", "men"}, {"child", "children"}, {"wife", "wives"}, {"alumnus", "alumni"},
}

// headBreaks end the head of a noun phrase.
var headBreaks = [...]string{" of ", " for ", " to ", " in ", " at ", " on ", " with ", " from ", " without ", " against ", " under "}

// nounPlural returns the plural of a role or group noun, inflected at its
// head ("ministers of state", "foreign ministers"); "" when it has none.
func nounPlural(s string) string {
	cut := len(s)
	for _, b := range headBreaks {
		if i := strings.Index(s, b); i > 0 && i < cut {
			cut = i
		}
	}
	head, rest := s[:cut], s[cut:]
	post := "" // "attorney general", "secretary-general" keep the second word
	for _, p := range [...]string{" general", "-general", "-designate", "-elect", " designate", " elect", "-in-chief", " emeritus", "-at-large", " plenipotentiary", " extraordinary"} {
		if n := len(head) - len(p); n > 0 && strings.EqualFold(head[n:], p) && !military(head[:n]) {
			head, post = head[:n], head[n:]
			break
		}
	}
	p := plural(head)
	if p == "" {
		return ""
	}
	return p + post + rest
}

// military reports whether a word before "general" makes it a rank, whose
// plural is at the end ("major generals").
func military(s string) bool {
	i := strings.LastIndexByte(s, ' ')
	switch strings.ToLower(s[i+1:]) {
	case "major", "lieutenant", "brigadier", "colonel", "captain", "full":
		return true
	}
	return false
}

// plural returns the regular plural of the last word of s.
func plural(s string) string {
	i := strings.LastIndexAny(s, " -")
	last := strings.ToLower(s[i+1:])
	if len(last) < 3 || s[len(s)-1] < 'a' || s[len(s)-1] > 'z' {
		return ""
	}
	for _, n := range noPlural {
		if last == n {
			return ""
		}
	}
	for _, ir := range irregular {
		if strings.HasSuffix(last, ir[0]) && last != "human" && last != "german" && last != "ottoman" {
			return s[:len(s)-len(ir[0])] + ir[1]
		}
	}
	c, before := last[len(last)-1], last[len(last)-2]
	switch {
	case c == 's' && before != 's' && !strings.HasSuffix(last, "us"):
		return "" // plural already
	case c == 's' || c == 'x' || c == 'z' || c == 'h' && (before == 's' || before == 'c' && last != "monarch" && last != "patriarch" && last != "matriarch"):
		return s + "es"
	case c == 'y' && !strings.ContainsRune("aeiou", rune(before)):
		return s[:len(s)-1] + "ies"
	}
	return s + "s"
}

// demonymPlural returns the regular plural of a demonym; "" for those that have
// none ("Chinese", "British") or are plural already.
func demonymPlural(s string) string {
	for _, end := range [...]string{"ese", "ish", "ch", "s", "z", "men", "people", "ois", "x"} {
		if strings.HasSuffix(s, end) {
			return ""
		}
	}
	if strings.HasSuffix(s, "man") && !strings.HasSuffix(s, "German") && !strings.HasSuffix(s, "Oman") && !strings.HasSuffix(s, "Roman") {
		return s[:len(s)-3] + "men"
	}
	if strings.HasSuffix(s, "woman") {
		return s[:len(s)-5] + "women"
	}
	return plural(s)
}
