package date

import (
	"strconv"
	"strings"
)

// holidayIn finds a holiday in a year, or the one that is meant.
func (d *document) holidayIn(p point, s *span) (point, string) {
	begin := func(y int) day {
		if s.around == Week { // Easter week has begun before Easter
			return d.floor(holidayOn(s.holiday, y), Week)
		}
		return holidayOn(s.holiday, y)
	}
	if p.grain == Year {
		return p.in(Day, begin(p.start.year())), ""
	}
	if !d.known {
		return point{}, ""
	}
	on, why := d.nearest(s, "holiday", begin)
	return p.in(Day, on), why
}

// holidayOn returns the day of a holiday in a year. Its code in the rules is
// month-day ("12-25"); weekday, which of them and month ("thu4-11"; 9 is the
// last), and how many days later ("thu4-11+1"); the last such weekday before a
// day ("mon<5-25"); or the distance from Easter Sunday ("easter-2",
// "orthodox+0").
func holidayOn(code string, year int) day {
	if offset, ok := strings.CutPrefix(code, "easter"); ok {
		return easter(year) + day(number(offset))
	}
	if offset, ok := strings.CutPrefix(code, "orthodox"); ok {
		return orthodoxEaster(year) + day(number(offset))
	}
	if code == "election" { // the Tuesday after the first Monday of November
		return nthWeekday(year, 11, 1, 1) + 1
	}
	head, tail, _ := strings.Cut(code, "-")
	if month, err := strconv.Atoi(head); err == nil {
		return civilDay(year, month, number(tail))
	}
	weekday := 1 + strings.Index("montuewedthufrisatsun", head[:3])/3
	if month, ok := strings.CutPrefix(head[3:], "<"); ok {
		return beside{1, weekday, -1}.of(civilDay(year, number(month), number(tail)))
	}
	month, later, _ := strings.Cut(tail, "+")
	nth := number(head[3:])
	if nth == 9 {
		nth = -1
	}
	return nthWeekday(year, number(month), nth, weekday) + day(number(later))
}

// number reads a number of a holiday's code; nothing is 0.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
