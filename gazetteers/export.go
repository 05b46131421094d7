package gazetteers

import "slices"

// Export rebuilds an entry from the index, as a file would have it.
func (s *Set) Export(e EntryID) *Entry {
	out := &Entry{
		ID: s.ID(e), Name: s.Name(e), Type: s.TypeName(s.Type(e)), Subtype: s.Subtype(e), Country: s.HomeCountry(e),
		Source: s.Source(e), Case: s.CaseOf(e), Weight: s.WeightOf(e), At: s.Place(e),
	}
	names := s.Names(e)
	hasName := false
	for i := range names.Len() {
		hasName = hasName || names.Kind(i) == NameSurface
	}
	if !hasName {
		out.Surfaces = append(out.Surfaces, Surface{Text: out.Name, Kind: NameSurface})
	}
	for i := range names.Len() {
		out.Surfaces = append(out.Surfaces, Surface{Text: names.At(i), Kind: names.Kind(i), Risky: names.Risky(i)})
	}
	d := Details{
		Official: s.Official(e), ISO2: s.ISO2(e), Capital: s.Capital(e), PartOf: s.PartOf(e), Seat: s.Seat(e),
		StandsFor: s.StandsFor(e), Wikidata: s.Wikidata(e), Note: s.Note(e), GeoNames: int64(s.GeoNames(e)),
		Population: int64(s.Population(e)), From: s.From(e), To: s.To(e),
		Members: s.strings(e, exMembers).all(), BlockedBy: s.strings(e, exBlockedBy).all(), PreferNear: s.strings(e, exPreferNear).all(),
	}
	d.Lat, d.Lon, d.HasPlace = s.LatLon(e)
	offices := s.Offices(e)
	for i := range offices.Len() {
		d.Offices = append(d.Offices, offices.At(i))
	}
	for i := range s.NumTests(e) {
		d.Tests = append(d.Tests, s.Test(e, i))
	}
	if !d.empty() {
		out.More = &d
	}
	return out
}

func (l Strings) all() []string {
	var out []string
	for i := range l.Len() {
		out = append(out, l.At(i))
	}
	return out
}

// extend adds the names, offices, members and tests of an entry without a name.
func (e *Entry) extend(more *Entry) {
	e.File, e.At = more.File, more.At
	if more.Source != "" {
		e.Source = more.Source
	}
	if more.Case != SmartCase {
		e.Case = more.Case
	}
	if more.Weight != 0 {
		e.Weight = more.Weight
	}
	for _, s := range more.Surfaces {
		if !e.names(s.Text) {
			e.Surfaces = append(e.Surfaces, s)
		}
	}
	if more.More == nil {
		return
	}
	if e.More == nil {
		e.More = &Details{}
	}
	d, m := e.More, more.More
	d.Members = union(d.Members, m.Members)
	d.BlockedBy = union(d.BlockedBy, m.BlockedBy)
	d.PreferNear = union(d.PreferNear, m.PreferNear)
	d.Offices = append(d.Offices, m.Offices...)
	d.Tests = append(d.Tests, m.Tests...)
}

func union(a, b []string) []string {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(a, s)
		}
	}
	return a
}
