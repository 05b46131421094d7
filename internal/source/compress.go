package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// maxWindow bounds the memory that a zstd stream may ask for.
const maxWindow = 64 << 20

// decompress wraps an input that is compressed, which its first bytes tell. done must be called
// when it was read.
func decompress(b *bufio.Reader, head []byte) (r io.Reader, done func(), err error) {
	switch {
	case bytes.HasPrefix(head, []byte{0x1F, 0x8B}):
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, nil, damaged("gzip", err)
		}
		return wrapErrors{z, "gzip"}, func() { z.Close() }, nil
	case bytes.HasPrefix(head, []byte{0x28, 0xB5, 0x2F, 0xFD}):
		z, err := zstd.NewReader(b, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return nil, nil, damaged("zstd", err)
		}
		return wrapErrors{z, "zstd"}, z.Close, nil
	case bytes.HasPrefix(head, []byte{0xFD, '7', 'z', 'X', 'Z', 0}):
		return nil, nil, errors.New("xz is not supported: compress with gzip or zstd")
	case bytes.HasPrefix(head, []byte("BZh")) && len(head) > 3 && head[3] >= '1' && head[3] <= '9' && len(head) > 4 && head[4] == 0x31:
		return nil, nil, errors.New("bzip2 is not supported: compress with gzip or zstd")
	}
	return b, func() {}, nil
}

// wrapErrors makes the errors of a decompressor clear.
type wrapErrors struct {
	r    io.Reader
	name string
}

func (w wrapErrors) Read(p []byte) (int, error) {
	n, err := w.r.Read(p)
	if err != nil && err != io.EOF {
		err = damaged(w.name, err)
	}
	return n, err
}

func damaged(name string, err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return fmt.Errorf("truncated %s: %w", name, io.ErrUnexpectedEOF)
	}
	return fmt.Errorf("damaged %s: %w", name, err)
}
