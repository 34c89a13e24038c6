package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// replacement stands for bytes that a decoder had no character for.
const replacement = "\uFFFD"

// A gap is a place where a mark may have been lost.
type gap struct {
	text          string
	start, end    int
	before, after rune // utf8.RuneError at the ends of the text
}

// gapOf returns the gap text[start:end].
func gapOf(text string, start, end int) gap {
	g := gap{text: text, start: start, end: end}
	g.before, _ = utf8.DecodeLastRuneInString(text[:start])
	g.after, _ = utf8.DecodeRuneInString(text[end:])
	return g
}

// restoreProven puts back the marks that something stands for which the text
// proves to do so.
func (rp *repairer) restoreProven(text string) []Edit {
	for i, s := range standIns() {
		if strings.Contains(text, string(s)) && (rp.known.standIns&(1<<i) != 0 || s.proven(text)) {
			rp.known.standIns |= 1 << i
			if !s.asks() {
				rp.known.pages |= 1 // windows-1252, or Latin-1
			}
			if edits := s.restore(text); len(edits) > 0 {
				return edits
			}
		}
	}
	return nil
}

// restoreMarks puts back the marks that U+FFFD stands for, and the apostrophes
// that a ? does. A letter that was lost is not known again: what stood for é in
// caf\uFFFD stays.
func restoreMarks(text string) []Edit {
	if edits := standIn(replacement).restore(text); len(edits) > 0 {
		return edits
	}
	return restoreApostrophes(text)
}

// restoreApostrophes puts back those that a ? stands for. It proves nothing here:
// it is a question mark elsewhere.
func restoreApostrophes(text string) []Edit {
	var edits []Edit
	english, known := false, false
	for i := 0; ; i++ {
		n := strings.IndexByte(text[i:], '?')
		if n < 0 {
			return edits
		}
		i += n
		g := gapOf(text, i, i+1)
		if i == 0 || !isASCIILetter(text[i-1]) && g.before < utf8.RuneSelf && !isDigit(g.before) {
			continue
		}
		if !known {
			english, known = looksEnglish(text), true
		}
		if g.contracts(english) {
			edits = append(edits, Edit{g.start, g.end, "’", "lost-mark"})
		}
	}
}

// contracts reports whether an apostrophe stood here, as in don't or the
// mayor's. The endings of the latter are words or parts of words elsewhere.
func (g gap) contracts(english bool) bool {
	if !unicode.IsLetter(g.before) && !unicode.IsDigit(g.before) {
		return false
	}
	if g.inAddress() {
		return false
	}
	switch contraction(g.text[g.end:]) {
	case "t":
		return g.before|0x20 == 'n'
	case "":
		return false
	}
	return english
}

// contraction returns what s begins with if that is a contracted word, in lower
// case: the t of don't.
func contraction(s string) string {
	end := 0
	for end < len(s) && end < 3 && isASCIILetter(s[end]) {
		end++
	}
	if r, _ := utf8.DecodeRuneInString(s[end:]); unicode.IsLetter(r) || unicode.IsDigit(r) {
		return ""
	}
	switch c := strings.ToLower(s[:end]); c {
	case "t", "s", "re", "ve", "ll", "d", "m":
		return c
	}
	return ""
}

// inAddress reports whether the gap is in something like example.org/?s=1.
func (g gap) inAddress() bool {
	word := g.text[max(0, g.start-64):g.start]
	if k := strings.LastIndexAny(word, " \n\t"); k >= 0 {
		word = word[k+1:]
	}
	rest := g.text[g.end:min(len(g.text), g.end+3)]
	return strings.ContainsAny(word, "/=&@") || strings.ContainsAny(rest, "=/&")
}

// opens reports whether a quotation begins here.
func (g gap) opens() bool {
	return (g.start == 0 || unicode.IsSpace(g.before) || strings.ContainsRune("([—–-\"‘“", g.before)) &&
		(unicode.IsLetter(g.after) || unicode.IsDigit(g.after) || g.after == '$' || g.after == '£')
}

// closes reports whether a quotation or a word ends here.
func (g gap) closes() bool {
	return g.start > 0 && (unicode.IsLetter(g.before) || unicode.IsDigit(g.before) || strings.ContainsRune(".,!?;:)$%’", g.before)) &&
		(g.end == len(g.text) || unicode.IsSpace(g.after) || strings.ContainsRune(".,!?;:)]—–-\"’”", g.after))
}

// possesses reports whether this can be the apostrophe of "the students'".
func (g gap) possesses() bool {
	if g.before != 's' || g.after != ' ' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(g.text[g.end+1:])
	return unicode.IsLetter(r)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// looksEnglish reports whether text has one of the commonest words of English.
func looksEnglish(text string) bool {
	for word := range strings.FieldsSeq(text[:min(len(text), 2000)]) {
		switch strings.ToLower(strings.Trim(word, ".,;:!?()\"“”‘’"+replacement)) {
		case "the", "of", "and", "to", "is", "for", "that", "with", "on", "was", "you", "we", "by", "his", "her",
			"their", "they", "she", "said", "at", "but", "it", "be", "are", "this", "from", "have", "has", "not":
			return true
		}
		if i := strings.IndexAny(word, "?"+replacement); i > 0 {
			switch strings.ToLower(word[:i]) {
			case "it", "i", "we", "you", "they", "he", "she", "that", "there", "what", "let", "who", "here":
				return true
			}
		}
	}
	return false
}
