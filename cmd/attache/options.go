package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"
	"gopkg.in/yaml.v3"

	"attache"
	"attache/internal/source"
	"attache/text"
)

// configFile is read from the working folder when --config names no other.
const configFile = "attache.yaml"

// gazetteersEnv names further gazetteers, separated like the paths of $PATH.
const gazetteersEnv = "ATTACHE_GAZETTEERS"

// config is attache.yaml: the same options as the flags, which win.
type config struct {
	Gazetteers []string `yaml:"gazetteers"`
	Rules      []string `yaml:"rules"`
	Offsets    string   `yaml:"offsets"`
	Jobs       int      `yaml:"jobs"`
	Tagger     string   `yaml:"tagger"`
	Input      string   `yaml:"input"`
	MaxBytes   int      `yaml:"max-bytes"`
	Fields     struct {
		ID     string `yaml:"id"`
		Text   string `yaml:"text"`
		Title  string `yaml:"title"`
		Date   string `yaml:"date"`
		Source string `yaml:"source"`
	} `yaml:"fields"`
}

// loadConfig reads the configuration; paths in it are relative to its folder.
func loadConfig(c *cli.Context) (*config, error) {
	path, must := c.String("config"), true
	if path == "" {
		path, must = configFile, false
	}
	cfg := new(config)
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) && !must {
		return cfg, nil
	}
	if err != nil {
		return nil, usageError{err}
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(cfg); err != nil && !errors.Is(err, io.EOF) {
		return nil, usageError{configError(path, err)}
	}
	for _, list := range [][]string{cfg.Gazetteers, cfg.Rules} {
		for i, p := range list {
			if !filepath.IsAbs(p) {
				list[i] = filepath.Join(filepath.Dir(path), p)
			}
		}
	}
	return cfg, nil
}

// configError gives the mistakes of a configuration their places: yaml.v3 says
// "line 1: field nope not found in type …" for each, below a line of its own.
func configError(path string, err error) error {
	var types *yaml.TypeError
	if !errors.As(err, &types) {
		return fmt.Errorf("%s: %w", path, err)
	}
	var all []error
	for _, what := range types.Errors {
		what, _, _ = strings.Cut(strings.TrimPrefix(what, "line "), " in type ")
		all = append(all, fmt.Errorf("%s:%s", path, what))
	}
	return errors.Join(all...)
}

// knowledgeFlags choose what the engine knows.
func knowledgeFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "gazetteer", Aliases: []string{"g"}, Usage: "also use the gazetteers of `PATH`, a file or folder (repeatable; later ones win)"},
		&cli.StringSliceFlag{Name: "rules", Aliases: []string{"r"}, Usage: "also use the relation rules of `PATH`, a file or folder (repeatable)"},
		&cli.StringFlag{Name: "tagger", Usage: "part-of-speech tagger for ambiguous triggers: `NAME` is prose, or nothing for the built-in rules"},
		&cli.StringFlag{Name: "config", Usage: "read options from `FILE` instead of " + configFile},
	}
}

// inputFlags say how inputs are read.
func inputFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "input", Usage: "`KIND` of input: text, markdown, html or jsonl (default: by content)"},
		&cli.StringFlag{Name: "id-field", Usage: "dotted `PATH` of the id in JSONL objects"},
		&cli.StringFlag{Name: "text-field", Usage: "dotted `PATH` of the text"},
		&cli.StringFlag{Name: "title-field", Usage: "dotted `PATH` of the title"},
		&cli.StringFlag{Name: "date-field", Usage: "dotted `PATH` of the date of publication"},
		&cli.StringFlag{Name: "source-field", Usage: "dotted `PATH` of the source"},
		&cli.BoolFlag{Name: "keep-fields", Usage: "carry the other JSONL fields along to the output"},
		&cli.StringFlag{Name: "published", Usage: "`DATE` of publication (YYYY-MM-DD) of texts that carry none"},
		&cli.BoolFlag{Name: "plain", Usage: "read texts as plain body: no headlines, bylines, captions, articles"},
		&cli.IntFlag{Name: "max-bytes", DefaultText: strconv.Itoa(attache.DefaultMaxBytes), Usage: "longest text to read, in `BYTES`"},
		&cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, DefaultText: "one for each core", Usage: "read `N` documents at a time"},
		&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "no progress, no warnings"},
	}
}

// session is what a command works with.
type session struct {
	c      *cli.Context
	cfg    *config
	engine *attache.Engine
	stderr io.Writer
}

// engineOptions joins configuration, environment and flags; later ones win.
func engineOptions(c *cli.Context, cfg *config) attache.Options {
	o := attache.Options{Gazetteers: cfg.Gazetteers, Rules: cfg.Rules, Tagger: or(c.String("tagger"), cfg.Tagger), MaxBytes: cfg.MaxBytes}
	if n := c.Int("max-bytes"); n > 0 {
		o.MaxBytes = n
	}
	if env := os.Getenv(gazetteersEnv); env != "" {
		o.Gazetteers = append(o.Gazetteers, filepath.SplitList(env)...)
	}
	o.Gazetteers = append(o.Gazetteers, c.StringSlice("gazetteer")...)
	o.Rules = append(o.Rules, c.StringSlice("rules")...)
	return o
}

func openSession(c *cli.Context) (*session, error) {
	cfg, err := loadConfig(c)
	if err != nil {
		return nil, err
	}
	engine, err := attache.New(engineOptions(c, cfg))
	if err != nil {
		return nil, usageError{err}
	}
	return &session{c: c, cfg: cfg, engine: engine, stderr: c.App.ErrWriter}, nil
}

func (s *session) jobs() int {
	if n := s.c.Int("jobs"); n > 0 {
		return n
	}
	if s.cfg.Jobs > 0 {
		return s.cfg.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

func (s *session) offsets() (attache.Offsets, error) {
	o, err := attache.ParseOffsets(or(s.c.String("offsets"), s.cfg.Offsets, "rune"))
	if err != nil {
		return 0, usageError{err}
	}
	return o, nil
}

// sourceOptions says how to read the inputs.
func (s *session) sourceOptions() (source.Options, error) {
	kind := source.Kind(or(s.c.String("input"), s.cfg.Input))
	switch kind {
	case source.Auto, source.Text, source.Markdown, source.HTML, source.JSONL:
	default:
		return source.Options{}, usageError{fmt.Errorf("unknown input %q, expected text, markdown, html or jsonl", kind)}
	}
	f := s.cfg.Fields
	return source.Options{
		Kind:    kind,
		IDField: or(s.c.String("id-field"), f.ID), TextField: or(s.c.String("text-field"), f.Text), TitleField: or(s.c.String("title-field"), f.Title),
		DateField: or(s.c.String("date-field"), f.Date), SourceField: or(s.c.String("source-field"), f.Source),
		KeepExtra: s.c.Bool("keep-fields"),
		// Markup, escapes and further fields come on top of the text.
		MaxBytes: 4 * or(engineOptions(s.c, s.cfg).MaxBytes, attache.DefaultMaxBytes),
		Stdin:    s.c.App.Reader,
	}, nil
}

// paths are the command's arguments; none is wrong use, since waiting for a
// terminal surprises people.
func paths(c *cli.Context) ([]string, error) {
	if !c.Args().Present() {
		return nil, usageError{fmt.Errorf("no input: name files or folders, or - for standard input; see %q", helpOf(c))}
	}
	return c.Args().Slice(), nil
}

// published reads --published.
func published(c *cli.Context) (text.Date, error) {
	s := c.String("published")
	if s == "" {
		return text.Date{}, nil
	}
	d, ok := text.ParseDate(s)
	if !ok {
		return d, usageError{fmt.Errorf("--published is %q, expected YYYY-MM-DD", s)}
	}
	return d, nil
}

// or returns the first value that is set.
func or[T comparable](values ...T) (zero T) {
	for _, v := range values {
		if v != zero {
			return v
		}
	}
	return zero
}
