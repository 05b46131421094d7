package main

import (
	"slices"
	"testing"

	"gopkg.in/yaml.v3"
)

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"São Tomé": "sao-tome", "N'Djamena": "ndjamena", "St. John's": "st-johns", "Łódź": "lodz", "Ho Chi Minh City": "ho-chi-minh-city",
		"Østfold": "ostfold", "Gäncä": "ganca", "  -x- ": "x",
	} {
		if got := slug(in); got != want {
			t.Errorf("slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestQuoteIsReadBack(t *testing.T) {
	for _, s := range []string{"NO", "yes", "Norway", "Côte d'Ivoire", "'Amran", "a: b", "x #y", `say "hi"`, "city:NO/oslo", "3rd", "-", "", "N", "Korea, North", "[x]"} {
		var got struct{ V any }
		if err := yaml.Unmarshal([]byte("{v: "+quote(s)+"}"), &got); err != nil || got.V != s {
			t.Errorf("quote(%q) = %s, read back as %v, %v", s, quote(s), got.V, err)
		}
	}
}

func TestClosestSpellings(t *testing.T) {
	got := closest("Kharkiv", []string{"Charkow", "Kharkov", "KHARKIV", "Harkiv", "Kharkiv", "Харків", "Kharkiw", "Kharkiv City"}, 3)
	if want := []string{"Kharkiw", "Kharkov"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"abc", "abc", 0}, {"abc", "", 3}, {"kitten", "sitting", 3}, {"baku", "bakı", 2}} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestFakerNames(t *testing.T) {
	src := "const e={first_name:{female:[`Ana`,`Eva`],male:`Ivan.Karel`.split(`.`)},last_name:{generic:[`Novák`]},x:{first_name:`no`}}"
	if got, want := fakerNames(src, "first_name"), []string{"Ana", "Eva", "Ivan", "Karel"}; !slices.Equal(got, want) {
		t.Errorf("first names %q, want %q", got, want)
	}
	if got, want := fakerNames(src, "last_name"), []string{"Novák"}; !slices.Equal(got, want) {
		t.Errorf("last names %q, want %q", got, want)
	}
	if got := fakerNames("first_name:{female:`broken", "first_name"); len(got) != 0 {
		t.Errorf("broken source gave %q", got)
	}
}

func TestJSLists(t *testing.T) {
	got := jsLists("// head\nmodule.exports.last = [\n  'Smith',\n  'Jones'\n];\nmodule.exports.first_male = [\n  'John'\n]")
	if !slices.Equal(got["last"], []string{"Smith", "Jones"}) || !slices.Equal(got["first_male"], []string{"John"}) {
		t.Errorf("got %q", got)
	}
}

func TestRankScore(t *testing.T) {
	last := 15
	for _, rank := range []int{1, 10, 100, 1000, 10_000, maxSurnames} {
		got := rankScore(rank, 1)
		if got > last || got < 1 || got > 15 {
			t.Errorf("rankScore(%d) = %d after %d", rank, got, last)
		}
		last = got
	}
	if rankScore(1, 1) != 15 {
		t.Errorf("the most common name has %d, want 15", rankScore(1, 1))
	}
}

func TestPartsOfSpeechOfInflections(t *testing.T) {
	l := lemmas{"talk": "nv", "city": "n", "stop": "nv", "happy": "a", "hope": "nv", "quick": "ar"}
	for w, want := range map[string]string{"talks": "nv", "cities": "n", "stopped": "v", "happier": "a", "hoping": "v", "quickest": "a", "xyz": ""} {
		if got := l.pos(w); got != want {
			t.Errorf("pos(%q) = %q, want %q", w, got, want)
		}
	}
}

func TestRisky(t *testing.T) {
	r := risk{
		words:     []word{{text: "nice", level: 10}, {text: "paris", proper: 35}, {text: "zither", level: 60}},
		given:     []personName{{text: "nancy", score: 12}, {text: "rare", score: 1}},
		surnames:  []personName{{text: "lincoln", score: 9}, {text: "paz", score: 6}},
		always:    map[string]bool{"most": true},
		never:     map[string]bool{"lincoln": true},
		countries: map[string]string{"lebanon": "LB"},
	}
	for _, c := range []struct {
		surface string
		pop     int
		capital bool
		want    bool
	}{
		{"Nice", 342_000, false, false}, {"Nice", 60_000, false, true}, {"Nice", 10, true, false}, {"Nancy", 100_000, false, true},
		{"Rare", 100_000, false, false}, {"Zither", 100_000, false, false}, {"Paris", 100_000, false, false}, {"Lincoln", 100_000, false, false},
		{"Möst", 5_000_000, true, true}, {"Ota", 200_000, false, true}, {"Nancy Paz", 100_000, false, true}, {"Lebanon", 100_000, false, true},
	} {
		if got := r.risky("US", c.surface, c.pop, c.capital); got != c.want {
			t.Errorf("%s, %d people, capital %v: risky %v, want %v", c.surface, c.pop, c.capital, got, c.want)
		}
	}
}

func TestNamedKeepsNamesakesApart(t *testing.T) {
	all := []city{
		{geonames: 1, name: "Springfield", ascii: "Springfield", iso2: "US", population: 170_000, lat: 37, lon: -93, feature: "PPL"},
		{geonames: 2, name: "Springfield", ascii: "Springfield", iso2: "US", population: 150_000, lat: 42, lon: -72, feature: "PPL"},
		{geonames: 3, name: "Springfield", ascii: "Springfield", iso2: "US", population: 60_000, lat: 42.1, lon: -72.1, feature: "PPL"},
		{geonames: 4, name: "Goyang-si", ascii: "Goyang-si", iso2: "KR", population: 1_000_000, feature: "PPL"},
	}
	got, err := named(all, map[string]overlayLine{})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, c := range got {
		ids = append(ids, c.id+" "+c.name)
	}
	want := []string{"city:US/springfield Springfield", "city:US/springfield-2 Springfield", "city:KR/goyang Goyang"}
	if !slices.Equal(ids, want) {
		t.Errorf("got %q, want %q", ids, want)
	}
	if _, err := named(all, map[string]overlayLine{"US/nowhere": {}}); err == nil {
		t.Error("an overlay line for no city passed")
	}
}
