package date

import (
	"testing"
	"time"
)

// A Resolver reads what its fields say, from a Monday.
func TestResolver(t *testing.T) {
	for _, c := range []struct {
		name     string
		resolver Resolver
		text     string
		value    string
		from     string
	}{
		{"weeks from Monday", Resolver{}, "last week", "2019-W46", "2019-11-11"},
		{"weeks from Sunday", Resolver{SundayWeek: true}, "last week", "2019-W46", "2019-11-10"},
		{"weekend of such a week", Resolver{SundayWeek: true}, "last weekend", "2019-W46-WE", "2019-11-16"},
		{"weekday of such a week", Resolver{SundayWeek: true}, "this Sunday", "2019-11-17", "2019-11-17"},
		{"day first", Resolver{DayFirst: true}, "3/4/2018", "2018-04-03", "2018-04-03"},
		{"month first", Resolver{}, "3/4/2018", "2018-03-04", "2018-03-04"},
		{"fiscal year", Resolver{FiscalStart: time.October}, "fiscal 2019", "2019", "2018-10-01"},
		{"fiscal half", Resolver{FiscalStart: time.July}, "the first half of fiscal 2019", "2019-H1", "2018-07-01"},
		{"future", Resolver{Future: true}, "in May", "2020-05", "2020-05-01"},
		{"past", Resolver{}, "in May", "2019-05", "2019-05-01"},
		{"exact", Resolver{Exact: true}, "two weeks ago", "2019-11-04", "2019-11-04"},
	} {
		got := c.resolver.Find(c.text, monday)
		if len(got) != 1 || got[0].Value != c.value || got[0].From.Format(time.DateOnly) != c.from {
			t.Errorf("%s: %q is %+v, want %s from %s", c.name, c.text, got, c.value, c.from)
		}
	}
}

// Values beyond an enumeration have no name.
func TestNoName(t *testing.T) {
	if s := Type(99).String() + Mod(99).String() + Grain(99).String(); s != "" {
		t.Errorf("names %q", s)
	}
}
