package date

// An op is what a rule's production does: the closed list of operations.
type op uint8

const (
	opNone     op = iota // none: the words are no date, and nothing within them is
	opCalendar           // date: the fields that the text states
	opShift              // shift N UNIT: the unit, or weekday, month, season, N away from publication's
	opAgo                // ago: the stated number of units before publication
	opHence              // hence: the same after publication
	opEarlier            // earlier: a number of units before the date in focus
	opLater              // later: the same after it
	opFocus              // focus UNIT: the unit that the text spoke of last
	opSame               // same UNIT: the one in focus, in the stated year or N years away
	opEnding             // ending UNIT: the unit that ends on the date behind it
	opLength             // length: a duration
	opSpan               // span N: a duration that ends (-1) or begins (1) at publication
	opEvery              // every: a set
	opVague              // vague REF
	opModifier           // modifier MOD: bends the expression after it
	opSuffix             // suffix MOD: bends the expression before it
	opNumber             // number: a number that a neighbour makes an hour or a day
)

// An expr is the meaning of words before anything is looked up: what they
// state, and how to get from a known date to the one they mean.
type expr struct {
	op op
	calendar
	amount
	within
	bending
	traits
}

// calendar is the fields of a date that the words state.
type calendar struct {
	stated       Fields
	year, yearTo int   // the year, or the first and last of a range of years
	era          Grain // Decade or Century where the text names one of those; year is its first
	part         Grain // Quarter, Half or Season where StatedPartOfYear
	nth          int   // which of those: 1 to 4, 0 spring to 3 winter; -1 the last
	month, dom   int
	weekday      int    // 1 Monday to 7 Sunday
	daypart      string // MO, AF, EV, NI
	clock        int    // seconds from midnight
	clockGrain   Grain
	ampm         bool // the text says which half of the day the clock is in
	digital      bool // it is written as one of 24 hours may be: 8:30, 0830
	zone         string
	holiday      string
	fiscal       bool
	numeric      bool // month and day are numbers: 3/4/2019
	dayFirst     bool // in this order
}

// amount is how many units an expression is long or lies away.
type amount struct {
	n          int   // how many units away: -1 is last, 0 this, 1 next
	count      int   // how many units: 3 in "three weeks"
	hundredths int   // of a unit, behind the point: 25 in "3.25 weeks"
	vague      bool  // the number is not stated: "several weeks"
	unit       Grain // the unit of n and count
	count2     int   // what comes on top: 6 in "two years and six months"
	unit2      Grain
	length     offset // all units with their counts
	number     int    // of opNumber
}

// within is what is counted inside or around a stated date.
type within struct {
	nthOf  int   // which weekday or other unit of a month or year: the first, -1 the last
	inner  Grain // the unit that nthOf counts; NoGrain: weekdays
	inners int   // how many of them: the first two weeks; 0 is one
	weekNo int   // the week of a year: 23 in "week 23"
	around Grain // the unit around the day: "the week of 3 May"
	endsOn bool  // the date behind it
	ended  point // that date
}

// bending is what modifiers, limits and the other end of a range make of an
// expression.
type bending struct {
	mod    Mod
	scope  scope  // of a modifier: what it can be said of
	beside beside // of the day behind it: "the second Monday after"
	lasts  bool   // away is how long it lasts, from the expression behind it on: "three days starting Friday"
	away   offset // from the expression behind it: "two days after"
	bound  bool   // mod is a limit
	limit  Mod    // After, OnOrAfter, Before or OnOrBefore: one end is open, as in "since May"
	soFar  bool   // mod divides at publication: "later this week"
	until  *span  // the end of a range: "from May to July"
	closed bool   // all of until belongs to it
	and    bool   // "between" stands within it, so that an "and" goes on with a range
}

// A beside is the nth such weekday after a day, or before it where sign is -1.
type beside struct{ n, weekday, sign int }

// traits are what else a rule says of its words.
type traits struct {
	ref   string // of opVague
	past  bool   // it lies behind, whatever the Resolver takes it for
	that  bool   // the date in focus, not that of publication: "that year"
	whole bool   // a length with an article or head of its own: "the two days", "a three-year period"
	weak  bool   // means nothing without a neighbour
	lead  int    // tokens before the expression that its rule asks for
	tail  int    // tokens behind it that its rule asks for
}

// A scope says to what kind of expression a modifier applies.
type scope uint8

const (
	scopeAny scope = iota
	scopeDate
	scopePeriod // a date other than a weekday: "earlier Friday" is earlier than something else, on Friday
	scopeLength
	scopeAmount // anything but a weekday or month by itself
	scopeCount  // a length with a number: "over two years", not "over several years"
)
