package ner

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"attache/gazetteers"
	"attache/text"
)

const testGazetteer = `schema: attache/gazetteer/v1
type: COUNTRY
source: hand
entries:
  - {id: country:NOR, name: Norway, adjectives: [Norwegian], demonyms: [Norwegian], capital: city:NO/oslo}
  - {id: country:FIN, name: Finland, adjectives: [Finnish], demonyms: [Finn], capital: city:FI/helsinki}
  - {id: country:CHL, name: Chile, adjectives: [Chilean], demonyms: [Chilean]}
  - {id: city:NO/oslo, type: LOCATION, subtype: city, name: Oslo, country: NOR}
  - {id: city:FI/helsinki, type: LOCATION, subtype: city, name: Helsinki, country: FIN}
  - {id: org:nordic-council, type: ORGANIZATION, subtype: igo, name: Nordic Council}
  - {id: org:arctic-fund, type: ORGANIZATION, name: Arktik, aliases: [AFX]}
  - {id: org:air-force-x, type: ORGANIZATION, name: ARF}
  - {id: nationality:sami, type: NATIONALITY, name: Sami}
  - {id: role:prime-minister, type: ROLE, subtype: head-of-government, name: prime minister, case: fold}
  - {id: role:foreign-minister, type: ROLE, subtype: foreign-minister, name: foreign minister, case: fold}
  - {id: role:president, type: ROLE, subtype: head-of-state, name: president, case: fold}
  - {id: role:minister, type: ROLE, subtype: minister, name: minister, case: fold}
  - {id: role:secretary-general, type: ROLE, subtype: executive, name: secretary-general, case: fold}
  - {id: role:envoy, type: ROLE, subtype: ambassador, name: envoy, case: fold}
  - {id: group:troops, type: GROUP, subtype: military, name: troops, case: fold}
  - {id: group:partners, type: GROUP, subtype: international, name: partners, aliases: [counterpart], case: fold}
  - {id: group:leaders, type: GROUP, subtype: government, name: leaders, case: fold}
  - id: person:astrid-berg
    type: PERSON
    name: Astrid Berg
    country: NOR
    offices: [{role: role:foreign-minister, of: country:NOR, from: 2019-02, to: 2022-06}]
  - id: person:mikko-salo
    type: PERSON
    name: Mikko Salo
    country: FIN
    offices: [{role: role:foreign-minister, of: country:FIN, from: 2018-06-01}]
  - {id: person:pekka-laine, type: PERSON, name: Pekka Laine, country: FIN, offices: [{role: role:president, of: country:FIN, from: 2016-03, to: 2018-03}]}
`

func testSet(t testing.TB) *gazetteers.Set {
	t.Helper()
	k, err := gazetteers.LoadFS(fstest.MapFS{
		"g/a.yaml": {Data: []byte(testGazetteer)},
		"g/s.yaml": {Data: []byte("schema: attache/sources/v1\nsources:\n  - {id: hand, name: By hand, version: \"1\", licence: Apache-2.0, notice: none}\n")},
		"g/w.yaml": {Data: []byte("schema: attache/words/v1\nsource: hand\nclasses:\n  - {class: org-head, words: [Institute, Agency, Commission, Works, University, Council, Party]}\n" +
			"  - {class: org-suffix, words: [Ltd, Inc]}\n  - {class: particle, words: [van, de, al, bin]}\n  - {class: name-suffix, words: [Jr]}\n")},
	}, "g")
	if err != nil {
		t.Fatal(err)
	}
	ix, err := gazetteers.Compile(k, nil)
	if err != nil {
		t.Fatal(err)
	}
	set, err := gazetteers.NewSet(ix)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

var markTypes = map[byte]gazetteers.Type{
	'P': gazetteers.Person, 'R': gazetteers.Role, 'C': gazetteers.Country, 'N': gazetteers.Nationality, 'L': gazetteers.Location,
	'M': gazetteers.Location, 'O': gazetteers.Organization, 'G': gazetteers.Group,
}

// marked parses "[P:Astrid Berg] met …": a text with its mentions, M being a place used for its government.
func marked(t testing.TB, set *gazetteers.Set, s string, o text.Options) (*text.Document, []Mention) {
	t.Helper()
	var src strings.Builder
	type mark struct {
		kind       byte
		start, end int32
	}
	var marks []mark
	for {
		i := strings.IndexByte(s, '[')
		if i < 0 {
			src.WriteString(s)
			break
		}
		src.WriteString(s[:i])
		j := strings.IndexByte(s, ']')
		start := int32(src.Len())
		src.WriteString(s[i+3 : j])
		marks = append(marks, mark{s[i+1], start, int32(src.Len())})
		s = s[j+1:]
	}
	doc := new(text.Document)
	doc.Parse(src.String(), o)
	words := make([]gazetteers.WordID, len(doc.Tokens))
	for i := range doc.Tokens {
		words[i] = set.Word(doc.Tokens[i].Hash)
	}
	var ms []Mention
	for _, k := range marks {
		m := Mention{Span: text.Span{Start: k.start, End: k.end}, Type: markTypes[k.kind], Entry: gazetteers.NoEntry, Of: -1, Holder: -1, Metonym: k.kind == 'M'}
		for i := range doc.Tokens {
			if doc.Tokens[i].Start == k.start {
				m.Toks.First = int32(i)
			}
			if doc.Tokens[i].End == k.end {
				m.Toks.Last = int32(i) + 1
			}
		}
		if m.Toks.Last <= m.Toks.First {
			t.Fatalf("mention %q does not begin and end with tokens", doc.Text(m.Span))
		}
		for doc.Sents[m.Sent].Toks.Last <= m.Toks.First {
			m.Sent++
		}
		for _, g := range set.AppendMatches(nil, doc.Tokens, words, int(m.Toks.First), false) {
			if g.Last != m.Toks.Last {
				continue
			}
			for _, rd := range set.Readings(g.Surface) {
				if rt := set.Type(rd.Entry); rt == m.Type || m.Type == gazetteers.Nationality && rt == gazetteers.Country {
					m.Entry, m.Subtype = rd.Entry, set.Subtype(rd.Entry)
					m.Plural = rd.Kind == gazetteers.PluralSurface
				}
			}
		}
		ms = append(ms, m)
	}
	return doc, ms
}

// resolved writes each mention as text=entity id, plural ones as text=id+id.
func resolved(doc *text.Document, res Resolution) string {
	var out []string
	for i, m := range res.Mentions {
		id := "-"
		if e := res.EntityOf[i]; e >= 0 {
			id = res.Entities[e].ID
		} else if p := res.Plurals[int32(i)]; p != nil {
			var ids []string
			for _, e := range p {
				ids = append(ids, res.Entities[e].ID)
			}
			id = strings.Join(ids, "+")
		}
		out = append(out, doc.Text(m.Span)+"="+id)
	}
	return strings.Join(out, "; ")
}

func TestResolve(t *testing.T) {
	set := testSet(t)
	r := NewResolver(set)
	for _, c := range []struct{ name, src, want string }{
		{"surname after the whole name", "[P:Ines Cordova] left. [P:Cordova] said so.", "Ines Cordova=person:ines-cordova; Cordova=person:ines-cordova"},
		{"surname before the whole name", "[P:Cordova] leaves. It was [P:Ines Cordova] who left.", "Cordova=person:ines-cordova; Ines Cordova=person:ines-cordova"},
		{"two of one surname stay two", "[P:Ines Cordova] met [P:Raul Cordova]. [P:Ines Cordova] left.",
			"Ines Cordova=person:ines-cordova; Raul Cordova=person:raul-cordova; Ines Cordova=person:ines-cordova"},
		{"a title tells a couple apart", "[P:Ines Cordova] and [P:Raul Cordova] came. Mr [P:Cordova] spoke; Mrs [P:Cordova] sang.",
			"Ines Cordova=person:ines-cordova; Raul Cordova=person:raul-cordova; Cordova=person:raul-cordova; Cordova=person:ines-cordova"},
		{"a surname stays with whom it was given", "[P:Omar Haddad] came. [P:Haddad] spoke. His father [P:Karim Haddad] did not. [P:Haddad] wept.",
			"Omar Haddad=person:omar-haddad; Haddad=person:omar-haddad; His=person:omar-haddad; Karim Haddad=person:karim-haddad; Haddad=person:omar-haddad"},
		{"initials and short forms", "[P:Thomas Abel Reed] spoke. [P:T. Reed] left. [P:Tom Reed] slept.",
			"Thomas Abel Reed=person:thomas-abel-reed; T. Reed=person:thomas-abel-reed; Tom Reed=person:thomas-abel-reed"},
		{"initials of two", "[P:Tina Reed] and [P:Paul Reed] met.", "Tina Reed=person:tina-reed; Paul Reed=person:paul-reed"},
		{"transliterations", "[P:Moammar Ghadaffi] and later [P:Qadhafi].", "Moammar Ghadaffi=person:moammar-ghadaffi; Qadhafi=person:moammar-ghadaffi"},
		{"surname first", "[P:Han Seo-jin] met him. [P:Han] smiled.", "Han Seo-jin=person:han-seo-jin; Han=person:han-seo-jin"},
		{"swapped", "[P:Abiko Kenta], or [P:Kenta Abiko].", "Abiko Kenta=person:abiko-kenta; Kenta Abiko=person:abiko-kenta"},
		{"countries", "[C:Norway] and the [N:Norwegian] side; [M:Oslo] agreed in [L:Oslo].",
			"Norway=country:NOR; Norwegian=country:NOR; Oslo=country:NOR; Oslo=city:NO/oslo"},
		{"peoples", "the [N:Sami] parliament", "Sami=nationality:sami"},
		{"acronym in brackets", "The [O:Polar Works Agency] ([O:PWA]) closed. [O:PWA] staff left.",
			"Polar Works Agency=org:polar-works-agency; PWA=org:polar-works-agency; PWA=org:polar-works-agency"},
		{"two acronyms that the gazetteer knows apart", "[O:AFX] ([O:ARF]) spoke.", "AFX=org:arctic-fund; ARF=org:air-force-x"},
		{"initials of a body", "The [O:Institute for Sea Ice] spoke. [O:ISI] agreed.", "Institute for Sea Ice=org:institute-for-sea-ice; ISI=org:institute-for-sea-ice"},
		{"short form of a body", "[O:Fjord Aerospace Works] grew. [O:Fjord Aerospace] hired; [O:Fjord Aerospace Works Ltd] too.",
			"Fjord Aerospace Works=org:fjord-aerospace-works; Fjord Aerospace=org:fjord-aerospace-works; Fjord Aerospace Works Ltd=org:fjord-aerospace-works"},
		{"short for two", "[O:Fjord Aerospace Works] and [O:Fjord Aerospace Agency] merged. [O:Fjord Aerospace] is no more.",
			"Fjord Aerospace Works=org:fjord-aerospace-works; Fjord Aerospace Agency=org:fjord-aerospace-agency; Fjord Aerospace=org:fjord-aerospace"},
		{"role and holder", "[N:Norwegian] [R:Prime Minister] [P:Kari Dahl] spoke. The [R:prime minister] left.",
			"Norwegian=country:NOR; Prime Minister=role:nor/prime-minister; Kari Dahl=person:kari-dahl; prime minister=person:kari-dahl"},
		{"title behind the name", "[P:Kari Dahl], the [N:Norwegian] [R:prime minister], spoke.",
			"Kari Dahl=person:kari-dahl; Norwegian=country:NOR; prime minister=role:nor/prime-minister"},
		{"office by date", "The [N:Norwegian] [R:foreign minister] arrived.", "Norwegian=country:NOR; foreign minister=person:astrid-berg"},
		{"no office for a future holder", "A [N:Norwegian] [R:foreign minister] must know. The next [N:Norwegian] [R:foreign minister] will.",
			"Norwegian=country:NOR; foreign minister=role:nor/foreign-minister; Norwegian=country:NOR; foreign minister=role:nor/foreign-minister"},
		{"no office outside the term", "The [N:Finnish] [R:president] arrived.", "Finnish=country:FIN; president=role:fin/president"},
		{"surname known by the office", "[N:Norwegian] [R:Foreign Minister] [P:Berg] arrived.",
			"Norwegian=country:NOR; Foreign Minister=role:nor/foreign-minister; Berg=person:astrid-berg"},
		{"titles that share a country", "[C:Norway]'s [R:president] and [R:prime minister] slept.",
			"Norway=country:NOR; president=role:nor/president; prime minister=role:nor/prime-minister"},
		{"names that share a country", "[N:Chilean] [R:President] [P:Ana Rojas] and [R:Foreign Minister] [P:Luz Vidal] came.",
			"Chilean=country:CHL; President=role:chl/president; Ana Rojas=person:ana-rojas; Foreign Minister=role:chl/foreign-minister; Luz Vidal=person:luz-vidal"},
		{"heads do not share a country", "[N:Chilean] [R:President] [P:Ana Rojas] and [R:Prime Minister] [P:Luz Vidal] came.",
			"Chilean=country:CHL; President=role:chl/president; Ana Rojas=person:ana-rojas; Prime Minister=role:prime-minister; Luz Vidal=person:luz-vidal"},
		{"a body of a country", "[R:Secretary-General] of [C:Chile]'s [O:Polar Council]", "Secretary-General=role:polar-council/secretary-general; Chile=country:CHL; Polar Council=org:polar-council"},
		{"a surname read as a body", "[P:Ines Cordova] came. [O:Cordova] spoke; [L:Cordova] left.",
			"Ines Cordova=person:ines-cordova; Cordova=person:ines-cordova; Cordova=person:ines-cordova"},
		{"a body is not its founder", "[P:Ines Cordova] founded [O:Cordova Works]. [O:Cordova] grew.",
			"Ines Cordova=person:ines-cordova; Cordova Works=org:cordova-works; Cordova=org:cordova-works"},
		{"a body read once as a person", "[O:Zelt] grew. [O:Zelt] hired. [P:Zelt] fell. [O:Zelt] rose.", "Zelt=org:zelt; Zelt=org:zelt; Zelt=org:zelt; Zelt=org:zelt"},
		{"a town and its club", "[O:Oslo] won in [L:Oslo].", "Oslo=org:oslo; Oslo=city:NO/oslo"},
		{"title before a comma", "The country's [R:president], [P:Ana Rojas], slept. The [R:president] woke.",
			"president=role:president; Ana Rojas=person:ana-rojas; president=person:ana-rojas"},
		{"titles in a list", "[R:presidents] [P:Ana Rojas] of [C:Chile], [P:Kari Dahl] of [C:Norway] met. The [N:Norwegian] [R:president] slept.",
			"presidents=-; Ana Rojas=person:ana-rojas; Chile=country:CHL; Kari Dahl=person:kari-dahl; Norway=country:NOR; Norwegian=country:NOR; president=person:kari-dahl"},
		{"a president of no known country is not another's", "[R:President] [P:Ana Rojas] met [C:Norway]'s [R:president].",
			"President=role:president; Ana Rojas=person:ana-rojas; Norway=country:NOR; president=role:nor/president"},
		{"a title before a name not seen", "The [N:Norwegian] [R:foreign minister] Zzyzx arrived.", "Norwegian=country:NOR; foreign minister=role:nor/foreign-minister"},
		{"a title of nobody", "The [R:president] slept.", "president=role:president"},
		{"bodies have officers", "[O:Nordic Council] [R:Secretary-General] [P:Liv Moe] spoke.",
			"Nordic Council=org:nordic-council; Secretary-General=role:nordic-council/secretary-general; Liv Moe=person:liv-moe"},
		{"counterpart with a name", "[C:Norway]'s [R:prime minister], [P:Kari Dahl], met her [N:Chilean] counterpart, [P:Jorge Rojas].",
			"Norway=country:NOR; prime minister=role:nor/prime-minister; Kari Dahl=person:kari-dahl; her=person:kari-dahl; Chilean=country:CHL; counterpart=role:chl/prime-minister; Jorge Rojas=person:jorge-rojas"},
		{"counterpart known by date", "[P:Astrid Berg] met her [N:Finnish] counterpart.",
			"Astrid Berg=person:astrid-berg; her=person:astrid-berg; Finnish=country:FIN; counterpart=person:mikko-salo"},
		{"counterpart that is listed as a group", "[P:Astrid Berg] met her [N:Finnish] [G:counterpart] [P:Mikko Salo].",
			"Astrid Berg=person:astrid-berg; her=person:astrid-berg; Finnish=country:FIN; counterpart=role:fin/foreign-minister; Mikko Salo=person:mikko-salo"},
		{"the title's counterpart", "The [N:Norwegian] [R:prime minister] called his [N:Chilean] counterpart.",
			"Norwegian=country:NOR; prime minister=role:nor/prime-minister; Chilean=country:CHL; counterpart=role:chl/prime-minister"},
		{"two named last", "[C:Chile] watched as [C:Norway] and [C:Finland], the two countries of the north, signed.",
			"Chile=country:CHL; Norway=country:NOR; Finland=country:FIN; the two countries=country:NOR+country:FIN"},
		{"a name over two lines", "[P:Kari\nDahl] spoke.", "Kari\nDahl=person:kari-dahl"},
		{"the two alone", "[P:Kari Dahl] called [P:Jorge Rojas]. The two last met in June.", "Kari Dahl=person:kari-dahl; Jorge Rojas=person:jorge-rojas; The two=person:kari-dahl+person:jorge-rojas"},
		{"not just any two", "[P:Kari Dahl] called [P:Jorge Rojas]. The two cats met. The two brown dogs agreed.", "Kari Dahl=person:kari-dahl; Jorge Rojas=person:jorge-rojas"},
		{"a pronoun teaches the gender", "[P:Kit Moen] spoke. She left. Then he came.", "Kit Moen=person:kit-moen; She=person:kit-moen"},
		{"pronoun", "[P:Astrid Berg] arrived. She met [P:Mikko Salo].", "Astrid Berg=person:astrid-berg; She=person:astrid-berg; Mikko Salo=person:mikko-salo"},
		{"no pronoun across genders", "Mr [P:Reed] arrived. She left.", "Reed=person:reed"},
		{"no pronoun in a quotation", "[P:Astrid Berg] spoke. \"He is wrong and she is right,\" a man said.", "Astrid Berg=person:astrid-berg"},
		{"object pronoun is not the subject", "[P:Kari Dahl] met her on Monday.", "Kari Dahl=person:kari-dahl; her=person:kari-dahl"},
		{"the two countries", "[C:Norway] and [C:Finland] spoke. The two countries agreed.", "Norway=country:NOR; Finland=country:FIN; The two countries=country:NOR+country:FIN"},
		{"the two sides of two ministers", "[N:Norwegian] and [N:Finnish] envoys met. Both sides agreed.", "Norwegian=country:NOR; Finnish=country:FIN; Both sides=country:NOR+country:FIN"},
		{"the two leaders", "[P:Kari Dahl] called [P:Jorge Rojas]. The two [G:leaders] laughed.", "Kari Dahl=person:kari-dahl; Jorge Rojas=person:jorge-rojas; leaders=person:kari-dahl+person:jorge-rojas"},
		{"not of three", "[C:Norway], [C:Finland] and [C:Chile] spoke. The two countries agreed.", "Norway=country:NOR; Finland=country:FIN; Chile=country:CHL"},
		{"the body", "The [O:Polar Works Agency] closed. On Monday the agency said why. The agency director wept.",
			"Polar Works Agency=org:polar-works-agency; the agency=org:polar-works-agency"},
		{"one of two bodies", "The [O:Polar Works Agency] and the [O:Ice Agency] merged. The agency wept.", "Polar Works Agency=org:polar-works-agency; Ice Agency=org:ice-agency"},
		{"groups", "[N:Norwegian] [G:troops] left. The [G:troops] were tired.", "Norwegian=country:NOR; troops=group:NOR/military; troops=group:NOR/military"},
		{"groups of two sides", "[N:Norwegian] [G:troops] and [N:Finnish] [G:troops] left. The [G:troops] were tired.",
			"Norwegian=country:NOR; troops=group:NOR/military; Finnish=country:FIN; troops=group:FIN/military; troops=group:military"},
		{"places", "the [L:Varn Strip] and [L:Varn]; the [L:Varn River]", "Varn Strip=place:varn-strip; Varn=place:varn-strip; Varn River=place:varn-river"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, ms := marked(t, set, c.src, text.Options{Plain: true, Published: text.Date{Year: 2021, Month: 4, Day: 2}})
			var sc ResolveScratch
			res := r.Resolve(doc, ms, &sc)
			if got := resolved(doc, res); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.src, got, c.want)
			}
			checkResolution(t, doc, res)
			again := r.Resolve(doc, ms, &sc)
			if got := resolved(doc, again); got != c.want && !t.Failed() {
				t.Errorf("a second use of the scratch gives %s", got)
			}
		})
	}
}

// checkResolution checks what must hold of every result.
func checkResolution(t testing.TB, doc *text.Document, res Resolution) {
	t.Helper()
	if len(res.EntityOf) != len(res.Mentions) {
		t.Fatalf("%d mentions, %d entities of them", len(res.Mentions), len(res.EntityOf))
	}
	ids := make(map[string]bool)
	seen := 0
	for k, e := range res.Entities {
		if e.ID == "" || ids[e.ID] {
			t.Fatalf("id %q is empty or given twice", e.ID)
		}
		ids[e.ID] = true
		seen += len(e.Mentions)
		for _, i := range e.Mentions {
			if res.EntityOf[i] != int32(k) {
				t.Fatalf("mention %d of %s belongs to entity %d", i, e.ID, res.EntityOf[i])
			}
		}
		for _, o := range e.Offices {
			if o.Role == "" || int(o.Mention) >= len(res.Mentions) {
				t.Fatalf("bad office %+v of %s", o, e.ID)
			}
		}
	}
	end := int32(0)
	for i, m := range res.Mentions {
		if m.Start < end || int(m.End) > len(doc.Source) {
			t.Fatalf("mention %d at %v overlaps or is out of order", i, m.Span)
		}
		end = m.End
		if int(m.Of) >= len(res.Mentions) || int(m.Holder) >= len(res.Mentions) {
			t.Fatalf("mention %d points beyond the mentions", i)
		}
		if res.EntityOf[i] >= 0 {
			seen--
		}
	}
	if seen != 0 {
		t.Fatalf("the entities list %d mentions too many", seen)
	}
}

func TestBylinesNameNobodyInTheText(t *testing.T) {
	set := testSet(t)
	doc, ms := marked(t, set, "Envoys meet in Oslo\n\nBy [P:Ines Cordova]\n\nThe envoys met on Monday. [P:Cordova] of the delegation spoke, and she smiled.\n", text.Options{})
	if doc.Sections[doc.Sents[ms[0].Sent].Section].Kind != text.Byline {
		t.Fatal("the byline was not read as one")
	}
	var sc ResolveScratch
	if got := resolved(doc, NewResolver(set).Resolve(doc, ms, &sc)); !strings.HasPrefix(got, "Ines Cordova=person:ines-cordova; Cordova=person:cordova") {
		t.Error(got)
	}
}

func TestDatelineGivesTheCountry(t *testing.T) {
	set := testSet(t)
	for _, c := range []struct{ src, want string }{
		{"[L:HELSINKI] (Reuters) - [R:Foreign Minister] [P:Elias Vik] flew to [C:Chile] on Tuesday.\n", "role:fin/foreign-minister"},
		{"[R:Foreign Minister] [P:Elias Vik] flew to [C:Chile] on Tuesday.\n", "role:foreign-minister"},
		{"[L:HELSINKI] (Reuters) - [N:Chilean] [R:Foreign Minister] [P:Luz Vidal] came on Tuesday.\n", "role:chl/foreign-minister"},
		{"[L:HELSINKI] (Reuters) - [R:King] [P:Otto] came on Tuesday.\n", "role:king"},
	} {
		doc, ms := marked(t, set, c.src, text.Options{Published: text.Date{Year: 2021, Month: 4, Day: 2}})
		var sc ResolveScratch
		if got := resolved(doc, NewResolver(set).Resolve(doc, ms, &sc)); !strings.Contains(got, "="+c.want+";") {
			t.Errorf("%s\n got %s\nwant %s", c.src, got, c.want)
		}
	}
}

func TestCounterpartsInAList(t *testing.T) {
	set := testSet(t)
	doc, ms := marked(t, set, "[P:Astrid Berg] met her counterparts [P:Elias Vik] of [C:Finland] and [P:Jorge Rojas] of [C:Chile].",
		text.Options{Plain: true, Published: text.Date{Year: 2021, Month: 4, Day: 2}})
	var sc ResolveScratch
	res := NewResolver(set).Resolve(doc, ms, &sc)
	for _, e := range res.Entities {
		switch e.ID {
		case "person:elias-vik", "person:jorge-rojas":
			want := map[string]string{"FIN": "role:fin/foreign-minister", "CHL": "role:chl/foreign-minister"}[e.Country]
			if len(e.Offices) != 1 || e.Offices[0].Role != want {
				t.Errorf("%s of %q has the offices %v", e.ID, e.Country, e.Offices)
			}
		}
	}
}

func TestResolveOffices(t *testing.T) {
	set := testSet(t)
	doc, ms := marked(t, set, "[N:Norwegian] [R:Foreign Minister] [P:Astrid Berg] met [R:President] [P:Ana Rojas] of [C:Chile]. [P:Berg] smiled.",
		text.Options{Plain: true, Published: text.Date{Year: 2021, Month: 4, Day: 2}})
	var sc ResolveScratch
	res := NewResolver(set).Resolve(doc, ms, &sc)
	var got []string
	for _, e := range res.Entities {
		if e.Type == gazetteers.Person {
			got = append(got, fmt.Sprint(e.Name, e.Aliases, e.Country, e.Offices))
		}
	}
	want := "Astrid Berg[Berg]NOR[{role:nor/foreign-minister Foreign Minister country:NOR 2019-02 2022-06 1}] Ana Rojas[]CHL[{role:chl/president President country:CHL   3}]"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

// TestResolveStaysLinear resolves one endless sentence of names and anaphors.
func TestResolveStaysLinear(t *testing.T) {
	set := testSet(t)
	doc := new(text.Document)
	doc.Parse(strings.Repeat("Rojas the two countries his counterpart the two sides her the agency and he ", 20000), text.Options{Plain: true})
	var ms []Mention
	for i := range doc.Tokens {
		tok := &doc.Tokens[i]
		if tok.Shape != text.Title {
			continue
		}
		m := Mention{Span: tok.Span, Toks: text.Range{First: int32(i), Last: int32(i) + 1}, Type: gazetteers.Person, Entry: gazetteers.NoEntry, Of: -1, Holder: -1}
		for doc.Sents[m.Sent].Toks.Last <= m.Toks.First {
			m.Sent++
		}
		ms = append(ms, m)
	}
	var sc ResolveScratch
	start := time.Now()
	checkResolution(t, doc, NewResolver(set).Resolve(doc, ms, &sc))
	if d := time.Since(start); d > 20*time.Second { // a fraction of a second when it is linear
		t.Errorf("took %v", d)
	}
}

func FuzzResolve(f *testing.F) {
	f.Add("[P:Kari Dahl], the [N:Norwegian] [R:prime minister], met her [N:Finnish] counterpart. The two leaders agreed. He left.", uint64(0))
	f.Add("[O:A B] ([O:AB]) [O:A] [O:B] [P:A.] [P:A. B.] [P:de] [L:Strip] [C:X] [G:troops] of [C:Chile] both sides", uint64(77))
	set := testSet(f)
	r := NewResolver(set)
	var sc ResolveScratch
	types := []gazetteers.Type{gazetteers.Person, gazetteers.Role, gazetteers.Country, gazetteers.Nationality, gazetteers.Location,
		gazetteers.Organization, gazetteers.Group, gazetteers.Event, gazetteers.DateType}
	f.Fuzz(func(t *testing.T, s string, seed uint64) {
		// Any text, with mentions laid over it at random.
		var doc text.Document
		doc.Parse(s, text.Options{Published: text.Date{Year: 2021, Month: 4, Day: 2}})
		var ms []Mention
		next := func(n uint64) uint64 { seed = seed*6364136223846793005 + 1442695040888963407; return seed >> 33 % n }
		for si := range doc.Sents {
			toks := doc.Sents[si].Toks
			for i := toks.First; i < toks.Last; i++ {
				if next(3) == 0 {
					continue
				}
				j := min(i+1+int32(next(3)), toks.Last)
				r := text.Range{First: i, Last: j}
				m := Mention{Toks: r, Span: doc.TokSpan(r), Sent: int32(si), Type: types[next(uint64(len(types)))], Entry: gazetteers.NoEntry, Of: -1, Holder: -1}
				if next(2) == 0 {
					m.Entry = gazetteers.EntryID(next(uint64(set.NumEntries())))
					m.Metonym = next(4) == 0
				}
				if next(4) == 0 {
					m.Of, m.Holder = int32(next(8))-2, int32(next(8))-2
				}
				ms = append(ms, m)
				i = j - 1
			}
		}
		checkResolution(t, &doc, r.Resolve(&doc, ms, &sc))
	})
}

func BenchmarkResolve(b *testing.B) {
	set := testSet(b)
	doc, ms := marked(b, set, strings.Repeat("[N:Norwegian] [R:Prime Minister] [P:Kari Dahl] met the [N:Finnish] [R:foreign minister], [P:Mikko Salo], in [L:Oslo] on Monday to speak of "+
		"trade, fish and the weather. She told reporters that [M:Helsinki] had agreed to a treaty that the [O:Polar Works Agency] ([O:PWA]) drafted last year. "+
		"The two countries hope that [O:PWA] will open an office soon, [P:Salo] said. [N:Norwegian] [G:troops] will guard it.\n\n", 10), text.Options{})
	r := NewResolver(set)
	var sc ResolveScratch
	b.SetBytes(int64(len(doc.Source)))
	b.ReportAllocs()
	for b.Loop() {
		r.Resolve(doc, ms, &sc)
	}
}
