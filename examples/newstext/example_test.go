package main

import (
	"fmt"
	"slices"
	"strings"

	"example.org/newstext/clean"
	"example.org/newstext/date"
	"example.org/newstext/dedup"
	"example.org/newstext/quote"
)

// All four packages on one page, as a crawler stored it: decoded with the
// wrong code page and with everything that stood around the article.
func Example() {
	page := "Harbour ferry to sail again | The Quayside Post\n\n" +
		"Harbour ferry to sail again\n\n" +
		"Monday, November 18, 2019\n\n" +
		"The ferry across the harbour will sail again later this month, the harbour\u00e2\u20ac\u2122s director said on Thursday.\n\n" +
		"\u00e2\u20ac\u0153We have repaired both engines since the storm of early last month,\u00e2\u20ac\u009d Maria Lund told reporters at the quay. " +
		"The old ferry had been in service since June a year ago.\n\n" +
		"Share this story on Facebook\n\n" +
		"Sign up for our newsletter and get the news every morning"
	earlier := `"We have repaired both engines since the storm of early last month," Maria Lund said.`

	// One spelling, with the way back to the page's own bytes.
	text, source := quote.Apply(page, quote.Repaired, quote.Straight)

	// The article, and when it was published.
	var body []clean.Block
	for _, b := range clean.Blocks(text) {
		if b.Kind.Body() {
			body = append(body, b)
		}
	}
	published, _ := date.Published(text)
	fmt.Println("published", published.Value)

	// What it says about time, traced back to the page.
	for _, m := range date.Find(text, published.From) {
		inBody := slices.ContainsFunc(body, func(b clean.Block) bool { return b.Start <= m.Start && m.End <= b.End })
		if inBody {
			start, end := source.SourceSpan(m.Start, m.End)
			fmt.Printf("%s: bytes %d to %d, %q\n", strings.TrimSpace(m.Value+" "+m.Mod.String()), start, end, page[start:end])
		}
	}

	// Who is quoted, and whether that was seen before.
	for _, q := range quote.Find(text) {
		fmt.Println(text[q.Speaker.NameStart:q.Speaker.NameEnd], "said", text[q.Start:q.End])
	}
	for _, p := range dedup.Shared(text, earlier, 0) {
		start, end := source.SourceSpan(p.AStart, p.AEnd)
		fmt.Printf("seen before: bytes %d to %d\n", start, end)
	}
	// Output:
	// published 2019-11-18
	// 2019-11 END: bytes 150 to 166, "later this month"
	// 2019-11-14: bytes 206 to 214, "Thursday"
	// 2019-10 START: bytes 273 to 289, "early last month"
	// 2018-06: bytes 377 to 392, "June a year ago"
	// Maria Lund said "We have repaired both engines since the storm of early last month,"
	// seen before: bytes 217 to 308
}
