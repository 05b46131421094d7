package text

// block is a paragraph, a headline or another piece of text between line breaks
// that mean something. Lines that only the width of a page broke are joined in one block.
type block struct {
	first, last int32 // tokens
	blank       bool  // a blank line stands before it
	bullet      bool  // an item of a list
	kind        SectionKind
	// line is the dateline at the head of the block (start == first) or inside it;
	// end is 0 when there is none.
	line dateline
	// credit is the token with which a credit at the end of the block begins; last if none.
	credit int32
	// label is the first token behind a speaker's label; first if none.
	label int32
	ends  ending
	// date is what a timestamp, byline or credit says, dateAt its tokens.
	date   Date
	dateAt Span
	fresh  bool // a new article begins here
	minute bool // "5 Min Read"
	ago    bool // a timestamp that counts back from now: "18m ago"
	titled bool // known by its label or by Options.Title to be the headline
}

// ending is how a block ends.
type ending uint8

const (
	openEnd  ending = iota // no mark
	stopEnd                // a full stop, perhaps behind a quotation mark
	askEnd                 // a question or exclamation mark
	colonEnd               // a colon: a list or a quotation follows
	midEnd                 // a comma, a dash: the sentence goes on
)

// makeBlocks joins lines into blocks.
func (d *Document) makeBlocks() {
	lines, n := d.scratch.lines, int32(len(d.Tokens))
	blocks := d.scratch.blocks[:0]
	width := d.wrapWidth()
	for k := range lines {
		first, last := lines[k], n
		if k+1 < len(lines) {
			last = lines[k+1]
		}
		if k > 0 && d.continues(lines[k-1], first, last, width) {
			b := &blocks[len(blocks)-1]
			b.last, b.credit = last, last
			continue
		}
		blocks = append(blocks, block{first: first, last: last, blank: d.Tokens[first].Has(ParaStart), credit: last, label: first, bullet: d.isBullet(first, last)})
	}
	for i := range blocks {
		blocks[i].ends = d.ending(blocks[i].first, blocks[i].last)
		d.Tokens[blocks[i].first].Flags |= ParaStart
	}
	d.scratch.blocks = blocks
}

// wrapWidth returns the width of the page in bytes when the text was broken into
// lines of about the same length, else 0.
func (d *Document) wrapWidth() int32 {
	lines := d.scratch.lines
	var inside, open, running, width int32
	for k := 0; k+1 < len(lines); k++ {
		next := lines[k+1]
		length := d.Tokens[next-1].End - d.Tokens[lines[k]].Start
		if length > 200 {
			return 0 // lines are paragraphs
		}
		width = max(width, length)
		t, end := &d.Tokens[next], &d.Tokens[next-1]
		if t.Has(ParaStart) {
			continue
		}
		inside++
		if t.Kind != Word || end.Mark == '.' {
			continue
		}
		if length >= 40 {
			open++
		}
		if t.Shape == Lower || d.leavesOpen(next-1) {
			running++
		}
	}
	// In running text two of three words that begin a line are in lower case.
	if running >= 2 && width >= 30 && (running*3 >= inside || width <= 100 && running*3 >= open) {
		return width
	}
	return 0
}

// continues reports whether the line [first, last) goes on with what the line that
// begins with token prev leaves open.
func (d *Document) continues(prev, first, last, width int32) bool {
	t := &d.Tokens[first]
	if t.Has(ParaStart) || d.isBullet(first, last) {
		return false
	}
	end := d.ending(prev, first)
	if end == openEnd && d.menu(prev, first) {
		return false
	}
	if (t.Kind == Word && t.Shape == Lower || d.leavesOpen(first-1)) && (end == openEnd || end == midEnd) {
		return !d.isBullet(prev, first) || width > 0
	}
	if width == 0 {
		return false
	}
	length := d.Tokens[first-1].End - d.Tokens[prev].Start
	if length*3 < width*2 {
		return false // a short line: the paragraph or the headline ends here
	}
	if k, _ := d.phrase(first, last); k != noPhrase {
		return false
	}
	return end != stopEnd || length*10 >= width*8
}

// leavesOpen reports whether token i is a small word that no line ends with by right: "of", "the".
func (d *Document) leavesOpen(i int32) bool {
	t := &d.Tokens[i]
	return t.Kind == Word && t.Shape == Lower && t.Len() <= 5 && d.is(i, lexMinor) &&
		!d.oneOf(i, "out", "up", "off", "down", "not", "so", "over", "on", "after", "about")
}

// isBullet reports whether the line is an item of a list: "• …", "1. …", "(a) …".
func (d *Document) isBullet(first, last int32) bool {
	if last-first < 3 {
		return false
	}
	t := &d.Tokens[first]
	switch {
	case t.Mark == '*':
		return true
	case t.Kind == Number && t.Len() <= 2:
		m := d.Tokens[first+1].Mark
		return (m == '.' || m == ')') && d.Tokens[first+2].Has(SpaceBefore)
	case t.Mark == '(':
		return last-first > 4 && d.Tokens[first+2].Mark == ')' && d.Tokens[first+1].Len() <= 3 && (d.Tokens[first+1].Kind == Number || d.Tokens[first+1].Shape == Lower)
	}
	return false
}

// ending tells how the tokens [first, last) end.
func (d *Document) ending(first, last int32) ending {
	for i := last - 1; i >= first; i-- {
		t := &d.Tokens[i]
		switch t.Kind {
		case Punct:
			switch t.Mark {
			case '"', '\'', ')', ']':
				if i == first {
					return openEnd
				}
				// "(Yonhap)" at the end tells nothing, "." before a closing mark does.
				switch d.Tokens[i-1].Mark {
				case '.', '!', '?', 'e', '"', '\'', ',':
					continue
				}
				// A reference: "[1]".
				if t.Mark == ']' && i-3 >= first && d.Tokens[i-1].Kind == Number && d.Tokens[i-2].Mark == '[' && !d.Tokens[i-2].Has(SpaceBefore) {
					i -= 2
					continue
				}
				return openEnd
			case '.', 'e':
				return stopEnd
			case '!', '?':
				return askEnd
			case ':':
				return colonEnd
			case ',', ';', '~', '-', '(', '[', '/':
				return midEnd
			}
			return openEnd
		case Word:
			if t.Flags&Dotted != 0 && d.Source[t.End-1] == '.' && t.Shape != Upper {
				return stopEnd
			}
		}
		return openEnd
	}
	return openEnd
}
