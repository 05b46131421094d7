package attache

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

func TestAppendStringIsReadBack(t *testing.T) {
	filler := strings.Repeat("añ𝄞z", 8)
	for c := rune(0); c < 0x110; c++ {
		for n := range 20 { // the byte at every place of a word of eight, and in short strings
			s := strings.Repeat("x", n) + string(c) + strings.Repeat("y", 19-n)
			for _, s := range []string{s, s[:n], strings.Repeat("x", n) + string(c), filler + s} {
				b := appendString([]byte("["), "1,", s)
				if !strings.HasPrefix(string(b), "[1,\"") {
					t.Fatalf("%q was written as %s", s, b)
				}
				var got string
				if err := json.Unmarshal(b[3:], &got); err != nil || got != s {
					t.Fatalf("%q was written as %s: %q, %v", s, b, got, err)
				}
			}
		}
	}
}

func TestAppendCount(t *testing.T) {
	for _, n := range []int{0, 1, 9, 10, 42, 99, 100, 101, 909, 999, 1000, 1001, 4321, 9999, 10000, 10001, 99999, 100000, 123456789, 1<<31 - 1, 1<<63 - 1} {
		if got := string(appendCount([]byte("n"), n)); got != "n"+strconv.Itoa(n) {
			t.Errorf("%d was written as %s", n, got)
		}
	}
}

func TestOffsetsCountRunesAndUnits(t *testing.T) {
	src := strings.Repeat("plain text, ", 9) + strings.Repeat("é€𝄞-", 30) + "end"
	var runes, units offsetTable
	runes.reset(src, Runes)
	units.reset(src, UTF16)
	n, u := 0, 0
	for i, c := range src {
		if runes.at(int32(i)) != n || units.at(int32(i)) != u {
			t.Fatalf("at byte %d: %d runes and %d units, want %d and %d", i, runes.at(int32(i)), units.at(int32(i)), n, u)
		}
		n++
		u += utf16.RuneLen(c)
	}
}
