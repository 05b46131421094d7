package text

import (
	"strings"
	"testing"
	"time"
)

// Whatever the text, the time must grow with its length only.
func TestParseIsLinear(t *testing.T) {
	for _, unit := range []string{
		"aa.aa.", "a.", "a@", "aaaa-\naa", "Headline Without Stop\n", "x\n", "'a'", "\"", "(", "A/", "NEW ", "aa'", "1.", "1,000,", "a-b@c.d",
		"SEOUL ", "SEOUL (", "SEOUL\n(", "By Ann\n", "\u00ad\n", "http://", "a\u200b", "\u00e2\u20ac", "&#39;", "[1", ". ", ".\"", "Mr. ", "5 Min Read\n", "- x y\n", "A: b\n", "A: b c d\n\n", "_", "don t ", "\u0301", "a\x00", "\xff",
	} {
		src := strings.Repeat(unit, 1+400_000/len(unit))
		var d Document
		start := time.Now()
		d.Parse(src, Options{})
		if e := time.Since(start); e > 2*time.Second {
			t.Errorf("%q repeated to %d bytes took %v", unit, len(src), e)
		}
		check(t, &d)
	}
}
