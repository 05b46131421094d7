package gazetteers

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Severity says whether a problem makes a file unusable.
type Severity uint8

// Severities.
const (
	Warning Severity = iota // works, but probably not as meant
	Failure                 // is refused, or does not do what its tests want
)

// String returns "warning" or "error".
func (s Severity) String() string { return [...]string{"warning", "error"}[s] }

// Problem is something wrong with a gazetteer file, and what to do about it.
type Problem struct {
	File string
	Pos
	Severity Severity
	Code     string // "duplicate-id", "common-word", …
	What     string
	Todo     string // "" when What says it
}

// String returns "file:line:col: what; what to do".
func (p *Problem) String() string {
	s := p.File
	if p.Line > 0 {
		s += ":" + strconv.Itoa(int(p.Line)) + ":" + strconv.Itoa(int(p.Col))
	}
	return s + ": " + p.message()
}

func (p *Problem) message() string {
	if p.Todo == "" {
		return p.What
	}
	return p.What + "; " + p.Todo
}

// MarshalJSON writes the fields in lower case.
func (p *Problem) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		File     string `json:"file"`
		Line     int32  `json:"line"`
		Col      int32  `json:"col"`
		Severity string `json:"severity"`
		Code     string `json:"code"`
		What     string `json:"what"`
		Todo     string `json:"todo,omitempty"`
	}{p.File, p.Line, p.Col, p.Severity.String(), p.Code, p.What, p.Todo})
}

// Formats of WriteProblems.
const (
	FormatText   = "text"   // a line each
	FormatJSON   = "json"   // one array
	FormatGitHub = "github" // annotations of GitHub Actions
)

// WriteProblems writes problems in one of the formats.
func WriteProblems(w io.Writer, format string, problems []Problem) error {
	var b strings.Builder
	switch format {
	case FormatText, "":
		for i := range problems {
			p := &problems[i]
			b.WriteString(p.String())
			if p.Severity == Warning {
				b.WriteString(" (warning)")
			}
			b.WriteByte('\n')
		}
	case FormatJSON:
		list := make([]*Problem, len(problems))
		for i := range problems {
			list[i] = &problems[i]
		}
		j, err := json.MarshalIndent(list, "", "  ")
		if err != nil {
			return err
		}
		b.Write(j)
		b.WriteByte('\n')
	case FormatGitHub:
		data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
		prop := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
		for i := range problems {
			p := &problems[i]
			fmt.Fprintf(&b, "::%s file=%s,line=%d,col=%d,title=%s::%s\n", p.Severity, prop.Replace(p.File), p.Line, p.Col, p.Code, data.Replace(p.message()))
		}
	default:
		return fmt.Errorf("unknown format %q, expected %s, %s or %s", format, FormatText, FormatJSON, FormatGitHub)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// sortProblems orders by file, place and text.
func sortProblems(ps []Problem) {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col),
			strings.Compare(a.Code, b.Code), strings.Compare(a.What, b.What))
	})
}
