package date

import (
	"testing"

	"example.org/newstext/internal/golden"
)

func TestGerman(t *testing.T) {
	r := Resolver{Language: German}
	golden.Run(t, "testdata/german.txt", func(_ *testing.T, c golden.Case) (lines []string) {
		for _, m := range r.Find(c.Text, monday) {
			line := c.Text[m.Start:m.End] + " = " + m.Value
			if m.Mod != NoMod {
				line += " " + m.Mod.String()
			}
			lines = append(lines, line)
		}
		return lines
	})
}
