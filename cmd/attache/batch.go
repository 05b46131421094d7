package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"attache"
	"attache/internal/batch"
	"attache/internal/source"
	"attache/text"
)

// result is what a worker made of one input.
type result[T any] struct {
	item     source.Item
	value    T
	warnings []text.Warning
	err      error
}

// forEach extracts every input with several workers: work turns a document
// into what is written, emit writes it, in the order of the inputs. A document
// that fails is named on standard error and makes the error errSomeFailed at
// the end; an error of emit ends everything. Releasing the documents is left
// to work and emit.
func forEach[T any](s *session, inputs []string, work func(*attache.Document) (T, error), emit func(T) error) error {
	opts, err := s.sourceOptions()
	if err != nil {
		return err
	}
	day, err := published(s.c)
	if err != nil {
		return err
	}
	plain, quiet := s.c.Bool("plain"), s.c.Bool("quiet")
	bar := newProgress(s.stderr, s.c.App.Writer, quiet)
	defer bar.done()
	boundMemory(opts.MaxBytes)
	failed := false
	err = batch.Map(s.c.Context, source.Read(inputs, opts), s.jobs(), func(item source.Item) (r result[T]) {
		r.item = item
		if r.err = item.Err; r.err != nil {
			return r
		}
		in := attache.Input{ID: item.ID, Text: item.Text, Title: item.Title, Source: item.Source, Published: day, Plain: plain, Extra: item.Extra}
		if d, ok := text.ParseDate(item.Published); ok {
			in.Published = d
		}
		doc, err := s.engine.Extract(s.c.Context, in)
		if err != nil {
			r.err = err
			return r
		}
		if e := item.Encoding; e != "" && e != "utf-8" {
			doc.Text.Warnings = append(doc.Text.Warnings, text.Warning{Code: "encoding", Text: "the text is not utf-8 and was read as " + e})
		}
		r.warnings = append(r.warnings, doc.Text.Warnings...)
		r.value, r.err = work(doc)
		return r
	}, func(r result[T]) error {
		bar.add(len(r.item.Text))
		if r.err != nil {
			failed = true
			bar.clear()
			var named *source.Error
			if errors.As(r.err, &named) {
				fmt.Fprintf(s.stderr, "attache: %v\n", r.err)
			} else {
				fmt.Fprintf(s.stderr, "attache: %s: %v\n", place(r.item.Input), r.err)
			}
			return nil
		}
		if !quiet {
			for _, w := range r.warnings {
				bar.clear()
				fmt.Fprintf(s.stderr, "attache: %s: warning: %s\n", place(r.item.Input), w.Text)
			}
		}
		return emit(r.value)
	})
	if err == nil && failed {
		err = errSomeFailed
	}
	return err
}

// boundMemory makes the collector work harder before the heap outgrows what the largest
// text needs, which in the worst shapes is a hundred times its size with its JSON. The user's GOMEMLIMIT wins.
func boundMemory(maxText int) {
	const enough = 1200 << 20
	if os.Getenv("GOMEMLIMIT") == "" && maxText <= 4*attache.DefaultMaxBytes {
		debug.SetMemoryLimit(enough)
	}
}

func place(in source.Input) string {
	if in.Line > 0 {
		return fmt.Sprintf("%s:%d", in.Path, in.Line)
	}
	return in.Path
}

// progress shows how far a long batch is, on a terminal only: not when
// standard error is piped, and not between the lines of data on the same terminal.
type progress struct{ bar *progressbar.ProgressBar }

func newProgress(stderr, stdout io.Writer, quiet bool) *progress {
	if quiet || !isTerminal(stderr) || isTerminal(stdout) {
		return &progress{}
	}
	return &progress{progressbar.NewOptions64(-1, progressbar.OptionSetWriter(stderr), progressbar.OptionShowBytes(true), progressbar.OptionShowCount(),
		progressbar.OptionThrottle(200*time.Millisecond), progressbar.OptionSetDescription("reading"), progressbar.OptionClearOnFinish())}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

func (p *progress) add(n int) {
	if p.bar != nil {
		_ = p.bar.Add(n) // only the display could fail
	}
}

func (p *progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}

func (p *progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
