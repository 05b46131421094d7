package gazetteers

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Frequency lists are tab-separated, one word a line. Lines that begin with "#"
// are a header of "key: value" lines, of which class and source are read. Classes
// of their own are
//
//	common      word, level, level of the capitalised form, parts of speech
//	given-name  name, level
//	surname     name, level
//
// Levels of common words are those of SCOWL (10, the most ordinary, to 70; 0 is
// none); levels of names are 1, rare, to 15. Parts of speech are letters of n, v,
// a and r (adverb), or "-". Further columns are for readers. A list of any other
// class is one of words of the grammar, whose first column alone is read.

// tsv reads a frequency list.
func (l *loader) tsv(index int32, name string, data []byte) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	class, source := "", ""
	var cw *ClassWords
	frequency := false
	for line := int32(1); len(data) > 0; line++ {
		row := data
		if i := bytes.IndexByte(data, '\n'); i >= 0 {
			row, data = data[:i], data[i+1:]
		} else {
			data = nil
		}
		row = bytes.TrimSuffix(row, []byte("\r"))
		if len(row) == 0 {
			continue
		}
		if row[0] == '#' {
			key, val, _ := strings.Cut(string(row[1:]), ":")
			val = strings.TrimSpace(val)
			switch strings.TrimSpace(key) {
			case "class":
				class = val
			case "source":
				source = val
			}
			continue
		}
		if cw == nil {
			switch class {
			case "common", "given-name", "surname":
				frequency = true
			default:
				if !kebab(class) {
					l.errs.Add(name, Pos{Line: line, Col: 1}, "no class before the first word, expected a header line such as \"# class: surname\"")
					return
				}
			}
			cw = &ClassWords{Class: class, Source: source, File: index}
		}
		if !utf8.Valid(row) {
			l.errs.Add(name, Pos{Line: line, Col: 1}, "broken UTF-8, expected UTF-8 text")
			continue
		}
		word, rest, _ := strings.Cut(string(row), "\t")
		if badText(word, maxSurfaceLen) != "" {
			l.errs.Add(name, Pos{Line: line, Col: 1}, "no word, expected word, tab, level")
			continue
		}
		if !frequency {
			cw.Words = append(cw.Words, word)
			cw.At = append(cw.At, Pos{Line: line, Col: 1})
			continue
		}
		w := ListedWord{Word: word, File: index, Line: line}
		var why string
		if class == "common" {
			w.Info, why = commonInfo(rest)
		} else {
			level, _, _ := strings.Cut(rest, "\t")
			n, err := strconv.Atoi(level)
			if err != nil || n < 1 || n > 15 {
				why = "level \"" + level + "\", expected 1 to 15"
			}
			if class == "surname" {
				w.Info.Surname = uint8(n)
			} else {
				w.Info.Given = uint8(n)
			}
		}
		if why != "" {
			l.errs.Add(name, Pos{Line: line, Col: int32(utf8.RuneCountInString(word) + 2)}, why)
			continue
		}
		l.k.Words = append(l.k.Words, w)
	}
	if cw != nil && len(cw.Words) > 0 {
		l.k.Classes = append(l.k.Classes, *cw)
	}
}

// scowlLevels are SCOWL's levels; the index of each plus one is ours.
var scowlLevels = [...]string{"10", "20", "35", "40", "50", "55", "60", "70"}

// commonInfo reads the columns after a common word; why says what is wrong.
func commonInfo(cols string) (in WordInfo, why string) {
	level, cols, _ := strings.Cut(cols, "\t")
	proper, cols, _ := strings.Cut(cols, "\t")
	pos, _, _ := strings.Cut(cols, "\t")
	for _, c := range []struct {
		text string
		to   *uint8
	}{{level, &in.Common}, {proper, &in.Proper}} {
		if c.text == "0" || c.text == "" && c.to == &in.Proper {
			continue
		}
		n := slices.Index(scowlLevels[:], c.text)
		if n < 0 {
			return in, "level \"" + c.text + "\", expected 0 or a SCOWL level: " + strings.Join(scowlLevels[:], ", ")
		}
		*c.to = uint8(n + 1)
	}
	for _, c := range pos {
		i := strings.IndexRune("nvar", c)
		if i < 0 && c != '-' {
			return in, "parts of speech \"" + pos + "\", expected letters of nvar"
		}
		if i >= 0 {
			in.POS |= 1 << i
		}
	}
	return in, ""
}
