package date_test

import (
	"fmt"
	"time"

	"example.org/newstext/date"
)

// monday is the day of publication of these examples.
var monday = time.Date(2019, time.November, 18, 0, 0, 0, 0, time.UTC)

// Intervals are half open and follow the wall clock of the location in which
// the text was published.
func ExampleMention() {
	tokyo := time.FixedZone("JST", 9*60*60)
	published := time.Date(2019, time.November, 18, 21, 30, 0, 0, tokyo)
	text := "Exports fell in the third quarter and rose last week."
	for _, m := range date.Find(text, published) {
		fmt.Println(text[m.Start:m.End], "|", m.From.Format("2 Jan 15:04 MST"), "|", m.To.Format("2 Jan 15:04 MST"))
	}
	// Output:
	// the third quarter | 1 Jul 00:00 JST | 1 Oct 00:00 JST
	// last week | 11 Nov 00:00 JST | 18 Nov 00:00 JST
}

func ExampleType_String() {
	text := "Every Tuesday the fish market is open for three hours; last Tuesday it was closed."
	for _, m := range date.Find(text, monday) {
		fmt.Println(m.Type.String(), m.Value)
	}
	// Output:
	// SET XXXX-WXX-2
	// DURATION PT3H
	// DATE 2019-11-12
}

func ExampleMod_String() {
	for _, m := range date.Find("Prices rose in early 2018 for at least three months.", monday) {
		fmt.Println(m.Mod.String(), m.Value)
	}
	// Output:
	// START 2018
	// EQUAL_OR_MORE P3M
}

func ExampleGrain_String() {
	for _, m := range date.Find("Rain fell last week, on Friday and in May; it has been dry recently.", monday) {
		fmt.Printf("%s %q\n", m.Value, m.Grain.String())
	}
	// Output:
	// 2019-W46 "week"
	// 2019-11-15 "day"
	// 2019-05 "month"
	// PAST_REF ""
}
