package model

// A feature looks at one or two properties of a line, or of a line above or
// below it; each combination of their bins has weights.
type feature struct {
	name string
	of   of
	line int // the one it looks at: 0 is the line itself, 1 the next
}

type of [2]property

// bins returns how many bins the feature has.
func (f *feature) bins() int { return int(sizes[f.of[0]]) * int(sizes[f.of[1]]) }

// bin returns the feature's bin on a line whose properties are v.
func (f *feature) bin(v *bins) int { return int(v[f.of[0]])*int(sizes[f.of[1]]) + int(v[f.of[1]]) }

// sortedFeatures look at properties of a line itself, of its place on the page,
// of its neighbours.
var sortedFeatures = [...]feature{
	{"bias", of{}, 0},
	{"length", of{pLength}, 0},
	{"bytes", of{pBytes}, 0},
	{"ends", of{pEnds, pSize}, 0},
	{"starts", of{pStarts, pSize}, 0},
	{"titleshare", of{pTitled, pSize}, 0},
	{"caps", of{pCaps}, 0},
	{"function", of{pFunction, pTenWords}, 0},
	{"digits", of{pDigits}, 0},
	{"commas", of{pCommas}, 0},
	{"stops", of{pStops}, 0},
	{"quotes", of{pQuotes}, 0},
	{"seps", of{pSeps}, 0},
	{"you", of{pYou, pYouWords}, 0},
	{"said", of{pSaid}, 0},
	{"date", of{pDate, pDateWords}, 0},
	{"url", of{pURL}, 0},
	{"wordlength", of{pWordLength}, 0},
	{"phrasecount", of{pPhrases, pPhraseWords}, 0},
	{"copies", of{pCopies, pSize}, 0},
	{"earlier", of{pEarlier}, 0},
	{"known", of{pKnown, pSize}, 0},
	{"common", of{pCommon, pSize}, 0},
	{"place", of{pPlace}, 0},
	{"first", of{pFirst}, 0},
	{"last", of{pLast}, 0},
	{"lines", of{pLines}, 0},
	{"before", of{pBefore}, 0},
	{"after", of{pAfter}, 0},
	{"seg", of{pSegment}, 0},
	{"segtight", of{pTight}, 0},
	{"seg×shape", of{pSegment, pShape}, 0},
	{"density", of{pLeft, pRight}, 0},
	{"density/best", of{pDensity, pSize}, 0},
	{"since×until", of{pSince, pUntil}, 0},
	{"since×length", of{pSince, pLength}, 0},
	{"until×length", of{pUntil, pLength}, 0},
	{"promos", of{pPromos, pPromosAhead}, 0},
	{"promosall", of{pAnyPromos}, 0},
	{"shape", of{pShape}, 0},
	{"shape-3", of{pShape}, -3},
	{"shape-2", of{pShape}, -2},
	{"shape-1", of{pShapeAbove}, 0},
	{"shape+1", of{pShapeBelow}, 0},
	{"shape+2", of{pShape}, +2},
	{"shape+3", of{pShape}, +3},
	{"shape-1,0", of{pShapeAbove, pShape}, 0},
	{"shape0,+1", of{pShape, pShapeBelow}, 0},
	{"shape-1,+1", of{pShapeAbove, pShapeBelow}, 0},
	{"meanwords", of{pMeanWords, pSize}, 0},
	{"meannear", of{pMeanNear, pSize}, 0},
	{"sentences", of{pSentences, pSize}, 0},
	{"goodpage", of{pGoodPage}, 0},
	{"copiesnear", of{pCopiesNear, pSize}, 0},
	{"datesnear", of{pDatesNear, pSize}, 0},
	{"alike", of{pAlike, pSize}, 0},
	{"core", of{pCore, pSize}, 0},
	{"known-2", of{pKnown}, -2},
	{"length-2", of{pLength}, -2},
	{"function-2", of{pFunctionShare}, -2},
	{"hard-2", of{pHard}, -2},
	{"copies-2", of{pRepeated}, -2},
	{"ends-2", of{pEnds}, -2},
	{"known-1", of{pKnown}, -1},
	{"length-1", of{pLength}, -1},
	{"function-1", of{pFunctionShare}, -1},
	{"hard-1", of{pHard}, -1},
	{"copies-1", of{pRepeated}, -1},
	{"ends-1", of{pEnds}, -1},
	{"known+1", of{pKnown}, +1},
	{"length+1", of{pLength}, +1},
	{"function+1", of{pFunctionShare}, +1},
	{"hard+1", of{pHard}, +1},
	{"copies+1", of{pRepeated}, +1},
	{"ends+1", of{pEnds}, +1},
	{"known+2", of{pKnown}, +2},
	{"length+2", of{pLength}, +2},
	{"function+2", of{pFunctionShare}, +2},
	{"hard+2", of{pHard}, +2},
	{"copies+2", of{pRepeated}, +2},
	{"ends+2", of{pEnds}, +2},
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

const nrFeatures = len(sortedFeatures) + len(phraseKinds)

// features are all features: after the sorted ones a phrase feature for each
// kind of phrase. firstRow says where the rows of each begin in the model.
var features, firstRow = func() (all [nrFeatures]feature, first [nrFeatures]int32) {
	n := copy(all[:], sortedFeatures[:])
	for _, k := range phraseKinds {
		all[n] = feature{"phrase:" + KindNames[k], of{pPhrase}, 0}
		n++
	}
	row := 0
	for i := range all {
		first[i] = int32(row)
		row += all[i].bins()
	}
	return all, first
}()

// Rows is the number of rows that a model has: a bin of a feature each.
func Rows() int {
	n := 0
	for i := range features {
		n += features[i].bins()
	}
	return n
}

// Features is the number of rows that each line has.
func Features() int { return len(features) }

// Rows returns the page's rows in the model, Features of them for each line.
func (p *Page) Rows() []uint16 {
	p.survey()
	p.sort()
	lines := make([]bins, p.n+2*margin)
	for i := range lines {
		lines[i] = p.sorted[i].bins()
	}
	rows := make([]uint16, 0, p.n*len(features))
	for i := margin; i < margin+p.n; i++ {
		for k := range sortedFeatures {
			f := &features[k]
			rows = append(rows, uint16(firstRow[k])+uint16(f.bin(&lines[i+f.line])))
		}
		for k, kind := range phraseKinds {
			rows = append(rows, uint16(firstRow[len(sortedFeatures)+k])+uint16(p.m[i].phraseBin(kind)))
		}
	}
	return rows
}

// Judge returns the log odds of lines of which only the rows are known.
func (m *Model) Judge(rows []uint16) []float64 {
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
