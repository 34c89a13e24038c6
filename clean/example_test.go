package clean_test

import (
	"bytes"
	"fmt"
	"strings"

	"example.org/newstext/clean"
)

const page = `Harbour Gazette

Fish market to move

By Anna Smith

March 3, 2021

The town council voted on Tuesday to move the fish market from the old quay to a new hall behind the station.

Traders said that the hall was too far from the boats and that customers would not follow them there.

Share this article

© 2021 Harbour Gazette. All rights reserved.`

func ExampleBlocks() {
	for _, b := range clean.Blocks(page) {
		fmt.Printf("%-8v %.30s\n", b.Kind, page[b.Start:b.End])
	}
	// Output:
	// sitename Harbour Gazette
	// headline Fish market to move
	// byline   By Anna Smith
	// date     March 3, 2021
	// body     The town council voted on Tues
	// body     Traders said that the hall was
	// share    Share this article
	// legal    © 2021 Harbour Gazette. All ri
}

func ExampleText() {
	fmt.Println(clean.Text(page))
	// Output:
	// The town council voted on Tuesday to move the fish market from the old quay to a new hall behind the station.
	//
	// Traders said that the hall was too far from the boats and that customers would not follow them there.
}

func ExampleKind_Body() {
	fmt.Println(clean.Subhead, clean.Subhead.Body())
	fmt.Println(clean.Caption, clean.Caption.Body())
	// Output:
	// subhead true
	// caption false
}

func ExampleKind_String() {
	fmt.Println(clean.PageTitle)
	// Output: pagetitle
}

func ExampleNewCleaner() {
	c, err := clean.NewCleaner(strings.NewReader(`
# what our own pages say
tide-table   tide table for $month   => widget start
`))
	fmt.Println(c == nil, err)
	c, err = clean.NewCleaner(strings.NewReader(`
$month       = march | april | may
tide-table   tide table for $month   => widget start
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	text := page + "\n\nTide table for March: high water at noon, low water in the evening, and a calm sea."
	blocks := c.Blocks(text)
	last := blocks[len(blocks)-1]
	fmt.Println(last.Kind, last.Rule)
	// Output:
	// true clean: rules 1:3: unknown class $month
	// widget tide-table
}

func ExampleCleaner_Overrules() {
	c, err := clean.NewCleaner(strings.NewReader("tide-table  tide table  => widget start\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range c.Blocks("Tide table\n\n" + page) {
		if c.Overrules(b.Rule) {
			fmt.Println(b.Kind, b.Rule)
		}
	}
	// Output: widget tide-table
}

func ExampleCleaner_Text() {
	var c clean.Cleaner
	fmt.Println(len(c.Text("Home\nNews\nLog in\nContact us")))
	// Output: 0
}

func ExampleCleaner_Blocks() {
	var c clean.Cleaner
	text := "The glacier has shrunk for the tenth year, scientists said on Wednesday. Anna Smith in the valley contributed to this report."
	for _, b := range c.Blocks(text) {
		fmt.Println(b.Kind, text[b.Start:b.End])
	}
	// Output:
	// body The glacier has shrunk for the tenth year, scientists said on Wednesday.
	// credit Anna Smith in the valley contributed to this report.
}

func ExampleCleaner_Label() {
	const text = "The council met on Tuesday and spoke for two hours about the new road to the harbour.\n" +
		"The council also met on Wednesday and on Thursday, when it spoke about the old road."
	end := strings.IndexByte(text, '\n')
	var c clean.Cleaner
	for _, b := range c.Label(text, []clean.Line{
		{Start: 0, End: end, Hint: clean.HintArticle | clean.HintParagraph},
		{Start: end + 1, End: len(text), Hint: clean.HintNav, LinkShare: 1},
	}) {
		fmt.Println(b.Kind.Body(), text[b.Start:b.Start+20])
	}
	// Output:
	// true The council met on T
	// false The council also met
}

func ExampleSite() {
	const slogan = "The Harbour Gazette has told the truth about this town for more than a hundred years."
	var s clean.Site
	for _, day := range []string{"Monday", "Tuesday", "Wednesday"} {
		s.Learn("On " + day + " the ferry was late again, and the passengers had to wait in the rain.\n" + slogan)
	}
	text := "The bridge was opened by the mayor on Friday, and the band of the school played.\n" + slogan
	for _, b := range s.Blocks(text) {
		fmt.Println(b.Kind.Body(), text[b.Start:b.Start+20])
	}
	// Output:
	// true The bridge was opene
	// false The Harbour Gazette
}

func ExampleReadSite() {
	var s clean.Site
	s.Learn(page)
	var stored bytes.Buffer
	n, err := s.WriteTo(&stored)
	fmt.Println(n, err)
	_, err = clean.ReadSite(&stored)
	fmt.Println(err)
	// Output:
	// 524312 <nil>
	// <nil>
}
