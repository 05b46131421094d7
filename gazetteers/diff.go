package gazetteers

import (
	"fmt"
	"slices"
	"strings"
)

// ChangeKind says what an overlay does.
type ChangeKind uint8

// Kinds of changes.
const (
	Added    ChangeKind = iota // a new entry
	Replaced                   // an entry of a lower layer is replaced or extended
	Removed                    // an entry of a lower layer is removed
	Shadowed                   // a name of a lower layer's entry is claimed by the overlay too
)

// String returns "new", "replaced", "removed" or "shadowed".
func (k ChangeKind) String() string {
	return [...]string{"new", "replaced", "removed", "shadowed"}[k]
}

// Change is one thing that the overlays of a set change.
type Change struct {
	Kind   ChangeKind
	ID     string
	File   string // of the overlay; of the removed entry for Removed
	Pos    Pos
	Detail string // what is different: "+alias IAI, weight 0 → 1.5"
}

// String returns the change as a line: "file:line:col: replaced org:x: +alias IAI".
func (c *Change) String() string {
	msg := c.Kind.String() + " " + c.ID
	if c.Detail != "" {
		msg += ": " + c.Detail
	}
	return (&Error{File: c.File, Pos: c.Pos, Msg: msg}).Error()
}

// Changes returns what the layers of s above the first from change, by layer
// and place. from is 1 for all overlays.
func (s *Set) Changes(from int) []Change {
	var out []Change
	for l := max(from, 1); l < len(s.layers); l++ {
		ix := s.layers[l]
		below := s.below(l)
		old := make(map[uint32]EntryID, len(ix.dead))
		for _, d := range ix.dead {
			if d.By > 0 {
				old[d.By-1] = EntryID(d.Entry)
			}
		}
		for i := range ix.entries {
			e := EntryID(ix.meta.FirstEntry) + EntryID(i)
			c := Change{ID: s.ID(e), File: s.File(e), Pos: s.Place(e)}
			if c.ID == blockerID {
				continue
			}
			if o, ok := old[uint32(e)]; ok {
				c.Kind, c.Detail = Replaced, differences(s.Export(o), s.Export(e))
				if c.Detail == "" {
					c.Detail = "nothing changes"
				}
			}
			out = append(out, c)
			out = append(out, s.shadows(below, e)...)
		}
		for _, d := range ix.dead {
			if e := EntryID(d.Entry); d.By == 0 {
				out = append(out, Change{Kind: Removed, ID: s.ID(e), File: s.File(e), Pos: s.Place(e), Detail: s.Name(e)})
			}
		}
	}
	return out
}

// below returns the set of the layers under layer l.
func (s *Set) below(l int) *Set {
	b := *s
	b.layers, b.dead, b.patched = s.layers[:l], nil, false
	for _, ix := range b.layers {
		b.dead = append(b.dead, ix.dead...)
		b.patched = b.patched || len(ix.patchSrf) > 0
	}
	slices.SortFunc(b.dead, func(a, b deadRec) int { return int(a.Entry) - int(b.Entry) })
	m := &s.layers[l].meta
	b.numEntries, b.numSurfaces, b.numWords = m.FirstEntry, m.FirstSurface, m.FirstWord
	return &b
}

// shadows lists the names of entries below that e claims too.
func (s *Set) shadows(below *Set, e EntryID) []Change {
	var out []Change
	entry := s.Export(e)
	for i := range entry.Surfaces {
		name := entry.Surfaces[i].Text
		for _, f := range below.Find(name) {
			if f.Replaced || f.ID == entry.ID || f.ID == blockerID || !f.Fits {
				continue
			}
			out = append(out, Change{Kind: Shadowed, ID: f.ID, File: s.File(e), Pos: s.Place(e),
				Detail: fmt.Sprintf("%q now also names %s (%s beside %s)", name, entry.ID, entry.Type, f.Type)})
		}
	}
	return out
}

// differences says in words how b differs from a.
func differences(a, b *Entry) string {
	var out []string
	field := func(name, x, y string) {
		if x != y {
			out = append(out, fmt.Sprintf("%s %s → %s", name, orNone(x), orNone(y)))
		}
	}
	field("name", a.Name, b.Name)
	field("type", a.Type, b.Type)
	field("subtype", a.Subtype, b.Subtype)
	field("country", a.Country, b.Country)
	field("case", a.Case.String(), b.Case.String())
	field("weight", num(float64(a.Weight)/10), num(float64(b.Weight)/10))
	for _, s := range a.Surfaces {
		if !b.names(s.Text) {
			out = append(out, "−"+s.Kind.String()+" "+s.Text)
		}
	}
	for _, s := range b.Surfaces {
		if !a.names(s.Text) {
			out = append(out, "+"+s.Kind.String()+" "+s.Text)
			continue
		}
		old := a.Surfaces[slices.IndexFunc(a.Surfaces, func(o Surface) bool { return o.Text == s.Text })]
		if old.Risky != s.Risky {
			out = append(out, fmt.Sprintf("risky %s %v → %v", s.Text, old.Risky, s.Risky))
		}
	}
	da, db := a.More, b.More
	if da == nil {
		da = &Details{}
	}
	if db == nil {
		db = &Details{}
	}
	field("official", da.Official, db.Official)
	field("capital", da.Capital, db.Capital)
	field("part_of", da.PartOf, db.PartOf)
	field("seat", da.Seat, db.Seat)
	field("stands_for", da.StandsFor, db.StandsFor)
	field("wikidata", da.Wikidata, db.Wikidata)
	field("from", FormatDate(da.From), FormatDate(db.From))
	field("to", FormatDate(da.To), FormatDate(db.To))
	field("members", strings.Join(da.Members, " "), strings.Join(db.Members, " "))
	field("blocked_by", strings.Join(da.BlockedBy, "; "), strings.Join(db.BlockedBy, "; "))
	field("prefer_near", strings.Join(da.PreferNear, "; "), strings.Join(db.PreferNear, "; "))
	field("population", num(float64(da.Population)), num(float64(db.Population)))
	field("place", place(da), place(db))
	field("offices", terms(da), terms(db))
	return strings.Join(out, ", ")
}

func orNone(s string) string {
	if s == "" {
		return "(none)"
	}
	return s
}

func place(d *Details) string {
	if !d.HasPlace {
		return ""
	}
	return num(d.Lat) + " " + num(d.Lon)
}

func terms(d *Details) string {
	var out []string
	for _, t := range d.Offices {
		out = append(out, t.Role+" of "+t.Of+" "+FormatDate(t.From)+"–"+FormatDate(t.To))
	}
	return strings.Join(out, "; ")
}
