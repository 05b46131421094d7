package gazetteers

import (
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"attache/internal/yamlpos"
	"attache/text"
)

// numeric reports whether a field is a number, which may begin with a minus.
func numeric(field string) bool {
	switch field {
	case "lat", "lon", "weight", "population", "geonames":
		return true
	}
	return false
}

// setField fills a field of a raw entry from a cell; it says what is wrong.
func setField(r *rawEntry, field, cell, sep string, at Pos) string {
	str := yamlpos.Str{S: cell, Pos: at}
	var items []yamlpos.Str
	for _, part := range strings.FieldsFunc(cell, func(c rune) bool { return strings.ContainsRune(sep, c) }) {
		if part = strings.TrimSpace(part); part != "" {
			items = append(items, yamlpos.Str{S: part, Pos: at})
		}
	}
	number := func(to *yamlpos.Num) string {
		v, err := strconv.ParseFloat(strings.ReplaceAll(cell, " ", ""), 64)
		if err != nil || v != v {
			return field + " " + strconv.Quote(clipped(cell)) + " is no number"
		}
		*to = yamlpos.Num{V: v, Set: true, Pos: at}
		return ""
	}
	switch field {
	case "id":
		r.ID = str
	case "name":
		r.Name = str
	case "type":
		r.Type = str
	case "subtype":
		r.Subtype = str
	case "country":
		r.Country = str
	case "aliases":
		r.Aliases = append(r.Aliases, items...)
	case "former":
		r.Former = items
	case "official":
		r.Official = str
	case "adjectives":
		r.Adjectives = items
	case "demonyms":
		r.Demonyms = items
	case "iso2":
		r.ISO2 = str
	case "capital":
		r.Capital = str
	case "part_of":
		r.PartOf = str
	case "seat":
		r.Seat = str
	case "members":
		r.Members = items
	case "stands_for":
		r.StandsFor = str
	case "from":
		r.From = yamlpos.Date{S: cell, Pos: at}
	case "to":
		r.To = yamlpos.Date{S: cell, Pos: at}
	case "case":
		r.Case = str
	case "weight":
		return number(&r.Weight)
	case "risky":
		r.Risky = items
	case "blocked_by":
		r.BlockedBy = items
	case "prefer_near":
		r.PreferNear = items
	case "lat":
		return number(&r.Lat)
	case "lon":
		return number(&r.Lon)
	case "population":
		return number(&r.Population)
	case "geonames":
		return number(&r.GeoNames)
	case "wikidata":
		r.Wikidata = str
	case "offices":
		return setOffices(r, items)
	case "source":
		r.Source = str
	case "note":
		r.Note = str
	}
	return ""
}

// setOffices reads "role of from to" with "-" for what is unknown.
func setOffices(r *rawEntry, items []yamlpos.Str) string {
	for _, it := range items {
		f := strings.Fields(it.S)
		if len(f) == 0 || len(f) > 4 {
			return "office " + strconv.Quote(clipped(it.S)) + " is not \"role of from to\""
		}
		for len(f) < 4 {
			f = append(f, "-")
		}
		o := rawOffice{At: it.Pos, Role: yamlpos.Str{S: f[0], Pos: it.Pos}}
		if f[1] != "-" {
			o.Of = yamlpos.Str{S: f[1], Pos: it.Pos}
		}
		if f[2] != "-" {
			o.From = yamlpos.Date{S: f[2], Pos: it.Pos}
		}
		if f[3] != "-" {
			o.To = yamlpos.Date{S: f[3], Pos: it.Pos}
		}
		r.Offices = append(r.Offices, o)
	}
	return ""
}

// idKind returns the kind of the ids of a type; a user's type is its own kind.
func idKind(typ string) string {
	switch typ {
	case "ORGANIZATION":
		return "org"
	case "LOCATION":
		return "place"
	}
	return slug(strings.ToLower(typ))
}

// MakeID makes an id from a type and a name: "org:israel-aerospace-industries". Of
// a name without letters that fold to ASCII it is a number made from its bytes. It
// is "" without a type.
func MakeID(typ, name string) string {
	kind, rest := idKind(typ), slug(viewString(text.Fold(nil, name)))
	if kind == "" {
		return ""
	}
	if rest == "" {
		rest = "x" + strconv.FormatUint(idHash(name), 16)
	}
	return kind + ":" + rest
}

// slug keeps ASCII letters and digits and joins the words with hyphens.
func slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9'):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case r == '\'' || unicode.Is(unicode.Mn, r):
		default:
			gap = true
		}
		if b.Len() > maxIDLen/2 {
			break
		}
	}
	return b.String()
}

// partWriter writes entries to files of a size that the loader takes.
type partWriter struct {
	parts Parts
	head  string
	part  int
	n     int
	w     io.WriteCloser
}

func (p *partWriter) write(entry []byte) error {
	if p.w != nil && p.n+len(entry) > partBytes {
		if err := p.w.Close(); err != nil {
			return err
		}
		p.w = nil
	}
	if p.w == nil {
		w, err := p.parts(p.part)
		if err != nil {
			return err
		}
		p.w, p.n = w, len(p.head)
		p.part++
		if _, err := io.WriteString(w, p.head); err != nil {
			return err
		}
	}
	p.n += len(entry)
	_, err := p.w.Write(entry)
	return err
}

// close finishes the last part; an import without entries makes a file
// without entries.
func (p *partWriter) close() error {
	if p.w == nil && p.part == 0 {
		w, err := p.parts(0)
		if err != nil {
			return err
		}
		p.w = w
		if _, err := io.WriteString(w, p.head); err != nil {
			return err
		}
	}
	if p.w == nil {
		return nil
	}
	return p.w.Close()
}
