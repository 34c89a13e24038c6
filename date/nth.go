package date

// nthWithin returns the unit of a month, quarter or year that is counted: "the
// first Monday of May", "the last week of April", "week 23". A week belongs to
// the month and year of its Thursday, as ISO 8601 has it.
func (d *document) nthWithin(p point, s *span) point {
	if s.inners > 1 {
		return d.firstUnits(p, s)
	}
	switch {
	case s.weekNo != 0:
		return d.numberedWeek(s)
	case p.grain < Month || p.grain > Year:
		return point{}
	case s.inner == NoGrain:
		return d.nthWeekdayIn(p, s.nthOf, s.weekday)
	case s.inner == Week:
		if on := d.nthWeekdayIn(p, s.nthOf, thursday); on.grain != NoGrain {
			return d.unitAt(on.start, Week, 0)
		}
		return point{}
	case s.inner == Weekend:
		if on := d.nthWeekdayIn(p, s.nthOf, saturday); on.grain != NoGrain {
			return on.in(Weekend, on.start)
		}
		return point{}
	}
	on := step(p.start, s.inner, s.nthOf-1)
	if s.nthOf < 0 {
		on = step(p.end(), s.inner, s.nthOf)
	}
	if on < p.start || on >= p.end() {
		return point{}
	}
	return p.in(s.inner, on)
}

// firstUnits returns the first or last units of a month or year: "the first two
// weeks of May".
func (d *document) firstUnits(p point, s *span) point {
	n := s.inners
	one := *s
	one.inners = 0
	first := d.nthWithin(p, &one)
	if first.grain == NoGrain {
		return first
	}
	if s.nthOf > 0 {
		first.last = step(first.start, s.inner, n-1)
	} else {
		first.start = step(first.start, s.inner, 1-n)
	}
	if first.start < p.start-6 || first.last > p.end() {
		return point{}
	}
	return first
}

const (
	thursday = 4
	saturday = 6
)

// nthWeekdayIn returns the nth such weekday of p, from its end where n is
// negative.
func (d *document) nthWeekdayIn(p point, n, weekday int) point {
	y, m, _ := p.start.civil()
	if n < 0 {
		y, m, _ = (p.end() - 1).civil()
	}
	on := nthWeekday(y, m, n, weekday)
	if on < p.start || on >= p.end() {
		return point{}
	}
	return p.in(Day, on)
}

// of returns the weekday that stands beside on.
func (b beside) of(on day) day {
	if b.sign < 0 {
		return on - 1 - day(floorMod((on-1).weekday()-b.weekday, 7)+7*(b.n-1))
	}
	return on + 1 + day(floorMod(b.weekday-(on+1).weekday(), 7)+7*(b.n-1))
}

// numberedWeek returns the week that "week 23" means, of the year stated or
// that of publication.
func (d *document) numberedWeek(s *span) point {
	year := s.year
	if year == 0 {
		year = d.published.year()
	}
	if !d.known && s.year == 0 || s.weekNo > 53 {
		return point{}
	}
	return d.unitAt(nthWeekday(year, 1, 1, thursday), Week, s.weekNo-1)
}
