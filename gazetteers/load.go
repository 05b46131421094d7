package gazetteers

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"attache/internal/yamlpos"
)

// maxFile is the largest file that is read.
const maxFile = 64 << 20

// Load reads and checks gazetteer files: YAML of the schemas
// attache/gazetteer/v1, attache/words/v1 and attache/sources/v1, and frequency
// lists (*.tsv). A path is a file or a folder, which is read with its
// subfolders in the order of the names; files of other kinds in a folder are
// left alone.
//
// The error, if any, is of type Errors and holds all mistakes of all files.
// What was right is returned beside it, so that a check can go on.
func Load(paths ...string) (*Knowledge, error) {
	l := newLoader()
	for _, p := range paths {
		l.path(p)
	}
	return l.finish()
}

// path reads a file or folder of the operating system.
func (l *loader) path(p string) {
	info, err := os.Stat(p)
	switch {
	case err != nil:
		l.errs.Add(p, Pos{}, ioMessage(err))
	case info.IsDir():
		l.folder(os.DirFS(p), ".", p)
	default:
		l.open(p, func() (fs.File, error) { return os.Open(p) })
	}
}

// LoadFS is Load for files and folders of a file system.
func LoadFS(fsys fs.FS, paths ...string) (*Knowledge, error) {
	l := newLoader()
	for _, p := range paths {
		info, err := fs.Stat(fsys, p)
		switch {
		case err != nil:
			l.errs.Add(p, Pos{}, ioMessage(err))
		case info.IsDir():
			l.folder(fsys, p, "")
		default:
			l.open(p, func() (fs.File, error) { return fsys.Open(p) })
		}
	}
	return l.finish()
}

// loader collects what files say and every mistake in them.
type loader struct {
	k    *Knowledge
	errs Errors
	ids  map[string]int32 // entry id → index in k.Entries
	srcs map[string]bool

	hashOnly bool // only list the files, with their hashes
}

func newLoader() *loader {
	return &loader{k: &Knowledge{}, ids: map[string]int32{}, srcs: map[string]bool{}}
}

func (l *loader) finish() (*Knowledge, error) {
	if len(l.errs) > 0 {
		l.errs.Sort()
		return l.k, l.errs
	}
	return l.k, nil
}

// folder reads the files below root; prefix goes before their names in errors.
func (l *loader) folder(fsys fs.FS, root, prefix string) {
	err := fs.WalkDir(fsys, root, func(p string, d fs.DirEntry, err error) error {
		name := p
		if prefix != "" {
			name = filepath.Join(prefix, filepath.FromSlash(p))
		}
		if err != nil {
			l.errs.Add(name, Pos{}, ioMessage(err))
			return nil
		}
		if d.IsDir() {
			if p != root && strings.HasPrefix(d.Name(), ".") {
				return fs.SkipDir
			}
			return nil
		}
		switch path.Ext(p) {
		case ".yaml", ".yml", ".tsv":
			l.open(name, func() (fs.File, error) { return fsys.Open(p) })
		}
		return nil
	})
	if err != nil {
		l.errs.Add(prefix, Pos{}, ioMessage(err))
	}
}

func (l *loader) open(name string, open func() (fs.File, error)) {
	f, err := open()
	if err != nil {
		l.errs.Add(name, Pos{}, ioMessage(err))
		return
	}
	name = filepath.ToSlash(name)
	if l.hashOnly {
		hash, err := contentHash(io.LimitReader(f, maxFile+1))
		l.k.Files = append(l.k.Files, File{Name: name, Hash: hash})
		if err = errors.Join(err, f.Close()); err != nil {
			l.errs.Add(name, Pos{}, ioMessage(err))
		}
		return
	}
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		l.errs.Add(name, Pos{}, ioMessage(err))
		return
	}
	l.file(name, data)
}

// file reads one file by its kind.
func (l *loader) file(name string, data []byte) {
	index := int32(len(l.k.Files))
	hash, err := contentHash(bytes.NewReader(data))
	if err != nil {
		l.errs.Add(name, Pos{}, ioMessage(err))
	}
	l.k.Files = append(l.k.Files, File{Name: name, Hash: hash})
	f := &l.k.Files[index]
	if len(data) > maxFile {
		l.errs.Add(name, Pos{}, "file has more than "+strconv.Itoa(maxFile>>20)+" MB, expected at most that: split it")
		return
	}
	if path.Ext(name) == ".tsv" {
		f.Schema = "tsv"
		l.tsv(index, name, data)
		return
	}
	if len(data) >= streamBytes && l.stream(index, name, data) {
		f.Schema = SchemaGazetteer
		return
	}
	if len(data) > yamlpos.MaxBytes {
		l.errs.Add(name, Pos{}, "file has "+strconv.Itoa(len(data)>>20)+" MB in one piece, expected at most "+strconv.Itoa(yamlpos.MaxBytes>>20)+
			" MB, or entries in a list with hyphens at the end of the file")
		return
	}
	root, errs := yamlpos.Parse(name, data)
	if l.add(errs); len(errs) > 0 {
		return
	}
	schemas := []string{SchemaGazetteer, SchemaWords, SchemaSources, SchemaSpellings}
	schema := yamlpos.Lookup(root, "schema")
	if schema == nil {
		l.errs.Add(name, Pos{Line: 1, Col: 1}, "no schema, expected \"schema: "+SchemaGazetteer+"\", or another of "+strings.Join(schemas[1:], ", "))
		return
	}
	f.Schema = schema.Value
	switch schema.Value {
	case SchemaGazetteer:
		var raw rawGazetteer
		yamlpos.Decode(name, root, &raw, 0, &l.errs)
		l.gazetteer(index, name, &raw)
	case SchemaWords:
		var raw rawWords
		yamlpos.Decode(name, root, &raw, 0, &l.errs)
		l.words(index, name, &raw)
	case SchemaSources:
		var raw rawSources
		yamlpos.Decode(name, root, &raw, 0, &l.errs)
		l.sources(name, &raw)
	case SchemaSpellings:
		var raw rawSpellings
		yamlpos.Decode(name, root, &raw, 0, &l.errs)
		l.spellings(index, name, &raw)
	default:
		msg := "unknown schema \"" + schema.Value + "\", expected " + strings.Join(schemas, ", ")
		if s := yamlpos.Suggest(schema.Value, schemas); s != "" {
			msg = "unknown schema \"" + schema.Value + "\", did you mean " + s + "?"
		}
		l.errs.Add(name, Pos{Line: int32(schema.Line), Col: int32(schema.Column)}, msg)
	}
}

func (l *loader) add(errs Errors) {
	for _, e := range errs {
		l.errs.Add(e.File, e.Pos, e.Msg)
	}
}

func (l *loader) sources(name string, raw *rawSources) {
	for i := range raw.Sources {
		s := &raw.Sources[i]
		switch {
		case s.ID.S == "":
			l.errs.Add(name, s.At, "source without id, expected one")
		case l.srcs[s.ID.S]:
			l.errs.Add(name, s.ID.Pos, "source \""+s.ID.S+"\" is described twice, expected once")
		case s.Name.S == "" || s.Licence.S == "":
			l.errs.Add(name, s.At, "source \""+s.ID.S+"\" without name or licence, expected both")
		default:
			l.srcs[s.ID.S] = true
			l.k.Sources = append(l.k.Sources, Source{s.ID.S, s.Name.S, s.Version.S, s.Licence.S, s.Notice.S})
		}
	}
}

func (l *loader) words(index int32, name string, raw *rawWords) {
	classes := raw.Classes
	if raw.Class.S != "" || len(raw.Words) > 0 {
		classes = append(slices.Clip(classes), rawClass{At: Pos{Line: 1, Col: 1}, Class: raw.Class, Words: raw.Words})
	}
	if len(classes) == 0 {
		l.errs.Add(name, Pos{Line: 1, Col: 1}, "no words, expected \"class\" and \"words\", or a list of them under \"classes\"")
	}
	for i := range classes {
		c := &classes[i]
		if c.Class.Line == 0 {
			l.errs.Add(name, c.At, "words without a class, expected its name under \"class\"")
			continue
		}
		if !kebab(c.Class.S) {
			l.errs.Add(name, c.At, "class \""+c.Class.S+"\", expected a lower-case name such as org-head")
			continue
		}
		cw := ClassWords{Class: c.Class.S, Source: raw.Source.S, File: index}
		for _, w := range c.Words {
			if strings.TrimSpace(w.S) == "" {
				l.errs.Add(name, w.Pos, "empty word in class "+c.Class.S)
				continue
			}
			cw.Words = append(cw.Words, w.S)
			cw.At = append(cw.At, w.Pos)
		}
		l.k.Classes = append(l.k.Classes, cw)
	}
}

// ioMessage says in plain words why a file cannot be read.
func ioMessage(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		return "not allowed to read it"
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return "cannot be read: " + pe.Err.Error()
	}
	return "cannot be read: " + err.Error()
}

// kebab reports whether s is of the form a-z0-9 with single inner hyphens.
func kebab(s string) bool {
	if s == "" || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for i := range len(s) {
		c := s[i]
		if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-') {
			return false
		}
	}
	return true
}
