package quote

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"example.org/newstext/quote/internal/surprise"
)

// gbkCertain is the gain from which a run of Chinese is believed to be the bytes
// of something else.
const gbkCertain = 25 * surprise.Unit

// decodeGBK undoes the reading of UTF-8 as GBK, which makes one ideograph of two
// bytes: it鈥檚 for it’s. The second byte can be the letter after the mark.
func decodeGBK(text string) []Edit {
	var edits []Edit
	for i := 0; i < len(text); {
		if text[i] < 0xE3 { // the first byte of an ideograph, or one beyond
			i++
			continue
		}
		end := i
		for end < len(text) {
			r, n := utf8.DecodeRuneInString(text[end:])
			if !unicode.Is(unicode.Han, r) && (r < 0xE000 || r > 0xF8FF) {
				break
			}
			end += n
		}
		if end == i {
			i++
			continue
		}
		if fixed, ok := readGBK(text[i:end]); ok {
			next := firstRune(text[end:])
			gain := surprise.Cost(text[:i], text[i:end]+next) - surprise.Cost(text[:i], fixed+next)
			if gain >= gbkCertain && surprise.Ordinary(fixed) {
				edits = append(edits, Edit{i, end, fixed, "gbk"})
			}
		}
		i = end
	}
	return edits
}

// readGBK returns the UTF-8 that reads s in GBK, if there is one.
func readGBK(s string) (string, bool) {
	bytes, err := simplifiedchinese.GB18030.NewEncoder().String(s)
	if err != nil || len(bytes) != 2*utf8.RuneCountInString(s) || !utf8.ValidString(bytes) {
		return "", false
	}
	return bytes, true
}
