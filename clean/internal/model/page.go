package model

const margin = 3 // lines of nothing on either side, so that every line has neighbours

// A Page is the work space for one text; it is used again and again.
type Page struct {
	Odds  []float64 // after Decode, for each line: its log odds of being body
	From  float64   // and those above which lines are body on this page
	model *Model

	// Bias is added to what speaks for each line, in thousandths of log odds,
	// where it is not empty.
	Bias []int32

	page, plain Lattice
	match       matcher
	m           []Measure // margin lines, the page's lines, margin lines
	n           int
	scan        scanner
	slots       []vocabSlot  // open addressing: word -> its place in vocab
	vocab       []vocabEntry // words of the paragraphs; the first stands for all others
	seen        []seenEntry  // line hash -> occurrences
	tallies     []tally      // of the lines before each, and of all
	at          []place
	sorted      []sorted // the lines' properties, with those of the margins
	sums        []packed // what speaks for each state of each line

	titled  float64   // share of capitalised words in sentences
	foreign bool      // in a language whose function words are not known
	mass    []float64 // of each line: its words if it is a paragraph, 60 at most, or 0
	total   float64   // of mass
	goodN   int       // lines that have mass
	goodBin uint8     // goodN, sorted

	linesBin uint8     // the number of lines, sorted
	left     []float64 // mass before each line, fading with distance
	right    []float64 // and after it
	maxD     float64   // the most of both together
}

// A place is where a line stands on its page.
type place struct {
	shape         uint8
	length        uint8
	size, hard    uint8
	knownBin      uint8
	coreBin       uint8 // as knownBin, of the heaviest segment's lines alone
	functionBin   uint8
	copies        uint8   // further lines like it
	earlier       uint8   // of them before it
	known, common float32 // shares of its words that the long lines hold, that many of them hold
	before, after float32 // shares of the page's mass
	sinceGood     uint8   // lines since the last good line
	untilGood     uint8
	seg, segTight uint8 // place relative to the heaviest segment
	promos        uint8 // promo lines since the last good line
	anyPromos     uint8
	promosAhead   uint8
	meanWords     float32 // of the lines within window lines
	meanNear      float32 // of the lines within 3 lines
	sentences     float32 // share of lines within window that end sentences
	copiesNear    uint8   // other lines within window that the page has more than once
	datesNear     uint8   // and that look like dates
	outline       uint8   // the line's ends and size
	alike         uint8   // other lines within kinship with its outline
}

// Begin begins a new page, whose lines are held against the rules.
func (p *Page) Begin(r *Rules) {
	p.scan.rules, p.match.rules = r, r
	p.scan.words = p.scan.words[:0]
	p.n = 0
	p.m = append(p.m[:0], make([]Measure, margin)...)
}

// Add measures a line as the page's next one.
func (p *Page) Add(line string) {
	p.m = append(p.m, Measure{})
	m := &p.m[len(p.m)-1]
	p.scan.measure(m, line)
	p.match.find(&p.scan, 0, &m.Match)
	p.n++
}

// Drop takes the last line off the page.
func (p *Page) Drop() {
	p.n--
	p.m = p.m[:margin+p.n]
	p.scan.words = p.scan.words[:p.m[:margin+p.n+1][margin+p.n].firstW]
}
