package dedup

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// plainIndex is what an Index must do, done plainly.
type plainIndex map[int]string

func (p plainIndex) near(text string, o Options) []Hit[int] {
	index := NewIndex[int](o)
	for key, body := range p {
		index.Add(key, body)
	}
	return index.Near(text)
}

func TestIndexAgainstFreshOne(t *testing.T) {
	texts := randomTexts(400, 7)
	rnd := rand.New(rand.NewPCG(1, 2))
	o := Options{Threshold: 0.6}
	index, plain := NewIndex[int](o), plainIndex{}
	for range 1500 {
		key, text := rnd.IntN(150), texts[rnd.IntN(len(texts))]
		if rnd.IntN(3) == 0 {
			_, held := plain[key]
			if got := index.Remove(key); got != held {
				t.Fatalf("Remove(%d) = %t, want %t", key, got, held)
			}
			delete(plain, key)
		} else {
			index.Add(key, text)
			plain[key] = text
		}
	}
	if index.Len() != len(plain) {
		t.Errorf("Len() = %d, want %d", index.Len(), len(plain))
	}
	for _, text := range texts {
		if diff := cmp.Diff(plain.near(text, o), index.Near(text)); diff != "" {
			t.Fatalf("Near(%q) (-fresh +used):\n%s", text, diff)
		}
	}
}

func TestIndexConcurrent(t *testing.T) {
	texts := randomTexts(300, 3)
	index := NewIndex[int](Options{})
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			for i, text := range texts {
				if worker == 0 {
					index.Add(i, text)
					if i%5 == 4 {
						index.Remove(i - 2)
					}
					continue
				}
				for _, hit := range index.Near(text) {
					if hit.Similarity < 0.5 || hit.Similarity > 1 {
						t.Errorf("Near(%q) has %v", text, hit)
					}
				}
				index.Len()
			}
		})
	}
	group.Wait()
}

func TestIndexManyCopies(t *testing.T) {
	index := NewIndex[string](Options{})
	const n = 20000
	for i := range n {
		index.Add(fmt.Sprintf("%06d", i), "The council approved the budget late on Thursday evening.")
	}
	hits := index.Near("the council approved the budget late on Thursday evening")
	if len(hits) != n || hits[0] != (Hit[string]{"000000", 1}) {
		t.Errorf("%d hits, first %v", len(hits), hits[0])
	}
	for i := range n {
		index.Remove(fmt.Sprintf("%06d", i))
	}
	if index.Len() != 0 || index.Near("The council approved the budget") != nil {
		t.Errorf("%d keys are left", index.Len())
	}
}
