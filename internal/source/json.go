package source

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// The fields that are read from an object.
const (
	fieldID = iota
	fieldText
	fieldTitle
	fieldDate
	fieldSource
	fieldCount
)

// maxDepth is how deep objects and lists may be nested.
const maxDepth = 1000

// valueKind is the type of a JSON value.
type valueKind uint8

const (
	noValue valueKind = iota
	nullValue
	stringValue
	numberValue
	boolValue
	objectValue
	listValue
)

// String names the kind in an error.
func (k valueKind) String() string {
	return [...]string{"missing", "null", "a string", "a number", "a boolean", "an object", "a list"}[k]
}

// value is a value in the line: raw is its text, of a string what is between the quotation marks.
type value struct {
	kind    valueKind
	raw     []byte
	escaped bool
	rank    int // which of the field's paths it came from; the first wins
}

// text returns a string's text, a number as it is written, and "" for anything else.
func (v *value) text() string {
	switch {
	case v.kind == stringValue && v.escaped:
		return unescape(v.raw)
	case v.kind == stringValue || v.kind == numberValue:
		return string(v.raw)
	}
	return ""
}

// parser reads the mapped fields of one JSON object and checks all of it. It
// holds spans of the line, which must stay until the values were used.
type parser struct {
	paths  [fieldCount][]string // dotted, in order of preference
	keep   bool                 // collect what is not mapped
	b      []byte
	i      int
	depth  int
	values [fieldCount]value
	extra  []byte
}

// want is a field that is looked for in an object: rest is what is left of its path.
type want struct {
	field, rank int
	rest        string
}

// syntaxError is a mistake in a line.
type syntaxError struct {
	column int // byte, from 1
	what   string
}

func (e *syntaxError) Error() string { return fmt.Sprintf("column %d: %s", e.column, e.what) }

func (p *parser) errorf(format string, args ...any) error {
	return &syntaxError{p.i + 1, fmt.Sprintf(format, args...)}
}

// parse reads one line.
func (p *parser) parse(line []byte) error {
	p.b, p.i, p.depth = line, 0, 0
	p.values = [fieldCount]value{}
	p.extra = p.extra[:0]
	var wants [2 * fieldCount]want
	n := 0
	for f, paths := range p.paths {
		for rank, path := range paths {
			if n < len(wants) {
				wants[n] = want{f, rank, path}
				n++
			}
		}
	}
	p.space()
	if p.peek() != '{' {
		return p.errorf("%s, a json object was expected", p.found())
	}
	if err := p.object(wants[:n]); err != nil {
		return err
	}
	p.space()
	if p.i < len(p.b) {
		return p.errorf("%s behind the object, the end of the line was expected", p.found())
	}
	return nil
}

// object reads an object of which some members may be wanted.
func (p *parser) object(wants []want) error {
	if err := p.enter(); err != nil {
		return err
	}
	p.space()
	if p.peek() == '}' {
		p.i++
		p.depth--
		return nil
	}
	for {
		p.space()
		start := p.i
		key, escaped, err := p.str("a member's name")
		if err != nil {
			return err
		}
		if escaped {
			key = []byte(unescape(key))
		}
		p.space()
		if p.peek() != ':' {
			return p.errorf("%s, ':' was expected", p.found())
		}
		p.i++
		p.space()
		if err := p.member(key, start, wants); err != nil {
			return err
		}
		p.space()
		switch p.peek() {
		case ',':
			p.i++
		case '}':
			p.i++
			p.depth--
			return nil
		default:
			return p.errorf("%s, ',' or '}' was expected", p.found())
		}
	}
}

// member reads the value of a member whose name begins at start.
func (p *parser) member(key []byte, start int, wants []want) error {
	var inner [2 * fieldCount]want
	n, at := 0, p.i
	mapped := false
	for _, w := range wants {
		if w.rest == string(key) {
			mapped = true
		} else if len(w.rest) > len(key) && w.rest[len(key)] == '.' && w.rest[:len(key)] == string(key) {
			inner[n] = want{w.field, w.rank, w.rest[len(key)+1:]}
			n++
		}
	}
	if n > 0 && p.peek() == '{' {
		mark := len(p.extra)
		p.keepRaw(p.b[start:at], '{')
		from := len(p.extra)
		if err := p.object(inner[:n]); err != nil {
			return err
		}
		if len(p.extra) == from {
			p.extra = p.extra[:mark] // all of it was mapped
		} else {
			p.extra = append(p.extra, '}')
		}
		for _, w := range wants {
			if w.rest == string(key) {
				p.values[w.field] = value{kind: objectValue, rank: w.rank}
			}
		}
	} else {
		v, err := p.value()
		if err != nil {
			return err
		}
		if !mapped {
			p.keepRaw(p.b[start:p.i], 0)
			return nil
		}
		for _, w := range wants {
			if w.rest != string(key) {
				continue
			}
			// The last of two equal names wins, as in encoding/json; the
			// first of a field's paths wins over the others.
			if have := &p.values[w.field]; have.kind == noValue || w.rank <= have.rank {
				v.rank = w.rank
				*have = v
			}
		}
	}
	return nil
}

// keepRaw adds to the members that are not mapped.
func (p *parser) keepRaw(raw []byte, last byte) {
	if !p.keep {
		return
	}
	if n := len(p.extra); n > 0 && p.extra[n-1] != '{' {
		p.extra = append(p.extra, ',')
	}
	p.extra = append(p.extra, raw...)
	if last != 0 {
		p.extra = append(p.extra, last)
	}
}

func (p *parser) enter() error {
	p.i++
	if p.depth++; p.depth > maxDepth {
		return p.errorf("nested deeper than %d levels", maxDepth)
	}
	return nil
}

// value reads and checks any value.
func (p *parser) value() (value, error) {
	start := p.i
	switch c := p.peek(); {
	case c == '"':
		raw, escaped, err := p.str("a string")
		return value{kind: stringValue, raw: raw, escaped: escaped}, err
	case c == '{':
		keep := p.keep
		p.keep = false // it is kept, or not, as a whole
		err := p.object(nil)
		p.keep = keep
		return value{kind: objectValue, raw: p.b[start:p.i]}, err
	case c == '[':
		err := p.list()
		return value{kind: listValue, raw: p.b[start:p.i]}, err
	case c == '-' || c-'0' < 10:
		err := p.number()
		return value{kind: numberValue, raw: p.b[start:p.i]}, err
	case c == 't':
		return value{kind: boolValue}, p.literal("true")
	case c == 'f':
		return value{kind: boolValue}, p.literal("false")
	case c == 'n':
		return value{kind: nullValue}, p.literal("null")
	}
	return value{}, p.errorf("%s, a value was expected", p.found())
}

func (p *parser) list() error {
	if err := p.enter(); err != nil {
		return err
	}
	p.space()
	if p.peek() == ']' {
		p.i++
		p.depth--
		return nil
	}
	for {
		p.space()
		if _, err := p.value(); err != nil {
			return err
		}
		p.space()
		switch p.peek() {
		case ',':
			p.i++
		case ']':
			p.i++
			p.depth--
			return nil
		default:
			return p.errorf("%s, ',' or ']' was expected", p.found())
		}
	}
}

func (p *parser) literal(s string) error {
	if string(p.b[p.i:min(len(p.b), p.i+len(s))]) != s {
		return p.errorf("%s, %s was expected", p.found(), s)
	}
	p.i += len(s)
	return nil
}

func (p *parser) number() error {
	if p.peek() == '-' {
		p.i++
	}
	switch c := p.peek(); {
	case c == '0':
		p.i++
	case c-'1' < 9:
		p.digits()
	default:
		return p.errorf("%s, a digit was expected", p.found())
	}
	if p.peek() == '.' {
		p.i++
		if p.peek()-'0' >= 10 {
			return p.errorf("%s, a digit was expected", p.found())
		}
		p.digits()
	}
	if c := p.peek(); c == 'e' || c == 'E' {
		p.i++
		if c := p.peek(); c == '+' || c == '-' {
			p.i++
		}
		if p.peek()-'0' >= 10 {
			return p.errorf("%s, a digit was expected", p.found())
		}
		p.digits()
	}
	return nil
}

func (p *parser) digits() {
	for p.peek()-'0' < 10 {
		p.i++
	}
}

// str reads a string and returns what is between its quotation marks.
func (p *parser) str(what string) (raw []byte, escaped bool, err error) {
	if p.peek() != '"' {
		return nil, false, p.errorf("%s, %s was expected", p.found(), what)
	}
	p.i++
	start := p.i
	b := p.b
	for i := start; i < len(b); i++ {
		switch c := b[i]; {
		case c == '"':
			p.i = i + 1
			return b[start:i], escaped, nil
		case c < ' ':
			p.i = i
			return nil, false, p.errorf("control character %#02x in a string", c)
		case c == '\\':
			escaped = true
			i++
			if i >= len(b) {
				break
			}
			switch b[i] {
			case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
			case 'u':
				for k := 1; k <= 4; k++ {
					if i+k >= len(b) || hexDigit(b[i+k]) < 0 {
						p.i = min(i+k, len(b))
						return nil, false, p.errorf("%s, four hexadecimal digits were expected", p.found())
					}
				}
				i += 4
			default:
				p.i = i
				return nil, false, p.errorf("%s is no escape", p.found())
			}
		}
	}
	p.i = len(b)
	return nil, false, p.errorf("the line ends inside a string")
}

func (p *parser) space() {
	for p.i < len(p.b) {
		switch p.b[p.i] {
		case ' ', '\t', '\r', '\n':
			p.i++
		default:
			return
		}
	}
}

// peek returns the next byte, 0 at the end.
func (p *parser) peek() byte {
	if p.i < len(p.b) {
		return p.b[p.i]
	}
	return 0
}

// found describes what stands where something else was expected.
func (p *parser) found() string {
	if p.i >= len(p.b) {
		return "the line ends"
	}
	r, _ := utf8.DecodeRune(p.b[p.i:])
	return fmt.Sprintf("found %q", r)
}

func hexDigit(c byte) rune {
	switch {
	case c-'0' < 10:
		return rune(c - '0')
	case c|0x20-'a' < 6:
		return rune(c|0x20-'a') + 10
	}
	return -1
}

// unescape resolves the escapes of a checked string.
func unescape(raw []byte) string {
	var b strings.Builder
	b.Grow(len(raw))
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		if c != '\\' {
			b.WriteByte(c)
			continue
		}
		i++
		switch raw[i] {
		case 'b':
			b.WriteByte('\b')
		case 'f':
			b.WriteByte('\f')
		case 'n':
			b.WriteByte('\n')
		case 'r':
			b.WriteByte('\r')
		case 't':
			b.WriteByte('\t')
		case 'u':
			r := hex4(raw[i+1:])
			i += 4
			if utf16.IsSurrogate(r) {
				// Half a pair alone is replaced, as in encoding/json.
				low := rune(-1)
				if i+6 < len(raw) && raw[i+1] == '\\' && raw[i+2] == 'u' {
					low = hex4(raw[i+3:])
				}
				if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
					r = pair
					i += 6
				} else {
					r = utf8.RuneError
				}
			}
			b.WriteRune(r)
		default:
			b.WriteByte(raw[i])
		}
	}
	return b.String()
}

func hex4(b []byte) rune {
	return hexDigit(b[0])<<12 | hexDigit(b[1])<<8 | hexDigit(b[2])<<4 | hexDigit(b[3])
}
