package model

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"example.org/newstext/internal/phrase"
)

func TestMeasure(t *testing.T) {
	s := scanner{rules: Builtin()}
	for _, test := range []struct {
		line  string
		words int32
		stops int32
		ends  ending
	}{
		{"It rained. The road was closed.", 6, 1, EndSentence},
		{"Was it? “No,” he said. “Never.”", 6, 2, EndSentence},
		{"wait for it...", 3, 0, EndEllipsis},
		{"Dr. No’s third film", 4, 1, EndOpen},
		{"雨が降りました。道が閉まった。", 6, 2, EndSentence},
		{"यह एक वाक्य है।", 4, 0, EndSentence},
		{"Is it?", 2, 0, EndQuestion},
		{"Read this:", 2, 0, EndColon},
		{"one, two,", 2, 0, EndComma},
		{"the “new road”", 3, 0, EndQuote},
		{"(Reuters)", 1, 0, EndParen},
		{"more »", 1, 0, EndQuote},
		{"up →", 1, 0, EndOther},
	} {
		var m Measure
		s.measure(&m, test.line)
		if m.Words != test.words || m.Stops != test.stops || m.Ends != test.ends {
			t.Errorf("%q: %d words, %d stops, ends %d; want %d, %d, %d", test.line, m.Words, m.Stops, m.Ends, test.words, test.stops, test.ends)
		}
	}
}

// FuzzScan holds the scanner against slower ways to the same: the tokens are
// those of the rules' own lexer, letters and digits are what they are one by
// one, and a word's hash is that of its letters alone.
func FuzzScan(f *testing.F) {
	for _, line := range []string{
		"Share this story on Facebook", "© 2024 The Post. All rights reserved.", "The students’ e-mail wasn't read, PA-1 said",
		"Copyright THE ASSOCIATED PRESS A b C1 1c", "Für 3,5 Mio. Euro\u00a0– sagte er", "internationalization abcdefgh abcdefghi", "雨が降りました。", "a\x01b\tc\u2029d\nʼtis",
		strings.Repeat("The bridge, which was closed, is open. ", 8) + "By Ann Lee",
	} {
		f.Add(line)
	}
	r := Builtin()
	f.Fuzz(func(t *testing.T, line string) {
		s := scanner{rules: r}
		var m Measure
		s.measure(&m, line)
		if !s.foreign {
			want := slices.DeleteFunc(r.set.Tokens(nil, line), func(t phrase.Token) bool { return t.Start >= s.from && t.Start < s.to })
			for _, tokens := range [][]phrase.Token{s.tokens, want} {
				if k := slices.IndexFunc(tokens, func(t phrase.Token) bool { return t.Start >= s.to }); k >= 0 {
					tokens[k].Gap = phrase.Paragraph // a part begins
				}
			}
			if !slices.Equal(s.tokens, want) {
				t.Errorf("%q:\n got %v\nwant %v", line, s.tokens, want)
			}
		}
		letters, digits := 0, 0
		for _, r := range line {
			switch k := classes().of(r); {
			case isIdeograph(r), k == cLower, k == cUpper:
				letters++
			case k == cDigit:
				digits++
			}
		}
		if int(m.Letters) != letters || int(m.Digits) != digits {
			t.Errorf("%q: %d letters, %d digits; want %d, %d", line, m.Letters, m.Digits, letters, digits)
		}
		var plain Measure
		bare := strings.Map(func(r rune) rune {
			if classes().of(r) == cApostrophe || r == '\'' {
				return -1
			}
			return unicode.ToLower(r)
		}, line)
		n := len(s.words)
		s.measure(&plain, bare)
		if m.Words == plain.Words && !slices.Equal(s.words[:n], s.words[n:]) {
			t.Errorf("%q: the words of %q have other hashes", line, bare)
		}
	})
}
