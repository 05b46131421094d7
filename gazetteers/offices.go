package gazetteers

import (
	"slices"

	"attache/text"
)

// Terms is an immutable list of terms of office.
type Terms struct {
	ix   *Index
	list []uint32
}

// Len returns the number of terms.
func (t Terms) Len() int { return len(t.list) }

// At returns term i. Its strings are views into the index.
func (t Terms) At(i int) Term { return t.ix.term(&t.ix.offices[t.list[i]]) }

func (ix *Index) term(o *officeRec) Term {
	return Term{Role: ix.str(o.Role), Of: ix.str(o.Of), From: unpackDate(o.From), To: unpackDate(o.To)}
}

// Offices returns the offices that an entry held or holds, in the order of its
// file.
func (s *Set) Offices(e EntryID) Terms {
	ix, r := s.at(e)
	return Terms{ix, ix.list(r, exOffices)}
}

// HolderOf returns who held an office at a date: the ids of a role and of its
// country or organization. It is NoEntry when nobody is known, and when several
// may have held it that day, as in a month of change with no day known.
//
// A date without day or month stands for the whole month or year. A term without
// an end lasts until the next one begins.
func (s *Set) HolderOf(role, of string, date text.Date) EntryID {
	if date.IsZero() {
		return NoEntry
	}
	first, last := packDate(date), latest(date)
	key := officeHash(role, of)
	var certain, possible holder
	for _, ix := range s.layers {
		i, _ := slices.BinarySearch(ix.offKey, key)
		for ; i < len(ix.offKey) && ix.offKey[i] == key; i++ {
			o := &ix.offices[i]
			if ix.str(o.Role) != role || ix.str(o.Of) != of || !s.Live(EntryID(o.Entry)) || o.From == 0 {
				continue
			}
			from, to := unpackDate(o.From), unpackDate(o.To)
			if o.From > last || o.To != 0 && latest(to) < first {
				continue
			}
			possible.add(o)
			if latestStart(from) <= first && (o.To == 0 || earliestEnd(to) >= last) {
				certain.add(o)
			}
		}
	}
	if e := certain.one(); e != NoEntry || certain.count > 0 {
		return e
	}
	return possible.one()
}

// holder collects the candidates for an office: the one that began last, and
// whether another's known term competes with it.
type holder struct {
	last  *officeRec
	count int
	rival bool
}

func (h *holder) add(o *officeRec) {
	h.count++
	switch {
	case h.last == nil || h.last.Entry == o.Entry:
		h.last = o
	case h.last.To == 0 && h.last.From < o.From:
		h.last = o // an open term ends where the next begins
	case o.To == 0 && o.From < h.last.From:
	default:
		h.rival = true
	}
}

func (h *holder) one() EntryID {
	if h.last == nil || h.rival {
		return NoEntry
	}
	return EntryID(h.last.Entry)
}

// latestStart is the last day on which a term that begins at d may begin.
func latestStart(d text.Date) uint32 { return latest(d) }

// earliestEnd is the first day on which a term that ends at d may end.
func earliestEnd(d text.Date) uint32 {
	return packDate(text.Date{Year: d.Year, Month: max(d.Month, 1), Day: max(d.Day, 1)})
}
