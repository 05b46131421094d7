package gazetteers

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"attache/internal/yamlpos"
	"attache/text"
)

// Limits of an entry, far above what is written by hand.
const (
	maxSurfaces    = 2000 // names of one entry
	maxSurfaceLen  = 400  // bytes of one name
	maxIDLen       = 200
	maxTextLen     = 4000
	maxListedItems = 1000 // members, offices, tests … of one entry
)

// gazetteer validates a decoded file and appends its entries.
func (l *loader) gazetteer(index int32, name string, raw *rawGazetteer) {
	head := l.head(name, raw)
	for i := range raw.Entries {
		l.entry(index, name, head, &raw.Entries[i])
	}
}

// fileHead holds the defaults of a file.
type fileHead struct {
	typ, subtype, source string
}

func (l *loader) head(name string, raw *rawGazetteer) fileHead {
	h := fileHead{raw.Type.S, raw.Subtype.S, raw.Source.S}
	if h.typ != "" {
		h.typ = l.typeName(name, raw.Type)
	}
	if h.subtype != "" && !kebab(h.subtype) {
		l.errs.Add(name, raw.Subtype.Pos, "subtype \""+h.subtype+"\", expected a lower-case name such as armed-group")
	}
	return h
}

// typeName checks a type: a built-in one, or one of the user's own.
func (l *loader) typeName(name string, t yamlpos.Str) string {
	for _, n := range gazetteerTypes {
		if n == t.S {
			return n
		}
	}
	bad := t.S == "DATE" || t.S == "PRONOUN" || len(t.S) > 40
	for i := range len(t.S) {
		c := t.S[i]
		bad = bad || !(c >= 'A' && c <= 'Z' || i > 0 && (c >= '0' && c <= '9' || c == '_' || c == '-'))
	}
	if s := yamlpos.Suggest(t.S, gazetteerTypes); s != "" {
		l.errs.Add(name, t.Pos, "unknown type \""+t.S+"\", did you mean "+s+"?")
	} else if bad {
		l.errs.Add(name, t.Pos, "unknown type \""+t.S+"\", expected "+strings.Join(gazetteerTypes, ", ")+" or one of your own in capitals, such as VESSEL")
	}
	return t.S
}

// entry validates one entry and appends it, unless it has no usable id.
func (l *loader) entry(index int32, name string, h fileHead, r *rawEntry) {
	switch {
	case r.At.Line == 0 || r.ID.Bad || r.Name.Bad:
		return // reported when it was decoded
	case r.ID.S == "":
		l.errs.Add(name, r.At, "entry without id, expected one such as org:nato")
		return
	}
	if why := badID(r.ID.S); why != "" {
		l.errs.Add(name, r.ID.Pos, "id \""+r.ID.S+"\" "+why+", expected a kind and a name such as org:nato, city:KR/seoul or country:KOR")
		return
	}
	if first, dup := l.ids[r.ID.S]; dup {
		e := &l.k.Entries[first]
		l.errs.Add(name, r.ID.Pos, "duplicate id \""+r.ID.S+"\", first at "+l.k.Files[e.File].Name+":"+strconv.Itoa(int(e.At.Line))+", expected one entry of an id")
		return
	}
	e := Entry{ID: r.ID.S, Name: r.Name.S, Subtype: h.subtype, Source: h.source, File: index, At: r.ID.Pos}
	before := len(l.errs)
	switch {
	case r.Remove.V:
		e.Remove = true
		if r.Name.S != "" || len(r.Aliases) > 0 {
			l.errs.Add(name, r.Remove.Pos, "remove beside a name or aliases, expected the id alone")
		}
	case r.Name.S == "" && r.Name.Line > 0:
		// said below, with the other names
	case r.Name.S == "":
		e.Extends = true
		l.extension(name, r)
	default:
		if e.Type = h.typ; r.Type.S != "" {
			e.Type = l.typeName(name, r.Type)
		}
		if e.Type == "" {
			l.errs.Add(name, r.At, "entry without type, expected a type for it or for the file")
		}
	}
	if r.Subtype.S != "" {
		if e.Subtype = r.Subtype.S; !kebab(e.Subtype) {
			l.errs.Add(name, r.Subtype.Pos, "subtype \""+e.Subtype+"\", expected a lower-case name such as armed-group")
		}
	}
	if r.Source.S != "" {
		e.Source = r.Source.S
	}
	e.Country = l.code(name, r.Country)
	switch r.Case.S {
	case "", "smart":
	case "exact":
		e.Case = ExactCase
	case "fold":
		e.Case = FoldCase
	default:
		l.errs.Add(name, r.Case.Pos, "case \""+r.Case.S+"\", expected smart, exact or fold")
	}
	if w := r.Weight; w.Set {
		if w.V < -5 || w.V > 5 {
			l.errs.Add(name, w.Pos, "weight "+num(w.V)+", expected −5 to 5")
		} else {
			e.Weight = int8(math.Round(w.V * 10))
		}
	}
	l.surfaces(name, &e, r)
	l.details(name, &e, r)
	if len(l.errs) > before && (e.Type == "" && !e.Remove && !e.Extends) {
		return
	}
	l.ids[e.ID] = int32(len(l.k.Entries))
	l.k.Entries = append(l.k.Entries, e)
}

// extension checks that an entry without a name only adds names to another.
func (l *loader) extension(name string, r *rawEntry) {
	if len(r.Aliases)+len(r.Former)+len(r.Adjectives)+len(r.Demonyms)+len(r.Offices)+len(r.Members)+len(r.Tests) == 0 {
		l.errs.Add(name, r.At, "entry \""+r.ID.S+"\" without name, expected one (or aliases to add to an entry below)")
		return
	}
	for _, k := range []struct {
		key string
		set bool
		at  Pos
	}{
		{"type", r.Type.S != "", r.Type.Pos}, {"subtype", r.Subtype.S != "", r.Subtype.Pos}, {"country", r.Country.S != "", r.Country.Pos},
		{"official", r.Official.S != "", r.Official.Pos}, {"capital", r.Capital.S != "", r.Capital.Pos},
		{"part_of", r.PartOf.S != "", r.PartOf.Pos}, {"seat", r.Seat.S != "", r.Seat.Pos}, {"stands_for", r.StandsFor.S != "", r.StandsFor.Pos},
		{"from", r.From.S != "", r.From.Pos}, {"to", r.To.S != "", r.To.Pos}, {"lat", r.Lat.Set, r.Lat.Pos}, {"lon", r.Lon.Set, r.Lon.Pos},
		{"population", r.Population.Set, r.Population.Pos}, {"geonames", r.GeoNames.Set, r.GeoNames.Pos}, {"wikidata", r.Wikidata.S != "", r.Wikidata.Pos},
	} {
		if k.set {
			l.errs.Add(name, k.at, k.key+" in an entry without name, expected a name, or only names, offices, members and tests to add to the entry below")
		}
	}
}

// surfaces lists everything that names the entry, each string once.
func (l *loader) surfaces(name string, e *Entry, r *rawEntry) {
	n := 2 + len(r.Aliases) + len(r.Former) + len(r.Adjectives) + len(r.Demonyms)
	if n > maxSurfaces {
		l.errs.Add(name, r.At, "entry has "+strconv.Itoa(n)+" names, expected at most "+strconv.Itoa(maxSurfaces))
		return
	}
	if e.Remove {
		return
	}
	e.Surfaces = make([]Surface, 0, n)
	add := func(s yamlpos.Str, kind SurfaceKind, what string) {
		if s.Line == 0 || s.Bad {
			return
		}
		if why := badText(s.S, maxSurfaceLen); why != "" {
			l.errs.Add(name, s.Pos, what+" "+why)
			return
		}
		if kind == AliasSurface && acronym(s.S) {
			kind = AcronymSurface
		}
		for i := range e.Surfaces {
			o := &e.Surfaces[i]
			if o.Text == s.S && (o.Kind == kind || kind < AdjectiveSurface && o.Kind < AdjectiveSurface) {
				return
			}
		}
		e.Surfaces = append(e.Surfaces, Surface{Text: s.S, Kind: kind, At: s.Pos})
	}
	add(r.Name, NameSurface, "name")
	add(r.Official, AliasSurface, "official name")
	for _, s := range r.Aliases {
		add(s, AliasSurface, "alias")
	}
	for _, s := range r.Former {
		add(s, FormerSurface, "former name")
	}
	for _, s := range r.Adjectives {
		add(s, AdjectiveSurface, "adjective")
	}
	for _, s := range r.Demonyms {
		add(s, DemonymSurface, "demonym")
	}
	for _, s := range r.Risky {
		found := false
		for i := range e.Surfaces {
			if e.Surfaces[i].Text == s.S {
				e.Surfaces[i].Risky, found = true, true
			}
		}
		if !found {
			l.errs.Add(name, s.Pos, "risky \""+s.S+"\" is no name of the entry, expected its name or one of its aliases")
		}
	}
}

// details fills e.More.
func (l *loader) details(name string, e *Entry, r *rawEntry) {
	d := Details{
		Official: r.Official.S, ISO2: r.ISO2.S, Capital: r.Capital.S, PartOf: r.PartOf.S, Seat: r.Seat.S,
		StandsFor: r.StandsFor.S, Wikidata: r.Wikidata.S, Note: r.Note.S,
		GeoNames: l.whole(name, r.GeoNames, "geonames"), Population: l.whole(name, r.Population, "population"),
		From: l.date(name, r.From, "from"), To: l.date(name, r.To, "to"),
		Members: l.list(name, r.Members, "members"), BlockedBy: l.list(name, r.BlockedBy, "blocked_by"), PreferNear: l.list(name, r.PreferNear, "prefer_near"),
	}
	for _, s := range []yamlpos.Str{r.ISO2, r.Capital, r.PartOf, r.Seat, r.StandsFor, r.Note} {
		if s.Line > 0 && !s.Bad {
			if why := badText(s.S, maxTextLen); why != "" {
				l.errs.Add(name, s.Pos, "value "+why)
			}
		}
	}
	if w := d.Wikidata; w != "" && !(len(w) > 1 && w[0] == 'Q' && digits(w[1:])) {
		l.errs.Add(name, r.Wikidata.Pos, "wikidata \""+w+"\", expected an id such as Q30")
	}
	if !d.To.IsZero() && packDate(d.To) < packDate(d.From) && latest(d.To) < packDate(d.From) {
		l.errs.Add(name, r.To.Pos, "to "+r.To.S+" is before from "+r.From.S)
	}
	l.place(name, r, &d)
	l.offices(name, r, &d)
	if len(r.Tests) > maxListedItems {
		l.errs.Add(name, r.At, "too many tests")
		r.Tests = nil
	}
	for i := range r.Tests {
		t := &r.Tests[i]
		if t.Text.S == "" || t.Want.S == "" && t.Not.S == "" {
			l.errs.Add(name, t.At, "test without text or id, expected {text: a sentence, want: id}")
			continue
		}
		d.Tests = append(d.Tests, Test{t.Text.S, t.Want.S, t.Not.S, t.At})
	}
	if !d.empty() {
		e.More = &d
	}
}

// empty reports whether nothing is known.
func (d *Details) empty() bool {
	return d.Official == "" && d.ISO2 == "" && d.Capital == "" && d.PartOf == "" && d.Seat == "" && d.StandsFor == "" &&
		d.Wikidata == "" && d.Note == "" && d.GeoNames == 0 && d.Population == 0 && !d.HasPlace && d.From.IsZero() && d.To.IsZero() &&
		len(d.Members)+len(d.BlockedBy)+len(d.PreferNear)+len(d.Offices)+len(d.Tests) == 0
}

func (l *loader) place(name string, r *rawEntry, d *Details) {
	if !r.Lat.Set && !r.Lon.Set {
		return
	}
	switch {
	case r.Lat.Set != r.Lon.Set:
		l.errs.Add(name, r.At, "lat without lon or the other way round, expected both")
	case r.Lat.V < -90 || r.Lat.V > 90:
		l.errs.Add(name, r.Lat.Pos, "lat "+num(r.Lat.V)+", expected −90 to 90 degrees")
	case r.Lon.V < -180 || r.Lon.V > 180:
		l.errs.Add(name, r.Lon.Pos, "lon "+num(r.Lon.V)+", expected −180 to 180 degrees")
	default:
		d.HasPlace, d.Lat, d.Lon = true, r.Lat.V, r.Lon.V
	}
}

func (l *loader) offices(name string, r *rawEntry, d *Details) {
	if len(r.Offices) > maxListedItems {
		l.errs.Add(name, r.At, "too many offices")
		return
	}
	for i := range r.Offices {
		o := &r.Offices[i]
		t := Term{Role: o.Role.S, Of: o.Of.S, From: l.date(name, o.From, "from"), To: l.date(name, o.To, "to"), At: o.At}
		if why := badID(t.Role); why != "" {
			l.errs.Add(name, o.At, "office with role \""+t.Role+"\", expected the id of a role such as role:president")
			continue
		}
		if t.Of != "" && badID(t.Of) != "" {
			l.errs.Add(name, o.Of.Pos, "office of \""+t.Of+"\", expected an id such as country:FRA")
			continue
		}
		if !t.To.IsZero() && latest(t.To) < packDate(t.From) {
			l.errs.Add(name, o.To.Pos, "to "+o.To.S+" is before from "+o.From.S)
			continue
		}
		d.Offices = append(d.Offices, t)
	}
}

// list takes the strings of a list.
func (l *loader) list(name string, list []yamlpos.Str, what string) []string {
	if len(list) == 0 {
		return nil
	}
	if len(list) > maxListedItems {
		l.errs.Add(name, list[0].Pos, what+" has "+strconv.Itoa(len(list))+" items, expected at most "+strconv.Itoa(maxListedItems))
		return nil
	}
	out := make([]string, 0, len(list))
	for _, s := range list {
		if why := badText(s.S, maxSurfaceLen); why != "" {
			if s.Line > 0 && !s.Bad {
				l.errs.Add(name, s.Pos, "item of "+what+" "+why)
			}
			continue
		}
		out = append(out, s.S)
	}
	return out
}

func (l *loader) date(name string, d yamlpos.Date, key string) text.Date {
	if d.Line == 0 {
		return text.Date{}
	}
	v, ok := parseDate(d.S)
	if !ok {
		l.errs.Add(name, d.Pos, key+" \""+d.S+"\", expected a date such as 1990, 1990-05 or 1990-05-03")
		return text.Date{}
	}
	return v
}

func (l *loader) whole(name string, n yamlpos.Num, key string) int64 {
	if !n.Set {
		return 0
	}
	if n.V < 0 || n.V != math.Trunc(n.V) || n.V > math.MaxUint32 {
		l.errs.Add(name, n.Pos, key+" "+num(n.V)+", expected a whole number")
		return 0
	}
	return int64(n.V)
}

// code checks a country code: what stands after "country:" in the id of its entry.
func (l *loader) code(name string, s yamlpos.Str) string {
	if s.Line == 0 {
		return ""
	}
	ok := len(s.S) >= 3 && len(s.S) <= 8
	for i := range len(s.S) {
		c := s.S[i]
		ok = ok && (c >= 'A' && c <= 'Z' || i > 0 && (c == '-' || c >= '0' && c <= '9'))
	}
	if !ok {
		l.errs.Add(name, s.Pos, "country \""+s.S+"\", expected an ISO 3166-1 alpha-3 code such as KOR")
		return ""
	}
	return s.S
}

// latest is the last day that a date may mean, packed.
func latest(d text.Date) uint32 {
	if d.Month == 0 {
		d.Month = 12
	}
	if d.Day == 0 {
		d.Day = 31
	}
	return packDate(d)
}

// badID says what is wrong with an id, "" if nothing is.
func badID(id string) string {
	kind, rest, ok := strings.Cut(id, ":")
	switch {
	case id == "":
		return "is empty"
	case !ok || kind == "" || rest == "":
		return "has no kind before a colon"
	case len(id) > maxIDLen:
		return "is longer than " + strconv.Itoa(maxIDLen) + " bytes"
	case !kebab(kind):
		return "has a kind that is not lower case"
	}
	for _, c := range rest {
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.ContainsRune("-_./+", c)) {
			return "holds " + strconv.QuoteRune(c)
		}
	}
	return ""
}

// badText says what is wrong with a name, "" if nothing is.
func badText(s string, most int) string {
	switch {
	case strings.TrimSpace(s) == "":
		return "is empty, expected text"
	case len(s) > most:
		return "has " + strconv.Itoa(len(s)) + " bytes, expected at most " + strconv.Itoa(most)
	case strings.ContainsAny(s, "\n\r\x00"):
		return "has several lines, expected one"
	case s[0] == ' ' || s[len(s)-1] == ' ':
		return "begins or ends with a space, expected none"
	}
	return ""
}

// acronym reports whether s is one word of two or more letters, all capitals.
func acronym(s string) bool {
	n := 0
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			n++
		case unicode.IsDigit(c) || c == '.' || c == '-' || c == '/' || c == '&' || c == '+':
		default:
			return false
		}
	}
	return n > 1
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func num(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
