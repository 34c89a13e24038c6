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
// month-day ("12-25"), weekday, which of them and month ("thu4-11"; 9 is the
// last), or the distance from Easter Sunday ("easter-2").
func holidayOn(code string, year int) day {
	if offset, ok := strings.CutPrefix(code, "easter"); ok {
		n, _ := strconv.Atoi(offset)
		return easter(year) + day(n)
	}
	head, tail, _ := strings.Cut(code, "-")
	number, _ := strconv.Atoi(tail)
	if head == "election" { // the Tuesday after the first Monday of November
		return nthWeekday(year, 11, 1, 1) + 1
	}
	if month, err := strconv.Atoi(head); err == nil {
		return civilDay(year, month, number)
	}
	nth := int(head[3] - '0')
	if nth == 9 {
		nth = -1
	}
	return nthWeekday(year, number, nth, 1+strings.Index("montuewedthufrisatsun", head[:3])/3)
}
