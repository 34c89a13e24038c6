package date

import "time"

// narrow cuts the interval of a mention to the part that its Mod names: the
// first, middle and last days of a month, thirds of a year, halves otherwise.
// "Later this week" begins with the day of publication.
func (d *document) narrow(m *Mention, s *span) {
	from, to := m.From, m.To
	published := d.published.time(d.location)
	if s.soFar && m.Grain > Day && !published.Before(from) && published.Before(to) {
		if m.Mod == Start {
			m.To = published
		} else {
			m.From = published
		}
		return
	}
	var early, late time.Time // where the early part ends and the late one begins
	var middle [2]time.Time
	switch m.Grain {
	case Month:
		early, late = from.AddDate(0, 0, 10), from.AddDate(0, 0, 15)
		middle = [2]time.Time{from.AddDate(0, 0, 9), from.AddDate(0, 0, 20)}
	case Year:
		early, late = from.AddDate(0, 4, 0), from.AddDate(0, 8, 0)
		middle = [2]time.Time{early, late}
	case Week:
		early, late = from.AddDate(0, 0, 3), from.AddDate(0, 0, 3)
		middle = [2]time.Time{from.AddDate(0, 0, 2), from.AddDate(0, 0, 5)}
	default:
		half := to.Sub(from) / 2
		early, late = from.Add(half), from.Add(half)
		middle = [2]time.Time{from.Add(half - half/6), from.Add(half + half/6)}
	}
	switch m.Mod {
	case Start:
		m.To = early
	case Mid:
		m.From, m.To = middle[0], middle[1]
	case End:
		m.From = late
	}
}

// casualPart returns the interval of a part of the day in which people make
// appointments.
func casualPart(p point, loc *time.Location) (from, to time.Time) {
	begin, end := 20, 24
	switch p.part {
	case "MO":
		begin, end = 8, 12
	case "MI":
		begin, end = 12, 14
	case "AF":
		begin, end = 12, 18
	case "EV":
		begin, end = 18, 24
	}
	return p.start.at(begin*3600, loc), p.start.at(end*3600, loc)
}
