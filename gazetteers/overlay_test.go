package gazetteers

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// write makes a file and returns its path.
func write(t testing.TB, dir, name, content string) string {
	t.Helper()
	p := filepath.Join(dir, name)
	if err := os.WriteFile(p, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return p
}

const baseYAML = `schema: attache/gazetteer/v1
type: ORGANIZATION
source: hand
entries:
  - {id: org:alpha, name: Alpha Union, aliases: [AU, Alphans], country: KOR, subtype: igo}
  - {id: org:beta, name: Beta Works, aliases: [AU]}
  - id: org:gamma
    name: Gamma Bank
    blocked_by: [Gamma Bank Street]
    prefer_near: [bank, loan]
    members: [KOR, JPN]
    tests: [{text: Gamma Bank lent it., want: org:gamma}]
  - {id: role:chief, type: ROLE, name: chief clerk, case: fold}
  - id: person:ann
    type: PERSON
    name: Ann Other
    offices:
      - {role: role:chief, of: org:alpha, from: 2001-02, to: 2004-05}
      - {role: role:chief, of: org:alpha, from: 2010}
  - {id: person:bo, type: PERSON, name: Bo Case, offices: [{role: role:chief, of: org:alpha, from: 2004-05, to: 2009-12-31}]}
`

// newBase compiles baseYAML.
func newBase(t testing.TB) *Set {
	t.Helper()
	k, err := Load(write(t, t.TempDir(), "base.yaml", baseYAML))
	if err != nil {
		t.Fatal(err)
	}
	ix, err := Compile(k, nil)
	if err != nil {
		t.Fatal(err)
	}
	s, err := NewSet(ix)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestOverlay(t *testing.T) {
	base := newBase(t)
	dir := t.TempDir()
	first := write(t, dir, "first.yaml", `schema: attache/gazetteer/v1
entries:
  - {id: org:alpha, aliases: [The Alphabet, Alfa]}
  - {id: org:beta, remove: true}
  - {id: vessel:wave, type: VESSEL, subtype: tanker, name: Ocean Wave}
`)
	second := write(t, dir, "second.yaml", `schema: attache/gazetteer/v1
type: VESSEL
entries:
  - {id: vessel:wave, name: Ocean Wave II}
  - {id: org:gamma, type: ORGANIZATION, name: Gamma Holding, aliases: [Gamma Bank]}
`)
	cache := filepath.Join(dir, "cache")
	for range 2 { // compiled, then from the cache
		set, err := base.Overlay(cache, first, second)
		if err != nil {
			t.Fatal(err)
		}
		for _, tt := range []struct {
			text string
			want []string
		}{
			{"AU", []string{"AU=org:alpha"}},
			{"Alfa", []string{"Alfa=org:alpha"}},
			{"Alpha Union", []string{"Alpha Union=org:alpha"}},
			{"Beta Works", nil},
			{"Ocean Wave II", []string{"Ocean Wave II=vessel:wave"}},
			{"ocean wave ii", nil},
			{"Gamma Bank", []string{"Gamma Bank=org:gamma"}},
			{"Gamma Bank Street", []string{"Gamma Bank=org:gamma", "Gamma Bank Street=misc:blocker"}},
			{"Chief Clerks", []string{"Chief Clerks=role:chief"}},
		} {
			if got := find(set, tt.text, false); !slices.Equal(got, tt.want) {
				t.Errorf("%q: %v, want %v", tt.text, got, tt.want)
			}
		}
		if e := set.Entry("org:alpha"); set.Subtype(e) != "igo" || set.Country(e) != "KOR" || !strings.HasSuffix(set.File(e), "first.yaml") || set.Layer(e) != 1 {
			t.Errorf("the extended entry lost its facts: %s %s %s", set.Subtype(e), set.Country(e), set.File(e))
		}
		if set.Entry("org:beta") != NoEntry || set.Name(set.Entry("org:gamma")) != "Gamma Holding" {
			t.Error("org:beta is still there, or org:gamma is not the later one")
		}
		if ty := set.Type(set.Entry("vessel:wave")); ty < FirstUserType || set.TypeName(ty) != "VESSEL" || set.TypeNamed("VESSEL") != ty {
			t.Errorf("user type %d %q", ty, set.TypeName(ty))
		}
		if set.Type(set.Entry("person:ann")) != Person {
			t.Error("person:ann is no PERSON")
		}
	}
	if n, _ := filepath.Glob(filepath.Join(cache, "*.idx")); len(n) != 2 {
		t.Errorf("cache holds %v", n)
	}
}

// TestCacheIsNotTrusted damages cached files in all ways and expects the overlay
// to work, and the cache to be sound again.
func TestCacheIsNotTrusted(t *testing.T) {
	base := newBase(t)
	dir := t.TempDir()
	p := write(t, dir, "o.yaml", "schema: attache/gazetteer/v1\ntype: PERSON\nentries: [{id: person:zed, name: Zed Zero}]\n")
	cache := filepath.Join(dir, "cache")
	if _, err := base.Overlay(cache, p); err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(cache, "*.idx"))
	if len(files) != 1 {
		t.Fatalf("cache holds %v", files)
	}
	good, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(files[0]); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, want 0600", info.Mode())
	}
	other := slices.Clone(good)
	other[8]++ // layout version
	flipped := slices.Clone(good)
	flipped[len(flipped)/2] ^= 1
	stale := slices.Clone(good)
	stale[30] ^= 1 // hash of the inputs
	for name, bad := range map[string][]byte{"empty": {}, "truncated": good[:len(good)/2], "short": good[:20], "version": other, "flipped": flipped, "stale": stale} {
		if err := os.WriteFile(files[0], bad, 0o600); err != nil {
			t.Fatal(err)
		}
		set, err := base.Overlay(cache, p)
		if err != nil || len(find(set, "Zed Zero", false)) != 1 {
			t.Errorf("%s: %v", name, err)
		}
		if now, _ := os.ReadFile(files[0]); !slices.Equal(now, good) {
			t.Errorf("%s: the cache was not rebuilt", name)
		}
	}
}

// TestOverlayAtOnce compiles, caches and uses one overlay from many sides at
// the same time, as several processes would.
func TestOverlayAtOnce(t *testing.T) {
	base := newBase(t)
	dir := t.TempDir()
	p := write(t, dir, "o.yaml", "schema: attache/gazetteer/v1\ntype: PERSON\nentries: [{id: person:zed, name: Zed Zero}]\n")
	cache := filepath.Join(dir, "cache")
	errs := make(chan error, 8)
	for range cap(errs) {
		go func() {
			set, err := base.Overlay(cache, p)
			if err == nil && !slices.Equal(find(set, "Zed Zero", false), []string{"Zed Zero=person:zed"}) {
				err = indexError("found %v", find(set, "Zed Zero", false))
			}
			errs <- err
		}()
	}
	for range cap(errs) {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(cache, "*.tmp")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestOverlayErrors(t *testing.T) {
	base := newBase(t)
	p := write(t, t.TempDir(), "o.yaml", `schema: attache/gazetteer/v1
entries:
  - {id: org:alpa, remove: true}
  - {id: org:nowhere, aliases: [Nowhere]}
`)
	_, err := base.Overlay(NoCache, p)
	want := p + `:3:10: no entry "org:alpa" below to remove, expected one, did you mean "org:alpha"?
` + p + `:4:10: no entry "org:nowhere" below to add to, expected one, or a name here`
	if err == nil || err.Error() != filepath.ToSlash(want) {
		t.Errorf("got %v\nwant %s", err, want)
	}
	if _, err := base.Overlay(NoCache, filepath.Join(t.TempDir(), "none.yaml")); err == nil || !strings.HasSuffix(err.Error(), "no such file or folder") {
		t.Errorf("missing file: %v", err)
	}
}
