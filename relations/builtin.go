package relations

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"attache/gazetteers"
	"attache/relations/tagging"
)

//go:generate go run ./internal/compile

//go:embed data/*.yaml
var dataFS embed.FS

// The compiled form is made by go generate; without it, or when it is older than the YAML, the YAML is compiled at start.
//
//go:embed builtin.*
var compiledFS embed.FS

// Options configure an Extractor.
type Options struct {
	// Rules are the user's rule files and folders of them, on top of the built-in ones.
	Rules []string
	// Sources are rule files given as bytes, on top of Rules.
	Sources []Source
	// Tagger names the part-of-speech tagger for sentences whose trigger stays ambiguous: "" for the built-in
	// rules alone, "prose" for jdkato/prose.
	Tagger string
	// NoBuiltin leaves the built-in rules out.
	NoBuiltin bool
}

// Builtin returns the built-in rule files in their order.
func Builtin() []Source {
	names, err := fs.Glob(dataFS, "data/*.yaml")
	if err != nil {
		return nil
	}
	out := make([]Source, 0, len(names))
	for _, n := range names {
		data, err := dataFS.ReadFile(n)
		if err != nil {
			continue
		}
		out = append(out, Source{Name: "relations/" + n, Data: data})
	}
	return out
}

// New returns an extractor of the built-in rules and the user's on top. set names the types of the user's gazetteers; it may be nil
// when no rule uses them. The errors of rule files are *LoadError, joined.
func New(set *gazetteers.Set, o Options) (*Extractor, error) {
	tagger, err := tagging.Open(o.Tagger)
	if err != nil {
		return nil, err
	}
	if len(o.Rules) == 0 && len(o.Sources) == 0 && !o.NoBuiltin {
		p, err := builtinProgram()
		if err != nil {
			return nil, err
		}
		return &Extractor{p, set, tagger}, nil
	}
	var files []Source
	if !o.NoBuiltin {
		files = Builtin()
	}
	own, err := ReadFiles(o.Rules...)
	if err != nil {
		return nil, err
	}
	for _, f := range append(own, o.Sources...) {
		f.User = true
		files = append(files, f)
	}
	rs, err := Load(set, files...)
	if err != nil {
		return nil, err
	}
	p, err := compile(rs)
	if err != nil {
		return nil, err
	}
	return &Extractor{p, set, tagger}, nil
}

// builtinProgram compiles the built-in rules once.
var builtinProgram = sync.OnceValues(func() (*program, error) {
	files := Builtin()
	if data, err := compiledFS.ReadFile("builtin.idx"); err == nil {
		if p, err := decode(data, sourcesHash(files)); err == nil {
			return p, nil
		}
	}
	rs, err := Load(nil, files...)
	if err != nil {
		return nil, fmt.Errorf("built-in rules: %w", err)
	}
	return compile(rs)
})

// userType finds a type of the user's gazetteers.
func userType(set *gazetteers.Set, name string) (gazetteers.Type, bool) {
	t := set.TypeNamed(name)
	return t, t != gazetteers.NoType
}

// ReadFiles reads rule files and the *.yaml and *.yml files of folders, in the order given and by name.
func ReadFiles(paths ...string) ([]Source, error) {
	var out []Source
	for _, p := range paths {
		st, err := os.Stat(p)
		if err != nil {
			return nil, err
		}
		list := []string{p}
		if st.IsDir() {
			list = nil
			for _, ext := range []string{"*.yaml", "*.yml"} {
				m, err := filepath.Glob(filepath.Join(p, ext))
				if err != nil {
					return nil, err
				}
				list = append(list, m...)
			}
			slices.Sort(list)
		}
		for _, name := range list {
			st, err := os.Stat(name)
			if err != nil {
				return nil, err
			}
			if st.Size() > maxRuleFile {
				return nil, &LoadError{name, 1, 1, fmt.Sprintf("file of %d bytes, expected at most %d", st.Size(), maxRuleFile)}
			}
			data, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			out = append(out, Source{Name: name, Data: data})
		}
	}
	return out, nil
}
