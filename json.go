package attache

import (
	"strconv"

	"attache/gazetteers"
	"attache/internal/wire"
	"attache/ner"
	"attache/relations"
	"attache/text"
)

// JSONOptions says how a document is written.
type JSONOptions struct {
	Offsets Offsets
	// WithText writes the text itself too, which the offsets point into.
	WithText bool
}

// MarshalJSON writes the document as attache/document/v1 with rune offsets.
func (d *Document) MarshalJSON() ([]byte, error) {
	return d.AppendJSON(nil, JSONOptions{}), nil
}

// AppendJSON appends the document as one line of attache/document/v1, without
// a line end, and returns the extended buffer. Equal documents give equal bytes. It must not be
// called for one document from several goroutines at once.
func (d *Document) AppendJSON(b []byte, o JSONOptions) []byte {
	d.ids.reset(d.Text.Source, o.Offsets)
	w := writer{d: d, buf: b, src: d.Text.Source, at: &d.ids}
	w.head(o)
	w.articles()
	w.sections()
	w.mentions()
	w.entities()
	w.relations()
	w.warnings()
	if len(d.Input.Extra) > 0 {
		w.raw(`,"extra":`)
		w.buf = append(w.buf, d.Input.Extra...)
	}
	w.raw("}")
	return w.buf
}

// writer appends JSON. It is our own because encoding/json through
// reflection costs more than all of the analysis.
type writer struct {
	d   *Document
	buf []byte
	src string
	at  *offsetTable
}

func (w *writer) raw(s string) { w.buf = append(w.buf, s...) }
func (w *writer) num(n int)    { w.buf = appendCount(w.buf, n) }
func (w *writer) str(s string) { w.buf = appendString(w.buf, "", s) }

// key writes a key with what stands around it, and its value, a string.
func (w *writer) key(k, s string) { w.buf = appendString(w.buf, k, s) }
func (w *writer) keyIf(k, s string) {
	if s != "" {
		w.key(k, s)
	}
}
func (w *writer) ref(c byte, i int32) {
	w.buf = append(appendCount(append(w.buf, '"', c), int(i)+1), '"')
}

func (w *writer) refIf(k string, i int32) {
	if i >= 0 {
		w.raw(k)
		w.ref('m', i)
	}
}

// span writes start and end without braces, after what stands before them.
func (w *writer) span(before string, s text.Span) {
	w.raw(before)
	w.num(w.at.at(s.Start))
	w.raw(`,"end":`)
	w.num(w.at.at(s.End))
}

// confidence writes a number from 0 to 1 with two decimals.
func (w *writer) confidence(c float32) {
	n := min(max(int(c*100+0.5), 0), 100)
	if n == 100 {
		w.raw("1")
		return
	}
	w.buf = append(w.buf, '0', '.', byte('0'+n/10), byte('0'+n%10))
}

// list writes what each writes for n items, with commas between.
func (w *writer) list(key string, n int, each func(i int)) {
	w.raw(key)
	w.raw("[")
	for i := range n {
		if i > 0 {
			w.raw(",")
		}
		each(i)
	}
	w.raw("]")
}

func (w *writer) head(o JSONOptions) {
	in := &w.d.Input
	w.key(`{"schema":"`+wire.Schema+`","id":`, in.ID)
	w.keyIf(`,"source":`, in.Source)
	title, published := in.Title, in.Published
	if as := w.d.Text.Articles; len(as) > 0 {
		if title == "" {
			title = as[0].Title.Of(w.src)
		}
		if published.IsZero() {
			published = as[0].Published
		}
	}
	w.keyIf(`,"title":`, title)
	w.date(`,"published":`, published)
	w.key(`,"offsets":`, o.Offsets.String())
	if o.WithText {
		w.key(`,"text":`, w.src)
	}
}

// date writes a date as far as it is known.
func (w *writer) date(key string, d text.Date) {
	if d.IsZero() {
		return
	}
	w.raw(key)
	w.raw(`"`)
	w.digits(int(d.Year), 4)
	if d.Month > 0 {
		w.raw("-")
		w.digits(int(d.Month), 2)
		if d.Day > 0 {
			w.raw("-")
			w.digits(int(d.Day), 2)
		}
	}
	w.raw(`"`)
}

func (w *writer) digits(n, width int) {
	for p := width - 1; p > 0; p-- {
		limit := 1
		for range p {
			limit *= 10
		}
		if n < limit {
			w.raw("0")
		}
	}
	w.num(n)
}

func (w *writer) articles() {
	as := w.d.Text.Articles
	w.list(`,"articles":`, len(as), func(i int) {
		a := &as[i]
		w.span(`{"start":`, a.Span)
		w.keyIf(`,"title":`, a.Title.Of(w.src))
		w.keyIf(`,"place":`, a.Place.Of(w.src))
		w.date(`,"published":`, a.Published)
		w.raw("}")
	})
}

func (w *writer) sections() {
	ss := w.d.Text.Sections
	w.list(`,"sections":`, len(ss), func(i int) {
		w.key(`{"kind":`, ss[i].Kind.String())
		w.span(`,"start":`, ss[i].Span)
		w.raw("}")
	})
}

// typeKeys gives for each type what stands between the text of a mention and
// its subtype.
func typeKeys(set *gazetteers.Set) []string {
	keys := make([]string, set.Types())
	for t := range keys {
		keys[t] = string(appendString(nil, `,"type":`, set.TypeName(gazetteers.Type(t)))) + `,"subtype":`
	}
	return keys
}

func (w *writer) mentions() {
	res := &w.d.Resolution
	w.list(`,"mentions":`, len(res.Mentions), func(i int) {
		m := &res.Mentions[i]
		w.raw(`{"id":"m`)
		w.num(i + 1)
		w.span(`","start":`, m.Span)
		w.key(`,"text":`, m.Span.Of(w.src))
		w.key(w.d.engine.typeKeys[m.Type], m.Subtype)
		if e := w.entity(res.EntityOf[i]); e != nil {
			w.key(`,"entity":`, e.ID)
			if m.Metonym {
				w.keyIf(`,"literal":`, e.Literal)
			}
		}
		w.key(`,"rule":`, m.Rule)
		w.raw(`,"confidence":`)
		w.confidence(m.Confidence)
		w.keyIf(`,"value":`, m.Value)
		w.keyIf(`,"rank":`, m.Rank)
		w.keyIf(`,"portfolio":`, m.Portfolio.Of(w.src))
		if m.Type == gazetteers.Group {
			w.keyIf(`,"sector":`, m.Subtype)
		}
		if m.Of >= 0 {
			if e := w.entity(res.EntityOf[m.Of]); e != nil {
				w.key(`,"of":`, e.ID)
			}
			w.refIf(`,"of_mention":`, m.Of)
		}
		w.raw("}")
	})
}

func (w *writer) entity(i int32) *ner.Entity {
	if i < 0 {
		return nil
	}
	return &w.d.Resolution.Entities[i]
}

func (w *writer) entities() {
	es := w.d.Resolution.Entities
	set := w.d.engine.set
	w.list(`,"entities":`, len(es), func(i int) {
		e := &es[i]
		w.key(`{"id":`, e.ID)
		w.key(`,"type":`, set.TypeName(e.Type))
		w.keyIf(`,"subtype":`, e.Subtype)
		w.key(`,"name":`, e.Name)
		w.list(`,"aliases":`, len(e.Aliases), func(j int) { w.str(e.Aliases[j]) })
		w.keyIf(`,"country":`, e.Country)
		if e.Entry != gazetteers.NoEntry {
			w.keyIf(`,"wikidata":`, set.Wikidata(e.Entry))
			if n := set.GeoNames(e.Entry); n != 0 {
				w.raw(`,"geonames":`)
				w.num(int(n))
			}
			if lat, lon, ok := set.LatLon(e.Entry); ok {
				w.raw(`,"lat":`)
				w.buf = strconv.AppendFloat(w.buf, lat, 'f', -1, 32)
				w.raw(`,"lon":`)
				w.buf = strconv.AppendFloat(w.buf, lon, 'f', -1, 32)
			}
		}
		w.keyIf(`,"literal":`, e.Literal)
		w.list(`,"mentions":`, len(e.Mentions), func(j int) { w.ref('m', e.Mentions[j]) })
		w.list(`,"offices":`, len(e.Offices), func(j int) {
			o := &e.Offices[j]
			w.key(`{"role":`, o.Role)
			w.keyIf(`,"name":`, o.Name)
			w.keyIf(`,"of":`, o.Of)
			w.keyIf(`,"from":`, o.From)
			w.keyIf(`,"to":`, o.To)
			w.raw("}")
		})
		w.raw("}")
	})
}

func (w *writer) relations() {
	rs := w.d.Relations
	w.list(`,"relations":`, len(rs), func(i int) {
		r := &rs[i]
		w.raw(`{"id":"r`)
		w.num(i + 1)
		w.key(`","type":`, r.Type)
		w.keyIf(`,"class":`, r.Class)
		w.keyIf(`,"cameo":`, r.CAMEO)
		w.keyIf(`,"mode":`, r.Mode)
		w.raw(`,"symmetric":`)
		w.buf = strconv.AppendBool(w.buf, r.Symmetric)
		w.raw(`,"source":`)
		w.entityID(r.Source.Entity)
		w.raw(`,"target":`)
		w.entityID(r.Target.Entity)
		w.refIf(`,"source_mention":`, r.Source.Mention)
		w.refIf(`,"target_mention":`, r.Target.Mention)
		if len(r.Args) > 0 {
			w.list(`,"args":`, len(r.Args), func(j int) { w.arg(&r.Args[j]) })
		}
		w.raw(`,"place":`)
		w.entityID(r.Place.Entity)
		w.mentionOrNull(`,"place_mention":`, r.Place.Mention)
		w.raw(`,"date":`)
		if r.Date == "" {
			w.raw("null")
		} else {
			w.str(r.Date)
		}
		w.mentionOrNull(`,"date_mention":`, r.When.Mention)
		w.key(`,"polarity":`, r.Polarity.String())
		w.key(`,"modality":`, r.Modality.String())
		w.keyIf(`,"tense":`, r.Tense.String())
		w.raw(`,"attribution":`)
		w.entityID(r.Attribution.Entity)
		w.span(`,"trigger":{"start":`, r.Trigger)
		w.key(`,"text":`, r.Trigger.Of(w.src))
		w.span(`},"evidence":{"start":`, r.Evidence)
		w.key(`},"rule":`, r.Rule)
		w.raw(`,"confidence":`)
		w.confidence(r.Confidence)
		w.raw("}")
	})
}

func (w *writer) arg(a *relations.Participant) {
	w.key(`{"name":`, a.Name)
	if e := w.entity(a.Entity); e != nil {
		w.key(`,"entity":`, e.ID)
	}
	w.refIf(`,"mention":`, a.Mention)
	w.raw("}")
}

func (w *writer) entityID(i int32) {
	if e := w.entity(i); e != nil {
		w.str(e.ID)
	} else {
		w.raw("null")
	}
}

func (w *writer) mentionOrNull(key string, i int32) {
	w.raw(key)
	if i < 0 {
		w.raw("null")
		return
	}
	w.ref('m', i)
}

func (w *writer) warnings() {
	ws := w.d.Text.Warnings
	w.list(`,"warnings":`, len(ws), func(i int) {
		w.key(`{"code":`, ws[i].Code)
		w.key(`,"text":`, ws[i].Text)
		w.span(`,"start":`, ws[i].Span)
		w.raw("}")
	})
}
