package date

import "strings"

// price tells whether the number at i is one of money, or the word a code of
// the exchange.
func (d *document) price(i int) bool {
	switch d.word(i - 1) {
	case "$", "£", "€", "¥", "₹":
		return digit(d.word(i)) || d.touches(i)
	}
	return false
}

// unlikely tells whether what messages write is something else here: version
// 2.10.3, Sun Microsystems, a second opinion.
func (d *document) unlikely(s *span) bool {
	return d.inNumber(s) || d.shortName(s) ||
		s.op == opLength && s.unit == Second && s.count == 1 && strings.EqualFold(d.word(s.from), "a") && !d.closes(s.to)
}

// inNumber tells whether the digits of s are part of a longer number or code:
// version 2.10.3, 133-03-03-2020, 6.45 percent.
func (d *document) inNumber(s *span) bool {
	switch strings.ToLower(d.word(s.to)) {
	case "percent", "%", "million", "billion", "trillion", "cents":
		return digit(d.word(s.to - 1))
	}
	if !digit(d.word(s.from)) {
		return false
	}
	mark := s.to
	if d.word(mark-1) == "." {
		mark--
	}
	switch {
	case s.op == opNumber && d.word(mark) == "," && d.digitsBehind(mark): // 3,883
		return true
	case d.word(mark) == "." && d.digitsBehind(mark) && !s.stated.Has(StatedClock), s.yearTo != 0 && d.word(mark) == "-" && d.digitsBehind(mark):
		return true
	case s.from < 2 || !d.digitsBehind(s.from-1) || !digit(d.word(s.from-2)):
		return false
	}
	n := len(d.found) - 1 // s itself
	return d.word(s.from-1) == "." || d.word(s.from-1) == "-" && (n < 1 || d.found[n-1].to != s.from-1)
}

// shortName tells whether a word of three letters is a name before another one,
// and no weekday or month: Jan Kavan, Sun Microsystems.
func (d *document) shortName(s *span) bool {
	next := d.word(s.to)
	if s.op != opCalendar || s.to-s.from != 1 || s.stated != StatedWeekday && s.stated != StatedMonth || !d.title(s.to) ||
		len(d.word(s.from)) != len("Sun") || len(next) < len("Jan") || monthOf(next[:len("Jan")]) > 0 {
		return false
	}
	switch strings.ToLower(next) {
	case "morning", "noon", "afternoon", "evening", "night":
		return false
	}
	return d.capital(s.from)
}

// digitsBehind tells whether the mark at i stands right between what is before it
// and digits.
func (d *document) digitsBehind(i int) bool {
	return d.touches(i) && d.touches(i+1) && digit(d.word(i+1))
}
