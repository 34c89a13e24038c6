package date

import (
	"strings"

	"example.org/newstext/internal/phrase"
)

// nameOrVerb tells whether a month by itself is a name, as in "Mr. March",
// "Theresa May", "April Jones" and "the March on Washington", or begins a wish:
// "May I say". The surname of one with a title or an office stays one: "May"
// behind "Mrs May" is a month only where a word such as "in" or "last" leads to
// it.
func (d *document) nameOrVerb(i int) bool {
	word := d.word(i)
	switch word {
	case "April", "June", "August":
		return d.firstName(i)
	case "MAY": // BANK MAY CUT RATES
		before := strings.ToLower(d.word(i - 1))
		return !leadsToMonth[before] && before != "of" && before != "for" && before != "the"
	case "May", "March":
	default:
		return false
	}
	switch {
	case word == "March" && d.demonstration(i):
		return true
	case wishes[d.word(i+1)]:
		return d.beginsSentence(i)
	case d.afterTitle(i), d.afterName(i) && offices[d.word(i-2)]:
		d.surname = word
		return true
	case d.afterName(i):
		return !countries[d.word(i-1)] || d.title(i+1) && word == "May" // China May exports rise, China May Cut Rates
	}
	return d.surname == word && !leadsToMonth[strings.ToLower(d.word(i-1))]
}

// countries stand before a month in headlines.
var countries = wordSet("Argentina Australia Austria Belgium Brazil Britain Canada Chile China Denmark Egypt Europe Finland " +
	"France Germany Greece India Indonesia Ireland Israel Italy Japan Kong Korea Malaysia Mexico Netherlands Norway Philippines " +
	"Poland Portugal Russia Singapore Spain Sweden Switzerland Taiwan Thailand Turkey Ukraine Vietnam Zealand zone")

var wishes = wordSet("I we you he she they it the God")

// leadsToMonth are the words before a month that do not stand before a name.
var leadsToMonth = wordSet("in since until till during last next this early late mid - every each")

// demonstration tells whether "March" is one for or on something: "the March on
// Washington", "the annual March for Life".
func (d *document) demonstration(i int) bool {
	switch before := strings.ToLower(d.word(i - 1)); {
	case before == "the", before == "annual", before == "s", digit(before): // the 1963 March on Washington
	default:
		return false
	}
	switch d.word(i + 1) {
	case "for", "on", "of":
		return d.title(i + 2)
	}
	return false
}

// firstName tells whether a month that nothing leads up to stands before what
// looks like a surname: "April Jones, five, was last seen", not "in April
// Congress", "an April Gallup poll" or the title "April Sales Rise".
func (d *document) firstName(i int) bool {
	if !d.title(i+1) || d.touches(i+1) || d.capital(i+2) {
		return false
	}
	return d.beginsSentence(i) || d.afterTitle(i) || beforePerson[strings.ToLower(d.word(i-1))]
}

var beforePerson = wordSet(", and with said by named girl woman daughter wife mother sister")

// afterTitle tells whether a word follows an abbreviated title: "Sgt. June
// Fields", "Mrs May".
func (d *document) afterTitle(i int) bool {
	return titles[d.word(i-1)] || d.word(i-1) == "." && titles[d.word(i-2)]
}

var titles = wordSet("Mr Mrs Ms Dr Sen Rep Gov Gen Prof Sgt Capt Lt Col Maj Rev Det Sir Lord Lady Dame Mayor")

// offices stand before a first name: "Prime Minister Theresa May".
var offices = wordSet("Minister minister Secretary secretary President president Chancellor Senator Judge Justice leader captain")

// afterName tells whether a word follows one with a capital, as a surname
// follows a first name.
func (d *document) afterName(i int) bool {
	return d.tokens[i].Gap == phrase.Space && d.title(i-1) && !opensSentence[d.word(i-1)]
}

// opensSentence are words that begin sentences, and so have a capital, before a
// month or season.
var opensSentence = wordSet("In On Since By Until Till From Through During Before After Between " +
	"Last Next This Early Late Mid Every Each The A And To For Of When")

// inName tells whether a season is part of a name: "Winter Olympics", "Arab
// Spring", "Ruth Summer".
func (d *document) inName(i int) bool {
	return d.title(i) && (d.title(i+1) && d.tokens[i+1].Gap == phrase.Space || d.afterName(i))
}

// address tells whether a number stands before the name of a street: "at 1600
// Pennsylvania Avenue", but not "the 2008 Wall Street crash".
func (d *document) address(i int) bool {
	if !leadsToAddress[d.word(i-1)] {
		return false
	}
	for at := i + 1; at <= i+maxStreet && d.title(at); at++ {
		if at > i+1 && streets[d.word(at)] {
			return true
		}
	}
	return false
}

var leadsToAddress = wordSet("at At of near Near outside Outside behind from to , (")

// maxStreet is how many words behind its number the name of a street ends.
const maxStreet = 4

var streets = wordSet("Street Road Avenue Drive Boulevard Lane Place Court Way Terrace Circle Square Plaza Parkway Highway " +
	"St Rd Ave Blvd Dr Pl Ct Hwy")

// title tells whether token i begins with a capital and goes on in small
// letters: Theresa, not NATO.
func (d *document) title(i int) bool {
	word := d.word(i)
	return len(word) > 1 && d.capital(i) && word[1] >= 'a' && word[1] <= 'z'
}

// wordSet returns the words that spaces separate.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}
