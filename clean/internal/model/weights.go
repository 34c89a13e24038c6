package model

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed weights.txt
var weights string

// Default returns the embedded model.
var Default = sync.OnceValue(func() *Model {
	m, err := Read(strings.NewReader(weights))
	if err != nil {
		panic(err) // the embedded file can be read
	}
	return m
})

// stateNames are the columns of a weights file.
var stateNames = [States]string{"before", "inside", "hole", "after"}

// Write writes the model: after the lines of the header, which get a # each, a
// line for every bin of a feature whose weights are not all zero, and a line
// for each transition. Weights have three decimals.
func (m *Model) Write(w io.Writer, header string) error {
	b := bufio.NewWriter(w)
	for line := range strings.Lines(header) {
		fmt.Fprintf(b, "# %s\n", strings.TrimSuffix(line, "\n"))
	}
	fmt.Fprintf(b, "# feature\tbin\t%s\n", strings.Join(stateNames[:], "\t"))
	row := 0
	for _, f := range features {
		for bin := range f.bins {
			if w := m.W[row+bin]; rounded(w) != [States]float32{} {
				fmt.Fprintf(b, "%s\t%d", f.name, bin)
				writeWeights(b, w)
			}
		}
		row += f.bins
	}
	for s, name := range stateNames {
		fmt.Fprintf(b, "after:%s\t0", name)
		writeWeights(b, m.Trans[s])
	}
	return b.Flush()
}

func rounded(w [States]float32) [States]float32 {
	for i, v := range w {
		w[i] = float32(math.Round(float64(v)*1000) / 1000)
	}
	return w
}

func writeWeights(b *bufio.Writer, w [States]float32) {
	for _, v := range rounded(w) {
		fmt.Fprintf(b, "\t%s", strconv.FormatFloat(float64(v), 'f', -1, 32))
	}
	b.WriteByte('\n')
}

// Read reads what Write wrote.
func Read(r io.Reader) (*Model, error) {
	m := &Model{W: make([][States]float32, Rows())}
	rows := map[string][]([States]float32){}
	base := 0
	for _, f := range features {
		rows[f.name] = m.W[base : base+f.bins]
		base += f.bins
	}
	for s, name := range stateNames {
		rows["after:"+name] = m.Trans[s : s+1]
	}
	scan := bufio.NewScanner(r)
	for n := 1; scan.Scan(); n++ {
		line := scan.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 2+States {
			return nil, fmt.Errorf("weights, line %d: %d fields", n, len(fields))
		}
		bin, err := strconv.Atoi(fields[1])
		if err != nil || bin < 0 || bin >= len(rows[fields[0]]) {
			return nil, fmt.Errorf("weights, line %d: no bin %s of feature %q", n, fields[1], fields[0])
		}
		for s := range States {
			v, err := strconv.ParseFloat(fields[2+s], 32)
			if err != nil {
				return nil, fmt.Errorf("weights, line %d: %w", n, err)
			}
			rows[fields[0]][bin][s] = float32(v)
		}
	}
	return m, scan.Err()
}
