package date

import (
	"testing"
	"time"

	"example.org/newstext/internal/golden"
)

func TestPublished(t *testing.T) {
	golden.Run(t, "testdata/published.txt", func(t *testing.T, c golden.Case) []string {
		m, ok := Published(c.Text)
		if !ok {
			return []string{"not sure"}
		}
		layout := "2006-01-02T15:04"
		if m.Type == Date {
			layout = time.DateOnly
		}
		return []string{m.From.Format(layout) + " " + c.Text[m.Start:m.End]}
	})
}
