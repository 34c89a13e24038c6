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
	case d.Casual && d.unlikely(s):
		return false
	case s.stated == StatedYear && s.op == opCalendar && s.to-s.from == 1 && s.era == NoGrain:
		return d.freeNumber(s.from) && !d.measured(s.from) && !d.address(s.from)
	case s.op == opCalendar && s.stated == StatedMonth && s.to-s.from == 1:
		return !d.nameOrVerb(s.from)
	case s.op == opShift && s.unit == Day && s.to-s.from == 1 && d.word(s.from) == "Today":
		return !d.capital(s.from-1) || d.beginsSentence(s.from) // Russia Today
	case s.stated == StatedPartOfYear && s.part != Season:
		return !d.game && !d.inGame(s.from)
	case s.era == Century && d.title(s.to-1): // 20th Century Fox
		return !d.title(s.to)
	case s.op == opVague:
		return !d.idle(s)
	case d.capitals:
		return true
	case s.op == opCalendar && s.stated == StatedPartOfYear:
		return !d.inName(s.to-1) && !d.falling(s.to-1)
	case s.op == opFocus && s.unit != NoGrain && s.to-s.from == 2: // The Year of the Tiger, Songwriter of the Year
		return !d.title(s.to-1) || !d.capital(s.from) && !(d.word(s.from-1) == "of" && d.title(s.from-2))
	case s.op == opEvery && s.unit == Day && d.newspaper(s.from):
		return false
	case s.op == opLength && d.runs(s) && d.inGame(s.from):
		return false
	case s.op == opEvery && s.stated&^StatedPartOfDay == 0, s.op == opLength && s.vague && s.to-s.from == 1:
		// Daily Star, 60 Minutes
		return !d.capital(s.from) || d.beginsSentence(s.from) && !d.capital(s.to)
	case s.op == opShift && s.unit != NoGrain && s.stated == 0 && s.to-s.from == 2:
		// This Week With Ann Lee
		return !d.capital(s.from) || !d.capital(s.to-1)
	}
	return true
}

// idle tells whether a vague word tells no time: "Now, let us look elsewhere",
// "a strong current of opinion", "the past three games", "Teck Soon".
func (d *document) idle(s *span) bool {
	if s.to-s.from == 1 && d.title(s.from) && d.title(s.from-1) && d.tokens[s.from].Gap == phrase.Space {
		return true
	}
	switch d.word(s.to - 1) {
	case "Now":
		return d.word(s.to) == ","
	case "past":
		return digit(d.word(s.to)) || fewWords[d.word(s.to)]
	case "current":
		switch d.word(s.to) {
		case "of", "in", "was", "is", ".", ",":
			return true
		}
	}
	return false
}

var fewWords = wordSet("few couple several two three four five six seven eight nine ten dozen")

// newspaper tells whether "daily" is a paper: "the business daily reported",
// "the French daily Le Monde".
func (d *document) newspaper(i int) bool {
	if d.word(i) != "daily" {
		return false
	}
	switch d.word(i + 1) {
	case "said", "reported", "quoted", "wrote", "newspaper", "newspapers":
		return true
	case ",", ".":
		return d.word(i-1) == "the" || d.title(i-1)
	}
	return d.title(i + 1)
}

// runs tells whether a length can be a batsman's score: a century, or half of
// one.
func (d *document) runs(s *span) bool {
	return !s.vague && (s.unit == Century && s.count == 1 || s.unit == Year && s.count == 50 && !digit(d.word(s.from)))
}

// inGame tells whether the words around a token tell of a game, whose quarters
// and halves are none of the year. Where they can tell of nothing else, all of
// the text behind them is about it.
func (d *document) inGame(at int) bool {
	for i := max(0, at-maxGame); i < min(len(d.tokens), at+maxGame); i++ {
		word := strings.ToLower(d.word(i))
		switch {
		case gameWords[word]:
			d.game = true
			return true
		case scoreWords[word] && d.sameSentence(min(i, at), max(i, at)):
			return true
		}
	}
	return false
}

// maxGame is how many tokens to each side are read.
const maxGame = 30

// gameWords belong to games alone.
var gameWords = wordSet("touchdown touchdowns halftime yards kickoff rebounds quarterback scoreless equalizer equaliser equalised " +
	"midfield midfielder striker goalkeeper keeper referee linesman crossbar offside handball header scorer " +
	"basketball nba nfl fouls dunk interception fumble " +
	"wicket wickets innings batsman batsmen bowler overs")

// scoreWords are said of companies too.
var scoreWords = wordSet("scored goals coach")

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

// measured tells whether a number counts what stands behind it: "the 1500
// metres", "some 1900 homes", but not "in 1998 people voted" or "the 2008 votes".
func (d *document) measured(i int) bool {
	before := strings.ToLower(d.word(i - 1))
	switch before {
	case "in", "since", "until", "during":
		return false
	}
	what := d.word(i + 1)
	if amounts[before] && len(what) > 3 && what[len(what)-1] == 's' && !d.capital(i+1) { // about 2000 pages
		return true
	}
	return measures[what] || counted[what] && !determiners[before]
}

var (
	measures = wordSet("m metres meters km kilometres kilometers miles feet yards acres hectares square cubic degrees pixels " +
		"tons tonnes pounds kg kilograms gallons litres liters barrels bushels calories cc hp megawatts " +
		"dollars euros yen yuan rupees rubles roubles pesos francs crowns guineas hours minutes seconds times")
	counted = wordSet("people troops soldiers men women children students workers jobs employees residents families " +
		"homes houses cases votes points shares seats copies units")
	amounts     = wordSet("about around some nearly almost over than least roughly approximately another all these those")
	determiners = wordSet("the its his her their our this that a s")
)

// falling tells whether "the fall" is none of the year: "the fall of the wall",
// "the fall in prices".
func (d *document) falling(i int) bool {
	if !strings.EqualFold(d.word(i), "fall") {
		return false
	}
	switch d.word(i + 1) {
	case "meant", "was", "came", "has", "had", "follows", "followed":
		return true // the fall came as dealers sold
	case "of", "in", "from":
		switch next := strings.ToLower(d.word(i + 2)); next {
		case "last", "this", "next", "that":
			return false
		default:
			return !digit(next)
		}
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
		case "-", "–", "—", "_": // behind a place and an agency
			return !d.touches(i) || !d.touches(i+1)
		}
		return false
	}
	return true
}

func digit(word string) bool { return word != "" && word[0] >= '0' && word[0] <= '9' }
