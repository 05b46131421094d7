package source

import (
	"bytes"
	"net/http"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// detectKind tells the kind of an input from its name and its first bytes.
func detectKind(name string, head []byte) Kind {
	name = strings.ToLower(name)
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".zst")
	switch path.Ext(name) {
	case ".jsonl", ".ndjson":
		return JSONL
	case ".html", ".htm", ".xhtml":
		return HTML
	case ".md", ".markdown":
		return Markdown
	case ".txt", ".text":
		return Text
	}
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	head = bytes.TrimLeft(head, " \t\r\n")
	switch {
	case looksJSONL(head):
		return JSONL
	case looksHTML(head):
		return HTML
	case looksMarkdown(head):
		return Markdown
	}
	return Text
}

// looksJSONL reports whether the first line begins an object.
func looksJSONL(head []byte) bool {
	if len(head) < 2 || head[0] != '{' {
		return false
	}
	head = bytes.TrimLeft(head[1:], " \t") // on the same line
	return len(head) > 0 && (head[0] == '"' || head[0] == '}')
}

// prettyJSON reports whether the input is JSON that is laid out over lines, or a list.
func prettyJSON(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	if len(head) < 2 || head[0] != '{' && head[0] != '[' {
		return false
	}
	rest := bytes.TrimLeft(head[1:], " \t\r\n")
	if head[0] == '[' {
		return len(rest) > 1 && rest[0] == '{' && bytes.HasPrefix(bytes.TrimLeft(rest[1:], " \t\r\n"), []byte{'"'})
	}
	line := head[1 : len(head)-len(rest)]
	return bytes.IndexByte(line, '\n') >= 0 && len(rest) > 0 && rest[0] == '"'
}

func looksHTML(head []byte) bool {
	low := bytes.ToLower(head[:min(len(head), 64)])
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<script", "<article", "<div", "<main", "<p>", "<h1"} {
		if bytes.HasPrefix(low, []byte(tag)) {
			return true
		}
	}
	// A comment or an XML declaration may come first.
	if bytes.HasPrefix(low, []byte("<!--")) || bytes.HasPrefix(low, []byte("<?xml")) {
		return bytes.Contains(bytes.ToLower(head[:min(len(head), 2048)]), []byte("<html"))
	}
	return false
}

// looksMarkdown reports whether a text without a telling name is Markdown: it begins with a
// heading or front matter and has another sign of it.
func looksMarkdown(head []byte) bool {
	if !bytes.HasPrefix(head, []byte("# ")) && !bytes.HasPrefix(head, []byte("---\n")) {
		return false
	}
	for _, sign := range []string{"\n## ", "](http", "**", "\n---\n", "\n```"} {
		if bytes.Contains(head, []byte(sign)) {
			return true
		}
	}
	return false
}

// binary reports whether an input is no text, and what it is. A few stray control
// characters do not make it so.
func binary(head []byte) (string, bool) {
	if bytes.HasPrefix(head, []byte("%PDF-")) {
		return "application/pdf", true
	}
	control, nul := 0, 0
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1B || c == 0x7F {
			control++
			if c == 0 {
				nul++
			}
		}
	}
	if control == 0 {
		return "", false
	}
	if t := http.DetectContentType(head); !strings.HasPrefix(t, "text/") && t != "application/octet-stream" && !utf8.Valid(cutRune(head)) {
		return t, true
	}
	if control > 4 && control*100 > len(head)*3 || nul > 8 && nul*100 > len(head) {
		return "application/octet-stream", true
	}
	return "", false
}

// cutRune cuts off a rune that the end of b parts.
func cutRune(b []byte) []byte {
	for i := 1; i < utf8.UTFMax && i <= len(b); i++ {
		if c := b[len(b)-i]; utf8.RuneStart(c) {
			if !utf8.FullRune(b[len(b)-i:]) {
				return b[:len(b)-i]
			}
			break
		}
	}
	return b
}

// wideEncoding recognises UTF-16 and UTF-32, by their mark or by where the zero bytes are.
func wideEncoding(head []byte) (encoding.Encoding, string) {
	switch {
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE, 0, 0}):
		return utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), "utf-32le"
	case bytes.HasPrefix(head, []byte{0, 0, 0xFE, 0xFF}):
		return utf32.UTF32(utf32.BigEndian, utf32.UseBOM), "utf-32be"
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16le"
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "utf-16be"
	}
	if len(head) < 8 {
		return nil, ""
	}
	var zero, text [2]int
	for i, c := range head {
		switch {
		case c == 0:
			zero[i&1]++
		case c >= ' ' && c < 0x7F || c == '\n' || c == '\r' || c == '\t':
			text[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case zero[1]*10 > half*6 && zero[0]*50 < half && text[0]*10 > half*6:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"
	case zero[0]*10 > half*6 && zero[1]*50 < half && text[1]*10 > half*6:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be"
	}
	return nil, ""
}

// decodeText turns data into UTF-8. UTF-8 with some broken bytes stays as it is: the
// text stage replaces and counts them.
func decodeText(data []byte, isHTML bool) (text, name string) {
	if t := bytes.TrimPrefix(data, []byte("\ufeff")); len(t) < len(data) {
		return string(t), "utf-8"
	}
	high, whole, broken := census(data)
	if broken == 0 || whole >= broken {
		return string(data), "utf-8"
	}
	if isHTML {
		if e, name, certain := charset.DetermineEncoding(data[:min(len(data), 1024)], ""); name != "utf-8" && (certain || name != "windows-1252") {
			return convert(data, e, name)
		}
	}
	// In a text with few letters beyond ASCII there is too little to tell by, and
	// English has them from Windows-1252.
	if high*50 > len(data) {
		if best, err := chardet.NewTextDetector().DetectBest(data[:min(len(data), 64<<10)]); err == nil {
			if e, name := charset.Lookup(best.Charset); e != nil && name != "utf-8" {
				return convert(data, e, name)
			}
		}
	}
	e, name := charset.Lookup("windows-1252")
	return convert(data, e, name)
}

// census counts the bytes above ASCII, the whole multi-byte runes and the broken bytes.
func census(data []byte) (high, whole, broken int) {
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			broken++
		} else {
			whole++
		}
		high += n
		i += n
	}
	return high, whole, broken
}

func convert(data []byte, e encoding.Encoding, name string) (string, string) {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return string(data), "utf-8" // broken bytes are replaced later
	}
	return string(out), name
}
