package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// documents are the ones whose commands are run.
var documents = []string{"../../docs/gazetteers.md"}

// TestDocuments runs the commands of the ```console blocks of the documents in
// the files that they show (a fenced block after <!-- file: NAME -->). Each line below a
// command must occur in its output, whatever the spaces, and where "…" stands for anything; blocks of
// ```console fails are of commands that fail.
func TestDocuments(t *testing.T) {
	dir := t.TempDir()
	for _, path := range documents {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		script, commands := documentScript(string(src))
		if commands == 0 {
			t.Fatalf("%s: no commands", path)
		}
		name := strings.TrimSuffix(filepath.Base(path), ".md") + ".txt"
		if err := os.WriteFile(filepath.Join(dir, name), script, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	testscript.Run(t, testscript.Params{Dir: dir, Setup: func(env *testscript.Env) error {
		env.Setenv("XDG_CACHE_HOME", env.WorkDir+"/.cache")
		return nil
	}})
}

var fileComment = regexp.MustCompile(`^<!-- file: (\S+) -->$`)

// documentScript makes a testscript of a document and counts its commands.
func documentScript(src string) ([]byte, int) {
	var script, files bytes.Buffer
	commands := 0
	file, fence := "", ""
	for n, line := range strings.Split(src, "\n") {
		switch {
		case fence == "" && strings.HasPrefix(line, "```"):
			fence = strings.TrimPrefix(line, "```")
			if file != "" {
				fmt.Fprintf(&files, "-- %s --\n", file)
			}
		case line == "```":
			fence, file = "", ""
		case file != "" && fence != "":
			files.WriteString(line + "\n")
		case strings.HasPrefix(fence, "console") && line != "":
			if command, ok := strings.CutPrefix(line, "$ "); ok {
				commands++
				not := ""
				if fence == "console fails" {
					not = "! "
				}
				fmt.Fprintf(&script, "# line %d\n%sexec sh -c '%s'\n", n+1, not, strings.ReplaceAll("{ "+command+"; } 2>&1", "'", "''"))
			} else {
				words := strings.Fields(line)
				for i, w := range words {
					words[i] = strings.ReplaceAll(regexp.QuoteMeta(w), "…", ".*")
				}
				fmt.Fprintf(&script, "stdout '%s'\n", strings.ReplaceAll(strings.Join(words, `\s*`), "'", "''"))
			}
		default:
			if m := fileComment.FindStringSubmatch(line); m != nil {
				file = m[1]
			}
		}
	}
	return append(append(script.Bytes(), '\n'), files.Bytes()...), commands
}
