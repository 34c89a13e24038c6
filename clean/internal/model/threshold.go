package model

import "math"

// lowest is the least that Threshold returns: a line that is body at odds of one
// to two is a guess, whatever the page.
const lowest = -0.8

// Threshold returns the log odds above which lines are body on a page: those with
// which the F1 to be expected, by size, is largest. A line adds to it if it is
// likelier body than half of that F1 (Lipton, Elkan and Naryanaswamy 2014), which
// is nearly a half where the model is sure of the page, and less where it is not.
// It is looked for from zero on by Dinkelbach's method (1967), a few looks at the
// lines.
func Threshold(odds []float64, size func(line int) int32) float64 {
	var sure, sum, expected float64 // of lines above zero: expected to be body, all; of all lines
	for i, o := range odds {
		n := float64(size(i))
		p := n * probability(o)
		expected += p
		if o > 0 {
			sure, sum = sure+p, sum+n
		}
	}
	if sum == 0 {
		return 0
	}
	from := 0.0
	for {
		right, kept := sure, sum
		for i, o := range odds {
			if from < o && o <= 0 {
				n := float64(size(i))
				right, kept = right+n*probability(o), kept+n
			}
		}
		half := right / (kept + expected)
		next := max(lowest, min(from, math.Log(half/(1-half))))
		if next > from-0.01 {
			return next
		}
		from = next
	}
}

// probability returns that of log odds, at once where there is hardly a doubt.
func probability(odds float64) float64 {
	const certain = 8
	switch {
	case odds > certain:
		return 1
	case odds < -certain:
		return 0
	}
	return 1 / (1 + math.Exp(-odds))
}
