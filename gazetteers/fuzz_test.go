package gazetteers

import (
	"encoding/binary"
	"hash/crc32"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"attache/text"
)

// FuzzLoad loads and compiles anything, formats what is sound and reads it entry
// by entry as large files are: none of it may panic, and the readers must agree.
func FuzzLoad(f *testing.F) {
	files, _ := filepath.Glob("testdata/invalid/*.yaml")
	for _, p := range files {
		data, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(baseYAML))
	f.Add([]byte(untidy))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<14 {
			return
		}
		k, err := loadBytes("f.yaml", data)
		if ix, _ := Compile(k, nil); ix != nil {
			if _, err := openIndex(ix.Bytes(), true); err != nil {
				t.Fatalf("the index of %q is unsound: %v", data, err)
			}
		}
		l := newLoader()
		l.k.Files = []File{{Name: "f.yaml"}}
		streamed := l.stream(0, "f.yaml", data)
		if err != nil {
			return
		}
		if streamed && len(l.errs) == 0 && !sameEntries(k, l.k) {
			t.Fatalf("read entry by entry, %q says %+v, not %+v", data, l.k.Entries, k.Entries)
		}
		if _, err := Format("f.yaml", data); err == nil && k.Files[0].Schema != SchemaGazetteer {
			t.Fatal("formatted another schema")
		}
	})
}

// FuzzIndex opens damaged indexes with a right checksum and looks things up in
// those that are taken for sound.
func FuzzIndex(f *testing.F) {
	k, err := loadBytes("base.yaml", []byte(baseYAML))
	if err != nil {
		f.Fatal(err)
	}
	good, err := Compile(k, nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint32(100), []byte{1, 2, 3}, true)
	f.Add(uint32(8), []byte{2}, true)
	f.Add(uint32(2000), []byte{0xff, 0xff, 0xff, 0xff}, true)
	var doc text.Document
	doc.Parse("Alpha Union and the AU met Ann Other, chief clerk of Gamma Bank Street.", text.Options{Plain: true})
	f.Fuzz(func(t *testing.T, at uint32, patch []byte, keepSize bool) {
		data := slices.Clone(good.Bytes())
		at %= uint32(len(data))
		copy(data[at:], patch)
		if !keepSize {
			data = data[:at]
		}
		if len(data) > headerSize {
			binary.LittleEndian.PutUint32(data[16:], crc32.Checksum(data[headerSize:], crcTable))
		}
		ix, err := openIndex(data, true)
		if err != nil {
			return
		}
		set, err := newSet(ix)
		if err != nil {
			return
		}
		var words []WordID
		for i := range doc.Tokens {
			w := set.Word(doc.Tokens[i].Hash)
			set.Info(w)
			words = append(words, w)
		}
		for i := range doc.Tokens {
			for _, m := range set.AppendMatches(nil, doc.Tokens, words, i, true) {
				for _, r := range set.Readings(m.Surface) {
					set.Export(r.Entry)
				}
			}
		}
		for e := range EntryID(set.NumEntries()) {
			set.Export(e)
			set.Entry(set.ID(e))
			set.PreferNear(e)
		}
		set.HolderOf("role:chief", "org:alpha", text.Date{Year: 2005})
		set.Stats()
	})
}
