package dedup

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
)

func bytesOf(texts []string) (n int64) {
	for _, text := range texts {
		n += int64(len(text))
	}
	return n
}

// BenchmarkPairs needs some seconds for its largest sizes:
//
//	go test ./dedup -run - -bench Pairs -benchtime 1x
func BenchmarkPairs(b *testing.B) {
	for _, bench := range []struct {
		n      int
		words  int
		approx bool
	}{{10_000, 3, false}, {100_000, 3, false}, {10_000, 2, false}, {100_000, 2, false}, {100_000, 3, true}, {1_000_000, 3, true}} {
		name := fmt.Sprintf("%d/words=%d/approx=%t", bench.n, bench.words, bench.approx)
		b.Run(name, func(b *testing.B) {
			if bench.n > 100_000 && testing.Short() {
				b.Skip("a million paragraphs take a while")
			}
			texts := paragraphs(bench.n, 1)
			b.SetBytes(bytesOf(texts))
			b.ReportAllocs()
			for b.Loop() {
				pairs := 0
				for range Pairs(context.Background(), slices.All(texts), Options{Words: bench.words, Approx: bench.approx, Workers: 1}) {
					pairs++
				}
				b.ReportMetric(float64(pairs), "pairs")
			}
			b.ReportMetric(float64(bench.n)*float64(b.N)/b.Elapsed().Seconds(), "texts/s")
		})
	}
}

func BenchmarkClusters(b *testing.B) {
	for _, n := range []int{5_000, 10_000, 20_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			texts := paragraphs(n, 1)
			b.SetBytes(bytesOf(texts))
			b.ReportAllocs()
			for b.Loop() {
				Clusters(context.Background(), slices.All(texts), Options{Workers: 1})
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "texts/s")
		})
	}
}

func BenchmarkClustersCopies(b *testing.B) {
	for _, n := range []int{100_000, 200_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			texts := slices.Repeat(paragraphs(1, 1), n)
			b.ReportAllocs()
			for b.Loop() {
				Clusters(context.Background(), slices.All(texts), Options{})
			}
		})
	}
}

func BenchmarkSum(b *testing.B) {
	texts := paragraphs(1000, 1)
	b.SetBytes(bytesOf(texts))
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			Options{}.Sum(text)
		}
	}
}

// BenchmarkIndex reports the bytes that an index takes for a text, keys of 8
// bytes left out.
func BenchmarkIndex(b *testing.B) {
	texts := paragraphs(100_000, 1)
	full := NewIndex[int](Options{})
	b.Run("Add", func(b *testing.B) {
		b.SetBytes(bytesOf(texts))
		for b.Loop() {
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			full = NewIndex[int](Options{})
			for key, text := range texts {
				full.Add(key, text)
			}
			runtime.GC()
			runtime.ReadMemStats(&after)
			const keys = 16 // one in the map, one beside the entry
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(len(texts))-keys, "B/text")
		}
		b.ReportMetric(float64(len(texts))*float64(b.N)/b.Elapsed().Seconds(), "texts/s")
	})
	b.Run("Near", func(b *testing.B) {
		rnd := rand.New(rand.NewPCG(1, 1))
		b.ReportAllocs()
		for b.Loop() {
			full.Near(texts[rnd.IntN(len(texts))])
		}
	})
}
