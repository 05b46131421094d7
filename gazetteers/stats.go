package gazetteers

import (
	"cmp"
	"slices"
	"strings"
)

// Count is a number of things of a name.
type Count struct {
	Name string
	N    int
}

// Stats are counts of what a set knows.
type Stats struct {
	Layers    int
	Entries   int // that count: replaced and removed ones do not
	Surfaces  int // distinct strings to find, generated plurals included
	Words     int // distinct words
	Given     int // words known as given names
	Surnames  int
	Common    int // common words
	ByType    []Count
	BySubtype []Count // "TYPE/subtype"
	BySource  []Count
	ByFile    []Count

	Countries      int // with an entry
	WithPlace      int // with coordinates
	Holders        int // entries with an office
	Terms          int // of office
	OpenTerms      int // without an end: current, or the end is unknown
	StartlessTerms int
	OfficesOf      int // countries and organizations with a holder
}

// Stats counts what the set knows. Lists are sorted by number, then name.
func (s *Set) Stats() Stats {
	st := Stats{Layers: len(s.layers), Surfaces: int(s.numSurfaces), Words: int(s.numWords) - 1}
	types, subtypes, sources, files, of := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}, map[string]bool{}
	for e := range EntryID(s.numEntries) {
		if !s.Live(e) || s.ID(e) == blockerID {
			continue
		}
		st.Entries++
		t := s.TypeName(s.Type(e))
		types[t]++
		if sub := s.Subtype(e); sub != "" {
			subtypes[t+"/"+sub]++
		}
		sources[cmp.Or(s.Source(e), "(none)")]++
		files[s.File(e)]++
		if s.Type(e) == Country {
			st.Countries++
		}
		if _, _, ok := s.LatLon(e); ok {
			st.WithPlace++
		}
		terms := s.Offices(e)
		if terms.Len() > 0 {
			st.Holders++
		}
		for i := range terms.Len() {
			t := terms.At(i)
			st.Terms++
			if t.To.IsZero() {
				st.OpenTerms++
			}
			if t.From.IsZero() {
				st.StartlessTerms++
			}
			of[t.Of] = true
		}
	}
	st.OfficesOf = len(of)
	for w := range WordID(s.numWords) {
		in := s.Info(w)
		if in.Given > 0 {
			st.Given++
		}
		if in.Surname > 0 {
			st.Surnames++
		}
		if in.Common > 0 {
			st.Common++
		}
	}
	st.ByType, st.BySubtype, st.BySource, st.ByFile = counts(types), counts(subtypes), counts(sources), counts(files)
	return st
}

func counts(m map[string]int) []Count {
	out := make([]Count, 0, len(m))
	for n, c := range m {
		out = append(out, Count{n, c})
	}
	slices.SortFunc(out, func(a, b Count) int { return cmp.Or(cmp.Compare(b.N, a.N), strings.Compare(a.Name, b.Name)) })
	return out
}
