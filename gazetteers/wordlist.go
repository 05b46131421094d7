package gazetteers

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Frequency lists are tab-separated: the word, its level, and for common words
// its parts of speech ("n", "v", "a", "r" for adverb, as "nv"). Lines that
// begin with "#" are a header of "key: value" lines, of which class is read:
// common (levels 1, the most ordinary, to 8), given or surname (1, rare, to
// 15), or a word class of the grammar, whose lines need no level.

// tsv reads a frequency list.
func (l *loader) tsv(index int32, name string, data []byte) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	class, source := "", ""
	var cw *ClassWords
	most := 0
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
			case "common":
				most = 8
			case "given", "surname":
				most = 15
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
		if most == 0 {
			cw.Words = append(cw.Words, word)
			cw.At = append(cw.At, Pos{Line: line, Col: 1})
			continue
		}
		levelText, pos, _ := strings.Cut(rest, "\t")
		level, err := strconv.Atoi(levelText)
		if err != nil || level < 1 || level > most {
			l.errs.Add(name, Pos{Line: line, Col: int32(utf8.RuneCountInString(word) + 2)}, "level \""+levelText+"\", expected 1 to "+strconv.Itoa(most))
			continue
		}
		w := ListedWord{Word: word, File: index, Line: line}
		switch class {
		case "common":
			w.Info.Common = uint8(level)
		case "given":
			w.Info.Given = uint8(level)
		case "surname":
			w.Info.Surname = uint8(level)
		}
		if w.Info.POS = posOf(pos); w.Info.POS == 0 && strings.Trim(pos, "-\t ") != "" {
			l.errs.Add(name, Pos{Line: line, Col: 1}, "parts of speech \""+pos+"\", expected letters of n, v, a, r")
		}
		l.k.Words = append(l.k.Words, w)
	}
	if cw != nil && len(cw.Words) > 0 {
		l.k.Classes = append(l.k.Classes, *cw)
	}
}

// posOf reads parts of speech; a letter it does not know makes the result 0.
func posOf(s string) POS {
	var p POS
	for _, c := range s {
		switch c {
		case 'n':
			p |= Noun
		case 'v':
			p |= Verb
		case 'a', 's', 'j':
			p |= Adjective
		case 'r', 'd':
			p |= Adverb
		case ' ', ',', '\t':
			if c == '\t' {
				return p
			}
		default:
			return 0
		}
	}
	return p
}
