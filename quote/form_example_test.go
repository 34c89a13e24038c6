package quote_test

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/text/transform"

	"example.org/newstext/quote"
)

func ExampleForm_String() {
	fmt.Println(quote.Repaired.String("â€œWe wonâ€™t sign,â€ the minister said in MÃ¼nster."))
	fmt.Println(quote.Clean.String("The oﬃce paid 12\u00A0000 eu\u00ADros."))
	fmt.Println(quote.Straight.String("“We won’t sign,” the minister said."))
	// Output:
	// “We won’t sign,” the minister said in Münster.
	// The office paid 12 000 euros.
	// "We won't sign," the minister said.
}

func ExampleForm_AppendString() {
	line := []byte("text: ")
	line = quote.Clean.AppendString(line, "a con\u00ADfer\u00ADence in Geneva")
	fmt.Printf("%s\n", line)
	// Output: text: a conference in Geneva
}

func ExampleForm_Edits() {
	for e := range quote.Repaired.Edits("The mayorâ€™s plan &amp; the council didn�t agree") {
		fmt.Printf("%d-%d %q %s\n", e.Start, e.End, e.New, e.Rule)
	}
	// Output:
	// 9-17 "’" windows-1252
	// 24-29 "&" entity
	// 46-49 "’" lost-mark
}

func ExampleApply() {
	source := "The spokesman said: â€œNo talksâ€\u009d."
	text, m := quote.Apply(source, quote.Repaired, quote.Straight)
	fmt.Println(text)

	start := strings.Index(text, "No talks")
	from, to := m.SourceSpan(start, start+len("No talks"))
	fmt.Println(start, m.Source(start), source[from:to])
	// Output:
	// The spokesman said: "No talks".
	// 21 27 No talks
}

func ExampleMap() {
	source := "co\u00ADop\u00ADer\u00ADate with the in\u00ADquiry"
	text, m := quote.Apply(source, quote.Clean)
	i := strings.Index(source, "with")
	start, end := m.ResultSpan(i, i+len("with"))
	fmt.Println(text[start:end], m.Result(i), m.Source(m.Result(i)) == i)
	// Output: with 10 true
}

func ExampleNewReader() {
	page := strings.NewReader("ItÃ¢â‚¬â„¢s over, the bankÃ¢â‚¬â„¢s chairman said.\n\nShares fell 5\u00A0%.\n")
	io.Copy(os.Stdout, quote.NewReader(page, quote.Repaired, quote.Clean, quote.Straight))
	// Output:
	// It's over, the bank's chairman said.
	//
	// Shares fell 5 %.
}

func ExampleForm_Transformer() {
	t, _ := quote.Clean.Transformer()
	text, _, _ := transform.String(t, "the o\uFB03cer\u200B’s ﬁle")
	fmt.Println(text)
	// Output: the officer’s file
}
