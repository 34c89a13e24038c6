package model

// bin returns how many of the limits, which rise, v has reached.
func bin(v int, limits ...int) int {
	for i, l := range limits {
		if v < l {
			return i
		}
	}
	return len(limits)
}

// binf is bin for numbers that are no integers.
func binf(v float64, limits ...float64) int {
	for i, l := range limits {
		if v < l {
			return i
		}
	}
	return len(limits)
}

// flag is 1 for true.
func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// densBin sorts a faded mass.
func densBin(v float64) int { return binf(v, 1, 8, 20, 45, 80, 140) }

// gapBin sorts a distance in lines.
func gapBin(v uint8) int { return bin(int(v), 1, 2, 3, 5, 9, 20) }
