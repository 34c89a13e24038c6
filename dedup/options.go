package dedup

// Options say how texts are compared. The zero value compares sets of
// shingles of [DefaultWords] words under [Full] with a threshold of
// [DefaultThreshold]. Options hold no state and may be shared.
type Options struct {
	Threshold float64 // least Jaccard similarity; 0 means DefaultThreshold, for Clusters 0.4
	Words     int     // words in a shingle; 0 means DefaultWords, for Clusters 1
	Fold      Fold    // what counts as the same word: Full (the zero value) or Case
	MinWords  int     // texts of fewer words take no part
	Approx    bool    // Pairs and Clusters take their candidates from sketches instead of the exact join
	Workers   int     // goroutines; 0 means GOMAXPROCS. The result is the same for any number
}

// What a zero field of [Options] means.
const (
	DefaultThreshold = 0.5
	DefaultWords     = 2
)

func (o Options) threshold() float64 {
	if o.Threshold <= 0 {
		return DefaultThreshold
	}
	return min(o.Threshold, 1)
}

func (o Options) width() int {
	if o.Words <= 0 {
		return DefaultWords
	}
	return o.Words
}
