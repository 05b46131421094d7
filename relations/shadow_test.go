package relations

import (
	"reflect"
	"testing"
)

// TestScratchHidesNoFieldOfItsSentence is named for what broke: a field of
// Scratch had the name of one of the sentence inside it, and the methods of Scratch read
// the tokens of another sentence.
func TestScratchHidesNoFieldOfItsSentence(t *testing.T) {
	outer, inner := reflect.TypeFor[Scratch](), reflect.TypeFor[sentence]()
	for i := range outer.NumField() {
		if f := outer.Field(i); !f.Anonymous {
			if _, hidden := inner.FieldByName(f.Name); hidden {
				t.Errorf("Scratch.%s hides the field of sentence", f.Name)
			}
		}
	}
}
