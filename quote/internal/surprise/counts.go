package surprise

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Counts is what the tables are made from. The zero value is empty.
type Counts struct {
	pairs [classes][classes]float64
	runes map[rune]int
}

// Add counts a text.
func (c *Counts) Add(text string) {
	if c.runes == nil {
		c.runes = make(map[rune]int)
	}
	p := start
	for _, r := range text {
		k := countClass(r)
		c.pairs[p][k]++
		if k == han || k == hangul {
			c.runes[r]++
		}
		p = k
	}
	c.pairs[p][start]++
}

// countClass is classOf before it is known which characters are common.
func countClass(r rune) class { return counted(classOf(r)) }

// counted returns the class that characters of c, which may be common ones, are
// counted with.
func counted(c class) class {
	switch c {
	case hanRare:
		return han
	case hangulRare:
		return hangul
	}
	return common(c)
}

// common returns the class that c is counted with: text in Ukrainian or Serbian
// has the neighbours that Russian has.
func common(c class) class {
	switch c {
	case casedExt:
		return cased
	case casedExtUp:
		return casedUp
	}
	return c
}

// Classes returns the table of costs: for each class a line with the cost of
// each class after it, in [Unit]s.
func (c *Counts) Classes() string {
	var total float64
	var of [classes]float64
	for i := range c.pairs {
		for j, n := range c.pairs[i] {
			of[j] += n
			total += n
		}
	}
	var b strings.Builder
	for i := range c.pairs {
		// A class that has seldom been seen is judged by one like it, this
		// one by the whole.
		own, sum := &c.pairs[i], 0.0
		like := own
		if k, ok := resembles[class(i)]; ok {
			like = &c.pairs[k]
		}
		likeSum := 0.0
		for j := range own {
			sum += own[j]
			likeSum += like[j]
		}
		const prior = 30
		for j := range own {
			p := (of[j] + 1) / (total + float64(classes))
			p = (like[j] + prior*p) / (likeSum + prior)
			p = (own[j] + prior*p) / (sum + prior)
			fmt.Fprintf(&b, "%d ", int(math.Round(-Unit*math.Log2(p))))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// resembles says which class a class behaves like.
var resembles = map[class]class{
	latin1: lower, latin1Up: upper, latinExt: lower, latinUp: upper, latinRare: lower,
	cased: lower, casedUp: upper, casedRare: cased,
	caseless: lower, vowel: caseless, hangulRare: hangul, hanRare: han,
	operator: digit, superior: digit, legal: lower, currency: sign, accent: sign, private: symbol,
}

// Common returns the characters of Chinese and Japanese and those of Korean that
// cover 98 % of the text, the most frequent first.
func (c *Counts) Common() string {
	var b strings.Builder
	for _, k := range []class{han, hangul} {
		var all []rune
		total := 0
		for r, n := range c.runes {
			if countClass(r) == k {
				all = append(all, r)
				total += n
			}
		}
		slices.SortFunc(all, func(a, b rune) int {
			return cmp.Or(c.runes[b]-c.runes[a], int(a-b))
		})
		seen := 0
		for _, r := range all {
			if seen*100 >= total*98 {
				break
			}
			seen += c.runes[r]
			b.WriteRune(r)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
