// Package yamlpos reads YAML strictly and with positions: every mistake of a
// file is reported at once, each with the line and column it stands at and
// what was expected instead.
//
// It builds on yaml.v3's node tree and refuses what a data file has no need
// of and an attacker has: anchors and aliases, deep nesting, several documents
// and files over a size limit.
package yamlpos

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Pos is a place in a file; Line and Col count from 1, Col in code points. The
// zero Pos is unknown.
type Pos struct {
	Line, Col int32
}

// Error is one mistake in a file.
type Error struct {
	File string
	Pos
	Msg string // lower case: what, and what was expected
}

// Error returns "file:line:col: message".
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Line > 0 {
		b.WriteByte(':')
		b.WriteString(strconv.Itoa(int(e.Line)))
		b.WriteByte(':')
		b.WriteString(strconv.Itoa(int(e.Col)))
	}
	b.WriteString(": ")
	b.WriteString(e.Msg)
	return b.String()
}

// MaxErrors is how many errors of a load are kept; the rest is only counted.
const MaxErrors = 1000

// Errors are all the mistakes of a load.
type Errors []*Error

// Error returns one line per mistake.
func (es Errors) Error() string {
	var b strings.Builder
	for i, e := range es {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(e.Error())
	}
	return b.String()
}

// Unwrap returns the errors, for errors.As and errors.Is.
func (es Errors) Unwrap() []error {
	out := make([]error, len(es))
	for i, e := range es {
		out[i] = e
	}
	return out
}

// Sort orders the errors by file, line, column and message.
func (es Errors) Sort() {
	slices.SortFunc(es, func(a, b *Error) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Col, b.Col), strings.Compare(a.Msg, b.Msg))
	})
}

// Add appends an error unless MaxErrors are there already.
func (es *Errors) Add(file string, p Pos, msg string) {
	switch n := len(*es); {
	case n < MaxErrors:
		*es = append(*es, &Error{file, p, msg})
	case n == MaxErrors:
		*es = append(*es, &Error{file, p, "too many errors, the rest is not listed"})
	}
}

// Suggest returns the option that word begins, else the one nearest to it, or ""
// when none is near: at most a third of its letters may differ, counted as
// insertions, deletions, replacements and swaps of neighbours.
func Suggest(word string, options []string) string {
	best, bestD := "", 3
	if len(word) < 6 {
		bestD = 2
	}
	w := strings.ToLower(word)
	for _, o := range options {
		if len(w) > 3 && strings.HasPrefix(strings.ToLower(o), w) && len(o)-len(w) < 3 {
			return o
		}
	}
	for _, o := range options {
		if d := distance(w, strings.ToLower(o), bestD); d < bestD || d == bestD && best == "" && d*3 <= len(w) {
			best, bestD = o, d
		}
	}
	return best
}

// distance is the optimal string alignment distance of a and b, or something
// above limit.
func distance(a, b string, limit int) int {
	if len(a) > 64 || len(b) > 64 || len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	var rows [3][65]int
	prev2, prev, cur := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(b)]
}
