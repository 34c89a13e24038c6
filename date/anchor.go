package date

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
		if s.op != opEarlier {
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

// dayInFocus returns the day that a time of day belongs to where the text does
// not say it.
func (d *document) dayInFocus() day { return d.published }

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
