package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/urfave/cli/v2"

	"attache/gazetteers"
)

func versionCommand() *cli.Command {
	return &cli.Command{
		Name:  "version",
		Usage: "print the version, the toolchain and the built-in gazetteers' hash",
		Action: func(c *cli.Context) error {
			version, commit := "devel", ""
			if info, ok := debug.ReadBuildInfo(); ok {
				if v := info.Main.Version; v != "" && v != "(devel)" {
					version = v
				}
				for _, s := range info.Settings {
					if s.Key == "vcs.revision" {
						commit = " (" + s.Value[:min(12, len(s.Value))] + ")"
					}
				}
			}
			_, err := fmt.Fprintf(c.App.Writer, "attache %s%s\n%s %s/%s\ngazetteers %x\n", version, commit, runtime.Version(), runtime.GOOS, runtime.GOARCH, shortHash())
			return err
		},
	}
}

func shortHash() []byte {
	h := gazetteers.Builtin().Hash()
	return h[:8]
}
