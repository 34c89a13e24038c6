package phrase

import (
	"slices"
	"strings"
	"testing"
)

const longWords = `
a  week         => 1
b  November     => 2
c  yesterday    => 3
d  commemoration anniversary => 4
e  Straßenbahn  => 5
f  été          => 6
g  § $word      => 7
h  counterrevolutionaries => 8
`

// Words are found whatever their length, letters and case, wherever they stand;
// words that differ in one letter are not.
func TestWordLengths(t *testing.T) {
	s := compile(t, longWords)
	for _, word := range []string{"week", "November", "yesterday", "commemoration anniversary", "Straßenbahn", "été", "§ x", "counterrevolutionaries"} {
		for _, form := range []string{word, strings.ToUpper(word)} {
			for _, frame := range [][2]string{{"", ""}, {"x ", " x"}, {"(", ")"}, {"“", "”"}, {"\n", ", and so on"}} {
				text := frame[0] + form + frame[1]
				if got := find(s, text); len(got) != 1 || !strings.Contains(got[0]+" ", ": "+form+" ") {
					t.Errorf("%q: found %q", text, got)
				}
			}
		}
		for i := range word {
			if c := word[i]; c < 'a' || c > 'z' || word[0] > 'z' {
				continue
			}
			text := word[:i] + "q" + word[i+1:]
			if got := find(s, text); got != nil {
				t.Errorf("%q: found %q", text, got)
			}
		}
	}
	for _, text := range []string{"weeks", "wee", "weekk", "yesterdays", "yesterda", "weeké", "étés", strings.Repeat("é", 200) + " ", "№"} {
		if got := find(s, text); got != nil {
			t.Errorf("%q: found %q", text, got)
		}
	}
}

// Who makes the tokens by words gets the same ones.
func TestWordTokens(t *testing.T) {
	s, err := Compile(Lexer{}, Source{"test.txt", longWords})
	if err != nil {
		t.Fatal(err)
	}
	known := slices.Collect(s.Vocabulary())
	if !slices.Contains(known, "straßenbahn") || !slices.Contains(known, "week") {
		t.Errorf("vocabulary %q", known)
	}
	for known := range s.Vocabulary() {
		if known == "week" {
			break
		}
	}
	letters, digits := s.Unknown()
	for _, word := range []string{"week", "WEEK", "Week", "november", "November", "yesterday", "rain", "Rain", "12th", "7"} {
		w := s.Word(strings.ToLower(word))
		if got, want := w.Token(0, len(word), CaseOf(word), Paragraph), s.Tokens(nil, word)[0]; got != want {
			t.Errorf("%s: %+v, want %+v", word, got, want)
		}
		if isDigit(word[0]) && w != digits || strings.EqualFold(word, "rain") && w != letters {
			t.Errorf("%s is known", word)
		}
	}
	for _, mark := range []string{"§", "’", "—", "$"} {
		r := []rune(mark)[0]
		if got, want := s.Mark(0, len(mark), r, Paragraph), s.Tokens(nil, mark)[0]; got != want {
			t.Errorf("%s: %+v, want %+v", mark, got, want)
		}
	}
}

func TestCaseOf(t *testing.T) {
	for word, want := range map[string]Case{
		"week": Lower, "Week": Title, "WEEK": Upper, "W": Title, "WEek": Title, "7th": Lower, "été": Lower, "Été": Title, "ÉTÉ": Upper, "É": Title, "U2": Upper,
	} {
		if got := CaseOf(word); got != want {
			t.Errorf("%s: %d, want %d", word, got, want)
		}
	}
}

// Kind is asked only about words that begin with one of First.
func TestLexerFirst(t *testing.T) {
	var asked []string
	lexer := testLexer
	lexer.First = "0123456789Q"
	kind := lexer.Kind
	lexer.Kind = func(word string) int {
		asked = append(asked, word)
		return kind(word)
	}
	s, err := Compile(lexer, Source{"test.txt", "a $day week => x\n"})
	if err != nil {
		t.Fatal(err)
	}
	asked = nil
	if got := find(s, "Rain in Q3, every 7 weeks or 9 week and été"); len(got) != 1 || got[0] != "a: 9 week day=[0:1]" {
		t.Errorf("found %q", got)
	}
	if want := []string{"Q3", "7", "9"}; !slices.Equal(asked, want) {
		t.Errorf("asked about %q, want %q", asked, want)
	}
}

func TestBindOther(t *testing.T) {
	s := compile(t, "$a = x y:1 | x:2\na $a z => 1\nb x y => 2\n")
	tokens := s.Tokens(nil, "x y")
	if captures, ok := s.Bind(nil, 0, tokens); ok || len(captures) > 0 {
		t.Errorf("bound to %v", captures)
	}
	tokens = s.Tokens(nil, "x y z")
	if captures, ok := s.Bind(nil, 0, tokens); !ok || len(captures) != 1 || captures[0] != (Capture{"a", "1", 1, 0, 2}) {
		t.Errorf("bound to %v", captures)
	}
}
