package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

type reader struct {
	o     Options
	yield func(Item) bool
}

func (r *reader) fail(path string, line int, err error) bool {
	return r.yield(Item{Err: &Error{path, line, err}})
}

func (r *reader) path(p string) bool {
	if p == "-" {
		return r.stream(p, r.o.Stdin)
	}
	info, err := os.Stat(p)
	if err != nil {
		return r.fail(p, 0, err)
	}
	if !info.IsDir() {
		return r.file(p)
	}
	more := true
	err = filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			more = r.fail(path, 0, err)
		case d.Type().IsRegular():
			more = r.file(path)
		}
		if !more {
			return fs.SkipAll
		}
		return nil
	})
	return more && (err == nil || r.fail(p, 0, err))
}

func (r *reader) file(p string) bool {
	f, err := os.Open(p)
	if err != nil {
		return r.fail(p, 0, err)
	}
	defer f.Close()
	return r.stream(filepath.ToSlash(p), f)
}

func (r *reader) stream(p string, in io.Reader) bool {
	b := bufio.NewReaderSize(in, 1<<20)
	head, _ := b.Peek(512)
	kind := r.o.Kind
	if kind == Auto && len(head) > 0 && head[0] == '{' {
		kind = JSONL
	}
	if kind == JSONL {
		return r.lines(p, b)
	}
	data, err := io.ReadAll(b)
	if err != nil {
		return r.fail(p, 0, err)
	}
	return r.yield(Item{Input: Input{ID: p, Path: p, Text: string(data)}})
}

func (r *reader) lines(p string, b *bufio.Reader) bool {
	for n := 1; ; n++ {
		line, err := b.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			var rec struct {
				ID, Title, Published, Source string
				Text                         *string
			}
			jerr := json.Unmarshal(line, &rec)
			if jerr == nil && rec.Text == nil {
				jerr = errors.New(`no field "text"`)
			}
			if jerr != nil {
				if !r.fail(p, n, jerr) {
					return false
				}
			} else if !r.yield(Item{Input: Input{ID: rec.ID, Text: *rec.Text, Title: rec.Title, Published: rec.Published, Source: rec.Source, Path: p, Line: n}}) {
				return false
			}
		}
		if err == io.EOF {
			return true
		}
		if err != nil {
			return r.fail(p, n, err)
		}
	}
}
