package dedup

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

func (o Options) workers() int {
	if o.Workers <= 0 {
		return runtime.GOMAXPROCS(0)
	}
	return o.Workers
}

// blocks is the number of blocks that n texts make.
func blocks(n int) int { return (n + blockSize - 1) / blockSize }

// parallel runs jobs 0 to n-1 on several workers until they are done or ctx
// is. Each worker gets a function of its own from start.
func parallel(ctx context.Context, workers, n int, start func() func(job int)) {
	var next atomic.Int64
	work := func() {
		run := start()
		for job := int(next.Add(1)) - 1; job < n && ctx.Err() == nil; job = int(next.Add(1)) - 1 {
			run(job)
		}
	}
	workers = min(workers, n)
	if workers <= 1 {
		work()
		return
	}
	var group sync.WaitGroup
	for range workers {
		group.Go(work)
	}
	group.Wait()
}

// ordered runs jobs 0 to n-1 on several workers and hands their results to
// take in the order of the jobs, until take returns false or ctx is done. At
// most a few jobs a worker are ahead of take.
func ordered[T any](ctx context.Context, workers, n int, start func() func(job int) T, take func(T) bool) {
	workers = min(workers, n)
	if workers <= 1 {
		run := start()
		for job := 0; job < n && ctx.Err() == nil && take(run(job)); job++ {
		}
		return
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	slots := make([]chan T, 4*workers)
	for i := range slots {
		slots[i] = make(chan T, 1)
	}
	free := make(chan struct{}, len(slots))
	var next atomic.Int64
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			run := start()
			for {
				select {
				case free <- struct{}{}:
				case <-ctx.Done():
					return
				}
				job := int(next.Add(1)) - 1
				if job >= n || ctx.Err() != nil {
					return
				}
				slots[job%len(slots)] <- run(job)
			}
		})
	}
	for job := range n {
		select {
		case result := <-slots[job%len(slots)]:
			<-free
			if !take(result) {
				stop()
				group.Wait()
				return
			}
		case <-ctx.Done():
			group.Wait()
			return
		}
	}
	stop()
	group.Wait()
}
