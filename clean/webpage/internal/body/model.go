package body

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"

	"example.org/newstext/clean/internal/model"
	"example.org/newstext/clean/webpage/internal/scan"
)

//go:embed weights.txt
var weights string

// chain is the model that the package comes with.
var chain = sync.OnceValue(func() *Chain {
	c, err := ReadChain(weights)
	if err != nil {
		panic(err) // the embedded file can be read
	}
	return c
})

// ReadChain reads what [Chain.Write] wrote. A feature that the file does not
// have weighs nothing.
func ReadChain(file string) (*Chain, error) {
	rows := make(map[string]int)
	for i, n := range Names() {
		rows[n] = i
	}
	c := &Chain{Weights: make([][States]float64, len(rows))}
	n := 0
	for line := range strings.Lines(file) {
		n++
		f := strings.Fields(line)
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		row := &[States]float64{}
		if i, ok := rows[f[0]]; ok {
			row = &c.Weights[i]
		} else if s, ok := strings.CutPrefix(f[0], "step:"); ok {
			if k, err := strconv.Atoi(s); err == nil && k < States {
				row = &c.Transitions[k]
			}
		}
		if len(f) != 1+States {
			return nil, fmt.Errorf("weights:%d: want %d numbers", n, States)
		}
		for s := range States {
			x, err := strconv.ParseFloat(f[1+s], 64)
			if err != nil {
				return nil, fmt.Errorf("weights:%d: %w", n, err)
			}
			row[s] = x
		}
	}
	return c, nil
}

// Write writes the weights with a comment before them.
func (c *Chain) Write(w io.Writer, comment string) error {
	b := bufio.NewWriter(w)
	for line := range strings.Lines(comment) {
		fmt.Fprintf(b, "# %s", line)
	}
	row := func(name string, x [States]float64) {
		fmt.Fprint(b, name)
		for _, v := range x {
			fmt.Fprintf(b, " %.3f", v)
		}
		fmt.Fprintln(b)
	}
	for i, n := range Names() {
		row(n, c.Weights[i])
	}
	for s := range States {
		row("step:"+strconv.Itoa(s), c.Transitions[s])
	}
	return b.Flush()
}

// A Judgement is what the model thinks of a line.
type Judgement struct {
	Odds   float64 // log odds that it belongs to the body, beyond those that its page asks for
	Reason string  // the feature that weighed most for what is likelier
}

// Judge judges the lines of a page.
func Judge(p *scan.Page) []Judgement {
	c := chain()
	g := NewPage(p)
	names := featureNames()
	var l Lattice
	l.Resize(len(p.Lines))
	reasons := make([][2]uint16, len(p.Lines)) // for body, against it
	var v Vector
	for i := range p.Lines {
		g.Features(&v, i)
		l.Emit[i] = c.Emission(&v)
		reasons[i] = c.reasons(&v)
	}
	odds := c.Odds(&l, func(i int) int32 { return int32(p.Lines[i].End - p.Lines[i].Start) })
	out := make([]Judgement, len(p.Lines))
	for i, o := range odds {
		k := 0
		if o < 0 {
			k = 1
		}
		out[i] = Judgement{o, names[reasons[i][k]]}
	}
	return out
}

// Odds gives for each line, whose emissions l holds, the log odds that it is
// body, less those from which lines of the page are.
func (c *Chain) Odds(l *Lattice, size func(line int) int32) []float64 {
	l.Run(c)
	odds := make([]float64, len(l.Emit))
	for i := range odds {
		odds[i] = l.Odds(i)
	}
	from := model.Threshold(odds, size)
	for i := range odds {
		odds[i] -= from
	}
	return odds
}

// Emission gives what a line's features add up to for each state.
func (c *Chain) Emission(v *Vector) (e [States]float64) {
	for k, id := range v.ID {
		x := float64(v.Value[k])
		w := &c.Weights[id]
		for s := range States {
			e[s] += x * w[s]
		}
	}
	return e
}

// reasons gives the features that weigh most for body and against it.
func (c *Chain) reasons(v *Vector) (r [2]uint16) {
	var most [2]float64
	for k, id := range v.ID {
		w := &c.Weights[id]
		switch d := float64(v.Value[k]) * (w[Inside] - (w[Before]+w[Hole]+w[After])/3); {
		case d > most[0]:
			most[0], r[0] = d, id
		case -d > most[1]:
			most[1], r[1] = -d, id
		}
	}
	return r
}

const maxOdds = 20

// Odds gives the log odds that line i is body.
func (l *Lattice) Odds(i int) float64 {
	p := l.Post[i][Inside]
	return max(-maxOdds, min(maxOdds, math.Log(p)-math.Log(1-p)))
}

// Clone returns a copy.
func (v *Vector) Clone() Vector {
	return Vector{append([]uint16(nil), v.ID...), append([]float32(nil), v.Value...)}
}
