package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"attache/ner"
	"attache/text"
)

type set struct {
	name, kind string
	weight     float64
	docs       []document
}

type document struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Entities []struct {
		Start  int    `json:"start"`
		End    int    `json:"end"`
		Type   string `json:"type"`
		Silver bool   `json:"silver"`
	} `json:"entities"`
	gold []span // in bytes
}

type span struct {
	start, end int32
	typ        string
}

// loadSet reads "path" or "path:weight".
func loadSet(arg string) (*set, error) {
	path, w, weighted := strings.Cut(arg, ":")
	s := &set{name: strings.TrimSuffix(filepath.Base(path), ".jsonl"), weight: 1}
	s.kind = kindOfSet(s.name)
	if weighted {
		var err error
		if s.weight, err = strconv.ParseFloat(w, 64); err != nil {
			return nil, fmt.Errorf("%s: %w", arg, err)
		}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 64<<20)
	for line := 1; in.Scan(); line++ {
		var d document
		if err := json.Unmarshal(in.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, line, err)
		}
		at := runeOffsets(d.Text)
		for _, e := range d.Entities {
			if !e.Silver && e.End < len(at) {
				d.gold = append(d.gold, span{at[e.Start], at[e.End], e.Type})
			}
		}
		sort.Slice(d.gold, func(i, j int) bool {
			a, b := d.gold[i], d.gold[j]
			return a.start < b.start || a.start == b.start && a.end < b.end
		})
		s.docs = append(s.docs, d)
	}
	return s, in.Err()
}

// runeOffsets returns the byte offset of every rune of s and of its end.
func runeOffsets(s string) []int32 {
	at := make([]int32, 0, len(s)+1)
	for i := range s {
		at = append(at, int32(i))
	}
	return append(at, int32(len(s)))
}

func predict(rec *ner.Recognizer, d *document) []span {
	var doc text.Document
	doc.Parse(d.Text, text.Options{})
	var sc ner.Scratch
	var out []span
	for _, m := range rec.Recognize(&doc, &sc) {
		out = append(out, span{m.Start, m.End, m.Type.String()})
	}
	return out
}

func writePredictions(dir string, s *set, rec *ner.Recognizer) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	f, err := os.Create(filepath.Join(dir, s.name+".jsonl"))
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	type entity struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Type  string `json:"type"`
		Text  string `json:"text"`
	}
	for i := range s.docs {
		d := &s.docs[i]
		ents := []entity{}
		for _, p := range predict(rec, d) {
			ents = append(ents, entity{utf8.RuneCountInString(d.Text[:p.start]), utf8.RuneCountInString(d.Text[:p.end]), p.typ, d.Text[p.start:p.end]})
		}
		if err := enc.Encode(map[string]any{"id": d.ID, "entities": ents, "relations": []int{}}); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

// score counts exact spans of PERSON, ORGANIZATION and LOCATION (countries
// included), and of the other types on the side.
type score struct {
	tp, pred, gold map[string]int
	report         int
	errors         map[string][]string
}

func collapse(t string) string {
	if t == "COUNTRY" {
		return "LOCATION"
	}
	return t
}

func (sc *score) add(s *set, d *document, pred []span) {
	if sc.tp == nil {
		sc.tp, sc.pred, sc.gold, sc.errors = map[string]int{}, map[string]int{}, map[string]int{}, map[string][]string{}
	}
	type key struct{ a, b int32 }
	gold := map[key]string{}
	for _, g := range d.gold {
		gold[key{g.start, g.end}] = g.typ
		sc.gold[collapse(g.typ)]++
	}
	hit := map[key]bool{}
	for _, p := range pred {
		k := key{p.start, p.end}
		g, ok := gold[k]
		t := collapse(p.typ)
		if ok && collapse(g) == t {
			sc.tp[t]++
			sc.pred[t]++
			hit[k] = true
			continue
		}
		if ok && !counted(g) {
			continue
		}
		sc.pred[t]++
		if sc.report > 0 && counted(t) {
			kind := "spurious " + t
			if ok {
				kind = "type " + g + " as " + t
				hit[k] = true
			} else {
				for _, q := range d.gold {
					if q.start < p.end && p.start < q.end {
						kind = "border"
					}
				}
			}
			sc.errors[kind] = append(sc.errors[kind], context(d, p))
		}
	}
	if sc.report > 0 {
		for _, g := range d.gold {
			if counted(collapse(g.typ)) && !hit[key{g.start, g.end}] {
				kind := "missed " + collapse(g.typ)
				for _, p := range pred {
					if g.start < p.end && p.start < g.end {
						kind = "border-gold"
					}
				}
				sc.errors[kind] = append(sc.errors[kind], context(d, g))
			}
		}
	}
}

func counted(t string) bool {
	return t == "PERSON" || t == "ORGANIZATION" || t == "LOCATION" || t == "COUNTRY"
}

func context(d *document, p span) string {
	a, b := max(0, p.start-50), min(int32(len(d.Text)), p.end+40)
	return strings.ReplaceAll(d.Text[a:p.start]+"⟦"+d.Text[p.start:p.end]+"⟧"+d.Text[p.end:b], "\n", "⏎")
}

func f1(tp, p, g int) float64 {
	if p+g == 0 {
		return 0
	}
	return 200 * float64(tp) / float64(p+g)
}

func (sc *score) String() string {
	var b strings.Builder
	tp, p, g := 0, 0, 0
	for _, t := range []string{"PERSON", "ORGANIZATION", "LOCATION"} {
		fmt.Fprintf(&b, "%s %5.1f  ", t[:3], f1(sc.tp[t], sc.pred[t], sc.gold[t]))
		tp, p, g = tp+sc.tp[t], p+sc.pred[t], g+sc.gold[t]
	}
	fmt.Fprintf(&b, "MICRO %5.1f (P %.1f R %.1f) |", f1(tp, p, g), 100*float64(tp)/float64(max(p, 1)), 100*float64(tp)/float64(max(g, 1)))
	for _, t := range []string{"NATIONALITY", "EVENT", "ROLE", "DATE"} {
		if sc.gold[t] > 0 {
			fmt.Fprintf(&b, " %s %.1f (P %.1f R %.1f)", t[:3], f1(sc.tp[t], sc.pred[t], sc.gold[t]), 100*float64(sc.tp[t])/float64(max(sc.pred[t], 1)), 100*float64(sc.tp[t])/float64(sc.gold[t]))
		}
	}
	return b.String()
}

func (sc *score) printErrors() {
	var kinds []string
	for k := range sc.errors {
		kinds = append(kinds, k)
	}
	sort.Slice(kinds, func(i, j int) bool { return len(sc.errors[kinds[i]]) > len(sc.errors[kinds[j]]) })
	for _, k := range kinds {
		list := sc.errors[k]
		fmt.Printf("    %s: %d\n", k, len(list))
		step := max(1, len(list)/sc.report)
		for i := 0; i < len(list); i += step {
			fmt.Println("      ", list[i])
		}
	}
}
