package batch

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"
)

func upTo(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func TestMapKeepsOrderForAnyNumberOfJobs(t *testing.T) {
	for _, jobs := range []int{0, 1, 2, 7} {
		var got []int
		err := Map(context.Background(), upTo(100), jobs, func(i int) int {
			time.Sleep(time.Duration(i%3) * time.Millisecond / 4)
			return i * i
		}, func(o int) error { got = append(got, o); return nil })
		if err != nil {
			t.Fatal(err)
		}
		if len(got) != 100 || !slices.IsSorted(got) {
			t.Fatalf("%d jobs: results out of order: %v", jobs, got)
		}
	}
}

func TestMapStopsAtTheFirstError(t *testing.T) {
	full := errors.New("disk full")
	n := 0
	err := Map(context.Background(), upTo(1_000_000), 2, func(i int) int { return i }, func(int) error {
		if n++; n == 10 {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) || n != 10 {
		t.Fatalf("got error %v after %d results, want %v after 10", err, n, full)
	}
}

func TestMapStopsWhenTheContextIsDone(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	err := Map(ctx, upTo(1_000_000), 2, func(i int) int { return i }, func(int) error {
		if n++; n == 5 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v, want context.Canceled", err)
	}
}
