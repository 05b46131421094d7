package gazetteers

import (
	"encoding/binary"
	"hash/crc32"
	"unsafe"
)

// The index is one flat, little-endian byte slice that is used in place:
//
//	0   magic "attgaz" 0 1
//	8   version of the layout (uint32)
//	12  number of sections (uint32)
//	16  CRC-32C of everything after the header and section table (uint32), 0 (uint32)
//	24  hash of the inputs (32 bytes: SHA-256)
//	56  hash of the set it extends (32 bytes; zero for the built-in index)
//	88  section table: offset and length in bytes (uint32 each)
//
// followed by the sections, each aligned to 8 bytes. Every section is an array
// of numbers of one width or of small structs of them.

const (
	magic = "attgaz\x00\x01"
	// layoutVersion changes whenever the layout, the tokenizer or the word
	// hash does; an index of another version is not read.
	layoutVersion = 4
	headerSize    = 88
	maxIndexSize  = 1 << 30
)

// Sections of an index, in file order.
const (
	secMeta      = iota // uint32s: see meta
	secStrings          // bytes of all strings
	secStringOff        // uint32: start of each string; one more at the end
	secVocab            // uint64: hash table of words, 8 slots a bucket; 40 bits of hash, 24 bits of WordID
	secInfos            // WordInfo: the distinct ones
	secInfoOf           // uint16 by WordID: index into secInfos (base layer only)
	secInfoPatch        // uint32 pairs: WordID, index into secInfos (overlays)
	secRoot             // uint32 by WordID: node of the surfaces that begin with it, 0 none; capitalBit
	secNodeWord         // uint32 by node: the word that leads to it
	secNodeChild        // uint32 by node: first child; children are contiguous and sorted by word
	secNodeSurf         // uint32 by node: first surface that ends there
	secSurfRead         // uint32 by surface: first reading
	secSurfPat          // uint16 by surface: index into secPatterns
	secPatterns         // uint64: letter-case pattern, 4 bits a token
	secReadings         // Reading
	secEntries          // entryRec
	secEntryTab         // uint32: hash table of entry ids: index + 1
	secExtra            // uint32: rarer facts of entries
	secOfficeKey        // uint64, sorted: hash of role and of
	secOffices          // officeRec, parallel to secOfficeKey
	secTypes            // uint32: strings of the user types this layer adds
	secClasses          // uint32: strings of the word classes this layer adds
	secOrigins          // uint32 pairs: strings of file and source
	secSources          // uint32 ×5: strings of id, name, version, licence, notice
	secPatchSurf        // uint32, sorted: surfaces of the layers below whose readings change
	secPatchRead        // uint32: their first reading here; one more at the end
	secDead             // uint32 pairs, sorted: entry of the layers below, entry that replaces it + 1
	secSpell            // uint32: groups of spellings: set of types, number of words, WordIDs
	numSections
)

// meta holds the counts of a layer and of those below it.
type meta struct {
	FirstWord, Words       uint32 // WordIDs of this layer
	FirstEntry, Entries    uint32
	FirstSurface, Surfaces uint32
	FirstType, FirstClass  uint32
}

// entryRec is an entry in the index.
type entryRec struct {
	ID, Name uint32 // strings
	Flags    uint32 // type, case, weight + 128: 8 bits each
	Subtype  uint32 // string
	Country  uint32 // string
	Origin   uint32 // index into secOrigins
	Line     uint32 // line << 8 | column
	Extra    uint32 // index into secExtra, 0 none
}

// officeRec is a term of office in the index.
type officeRec struct {
	Entry    uint32
	Role, Of uint32 // strings
	From, To uint32 // packed dates
}

// Bits of the field mask of an entry's extra: the mask, then one value per
// set bit in this order. Lists are the index of their length in secExtra,
// followed by the items.
const (
	exOfficial = iota
	exISO2
	exCapital
	exPartOf
	exSeat
	exStandsFor
	exWikidata
	exNote
	exGeoNames
	exPopulation
	exLat // 1e-5 degrees, two's complement
	exLon
	exFrom
	exTo
	exMembers    // list of strings
	exBlockedBy  // list of strings
	exNearWords  // list of WordIDs
	exPreferNear // list of strings
	exOffices    // list of indexes into secOffices
	exTests      // list of string triples: text, want, not
	exSurfaces   // list of pairs: string, kind | risky << 8
	numExtras
)

// capitalBit in a root says that all surfaces that begin with the word demand a
// capital there, so that the word in small letters, which is what most text is
// made of, needs no look at the trie.
const capitalBit = 1 << 31

// view returns the bytes as a slice of T, whose size must divide their length.
func view[T any](b []byte) []T {
	var t T
	n := len(b) / int(unsafe.Sizeof(t))
	if n == 0 {
		return nil
	}
	return unsafe.Slice((*T)(unsafe.Pointer(unsafe.SliceData(b))), n)
}

// bytesOf is the inverse of view.
func bytesOf[T any](s []T) []byte {
	if len(s) == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(s))), len(s)*int(unsafe.Sizeof(s[0])))
}

// aligned returns data at an address that is a multiple of 8, copying it only
// when it is not.
func aligned(data []byte) []byte {
	if len(data) == 0 || uintptr(unsafe.Pointer(unsafe.SliceData(data)))%8 == 0 {
		return data
	}
	words := make([]uint64, (len(data)+7)/8)
	b := bytesOf(words)[:len(data)]
	copy(b, data)
	return b
}

var crcTable = crc32.MakeTable(crc32.Castagnoli)

// assemble writes sections into one index.
func assemble(sections *[numSections][]byte, inputs, base [32]byte) []byte {
	size := headerSize + 8*numSections
	for _, s := range sections {
		size += (len(s) + 7) &^ 7
	}
	b := bytesOf(make([]uint64, size/8))
	le := binary.LittleEndian
	copy(b, magic)
	le.PutUint32(b[8:], layoutVersion)
	le.PutUint32(b[12:], numSections)
	copy(b[24:], inputs[:])
	copy(b[56:], base[:])
	off := headerSize + 8*numSections
	for i, s := range sections {
		le.PutUint32(b[headerSize+8*i:], uint32(off))
		le.PutUint32(b[headerSize+8*i+4:], uint32(len(s)))
		copy(b[off:], s)
		off += (len(s) + 7) &^ 7
	}
	le.PutUint32(b[16:], crc32.Checksum(b[headerSize:], crcTable))
	return b
}
