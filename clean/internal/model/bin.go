package model

import "math/bits"

// A number is what is sorted into bins.
type number interface{ ~int32 | ~float64 }

// The functions bin2 to bin5 return how many of the limits v has reached. They
// are short enough to be inlined, and have no branches.

func bin2[T number](v, a, b T) uint8 { return flag(v >= a) + flag(v >= b) }

func bin3[T number](v, a, b, c T) uint8 { return flag(v >= a) + flag(v >= b) + flag(v >= c) }

func bin4[T number](v, a, b, c, d T) uint8 { return bin2(v, a, b) + bin2(v, c, d) }

func bin5[T number](v, a, b, c, d, e T) uint8 { return bin2(v, a, b) + bin3(v, c, d, e) }

// flag is 1 for true.
func flag(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}

// lengthBin sorts the number of words of a line.
func lengthBin(words int32) uint8 { return bin4(words, 1, 2, 3, 5) + bin5(words, 8, 12, 18, 27, 45) }

// shareBin sorts the share of the page's mass on one side of a line.
func shareBin(v float32) uint8 {
	return bin3(float64(v), 1e-9, .03, .1) + bin4(float64(v), .3, .7, .9, .98)
}

// meanBin sorts a mean number of words.
func meanBin(v float32) uint8 {
	return bin3(float64(v), 2, 4, 7) + bin4(float64(v), 11, 16, 24, 34)
}

// densBin sorts a faded mass.
func densBin(v float64) uint8 { return bin3(v, 1, 8, 20) + bin3(v, 45, 80, 140) }

// endBin sorts the number of lines up to an end of the page, with the limits 1,
// 2, 4, 8 and 16.
func endBin(lines int) uint8 { return uint8(min(5, bits.Len32(uint32(lines)))) }

// What is counted in a byte has its bin in a table.
var (
	gapBins        = binsOf(1, 2, 3, 5, 9, 20) // of distances in lines
	alikeBins      = binsOf(1, 2, 3, 5, 8)
	copiesNearBins = binsOf(1, 2, 4, 6, 9)
)

func binsOf(limits ...int) (bins [256]uint8) {
	for v := range bins {
		for _, limit := range limits {
			bins[v] += flag(v >= limit)
		}
	}
	return bins
}
