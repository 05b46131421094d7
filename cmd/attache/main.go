// Command attache reads news and official text and writes who did what with
// whom, where and when: entity JSON, edge lists, and the proof for each edge.
//
// Data goes to standard output, everything else to standard error. The exit
// status is 0 when all went well, 1 when some documents failed (they are named, the
// rest is written), and 2 for wrong use.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/urfave/cli/v2"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A closed pipe is an error of the write, not a signal that ends us half-way.
	signal.Ignore(syscall.SIGPIPE)
	code := run(ctx, os.Args, os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// Exit codes.
const (
	exitFine  = 0
	exitSome  = 1 // some documents failed, or the output could not be written
	exitUsage = 2
)

// usageError is wrong use of the command line.
type usageError struct{ error }

// Unwrap returns the cause.
func (e usageError) Unwrap() error { return e.error }

// errSomeFailed says that documents failed; they have been named already.
var errSomeFailed = errors.New("some documents failed")

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	app := newApp(stdin, stdout, stderr)
	err := app.RunContext(ctx, flagsFirst(app, args))
	var usage usageError
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errSomeFailed):
		return exitSome
	case errors.Is(err, syscall.EPIPE):
		fmt.Fprintln(stderr, "attache: the output was closed before everything was written")
		return exitSome
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "attache: interrupted")
		return exitSome
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "attache: %v\n", err)
		return exitUsage
	default:
		fmt.Fprintf(stderr, "attache: %v\n", err)
		return exitSome
	}
}

func newApp(stdin io.Reader, stdout, stderr io.Writer) *cli.App {
	// The defaults of the library print help for errors and call os.Exit; we do neither.
	onUsage := func(c *cli.Context, err error, _ bool) error {
		return usageError{fmt.Errorf("%w; see %q", err, helpOf(c))}
	}
	app := &cli.App{
		Name:                 "attache",
		Usage:                "who did what with whom, where and when, from news and official text",
		UsageText:            "attache COMMAND [options] [FILE|FOLDER|-]...",
		Reader:               stdin,
		Writer:               stdout,
		ErrWriter:            stderr,
		HideVersion:          true,
		EnableBashCompletion: true,
		Suggest:              true,
		ExitErrHandler:       func(*cli.Context, error) {},
		OnUsageError:         onUsage,
		Commands: []*cli.Command{
			extractCommand(), graphCommand(), explainCommand(), suggestCommand(), evalCommand(),
			gazetteerCommand(), rulesCommand(), completionCommand(), versionCommand(),
		},
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return usageError{fmt.Errorf("no command %q, see \"attache help\"", c.Args().First())}
			}
			return cli.ShowAppHelp(c)
		},
	}
	var set func([]*cli.Command)
	set = func(commands []*cli.Command) {
		for _, c := range commands {
			c.OnUsageError = onUsage
			for _, f := range c.Flags {
				if b, ok := f.(*cli.BoolFlag); ok {
					b.DisableDefaultText = true // "default: false" says nothing
				}
			}
			set(c.Subcommands)
			if len(c.Subcommands) > 0 && c.Action == nil {
				c.Action = func(c *cli.Context) error {
					if c.Args().Present() {
						return usageError{fmt.Errorf("no command %q, see %q", c.Command.Name+" "+c.Args().First(), helpOf(c))}
					}
					return cli.ShowSubcommandHelp(c)
				}
			}
		}
	}
	set(app.Commands)
	return app
}

func helpOf(c *cli.Context) string {
	if c.Command == nil || c.Command.HelpName == "" {
		return "attache help"
	}
	return c.Command.HelpName + " --help"
}
