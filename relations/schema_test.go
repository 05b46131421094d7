package relations

import (
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"
)

var updateSchema = flag.Bool("update-schema", false, "write the JSON Schema of rules anew")

const schemaFile = "../schema/rules.v1.json"

type object = map[string]any

// rulesSchema is the JSON Schema of rule files. The keys it allows are the
// loader's own lists, so that what editors complete is what the loader reads.
func rulesSchema(t *testing.T) object {
	text := func(what string) object { return object{"type": "string", "minLength": 1, "description": what} }
	list := func(what string, items object) object {
		return object{"type": "array", "items": items, "description": what}
	}
	words := func(what string) object { return list(what, object{"type": "string", "minLength": 1}) }
	flagged := func(what string) object { return object{"type": "boolean", "description": what} }
	groups := func(what string) object {
		return object{"type": "object", "additionalProperties": words("words of the group"), "description": what}
	}
	strict := func(keys []string, required []string, known object) object {
		props := object{}
		for _, k := range keys {
			p, ok := known[k]
			if !ok {
				t.Fatalf("the loader knows the key %q, the schema does not", k)
			}
			props[k] = p
		}
		for k := range known {
			if !slices.Contains(keys, k) {
				t.Fatalf("the schema knows the key %q, the loader does not", k)
			}
		}
		o := object{"type": "object", "additionalProperties": false, "properties": props}
		if len(required) > 0 {
			o["required"] = required
		}
		return o
	}
	types := object{"description": "types that may fill it: PERSON, $SET, a type of your own", "anyOf": []any{object{"type": "string"}, words("")}}
	side := strict(sideKeys, nil, object{
		"slots": list("where it is looked for, in this order: "+strings.Join(slotNames, ", ")+" or a preposition", object{"type": "string"}),
		"types": types,
	})
	args := strict(argKeys, nil, object{
		"source": side, "target": side, "place": flagged("look for a place"), "reciprocal": flagged("several subjects do it with each other"),
	})
	class := object{"enum": append([]string{}, classNames...), "description": "PLOVER class of its relations"}
	rule := strict(ruleKeys, []string{"id"}, object{
		"id": text("unique, as consult/meet"), "relation": text("type of the relations it makes"), "class": class,
		"cameo":     object{"type": "string", "pattern": "^[0-9]{0,4}$", "description": "CAMEO code, in quotes"},
		"mode":      text("PLOVER mode"),
		"symmetric": flagged("the sides can be swapped"), "definition": text("what the type means"),
		"pattern": object{"enum": append([]string{}, patternNames...), "description": "structure of mentions, for state relations"},
		"triggers": strict(triggerKeys, nil, object{
			"verbs": words("verbs that decide alone"), "nouns": words("nouns and $classes that trigger by themselves"),
			"pairs":       list("verb + noun, each a word or a $group", object{"type": "string", "pattern": " \\+ "}),
			"not_objects": words("objects that rule the verb out"), "single_object": flagged("only with one object"),
		}),
		"args": args, "confidence": object{"type": "number", "exclusiveMinimum": 0, "maximum": 1},
		"examples": list("sentences with the relations wanted", object{
			"type": "object", "additionalProperties": false, "required": []string{"text", "want"},
			"properties": object{"text": text("a sentence"), "want": list("type(source, target) place=… date=…", object{"type": "string", "pattern": "^[^(]+\\(.+, .+\\)"})},
		}),
		"counterexamples": words("sentences that must give no such relation"), "remove": flagged("takes a built-in rule out"), "note": text("free text for readers"),
	})
	pairs := func(what string, least, most int) object {
		return list(what, object{"type": "array", "items": object{"type": "string"}, "minItems": least, "maxItems": most})
	}
	s := strict(fileKeys, []string{"schema"}, object{
		"schema": object{"const": Schema}, "class": class, "args": args,
		"sets":  object{"type": "object", "additionalProperties": types, "description": "named sets of types, used as $NAME"},
		"rules": list("", rule), "functions": groups("what verbs do"), "classes": groups("kinds of deeds that nouns name"),
		"verbs": words("further verbs"), "adjectives": words("adjectives"), "predicate_adjectives": words("adjectives that act as verbs"),
		"irregular": pairs("[base, past, participle, third person, -ing form]", 3, 5), "plurals": pairs("[singular, plural]", 2, 2),
		"ditransitive": words("verbs with a recipient"), "transparent": words("nouns that pass on what stands behind of"),
		"object_control": words("verbs whose object does what follows"), "verb_first": words("words that are rather verbs"), "note": text("free text for readers"),
	})
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = "attache relation rules"
	return s
}

func TestRulesSchemaIsCurrent(t *testing.T) {
	want, err := json.MarshalIndent(rulesSchema(t), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, '\n')
	if *updateSchema {
		if err := os.WriteFile(schemaFile, want, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if got, _ := os.ReadFile(schemaFile); string(got) != string(want) {
		t.Error("the schema is not what the loader reads; run go test ./relations -run Schema -update-schema")
	}
}

// TestBuiltinRulesFollowTheSchema validates every built-in rule file, whose
// first line names its schema for editors.
func TestBuiltinRulesFollowTheSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(dataFS, "data/*.yaml")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d rule files, %v", len(files), err)
	}
	for _, f := range files {
		data, err := dataFS.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(data), "# yaml-language-server: $schema=../../schema/rules.v1.json\n") {
			t.Errorf("%s: the first line does not name the schema", f)
		}
		var v any
		if err := yaml.Unmarshal(data, &v); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %v", f, err)
		}
	}
}
