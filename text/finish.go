package text

// finish sets the flags that need the whole of a sentence or paragraph.
func (d *Document) finish() {
	inside := false
	for i := range d.Sents {
		s := &d.Sents[i]
		if d.Tokens[s.Toks.First].Flags&ParaStart != 0 {
			inside = false
		}
		inside = d.quote(s, inside)
		d.lettering(s)
		switch d.Sections[s.Section].Kind {
		case Body, Caption:
			d.breaks(i)
		case HeadlineSection:
		default:
			s.Flags &^= TitleCase // bylines and credits are names: their capitals count
		}
	}
}

// quote sets Quoted on the tokens inside double quotation marks. inside tells
// whether a quotation was open before the sentence; the result, whether one is behind it.
// Quotations end with their paragraph at the latest.
func (d *Document) quote(s *Sentence, inside bool) bool {
	toks := d.Tokens[s.Toks.First:s.Toks.Last]
	speech, plain := false, uint8(0)
	for i := range toks {
		t := &toks[i]
		if t.Mark == '"' {
			switch d.direction(t) {
			case 1:
				inside = true
			case -1:
				inside = false
			default:
				// A straight mark opens when a space is before it and none behind.
				inside = !inside
			}
			continue
		}
		if inside {
			t.Flags |= Quoted
			speech = true
		} else {
			plain |= uint8(t.Kind ^ Punct) // without a branch that would go either way
		}
	}
	if speech && plain == 0 {
		s.Flags |= SpeechOnly
	}
	return inside
}

// direction tells an opening from a closing mark: 1, −1, or 0 when the mark is straight.
func (d *Document) direction(t *Token) int {
	if t.Len() == 1 {
		return 0
	}
	if t.Len() == 2 && t.Flags&NonASCII == 0 {
		if d.Source[t.Start] == '`' {
			return 1
		}
		return -1
	}
	r, _, _ := decode(d.Source, int(t.Start))
	switch r {
	case '“', '„', '«', '「', '『', '〝':
		return 1
	case '”', '»', '」', '』', '〞':
		return -1
	}
	return 0
}

// lettering sets TitleCase and AllCaps.
func (d *Document) lettering(s *Sentence) {
	var lower, plain, upper, caps int
	for i := s.Toks.First; i < s.Toks.Last; i++ {
		t := &d.Tokens[i]
		if t.Kind != Word {
			continue
		}
		switch t.Shape {
		case Lower:
			lower++
			// Most sentences are ordinary, and soon seen to be.
			if t.Len() > 7 || !d.is(i, lexMinor) {
				if plain++; plain > 3 && plain > caps {
					return
				}
			}
		case Upper:
			upper++
			caps++
		case Title, Mixed:
			if t.Len() > 1 {
				caps++
			}
		}
	}
	if upper >= 2 && lower == 0 && upper*4 >= caps*3 {
		s.Flags |= AllCaps
	}
	// A sentence of names between small words is no title.
	if caps >= 3 && plain*6 <= caps && (s.Flags&Headline != 0 || d.ending(s.Toks.First, s.Toks.Last) != stopEnd) {
		s.Flags |= TitleCase
	}
}

// breaks sets Broken on the sentence when its paragraph breaks off with it.
func (d *Document) breaks(i int) {
	s := &d.Sents[i]
	if i+1 < len(d.Sents) {
		next := &d.Sents[i+1]
		if d.Tokens[next.Toks.First].Flags&ParaStart == 0 {
			return
		}
	}
	if d.isBullet(s.Toks.First, s.Toks.Last) {
		return
	}
	if e := d.ending(s.Toks.First, s.Toks.Last); e == openEnd && d.Tokens[s.Toks.Last-1].Kind != Link {
		s.Flags |= Broken
	}
}
