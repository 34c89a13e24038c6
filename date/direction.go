package date

// direction tells whether an expression that could lie in the past or in the
// future is meant to lie ahead, and by which cue.
func (d *document) direction(s *span) (ahead bool, why string) {
	if d.Future {
		return true, ""
	}
	return false, ""
}
