package model

import (
	"math/bits"
	"slices"
)

// A property of a line is sorted into bins.
type property uint8

const (
	pNone property = iota

	// What the line says of itself.
	pSize // a few words, some, many
	pLength
	pBytes
	pEnds
	pStarts
	pTitled // capitalised words
	pCaps
	pFunction // words that bind sentences
	pTenWords
	pDigits
	pCommas
	pStops
	pQuotes
	pSeps
	pYou
	pYouWords
	pSaid
	pDate
	pDateWords
	pURL
	pWordLength
	pPhrases // kinds of phrases that are rarely in a body
	pPhraseWords
	pPhrase // one kind's; no part of sorted

	// What the page has in common with it.
	pCopies
	pEarlier
	pKnown
	pCommon
	pCore
	pAlike

	// Where it stands.
	pPlace
	pFirst
	pLast
	pLines
	pGoodPage
	pBefore
	pAfter
	pSegment
	pTight
	pShape
	pShapeAbove
	pShapeBelow
	pLeft
	pRight
	pDensity
	pSince
	pUntil
	pPromos
	pPromosAhead
	pAnyPromos
	pMeanWords
	pMeanNear
	pSentences
	pCopiesNear
	pDatesNear

	// What its neighbours see of it.
	pFunctionShare
	pHard
	pRepeated

	properties
)

// sizes says how many bins each property has.
var sizes = [properties]uint16{
	pNone: 1,
	pSize: 3, pLength: 10, pBytes: 9, pEnds: uint16(endings), pStarts: uint16(starts), pTitled: 6, pCaps: 5,
	pFunction: 6, pTenWords: 2, pDigits: 5, pCommas: 4, pStops: 4, pQuotes: 4, pSeps: 4, pYou: 3, pYouWords: 3,
	pSaid: 2, pDate: 4, pDateWords: 2, pURL: 2, pWordLength: 6, pPhrases: 4, pPhraseWords: 3, pPhrase: 9,
	pCopies: 4, pEarlier: 4, pKnown: 6, pCommon: 5, pCore: 6, pAlike: 6,
	pPlace: 8, pFirst: 6, pLast: 6, pLines: 6, pGoodPage: 6, pBefore: 8, pAfter: 8, pSegment: segPlaces, pTight: segPlaces,
	pShape: shapes, pShapeAbove: shapes, pShapeBelow: shapes, pLeft: 7, pRight: 7, pDensity: 6, pSince: 7, pUntil: 7,
	pPromos: 4, pPromosAhead: 4, pAnyPromos: 5, pMeanWords: 8, pMeanNear: 8, pSentences: 6, pCopiesNear: 6, pDatesNear: 5,
	pFunctionShare: 5, pHard: 2, pRepeated: 2,
}

// A group is properties of a line that are looked up together: a table has, for
// each combination of their bins, what all features add that look at no others.
type group [4]property

// groups are those of a line itself, in the first of which are the features
// without a property, and from neighbour on those that the lines around it are
// asked for.
var groups = [...]group{
	{pLines, pGoodPage},
	{pSize, pEnds, pStarts},
	{pSize, pTitled, pCaps, pDigits},
	{pCommas, pStops, pQuotes, pSeps},
	{pBytes, pWordLength, pSaid, pURL},
	{pFunction, pTenWords, pDate, pDateWords},
	{pYou, pYouWords, pPhrases, pPhraseWords},
	{pSize, pCopies, pEarlier, pKnown},
	{pSize, pCommon, pCore, pAlike},
	{pPlace, pFirst, pLast},
	{pBefore, pAfter, pAnyPromos},
	{pSegment, pShape},
	{pTight, pPromos, pPromosAhead},
	{pSize, pDensity, pLeft, pRight},
	{pLength, pSince, pUntil},
	{pSize, pMeanWords, pMeanNear},
	{pSize, pSentences, pCopiesNear, pDatesNear},
	{pShape, pShapeAbove},
	{pShape, pShapeBelow},
	{pShapeAbove, pShapeBelow},
	{pEnds, pShape, pHard, pRepeated},
	{pKnown, pLength, pFunctionShare},
}

const neighbour = len(groups) - 2

// A sorted line has for each group the combination of its bins.
type sorted [len(groups)]uint16

// sort finds the groups' combinations for the page's lines. Those of the margins
// are zero.
func (p *Page) sort() {
	p.sorted = slices.Grow(p.sorted[:0], p.n+2*margin)[:p.n+2*margin]
	clear(p.sorted[:margin])
	clear(p.sorted[margin+p.n:])
	for i := range p.n {
		p.sortLine(i, &p.sorted[margin+i])
	}
}

// sortLine finds the combinations for line i, in the order of the groups. It is
// straight code since it is much of the work on a page of short lines.
func (p *Page) sortLine(i int, s *sorted) {
	m, a := &p.m[i+margin], &p.at[i+margin]
	above, below := p.at[i+margin-1].shape, p.at[i+margin+1].shape
	left, right := p.left[i], p.right[i]
	phrases := bits.OnesCount32(m.phrases() & hard)
	*s = sorted{
		join2(p.linesBin, pLines, p.goodBin),
		join3(a.size, pSize, uint8(m.Ends), pEnds, uint8(m.Starts)),
		join4(a.size, pSize, m.titleBin(p.titled), pTitled, m.capsBin(), pCaps, m.digitsBin()),
		join4(bin3(m.commas, 1, 2, 4), pCommas, bin3(m.Stops, 1, 2, 4), pStops, bin3(m.Quotes, 1, 2, 3), pQuotes, bin3(m.Seps, 1, 2, 4)),
		join4(uint8(min(8, bits.Len32(uint32(m.Bytes)>>2))), pBytes, m.wordLengthBin(), pWordLength, flag(m.Said > 0), pSaid, flag(m.url)),
		join4(m.functionBin(), pFunction, flag(m.Words >= 10), pTenWords, flag(m.Month)+2*flag(m.Clock), pDate, flag(m.Words > 10)),
		join4(bin2(m.you, 1, 2), pYou, bin2(m.Words, 10, 30), pYouWords, uint8(min(3, phrases)), pPhrases, bin2(m.Words, 8, 25)),
		join4(a.size, pSize, a.copies, pCopies, a.earlier, pEarlier, a.knownBin),
		join4(a.size, pSize, bin4(float64(a.common), .01, .1, .25, .4), pCommon, a.coreBin, pCore, alikeBins[a.alike]),
		join3(uint8(uint32(i)*8/uint32(p.n)), pPlace, endBin(i), pFirst, endBin(p.n-1-i)),
		join3(shareBin(a.before), pBefore, shareBin(a.after), pAfter, bin4(int32(a.anyPromos), 1, 3, 8, 20)),
		join2(a.seg, pSegment, a.shape),
		join3(a.segTight, pTight, a.promos, pPromos, a.promosAhead),
		join4(a.size, pSize, bin5((left+right)/p.maxD, .01, .1, .25, .5, .75), pDensity, densBin(left), pLeft, densBin(right)),
		join3(a.length, pLength, gapBins[a.sinceGood], pSince, gapBins[a.untilGood]),
		join3(a.size, pSize, meanBin(a.meanWords), pMeanWords, meanBin(a.meanNear)),
		join4(a.size, pSize, bin5(float64(a.sentences), .05, .15, .3, .5, .75), pSentences,
			copiesNearBins[a.copiesNear], pCopiesNear, bin4(int32(a.datesNear), 1, 2, 3, 4)),
		join2(a.shape, pShape, above),
		join2(a.shape, pShape, below),
		join2(above, pShapeAbove, below),
		join4(uint8(m.Ends), pEnds, a.shape, pShape, a.hard, pHard, flag(a.copies > 0)),
		join3(a.knownBin, pKnown, a.length, pLength, a.functionBin),
	}
}

// The functions join2 to join4 number the combinations of properties; p and q
// and r are those that a, b and c are the bins of.

func join2(a uint8, p property, b uint8) uint16 { return uint16(a) + sizes[p]*uint16(b) }

func join3(a uint8, p property, b uint8, q property, c uint8) uint16 {
	return uint16(a) + sizes[p]*join2(b, q, c)
}

func join4(a uint8, p property, b uint8, q property, c uint8, r property, d uint8) uint16 {
	return uint16(a) + sizes[p]*join3(b, q, c, r, d)
}

// size returns how many combinations the group has.
func (g *group) size() int {
	n := 1
	for _, p := range g {
		n *= int(sizes[p])
	}
	return n
}

// bins are a line's bins of all properties.
type bins [properties]uint8

// bins undoes sortLine.
func (s *sorted) bins() (v bins) {
	for g := range groups {
		groups[g].split(s[g], &v)
	}
	return v
}

// split undoes join2 to join4.
func (g *group) split(joined uint16, v *bins) {
	for _, p := range g {
		v[p] = uint8(joined % sizes[p])
		joined /= sizes[p]
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
