package quote

import "sync"

// A workspace is the memory that Find works in.
type workspace struct {
	finder
	speakers attributor
}

// workspaces keeps the memory of one call of Find for another.
var workspaces = sync.Pool{New: func() any { return &workspace{} }}

// mostKept is the length of the longest text whose workspace is kept.
const mostKept = 2 << 20

// release gives w back. Of its text nothing stays, and nothing at all of a large
// one.
func (w *workspace) release() {
	if len(w.text) > mostKept {
		return
	}
	w.reset()
	w.speakers.reset()
	workspaces.Put(w)
}
