package surprise

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// LetterCounts is what the table of letters is made from. The zero value is
// empty.
type LetterCounts struct {
	groups map[string]float64 // of letters
	words  map[int]float64    // in each script
}

// Add counts a word that occurs count times in a million.
func (c *LetterCounts) Add(word string, count float64) {
	if c.groups == nil {
		c.groups = make(map[string]float64)
		c.words = make(map[int]float64)
	}
	letters := []rune{wordEdge}
	for _, r := range word {
		letters = append(letters, letter(r))
	}
	if len(letters) > 1 {
		c.words[scriptOf(letters[1])] += count
	}
	letters = append(letters, wordEdge)
	for i := range letters {
		for n := 1; n <= min(maxGroup, i+1); n++ {
			c.groups[string(letters[i+1-n:i+1])] += count
		}
	}
}

// Letters and pairs are in the table if they occur so often in a million words of
// a language. Longer groups must occur more often, and what they tell beside
// shorter ones must save so many [Unit]s in those words.
const (
	leastSingle = 1
	leastPair   = 5
	leastLonger = 60
	leastSaved  = 5000
)

// Letters returns the table: for each cost, in [Unit]s, a line with the groups of
// letters whose last one costs that much after the others. It has all letters by
// themselves, and the groups with one that can be lost.
func (c *LetterCounts) Letters() string {
	costs := make(map[string]int)
	lines := make(map[int][]string)
	least := [...]float64{1: leastSingle, 2: leastPair, 3: leastLonger}
	ofScript := c.scripts()
	for k := 1; k <= maxGroup; k++ {
		for group, n := range c.groups {
			letters := []rune(group)
			if len(letters) != k || n < least[min(k, len(least)-1)] || !useful(letters) {
				continue
			}
			of := c.groups[string(letters[:k-1])]
			switch {
			case k == 1:
				of = ofScript[scriptOf(letters[0])]
			case k == 2 && letters[0] == wordEdge:
				of = c.words[scriptOf(letters[1])]
			}
			cost := min(255, int(math.Round(-Unit*math.Log2(n/of))))
			if shorter, ok := costs[string(letters[1:])]; ok && k > 2 && n*math.Abs(float64(cost-shorter)) < leastSaved {
				costs[group] = shorter
				continue
			}
			costs[group] = cost
			lines[cost] = append(lines[cost], group)
		}
	}
	var b strings.Builder
	for _, cost := range slices.Sorted(maps.Keys(lines)) {
		slices.SortFunc(lines[cost], func(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) })
		fmt.Fprintln(&b, cost, strings.Join(lines[cost], " "))
	}
	return b.String()
}

// scripts returns how many letters of each script were counted.
func (c *LetterCounts) scripts() map[int]float64 {
	of := make(map[int]float64)
	for group, n := range c.groups {
		if letters := []rune(group); len(letters) == 1 {
			of[scriptOf(letters[0])] += n
		}
	}
	return of
}

// useful reports whether a group of letters can tell which letter was lost.
func useful(group []rune) bool {
	k := len(group)
	switch {
	case k == 1:
		return group[0] != wordEdge
	case slices.ContainsFunc(group, eastAsian) && (k > 2 || slices.Contains(group, wordEdge)):
		return false // lists cut words there that are written in one
	case slices.Contains(group[1:k-1], wordEdge):
		return false
	}
	return slices.ContainsFunc(group, losable)
}

// losable reports whether a byte of r gets lost in windows-1252, which has no
// character for five of them.
func losable(r rune) bool {
	for _, b := range []byte(string(r)) {
		switch b {
		case 0x81, 0x8D, 0x8F, 0x90, 0x9D:
			return true
		}
	}
	return false
}

// scriptOf returns the number of the script of r.
func scriptOf(r rune) int { return script(r, classOf(r)) }

// eastAsian reports whether r is of a script that is not spelled in letters with
// spaces between words.
func eastAsian(r rune) bool {
	switch traitsOf(r).class {
	case kana, han, hanRare, hangul, hangulRare:
		return true
	}
	return false
}
