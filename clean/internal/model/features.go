package model

import "math/bits"

// A feature sorts a line into one of its bins; each bin has weights.
type feature struct {
	name string
	bins int
}

// denseFeatures are those with many bins in use, in the order of Page.sort:
// first a line's own, then its place on the page, then its neighbours.
var denseFeatures = [...]feature{
	{"bias", 1},
	{"length", 10},
	{"bytes", 9},
	{"ends", int(endings) * 3},
	{"starts", int(starts) * 3},
	{"titleshare", 6 * 3},
	{"caps", 5},
	{"function", 6 * 2},
	{"digits", 5},
	{"commas", 4},
	{"stops", 4},
	{"quotes", 4},
	{"seps", 4},
	{"you", 3 * 3},
	{"said", 2},
	{"date", 4 * 2},
	{"url", 2},
	{"wordlength", 6},
	{"phrasecount", 4 * 3},
	{"copies", 4 * 3},
	{"earlier", 4},
	{"known", 6 * 3},
	{"common", 5 * 3},
	{"place", 8},
	{"first", 6},
	{"last", 6},
	{"lines", 6},
	{"before", 8},
	{"after", 8},
	{"seg", segPlaces},
	{"segtight", segPlaces},
	{"seg×shape", segPlaces * shapes},
	{"density", 49},
	{"density/best", 6 * 3},
	{"since×until", 49},
	{"since×length", 70},
	{"until×length", 70},
	{"promos", 16},
	{"promosall", 5},
	{"shape", shapes},
	{"shape-3", shapes},
	{"shape-2", shapes},
	{"shape-1", shapes},
	{"shape+1", shapes},
	{"shape+2", shapes},
	{"shape+3", shapes},
	{"shape-1,0", shapes * shapes},
	{"shape0,+1", shapes * shapes},
	{"shape-1,+1", shapes * shapes},
	{"meanwords", 24},
	{"meannear", 24},
	{"sentences", 18},
	{"goodpage", 6},
	{"copiesnear", 6 * 3},
	{"datesnear", 5 * 3},
	{"alike", 6 * 3},
	{"core", 6 * 3},
	{"known-2", 6},
	{"length-2", 10},
	{"function-2", 5},
	{"hard-2", 2},
	{"copies-2", 2},
	{"ends-2", int(endings)},
	{"known-1", 6},
	{"length-1", 10},
	{"function-1", 5},
	{"hard-1", 2},
	{"copies-1", 2},
	{"ends-1", int(endings)},
	{"known+1", 6},
	{"length+1", 10},
	{"function+1", 5},
	{"hard+1", 2},
	{"copies+1", 2},
	{"ends+1", int(endings)},
	{"known+2", 6},
	{"length+2", 10},
	{"function+2", 5},
	{"hard+2", 2},
	{"copies+2", 2},
	{"ends+2", int(endings)},
}

const (
	dense      = len(denseFeatures)
	neighbours = dense - 4*6 // the first feature of a neighbour
)

// bins are a line's bins of the dense features.
type bins [dense]uint8

// sort finds the bins of line i, which counts from the margin. It is straight
// code, a line for each feature, since it is most of the work on a page of
// short lines.
func (p *Page) sort(i int, b *bins) {
	m, a := &p.m[i], &p.at[i]
	k := i - margin
	size, length := a.size, a.length
	since, until := gapBin(a.sinceGood), gapBin(a.untilGood)
	before, after := p.at[i-1].shape, p.at[i+1].shape
	place := [...]uint8{
		0,
		length,
		uint8(min(8, bits.Len32(uint32(m.Bytes)>>2))),
		uint8(m.Ends)*3 + size,
		uint8(m.Starts)*3 + size,
		3*m.titleBin(p.titled) + size,
		m.capsBin(),
		2*m.functionBin() + flag(m.Words >= 10),
		m.digitsBin(),
		bin3(m.commas, 1, 2, 4),
		bin3(m.Stops, 1, 2, 4),
		bin3(m.Quotes, 1, 2, 3),
		bin3(m.Seps, 1, 2, 4),
		3*bin2(m.you, 1, 2) + bin2(m.Words, 10, 30),
		flag(m.Said > 0),
		2*(flag(m.Month)+2*flag(m.Clock)) + flag(m.Words > 10),
		flag(m.url),
		m.wordLengthBin(),
		3*uint8(min(3, bits.OnesCount32((m.Match.mask[0]|m.Match.mask[1]|m.Match.mask[2])&hard))) + bin2(m.Words, 8, 25),
		3*a.copies + size,
		a.earlier,
		3*a.knownBin + size,
		3*bin4(float64(a.common), .01, .1, .25, .4) + size,
		uint8(k * 8 / p.n),
		bin5(int32(k), 1, 2, 4, 8, 16),
		bin5(int32(p.n-1-k), 1, 2, 4, 8, 16),
		p.linesBin,
		shareBin(a.before),
		shareBin(a.after),
		a.seg,
		a.segTight,
		a.seg*shapes + a.shape,
		7*densBin(p.left[k]) + densBin(p.right[k]),
		3*bin5((p.left[k]+p.right[k])/p.maxD, .01, .1, .25, .5, .75) + size,
		7*since + until,
		10*since + length,
		10*until + length,
		4*a.promos + a.promosAhead,
		bin4(int32(a.anyPromos), 1, 3, 8, 20),
		a.shape,
		p.at[i-3].shape,
		p.at[i-2].shape,
		before,
		after,
		p.at[i+2].shape,
		p.at[i+3].shape,
		before*shapes + a.shape,
		a.shape*shapes + after,
		before*shapes + after,
		3*meanBin(a.meanWords) + size,
		3*meanBin(a.meanNear) + size,
		3*bin5(float64(a.sentences), .05, .15, .3, .5, .75) + size,
		p.goodBin,
		3*bin5(int32(a.copiesNear), 1, 2, 4, 6, 9) + size,
		3*bin4(int32(a.datesNear), 1, 2, 3, 4) + size,
		3*bin5(int32(a.alike), 1, 2, 3, 5, 8) + size,
		3*a.coreBin + size,
	}
	copy(b[:], place[:])
	next := b[neighbours:]
	for _, j := range [...]int{i - 2, i - 1, i + 1, i + 2} {
		a := &p.at[j]
		next[0], next[1], next[2] = a.knownBin, a.length, a.functionBin
		next[3], next[4], next[5] = a.hard, flag(a.copies > 0), uint8(p.m[j].Ends)
		next = next[6:]
	}
}

// titleBin sorts a line by how far its share of capitalised words goes beyond
// the share in the page's sentences: German has a third of them there.
func (m *Measure) titleBin(usual float64) uint8 {
	if m.Titled+m.Small < 2 || m.isCaseless() {
		return 0
	}
	return 1 + bin4((m.TitleShare()-usual)/(1-usual), -.06, .19, .44, .75)
}

func (m *Measure) capsBin() uint8 {
	if m.Letters == 0 || m.isCaseless() {
		return 0
	}
	return 1 + bin3(float64(m.upper)/float64(m.Letters), .03, .12, .5)
}

func (m *Measure) functionBin() uint8 {
	if m.Words == 0 {
		return 0
	}
	return 1 + bin4(float64(m.function)/float64(m.Words), .01, .15, .3, .45)
}

func (m *Measure) digitsBin() uint8 {
	return bin4(float64(m.Digits)/float64(m.Bytes+1), .001, .03, .1, .3)
}

func (m *Measure) wordLengthBin() uint8 {
	if m.Words == 0 {
		return 0
	}
	return 1 + bin4(float64(m.Letters)/float64(m.Words), 3.5, 4.3, 5.2, 6.5)
}

// phraseKinds are the kinds with a phrase feature, which is in bin 0 on every
// line without a phrase. No rule names a page's title or a site.
var phraseKinds = [...]uint8{
	kByline, kDate, kCaption, kCredit, kSection, kShare, kSubscribe, kPromo,
	kTeaser, kAbout, kComments, kLegal, kWidget,
}

// phraseBin sorts a line by where its phrases of a kind stand.
func (m *Measure) phraseBin(kind uint8) uint8 {
	for w := whole; ; w-- {
		if m.Match.mask[w]>>kind&1 != 0 {
			return 2*uint8(w) + 1 + flag(m.Words >= 12)
		}
		if w == in {
			return 0
		}
	}
}

// features are the dense ones, which every line is asked for, and then the
// phrase features; firstRow says where the rows of each begin in the model.
var features, firstRow = func() (fs [dense + len(phraseKinds)]feature, first [dense + len(phraseKinds)]uint16) {
	copy(fs[:], denseFeatures[:])
	for i, k := range phraseKinds {
		fs[dense+i] = feature{"phrase:" + KindNames[k], 9}
	}
	row := 0
	for i, f := range fs {
		first[i] = uint16(row)
		row += f.bins
	}
	return fs, first
}()

// Rows is the number of rows that a model has: a bin of a feature each.
func Rows() int {
	n := 0
	for _, f := range features {
		n += f.bins
	}
	return n
}

// Features is the number of rows that each line has.
func Features() int { return len(features) }

// Rows returns the page's rows in the model, Features of them for each line.
func (p *Page) Rows() []int32 {
	p.survey()
	rows := make([]int32, 0, p.n*len(features))
	var b bins
	for i := range p.n {
		p.sort(i+margin, &b)
		for k, v := range b {
			rows = append(rows, int32(firstRow[k])+int32(v))
		}
		for k, kind := range phraseKinds {
			rows = append(rows, int32(firstRow[dense+k])+int32(p.m[i+margin].phraseBin(kind)))
		}
	}
	return rows
}

// Judge returns the log odds of lines of which only the rows are known.
func (m *Model) Judge(rows []int32) []float64 {
	p := Page{n: len(rows) / len(features)}
	p.page.Reset(p.n)
	p.plain.Reset(p.n)
	for i := range p.n {
		var sum [Columns]float64
		for _, r := range rows[i*len(features) : (i+1)*len(features)] {
			for c, v := range m.W[r] {
				sum[c] += float64(v)
			}
		}
		p.page.Em[i] = [States]float64{0, sum[Inside-1], sum[Hole-1], sum[After-1]}
		p.plain.Em[i] = [States]float64{0, sum[plainColumn]}
	}
	p.page.Exponentiate(States)
	p.plain.Exponentiate(2)
	p.average(m)
	return p.Odds
}
