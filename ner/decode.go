package ner

import "math"

// packed holds the weights of one feature for the eight lanes in three words of
// three fields of 21 bits, each a weight in score units plus packBias: one addition adds three lanes.
type packed [3]uint64

const (
	packBits = 21
	packMask = 1<<packBits - 1
	packBias = 1 << 14
	// maxFeatures keeps a field from overflowing: maxFeatures × 2 × packBias < 1<<packBits.
	maxFeatures = 63
	// maxWeight is the largest weight that fits.
	maxWeight = float32(packBias-1) / scoreUnit
)

func pack(w *weights) []packed {
	p := make([]packed, len(w))
	for f := range w {
		for l, x := range w[f] {
			x = min(max(x, -maxWeight), maxWeight)
			v := uint64(int64(math.Round(float64(x)*scoreUnit)) + packBias)
			p[f][l/3] |= v << (packBits * (l % 3))
		}
	}
	return p
}

// score adds the weights of the collected features to the candidate's lanes.
func (r *Recognizer) score(sc *Scratch, c *cand) {
	w := r.packed
	feats := sc.feats
	for len(feats) > 0 {
		n := min(len(feats), maxFeatures)
		var a, b, d uint64
		for _, f := range feats[:n] {
			row := &w[f]
			a += row[0]
			b += row[1]
			d += row[2]
		}
		feats = feats[n:]
		bias := int32(n) * packBias
		c.acc[0] += int32(a&packMask) - bias
		c.acc[1] += int32(a>>packBits&packMask) - bias
		c.acc[2] += int32(a>>(2*packBits)&packMask) - bias
		c.acc[3] += int32(b&packMask) - bias
		c.acc[4] += int32(b>>packBits&packMask) - bias
		c.acc[5] += int32(b>>(2*packBits)&packMask) - bias
		c.acc[6] += int32(d&packMask) - bias
		c.acc[7] += int32(d>>packBits&packMask) - bias
	}
}

// best sets a candidate's lane and score from its lanes; equal scores go to the first lane.
func (c *cand) best() {
	l, s := 0, int32(math.MinInt32)
	for i, v := range c.acc {
		if v > s && c.lanes&(1<<i) != 0 {
			l, s = i, v
		}
	}
	c.lane, c.score = int8(l), s
}

// decode marks the best set of candidates that do not overlap: the highest
// sum of scores, where no name counts 0. Of equal sets the one wins whose
// last names are the shorter. Candidates that overlap each other, however
// indirectly, are decided together and apart from all others.
func (sc *Scratch) decode(mark uint8) {
	cands := sc.cands
	for i := 0; i < len(cands); {
		end := cands[i].last
		j := i + 1
		for ; j < len(cands) && cands[j].first < end; j++ {
			end = max(end, cands[j].last)
		}
		if j == i+1 {
			c := &cands[i]
			c.flags &^= mark
			if c.score > 0 {
				c.flags |= mark
			}
		} else {
			sc.decodeCluster(cands[i:j], cands[i].first, end, mark)
		}
		i = j
	}
}

// step is the best way to a token: its score and the candidate that ends there, −1 for none.
type step struct {
	score int32
	from  int32
}

func (sc *Scratch) decodeCluster(cands []cand, first, end int32, mark uint8) {
	n := int(end - first)
	if cap(sc.steps) < n+1 {
		sc.steps = make([]step, 2*n+64)
	}
	steps := sc.steps[:n+1]
	for i := range steps {
		steps[i] = step{math.MinInt32, -1}
	}
	steps[0].score = 0
	k := 0
	for i := range n {
		at := steps[i].score
		if at >= steps[i+1].score {
			steps[i+1] = step{at, -1}
		}
		for ; k < len(cands) && int(cands[k].first-first) == i; k++ {
			c := &cands[k]
			c.flags &^= mark
			if c.score <= 0 {
				continue
			}
			if to := &steps[c.last-first]; at+c.score > to.score {
				*to = step{at + c.score, int32(k)}
			}
		}
	}
	for i := n; i > 0; {
		if k := steps[i].from; k >= 0 {
			cands[k].flags |= mark
			i = int(cands[k].first - first)
		} else {
			i--
		}
	}
}

// inChosen reports whether a token lies in a name of the last reading that take noted.
func (sc *Scratch) inChosen(i int32) bool { return sc.taken[i] }

// take notes which tokens lie in names.
func (sc *Scratch) take(mark uint8) {
	n := len(sc.toks)
	if cap(sc.taken) < n {
		sc.taken = make([]bool, n+n/4+64)
		sc.readAs = make([]int8, n+n/4+64)
		sc.within = make([]bool, n+n/4+64)
	}
	sc.taken, sc.readAs, sc.within = sc.taken[:n], sc.readAs[:n], sc.within[:n]
	clear(sc.taken)
	clear(sc.within)
	for i := range sc.readAs {
		sc.readAs[i] = -1
	}
	for i := range sc.cands {
		if c := &sc.cands[i]; c.flags&mark != 0 {
			for j := c.first; j < c.last; j++ {
				sc.taken[j] = true
				sc.within[j] = c.last-c.first > 1
				if c.lane < nLanes {
					sc.readAs[j] = c.lane
				}
			}
		}
	}
}

// logistic holds 1/(1+exp(−x)) for x from 0 to 8 in steps of 1/32.
var logistic = func() (t [257]float32) {
	for i := range t {
		t[i] = float32(1 / (1 + math.Exp(-float64(i)/32)))
	}
	return t
}()

// confidence is the probability of the chosen type against the next best choice
// under the log-linear model.
func (c *cand) confidence() float32 {
	second := int32(0)
	for i, s := range c.acc {
		if i != int(c.lane) && s > second && c.lanes&(1<<i) != 0 {
			second = s
		}
	}
	x := (c.score - second) * 32 / scoreUnit
	if x < 0 {
		return 1 - logistic[min(-x, 256)]
	}
	return logistic[min(x, 256)]
}
