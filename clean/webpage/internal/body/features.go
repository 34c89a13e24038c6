package body

import (
	"fmt"
	"math/bits"
	"sync"

	"example.org/newstext/clean/internal/model"
	"example.org/newstext/clean/webpage/internal/scan"
)

// A group of features: some numbered ones under a name.
type group struct {
	name string
	n    int
	at   int // the number of its first feature
}

// The groups, in the order of their numbers.
const (
	gBias = iota
	gWords
	gWordsEnd // length and ending together
	gWordsLink
	gEnd
	gStart
	gCapital
	gShort
	gDigits
	gCommas
	gStops
	gFlags
	gLink
	gStrong
	gTags
	gInner
	gOwn
	gParent
	gFar
	gPrevWords
	gNextWords
	gPrevEnd
	gNextEnd
	gPrevSame
	gNextSame
	gPlace
	gAfterTitle
	gRepeats
	gTitle
	gLinked // coverage by the article text that JSON-LD gives
	gLinkedShort
	gSig
	gSigMass
	gMass // share of the page's long text in the blocks around the line
	gMass1
	gMass2
	gMass3
	gDensity // share of links in the blocks around
	gSiblings
	gTopic
	gPhrase
	gPhrasePrev
	gPhraseNext
	gPhraseSince
	gBefore // share of the page's long text before the line
	gAfter
	gSinceUntil // lines to the nearest long text on both sides
	gSpan       // place against the run of lines that is densest in long text
	gSpanWords
	groupCount
)

var layout = sync.OnceValue(func() []group {
	families, _ := scan.Families()
	sizes := [groupCount]group{
		gBias: {"bias", 1, 0}, gWords: {"words", wordBins, 0}, gWordsEnd: {"words-end", wordBins * 3, 0},
		gWordsLink: {"words-link", wordBins * 3, 0},
		gEnd:       {"end", endingCount, 0}, gStart: {"start", beginningCount, 0}, gCapital: {"capital", 6, 0}, gShort: {"short", 5, 0},
		gDigits: {"digits", 4, 0}, gCommas: {"commas", 4, 0}, gStops: {"stops", 4, 0}, gFlags: {"flag", len(flagNames), 0}, gLink: {"link", 6, 0},
		gStrong: {"strong", 3, 0}, gTags: {"tag", scan.TagCount, 0}, gInner: {"inner", scan.TagCount, 0},
		gOwn: {"own", len(families), 0}, gParent: {"parent", len(families), 0}, gFar: {"far", len(families), 0},
		gPrevWords: {"prev-words", wordBins + 1, 0}, gNextWords: {"next-words", wordBins + 1, 0}, gPrevEnd: {"prev-end", endingCount, 0},
		gNextEnd: {"next-end", endingCount, 0}, gPrevSame: {"prev-same", 4, 0}, gNextSame: {"next-same", 4, 0}, gPlace: {"place", 10, 0},
		gAfterTitle: {"after-title", 8, 0}, gRepeats: {"repeats", 3, 0}, gTitle: {"title", 1, 0}, gLinked: {"linked", 6, 0},
		gLinkedShort: {"linked-short", 6, 0}, gSig: {"sig-lines", 6, 0}, gSigMass: {"sig-mass", shareBins, 0},
		gMass: {"mass", shareBins, 0}, gMass1: {"mass1", shareBins, 0}, gMass2: {"mass2", shareBins, 0}, gMass3: {"mass3", shareBins, 0},
		gDensity: {"density", 18, 0}, gSiblings: {"siblings", 6, 0}, gTopic: {"topic", 6, 0},
		gPhrase: {"phrase", phraseKinds * 2, 0}, gPhrasePrev: {"prev-phrase", phraseKinds, 0}, gPhraseNext: {"next-phrase", phraseKinds, 0},
		gPhraseSince: {"phrases-since", 4, 0}, gBefore: {"before", shareBins, 0}, gAfter: {"after", shareBins, 0},
		gSinceUntil: {"since-until", gapBins * gapBins, 0}, gSpan: {"span", spanPlaces, 0}, gSpanWords: {"span-words", spanPlaces * wordBins, 0},
	}
	at := 0
	for i := range sizes {
		sizes[i].at = at
		at += sizes[i].n
	}
	return sizes[:]
})

// flagNames name what is so or not, in the order in which Features sets them.
var flagNames = [...]string{
	"all-capitals", "bar", "address", "copyright-sign", "begins-with-by", "quotation-mark", "quotation-marks",
	"at-br", "link-inside", "many-links-inside", "no-letters", "capitals-in-long-line",
}

// featureNames keeps what Names gives.
var featureNames = sync.OnceValue(Names)

// Names gives the name of each feature.
func Names() []string {
	families, _ := scan.Families()
	var names []string
	for i, g := range layout() {
		for k := range g.n {
			switch {
			case i == gOwn || i == gParent || i == gFar:
				names = append(names, g.name+":"+families[k])
			case i == gFlags:
				names = append(names, flagNames[k])
			case i == gTags || i == gInner:
				names = append(names, g.name+":"+scan.TagNames[k])
			case i == gPhrase && k >= 2:
				names = append(names, g.name+":"+model.KindNames[k/2-1]+[...]string{"", "-long"}[k%2])
			case g.n == 1:
				names = append(names, g.name)
			default:
				names = append(names, fmt.Sprintf("%s:%d", g.name, k))
			}
		}
	}
	return names
}

// Groups gives where the features of each group begin and end.
func Groups() (out [][2]int) {
	for _, g := range layout() {
		out = append(out, [2]int{g.at, g.at + g.n})
	}
	return out
}

// A Vector is a line's features: their numbers and values.
type Vector struct {
	ID    []uint16
	Value []float32
}

func (v *Vector) reset() { v.ID, v.Value = v.ID[:0], v.Value[:0] }

func (v *Vector) add(groups []group, g, k int, value float64) {
	v.ID = append(v.ID, uint16(groups[g].at+k))
	v.Value = append(v.Value, float32(value))
}

func (v *Vector) set(groups []group, g int, bitset uint64) {
	for ; bitset != 0; bitset &= bitset - 1 {
		v.add(groups, g, bits.TrailingZeros64(bitset), 1)
	}
}

const wordBins = 11

func wordBin(n int) int {
	switch {
	case n < 3:
		return n
	case n < 5:
		return 3
	case n < 8:
		return 4
	case n < 12:
		return 5
	case n < 18:
		return 6
	case n < 28:
		return 7
	case n < 46:
		return 8
	case n < 81:
		return 9
	}
	return 10
}

const shareBins = 8

func shareBin(x float64) int {
	switch {
	case x <= 0:
		return 0
	case x < 0.02:
		return 1
	case x < 0.1:
		return 2
	case x < 0.3:
		return 3
	case x < 0.6:
		return 4
	case x < 0.85:
		return 5
	case x < 0.97:
		return 6
	}
	return 7
}

func linkBin(x float64) int {
	switch {
	case x <= 0:
		return 0
	case x < 0.1:
		return 1
	case x < 0.3:
		return 2
	case x < 0.6:
		return 3
	case x < 0.9:
		return 4
	}
	return 5
}

func countBin(n int) int {
	switch {
	case n < 4:
		return n
	case n < 10:
		return 4
	}
	return 5
}

const gapBins = 6

func gapBin(n int32) int {
	switch {
	case n < 3:
		return int(n)
	case n < 6:
		return 3
	case n < 12:
		return 4
	}
	return 5
}
