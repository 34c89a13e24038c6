package model

// bin returns how many of the limits, which rise, v has reached.
func bin(v int32, limits ...int32) uint8 {
	n := uint8(0)
	for _, l := range limits {
		n += flag(v >= l)
	}
	return n
}

// binf is bin for numbers that are no integers.
func binf(v float64, limits ...float64) uint8 {
	n := uint8(0)
	for _, l := range limits {
		n += flag(v >= l)
	}
	return n
}

// flag is 1 for true.
func flag(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}

// densBin sorts a faded mass.
func densBin(v float64) uint8 { return binf(v, 1, 8, 20, 45, 80, 140) }

// gapBin sorts a distance in lines.
func gapBin(v uint8) uint8 { return bin(int32(v), 1, 2, 3, 5, 9, 20) }
