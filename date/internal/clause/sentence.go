package clause

import (
	"strings"
	"unicode/utf8"
)

// sentenceStart returns where the sentence that holds text[at] begins.
func sentenceStart(text string, at int) int {
	least := max(0, at-window)
	for i := at - 1; i > least; i-- {
		if text[i] > ';' { // as most letters of a word
			continue
		}
		switch text[i] {
		case '\n':
			if text[i-1] == '\n' {
				return i + 1
			}
		case ';':
			return i + 1
		case ' ', '"':
			if i > least+3 && i+1 < len(text) && text[i+1] >= 'A' && text[i+1] <= 'Z' && ends(text[:i]) {
				return i + 1
			}
		}
	}
	return runeStart(text, least)
}

// sentenceEnd returns where the sentence that holds text[at] ends.
func sentenceEnd(text string, at int) int {
	most := min(len(text), at+window/2)
	for i := at; i < most; i++ {
		if text[i] > ';' {
			continue
		}
		switch text[i] {
		case ';':
			return i
		case '\n':
			if i+1 < len(text) && text[i+1] == '\n' {
				return i
			}
		case ' ':
			if i > at && i+1 < len(text) && text[i+1] >= 'A' && text[i+1] <= 'Z' && ends(text[:i]) {
				return i
			}
		}
	}
	return max(at, runeStart(text, most))
}

// ends tells whether a sentence seems to end with s: at a stop that closes no
// short word with a capital, such as Mr. or Nov.
func ends(s string) bool {
	if s != "" && 'a' <= s[len(s)-1] && s[len(s)-1] <= 'z' {
		return false // as behind most words
	}
	s = strings.TrimRight(s, "\"')”’")
	if len(s) < 5 || s[len(s)-1] != '.' && s[len(s)-1] != '?' && s[len(s)-1] != '!' {
		return false
	}
	word := s[strings.LastIndexAny(s[:len(s)-1], " \n(")+1 : len(s)-1]
	switch {
	case len(word) > 4:
		return true
	case word == "":
		return false
	case word[0] >= '0' && word[0] <= '9': // on Nov. 14.
		return true
	}
	return len(word) > 1 && word[0] >= 'a' && word[0] <= 'z' && !strings.Contains(word, ".")
}

// runeStart returns i, or the start of the rune that holds it.
func runeStart(s string, i int) int {
	for n := 0; n < utf8.UTFMax && i-n >= 0 && i < len(s); n++ {
		if utf8.RuneStart(s[i-n]) {
			return i - n
		}
	}
	return i
}
