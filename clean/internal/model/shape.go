package model

// TitleShare returns the share of words of more than three letters that begin
// with a capital.
func (m *Measure) TitleShare() float64 {
	if m.Titled+m.Small == 0 {
		return 0.5
	}
	return float64(m.Titled) / float64(m.Titled+m.Small)
}

// isCaseless reports whether the line is in a script without capitals.
func (m *Measure) isCaseless() bool { return 2*m.caseless > m.Letters }

// Numbers of kinds that the model's features look at; the public package's
// kinds have the same numbers.
const (
	kByline    = 5
	kDate      = 6
	kCaption   = 7
	kCredit    = 8
	kSection   = 11
	kShare     = 12
	kSubscribe = 13
	kPromo     = 14
	kTeaser    = 15
	kAbout     = 16
	kComments  = 17
	kLegal     = 18
	kWidget    = 19
	Kinds      = 20
)

// Kinds of phrases that are rarely in a body, and that may be.
const (
	hard = 1<<kShare | 1<<kSubscribe | 1<<kComments | 1<<kLegal | 1<<kTeaser | 1<<kPromo | 1<<kWidget | 1<<kSection
	soft = 1<<kCredit | 1<<kAbout | 1<<kCaption
)

// phrases returns the kinds of which the line holds phrases.
func (m *Measure) phrases() uint32 { return m.Match.mask[0] | m.Match.mask[1] | m.Match.mask[2] }

// phrase reports whether the line holds a phrase of one of the kinds.
func (m *Measure) phrase(kinds uint32) bool { return m.phrases()&kinds != 0 }

// good reports whether the line looks like a paragraph. A line of a foreign
// page, one in a language whose function words are not known, needs none.
func (m *Measure) good(foreign bool) bool {
	if m.Words < 10 || !m.Ends.Sentence() || !foreign && m.function*8 < m.Words {
		return false
	}
	return m.Words > 30 || !m.phrase(1<<kShare|1<<kSubscribe|1<<kLegal|1<<kComments|1<<kPromo)
}

// shapes is how many shapes shapeOf tells apart.
const shapes = 14

const dateShape = 1

// shapeOf sorts a line into one of the shapes that neighbours are told by; usual
// is the share of capitalised words in the page's sentences.
func shapeOf(m *Measure, usual float64) uint8 {
	sentence := m.Ends.Sentence()
	switch {
	case m.Words == 0 && m.Bytes == 0:
		return 0
	case m.Words <= 8 && m.Month && m.Digits >= 1, m.Clock && m.Words <= 12:
		return dateShape
	case m.Words <= 8 && m.phrase(1<<kByline):
		return 2
	case m.Words <= 25 && m.phrase(hard):
		return 3
	case m.Words <= 25 && m.phrase(soft):
		return 4
	case sentence && m.Words >= 25:
		return 5
	case sentence && m.Words >= 10:
		return 6
	case sentence:
		return 7
	case m.Words >= 25:
		return 8
	case m.Words >= 10:
		return 9
	case m.Words >= 5 && !m.isCaseless() && m.TitleShare()-usual > 0.5*(1-usual):
		return 10
	case m.Words >= 5:
		return 11
	case m.Words >= 3:
		return 12
	}
	return 13
}

// outlines is how many outlines outlineOf tells apart.
const outlines = uint8(endings) * uint8(starts) * 3

// outlineOf sorts a line by its ends and its size.
func outlineOf(m *Measure) uint8 {
	return (uint8(m.Ends)*uint8(starts)+uint8(m.Starts))*3 + m.size()
}
