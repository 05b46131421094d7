package suggestion

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"attache/gazetteers"
	"attache/ner"
)

// maxRivals is how many records of one short form are looked at.
const maxRivals = 64

// group joins the records that are most likely one thing: a name that another
// one has as its short form, its letters in brackets, or another transliteration.
func (c *Collector) group() {
	// The better known comes first, so that others are joined to it.
	order := slices.Clone(c.order)
	slices.SortFunc(order, func(a, b *record) int {
		return cmp.Or(cmp.Compare(b.docs, a.docs), cmp.Compare(b.mentions, a.mentions), strings.Compare(a.key, b.key))
	})
	c.joinSounds(order)
	c.joinForms(order)
}

// joinSounds joins names whose words sound alike: "Muhammad Qadiri" and
// "Mohammed Kadiri".
func (c *Collector) joinSounds(order []*record) {
	bySound := map[string]*record{}
	for _, r := range order {
		key := soundKey(r.key)
		if key == "" {
			continue
		}
		key += r.typ()
		if o := bySound[key]; o != nil {
			o.take(r)
		} else {
			bySound[key] = r
		}
	}
}

// soundKey is the sound of every word of a name; "" for names of one word,
// which sound alike too easily.
func soundKey(key string) string {
	words := strings.Fields(key)
	if len(words) < 2 {
		return ""
	}
	var b []byte
	for i, w := range words {
		if i < len(words)-1 {
			w = consonants(w) // "Muhammad" and "Mohammed"
		}
		b = binary.LittleEndian.AppendUint64(b, ner.Sound(w))
	}
	return string(b)
}

// consonants takes the vowels from within a word of more than three letters;
// its last letter stays, since "Maria" and "Mario" are two.
func consonants(w string) string {
	if len(w) < 4 {
		return w
	}
	return w[:1] + strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiouy", r) {
			return -1
		}
		return r
	}, w[1:len(w)-1]) + w[len(w)-1:]
}

// joinForms joins a name of one word, or one in capitals, to the one longer
// name that some document has it as a form of, or whose surname or letters it is.
func (c *Collector) joinForms(order []*record) {
	owners := map[string][]*record{}
	own := func(form string, r *record) {
		list := owners[form]
		if form != "" && form != r.key && len(list) < maxRivals && !slices.Contains(list, r) {
			owners[form] = append(list, r)
		}
	}
	for _, r := range order {
		if r.into != nil {
			continue
		}
		for _, f := range r.forms {
			own(fold(f.what), r)
		}
		words := strings.Fields(r.key)
		if len(words) < 2 {
			continue
		}
		if r.typ() == "PERSON" {
			own(words[len(words)-1], r)
		} else {
			own(initials(r.name()), r)
		}
	}
	for _, r := range order {
		if r.into != nil || strings.Contains(r.key, " ") {
			continue
		}
		list := slices.DeleteFunc(slices.Clone(owners[r.key]), func(o *record) bool {
			return o.into != nil || !strings.Contains(o.key, " ") || !alike(o, r)
		})
		if len(list) == 1 {
			list[0].take(r)
		}
	}
}

// alike reports whether two records may be one thing by their types: what a
// bare surname or an acronym is, the grammar often cannot tell.
func alike(whole, short *record) bool {
	a, b := whole.typ(), short.typ()
	if a == b {
		return true
	}
	return a != "PERSON" && upper(short.name()) && (b == "ORGANIZATION" || b == "LOCATION" || b == "EVENT")
}

// initials returns the letters of a name of several words, in lower case, ""
// when there are fewer than three: "Red Dune Brigade" is rdb.
func initials(name string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(name) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			b.WriteString(fold(string(r)))
		}
	}
	if b.Len() < 3 {
		return ""
	}
	return b.String()
}

func upper(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}

// take makes o's observations r's.
func (r *record) take(o *record) {
	o.into = r
	r.docs += o.docs // documents that have both forms unjoined count twice
	r.mentions += o.mentions
	for _, f := range o.forms {
		if len(r.forms) < maxForms {
			r.forms = add(r.forms, f.what, f.n)
		}
	}
	for _, t := range o.types {
		r.types = add(r.types, t.what, t.n)
	}
	for _, t := range o.subtypes {
		r.subtypes = add(r.subtypes, t.what, t.n)
	}
	for _, t := range o.country {
		r.country = add(r.country, t.what, t.n)
	}
	r.left, r.right = addAll(r.left, o.left), addAll(r.right, o.right)
	for _, e := range o.examples {
		if len(r.examples) < MaxExamples {
			r.examples = append(r.examples, e)
		}
	}
}

// typ is the type that most mentions have.
func (r *record) typ() string {
	best := tally{}
	for _, t := range r.types {
		if t.n > best.n || t.n == best.n && t.what < best.what {
			best = t
		}
	}
	return best.what
}

// name is the form to show: of those with the words of the key the most frequent.
func (r *record) name() string {
	var same []tally
	for _, f := range r.forms {
		if fold(f.what) == r.key {
			same = append(same, f)
		}
	}
	if len(same) == 0 {
		same = r.forms
	}
	best := same[0]
	for _, f := range same[1:] {
		if f.n > best.n || f.n == best.n && f.what < best.what {
			best = f
		}
	}
	return best.what
}

// agreed returns the value that more than half of the documents have, "" if there is none.
func agreed(list []tally) string {
	all, best := 0, tally{}
	for _, t := range list {
		if all += t.n; t.n > best.n {
			best = t
		}
	}
	if best.n*2 <= all {
		return ""
	}
	return best.what
}

// risky reports whether a name of one word usually means something else: a
// common word, a person's surname, a name that a gazetteer has for another thing.
func (c *Collector) risky(name, typ string) bool {
	if strings.ContainsAny(name, " -") || upper(name) {
		return false
	}
	if typ == "PERSON" {
		return true
	}
	if in := c.set.Info(c.set.Word(wordHash(name))); in.Common > 0 || in.Given > 0 || in.Surname > 0 {
		return true
	}
	return slices.ContainsFunc(c.set.Find(name), func(f gazetteers.Finding) bool { return !f.Replaced && f.Fits })
}
