package main

import (
	"math"
	"strconv"
	"time"
)

// A timelineView is the time line of an article: a line for the day of
// publication and a bar for each expression of the article with a place in time.
type timelineView struct {
	Width, Height int
	Origin        float64 // x of the day of publication
	Known         bool    // it is known
	Ticks         []tickView
	Bars          []barView
}

type tickView struct {
	X     float64
	Label string
}

type barView struct {
	X, Width float64
	Y        int
	Date     *dateView
	Left     bool // the label stands on the left of the bar
	LabelX   float64
}

// The time line is logarithmic on both sides of its origin: what matters to
// news lies within days of it, and what is told lies within years.
const (
	timelineWidth = 960
	timelineEdge  = 40 // left free on both sides, for the labels of ticks
	barHeight     = 18
	leastBar      = 3
	axisHeight    = 24
	mostYears     = 100
)

var ticks = []struct {
	days  float64
	label string
}{{1, "day"}, {7, "week"}, {30, "month"}, {365, "year"}, {3652, "10 years"}, {36524, "100 years"}}

func newTimeline(dates []dateView, published time.Time) timelineView {
	v := timelineView{Width: timelineWidth, Known: !published.IsZero()}
	origin := published
	var shown []*dateView
	for i := range dates {
		m := dates[i].mention
		if m.From.IsZero() || m.To.IsZero() || !dates[i].Told {
			continue
		}
		shown = append(shown, &dates[i])
		if !v.Known && m.To.After(origin) {
			origin = m.To
		}
	}
	if len(shown) == 0 {
		return timelineView{}
	}
	first, last := -7.0, 7.0 // days
	for _, d := range shown {
		first = min(first, days(d.mention.From, origin))
		last = max(last, days(d.mention.To, origin))
	}
	low, high := logDays(max(first, -mostYears*365.25)), logDays(min(last, mostYears*365.25))
	x := func(days float64) float64 {
		return timelineEdge + math.Round(10*(timelineWidth-2*timelineEdge)*(logDays(days)-low)/(high-low))/10
	}
	v.Origin = x(0)
	for _, t := range ticks {
		if -t.days >= first {
			v.Ticks = append(v.Ticks, tickView{x(-t.days), "−" + t.label})
		}
		if t.days <= last {
			v.Ticks = append(v.Ticks, tickView{x(t.days), "+" + t.label})
		}
	}
	for i, d := range shown {
		from := min(max(x(days(d.mention.From, origin)), timelineEdge), timelineWidth-timelineEdge)
		to := min(max(x(days(d.mention.To, origin)), from+leastBar), timelineWidth-timelineEdge+leastBar)
		bar := barView{X: from, Width: math.Round(10*(to-from)) / 10, Y: axisHeight + i*barHeight, Date: d}
		if bar.Left = to > timelineWidth*2/3; bar.Left {
			bar.LabelX = from - 4
		} else {
			bar.LabelX = to + 4
		}
		v.Bars = append(v.Bars, bar)
	}
	v.Height = axisHeight + len(shown)*barHeight + 4
	return v
}

func days(t, origin time.Time) float64 { return t.Sub(origin).Hours() / 24 }

// logDays is a logarithm that is odd, and zero at zero.
func logDays(days float64) float64 { return math.Copysign(math.Log1p(math.Abs(days)), days) }

// ViewBox is the attribute of the SVG element.
func (v timelineView) ViewBox() string {
	return "0 0 " + strconv.Itoa(v.Width) + " " + strconv.Itoa(v.Height)
}
