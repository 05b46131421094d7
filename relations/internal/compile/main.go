// Command compile writes the compiled form of the built-in relation rules. It is run by go generate in package relations.
package main

import (
	"fmt"
	"os"

	"attache/relations"
)

func main() {
	data, err := relations.CompileBuiltin()
	if err == nil {
		err = os.WriteFile("builtin.idx", data, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
