// Package tagging puts statistical part-of-speech taggers behind one small
// interface. The rules of package relations tag nearly every word by
// themselves; a tagger is asked only for sentences in which a word stays
// between verb and noun, and only when the user asks for one.
package tagging

import (
	"fmt"
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"
)

// Tagger tags the words of a sentence with the tags of the Penn Treebank
// ("NN", "VBD"). It is safe for concurrent use.
type Tagger interface {
	// Tag appends one tag for each word to dst, "" where it has none, and
	// returns the extended slice. Words must not hold white space.
	Tag(dst []string, words []string) []string
}

// Open returns a tagger by name: "prose", or nil for "".
func Open(name string) (Tagger, error) {
	switch name {
	case "":
		return nil, nil
	case "prose":
		return new(proseTagger), nil
	}
	return nil, fmt.Errorf("unknown tagger %q, expected prose", name)
}

// proseTagger is the averaged perceptron of jdkato/prose. Its model is loaded
// on first need and then shared, since loading costs more than tagging thousands of
// sentences.
type proseTagger struct {
	once  sync.Once
	model *prose.Model
}

func (t *proseTagger) load() {
	// Tagging any text without extraction loads the model of the tagger alone.
	doc, err := prose.NewDocument("Load.", prose.WithExtraction(false), prose.WithSegmentation(false))
	if err == nil {
		t.model = doc.Model
	}
}

// Tag implements Tagger. prose tokenizes by itself and tells no offsets, so
// the words go in joined by spaces, and its tokens are aligned with them again;
// where that fails the rest of the words get no tag.
func (t *proseTagger) Tag(dst []string, words []string) []string {
	t.once.Do(t.load)
	from := len(dst)
	if t.model != nil {
		doc, err := prose.NewDocument(strings.Join(words, " "), prose.UsingModel(t.model), prose.WithExtraction(false), prose.WithSegmentation(false))
		if err == nil {
			dst = align(dst, words, doc.Tokens())
		}
	}
	for len(dst)-from < len(words) {
		dst = append(dst, "")
	}
	return dst
}

// align appends to dst the tag of the first token that each word was cut into.
func align(dst []string, words []string, toks []prose.Token) []string {
	k := 0
	for _, w := range words {
		if k >= len(toks) || !strings.HasPrefix(w, toks[k].Text) {
			return dst
		}
		dst = append(dst, toks[k].Tag)
		for rest := w; rest != ""; k++ {
			if k >= len(toks) || !strings.HasPrefix(rest, toks[k].Text) || toks[k].Text == "" {
				return dst
			}
			rest = rest[len(toks[k].Text):]
		}
	}
	return dst
}
