package gazetteers

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"encoding/binary"
	"io"
	"sync"
)

// hashBlock is the part of a file that is authenticated at once.
const hashBlock = 1 << 20

// gmac is AES-GCM with a key of no secrecy, used as a hash: at every start the
// files of an overlay are hashed to find its cache, and SHA-256 alone would take
// most of that time. It guards against change, not against forgery: whoever can
// write a user's gazetteers need not forge them.
var gmac = sync.OnceValue(func() cipher.AEAD {
	block, err := aes.NewCipher([]byte("attache/contents"))
	if err != nil {
		panic(err) // cannot be: the key has 16 bytes
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		panic(err) // cannot be: AES has 16-byte blocks
	}
	return aead
})

// contentHash hashes all that r holds: SHA-256 over the GMAC tags of its blocks
// and its length.
func contentHash(r io.Reader) ([32]byte, error) {
	h := sha256.New()
	buf := make([]byte, hashBlock)
	var nonce [12]byte
	var tag [16]byte
	total := uint64(0)
	for n := uint32(0); ; n++ {
		got, err := io.ReadFull(r, buf)
		total += uint64(got)
		if got > 0 {
			binary.LittleEndian.PutUint32(nonce[:], n)
			h.Write(gmac().Seal(tag[:0], nonce[:], nil, buf[:got]))
		}
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			break
		}
		if err != nil {
			return [32]byte{}, err
		}
	}
	var n [8]byte
	binary.LittleEndian.PutUint64(n[:], total)
	h.Write(n[:])
	return [32]byte(h.Sum(nil)), nil
}
