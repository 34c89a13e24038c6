package quote

// A turn is a paragraph with quotations and who speaks in it.
type turn struct {
	speaker Speaker
	led     bool // a quotation begins the paragraph
}

// turns are the latest paragraphs with quotations.
type turns struct {
	recent [2]turn // the last one last
	paused bool    // a paragraph without quotations has followed
}

func (t *turns) last() *turn { return &t.recent[1] }

// add notes one more turn.
func (t *turns) add(u turn) {
	t.recent[0], t.recent[1] = t.recent[1], u
	t.paused = false
}

// pause notes a paragraph without quotations.
func (t *turns) pause() { t.paused = true }

// guess returns who speaks in a paragraph that begins with a quotation and does
// not say whose it is.
func (t *turns) guess() Speaker {
	if t.paused {
		return Speaker{}
	}
	return t.last().speaker
}
