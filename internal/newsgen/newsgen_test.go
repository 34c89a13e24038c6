package newsgen

import (
	"hash/fnv"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestNew(t *testing.T) {
	h := fnv.New64a()
	texts := map[string]bool{}
	for n := range 100 {
		p := New(n)
		if texts[p.Text] {
			t.Errorf("page %d is there twice", n)
		}
		texts[p.Text] = true
		if !utf8.ValidString(p.Text) || len(p.Text) < 500 {
			t.Errorf("page %d: %q", n, p.Text)
		}
		if (p.Source != n) != (n%4 == 3) {
			t.Errorf("page %d comes from %d", n, p.Source)
		}
		for _, paragraph := range p.Body {
			if !strings.Contains(p.Text, paragraph) {
				t.Errorf("page %d lacks %q", n, paragraph)
			}
		}
		h.Write([]byte(p.Text))
	}
	// Figures of benchmarks hold for these texts only.
	if got, want := h.Sum64(), uint64(0x27b06d56b7788bd2); got != want {
		t.Errorf("the pages are others than before: hash %#x, want %#x", got, want)
	}
}
