package quote

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// controls returns the edits that turn the controls of Latin-1, which nobody
// writes, into the characters that windows-1252 has in their place.
func controls(text string) []Edit {
	var edits []Edit
	for i := 0; ; i++ {
		n := strings.IndexByte(text[i:], 0xC2)
		if n < 0 {
			return edits
		}
		i += n
		if i+1 < len(text) && text[i+1] < 0xA0 && text[i+1] >= 0x80 {
			if r := charmap.Windows1252.DecodeByte(text[i+1]); r != utf8.RuneError && r > 0xA0 {
				edits = append(edits, Edit{i, i + 2, string(r), "c1"})
			}
		}
	}
}
