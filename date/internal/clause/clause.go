// Package clause reads in a clause whether a date that could lie behind or
// ahead lies ahead: "was arrested Friday", "is set to resume Friday".
//
// It finds cues beside the date (rules in cues.en.txt), turns them into named
// features and adds up their weights (weights.txt, made by the program
// date/train): a logistic regression. Without any cue the date lies behind.
package clause

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"example.org/newstext/internal/phrase"
)

// A Date is a date that names no year, or a weekday that names no week.
type Date struct {
	Text       string // the text around it
	Start, End int    // where it stands in Text
	Kind       string // weekday, month, day, ...
	Back       int    // days from its last occurrence to publication
	Period     int    // days from one occurrence to the next
}

//go:embed cues.en.txt
var cueRules string

//go:embed weights.txt
var weightFile string

// a model is the compiled cues and their weights.
type model struct {
	cues    *phrase.Set
	names   []string // by rule: the feature
	verb    []bool   // by rule
	weights map[string]float64
}

var english = sync.OnceValue(func() *model {
	lexer := phrase.Lexer{Kinds: [][]string{nil, {"ed"}}, Kind: func(word string) int {
		if len(word) > 4 && word[0] >= 'a' && strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "eed") {
			return 1
		}
		return 0
	}}
	set, err := phrase.Compile(lexer, phrase.Source{Name: "cues.en.txt", Text: cueRules})
	if err != nil {
		panic("clause: " + err.Error())
	}
	m := &model{cues: set, weights: map[string]float64{}}
	for _, rule := range set.Rules() {
		name, verb, _ := strings.Cut(rule.Production, " ")
		m.names = append(m.names, name)
		m.verb = append(m.verb, verb == "verb")
	}
	for line := range strings.Lines(weightFile) {
		name, number, ok := strings.Cut(strings.TrimSpace(line), " ")
		if w, err := strconv.ParseFloat(strings.TrimSpace(number), 64); ok && err == nil && name[0] != '#' {
			m.weights[name] = w
		}
	}
	return m
})

// Ahead tells whether the date lies ahead, and the feature that weighed most
// for that.
func (d Date) Ahead() (ahead bool, cue string) {
	m := english()
	features := d.Features()
	sum := 0.0
	for _, f := range features {
		sum += m.weights[f]
	}
	ahead = sum > 0
	most := 0.0
	for _, f := range features {
		w := m.weights[f]
		if !ahead {
			w = -w
		}
		if w > most {
			most, cue = w, f
		}
	}
	return ahead, cue
}

// window is how many bytes to each side are read.
const window = 160

// Features lists the names of the features of the date, those of the clause
// before those of the calendar.
func (d Date) Features() []string {
	m := english()
	left := d.Text[sentenceStart(d.Text, d.Start):d.Start]
	right := d.Text[d.End:sentenceEnd(d.Text, d.End)]
	features := []string{"bias", "kind:" + d.Kind, "near:" + d.Kind + ":" + d.nearness()}
	var prev, verb, second, before string
	var buffer [128]phrase.Token
	tokens := m.cues.Tokens(buffer[:0], left)
	for i := 0; i < len(tokens); {
		rule, n := m.cues.Longest(tokens, i)
		if rule < 0 {
			i++
			prev = ""
			continue
		}
		if m.verb[rule] {
			verb, second = m.names[rule], verb
		}
		before, prev = prev, m.names[rule]
		i += n
	}
	if prev != "" {
		features = append(features, "prev:"+prev)
		if before != "" {
			features = append(features, "prev2:"+before+"+"+prev)
		}
	}
	if verb == "" {
		verb = "none"
	} else if second != "" {
		features = append(features, "verb2:"+second+"+"+verb)
	}
	features = append(features, "verb:"+verb, "verb:"+verb+"+"+prev)
	tokens = m.cues.Tokens(buffer[:0], right)
	next, ahead := "", ""
	for i := 0; i < len(tokens) && ahead == ""; {
		rule, n := m.cues.Longest(tokens, i)
		if rule >= 0 {
			if i <= 1 && next == "" {
				next = m.names[rule]
			}
			if m.verb[rule] {
				ahead = m.names[rule]
			}
			i += n
			continue
		}
		i++
	}
	if next != "" {
		features = append(features, "next:"+next)
	}
	if ahead != "" && verb == "none" {
		features = append(features, "right:"+ahead)
	}
	return features
}

// nearness says how far the last occurrence lies back.
func (d Date) nearness() string {
	if d.Period <= 7 {
		return strconv.Itoa(d.Back)
	}
	switch part := 12 * d.Back / d.Period; {
	case part < 1:
		return "just-past"
	case part < 3:
		return "past"
	case part < 8:
		return "middle"
	case part < 10:
		return "coming"
	}
	return "soon"
}

// sentenceStart returns where the sentence that holds text[at] begins.
func sentenceStart(text string, at int) int {
	least := max(0, at-window)
	for i := at - 1; i > least; i-- {
		switch text[i] {
		case '\n':
			if text[i-1] == '\n' {
				return i + 1
			}
		case ';':
			return i + 1
		case ' ', '"':
			if i > least+3 && ends(text[:i]) && i+1 < len(text) && text[i+1] >= 'A' && text[i+1] <= 'Z' {
				return i + 1
			}
		}
	}
	return runeStart(text, least)
}

// sentenceEnd returns where the sentence that holds text[at] ends.
func sentenceEnd(text string, at int) int {
	most := min(len(text), at+window/2)
	for i := at; i < most; i++ {
		switch text[i] {
		case ';':
			return i
		case '\n':
			if i+1 < len(text) && text[i+1] == '\n' {
				return i
			}
		case ' ':
			if i > at+1 && ends(text[at:i]) && i+1 < len(text) && text[i+1] >= 'A' && text[i+1] <= 'Z' {
				return i
			}
		}
	}
	return max(at, runeStart(text, most))
}

// ends tells whether a sentence seems to end with s: at a stop that closes no
// short word with a capital, such as Mr. or Nov.
func ends(s string) bool {
	s = strings.TrimRight(s, "\"')”’")
	if len(s) < 5 || s[len(s)-1] != '.' && s[len(s)-1] != '?' && s[len(s)-1] != '!' {
		return false
	}
	word := s[strings.LastIndexAny(s[:len(s)-1], " \n(")+1 : len(s)-1]
	return len(word) > 4 || len(word) > 1 && word[0] >= 'a' && word[0] <= 'z' && !strings.Contains(word, ".")
}

// runeStart returns i, or the start of the rune that holds it.
func runeStart(s string, i int) int {
	for n := 0; n < utf8.UTFMax && i-n >= 0 && i < len(s); n++ {
		if utf8.RuneStart(s[i-n]) {
			return i - n
		}
	}
	return i
}

// Period returns the days after which a date of a kind comes again.
func Period(kind string) int {
	if kind == "weekday" || kind == "weekend" {
		return 7
	}
	return 365
}
