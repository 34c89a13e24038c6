package main

import (
	"cmp"
	"strings"
	"unicode"
)

// wordDiff sets two texts as one, the words that only the first has as removed
// and those that only the second has as added; what both have stands as the
// first spells it. Very long texts are set one
// after the other, because the time is quadratic.
func wordDiff(a, b string, removed, added func(string) string) string {
	const most = 1000
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) > most || len(y) > most {
		return removed(oneLine(a)) + " " + added(oneLine(b))
	}
	common := commonWords(x, y)
	var parts []string
	group := func(words []string, mark func(string) string) {
		if len(words) > 0 {
			parts = append(parts, mark(printable(strings.Join(words, " "))))
		}
	}
	i, j := 0, 0
	for k := 0; k <= len(common); k++ {
		endX, endY := len(x), len(y)
		if k < len(common) {
			endX, endY = common[k][0], common[k][1]
		}
		group(x[i:endX], removed)
		group(y[j:endY], added)
		if k < len(common) {
			parts = append(parts, printable(x[endX]))
		}
		i, j = endX+1, endY+1
	}
	return strings.Join(parts, " ")
}

// commonWords returns the places of a longest common subsequence.
func commonWords(x, y []string) (places [][2]int) {
	keyX, keyY := wordKeys(x), wordKeys(y)
	length := make([][]int, len(x)+1) // of the subsequence of x[i:] and y[j:]
	for i := range length {
		length[i] = make([]int, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if keyX[i] == keyY[j] {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case keyX[i] == keyY[j]:
			places = append(places, [2]int{i, j})
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return places
}

// wordKeys leaves the letters and digits of each word, in lower case: marks do
// not make a word another.
func wordKeys(words []string) []string {
	keys := make([]string, len(words))
	for i, w := range words {
		key := strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, w)
		keys[i] = cmp.Or(key, w)
	}
	return keys
}
