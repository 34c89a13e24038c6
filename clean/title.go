package clean

// longestTitle is how many bytes a window's title may have.
const longestTitle = 300

// titleOf returns where in part i a separator stands that a page's title has
// before or after the site's name, or 0.
func (r *roles) titleOf(i int) int {
	if r.titles[i] == 0 {
		r.titles[i] = 1
		if line := r.line(i); len(line) <= longestTitle {
			r.titles[i] += int16(lastSeparator(line))
		}
	}
	return int(r.titles[i]) - 1
}

// separators are what stands between a title and the site's name, those that
// are surest first.
var separators = [...]string{" | ", " - ", " – ", " — ", " · ", " :: "}

// lastSeparator returns where the surest separator stands for the last time in
// the line, or 0. One that begins the line is none.
func lastSeparator(line string) int {
	at, best := 0, len(separators)
	for i := len(line) - len(" | "); i > 0; i-- {
		if line[i] != ' ' {
			continue
		}
		switch line[i+1] {
		case '|', '-', ':', "–"[0], "·"[0]:
			for k, sep := range separators[:best] {
				if end := i + len(sep); end <= len(line) && line[i:end] == sep {
					at, best = i, k
					break
				}
			}
		}
		if best == 0 {
			break
		}
	}
	return at
}
