// Package webpage turns HTML pages into text that package clean has labelled.
//
// [Parse] reads a page once, with the tokenizer of golang.org/x/net/html and
// without building a tree, and gives its visible text, a line for each block
// element. A linear-chain model over the lines, which sees their words, tags,
// class names, links and places, says which belong to the article; package
// clean cuts lines that hold two things and names the rest. Nothing is deleted:
// every line is in [Page.Text], [Page.Blocks] says what it is, and
// [Page.Source] where in the HTML it stands.
//
//	page := webpage.Parse(html)
//	fmt.Println(page.Title, page.Published)
//	fmt.Println(page.Body())
//
// # Text
//
// White space runs are one space, also no-break spaces; pre keeps its lines and
// spaces. What is not shown is left out: scripts, styles, templates, noscript,
// option lists, elements with the attribute hidden or the style display:none.
// An element that is hidden by a style sheet or shown by a script cannot be
// told. br ends a line; block elements have an empty line between them; a cell
// of a table is a line. Text is UTF-8, whatever the page is in.
//
// # Limits
//
// Time is linear in the page. Memory above the page and its text is bounded:
// 512 open elements are known, those inside count only as depth; text after
// 20,000 lines goes to the last line; a tag or comment of more than 1 MiB is
// passed over. A Page may be used by many goroutines at once.
//
// Which lines are body is a guess: a list of links that the article is about,
// the posts of a live blog or a reader's letter on an opinion page are wrong
// more often than paragraphs are.
package webpage
