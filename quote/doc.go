// Package quote gives news text one spelling and finds the quotations in it.
//
// A [Form] is one spelling of a text: [Repaired] undoes wrong decoding, [Clean]
// removes what nobody sees, [Straight], [Curly] and its relatives settle the
// marks, [American] and [Logical] settle where a comma stands beside one. A
// form is a small value with the whole family of methods: [Form.String] gives
// the text, [Form.Edits] what it changes and why. [Apply] applies several forms
// and gives the offsets too, [NewReader] applies them to a stream.
//
// # Laws
//
// For every form f and every string s, valid UTF-8 or not,
//
//	f.String(f.String(s)) == f.String(s)
//
// and f.Edits(s), applied by hand, Apply(s, f) and NewReader, whatever pieces
// its source comes in, give the same bytes as f.String(s). Bytes that are not
// UTF-8 pass through. Time is linear in the text.
//
// # Paragraphs
//
// Forms work a paragraph at a time, so that an error in one never reaches the
// next. A paragraph ends after a blank line; one longer than 64 KiB is cut at
// the next space. Repaired also judges by the first 64 KiB of the text, since a
// page has one history.
//
// # How Repaired judges
//
// Characters that a code page has for the bytes of one character of UTF-8 are
// damage if the text is far less surprising with that character in their place,
// as a model counted in news of many languages sees it. One run of them that is
// certain makes others on the same page likely, in the first 64 KiB and in the
// paragraph at hand. Sound text is kept at the price of some damage that stays:
// KĂĽssnacht alone in a line is not believed. Of lost bytes, only what the model
// can tell comes back: the closing mark of a lone â€ does, and a letter that the
// others of its word tell. A text in which every tenth letter was lost is seldom
// without a wrong one: 망했다 (failed) may stand for 말했다 (said). A mark that became U+FFFD comes back as ’, “
// or ”, though it may have been ‘.
//
// What programs put in the place of marks is writing elsewhere: the â of donât, the
// ? of don?t, the Õ of donÕt. A contraction of English proves it, or a place where
// only a mark can stand, and then it holds for the rest of the page. French donnât
// stays.
//
// Everything in this package may be used by many goroutines at once, except a
// single reader.
package quote
