package quote_test

import (
	"fmt"
	"strings"

	"example.org/newstext/quote"
)

// What a search finds in the result is shown in the source.
func ExampleMap_Source() {
	source := "The pilots&rsquo; union called o\uFB00 the strike."
	text, m := quote.Apply(source, quote.Repaired, quote.Clean)
	i := strings.Index(text, "strike")
	fmt.Println(i, m.Source(i), source[m.Source(i):])
	// Output:
	// 35 40 strike.
}

// A position of the source is kept for the result.
func ExampleMap_Result() {
	source := "The pilots&rsquo; union called o\uFB00 the strike."
	text, m := quote.Apply(source, quote.Repaired, quote.Clean)
	i := strings.Index(source, "strike")
	fmt.Println(i, m.Result(i), text[m.Result(i):])
	// Output:
	// 40 35 strike.
}

// Both directions cover: a span that begins or ends inside an edit takes all
// of it.
func ExampleMap_SourceSpan() {
	source := "“We wait . . . and wait,” the keeper’s wife said."
	text, m := quote.Apply(source, quote.Straight)
	start := strings.Index(text, "..")
	from, to := m.SourceSpan(start, start+len(".. and"))
	fmt.Println(source[from:to])
	// Output:
	// . . . an
}

func ExampleMap_ResultSpan() {
	source := "“We wait . . . and wait,” the keeper’s wife said."
	text, m := quote.Apply(source, quote.Straight)
	start := strings.Index(source, "keeper")
	from, to := m.ResultSpan(start, start+len("keeper’s wife"))
	fmt.Println(text[from:to])
	// Output:
	// keeper's wife
}
