package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A standIn is what stands for marks that were lost.
type standIn string

// standIns returns what marks become where programs lose bytes of â€™ or cannot
// write it. All of it is writing elsewhere, so that a text must prove it.
func standIns() []standIn {
	return []standIn{
		"â€?", // the last byte was \x9D and became a question mark
		"â€",  // it was dropped, whatever it was
		"â??", // both were controls and became question marks
		"â  ", // or spaces
		"â",   // or were dropped
		"???", // no byte has a character in ASCII
		"?",   // the mark has none
	}
}

// proven reports whether s stands for marks in text: within a contraction, or
// where only a mark can stand.
func (s standIn) proven(text string) bool {
	asks := s[0] == '?'
	lone := s == "â€" && !strings.Contains(text, "â€œ")
	plain := strings.HasPrefix(string(s), "â") && s[len("â"):] != "€" && s != "â€?"
	bare := plain || lone
	possessives, opened := false, false
	for g, ok := s.next(text, 0); ok; g, ok = s.next(text, g.end) {
		stops := (g.before == ',' || g.before == '.') && g.closes()
		switch {
		case stops && (opened || s == "â€?" || plain),
			s != "â€?" && g.contractsPlainly(),
			!asks && g.elides():
			return true
		case lone && g.opens(), bare && (g.opens() && unicode.IsUpper(g.after) || g.before == ' ' && g.after == ' '):
			if looksEnglish(text) {
				return true
			}
			lone, bare = false, false
		case s != "?" && s != "â€?" && g.possessive():
			possessives = true
		}
		opened = opened || g.opens()
	}
	return possessives && (strings.Contains(text, " the ") || strings.Contains(text, " of "))
}

// next returns the first gap from i on that s stands in.
func (s standIn) next(text string, i int) (g gap, ok bool) {
	for ; ; i++ {
		n := strings.Index(text[i:], string(s))
		if n < 0 {
			return gap{}, false
		}
		i += n
		end := i + len(s)
		for s == replacement && end-i < 3*len(replacement) && strings.HasPrefix(text[end:], replacement) {
			end += len(replacement)
		}
		if g = gapOf(text, i, end); s.whole(g) {
			return g, true
		}
		i += len(s) - 1
	}
}

// whole reports whether s is all that stands in the gap: more question marks are
// emphasis, and what goes on with â is not lost.
func (s standIn) whole(g gap) bool {
	switch {
	case s == "?" || s == "???":
		return g.before != '?' && g.after != '?'
	case s == "â" && g.after == '¦':
		return true
	case s == "â" && strings.HasPrefix(g.text[g.end:], "??"):
		return false
	case s == "â" || s == "â€":
		return g.end == len(g.text) || g.after == '\u00A0' || roles().continues(g.after) == 0
	}
	return true
}

// restore returns the edits that put marks in the place of s.
func (s standIn) restore(text string) []Edit {
	var edits []Edit
	english, known := s != replacement, s != replacement
	open := false // a quotation that a lost mark began
	for g, ok := s.next(text, 0); ok; g, ok = s.next(text, g.end) {
		if !known {
			english, known = looksEnglish(text), true
		}
		mark := ""
		switch {
		case s == "â" && g.after == '¦': // two of the bytes of …
			g.end += len("¦")
			mark = "…"
		case g.contracts(english), g.elides():
			mark = "’"
		case s == "?" && g.asks(open):
		case g.opens():
			mark, open = "“", true
		case g.closes() && g.possesses() && (!open || s.closesLater(text, g.end)):
			mark = "’"
		case g.closes() && (open || !unicode.IsLetter(g.before)):
			mark, open = "”", false
		case isDigit(g.before) && isDigit(g.after):
			mark = "–"
		case english && (g.before == ' ' && g.after == ' ' || g.joins() && (s != replacement || g.end-g.start == 3*len(s))):
			mark = "—"
		}
		if mark != "" {
			edits = append(edits, Edit{g.start, g.end, mark, "lost-mark"})
		}
	}
	return edits
}

// closesLater reports whether the next gap from there on that is not within a
// word closes a quotation.
func (s standIn) closesLater(text string, from int) bool {
	if end := from + 1000; end < len(text) {
		text = text[:runeStart(text, end)]
	}
	for g, ok := s.next(text, from); ok; g, ok = s.next(text, g.end) {
		switch {
		case g.contracts(true):
		case g.opens():
			return false
		case g.closes():
			return true
		}
	}
	return false
}

// contractsPlainly reports whether an apostrophe stood here by the word before it,
// too: donât is no word, but French has donnât.
func (g gap) contractsPlainly() bool {
	if !g.contracts(true) {
		return false
	}
	word := g.text[max(0, g.start-8):g.start]
	word = strings.ToLower(word[strings.LastIndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })+1:])
	if g.after|0x20 == 't' {
		switch word {
		case "don", "doesn", "didn", "can", "won", "isn", "aren", "wasn", "weren", "haven", "hasn", "hadn", "couldn", "wouldn", "shouldn", "ain":
			return true
		}
		return false
	}
	switch word {
	case "i", "you", "he", "she", "it", "we", "they", "that", "there", "here", "what", "who", "let":
		return true
	}
	return false
}

// possessive reports whether the gap is that of "the mayor's".
func (g gap) possessive() bool {
	return g.start > 1 && isASCIILetter(g.text[g.start-1]) && isASCIILetter(g.text[g.start-2]) && g.after == 's' && g.contracts(true)
}

// elides reports whether the gap is that of O'Neill or d'Alene.
func (g gap) elides() bool {
	switch g.before {
	case 'O', 'D', 'L', 'd', 'l':
		return unicode.IsUpper(g.after) && (g.start == 1 || !isASCIILetter(g.text[g.start-2]))
	}
	return false
}

// joins reports whether the gap stands between two words.
func (g gap) joins() bool {
	return unicode.IsLetter(g.before) && unicode.IsLetter(g.after)
}

// asks reports whether a question mark may be one: it ends a word, and neither is a
// quotation open that goes on in lower case nor is there a comma or stop.
func (g gap) asks(open bool) bool {
	if g.before == ',' || g.before == '.' || g.before == '!' || g.before == ' ' || g.start == 0 || g.opens() {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimPrefix(g.text[g.end:], " "))
	return !open || !unicode.IsLower(next) || g.after != ' '
}
