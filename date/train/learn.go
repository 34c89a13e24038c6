package main

import "math"

// The folds that no document belongs to.
const (
	none      = -1 // no fold is left out
	everyFold = -2 // a sentence, which each fold may learn from
)

// learn fits a logistic regression by gradient descent to all examples but
// those of the fold without.
func learn(examples []example, without int, penalty float64) map[string]float64 {
	weights := map[string]float64{}
	for round := range 300 {
		gradient := map[string]float64{}
		n := 0.0
		for _, e := range examples {
			if e.fold == without {
				continue
			}
			n += e.weight
			y := 0.0
			if e.ahead {
				y = 1
			}
			delta := e.weight * (y - 1/(1+math.Exp(-score(e, weights))))
			for _, f := range e.features {
				gradient[f] += delta
			}
		}
		rate := 6 / (1 + float64(round)/100)
		for f, g := range gradient {
			weights[f] += rate * (g/n - penalty/10*weights[f])
		}
	}
	return weights
}

func score(e example, weights map[string]float64) float64 {
	sum := 0.0
	for _, f := range e.features {
		sum += weights[f]
	}
	return sum
}

// A validation is how cross-validation went.
type validation struct {
	dates, ahead int
	wrong        []example
}

// crossValidate judges each date by what is learned from the other folds.
func crossValidate(examples []example, folds int, penalty float64) (v validation) {
	for fold := range folds {
		weights := learn(examples, fold, penalty)
		for _, e := range examples {
			if e.fold != fold {
				continue
			}
			v.dates++
			if e.ahead {
				v.ahead++
			}
			if score(e, weights) > 0 != e.ahead {
				v.wrong = append(v.wrong, e)
			}
		}
	}
	return v
}
