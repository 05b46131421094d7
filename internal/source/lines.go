package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// lines reads JSONL. A bad line is an error of its own; the next ones are read.
func (r *reader) lines(name string, b *bufio.Reader) bool {
	var buf []byte
	for n := 1; ; n++ {
		var err error
		var long bool
		buf, long, err = readLine(b, buf[:0], r.max)
		if err != nil && err != io.EOF {
			return r.fail(name, n, reason(err))
		}
		line := bytes.TrimRight(buf, "\r\n")
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		more := true
		switch {
		case long:
			more = r.fail(name, n, fmt.Errorf("line: %w: the limit is %s", ErrTooLong, size(r.max)))
		case len(bytes.TrimSpace(line)) == 0:
		default:
			more = r.record(name, n, line)
		}
		if !more || err == io.EOF {
			return more
		}
	}
}

// readLine appends the next line to buf. A line longer than max is read to its end but not
// kept. The error is io.EOF when the input ended with it.
func readLine(b *bufio.Reader, buf []byte, max int) (line []byte, long bool, err error) {
	for {
		part, err := b.ReadSlice('\n')
		if !long {
			if len(buf)+len(part) > max+1 {
				long, buf = true, buf[:0]
			} else {
				buf = append(buf, part...)
			}
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return buf, long, err
		}
	}
}

// record yields the input of one line.
func (r *reader) record(name string, n int, line []byte) bool {
	p := &r.json
	if err := p.parse(line); err != nil {
		return r.fail(name, n, err)
	}
	text := &p.values[fieldText]
	switch {
	case text.kind == noValue || text.kind == nullValue:
		return r.fail(name, n, fmt.Errorf("no field %q", p.paths[fieldText][0]))
	case text.kind != stringValue:
		return r.fail(name, n, fmt.Errorf("field %q is %s, a string was expected", p.paths[fieldText][0], text.kind))
	}
	in := Input{
		ID:        p.values[fieldID].text(),
		Text:      text.text(),
		Title:     p.values[fieldTitle].text(),
		Published: p.values[fieldDate].text(),
		Source:    p.values[fieldSource].text(),
		Path:      name,
		Line:      n,
	}
	if in.ID == "" {
		in.ID = fmt.Sprintf("%s:%d", name, n)
	}
	if r.o.KeepExtra && len(p.extra) > 0 {
		in.Extra = append(append(append(in.Extra, '{'), p.extra...), '}')
	}
	return r.yield(Item{Input: in})
}
