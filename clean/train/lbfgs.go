package main

import "math"

// A function has a value and a gradient, which at stores in g.
type function interface {
	at(w, g []float64) float64
}

// minimise looks for the minimum of f, a convex function of n numbers, by
// L-BFGS (Liu and Nocedal 1989) with halving of steps. It takes at most the
// given number of steps, and the same ones each time.
func minimise(f function, n, steps int) []float64 {
	const memory = 7
	w, g := make([]float64, n), make([]float64, n)
	next, gNext := make([]float64, n), make([]float64, n)
	direction := make([]float64, n)
	var past []change
	loss := f.at(w, g)
	for range steps {
		descend(direction, g, past)
		slope := dot(direction, g)
		step, lossNext := 1.0, 0.0
		for range 12 {
			for j := range w {
				next[j] = w[j] - step*direction[j]
			}
			if lossNext = f.at(next, gNext); lossNext <= loss-1e-4*step*slope {
				break
			}
			step /= 2
		}
		if lossNext >= loss {
			break
		}
		c := change{w: make([]float64, n), g: make([]float64, n)}
		for j := range w {
			c.w[j], c.g[j] = next[j]-w[j], gNext[j]-g[j]
		}
		if c.product = dot(c.w, c.g); c.product > 1e-10 {
			past = append(past, c)
			past = past[max(0, len(past)-memory):]
		}
		done := loss-lossNext < 1e-4*loss
		w, next, g, gNext, loss = next, w, gNext, g, lossNext
		if done {
			break
		}
	}
	return w
}

// A change is what one step changed in the weights and in the gradient.
type change struct {
	w, g    []float64
	product float64
}

// descend turns the gradient g into the direction to go, by the past steps.
func descend(d, g []float64, past []change) {
	copy(d, g)
	if len(past) == 0 {
		scale(d, 1/math.Sqrt(dot(g, g)))
		return
	}
	alpha := make([]float64, len(past))
	for i := len(past) - 1; i >= 0; i-- {
		alpha[i] = dot(past[i].w, d) / past[i].product
		add(d, -alpha[i], past[i].g)
	}
	last := past[len(past)-1]
	scale(d, last.product/dot(last.g, last.g))
	for i, c := range past {
		add(d, alpha[i]-dot(c.g, d)/c.product, c.w)
	}
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i, v := range a {
		sum += v * b[i]
	}
	return sum
}

func scale(a []float64, by float64) {
	for i := range a {
		a[i] *= by
	}
}

func add(a []float64, times float64, b []float64) {
	for i, v := range b {
		a[i] += times * v
	}
}
