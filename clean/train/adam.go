package main

import (
	"math"
	"math/rand/v2"
)

// A function is the mean of as many terms as there are lessons. Its method at
// returns the mean over some of them at w and stores its gradient in g.
type function interface {
	lessons() int
	at(batch []int, w, g []float64) float64
}

// A descent says how far and how fast a minimum is looked for.
type descent struct {
	epochs int     // times that each lesson is looked at
	rate   float64 // size of the first steps; they get smaller evenly
}

const (
	batchSize = 24
	slowest   = 0.05 // share of the rate that is left at the end
	settled   = 0.6  // share of the steps before those whose weights are averaged

	inertia   = 0.9  // of the mean gradient
	inertia2  = 0.99 // of the mean squared one
	leastStep = 1e-4 // keeps weights that hardly have a gradient where they are
)

// minimise looks for the minimum of f, a function of n numbers, by Adam (Kingma
// and Ba 2015) over batches of lessons, whose order rng draws, and returns the
// mean of the later steps (Polyak and Juditsky 1992). A few looks at each lesson
// do: it generalises better than the exact minimum.
func (d descent) minimise(f function, n int, rng *rand.Rand) []float64 {
	w, g, mean := make([]float64, n), make([]float64, n), make([]float64, n)
	first, second := make([]float64, n), make([]float64, n)
	steps := d.epochs * ((f.lessons() + batchSize - 1) / batchSize)
	step, averaged := 0, 0.0
	for range d.epochs {
		order := rng.Perm(f.lessons())
		for len(order) > 0 {
			batch := order[:min(batchSize, len(order))]
			order = order[len(batch):]
			f.at(batch, w, g)
			step++
			progress := float64(step) / float64(steps)
			rate := d.rate * (1 - (1-slowest)*progress)
			bias, bias2 := 1-math.Pow(inertia, float64(step)), 1-math.Pow(inertia2, float64(step))
			for j, v := range g {
				first[j] = inertia*first[j] + (1-inertia)*v
				second[j] = inertia2*second[j] + (1-inertia2)*v*v
				w[j] -= rate * first[j] / bias / (math.Sqrt(second[j]/bias2) + leastStep)
			}
			if progress > settled {
				averaged++
				for j, v := range w {
					mean[j] += (v - mean[j]) / averaged
				}
			}
		}
	}
	return mean
}
