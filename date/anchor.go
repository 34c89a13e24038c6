package date

import (
	"slices"
	"strings"
)

// A focus remembers what a text has spoken of: the dates that "that day", "a
// year earlier" and "the quarter" refer to.
type focus struct {
	last   point           // the last date
	ago    bool            // the text told it by how long ago it was
	at, to int             // the tokens of the paragraph that name it; -1 in another paragraph
	by     [Year + 1]point // the last one of each grain from Day to Year
	clock  point           // the last time of a day
	stated point           // the last quarter or half that the text has stated
	period point           // the one that it gives figures for
}

// set notes a date that the text has stated.
func (d *document) keep(p point, s *span) {
	f := &d.focus
	if p.grain < PartOfDay {
		f.clock = p
	}
	p.grain = max(p.grain, Day)
	f.last, f.ago, f.at, f.to = p, s.op == opAgo, s.from, s.to
	if p.grain <= Year {
		f.by[p.grain] = p
	}
	if (p.grain == Quarter || p.grain == Half) && (s.op == opCalendar || s.op == opShift || s.op == opEnding) {
		f.stated = p
		if d.reported(p, s) {
			f.period = p
		}
	}
}

// reported tells whether s, which means p, is the period that a report is
// about, and not one that it looks ahead to or compares with: that is over, and
// the last such one.
func (d *document) reported(p point, s *span) bool {
	if !d.known || s.op == opEnding || s.fiscal || d.focus.period.grain == NoGrain {
		return true
	}
	return p.end() <= d.published && p.start >= d.focus.period.start
}

// measure notes a length that figures are given for: nine months are no
// quarter, so that "a year earlier" is a year again.
func (d *document) measure(s *span) {
	if d.known && s.op == opLength && s.unit == Month && !s.vague && s.count%3 == 0 && s.count > 3 {
		d.focus.stated, d.focus.period = point{}, point{}
		d.focus.last = d.unitAt(d.published, Year, 0)
	}
}

// focused returns the unit that "the quarter", "that year" or "the next day"
// means: s.n units from the one that the text spoke of last.
func (d *document) focused(s *span) (point, string) {
	base := d.focus.last
	switch {
	case s.unit == Quarter:
		base = d.focus.stated
		if base.grain == NoGrain && d.known {
			return d.unitAt(d.published, Quarter, -1), "latest"
		}
	case s.unit == NoGrain && s.stated.Has(StatedWeekday):
		return d.weekdayBeside(s)
	case s.unit == NoGrain:
		return base, "focus"
	case s.unit == Weekend:
		return d.weekend(s)
	case s.unit == Day, s.unit == Week && s.n == 0:
		base = d.focus.by[Day]
	case s.unit == Year && s.n == 0 && !s.that:
		if base.grain != Year || d.focus.to != s.from-1 || d.word(s.from-1) != "," { // 1998, the year he died
			base = d.focus.stated
		}
	case s.n == 0 && !s.that:
		base = point{}
	}
	n := s.n
	if s.tail > 0 && d.focus.to == s.from-1 && d.word(s.from-1) == "," { // Nov. 3, the day before the vote
		n = 0
	}
	return d.away(base, s.unit, n)
}

// weekdayBeside returns the day that "the following Thursday" means: the next
// one behind the day in focus, or the last one before it.
func (d *document) weekdayBeside(s *span) (point, string) {
	base := d.focus.by[Day]
	if base.grain == NoGrain {
		if !d.known {
			return point{}, ""
		}
		base = d.unitAt(d.published, Day, 0)
	}
	ahead := floorMod(s.weekday-base.start.weekday()-1, 7) + 1
	if s.n < 0 {
		ahead -= 7
		if ahead == 0 {
			ahead = -7
		}
	}
	return base.in(Day, base.start+day(ahead)), "focus"
}

// before returns the date that "a year earlier" and "two days later" mean: n
// units from the date in focus. What is a year from figures of a quarter is
// that quarter of another year.
func (d *document) before(s *span, n int) (point, string) {
	if s.unit < PartOfDay {
		return d.hoursAway(s)
	}
	if s.ended.grain == Year { // three years later, in 2008
		return s.ended, "beside"
	}
	if s.op != opLater && s.unit == Year && s.stated == 0 {
		if p := d.period(s); p.grain != NoGrain {
			return p.years(n), "period in focus"
		}
	}
	if s.unit > Year { // a century later is a year
		return d.away(d.focus.last, Year, n*yearsIn[s.unit])
	}
	return d.away(d.focus.last, s.unit, n)
}

// same returns the period that "the year-ago quarter" and "the same month of
// 2006" mean: the one in focus, s.n years away or in the year that s states.
func (d *document) same(s *span) (point, string) {
	base := d.period(s)
	switch s.unit {
	case Quarter:
		if base.grain != Quarter && d.known {
			base = d.unitAt(d.published, Quarter, -1)
		}
	case Day, Week, Month:
		base = d.focus.by[s.unit]
		if base.grain == NoGrain && d.known {
			base = d.unitAt(d.published, s.unit, 0)
		}
	}
	switch {
	case base.grain == NoGrain && s.stated.Has(StatedYear):
		return d.unitAt(civilDay(s.year, 1, 1), Year, 0), ""
	case base.grain == NoGrain && !d.known:
		return base, ""
	case base.grain == NoGrain:
		return d.unitAt(d.published, Year, s.n), ""
	}
	n := s.n
	if s.stated.Has(StatedYear) {
		n = s.year - base.start.year()
	}
	if s.stated.Has(StatedPartOfYear) {
		return d.unitAt(base.start, Year, n), "period in focus"
	}
	return base.years(n), "period in focus"
}

// period returns the period whose figures s compares with: one that the
// sentence names, otherwise the one that the report is about.
func (d *document) period(s *span) point {
	switch last := d.focus.last; last.grain {
	case Month, Quarter, Half, Year:
		if !d.focus.ago && d.inSentence(s) { // not from a month ago and from a year ago
			return last
		}
	}
	return d.focus.period
}

// inSentence tells whether the date in focus stands in the sentence of s.
func (d *document) inSentence(s *span) bool {
	return d.focus.at >= 0 && d.sameSentence(d.focus.at, s.from)
}

// maxSentence bounds, in tokens, how far back a sentence is looked through.
const maxSentence = 60

// sameSentence tells whether no sentence ends between two tokens.
func (d *document) sameSentence(from, to int) bool {
	if to-from > maxSentence {
		return false
	}
	for i := from + 1; i < to; i++ {
		if d.capital(i) && d.word(i-1) == "." && d.beginsSentence(i) {
			return false
		}
	}
	return true
}

// away returns the unit n units from base, or from publication where base is
// not known or coarser than the unit.
func (d *document) away(base point, unit Grain, n int) (point, string) {
	if base.grain == NoGrain || base.grain > unit {
		if !d.known {
			return point{}, ""
		}
		return d.unitAt(d.published, unit, n), ""
	}
	return d.unitAt(base.start, unit, n), "focus"
}

// hoursAway returns the time that lies hours, minutes or seconds from now or
// from the time in focus. Where that is not known it is some time of the day.
func (d *document) hoursAway(s *span) (point, string) {
	base, why := d.now(), ""
	known := d.known && d.clock != 0
	if s.op == opEarlier || s.op == opLater {
		if f := &d.focus; f.by[Day].grain == Day {
			base, why = f.clock, "focus"
			known = f.clock.grain != NoGrain && f.clock.start == f.by[Day].start
			base.start = f.by[Day].start
		}
	}
	switch {
	case !known && !d.known && why == "":
		return point{}, ""
	case !known:
		return point{start: base.start, last: base.start, grain: s.unit, part: unknownPart}, why
	}
	sign := 1
	if s.op == opAgo || s.op == opEarlier {
		sign = -1
	}
	p := s.distance().from(base, sign)
	if base.grain == Hour && s.unit == Hour {
		p.grain = Hour
	}
	return p, why
}

// dayInFocus returns the day of a time such as "the middle of the night": the
// day named nearest to it in the paragraph, but none in a clause behind it,
// otherwise the last one named before if it is of that week, otherwise that of
// publication.
func (d *document) dayInFocus(s *span) day {
	from, to := s.place()
	after, _ := slices.BinarySearchFunc(d.named, from, func(n namedDay, at int) int { return n.at - at })
	next := after < len(d.named) && !d.clauseEnds(to, d.named[after].at)
	switch {
	case next && d.named[after].at == to+1 && strings.EqualFold(d.word(to), "on"): // 6 a.m. on Tuesday
		return d.named[after].day
	case after > 0 && (!next || from-d.named[after-1].at <= d.named[after].at-from):
		return d.named[after-1].day
	case next:
		return d.named[after].day
	}
	if f := d.earlier; f.grain == Day && !d.Casual && d.published-f.start < 7 && f.start-d.published < 7 {
		return f.start
	}
	return d.published
}

// clauseEnds tells whether a clause ends between two tokens.
func (d *document) clauseEnds(from, to int) bool {
	if to-from > maxSentence {
		return true
	}
	for i := from; i < to; i++ {
		switch d.word(i) {
		case ";":
			return true
		case ".":
			if d.capital(i+1) && d.beginsSentence(i+1) && i > from {
				return true
			}
		case "and", "but", "while", "whereas":
			if next := d.word(i + 1); !digit(next) && next != "noon" && next != "midnight" { // 6 p.m. and 9 p.m. on Tuesday
				return true
			}
		}
	}
	return false
}

// A namedDay is a day that the paragraph names with the token at.
type namedDay struct {
	at  int
	day day
}

// weekend returns the weekend that "the weekend" means.
func (d *document) weekend(s *span) (point, string) {
	if !d.known {
		return point{}, ""
	}
	p := d.unitAt(d.published, Weekend, 0)
	if p.start <= d.published {
		return p, ""
	}
	last := d.unitAt(d.published, Weekend, -1)
	ahead, why := d.direction(s, "weekend", last.start)
	if ahead {
		return p, why
	}
	return last, why
}
