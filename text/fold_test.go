package text

import "testing"

func TestHashIgnoresCaseDotsMarksAndDiacritics(t *testing.T) {
	for _, group := range [][]string{
		{"US", "U.S.", "us", "U.S"},
		{"Erdoğan", "ERDOĞAN", "Erdogan", "erdogan", "Erdog\u0306an"},
		{"O'Brien", "O’Brien", "OBrien", "O\u00adBrien", "o\u200bbrien", "Oâ€™Brien"},
		{"Wałęsa", "Walesa"},
		{"Straße", "STRASSE", "strasse"},
		{"Æthelred", "aethelred"},
		{"Søren", "Soren"},
		{"İstanbul", "istanbul", "ISTANBUL"},
		{"Nguyễn", "Nguyen", "NGUYỄN"},
		{"10,000", "10000"},
		{"Москва", "МОСКВА"},
	} {
		for _, w := range group[1:] {
			if Hash(w) != Hash(group[0]) {
				t.Errorf("Hash(%q) != Hash(%q): %q, %q", w, group[0], Fold(nil, w), Fold(nil, group[0]))
			}
		}
	}
	if Hash("3.5") == Hash("35") {
		t.Error("a dot between digits must count")
	}
}
