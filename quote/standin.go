package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A standIn is what stands for marks that were lost.
type standIn string

// What marks become where programs lose bytes of â€™ or cannot write it.
const (
	lastAsked       standIn = "â€?" // \x9D, the last byte of ”, became a question mark
	lastDropped     standIn = "â€"  // the last byte was dropped, whatever it was
	controlsAsked   standIn = "â??" // in Latin-1 the last two are controls: they became question marks,
	controlsSpaces  standIn = "â  " // spaces,
	controlsDropped standIn = "â"   // or were dropped
	bytesAsked      standIn = "???" // no byte has a character in ASCII
	markAsked       standIn = "?"   // the mark has none
)

// standIns returns all of them, longer ones first. They are writing elsewhere, so
// that a text must prove them.
func standIns() []standIn {
	return []standIn{lastAsked, lastDropped, controlsAsked, controlsSpaces, controlsDropped, bytesAsked, markAsked}
}

// asks reports whether s is made of question marks.
func (s standIn) asks() bool { return s == bytesAsked || s == markAsked }

// proven reports whether s stands for marks in text: within a contraction, or
// where only a mark can stand.
func (s standIn) proven(text string) bool {
	// Nothing else begins with â before a capital or is â by itself, in English. A
	// lone â€ is ” where “ is whole.
	odd := !s.asks() && s != lastAsked && (s != lastDropped || !strings.Contains(text, "â€œ"))
	genitives, opened := false, false
	for g, ok := s.next(text, 0); ok; g, ok = s.next(text, g.end) {
		switch {
		case s == lastAsked:
			if g.closesClause() {
				return true
			}
		case g.contractsPlainly(), !s.asks() && g.elides(),
			g.closesClause() && (opened || !s.asks() && s != lastDropped):
			return true
		case odd && (g.before == ' ' && g.after == ' ' || g.opens() && (s == lastDropped || unicode.IsUpper(g.after))):
			if looksEnglish(text) {
				return true
			}
			odd = false
		case s != markAsked && g.possessive():
			genitives = true
		}
		opened = opened || g.opens()
	}
	return genitives && (strings.Contains(text, " the ") || strings.Contains(text, " of "))
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
	case s.asks():
		return g.before != '?' && g.after != '?'
	case s == controlsDropped && g.after == '¦':
		return true
	case s == controlsDropped && strings.HasPrefix(g.text[g.end:], "??"):
		return false
	case s == controlsDropped || s == lastDropped:
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
		case s == controlsDropped && g.after == '¦': // two of the bytes of …
			g.end += len("¦")
			mark = "…"
		case g.contracts(english), g.elides():
			mark = "’"
		case s == markAsked && g.asks(open):
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

// closesClause reports whether the gap closes a quotation after a comma or stop.
func (g gap) closesClause() bool { return (g.before == ',' || g.before == '.') && g.closes() }

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
