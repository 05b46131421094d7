package main

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed overlay/risky.txt
var riskOverlay string

// risk knows which place names are usually something else.
type risk struct {
	words           []word
	given, surnames []personName
	always, never   map[string]bool
	countries       map[string]string // country names in lower case, with the country
}

// Thresholds of the rule: a place below bigCity is risky if its name is a
// person's name of at least these scores, one below knownCity if it is a word up to
// commonLevel: with a capital within a sentence the word is the known city.
const (
	bigCity      = 1_000_000
	knownCity    = 100_000
	commonLevel  = 50
	givenScore   = 8
	surnameScore = 8
)

// readOverlays reads the surfaces that the rule gets wrong.
func (r *risk) readOverlays() error {
	r.always, r.never = map[string]bool{}, map[string]bool{}
	for _, o := range parseOverlay(riskOverlay) {
		set := r.never
		if o.key == "always" {
			set = r.always
		}
		for _, s := range o.col(0) {
			set[strings.ToLower(plain(s))] = true
		}
	}
	return nil
}

// of lists the risky ones of a place's surfaces.
func (r risk) of(iso2 string, surfaces []string, population int, capital bool) []string {
	var out []string
	for _, s := range surfaces {
		if r.risky(iso2, s, population, capital) && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

func (r risk) risky(iso2, surface string, population int, capital bool) bool {
	s := strings.ToLower(plain(surface))
	if c, ok := r.countries[s]; ok && c != iso2 {
		return true
	}
	switch {
	case r.always[s]:
		return true
	case r.never[s] || capital || population >= bigCity:
		return false
	}
	parts := strings.Fields(s)
	if len(parts) > 1 {
		return r.name(r.given, parts[0]) >= givenScore && r.name(r.surnames, parts[len(parts)-1]) >= 5
	}
	return len(s) <= 3 || population < knownCity && r.common(s) || r.name(r.given, s) >= givenScore || r.name(r.surnames, s) >= surnameScore
}

// near lists the words that favour a place if they stand nearby, of a place
// whose name is an ordinary word or very short, or else nobody's name: its country's
// name and adjectives and its region, of American places the state alone.
func (r risk) near(name, region string, co country) []string {
	s := strings.ToLower(plain(name))
	person := r.name(r.given, s) >= givenScore || r.name(r.surnames, s) >= surnameScore
	if !r.common(s) && len(s) > 3 && (!r.always[s] || person) {
		return nil
	}
	words := []string{region}
	if co.iso2 != "US" {
		words = append(append([]string{co.names[0]}, co.adjectives...), region)
	}
	var out []string
	for _, w := range words {
		if w != "" && !strings.ContainsAny(w, " '") && isName(w) && !slices.Contains(out, w) && !r.common(strings.ToLower(w)) {
			out = append(out, w)
		}
	}
	return out
}

func (r risk) common(s string) bool {
	i, ok := slices.BinarySearchFunc(r.words, s, func(w word, s string) int { return strings.Compare(w.text, s) })
	return ok && r.words[i].level > 0 && r.words[i].level <= commonLevel
}

func (r risk) name(names []personName, s string) int {
	i, ok := slices.BinarySearchFunc(names, s, func(n personName, s string) int { return strings.Compare(n.text, s) })
	if !ok {
		return 0
	}
	return names[i].score
}

func countryNames(countries map[string]country) map[string]string {
	out := map[string]string{}
	for iso2, c := range countries {
		for _, n := range c.names {
			out[strings.ToLower(plain(n))] = iso2
		}
	}
	return out
}
