package gazetteers

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync"

	"attache/text"
)

// Overlay returns the set with the user's files on top: each path, a file or a
// folder, is a layer, and later ones win by id. Layers are compiled once and
// then read from the cache in cacheDir; "" is the user's cache folder, NoCache
// turns it off.
//
// Mistakes in the files are returned as Errors. A cache that cannot be used or
// written is no error: the layer is compiled anew.
func (s *Set) Overlay(cacheDir string, paths ...string) (*Set, error) {
	if len(paths) == 0 {
		return s, nil
	}
	c := openCache(cacheDir)
	for _, p := range paths {
		ix, err := s.overlay(c, p)
		if err != nil {
			return nil, err
		}
		if s, err = s.With(ix); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// overlay returns one path as a layer for s.
func (s *Set) overlay(c cache, path string) (*Index, error) {
	files, err := hashFiles(path)
	if err == nil {
		want := (&Knowledge{Files: files}).InputHash(s)
		if ix := c.read(want, s); ix != nil {
			return ix, nil
		}
	}
	k, err := Load(path) // says what is wrong with files that could not be hashed
	if err != nil {
		return nil, err
	}
	ix, err := Compile(k, s)
	if err != nil {
		return nil, err
	}
	c.write(ix)
	return ix, nil
}

// hashFiles returns the files that Load reads for a path, with their hashes.
func hashFiles(path string) ([]File, error) {
	l := newLoader()
	l.hashOnly = true
	if l.path(path); len(l.errs) > 0 {
		return nil, l.errs
	}
	return l.k.Files, nil
}

// InputHash is the SHA-256 over the names and contents of all files of k, over
// the layout, the tokenizer, and the set they extend: two equal hashes compile to the same
// index. base may be nil.
func (k *Knowledge) InputHash(base *Set) [32]byte {
	h := sha256.New()
	var n [8]byte
	binary.LittleEndian.PutUint32(n[:], layoutVersion)
	h.Write(n[:])
	print := tokenizerPrint()
	h.Write(print[:])
	if base != nil {
		b := base.Hash()
		h.Write(b[:])
	}
	for _, f := range k.Files {
		binary.LittleEndian.PutUint64(n[:], uint64(len(f.Name)))
		h.Write(n[:])
		h.Write([]byte(f.Name))
		h.Write(f.Hash[:])
	}
	return [32]byte(h.Sum(nil))
}

// tokenizerPrint changes when the tokenizer or the word hash does: names
// would then be looked up by other words than they were compiled to.
var tokenizerPrint = sync.OnceValue(func() [32]byte {
	const sample = "The U.S.-led Côte d'Ivoire mission's 2nd F-16s, Łódź & St. Petersburg/Gdańsk (G20, 10,000 o'clock): " +
		"Yahoo! AT&T's S.p.A. ß ø æ ı İ “Aʼqil–Nāṣir” don't O’Brien e.V. No. 10 www.example.org 北京 Αθήνα Москва"
	var doc text.Document
	doc.Parse(sample, text.Options{Plain: true})
	h := sha256.New()
	var b [20]byte
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		binary.LittleEndian.PutUint64(b[:], t.Hash)
		binary.LittleEndian.PutUint32(b[8:], uint32(t.Start))
		binary.LittleEndian.PutUint32(b[12:], uint32(t.End))
		b[16], b[17], b[18] = byte(t.Kind), byte(t.Shape), t.Mark
		h.Write(b[:])
	}
	return [32]byte(h.Sum(nil))
})

// NoCache as a cache folder turns the cache off.
const NoCache = "-"

// cache is a folder of compiled overlays, named by the hash of their inputs.
type cache struct{ dir string }

// openCache chooses the folder; without one nothing is cached.
func openCache(dir string) cache {
	switch dir {
	case NoCache:
		return cache{}
	case "":
		user, err := os.UserCacheDir()
		if err != nil {
			return cache{}
		}
		dir = filepath.Join(user, "attache", "gazetteers")
	}
	return cache{dir}
}

func (c cache) file(hash [32]byte) string {
	return filepath.Join(c.dir, hex.EncodeToString(hash[:16])+".idx")
}

// read returns a cached overlay for s, nil when there is none that is sound.
func (c cache) read(want [32]byte, s *Set) *Index {
	if c.dir == "" {
		return nil
	}
	data, err := readAligned(c.file(want))
	if err != nil {
		return nil
	}
	ix, err := openIndex(data, true)
	if err != nil || ix.hash != want || ix.base != s.hash {
		return nil
	}
	return ix
}

// write stores an overlay: under another name first, so that nobody ever
// reads half of it, and for this user alone.
func (c cache) write(ix *Index) {
	if c.dir == "" || os.MkdirAll(c.dir, 0o700) != nil {
		return
	}
	tmp, err := os.CreateTemp(c.dir, "new-*.tmp") // mode 0600
	if err != nil {
		return
	}
	_, err = tmp.Write(ix.data)
	if err = errors.Join(err, tmp.Close()); err == nil {
		err = os.Rename(tmp.Name(), c.file(ix.hash))
	}
	if err != nil {
		os.Remove(tmp.Name())
		return
	}
	c.prune()
}

// maxCached is how many overlays the cache keeps.
const maxCached = 32

// readAligned reads a file into memory that is aligned for use in place.
func readAligned(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > maxIndexSize || !info.Mode().IsRegular() {
		return nil, indexError("too large")
	}
	b := bytesOf(make([]uint64, info.Size()/8+1))[:info.Size()]
	_, err = io.ReadFull(f, b)
	return b, err
}
