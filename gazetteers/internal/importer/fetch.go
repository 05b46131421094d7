package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// cache is a folder of downloaded archives.
type cache struct{ dir string }

// fetchAll downloads what the folder lacks and checks every archive's hash.
func (c cache) fetchAll(pins []pin) error {
	for _, p := range pins {
		path := filepath.Join(c.dir, p.file)
		if _, err := os.Stat(path); err != nil {
			if err := c.download(p); err != nil {
				return err
			}
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		if got := hex.EncodeToString(sum[:]); got != p.sha256 {
			return fmt.Errorf("%s: sha256 is %s, and the pin says %s", p.file, got, p.sha256)
		}
	}
	return nil
}

func (c cache) download(p pin) error {
	var cmd *exec.Cmd
	switch p.client {
	case "npm":
		cmd = exec.Command("npm", "pack", p.name+"@"+p.version, "--silent")
	case "apt":
		cmd = exec.Command("apt-get", "download", p.name+"="+p.version)
	default:
		return fmt.Errorf("%s: no client called %q", p.name, p.client)
	}
	cmd.Dir = c.dir
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("downloading %s %s: %w", p.name, p.version, err)
	}
	return nil
}

// each calls fn with the content of every file in the source's archive whose
// path want accepts, in the order of the archive.
func (c cache) each(source string, want func(path string) bool, fn func(path string, data []byte) error) error {
	p := pinned(source)
	archive := filepath.Join(c.dir, p.file)
	var r io.Reader
	if p.client == "apt" {
		var out bytes.Buffer
		cmd := exec.Command("dpkg-deb", "--fsys-tarfile", archive)
		cmd.Stdout, cmd.Stderr = &out, os.Stderr
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("unpacking %s: %w", p.file, err)
		}
		r = &out
	} else {
		f, err := os.Open(archive)
		if err != nil {
			return err
		}
		defer f.Close()
		if r, err = gzip.NewReader(f); err != nil {
			return err
		}
	}
	tr := tar.NewReader(r)
	for {
		h, err := tr.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", p.file, err)
		}
		name := strings.TrimPrefix(h.Name, "./")
		if h.Typeflag != tar.TypeReg || !want(name) {
			continue
		}
		data, err := io.ReadAll(tr)
		if err != nil {
			return fmt.Errorf("%s: %s: %w", p.file, name, err)
		}
		if err := fn(name, data); err != nil {
			return fmt.Errorf("%s: %s: %w", p.file, name, err)
		}
	}
}

// one returns the content of the one file at path.
func (c cache) one(source, path string) ([]byte, error) {
	var out []byte
	err := c.each(source, func(p string) bool { return p == path }, func(_ string, data []byte) error {
		out = data
		return nil
	})
	if err == nil && out == nil {
		err = fmt.Errorf("%s: no file %s in it", source, path)
	}
	return out, err
}
