package evaluation

import (
	"strings"
	"testing"
)

func TestScoreCountsExactOverlapAndConfusions(t *testing.T) {
	s := New()
	s.Add(Document{Text: "Álvaro Ruiz met Siemens in Bonn on Monday", Entities: []Span{{0, 11, "PERSON"}, {16, 23, "ORGANIZATION"}, {27, 31, "LOCATION"}},
		Relations: []Pair{{Type: "meet", Source: Span{Start: 0, End: 11}, Target: Span{Start: 16, End: 23}}}},
		Document{Entities: []Span{{7, 11, "PERSON"}, {16, 23, "PERSON"}, {27, 31, "LOCATION"}, {35, 41, "DATE"}},
			Relations: []Pair{{Type: "meet", Source: Span{Start: 7, End: 11}, Target: Span{Start: 16, End: 23}}, {Type: "visit", Source: Span{Start: 7, End: 11}, Target: Span{Start: 27, End: 31}}}})
	s.Finish()
	if c := *s.Exact["LOCATION"]; c != (Count{1, 1, 1}) {
		t.Errorf("LOCATION exact: %+v", c)
	}
	if c := *s.Exact["PERSON"]; c != (Count{0, 2, 1}) {
		t.Errorf("PERSON exact: %+v", c)
	}
	if c := *s.Overlap["PERSON"]; c != (Count{1, 2, 1}) {
		t.Errorf("PERSON overlapping: %+v", c)
	}
	if s.Exact["DATE"] != nil {
		t.Error("DATE counts although the gold does not use it")
	}
	if c := *s.Relations["meet"]; c != (Count{1, 1, 1}) {
		t.Errorf("meet: %+v", c)
	}
	if s.Relations["visit"] != nil {
		t.Error("visit counts although the gold does not use it")
	}
	c := s.Confusions[[2]string{"ORGANIZATION", "PERSON"}]
	if c == nil || c.N != 1 || c.Examples[0] != "Álvaro Ruiz met [Siemens] in Bonn on Monday" {
		t.Errorf("confusion: %+v", c)
	}
	var b strings.Builder
	if err := s.Write(&b, 5); err != nil || !strings.Contains(b.String(), "PERSON with other borders") {
		t.Errorf("%v\n%s", err, b.String())
	}
}

func TestBrokenSpansOfTheGoldDoNotPanic(t *testing.T) {
	s := New()
	s.Add(Document{Text: "short", Entities: []Span{{-3, 99, "PERSON"}, {4, 2, "PERSON"}}}, Document{})
	s.Finish()
	if n := s.Exact["PERSON"].Gold; n != 2 {
		t.Errorf("gold %d, want 2", n)
	}
}
