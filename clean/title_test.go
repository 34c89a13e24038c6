package clean

import "testing"

func TestLastSeparator(t *testing.T) {
	for line, want := range map[string]int{
		"":                                    0,
		"The bridge is open":                  0,
		" | The Tide":                         0,
		"The bridge | ":                       10,
		"The bridge - a story | News | Tide":  27,
		"The bridge | a story - the Tide":     10,
		"The bridge — a story – the Tide":     22,
		"The bridge · Tide :: News":           10,
		"The bridge :: Tide":                  10,
		"The bridge |Tide and the bridge- we": 0,
	} {
		if got := lastSeparator(line); got != want {
			t.Errorf("lastSeparator(%q) = %d, want %d", line, got, want)
		}
	}
}
