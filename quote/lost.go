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

// restoreMarks puts back the apostrophes and quote marks that became ? or
// U+FFFD, where English shows which they were. A letter that was lost is not
// known again: what stood for é in caf\uFFFD stays.
func restoreMarks(text string) []Edit {
	var edits []Edit
	english, known := false, false
	open := false // a quotation that a lost mark began
	for i := 0; i < len(text); {
		g, ok := gapAt(text, i)
		if !ok {
			i++
			continue
		}
		if !known {
			english, known = looksEnglish(text), true
		}
		mark := ""
		switch {
		case g.contracts(english):
			mark = "’"
		case text[i] == '?':
		case g.opens():
			mark, open = "“", true
		case g.closes() && g.possesses() && (!open || closesLater(text, g.end)):
			mark = "’"
		case g.closes() && (open || !unicode.IsLetter(g.before)):
			mark, open = "”", false
		case isDigit(g.before) && isDigit(g.after), g.before == ' ' && g.after == ' ' && english:
			mark = "–"
		}
		if mark != "" {
			edits = append(edits, Edit{g.start, g.end, mark, "lost-mark"})
		}
		i = g.end
	}
	return edits
}

// gapAt returns the gap that starts at i: a ? within a word, or U+FFFD up to
// three times, once for each byte.
func gapAt(text string, i int) (gap, bool) {
	end := i
	if text[i] == '?' {
		end++
	}
	for end-i < 3*len(replacement) && strings.HasPrefix(text[end:], replacement) && text[i] != '?' {
		end += len(replacement)
	}
	if end == i {
		return gap{}, false
	}
	g := gap{text: text, start: i, end: end}
	g.before, _ = utf8.DecodeLastRuneInString(text[:i])
	g.after, _ = utf8.DecodeRuneInString(text[end:])
	return g, true
}

// contracts reports whether an apostrophe stood here, as in don't or the
// mayor's. The endings of the latter are words or parts of words elsewhere.
func (g gap) contracts(english bool) bool {
	if !unicode.IsLetter(g.before) && !unicode.IsDigit(g.before) {
		return false
	}
	end := g.end
	for end < len(g.text) && end < g.end+3 && isASCIILetter(g.text[end]) {
		end++
	}
	if r, _ := utf8.DecodeRuneInString(g.text[end:]); unicode.IsLetter(r) || unicode.IsDigit(r) || g.inAddress() {
		return false
	}
	switch strings.ToLower(g.text[g.end:end]) {
	case "t":
		return g.before|0x20 == 'n'
	case "s", "re", "ve", "ll", "d", "m":
		return english
	}
	return false
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

// closesLater reports whether the next gap from there on that is not within a
// word closes a quotation.
func closesLater(text string, from int) bool {
	for i := from; i < min(len(text), from+1000); {
		g, ok := gapAt(text, i)
		switch {
		case !ok:
			i++
			continue
		case text[i] == '?' || g.contracts(true):
		case g.opens():
			return false
		case g.closes():
			return true
		}
		i = g.end
	}
	return false
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// looksEnglish reports whether text has one of the commonest words of English.
func looksEnglish(text string) bool {
	for word := range strings.FieldsSeq(text[:min(len(text), 2000)]) {
		switch strings.ToLower(strings.Trim(word, ".,;:!?()\"“”‘’"+replacement)) {
		case "the", "of", "and", "to", "is", "for", "that", "with", "on", "was", "you", "we", "by", "his", "her",
			"their", "they", "at", "but", "it", "be", "are", "this", "from", "have", "has", "not":
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
