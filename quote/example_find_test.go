package quote_test

import (
	"fmt"

	"example.org/newstext/quote"
)

const story = `Lena Ortiz came to the harbor at noon. "The 12' mast is gone," she said.

"We will rebuild it."

A spokesman for the port called the storm "unusual," and the mayor's new book,
"The Salt Road," lay in the rain.`

func ExampleFind() {
	for _, q := range quote.Find(story) {
		speaker := "nobody"
		if s := q.Speaker; s.Start < s.End {
			speaker = fmt.Sprintf("%s (%q)", story[s.NameStart:s.NameEnd], s.Cue)
		}
		fmt.Printf("%s by %s: %s\n", q.Kind, speaker, story[q.BodyStart:q.BodyEnd])
	}
	// Output:
	// speech by Lena Ortiz ("said"): The 12' mast is gone,
	// speech by Lena Ortiz (""): We will rebuild it.
	// scare by A spokesman for the port ("called"): unusual,
	// title by nobody: The Salt Road,
}

// Marks that were lost are made up for within the paragraph.
func ExampleFind_lost() {
	text := "“We waited. “You never came,” she said.\n\nNobody came,” said Berg. “Nobody.”"
	for _, q := range quote.Find(text) {
		fmt.Println(q.Open, text[q.Start:q.End])
	}
	// Output:
	// true “We waited.
	// false “You never came,”
	// false Nobody came,”
	// false “Nobody.”
}

func ExampleKind_String() {
	for _, q := range quote.Find("“No,” said Berg of the “free” harbor.") {
		fmt.Println(q.Kind.String())
	}
	// Output:
	// speech
	// scare
}

func ExampleForm_marks() {
	text := `"I won't rest 'til '31", the 6'3" skipper said.`
	for _, f := range []quote.Form{quote.Curly, quote.CurlyDE, quote.CurlySV, quote.American} {
		fmt.Println(f.String(text))
	}
	fmt.Println(quote.Straight.String("«Enough», she wrote . . . and left…"))
	fmt.Println(quote.Logical.String("He named it “a draft,” no more."))
	// Output:
	// “I won’t rest ’til ’31”, the 6′3″ skipper said.
	// „I won’t rest ’til ’31“, the 6′3″ skipper said.
	// ”I won’t rest ’til ’31”, the 6′3″ skipper said.
	// "I won't rest 'til '31," the 6'3" skipper said.
	// "Enough", she wrote ... and left...
	// He named it “a draft”, no more.
}
