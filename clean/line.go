package clean

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// A Line is a line of a page as a front end saw it, for [Cleaner.Label]. The
// zero values of LinkShare, Hint and Group say that nothing is known.
type Line struct {
	Start, End int     // the line is text[Start:End]
	LinkShare  float64 // the share of its letters that stand in links, 0 to 1
	Hint       Hint
	Group      int // the number of the innermost container that holds it; 0: unknown
}

// A Hint is what a front end knows of a line's place in the markup, any number
// of the constants together: Figure|Aside is a figure in an aside.
type Hint uint32

const (
	HintHeading   Hint = 1 << iota // h1 to h6
	HintTitle                      // the first-order heading, or the document's own title
	HintArticle                    // inside article or main
	HintParagraph                  // a paragraph: p, or text that stands like one
	HintHeader                     // a page's or section's header
	HintNav                        // navigation: nav, menus
	HintAside                      // beside the text: aside, complementary
	HintFooter                     // a page's or section's footer
	HintFigure                     // an image or player with its caption
	HintCaption                    // figcaption and the like
	HintList                       // an item of a list
	HintQuote                      // a block quotation
	HintTime                       // a time element
	HintByline                     // marked as the author's name
	HintForm                       // a form's text, labels, inputs
	HintButton                     // a button or what acts as one
	HintTable                      // a cell of a table
	HintComment                    // marked as readers' comments
	HintPromo                      // marked as promotion, related stories, advertisement
	HintBody                       // marked as the article's body: itemprop articleBody and the like
	HintHidden                     // not shown at first

	HintNone Hint = 0
)

// blank is the white space that is taken off the ends of lines. No-break spaces
// stay: they stand where somebody put them.
const blank = " \t\r\v\f"

// pageLines is how many lines are judged as one page. A text of more, which is
// no page, is cut into such pieces; this bounds the workspace.
const pageLines = 1 << 14

// pieces yields the lines of text, pageLines at a time, in the space of buffer.
func pieces(buffer *[]Line, text string) iter.Seq[[]Line] {
	return func(yield func([]Line) bool) {
		for at := 0; at < len(text); {
			*buffer, at = splitLines((*buffer)[:0], text, at)
			if !yield(*buffer) {
				return
			}
		}
	}
}

// splitLines appends pageLines lines of text from byte start on to dst, without
// the white space around them, and returns where the next one begins. Lines of
// nothing else are left out.
func splitLines(dst []Line, text string, start int) (lines []Line, next int) {
	for start < len(text) && len(dst) < pageLines {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		if start == end {
			start++
			continue
		}
		if solid(text[start]) && solid(text[end-1]) {
			dst = append(dst, Line{Start: start, End: end})
			start = end + 1
			continue
		}
		line := strings.TrimRight(text[start:end], blank)
		trimmed := strings.TrimLeft(line, blank)
		if strings.TrimSpace(trimmed) != "" {
			dst = append(dst, Line{Start: start + len(line) - len(trimmed), End: start + len(line)})
		}
		start = end + 1
	}
	return dst, start
}

// solid reports whether c is an ASCII character that is no white space.
func solid(c byte) bool { return ' ' < c && c < utf8.RuneSelf }
