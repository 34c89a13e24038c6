package date

import (
	"slices"
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
// in April, unless the page writes a weekday beside it, or another date that can
// be read in one way only. Years alone, such as that of a copyright, never count,
// nor do dates within sentences and captions, and those of events, deadlines and
// births. The mention's From is the beginning of the day, or the time of day where
// the page gives one, in UTC.
//
// It takes time in proportion to the text.
func Published(text string) (Mention, bool) {
	best, order := bestClaim(news, text)
	if best.ambiguous && order == dayFirst {
		best, _ = bestClaim(&Resolver{DayFirst: true}, text)
	}
	return best.Mention, best.weight > 0 && !best.doubtful && (!best.ambiguous || order == dayFirst || order == monthFirst)
}

// bestClaim returns the claim of the text that weighs most, and the order in
// which its dates in numbers are written.
func bestClaim(r *Resolver, text string) (best claim, order dateOrder) {
	var orders ordersSeen
	bodies := 0
	for start := 0; start < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i + 1
		}
		line := text[start:end]
		if c := claimOf(r, line, bodies > 0, &orders); c.weight > 0 {
			c.Start, c.End = c.Start+start, c.End+start
			best.meet(c)
		}
		if isBody(line) {
			bodies++
		}
		start = end
	}
	return best, orders.order()
}

// A claim is a date that a line may give as that of the page.
type claim struct {
	Mention
	weight    weight
	doubtful  bool // others of the same weight give another day
	ambiguous bool // it can be read in two ways
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
	case c.weight == updated && best.weight == alone && !best.doubtful && best.From.Before(c.From):
		best.weight = published // what is updated was published before
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
func claimOf(r *Resolver, line string, story bool, orders *ordersSeen) (best claim) {
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
	for _, m := range r.Find(head, time.Time{}) {
		if !m.Stated.Has(full) || m.From.IsZero() || m.Type != Date && m.Type != Time {
			continue
		}
		c := claim{Mention: m, ambiguous: orders.see(m, head[m.Start:m.End])}
		before, after := head[:m.Start], head[m.End:]
		switch cue := cueBefore(before); {
		case len(line) > longestClaim && !isDateline(before, after), cue == noClaim && isOthers(before, after):
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

// Words that say whose date it is, and words that may stand beside a date
// without making a sentence of it.
var (
	publishedCues = words("published publish posted created issued filed date dated released release embargoed first")
	updatedCues   = words("updated update modified edited revised changed")
	othersCues    = words("born died birth death deadline due closes ends end ending starts start begins expires expiry valid until till before next " +
		"founded established when event events join register rsvp tickets admission opens")
	eventCues  = words("tickets admission rsvp register doors")
	besideDate = words("by on at and last latest story article original originally from the of a for in was news staff press am pm est edt gmt utc et pt")
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

// isOthers tells whether the words beside a date say that it is that of
// something else: an event, a deadline, a birth, the end of a range.
func isOthers(before, after string) bool {
	day := strings.TrimRight(before, "-–")
	if len(day) < len(before) && day != "" && digit(day[len(day)-1:]) || len(after) > 1 && after[0] == '-' && digit(after[1:]) { // 3-7 August
		return true
	}
	others := func(w string) bool { return othersCues[w] }
	return slices.ContainsFunc(letterWords(before), others) || slices.ContainsFunc(letterWords(after), func(w string) bool { return eventCues[w] })
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
// behind it: "PORT HAVEN, Nov. 3, 2019 (AP) —", "PORT HAVEN (AP) - 3 Nov 2019:".
func isDateline(before, after string) bool {
	place := strings.TrimRight(strings.TrimSpace(before), ",-–— ")
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
		if r == '—' || r == '–' || r == '-' || r == ':' && i == 0 {
			return true
		}
	}
	return false
}
