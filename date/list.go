package date

import "strings"

// lists finds the members of a list or range of days and quarters that state
// only their number: "June 7, 8 and 9", "from 5 to 8 June", "the first and
// second quarters". Chat reads bare numbers by rules of its own.
func (d *document) lists(found []span) []span {
	if d.Casual {
		return found
	}
	var out []span // nil as long as there is no list
	for i := 0; i < len(found); i++ {
		s := found[i]
		var before, behind []span
		switch {
		case s.op != opCalendar || s.numeric:
		case s.stated == StatedDay|StatedMonth && digit(d.word(s.to-1)):
			behind = d.daysBehind(&s, found[i+1:])
		case s.stated&^StatedYear == StatedDay|StatedMonth && digit(d.word(s.from)):
			before = d.daysBefore(&s)
		case s.stated == StatedPartOfYear && s.part == Quarter:
			before = d.quartersBefore(&s)
		case s.stated&^StatedZone == StatedClock && s.ampm && digit(d.word(s.from)):
			before = d.hourBefore(&s)
		}
		if before == nil && behind == nil {
			if out != nil {
				out = append(out, s)
			}
			continue
		}
		if out == nil {
			out = append(make([]span, 0, len(found)+len(before)+len(behind)), found[:i]...)
		}
		for len(out) > 0 && len(before) > 0 && out[len(out)-1].to > before[0].from {
			before = before[1:]
		}
		first := len(out) + len(before)
		out = append(append(append(out, before...), s), behind...)
		if len(behind) > 0 && i+1 < len(found) && d.yearBehind(out[first:], &found[i+1]) {
			i++
		}
	}
	if out == nil {
		return found
	}
	return out
}

// yearBehind gives the days of a list the year that stands behind the last one:
// "June 7 and 8, 2001".
func (d *document) yearBehind(days []span, year *span) bool {
	last := &days[len(days)-1]
	if year.op != opCalendar || year.stated != StatedYear || year.yearTo != 0 || year.era != NoGrain ||
		year.from != last.to+1 || d.word(last.to) != "," || !exists(year.year, last.month, last.dom) {
		return false
	}
	for i := range days {
		days[i].setYear(year.year)
	}
	last.to = year.to
	return true
}

// maxList bounds the members of a list.
const maxList = 8

// daysBehind returns the days that go on with the month and day s; next are
// the expressions behind it.
func (d *document) daysBehind(s *span, next []span) []span {
	var days []span
	for at := s.to; len(days) < maxList; at += 2 {
		word := strings.ToLower(d.word(at))
		dom, digits := leadingNumber(d.word(at + 1))
		if digits == 0 || digits != len(d.word(at+1)) || dom <= s.dom || !exists(s.year, s.month, dom) ||
			!connectors[word] && word != "or" && word != "," || len(next) > 0 && next[0].from == at+1 {
			break
		}
		day := *s
		day.full, day.from, day.to, day.dom = [2]int{s.from, s.to}, at+1, at+2, dom
		days = append(days, day)
		if word != "," {
			if dash := !isLetter(word); d.goesOn(at+2, dash) {
				return nil
			}
			return days
		}
	}
	return nil
}

// goesOn tells whether what stands at a token makes of the number before it
// something else than a day: "May 3 to 5 percent", "June 5-8:30".
func (d *document) goesOn(at int, dash bool) bool {
	word := d.word(at)
	switch {
	case word == "":
		return false
	case !isLetter(word):
		return d.touches(at) && d.touches(at+1) && digit(d.word(at+1)) || word == "%" || word == "$"
	case dash:
		return unitOf(word) != NoGrain
	}
	switch strings.ToLower(word) {
	case "in", "at", "on", "to", "for", "from", "with", "and", "or", "of", "by", "but", "the", "as", "when", "while", "after",
		"before", "was", "were", "is", "are", "will", "a", "an", "this", "that", "last", "next", "inclusive":
		return false
	}
	return true
}

// daysBefore returns the days before the day and month s that share its month.
func (d *document) daysBefore(s *span) []span {
	var days []span
	last := *s
	for at := s.from - 2; at >= 0 && len(days) < maxList; at -= 2 {
		word := strings.ToLower(d.word(at + 1))
		dom, digits := leadingNumber(d.word(at))
		if digits == 0 || dom >= last.dom || !exists(s.year, s.month, dom) ||
			word == "," && len(days) == 0 || !connectors[word] && word != "or" && word != "," ||
			at > 0 && d.touches(at) && !isLetter(d.word(at-1)) && d.word(at-1) != "(" {
			break
		}
		last.full, last.from, last.to, last.dom = [2]int{s.from, s.to}, at, at+1, dom
		days = append([]span{last}, days...)
	}
	return days
}

// hourBefore returns the hour that shares its half of the day with the clock s:
// "between 3 and 5 p.m.", "11-2 p.m.".
func (d *document) hourBefore(s *span) []span {
	at := s.from - 2
	n, digits := leadingNumber(d.word(at))
	if digits == 0 || digits != len(d.word(at)) || n < 1 || n > 12 {
		return nil
	}
	lead := strings.ToLower(d.word(at - 1))
	switch strings.ToLower(d.word(s.from - 1)) {
	case "and":
		if lead != "between" {
			return nil
		}
	case "to":
		if lead != "from" {
			return nil
		}
	case "-", "–":
		if !d.touches(s.from) || d.touches(at) {
			return nil
		}
	default:
		return nil
	}
	first := *s
	first.full, first.from, first.to, first.clockGrain = [2]int{s.from, s.to}, at, at+1, Hour
	first.clock = 3600 * (n % 12)
	if noon := 12 * 3600; s.clock >= noon && first.clock+noon < s.clock {
		first.clock += noon
	}
	return []span{first}
}

// quartersBefore returns the quarters of a list that ends with s.
func (d *document) quartersBefore(s *span) []span {
	at := s.from - 1
	word := strings.ToLower(d.word(at))
	if !connectors[word] && word != "or" {
		return nil
	}
	nth, ok := quarterWords[strings.ToLower(d.word(at-1))]
	if !ok || nth >= s.nth {
		return nil
	}
	first := *s
	first.full, first.from, first.to, first.nth = [2]int{s.from, s.to}, at-1, at, nth
	if strings.EqualFold(d.word(at-2), "the") {
		first.from--
	}
	return []span{first}
}

var quarterWords = map[string]int{"first": 1, "second": 2, "third": 3}

// share gives the members of a list or the ends of a range the year that only
// the last one states, and a weekday the part of the day: "from April to June
// 2001", "Wednesday and Thursday nights".
func (d *document) share(found []span) {
	for i := len(found) - 2; i >= 0; i-- {
		a, b := &found[i], &found[i+1]
		if n := b.from - a.to; n < 1 || n > 2 || !d.linked(a.to, b.from) {
			continue
		}
		switch {
		case b.op == opEvery && b.stated == StatedWeekday|StatedPartOfDay && a.op == opCalendar && a.stated == StatedWeekday:
			a.op, a.daypart, a.stated = b.op, b.daypart, b.stated
		case a.op != opCalendar || a.stated.Has(StatedYear) || a.level() < Day || a.level() != b.level() || a.level() >= Year:
		case b.op == opCalendar && b.stated.Has(StatedYear):
			a.year, a.stated = b.year, a.stated|StatedYear
			if a.month > b.month && b.month != 0 && !strings.EqualFold(d.word(a.to), "and") {
				a.year--
			}
		case b.op == opShift && b.unit == Year && b.stated&(StatedMonth|StatedPartOfYear) != 0:
			a.op, a.unit, a.n, a.count = b.op, b.unit, b.n, b.count
		}
	}
}

// linked tells whether the tokens between two expressions make them members of
// a list or ends of a range.
func (d *document) linked(from, to int) bool {
	if strings.EqualFold(d.word(from), "or") && to-from == 1 {
		return true
	}
	_, ok := d.connector(from, to)
	return ok
}

func isLetter(word string) bool {
	return word != "" && (word[0]|0x20 >= 'a' && word[0]|0x20 <= 'z' || word[0] >= 0x80 && word != "–" && word != "—")
}
