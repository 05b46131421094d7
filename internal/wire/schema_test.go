package wire

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"testing"

	reflector "github.com/invopop/jsonschema"
)

var update = flag.Bool("update", false, "write the JSON Schema anew")

const schemaFile = "../../schema/document.v1.json"

// TestSchemaIsCurrent holds the published schema of documents against the types.
func TestSchemaIsCurrent(t *testing.T) {
	r := reflector.Reflector{Anonymous: true, DoNotReference: true}
	s := r.Reflect(&Document{})
	s.Title = "attache document: what was found in one text"
	for _, name := range []string{"place", "place_mention", "date", "date_mention", "attribution"} {
		rel, _ := s.Properties.Get("relations")
		p, ok := rel.Items.Properties.Get(name)
		if !ok {
			t.Fatalf("relations have no %q", name)
		}
		p.Type, p.OneOf = "", []*reflector.Schema{{Type: "string"}, {Type: "null"}}
	}
	extra, _ := s.Properties.Get("extra")
	*extra = reflector.Schema{Type: "object", Description: "fields of the input that are carried along"}
	got, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	got = append(got, '\n')
	if *update {
		if err := os.WriteFile(schemaFile, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("the schema differs from the types; run go test ./internal/wire -update")
	}
}
