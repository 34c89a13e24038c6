// Package date finds the expressions of time in a news text and tells what
// they denote, seen from the day of publication: "Thursday", "early last
// month", "a year earlier", "9 a.m. EST Tuesday, Nov. 9".
//
//	for _, m := range date.Find(text, published) {
//		fmt.Println(text[m.Start:m.End], m.Value, m.From, m.To)
//	}
//
// Each [Mention] has its place in the text, a value as TIMEX3 writes it, the
// interval that the value covers, and the rules that led there. [Find] is
// [Resolver.Find] of the zero [Resolver]; other readers, for whom 3/4/2019 is
// in April or weeks begin on Sunday, set its fields. [Published] finds the
// date that a page gives as its own.
//
// [Chat] reads messages instead: it looks ahead, counts from the clock of
// publication, gives ranges and limits as one mention each (range.go), and has
// rules of its own (rules/chat.txt, casual.go, number.go), with some two hundred
// days that have a name (holiday.go, lunar.go).
//
// # How it works
//
// Rules over words (rules/en.txt, read by internal/phrase) find the parts:
// time words, numbers, modifiers. A rule names one operation of a closed list
// (expr.go), and the classes in its pattern name the fields that the words
// fill (bind.go). What is part of a name or of another number is dropped
// (name.go, guard.go). Parts that stand side by side are joined into one
// expression (join.go), and members of a list get what only one of them states
// (list.go). An expression is then tied to the calendar (resolve.go,
// locate.go): to the year that it states, to the day of publication (frame.go),
// or to a date that the text has spoken of before (anchor.go). A month, a day
// without a year and a weekday can lie behind or ahead; a linear model over
// cues in their clause decides (internal/clause), and the cue that weighed most
// stands in [Mention.Rule].
// What falls on the day of publication counts as past, and of "Sunday, Dec. 25"
// the weekday tells the year.
//
// # Speed
//
// One core reads 8 to 12 million words of news a second, 52 to 77 MB; text that
// holds nothing 190 to 320 MB/s without an allocation, text that holds nothing
// else 4 to 10 MB/s (go test -bench Find ./date). Half of the time goes into
// reading words. An expression costs about a microsecond and, for its Value and
// Rule, two small allocations; a direction to be decided two more. The first
// call compiles the rules: some 6 ms, for [Chat] some 20 ms.
//
// # Limits
//
// A date that does not exist is none: "31 February" and "29 February 2019" give
// nothing; "21th August" is the 21st. A number is a year from 1000 to 2199, and
// only where it is no amount, fraction or telephone number.
//
// Weeks are those of ISO 8601: "last week", printed on a Sunday, is the week
// before the one that ends that day. Quarters are those of the calendar, unless
// a fiscal year is named and [Resolver.FiscalStart] set: "the fourth quarter
// ended Sept. 30" is October to December. Winter belongs to the year of its
// December. Parts of the day have fixed hours (timex.go).
//
// The text's own date lines are not read as a new day of publication: give
// each teaser of a page to Find by itself. "Now" is a date, also where it only
// opens a sentence, but for "Now," with a comma. A name that no rule knows is
// read as a date: the album "1999", Tuesday Weld. Behind a quarter or half of a
// game, a text is about that game to its end. A range of lengths has the value
// of its lesser one: "two to three weeks" is P2W, EQUAL_OR_MORE. Hours from a
// time that the text does not state lie somewhere in the day: 2019-11-18TXX.
//
// With a zero published, "last week" is XXXX-WXX and "Sunday" XXXX-WXX-7; From
// and To are zero then, and so they are up to the year 1: "5000 years ago" is
// PAST_REF. A published date after the year 9999 gives values of more digits.
package date
