package main

import (
	"bufio"
	"errors"
	"io"
	"os"

	"github.com/urfave/cli/v2"
)

func offsetsFlag() cli.Flag {
	return &cli.StringFlag{Name: "offsets", Usage: "`UNIT` of positions: rune, byte or utf16 (default: rune)"}
}

func outFlag() cli.Flag {
	return &cli.StringFlag{Name: "out", Aliases: []string{"o"}, Usage: "write to `PATH` instead of standard output"}
}

// output calls write with the output that --out names.
func output(c *cli.Context, write func(io.Writer) error) error {
	if path := c.String("out"); path != "" && path != "-" {
		return writeFile(path, write)
	}
	return buffered(c.App.Writer, write)
}

// writeFile creates path and calls write with it.
func writeFile(path string, write func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return usageError{err}
	}
	err = buffered(f, write)
	if cerr := f.Close(); cerr != nil && (err == nil || errors.Is(err, errSomeFailed)) {
		err = cerr
	}
	return err
}

// buffered buffers what write writes. An error of flushing counts, since a
// full disk shows there; documents that failed do not keep the rest from being written.
func buffered(w io.Writer, write func(io.Writer) error) error {
	b := bufio.NewWriterSize(w, 1<<16)
	err := write(b)
	if ferr := b.Flush(); ferr != nil {
		err = ferr
	}
	return err
}
