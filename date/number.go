package date

import "strings"

// readNumbers finds out which of the bare numbers are hours and which are days
// of the month, and joins them to the dates beside them: "tmr at 3", "Monday
// 21", "November 19-20". The others stay weak.
func (d *document) readNumbers(found []span) []span {
	for i := range found {
		if i+1 < len(found) && d.minutesTo(&found[i], &found[i+1]) {
			continue
		}
		if s := &found[i]; s.op == opNumber {
			switch hour, dom := d.numberIn(found, i); {
			case hour && s.number <= 24:
				s.op, s.stated, s.clock, s.clockGrain = opCalendar, StatedClock, 3600*s.number, Hour
				s.weak = false
			case dom && s.number >= 1 && s.number <= 31:
				s.op, s.stated, s.dom = opCalendar, StatedDay, s.number
			}
		}
	}
	for i := range found {
		if s := &found[i]; s.weak && (s.numeric || s.dayFirst) && s.stated == StatedDay|StatedMonth { // 8/10
			s.weak = !d.leads(s.from, "on", "by", "this", "for", "from", "between") &&
				!(d.beginsSentence(s.from) && d.closes(s.to)) && d.word(s.to) != "?"
		}
		if s := &found[i]; s.stated == StatedDay && s.op == opCalendar && !d.closes(s.to) { // the 22nd row
			s.weak = true
		} else if s.op == opCalendar && s.stated == StatedDay && s.to-s.from == len(d.tokens) { // 18th
			s.weak = false
		}
	}
	out := found[:0]
	for _, s := range found {
		if n := len(out); n > 0 && (s.stated == StatedClock || out[n-1].stated == StatedClock || s.stated == StatedDay || out[n-1].stated == StatedDay) &&
			d.mergeCasual(&out[n-1], nil, s) {
			continue
		}
		out = append(out, s)
	}
	return out
}

// minutesTo makes one clock of a, the minutes, and the hour b behind it: "ten to
// five". From ten to five is a range.
func (d *document) minutesTo(a, b *span) bool {
	hour := b.clock
	if b.op == opNumber {
		hour = 3600 * b.number
	}
	switch strings.ToLower(d.word(a.from)) {
	default:
		return false
	case "five", "ten", "twenty":
	}
	if a.op != opNumber || b.from != a.to+1 || !d.leads(b.from, "to", "till") || d.leads(a.from, "from", "between") ||
		b.op == opNumber && b.number > 12 || b.op != opNumber && (!b.dayless() || hour%3600 != 0) {
		return false
	}
	minutes := a.number
	a.op, a.stated, a.ampm = opCalendar, StatedClock, b.ampm
	a.clock, a.clockGrain = floorMod(hour-60*minutes, 24*3600), Minute
	a.weak, a.to = false, b.to
	b.op, b.weak, b.from = opNone, true, b.to
	return true
}

// numberIn tells what the number found[i] can be among its neighbours.
func (d *document) numberIn(found []span, i int) (hour, dom bool) {
	s := &found[i]
	if s.number <= 12 && (s.limit != NoMod || d.leads(s.from, "at", "@")) && d.closes(s.to) && d.word(s.to) != "of" {
		return true, false
	}
	if i > 0 {
		if hour, dom := d.numberAfter(&found[i-1], s); hour || dom {
			return hour, dom
		}
	}
	if i+1 == len(found) {
		return false, false
	}
	next := &found[i+1]
	if _, ok := d.connector(s.to, next.from); ok {
		if next.op == opNumber {
			return d.pairOf(found, i)
		}
		return next.stated.Has(StatedClock), next.stated&(StatedDay|StatedClock) == StatedDay
	}
	if gap, ok := d.bridge(s.to, next.from); ok && gap != "-" && next.dated() && !next.stated.Has(StatedClock) {
		led := s.limit != NoMod || d.leads(s.from, "at", "@", "from", "between", "around", "by") || s.from == 0
		return led && (next.level() == Day || next.level() == PartOfDay), gap == "of" && next.level() == Month
	}
	return false, false
}

// numberAfter tells what a number can be behind the expression a.
func (d *document) numberAfter(a, s *span) (hour, dom bool) {
	if _, ok := d.connector(a.to, s.from); ok && (a.op == opCalendar || a.stated.Has(StatedClock)) {
		return a.stated.Has(StatedClock), a.stated&(StatedDay|StatedClock) == StatedDay
	}
	gap, ok := d.bridge(a.to, s.from)
	if ok && gap == "" && s.number > 12 && a.op == opCalendar && a.stated&(StatedWeekday|StatedDay) == StatedWeekday { // after 3pm on Sunday 17
		return false, true
	}
	if !ok || !a.dated() || a.stated.Has(StatedClock) || a.level() != Day && a.level() != PartOfDay {
		return false, false
	}
	if a.stated == StatedWeekday && (s.number > 12 || gap == "the") {
		return false, true
	}
	switch gap {
	case "of", "and", "in", "for": // the second of three
		return false, false
	case "at", "@", "around", "by":
		return true, false
	}
	return d.closes(s.to), false
}

// pairOf tells what two numbers such as "5 to 7" are: hours beside a day, days
// of the month beside a month.
func (d *document) pairOf(found []span, i int) (hour, dom bool) {
	if i+2 < len(found) {
		next := &found[i+2]
		if gap, ok := d.bridge(found[i+1].to, next.from); ok && gap != "-" && next.dated() {
			return next.level() <= Day, next.level() == Month
		}
		if _, ok := d.connector(found[i+1].to, next.from); ok {
			return false, false
		}
	}
	whole := found[i].from == 0 && found[i+1].to == len(d.tokens)
	return whole || d.leads(found[i].from, "between", "from"), false
}

// leads tells whether one of the words stands before the token i.
func (d *document) leads(i int, words ...string) bool {
	for _, w := range words {
		if strings.EqualFold(d.word(i-1), w) {
			return true
		}
	}
	return false
}

// closes tells whether nothing is counted by a number before the token i: the
// sentence ends there or goes on with a mark, or with another time.
func (d *document) closes(i int) bool {
	w := d.word(i)
	if w == "" {
		return true
	}
	switch w[0] {
	case '.', ',', '?', '!', '-', ';', ')':
		return true
	}
	switch w = strings.ToLower(w); w {
	case "or", "at", "for", "from", "between", "before", "after", "by", "is", "in", "if", "of", "this", "next", "works", "sharp":
		return true
	}
	return connectors[w]
}
