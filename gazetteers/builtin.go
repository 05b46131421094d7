package gazetteers

import (
	"embed"
	"sync"
)

//go:generate go run ./internal/compile

// The index is made by go generate from the YAML in data.
//
//go:embed builtin.*
var builtinFiles embed.FS

// Builtin returns the set of the built-in knowledge. It costs about a
// millisecond the first time, whatever its size: the index is used in place.
//
// When the program was built before "go generate ./gazetteers" had made an
// index, or with one of another layout, the set is empty.
func Builtin() *Set { return builtin() }

var builtin = sync.OnceValue(func() *Set {
	data, err := builtinFiles.ReadFile("builtin.idx")
	if err == nil {
		if ix, err := openIndex(data, false); err == nil {
			if s, err := newSet(ix); err == nil {
				return s
			}
		}
	}
	return Empty()
})

// Empty returns a set that knows nothing.
func Empty() *Set {
	ix, err := Compile(&Knowledge{}, nil)
	if err != nil {
		panic(err) // cannot be: nothing is wrong with nothing
	}
	s, err := newSet(ix)
	if err != nil {
		panic(err)
	}
	return s
}

// NewSet returns the set of an index that was compiled without a base, for
// programs that use their own knowledge alone.
func NewSet(ix *Index) (*Set, error) { return newSet(ix) }
