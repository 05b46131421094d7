package attache_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadmeDemonstration holds the README's demonstration against what the
// command says of the sample.
func TestReadmeDemonstration(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok1 := strings.Cut(string(readme), "<!-- demonstration: begin -->\n```\n")
	demo, _, ok2 := strings.Cut(rest, "```\n<!-- demonstration: end -->")
	if !ok1 || !ok2 || strings.Count(demo, "\n") < 8 {
		t.Fatal("the README has no demonstration")
	}
	var said, complaints bytes.Buffer
	cmd := exec.Command("go", "run", "./cmd/attache", "explain", "--color", "never", filepath.FromSlash("testdata/sample/lisbon.txt"))
	cmd.Stdout, cmd.Stderr = &said, &complaints
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, complaints.String())
	}
	// The last word of a line is the confidence, which moves with every fit of the weights.
	for line := range strings.Lines(demo) {
		if words := strings.TrimRight(line, "0123456789.\n"); !strings.Contains(said.String(), "    "+words) {
			t.Errorf("the README says %q, which attache does not say of the sample", line)
		}
	}
}

// TestReadmeExamplesOfYAML runs the checks of the command line on the
// gazetteer and the rule that the README shows.
func TestReadmeExamplesOfYAML(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	commands := map[string]string{"attache/gazetteer/v1": "gazetteer", "attache/rules/v1": "rules"}
	found := 0
	for _, block := range strings.Split(string(readme), "```yaml\n")[1:] {
		block, _, _ = strings.Cut(block, "```")
		for schema, command := range commands {
			if !strings.Contains(block, "schema: "+schema) {
				continue
			}
			found++
			file := filepath.Join(t.TempDir(), command+".yaml")
			if err := os.WriteFile(file, []byte(block), 0o666); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.Command("go", "run", "./cmd/attache", command, "check", file).CombinedOutput(); err != nil {
				t.Errorf("%s check: %v\n%s", command, err, out)
			}
		}
	}
	if found != len(commands) {
		t.Errorf("%d examples of YAML, want one of each schema", found)
	}
}
