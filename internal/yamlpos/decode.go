package yamlpos

import (
	"reflect"
	"strconv"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"
)

// Str is a text value and where it stands.
type Str struct {
	S string
	Pos
	Bad bool // the value was no text, and has been reported: it is not missing too
}

// Num is a number and where it stands; Set says that the file gave it.
type Num struct {
	V   float64
	Set bool
	Pos
}

// Bool is a truth value and where it stands.
type Bool struct {
	V bool
	Pos
}

// Date is text that may look like a number or a time to YAML (1990, 1990-05,
// 1990-05-03), and where it stands.
type Date struct {
	S string
	Pos
}

// Decode fills the struct that v points to from a mapping node. Fields take
// their keys from the `yaml` tag and are of type Str, Num, Bool, Date, a
// struct, a slice of those, or a pointer to a struct; a field named At of type
// Pos with the tag "-" receives the place of its mapping. Unknown keys,
// duplicate keys and values of a wrong kind are reported in errs; the rest is
// decoded nevertheless. line is added to all line numbers, for a node that was
// cut out of a larger file.
func Decode(file string, n *yaml.Node, v any, line int, errs *Errors) {
	d := decoder{file: file, line: int32(line), errs: errs}
	rv := reflect.ValueOf(v).Elem()
	if n == nil {
		errs.Add(file, Pos{1, 1}, "empty file, expected "+keysOf(infoOf(rv.Type())))
		return
	}
	d.value(n, rv, "file")
}

// DecodeList is Decode for a list that stands alone; v points to a slice.
func DecodeList(file string, n *yaml.Node, v any, line int, errs *Errors) {
	d := decoder{file: file, line: int32(line), errs: errs}
	d.value(n, reflect.ValueOf(v).Elem(), "entries")
}

type decoder struct {
	file string
	line int32
	errs *Errors
}

func (d *decoder) pos(n *yaml.Node) Pos {
	return Pos{int32(n.Line) + d.line, int32(n.Column)}
}

func (d *decoder) fail(n *yaml.Node, msg string) { d.errs.Add(d.file, d.pos(n), msg) }

var (
	typStr  = reflect.TypeFor[Str]()
	typNum  = reflect.TypeFor[Num]()
	typBool = reflect.TypeFor[Bool]()
	typDate = reflect.TypeFor[Date]()
	typPos  = reflect.TypeFor[Pos]()
)

func (d *decoder) value(n *yaml.Node, v reflect.Value, what string) {
	switch v.Type() {
	case typStr:
		if n.Kind != yaml.ScalarNode || n.ShortTag() != "!!str" {
			d.wrong(n, what, "text")
			*v.Addr().Interface().(*Str) = Str{Pos: d.pos(n), Bad: true}
			return
		}
		*v.Addr().Interface().(*Str) = Str{S: n.Value, Pos: d.pos(n)}
	case typDate:
		if n.Kind != yaml.ScalarNode || n.ShortTag() == "!!null" {
			d.wrong(n, what, "a date such as 1990, 1990-05 or 1990-05-03")
			return
		}
		*v.Addr().Interface().(*Date) = Date{n.Value, d.pos(n)}
	case typNum:
		tag := n.ShortTag()
		f, err := strconv.ParseFloat(strings.ReplaceAll(n.Value, "_", ""), 64)
		if n.Kind != yaml.ScalarNode || tag != "!!int" && tag != "!!float" || err != nil {
			d.wrong(n, what, "a number")
			return
		}
		if f != f || f > 1e18 || f < -1e18 {
			d.fail(n, what+" is "+clip(n.Value)+", expected a number of common size")
			return
		}
		*v.Addr().Interface().(*Num) = Num{f, true, d.pos(n)}
	case typBool:
		if n.Kind != yaml.ScalarNode || n.ShortTag() != "!!bool" {
			d.wrong(n, what, "true or false")
			return
		}
		*v.Addr().Interface().(*Bool) = Bool{strings.EqualFold(n.Value, "true"), d.pos(n)}
	default:
		switch v.Kind() {
		case reflect.Struct:
			d.mapping(n, v, what)
		case reflect.Slice:
			d.list(n, v, what)
		default:
			panic("yamlpos: field of type " + v.Type().String())
		}
	}
}

func (d *decoder) list(n *yaml.Node, v reflect.Value, what string) {
	if n.Kind != yaml.SequenceNode {
		if n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" {
			return // "entries:" with nothing below
		}
		d.wrong(n, what, "a list")
		return
	}
	s := reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content))
	for i, c := range n.Content {
		d.value(c, s.Index(i), "item of "+what)
	}
	v.Set(s)
}

func (d *decoder) mapping(n *yaml.Node, v reflect.Value, what string) {
	info := infoOf(v.Type())
	if n.Kind != yaml.MappingNode {
		d.wrong(n, what, "a mapping with "+keysOf(info))
		return
	}
	if info.at >= 0 {
		v.Field(info.at).Set(reflect.ValueOf(d.pos(n)))
	}
	var seen uint64
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, val := n.Content[i], n.Content[i+1]
		if key.Kind != yaml.ScalarNode {
			d.fail(key, "key is "+kindName(key)+", expected "+keysOf(info))
			continue
		}
		f := info.find(key.Value)
		if f < 0 {
			msg := "unknown key \"" + clip(key.Value) + "\""
			if s := Suggest(key.Value, info.names); s != "" {
				msg += ", did you mean \"" + s + "\"?"
			} else {
				msg += ", expected " + keysOf(info)
			}
			d.fail(key, msg)
			continue
		}
		if seen&(1<<f) != 0 {
			d.fail(key, "key \""+key.Value+"\" stands here twice, expected once")
			continue
		}
		seen |= 1 << f
		d.value(val, v.Field(info.fields[f]), key.Value)
	}
}

// wrong reports a value of the wrong kind, and the usual remedy.
func (d *decoder) wrong(n *yaml.Node, what, expected string) {
	msg := what + " is " + kindName(n) + ", expected " + expected
	if expected == "text" && n.Kind == yaml.ScalarNode && n.Value != "" && n.ShortTag() != "!!null" {
		msg += ": write \"" + clip(n.Value) + "\" with quotes"
	}
	d.fail(n, msg)
}

func kindName(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a mapping"
	case yaml.SequenceNode:
		return "a list"
	case yaml.ScalarNode:
		switch n.ShortTag() {
		case "!!null":
			return "empty"
		case "!!int", "!!float":
			return "a number"
		case "!!bool":
			return "true or false"
		case "!!timestamp":
			return "a date"
		}
	}
	return "text"
}

// structInfo is what decoding needs to know of a struct type.
type structInfo struct {
	names  []string // keys in the order of the fields
	fields []int    // index of the field of each key
	at     int      // index of the Pos field, −1 if none
}

var infos sync.Map // reflect.Type → *structInfo: a cache, the same whoever fills it

func infoOf(t reflect.Type) *structInfo {
	if i, ok := infos.Load(t); ok {
		return i.(*structInfo)
	}
	info := &structInfo{at: -1}
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case f.Type == typPos:
			info.at = i
		case name != "" && name != "-":
			info.names = append(info.names, name)
			info.fields = append(info.fields, i)
		}
	}
	infos.Store(t, info)
	return info
}

func (s *structInfo) find(key string) int {
	for i, n := range s.names {
		if n == key {
			return i
		}
	}
	return -1
}

func keysOf(s *structInfo) string { return strings.Join(s.names, ", ") }
