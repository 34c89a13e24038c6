package clean

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"sync"

	"example.org/newstext/clean/internal/model"
	"example.org/newstext/internal/phrase"
)

// A Cleaner labels the blocks of pages. The zero Cleaner has the built-in rules
// and is what the package's functions use. A Cleaner does not change once made
// and may be shared.
type Cleaner struct {
	rules *model.Rules // nil: the built-in ones
	own   []string     // names of the rules that were given and decide, in order
}

// NewCleaner returns a Cleaner with the built-in rules and those of the files
// given, whose form the package comment shows. A line that one of the given
// rules matches is of that rule's kind, whatever the model says. An error names
// the file by its place among the arguments ("rules 1"), the line in it and the
// word that is wrong. It takes some 6 ms of one core: call it once.
func NewCleaner(files ...io.Reader) (*Cleaner, error) {
	var own []phrase.Source
	for i, file := range files {
		text, err := io.ReadAll(file)
		if err != nil {
			return nil, fmt.Errorf("clean: rules %d: %w", i+1, err)
		}
		own = append(own, phrase.Source{Name: fmt.Sprintf("rules %d", i+1), Text: string(text)})
	}
	r, err := model.Compile(own...)
	if err != nil {
		return nil, fmt.Errorf("clean: %w", err)
	}
	return &Cleaner{rules: r, own: slices.Sorted(r.Deciding())}, nil
}

// Overrules reports whether a block's Rule is one of those that NewCleaner was
// given, without maybe: they decide whatever a model says. A front end with a
// model of its own asks for it.
func (c *Cleaner) Overrules(rule string) bool {
	_, found := slices.BinarySearch(c.own, rule)
	return found
}

// Blocks labels what stands in text.
func (c *Cleaner) Blocks(text string) []Block {
	w := workspaces.Get().(*workspace)
	defer workspaces.Put(w)
	return w.label(c, text, pieces(&w.lines, text), nil)
}

// Text returns the article's body: its blocks, with a blank line between.
func (c *Cleaner) Text(text string) string {
	var b strings.Builder
	for _, block := range c.Blocks(text) {
		if !block.Kind.Body() {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(text[block.Start:block.End])
	}
	return b.String()
}

// Label labels the given lines of text, which must be in order and must not
// overlap; what stands between them gets no block. Hints and links are added to
// what the words say; they never decide alone.
func (c *Cleaner) Label(text string, lines []Line) []Block {
	w := workspaces.Get().(*workspace)
	defer workspaces.Put(w)
	return w.label(c, text, slices.Chunk(lines, pageLines), nil)
}

// A workspace holds what labelling one page needs, for the next page too.
type workspace struct {
	page  model.Page
	lines []Line
	parts []part

	titles []int16
}

var workspaces = sync.Pool{New: func() any { return new(workspace) }}

// label labels the lines of each piece; bias, where it is not nil, returns what
// is known for or against a part's text being body, in log odds.
func (w *workspace) label(c *Cleaner, text string, pieces iter.Seq[[]Line], bias func(line string) float64) []Block {
	rules := c.rules
	if rules == nil {
		rules = model.Builtin()
	}
	blocks := []Block{}
	for lines := range pieces {
		blocks = w.piece(blocks, rules, text, lines, bias)
	}
	return blocks
}

// piece labels lines that are judged as one page.
func (w *workspace) piece(blocks []Block, rules *model.Rules, text string, lines []Line, bias func(line string) float64) []Block {
	w.parts = cutLines(w.parts[:0], &w.page, rules, text, lines)
	w.page.Bias = w.page.Bias[:0]
	for i := range w.parts {
		p := &w.parts[i]
		v := p.bias
		if bias != nil {
			known := bias(text[p.Start:p.End])
			p.repeated = known < 0
			v += known
		}
		w.page.Bias = append(w.page.Bias, model.Thousandths(v))
	}
	w.page.Decode(model.Default())
	start := len(blocks)
	blocks = slices.Grow(blocks, len(w.parts))[:start+len(w.parts)]
	w.titles = slices.Grow(w.titles[:0], len(w.parts))[:len(w.parts)]
	clear(w.titles)
	r := roles{text: text, rules: rules, page: &w.page, parts: w.parts, blocks: blocks[start:], titles: w.titles}
	r.assign()
	return blocks
}
