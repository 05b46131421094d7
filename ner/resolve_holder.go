package ner

import (
	"slices"

	"attache/gazetteers"
	"attache/text"
)

// homeOffice returns the country that a dateline gives to a minister or head named
// without one: news says "the Peruvian interior minister" everywhere but in Lima. Not for
// offices that Americans name without their country wherever they are, nor for
// heads of a kind that the country does not have.
func (r *Resolver) homeOffice(sc *ResolveScratch, i int32) int32 {
	m := &sc.ms[i]
	if m.Entry == gazetteers.NoEntry || pastRank(m.Rank) {
		return -1
	}
	id := r.set.ID(m.Entry)
	if containsBytes(id, []byte("secretary")) || containsBytes(id, []byte("attorney")) {
		return -1
	}
	home := r.home(sc, sc.article(i))
	if home < 0 {
		return -1
	}
	if m.Subtype == "head-of-state" || m.Subtype == "head-of-government" {
		if sc.ents[home].entry == gazetteers.NoEntry || r.set.HolderOf(id, r.set.ID(sc.ents[home].entry), sc.published(i)) == gazetteers.NoEntry {
			return -1
		}
	}
	return home
}

// home returns the country of an article's dateline, −1 if it has none or it is not known.
func (r *Resolver) home(sc *ResolveScratch, article int32) int32 {
	if int(article) >= len(sc.doc.Articles) {
		return -1
	}
	for len(sc.homes) <= int(article) {
		sc.homes = append(sc.homes, -2)
	}
	if sc.homes[article] != -2 {
		return sc.homes[article]
	}
	sc.homes[article] = -1
	place := sc.doc.Articles[article].Place
	if place.Len() == 0 {
		return -1
	}
	k, _ := slices.BinarySearchFunc(sc.ms, place.Start, func(m Mention, at int32) int { return int(m.End - at - 1) })
	if k < len(sc.ms) && sc.ms[k].Overlaps(place) {
		if e := sc.ent(int32(k)); e >= 0 {
			sc.homes[article] = r.country(sc, e)
		}
	}
	return sc.homes[article]
}

// knownHolder makes a person of whom the text gives but a surname the one whom
// the gazetteer knows to hold the office on the article's day.
func (r *Resolver) knownHolder(sc *ResolveScratch, holder, i, role, of int32) int32 {
	x := &sc.ents[holder]
	if x.entry != gazetteers.NoEntry || x.best < 0 || sc.nameOf[x.best] < 0 || sc.ms[i].Rank != "" {
		return holder
	}
	nm := &sc.names[sc.nameOf[x.best]]
	if nm.words() != 1 {
		return holder
	}
	entry := r.holderOf(sc, role, of, sc.published(i))
	if entry == gazetteers.NoEntry {
		return holder
	}
	full := r.set.Name(entry)
	for from := 0; from < len(full); {
		to := from
		for to < len(full) && full[to] != ' ' && full[to] != '-' {
			to++
		}
		if h := text.Hash(full[from:to]); h == nm.w[nm.n-1].hash {
			r.adopt(sc, holder, entry)
			return sc.root(holder)
		}
		from = to + 1
	}
	return holder
}

// addOffice notes that a person holds an office.
func (sc *ResolveScratch) addOffice(person, role, mention int32, former bool) {
	x := &sc.ents[person]
	last := int32(-1)
	for o := x.office; o >= 0; o = sc.offices[o].next {
		if sc.offices[o].role == role {
			return
		}
		last = o
	}
	n := int32(len(sc.offices))
	sc.offices = append(sc.offices, office{next: -1, role: role, mention: mention, former: former})
	if last < 0 {
		sc.ents[person].office = n
	} else {
		sc.offices[last].next = n
	}
}

// alike lists the roles under which an office may be filed: in which country a
// foreign minister is a secretary of state is the gazetteer's business.
var alike = [...][]string{
	{"role:foreign-minister", "role:secretary-of-state", "role:foreign-secretary"},
	{"role:foreign-secretary", "role:foreign-minister"},
	{"role:secretary-of-state", "role:foreign-minister"},
	{"role:defence-minister", "role:defence-secretary"},
	{"role:defence-secretary", "role:defence-minister"},
	{"role:prime-minister", "role:premier", "role:taoiseach", "role:minister-president"},
	{"role:premier", "role:prime-minister"},
	{"role:interior-minister", "role:home-secretary"},
	{"role:finance-minister", "role:treasury-secretary"},
}

// holderOf asks the gazetteer who held an office on a day.
func (r *Resolver) holderOf(sc *ResolveScratch, role, of int32, day text.Date) gazetteers.EntryID {
	x := &sc.ents[role]
	if x.entry0 == gazetteers.NoEntry || of < 0 || sc.ents[of].entry == gazetteers.NoEntry || day.IsZero() {
		return gazetteers.NoEntry
	}
	switch x.subtype {
	case "envoy", "ambassador", "spokesperson", "legislator":
		return gazetteers.NoEntry // a country has several at a time: "the Chinese envoy" may be any of them
	}
	id, body := r.set.ID(x.entry0), r.set.ID(sc.ents[of].entry)
	if len(id) <= 5 || fnv(id[5:]) != x.slug {
		return gazetteers.NoEntry // a deputy, or another portfolio
	}
	if e := r.set.HolderOf(id, body, day); e != gazetteers.NoEntry {
		return e
	}
	for _, group := range alike {
		if group[0] != id {
			continue
		}
		for _, other := range group[1:] {
			if e := r.set.HolderOf(other, body, day); e != gazetteers.NoEntry {
				return e
			}
		}
	}
	return gazetteers.NoEntry
}
