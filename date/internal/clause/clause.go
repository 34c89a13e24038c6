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
	names   []string // by rule: of the cue
	verb    []bool   // by rule: it is one
	alone   []bool   // by rule: one that stands for the verbs before it
	weights map[string]weight
}

// a weight is a feature with what it says for a date that lies ahead.
type weight struct {
	feature string
	n       float64
}

var english = sync.OnceValue(func() *model {
	set, err := phrase.Compile(lexer(), phrase.Source{Name: "cues.en.txt", Text: cueRules})
	if err != nil {
		panic("clause: " + err.Error())
	}
	m := newModel(set)
	for line := range strings.Lines(weightFile) {
		name, number, ok := strings.Cut(strings.TrimSpace(line), " ")
		if n, err := strconv.ParseFloat(strings.TrimSpace(number), 64); ok && err == nil && name[0] != '#' {
			m.weights[name] = weight{name, n}
		}
	}
	return m
})

// lexer knows the shape $ed: a word that looks like a participle.
func lexer() phrase.Lexer {
	return phrase.Lexer{Kinds: [][]string{nil, {"ed"}}, Kind: func(word string) int {
		if len(word) > 4 && word[0] >= 'a' && strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "eed") {
			return 1
		}
		return 0
	}}
}

// newModel returns a model of the cues in which no feature has a weight.
func newModel(cues *phrase.Set) *model {
	m := &model{cues: cues, weights: map[string]weight{}}
	for _, rule := range cues.Rules() {
		name, role, _ := strings.Cut(rule.Production, " ")
		m.names = append(m.names, name)
		m.verb = append(m.verb, role == "verb")
		m.alone = append(m.alone, role == "alone")
	}
	return m
}

// Ahead tells whether the date lies ahead, and the feature that weighed most
// for that. It allocates nothing.
func (d Date) Ahead() (ahead bool, cue string) {
	m := english()
	var weights [maxFeatures]weight
	sum := 0.0
	features := m.features(&d)
	for i := range features {
		if f := &features[i]; f[0] != "" {
			weights[i] = m.weigh(f)
			sum += weights[i].n
		}
	}
	sign := -1.0
	if sum > 0 {
		sign = 1
	}
	most := 0.0
	for _, w := range weights {
		if sign*w.n > most {
			most, cue = sign*w.n, w.feature
		}
	}
	return sum > 0, cue
}

// Features lists the names of the features of the date, those of the clause
// behind those of the calendar.
func (d Date) Features() []string {
	var names []string
	for _, f := range english().features(&d) {
		if f[0] != "" {
			names = append(names, f.String())
		}
	}
	return names
}

// A feature is the parts of a feature's name: "prev2:", "plan", "+", "on".
type feature [4]string

// String returns the name.
func (f feature) String() string { return f[0] + f[1] + f[2] + f[3] }

const (
	maxFeatures = 12
	longestName = 64 // bytes
)

// weigh returns the weight of a feature.
func (m *model) weigh(f *feature) weight {
	var buffer [longestName]byte
	name := buffer[:0]
	for _, part := range f {
		name = append(name, part...)
	}
	return m.weights[string(name)]
}

// features returns the features of a date; some may be missing.
func (m *model) features(d *Date) (list [maxFeatures]feature) {
	l := m.before(d.Text[sentenceStart(d.Text, d.Start):d.Start])
	next, right := m.behind(d.Text[d.End:sentenceEnd(d.Text, d.End)])
	list[0] = feature{"bias"}
	list[1] = feature{"kind:", d.Kind}
	near := d.nearness()
	list[2] = feature{"near:", d.Kind, ":", near}
	if d.Period > 7 { // what is said too seldom for a weight of its own
		list[3] = feature{"near:", near}
	}
	if l.last != "" {
		list[4] = feature{"prev:", l.last}
		list[11] = feature{"prev:", l.last, "@", d.Kind}
		if l.second != "" {
			list[5] = feature{"prev2:", l.second, "+", l.last}
		}
	}
	side, verb := "verb:", l.verb
	switch {
	case verb == "" && right != "": // On Friday, he will leave
		side, verb = "right:", right
	case verb == "":
		verb = "none"
	case l.verb2 != "":
		list[6] = feature{"verb2:", l.verb2, "+", verb}
	}
	list[7] = feature{side, verb}
	list[8] = feature{side, verb, "+", l.last}
	if next != "" {
		list[9] = feature{"next:", next}
		list[10] = feature{side, verb, "&", next}
	}
	return list
}

// window is how many bytes before the date are read, and half of it behind.
const window = 160

// A left side is the cues before a date, the nearest ones.
type leftSide struct {
	last, second string // directly before the date, and before that
	verb, verb2  string // the last verb, and the one before
}

// before reads the cues before a date.
func (m *model) before(text string) (l leftSide) {
	var buffer [window]phrase.Token
	tokens := m.cues.Tokens(buffer[:0], text)
	for i := 0; ; {
		at, rule, n := m.cues.Next(tokens, i)
		if at > i {
			l.last = ""
		}
		if rule < 0 {
			return l
		}
		switch {
		case m.verb[rule]:
			l.verb, l.verb2 = m.names[rule], l.verb
		case m.alone[rule]:
			l.verb, l.verb2 = m.names[rule], ""
		}
		l.last, l.second = m.names[rule], l.last
		i = at + n
	}
}

// behind reads the cues behind a date: the one beside it, and the next verb.
func (m *model) behind(text string) (beside, verb string) {
	var buffer [window / 2]phrase.Token
	tokens := m.cues.Tokens(buffer[:0], text)
	for i := 0; verb == ""; {
		at, rule, n := m.cues.Next(tokens, i)
		if rule < 0 {
			break
		}
		if at <= 1 && beside == "" {
			beside = m.names[rule]
		}
		if m.verb[rule] {
			verb = m.names[rule]
		}
		i = at + n
	}
	return beside, verb
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

// Period returns the days after which a date of a kind comes again.
func Period(kind string) int {
	if kind == "weekday" || kind == "weekend" {
		return 7
	}
	return 365
}
