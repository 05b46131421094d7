// Command fit learns the weights of the name grammar from annotated documents.
//
//	fit [-out ner/weights.yaml] [-cv 5] [-transfer] [-pred DIR] SET.jsonl[:weight] …
//
// A set is a JSONL file of documents {"id","text","entities":[{start,end,type}]}
// with offsets in runes. The model is log-linear over all segmentations of a
// document into candidates (a semi-Markov conditional random field), drawn by
// L2 towards the weights by hand. What a set does not annotate is left open:
// the gold then only restricts the segmentations.
package main

import (
	"flag"
	"fmt"
	"math"
	"os"
	"runtime"
	"strings"

	"attache/gazetteers"
	"attache/ner"
)

type options struct {
	l2, pull, first, bias float64
	iters, rounds         int
}

func main() {
	out := flag.String("out", "", "write the weights to this file")
	priorPath := flag.String("prior", "ner/prior.yaml", "weights by hand")
	startPath := flag.String("start", "", "weights to measure with -eval instead of the built-in ones")
	cv := flag.Int("cv", 0, "cross-validate with so many folds")
	transfer := flag.Bool("transfer", false, "leave one set out")
	pred := flag.String("pred", "", "write predictions with the final weights to this folder")
	eval := flag.Bool("eval", false, "only measure")
	report := flag.Int("report", 0, "print so many errors of each kind")
	least := flag.Float64("least", 0.03, "leave out smaller weights")
	shown := flag.Bool("show", false, "print the mentions of standard input")
	why := flag.Bool("why", false, "and the evidence of the candidates")
	truth := flag.String("truth", "", "compare with the annotated articles that match this pattern")
	var o options
	flag.Float64Var(&o.l2, "l2", 3, "strength of the pull towards the weights by hand")
	flag.Float64Var(&o.pull, "pull", 0.6, "share of the weights by hand that the fit is pulled towards")
	flag.Float64Var(&o.first, "first", 0.3, "share of the first reading in the loss")
	flag.Float64Var(&o.bias, "bias", 0, "added to every score afterwards, to find more")
	flag.IntVar(&o.iters, "iters", 60, "iterations")
	flag.IntVar(&o.rounds, "rounds", 2, "rounds of reading and fitting")
	flag.Parse()
	if *truth != "" {
		if err := truths(gazetteers.Builtin(), *truth); err != nil {
			fmt.Fprintln(os.Stderr, "fit:", err)
			os.Exit(1)
		}
		return
	}
	if *shown || *why {
		if err := show(gazetteers.Builtin(), nil, *why); err != nil {
			fmt.Fprintln(os.Stderr, "fit:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(flag.Args(), *out, *priorPath, *startPath, *cv, *transfer, *pred, *eval, *report, *least, o); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

type matrix = [ner.NumFeatures][ner.NumLanes]float32

func run(paths []string, out, priorPath, startPath string, cv int, transfer bool, pred string, eval bool, report int, least float64, o options) error {
	var sets []*set
	for _, p := range paths {
		s, err := loadSet(p)
		if err != nil {
			return err
		}
		sets = append(sets, s)
	}
	if len(sets) == 0 {
		return fmt.Errorf("no sets, expected paths of JSONL files")
	}
	data, err := os.ReadFile(priorPath)
	if err != nil {
		return err
	}
	prior, err := ner.ParseWeights(data)
	if err != nil {
		return err
	}
	gaz := gazetteers.Builtin()
	fmt.Printf("gazetteers: %d entries, %d surfaces, %d words; %d features\n", gaz.NumEntries(), gaz.NumSurfaces(), gaz.NumWords(), ner.NumFeatures)
	var final *matrix
	switch {
	case eval && startPath != "":
		data, err := os.ReadFile(startPath)
		if err != nil {
			return err
		}
		if final, err = ner.ParseWeights(data); err != nil {
			return err
		}
	case eval:
	default:
		final = fit(gaz, sets, prior, func(int, int) bool { return true }, o)
		if out != "" {
			if err := os.WriteFile(out, ner.FormatWeights(final, float32(least)), 0o644); err != nil {
				return err
			}
		}
	}
	rec, err := recognizer(gaz, final)
	if err != nil {
		return err
	}
	fmt.Println("in-sample (PER/ORG/LOC MICRO | own)")
	for _, s := range sets {
		sc := &score{}
		if cv < 2 {
			sc.report = report
		}
		for i := range s.docs {
			d := &s.docs[i]
			sc.add(s, d, predict(rec, d))
		}
		fmt.Printf("  %-26s %s\n", s.name, sc)
		if report > 0 && cv < 2 {
			sc.printErrors()
		}
		if pred != "" {
			if err := writePredictions(pred, s, rec); err != nil {
				return err
			}
		}
	}
	if cv > 1 {
		fmt.Printf("%d-fold cross-validation\n", cv)
		scores := make([]*score, len(sets))
		for i := range scores {
			scores[i] = &score{report: report}
		}
		for k := range cv {
			w := fit(gaz, sets, prior, func(s, d int) bool { return fold(sets[s], d, cv) != k }, o)
			rec, err := recognizer(gaz, w)
			if err != nil {
				return err
			}
			for si, s := range sets {
				for i := range s.docs {
					if fold(s, i, cv) == k {
						scores[si].add(s, &s.docs[i], predict(rec, &s.docs[i]))
					}
				}
			}
		}
		for i, s := range sets {
			fmt.Printf("  %-26s %s\n", s.name, scores[i])
			if report > 0 {
				scores[i].printErrors()
			}
		}
	}
	if transfer {
		fmt.Println("each set with weights that never saw it")
		for si, s := range sets {
			w := fit(gaz, sets, prior, func(t, _ int) bool { return sets[t].kind != s.kind }, o)
			rec, err := recognizer(gaz, w)
			if err != nil {
				return err
			}
			sc := &score{}
			for i := range s.docs {
				sc.add(s, &s.docs[i], predict(rec, &s.docs[i]))
			}
			fmt.Printf("  %-26s %s\n", sets[si].name, sc)
		}
	}
	return nil
}

// fold deals documents to folds by a hash of their id.
func fold(s *set, d, n int) int {
	h := uint32(2166136261)
	for _, c := range []byte(s.docs[d].ID) {
		h = (h ^ uint32(c)) * 16777619
	}
	h ^= h >> 15
	return int(h % uint32(n))
}

func recognizer(gaz *gazetteers.Set, w *matrix) (*ner.Recognizer, error) {
	if w == nil {
		return ner.New(gaz)
	}
	return ner.New(gaz, ner.WithWeights(ner.FormatWeights(w, 0)))
}

// fit returns the weights learned from the documents that use accepts.
func fit(gaz *gazetteers.Set, sets []*set, prior *matrix, use func(set, doc int) bool, o options) *matrix {
	target := make([]float64, ner.NumFeatures*ner.NumLanes)
	x := make([]float64, len(target))
	for f := range prior {
		for l, v := range prior[f] {
			target[f*ner.NumLanes+l] = float64(v) * o.pull
			x[f*ner.NumLanes+l] = float64(v)
		}
	}
	w := prior
	for range o.rounds {
		rec, err := recognizer(gaz, w)
		if err != nil {
			panic(err)
		}
		var lats []*lattice
		for si, s := range sets {
			if s.weight == 0 {
				continue
			}
			for i := range s.docs {
				if use(si, i) {
					lats = append(lats, newLattice(rec, s, &s.docs[i]))
				}
			}
		}
		x = minimise(x, o.iters, func(x, grad []float64) float64 { return loss(lats, x, grad, target, o) })
		w = toMatrix(x, o.bias)
	}
	return w
}

func toMatrix(x []float64, bias float64) *matrix {
	w := new(matrix)
	for f := range w {
		for l := range w[f] {
			w[f][l] = float32(math.Max(-99, math.Min(99, x[f*ner.NumLanes+l])))
		}
	}
	for l := range w[0] {
		w[0][l] += float32(bias)
	}
	return w
}

func loss(lats []*lattice, x, grad, target []float64, o options) float64 {
	n := runtime.GOMAXPROCS(0)
	type part struct {
		v float64
		g []float64
	}
	ch := make(chan part, n)
	for k := range n {
		go func() {
			g := make([]float64, len(x))
			v := 0.0
			for i := k; i < len(lats); i += n {
				v += lats[i].loss(x, g, o.first)
			}
			ch <- part{v, g}
		}()
	}
	v := 0.0
	clear(grad)
	parts := make([]part, 0, n)
	for range n {
		parts = append(parts, <-ch)
	}
	for _, p := range parts {
		v += p.v
		for i, g := range p.g {
			grad[i] += g
		}
	}
	for i := range x {
		d := x[i] - target[i]
		v += o.l2 / 2 * d * d
		grad[i] += o.l2 * d
	}
	return v
}

func kindOfSet(name string) string {
	for _, k := range []string{"dwie", "ieer", "crossner", "gmb", "re3d", "geowebnews"} {
		if strings.HasPrefix(name, k) {
			return k
		}
	}
	return "default"
}
