package source

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		`{"id":"a","text":"x\n\u00e9\ud83d\ude00\ud800"}`, `{"text":"a","text":"b","n":-1.5e+3,"l":[1,[true,false,null]],"o":{"a":{}}}`, `{}`, ` { "text" : "" } `,
		`{"a":{"text":"x","b":1},"t":0}`, `{"text":01}`, `{"text":"a"}{`, `[1]`, `{"a":[1,]}`, `{"te\u0078t":"esc"}`, "{\"a\":\"\x01\"}", `{"a":1e}`, `{"a":-}`,
	} {
		f.Add(s)
	}
	p := parser{keep: true, paths: [fieldCount][]string{fieldText: {"text"}, fieldID: {"a.text"}, fieldTitle: {"t"}, fieldDate: {"d", "e"}, fieldSource: {"s.s.s"}}}
	f.Fuzz(func(t *testing.T, line string) {
		if !utf8.ValidString(line) || strings.Count(line, "[")+strings.Count(line, "{") > 500 {
			return
		}
		err := p.parse([]byte(line))
		valid := json.Valid([]byte(line)) && strings.HasPrefix(strings.TrimLeft(line, " \t\r\n"), "{")
		if valid != (err == nil) {
			t.Fatalf("%q: error %v, json.Valid %v", line, err, valid)
		}
		if err != nil {
			return
		}
		var m map[string]any
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			return // a number out of range
		}
		got, is := p.values[fieldText], false
		want := ""
		if v, ok := m["text"]; ok {
			want, is = v.(string)
		}
		if is != (got.kind == stringValue) || is && got.text() != want {
			t.Fatalf("%q: text %q, want %q", line, got.text(), want)
		}
		var extra map[string]any
		if err := json.Unmarshal([]byte("{"+string(p.extra)+"}"), &extra); err != nil {
			t.Fatalf("%q: extra %q: %v", line, p.extra, err)
		}
		for k := range extra {
			if k == "text" || k == "t" {
				t.Fatalf("%q: mapped field %q in extra %q", line, k, p.extra)
			}
		}
	})
}

func FuzzMarkdown(f *testing.F) {
	f.Add("# T\n[a](b) *c* _d_ `e` ![f](g) <http://h> \\* > i\n```\nj\n```\n")
	f.Fuzz(func(t *testing.T, src string) {
		var in Input
		readMarkdown(&in, src)
	})
}

func FuzzHTML(f *testing.F) {
	f.Add("<html><body><article><p>a<br>b<ul><li>c</ul></article>")
	f.Fuzz(func(t *testing.T, src string) {
		var in Input
		_ = readHTML(&in, src)
	})
}
