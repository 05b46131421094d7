package yamlpos

import (
	"errors"
	"strings"
	"testing"
)

type inner struct {
	At   Pos `yaml:"-"`
	Role Str `yaml:"role"`
}

type outer struct {
	Name  Str     `yaml:"name"`
	Items []Str   `yaml:"items"`
	N     Num     `yaml:"n"`
	When  Date    `yaml:"when"`
	On    Bool    `yaml:"on"`
	Roles []inner `yaml:"roles"`
}

func decode(src string) (outer, Errors) {
	var v outer
	root, errs := Parse("t.yaml", []byte(src))
	if len(errs) == 0 {
		Decode("t.yaml", root, &v, 0, &errs)
	}
	return v, errs
}

func TestDecode(t *testing.T) {
	v, errs := decode("name: Ann\nitems: [a, b]\nn: -1.5\nwhen: 1990-05-03\non: true\nroles:\n  - role: chief\n")
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	if v.Name != (Str{S: "Ann", Pos: Pos{1, 7}}) || len(v.Items) != 2 || v.Items[1].Pos != (Pos{2, 12}) || v.N.V != -1.5 ||
		v.When.S != "1990-05-03" || !v.On.V || len(v.Roles) != 1 || v.Roles[0].At != (Pos{7, 5}) {
		t.Errorf("%+v", v)
	}
}

func TestErrors(t *testing.T) {
	for src, want := range map[string]string{
		"nam: x":              `t.yaml:1:1: unknown key "nam", did you mean "name"?`,
		"name: [x]":           "t.yaml:1:7: name is a list, expected text",
		"name: 12":            `t.yaml:1:7: name is a number, expected text: write "12" with quotes`,
		"name:":               "t.yaml:1:6: name is empty, expected text",
		"items: x":            "t.yaml:1:8: items is text, expected a list",
		"n: nan":              "t.yaml:1:4: n is text, expected a number",
		"n: 1e99":             "t.yaml:1:4: n is 1e99, expected a number of common size",
		"roles: [x]":          "t.yaml:1:9: item of roles is text, expected a mapping with role",
		"name: a\nname: b":    `t.yaml:2:1: key "name" stands here twice, expected once`,
		"name: a\n\titems: b": "t.yaml:2:1: tab in the indent, expected spaces",
		"name: &a b":          "t.yaml:1:7: anchor &a, expected a plain value: anchors and aliases are not read",
		"name: !x b":          "t.yaml:1:7: tag !x, expected a plain value",
		"name: a\n---\nb: c":  "t.yaml:2:1: second document, expected one document per file",
		"name: 'a":            "t.yaml:1:1: not YAML: found unexpected end of stream",
		"{[a]: b}":            "t.yaml:1:2: key is a list, expected name, items, n, when, on, roles",
		"":                    "t.yaml:1:1: empty file, expected name, items, n, when, on, roles",
	} {
		_, errs := decode(src)
		if errs.Error() != want {
			t.Errorf("%q: %s, want %s", src, errs, want)
		}
	}
	_, errs := decode("nam: x\nn: y\n")
	var one *Error
	if len(errs) != 2 || !errors.As(error(errs), &one) || one.Line != 1 {
		t.Errorf("not all errors: %v", errs)
	}
}

func TestTooManyErrors(t *testing.T) {
	var errs Errors
	for range 2 * MaxErrors {
		errs.Add("t", Pos{}, "x")
	}
	if len(errs) != MaxErrors+1 || !strings.Contains(errs[MaxErrors].Msg, "too many errors") {
		t.Errorf("%d errors", len(errs))
	}
}

func TestSuggest(t *testing.T) {
	options := []string{"name", "aliases", "country", "blocked_by"}
	for word, want := range map[string]string{"nmae": "name", "alias": "aliases", "contry": "country", "blockedby": "blocked_by", "colour": "", "x": ""} {
		if got := Suggest(word, options); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}
