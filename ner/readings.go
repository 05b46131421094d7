package ner

import (
	"attache/gazetteers"
)

// surface is what the readings of a gazetteer surface come to, kept in Scratch
// so that it is worked out once.
type surface struct {
	id     uint32 // of the surface, plus 1
	lanes  uint16 // set of lanes, with the bits of matches
	risky  bool   // all readings are risky
	office bool   // an office that stays one in the plural
	near   bool   // some reading is favoured by words nearby
	n      uint8
	kinds  [6]uint8 // kinds of gazetteer evidence
	added  [nLanes]int16
}

// overlaidRisk is taken from the score of a name that the user's own
// gazetteers call risky, in tenths. What a risky name of the built-in ones is worth was
// fitted; those are few and chosen with care, and news holds what they mean.
const overlaidRisk = 25

// overlaidLead is added to the score of the other names of the user's own gazetteers, in
// tenths: somebody wrote them down for texts such as this one.
const overlaidLead = 10

// surfaces is the size of the direct-mapped cache of surfaces.
const surfaces = 1 << 12

func (r *Recognizer) surface(sc *Scratch, id uint32) *surface {
	e := &sc.surfaces[id&(surfaces-1)]
	if e.id == id+1 {
		return e
	}
	*e = surface{id: id + 1, risky: true}
	var seen uint64
	for _, rd := range r.set.Readings(id) {
		k := r.kindOf(rd)
		lane := gzLane[k]
		switch {
		case lane >= 0:
			e.lanes |= 1 << lane
			e.added[lane] += int16(rd.Weight)
			switch {
			case r.set.Layer(rd.Entry) == 0:
			case rd.Risky:
				e.added[lane] -= overlaidRisk
			default:
				e.added[lane] += overlaidLead
			}
		case k == gzGroup:
			e.lanes |= matchGroup
		case k == gzHonorific:
			e.lanes |= matchHonorific
		default:
			e.lanes |= matchUser
		}
		e.risky = e.risky && rd.Risky
		e.near = e.near || len(r.set.PreferNear(rd.Entry)) > 0
		if k == gzRole && (rd.Kind != gazetteers.PluralSurface || offices[r.set.Subtype(rd.Entry)]) {
			e.office = true
		}
		if seen&(1<<k) == 0 && int(e.n) < len(e.kinds) {
			seen |= 1 << k
			e.kinds[e.n] = uint8(k)
			e.n++
		}
	}
	return e
}

// kindOf maps a reading to the kind of gazetteer evidence it is.
func (r *Recognizer) kindOf(rd gazetteers.Reading) int {
	s := r.set
	sub := s.Subtype(rd.Entry)
	switch s.Type(rd.Entry) {
	case gazetteers.Person:
		return gzPerson
	case gazetteers.Role:
		if sub == "honorific" {
			return gzHonorific
		}
		return gzRole
	case gazetteers.Country:
		switch rd.Kind {
		case gazetteers.AdjectiveSurface:
			return gzCountryAdjective
		case gazetteers.DemonymSurface:
			return gzCountryDemonym
		}
		switch sub {
		case "historic":
			return gzHistoric
		case "territory", "constituent", "disputed":
			return gzTerritory
		}
		return gzCountry
	case gazetteers.Nationality:
		switch sub {
		case "religious":
			return gzReligious
		case "bloc":
			return gzBloc
		}
		return gzEthnic
	case gazetteers.Location:
		if rd.Kind == gazetteers.AdjectiveSurface || rd.Kind == gazetteers.DemonymSurface {
			return gzEthnic
		}
		switch sub {
		case "city":
			switch p := s.Population(rd.Entry); {
			case p >= 1_000_000:
				return gzCityBig
			case p >= 200_000:
				return gzCityMiddle
			}
			return gzCity
		case "admin":
			return gzAdmin
		case "region":
			return gzRegion
		case "sea", "river", "lake", "mountain", "island", "desert":
			return gzSea
		case "facility", "address":
			return gzFacility
		}
		return gzOtherPlace
	case gazetteers.Organization:
		if k, ok := orgKinds[sub]; ok {
			return k
		}
		return gzOtherOrg
	case gazetteers.Group:
		return gzGroup
	case gazetteers.Event:
		if sub == "war" {
			return gzWar
		}
		return gzEvent
	case gazetteers.Misc:
		switch sub {
		case "language":
			return gzLanguage
		case "work":
			return gzWork
		}
		return gzMisc
	}
	return gzUser
}

// offices are the subtypes of roles whose plural is still an office ("the foreign
// ministers"); "soldiers" and "journalists" are groups.
var offices = map[string]bool{
	"head-of-state": true, "head-of-government": true, "foreign-minister": true, "defence-minister": true, "minister": true,
	"monarch": true, "governor": true, "mayor": true, "agency-head": true, "head-of-organization": true, "party-leader": true,
}

var orgKinds = map[string]int{
	"government": gzGovernment, "ministry": gzMinistry, "legislature": gzLegislature, "court": gzCourt, "military": gzMilitary,
	"agency": gzAgency, "igo": gzIGO, "ngo": gzNGO, "party": gzParty, "armed-group": gzArmed, "company": gzCompany,
	"media": gzMedia, "university": gzUniversity, "team": gzTeam,
}
