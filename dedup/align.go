package dedup

import "strings"

const (
	reach     = 12   // words that an end is carried on over edits at a time
	maxSteps  = 4    // times that an end is carried on
	misfit    = 0.25 // what a word without partner costs at an end, where a match gains 1
	lightGain = 0.5  // or this, if every text has the word
	likeness  = 0.8  // what two words gain that differ by a letter
	likeBytes = 4    // least length of such words
)

// align fills in the matches between the anchors of a chain, and carries it on
// at both ends as long as what matches outweighs what does not.
func align(a, b *prose, c chain, sc scope) []match {
	first, last := c[0], c.last()
	floor, ceil := -1, len(a.words) // of b's first side, of a's last
	if sc == withinOne {
		floor = last.i
	}
	ms := make([]match, 0, len(c)+len(c)/2)
	for _, m := range before(a, b, first, floor) {
		ms = connect(a, b, ms, m)
	}
	for _, m := range c {
		ms = connect(a, b, ms, m)
	}
	if sc == withinOne {
		ceil = ms[0].j
	}
	for range maxSteps {
		m, ok := carry(a, b, last, 1, min(reach, ceil-last.i-1), min(reach, len(b.words)-last.j-1))
		if !ok {
			break
		}
		ms = connect(a, b, ms, m)
		last = m
	}
	return ms
}

// before returns the matches to which a chain is carried on before its first,
// in order; b's side stays behind floor.
func before(a, b *prose, first match, floor int) []match {
	var steps [maxSteps]match
	k := maxSteps
	for k > 0 {
		m, ok := carry(a, b, first, -1, min(reach, first.i), min(reach, first.j-floor-1))
		if !ok {
			break
		}
		k--
		steps[k], first = m, m
	}
	return append([]match(nil), steps[k:]...)
}

// carry finds the match up to which the alignment gains most behind from (d is 1) or
// before it (d is -1), within n words of a and m of b.
func carry(a, b *prose, from match, d, n, m int) (match, bool) {
	var gains [reach + 1][reach + 1]float32
	var best match
	most := float32(0)
	for x := range n + 1 {
		for y := range m + 1 {
			gain := -misfit * float32(x+y)
			if x > 0 && y > 0 {
				gain = max(gains[x-1][y], gains[x][y-1]) - misfit
				i, j := from.i+d*x, from.j+d*y
				like := alike(a, b, i, j)
				same := like == 1
				if same && a.words[i].light {
					like = lightGain
				}
				if like > 0 && gains[x-1][y-1]+like >= gain {
					gain = gains[x-1][y-1] + like
					if gain > most {
						most, best = gain, match{i, j, same}
					}
				}
			}
			gains[x][y] = gain
		}
	}
	return best, most > 0
}

// connect appends next and what matches between the last of ms and next.
func connect(a, b *prose, ms []match, next match) []match {
	if len(ms) == 0 {
		return append(ms, next)
	}
	i, j := ms[len(ms)-1].i+1, ms[len(ms)-1].j+1
	n, m := next.i-i, next.j-j
	if n == 0 || m == 0 {
		return append(ms, next)
	}
	var gains [maxGap + 1][maxGap + 1]float32 // of the words from x and y on
	for x := n - 1; x >= 0; x-- {
		for y := m - 1; y >= 0; y-- {
			gains[x][y] = max(gains[x+1][y], gains[x][y+1])
			if like := alike(a, b, i+x, j+y); like > 0 {
				gains[x][y] = max(gains[x][y], like+gains[x+1][y+1])
			}
		}
	}
	for x, y := 0, 0; x < n && y < m; {
		like := alike(a, b, i+x, j+y)
		switch {
		case like > 0 && gains[x][y] == like+gains[x+1][y+1]:
			ms = append(ms, match{i + x, j + y, like == 1})
			x++
			y++
		case gains[x][y] == gains[x+1][y]:
			x++
		default:
			y++
		}
	}
	return append(ms, next)
}

// alike is 1 for words that fold to the same, less for words that differ by a
// letter, and 0 for others.
func alike(a, b *prose, i, j int) float32 {
	u, v := a.words[i], b.words[j]
	switch {
	case u.id == masked || v.id == masked:
		return 0
	case u.id == v.id:
		return 1
	case min(u.end-u.start, v.end-v.start) >= likeBytes && oneOff(a.text[u.start:u.end], b.text[v.start:v.end]):
		return likeness
	}
	return 0
}

// oneOff reports whether one byte changed, added or left out makes one word
// of the other, whatever the case: a misread or a lost letter.
func oneOff(s, t string) bool {
	if len(s) > len(t) {
		s, t = t, s
	}
	if len(t)-len(s) > 1 {
		return false
	}
	i := 0
	for i < len(s) && s[i]|0x20 == t[i]|0x20 {
		i++
	}
	if len(s) < len(t) {
		return strings.EqualFold(s[i:], t[i+1:])
	}
	return i == len(s) || strings.EqualFold(s[i+1:], t[i+1:])
}
