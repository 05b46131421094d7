package ner

import "attache/gazetteers"

// Names of the user's own types (VESSEL, MISSILE) have no lane: no weights
// could have been fitted for them. A gazetteer match is a candidate by itself, with a
// score that says how far an entry is to be believed.

// laneUser stands in cand.lane for names of the user's own types.
const laneUser = nLanes + 1

const (
	// userScore is what a name of the user's own type is worth where nothing else
	// is there.
	userScore = 5 * scoreUnit
	// userHeaded makes a longer name that goes on behind it well founded ("Sea Lark
	// Shipping Company"), userLed one with more before it only ("USS Sea Lark"): the
	// head of an English name stands at its end. userPart is what it is worth in such a name.
	userHeaded = scoreUnit / 2
	userLed    = 4 * scoreUnit
	userPart   = scoreUnit / 4
	// userLead is how far it is ahead of another reading of the same words:
	// somebody wrote it down for texts such as this one.
	userLead = scoreUnit
	// nearScore is what words of prefer_near are worth: much for a risky name, which
	// waits for them, and between readings of several types; little for others.
	nearScore = 3 * scoreUnit
	nearSure  = scoreUnit / 2
	// nearReach is how many tokens away such a word may stand.
	nearReach = 12
)

// addUser adds the candidate of a match that has readings of the user's own types.
func (sc *Scratch) addUser(m int32) {
	mm := &sc.matches[m]
	sc.cands = append(sc.cands, cand{first: mm.first, last: mm.last, match: m, lane: laneUser})
}

// scoreUsers scores the names of the user's own types; all others must have
// their scores.
func (r *Recognizer) scoreUsers(sc *Scratch) {
	for i := range sc.cands {
		c := &sc.cands[i]
		if c.lane != laneUser {
			continue
		}
		rd, near := r.userReading(sc, c)
		if rd.Risky {
			c.score = -userLead // as good as the context: prefer_near
		} else {
			c.score = sc.userRank(i)
		}
		c.score += int32(rd.Weight) * scoreUnit / 10
		if near {
			c.score += nearScore
		}
		clear(c.acc[:])
	}
}

// userRank is the score of candidate i from its rivals: ahead of other readings of the
// same words, behind a well founded name that it is only part of.
func (sc *Scratch) userRank(i int) int32 {
	c := &sc.cands[i]
	score := int32(userScore)
	for _, step := range [2]int{-1, 1} {
		for k := i + step; k >= 0 && k < len(sc.cands); k += step {
			o := &sc.cands[k]
			if o.first > c.first || c.first-o.first > maxNameLen {
				break
			}
			switch {
			case o.lane >= nLanes || o.last < c.last:
			case o.first == c.first && o.last == c.last:
				score = max(score, o.score+userLead)
			case o.score >= userLed || o.last > c.last && o.score >= userHeaded:
				return userPart
			}
		}
	}
	return score
}

// userReading returns the best of a candidate's readings of the user's own
// types, and whether words that favour it stand near.
func (r *Recognizer) userReading(sc *Scratch, c *cand) (best gazetteers.Reading, near bool) {
	best.Entry = gazetteers.NoEntry
	for i := c.match; i < int32(len(sc.matches)) && sc.matches[i].first == c.first && sc.matches[i].last == c.last; i++ {
		for _, rd := range r.set.Readings(sc.matches[i].surface) {
			if r.set.Type(rd.Entry) < gazetteers.FirstUserType {
				continue
			}
			n := r.favoured(sc, rd.Entry, c.first, c.last)
			if best.Entry == gazetteers.NoEntry || n && !near || n == near && rd.Weight > best.Weight {
				best, near = rd, n
			}
		}
	}
	return best, near
}

// favour adds to the lanes of a candidate what the words near it say for its
// readings.
func (r *Recognizer) favour(sc *Scratch, c *cand, surface uint32) {
	var seen uint8
	lanes := r.surface(sc, surface).lanes & matchLanes
	several := lanes&(lanes-1) != 0
	for _, rd := range r.set.Readings(surface) {
		lane := gzLane[r.kindOf(rd)]
		if lane >= 0 && seen&(1<<lane) == 0 && r.favoured(sc, rd.Entry, c.first, c.last) {
			seen |= 1 << lane
			switch {
			case !rd.Risky && !several:
				c.acc[lane] += nearSure
			case r.set.Layer(rd.Entry) > 0:
				c.acc[lane] += nearScore + overlaidRisk*scoreUnit/10
			default:
				c.acc[lane] += nearScore
			}
		}
	}
}

// favoured reports whether a word of an entry's prefer_near stands within
// nearReach tokens of the tokens [first, last).
func (r *Recognizer) favoured(sc *Scratch, e gazetteers.EntryID, first, last int32) bool {
	words := r.set.PreferNear(e)
	if len(words) == 0 {
		return false
	}
	for i := max(first-nearReach, 0); i < min(last+nearReach, int32(len(sc.words))); i++ {
		if i >= first && i < last || sc.words[i] == 0 {
			continue
		}
		for _, w := range words {
			if w == sc.words[i] {
				return true
			}
		}
	}
	return false
}
