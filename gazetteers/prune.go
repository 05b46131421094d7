package gazetteers

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// prune removes the oldest overlays beyond maxCached, and what interrupted
// writes have left behind.
func (c cache) prune() {
	list, err := os.ReadDir(c.dir)
	if err != nil {
		return
	}
	type file struct {
		name string
		mod  time.Time
	}
	var files []file
	for _, d := range list {
		info, err := d.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		switch name := d.Name(); {
		case strings.HasPrefix(name, "new-") && strings.HasSuffix(name, ".tmp"):
			if time.Since(info.ModTime()) > time.Hour {
				os.Remove(filepath.Join(c.dir, name))
			}
		case strings.HasSuffix(name, ".idx"):
			files = append(files, file{name, info.ModTime()})
		}
	}
	if len(files) <= maxCached {
		return
	}
	slices.SortFunc(files, func(a, b file) int { return b.mod.Compare(a.mod) })
	for _, f := range files[maxCached:] {
		os.Remove(filepath.Join(c.dir, f.name))
	}
}
