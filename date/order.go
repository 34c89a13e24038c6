package date

import (
	"strings"
	"unicode"
)

// A dateOrder is how a page writes its dates in numbers.
type dateOrder uint8

const (
	unknownOrder dateOrder = iota
	monthFirst
	dayFirst
	bothOrders
)

// ordersSeen gathers what the dates of a page tell about their order.
type ordersSeen struct {
	month, day bool
	last       [2]int // the numbers of the date before, where they can be read in two ways
	lastYear   string
}

func (o *ordersSeen) order() dateOrder {
	switch {
	case o.month && o.day:
		return bothOrders
	case o.month:
		return monthFirst
	case o.day:
		return dayFirst
	}
	return unknownOrder
}

// see looks at a date and tells whether by itself it can be read in two ways:
// 3/4/2019. A number above 12, the weekday before it, and the nearness of
// another date of the page decide.
func (o *ordersSeen) see(m Mention, s string) (ambiguous bool) {
	start := strings.IndexFunc(s, unicode.IsDigit)
	slash := strings.IndexByte(s, '/')
	if start < 0 || slash < start {
		return false
	}
	fields := strings.FieldsFunc(s[start:], func(r rune) bool { return r < '0' || r > '9' })
	if len(fields) < 3 || len(fields[0]) > 2 || strings.IndexFunc(s[start:slash+1], unicode.IsLetter) >= 0 {
		return false
	}
	a, _ := leadingNumber(fields[0])
	b, _ := leadingNumber(fields[1])
	switch {
	case a > 12:
		o.day = true
	case b > 12:
		o.month = true
	case a != b:
		o.weigh(m, s, a, b)
		o.compare(a, b, fields[2])
		return true
	}
	return false
}

// weigh lets the weekday in s decide between the two readings.
func (o *ordersSeen) weigh(m Mention, s string, a, b int) {
	if !m.Stated.Has(StatedWeekday) || len(s) < 3 {
		return
	}
	weekday := weekdayOf(s[:3])
	year := m.From.Year()
	o.month = o.month || civilDay(year, a, b).weekday() == weekday
	o.day = o.day || civilDay(year, b, a).weekday() == weekday
}

// compare lets two dates of one page decide that are days apart if read in one
// way and months if read in the other: what is published and updated.
func (o *ordersSeen) compare(a, b int, year string) {
	const near, far = 3, 28 // days
	if o.lastYear == year {
		months := abs(30*(a-o.last[0]) + b - o.last[1])
		days := abs(30*(b-o.last[1]) + a - o.last[0])
		o.month = o.month || months <= near && days >= far
		o.day = o.day || days <= near && months >= far
	}
	o.last, o.lastYear = [2]int{a, b}, year
}

func abs(n int) int { return max(n, -n) }
