package text

import (
	"slices"
	"strings"
	"testing"
)

func parse(src string) *Document {
	d := new(Document)
	d.Parse(src, Options{Plain: true})
	return d
}

// words returns the tokens of src, each as its text.
func words(d *Document) []string {
	var w []string
	for _, t := range d.Tokens {
		w = append(w, d.Text(t.Span))
	}
	return w
}

func TestTokens(t *testing.T) {
	for _, test := range []struct{ src, want string }{
		// Abbreviations and acronyms keep their dots.
		{"the U.S. envoy", "the|U.S.|envoy"},
		{"Gen. Roe met Lt.Gen. Poe", "Gen.|Roe|met|Lt.|Gen.|Poe"},
		{"at 5 p.m. GMT", "at|5|p.m.|GMT"},
		{"J. K. Larsen, J.K. Larsen", "J.|K.|Larsen|,|J.K.|Larsen"},
		{"a Ph.D. in law", "a|Ph.D.|in|law"},
		{"No. 5, but no.", "No.|5|,|but|no|."},
		{"a U.S-led force", "a|U.S|-|led|force"},
		// Hyphens and slashes part words.
		{"Tarvia-based and/or", "Tarvia|-|based|and|/|or"},
		{"the F-16 and the G20, MH17", "the|F|-|16|and|the|G20|,|MH17"},
		{"Asia\u2013Pacific", "Asia|\u2013|Pacific"},
		// Apostrophes.
		{"O'Dell, d'Arc, Ha'il", "O'Dell|,|d'Arc|,|Ha'il"},
		{"Tarvia's plan", "Tarvia|'s|plan"},
		{"Tarvia\u2019s plan", "Tarvia|\u2019s|plan"},
		{"the envoys' plan", "the|envoys|'|plan"},
		{"the U.S.'s plan", "the|U.S.|'s|plan"},
		{"he 'met envoys' there", "he|'|met|envoys|'|there"},
		{"didn't can't we'll I'm they've he'd", "did|n't|ca|n't|we|'ll|I|'m|they|'ve|he|'d"},
		{"Sa'd said", "Sa'd|said"},
		{"the 1990's and the 1990s", "the|1990's|and|the|1990s"},
		// Numbers.
		{"10,000 or 3.5 at 17:01", "10,000|or|3.5|at|17:01"},
		{"$5 and 12%", "$|5|and|12|%"},
		{"the 21st, 2nd", "the|21st|,|2nd"},
		{"March 3,2021", "March|3|,|2021"},
		{"on 2021-04-02", "on|2021|-|04|-|02"},
		{"a 2+2 talk", "a|2|+|2|talk"},
		// Links.
		{"see https://a.example/b?c=d, or a.b-c@d.example.", "see|https://a.example/b?c=d|,|or|a.b-c@d.example|."},
		{"by @some_one on #Tarvia #1", "by|@some_one|on|#Tarvia|#|1"},
		{"at news.example.com now", "at|news.example.com|now"},
		// Lost spaces.
		{"the weekend.The envoy", "the|weekend|.|The|envoy"},
		{"on Friday.\u201cWe", "on|Friday|.|\u201c|We"},
		// Punctuation that belongs together.
		{"well... so -- yes", "well|...|so|--|yes"},
		{"what?! no", "what|?!|no"},
		{"``no'' he said", "``|no|''|he|said"},
		// Soft hyphens, hyphens at line ends, zero-width characters.
		{"min\u00adister of\u200b state", "min\u00adister|of|state"},
		{"the minis-\nter left", "the|minis-\nter|left"},
		{"a Tarvia-\nbased group", "a|Tarvia|-|based|group"},
		{"a well-\nknown man", "a|well|-|known|man"},
		{"Tarvia\u00a0said", "Tarvia|said"},
		// Damaged apostrophes.
		{"Tarvia\u00e2\u20ac\u2122s", "Tarvia|\u00e2\u20ac\u2122s"},
		{"Tarvia&#39;s &amp; mine", "Tarvia|&#39;s|&amp;|mine"},
		{"Tarvia?s plan, really?", "Tarvia|?s|plan|,|really|?"},
		{"Jos\u00c3\u00a9 Roe", "Jos\u00c3\u00a9|Roe"},
	} {
		if got := strings.Join(words(parse(test.src)), "|"); got != test.want {
			t.Errorf("%q:\n got %s\nwant %s", test.src, got, test.want)
		}
	}
}

// find returns the token with the given text.
func find(t *testing.T, d *Document, s string) *Token {
	t.Helper()
	for i := range d.Tokens {
		if d.Text(d.Tokens[i].Span) == s {
			return &d.Tokens[i]
		}
	}
	t.Fatalf("%q: no token %q in %q", d.Source, s, words(d))
	return nil
}

func TestKindShapeMark(t *testing.T) {
	for _, test := range []struct {
		src, tok string
		kind     Kind
		shape    Shape
		mark     byte
	}{
		{"talks", "talks", Word, Lower, 0},
		{"Talks", "Talks", Word, Title, 0},
		{"A plan", "A", Word, Title, 0},
		{"NATO", "NATO", Word, Upper, 0},
		{"the U.N. plan", "U.N.", Word, Upper, 0},
		{"McRoe", "McRoe", Word, Mixed, 0},
		{"iPhone", "iPhone", Word, Mixed, 0},
		{"\u00c9lan", "\u00c9lan", Word, Title, 0},
		{"\u0141\u00d3D\u0179", "\u0141\u00d3D\u0179", Word, Upper, 0},
		{"in 21st", "21st", Number, NoCase, 0},
		{"the G20", "G20", Word, Title, 0},
		{"Tarvia's", "'s", Possessive, Lower, 0},
		{"won't", "n't", Clitic, Lower, 0},
		{"a@b.example", "a@b.example", Link, NoCase, 0},
		{"costs $5", "$", Symbol, NoCase, '$'},
		{"costs \u20ac5", "\u20ac", Symbol, NoCase, '$'},
		{"5%", "%", Symbol, NoCase, '%'},
		{"A & B", "&", Symbol, NoCase, '&'},
		{"\u201cyes\u201d", "\u201c", Punct, NoCase, '"'},
		{"\u00abyes\u00bb", "\u00ab", Punct, NoCase, '"'},
		{"a\u2013b", "\u2013", Punct, NoCase, '-'},
		{"a \u2013 b", "\u2013", Punct, NoCase, '~'},
		{"a \u2014 b", "\u2014", Punct, NoCase, '~'},
		{"a--b", "--", Punct, NoCase, '~'},
		{"a - b", "-", Punct, NoCase, '~'},
		{"a _ b", "_", Punct, NoCase, '~'},
		{"- item one", "-", Punct, NoCase, '*'},
		{"\u2022 item one", "\u2022", Punct, NoCase, '*'},
		{"so\u2026", "\u2026", Punct, NoCase, 'e'},
		{"so...", "...", Punct, NoCase, 'e'},
		{"\U0001F600 yes", "\U0001F600", Symbol, NoCase, 0},
		{"a \u00e2\u20ac\u201c b", "\u00e2\u20ac\u201c", Punct, NoCase, '~'},
		{"\u00e2\u20ac\u0153yes", "\u00e2\u20ac\u0153", Punct, NoCase, '"'},
	} {
		k := find(t, parse(test.src), test.tok)
		if k.Kind != test.kind || k.Shape != test.shape || k.Mark != test.mark {
			t.Errorf("%q: %q has kind %d shape %d mark %q, want %d %d %q", test.src, test.tok, k.Kind, k.Shape, k.Mark, test.kind, test.shape, test.mark)
		}
	}
}

func TestTokenHashIsThatOfTheWord(t *testing.T) {
	for _, test := range []struct{ src, tok, word string }{
		{"the U.N. plan", "U.N.", "un"},
		{"Erdo\u011fan", "Erdo\u011fan", "erdogan"},
		{"O\u2019Dell", "O\u2019Dell", "odell"},
		{"the minis-\nter left", "minis-\nter", "minister"},
		{"min\u00adister", "min\u00adister", "minister"},
		{"Jos\u00c3\u00a9 Roe", "Jos\u00c3\u00a9", "jose"},
		{"10,000 men", "10,000", "10000"},
		{"the G20", "G20", "g20"},
		{"cannot, can't", "ca", "can"},
		{"won't", "wo", "will"},
		{"he won't", "n't", "nt"},
		{"Tarvia's", "'s", "s"},
		{"Lapor.com says", "Lapor.com", "laporcom"},
	} {
		if k := find(t, parse(test.src), test.tok); k.Hash != Hash(test.word) {
			t.Errorf("%q: hash of %q is not that of %q", test.src, test.tok, test.word)
		}
	}
	d := parse("\"x\" \u201cx\u201d - a-b \u2010")
	if d.Tokens[0].Hash != d.Tokens[3].Hash {
		t.Error("double quotation marks must have one hash")
	}
}

func TestLostApostrophes(t *testing.T) {
	for _, test := range []struct {
		src, tok string
		kind     Kind
		lost     bool
	}{
		{"South Tarvia s envoy", "s", Possessive, true},
		{"Lapor s diplomacy", "s", Possessive, true},
		{"the U.S. s envoy", "s", Possessive, true},
		{"the 1990 s were", "s", Word, false},
		{"with s. Roe", "s", Word, false},
		{"Harry S Roe", "S", Word, false},
		{"we don t know", "n t", Clitic, true},
		{"we can t know", "n t", Clitic, true},
		{"a t shirt", "t", Word, false},
		{"I m sure", "m", Clitic, true},
		{"they ll go", "ll", Clitic, true},
		{"Tarvia\u00e2\u20ac\u2122s plan", "\u00e2\u20ac\u2122s", Possessive, true},
		{"Tarvia\ufffds plan", "\ufffds", Possessive, true},
		{"Tarvia?s plan", "?s", Possessive, true},
		{"we don?t know", "n?t", Clitic, true},
		{"Tarvia\u0092s plan", "\u0092s", Possessive, true},
		{"Tarvia's plan", "'s", Possessive, false},
		{"don't", "n't", Clitic, false},
	} {
		k := find(t, parse(test.src), test.tok)
		if k.Kind != test.kind || k.Has(LostMark) != test.lost {
			t.Errorf("%q: %q has kind %d, lost %v; want %d, %v", test.src, test.tok, k.Kind, k.Has(LostMark), test.kind, test.lost)
		}
	}
	lost, whole := parse("we don t know"), parse("we don't know")
	for i := range whole.Tokens {
		if lost.Tokens[i].Hash != whole.Tokens[i].Hash {
			t.Errorf("token %d differs with and without the apostrophe", i)
		}
	}
}

func TestFlags(t *testing.T) {
	d := parse("The envoy said: \u201cWe met.\u201d He left.\nThen\n\nhome")
	for _, test := range []struct {
		tok string
		has Flags
		not Flags
	}{
		{"The", LineStart | SentStart | ParaStart, SpaceBefore},
		{"envoy", SpaceBefore, LineStart | SentStart},
		{"We", Quoted, SpaceBefore},
		{"met", Quoted | SpaceBefore, 0},
		{"He", SentStart | SpaceBefore, Quoted | LineStart},
		{"Then", LineStart | SentStart | ParaStart, 0},
		{"home", LineStart | SentStart | ParaStart, 0},
	} {
		k := find(t, d, test.tok)
		if !k.Has(test.has) || k.Flags&test.not != 0 {
			t.Errorf("%q has flags %b", test.tok, k.Flags)
		}
	}
	if !find(t, parse("\u00c9lan"), "\u00c9lan").Has(NonASCII) || !find(t, parse("G20"), "G20").Has(HasDigit) || !find(t, parse("Gen. Roe"), "Gen.").Has(Dotted) {
		t.Error("NonASCII, HasDigit or Dotted is missing")
	}
}

func TestQuotationsThatParagraphsReopen(t *testing.T) {
	d := parse("\u201cWe met.\n\n\u201cWe left,\u201d he said.\n\nThey stayed.")
	for tok, want := range map[string]bool{"met": true, "left": true, "said": false, "stayed": false} {
		if got := find(t, d, tok).Has(Quoted); got != want {
			t.Errorf("%q quoted: %v", tok, got)
		}
	}
	d = parse("He said \"we met and never closed the mark.\n\nThey stayed.")
	if find(t, d, "stayed").Has(Quoted) {
		t.Error("a quotation must end with its paragraph")
	}
}

func TestWarnings(t *testing.T) {
	d := parse("Tarvia \xff\xfe met.")
	if d.Source != "Tarvia \ufffd\ufffd met." || len(d.Warnings) != 1 || d.Warnings[0].Code != "invalid-utf8" || !strings.Contains(d.Warnings[0].Text, "2 bytes") {
		t.Errorf("%q %+v", d.Source, d.Warnings)
	}
	d = parse("Tar\x00via \x01")
	if len(d.Warnings) != 1 || d.Warnings[0].Code != "control-characters" || d.Tokens[1].Kind != Symbol {
		t.Errorf("%+v", d.Warnings)
	}
	d.Parse("fine.", Options{})
	if len(d.Warnings) != 0 {
		t.Error("warnings stayed from the document before")
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"U.S.": "us", "Stra\u00dfe": "strasse", "\u0141\u00f3d\u017a": "lodz", "O\u2019Dell": "odell", "3.5": "3.5", "Nguy\u1ec5n V\u0103n": "nguyen van", "\u0130zmir": "izmir", "\u00c6r\u00f8": "aero", "10,000": "10000",
	} {
		if got := string(Fold(nil, in)); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
	if got := Fold([]byte("x"), "Y"); !slices.Equal(got, []byte("xy")) {
		t.Errorf("Fold must append, got %q", got)
	}
}
