package relations

import (
	"attache/gazetteers"
)

// slot is a place in a clause frame where a side may stand: one of the constants below, or slotPrep plus a preposition.
type slot uint8

func slotOf(name string) (slot, bool) {
	switch name {
	case "subject":
		return slotSubject, true
	case "object":
		return slotObject, true
	case "recipient":
		return slotRecipient, true
	case "possessor":
		return slotPossessor, true
	case "modifier":
		return slotModifier, true
	case "agent":
		return slotAgent, true
	case "owner":
		return slotOwner, true
	}
	switch name {
	case "clause":
		return slotClause, true
	case "infinitive":
		return slotInf, true
	}
	for _, p := range prepWords {
		if p.word == name {
			return slotPrep + slot(p.p), true
		}
	}
	return 0, false
}

func (s slot) String() string {
	switch {
	case s >= slotPrep:
		for _, p := range prepWords {
			if p.p == prep(s-slotPrep) {
				return p.word
			}
		}
	case s > 0 && s <= slotClause:
		return [...]string{"subject", "object", "recipient", "possessor", "modifier", "agent", "owner", "infinitive", "clause"}[s-1]
	}
	return "slot"
}

// typeSet is a set of entity types, by bit; 0 stands for any actor.
type typeSet uint64

const actors = typeSet(1<<gazetteers.Person | 1<<gazetteers.Role | 1<<gazetteers.Country | 1<<gazetteers.Nationality |

	1<<gazetteers.Organization | 1<<gazetteers.Group | 1<<gazetteers.Pronoun)

// crule is a rule as the engine reads it.
type crule struct {
	id, relation, class, cameo, mode string
	symmetric, place, reciprocal     bool
	src, tgt                         []slot
	srcTypes, tgtTypes               typeSet
	conf                             float32
	pattern                          uint8 // index+1 into patternNames
	family                           family
	single                           bool
	owner                            bool // the owner of a thing may stand for it
}

// family groups the classes for the derivation of PLOVER's class.
type family uint8

func familyOf(class string) family {
	switch class {
	case "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT":
		return famCooperative
	case "SANCTION", "COERCE", "ASSAULT", "PROTEST", "MOBILIZE":
		return famHostile
	case "":
		return famNone
	}
	return famTalk
}

// program is a compiled rule set.
type program struct {
	lex   lexicon
	rules []crule
	// Verb functions that the grammar asks for by name.
	fn [numFns]uint32
	// patterns[p] is the rule of pattern p, or −1.
	patterns []int32
	// transparent and other noun classes the grammar asks for by name.
	transparent, people, kin, access, endings, speech, placehead, thingLike, occupation, phone, deeds, refusals, demands uint64
	control                                                                                                              []uint16 // sorted verb lexemes whose object is the subject of their infinitive
}

var fnNames = [numFns]string{"do", "aspect", "agree", "say", "demand", "end", "refuse", "fail", "threaten", "condemn", "allow", "support", "cause", "want", "move", "voice"}
