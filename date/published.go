package date

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Published returns the date that a page's text gives as its own: on a line of
// its own or beside a byline, behind a word such as "Published" or "Last
// modified", or in a dateline ("LONDON, March 3, 2020 (Reuters) -"). A date of
// publication comes before one of an update, and both before a bare one.
//
// ok is false where the page gives no full date, or where it cannot be told
// which of several is meant or how it is to be read: 3/4/2019 may be in March or
// in April. Years alone, such as that of a copyright, never count, nor do dates
// within sentences and captions. The mention's From is the beginning of the day,
// or the time of day where the page gives one, in UTC.
//
// It takes time in proportion to the text.
func Published(text string) (Mention, bool) {
	var best claim
	bodies := 0
	for start := 0; start < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i + 1
		}
		line := text[start:end]
		if c := claimOf(line, bodies > 0); c.weight > 0 {
			c.Start, c.End = c.Start+start, c.End+start
			best.meet(c)
		}
		if isBody(line) {
			bodies++
		}
		start = end
	}
	return best.Mention, best.weight > 0 && !best.doubtful
}

// A claim is a date that a line may give as that of the page.
type claim struct {
	Mention
	weight   weight
	doubtful bool // others of the same weight give another day, or it can be read in two ways
}

// A weight orders claims.
type weight uint8

const (
	noClaim     weight = iota
	behindStory        // a date alone on its line, after the story began
	alone              // the same, before it, or in a dateline
	updated            // behind a word for a change
	published          // behind a word for publication
)

// meet sets c against the best claim so far.
func (best *claim) meet(c claim) {
	switch {
	case c.weight > best.weight:
		*best = c
	case c.weight == best.weight && best.weight <= alone && !sameDay(c.From, best.From):
		best.doubtful = true
	}
}

func sameDay(a, b time.Time) bool { return dayOf(a) == dayOf(b) }

// isBody reports whether a line is a paragraph of a story.
func isBody(line string) bool {
	const leastBytes, leastWords = 120, 22
	return len(line) >= leastBytes && len(strings.Fields(line[:min(len(line), 1024)])) >= leastWords
}

// longestClaim is the length of a line that can stand for its date; in longer
// ones only a dateline counts.
const (
	longestClaim = 160
	longestPlace = 48
)

// claimOf returns the best claim of a line.
func claimOf(line string, story bool) (best claim) {
	head := line
	if len(head) > longestClaim {
		head = head[:longestClaim]
		for len(head) > 0 && !utf8.ValidString(head[max(0, len(head)-utf8.UTFMax):]) && len(head) > longestClaim-utf8.UTFMax {
			head = head[:len(head)-1]
		}
	}
	if !strings.ContainsAny(head, "0123456789") || isCopyright(head) {
		return best
	}
	const full = StatedYear | StatedMonth | StatedDay
	for _, m := range Find(head, time.Time{}) {
		if !m.Stated.Has(full) || m.From.IsZero() || m.Type != Date && m.Type != Time {
			continue
		}
		c := claim{Mention: m, doubtful: readsTwoWays(head[m.Start:m.End])}
		before, after := head[:m.Start], head[m.End:]
		switch cue := cueBefore(before); {
		case len(line) > longestClaim && !isDateline(before, after):
			continue
		case isDateline(before, after):
			c.weight = alone
		case loose(before, after) > mostLoose:
			continue
		case cue != noClaim:
			c.weight = cue
		case story:
			c.weight = behindStory
		default:
			c.weight = alone
		}
		if c.weight == updated && best.weight == alone {
			best.weight = published // what is updated was published before
		}
		if c.weight > best.weight {
			best = c
		}
	}
	return best
}

func isCopyright(line string) bool {
	return strings.Contains(line, "©") || strings.Contains(strings.ToLower(line), "copyright")
}

// readsTwoWays reports whether a date in numbers leaves open which of them is
// the month.
func readsTwoWays(s string) bool {
	i := strings.IndexByte(s, '/')
	if i < 0 {
		return false
	}
	fields := strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	if len(fields) < 3 || len(fields[0]) > 2 || strings.IndexFunc(s, unicode.IsLetter) >= 0 {
		return false
	}
	a, _ := leadingNumber(fields[0])
	b, _ := leadingNumber(fields[1])
	return a != b && a <= 12 && b <= 12
}

// Words that say whose date it is, and words that may stand beside a date
// without making a sentence of it.
var (
	publishedCues = words("published publish posted created issued filed date dated released released: first")
	updatedCues   = words("updated update modified edited revised changed")
	besideDate    = words("by on at and last latest story article original originally from the of a for in was news staff press am pm est edt gmt utc et pt")
)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// cueBefore returns what the words right before a date say of it.
func cueBefore(before string) weight {
	const reach = 4 // words
	fields := letterWords(before)
	for i := len(fields) - 1; i >= max(0, len(fields)-reach); i-- {
		switch {
		case updatedCues[fields[i]]:
			return updated
		case publishedCues[fields[i]]:
			return published
		}
	}
	return noClaim
}

// mostLoose is the number of other words that a date may have beside it on its
// line: a name or two.
const mostLoose = 6

// loose counts the words beside a date that are no cue, no name after "by" and
// no small word.
func loose(before, after string) (n int) {
	for _, w := range append(letterWords(before), letterWords(after)...) {
		if !publishedCues[w] && !updatedCues[w] && !besideDate[w] {
			n++
		}
	}
	return n
}

func letterWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
}

// isDateline reports whether a place stands before a date and a dash soon
// behind it: "PORT HAVEN, Nov. 3, 2019 (AP) —".
func isDateline(before, after string) bool {
	place := strings.TrimRight(strings.TrimSpace(before), ", ")
	first, _, _ := strings.Cut(place, " ")
	first = strings.TrimRight(first, ",")
	if len(place) > longestPlace || utf8.RuneCountInString(first) < 3 || first != strings.ToUpper(first) ||
		strings.IndexFunc(first, unicode.IsLetter) != 0 {
		return false
	}
	const reach = 24 // bytes to the dash, with an agency in parentheses
	for i, r := range after {
		if i > reach {
			break
		}
		if r == '—' || r == '–' || r == '-' {
			return true
		}
	}
	return false
}
