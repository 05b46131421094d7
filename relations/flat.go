package relations

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/gob"
	"fmt"
	"strings"
)

// flat is a compiled rule set as it is stored: columns, so that decoding costs little. What can be laid out again quickly (the
// hash tables) is not stored.
type flat struct {
	Sources [32]byte // hash of the YAML it was made from

	Hashes                           []byte
	FormVerb, FormNoun               []byte
	FormVform, FormKind, FormArg     []byte
	FormFlags                        []byte
	VerbLemma                        string
	VerbFuncs                        []byte
	VerbRule, VerbRule2              []byte
	VerbFlags, VerbBits, VerbPrep    []byte
	VerbParent                       []byte
	NounLemma                        string
	NounClasses                      []byte
	NounRule                         []byte
	NounTrigger                      []bool
	MultiKeys, PhrasalKeys, PairKeys []byte
	MultiVals, PhrasalVals, PairVals []byte
	Rules                            []flatRule
	Fn                               []byte
	Patterns                         []byte
	Masks                            []byte
	Control                          []byte
}

type flatRule struct {
	ID, Relation, Class, CAMEO, Mode            string
	Symmetric, Place, Reciprocal, Single, Owner bool
	Src, Tgt                                    []byte
	SrcTypes, TgtTypes                          uint64
	Conf                                        float32
	Pattern, Family                             uint8
}

// sourcesHash identifies the text of rule files.
func sourcesHash(files []Source) [32]byte {
	h := sha256.New()
	for _, f := range files {
		fmt.Fprintf(h, "%s %d\n", f.Name, len(f.Data))
		h.Write(f.Data)
	}
	return [32]byte(h.Sum(nil))
}

const (
	bitPhrasal = 1 << iota
	bitAdj
	bitTrigger
	bitParticles
)

func bitSet(list ...bool) byte {
	var b byte
	for i, x := range list {
		if x {
			b |= 1 << i
		}
	}
	return b
}

// masks lists the class masks of a program in the order in which they are stored.
func (p *program) masks() []*uint64 {
	return []*uint64{&p.transparent, &p.people, &p.kin, &p.access, &p.endings, &p.speech, &p.placehead, &p.thingLike, &p.occupation, &p.phone, &p.deeds, &p.refusals, &p.demands}
}

// encode writes a program as bytes.
func (p *program) encode(hashes []uint64, sources [32]byte) ([]byte, error) {
	l := &p.lex
	f := flat{Sources: sources, Hashes: pack(hashes), Fn: pack(p.fn[:]), Patterns: pack(p.patterns), Control: pack(p.control)}
	le := binary.LittleEndian
	for _, x := range l.forms {
		f.FormVerb, f.FormNoun = le.AppendUint16(f.FormVerb, x.verb), le.AppendUint16(f.FormNoun, x.noun)
		f.FormVform, f.FormKind = append(f.FormVform, x.vform), append(f.FormKind, byte(x.kind))
		f.FormArg, f.FormFlags = append(f.FormArg, x.arg), append(f.FormFlags, x.flags)
	}
	for _, v := range l.verbs {
		f.VerbFuncs, f.VerbRule = le.AppendUint32(f.VerbFuncs, v.funcs), le.AppendUint32(f.VerbRule, uint32(v.rule))
		f.VerbRule2 = le.AppendUint32(f.VerbRule2, uint32(v.rule2))
		f.VerbLemma += v.lemma + "\n"
		f.VerbFlags, f.VerbPrep, f.VerbParent = append(f.VerbFlags, v.flags), append(f.VerbPrep, byte(v.prepObj)), le.AppendUint16(f.VerbParent, v.parent)
		f.VerbBits = append(f.VerbBits, bitSet(v.phrasal, v.isAdj, v.trigger, v.particles))
	}
	for _, n := range l.nouns {
		f.NounLemma += n.lemma + "\n"
		f.NounClasses = le.AppendUint64(f.NounClasses, n.classes)
		f.NounRule, f.NounTrigger = le.AppendUint32(f.NounRule, uint32(n.rule)), append(f.NounTrigger, n.trigger)
	}
	f.MultiKeys, f.MultiVals = l.multi.entries()
	f.PhrasalKeys, f.PhrasalVals = l.phrasal.entries()
	f.PairKeys, f.PairVals = l.pairs.entries()
	for _, r := range p.rules {
		f.Rules = append(f.Rules, flatRule{r.id, r.relation, r.class, r.cameo, r.mode, r.symmetric, r.place, r.reciprocal, r.single, r.owner,
			slotBytes(r.src), slotBytes(r.tgt), uint64(r.srcTypes), uint64(r.tgtTypes), r.conf, r.pattern, uint8(r.family)})
	}
	for _, m := range p.masks() {
		f.Masks = le.AppendUint64(f.Masks, *m)
	}
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(&f)
	return b.Bytes(), err
}

func slotBytes(s []slot) []byte {
	out := make([]byte, len(s))
	for i, x := range s {
		out[i] = byte(x)
	}
	return out
}

func slotsOf(b []byte) []slot {
	out := make([]slot, len(b))
	for i, x := range b {
		out[i] = slot(x)
	}
	return out
}

// decode reads what encode wrote. The bytes are our own, made by go generate; a length that does not fit is an error all the same.
func decode(data []byte, sources [32]byte) (*program, error) {
	var f flat
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&f); err != nil {
		return nil, fmt.Errorf("compiled rules: %w", err)
	}
	hashes, formVerb, formNoun := unpack[uint64](f.Hashes), unpack[uint16](f.FormVerb), unpack[uint16](f.FormNoun)
	verbLemma, verbFuncs, verbRule, verbRule2, verbParent := strings.Split(f.VerbLemma, "\n"), unpack[uint32](f.VerbFuncs), unpack[int32](f.VerbRule), unpack[int32](f.VerbRule2), unpack[uint16](f.VerbParent)
	nounLemma, nounClasses, nounRule := strings.Split(f.NounLemma, "\n"), unpack[uint64](f.NounClasses), unpack[int32](f.NounRule)
	fn, storedMasks := unpack[uint32](f.Fn), unpack[uint64](f.Masks)
	n, nv, nn := len(hashes), len(verbLemma)-1, len(nounLemma)-1
	p := &program{patterns: unpack[int32](f.Patterns), control: unpack[uint16](f.Control)}
	masks := p.masks()
	if f.Sources != sources {
		return nil, fmt.Errorf("compiled rules: made from other sources")
	}
	for _, ok := range []bool{n == len(formVerb), n == len(formNoun), n == len(f.FormVform), n == len(f.FormKind), n == len(f.FormArg), n == len(f.FormFlags),
		nv == len(verbFuncs), nv == len(verbRule), nv == len(verbRule2), nv == len(f.VerbFlags), nv == len(f.VerbBits), nv == len(f.VerbPrep), nv == len(verbParent),
		nn == len(nounClasses), nn == len(nounRule), nn == len(f.NounTrigger), len(fn) == numFns, len(storedMasks) == len(masks), len(p.patterns) == len(patternNames)+1,
		len(f.MultiKeys) == 2*len(f.MultiVals), len(f.PhrasalKeys) == 2*len(f.PhrasalVals), len(f.PairKeys) == 2*len(f.PairVals)} {
		if !ok {
			return nil, fmt.Errorf("compiled rules: damaged")
		}
	}
	l := &p.lex
	copy(p.fn[:], fn)
	for i, m := range masks {
		*m = storedMasks[i]
	}
	forms := make([]form, n)
	for i := range forms {
		forms[i] = form{verb: formVerb[i], noun: formNoun[i], vform: f.FormVform[i], kind: kind(f.FormKind[i]), arg: f.FormArg[i], flags: f.FormFlags[i]}
	}
	l.buildForms(hashes, forms)
	l.verbs = make([]verbLex, nv)
	for i := range l.verbs {
		b := f.VerbBits[i]
		l.verbs[i] = verbLex{lemma: verbLemma[i], funcs: verbFuncs[i], rule: verbRule[i], rule2: verbRule2[i], flags: f.VerbFlags[i], prepObj: prep(f.VerbPrep[i]), parent: verbParent[i],
			phrasal: b&bitPhrasal != 0, isAdj: b&bitAdj != 0, trigger: b&bitTrigger != 0, particles: b&bitParticles != 0}
	}
	l.nouns = make([]nounLex, nn)
	for i := range l.nouns {
		l.nouns[i] = nounLex{lemma: nounLemma[i], classes: nounClasses[i], rule: nounRule[i], trigger: f.NounTrigger[i]}
	}
	l.multi, l.phrasal, l.pairs = newPairTable(unpack[uint64](f.MultiKeys), unpack[int32](f.MultiVals)), newPairTable(unpack[uint64](f.PhrasalKeys), unpack[int32](f.PhrasalVals)), newPairTable(unpack[uint64](f.PairKeys), unpack[int32](f.PairVals))
	for _, r := range f.Rules {
		p.rules = append(p.rules, crule{id: r.ID, relation: r.Relation, class: r.Class, cameo: r.CAMEO, mode: r.Mode, symmetric: r.Symmetric, place: r.Place,
			reciprocal: r.Reciprocal, single: r.Single, owner: r.Owner, src: slotsOf(r.Src), tgt: slotsOf(r.Tgt), srcTypes: typeSet(r.SrcTypes), tgtTypes: typeSet(r.TgtTypes),
			conf: r.Conf, pattern: r.Pattern, family: family(r.Family)})
	}
	return p, nil
}

// entries returns a table's keys and values in the order of its cells.
func (t *pairTable) entries() (keys, vals []byte) {
	for i, k := range t.keys {
		if k != 0 {
			keys, vals = binary.LittleEndian.AppendUint64(keys, k), binary.LittleEndian.AppendUint32(vals, uint32(t.vals[i]))
		}
	}
	return keys, vals
}

// pack writes numbers little-endian, one behind the other.
func pack[T uint16 | uint32 | uint64 | int32](list []T) []byte {
	out, err := binary.Append(nil, binary.LittleEndian, list)
	if err != nil {
		panic(err) // cannot be: the types have fixed sizes
	}
	return out
}

// unpack reads what pack wrote; bytes that do not fill a number are left out.
func unpack[T uint16 | uint32 | uint64 | int32](b []byte) []T {
	var zero T
	size := binary.Size(zero)
	out := make([]T, len(b)/size)
	for i := range out {
		switch c := b[i*size:]; size {
		case 2:
			out[i] = T(binary.LittleEndian.Uint16(c))
		case 4:
			out[i] = T(binary.LittleEndian.Uint32(c))
		case 8:
			out[i] = T(binary.LittleEndian.Uint64(c))
		}
	}
	return out
}

// CompileBuiltin compiles the built-in rules to the bytes that are embedded; it is for go generate.
func CompileBuiltin() ([]byte, error) {
	files := Builtin()
	rs, err := Load(nil, files...)
	if err != nil {
		return nil, err
	}
	p, hashes, err := compileAll(rs)
	if err != nil {
		return nil, err
	}
	return p.encode(hashes, sourcesHash(files))
}
