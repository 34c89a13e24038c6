package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// closing are the bytes that may end a sentence; 0x9D is the last of ”.
var closing = [256]bool{'.': true, '!': true, '?': true, '"': true, ')': true, 0x9D: true}

// LastSentence returns where the last sentence of the last line begins, or 0 if
// it has only one or its last is longer than TailBytes. A parenthesis at the end
// counts as a sentence.
func (p *Page) LastSentence() int {
	line, tokens := p.scan.line, p.scan.tokens
	from := max(0, len(line)-TailBytes)
	if strings.HasSuffix(line, ")") {
		if i := strings.LastIndexByte(line[from:], '(') + from; i > from && line[i-1] == ' ' {
			return i
		}
	}
	for k := len(tokens) - 1; k >= 0 && tokens[k].Start > max(from, 1); k-- {
		i := tokens[k].Start
		before := line[i-2]
		if !closing[before] || line[i-1] != ' ' || before >= utf8.RuneSelf && !strings.HasSuffix(line[:i-1], "”") {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(line[i:]); unicode.IsUpper(r) || r == '(' {
			return i
		}
	}
	return 0
}
