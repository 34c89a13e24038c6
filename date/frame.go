package date

// frame returns the unit that the coarsest part of the expression names: the
// year that it states, last week, the quarter in focus.
func (d *document) frame(s *span) (p point, why string) {
	switch {
	case s.op == opSame:
		return d.same(s)
	case s.stated.Has(StatedYear):
		return d.statedYear(s), ""
	case s.op == opCalendar && s.ended.grain != NoGrain: // its fourth quarter ended June 30
		return d.unitAt(s.ended.start, Year, 0), "ending"
	case !d.known && s.op != opEarlier && s.op != opLater && s.op != opFocus && s.op != opEnding:
		return point{}, ""
	}
	if d.Exact && d.known && !s.vague && !s.stated.Has(StatedWeekday) {
		if p := d.counted(s); p.grain != NoGrain {
			return p, ""
		}
	}
	switch s.op {
	case opShift:
		if s.unit != NoGrain {
			return d.unitAt(d.published, s.unit, s.n), ""
		}
	case opAgo:
		return d.ago(s)
	case opHence:
		if s.unit < PartOfDay {
			return d.hoursAway(s)
		}
		return d.unitAt(d.published, s.unit, s.count), ""
	case opEarlier:
		return d.before(s, -s.count)
	case opLater:
		return d.before(s, s.count)
	case opFocus:
		return d.focused(s)
	case opEnding:
		if s.ended.grain == NoGrain {
			return d.focused(s)
		}
		return d.unitAt(s.ended.start-day(length(s.ended.start, s.unit)/2), s.unit, 0), ""
	}
	return point{}, ""
}

// statedYear returns the year, decade or century that the text states, or in
// it the unit that corresponds to that of publication.
func (d *document) statedYear(s *span) point {
	if s.op == opShift && s.n == 0 && s.unit < Year && s.stated == StatedYear && d.known { // this day in 1978
		p := d.unitAt(d.published, s.unit, 0)
		return p.years(s.year - p.start.year())
	}
	p := d.unitAt(civilDay(s.year, 1, 1), max(Year, s.era), 0)
	if s.yearTo != 0 {
		p.last = civilDay(s.yearTo, 1, 1)
	}
	return p
}

// counted returns the point that lies as far from publication and its clock as
// the expression counts; its grain is NoGrain where that counts nothing.
func (d *document) counted(s *span) point {
	switch s.op {
	case opAgo, opEarlier:
		return d.moved(s, -1)
	case opHence, opLater:
		return d.moved(s, 1)
	case opShift:
		if s.unit != NoGrain && s.unit < PartOfDay { // next hour
			return offset{seconds: s.n * unitSeconds[s.unit]}.from(d.now(), 1)
		}
	}
	return point{}
}

// ago returns the unit that lies a number of units before publication.
func (d *document) ago(s *span) (point, string) {
	switch {
	case s.unit < PartOfDay:
		return d.hoursAway(s)
	case s.unit == Year && s.unit2 == Month: // two and a half years ago is a month
		return d.unitAt(d.published, Month, -12*s.count-s.count2), ""
	case s.unit > Year: // a decade ago is a year
		return d.unitAt(d.published, Year, -yearsIn[s.unit]*s.count-s.count2), ""
	case s.unit == Year && s.count == 1 && s.stated == 0 && d.period(s).grain != NoGrain:
		return d.before(s, -1)
	}
	return d.unitAt(d.published, s.unit, -s.count), ""
}

// yearsIn counts the years of the long units.
var yearsIn = [...]int{Decade: 10, Century: 100, Millennium: 1000}
