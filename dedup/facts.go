package dedup

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A term is one word of a text as facts see it; a number may take several
// words of the text.
type term struct {
	hash       uint64 // of the word under Full
	key        uint64 // what a fact is recognized by: its value, or the name without 's
	bare       uint64 // the key of a number without million, billion; that of anything else
	kind       kind
	sure       bool // a fact beyond doubt: not a capital at the start of a sentence or in a headline
	sense      sense
	start, end int
}

type kind uint8

const (
	noFact kind = iota
	number
	name
	day
)

// An account is a text as facts see it.
type account struct {
	text  string
	terms []term
	said  []uint64 // sorted: the words, and what the facts are recognized by
}

// newAccount returns the account of text. It overwrites words, in which it
// keeps the words of the text.
func newAccount(text string, words *[]word) account {
	*words = Full.words((*words)[:0], text)
	x := account{text: text, terms: terms(text, *words)}
	x.said = make([]uint64, 0, len(x.terms)+len(x.terms)/2)
	for _, t := range x.terms {
		x.said = append(x.said, t.hash)
		if t.key != t.hash {
			x.said = append(x.said, t.key, t.bare)
		}
	}
	slices.Sort(x.said)
	return x
}

// quote returns the text of a run.
func (x account) quote(r run) string { return x.text[x.terms[r.from].start:x.terms[r.to-1].end] }

// terms returns words, the words of text, each with the fact it states.
func terms(text string, words []word) []term {
	known := english()
	terms := make([]term, 0, len(words))
	sentence, capitals, long := 0, 0, 0
	for i := 0; i < len(words); {
		entry := known.of(words[i].hash)
		t, used := termAt(text, words, i, entry)
		if t.kind == noFact && entry.role == unit {
			i += used
			continue
		}
		if startsSentence(text, words, i) {
			if i > 0 && strings.Contains(text[words[i-1].end:t.start], "\n") {
				weaken(text[words[i-1].end:t.start], terms[sentence:], capitals, long)
			}
			sentence, capitals, long = len(terms), 0, 0
			if t.kind == name && !acronym(text[t.start:t.end]) || t.kind == day && words[i].end-words[i].start <= 3 {
				t.sure = false
			}
		}
		if t.end-t.start >= 4 {
			long++
			if startsUpper(text[t.start:]) {
				capitals++
			}
		}
		terms = append(terms, t)
		i += used
	}
	if len(words) > 0 {
		weaken(text[words[len(words)-1].end:], terms[sentence:], capitals, long)
	}
	return terms
}

// weaken doubts the names of a sentence in which nearly every word has a
// capital and that ends its line without a stop: it is a headline.
func weaken(after string, sentence []term, capitals, long int) {
	if long < 4 || capitals*10 < long*7 || strings.ContainsAny(after[:min(4, len(after))], ".!?") {
		return
	}
	for i := range sentence {
		if sentence[i].kind == name {
			sentence[i].sure = false
		}
	}
}

// termAt reads the term at words[i], which is entry, and tells how many words
// it takes.
func termAt(text string, words []word, i int, entry lexeme) (term, int) {
	w, known := words[i], english()
	t := term{hash: w.hash, key: w.hash, bare: w.hash, sense: entry.sense, start: w.start, end: w.end}
	s := text[w.start:w.end]
	if entry.role == plainWord && classes[s[0]] == letter && s[0] >= 'a' {
		return t, 1 // most words
	}
	upper := startsUpper(s)
	switch {
	case classes[s[0]] == digit:
		value, scale, ok := numeral(s)
		if !ok {
			return t, 1
		}
		t.kind, t.sure = number, true
		value, next := fraction(value, text, words, i)
		t.end = words[next-1].end
		t, used := scaled(t, value*scale, text, words, i, next)
		t.bare = valueKey(value)
		return t, used
	case entry.role == numberWord:
		t.kind, t.sure = number, entry.value != 1
		next := i + 1
		if entry.value >= 20 && next < len(words) && words[next].start == w.end+1 && text[w.end] == '-' {
			if ones := known.of(words[next].hash); ones.role == numberWord && ones.value < 10 {
				t.end = words[next].end
				return scaled(t, entry.value+ones.value, text, words, i, next+1)
			}
		}
		return scaled(t, entry.value, text, words, i, next)
	case (w.hash == hashWord("a") || w.hash == hashWord("an")) && i+1 < len(words) &&
		known.of(words[i+1].hash).role == scaleWord && words[i+1].end-words[i+1].start > 2:
		t.kind, t.sure = number, true
		return scaled(t, 1, text, words, i, i+1)
	case entry.role == ordinal:
		t.kind, t.sure, t.key = number, entry.value > 1, valueKey(entry.value)
		t.bare = t.key
	case entry.role == dayName && upper:
		t.kind, t.sure, t.key = day, true, uint64(entry.value)
		t.bare = t.key
	case entry.role == alias && (upper && len(s) > 2 || acronym(s)):
		t.kind, t.sure, t.key = name, true, uint64(entry.value)<<32
		t.bare = t.key
	case entry.role == united && upper && i+1 < len(words) && known.of(words[i+1].hash).role == realm:
		t.kind, t.sure, t.key = name, true, uint64(known.of(words[i+1].hash).value)<<32
		t.bare, t.end = t.key, words[i+1].end
		return t, 2
	case entry.role == common:
		return t, 1
	case upper && entry.role != title && (entry.role != grammar || acronym(s)):
		t.kind, t.sure = name, true
		if bare := withoutPossessive(s); len(bare) < len(s) {
			t.key = Full.words(nil, bare)[0].hash
			t.bare = t.key
		}
	}
	return t, 1
}

// scaled completes the number t, whose words are words[i:next], with the words
// of scale that follow.
func scaled(t term, value float64, text string, words []word, i, next int) (term, int) {
	t.bare = valueKey(value)
	for ; next < len(words) && adjacent(text, t.end, words[next].start); next++ {
		entry := english().of(words[next].hash)
		if entry.role != scaleWord {
			break
		}
		value *= entry.value
		t.end = words[next].end
	}
	t.key = valueKey(value)
	return t, next - i
}

func adjacent(text string, end, start int) bool {
	return end < start && len(strings.Trim(text[end:start], " \u00a0-")) == 0
}

func valueKey(value float64) uint64 { return math.Float64bits(value) }

// fraction adds to value the fraction that follows, as in 5/8 or 1-1/4, and
// returns the index of the word after it.
func fraction(value float64, text string, words []word, i int) (float64, int) {
	part := func(n int, before string) (float64, bool) {
		if n >= len(words) || text[words[n-1].end:words[n].start] != before {
			return 0, false
		}
		v, err := strconv.ParseFloat(text[words[n].start:words[n].end], 64)
		return v, err == nil && v > 0 && v <= 64
	}
	if value <= 64 {
		if below, ok := part(i+1, "/"); ok {
			return value / below, i + 2
		}
	}
	for _, join := range []string{"-", " "} {
		if above, ok := part(i+1, join); ok {
			if below, ok := part(i+2, "/"); ok && above < below {
				return value + above/below, i + 3
			}
		}
	}
	return value, i + 1
}

// numeral reads digits with what follows in the same word: 1,200, 3.5, 14th,
// 1980s, 1.2bn; the bn is their scale.
func numeral(s string) (value, scale float64, ok bool) {
	end := 0
	for end < len(s) && (classes[s[end]] == digit || s[end] == ',' || s[end] == '.') {
		end++
	}
	value, err := strconv.ParseFloat(strings.ReplaceAll(s[:end], ",", ""), 64)
	if err != nil {
		return 0, 0, false
	}
	scale = 1
	if suffix := s[end:]; suffix != "" {
		if entry := english().of(hashWord(strings.ToLower(suffix))); entry.role == scaleWord {
			scale = entry.value
		}
	}
	return value, scale, len(s)-end <= 3
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// acronym reports whether s has two capitals or more and no small letters but
// a plural s.
func acronym(s string) bool {
	capitals := 0
	for i, r := range withoutPossessive(s) {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r) && (i+1 < len(s) || r != 's'):
			return false
		}
	}
	return capitals >= 2
}

func withoutPossessive(s string) string {
	for _, ending := range []string{"'s", "’s", "'S", "’S"} {
		if bare, ok := strings.CutSuffix(s, ending); ok && bare != "" {
			return bare
		}
	}
	return s
}

// startsSentence reports whether words[i] may have its capital from its place.
func startsSentence(text string, words []word, i int) bool {
	if i == 0 {
		return true
	}
	gap := text[words[i-1].end:words[i].start]
	if gap == " " {
		return false
	}
	if strings.ContainsAny(gap, "!?:;\n•") || strings.Contains(gap, "—") || strings.Contains(gap, "–") || strings.Contains(gap, " - ") {
		return true
	}
	if strings.Contains(gap, " \"") || strings.ContainsAny(gap, "“‘„«") {
		return true
	}
	if !strings.Contains(gap, ".") {
		return false
	}
	before := words[i-1]
	switch entry := english().of(before.hash); {
	case entry.role == title, entry.role == dayName && before.end-before.start <= 4:
		return false
	case before.end-before.start == 1:
		return false
	}
	return !strings.Contains(text[before.start:before.end], ".")
}
