package date

import "strings"

// mergeCasual makes one expression of a and b behind it where messages do so:
// "tomorrow at 5pm", "next week on Tuesday", "1 year 2 months ago", with
// pending between them "Thursday before 5pm".
func (d *document) mergeCasual(a *span, pending []span, b span) bool {
	from := b.from
	for i := len(pending) - 1; i >= 0 && pending[i].to == from; i-- {
		from = pending[i].from
	}
	gap, ok := d.bridge(a.to, from)
	if gap == "" && len(pending) == 0 && d.standsBeside(a, &b) {
		return true
	}
	switch {
	case !ok, len(a.rule) > maxRule, b.weekNo != 0 || b.nthOf != 0, gap == "," && (a.away.sign != 0 || b.away.sign != 0):
		return false
	case len(pending) == 0 && (gap == "" || gap == "," || gap == "and") && a.addLength(&b):
		return true
	case gap == "and", !a.dated() || !b.dated() || a.op == opAgo && b.stated == 0 || b.op != opCalendar && a.op != opCalendar,
		a.stated&b.stated != 0 && !refines(a, &b):
		return false
	}
	var mod, limit Mod
	switch {
	case len(pending) == 0:
	case len(pending) > 1:
		return false
	case pending[0].bound && b.level() <= Hour && a.level() >= Day: // Thursday before 5pm
		limit = pending[0].mod
	case pending[0].scope == scopeDate && gap == "" && b.level() == PartOfDay && a.level() == Day && a.mod == NoMod: // Friday late afternoon
		mod = pending[0].mod
	default:
		return false
	}
	if !d.meets(a, &b, gap) || a.weak && b.weak {
		return false
	}
	a.combine(&b)
	a.mod, a.limit = max(a.mod, mod), max(a.limit, limit)
	a.ampm = a.ampm || b.ampm
	a.and = gap == "between"
	a.rule += "+" + b.rule
	return true
}

// meets tells whether the parts a and b of a date go together with the word gap
// between them, as messages write them.
func (d *document) meets(a, b *span, gap string) bool {
	fine, coarse := a.level(), b.level()
	switch {
	case a.weak && a.stated == StatedWeekday && gap != "" && gap != "@": // he sat at 5
		return false
	case fine <= PartOfDay && coarse <= PartOfDay: // tonight at 8, 10am Monday morning
		return tellsHalf(a, b)
	case fine <= PartOfDay, coarse <= PartOfDay:
		return max(fine, coarse) == Day
	case d.weekdayBehind(a, b, gap):
		return true
	case fine == Day && coarse == Day:
		return gap != "at" && (a.stated.Has(StatedWeekday) && b.stated.Has(StatedDay) ||
			a.op != opCalendar && b.stated.Has(StatedWeekday) && a.stated == 0)
	case fine > coarse: // next week on Tuesday, 2019 March
		return (a.op != opCalendar || gap == "") && (fine == Week || b.stated&(StatedWeekday|StatedDay) != StatedWeekday)
	}
	return gap == "" || gap == "of" || gap == "in" || gap == ","
}

// weekdayBehind tells whether b is the weekday of the day a: "14 June, Wed".
func (d *document) weekdayBehind(a, b *span, gap string) bool {
	if gap != "" && gap != "," || b.op != opCalendar || b.stated != StatedWeekday ||
		a.op != opCalendar || a.stated&(StatedDay|StatedMonth|StatedWeekday) != StatedDay|StatedMonth {
		return false
	}
	s := *a
	p, _ := d.locate(&s)
	return p.grain == Day && p.start.weekday() == b.weekday
}

// standsBeside makes one date of "the day after" and the day b behind it.
func (d *document) standsBeside(a *span, b *span) bool {
	if a.op != opShift || a.unit != Day || a.stated != 0 || !b.dated() || b.level() != Day || !d.leads(a.to, "after", "before") {
		return false
	}
	b.from, b.away, b.rule = a.from, offset{days: 1, sign: a.n}, a.rule+"+"+b.rule
	*a = *b
	return true
}

// maxRule bounds the names of the rules of one expression, and so the number of
// its parts: a text that is one endless list of lengths states none.
const maxRule = 120

// refines tells whether b says again, more exactly, what a says: the clock
// behind a part of the day.
func refines(a, b *span) bool {
	return a.stated&b.stated == StatedPartOfDay && a.daypart == b.daypart
}

// tellsHalf brings a clock and a part of the day together: 8 tonight is 20.
func tellsHalf(a, b *span) bool {
	clock, part := a, b
	if !a.stated.Has(StatedClock) {
		clock, part = b, a
	}
	if !clock.stated.Has(StatedClock) || !part.stated.Has(StatedPartOfDay) {
		return part.daypart == clock.daypart && part.daypart != ""
	}
	clock.tellHalf(part.daypart)
	return true
}

// tellHalf moves a clock into the half of the day in which the part lies: 3 in
// the afternoon is 15, but 3 in the night stays.
func (e *expr) tellHalf(part string) {
	if !e.ampm && part != "MO" && e.clock < noon && (part != "NI" || e.clock >= noon/2) {
		e.clock += noon
	}
	e.ampm = true
}

// bridge tells whether the tokens between two parts of one date join them,
// and which word it was.
func (d *document) bridge(from, to int) (string, bool) {
	if to == from {
		return "", true
	}
	if to-from > 2 || to < from {
		return "", false
	}
	last := strings.ToLower(d.word(to - 1))
	if first := strings.ToLower(d.word(from)); to-from == 2 && first != "," && last != "the" {
		return "", false
	}
	switch last {
	case "and", ",", "at", "on", "of", "in", "@", "for", "around", "about", "by", "the", "from", "between", "-":
		return last, true
	}
	return "", false
}

// limitBehind makes the suffix "or before" the modifier that it is where a date
// follows.
func (d *document) limitBehind(s *span) {
	switch strings.ToLower(d.word(s.to - 1)) {
	case "before":
		s.mod = Before
	case "after":
		s.mod = After
	default:
		return
	}
	s.op, s.from = opModifier, s.to-1
}

// addLength adds up lengths that stand side by side: "1 year, 2 months ago".
func (a *span) addLength(b *span) bool {
	switch {
	case a.vague || b.vague:
		return false
	case a.op == opLength && (b.op == opLength || b.op == opAgo || b.op == opHence) && b.stated == 0:
		a.op, a.n = b.op, b.n
	case (a.op == opAgo || a.op == opHence || a.op == opSpan) && b.op == opLength && a.stated == 0:
	default:
		return false
	}
	a.unit2, a.count2 = b.unit, b.count
	a.length.months += b.length.months
	a.length.days += b.length.days
	a.length.seconds += b.length.seconds
	a.to = b.to
	a.rule += "+" + b.rule
	return true
}

// readAge reads a length that is all that the text says as an age, as posts
// state theirs: "15 hrs".
func (d *document) readAge(found []span) {
	if len(found) == 1 && found[0].op == opLength && !found[0].vague &&
		found[0].from == 0 && found[0].to == len(d.tokens) && d.offset == 0 {
		found[0].op = opAgo
	}
}

// dayAhead returns the day that "the 18th" or "Monday 21" means: the next one
// with that number, on that weekday where one is stated.
func (d *document) dayAhead(s *span) point {
	y, m, _ := d.published.civil()
	for month := range maxMonthsAhead {
		first := civilDay(y, m+month, 1)
		fy, fm, _ := first.civil()
		on := first + day(s.dom-1)
		if on >= d.published && exists(fy, fm, s.dom) && (s.weekday == 0 || on.weekday() == s.weekday) {
			return point{start: on, last: on, grain: Day}
		}
	}
	return point{}
}

// maxMonthsAhead is enough for every weekday to fall on every day.
const maxMonthsAhead = 12 * 12

// inherit gives the weekdays of a list the week, and its days the month, that
// the text states once: "next month on Monday or Friday", "the 22nd, 23rd
// or 30th of March".
func (d *document) inherit(found []span) {
	for i := 1; i < len(found); i++ {
		if d.listed(found[i-1].to, found[i].from) {
			found[i].inheritFrom(&found[i-1], true)
		}
	}
	for i := len(found) - 2; i >= 0; i-- {
		if d.listed(found[i].to, found[i+1].from) {
			found[i].inheritFrom(&found[i+1], false)
		}
	}
}

// listed tells whether the tokens between two expressions make a list of them.
func (d *document) listed(from, to int) bool {
	if to-from > 3 || to <= from {
		return to == from
	}
	for i := from; i < to; i++ {
		switch strings.ToLower(d.word(i)) {
		case ",", "or", "and", "on", "the":
		default:
			return false
		}
	}
	return true
}

// inheritFrom takes what the neighbour in a list states for both; forward says
// that the neighbour stands before e.
func (e *expr) inheritFrom(from *span, forward bool) {
	switch {
	case e.weak && e.numeric && from.numeric && !from.weak:
		e.weak = false
	case e.op != opCalendar || e.level() > Day || e.away.sign != 0 || e.stated&(StatedMonth|StatedYear) != 0:
	case e.stated&(StatedWeekday|StatedDay) == StatedWeekday && from.stated.Has(StatedWeekday) && from.op == opShift && from.unit == Week:
		e.op, e.unit, e.n = from.op, from.unit, from.n
	case e.stated&(StatedWeekday|StatedDay) == StatedDay && from.stated.Has(StatedDay|StatedMonth) && !from.numeric:
		e.month, e.year = from.month, from.year
		e.stated |= from.stated & (StatedMonth | StatedYear)
		e.weak = false
	case forward && e.limit == NoMod && e.dayless() && from.level() <= Day && from.stated&(StatedDay|StatedWeekday) != 0 && e.stated.Has(StatedClock):
		own := e.calendar
		*e = from.expr
		e.clock, e.clockGrain, e.ampm, e.until = own.clock, own.clockGrain, own.ampm, nil
		e.stated |= own.stated
	}
}
