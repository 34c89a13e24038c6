// Package clean tells the article from everything else on a web page, given
// nothing but the page's text: no tags, no markup, no network.
//
// [Blocks] labels what stands in a text and deletes nothing; [Text] is the
// body alone. A [Cleaner] with rules of your own does the same, a [Site] also
// knows what the pages of one source repeat, and [Cleaner.Label] serves front
// ends that know more than the text, such as the HTML reader in clean/webpage.
//
//	for _, b := range clean.Blocks(page) {
//		fmt.Println(b.Kind, b.Score, page[b.Start:b.End])
//	}
//
// A block is a line of the text or, where a line holds two things (a caption
// glued to the last paragraph, a credit after it), a part of one. Offsets are
// bytes of the text, half open, on rune boundaries.
//
// Everything may be used by many goroutines at once, save that one goroutine
// at a time may let a Site learn. Time is linear in the length of the text.
package clean
