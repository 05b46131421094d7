package gazetteers

import (
	"unsafe"

	"attache/text"
)

func viewString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// at returns the layer and the record of an entry.
func (s *Set) at(e EntryID) (*Index, *entryRec) {
	for l := len(s.layers) - 1; l > 0; l-- {
		if ix := s.layers[l]; uint32(e) >= ix.meta.FirstEntry {
			return ix, &ix.entries[uint32(e)-ix.meta.FirstEntry]
		}
	}
	return s.layers[0], &s.layers[0].entries[e]
}

// text returns a rarer fact that is a string.
func (s *Set) text(e EntryID, bit uint) string {
	ix, r := s.at(e)
	if v, ok := ix.field(r, bit); ok {
		return ix.str(v)
	}
	return ""
}

func (s *Set) number(e EntryID, bit uint) uint32 {
	ix, r := s.at(e)
	v, _ := ix.field(r, bit)
	return v
}

func (s *Set) strings(e EntryID, bit uint) Strings {
	ix, r := s.at(e)
	return Strings{ix, ix.list(r, bit), 1}
}

// The facts of an entry. All of them take an EntryID below NumEntries; with
// NoEntry they panic.

// ID returns the id of an entry, as "org:united-nations".
func (s *Set) ID(e EntryID) string { ix, r := s.at(e); return ix.str(r.ID) }

// Name returns the name of an entry.
func (s *Set) Name(e EntryID) string { ix, r := s.at(e); return ix.str(r.Name) }

// Type returns the type of an entry.
func (s *Set) Type(e EntryID) Type { _, r := s.at(e); return Type(r.Flags) }

// Subtype returns the subtype of an entry, "" if it has none.
func (s *Set) Subtype(e EntryID) string { ix, r := s.at(e); return ix.str(r.Subtype) }

// Country returns the alpha-3 code of an entry's country, "" if unknown; of a
// country itself the code in its id.
func (s *Set) Country(e EntryID) string {
	ix, r := s.at(e)
	if Type(r.Flags) == Country {
		if id := ix.str(r.ID); len(id) > 8 && id[:8] == "country:" {
			return id[8:]
		}
	}
	return ix.str(r.Country)
}

// HomeCountry returns the country field of an entry as its file has it; for a
// historic state that is its successor.
func (s *Set) HomeCountry(e EntryID) string { ix, r := s.at(e); return ix.str(r.Country) }

// CaseOf returns how letter case must agree with the names of an entry.
func (s *Set) CaseOf(e EntryID) Case { _, r := s.at(e); return Case(r.Flags >> 8) }

// WeightOf returns the weight of an entry in tenths.
func (s *Set) WeightOf(e EntryID) int8 { _, r := s.at(e); return int8(int(r.Flags>>16&0xff) - 128) }

// Source returns the id of the source of an entry.
func (s *Set) Source(e EntryID) string { ix, r := s.at(e); return ix.str(ix.origins[r.Origin].Source) }

// File returns the name of the file that an entry stands in.
func (s *Set) File(e EntryID) string { ix, r := s.at(e); return ix.str(ix.origins[r.Origin].File) }

// Place returns the line and column of an entry in its file.
func (s *Set) Place(e EntryID) Pos {
	_, r := s.at(e)
	return Pos{Line: int32(r.Line >> 8), Col: int32(r.Line & 0xff)}
}

// Layer returns the layer of an entry: 0 for the built-in index, then the overlays.
func (s *Set) Layer(e EntryID) int {
	for l := len(s.layers) - 1; l > 0; l-- {
		if uint32(e) >= s.layers[l].meta.FirstEntry {
			return l
		}
	}
	return 0
}

// Official returns the official name of an entry.
func (s *Set) Official(e EntryID) string { return s.text(e, exOfficial) }

// ISO2 returns the ISO 3166-1 alpha-2 code of a country.
func (s *Set) ISO2(e EntryID) string { return s.text(e, exISO2) }

// Capital returns the id of a country's capital.
func (s *Set) Capital(e EntryID) string { return s.text(e, exCapital) }

// PartOf returns the id or name of the larger whole.
func (s *Set) PartOf(e EntryID) string { return s.text(e, exPartOf) }

// Seat returns the id or name of the place that an organization sits in.
func (s *Set) Seat(e EntryID) string { return s.text(e, exSeat) }

// StandsFor returns the id of what an entry means when it acts.
func (s *Set) StandsFor(e EntryID) string { return s.text(e, exStandsFor) }

// Wikidata returns the Wikidata id of an entry.
func (s *Set) Wikidata(e EntryID) string { return s.text(e, exWikidata) }

// Note returns the note of an entry.
func (s *Set) Note(e EntryID) string { return s.text(e, exNote) }

// GeoNames returns the GeoNames id of a place, 0 if unknown.
func (s *Set) GeoNames(e EntryID) uint32 { return s.number(e, exGeoNames) }

// Population returns the number of inhabitants, 0 if unknown.
func (s *Set) Population(e EntryID) uint32 { return s.number(e, exPopulation) }

// LatLon returns the coordinates of an entry in degrees; ok is false when they
// are unknown.
func (s *Set) LatLon(e EntryID) (lat, lon float64, ok bool) {
	ix, r := s.at(e)
	la, ok := ix.field(r, exLat)
	lo, _ := ix.field(r, exLon)
	if !ok {
		return 0, 0, false
	}
	return float64(int32(la)-latLonBias) / 1e5, float64(int32(lo)-latLonBias) / 1e5, true
}

// From returns the date from which an entry exists, zero if unknown.
func (s *Set) From(e EntryID) text.Date { return unpackDate(s.number(e, exFrom)) }

// To returns the last date of an entry's existence, zero if unknown or current.
func (s *Set) To(e EntryID) text.Date { return unpackDate(s.number(e, exTo)) }

// Members returns the members of an organization: alpha-3 codes or ids.
func (s *Set) Members(e EntryID) Strings { return s.strings(e, exMembers) }

// BlockedBy returns the longer strings in which an entry is not meant.
func (s *Set) BlockedBy(e EntryID) Strings { return s.strings(e, exBlockedBy) }

// PreferNear returns the words nearby that favour an entry. The result is part
// of the index and must not be changed.
func (s *Set) PreferNear(e EntryID) []WordID {
	ix, r := s.at(e)
	return view[WordID](bytesOf(ix.list(r, exNearWords)))
}

// Strings is an immutable list of strings in the index.
type Strings struct {
	ix   *Index
	list []uint32
	step int
}

// Len returns the number of strings.
func (l Strings) Len() int {
	if l.step < 2 {
		return len(l.list)
	}
	return len(l.list) / l.step
}

// At returns string i.
func (l Strings) At(i int) string { return l.ix.str(l.list[i*max(l.step, 1)]) }

// Names returns the surfaces of an entry as its file lists them, other than its
// name.
func (s *Set) Names(e EntryID) Names {
	ix, r := s.at(e)
	return Names{Strings{ix, ix.list(r, exSurfaces), 2}}
}

// Names is a list of surfaces.
type Names struct{ Strings }

// Kind returns how surface i names its entry.
func (n Names) Kind(i int) SurfaceKind { return SurfaceKind(n.list[2*i+1]) }

// Risky reports whether surface i is usually something else.
func (n Names) Risky(i int) bool { return n.list[2*i+1]>>8&1 != 0 }

// NumTests returns the number of tests of an entry.
func (s *Set) NumTests(e EntryID) int { return s.strings(e, exTests).Len() / 3 }

// Test returns test i of an entry.
func (s *Set) Test(e EntryID, i int) Test {
	t := s.strings(e, exTests)
	return Test{Text: t.At(3 * i), Want: t.At(3*i + 1), Not: t.At(3*i + 2), At: s.Place(e)}
}
