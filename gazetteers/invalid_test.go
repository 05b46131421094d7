package gazetteers

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestInvalid loads files that are each wrong in one way, named for it, and
// expects exactly the errors in the .err file beside it.
func TestInvalid(t *testing.T) {
	files, err := filepath.Glob("testdata/invalid/*.*")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, p := range files {
		if strings.HasSuffix(p, ".err") {
			continue
		}
		n++
		t.Run(filepath.Base(p), func(t *testing.T) {
			_, err := Load(p)
			if err == nil {
				t.Fatal("no error")
			}
			got := strings.ReplaceAll(err.Error(), filepath.ToSlash(p), filepath.Base(p)) + "\n"
			want := strings.TrimSuffix(p, filepath.Ext(p)) + ".err"
			if *update {
				if err := os.WriteFile(want, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if w, _ := os.ReadFile(want); string(w) != got {
				t.Errorf("got\n%swant\n%s", got, w)
			}
		})
	}
	if n < 30 {
		t.Errorf("only %d invalid files", n)
	}
}

// TestAllErrorsOfALoad loads two wrong files and expects the errors of both.
func TestAllErrorsOfALoad(t *testing.T) {
	_, err := Load("testdata/invalid/bad-case.yaml", "testdata/invalid/no-id.yaml", "testdata/invalid/absent.yaml")
	if err == nil || strings.Count(err.Error(), "\n") != 2 {
		t.Errorf("got %v", err)
	}
}

// TestTooLarge loads 100 MB, and 20 MB that cannot be read entry by entry.
func TestTooLarge(t *testing.T) {
	flow := "schema: attache/gazetteer/v1\nentries: [" + strings.Repeat("x", 20<<20) + "]\n"
	if _, err := loadBytes("flow.yaml", []byte(flow)); err == nil || !strings.HasPrefix(err.Error(), "flow.yaml: file has 20 MB in one piece, expected at most 8 MB") {
		t.Errorf("got %v", err)
	}
	p := filepath.Join(t.TempDir(), "large.yaml")
	f, err := os.Create(p)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(100 << 20); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(p); err == nil || !strings.HasSuffix(err.Error(), "file has more than 64 MB, expected at most that: split it") {
		t.Errorf("got %v", err)
	}
}
