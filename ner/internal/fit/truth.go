package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"attache/gazetteers"
	"attache/ner"
	"attache/text"
)

// truths compares the recognizer with annotated articles: files in which the
// text is followed by lines "TYPE: name | name".
func truths(gaz *gazetteers.Set, glob string) error {
	rec, err := ner.New(gaz)
	if err != nil {
		return err
	}
	paths, err := filepath.Glob(glob)
	if err != nil {
		return err
	}
	types := []string{"PERSON", "COUNTRY", "LOCATION", "ORGANIZATION", "ROLE", "EVENT", "NATIONALITY", "GROUP"}
	hit, want := 0, 0
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		body, truth, _ := strings.Cut(strings.TrimPrefix(string(data), "-- input.txt --\n"), "-- truth --\n")
		var doc text.Document
		doc.Parse(body, text.Options{})
		var sc ner.Scratch
		found := map[string][]string{}
		for _, m := range rec.Recognize(&doc, &sc) {
			s := doc.Text(m.Span)
			found[s] = append(found[s], m.Type.String())
		}
		wanted := map[string]bool{}
		for _, line := range strings.Split(truth, "\n") {
			typ, names, ok := strings.Cut(line, ": ")
			if !ok || !slices.Contains(types, typ) {
				continue
			}
			for _, n := range strings.Split(names, " | ") {
				want++
				wanted[n] = true
				if slices.Contains(found[n], typ) {
					hit++
				} else {
					fmt.Printf("%s: %s %q found as %v\n", filepath.Base(p), typ, n, found[n])
				}
			}
		}
		var more []string
		for s, t := range found {
			if !wanted[s] && (slices.Contains(t, "PERSON") || slices.Contains(t, "ORGANIZATION") || slices.Contains(t, "LOCATION") || slices.Contains(t, "EVENT")) {
				more = append(more, fmt.Sprintf("%s %v", s, t))
			}
		}
		slices.Sort(more)
		fmt.Printf("    %s more: %s\n", filepath.Base(p), strings.Join(more, "; "))
	}
	fmt.Printf("%d of %d names\n", hit, want)
	return nil
}
