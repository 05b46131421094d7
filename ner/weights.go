package ner

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"
)

// weights holds one weight for each feature and lane.
type weights [nFeatures][nLanes]float32

// WeightsError is a mistake in a weights file.
type WeightsError struct {
	Line, Col int
	What      string
}

func (e *WeightsError) Error() string {
	return "weights:" + strconv.Itoa(e.Line) + ":" + strconv.Itoa(e.Col) + ": " + e.What
}

// maxWeightsBytes bounds a weights file.
const maxWeightsBytes = 4 << 20

// parseWeights reads a weights file: a mapping of feature names to mappings of lanes
// to numbers, under the key "weights".
func parseWeights(data []byte) (*weights, error) {
	if len(data) > maxWeightsBytes {
		return nil, &WeightsError{1, 1, fmt.Sprintf("%d bytes, expected at most %d", len(data), maxWeightsBytes)}
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return nil, &WeightsError{1, 1, err.Error()}
	}
	if len(doc.Content) != 1 || doc.Content[0].Kind != yaml.MappingNode {
		return nil, &WeightsError{1, 1, "no mapping, expected schema and weights"}
	}
	byName := make(map[string]feature, nFeatures)
	for f := range nFeatures {
		if n := featureName(feature(f)); n != "" {
			byName[n] = feature(f)
		}
	}
	w := new(weights)
	root := doc.Content[0]
	for i := 0; i < len(root.Content); i += 2 {
		k, v := root.Content[i], root.Content[i+1]
		switch k.Value {
		case "schema":
			if v.Value != "attache/weights/v1" {
				return nil, &WeightsError{v.Line, v.Column, "schema " + strconv.Quote(v.Value) + ", expected attache/weights/v1"}
			}
		case "weights":
			if v.Kind != yaml.MappingNode {
				return nil, &WeightsError{v.Line, v.Column, "no mapping, expected features"}
			}
			for j := 0; j < len(v.Content); j += 2 {
				if err := readRow(w, byName, v.Content[j], v.Content[j+1]); err != nil {
					return nil, err
				}
			}
		default:
			return nil, &WeightsError{k.Line, k.Column, "unknown key " + strconv.Quote(k.Value) + ", expected schema or weights"}
		}
	}
	return w, nil
}

func readRow(w *weights, byName map[string]feature, k, v *yaml.Node) error {
	f, ok := byName[k.Value]
	if !ok {
		return &WeightsError{k.Line, k.Column, "unknown feature " + strconv.Quote(k.Value) + ", expected the name of a piece of evidence"}
	}
	if v.Kind != yaml.MappingNode {
		return &WeightsError{v.Line, v.Column, "no mapping, expected a number for each type"}
	}
	for i := 0; i < len(v.Content); i += 2 {
		lk, lv := v.Content[i], v.Content[i+1]
		x, err := strconv.ParseFloat(lv.Value, 32)
		if err != nil || x != x || x > 100 || x < -100 {
			return &WeightsError{lv.Line, lv.Column, "weight " + strconv.Quote(lv.Value) + ", expected a number between -100 and 100"}
		}
		l := -1
		for j, name := range laneKeys {
			if name == lk.Value {
				l = j
			}
		}
		if l < 0 {
			return &WeightsError{lk.Line, lk.Column, "unknown type " + strconv.Quote(lk.Value) + ", expected one of per, role, country, nat, loc, org, event, misc"}
		}
		w[f][l] = float32(x)
	}
	return nil
}

// formatWeights writes a weights file, features in their order, without those
// whose weights are all smaller than least.
func formatWeights(w *weights, least float32) []byte {
	b := []byte("# What each piece of evidence is worth for each type, as the log of odds against\n# no name. Written by ner/internal/fit; see ner/prior.yaml for the weights by hand.\nschema: attache/weights/v1\nweights:\n")
	for f := range nFeatures {
		name := featureName(feature(f))
		if name == "" {
			continue
		}
		n := 0
		for l, x := range w[f] {
			if x < least && x > -least {
				continue
			}
			if n == 0 {
				b = append(b, "  "...)
				b = append(b, name...)
				b = append(b, ": {"...)
			} else {
				b = append(b, ", "...)
			}
			n++
			b = append(b, laneKeys[l]...)
			b = append(b, ": "...)
			b = strconv.AppendFloat(b, float64(x), 'f', 2, 32)
		}
		if n > 0 {
			b = append(b, "}\n"...)
		}
	}
	return b
}

//go:embed weights.yaml
var weightsYAML string

// builtinWeights are the weights of weights.yaml, read once. A test holds this
// quick reading of what formatWeights writes against parseWeights.
var builtinWeights = sync.OnceValue(func() *weights {
	byName := make(map[string]feature, nFeatures)
	for f := range nFeatures {
		byName[featureName(feature(f))] = feature(f)
	}
	w := new(weights)
	s := weightsYAML
	for s != "" {
		line, rest, _ := strings.Cut(s, "\n")
		s = rest
		name, row, ok := strings.Cut(strings.TrimPrefix(line, "  "), ": {")
		f, known := byName[name]
		if !ok || !known || name == "" {
			continue
		}
		row = strings.TrimSuffix(row, "}")
		for row != "" {
			var item string
			item, row, _ = strings.Cut(row, ", ")
			key, value, _ := strings.Cut(item, ": ")
			x, err := strconv.ParseFloat(value, 32)
			if err != nil {
				continue
			}
			for l, k := range laneKeys {
				if k == key {
					w[f][l] = float32(x)
				}
			}
		}
	}
	return w
})

var builtinPacked = sync.OnceValue(func() []packed { return pack(builtinWeights()) })
