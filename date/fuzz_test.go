package date

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

var fuzzSeeds = []string{
	"He said Thursday that talks resume Monday, Nov. 25, at 9 a.m. EST.",
	"Sales rose in the third quarter of 2018 from a year earlier, in June a year ago, early last month.",
	"31 February, 21th August, 29 February 2019, 2019-13-01, 2222, 1-800-555-1234, 4-3, v1.19.98, $1998",
	"2019-11-14T09:30:00Z the late 1980s '98 \xff\xfe two and a half years ago\n\nevery Tuesday",
	"On Monday, Christmas Day, the second day of it, he left between 3 and 5 p.m. (0420GMT). Last Easter was Sunday, April 21.",
}

// FuzzSpans checks that mentions lie in the text on rune boundaries, in order
// and apart, with an interval that does not run backwards.
func FuzzSpans(f *testing.F) {
	for _, s := range fuzzSeeds {
		f.Add(s, int64(1574035200))
	}
	f.Fuzz(func(t *testing.T, text string, seconds int64) {
		end := 0
		for _, m := range Find(text, time.Unix(seconds%(1<<40), 0).UTC()) {
			if m.Start < end || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("%q: span %d:%d after %d", text, m.Start, m.End, end)
			}
			end = m.End
			if !utf8.RuneStart(text[m.Start]) || m.End < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[m.End]) {
				t.Fatalf("%q: span %d:%d splits a rune", text, m.Start, m.End)
			}
			if m.Value == "" || m.Rule == "" || m.From.IsZero() != m.To.IsZero() || m.To.Before(m.From) {
				t.Fatalf("%q: %+v", text, m)
			}
		}
	})
}

// FuzzShiftWeeks checks that publishing a week later moves what is relative
// and of Grain Day or Week by a week.
func FuzzShiftWeeks(f *testing.F) {
	for _, s := range fuzzSeeds {
		f.Add(s, uint8(3))
	}
	f.Fuzz(func(t *testing.T, text string, weeks uint8) {
		days := 7 * int(weeks%4)
		now, later := Find(text, monday), Find(text, monday.AddDate(0, 0, days))
		if len(now) != len(later) {
			t.Fatalf("%q: %d mentions, %d when published later", text, len(now), len(later))
		}
		for i, m := range now {
			named := strings.Contains(m.Rule, "holiday") // Monday, Christmas Day
			relative := m.Stated&^(StatedWeekday|StatedPartOfDay) == 0 && !named
			if relative && (m.Grain == Week || m.Grain == Day && m.Stated.Has(StatedWeekday)) && m.Type == Date &&
				!m.From.IsZero() && !m.From.AddDate(0, 0, days).Equal(later[i].From) && !anchored(now) {
				t.Fatalf("%q: %s moved to %s", text, m.Value, later[i].Value)
			}
		}
	})
}

// anchored tells whether the text states a date that others may refer to.
func anchored(mentions []Mention) bool {
	return slices.ContainsFunc(mentions, func(m Mention) bool {
		return m.Stated&^StatedWeekday != 0 || m.Grain != Day && m.Grain != Week
	})
}

// FuzzUnknownPublication checks that the day of publication changes neither
// spans nor types, and that without it nothing that is relative has a place.
func FuzzUnknownPublication(f *testing.F) {
	for _, s := range fuzzSeeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		known, unknown := Find(text, monday), Find(text, time.Time{})
		if len(known) != len(unknown) {
			t.Fatalf("%q: %d mentions, %d without publication", text, len(known), len(unknown))
		}
		for i, m := range unknown {
			if k := known[i]; m.Start != k.Start || m.End != k.End || m.Type != k.Type {
				t.Fatalf("%q: %+v, without publication %+v", text, k, m)
			}
		}
	})
}

// FuzzChat checks that the mentions of Chat lie in the text on rune boundaries,
// in order and apart, and that what has two ends does not run backwards.
func FuzzChat(f *testing.F) {
	for _, s := range append(fuzzSeeds,
		"tmr at 3, next week on Friday or Sunday, from 5-17 in next month, 9.30-4.30pm",
		"2 days before Friday, +15 minutes, since May or before 2000, the 22nd and 23rd of March, week 50",
		"1 year, 2 months and 1.5 hours ago to 8/10 between now and six o'clock, Feb 29 - Feb 30, mar 31",
	) {
		f.Add(s, int64(1574069400))
	}
	f.Fuzz(func(t *testing.T, text string, seconds int64) {
		end := 0
		for _, m := range Chat.Find(text, time.Unix(seconds%(1<<40), 0).UTC()) {
			if m.Start < end || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("%q: span %d:%d after %d", text, m.Start, m.End, end)
			}
			end = m.End
			if !utf8.RuneStart(text[m.Start]) || m.End < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[m.End]) {
				t.Fatalf("%q: span %d:%d splits a rune", text, m.Start, m.End)
			}
			if m.Value == "" || m.Rule == "" || !m.From.IsZero() && !m.To.IsZero() && m.To.Before(m.From) {
				t.Fatalf("%q: %+v", text, m)
			}
		}
	})
}
