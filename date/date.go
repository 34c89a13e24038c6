package date

import "time"

// A Mention is one temporal expression of a text: text[Start:End], what it
// denotes in TIMEX3, and the interval that it covers.
type Mention struct {
	Start, End int
	Type       Type
	Value      string    // TIMEX3: 2019-W46, 2018-06, P3W, PRESENT_REF; XXXX-WXX-7 where no reference is known
	Mod        Mod       // what the words add to the value: the early part of it, about, at least
	From, To   time.Time // From <= t < To of the value without Mod, wall-clock time in published's location; zero where it has no place in time, or with Resolver.Ranges no such end
	Grain      Grain     // the unit the text speaks in
	Stated     Fields    // fields that the text states; the rest is inferred
	Rule       string    // the rule that found it, then what else decided: "weekday past"
}

// Type is the TIMEX3 type of an expression. A Date is a day or something
// longer, a Time is within the day, a Duration a length, a Set recurs.
type Type uint8

// The four types of TIMEX3.
const (
	Date Type = iota
	Time
	Duration
	Set
)

// String returns the type as TIMEX3 writes it: DATE, TIME, DURATION, SET.
func (t Type) String() string { return typeNames.at(int(t)) }

var typeNames = names{"DATE", "TIME", "DURATION", "SET"}

// Mod says how an expression bends its value: "early 2019" is 2019 with Start,
// "at least three weeks" is P3W with EqualOrMore.
type Mod uint8

// The modifiers of TIMEX3. NoMod is the zero value.
const (
	NoMod Mod = iota
	Before
	After
	OnOrBefore
	OnOrAfter
	LessThan
	MoreThan
	EqualOrLess
	EqualOrMore
	Start
	Mid
	End
	Approx
)

// String returns the modifier as TIMEX3 writes it, such as ON_OR_AFTER; for
// NoMod the empty string.
func (m Mod) String() string { return modNames.at(int(m)) }

var modNames = names{
	"", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN",
	"EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END", "APPROX",
}

// Grain is the unit in which a text speaks: Week for "last week", although its
// interval could also be written in days.
type Grain uint8

// The grains, from fine to coarse. NoGrain is that of "recently" and "now".
const (
	NoGrain Grain = iota
	Second
	Minute
	Hour
	PartOfDay // morning, night
	Day
	Weekend
	Week
	Month
	Season
	Quarter
	Half
	Year
	Decade
	Century
	Millennium
)

// String returns the grain's name in lower case, such as "week"; for NoGrain
// the empty string.
func (g Grain) String() string { return grainNames.at(int(g)) }

var grainNames = names{
	"", "second", "minute", "hour", "part of day", "day", "weekend", "week", "month", "season",
	"quarter", "half", "year", "decade", "century", "millennium",
}

// Fields is a set of calendar fields.
type Fields uint16

// The fields that a text can state. "Thursday" states StatedWeekday; that it
// was 14 November 2019 is inferred.
const (
	StatedYear       Fields = 1 << iota
	StatedPartOfYear        // quarter, half or season
	StatedMonth
	StatedDay
	StatedWeekday
	StatedPartOfDay
	StatedClock
	StatedZone
)

// Has reports whether every field of g is in f.
func (f Fields) Has(g Fields) bool { return f&g == g }

// names are the printed forms of an enumeration.
type names []string

func (n names) at(i int) string {
	if i < 0 || i >= len(n) {
		return ""
	}
	return n[i]
}
