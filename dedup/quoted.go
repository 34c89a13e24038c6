package dedup

import "unicode"

// quoted is the words between quotation marks, up to an ellipsis: what
// follows it need not have followed in the speaker's mouth.
type quoted struct{ from, to int }

// A quoteScanner finds what stands between quotation marks, paragraph by
// paragraph. A mark that is not closed holds to the next that opens, or to the
// end of its paragraph.
type quoteScanner struct {
	quotes []quoted
	closer rune // the mark that closes the open quotation; 0 outside
	from   int
}

// read reads what stands before the word next.
func (q *quoteScanner) read(gap string, next int) {
	points, newlines := 0, 0
	for i, r := range gap {
		switch {
		case r == '.':
			points++
		case r == '\n':
			newlines++
		case !unicode.IsSpace(r):
			points, newlines = 0, 0
		}
		switch {
		case newlines == 2 || r == '\u2029':
			q.end(next)
			q.closer = 0
		case q.closer == 0:
			q.closer = closerOf(r, i > 0 && i+1 == len(gap))
			q.from = next
		case r == '…' || points == 3 || r == '“' && q.closer == '”':
			q.end(next)
			q.from = next
		case r == q.closer || r == '”' && q.closer == '“':
			q.end(next)
			q.closer = 0
		}
	}
}

// finish reads what stands behind the last word and returns all quotations.
func (q *quoteScanner) finish(gap string, words int) []quoted {
	q.read(gap, words)
	q.end(words)
	return q.quotes
}

// end closes the open quotation before the word next.
func (q *quoteScanner) end(next int) {
	if q.closer != 0 && next > q.from {
		q.quotes = append(q.quotes, quoted{q.from, next})
	}
}

// closerOf returns what closes the quotation that r opens; 0 if it opens none.
// A straight single mark opens one only atWord: behind something and at the
// word. Inside one, the apostrophe of "the players' union" closes it too early.
func closerOf(r rune, atWord bool) rune {
	switch r {
	case '“':
		return '”'
	case '„':
		return '“' // or ”, in Polish
	case '"':
		return '"'
	case '«':
		return '»'
	case '‘':
		return '’'
	case '\'':
		if atWord {
			return '\''
		}
	}
	return 0
}
