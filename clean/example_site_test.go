package clean_test

import (
	"bytes"
	"fmt"

	"example.org/newstext/clean"
)

// pages are three of one source: each has its own story, and all end alike.
var pages = []string{
	"The ferry was late again on Monday, and the passengers had to wait in the rain.\n" + appeal,
	"A crane fell on the quay on Tuesday, and the port stayed closed until the evening.\n" + appeal,
	"The mayor told the council on Wednesday that the new road would cost twice as much.\n" + appeal,
}

const appeal = "Readers like you have paid for our reporters in this valley since the first day."

func ExampleSite_Learn() {
	var s clean.Site
	for _, page := range pages {
		seen := s.Blocks(page)
		fmt.Println(seen[len(seen)-1].Kind.Body())
		s.Learn(page)
	}
	// Output:
	// true
	// true
	// false
}

func ExampleSite_Blocks() {
	var s clean.Site
	for _, page := range pages {
		s.Learn(page)
	}
	text := "Snow closed the pass on Thursday, the police said, and forty lorries turned back.\n" + appeal
	for _, b := range s.Blocks(text) {
		fmt.Println(b.Kind.Body(), text[b.Start:b.Start+20])
	}
	// Output:
	// true Snow closed the pass
	// false Readers like you hav
}

// What one run has learned serves the next.
func ExampleSite_WriteTo() {
	var s clean.Site
	for _, page := range pages {
		s.Learn(page)
	}
	var file bytes.Buffer
	if _, err := s.WriteTo(&file); err != nil {
		fmt.Println(err)
		return
	}
	next, err := clean.ReadSite(&file)
	if err != nil {
		fmt.Println(err)
		return
	}
	blocks := next.Blocks("Snow closed the pass on Thursday, the police said.\n" + appeal)
	fmt.Println(blocks[len(blocks)-1].Kind.Body())
	// Output:
	// false
}
