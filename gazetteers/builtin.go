package gazetteers

import (
	_ "embed"
	"sync"
	"unsafe"
)

//go:generate go run ./internal/compile

// builtinIndex is made by go generate from the files in data. It is a string
// because an embedded string stays where the linker put it: nothing is copied at start.
//
//go:embed builtin.idx
var builtinIndex string

// Builtin returns the set of the built-in knowledge. It costs about a
// millisecond the first time, whatever its size: the index is used in place.
//
// When the program was built with an index of another layout, before "go
// generate ./gazetteers" made it anew, the set is empty.
func Builtin() *Set { return builtin() }

var builtin = sync.OnceValue(func() *Set {
	if ix, err := openIndex(unsafe.Slice(unsafe.StringData(builtinIndex), len(builtinIndex)), false); err == nil {
		if s, err := newSet(ix); err == nil {
			return s
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
