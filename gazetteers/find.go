package gazetteers

import "attache/text"

// Finding is one way in which a name can be read, of all layers.
type Finding struct {
	Entry   EntryID
	ID      string
	Name    string // of the entry
	Type    string
	Subtype string
	Kind    SurfaceKind
	Risky   bool
	Weight  int8 // tenths
	Case    Case
	// Fits says that the letter case of the name is what the reading demands; a
	// reading that does not fit is found in headlines at most.
	Fits   bool
	Source string
	File   string
	Pos    Pos
	Layer  int // 0 is built in
	// Replaced says that a higher layer replaces or removes the entry, so that
	// the reading is never found; ReplacedBy is where it does, "" when it removes it.
	Replaced   bool
	ReplacedBy string
}

// Find returns every reading of a name in every layer, of whatever letter
// case, or the entry with that id.
func (s *Set) Find(name string) []Finding {
	if out := s.findID(name); len(out) > 0 {
		return out
	}
	var doc text.Document
	doc.Parse(name, text.Options{Plain: true})
	toks := doc.Tokens
	if n := len(toks); n > 1 && toks[n-1].Mark == '.' {
		toks = toks[:n-1]
	}
	var out []Finding
	for l := len(s.layers) - 1; l >= 0; l-- {
		ix := s.layers[l]
		n := uint32(0)
		for i := range toks {
			w := s.Word(toks[i].Hash)
			if w == 0 || int(w) >= len(ix.root) {
				n = 0
				break
			}
			if i == 0 {
				n = ix.root[w] &^ capitalBit
			} else {
				n = ix.child(n, uint32(w))
			}
			if n == 0 {
				break
			}
		}
		if n == 0 {
			continue
		}
		for surf := ix.nodeSurf[n]; surf < ix.nodeSurf[n+1]; surf++ {
			fits := caseFits(ix.patterns[ix.surfPat[surf]], toks, false)
			for _, r := range s.rawReadings(surf + ix.meta.FirstSurface) {
				f := s.finding(r.Entry)
				f.Kind, f.Risky, f.Weight, f.Fits = r.Kind, r.Risky, r.Weight, fits
				out = append(out, f)
			}
		}
	}
	return out
}

// findID returns the entries with an id, the topmost first.
func (s *Set) findID(id string) []Finding {
	var out []Finding
	for l := len(s.layers) - 1; l >= 0; l-- {
		if i := s.layers[l].entry(id); i >= 0 {
			f := s.finding(EntryID(s.layers[l].meta.FirstEntry) + EntryID(i))
			f.Weight, f.Fits = s.WeightOf(f.Entry), true
			out = append(out, f)
		}
	}
	return out
}

func (s *Set) finding(e EntryID) Finding {
	f := Finding{
		Entry: e, ID: s.ID(e), Name: s.Name(e), Type: s.TypeName(s.Type(e)), Subtype: s.Subtype(e), Case: s.CaseOf(e),
		Source: s.Source(e), File: s.File(e), Pos: s.Place(e), Layer: s.Layer(e),
	}
	by, gone := s.replaced(e)
	if f.Replaced = gone; gone && by != NoEntry {
		f.ReplacedBy = (&Error{File: s.File(by), Pos: s.Place(by), Msg: s.ID(by)}).Error()
	}
	return f
}

// Sources returns the sources that the files of all layers describe.
func (s *Set) Sources() []Source {
	var out []Source
	for _, ix := range s.layers {
		for _, r := range ix.sources {
			out = append(out, Source{ix.str(r.ID), ix.str(r.Name), ix.str(r.Version), ix.str(r.Licence), ix.str(r.Notice)})
		}
	}
	return out
}
