package model

import (
	"bytes"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestRunSumsAllSequences compares the forward-backward sums with those over
// every sequence of states that is allowed.
func TestRunSumsAllSequences(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, k := range []int{2, States} {
		c := Chain{K: k}
		for s := range k {
			for u := range k {
				c.Trans[s][u] = rng.NormFloat64()
			}
		}
		const n = 5
		var l Lattice
		l.Reset(n)
		var em [n][States]float64
		for i := range em {
			for s := range k {
				em[i][s] = 3 * rng.NormFloat64()
			}
		}
		copy(l.Em, em[:])
		total := 0.0
		var post [n][States]float64
		var edges [States][States]float64
		var seq [n]int
		var walk func(i int, score float64)
		walk = func(i int, score float64) {
			if i == n {
				if k == States && seq[n-1] == Hole {
					return
				}
				p := math.Exp(score)
				total += p
				for j, s := range seq {
					post[j][s] += p
					if j > 0 {
						edges[seq[j-1]][s] += p
					}
				}
				return
			}
			for s := range k {
				seq[i] = s
				switch {
				case i == 0 && s <= Inside:
					walk(1, em[0][s])
				case i > 0 && c.allowed(seq[i-1], s):
					walk(i+1, score+c.Trans[seq[i-1]][s]+em[i][s])
				}
			}
		}
		walk(0, 0)
		z := l.Exponentiate(k)
		l.Run(&c)
		if got, want := z+l.Expect(&c), math.Log(total); math.Abs(got-want) > 1e-9 {
			t.Errorf("%d states: all sequences sum to %v, want %v", k, got, want)
		}
		for i := range n {
			for s := range k {
				if got, want := l.Post[i][s], post[i][s]/total; math.Abs(got-want) > 1e-9 {
					t.Errorf("%d states: line %d is in state %d with %v, want %v", k, i, s, got, want)
				}
			}
			out := 1 - post[i][Inside]/total
			if got, want := math.Log(l.Ratio(i)), math.Log((1-out)/out); math.Abs(got-want) > 1e-6 {
				t.Errorf("%d states: line %d has odds %v, want %v", k, i, got, want)
			}
		}
		for s := range k {
			for u := range k {
				if got, want := l.Edge[s][u], edges[s][u]/total; math.Abs(got-want) > 1e-9 {
					t.Errorf("%d states: %d after %d: %v, want %v", k, u, s, got, want)
				}
			}
		}
	}
}

func TestWeightsRoundTrip(t *testing.T) {
	var first, second bytes.Buffer
	if err := Default().Write(&first, "one\ntwo"); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(first.String(), "# one\n# two\n") {
		t.Errorf("header %.20q", first.String())
	}
	m, err := Read(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Write(&second, "one\ntwo"); err != nil {
		t.Fatal(err)
	}
	if first.String() != second.String() {
		t.Error("weights change when read and written")
	}
}

func TestReadNamesTheLine(t *testing.T) {
	for text, want := range map[string]string{
		"bias\t0\t1\n":               "weights:1: 3 fields",
		"# a\nbias\t7\t1\t1\t1\t1\n": `weights:2: no bin "7" of feature "bias"`,
		"none\t0\t1\t1\t1\t1\n":      `weights:1: no bin "0" of feature "none"`,
		"bias\t0\t1\tx\t1\t1\n":      "weights:1: strconv",
	} {
		if _, err := Read(strings.NewReader(text)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("Read(%q): %v, want %s", text, err, want)
		}
	}
}

// TestBinsAreInRange asks every feature about lines of every shape.
func TestBinsAreInRange(t *testing.T) {
	lines := []string{
		"", "×", "3 March 2021, 11:42", "By Anna Smith", "Share this article", "Photo: Anna Smith",
		"The council met on Tuesday and spoke for two hours about the new road to the old harbour.",
		"漢字の文です。", "https://example.org/?", "WE SAID SO!", "„So?“ fragte er …", "(an aside)", "• one, two;", "a:", "12 34",
		strings.Repeat("A very long line of many words, and of more words. ", 40),
	}
	var p Page
	p.Begin(Builtin())
	for range 3 {
		for _, l := range lines {
			p.Add(l)
		}
	}
	rows := p.Rows()
	for i := range 3 * len(lines) {
		for k, row := range rows[i*Features() : (i+1)*Features()] {
			f := &features[k]
			if b := int(row) - int(firstRow[k]); b < 0 || b >= f.bins() {
				t.Errorf("feature %s: bin %d of %d for %q", f.name, b, f.bins(), lines[i%len(lines)])
			}
		}
	}
}
