package relations

import (
	"reflect"
	"testing"
	"time"
)

// TestCompiled holds the embedded compiled form against the YAML.
func TestCompiled(t *testing.T) {
	files := Builtin()
	rs, err := Load(nil, files...)
	if err != nil {
		t.Fatal(err)
	}
	want, hashes, err := compileAll(rs)
	if err != nil {
		t.Fatal(err)
	}
	data, err := want.encode(hashes, sourcesHash(files))
	if err != nil {
		t.Fatal(err)
	}
	got, err := decode(data, sourcesHash(files))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got.rules, want.rules) || !reflect.DeepEqual(got.lex.verbs, want.lex.verbs) || !reflect.DeepEqual(got.lex.nouns, want.lex.nouns) ||
		!reflect.DeepEqual(got.lex.forms, want.lex.forms) || got.fn != want.fn {
		t.Error("the decoded program is not the one encoded")
	}
	for i := range want.masks() {
		if *got.masks()[i] != *want.masks()[i] {
			t.Errorf("mask %d differs", i)
		}
	}
	for i, h := range hashes[1:] {
		if f := got.lex.look(h); f == nil || *f != want.lex.forms[i+1] {
			t.Fatalf("form %d is not found by its hash", i+1)
		}
	}
	stored, err := compiledFS.ReadFile("builtin.idx")
	if err != nil {
		t.Skip("builtin.idx has not been generated")
	}
	start := time.Now()
	if _, err := decode(stored, sourcesHash(files)); err != nil {
		t.Errorf("builtin.idx: %v; run go generate ./relations", err)
	}
	t.Log("decoding took", time.Since(start))
}
