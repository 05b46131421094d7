package ner_test

import (
	"slices"
	"strings"
	"testing"

	"attache/gazetteers"
	"attache/ner"
	"attache/text"
)

// recognizer is the built-in recognizer, the same for all tests.
func recognizer(tb testing.TB) *ner.Recognizer {
	tb.Helper()
	rec, err := ner.New(gazetteers.Builtin())
	if err != nil {
		tb.Fatal(err)
	}
	return rec
}

// found lists the mentions of a text as "words/TYPE", with "+" and the subtype where asked.
func found(rec *ner.Recognizer, src string) []string {
	var doc text.Document
	doc.Parse(src, text.Options{})
	var sc ner.Scratch
	var out []string
	for _, m := range rec.Recognize(&doc, &sc) {
		t := m.Type.String()
		if m.Metonym {
			t += "+metonym"
		}
		out = append(out, doc.Text(m.Span)+"/"+t)
	}
	return out
}

// A case wants all of the mentions after the text, and none of those that begin with "!". "!X" forbids
// any mention of exactly these words, "!X/TYPE" only of that type.
type recognizeCase struct {
	text string
	want []string
}

var recognizeCases = map[string][]recognizeCase{
	"people": {
		{"Blinken told reporters that the talks would go on.", []string{"Blinken/PERSON", "reporters/GROUP"}},
		{"Foreign Minister Park Min-jae spoke to Lee Hyun-su.", []string{"Park Min-jae/PERSON", "Lee Hyun-su/PERSON"}},
		{"Vietnam's President Pham Van Duc left Seoul.", []string{"Pham Van Duc/PERSON"}},
		{"The envoys met on Monday in the old town, as guests of the palace.\nLapor Times photo by Choi Se-jin", []string{"Choi Se-jin/PERSON"}},
		{"Mr Okonjo said nothing.", []string{"Okonjo/PERSON", "!Mr"}},
		{"She thanked Dr. Amina Farouk-Hassan for her help.", []string{"Amina Farouk-Hassan/PERSON", "!Dr."}},
		{"Lt. Gen. Kim Yong-chol commands the army.", []string{"Kim Yong-chol/PERSON", "Lt. Gen./ROLE"}},
		{"The talks were chaired by Moon Jae-in and Ban Ki-moon.", []string{"Moon Jae-in/PERSON", "Ban Ki-moon/PERSON"}},
		{"Ursula von der Leyen met Charles de Vries and Omar al-Rashid.", []string{"Ursula von der Leyen/PERSON", "Charles de Vries/PERSON", "Omar al-Rashid/PERSON"}},
		{"J. R. Whitcombe and George W. Bush shook hands.", []string{"George W. Bush/PERSON"}},
		{"The plane took off from Charles de Gaulle airport.", []string{"!Charles de Gaulle"}},
		{"The Clinton Foundation gave no reason.", []string{"Clinton Foundation/ORGANIZATION", "!Clinton"}},
		{"\"We will not yield,\" said Marta Oyelaran, 54, a farmer.", []string{"Marta Oyelaran/PERSON"}},
	},
	"offices": {
		{"South Korean Foreign Minister Chung Eui-yong arrived.", []string{"South Korean/NATIONALITY", "Foreign Minister/ROLE", "Chung Eui-yong/PERSON"}},
		{"U.S. Secretary of State Antony Blinken arrived.", []string{"U.S./COUNTRY", "Secretary of State/ROLE", "Antony Blinken/PERSON"}},
		{"Abe, Japan's prime minister, agreed.", []string{"Abe/PERSON", "Japan/COUNTRY", "prime minister/ROLE"}},
		{"The deputy prime minister resigned.", []string{"deputy prime minister/ROLE"}},
		{"The foreign ministers of France and Germany met.", []string{"foreign ministers/ROLE", "France/COUNTRY", "Germany/COUNTRY"}},
		{"Germany will chair the meeting and head the mission.", []string{"Germany/COUNTRY", "!chair", "!head"}},
	},
	"countries": {
		{"N. Korean troops crossed into S. Korea.", []string{"N. Korean/NATIONALITY", "S. Korea/COUNTRY", "troops/GROUP"}},
		{"The US, UK and UAE signed it.", []string{"US/COUNTRY", "UK/COUNTRY", "UAE/COUNTRY"}},
		{"They told us that it was over.", []string{"!us"}},
		{"The Turkey sandwich cost little; Turkey, the country, exports hazelnuts.", []string{"Turkey/COUNTRY"}},
		{"Talks were held in Paris, France, on Monday.", []string{"Paris/LOCATION", "France/COUNTRY", "Monday/DATE"}},
		{"Kurdish and Israeli officials met French diplomats.", []string{"Kurdish/NATIONALITY", "Israeli/NATIONALITY", "French/NATIONALITY", "officials/GROUP", "diplomats/GROUP"}},
	},
	"metonyms": {
		{"Seoul agreed to the plan.", []string{"Seoul/COUNTRY+metonym"}},
		{"The summit was held in Seoul.", []string{"Seoul/LOCATION"}},
		{"Beijing's position has not changed.", []string{"Beijing/COUNTRY+metonym"}},
		{"Talks between Moscow and Kyiv broke down.", []string{"Moscow/COUNTRY+metonym", "Kyiv/COUNTRY+metonym"}},
		{"A train from Moscow to Minsk derailed.", []string{"Moscow/LOCATION", "Minsk/LOCATION"}},
		{"The Kremlin denied the report.", []string{"Kremlin/ORGANIZATION+metonym"}},
		{"The leaders met at the White House.", []string{"White House/LOCATION"}},
		{"Washington and Tokyo have agreed on a date.", []string{"Washington/COUNTRY+metonym", "Tokyo/COUNTRY+metonym"}},
	},
	"organizations": {
		{"Israel Aerospace Industries (IAI) said on Thursday it had signed.", []string{"Israel Aerospace Industries/ORGANIZATION", "IAI/ORGANIZATION", "Thursday/DATE"}},
		{"The Ministry of Foreign Affairs declined to comment.", []string{"Ministry of Foreign Affairs/ORGANIZATION"}},
		{"The U.N. Security Council meets today.", []string{"U.N. Security Council/ORGANIZATION"}},
		{"The talks took place at the United States Naval Academy.", []string{"United States Naval Academy/ORGANIZATION", "!United States"}},
		{"The Bank of Japan raised rates.", []string{"Bank of Japan/ORGANIZATION", "!Japan"}},
		{"Halvorsen Marine Systems Ltd. won the order.", []string{"Halvorsen Marine Systems Ltd./ORGANIZATION"}},
		{"The Renewed Democratic Front of Zalmara split in two.", []string{"Renewed Democratic Front of Zalmara/ORGANIZATION"}},
	},
	"groups": {
		{"Israeli soldiers clashed with Kurdish fighters.", []string{"Israeli/NATIONALITY", "soldiers/GROUP", "Kurdish/NATIONALITY", "fighters/GROUP"}},
		{"Riot police fired tear gas at protesters in Minsk.", []string{"Riot police/GROUP", "protesters/GROUP", "Minsk/LOCATION"}},
		{"Tokyo officials said so.", []string{"officials/GROUP"}},
		{"Seoul advocates additional incentives.", []string{"!advocates"}},
		{"The storm forces ships to stay in port.", []string{"!forces"}},
	},
	"headlines": {
		{"US, China Push South Korea Into Tricky Balancing Act", []string{"US/COUNTRY", "China/COUNTRY", "South Korea/COUNTRY", "!Push", "!Balancing Act"}},
		{"Foreign Minister Visits Hanoi for Talks on Trade Deal", []string{"Foreign Minister/ROLE", "Hanoi/LOCATION", "!Visits", "!Talks"}},
		{"UN SECURITY COUNCIL MEETS ON SYRIA", []string{"UN SECURITY COUNCIL/ORGANIZATION", "SYRIA/COUNTRY", "!MEETS"}},
	},
	"small things": {
		{"Most people will read it in March.", []string{"!Most", "!will", "!people/PERSON"}},
		{"On Friday, April 2, 2021, the two sides met.", []string{"Friday, April 2, 2021/DATE", "!Friday", "!April"}},
		{"Berlin-based firms welcomed the Franco-German plan.", []string{"Berlin/LOCATION"}},
		{"However, the deal fell through. Meanwhile, Nigeria waits.", []string{"!However", "!Meanwhile", "Nigeria/COUNTRY"}},
	},
}

func TestRecognize(t *testing.T) {
	rec := recognizer(t)
	for name, cases := range recognizeCases {
		t.Run(name, func(t *testing.T) {
			for _, c := range cases {
				got := found(rec, c.text)
				for _, w := range c.want {
					no, forbidden := strings.CutPrefix(w, "!")
					has := slices.ContainsFunc(got, func(g string) bool {
						return g == no || forbidden && !strings.Contains(no, "/") && strings.HasPrefix(g, no+"/")
					})
					if has == forbidden {
						t.Errorf("%s\n got %q\nwant %s", c.text, got, w)
					}
				}
			}
		})
	}
}
