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

// A Model is two chains over the same features, whose log odds are averaged.
// The model of the page tells what stands before, between and after the body
// apart, and errs by whole pages; the plain one errs by lines.
type Model struct {
	W     [][Columns]float32 // for each row, what it adds
	Page  Chain
	Plain Chain

	joint *joint // W, for pages
}

// Columns of a row: what it adds to the page chain's states Inside, Hole and
// After, that of Before being zero, and to Inside in the plain chain.
const Columns = States

const plainColumn = Columns - 1

var columnNames = [Columns]string{"inside", "hole", "after", "plain"}

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

// New returns a model with all weights zero.
func New() *Model {
	return &Model{W: make([][Columns]float32, Rows()), Page: Chain{K: States}, Plain: Chain{K: 2}}
}

// Write writes the model: after the lines of the header, which get a # each, a
// line for every bin of a feature whose weights are not all zero, then what
// each chain adds for two states in a row. Weights have three decimals.
func (m *Model) Write(w io.Writer, header string) error {
	b := bufio.NewWriter(w)
	for line := range strings.Lines(header) {
		fmt.Fprintf(b, "# %s\n", strings.TrimSuffix(line, "\n"))
	}
	fmt.Fprintf(b, "# feature\tbin\t%s\n", strings.Join(columnNames[:], "\t"))
	row := 0
	for k := range features {
		f := &features[k]
		for bin := range f.bins() {
			var values [Columns]float64
			for i, v := range m.W[row+bin] {
				values[i] = float64(v)
			}
			writeRow(b, f.name, bin, values)
		}
		row += f.bins()
	}
	for s := range States {
		writeRow(b, pageRow, s, m.Page.Trans[s])
	}
	for s := range 2 {
		writeRow(b, plainRow, s, m.Plain.Trans[s])
	}
	return b.Flush()
}

// Names of the rows that are no feature's.
const (
	pageRow  = "page chain, after state"
	plainRow = "plain chain, after state"
)

func writeRow(b *bufio.Writer, name string, bin int, values [Columns]float64) {
	zero := true
	for i, v := range values {
		values[i] = math.Round(v*1000) / 1000
		zero = zero && values[i] == 0
	}
	if zero {
		return
	}
	fmt.Fprintf(b, "%s\t%d", name, bin)
	for _, v := range values {
		fmt.Fprintf(b, "\t%s", strconv.FormatFloat(v+0, 'f', -1, 64))
	}
	b.WriteByte('\n')
}

// Read reads what Write wrote.
func Read(r io.Reader) (*Model, error) {
	m := New()
	rows := map[string][][Columns]float32{}
	for k := range features {
		rows[features[k].name] = m.W[firstRow[k]:][:features[k].bins()]
	}
	rows[pageRow] = make([][Columns]float32, States)
	rows[plainRow] = make([][Columns]float32, 2)
	scan := bufio.NewScanner(r)
	for n := 1; scan.Scan(); n++ {
		line := scan.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 2+Columns {
			return nil, fmt.Errorf("weights:%d: %d fields", n, len(fields))
		}
		bin, err := strconv.Atoi(fields[1])
		if err != nil || bin < 0 || bin >= len(rows[fields[0]]) {
			return nil, fmt.Errorf("weights:%d: no bin %q of feature %q", n, fields[1], fields[0])
		}
		for i := range Columns {
			v, err := strconv.ParseFloat(fields[2+i], 32)
			if err != nil {
				return nil, fmt.Errorf("weights:%d: %w", n, err)
			}
			rows[fields[0]][bin][i] = float32(v)
		}
	}
	for s := range States {
		for t, v := range rows[pageRow][s] {
			m.Page.Trans[s][t] = float64(v)
		}
	}
	for s := range 2 {
		for t := range 2 {
			m.Plain.Trans[s][t] = float64(rows[plainRow][s][t])
		}
	}
	m.joint = newJoint(m)
	return m, scan.Err()
}
