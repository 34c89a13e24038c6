package quote

import (
	"testing"

	"example.org/newstext/internal/golden"
)

// TestSpelling holds the forms of marks and punctuation to their golden files,
// each line being one form of the text.
func TestSpelling(t *testing.T) {
	for file, forms := range map[string][]Form{
		"curly":    {Curly},
		"straight": {Straight},
		"national": {CurlyDE, CurlyFR, CurlySV},
		"american": {American},
		"logical":  {Logical},
	} {
		golden.Run(t, "testdata/"+file+".txt", func(t *testing.T, c golden.Case) []string {
			var lines []string
			for _, f := range forms {
				s := f.String(c.Text)
				if again := f.String(s); again != s {
					t.Errorf("once %q, twice %q", s, again)
				}
				lines = append(lines, s)
			}
			return lines
		})
	}
}
