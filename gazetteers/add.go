package gazetteers

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"attache/internal/yamlpos"
)

// Add appends an entry to a user's gazetteer file, making the file when there is
// none. Everything that stands in it stays as it is, comments and all. An id that the file
// already has, and an entry that the loader would refuse, are errors, and
// leave the file alone. The file is replaced as a whole, so a reader never sees
// half of it.
func Add(path string, e *Entry) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	data, err := os.ReadFile(path)
	mode := fs.FileMode(0o644)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		data = []byte("schema: " + SchemaGazetteer + "\nentries:\n")
	case err != nil:
		return Errors{{File: path, Msg: ioMessage(err)}}
	default:
		if info, err := os.Stat(path); err == nil {
			mode = info.Mode().Perm()
		}
	}
	out, err := AddTo(path, data, e)
	if err != nil {
		return err
	}
	return replaceFile(path, out, mode)
}

// AddTo is Add for the content of a file; name is for errors.
func AddTo(name string, data []byte, e *Entry) ([]byte, error) {
	k, err := loadBytes(name, data)
	if err != nil {
		return nil, err
	}
	for i := range k.Entries {
		if o := &k.Entries[i]; o.ID == e.ID {
			return nil, Errors{{File: name, Pos: o.At, Msg: "id \"" + e.ID + "\" is here already, expected a new one"}}
		}
	}
	end, _ := findEntries(data)
	if end < 0 {
		if end, data = openEntries(data); end < 0 {
			return nil, Errors{{File: name, Msg: "entries are no block list at the end of the file, expected \"entries:\" on a line of its own"}}
		}
	}
	indent := itemIndent(data[end:])
	if indent < 0 {
		indent = 2
	} else if !closed(data[end:], indent) {
		return nil, Errors{{File: name, Msg: "something follows the entries, expected them last"}}
	}
	typ, subtype := fileDefaults(name, data[:end])
	item := reindent(AppendYAML(nil, e, typ, subtype), indent-2)
	out := append(bytes.TrimRight(bytes.Clone(data), " \n\r\t"), '\n')
	out = append(out, item...)
	if _, err := loadBytes(name, out); err != nil {
		return nil, err
	}
	return out, nil
}

// openEntries turns "entries: []" into the head of a block list.
func openEntries(data []byte) (int, []byte) {
	i := bytes.LastIndex(data, []byte("entries:"))
	if i < 0 || i > 0 && data[i-1] != '\n' {
		return -1, data
	}
	if s := strings.TrimSpace(string(data[i+len("entries:"):])); s != "[]" {
		return -1, data
	}
	out := append(bytes.Clone(data[:i]), "entries:\n"...)
	return len(out), out
}

// fileDefaults reads the type and subtype of the head of a file.
func fileDefaults(name string, head []byte) (typ, subtype string) {
	root, _ := yamlpos.Parse(name, head) // loaded before, so it is sound
	if n := yamlpos.Lookup(root, "type"); n != nil {
		typ = n.Value
	}
	if n := yamlpos.Lookup(root, "subtype"); n != nil {
		subtype = n.Value
	}
	return typ, subtype
}

// reindent shifts all lines by n spaces.
func reindent(b []byte, n int) []byte {
	if n == 0 {
		return b
	}
	var out []byte
	for line := range bytes.Lines(b) {
		if n > 0 {
			out = append(out, strings.Repeat(" ", n)...)
		} else {
			line = line[min(-n, len(line)-len(bytes.TrimLeft(line, " "))):]
		}
		out = append(out, line...)
	}
	return out
}

// replaceFile writes a file under another name and renames it.
func replaceFile(path string, data []byte, mode fs.FileMode) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".attache-*.tmp")
	if err != nil {
		return err
	}
	_, err = tmp.Write(data)
	if err = errors.Join(err, tmp.Chmod(mode), tmp.Close()); err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		os.Remove(tmp.Name())
	}
	return err
}
