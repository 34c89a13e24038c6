package date

import "time"

// An offset is a distance in time: "a year, two weeks and an hour".
type offset struct {
	months, days, seconds int
	sign                  int // 1 after, -1 before, 0 where there is none
}

// add adds n units.
func (o *offset) add(n int, g Grain) {
	n = min(n, maxSteps)
	switch g {
	case Second:
		o.seconds += n
	case Minute:
		o.seconds += 60 * n
	case Hour:
		o.seconds += 3600 * n
	case Day, PartOfDay:
		o.days += n
	case Week, Weekend:
		o.days += 7 * n
	case Month:
		o.months += n
	case Quarter, Season:
		o.months += 3 * n
	case Half:
		o.months += 6 * n
	default:
		o.months += 12 * n * max(1, yearsOf(g))
	}
}

// addPart adds a hundredth of a unit that many times.
func (o *offset) addPart(percent int, g Grain) {
	switch g {
	case Minute, Hour:
		o.seconds += percent * unitSeconds[g] / 100
	case Day:
		o.seconds += percent * 24 * 36
	case Week:
		o.days += percent * 7 / 100
	case Month:
		o.days += percent * 30 / 100
	case Year:
		o.months += percent * 12 / 100
	}
}

var unitSeconds = [...]int{Second: 1, Minute: 60, Hour: 3600}

func yearsOf(g Grain) int {
	if int(g) < len(yearsIn) {
		return yearsIn[g]
	}
	return 1
}

// from returns the point that lies sign times the offset away from p: a day,
// or where hours and minutes count, a time of one.
func (o offset) from(p point, sign int) point {
	if o.months != 0 {
		p.start = step(p.start, Month, sign*o.months)
	}
	p.start += day(sign * o.days)
	if o.seconds == 0 {
		if p.grain >= Day && (o.days != 0 || o.months%12 != 0 || p.grain > Year) {
			p.grain = Day
		}
		p.last = p.start
		return p
	}
	seconds := p.clock + sign*o.seconds
	p.start += day(floorDiv(seconds, 24*3600))
	p.clock = floorMod(seconds, 24*3600)
	p.last = p.start
	p.grain = Minute
	if p.clock%60 != 0 {
		p.grain = Second
	}
	return p
}

// now is published as a point with its clock.
func (d *document) now() point {
	return point{start: d.published, last: d.published, grain: Second, clock: d.clock}
}

// distance returns how far away an expression says that it lies.
func (e *expr) distance() offset {
	o := e.length
	if o == (offset{}) { // the rule states it
		o.add(e.count*max(1, e.n), e.unit)
	}
	return o
}

// moved returns the point that an expression lies away from now: a day where
// it counts in days and longer units.
func (d *document) moved(s *span, sign int) point {
	p, o := d.now(), s.distance()
	if o.seconds == 0 {
		p.grain, p.clock = Day, 0
	}
	return o.from(p, sign)
}

// spanned gives a length that touches now its interval: "the last two hours"
// end now, "the next two days" begin tomorrow, quarters and decades are those
// of the calendar.
func (d *document) spanned(s *span) (from, to time.Time) {
	loc := d.location
	switch {
	case s.length.seconds != 0:
		a, b := d.now(), d.moved(s, s.n)
		if s.n < 0 {
			a, b = b, a
		}
		return a.start.at(a.clock, loc), b.start.at(b.clock, loc)
	case s.unit == Quarter || s.unit > Year:
		first, past := 1, s.count+1
		if s.n < 0 {
			first, past = -s.count, 0
		}
		a, b := d.unitAt(d.published, s.unit, first), d.unitAt(d.published, s.unit, past)
		return a.start.time(loc), b.start.time(loc)
	case s.n < 0:
		return d.moved(s, -1).start.time(loc), d.published.time(loc)
	}
	return (d.published + 1).time(loc), (d.moved(s, 1).start + 1).time(loc)
}
