package relations

// kind is the closed class of a word, or special noun and adjective kinds of the open ones.
type kind uint8

const (
	kNone kind = iota
	kDet       // determiners and possessive pronouns
	kNum       // number words
	kPrep
	kCoord  // and, or, but, nor
	kSub    // because, although, if, when …
	kThat   // that
	kRel    // who, which, whom, whose
	kModal  // will, would, may …
	kBe     // forms of be
	kHave   // forms of have
	kDo     // forms of do
	kNeg    // not, never, neither
	kTo     // to
	kPron   // personal and demonstrative pronouns as noun groups
	kAdv    // adverbs that stand inside verb groups or beside clauses
	kPartic // particles that are never prepositions
	kAdj    // adjectives
)

// prep numbers the prepositions; the YAML names slots by them.
type prep uint8

const (
	noPrep prep = iota
	pOf
	pTo
	pIn
	pFor
	pOn
	pWith
	pAt
	pBy
	pFrom
	pAbout
	pAgainst
	pBetween
	pAmong
	pOver
	pInto
	pThrough
	pDuring
	pBefore
	pAfter
	pUnder
	pWithin
	pWithout
	pAcross
	pBehind
	pNear
	pOutside
	pInside
	pAlong
	pAround
	pToward
	pUpon
	pOff
	pAlongside
	pAmid
	pSince
	pUntil
	pAs
	pLike
	pThan
	pDespite
	pOnto
	pBeyond
	pAccording
	pFollowing
	pUp
	pDown
	pOut
	pAway
	pTogether
	pBack
	pPer
	pVia
	pForward
	pAside
	numPreps
)

// prepWords spells the prepositions; several words may share a number.
var prepWords = []struct {
	word string
	p    prep
}{
	{"of", pOf}, {"in", pIn}, {"for", pFor}, {"on", pOn}, {"with", pWith}, {"at", pAt}, {"by", pBy}, {"from", pFrom},
	{"to", pTo}, {"about", pAbout}, {"against", pAgainst}, {"between", pBetween}, {"among", pAmong}, {"amongst", pAmong}, {"over", pOver},
	{"into", pInto}, {"through", pThrough}, {"during", pDuring}, {"before", pBefore}, {"after", pAfter}, {"under", pUnder},
	{"within", pWithin}, {"without", pWithout}, {"across", pAcross}, {"behind", pBehind}, {"near", pNear}, {"outside", pOutside},
	{"inside", pInside}, {"along", pAlong}, {"around", pAround}, {"toward", pToward}, {"towards", pToward}, {"upon", pUpon},
	{"off", pOff}, {"alongside", pAlongside}, {"amid", pAmid}, {"amidst", pAmid}, {"since", pSince}, {"until", pUntil}, {"till", pUntil}, {"as", pAs},
	{"like", pLike}, {"than", pThan}, {"despite", pDespite}, {"onto", pOnto}, {"beyond", pBeyond}, {"following", pFollowing},
	{"up", pUp}, {"down", pDown}, {"out", pOut}, {"away", pAway}, {"together", pTogether}, {"back", pBack}, {"per", pPer}, {"via", pVia},
	{"forward", pForward}, {"aside", pAside}, {"ahead", pBefore}, {"according", pAccording}, {"including", pLike}, {"instead", pWithout}, {"versus", pAgainst}, {"regarding", pAbout}, {"concerning", pAbout}, {"throughout", pAcross}, {"round", pAround}, {"beside", pNear},
}

// closedWords lists the other closed classes by kind.
var closedWords = []struct {
	k     kind
	arg   uint8
	words string
}{
	{kDet, 0, "the a an this these those some any all both each every no another other such several many few most much more various certain half its his her their our my your whose either"},
	{kNum, 0, "one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million millions billion billions trillion first second third fourth fifth sixth seventh last next"},
	{kCoord, 0, "and or nor plus"},
	{kCoord, 1, "but yet"},
	{kSub, 0, "because although though while whereas when whenever where whether lest why how what whatever"},
	{kSub, 1, "if unless assuming"},
	{kThat, 0, "that"},
	{kRel, 0, "who which whom"},
	{kModal, modalWill, "will shall ll"},
	{kModal, modalWould, "would"},
	{kModal, modalMay, "may might could can cannot"},
	{kModal, modalMust, "must should ought"},
	{kBe, 0, "be"},
	{kBe, 1, "is am are s re"},
	{kBe, 2, "was were"},
	{kBe, 3, "been"},
	{kBe, 4, "being"},
	{kHave, 0, "have"},
	{kHave, 1, "has ve"},
	{kHave, 2, "had"},
	{kHave, 4, "having"},
	{kDo, 0, "do"},
	{kDo, 1, "does"},
	{kDo, 2, "did"},
	{kNeg, 0, "not never neither hardly scarcely nt dont doesnt didnt wont wouldnt cant couldnt isnt arent wasnt werent hasnt havent hadnt shouldnt mustnt"},
	{kPron, 0, "he she it they we i you him them us me himself herself itself themselves ourselves everyone everybody someone somebody nobody anyone nothing something there others"},
	{kAdv, 0, "also already still just only even now then again soon later earlier recently currently previously formally officially reportedly allegedly repeatedly publicly privately personally jointly directly immediately finally eventually subsequently briefly separately simply really very quite too so ever always often sometimes usually rarely instead however therefore meanwhile moreover furthermore nevertheless perhaps maybe probably possibly apparently almost nearly about-adv once largely mostly mainly partly fully completely effectively virtually strongly harshly sharply openly secretly quickly slowly suddenly initially originally once-adv long far well hard here there-adv today-adv thus hence otherwise indeed rather further yesterday-adv abroad overseas back-adv first-adv respectively twice as-adv unilaterally bilaterally warmly firmly flatly vehemently categorically angrily roundly unanimously tentatively temporarily permanently indefinitely illegally right left center centre"},
}

const (
	modalNone uint8 = iota
	modalWill
	modalWould
	modalMay
	modalMust
)
