package gazetteers

import (
	"strconv"

	"attache/internal/yamlpos"
	"attache/text"
)

// Error is one mistake in a gazetteer file: "file:line:col: what, and what was
// expected".
type Error = yamlpos.Error

// Errors are all the mistakes of a load.
type Errors = yamlpos.Errors

// Pos is a place in a file, from 1; the zero Pos is unknown.
type Pos = yamlpos.Pos

// Knowledge is what a set of gazetteer files says, validated: the input of
// Compile.
type Knowledge struct {
	Files     []File
	Entries   []Entry
	Classes   []ClassWords
	Words     []ListedWord
	Sources   []Source
	Spellings []Spelling
	Articles  []string // words that a hyphen or a space joins to the next, as "al"
}

// File is a file that was loaded.
type File struct {
	Name   string
	Schema string
	Hash   [32]byte // of its content
}

// Source is where facts come from.
type Source struct {
	ID, Name, Version, Licence, Notice string
}

// ClassWords are the words that a file adds to a word class.
type ClassWords struct {
	Class  string
	Words  []string
	Source string
	File   int32 // index into Knowledge.Files
	At     []Pos // of each word
}

// ListedWord is a line of a frequency list.
type ListedWord struct {
	Word string
	Info WordInfo // Classes unset
	File int32    // index into Knowledge.Files
	Line int32
}

// Case says how the letter case of a text must agree with a name.
type Case uint8

// Kinds of case agreement.
const (
	// SmartCase wants capitals where the name has capitals; a name in capitals of
	// up to six letters must be in capitals.
	SmartCase Case = iota
	// ExactCase wants each word in the same case: small, Title, CAPITALS or mIxed.
	ExactCase
	// FoldCase matches any case.
	FoldCase
)

// String returns the key of the case in YAML.
func (c Case) String() string { return [...]string{"smart", "exact", "fold"}[c] }

// Entry is one thing that a gazetteer knows.
type Entry struct {
	ID      string
	Name    string // empty when the entry only removes or extends another
	Type    string // "ORGANIZATION", or a type of the user's own; empty as Name
	Subtype string
	Country string // code as in the id of the country's entry: ISO 3166-1 alpha-3
	Source  string
	// Surfaces are all strings that name it, the name first.
	Surfaces []Surface
	Case     Case
	Weight   int8 // tenths
	Remove   bool // removes the entry of this id from the layers below
	Extends  bool // only adds surfaces to the entry of this id in the layers below
	File     int32
	At       Pos
	More     *Details // nil when there are none
}

// Surface is a string that names an entry.
type Surface struct {
	Text  string
	Kind  SurfaceKind
	Risky bool
	At    Pos
}

// Details are the rarer facts of an entry.
type Details struct {
	Official, ISO2, Capital, PartOf, Seat, StandsFor string
	Wikidata, Note                                   string
	GeoNames, Population                             int64
	HasPlace                                         bool
	Lat, Lon                                         float64
	From, To                                         text.Date
	Members, BlockedBy, PreferNear                   []string
	Offices                                          []Term
	Tests                                            []Test
}

// Term is an office held by a person; both ends are inclusive, a zero end is
// current or unknown.
type Term struct {
	Role, Of string
	From, To text.Date
	At       Pos
}

// Test is a sentence with an entry that must, or must not, be found in it.
type Test struct {
	Text, Want, Not string
	At              Pos
}

var typeNames = [FirstUserType]string{
	Person: "PERSON", Role: "ROLE", Country: "COUNTRY", Nationality: "NATIONALITY", Location: "LOCATION",
	Organization: "ORGANIZATION", Group: "GROUP", Event: "EVENT", DateType: "DATE", Misc: "MISC", Pronoun: "PRONOUN",
}

// gazetteerTypes are the built-in types that entries may have.
var gazetteerTypes = []string{"PERSON", "ROLE", "COUNTRY", "NATIONALITY", "LOCATION", "ORGANIZATION", "GROUP", "EVENT", "MISC"}

// String returns the name of a built-in type, "TYPE-17" for a user's (see
// Set.TypeName) and "" for NoType.
func (t Type) String() string {
	if t < FirstUserType {
		return typeNames[t]
	}
	return "TYPE-" + strconv.Itoa(int(t))
}

// String returns the kind's name: "name", "alias", "former", "acronym",
// "adjective", "demonym" or "plural".
func (k SurfaceKind) String() string {
	return [...]string{"name", "alias", "former", "acronym", "adjective", "demonym", "plural"}[k]
}

// parseDate reads 1990, 1990-05 or 1990-05-03.
func parseDate(s string) (text.Date, bool) {
	var d text.Date
	part := func(s string, n, lo, hi int) (int16, bool) {
		if len(s) < n {
			return 0, false
		}
		v, err := strconv.Atoi(s[:n])
		return int16(v), err == nil && s[0] >= '0' && s[0] <= '9' && v >= lo && v <= hi
	}
	var ok bool
	if d.Year, ok = part(s, 4, 1, 2999); !ok {
		return d, false
	}
	if s = s[4:]; s == "" {
		return d, true
	}
	if s[0] != '-' {
		return d, false
	}
	if d.Month, ok = part(s[1:], 2, 1, 12); !ok {
		return d, false
	}
	if s = s[3:]; s == "" {
		return d, true
	}
	if s[0] != '-' {
		return d, false
	}
	d.Day, ok = part(s[1:], 2, 1, daysIn(d.Year, d.Month))
	return d, ok && len(s) == 3
}

func daysIn(year, month int16) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// FormatDate returns a date as YAML has it: "1990", "1990-05", "1990-05-03"; ""
// for the zero date.
func FormatDate(d text.Date) string {
	if d.IsZero() {
		return ""
	}
	b := make([]byte, 0, 10)
	num := func(v int16, n int) {
		for ; n > 0; n-- {
			p := int16(1)
			for range n - 1 {
				p *= 10
			}
			b = append(b, byte('0'+v/p%10))
		}
	}
	num(d.Year, 4)
	if d.Month > 0 {
		b = append(b, '-')
		num(d.Month, 2)
		if d.Day > 0 {
			b = append(b, '-')
			num(d.Day, 2)
		}
	}
	return string(b)
}

// packDate packs a date into a number that sorts by time; 0 is the zero date.
func packDate(d text.Date) uint32 {
	return uint32(d.Year)<<9 | uint32(d.Month)<<5 | uint32(d.Day)
}

func unpackDate(v uint32) text.Date {
	return text.Date{Year: int16(v >> 9), Month: int16(v >> 5 & 15), Day: int16(v & 31)}
}
