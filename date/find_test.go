package date

import (
	"fmt"
	"testing"
	"time"

	"example.org/newstext/internal/golden"
)

func TestFind(t *testing.T) {
	golden.Run(t, "testdata/find.txt", func(t *testing.T, c golden.Case) []string {
		published, err := time.Parse(time.DateOnly, c.Args[0])
		if err != nil && c.Args[0] != "-" {
			t.Fatal(err)
		}
		var lines []string
		for _, m := range Find(c.Text, published) {
			line := fmt.Sprintf("%s %s", m.Type, m.Value)
			if m.Mod != NoMod {
				line += " " + m.Mod.String()
			}
			if !m.From.IsZero() {
				layout := time.DateOnly
				if m.Grain < Day {
					layout = "2006-01-02T15:04"
				}
				line += " [" + m.From.Format(layout) + ", " + m.To.Format(layout) + ")"
			}
			lines = append(lines, line+" "+c.Text[m.Start:m.End])
		}
		return lines
	})
}
