package relations

import "attache/relations/tagging"

// outside is the statistical tagger that a user asked for, with its tags of
// the sentence under work.
type outside struct {
	tagger tagging.Tagger
	sent   int32 // whose tags these are, from 1; 0 for none
	words  []string
	tags   []string
}

// second asks the tagger about word i, which the rules leave between noun and
// verb with the given score, and returns the score to go on with: 4 for a verb, 0 for a noun.
func (s *sentence) second(i, score int) int {
	o := &s.outside
	if o.tagger == nil || score <= 0 || score >= 4 {
		return score
	}
	if o.sent != s.index+1 || len(o.tags) != len(s.tok) {
		o.sent = s.index + 1
		o.words = o.words[:0]
		for j := range s.tok {
			o.words = append(o.words, s.word(j))
		}
		o.tags = o.tagger.Tag(o.tags[:0], o.words)
	}
	switch tag := o.tags[i]; {
	case len(tag) >= 2 && tag[:2] == "VB":
		return 4
	case len(tag) >= 2 && tag[:2] == "NN":
		return 0
	}
	return score
}
