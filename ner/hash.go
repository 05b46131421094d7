package ner

import (
	"unsafe"

	"attache/text"
)

// hashBytes is text.Hash of a short buffer, without a copy.
func hashBytes(b []byte) uint64 {
	if len(b) == 0 {
		return 1
	}
	return text.Hash(unsafe.String(&b[0], len(b)))
}
