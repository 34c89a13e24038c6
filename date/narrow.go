package date

import "time"

// narrow cuts the interval of a mention to the part that its Mod names: the
// first, middle and last days of a month, thirds of a year, halves otherwise. "Later this
// week" begins with the day of publication.
func (d *document) narrow(m *Mention, s *span) {
	from, to := m.From, m.To
	switch {
	case s.soFar && m.Grain > Day && !d.published.time(d.location).Before(from) && d.published.time(d.location).Before(to):
		if m.Mod == Start {
			m.To = d.published.time(d.location)
		} else {
			m.From = d.published.time(d.location)
		}
	case m.Mod != Start && m.Mod != Mid && m.Mod != End:
	case m.Grain == Month:
		switch m.Mod {
		case Start:
			m.To = from.AddDate(0, 0, 10)
		case Mid:
			m.From, m.To = from.AddDate(0, 0, 9), from.AddDate(0, 0, 20)
		case End:
			m.From = from.AddDate(0, 0, 15)
		}
	case m.Grain == Year:
		switch m.Mod {
		case Start:
			m.To = from.AddDate(0, 4, 0)
		case Mid:
			m.From, m.To = from.AddDate(0, 4, 0), from.AddDate(0, 8, 0)
		case End:
			m.From = from.AddDate(0, 8, 0)
		}
	case m.Grain == Week:
		switch m.Mod {
		case Start:
			m.To = from.AddDate(0, 0, 3)
		case Mid:
			m.From, m.To = from.AddDate(0, 0, 2), from.AddDate(0, 0, 5)
		case End:
			m.From = from.AddDate(0, 0, 3)
		}
	default:
		half := to.Sub(from) / 2
		switch m.Mod {
		case Start:
			m.To = from.Add(half)
		case Mid:
			m.From, m.To = from.Add(half-half/6), from.Add(half+half/6)
		case End:
			m.From = from.Add(half)
		}
	}
}

// casualPart returns the interval of a part of the day in which people make
// appointments: four hours each from 8 in the morning.
func casualPart(p point, loc *time.Location) (from, to time.Time) {
	begin := 8
	switch p.part {
	case "AF", "MI":
		begin = 12
	case "EV":
		begin = 16
	case "NI":
		begin = 20
	}
	return p.start.at(begin*3600, loc), p.start.at((begin+4)*3600, loc)
}
