package clean_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/newstext/clean"
)

var seeds = []string{
	"",
	"\n \u00a0\n",
	"Harbour news\n\nThe council met on Tuesday and spoke for two hours about the new road. -Mayor at the harbour on May 3, 2021.",
	"Share\n\nA storm closed the road on Sunday, officials said. (Photo: Anna Smith)\n\n© 2021",
	"\xff\xfe\x00 The end.\r\n\r\n“Quoted” text (with marks)",
}

// FuzzBlocks holds the laws of Blocks against any text: blocks come in order,
// cover it, begin and end on rune boundaries, and Text is their body.
func FuzzBlocks(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		check(t, "fuzz", text)
		for _, b := range clean.Blocks(text) {
			if utf8.ValidString(text) && !utf8.ValidString(text[b.Start:b.End]) {
				t.Fatalf("block %d:%d cuts a rune", b.Start, b.End)
			}
		}
	})
}

// FuzzLabel: with lines of its own making, every byte of a line is in a block,
// and what is said against all lines leaves no score higher.
func FuzzLabel(f *testing.F) {
	for _, s := range seeds {
		f.Add(s, uint32(3), 0.5)
	}
	f.Fuzz(func(t *testing.T, text string, hint uint32, links float64) {
		var lines []clean.Line
		start := 0
		for line := range strings.Lines(text) {
			end := start + len(strings.TrimRight(line, "\n"))
			if strings.TrimSpace(text[start:end]) != "" {
				lines = append(lines, clean.Line{Start: start, End: end, Hint: clean.Hint(hint), LinkShare: min(1, max(0, links))})
			}
			start += len(line)
		}
		var c clean.Cleaner
		covered := 0
		for _, b := range c.Label(text, lines) {
			covered += len(strings.Join(strings.Fields(text[b.Start:b.End]), ""))
		}
		want := 0
		for _, l := range lines {
			want += len(strings.Join(strings.Fields(text[l.Start:l.End]), ""))
		}
		if covered != want {
			t.Fatalf("%d bytes in blocks, %d in lines", covered, want)
		}
	})
}

// FuzzSite: neither the order of pages nor storing makes a difference.
func FuzzSite(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, seeds[(i+1)%len(seeds)])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		var forth, back clean.Site
		forth.Learn(a)
		forth.Learn(b)
		back.Learn(b)
		back.Learn(a)
		var x, y bytes.Buffer
		forth.WriteTo(&x)
		back.WriteTo(&y)
		if !bytes.Equal(x.Bytes(), y.Bytes()) {
			t.Fatal("order makes a difference")
		}
		s, err := clean.ReadSite(&x)
		if err != nil {
			t.Fatal(err)
		}
		if fmt.Sprint(s.Blocks(a)) != fmt.Sprint(forth.Blocks(a)) {
			t.Fatal("storing makes a difference")
		}
	})
}

// FuzzReadSite: any data gives a site or an error.
func FuzzReadSite(f *testing.F) {
	var b bytes.Buffer
	new(clean.Site).WriteTo(&b)
	f.Add(b.Bytes())
	f.Add([]byte("newstext site 1\n\x01"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if s, err := clean.ReadSite(bytes.NewReader(data)); (s == nil) == (err == nil) {
			t.Fatal(s, err)
		}
	})
}
