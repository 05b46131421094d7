package relations_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"attache/relations"
)

// typeRow is a row of the table of types in docs/relations.md.
func typeRow(r *relations.Rule) string {
	class, cameo, way := r.Class, r.CAMEO, "source → target"
	if class == "" {
		class = "(state)"
	}
	if cameo == "" {
		cameo = "–"
	}
	if r.Symmetric {
		way = "both ways"
	}
	return fmt.Sprintf("| `%s` | %s | %s | %s | %s | %s |", r.Relation, class, cameo, way, r.Definition, r.Examples[0].Text)
}

// TestTypesAreDocumented holds the table of types in docs/relations.md against the rules: one row for each
// type, as the first rule of the type says it.
func TestTypesAreDocumented(t *testing.T) {
	rs, err := relations.Rules(nil, relations.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := os.ReadFile("../docs/relations.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]bool{}
	for i := range rs.Rules {
		r := &rs.Rules[i]
		if rows[r.Relation] {
			continue
		}
		rows[r.Relation] = true
		if row := typeRow(r); !strings.Contains(string(doc), row+"\n") {
			t.Errorf("docs/relations.md lacks the row\n%s", row)
		}
		if r.Definition == "" {
			t.Errorf("rule %q has no definition", r.ID)
		}
	}
	table, _, _ := strings.Cut(string(doc), "## How")
	for _, line := range strings.Split(table, "\n") {
		if name, ok := strings.CutPrefix(line, "| `"); ok {
			name, _, _ = strings.Cut(name, "`")
			if !rows[name] {
				t.Errorf("docs/relations.md has a row for %q, which no rule makes", name)
			}
		}
	}
}
