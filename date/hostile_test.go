package date

import (
	"strings"
	"testing"
	"time"
)

// Texts that only look like dates, and dates that do not exist, give what the
// package comment says.
func TestNoDates(t *testing.T) {
	for text, want := range map[string]string{
		"They met on 31 February.":               "",
		"They met on February 31.":               "",
		"They met on 29 February 2019.":          "",
		"They met on 29 February 2020.":          "2020-02-29",
		"They met on 21th August.":               "2019-08-21",
		"The part 2019-13-01 is missing.":        "",
		"Send STOP to 2222 today.":               "2019-11-18",
		"Call 1-800-555-1998 or (202) 555-1998.": "",
		"They won 4-3 and lost 2-1.":             "",
		"Version 1.1998.2 costs $1998 or €2001.": "",
		"The index fell to 1998.50 points.":      "",
		"May I say that they march on?":          "",
		"The second man, Mr. March, sat down.":   "",
		"In Oslo Theresa May met April Jones.":   "2019-04",
	} {
		var got []string
		for _, m := range Find(text, monday) {
			got = append(got, m.Value)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %v, want %q", text, got, want)
		}
	}
}

// A published date that no calendar of news reaches gives values all the same.
func TestAbsurdPublished(t *testing.T) {
	text := "It rained last week, on Thursday, in May and two million years ago."
	for _, year := range []int{1, 9999, 292_000_000, -292_000_000} {
		for _, m := range Find(text, time.Date(year, 2, 28, 0, 0, 0, 0, time.UTC)) {
			if m.Value == "" {
				t.Errorf("year %d: %+v", year, m)
			}
		}
	}
}

func TestZeroPublished(t *testing.T) {
	var got []string
	for _, m := range Find("On Sunday, in May, last week, yesterday, in 2018, every Tuesday, at noon, a year earlier and a year ago, for three weeks.", time.Time{}) {
		got = append(got, m.Value)
		if m.Value != "2018" && m.Value != "2017" && !m.From.IsZero() {
			t.Errorf("%s lies in %v", m.Value, m.From)
		}
	}
	want := "XXXX-WXX-7 XXXX-05 XXXX-WXX XXXX-XX-XX 2018 XXXX-WXX-2 XXXX-XX-XXT12:00 2017 XXXX P3W"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

// Long texts of one kind give one result for each expression, however long.
func TestLongTexts(t *testing.T) {
	for _, c := range []struct {
		unit    string
		perUnit int
	}{{"Thursday ", 1}, {"9", 0}, {"1998 ", 1}, {"noon. Friday. ", 2}, {"the end of ", 0}, {"\"", 0}, {"a\n\n", 0}, {"\x91", 0}} {
		n := 300_000 / len(c.unit)
		if got := len(Find(strings.Repeat(c.unit, n), monday)); got != c.perUnit*n {
			t.Errorf("%d times %q: %d mentions, want %d", n, c.unit, got, c.perUnit*n)
		}
	}
}
