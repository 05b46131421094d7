package gazetteers

import "attache/internal/yamlpos"

// The raw types mirror the YAML, key by key; the JSON Schemas in schema/ are
// generated from them. Nothing outside the loader sees them.

// Names of the schemas, as files give them under "schema".
const (
	SchemaGazetteer = "attache/gazetteer/v1"
	SchemaWords     = "attache/words/v1"
	SchemaSources   = "attache/sources/v1"
	SchemaSpellings = "attache/spellings/v1"
)

type rawGazetteer struct {
	Schema  yamlpos.Str `yaml:"schema" jsonschema:"required,enum=attache/gazetteer/v1,description=always attache/gazetteer/v1"`
	Type    yamlpos.Str `yaml:"type" jsonschema:"description=type of the entries that give none: a built-in type or one of your own in capitals"`
	Subtype yamlpos.Str `yaml:"subtype" jsonschema:"description=subtype of the entries that give none"`
	Source  yamlpos.Str `yaml:"source" jsonschema:"description=id of the source of the facts (see sources.yaml)"`
	Entries []rawEntry  `yaml:"entries" jsonschema:"required,description=the entries"`
}

type rawEntry struct {
	At         yamlpos.Pos   `yaml:"-"`
	ID         yamlpos.Str   `yaml:"id" jsonschema:"required,description=unique id such as org:nato or city:KR/seoul"`
	Name       yamlpos.Str   `yaml:"name" jsonschema:"description=the name to show; also matched"`
	Type       yamlpos.Str   `yaml:"type" jsonschema:"description=overrides the type of the file"`
	Subtype    yamlpos.Str   `yaml:"subtype" jsonschema:"description=overrides the subtype of the file"`
	Source     yamlpos.Str   `yaml:"source" jsonschema:"description=overrides the source of the file"`
	Aliases    []yamlpos.Str `yaml:"aliases" jsonschema:"description=every other name; case and diacritics and dots of acronyms are folded by the matcher"`
	Former     []yamlpos.Str `yaml:"former" jsonschema:"description=names no longer official but still matched"`
	Official   yamlpos.Str   `yaml:"official" jsonschema:"description=official long name"`
	Adjectives []yamlpos.Str `yaml:"adjectives" jsonschema:"description=adjectives of a country (South Korean)"`
	Demonyms   []yamlpos.Str `yaml:"demonyms" jsonschema:"description=what its people are called; regular plurals are generated"`
	Country    yamlpos.Str   `yaml:"country" jsonschema:"description=home country as ISO 3166-1 alpha-3 code"`
	ISO2       yamlpos.Str   `yaml:"iso2" jsonschema:"description=ISO 3166-1 alpha-2 code of a country"`
	Capital    yamlpos.Str   `yaml:"capital" jsonschema:"description=id of the capital"`
	PartOf     yamlpos.Str   `yaml:"part_of" jsonschema:"description=id or name of the larger whole"`
	Seat       yamlpos.Str   `yaml:"seat" jsonschema:"description=id or name of the place it sits in"`
	Members    []yamlpos.Str `yaml:"members" jsonschema:"description=members as alpha-3 codes or ids"`
	StandsFor  yamlpos.Str   `yaml:"stands_for" jsonschema:"description=id of what it means when it acts (the Kremlin: country:RUS)"`
	From       yamlpos.Date  `yaml:"from" jsonschema:"description=first day or month or year of its existence"`
	To         yamlpos.Date  `yaml:"to" jsonschema:"description=last day or month or year of its existence"`
	Case       yamlpos.Str   `yaml:"case" jsonschema:"enum=smart,enum=exact,enum=fold,description=how letter case must agree; default smart"`
	Weight     yamlpos.Num   `yaml:"weight" jsonschema:"minimum=-5,maximum=5,description=added to the score of this reading"`
	Risky      []yamlpos.Str `yaml:"risky" jsonschema:"description=those of its names that usually mean something else"`
	BlockedBy  []yamlpos.Str `yaml:"blocked_by" jsonschema:"description=longer strings in which this is not meant"`
	PreferNear []yamlpos.Str `yaml:"prefer_near" jsonschema:"description=words nearby that favour this reading"`
	Lat        yamlpos.Num   `yaml:"lat" jsonschema:"minimum=-90,maximum=90,description=latitude in degrees"`
	Lon        yamlpos.Num   `yaml:"lon" jsonschema:"minimum=-180,maximum=180,description=longitude in degrees"`
	Population yamlpos.Num   `yaml:"population" jsonschema:"minimum=0,description=number of inhabitants"`
	GeoNames   yamlpos.Num   `yaml:"geonames" jsonschema:"minimum=1,description=GeoNames id"`
	Wikidata   yamlpos.Str   `yaml:"wikidata" jsonschema:"pattern=^Q[1-9][0-9]*$,description=Wikidata id"`
	Offices    []rawOffice   `yaml:"offices" jsonschema:"description=offices a person held or holds"`
	Tests      []rawTest     `yaml:"tests" jsonschema:"description=sentences in which the entry must be found"`
	Remove     yamlpos.Bool  `yaml:"remove" jsonschema:"description=removes the built-in entry of this id"`
	Note       yamlpos.Str   `yaml:"note" jsonschema:"description=for readers"`
}

type rawOffice struct {
	At   yamlpos.Pos  `yaml:"-"`
	Role yamlpos.Str  `yaml:"role" jsonschema:"required,description=id of the role"`
	Of   yamlpos.Str  `yaml:"of" jsonschema:"description=id of the country or organization"`
	From yamlpos.Date `yaml:"from" jsonschema:"description=first day or month or year in office"`
	To   yamlpos.Date `yaml:"to" jsonschema:"description=last day or month or year in office; left out when current or unknown"`
	Note yamlpos.Str  `yaml:"note" jsonschema:"description=for readers"`
}

type rawTest struct {
	At   yamlpos.Pos `yaml:"-"`
	Text yamlpos.Str `yaml:"text" jsonschema:"required,description=a sentence"`
	Want yamlpos.Str `yaml:"want" jsonschema:"description=id that must be found in it"`
	Not  yamlpos.Str `yaml:"not" jsonschema:"description=id that must not be found in it"`
}

type rawWords struct {
	Schema  yamlpos.Str   `yaml:"schema" jsonschema:"required,enum=attache/words/v1,description=always attache/words/v1"`
	Source  yamlpos.Str   `yaml:"source" jsonschema:"description=id of the source"`
	Class   yamlpos.Str   `yaml:"class" jsonschema:"description=name of the word class"`
	Words   []yamlpos.Str `yaml:"words" jsonschema:"description=its words"`
	Classes []rawClass    `yaml:"classes" jsonschema:"description=several word classes"`
}

type rawClass struct {
	At    yamlpos.Pos   `yaml:"-"`
	Class yamlpos.Str   `yaml:"class" jsonschema:"required,description=name of the word class"`
	Words []yamlpos.Str `yaml:"words" jsonschema:"required,description=its words"`
	Note  yamlpos.Str   `yaml:"note" jsonschema:"description=for readers"`
}

type rawSources struct {
	Schema  yamlpos.Str `yaml:"schema" jsonschema:"required,enum=attache/sources/v1,description=always attache/sources/v1"`
	Sources []rawSource `yaml:"sources" jsonschema:"required,description=the sources"`
}

type rawSource struct {
	At      yamlpos.Pos `yaml:"-"`
	ID      yamlpos.Str `yaml:"id" jsonschema:"required,description=id that entries and files name"`
	Name    yamlpos.Str `yaml:"name" jsonschema:"required,description=what it is"`
	Version yamlpos.Str `yaml:"version" jsonschema:"description=its version"`
	Licence yamlpos.Str `yaml:"licence" jsonschema:"required,description=its licence"`
	Notice  yamlpos.Str `yaml:"notice" jsonschema:"description=notice to reproduce"`
}

type rawSpellings struct {
	Schema    yamlpos.Str   `yaml:"schema" jsonschema:"required,enum=attache/spellings/v1,description=always attache/spellings/v1"`
	Articles  []yamlpos.Str `yaml:"articles" jsonschema:"description=words that a hyphen or a space joins to the next"`
	Spellings []rawSpelling `yaml:"spellings" jsonschema:"description=words that are written in several ways"`
}

type rawSpelling struct {
	At    yamlpos.Pos   `yaml:"-"`
	Words []yamlpos.Str `yaml:"words" jsonschema:"required,description=the spellings of one word"`
	Types []yamlpos.Str `yaml:"types" jsonschema:"description=types of the entries it holds for; all when left out"`
	Note  yamlpos.Str   `yaml:"note" jsonschema:"description=for readers"`
}
