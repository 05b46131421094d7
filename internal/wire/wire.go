// Package wire holds the JSON form of a document, attache/document/v1: the
// types that its JSON Schema is made from and that read it back.
package wire

import "encoding/json"

// Schema is the schema name of a document.
const Schema = "attache/document/v1"

// Document is one line of the output. Offsets are half-open, in the unit that Offsets names.
type Document struct {
	Schema    string          `json:"schema" jsonschema:"const=attache/document/v1"`
	ID        string          `json:"id"`
	Source    string          `json:"source,omitempty" jsonschema:"description=who published the text"`
	Title     string          `json:"title,omitempty"`
	Published string          `json:"published,omitempty" jsonschema:"description=ISO 8601 date"`
	Offsets   string          `json:"offsets" jsonschema:"enum=rune,enum=byte,enum=utf16"`
	Text      *string         `json:"text,omitempty" jsonschema:"description=the text that the offsets point into, on request"`
	Articles  []Article       `json:"articles"`
	Sections  []Section       `json:"sections"`
	Mentions  []Mention       `json:"mentions"`
	Entities  []Entity        `json:"entities"`
	Relations []Relation      `json:"relations"`
	Warnings  []Warning       `json:"warnings"`
	Extra     json.RawMessage `json:"extra,omitempty" jsonschema:"description=fields of the input that are carried along"`
}

// Article is one article of the text.
type Article struct {
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Title     string `json:"title,omitempty"`
	Place     string `json:"place,omitempty" jsonschema:"description=place name of the dateline"`
	Published string `json:"published,omitempty"`
}

// Section is a run of text with one role.
type Section struct {
	Kind  string `json:"kind" jsonschema:"enum=headline,enum=byline,enum=dateline,enum=timestamp,enum=caption,enum=credit,enum=boilerplate,enum=body"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Mention is one appearance of a name, role, group, event, date or pronoun.
type Mention struct {
	ID         string  `json:"id"`
	Start      int     `json:"start"`
	End        int     `json:"end"`
	Text       string  `json:"text"`
	Type       string  `json:"type"`
	Subtype    string  `json:"subtype"`
	Entity     string  `json:"entity,omitempty" jsonschema:"description=id of its entity"`
	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence"`
	Value      string  `json:"value,omitempty" jsonschema:"description=normalised value of a DATE"`
	Rank       string  `json:"rank,omitempty"`
	Portfolio  string  `json:"portfolio,omitempty"`
	Sector     string  `json:"sector,omitempty"`
	Of         string  `json:"of,omitempty" jsonschema:"description=id of the entity a ROLE or GROUP belongs to"`
	OfMention  string  `json:"of_mention,omitempty"`
	Literal    string  `json:"literal,omitempty" jsonschema:"description=id of the place that a metonym names"`
}

// Entity is one thing that the document names.
type Entity struct {
	ID       string   `json:"id"`
	Type     string   `json:"type"`
	Subtype  string   `json:"subtype,omitempty"`
	Name     string   `json:"name"`
	Aliases  []string `json:"aliases"`
	Country  string   `json:"country,omitempty"`
	Wikidata string   `json:"wikidata,omitempty"`
	GeoNames int      `json:"geonames,omitempty"`
	Lat      *float64 `json:"lat,omitempty"`
	Lon      *float64 `json:"lon,omitempty"`
	Literal  string   `json:"literal,omitempty"`
	Mentions []string `json:"mentions"`
	Offices  []Office `json:"offices"`
}

// Office is an office that a person holds or held.
type Office struct {
	Role string `json:"role"`
	Name string `json:"name,omitempty"`
	Of   string `json:"of,omitempty"`
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
}

// Relation is an event or a state between two entities.
type Relation struct {
	ID            string  `json:"id"`
	Type          string  `json:"type"`
	Class         string  `json:"class,omitempty"`
	CAMEO         string  `json:"cameo,omitempty"`
	Mode          string  `json:"mode,omitempty"`
	Symmetric     bool    `json:"symmetric"`
	Source        string  `json:"source"`
	Target        string  `json:"target"`
	SourceMention string  `json:"source_mention,omitempty"`
	TargetMention string  `json:"target_mention,omitempty"`
	Args          []Arg   `json:"args,omitempty"`
	Place         *string `json:"place"`
	PlaceMention  *string `json:"place_mention"`
	Date          *string `json:"date"`
	DateMention   *string `json:"date_mention"`
	Polarity      string  `json:"polarity" jsonschema:"enum=affirmed,enum=negated"`
	Modality      string  `json:"modality" jsonschema:"enum=actual,enum=future,enum=possible,enum=intended,enum=requested,enum=hypothetical"`
	Tense         string  `json:"tense,omitempty"`
	Attribution   *string `json:"attribution" jsonschema:"description=id of the entity that says so"`
	Trigger       Trigger `json:"trigger"`
	Evidence      Span    `json:"evidence"`
	Rule          string  `json:"rule"`
	Confidence    float64 `json:"confidence"`
}

// Arg is a further argument of a relation.
type Arg struct {
	Name    string `json:"name"`
	Entity  string `json:"entity,omitempty"`
	Mention string `json:"mention,omitempty"`
}

// Trigger is the words that tell of a relation.
type Trigger struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Span is a half-open range of the text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Warning is something odd about a text that was read nevertheless.
type Warning struct {
	Code  string `json:"code"`
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}
