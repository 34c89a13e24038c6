package date

import "time"

// locate finds the place of an expression in time; its grain is NoGrain where
// there is none. why names what decided, where something had to.
func (d *document) locate(s *span) (p point, why string) {
	if s.numeric && (d.DayFirst || s.dayFirst) && s.dom <= 12 {
		s.month, s.dom = s.dom, s.month
	}
	p, why = d.frame(s)
	switch {
	case s.holiday != "":
		p, why = d.holidayIn(p, s)
	case s.stated.Has(StatedPartOfYear):
		p, why = d.partIn(p, why, s)
	case s.stated.Has(StatedMonth):
		p, why = d.monthIn(p, why, s)
	}
	if s.fiscal && d.FiscalStart > time.January && p.grain >= Quarter && p.grain <= Year {
		p.fiscal = 13 - int(d.FiscalStart)
		p.start, p.last = step(p.start, Month, -p.fiscal), step(p.last, Month, -p.fiscal)
	}
	if s.nthOf != 0 || s.weekNo != 0 {
		if p = d.nthWithin(p, s); p.grain == NoGrain { // a fifth Monday that is none
			return p, ""
		}
	}
	if d.Casual && d.known && p.grain == NoGrain && s.stated.Has(StatedDay) {
		p = d.dayAhead(s)
	}
	if p.grain == Month && s.stated.Has(StatedDay) {
		_, month, _ := p.start.civil()
		if !exists(p.start.year(), month, s.dom) {
			return point{}, ""
		}
		p = p.in(Day, p.start+day(s.dom-1))
	}
	if s.stated.Has(StatedWeekday) && p.grain != Day {
		p, why = d.weekdayIn(p, why, s)
	}
	if s.stated&(StatedPartOfDay|StatedClock) == 0 {
		return p, why
	}
	if p.grain == NoGrain && s.level() < Day && d.known {
		p = p.in(Day, d.dayInFocus(s))
	}
	if p.grain != Day {
		return point{}, ""
	}
	if d.Future && s.dayless() && p.start == d.published {
		s.lookAhead(d.clock)
	}
	p.part, p.clock, p.zone = s.daypart, s.clock, s.zone
	p.grain = PartOfDay
	if s.stated.Has(StatedClock) {
		p.grain = s.clockGrain
	}
	return p, why
}

// lookAhead makes a clock that could be in either half of today, and has passed
// in the first, one of the second; now is in seconds from midnight. Ends of
// ranges stay: "9 to 5" is said all day.
func (s *span) lookAhead(now int) {
	if s.stated.Has(StatedClock) && !s.ampm && !s.digital && s.until == nil && s.clock >= 3600 && s.clock < min(noon, now) && s.clock+noon > now {
		s.clock += noon
		s.ampm = true
	}
}

// partIn narrows a year to a quarter, half or season of it, or finds the one
// meant.
func (d *document) partIn(p point, why string, s *span) (point, string) {
	months, first := 3, 1
	switch s.part {
	case Half:
		months = 6
	case Season:
		first = 3
	}
	nth := s.nth
	if s.part == Season {
		nth++
	}
	begin := func(y int) day { return civilDay(y, first+months*(nth-1), 1) }
	switch {
	case nth < 1 || nth > 4:
		return point{}, ""
	case p.grain == Year:
		return p.in(s.part, begin(p.start.year())), why
	case !d.known:
		return point{}, ""
	}
	start, why := d.nearest(s, s.part.String(), begin)
	return point{start: start, last: start, grain: s.part}, why
}

// monthIn narrows a year to a month of it, or finds the month, or the day of
// it, that is meant.
func (d *document) monthIn(p point, why string, s *span) (point, string) {
	switch {
	case p.grain == Year:
		return p.in(Month, civilDay(p.start.year(), s.month, 1)), why
	case !d.known:
		return point{}, ""
	}
	kind := "month"
	if s.stated.Has(StatedDay) {
		kind = "day"
	}
	start, why := d.nearest(s, kind, func(y int) day {
		if s.nthOf != 0 && d.Casual {
			if p := d.nthWithin(p.in(Month, civilDay(y, s.month, 1)), s); p.grain != NoGrain {
				return max(p.start, civilDay(y, s.month, 1))
			}
		}
		for s.dom == 29 && !exists(y, s.month, s.dom) { // the last leap year
			y--
		}
		return civilDay(y, s.month, max(s.dom, 1))
	})
	y, m, _ := start.civil()
	return p.in(Month, civilDay(y, m, 1)), why
}

// nearest chooses the year of something that recurs every year and begins on
// begin(year). What includes publication counts as past. Of "Sunday, Dec. 25"
// the weekday tells the year.
func (d *document) nearest(s *span, kind string, begin func(year int) day) (day, string) {
	today := d.published
	if grain := s.level(); grain > Day {
		today = d.floor(today, grain)
	}
	y := d.published.year()
	if s.op == opShift && s.n == 0 {
		return begin(y), ""
	}
	for begin(y) <= today {
		y++
	}
	for begin(y) > today {
		y--
	}
	if s.op == opShift {
		switch last := begin(y); {
		case s.n > 0:
			return begin(y + 1), ""
		case last == today:
			return begin(y - 1), ""
		default:
			return last, ""
		}
	}
	if begin(y) == today {
		return today, ""
	}
	if s.stated.Has(StatedWeekday) && s.nthOf == 0 && !d.Future {
		if past := begin(y).weekday() == s.weekday; past != (begin(y+1).weekday() == s.weekday) {
			if !past {
				y++
			}
			return begin(y), "by weekday"
		}
	}
	beside := begin(y) // the nearer one, for Easter moves
	if next := begin(y + 1); next-d.published < d.published-beside {
		beside = next
	}
	ahead, why := d.direction(s, kind, beside)
	if ahead {
		y++
	}
	return begin(y), why
}

// weekdayIn narrows a week to a day of it, or finds the weekday that is meant.
func (d *document) weekdayIn(p point, why string, s *span) (point, string) {
	back := day(floorMod(d.published.weekday()-s.weekday, 7))
	switch {
	case p.grain == Week && s.op == opAgo: // a week ago Sunday
		return p.in(Day, d.published-back-day(7*s.count)), why
	case p.grain == Week:
		return p.in(Day, p.start+day(floorMod(s.weekday-p.start.weekday(), 7))), why
	case p.grain != NoGrain || !d.known:
		return point{}, ""
	}
	if s.op == opShift {
		switch {
		case s.n < 0 && back == 0:
			back = 7 * day(-s.n)
		case s.n < 0:
			back += 7 * day(-s.n-1)
		case s.n > 0:
			back -= 7 * day(s.n)
		case s.n == 0:
			first := d.floor(d.published, Week)
			back = d.published - first - day(floorMod(s.weekday-first.weekday(), 7))
		}
		return p.in(Day, d.published-back), ""
	}
	if back == 0 && (!d.Future || s.stated.Has(StatedClock)) {
		return p.in(Day, d.published), ""
	}
	ahead, why := d.direction(s, "weekday", d.published-back)
	if ahead {
		back -= 7
	}
	return p.in(Day, d.published-back), why
}
