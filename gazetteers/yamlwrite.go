package gazetteers

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lineWidth is where lists are wrapped when entries are written.
const lineWidth = 120

// AppendYAML appends an entry as an item of "entries:", indented by two
// spaces, its keys in canonical order. typ and subtype are the file's: they are
// left out where the entry's are the same.
func AppendYAML(dst []byte, e *Entry, typ, subtype string) []byte {
	w := yamlWriter{dst: dst, indent: 4}
	w.dst = append(w.dst, "  - "...)
	w.first = true
	w.text("id", e.ID)
	if e.Remove {
		w.raw("remove", "true")
		return w.dst
	}
	w.text("name", e.Name)
	if e.Type != typ {
		w.text("type", e.Type)
	}
	if e.Subtype != subtype {
		w.text("subtype", e.Subtype)
	}
	w.text("source", e.Source)
	d := e.More
	if d == nil {
		d = &Details{}
	}
	var lists [DemonymSurface + 1][]string
	var risky []string
	for _, s := range e.Surfaces {
		if s.Risky && !contains(risky, s.Text) {
			risky = append(risky, s.Text)
		}
		switch {
		case s.Kind == NameSurface || s.Text == d.Official:
		case s.Kind == AcronymSurface:
			lists[AliasSurface] = append(lists[AliasSurface], s.Text)
		case int(s.Kind) < len(lists):
			lists[s.Kind] = append(lists[s.Kind], s.Text)
		}
	}
	w.list("aliases", lists[AliasSurface])
	w.list("former", lists[FormerSurface])
	w.text("official", d.Official)
	w.list("adjectives", lists[AdjectiveSurface])
	w.list("demonyms", lists[DemonymSurface])
	w.text("country", e.Country)
	w.text("iso2", d.ISO2)
	w.text("capital", d.Capital)
	w.text("part_of", d.PartOf)
	w.text("seat", d.Seat)
	w.list("members", d.Members)
	w.text("stands_for", d.StandsFor)
	w.date("from", FormatDate(d.From))
	w.date("to", FormatDate(d.To))
	if e.Case != SmartCase {
		w.text("case", e.Case.String())
	}
	if e.Weight != 0 {
		w.raw("weight", num(float64(e.Weight)/10))
	}
	w.list("risky", risky)
	w.list("blocked_by", d.BlockedBy)
	w.list("prefer_near", d.PreferNear)
	if d.HasPlace {
		w.raw("lat", num(d.Lat))
		w.raw("lon", num(d.Lon))
	}
	if d.Population > 0 {
		w.raw("population", strconv.FormatInt(d.Population, 10))
	}
	if d.GeoNames > 0 {
		w.raw("geonames", strconv.FormatInt(d.GeoNames, 10))
	}
	w.text("wikidata", d.Wikidata)
	w.offices(d.Offices)
	w.tests(d.Tests)
	w.text("note", d.Note)
	return w.dst
}

// yamlWriter writes the keys of one mapping.
type yamlWriter struct {
	dst    []byte
	indent int
	first  bool
}

func (w *yamlWriter) key(k string) {
	if !w.first {
		w.pad(w.indent)
	}
	w.first = false
	w.dst = append(append(w.dst, k...), ':', ' ')
}

func (w *yamlWriter) pad(n int) {
	for range n {
		w.dst = append(w.dst, ' ')
	}
}

func (w *yamlWriter) raw(k, v string) {
	w.key(k)
	w.dst = append(append(w.dst, v...), '\n')
}

func (w *yamlWriter) text(k, v string) {
	if v != "" {
		w.key(k)
		w.dst = append(appendScalar(w.dst, v, false), '\n')
	}
}

// date writes a date in quotes, so that no reader takes it for a number or a
// time.
func (w *yamlWriter) date(k, v string) {
	if v != "" {
		w.raw(k, `"`+v+`"`)
	}
}

// list writes a flow list, wrapped at lineWidth.
func (w *yamlWriter) list(k string, items []string) {
	if len(items) == 0 {
		return
	}
	w.key(k)
	start := strings.LastIndexByte(viewString(w.dst), '\n') + 1
	w.dst = append(w.dst, '[')
	for i, s := range items {
		if i > 0 {
			w.dst = append(w.dst, ',')
			item := appendScalar(nil, s, true)
			if len(w.dst)-start+len(item)+2 > lineWidth {
				w.dst = append(w.dst, '\n')
				start = len(w.dst)
				w.pad(w.indent + 2)
			} else {
				w.dst = append(w.dst, ' ')
			}
			w.dst = append(w.dst, item...)
			continue
		}
		w.dst = appendScalar(w.dst, s, true)
	}
	w.dst = append(w.dst, "]\n"...)
}

func (w *yamlWriter) offices(list []Term) {
	if len(list) == 0 {
		return
	}
	w.key("offices")
	w.dst = append(w.dst[:len(w.dst)-1], '\n')
	for _, t := range list {
		w.pad(w.indent + 2)
		w.dst = append(appendScalar(append(w.dst, "- {role: "...), t.Role, true), ""...)
		if t.Of != "" {
			w.dst = appendScalar(append(w.dst, ", of: "...), t.Of, true)
		}
		if from := FormatDate(t.From); from != "" {
			w.dst = append(append(append(w.dst, `, from: "`...), from...), '"')
		}
		if to := FormatDate(t.To); to != "" {
			w.dst = append(append(append(w.dst, `, to: "`...), to...), '"')
		}
		w.dst = append(w.dst, "}\n"...)
	}
}

func (w *yamlWriter) tests(list []Test) {
	if len(list) == 0 {
		return
	}
	w.key("tests")
	w.dst = append(w.dst[:len(w.dst)-1], '\n')
	for _, t := range list {
		w.pad(w.indent + 2)
		w.dst = appendScalar(append(w.dst, "- {text: "...), t.Text, true)
		if t.Want != "" {
			w.dst = appendScalar(append(w.dst, ", want: "...), t.Want, true)
		}
		if t.Not != "" {
			w.dst = appendScalar(append(w.dst, ", not: "...), t.Not, true)
		}
		w.dst = append(w.dst, "}\n"...)
	}
}

// appendScalar appends text plain where every YAML reader takes it for that
// text, in double quotes elsewhere.
func appendScalar(dst []byte, s string, flow bool) []byte {
	if plainScalar(s, flow) {
		return append(dst, s...)
	}
	dst = append(dst, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r == '\n':
			dst = append(dst, `\n`...)
		case r == '\t':
			dst = append(dst, `\t`...)
		case r < ' ' || r == 0x7f || r == 0x85 || r == 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff:
			dst = append(dst, `\u`...)
			const hex = "0123456789abcdef"
			dst = append(dst, hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return append(dst, '"')
}

func plainScalar(s string, flow bool) bool {
	if s == "" || len(s) == 1 && strings.Contains("yYnN~", s) {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(s); !unicode.IsLetter(r) || s[len(s)-1] == ' ' {
		return false
	}
	switch strings.ToLower(s) {
	case "true", "false", "null", "yes", "no", "on", "off":
		return false
	}
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) && i > 0 || strings.ContainsRune(" -_./&'’()+!?;–@%*", r):
		case r == ':' && i+1 < len(s) && s[i+1] != ' ' && s[i+1] != ',':
		case r == ',' && !flow:
		default:
			return false
		}
	}
	return true
}
