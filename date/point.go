package date

// A point is a place in the calendar: the unit of its grain that begins on
// start, or within that day a part or a time of it.
type point struct {
	start  day
	grain  Grain
	last   day // where a range such as 1950-53 ends: first day of its last unit; otherwise equal to start
	fiscal int // months that the fiscal year begins before the calendar year of its name
	part   string
	clock  int // seconds from midnight, for grains within the day
	zone   string
}

// in narrows a point to a finer unit that begins on d.
func (p point) in(g Grain, d day) point { return point{start: d, last: d, grain: g} }

func (r *Resolver) unitAt(d day, g Grain, n int) point {
	start := step(r.floor(d, g), g, n)
	return point{start: start, last: start, grain: g}
}

// years returns the same point n years later.
func (p point) years(n int) point {
	p.start, p.last = step(p.start, Year, n), step(p.last, Year, n)
	return p
}

// end returns the first day after a point of Grain Day or coarser.
func (p point) end() day {
	return p.last + day(length(p.last, p.grain))
}

// A template holds the fields of an expression that could not be tied to a
// place in time, for values such as XXXX-WXX-4 and XXXX-11-05.
type template struct {
	month, dom, weekday int
	nth                 int
	grain               Grain
	daypart             string
	clock               int
	zone                string
}
