package quote

import (
	"strings"
	"unicode/utf8"
)

// An Edit replaces text[Start:End], offsets in bytes, by New. Rule names what
// asked for it, "entity" or "soft-hyphen" say.
type Edit struct {
	Start, End int
	New, Rule  string
}

// appendReplaced appends text with edits done, whose offsets count from base before
// it.
func appendReplaced(dst []byte, text string, edits []Edit, base int) []byte {
	done := 0
	for _, e := range edits {
		dst = append(dst, text[done:e.Start-base]...)
		dst = append(dst, e.New...)
		done = e.End - base
	}
	return append(dst, text[done:]...)
}

// replaced returns text with edits done, whose offsets count from base before it.
func replaced(text string, edits []Edit, base int) string {
	return view(appendReplaced(make([]byte, 0, len(text)+len(text)/16), text, edits, base))
}

const (
	headLen      = 64 << 10         // what Repaired judges a whole text by
	paragraphLen = 64 << 10         // a longer paragraph is cut at the next space,
	paragraphMax = 2 * paragraphLen // and here where no space comes
	stretchLen   = 16 << 10         // paragraphs that are looked at together
)

// changes walks over the paragraphs of a text in which a form changes something.
type changes struct {
	form  Form
	text  string
	head  string // what the form's editor gets to see first
	start int    // of the first paragraph not yet looked at
	edits []Edit // of the paragraph that next stopped at
	edit  editor // of form for text; nil until it is needed
}

// over returns a walk over s in form f.
func (f Form) over(s string) changes {
	return changes{form: f, text: s, head: s[:min(len(s), headLen)]}
}

// next moves on to the next paragraph that has edits.
func (c *changes) next() bool {
	for c.start < len(c.text) {
		suspect := c.start + c.form.first(c.text[c.start:])
		if suspect == len(c.text) {
			c.start = suspect
			return false
		}
		start, end := c.around(suspect)
		c.start = end
		if c.edit == nil {
			c.edit = c.form.editor(c.head)
		}
		c.edits = c.edit(c.edits[:0], c.text[start:end], start)
		if len(c.edits) > 0 {
			return true
		}
	}
	return false
}

// around returns the extent of the paragraph with the byte at suspect, and of
// its neighbours too where the form looks no further than a word: one call of
// the editor is cheaper than many. Every blank line ends a paragraph, also after
// one that was cut, so the search need not begin at the last one looked at.
func (c *changes) around(suspect int) (start, end int) {
	start = lastBlankLine(c.text, max(c.start, suspect-stretchLen), suspect, c.start)
	if limit := min(len(c.text), start+2*stretchLen); c.form.looksNear() && limit > suspect {
		if end := lastBlankLine(c.text, suspect, limit, start); end > suspect {
			return start, end
		}
	}
	for end = start; end <= suspect; {
		start = end
		n, _ := paragraphEnd(c.text[start:], 0, true)
		end += n
	}
	return start, end
}

// lastBlankLine returns the end of the last blank line of text[from:to] that a
// line stands before, where a paragraph always ends; none where there is none.
func lastBlankLine(text string, from, to, none int) int {
	window := text[from:to]
	end := strings.LastIndexByte(window, '\n')
	for end >= 0 {
		before := strings.LastIndexByte(window[:end], '\n')
		if before >= 0 && blank(window[before+1:end+1]) {
			return from + end + 1
		}
		end = before
	}
	return none
}

// paragraphEnd returns the length of the first paragraph of s with the blank
// line that ends it; 0 where s is not the whole rest of the text (final) and
// does not show it. Lines before the one that starts at line are known not to be
// blank; it returns where the search would go on.
func paragraphEnd(s string, line int, final bool) (end, next int) {
	window := s[:min(len(s), paragraphLen)]
	for {
		n := 0
		if line >= len(window) || window[line] != '\n' {
			n = strings.IndexByte(window[line:], '\n')
		}
		if n < 0 {
			break
		}
		end := line + n + 1
		if blank(window[line:end]) {
			return end, 0
		}
		line = end
	}
	if len(s) > paragraphLen {
		window = s[paragraphLen:min(len(s), paragraphMax)]
		if i := strings.IndexAny(window, " \n"); i >= 0 {
			return paragraphLen + i + 1, 0
		}
	}
	if len(s) > paragraphMax {
		return runeStart(s, paragraphMax), 0
	}
	if final {
		return len(s), 0
	}
	return 0, line
}

// blank reports whether a line holds nothing but spaces, no-break ones too.
func blank(line string) bool {
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case ' ', '\t', '\r', '\n':
		case 0xC2:
			if i+1 == len(line) || line[i+1] != 0xA0 {
				return false
			}
			i++
		default:
			return false
		}
	}
	return true
}

// runeStart returns the greatest index up to i at which a rune of s starts.
func runeStart(s string, i int) int {
	for j := i; j > i-utf8.UTFMax; j-- {
		if utf8.RuneStart(s[j]) {
			return j
		}
	}
	return i
}
