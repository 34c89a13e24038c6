package date

import (
	"fmt"
	"strconv"
	"strings"

	"example.org/newstext/internal/phrase"
)

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

var opNames = map[string]op{
	"none": opNone, "date": opCalendar, "shift": opShift, "ago": opAgo, "hence": opHence, "earlier": opEarlier,
	"later": opLater, "focus": opFocus, "same": opSame, "ending": opEnding, "length": opLength, "span": opSpan, "every": opEvery, "vague": opVague,
	"modifier": opModifier, "suffix": opSuffix, "number": opNumber,
}

var unitNames = func() map[string]Grain {
	m := map[string]Grain{}
	for g, name := range grainNames {
		m[name] = Grain(g)
	}
	return m
}()

var modByName = func() map[string]Mod {
	m := map[string]Mod{}
	for i, name := range modNames {
		if name != "" {
			m[name] = Mod(i)
		}
	}
	return m
}()

// An expr is the meaning of words before anything is looked up: what they
// state, and how to get from a known date to the one they mean.
type expr struct {
	op     op
	stated Fields

	year, yearTo int   // the year, or the first and last of a range of years
	era          Grain // Decade or Century where the text names one of those; year is its first
	part         Grain // Quarter, Half or Season where StatedPartOfYear
	nth          int   // which of those: 1 to 4, 0 spring to 3 winter; -1 the last; also of a month's or year's unit
	month, dom   int
	weekday      int    // 1 Monday to 7 Sunday
	daypart      string // MO, AF, EV, NI
	clock        int    // seconds from midnight
	clockGrain   Grain
	zone         string
	holiday      string

	n          int   // how many units away: -1 is last, 0 this, 1 next
	count      int   // how many units: 3 in "three weeks"
	hundredths int   // of a unit, behind the point: 25 in "3.25 weeks"
	vague      bool  // the number is not stated: "several weeks"
	unit       Grain // the unit of n and count
	count2     int   // what comes on top: 6 in "two years and six months"
	unit2      Grain

	length offset // all units with their counts
	nthOf  int    // which weekday or other unit of a month or year: the first, -1 the last
	inner  Grain  // the unit that nthOf counts; NoGrain: weekdays
	inners int    // how many of them: the first two weeks; 0 is one
	weekNo int    // the week of a year: 23 in "week 23"
	around Grain  // the unit around the day: "the week of 3 May"
	away   offset // from the expression behind it: "two days after"
	bound  bool   // mod is a limit
	soFar  bool   // mod divides at publication: "later this week"
	past   bool   // it lies behind, whatever the Resolver takes it for
	limit  Mod    // After, OnOrAfter, Before or OnOrBefore: one end is open, as in "since May"
	and    bool   // "between" stands within it, so that an "and" goes on with a range
	until  *span  // the end of a range: "from May to July"
	ampm   bool   // the text says which half of the day the clock is in
	number int    // of opNumber

	mod     Mod
	scope   scope
	ref     string
	fiscal  bool
	numeric bool  // month and day are numbers: 3/4/2019
	that    bool  // the date in focus, not that of publication: "that year"
	ended   point // of opEnding: its last day
	whole   bool  // a length with an article or head of its own: "the two days", "a three-year period"
	tail    int   // tokens behind it that its rule asks for
	lead    int   // tokens before the expression that its rule asks for
	weak    bool  // means nothing without a neighbour
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

// parseProduction reads the production of a rule: an operation, and arguments
// in any order.
func parseProduction(rule phrase.Rule) (expr, error) {
	name, args, _ := strings.Cut(rule.Production, " ")
	var e expr
	var ok bool
	if e.op, ok = opNames[name]; !ok {
		return e, fmt.Errorf("%s: unknown operation %q", rule.Pos(), name)
	}
	for _, arg := range strings.Fields(args) {
		if !e.argument(arg) {
			return e, fmt.Errorf("%s: unknown argument %q of %s", rule.Pos(), arg, name)
		}
	}
	return e, nil
}

func (e *expr) argument(arg string) bool {
	if n, err := strconv.Atoi(arg); err == nil {
		e.n = n
		return true
	}
	if g, ok := unitNames[arg]; ok {
		e.unit, e.count = g, 1
		return true
	}
	if m, ok := modByName[arg]; ok {
		e.mod = m
		return true
	}
	switch {
	case arg == "fiscal":
		e.fiscal = true
	case arg == "that":
		e.that = true
	case arg == "whole":
		e.whole = true
	case arg == "weak":
		e.weak = true
	case arg == "bound":
		e.bound = true
	case arg == "around-week":
		e.around = Week
	case arg == "around-weekend":
		e.around = Weekend
	case arg == "past":
		e.past = true
	case arg == "so-far":
		e.soFar = true
	case arg == "plus":
		e.away.sign = 1
	case arg == "minus":
		e.away.sign = -1
	case arg == "NI", arg == "MO":
		e.daypart = arg
		e.stated |= StatedPartOfDay
	case arg == "of-date":
		e.scope = scopeDate
	case arg == "of-period":
		e.scope = scopePeriod
	case arg == "of-length":
		e.scope = scopeLength
	case arg == "of-amount":
		e.scope = scopeAmount
	case arg == "of-count":
		e.scope = scopeCount
	case arg == "some":
		e.vague = true
	case strings.HasSuffix(arg, "_REF"):
		e.ref = arg
	default:
		return false
	}
	return true
}
