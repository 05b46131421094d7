package text

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// scratch holds the buffers that Parse reuses from one document to the next.
type scratch struct {
	tok    tokenizer
	lines  []int32 // first token of each line
	blocks []block
	// title and titleLines are for the known title.
	title      []Token
	titleLines []int32
	seen       map[uint64]struct{} // lines of the article so far
	// running is set once the article has running text.
	running bool
}

// maxSource is the longest text that 32-bit spans can address.
const maxSource = math.MaxInt32

// Parse reads src into d, replacing what d held and reusing its memory. It
// never fails: whatever is odd about the text becomes a warning.
func (d *Document) Parse(src string, o Options) {
	d.Warnings = d.Warnings[:0]
	if len(src) > maxSource {
		src = src[:maxSource]
		d.warn("truncated", "text is longer than 2 GiB, the rest was left out", Span{maxSource, maxSource})
	}
	d.Source = d.repair(src)
	d.tokenize()
	d.Sents = d.Sents[:0]
	d.Sections = d.Sections[:0]
	d.Articles = d.Articles[:0]
	if len(d.Tokens) == 0 {
		return
	}
	d.makeBlocks()
	if o.Plain {
		for i := range d.scratch.blocks {
			d.scratch.blocks[i].kind = Body
		}
	} else {
		d.classify(o)
	}
	d.assemble(o)
}

func (d *Document) warn(code, msg string, s Span) {
	d.Warnings = append(d.Warnings, Warning{Code: code, Text: msg, Span: s})
}

// repair replaces broken UTF-8 by U+FFFD, one for each byte that fits nowhere.
func (d *Document) repair(src string) string {
	if utf8.ValidString(src) {
		return src
	}
	var b strings.Builder
	b.Grow(len(src) + len(src)/16)
	bad, first := 0, 0
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRuneInString(src[i:])
		if r == utf8.RuneError && size == 1 {
			if bad == 0 {
				first = b.Len()
			}
			bad++
		}
		b.WriteRune(r)
		i += size
		if b.Len() > maxSource-utf8.UTFMax {
			d.warn("truncated", "text is longer than 2 GiB, the rest was left out", Span{maxSource, maxSource})
			break
		}
	}
	d.warn("invalid-utf8", "invalid utf-8: "+strconv.Itoa(bad)+" bytes replaced by U+FFFD", Span{int32(first), int32(first + 3)})
	return b.String()
}

// tokenize fills d.Tokens.
func (d *Document) tokenize() {
	t := &d.scratch.tok
	toks := d.Tokens[:0]
	if cap(toks) == 0 {
		toks = make([]Token, 0, len(d.Source)/5+8)
	}
	*t = tokenizer{src: d.Source, toks: toks, lines: d.scratch.lines[:0]}
	t.run()
	d.Tokens, d.scratch.lines = t.toks, t.lines
	if t.controls > 0 {
		d.warn("control-characters", "control characters: "+strconv.Itoa(t.controls), Span{int32(t.controlAt), int32(t.controlAt + 1)})
	}
	*t = tokenizer{}
}
