package date

import (
	"strings"
	"unicode/utf8"

	"example.org/newstext/internal/phrase"
)

// plausible tells whether the words of s are an expression of time where they
// stand, and not part of a number or a name.
func (d *document) plausible(s *span) bool {
	switch {
	case s.stated == StatedYear && s.op == opCalendar && s.to-s.from == 1 && s.era == NoGrain:
		return d.freeNumber(s.from)
	case s.op == opCalendar && s.stated == StatedMonth && s.to-s.from == 1:
		return !d.nameOrVerb(s.from)
	case s.op == opShift && s.unit == Day && s.to-s.from == 1 && d.word(s.from) == "Today":
		return !d.capital(s.from-1) || d.beginsSentence(s.from) // Russia Today
	case s.stated == StatedPartOfYear && s.part != Season:
		return !d.inGame(s.from)
	case s.op == opVague, d.capitals:
		return true
	case s.op == opEvery && s.stated == 0, s.op == opLength && s.vague && s.to-s.from == 1:
		// Daily Star, 60 Minutes
		return !d.capital(s.from) || d.beginsSentence(s.from) && !d.capital(s.to)
	case s.op == opShift && s.unit != NoGrain && s.to-s.from == 2:
		// This Week With Ann Lee
		return !d.capital(s.from) || !d.capital(s.to-1)
	}
	return true
}

// inGame tells whether the sentence around a token tells of a game, whose
// quarters and halves are none of the year.
func (d *document) inGame(at int) bool {
	for i := max(0, at-maxGame); i < min(len(d.tokens), at+maxGame); i++ {
		if gameWords[strings.ToLower(d.word(i))] && d.sameSentence(min(i, at), max(i, at)) {
			return true
		}
	}
	return false
}

// maxGame is how many tokens to each side are read.
const maxGame = 15

var gameWords = map[string]bool{
	"scored": true, "touchdown": true, "touchdowns": true, "goals": true, "halftime": true, "yards": true, "kickoff": true,
	"rebounds": true, "quarterback": true, "coach": true, "scoreless": true, "equalizer": true, "equaliser": true,
	"midfielder": true, "striker": true, "goalkeeper": true,
}

// rate tells whether a unit behind an amount or a number of times is that of a
// rate: "$900 a week", "twice a year".
func (d *document) rate(s *span) bool {
	if s.op != opLength || s.vague || s.to-s.from != 2 || s.count != 1 || s.count2 != 0 {
		return false
	}
	switch strings.ToLower(d.word(s.from)) {
	case "a", "an":
	default:
		return false
	}
	switch w := strings.ToLower(d.word(s.from - 1)); w {
	case "once", "twice", "times", "thousand", "million", "billion", "trillion", "percent", "%", "cents", "dollars", "pounds", "euros", "yen",
		"barrels", "tons", "tonnes", "gallons", "people", "hours", "minutes", "days", "nights", "flights":
		return true
	default:
		return digit(w)
	}
}

// nameOrVerb tells whether a month by itself is somebody's name, as in "Mr.
// March", "Theresa May" and "April Jones", or begins a wish: "May I say".
func (d *document) nameOrVerb(i int) bool {
	switch d.word(i) {
	case "April", "June", "August":
		return d.firstName(i)
	case "May", "March":
	default:
		return false
	}
	switch d.word(i + 1) {
	case "I", "we", "you", "he", "she", "they", "it", "the", "God":
		return d.beginsSentence(i)
	}
	if d.word(i-1) == "." {
		switch d.word(i - 2) {
		case "Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Gen", "Prof":
			return true
		}
		return false
	}
	return d.tokens[i].Gap == phrase.Space && d.capital(i-1) && !opensSentence(d.word(i-1)) && lowerTail(d.word(i-1))
}

// firstName tells whether a month that nothing leads up to stands before what
// looks like a surname: "April Jones, five, was last seen", not "in April
// Congress", "an April Gallup poll" or the title "April Sales Rise".
func (d *document) firstName(i int) bool {
	if !d.capital(i+1) || !lowerTail(d.word(i+1)) || d.touches(i+1) || d.capital(i+2) {
		return false
	}
	if d.beginsSentence(i) {
		return true
	}
	switch strings.ToLower(d.word(i - 1)) {
	case ",", "and", "with", "said", "by", "named", "girl", "woman", "daughter", "wife", "mother", "sister":
		return true
	}
	return false
}

// opensSentence tells whether a word with a capital may stand before a month
// without being a first name.
func opensSentence(word string) bool {
	switch word {
	case "In", "On", "Since", "By", "Until", "Till", "From", "Through", "During", "Before", "After", "Between",
		"Last", "Next", "This", "Early", "Late", "Mid", "Every", "Each", "The", "A", "And", "To", "For", "Of", "When":
		return true
	}
	return false
}

// lowerTail tells whether a word has a small second letter: Theresa, not NATO.
func lowerTail(word string) bool { return len(word) > 1 && word[1] >= 'a' && word[1] <= 'z' }

// freeNumber tells whether a number of four digits stands by itself: no
// amount, decimal fraction, range of other numbers or part of a code.
func (d *document) freeNumber(i int) bool {
	if d.touches(i) {
		switch d.word(i - 1) {
		case "(", "[", "\"", "'", "“", "‘", "©", "—":
		case "-":
			switch strings.ToLower(d.word(i - 2)) {
			case "mid", "early", "late", "pre", "post":
			default:
				return false
			}
		default:
			return false
		}
	}
	if !d.touches(i + 1) {
		return true
	}
	switch next := d.word(i + 1); next {
	case ".", ",", ":", "/", "%", "-", "–":
		return !d.touches(i+2) || !digit(d.word(i+2)) && next != "%" && next != "/"
	case "\"", "'", "’", "”", ")", "]", ";", "?", "!", "—":
		return true
	}
	return false
}

// touches tells whether token i stands directly behind the one before it.
func (d *document) touches(i int) bool {
	return i > 0 && i < len(d.tokens) && d.tokens[i].Start == d.tokens[i-1].End
}

// capital tells whether token i begins with a capital letter.
func (d *document) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(d.word(i))
	return r >= 'A' && r <= 'Z'
}

// beginsSentence tells whether token i is the first of a paragraph or follows
// the end of a sentence.
func (d *document) beginsSentence(i int) bool {
	for i--; i >= 0; i-- {
		switch d.word(i) {
		case "\"", "“", "'", "‘", "`":
			continue
		case ".", "!", "?", ":", "”":
			return true
		}
		return false
	}
	return true
}

func digit(word string) bool { return word != "" && word[0] >= '0' && word[0] <= '9' }
