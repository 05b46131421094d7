package gazetteers

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// Columns are the columns of an export and the fields of an import, in order.
// Cells with several values separate them with ListSeparator.
var columns = []string{
	"id", "name", "type", "subtype", "country", "aliases", "former", "official", "adjectives", "demonyms", "iso2", "capital", "part_of", "seat",
	"members", "stands_for", "from", "to", "case", "weight", "risky", "blocked_by", "prefer_near",
	"lat", "lon", "population", "geonames", "wikidata", "offices", "source", "note",
}

// Columns returns the columns of an export, which are the fields of an import.
func Columns() []string { return append([]string(nil), columns...) }

// ListSeparator stands between the values of a cell.
const ListSeparator = "|"

// ExportCSV writes the entries that keep accepts (all when it is nil) as CSV
// with a header, comma-separated, RFC 4180. Cells that a spreadsheet would run as
// formulas begin with an apostrophe, which an import takes off again. An office is
// "role of from to" with "-" for what is unknown; tests are not exported.
func (s *Set) ExportCSV(w io.Writer, keep func(EntryID) bool) error {
	out := csv.NewWriter(w)
	if err := out.Write(columns); err != nil {
		return err
	}
	row := make([]string, len(columns))
	for e := range EntryID(s.numEntries) {
		if !s.Live(e) || s.ID(e) == blockerID || keep != nil && !keep(e) {
			continue
		}
		cells(row, s.Export(e))
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// cells fills a row of columns.
func cells(row []string, e *Entry) {
	d := e.More
	if d == nil {
		d = &Details{}
	}
	var lists [PluralSurface + 1][]string
	var risky []string
	for _, s := range e.Surfaces {
		if s.Risky {
			risky = append(risky, s.Text)
		}
		switch {
		case s.Kind == AcronymSurface:
			lists[AliasSurface] = append(lists[AliasSurface], s.Text)
		case s.Kind != NameSurface && s.Text != d.Official:
			lists[s.Kind] = append(lists[s.Kind], s.Text)
		}
	}
	var offices []string
	for _, o := range d.Offices {
		offices = append(offices, o.Role+" "+dash(o.Of)+" "+dash(FormatDate(o.From))+" "+dash(FormatDate(o.To)))
	}
	kase, weight, lat, lon := "", "", "", ""
	if e.Case != SmartCase {
		kase = e.Case.String()
	}
	if e.Weight != 0 {
		weight = num(float64(e.Weight) / 10)
	}
	if d.HasPlace {
		lat, lon = strconv.FormatFloat(d.Lat, 'f', -1, 64), strconv.FormatFloat(d.Lon, 'f', -1, 64)
	}
	join := func(list []string) string { return strings.Join(list, ListSeparator) }
	for i, v := range [...]string{
		e.ID, e.Name, e.Type, e.Subtype, e.Country, join(lists[AliasSurface]), join(lists[FormerSurface]), d.Official,
		join(lists[AdjectiveSurface]), join(lists[DemonymSurface]), d.ISO2, d.Capital, d.PartOf, d.Seat,
		join(d.Members), d.StandsFor, FormatDate(d.From), FormatDate(d.To), kase, weight, join(risky), join(d.BlockedBy), join(d.PreferNear),
		lat, lon, whole(d.Population), whole(d.GeoNames), d.Wikidata, join(offices), e.Source, d.Note,
	} {
		row[i] = v
		if columns[i] != "lat" && columns[i] != "lon" && columns[i] != "weight" {
			row[i] = defuse(v)
		}
	}
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func whole(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

// formula reports whether a spreadsheet would run a cell.
func formula(s string) bool {
	return s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0]))
}

// defuse makes a cell plain text to a spreadsheet.
func defuse(s string) string {
	if formula(s) {
		return "'" + s
	}
	return s
}
