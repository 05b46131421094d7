package source

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"
)

const (
	defaultMax = 64 << 20
	// peek is how much of an input is looked at to find out what it is.
	peek = 16 << 10
)

// reader reads the paths one after the other.
type reader struct {
	o     Options
	max   int
	yield func(Item) bool // false: the caller wants no more
	json  parser
}

func (r *reader) fail(path string, line int, err error) bool {
	return r.yield(Item{Err: &Error{path, line, err}})
}

// path reads what one argument names.
func (r *reader) path(p string) bool {
	if p == "-" {
		if r.o.Stdin == nil {
			return r.fail(p, 0, errors.New("no standard input"))
		}
		return r.stream(p, r.o.Stdin)
	}
	info, err := os.Stat(p)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(p, "*?[") {
			return r.glob(p)
		}
		return r.fail(p, 0, reason(err))
	}
	if info.IsDir() {
		return r.dir(p)
	}
	return r.file(p)
}

func (r *reader) glob(pattern string) bool {
	found, err := filepath.Glob(pattern) // sorted
	if err != nil {
		return r.fail(pattern, 0, err)
	}
	if len(found) == 0 {
		return r.fail(pattern, 0, ErrNoMatch)
	}
	for _, p := range found {
		info, err := os.Stat(p)
		more := true
		switch {
		case err != nil:
			more = r.fail(p, 0, reason(err))
		case info.IsDir():
			more = r.dir(p)
		default:
			more = r.file(p)
		}
		if !more {
			return false
		}
	}
	return true
}

// dir walks a folder in the order of names. Hidden files and folders are left out, links
// to files are followed, links to folders are not.
func (r *reader) dir(root string) bool {
	more := true
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			more = r.fail(p, 0, reason(err))
		case p != root && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.Type().IsRegular():
			more = r.file(p)
		case d.Type()&fs.ModeSymlink != 0:
			if info, err := os.Stat(p); err != nil {
				more = r.fail(p, 0, reason(err))
			} else if info.Mode().IsRegular() {
				more = r.file(p)
			}
		}
		if !more {
			return fs.SkipAll
		}
		return nil
	})
	return more && (err == nil || r.fail(root, 0, reason(err)))
}

func (r *reader) file(p string) bool {
	f, err := os.Open(p)
	if err != nil {
		return r.fail(p, 0, reason(err))
	}
	defer f.Close()
	return r.stream(filepath.ToSlash(filepath.Clean(p)), f)
}

// reason takes the path out of an error, which names it already.
func reason(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// stream reads one opened input.
func (r *reader) stream(name string, in io.Reader) bool {
	raw := bufio.NewReaderSize(in, peek)
	head, err := raw.Peek(8)
	if err != nil && err != io.EOF {
		return r.fail(name, 0, reason(err))
	}
	plain, done, err := decompress(raw, head)
	if err != nil {
		return r.fail(name, 0, err)
	}
	defer done()
	b := bufio.NewReaderSize(plain, peek)
	head, err = b.Peek(peek)
	if err != nil && err != io.EOF && len(head) == 0 {
		return r.fail(name, 0, reason(err))
	}
	var enc encoding.Encoding
	if e, encName := wideEncoding(head); e != nil {
		enc = e
		b = bufio.NewReaderSize(transform.NewReader(b, enc.NewDecoder()), peek)
		head, _ = b.Peek(peek)
		return r.kinds(name, b, head, encName)
	}
	if t, ok := binary(head); ok {
		return r.fail(name, 0, fmt.Errorf("%w (%s), text was expected", ErrBinary, t))
	}
	return r.kinds(name, b, head, "")
}

// kinds reads an input by its kind. enc names its encoding when that is known.
func (r *reader) kinds(name string, b *bufio.Reader, head []byte, enc string) bool {
	kind := r.o.Kind
	if kind == Auto {
		if prettyJSON(head) {
			return r.fail(name, 0, ErrPretty)
		}
		kind = detectKind(name, head)
	}
	if kind == JSONL {
		return r.lines(name, b)
	}
	data, err := readAll(b, r.max)
	if err != nil {
		return r.fail(name, 0, reason(err))
	}
	text := ""
	if enc != "" {
		text = string(data)
	} else {
		text, enc = decodeText(data, kind == HTML)
	}
	in := Input{ID: name, Path: name, Encoding: enc}
	switch kind {
	case HTML:
		if err := readHTML(&in, text); err != nil {
			return r.fail(name, 0, err)
		}
	case Markdown:
		readMarkdown(&in, text)
	default:
		in.Text = text
	}
	return r.yield(Item{Input: in})
}

// readAll reads at most max bytes, and fails when there are more.
func readAll(b *bufio.Reader, max int) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(b, int64(max)+1))
	if err != nil {
		return nil, err
	}
	if len(data) > max {
		return nil, fmt.Errorf("%w: the limit is %s", ErrTooLong, size(max))
	}
	return data, nil
}

// size writes a number of bytes for people.
func size(n int) string {
	if n >= 1<<20 && n%(1<<20) == 0 {
		return fmt.Sprintf("%d MiB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}
