package body

import (
	"unicode/utf8"

	"example.org/newstext/clean/internal/letter"
)

// coverage finds which words of each line stand in the article text that the
// page gives in JSON-LD, three in a row.
func (g *Page) coverage() {
	g.cover = make([]float64, len(g.Lines))
	var seen tally
	n := 0
	for _, b := range g.Facts.Bodies {
		grams(b, func(h uint64) { seen.add(h); n++ })
	}
	if n < 40 {
		return
	}
	g.hasBody = true
	for i := range g.Lines {
		l := &g.Lines[i]
		all, in := 0, 0
		grams(g.Text[l.Start:l.End], func(h uint64) {
			all++
			if seen.count(h) > 0 {
				in++
			}
		})
		if all > 0 {
			g.cover[i] = float64(in) / float64(all)
		}
	}
}

// grams calls f with a hash of each run of three words, or of all words where
// there are fewer.
func grams(s string, f func(uint64)) {
	var a, b, c uint64
	n := 0
	words(s, func(h uint64, _ int) {
		a, b, c = b, c, h
		n++
		if n >= 3 {
			f(a*31*31 + b*31 + c)
		}
	})
	if n == 1 || n == 2 {
		f(b*31 + c)
	}
}

const longest = 1 << 16 // bytes of a line whose words are looked at

// words calls f with a hash and the length of each word, case folded.
func words(s string, f func(h uint64, n int)) {
	s = s[:min(len(s), longest)]
	letters := letter.Kinds()
	h, n := uint64(hashStart), 0
	for i := 0; i < len(s); {
		c, size := rune(s[i]), 1
		in := false
		switch {
		case c < utf8.RuneSelf:
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			in = 'a' <= c && c <= 'z' || '0' <= c && c <= '9'
		default:
			c, size = utf8.DecodeRuneInString(s[i:])
			k := letters.Of(c)
			in = k == letter.Lower || k == letter.Upper || k == letter.Digit
		}
		i += size
		if in {
			h = (h ^ uint64(c)) * hashPrime
			n++
			continue
		}
		if n > 0 {
			f(h, n)
			h, n = hashStart, 0
		}
	}
	if n > 0 {
		f(h, n)
	}
}

// topics finds how many of a line's long words stand in other long lines.
func (g *Page) topics() {
	g.topic = make([]float64, len(g.Lines))
	var count tally
	var kept, line []uint64 // words of the lines up to the one at which kept is full; of one line
	for i, l := range g.Lines {
		if g.plain[i] == 0 {
			continue
		}
		line = longWords(line[:0], g.Text[l.Start:l.End])
		for _, h := range line {
			count.add(h)
		}
		if len(kept) < maxTally {
			kept = append(append(kept, uint64(len(line))), line...)
		}
	}
	for i, l := range g.Lines {
		own := int32(0)
		if g.plain[i] > 0 {
			own = 1
		}
		var long []uint64
		if own > 0 && len(kept) > 0 {
			long, kept = kept[1:1+kept[0]], kept[1+kept[0]:]
		} else {
			line = longWords(line[:0], g.Text[l.Start:l.End])
			long = line
		}
		in := 0
		for _, h := range long {
			if count.count(h) > own {
				in++
			}
		}
		g.topic[i] = -1
		if all := len(long); all >= 2 {
			g.topic[i] = float64(in) / float64(all)
		}
	}
}

// longWords appends the hashes of the words of five letters and more to dst.
func longWords(dst []uint64, s string) []uint64 {
	words(s, func(h uint64, n int) {
		if n >= 5 {
			dst = append(dst, h)
		}
	})
	return dst
}

// A tally counts hashes, those that come first if there are very many.
type tally struct {
	cells []cell // a power of two, at most half full
	n     int
}

const maxTally = 1 << 17 // hashes

type cell struct {
	hash  uint64
	count int32 // 0: the cell is free
}

// find returns the cell of a hash, or the free one where it would be.
func (t *tally) find(h uint64) *cell {
	last := uint64(len(t.cells) - 1)
	for i := (h ^ h>>32) & last; ; i = (i + 1) & last {
		if c := &t.cells[i]; c.count == 0 || c.hash == h {
			return c
		}
	}
}

func (t *tally) count(h uint64) int32 {
	if t.n == 0 {
		return 0
	}
	return t.find(h).count
}

func (t *tally) add(h uint64) {
	if 2*t.n >= len(t.cells) && t.n < maxTally {
		old := t.cells
		t.cells = make([]cell, max(256, 4*len(old)))
		for _, c := range old {
			if c.count > 0 {
				*t.find(c.hash) = c
			}
		}
	}
	c := t.find(h)
	if c.count == 0 {
		if t.n == maxTally {
			return
		}
		c.hash = h
		t.n++
	}
	c.count++
}
