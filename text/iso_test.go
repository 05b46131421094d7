package text

import "testing"

func TestParseDate(t *testing.T) {
	for in, want := range map[string]Date{
		"2021-04-02": {2021, 4, 2}, "2021-04": {2021, 4, 0}, "2021": {2021, 0, 0}, "20210402": {2021, 4, 2},
		"2021-04-02T17:01:00Z": {2021, 4, 2}, "2021-04-02 17:01": {2021, 4, 2},
		"": {}, "04/02/2021": {}, "2021-13-01": {}, "2021-04-32": {}, "2021-4-2": {}, "yesterday": {}, "0000": {},
	} {
		if got, ok := ParseDate(in); got != want && ok || ok != !want.IsZero() {
			t.Errorf("ParseDate(%q) = %v, %v; want %v", in, got, ok, want)
		}
	}
}
