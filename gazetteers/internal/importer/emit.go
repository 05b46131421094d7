package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// special are the letters that have no decomposition into a plain letter and marks.
var special = strings.NewReplacer("ß", "ss", "ø", "o", "Ø", "O", "ł", "l", "Ł", "L", "đ", "d", "Đ", "D",
	"æ", "ae", "Æ", "Ae", "œ", "oe", "Œ", "Oe", "ı", "i", "ð", "d", "Ð", "D", "þ", "th", "Þ", "Th", "ə", "a", "Ə", "A",
	"’", "'", "‘", "'", "ʼ", "'", "ʻ", "'", "`", "'")

// plain drops diacritics.
func plain(s string) string {
	s = norm.NFD.String(special.Replace(s))
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, s)
}

// slug is the lower-case kebab form of a name, for ids.
func slug(s string) string {
	var b strings.Builder
	dash := false
	for _, r := range strings.ToLower(plain(s)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(r)
		case r == '\'' || r == '.':
		default:
			dash = true
		}
	}
	return b.String()
}

// quote is s as a YAML scalar inside a flow mapping.
func quote(s string) string {
	bare := s != ""
	for i, r := range s {
		switch {
		case unicode.IsLetter(r):
		case i == 0:
			bare = false
		case unicode.IsDigit(r), unicode.Is(unicode.Mn, r), strings.ContainsRune(" .()/&+'’-", r):
		case r == ':' && i+1 < len(s) && s[i+1] != ' ':
		default:
			bare = false
		}
	}
	switch strings.ToLower(s) {
	case "yes", "no", "true", "false", "null", "on", "off", "y", "n":
		bare = false
	}
	if bare && !strings.HasSuffix(s, " ") {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// field is one key of a flow mapping; an empty value is left out.
type field struct{ key, value string }

func str(key, value string) field {
	if value == "" {
		return field{}
	}
	return field{key, quote(value)}
}

func list(key string, values []string) field {
	if len(values) == 0 {
		return field{}
	}
	q := make([]string, len(values))
	for i, v := range values {
		q[i] = quote(v)
	}
	return field{key, "[" + strings.Join(q, ", ") + "]"}
}

func num(key string, n int) field {
	if n == 0 {
		return field{}
	}
	return field{key, strconv.Itoa(n)}
}

// degrees writes a coordinate with four decimals, about ten metres.
func degrees(key string, f float64) field {
	return field{key, strings.TrimRight(strings.TrimRight(strconv.FormatFloat(f, 'f', 4, 64), "0"), ".")}
}

func flow(fields ...field) string {
	var b strings.Builder
	b.WriteString("  - {")
	for _, f := range fields {
		if f.key == "" {
			continue
		}
		if b.Len() > len("  - {") {
			b.WriteString(", ")
		}
		b.WriteString(f.key + ": " + f.value)
	}
	b.WriteString("}")
	return b.String()
}

// writeLines writes head and lines to path.
func writeLines(path, head string, n int, line func(i int) string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	w.WriteString(head)
	for i := range n {
		w.WriteString(line(i))
		w.WriteByte('\n')
	}
	if err := w.Flush(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// overlayLine is one line of a file in overlay: columns between bars, the
// second and later ones lists with semicolons.
type overlayLine struct {
	key  string
	cols [][]string
}

// parseOverlay reads an overlay file; '#' starts a comment line.
func parseOverlay(data string) []overlayLine {
	var out []overlayLine
	for _, l := range strings.Split(data, "\n") {
		if l = strings.TrimSpace(l); l == "" || l[0] == '#' {
			continue
		}
		parts := strings.Split(l, "|")
		o := overlayLine{key: strings.TrimSpace(parts[0])}
		for _, p := range parts[1:] {
			var col []string
			for _, v := range strings.Split(p, ";") {
				if v = strings.TrimSpace(v); v != "" {
					col = append(col, v)
				}
			}
			o.cols = append(o.cols, col)
		}
		out = append(out, o)
	}
	return out
}

func (o overlayLine) col(i int) []string {
	if i < len(o.cols) {
		return o.cols[i]
	}
	return nil
}
