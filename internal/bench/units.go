package main

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
)

// A reading is an interval that is right for a unit of another library's test
// table. Times are written 2019-11-18 or 2019-11-18T09:00:00.
type reading struct {
	From     string `json:"from"`
	To       string `json:"to"`      // exclusive
	ToIncl   string `json:"to_incl"` // the last day or minute
	Grain    string `json:"grain"`
	Type     string `json:"type"`
	ScoredTo *bool  `json:"scored_to"`
}

// anchored tells whether the reading has a place in time.
func (r reading) anchored() bool {
	return (r.From != "" || r.To != "") &&
		!slices.Contains([]string{"duration", "set", "time", "timezone", "timerange"}, r.Type)
}

// measureUnits prints the share of anchored units whose interval is right in
// the answer that overlaps them most, by at least half of the union.
func measureUnits(ctx context.Context, b *bench, read func() ([]dated, error)) (string, error) {
	units, err := read()
	if err != nil {
		return "", err
	}
	answers, err := dates(ctx, b, units, "chat")
	if err != nil {
		return "", err
	}
	anchored, resolved := 0, 0
	for _, u := range units {
		for _, m := range u.Mentions {
			if !slices.ContainsFunc(m.Alts, reading.anchored) {
				continue
			}
			anchored++
			best, from, to := 0.0, "", ""
			for _, a := range answers[u.ID].Mentions {
				shared := min(a.End, m.End) - max(a.Start, m.Start)
				if o := ratio(shared, max(a.End, m.End)-min(a.Start, m.Start)); shared > 0 && o > best {
					best, from, to = o, a.From, a.To
				}
			}
			if best >= 0.5 && slices.ContainsFunc(m.Alts, func(r reading) bool {
				return r.anchored() && r.agrees(from, to)
			}) {
				resolved++
			}
		}
	}
	return fmt.Sprintf("resolved %.2f", 100*ratio(resolved, anchored)), nil
}

// agrees tells whether from and to are those of the reading, at its grain.
func (r reading) agrees(from, to string) bool {
	grain := r.Grain
	if r.From != "" && grain == "" {
		grain = "minute"
		if len(r.From) == len(time.DateOnly) {
			grain = "day"
		}
	}
	if r.From != "" && point(r.From, grain) != point(from, grain) {
		return false
	}
	switch {
	case r.ToIncl != "":
		got := point(to, grain)
		return got == point(r.ToIncl, grain) || got != "" && grain == "day" && got == point(dayAfter(r.ToIncl), grain)
	case r.To != "" && (r.ScoredTo == nil || *r.ScoredTo):
		return point(to, grain) == point(r.To, grain)
	}
	return true
}

var instant = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d)?)?`)

// point cuts a time to the day, or to the minute for finer grains.
func point(v, grain string) string {
	v = strings.ReplaceAll(strings.TrimSpace(v), " ", "T")
	m := instant.FindStringSubmatch(v)
	switch {
	case m == nil:
		return v
	case slices.Contains([]string{"day", "week", "month", "quarter", "year"}, grain):
		return m[1]
	case m[2] == "":
		return m[1] + "T00:00"
	}
	return m[1] + "T" + m[2]
}

func dayAfter(v string) string {
	day, err := time.Parse(time.DateOnly, firstBytes(v, len(time.DateOnly)))
	if err != nil {
		return v
	}
	return day.AddDate(0, 0, 1).Format(time.DateOnly)
}
