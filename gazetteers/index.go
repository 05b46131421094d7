package gazetteers

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"unsafe"
)

// Index is one compiled layer of knowledge: the built-in one, or an overlay
// for a certain Set. It is immutable and safe for concurrent use.
type Index struct {
	data       []byte
	hash, base [32]byte

	meta     meta
	strings  []byte
	strOff   []uint32
	vocab    []uint64
	buckets  uint64 // number of vocabulary buckets
	infos    []WordInfo
	infoOf   []uint16
	patches  []infoPatch
	root     []uint32
	nodeWord []uint32
	nodeKid  []uint32
	nodeSurf []uint32
	surfRead []uint32
	surfPat  []uint16
	patterns []uint64
	readings []Reading
	entries  []entryRec
	entryTab []uint32
	extra    []uint32
	offKey   []uint64
	offices  []officeRec
	types    []uint32
	classes  []uint32
	origins  []originRec
	sources  []sourceRec
	patchSrf []uint32
	patchRd  []uint32
	dead     []deadRec
	spell    []uint32
}

type infoPatch struct{ Word, Info uint32 }
type originRec struct{ File, Source uint32 }
type sourceRec struct{ ID, Name, Version, Licence, Notice uint32 }
type deadRec struct{ Entry, By uint32 } // By: the entry that replaces it + 1, 0 when removed

// errIndex is the kind of all errors of an index that cannot be used.
var errIndex = errors.New("unusable gazetteer index")

func indexError(format string, args ...any) error {
	return fmt.Errorf("%w: %s", errIndex, fmt.Sprintf(format, args...))
}

// Hash returns the SHA-256 of the inputs the index was compiled from.
func (ix *Index) Hash() [32]byte { return ix.hash }

// Bytes returns the index as it is stored; it must not be changed.
func (ix *Index) Bytes() []byte { return ix.data }

// openIndex makes an Index of its bytes, without copying when they are
// aligned to 8 bytes. With verify it checks the checksum and every reference,
// so that no content whatever can make a lookup panic; without, it trusts all
// but the header.
func openIndex(data []byte, verify bool) (*Index, error) {
	if !littleEndian() {
		return nil, indexError("this machine is big-endian")
	}
	if len(data) < headerSize+8*numSections || string(data[:8]) != magic {
		return nil, indexError("no gazetteer index")
	}
	if len(data) > maxIndexSize {
		return nil, indexError("%d bytes, expected at most %d", len(data), maxIndexSize)
	}
	data = aligned(data)
	le := binary.LittleEndian
	if v := le.Uint32(data[8:]); v != layoutVersion {
		return nil, indexError("version %d, expected %d", v, layoutVersion)
	}
	if n := le.Uint32(data[12:]); n != numSections {
		return nil, indexError("%d sections, expected %d", n, numSections)
	}
	if verify && le.Uint32(data[16:]) != crc32.Checksum(data[headerSize:], crcTable) {
		return nil, indexError("wrong checksum")
	}
	ix := &Index{data: data}
	copy(ix.hash[:], data[24:])
	copy(ix.base[:], data[56:])
	var sec [numSections][]byte
	for i := range sec {
		off, n := uint64(le.Uint32(data[headerSize+8*i:])), uint64(le.Uint32(data[headerSize+8*i+4:]))
		if off%8 != 0 || off+n > uint64(len(data)) {
			return nil, indexError("section %d outside the file", i)
		}
		sec[i] = data[off : off+n : off+n]
	}
	if len(sec[secMeta]) != int(unsafe.Sizeof(meta{})) {
		return nil, indexError("wrong counts")
	}
	ix.meta = view[meta](sec[secMeta])[0]
	ix.strings = sec[secStrings]
	ix.strOff = view[uint32](sec[secStringOff])
	ix.vocab = view[uint64](sec[secVocab])
	ix.infos = view[WordInfo](sec[secInfos])
	ix.infoOf = view[uint16](sec[secInfoOf])
	ix.patches = view[infoPatch](sec[secInfoPatch])
	ix.root = view[uint32](sec[secRoot])
	ix.nodeWord = view[uint32](sec[secNodeWord])
	ix.nodeKid = view[uint32](sec[secNodeChild])
	ix.nodeSurf = view[uint32](sec[secNodeSurf])
	ix.surfRead = view[uint32](sec[secSurfRead])
	ix.surfPat = view[uint16](sec[secSurfPat])
	ix.patterns = view[uint64](sec[secPatterns])
	ix.readings = view[Reading](sec[secReadings])
	ix.entries = view[entryRec](sec[secEntries])
	ix.entryTab = view[uint32](sec[secEntryTab])
	ix.extra = view[uint32](sec[secExtra])
	ix.offKey = view[uint64](sec[secOfficeKey])
	ix.offices = view[officeRec](sec[secOffices])
	ix.types = view[uint32](sec[secTypes])
	ix.classes = view[uint32](sec[secClasses])
	ix.origins = view[originRec](sec[secOrigins])
	ix.sources = view[sourceRec](sec[secSources])
	ix.patchSrf = view[uint32](sec[secPatchSurf])
	ix.patchRd = view[uint32](sec[secPatchRead])
	ix.spell = view[uint32](sec[secSpell])
	ix.dead = view[deadRec](sec[secDead])
	ix.buckets = uint64(len(ix.vocab) / 8)
	if verify {
		if err := ix.verify(sec[secReadings]); err != nil {
			return nil, err
		}
	}
	return ix, nil
}

func littleEndian() bool {
	x := uint16(1)
	return *(*byte)(unsafe.Pointer(&x)) == 1
}

// str returns a string of the index without copying.
func (ix *Index) str(id uint32) string {
	a, b := ix.strOff[id], ix.strOff[id+1]
	if a == b {
		return ""
	}
	return unsafe.String(&ix.strings[a], int(b-a))
}

// bucket returns the bucket of the vocabulary that a hash is looked for in first.
func (ix *Index) bucket(h uint64) uint64 { return uint64(uint32(h)) * ix.buckets >> 32 }

// word returns the WordID of a hash in this layer, 0 if it has none.
func (ix *Index) word(h uint64) WordID {
	b := ix.bucket(h)
	for range ix.buckets {
		bucket := (*[8]uint64)(ix.vocab[b*8:])
		for _, slot := range bucket {
			if (slot^h)>>24 == 0 && slot != 0 {
				return WordID(slot & 0xffffff)
			}
			if slot == 0 {
				return 0
			}
		}
		if b++; b == ix.buckets {
			b = 0
		}
	}
	return 0
}

// entry returns the index within this layer of the entry with an id, −1 if
// there is none.
func (ix *Index) entry(id string) int {
	mask := uint32(len(ix.entryTab) - 1)
	slot := uint32(idHash(id)) & mask
	for range len(ix.entryTab) {
		v := ix.entryTab[slot]
		if v == 0 {
			return -1
		}
		if ix.str(ix.entries[v-1].ID) == id {
			return int(v - 1)
		}
		slot = (slot + 1) & mask
	}
	return -1
}

// idHash is FNV-1a, folded.
func idHash(s string) uint64 {
	h := uint64(0xcbf29ce484222325)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 0x100000001b3
	}
	return h ^ h>>32
}

// officeHash is the key of an office in secOfficeKey.
func officeHash(role, of string) uint64 {
	return idHash(role)*0x9e3779b97f4a7c15 + idHash(of)
}

// field returns the value of a rarer fact of an entry.
func (ix *Index) field(e *entryRec, bit uint) (uint32, bool) {
	if e.Extra == 0 {
		return 0, false
	}
	mask := ix.extra[e.Extra]
	if mask>>bit&1 == 0 {
		return 0, false
	}
	return ix.extra[e.Extra+1+popcount(mask&(1<<bit-1))], true
}

// list returns the items of a list field.
func (ix *Index) list(e *entryRec, bit uint) []uint32 {
	at, ok := ix.field(e, bit)
	if !ok {
		return nil
	}
	return ix.extra[at+1 : at+1+ix.extra[at]]
}
