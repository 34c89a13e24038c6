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
//
//	12-25             month and day
//	thu4-11           a weekday, which of them and its month; 9 is the last
//	mon<5-25          the last such weekday before a day
//	easter-2          days from Easter Sunday; orthodox, hebrew (from Passover), hanukkah
//	new<2-19@8        the last new moon on or before a day, 8 hours east of UTC; full
//	hijri10-1         month and day of the Islamic calendar
//	election          the Tuesday after the first Monday of November
//
// and how many days later: thu4-11+1, new<2-19@8+14.
func holidayOn(code string, year int) day {
	code, later, _ := strings.Cut(code, "+")
	more := day(number(later))
	word := len(code) - len(strings.TrimLeft(code, "abcdefghijklmnopqrstuvwxyz"))
	kind, rest := code[:word], code[word:]
	switch kind {
	case "":
		month, dom := pairOf(rest)
		return civilDay(year, month, dom) + more
	case "easter":
		return easter(year) + day(number(rest)) + more
	case "orthodox":
		return orthodoxEaster(year) + day(number(rest)) + more
	case "hebrew":
		return passover(year) + day(number(rest)) + more
	case "hanukkah":
		return hanukkah(year) + more
	case "hijri":
		month, dom := pairOf(rest)
		return hijriOn(year, month, dom) + more
	case "new", "full":
		before, hours, _ := strings.Cut(rest[1:], "@")
		month, dom := pairOf(before)
		h, _ := strconv.ParseFloat(hours, 64)
		return moonOn(civilDay(year, month, dom), kind == "full", h) + more
	case "election":
		return nthWeekday(year, 11, 1, 1) + 1
	}
	return weekdayHoliday(kind, rest, year) + more
}

// weekdayHoliday returns the day of "thu" "4-11" and "mon" "<5-25" in a year.
func weekdayHoliday(name, rule string, year int) day {
	weekday := weekdayOf(name)
	if before, ok := strings.CutPrefix(rule, "<"); ok {
		month, dom := pairOf(before)
		return beside{1, weekday, -1}.of(civilDay(year, month, dom))
	}
	nth, month := pairOf(rule)
	if nth == 9 {
		nth = -1
	}
	return nthWeekday(year, month, nth, weekday)
}

// pairOf reads the two numbers of a holiday's code.
func pairOf(s string) (a, b int) {
	first, second, _ := strings.Cut(s, "-")
	return number(first), number(second)
}

// number reads a number of a holiday's code; nothing is 0.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
