// Command compile makes gazetteers/builtin.idx from the files in
// gazetteers/data; go generate runs it.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"attache/gazetteers"
)

func main() {
	_, self, _, _ := runtime.Caller(0)
	dir := filepath.Dir(filepath.Dir(filepath.Dir(self)))
	if err := run(dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run writes the index even when some of the data is wrong, with what is
// right, and reports the rest.
func run(dir string) error {
	k, loadErr := gazetteers.LoadFS(os.DirFS(dir), "data")
	ix, err := gazetteers.Compile(k, nil)
	if ix == nil {
		return err
	}
	if loadErr != nil {
		fmt.Fprintln(os.Stderr, loadErr)
	}
	target := filepath.Join(dir, "builtin.idx")
	if werr := os.WriteFile(target, ix.Bytes(), 0o644); werr != nil {
		return werr
	}
	if err == nil && loadErr != nil {
		err = fmt.Errorf("the index lacks what is wrong above")
	}
	return err
}
