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
// glued to the last paragraph, a credit after it, a masthead run together with
// its slogan), a part of one. Offsets are bytes of the text, half open, on rune
// boundaries.
//
// Everything may be used by many goroutines at once, save that one goroutine
// at a time may let a Site learn. Time is linear in the length of the text, and
// memory beside the blocks is bounded, by some 20 MiB.
//
// # How it judges
//
// Every line is measured: its length, how it begins and ends, capitals beyond
// those of the page's sentences, words that bind sentences, phrases of the
// rules, words it shares with the page's paragraphs, copies of it. Then its
// place: what stands around it and is shaped like it, how far the last and next
// paragraphs are, where the heaviest stretch of paragraphs lies.
// Two linear-chain conditional random fields (Lafferty, McCallum and Pereira
// 2001) weigh these; one knows the states before, inside, hole and after, the
// other inside and outside. The mean of their log odds, less the log odds from
// which the page's lines are body, is the block's Score. That is a half or
// somewhat less: on a page that the model is not sure of, it keeps lines that are
// a little likelier not body than body, since as much is lost by leaving out as by
// taking in.
//
// Precise rules overrule the model for lines of at most 40 words; then a pass
// over the page ends the body at a credit or an offer, finds headline and deck
// above it, and gathers the parts of teasers.
//
// # Rules
//
// The built-in rules stand in clean/rules, a file for each language or two.
// [NewCleaner] adds files of the same form:
//
//	# A rule: its name, its phrase, then what a line is that holds it, and where
//	# in the line the phrase stands: whole, start, end or in.
//	$month       = march | april | may
//	tide-table   tide table for $month   => widget start
//
// Words match in any case. (a|b) is either, x? may be missing, $month is any
// word of a list, _ is any one word, _3 up to three. A rule of yours decides,
// whatever the model says; with maybe at its end it is evidence only. The kinds
// are the names of [Kind] constants; body keeps a line.
//
// # Limits
//
// It is made for news in English. Other languages with white space between
// words work, Chinese and Japanese less well. Of pages that it has not seen,
// without any tags, it keeps some 4 % of the junk and loses 5 % of the body.
// What it gets wrong most: readers' comments in whole sentences right after the
// article, without their writers' names and times, are taken for its end,
// captions in whole sentences for paragraphs, and lists of short items without a
// sentence between ("June 9 – West Palm Beach") are lost. A page whose only text
// is a cookie notice in whole sentences gives that notice unless a rule knows it.
package clean
