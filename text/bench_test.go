package text

import (
	"strings"
	"testing"
)

// benchText is ordinary news of our own writing, about 100 kB.
var benchText = strings.Repeat(`Ministers agree to reopen border crossing after two years
By Clara Jensen
RIGA, March 3 (Reuters) - The foreign ministers of the two neighbours agreed on Wednesday to reopen the main crossing on their shared border, ending a dispute that had cut trade by almost a third since 2019.
"We have found a way that both sides can live with," Foreign Minister Peter Lund told reporters after five hours of talks in the old customs house, which lies 40 km (25 miles) from the capital.
His counterpart, Maria Ozola, said the U.S.-backed plan would be sent to parliament by the end of the month. She didn't say whether the government's partners would vote for it, but officials expect the lawmakers' approval before April 15.
The crossing was closed after a customs officer was shot dead in a raid on smugglers. Each side blamed the other, and Prime Minister J. K. Berzins recalled the country's ambassador for consultations.
Under the deal, trucks with perishable goods will be let through first, at a fee of $120, and a joint commission led by Gen. Anders Holm, a former NATO commander, is to report every six months to the U.N. Secretary-General.
Business groups welcomed the news. Exports of timber, fish and dairy products had fallen by 31.5 percent, or about 1,200 jobs, according to the chamber of commerce. "It's high time," its chairman said.
(Reporting by Clara Jensen; Editing by Tom Hale)
`, 50)

func BenchmarkTokenize(b *testing.B) {
	var d Document
	d.Source = benchText
	b.SetBytes(int64(len(benchText)))
	b.ReportAllocs()
	for b.Loop() {
		d.tokenize()
	}
}

func BenchmarkParse(b *testing.B) {
	var d Document
	b.SetBytes(int64(len(benchText)))
	b.ReportAllocs()
	for b.Loop() {
		d.Parse(benchText, Options{})
	}
}

func BenchmarkParseArticle(b *testing.B) {
	src := benchText[:len(benchText)/50]
	var d Document
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		d.Parse(src, Options{})
	}
}

func BenchmarkParseFresh(b *testing.B) {
	src := benchText[:len(benchText)/50]
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		var d Document
		d.Parse(src, Options{})
	}
}

// A sentence by itself, as corpora of sentences have them.
func BenchmarkParseSentence(b *testing.B) {
	src := `The ministers of the two countries, Peter Lund and Maria Ozola, met in Riga on Wednesday to discuss the reopening of the border crossing.`
	var d Document
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		d.Parse(src, Options{})
	}
}
