// Package batch runs work on a stream of items with several workers and hands
// the results on in the order of the items.
package batch

import (
	"context"
	"iter"
	"sync"
)

// Map calls work for each item of in, with at most jobs of them at a time, and
// emit with each result in the order of the items. At most 4·jobs items are in
// flight, so memory is bounded by the items, not by the stream. It stops at
// the first error of emit, or when ctx is done, and returns that error. work is called
// from several goroutines, emit and in from one each.
func Map[I, O any](ctx context.Context, in iter.Seq[I], jobs int, work func(I) O, emit func(O) error) error {
	if jobs < 1 {
		jobs = 1
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	type task struct {
		item I
		done chan O
	}
	todo := make(chan task)
	order := make(chan chan O, 4*jobs)
	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			for t := range todo {
				t.done <- work(t.item)
			}
		})
	}
	var feeder sync.WaitGroup
	feeder.Go(func() {
		defer close(order)
		defer close(todo)
		for item := range in {
			t := task{item, make(chan O, 1)}
			select {
			case order <- t.done:
			case <-ctx.Done():
				return
			}
			select {
			case todo <- t:
			case <-ctx.Done():
				// The result of this task will never come; the reader has left too.
				return
			}
		}
	})
	var err error
	for done := range order {
		select {
		case out := <-done:
			err = emit(out)
		case <-ctx.Done():
			err = ctx.Err()
		}
		if err != nil {
			break
		}
	}
	if err == nil {
		err = ctx.Err()
	}
	cancel()
	if err == nil {
		// After an error nobody waits for in, which may be blocked on a slow source.
		feeder.Wait()
		workers.Wait()
	}
	return err
}
