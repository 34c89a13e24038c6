package quote

import (
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"example.org/newstext/internal/golden"
)

// TestDamage holds Repaired and Clean to their golden files, in which what
// nobody sees is written as in Go strings.
func TestDamage(t *testing.T) {
	for file, form := range map[string]Form{"repaired": Repaired, "clean": Clean} {
		golden.Run(t, "testdata/"+file+".txt", func(t *testing.T, c golden.Case) []string {
			text, err := strconv.Unquote(`"` + strings.ReplaceAll(c.Text, `"`, `\"`) + `"`)
			if err != nil {
				t.Fatal(err)
			}
			s := form.String(text)
			if again := form.String(s); again != s {
				t.Errorf("once %+q, twice %+q", s, again)
			}
			return []string{visible(s)}
		})
	}
}

// visible returns s with escapes for what is not seen, for marks on letters and
// for characters that an editor may compose.
func visible(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch c := string(r); {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], c):
			b.WriteString(strings.Trim(strconv.Quote(s[i:i+1]), `"`))
		case r == '"':
			b.WriteString(c)
		case unicode.Is(unicode.Mn, r) || !norm.NFC.IsNormalString(c):
			b.WriteString(strings.Trim(strconv.QuoteToASCII(c), `"`))
		default:
			b.WriteString(strings.Trim(strconv.Quote(c), `"`))
		}
	}
	return b.String()
}

// TestLongLetters holds Clean to its laws where norm puts joiners between marks:
// after the thirtieth, when a character that is two marks counts as two.
func TestLongLetters(t *testing.T) {
	for _, mark := range []string{"\u0344", "\u0301", "\u0301\u0323", "\u1fc1"} {
		for n := 1; n < 40; n++ {
			s := "a" + strings.Repeat(mark, n)
			once := Clean.String(s)
			if twice := Clean.String(once); twice != once || strings.Contains(once, "\u034f") {
				t.Errorf("%d times %+q: once %+q, twice %+q", n, mark, once, twice)
			}
		}
	}
}
