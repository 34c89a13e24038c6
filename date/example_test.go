package date_test

import (
	"fmt"
	"time"

	"example.org/newstext/date"
)

func ExampleFind() {
	published := time.Date(2019, time.November, 18, 0, 0, 0, 0, time.UTC)
	text := "The envoy said Thursday that talks, which broke down early last month, are set to resume in December."
	for _, m := range date.Find(text, published) {
		fmt.Println(text[m.Start:m.End], "|", m.Value, m.Mod, "|", m.From.Format(time.DateOnly), m.To.Format(time.DateOnly))
	}
	// Output:
	// Thursday | 2019-11-14  | 2019-11-14 2019-11-15
	// early last month | 2019-10 START | 2019-10-01 2019-11-01
	// December | 2019-12  | 2019-12-01 2020-01-01
}

// Without a date of publication only what stands for itself is resolved.
func ExampleFind_unknown() {
	for _, m := range date.Find("The pact of June 2018 was renewed on Sunday for three years.", time.Time{}) {
		fmt.Println(m.Type, m.Value)
	}
	// Output:
	// DATE 2018-06
	// DATE XXXX-WXX-7
	// DURATION P3Y
}

func ExampleResolver_Find() {
	r := date.Resolver{DayFirst: true, FiscalStart: time.October}
	published := time.Date(2019, time.November, 18, 0, 0, 0, 0, time.UTC)
	for _, m := range r.Find("The budget of fiscal 2020 was signed on 3/10/2019.", published) {
		fmt.Println(m.Value, m.From.Format(time.DateOnly), m.To.Format(time.DateOnly))
	}
	// Output:
	// 2020 2019-10-01 2020-10-01
	// 2019-10-03 2019-10-03 2019-10-04
}

func ExamplePublished() {
	m, ok := date.Published("US-N Korea tensions rise | The Daily Star\n12:00 AM, November 09, 2018 / LAST MODIFIED: 12:12 AM, November 09, 2018\n\nTalks stall.")
	fmt.Println(ok, m.Value)
	// Output: true 2018-11-09T00:00
}

func ExampleFields_Has() {
	published := time.Date(2019, time.November, 18, 0, 0, 0, 0, time.UTC)
	m := date.Find("They met on Nov. 14.", published)[0]
	fmt.Println(m.Stated.Has(date.StatedMonth|date.StatedDay), m.Stated.Has(date.StatedYear))
	// Output: true false
}

func ExampleChat() {
	received := time.Date(2019, 11, 18, 9, 30, 0, 0, time.UTC)
	text := "The desk opens in half an hour. Come tmr from 3 to 4:30pm, or next week on Tuesday at 9."
	for _, m := range date.Chat.Find(text, received) {
		fmt.Printf("%s: %s to %s\n", text[m.Start:m.End], m.From.Format("Mon 2 Jan 15:04"), m.To.Format("15:04"))
	}
	// Output:
	// in half an hour: Mon 18 Nov 10:00 to 10:01
	// tmr from 3 to 4:30pm: Tue 19 Nov 15:00 to 16:30
	// next week on Tuesday at 9: Tue 26 Nov 09:00 to 10:00
}
