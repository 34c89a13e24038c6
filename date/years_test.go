package date

import (
	"slices"
	"testing"
	"time"

	"example.org/newstext/examples/corpus"
)

// FuzzShiftYears checks that publishing years later moves what is relative and
// of Grain Month, Quarter or Year by as many years.
func FuzzShiftYears(f *testing.F) {
	for _, s := range append([]string{
		"Exports fell last month and may rise next year, the bank said in its report for the third quarter.",
		"In June prices were lower than in early March; this quarter they rose. He left two years ago.",
	}, fuzzSeeds...) {
		f.Add(s, uint8(1), uint16(77))
	}
	f.Fuzz(func(t *testing.T, text string, years uint8, day uint16) {
		n := 1 + int(years%20)
		first := monday.AddDate(0, 0, int(day))
		if first.Month() == time.February && first.Day() == 29 {
			return
		}
		now, later := Find(text, first), Find(text, first.AddDate(n, 0, 0))
		if len(now) != len(later) {
			t.Fatalf("%q: %d mentions, %d when published later", text, len(now), len(later))
		}
		if slices.ContainsFunc(now, absolute) {
			return
		}
		for i, m := range now {
			if !movesWithYears(m) {
				continue
			}
			if l := later[i]; !m.From.AddDate(n, 0, 0).Equal(l.From) || !m.To.AddDate(n, 0, 0).Equal(l.To) {
				t.Fatalf("%q: %s moved to %s in %d years", text, m.Value, l.Value, n)
			}
		}
	})
}

// absolute tells whether others may refer to a mention that does not move with
// the years: one with a year of its own, or one that lies on a weekday.
func absolute(m Mention) bool {
	return m.Stated.Has(StatedYear) || m.Type == Set || m.Grain < Month && m.Grain != NoGrain || m.Grain > Year
}

// movesWithYears tells whether a mention is relative and of a grain that the
// same day of another year has in the same place.
func movesWithYears(m Mention) bool {
	return m.Type == Date && !m.From.IsZero() && (m.Grain == Month || m.Grain == Quarter || m.Grain == Year)
}

// TestCorpusShift is the floor under the laws of shifting: it counts what they
// are about in the sample articles.
func TestCorpusShift(t *testing.T) {
	var days, years int
	for _, a := range corpus.Articles() {
		for _, m := range Find(a.Text, monday) {
			if m.Type == Date && m.Stated&^StatedWeekday == 0 && m.Grain == Day {
				days++
			}
			if movesWithYears(m) && !m.Stated.Has(StatedYear) {
				years++
			}
		}
	}
	if days < 20 || years < 20 {
		t.Errorf("%d mentions move with the week, %d with the year, want at least 20 of each", days, years)
	}
}
