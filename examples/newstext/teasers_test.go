package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"example.org/newstext/clean"
	"example.org/newstext/date"
)

// TestTeasers: where the date of a teaser stands decides where it ends.
func TestTeasers(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		want  []string // first line and date of each teaser
	}{
		{
			"date last",
			[]string{
				"Ferry sails", "It left yesterday.", "September 25, 2018",
				"Bridge closed", "Nobody was hurt.", "By Anna Berg", "September 20, 2018",
			},
			[]string{"Ferry sails 2018-09-25", "Bridge closed 2018-09-20"},
		},
		{
			"date first",
			[]string{"September 25, 2018", "Ferry sails", "September 20, 2018", "Bridge closed"},
			[]string{"September 25, 2018 2018-09-25", "September 20, 2018 2018-09-20"},
		},
		{
			"date below the headline",
			[]string{"Ferry sails", "September 25, 2018", "It left yesterday.", "Bridge closed", "September 20, 2018", "Nobody was hurt."},
			[]string{"Ferry sails 2018-09-25", "Bridge closed 2018-09-20"},
		},
		{
			"a day without its year",
			[]string{"Ferry sails", "Anna Berg, 20 August"},
			[]string{"Ferry sails 2018-08-20"},
		},
		{"no dates", []string{"Ferry sails", "Bridge closed"}, []string{"Ferry sails -"}},
		{"a date alone is none", []string{"Thursday"}, []string{"Thursday -"}},
		{
			"a date in a sentence is none",
			[]string{"Ferry sails", "The ferry left the harbour on September 20, 2018 and nobody has heard of it since."},
			[]string{"Ferry sails -"},
		},
	} {
		text := strings.Join(c.lines, "\n")
		var blocks []clean.Block
		at := 0
		for _, line := range c.lines {
			blocks = append(blocks, clean.Block{Start: at, End: at + len(line), Kind: clean.Teaser})
			at += len(line) + 1
		}
		var got []string
		for _, teaser := range teasersOf(text, blocks, time.Date(2018, time.August, 30, 0, 0, 0, 0, time.UTC), date.Resolver{}) {
			first, _, _ := strings.Cut(text[teaser.start:teaser.end], "\n")
			day := "-"
			if !teaser.published.IsZero() {
				day = formatTime(teaser.published)
			}
			got = append(got, fmt.Sprint(first, " ", day))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
