package dedup

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
)

// filled returns an index of n reports, compacted.
func filled(b *testing.B, n int) *Store {
	s, err := openStore(unsynced{disk{}}, b.TempDir(), Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	for i := range n {
		if err := s.Add(fmt.Sprint("doc", i/20, ":", i%20*300), report(i)); err != nil {
			b.Fatal(err)
		}
		if i%50000 == 49999 {
			if err := s.Commit(); err != nil {
				b.Fatal(err)
			}
		}
	}
	if err := s.Compact(); err != nil {
		b.Fatal(err)
	}
	return s
}

func sizes() []int { return []int{10_000, 100_000} }

func BenchmarkStoreAdd(b *testing.B) {
	s, err := openStore(unsynced{disk{}}, b.TempDir(), Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	text := report(1)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		if err := s.Add(fmt.Sprint("doc", n), text[n%50:]); err != nil {
			b.Fatal(err)
		}
		if n%10000 == 9999 {
			if err := s.Commit(); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkStoreNear(b *testing.B) {
	for _, n := range sizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := filled(b, n)
			info, err := os.Stat(s.live[0].file.name)
			if err != nil {
				b.Fatal(err)
			}
			texts := make([]string, 1000)
			for i := range texts {
				texts[i] = report(i * (n / len(texts)))
			}
			b.SetBytes(int64(len(texts[0])))
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if hits, err := s.Near(texts[i%len(texts)]); err != nil || len(hits) != 1 {
					b.Fatal(hits, err)
				}
			}
			b.ReportMetric(float64(info.Size())/float64(n), "diskB/text")
		})
	}
}

// BenchmarkStoreLookup looks up the key of one band.
func BenchmarkStoreLookup(b *testing.B) {
	for _, n := range sizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := filled(b, n)
			g, r := s.live[0], rand.New(rand.NewPCG(1, 2))
			keys := make([]uint64, 0, 1<<16)
			for len(keys) < cap(keys)/2 { // keys that are there
				sketch, err := g.sketch(r.Uint32N(uint32(n)))
				if err != nil {
					b.Fatal(err)
				}
				keys = append(keys, sketch.bandKeys(nil, s.options.rows)[r.IntN(5)])
			}
			for len(keys) < cap(keys) { // and such as are not
				keys = append(keys, r.Uint64())
			}
			r.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
			var found []uint32
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				var err error
				if found, err = g.at.bandTable.find(found[:0], g.file, keys[i%len(keys)]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
