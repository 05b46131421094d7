package gazetteers

import (
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	reflector "github.com/invopop/jsonschema"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"attache/internal/yamlpos"
)

var update = flag.Bool("update", false, "write the JSON Schemas and expected errors anew")

// schemas are generated from the raw types, so that what editors complete is
// what the loader reads.
var schemas = []struct {
	file, name, title string
	raw               any
}{
	{"gazetteer.v1.json", SchemaGazetteer, "attache gazetteer: names and what is known of them", &rawGazetteer{}},
	{"words.v1.json", SchemaWords, "attache word classes of the name grammar", &rawWords{}},
	{"spellings.v1.json", SchemaSpellings, "attache spellings of words inside names", &rawSpellings{}},
	{"sources.v1.json", SchemaSources, "attache sources of facts", &rawSources{}},
}

func generateSchema(title string, raw any) ([]byte, error) {
	r := reflector.Reflector{
		FieldNameTag: "yaml", Anonymous: true, DoNotReference: true, RequiredFromJSONSchemaTags: true,
		Mapper: func(t reflect.Type) *reflector.Schema {
			switch t {
			case reflect.TypeFor[yamlpos.Str]():
				return &reflector.Schema{Type: "string"}
			case reflect.TypeFor[yamlpos.Num]():
				return &reflector.Schema{Type: "number"}
			case reflect.TypeFor[yamlpos.Bool]():
				return &reflector.Schema{Type: "boolean"}
			case reflect.TypeFor[yamlpos.Date]():
				return &reflector.Schema{OneOf: []*reflector.Schema{
					{Type: "string", Pattern: "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}, {Type: "integer", Minimum: "1", Maximum: "2999"},
				}}
			}
			return nil
		},
	}
	s := r.Reflect(raw)
	s.Title = title
	typeSchema := func(p *reflector.Schema) {
		if t, ok := p.Properties.Get("type"); ok {
			enum := make([]any, len(gazetteerTypes))
			for i, n := range gazetteerTypes {
				enum[i] = n
			}
			t.Type = ""
			t.AnyOf = []*reflector.Schema{{Enum: enum}, {Type: "string", Pattern: "^[A-Z][A-Z0-9_-]*$"}}
		}
	}
	if entries, ok := s.Properties.Get("entries"); ok {
		typeSchema(s)
		typeSchema(entries.Items)
	}
	b, err := json.MarshalIndent(s, "", "  ")
	return append(b, '\n'), err
}

func TestSchemasAreCurrent(t *testing.T) {
	for _, s := range schemas {
		want, err := generateSchema(s.title, s.raw)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join("..", "schema", s.file)
		if *update {
			if err := os.WriteFile(file, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got, _ := os.ReadFile(file); string(got) != string(want) {
			t.Errorf("%s is not what the raw types say: run go test ./gazetteers -run TestSchemas -update", s.file)
		}
	}
}

// TestDataFollowsSchemas validates every built-in file, and expects its first
// line to name its schema for editors.
func TestDataFollowsSchemas(t *testing.T) {
	if testing.Short() {
		t.Skip("validates all built-in files, which the race detector makes slow and learns nothing from")
	}
	c := jsonschema.NewCompiler()
	compiled := map[string]*jsonschema.Schema{}
	for _, s := range schemas {
		sch, err := c.Compile(filepath.Join("..", "schema", s.file))
		if err != nil {
			t.Fatal(err)
		}
		compiled[s.name] = sch
	}
	err := filepath.WalkDir("data", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(p) != ".yaml" {
			return err
		}
		data, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		if len(data) > 1<<20 {
			return nil // made by the importer, by the hundred thousand lines; the loader is as strict
		}
		var v map[string]any
		if err := yaml.Unmarshal(data, &v); err != nil {
			t.Errorf("%s: %v", p, err)
			return nil
		}
		name, _ := v["schema"].(string)
		sch := compiled[name]
		if sch == nil {
			t.Errorf("%s: schema %q", p, name)
			return nil
		}
		if err := sch.Validate(plain(v)); err != nil {
			t.Errorf("%s: %v", p, err)
		}
		first, _, _ := strings.Cut(string(data), "\n")
		if rel, ok := strings.CutPrefix(first, "# yaml-language-server: $schema="); ok {
			if _, err := os.Stat(filepath.Join(filepath.Dir(p), filepath.FromSlash(rel))); err != nil {
				t.Errorf("%s: the first line names a schema that is not there: %v", p, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// plain makes what yaml.v3 decodes look like decoded JSON.
func plain(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			v[k] = plain(x)
		}
	case []any:
		for i, x := range v {
			v[i] = plain(x)
		}
	case time.Time:
		return v.Format(time.DateOnly)
	}
	return v
}
