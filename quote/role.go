package quote

import (
	_ "embed"
	"math/bits"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed rules/apostrophes.txt
var apostropheRules string

// elided returns the words that an apostrophe stands before or after, and those
// that a year without its century comes after.
var elided = sync.OnceValue(func() (words struct{ before, after, year map[string]bool }) {
	words.before, words.after, words.year = map[string]bool{}, map[string]bool{}, map[string]bool{}
	section := words.before
	for line := range strings.Lines(apostropheRules) {
		switch line = strings.TrimSpace(line); {
		case strings.HasPrefix(line, "#"):
		case line == "[before]":
			section = words.before
		case line == "[after]":
			section = words.after
		case line == "[year]":
			section = words.year
		default:
			for _, w := range strings.Fields(line) {
				section[w] = true
			}
		}
	}
	return words
})

// What a role costs by one side of the mark, the least 0. A quotation opens
// after a space and before a word, and closes the other way round.
var (
	openAfter   = [...]int16{edge: 0, space: 0, letter: 10, digit: 10, opener: 0, closer: 10, stop: 6, dash: 1, dots: 6}
	openBefore  = [...]int16{edge: 12, space: 6, letter: 0, digit: 0, opener: 0, closer: 10, stop: 6, dash: 2, dots: 1}
	closeAfter  = [...]int16{edge: 8, space: 8, letter: 0, digit: 0, opener: 12, closer: 0, stop: 0, dash: 2, dots: 0}
	closeBefore = [...]int16{edge: 0, space: 0, letter: 8, digit: 8, opener: 2, closer: 0, stop: 0, dash: 1, dots: 1}
)

// A scanner finds the marks of paragraphs. Its memory is reused.
type scanner struct {
	marks     []mark
	has       [glyphs]bool // glyphs of the paragraph at hand
	undecided int          // marks that are no apostrophes within words
}

// scan finds the marks of p and weighs their roles.
func (c *scanner) scan(p string) []mark {
	if c.marks == nil {
		c.marks = make([]mark, 0, 32)
	}
	c.marks = c.marks[:0]
	c.has = [glyphs]bool{}
	next := 0 // after the last mark, or what holds none
	for at := 0; at < len(p); at += stretch {
		for left := markBytes(p, at); left != 0; left &= left - 1 {
			i := at + bits.TrailingZeros64(left)
			if i < next || !leads[p[i]] {
				continue
			}
			if k := attribute(p, i); k > 0 {
				next = i + k
			} else if g, n := glyphAt(p, i); g != noGlyph {
				next = i + n
				c.has[g] = true
				c.marks = append(c.marks, mark{start: i, end: next, glyph: g, partner: -1, until: -1})
			}
		}
	}
	if c.has[texClose] && !c.has[texOpen] {
		c.splitPairs(p)
	}
	c.undecided = 0
	for i := 0; i < len(c.marks); {
		n := i + 1
		for n < len(c.marks) && c.marks[n].start == c.marks[n-1].end {
			n++
		}
		if n == i+1 && insideWord(p, c.marks[i]) {
			c.marks[i].role = apostrophe
			c.marks[i].cost = costs{literal: never, opens: never, closes: never, prime: never}
		} else {
			c.weighRun(p, i, n)
			c.undecided += n - i
		}
		i = n
	}
	return c.marks
}

// attribute returns the length of the value in marks at p[i:], as in href="x",
// 0 where there is none.
func attribute(p string, i int) int {
	if i < 2 || p[i-1] != '=' || !letterByte(p[i-2]) || p[i] != '"' && p[i] != '\'' {
		return 0
	}
	const most = 256
	n := strings.IndexByte(p[i+1:min(len(p), i+most)], p[i])
	if n < 0 {
		return 0
	}
	return n + 2
}

// splitPairs makes two single marks of each pair of them, unless one such pair
// stands where a quotation opens.
func (c *scanner) splitPairs(p string) {
	pairs := 0
	for _, m := range c.marks {
		if m.glyph != texClose {
			continue
		}
		pairs++
		if before, after := sideBefore(p[:m.start]), sideAfter(p[m.end:]); openAfter[before]+openBefore[after] < 2 {
			return
		}
	}
	c.has[texClose], c.has[straightOne] = false, true
	old := c.marks
	c.marks = make([]mark, 0, len(old)+pairs)
	for _, m := range old {
		if m.glyph == texClose {
			c.marks = append(c.marks, mark{start: m.start, end: m.start + 1, glyph: straightOne, partner: -1, until: -1})
			m.start, m.glyph = m.start+1, straightOne
		}
		c.marks = append(c.marks, m)
	}
}

// insideWord reports whether m is the usual apostrophe between two letters.
func insideWord(p string, m mark) bool {
	if m.glyph != straightOne && m.glyph != curlyOneClose || m.start == 0 || m.end == len(p) {
		return false
	}
	return letterByte(p[m.start-1]) && letterByte(p[m.end])
}

// letterByte reports whether c is an ASCII letter.
func letterByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// weighRun sets the costs of marks[i:n], which touch each other.
func (c *scanner) weighRun(p string, i, n int) {
	before, after := p[:c.marks[i].start], p[c.marks[n-1].end:]
	l, r := sideBefore(before), sideAfter(after)
	if l == stop && before[len(before)-1] == ':' {
		l = between
	}
	open, shut := openAfter[l]+openBefore[r], closeAfter[l]+closeBefore[r]
	last := n - 1
	if l == letter && r == letter && last > i && !shapes[c.marks[last].glyph].double {
		r, shut = between, closeAfter[l] // 'Orca''s: those before the apostrophe close
	}
	for k := i; k < n; k++ {
		m := &c.marks[k]
		if k == last {
			r = sideAfter(after)
		}
		m.cost = costs{literal: 14, opens: open, closes: shut, apostrophe: never, prime: never}
		if l <= space && r <= space {
			m.cost[literal], m.cost[opens], m.cost[closes] = 8, open*2/3, shut*2/3
		}
		if k == i && k > 0 && l <= space {
			m.soft = strings.IndexByte(p[c.marks[k-1].end:m.start], '\n') >= 0 &&
				strings.HasSuffix(strings.TrimRight(before, " \t"), "\n")
		}
		c.lean(m)
		if l == digit && k == i {
			c.weighPrime(p, k, r)
		}
		switch m.glyph {
		case straightOne, curlyOneOpen, curlyOneClose, lowOne, acute, backtick, primeOne:
			weighApostrophe(m, before, after, l, r)
		}
		switch m.glyph {
		case primeOne, primeTwo:
			m.cost[prime] = 0
			m.cost[opens] += 3
			m.cost[closes] += 3
		case backtick, acute:
			m.cost[literal] = 3
		}
	}
}

// lean shifts the costs of a mark whose glyph is made for one role, as far as
// the paragraph's other marks do not show another national style: „German“,
// ”Swedish”, »Danish«.
func (c *scanner) lean(m *mark) {
	lean := shapes[m.glyph].lean
	other := opens + closes - lean
	away := int16(5)
	switch {
	case lean == literal:
		return
	case shapes[m.glyph].family == french:
		away = 2
	case m.glyph == curlyOpen && c.has[low], m.glyph == curlyOneOpen && c.has[lowOne]:
		return
	case m.glyph == curlyClose && !c.has[curlyOpen] && !c.has[low], m.glyph == curlyOneClose && !c.has[curlyOneOpen]:
		m.cost[opens] += 2
		return
	case shapes[m.glyph].family == corner:
		m.cost[other] = never
		m.cost[lean] = 0
		return
	}
	m.cost[lean] /= 3
	m.cost[other] += away
}

// weighPrime sets the costs of mark k, which stands after a digit, as a prime.
func (c *scanner) weighPrime(p string, k int, after side) {
	m := &c.marks[k]
	if shapes[m.glyph].family != english || shapes[m.glyph].lean == opens {
		return
	}
	rest := p[m.end:]
	if !shapes[m.glyph].double {
		switch after {
		case digit:
			m.cost[prime] = 0
		case letter:
			if timesNumber(rest) || isCompassPoint(rest) {
				m.cost[prime] = 0
			}
		default:
			m.cost[prime] = 3
			if k > 0 && quarters(p[c.marks[k-1].end:m.start]) && !shapes[c.marks[k-1].glyph].double ||
				m.start >= 4 && quarters(p[m.start-4:m.start-2]) && quarters(p[m.start-2:m.start]) {
				m.cost[prime] = 7 // the end of '99' or 'in 1999'
			}
		}
		return
	}
	switch after {
	case letter:
		if !timesNumber(rest) && !isCompassPoint(rest) {
			return
		}
		m.cost[prime] = 0
	case dash:
		m.cost[prime] = 1
	default:
		m.cost[prime] = 3
	}
	if k > 0 && c.marks[k-1].cost[prime] < 7 && measure(p[c.marks[k-1].end:m.start]) {
		m.cost[prime] = 0
		m.cost[closes] += 4
	}
}

// timesNumber reports whether s goes on with another measure: x8', x 12".
func timesNumber(s string) bool {
	return s[0] == 'x' && sideAfter(strings.TrimLeft(s[1:], " ")) == digit
}

// isCompassPoint reports whether s begins with the direction that follows minutes
// or seconds of arc.
func isCompassPoint(s string) bool {
	return strings.IndexByte("NSEW", s[0]) >= 0 && sideAfter(s[1:]) != letter
}

// quarters reports whether s is two digits, as in '99.
func quarters(s string) bool {
	return len(s) == 2 && sideOf(rune(s[0])) == digit && sideOf(rune(s[1])) == digit
}

// measure reports whether s can be the inches between two primes.
func measure(s string) bool {
	if s == "" || len(s) > 8 {
		return false
	}
	for _, r := range s {
		if sideOf(r) != digit && r != ' ' && r != '.' && r != '-' && r != '/' {
			return false
		}
	}
	return true
}

// weighApostrophe sets the cost of m as an apostrophe and what that takes from
// its other roles.
func weighApostrophe(m *mark, before, after string, l, r side) {
	switch {
	case l == digit && m.glyph == primeOne:
	case l == digit && r == letter && m.cost[prime] == 0:
		m.cost[apostrophe] = 6
	case (l == letter || l == digit) && r == letter:
		m.cost = costs{literal: never, opens: never, closes: never, apostrophe: 0, prime: m.cost[prime]}
	case l == letter && r == digit:
		m.cost[apostrophe] = 2
	case l == digit && r == digit:
		m.cost[apostrophe] = 4
	case r == letter:
		leading(m, after)
	case r == digit:
		if year(after) {
			m.cost[apostrophe] = 0
			m.cost[opens]++
			if after[2:] != "" && after[2] == 's' || elided().year[lastWord(strings.TrimRight(before, " "))] {
				m.cost[opens] += 2
			}
		} else {
			m.cost[apostrophe] = 10
		}
	case l == letter:
		m.cost[apostrophe] = trailing(before)
	case l == digit:
		m.cost[apostrophe] = 9
	case l == space && r == space:
		m.cost[apostrophe] = 8
	}
}

// leading sets the cost of m, before a word, as an apostrophe.
func leading(m *mark, after string) {
	word := firstWord(after)
	lower := strings.ToLower(word)
	r, _ := utf8.DecodeRuneInString(word)
	switch {
	case elided().before[lower] && (len(word) > 1 || word == lower):
		m.cost[apostrophe] = 0
		m.cost[opens] += 2
	case m.glyph == curlyOneClose:
		m.cost[apostrophe] = 2
	case unicode.IsUpper(r):
		m.cost[apostrophe] = 14
	default:
		m.cost[apostrophe] = 9
	}
}

// trailing returns the cost of an apostrophe that ends before: students',
// stayin', o'.
func trailing(before string) int16 {
	word := strings.ToLower(lastWord(before))
	switch {
	case elided().after[word]:
		return 1
	case strings.HasSuffix(word, "s"):
		return 2
	case len(word) > 3 && strings.HasSuffix(word, "in"):
		return 2
	case strings.HasSuffix(word, "x") || strings.HasSuffix(word, "z") || strings.HasSuffix(word, "ce"):
		return 5
	}
	return 9
}

// year reports whether s begins with the two digits of a year, as '90s and '04.
func year(s string) bool {
	if len(s) < 2 || !quarters(s[:2]) {
		return false
	}
	rest := s[2:]
	if strings.HasPrefix(rest, "s") || strings.HasPrefix(rest, "ers") {
		return true
	}
	switch sideAfter(rest) {
	case digit, letter:
		return false
	}
	return !strings.HasPrefix(rest, "%")
}

// maxWord is how far a word is followed, in bytes.
const maxWord = 32

// firstWord returns the letters that s begins with.
func firstWord(s string) string {
	s = s[:min(len(s), maxWord)]
	for i, r := range s {
		if !unicode.IsLetter(r) {
			return s[:i]
		}
	}
	return s
}

// lastWord returns the letters that s ends with.
func lastWord(s string) string {
	s = s[max(0, len(s)-maxWord):]
	i := len(s)
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if !unicode.IsLetter(r) {
			break
		}
		i -= n
	}
	return s[i:]
}
