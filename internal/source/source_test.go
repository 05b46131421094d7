package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
)

// write makes files in a new folder, changes into it and returns it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	return dir
}

// read returns "id=text" for each input and "!error" for each error.
func read(o Options, paths ...string) []string {
	var out []string
	for it := range Read(paths, o) {
		if it.Err != nil {
			out = append(out, "!"+it.Err.Error())
		} else {
			out = append(out, it.ID+"="+it.Text)
		}
	}
	return out
}

func expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	for i := range want {
		// An error need only contain what is wanted.
		if got[i] != want[i] && !(strings.HasPrefix(want[i], "!") && strings.HasPrefix(got[i], "!") && strings.Contains(got[i], want[i][1:])) {
			t.Errorf("item %d: got %q, want %q", i, got[i], want[i])
		}
	}
}

func zip(t *testing.T, s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, s)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zst(t *testing.T, s string) string {
	var b bytes.Buffer
	w, err := zstd.NewWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, s)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPaths(t *testing.T) {
	write(t, map[string]string{"b.txt": "B", "a.txt": "A", "sub/c.txt": "C", ".hidden": "H", ".git/x": "X", "sub/d.jsonl": `{"id":"1","text":"one"}` + "\n" + `{"text":"two"}`})
	expect(t, read(Options{}, "."), "a.txt=A", "b.txt=B", "sub/c.txt=C", "1=one", "sub/d.jsonl:2=two")
	expect(t, read(Options{}, "./b.txt", "a.txt"), "b.txt=B", "a.txt=A")
	expect(t, read(Options{}, "*.txt"), "a.txt=A", "b.txt=B")
	expect(t, read(Options{}, "none.txt", "a.txt"), "!none.txt: no such file", "a.txt=A")
	expect(t, read(Options{}, "*.none"), "!*.none: no file matches")
	expect(t, read(Options{Stdin: strings.NewReader("hello")}, "-"), "-=hello")
	expect(t, read(Options{Stdin: strings.NewReader(`{"text":"x"}`)}, "-"), "-:1=x")
	expect(t, read(Options{}, "-"), "!no standard input")
}

func TestStopsWhenTheCallerDoes(t *testing.T) {
	write(t, map[string]string{"a.txt": "A", "b.txt": "B", "c.jsonl": "{\"text\":\"1\"}\n{\"text\":\"2\"}"})
	for _, stop := range []int{1, 2, 3} {
		n := 0
		for range Read([]string{".", "none"}, Options{}) {
			if n++; n == stop {
				break
			}
		}
		if n != stop {
			t.Errorf("read %d inputs, want %d", n, stop)
		}
	}
}

func TestUnreadableFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root reads everything")
	}
	dir := write(t, map[string]string{"a/x.txt": "X", "b.txt": "B"})
	os.Chmod(filepath.Join(dir, "a"), 0)
	defer os.Chmod(filepath.Join(dir, "a"), 0o755)
	expect(t, read(Options{}, "."), "!a: permission denied", "b.txt=B")
}

func TestCompressed(t *testing.T) {
	jsonl := `{"text":"one"}` + "\n" + `{"text":"two"}` + "\n"
	whole := zip(t, strings.Repeat(jsonl, 1000))
	write(t, map[string]string{
		"a.txt.gz": zip(t, "packed"), "b.zst": zst(t, "packed"), "c.jsonl.gz": zip(t, jsonl), "d.txt": zip(t, "no name for it"),
		"cut.txt.gz": zip(t, strings.Repeat("long text ", 9000))[:60], "cut.jsonl.gz": whole[:len(whole)-20], "bad.gz": zip(t, "packed")[:12] + "xxxxxxxxxxxxxxx",
		"cut.zst": zst(t, strings.Repeat("long text ", 9000))[:20], "x.xz": "\xfd7zXZ\x00rest",
	})
	expect(t, read(Options{}, "a.txt.gz", "b.zst", "c.jsonl.gz", "d.txt"), "a.txt.gz=packed", "b.zst=packed", "c.jsonl.gz:1=one", "c.jsonl.gz:2=two", "d.txt=no name for it")
	expect(t, read(Options{}, "cut.txt.gz", "a.txt.gz"), "!cut.txt.gz: truncated gzip", "a.txt.gz=packed")
	expect(t, read(Options{}, "bad.gz"), "!bad.gz: damaged gzip")
	expect(t, read(Options{}, "cut.zst"), "!cut.zst: truncated zstd")
	expect(t, read(Options{}, "x.xz"), "!xz is not supported")
	got := read(Options{}, "cut.jsonl.gz")
	if n := len(got); n < 2 || got[0] != "cut.jsonl.gz:1=one" || !strings.Contains(got[n-1], "truncated gzip") {
		t.Errorf("the lines before the cut must be read: %d items, last %q", n, got[n-1])
	}
	for it := range Read([]string{"cut.txt.gz"}, Options{}) {
		if !errors.Is(it.Err, io.ErrUnexpectedEOF) {
			t.Errorf("%v is not io.ErrUnexpectedEOF", it.Err)
		}
	}
}

func TestTooLong(t *testing.T) {
	bomb := zip(t, strings.Repeat("a", 1<<20))
	write(t, map[string]string{"bomb.gz": bomb, "l.jsonl": `{"text":"one"}` + "\n" + `{"text":"` + strings.Repeat("x", 100_000) + `"}` + "\n" + `{"text":"three"}`, "ok.txt": strings.Repeat("x", 1000)})
	o := Options{MaxBytes: 1000}
	expect(t, read(o, "bomb.gz"), "!bomb.gz: too long: the limit is 1000 bytes")
	expect(t, read(o, "l.jsonl"), "l.jsonl:1=one", "!l.jsonl:2: line: too long", "l.jsonl:3=three")
	if got := read(o, "ok.txt"); len(got) != 1 || got[0][0] == '!' {
		t.Errorf("%q", got)
	}
	for it := range Read([]string{"bomb.gz"}, o) {
		if !errors.Is(it.Err, ErrTooLong) {
			t.Error(it.Err)
		}
	}
}

// endless is a line of so many bytes.
type endless struct{ left int64 }

func (e *endless) Read(p []byte) (int, error) {
	if e.left <= 0 {
		return 0, io.EOF
	}
	n := min(int64(len(p)), e.left)
	for i := range p[:n] {
		p[i] = 'x'
	}
	e.left -= n
	return int(n), nil
}

func TestLongLineTakesNoMemory(t *testing.T) {
	in := io.MultiReader(strings.NewReader(`{"text":"one"}`+"\n"+`{"text":"`), &endless{64 << 20}, strings.NewReader("\"}\n{\"text\":\"three\"}"))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got := read(Options{Stdin: in, MaxBytes: 1 << 20}, "-")
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > 16<<20 {
		t.Errorf("allocated %d MiB for a line of 64 MiB that is not kept", n>>20)
	}
	expect(t, got, "-:1=one", "!-:2: line: too long: the limit is 1 MiB", "-:3=three")
}

func TestBadLines(t *testing.T) {
	write(t, map[string]string{"x.jsonl": strings.Join([]string{
		`{"id":"a","text":"good"}`,
		`no json`,
		`{"id":"b"}`,
		`{"text":7}`,
		`{"text":null}`,
		`{"text":"cut`,
		"{\"text\":\"n\x00l\"}",
		`["text"]`,
		`{"text":"a"} extra`,
		``,
		`{"text":"a",}`,
		`{"text":"\x"}`,
		`{"text":` + strings.Repeat("[", 5000),
		`{"id":"z","text":"last"}`,
	}, "\n")})
	expect(t, read(Options{}, "x.jsonl"),
		"a=good",
		"!x.jsonl:2: column 1: found 'n', a json object was expected",
		`!x.jsonl:3: no field "text"`,
		`!x.jsonl:4: field "text" is a number, a string was expected`,
		`!x.jsonl:5: no field "text"`,
		"!x.jsonl:6: column 13: the line ends inside a string",
		"!x.jsonl:7: column 11: control character 0x00 in a string",
		"!x.jsonl:8: column 1: found '[', a json object was expected",
		"!x.jsonl:9: column 14: found 'e' behind the object",
		"!x.jsonl:11: column 13: found '}', a member's name was expected",
		"!x.jsonl:12: column 11: found 'x' is no escape",
		"!x.jsonl:13: column 1009: nested deeper than 1000 levels",
		"z=last")
}

func TestFields(t *testing.T) {
	line := `{"id":5,"title":"T\u00e9","date":"2020-03-02","source":"S","text":"a\n\"b\"","meta":{"lang":"en","body":"deep"},"n":[1,{"text":"no"}]}`
	write(t, map[string]string{"x.jsonl": line})
	one := func(o Options) Input {
		for it := range Read([]string{"x.jsonl"}, o) {
			if it.Err != nil {
				t.Fatal(it.Err)
			}
			return it.Input
		}
		t.Fatal("nothing read")
		return Input{}
	}
	got := one(Options{KeepExtra: true})
	want := Input{ID: "5", Text: "a\n\"b\"", Title: "T\u00e9", Published: "2020-03-02", Source: "S", Path: "x.jsonl", Line: 1, Extra: []byte(`{"meta":{"lang":"en","body":"deep"},"n":[1,{"text":"no"}]}`)}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nextra %s", got, got.Extra)
	}
	got = one(Options{KeepExtra: true, TextField: "meta.body", TitleField: "none"})
	if got.Text != "deep" || got.Title != "" || string(got.Extra) != `{"title":"T\u00e9","text":"a\n\"b\"","meta":{"lang":"en"},"n":[1,{"text":"no"}]}` {
		t.Errorf("got %+v\nextra %s", got, got.Extra)
	}
	if got := one(Options{}); got.Extra != nil {
		t.Errorf("extra without being asked: %s", got.Extra)
	}
	expect(t, read(Options{TextField: "meta"}, "x.jsonl"), `!field "meta" is an object, a string was expected`)
	write(t, map[string]string{"y.jsonl": `{"a.b":"flat","published":"2020-01-01","date":"2019"}`})
	for it := range Read([]string{"y.jsonl"}, Options{TextField: "a.b"}) {
		if it.Text != "flat" || it.Published != "2020-01-01" {
			t.Errorf("%+v", it)
		}
	}
}

func TestEncodings(t *testing.T) {
	text := "“Łódź”, said Erdoğan — naïve"
	latin, _ := charmap.Windows1252.NewEncoder().String("the caf\u00e9\u2019s owner said \u201cno\u201d to all of the guests who came on Monday")
	hangul := strings.Repeat("외교부 장관은 월요일에 회담을 열었다. ", 20)
	euc, err := korean.EUCKR.NewEncoder().String(hangul)
	if err != nil {
		t.Fatal(err)
	}
	russian := strings.Repeat("Министр иностранных дел провёл переговоры в понедельник. ", 20)
	cyr, err := charmap.Windows1251.NewEncoder().String(russian)
	if err != nil {
		t.Fatal(err)
	}
	u16 := func(e unicode.Endianness, bom unicode.BOMPolicy, s string) string {
		out, err := unicode.UTF16(e, bom).NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	long := "Ministers met on Monday. " + text
	for _, test := range []struct{ name, data, want, enc string }{
		{"utf-8", text, text, "utf-8"},
		{"utf-8 with mark", "\ufeff" + text, text, "utf-8"},
		{"utf-8, broken", text + "\xff", text + "\xff", "utf-8"},
		{"utf-16le with mark", u16(unicode.LittleEndian, unicode.UseBOM, text), text, "utf-16le"},
		{"utf-16be with mark", u16(unicode.BigEndian, unicode.UseBOM, text), text, "utf-16be"},
		{"utf-16le", u16(unicode.LittleEndian, unicode.IgnoreBOM, long), long, "utf-16le"},
		{"utf-16be", u16(unicode.BigEndian, unicode.IgnoreBOM, long), long, "utf-16be"},
		{"windows-1252", latin, "the caf\u00e9\u2019s owner said \u201cno\u201d to all of the guests who came on Monday", "windows-1252"},
		{"euc-kr", euc, hangul, "euc-kr"},
		{"windows-1251", cyr, russian, "windows-1251"},
	} {
		write(t, map[string]string{"x.txt": test.data})
		for it := range Read([]string{"x.txt"}, Options{}) {
			if it.Err != nil || it.Text != test.want || it.Encoding != test.enc {
				t.Errorf("%s: %v %q (%s)", test.name, it.Err, it.Text, it.Encoding)
			}
		}
	}
	write(t, map[string]string{"x.jsonl": u16(unicode.LittleEndian, unicode.UseBOM, `{"text":"Łódź"}`+"\n"+`{"text":"two"}`)})
	expect(t, read(Options{}, "x.jsonl"), "x.jsonl:1=Łódź", "x.jsonl:2=two")
}

func TestBinary(t *testing.T) {
	png := "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde"
	noise := make([]byte, 4096)
	for i := range noise {
		noise[i] = byte(i * i >> 3)
	}
	write(t, map[string]string{"a.png": png, "b.pdf": "%PDF-1.7\nstuff", "c.bin": string(noise), "d.txt": "BMW said \x00 little.", "e.txt": "OTTO met them."})
	expect(t, read(Options{}, "a.png", "b.pdf", "c.bin", "d.txt", "e.txt"),
		"!a.png: binary data (image/png), text was expected", "!b.pdf: binary data (application/pdf)", "!c.bin: binary data", "d.txt=BMW said \x00 little.", "e.txt=OTTO met them.")
	for it := range Read([]string{"a.png"}, Options{}) {
		var e *Error
		if !errors.Is(it.Err, ErrBinary) || !errors.As(it.Err, &e) || e.Path != "a.png" {
			t.Error(it.Err)
		}
	}
	expect(t, read(Options{}, "none"), "!none")
	for it := range Read([]string{"none"}, Options{}) {
		if !errors.Is(it.Err, fs.ErrNotExist) {
			t.Error(it.Err)
		}
	}
}

func TestJSONOverLinesIsRefused(t *testing.T) {
	write(t, map[string]string{"a.json": "{\n  \"text\": \"x\"\n}\n", "b.json": `[{"text":"x"}]`, "c.txt": "[1] a note"})
	expect(t, read(Options{}, "a.json", "b.json", "c.txt"), "!a.json: json that is a list or laid out", "!b.json: json that is a list", "c.txt=[1] a note")
}

func TestKinds(t *testing.T) {
	for _, test := range []struct {
		name, data string
		want       Kind
	}{
		{"x", "Ministers met.", Text},
		{"x.txt", `{"text":"x"}`, Text},
		{"x", `{"text":"x"}`, JSONL},
		{"x.jsonl.gz", "bad", JSONL},
		{"x", "{ and so on }", Text},
		{"x", `{ "text": "x"`, JSONL},
		{"x", "{\n", Text},
		{"x", "{ and so on", Text},
		{"x", "<!DOCTYPE html><p>x", HTML},
		{"x", "\n <html>", HTML},
		{"x", "<!-- x --><html>", HTML},
		{"x.htm", "x", HTML},
		{"x.md", "x", Markdown},
		{"x", "# Title\n\n## Part\n", Markdown},
		{"x", "# 1 in the charts", Text},
		{"-", "", Text},
	} {
		if got := detectKind(test.name, []byte(test.data)); got != test.want {
			t.Errorf("%s %q: %q, want %q", test.name, test.data, got, test.want)
		}
	}
	write(t, map[string]string{"x": `{"text":"x"}`})
	expect(t, read(Options{Kind: Text}, "x"), `x={"text":"x"}`)
}

func TestHTML(t *testing.T) {
	para := "<p>The foreign ministers of the two countries met on Monday, and agreed, after long talks, to reopen the crossing between them, which has been closed for two years.</p>\n"
	page := `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Ministers reopen crossing - The News</title>
<meta property="og:title" content="Ministers reopen crossing"><meta property="og:site_name" content="The News"><meta name="author" content="Clara Jensen">
<meta property="article:published_time" content="2020-03-02T10:00:00Z"><script>var x = "<p>";</script></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Ministers reopen crossing</h1>` +
		strings.Repeat(para, 6) + `<ul><li>One <b>thing</b></li><li>Two</li></ul></article><footer>All rights reserved</footer></body></html>`
	write(t, map[string]string{"a.html": page, "b.html": "<p>Short page,<br>two lines.</p>", "deep.html": strings.Repeat("<div>", 100_000) + "x", "latin.html": "<html><head><meta charset=iso-8859-2></head><body><p>\xa3\xf3d\xbc</p></body></html>"})
	for it := range Read([]string{"a.html"}, Options{}) {
		if it.Err != nil || it.Title != "Ministers reopen crossing" || it.Published != "2020-03-02" || it.Source != "The News" {
			t.Errorf("%+v", it)
		}
		if !strings.HasPrefix(it.Text, "Ministers reopen crossing\n\nBy Clara Jensen\n\nThe foreign ministers") || strings.Count(it.Text, "\n\n") < 7 || strings.Contains(it.Text, "Home") || strings.Contains(it.Text, "<") {
			t.Errorf("%q", it.Text)
		}
	}
	expect(t, read(Options{}, "b.html", "latin.html"), "b.html=Short page,\ntwo lines.", "latin.html=Łódź")
	for it := range Read([]string{"deep.html"}, Options{}) {
		if it.Err == nil && it.Text != "x" {
			t.Errorf("%.100q", it.Text)
		}
	}
}

func TestMarkdown(t *testing.T) {
	src := "---\ntitle: \"Talks\"\ndate: 2020-03-02\n---\n# Talks in **Lapor**\n\nThe *minister* met [his counterpart](https://a.example/x) in `Lapor`.\n\n> A quote by snake_case_name.\n\n- one\n- two\n\n```\ncode * x\n```\n![The two](p.png)\n***\n2 * 3 is 6 \\* 1\n"
	write(t, map[string]string{"x.md": src})
	for it := range Read([]string{"x.md"}, Options{}) {
		want := "Talks in Lapor\n\n\nThe minister met his counterpart in Lapor.\n\nA quote by snake_case_name.\n\n- one\n- two\n\n\ncode * x\n\nThe two\n\n2 * 3 is 6 * 1\n"
		if it.Text != want || it.Title != "Talks" || it.Published != "2020-03-02" {
			t.Errorf("%q %q %q", it.Text, it.Title, it.Published)
		}
	}
}

func ExampleRead() {
	in := strings.NewReader(`{"id":"a","text":"Ministers met."}
not json
{"id":"b","text":"They left."}`)
	for it := range Read([]string{"-"}, Options{Stdin: in}) {
		if it.Err != nil {
			fmt.Println("error:", it.Err)
			continue
		}
		fmt.Println(it.ID, it.Text)
	}
	// Output:
	// a Ministers met.
	// error: -:2: column 1: found 'n', a json object was expected
	// b They left.
}
