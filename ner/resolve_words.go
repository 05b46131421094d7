package ner

import "attache/text"

// gender is what is known of a person's.
type gender uint8

const (
	anyone gender = iota
	male
	female
)

// wordUse is what Resolve needs to know of a word, a bit set.
type wordUse uint32

const (
	useThe wordUse = 1 << iota
	useIndefinite
	usePossessive // his, her, its, their
	useMale       // before or as a name's title, pronoun
	useFemale
	useHe
	useShe
	useThey
	useTwo
	useCounterpart
	useCounterparts
	useSides     // plural nouns for two states or bodies
	useCountries // for two states
	useLeaders   // for two people
	useAnd
	useOf
	useNew // "new", "next", "first", "as": no present holder is meant
	useMaleName
	useFemaleName
	useReflexive
	useObject    // "him", "them"
	usePlaceHead // "Strip", "Sea": kinds of places that names leave out
	useLast      // adverbs between "the two" and its verb
	useVerb      // verbs that follow "the two"
)

const wordSlots = 2048 // a power of two, several times the number of words

type useSlot struct {
	hash uint64
	use  wordUse
}

// resolveWords is a closed vocabulary: titles that tell a gender, common given
// names, pronouns, and the short forms of given names.
type resolveWords struct {
	slots [wordSlots]useSlot
	nick  [512]nickSlot
	cues  [64]useSlot // the few words that begin an anaphor
	maybe [64]uint64  // a bit for each of them
	both  uint64
}

type nickSlot struct {
	hash  uint64
	group uint16
}

func (w *resolveWords) add(use wordUse, words ...string) {
	for _, s := range words {
		h := text.Hash(s)
		i := h & (wordSlots - 1)
		for w.slots[i].use != 0 && w.slots[i].hash != h {
			i = (i + 1) & (wordSlots - 1)
		}
		w.slots[i].hash = h
		w.slots[i].use |= use
	}
}

func (w *resolveWords) look(h uint64) wordUse {
	for i := h & (wordSlots - 1); w.slots[i].use != 0; i = (i + 1) & (wordSlots - 1) {
		if w.slots[i].hash == h {
			return w.slots[i].use
		}
	}
	return 0
}

// cueUses are the uses of the words that scan looks for.
const cueUses = useThe | useHe | useShe | useTwo | useCounterpart | useCounterparts | usePossessive

// cue returns the use of a word that may begin an anaphor, 0 for all others.
func (w *resolveWords) cue(h uint64) wordUse {
	for i := h & 63; w.cues[i].use != 0; i = (i + 1) & 63 {
		if w.cues[i].hash == h {
			return w.cues[i].use
		}
	}
	return 0
}

// nickGroup returns the group of given names that stand for each other, 0 for none.
func (w *resolveWords) nickGroup(h uint64) uint16 {
	for i := h & 511; w.nick[i].group != 0; i = (i + 1) & 511 {
		if w.nick[i].hash == h {
			return w.nick[i].group
		}
	}
	return 0
}

// nickname reports whether two given names are forms of one.
func (w *resolveWords) nickname(a, b uint64) bool {
	g := w.nickGroup(a)
	return g != 0 && g == w.nickGroup(b)
}

func newResolveWords() *resolveWords {
	w := new(resolveWords)
	w.add(useThe, "the")
	w.add(useIndefinite, "a", "an", "any", "every", "no", "some", "each", "another", "whoever", "which")
	w.add(useNew, "new", "next", "first", "as", "future", "becoming", "become", "became", "elected", "appointed", "named", "newly",
		"former", "ex", "late", "then", "previous", "current", "be", "being", "is", "was")
	w.add(usePossessive|useMale, "his")
	w.add(usePossessive|useFemale, "her")
	w.add(usePossessive, "its", "their")
	w.add(useMale, "mr", "mister", "sir", "lord", "king", "prince", "emperor", "sultan", "emir", "señor", "senor", "monsieur", "herr",
		"pope", "father", "brother", "uncle", "sheikh", "imam", "bishop", "cardinal", "archbishop", "ayatollah", "duke", "congressman",
		"businessman", "husband", "son", "spokesman", "chairman", "policeman")
	w.add(useFemale, "mrs", "ms", "miss", "lady", "dame", "queen", "princess", "empress", "señora", "senora", "madame", "madam", "mme",
		"frau", "sister", "mother", "aunt", "duchess", "wife", "daughter", "congresswoman", "businesswoman", "spokeswoman", "chairwoman",
		"widow", "actress")
	w.add(useHe|useMale, "he")
	w.add(useShe|useFemale, "she")
	w.add(useHe|useMale|useObject, "him")
	w.add(useThey, "they")
	w.add(useThey|useObject, "them")
	w.add(useTwo, "two", "both")
	w.add(useCounterpart, "counterpart")
	w.add(useCounterparts, "counterparts")
	w.add(useSides, "sides", "parties", "neighbours", "neighbors", "rivals", "allies", "governments", "capitals", "partners", "powers",
		"delegations")
	w.add(useCountries, "countries", "nations", "states", "republics", "peoples", "superpowers", "neighbours", "neighbors")
	w.add(useLeaders, "leaders", "presidents", "ministers", "men", "women", "counterparts", "officials", "diplomats", "premiers", "chancellors",
		"politicians", "envoys", "statesmen", "politicos", "rulers", "monarchs", "kings", "secretaries", "candidates", "heads")
	w.add(usePlaceHead, "strip", "sea", "ocean", "city", "peninsula", "archipelago", "basin", "subcontinent")
	w.add(useLast, "last", "also", "later", "then", "first", "previously", "earlier", "reportedly", "recently", "both")
	w.add(useVerb, "will", "would", "have", "has", "had", "are", "were", "did", "could", "may", "met", "held", "spoke", "talked", "agreed", "discussed", "signed",
		"exchanged", "shook", "vowed", "pledged", "reaffirmed", "reviewed", "clashed", "said", "plan", "planned")
	w.add(useAnd, "and")
	w.add(useOf, "of")
	w.add(useFemaleName, femaleNames[:]...)
	w.add(useMaleName, maleNames[:]...)
	w.both = text.Hash("both")
	for _, s := range w.slots {
		if s.use&cueUses != 0 {
			i := s.hash & 63
			for w.cues[i].use != 0 {
				i = (i + 1) & 63
			}
			w.cues[i] = s
			w.maybe[s.hash>>20&63] |= 1 << (s.hash >> 26 & 63)
		}
	}
	for g, names := range nicknames {
		for _, s := range names {
			h := text.Hash(s)
			i := h & 511
			for w.nick[i].group != 0 && w.nick[i].hash != h {
				i = (i + 1) & 511
			}
			if w.nick[i].group == 0 {
				w.nick[i] = nickSlot{h, uint16(g + 1)}
			}
		}
	}
	return w
}

// nicknames are given names that one person may go by, in English and across languages.
var nicknames = [...][]string{
	{"william", "bill", "will", "billy", "willy"}, {"robert", "bob", "rob", "bobby", "robbie"}, {"richard", "dick", "rick", "ricky"},
	{"james", "jim", "jimmy", "jamie"}, {"john", "jack", "johnny", "jon"}, {"joseph", "joe", "joey"}, {"michael", "mike", "mick", "mikhail"},
	{"anthony", "antony", "tony"}, {"thomas", "tom", "tommy"}, {"edward", "ed", "eddie", "ted", "teddy"}, {"charles", "charlie", "chuck"},
	{"daniel", "dan", "danny"}, {"david", "dave"}, {"donald", "don"}, {"christopher", "chris"}, {"stephen", "steven", "steve"},
	{"timothy", "tim"}, {"matthew", "matt"}, {"andrew", "andy"}, {"benjamin", "ben", "bibi", "binyamin"}, {"samuel", "sam"},
	{"alexander", "alex", "aleksandr", "alexandr", "sasha", "aleksander", "alyaksandr"}, {"nicholas", "nick"}, {"gregory", "greg"},
	{"kenneth", "ken"}, {"ronald", "ron"}, {"lawrence", "larry", "laurence"}, {"gerald", "gerry", "jerry"}, {"francis", "frank"},
	{"frederick", "fred", "freddie"}, {"leonard", "len"}, {"patrick", "pat"}, {"peter", "pete"}, {"philip", "phil", "phillip"},
	{"raymond", "ray"}, {"vincent", "vince"}, {"walter", "walt"}, {"elizabeth", "liz", "beth", "betty"}, {"katherine", "kate", "kathy", "catherine", "cathy"},
	{"margaret", "maggie", "meg", "peggy"}, {"susan", "sue", "suzy"}, {"deborah", "debbie"}, {"jennifer", "jen", "jenny"},
	{"rebecca", "becky"}, {"volodymyr", "vladimir"}, {"mykola", "nikolai", "nikolay"}, {"oleksandr", "aleksandr"}, {"serhiy", "sergei", "sergey"},
	{"petro", "pyotr"}, {"yulia", "yuliya", "julia"}, {"dmitry", "dmitri", "dmytro", "dimitry"}, {"yevgeny", "evgeny", "yevgeniy"},
	{"mohammed", "muhammad", "mohamed", "mohammad", "muhammed", "mohamad"}, {"ahmad", "ahmed"}, {"hussein", "hussain", "husayn", "hossein"},
	{"jose", "josep"}, {"juan", "joan"}, {"geoffrey", "geoff", "jeffrey", "jeff"}, {"theodore", "theo"}, {"zachary", "zach"},
	{"josephine", "jo"}, {"nathaniel", "nate"}, {"bernard", "bernie"}, {"douglas", "doug"}, {"jacob", "jake"}, {"joshua", "josh"},
	{"victoria", "vicky"}, {"cynthia", "cindy"}, {"abdul", "abdel", "abd", "abdal"}, {"rafael", "raphael"}, {"carl", "karl"},
	{"kristalina", "christalina"}, {"viktor", "victor"}, {"alexei", "aleksei", "alexey", "oleksiy"}, {"mikhail", "mikheil", "mykhailo"},
}

// femaleNames and maleNames are common given names that tell a gender in most of
// the world's news.
var femaleNames = [...]string{
	"mary", "patricia", "jennifer", "linda", "elizabeth", "barbara", "susan", "jessica", "sarah", "karen", "nancy", "lisa", "margaret",
	"betty", "sandra", "ashley", "dorothy", "kimberly", "emily", "donna", "michelle", "carol", "amanda", "melissa", "deborah", "stephanie",
	"rebecca", "laura", "sharon", "cynthia", "kathleen", "amy", "shirley", "angela", "helen", "anna", "brenda", "pamela", "nicole", "ruth",
	"katherine", "catherine", "christine", "samantha", "debra", "janet", "rachel", "carolyn", "emma", "maria", "heather", "diane", "julie",
	"joyce", "victoria", "kelly", "christina", "joan", "evelyn", "judith", "hannah", "martha", "cheryl", "megan", "andrea", "ann", "anne",
	"alice", "jean", "doris", "hillary", "condoleezza", "madeleine", "nikki", "kamala", "melania", "ivanka", "theresa", "liz", "priti",
	"ursula", "christiane", "annegret", "annalena", "ingrid", "heidi", "sabine", "petra", "monika", "claudia", "julia", "olga", "natalia",
	"natalya", "tatiana", "tatyana", "irina", "elena", "yelena", "svetlana", "ekaterina", "yekaterina", "ksenia", "yulia", "oksana", "ludmila",
	"valentina", "galina", "larisa", "nadezhda", "vera", "sofia", "isabel", "carmen", "cristina", "dolores", "pilar", "ana", "lucia", "rosa",
	"marta", "teresa", "silvia", "gabriela", "dilma", "michelle", "jacinda", "julie", "penny", "helle", "erna", "mette", "sanna", "margot",
	"marine", "segolene", "martine", "brigitte", "nathalie", "valerie", "sylvie", "francoise", "simone", "giorgia", "federica", "virginia",
	"fatima", "aisha", "ayesha", "khadija", "zainab", "maryam", "leila", "layla", "nadia", "samira", "amina", "hanan", "shirin", "malala",
	"benazir", "indira", "sonia", "priyanka", "sushma", "nirmala", "mamata", "jayalalithaa", "khaleda", "yingluck",
	"corazon", "imelda", "megawati", "gloria", "leni", "yuriko", "tomomi", "seiko", "makiko", "yoko", "naoko", "keiko", "akie",
	"ellen", "joyce", "winnie", "graca", "nkosazana", "ngozi", "samia", "tzipi", "golda", "ayelet", "miri", "merav", "sirimavo", "chandrika",
	"beata", "ewa", "malgorzata", "zuzana", "kolinda", "dalia", "vaira", "kersti", "kaja", "maia", "salome", "roza", "nino", "tansu", "meral",
	"angelina", "oprah", "greta", "amal", "meghan", "kate", "diana", "camilla", "caroline", "charlotte", "sophie", "nora", "eva", "edith",
	"frances", "gina", "jane", "jill", "jo", "judy", "kathy", "lynn", "marie", "marilyn", "paula", "rose", "sally", "sylvia", "tina", "wendy",
}

var maleNames = [...]string{
	"james", "robert", "john", "michael", "david", "william", "richard", "joseph", "thomas", "charles", "christopher", "daniel", "matthew",
	"anthony", "antony", "mark", "donald", "steven", "paul", "andrew", "joshua", "kenneth", "kevin", "brian", "george", "timothy", "ronald",
	"edward", "jason", "jeffrey", "ryan", "jacob", "gary", "nicholas", "eric", "jonathan", "stephen", "larry", "justin", "scott", "brandon",
	"benjamin", "samuel", "gregory", "alexander", "patrick", "frank", "raymond", "jack", "dennis", "jerry", "tyler", "aaron", "jose", "adam",
	"nathan", "henry", "douglas", "zachary", "peter", "kyle", "walter", "ethan", "jeremy", "harold", "keith", "christian", "roger", "noah",
	"gerald", "carl", "terry", "sean", "austin", "arthur", "lawrence", "jesse", "dylan", "bryan", "joe", "jordan", "billy", "bruce", "albert",
	"willie", "gabriel", "logan", "alan", "juan", "wayne", "roy", "ralph", "randy", "eugene", "vincent", "russell", "elijah", "louis", "bobby",
	"philip", "johnny", "bill", "bob", "jim", "tom", "mike", "dan", "dick", "ted", "barack", "jake", "lloyd", "colin", "tony", "boris", "dominic",
	"vladimir", "dmitry", "dmitri", "sergei", "sergey", "mikhail", "nikolai", "alexei", "viktor", "yuri", "igor", "oleg", "ivan", "boris",
	"volodymyr", "petro", "oleksandr", "leonid", "mikheil", "aleksandar", "slobodan", "radovan", "ratko", "milan", "josip", "vaclav", "lech",
	"jaroslaw", "donald", "andrzej", "mateusz", "janusz", "viktor", "zoltan", "janos", "nicolas", "francois", "emmanuel", "jacques", "jean",
	"pierre", "dominique", "laurent", "philippe", "michel", "alain", "bernard", "gerhard", "helmut", "joschka", "sigmar", "heiko",
	"guido", "wolfgang", "horst", "olaf", "klaus", "hans", "jens", "karl", "otto", "willy", "silvio", "romano", "matteo", "mario", "giuseppe",
	"giorgio", "sergio", "luigi", "mariano", "pedro", "pablo", "carlos", "luis", "miguel", "jorge", "fernando", "hugo", "evo", "rafael", "alvaro",
	"fidel", "raul", "nestor", "mauricio", "felipe", "vicente", "andres", "enrique", "javier", "jair", "lula", "luiz", "henrique", "antonio",
	"mohammed", "muhammad", "mohamed", "mohammad", "ahmed", "ahmad", "ali", "hassan", "hussein", "mahmoud", "mahmud", "abdul", "abdullah",
	"ibrahim", "ismail", "khaled", "khalid", "omar", "osama", "saddam", "bashar", "hafez", "hosni", "anwar", "yasser", "yasir", "nouri",
	"haider", "hamid", "ashraf", "salman", "faisal", "fahd", "saud", "tariq", "hashim", "recep", "abdullah", "ahmet", "mustafa", "suleyman",
	"pervez", "nawaz", "imran", "asif", "narendra", "manmohan", "rahul", "atal", "shinzo", "yoshihide", "fumio", "junichiro", "taro", "naoto",
	"yasuo", "toshimitsu", "hiroshi", "kenji", "takeshi", "ichiro", "nelson", "thabo", "jacob", "cyril", "robert", "emmerson", "morgan", "paul",
	"yoweri", "uhuru", "raila", "kofi", "goodluck", "muhammadu", "olusegun", "umaru", "laurent", "joseph", "denis", "benjamin", "ariel",
	"ehud", "yitzhak", "shimon", "avigdor", "naftali", "yair", "benny", "moshe", "menachem", "mordechai", "eli", "jens", "anders", "fredrik",
	"goran", "lars", "mark", "jan", "geert", "wim", "guy", "herman", "elio", "yves", "stefan", "sebastian", "alexis", "kyriakos",
	"antonis", "nikos", "giorgos", "kostas", "martin", "simon", "tim", "wayne", "malcolm",
}
