// Package text turns raw news text into sections, sentences and tokens.
//
// Everything is a half-open byte span over the untouched source: no stage of
// attache copies or rewrites text, and no later stage searches for a string
// that an earlier one already had a span for. Normal forms exist only as
// hashes ([Token.Hash]) and never shift spans.
package text

// Span is a half-open byte range [Start, End) of a document's source.
type Span struct {
	Start, End int32
}

// Len returns the length of the span in bytes.
func (s Span) Len() int { return int(s.End - s.Start) }

// Contains reports whether o lies within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether the spans share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Of returns the bytes of src that the span covers, without copying.
func (s Span) Of(src string) string { return src[s.Start:s.End] }

// Range is a half-open range [First, Last) of indexes into a slice: of
// tokens in a sentence, of sentences in a section, of sections in an article.
type Range struct {
	First, Last int32
}

// Len returns the number of indexes in the range.
func (r Range) Len() int { return int(r.Last - r.First) }

// Kind says what a token is.
type Kind uint8

// Kinds of tokens.
const (
	Word       Kind = iota // letters, perhaps with inner apostrophes or dots ("O'Brien", "U.S.", "Gen.")
	Number                 // digits with their separators ("10,000", "3.5", "17:01"); "21st", "1990s", "5pm" too
	Punct                  // one punctuation mark, or a run that acts as one ("--", "...")
	Possessive             // "'s", "’s", "'" after a plural, and an "s" whose apostrophe was lost
	Clitic                 // "n't", "'ll", "'re", "'ve", "'d", "'m"; "don't" and "don t" are "do" + "n't"
	Link                   // URL, e-mail address, @handle, #hashtag
	Symbol                 // anything else: currency signs, emoji, control characters
)

// Shape is the letter case of a word.
type Shape uint8

// Shapes of words. A word without letters is NoCase.
const (
	NoCase Shape = iota
	Lower        // "talks"
	Title        // "Talks", one capital only at the start; a lone capital "A" too
	Upper        // "NATO", "U.S.": two or more letters, all capitals
	Mixed        // "McCain", "iPhone", "YouTube", "DeSantis"
)

// Flags holds what the tokenizer saw around a token.
type Flags uint16

// Token flags.
const (
	SpaceBefore Flags = 1 << iota // white space stands before it
	LineStart                     // first token of its line
	SentStart                     // first token of its sentence
	Dotted                        // has dots inside or at its end as an abbreviation ("U.S.", "Gen.")
	Quoted                        // inside double quotation marks
	LostMark                      // apostrophe lost or damaged in the source
	NonASCII                      // has bytes above 0x7F
	HasDigit                      // a word with digits inside ("F-16" is F, -, 16; "G20" is one word)
	ParaStart                     // first token of a paragraph or section
)

// Token is one token. Hyphens are tokens of their own ("Berlin-based" is
// three), so are slashes and brackets; gazetteer surfaces are tokenized by the
// same code, so both always agree. A word that a hyphen parts at the end of a line
// is one token over the line break.
type Token struct {
	Span
	// Hash is the 64-bit hash of the normal form: lower case, diacritics and
	// dots and apostrophes removed ("U.S." and "US" and "us" are equal, as are
	// "Erdoğan" and "Erdogan"). It is never 0. See [Hash]. Marks have the hash of
	// their Mark; every Possessive has that of "s", every "n't" that of "nt"; the
	// "ca" of "can't" and the "wo" of "won't" have those of "can" and "will".
	Hash  uint64
	Kind  Kind
	Shape Shape
	Flags Flags
	// Mark is the canonical ASCII character of a Punct or Symbol token: '"' for
	// any double quote, '\'' for any single quote, '-' for a hyphen between
	// letters, '~' for a dash ("—", "–", "--", a lone "_"), '.' ',' ';' ':' '('
	// ')' '[' ']' '/' '?' '!' '%' '&', '$' for any currency sign, '*' for a bullet, 'e'
	// for an ellipsis, other ASCII symbols for themselves; 0 for other tokens.
	Mark byte
}

// Has reports whether all the given flags are set.
func (t *Token) Has(f Flags) bool { return t.Flags&f == f }

// Sentence is a sentence, a headline, a list item, a speaker's label ("QUESTION:"), or
// another piece of text that is read on its own. Its section says which.
type Sentence struct {
	Span
	Toks    Range // of Document.Tokens
	Section int32 // index into Document.Sections
	Flags   SentFlags
}

// SentFlags holds what is special about a sentence.
type SentFlags uint8

// Sentence flags.
const (
	Headline   SentFlags = 1 << iota // telegraphic style
	TitleCase                        // most words are capitalised, so capitals say little
	AllCaps                          // no lower-case letters, so capitals say nothing
	Broken                           // breaks off without an end
	Repeated                         // the same line stood in this article before
	SpeechOnly                       // inside one quotation from start to end
)

// SectionKind is the role of a section in its article.
type SectionKind uint8

// Kinds of sections.
const (
	Body SectionKind = iota
	HeadlineSection
	Byline
	Dateline // "SEOUL (Reuters) -": the dateline alone; the sentence goes on in Body
	Timestamp
	Caption
	Credit // photographers, "Courtesy of …", "REUTERS/…"
	Boilerplate
)

// String returns the kind's name in the output: "body", "headline", "byline",
// "dateline", "timestamp", "caption", "credit" or "boilerplate".
func (k SectionKind) String() string {
	return [...]string{"body", "headline", "byline", "dateline", "timestamp", "caption", "credit", "boilerplate"}[k]
}

// Section is a run of text with one role. Sections span from their first token to
// their last; every token is in one.
type Section struct {
	Span
	Kind    SectionKind
	Article int32 // index into Document.Articles
	Sents   Range // of Document.Sents
}

// Date is a calendar date; Month and Day are 0 where unknown. With Year 0 it is not
// known as a date: what a dateline without a year says may still be in Month and Day.
type Date struct {
	Year, Month, Day int16
}

// IsZero reports whether nothing is known of the date.
func (d Date) IsZero() bool { return d.Year == 0 }

// Article is one article of the input: scraped text may hold several.
type Article struct {
	Span
	Sections  Range // of Document.Sections
	Title     Span  // empty when it has none
	Place     Span  // place name of the dateline, without country; empty when it has none
	Agency    Span  // agency named in the dateline or credit; empty when it has none
	Published Date  // from the timestamp or dateline, else from Options.Published
	// PublishedBy is the span the date was read from; empty when it came from Options.
	PublishedBy Span
}

// Options tells Parse what is known of a text beforehand. The zero value is
// good for a plain news text.
type Options struct {
	// Title is the known title. When the text does not begin with it nothing
	// happens; when it does, that is the headline.
	Title string
	// Published is the known publication date, used for articles that carry
	// no date of their own, and for the year of datelines, which have none.
	Published Date
	// Plain turns off the detection of sections and articles: the
	// text is body from start to end.
	Plain bool
}

// Warning is something odd about a document that was read nevertheless.
type Warning struct {
	Code string // "invalid-utf8", "truncated" or "control-characters"
	Text string // lower case, for people
	Span Span   // where, when it can be said
}

// Document is a parsed text. Tokens, sentences, sections and articles are in
// the order of the text and do not overlap. A Document is not safe for
// concurrent modification; reading it concurrently is safe.
type Document struct {
	// Source is the text all spans refer to. It is the input, except that
	// broken UTF-8 has been replaced by U+FFFD (with a warning).
	Source   string
	Tokens   []Token
	Sents    []Sentence
	Sections []Section
	Articles []Article
	Warnings []Warning

	scratch scratch // buffers that Parse reuses
}

// Text returns the text of a span without copying.
func (d *Document) Text(s Span) string { return d.Source[s.Start:s.End] }

// TokSpan returns the span from the first to the last token of a non-empty range.
func (d *Document) TokSpan(r Range) Span {
	return Span{d.Tokens[r.First].Start, d.Tokens[r.Last-1].End}
}
