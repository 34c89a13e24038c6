package quote

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestPlaces compares the index of capitalized words with a search of the text,
// asked in steps that end anywhere.
func TestPlaces(t *testing.T) {
	text := strings.Repeat("Mayor Ana Li of Évora met McLi, LI and Li. “Anan Li’s son,” Éva said; Ana nodded.\n", 9) + "Li"
	for _, w := range []string{"Li", "Ana", "Évora", "Éva", "Mayor", "son", "A", "Zoe", "LI"} {
		for step := 1; step < 40; step++ {
			p := places{text: text}
			var got []int
			for start := 0; start < len(text); start += step {
				got = append(got, p.of(w, start, min(start+step, len(text)))...)
			}
			var want []int
			for at := range text {
				if strings.HasPrefix(text[at:], w) && at/step == (at+len(w)-1)/step {
					want = append(want, at)
				}
			}
			if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) && len(w) > 1 {
				want = slices.DeleteFunc(want, func(at int) bool { return r < utf8.RuneSelf && at > 0 && letterByte(text[at-1]) })
			}
			if !slices.Equal(got, want) {
				t.Errorf("%q in steps of %d: got %v, want %v", w, step, got, want)
			}
		}
	}
}

// TestWordKey checks that the class of a word depends neither on its case nor on
// what follows it, and that a word is told from others with the same ends.
func TestWordKey(t *testing.T) {
	l := new(lexicon)
	known := []string{"a", "of", "said", "minister", "vicechairman", "sixteen-letters-"}
	for i, w := range known {
		l.add(w, 1<<i)
	}
	for i, w := range known {
		for _, text := range []string{w, w + " and more of it", w + "ly", strings.ToUpper(w)} {
			if c := l.classAt(text, len(w)); c != 1<<i {
				t.Errorf("class of %q in %q: %b", w, text, c)
			}
		}
		if c := l.class(w + "s"); c != 0 {
			t.Errorf("class of %q: %b", w+"s", c)
		}
	}
	lexis := cues().lexis
	for i, x := range lexis.lexemes[:lexis.words+1] {
		if x.length > keyed || (x.length == 0) != (i == 0) {
			t.Errorf("lexeme %d has %d bytes", i, x.length)
		}
	}
}
