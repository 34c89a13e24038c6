package quote

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// Transformer returns a transformer for use with golang.org/x/text/transform,
// and whether f has one: [Clean] and [Straight] do, since what they change
// depends on a few characters around it. The other forms need a paragraph, which
// the buffers of that package do not hold; use [NewReader]. Both give the same
// bytes, save where for a kilobyte no word of ASCII letters stands before a space
// and another word. It may be shared.
func (f Form) Transformer() (transform.SpanningTransformer, bool) {
	if !f.looksNear() {
		return nil, false
	}
	return transformer{f}, true
}

type transformer struct{ form Form }

// Reset implements [transform.Transformer]. There is no state.
func (transformer) Reset() {}

// wordMax is the length from which a word is cut.
const wordMax = 1 << 10

// Transform implements [transform.Transformer].
func (t transformer) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	edit := t.form.editor("")
	var edits []Edit
	for nSrc < len(src) {
		// Half a buffer at a time, so that what grows still fits.
		n := safeCut(src[nSrc:min(len(src), nSrc+wordMax)], atEOF && len(src)-nSrc <= wordMax)
		if n == 0 {
			return nDst, nSrc, transform.ErrShortSrc
		}
		text := string(src[nSrc : nSrc+n])
		edits = edits[:0]
		if t.form.first(text) < n {
			edits = edit(edits, text, 0)
		}
		size := n
		for _, e := range edits {
			size += len(e.New) - (e.End - e.Start)
		}
		if size > len(dst)-nDst {
			return nDst, nSrc, transform.ErrShortDst
		}
		done := 0
		for _, e := range edits {
			nDst += copy(dst[nDst:], text[done:e.Start])
			nDst += copy(dst[nDst:], e.New)
			done = e.End
		}
		nDst += copy(dst[nDst:], text[done:])
		nSrc += n
	}
	return nDst, nSrc, nil
}

// Span implements [transform.SpanningTransformer].
func (t transformer) Span(src []byte, atEOF bool) (n int, err error) {
	edit := t.form.editor("")
	for n < len(src) {
		m := safeCut(src[n:min(len(src), n+wordMax)], atEOF && len(src)-n <= wordMax)
		if m == 0 {
			return n, transform.ErrShortSrc
		}
		text := string(src[n : n+m])
		if t.form.first(text) < m {
			if edits := edit(nil, text, 0); len(edits) > 0 {
				return n + bytes.LastIndexAny(src[n:n+edits[0].Start], " \n") + 1, transform.ErrEndOfSpan
			}
		}
		n += m
	}
	return n, nil
}

// isPlain reports whether b cannot be part of a spaced ellipsis.
func isPlain(b byte) bool { return isASCIILetter(b) || isDigit(rune(b)) || b == ',' }

// beginsWord reports whether b begins with a letter or digit, and not with a
// mark that may belong to what stands before it.
func beginsWord(b []byte) bool {
	r, _ := utf8.DecodeRune(b)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// betweenWords reports whether nothing around src[i] depends on both sides of
// it: a word ends before it and another begins.
func betweenWords(src []byte, i int) bool {
	return (src[i-1] == ' ' || src[i-1] == '\n') && isPlain(src[i-2]) && beginsWord(src[i:])
}

// safeCut returns how much of src can be worked on by itself: all at the end,
// otherwise up to the space between two words; 0 where more must be seen.
func safeCut(src []byte, final bool) int {
	if final {
		return len(src)
	}
	for i := len(src) - 1; i > 1; i-- {
		if betweenWords(src, i) {
			return i
		}
	}
	if len(src) < wordMax {
		return 0
	}
	for i := len(src) - 1; i > len(src)-utf8.UTFMax; i-- {
		if utf8.RuneStart(src[i]) {
			return i
		}
	}
	return len(src)
}
