package ner

import "math"

// score adds the weights of the collected features to the candidate's lanes.
func (r *Recognizer) score(sc *Scratch, c *cand) {
	acc := c.acc
	w := r.weights
	for _, f := range sc.feats {
		row := &w[f]
		acc[0] += row[0]
		acc[1] += row[1]
		acc[2] += row[2]
		acc[3] += row[3]
		acc[4] += row[4]
		acc[5] += row[5]
		acc[6] += row[6]
		acc[7] += row[7]
	}
	c.acc = acc
}

// best sets a candidate's lane and score from its lanes; equal scores go to the first lane.
func (c *cand) best() {
	l, s := 0, float32(math.Inf(-1))
	for i, v := range c.acc {
		if v > s && c.lanes&(1<<i) != 0 {
			l, s = i, v
		}
	}
	c.lane, c.score = int8(l), s
}

// decode marks the best set of candidates that do not overlap: the highest
// sum of scores, where no name counts 0. On equal sums the set wins whose
// first difference begins later in the text, and of two names with one
// start the one that was proposed first, the shorter.
func (sc *Scratch) decode(mark uint8) {
	n := len(sc.toks)
	if cap(sc.bestScore) < n+1 {
		sc.bestScore = make([]float32, n+n/4+64)
		sc.bestCand = make([]int32, n+n/4+64)
	}
	score, from := sc.bestScore[:n+1], sc.bestCand[:n+1]
	for i := range score {
		score[i] = float32(math.Inf(-1))
	}
	score[0], from[0] = 0, -1
	k := 0
	for i := range n {
		if score[i] >= score[i+1] {
			score[i+1], from[i+1] = score[i], -1
		}
		for ; k < len(sc.cands) && int(sc.cands[k].first) == i; k++ {
			c := &sc.cands[k]
			c.flags &^= mark
			if s := score[i] + c.score; c.score > 0 && s > score[c.last] {
				score[c.last], from[c.last] = s, int32(k)
			}
		}
	}
	for i := n; i > 0; {
		if k := from[i]; k >= 0 {
			sc.cands[k].flags |= mark
			i = int(sc.cands[k].first)
		} else {
			i--
		}
	}
}

// inChosen reports whether a token lies in a name of the first reading.
func (sc *Scratch) inChosen(i int32) bool { return sc.taken[i] }

// take notes which tokens lie in names.
func (sc *Scratch) take(mark uint8) {
	n := len(sc.toks)
	if cap(sc.taken) < n {
		sc.taken = make([]bool, n+n/4+64)
	}
	sc.taken = sc.taken[:n]
	clear(sc.taken)
	for i := range sc.cands {
		if c := &sc.cands[i]; c.flags&mark != 0 {
			for j := c.first; j < c.last; j++ {
				sc.taken[j] = true
			}
		}
	}
}

// confidence is the probability of the chosen type against the next best choice
// under the log-linear model.
func (c *cand) confidence() float32 {
	second := float32(0)
	for i, s := range c.acc {
		if i != int(c.lane) && s > second && c.lanes&(1<<i) != 0 {
			second = s
		}
	}
	return float32(1 / (1 + math.Exp(float64(second-c.score))))
}
