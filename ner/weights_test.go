package ner

import (
	"os"
	"strings"
	"testing"
)

// The quick reading of the built-in weights must be that of any weights file.
func TestBuiltinWeights(t *testing.T) {
	for _, name := range []string{"weights.yaml", "prior.yaml"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		w, err := parseWeights(data)
		if err != nil {
			t.Fatal(err)
		}
		if name == "weights.yaml" && *w != *builtinWeights() {
			t.Error("the built-in weights are not those of weights.yaml")
		}
		again, err := parseWeights(formatWeights(w, 0))
		if err != nil {
			t.Fatal(err)
		}
		for f := range w {
			for l, x := range w[f] {
				if d := x - again[f][l]; d > 0.0051 || d < -0.0051 {
					t.Errorf("%s: %s %s is %v after writing and reading %v", name, featureName(feature(f)), laneKeys[l], again[f][l], x)
				}
			}
		}
	}
}

func TestFeatureNames(t *testing.T) {
	seen := map[string]int{}
	for f := range nFeatures {
		n := featureName(feature(f))
		if n == "" {
			continue
		}
		if other, ok := seen[n]; ok {
			t.Errorf("features %d and %d are both %q", other, f, n)
		}
		seen[n] = f
	}
	for f := range firstFamily {
		if singleNames[f] == "" {
			t.Errorf("feature %d has no name", f)
		}
	}
}

func TestWeightsErrors(t *testing.T) {
	for _, c := range []struct{ yaml, want string }{
		{"", "weights:1:1: no mapping, expected schema and weights"},
		{"schema: attache/weights/v2\n", `weights:1:9: schema "attache/weights/v2", expected attache/weights/v1`},
		{"weights:\n  bias: {per: x}\n", `weights:2:15: weight "x", expected a number between -100 and 100`},
		{"weights:\n  bias: {per: .nan}\n", `expected a number between -100 and 100`},
		{"weights:\n  bias: {person: 1}\n", `weights:2:10: unknown type "person"`},
		{"weights:\n  hunch: {per: 1}\n", `weights:2:3: unknown feature "hunch"`},
		{"weigths:\n", `weights:1:1: unknown key "weigths"`},
		{"weights:\n  bias: 3\n", "weights:2:9: no mapping, expected a number for each type"},
		{strings.Repeat("#", maxWeightsBytes+1), "weights:1:1: 4194305 bytes, expected at most 4194304"},
	} {
		_, err := parseWeights([]byte(c.yaml))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.40q: error %v, want %s", c.yaml, err, c.want)
		}
	}
}

// Packed sums must be the sums of the weights, however many features there are.
func TestPack(t *testing.T) {
	w := new(weights)
	for f := range w {
		for l := range w[f] {
			w[f][l] = float32((f*7+l*13)%120-60) / 2
		}
	}
	r := &Recognizer{packed: pack(w)}
	sc := &Scratch{}
	var c cand
	var want [nLanes]int32
	for f := range 200 {
		sc.feats = append(sc.feats, feature(f))
		for l := range want {
			want[l] += int32(w[f][l] * scoreUnit)
		}
	}
	r.score(sc, &c)
	if c.acc != want {
		t.Errorf("got %v, want %v", c.acc, want)
	}
}
