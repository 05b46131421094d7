package ner

import (
	"attache/gazetteers"
	"attache/text"
)

// Trace keeps every candidate that Recognize weighed and the evidence for it, to
// explain a result or to fit the weights. Set Scratch.Trace before the call.
type Trace struct {
	Candidates []TracedCandidate
	Features   []uint16 // see FeatureName
}

// TracedCandidate is a candidate reading of a run of tokens.
type TracedCandidate struct {
	Toks   text.Range // tokens of the document
	Static text.Range // of Trace.Features: evidence of the first reading
	Repeat text.Range // and what the first reading adds for the second
	// Added is what the gazetteers add to the score of each lane.
	Added [nLanes]float32
	// Scores are the final scores of the lanes, as logarithms of odds against no name.
	Scores [nLanes]float32
	// UserScore is the score of a name of the user's own types, which have no lane.
	UserScore float32
	Lanes     uint8 // set of the lanes it can be
	Chosen    bool  // part of the result
}

// NumFeatures is the number of features, NumLanes that of the types they speak for.
const (
	NumFeatures = nFeatures
	NumLanes    = nLanes
)

// FeatureName returns the name of a feature in the weights file, "" when there is none.
func FeatureName(f uint16) string {
	if int(f) >= nFeatures {
		return ""
	}
	return featureName(feature(f))
}

// LaneType returns the type that a lane stands for.
func LaneType(lane int) gazetteers.Type { return laneTypes[lane] }

// LaneKey returns the key of a lane in the weights file.
func LaneKey(lane int) string { return laneKeys[lane] }

// FormatWeights writes a weights file that WithWeights reads; weights nearer to 0 than least are left out.
func FormatWeights(w *[NumFeatures][NumLanes]float32, least float32) []byte {
	return formatWeights((*weights)(w), least)
}

// ParseWeights reads a weights file.
func ParseWeights(yaml []byte) (*[NumFeatures][NumLanes]float32, error) {
	w, err := parseWeights(yaml)
	return (*[NumFeatures][NumLanes]float32)(w), err
}

func (t *Trace) add(feats []feature) text.Range {
	at := int32(len(t.Features))
	for _, f := range feats {
		t.Features = append(t.Features, uint16(f))
	}
	return text.Range{First: at, Last: int32(len(t.Features))}
}

func floats(acc *[nLanes]int32) (f [nLanes]float32) {
	for i, v := range acc {
		f[i] = float32(v) / scoreUnit
	}
	return f
}
