package date

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"example.org/newstext/internal/golden"
)

func TestFind(t *testing.T) { runGolden(t, "testdata/find.txt", Find) }

// TestWire holds news in the manner of agencies and of Wikinews.
func TestWire(t *testing.T) { runGolden(t, "testdata/wire.txt", Find) }

// TestEdges holds what few texts say.
func TestEdges(t *testing.T) { runGolden(t, "testdata/edges.txt", Find) }

// TestExtents holds what is marked and where it begins and ends.
func TestExtents(t *testing.T) { runGolden(t, "testdata/extents.txt", Find) }

func TestChat(t *testing.T) { runGolden(t, "testdata/chat.txt", Chat.Find) }

// TestChatEdges holds what few messages say.
func TestChatEdges(t *testing.T) { runGolden(t, "testdata/chat_edges.txt", Chat.Find) }

// runGolden holds what find gives to a golden file. @ is publication: a day,
// a day with its clock, or "-" for none.
func runGolden(t *testing.T, file string, find func(string, time.Time) []Mention) {
	golden.Run(t, file, func(t *testing.T, c golden.Case) []string {
		var published time.Time
		var err error
		switch a := c.Args[0]; {
		case strings.Contains(a, "T"):
			published, err = time.Parse("2006-01-02T15:04", a)
		case a != "-":
			published, err = time.Parse(time.DateOnly, a)
		}
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, m := range find(c.Text, published) {
			line := fmt.Sprintf("%s %s", m.Type, m.Value)
			if m.Mod != NoMod {
				line += " " + m.Mod.String()
			}
			if !m.From.IsZero() || !m.To.IsZero() {
				line += " [" + bound(m.From) + ", " + bound(m.To) + ")"
			}
			lines = append(lines, line+" "+c.Text[m.Start:m.End])
		}
		return lines
	})
}

// bound formats an end of an interval: a day, a day with its clock, or nothing.
func bound(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case t.Hour() == 0 && t.Minute() == 0:
		return t.Format(time.DateOnly)
	}
	return t.Format("2006-01-02T15:04")
}
