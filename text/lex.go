package text

// lexClass is a set of roles that a word can have on lines that are no sentences.
type lexClass uint32

const (
	lexMonth    lexClass = 1 << iota // the month's number is in the low bits of lexEntry.n
	lexWeekday                       // Monday, Mon.
	lexTime                          // stands on timestamp lines: "posted", "GMT", "ago"
	lexStamp                         // a label that only timestamps have: "posted", "updated"
	lexAgency                        // Reuters, AFP
	lexParticle                      // lower-case parts of names: "al", "von"
	lexDesk                          // stands on bylines beside names: "correspondent", "and"
	lexFinite                        // shows that a line is a sentence: "was", "the"
	lexPhoto                         // shows that a line is about a picture: "photo"
	lexTwoWord                       // first word of place names of two words in capitals: "NEW"
	lexNoPlace                       // labels in capitals that are no places: "WATCH"
	lexSpeaker                       // labels of speakers: "QUESTION", "MR"
	lexDay                           // "noon", "today": stands beside dates
	lexMinor                         // stays in lower case where titles are capitalised: "of"
)

type lexEntry struct {
	class lexClass
	n     uint8
}

// lexicon finds the closed-class words of datelines, bylines, timestamps and
// captions by their hash. It is never changed after it was made.
var lexicon = makeLexicon()

func makeLexicon() *table[lexEntry] {
	m := make(map[uint64]lexEntry, 1024)
	put := func(class lexClass, n uint8, words ...string) {
		for _, w := range words {
			h := Hash(w)
			e := m[h]
			e.class |= class
			if n > 0 {
				e.n = n
			}
			m[h] = e
		}
	}
	for i, names := range [][]string{
		{"January", "Jan"}, {"February", "Feb"}, {"March", "Mar"}, {"April", "Apr"}, {"May"}, {"June", "Jun"},
		{"July", "Jul"}, {"August", "Aug"}, {"September", "Sept", "Sep"}, {"October", "Oct"}, {"November", "Nov"}, {"December", "Dec"},
	} {
		put(lexMonth, uint8(i+1), names...)
	}
	put(lexWeekday, 0, "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
		"Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun")
	put(lexTime|lexStamp, 0, "posted", "published", "updated", "modified", "uploaded", "pubdate", "edited", "issued", "released", "timestamp")
	put(lexTime, 0, "update", "publish", "date", "last", "first", "created", "added", "revised", "time", "local", "originally", "on", "at", "of",
		"est", "edt", "et", "gmt", "utc", "bst", "cet", "cest", "kst", "jst", "ist", "pst", "pdt", "pt", "msk", "hkt", "sgt", "eastern", "z",
		"am", "pm", "ago", "hours", "hour", "hrs", "hr", "minutes", "minute", "mins", "days", "weeks", "week", "months", "h",
		"beijing", "since", "article", "release", "th", "st", "nd", "rd", "web")
	put(lexDay, 0, "noon", "midnight", "today", "yesterday", "the", "day", "evening", "morning", "min")
	put(lexAgency, 0, "Reuters", "AP", "AFP", "Xinhua", "Yonhap", "Kyodo", "UPI", "TASS", "Itar-Tass", "IANS", "PTI", "ANI", "dpa", "EFE", "ANSA", "Bernama",
		"CNN", "BBC", "VOA", "RFE", "RL", "RFA", "BNA", "KUNA", "WAM", "SPA", "SANA", "IRNA", "ISNA", "Interfax", "Novosti", "RIA", "Sputnik", "CNA", "Bloomberg",
		"Anadolu", "AA", "ANTARA", "Jiji", "NHK", "KCNA", "TASR", "CTK", "PAP", "APA", "BTA", "Tanjug", "HINA", "Agerpres", "MTI", "LUSA", "Belga", "ANP",
		"Ukrinform", "Unian", "Azertac", "Trend", "Armenpress", "MENA", "PETRA", "NNA", "SAPA", "PANA", "APP", "UNB", "VNA", "TNA", "Newsis", "ANN", "IPS",
		"AAP", "ITAR", "NPR", "DW", "RT", "CGTN", "EPA", "PRNewswire", "Newswire", "GlobeNewswire", "MarketWatch", "CNBC", "NBC", "CBS", "ABC", "Politico", "Axios", "Guardian", "SANEF", "IRIN", "ITV", "Korea.net", "JTA", "KBS", "MBC", "Agencies", "Agency", "Press")
	put(lexParticle, 0, "de", "van", "von", "der", "den", "del", "della", "di", "da", "dos", "do", "du", "la", "le", "el", "al", "bin", "bint", "ibn", "ben", "abu",
		"ter", "ten", "y", "e", "ul", "ur", "uz", "zu", "san", "os", "as", "ad", "az")
	put(lexDesk, 0, "by", "and", "in", "for", "from", "of", "with", "the", "at", "our", "staff", "writer", "writers", "correspondent", "correspondents", "reporter", "reporters",
		"editor", "editors", "chief", "bureau", "contributor", "contributing", "columnist", "analyst", "news", "diplomatic", "political", "foreign", "senior", "special",
		"national", "security", "defence", "defense", "affairs", "politics", "business", "europe", "world", "asia", "agencies", "deputy", "managing", "desk", "intern", "freelance", "journalist", "producer", "photographer", "photos", "photography", "text", "video")
	put(lexFinite, 0, "the", "a", "an", "is", "are", "was", "were", "has", "have", "had", "will", "would", "said", "that", "which", "who", "been", "be", "his", "her", "their", "its",
		"he", "she", "they", "it", "could", "did", "does")
	put(lexMinor, 0, "a", "an", "the", "and", "or", "but", "nor", "of", "in", "on", "at", "to", "for", "by", "with", "from", "as", "into", "over", "after", "amid", "than", "off", "out", "up",
		"down", "per", "via", "upon", "vs", "v", "is", "its", "his", "her", "their", "that", "be", "are", "not", "so", "yet", "if", "about", "before", "between", "under", "against", "near", "de", "la", "el", "al", "von", "van", "bin", "da", "di", "du")
	put(lexPhoto, 0, "photo", "photos", "photograph", "photographer", "courtesy", "getty", "images", "image", "picture", "pool", "credit", "handout", "via", "screengrab", "screenshot", "shutterstock", "epa", "alliance", "imago", "zuma", "file")
	put(lexTwoWord, 0, "new", "san", "los", "united", "st", "tel", "abu", "hong", "kuala", "port", "cape", "addis", "buenos", "rio", "sao", "el", "la", "las", "santa", "mexico", "guatemala",
		"phnom", "nay", "dar", "des", "fort", "mount", "salt", "kansas", "oklahoma", "baton", "palm", "little", "saint", "santo", "panama", "kuwait", "vatican", "ho", "da", "ulan",
		"white", "capitol", "state", "camp", "north", "south", "east", "west", "lake", "long", "baden", "st.", "al", "deir", "khan", "gaza", "quezon", "sri", "bandar", "ras", "sharm", "islas", "virginia", "grand", "green", "colorado", "ann", "beverly", "silicon", "jersey", "silver", "puerto", "belo", "ciudad", "cox's", "diego", "ras", "tora", "wadi", "jalan", "mar")
	put(lexNoPlace, 0, "watch", "update", "updated", "analysis", "exclusive", "opinion", "breaking", "video", "photos", "photo", "factbox", "timeline", "explainer", "interview", "live", "editorial", "commentary",
		"correction", "corrected", "refile", "insight", "feature", "focus", "review", "profile", "wrapup", "note", "read", "related", "editor", "editors", "subject", "title", "link", "tags", "topics", "advisory",
		"warning", "remarks", "statement", "readout", "transcript", "for", "contact", "contacts", "date", "location", "venue", "what", "when", "where", "who", "why", "how", "background", "summary", "source", "sources", "attn", "re", "cc", "from", "to", "list", "q", "a", "briefing", "moreover", "however", "meanwhile", "key", "next", "also", "and", "but", "file", "image", "caption", "this", "that", "the", "in", "on", "at")
	put(lexSpeaker, 0, "question", "answer", "q", "a", "moderator", "interviewer", "host", "operator", "reporter", "journalist", "mr", "mrs", "ms", "dr", "sir", "dame", "lord", "lady", "gen", "lt", "col", "adm", "sen", "rep", "gov", "amb",
		"secretary", "minister", "president", "ambassador", "chairman", "chairwoman", "chair", "speaker", "general", "admiral", "colonel", "senator", "governor", "chancellor", "premier", "director", "commissioner", "spokesperson", "spokesman", "spokeswoman", "foreign", "prime", "deputy", "vice", "participant", "participants", "anchor", "presenter", "narrator", "correspondent", "staff", "official", "senior", "undersecretary", "under", "assistant", "king", "queen", "prince", "voice", "press", "attorney", "judge", "congressman", "congresswoman", "envoy", "high", "captain", "representative", "mayor")
	return newTable(m)
}

// lex looks up a word; other tokens have no entry.
func (d *Document) lex(i int32) lexEntry {
	t := &d.Tokens[i]
	if t.Kind != Word {
		return lexEntry{}
	}
	return lexicon.get(t.Hash)
}

func (d *Document) is(i int32, c lexClass) bool { return d.lex(i).class&c != 0 }

// mark returns the mark of token i, 0 beyond last.
func (d *Document) mark(i, last int32) byte {
	if i >= last {
		return 0
	}
	return d.Tokens[i].Mark
}

// capital reports whether token i is a word that begins with a capital letter.
func (d *Document) capital(i int32) bool {
	t := &d.Tokens[i]
	if t.Kind != Word {
		return false
	}
	switch t.Shape {
	case Title, Upper:
		return true
	case Mixed:
		return isUpper(d.Source[t.Start]) || d.Source[t.Start] >= 0x80
	}
	return false
}
