package source

import "strings"

// readMarkdown fills in with a text whose Markdown was taken off lightly: headings, emphasis,
// link addresses, fences and front matter go, the words and paragraphs stay.
func readMarkdown(in *Input, src string) {
	src = frontMatter(in, strings.ReplaceAll(src, "\r\n", "\n"))
	var b strings.Builder
	b.Grow(len(src))
	fence := ""
	for line := range strings.Lines(src) {
		text := strings.TrimRight(line, "\n")
		trimmed := strings.TrimLeft(text, " ")
		if f := fenceOf(trimmed); f != "" && (fence == "" || strings.HasPrefix(trimmed, fence)) {
			if fence == "" {
				fence = f
			} else {
				fence = ""
			}
			b.WriteByte('\n')
			continue
		}
		if fence != "" {
			b.WriteString(text + "\n")
			continue
		}
		for strings.HasPrefix(trimmed, ">") {
			trimmed = strings.TrimLeft(trimmed[1:], " ")
			text = trimmed
		}
		if isRule(trimmed) {
			b.WriteByte('\n')
			continue
		}
		if h := heading(trimmed); h != "" {
			if in.Title == "" && strings.HasPrefix(trimmed, "# ") {
				in.Title = inline(h)
			}
			b.WriteString("\n" + inline(h) + "\n\n")
			continue
		}
		b.WriteString(inline(text) + "\n")
	}
	in.Text = strings.Trim(b.String(), "\n") + "\n"
}

// frontMatter takes the block between two "---" at the head, with its title and date.
func frontMatter(in *Input, src string) string {
	if !strings.HasPrefix(src, "---\n") {
		return src
	}
	end := strings.Index(src, "\n---\n")
	if end < 0 {
		return src
	}
	for line := range strings.Lines(src[4:end]) {
		key, val, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		val = strings.Trim(strings.TrimSpace(val), `"'`)
		switch strings.ToLower(key) {
		case "title":
			in.Title = val
		case "date", "published":
			in.Published = val
		}
	}
	return src[end+5:]
}

func fenceOf(line string) string {
	for _, f := range []string{"```", "~~~"} {
		if strings.HasPrefix(line, f) {
			return f
		}
	}
	return ""
}

// heading returns the text of "## Heading ##", "" for other lines.
func heading(line string) string {
	n := 0
	for n < len(line) && line[n] == '#' {
		n++
	}
	if n == 0 || n > 6 || n >= len(line) || line[n] != ' ' {
		return ""
	}
	return strings.TrimSpace(strings.TrimRight(strings.TrimSpace(line[n:]), "#"))
}

// isRule reports whether the line is a rule or the underline of a heading.
func isRule(line string) bool {
	line = strings.TrimSpace(line)
	if len(line) < 3 {
		return false
	}
	for i := range len(line) {
		if line[i] != line[0] && line[i] != ' ' {
			return false
		}
	}
	return line[0] == '-' || line[0] == '*' || line[0] == '_' || line[0] == '='
}

// inline takes links, images and emphasis off a line.
func inline(s string) string {
	if !strings.ContainsAny(s, "[*_`\\<!") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '\\' && i+1 < len(s) && strings.IndexByte("\\`*_{}[]()#+-.!>", s[i+1]) >= 0:
			b.WriteByte(s[i+1])
			i += 2
			continue
		case c == '!' && i+1 < len(s) && s[i+1] == '[':
			i++ // an image: its description is kept
			continue
		case c == '[':
			if text, n := link(s[i:]); n > 0 {
				b.WriteString(inline(text))
				i += n
				continue
			}
		case c == '<' && (strings.HasPrefix(s[i:], "<http") || strings.HasPrefix(s[i:], "<!--")):
			if end := strings.IndexByte(s[i:], '>'); end > 0 {
				if s[i+1] == 'h' {
					b.WriteString(s[i+1 : i+end])
				}
				i += end + 1
				continue
			}
		case c == '`':
			i++
			continue
		case c == '*' && !(i > 0 && s[i-1] == ' ' && i+1 < len(s) && s[i+1] == ' ') && !(strings.TrimSpace(s[:i]) == "" && i+1 < len(s) && s[i+1] == ' '):
			i++
			continue
		case c == '_' && (i == 0 || !wordByte(s[i-1]) || i+1 >= len(s) || !wordByte(s[i+1])):
			i++
			continue
		}
		b.WriteByte(c)
		i++
	}
	return b.String()
}

func wordByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c >= 0x80
}

// maxLink is the longest text, and the longest address, of a link.
const maxLink = 2000

// link reads "[text](address)" and "[text][name]" and returns the text and the length of
// the whole; n is 0 when s begins otherwise.
func link(s string) (text string, n int) {
	depth, end := 0, 0
	for i := 0; i < len(s) && i < maxLink; i++ {
		if s[i] == '[' {
			depth++
		} else if s[i] == ']' {
			if depth--; depth == 0 {
				end = i
				break
			}
		}
	}
	if end == 0 || end+1 >= len(s) {
		return "", 0
	}
	closing := byte(')')
	switch s[end+1] {
	case '(':
	case '[':
		closing = ']'
	default:
		return "", 0
	}
	rest := s[end+1:]
	stop := strings.IndexByte(rest[:min(len(rest), maxLink)], closing)
	if stop < 0 {
		return "", 0
	}
	return s[1:end], end + 1 + stop + 1
}
