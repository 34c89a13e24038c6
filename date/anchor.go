package date

import "slices"

// A focus remembers what a text has spoken of: the dates that "that day", "a
// year earlier" and "the quarter" refer to.
type focus struct {
	last   point // the last date
	day    point // the last one of Grain Day
	period point // the last quarter, half or year that figures were given for
}

// set notes a date that the text has stated.
func (f *focus) set(p point, s *span) {
	if p.grain < Day {
		p.grain = Day
	}
	f.last = p
	switch p.grain {
	case Day:
		f.day = p
	case Quarter, Half:
		if s.op == opCalendar || s.op == opShift {
			f.period = p
		}
	}
}

// fromFocus returns the unit n units from the one in focus.
func (d *document) fromFocus(s *span, n int) (point, string) {
	base := d.focus.last
	switch {
	case s.op == opFocus && s.unit == Quarter:
		base = d.focus.period
		if base.grain == NoGrain && d.known {
			return d.unitAt(d.published, Quarter, -1), "latest"
		}
	case s.op != opFocus && s.op != opLater && s.unit == Year && d.focus.period.grain != NoGrain && s.stated == 0:
		p := d.focus.period
		p.start, p.last = step(p.start, Year, n), step(p.last, Year, n)
		return p, "period in focus"
	case s.op == opFocus && s.unit == Weekend:
		return d.weekend(s)
	case s.op == opFocus && s.unit == Week && s.n == 0:
		base = d.focus.day
	case s.op == opFocus && s.unit != Day && s.n == 0 && !s.that:
		base = point{}
	case s.op == opFocus && s.unit == Day:
		base = d.focus.day
	}
	if base.grain == NoGrain || base.grain > s.unit {
		if !d.known {
			return point{}, ""
		}
		return d.unitAt(d.published, s.unit, n), ""
	}
	return d.unitAt(base.start, s.unit, n), "focus"
}

// dayInFocus returns the day of a time such as "the middle of the night": the
// day named nearest to it in the paragraph, otherwise that of publication.
func (d *document) dayInFocus(s *span) day {
	after, _ := slices.BinarySearchFunc(d.named, s.from, func(n namedDay, at int) int { return n.at - at })
	switch {
	case len(d.named) == 0:
		return d.published
	case after == len(d.named), after > 0 && s.from-d.named[after-1].at <= d.named[after].at-s.from:
		return d.named[after-1].day
	}
	return d.named[after].day
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
