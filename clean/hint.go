package clean

// hintWeights says what each hint adds to a line's log odds of being body.
var hintWeights = [...]struct {
	hint   Hint
	weight float64
}{
	{HintNav, -6},
	{HintAside, -3},
	{HintFooter, -4},
	{HintForm, -6},
	{HintButton, -6},
	{HintComment, -6},
	{HintPromo, -5},
	{HintTime, -3},
	{HintByline, -4},
	{HintFigure, -3},
	{HintCaption, -5},
	{HintTitle, -4},
	{HintHidden, -3},
	{HintBody, 2},
	{HintArticle, 1},
	{HintParagraph, 0.5},
	{HintQuote, 0.5},
}

// linkWeight is what a line that is all link adds.
const linkWeight = -3.5

// hintBias returns what a front end's knowledge of a line adds to its log odds.
func hintBias(l *Line) float64 {
	v := linkWeight * l.LinkShare * l.LinkShare
	if l.Hint == HintNone {
		return v
	}
	for _, w := range hintWeights {
		if l.Hint&w.hint != 0 {
			v += w.weight
		}
	}
	return v
}
