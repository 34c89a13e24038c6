package model

import (
	"unicode/utf8"

	"example.org/newstext/internal/chunk"
	"example.org/newstext/internal/phrase"
)

// A scanner reads each line once: for its Measure, for the hashes of its words
// and for the tokens that the rules are held against.
type scanner struct {
	rules  *Rules
	words  []uint32       // the hashes of all lines' words
	room   int            // for the words up to the end of the line
	tokens []phrase.Token // of the line

	m             *Measure
	line          string
	from, to      int // no rule looks at the words that begin between: they have no tokens
	gap           phrase.Gap
	foreign       bool // the tokens are not those that phrase.Set.Tokens finds
	stop          int  // where the last stop stands, if no word came after it
	ideographs    int
	lastIdeograph uint32           // 0 where the line has none yet
	known         [wordKinds]int32 // words in each list
}

// measure measures line, appends the hashes of its words to s.words and finds
// the tokens that rules may look at: those of its ends and of its tail.
func (s *scanner) measure(m *Measure, line string) {
	from, to := ends(line)
	to = min(to, len(line)-TailBytes)
	*m = Measure{Bytes: int32(len(line)), hash: hashSeed, firstW: int32(len(s.words))}
	s.m, s.line, s.stop, s.ideographs, s.lastIdeograph = m, line, -1, 0, 0
	s.known = [wordKinds]int32{}
	s.room = min(len(s.words)+lineWords, pageWords)
	s.tokens, s.from, s.to, s.gap, s.foreign = s.tokens[:0], from, to, phrase.Paragraph, false
	for i := 0; i < len(line); {
		if c := line[i]; c < utf8.RuneSelf {
			switch k := class[c]; {
			case c == ' ':
				s.gap = max(s.gap, phrase.Space)
				i++
			case cLower <= k && k <= cDigit:
				i = s.word(i)
			case k == cSpace:
				s.space(rune(c), i)
				i++
			default:
				s.mark(rune(c), k, i, 1)
				i++
			}
			continue
		}
		r, size := decode(line, i)
		if isIdeograph(r) {
			s.strange(i)
			s.ideograph(r)
			i += size
			continue
		}
		switch k := s.rules.classes.of(r); {
		case k == cSpace:
			s.space(r, i)
			i += size
		case k <= cDigit:
			i = s.anyWord(i, flag(k == cUpper))
		default:
			s.mark(r, k, i, size)
			i += size
		}
	}
	m.lastW = int32(len(s.words))
	m.function, m.you, m.Said = s.known[wordFunction], s.known[wordYou], s.known[wordSaid]
	m.Month, m.url = s.known[wordMonth] > 0, s.known[wordURL] > 0
	m.Ends = endOf(line)
	m.Starts = startOf(line)
}

// space notes white space. The rules see the ends of lines, and control
// characters, which count as white space here.
func (s *scanner) space(r rune, i int) {
	s.gap = max(s.gap, phrase.Space)
	if r < ' ' && r != '\t' || r == '\u2029' {
		s.strange(i)
	}
}

// strange notes that the tokens at i are not as the rules want them.
func (s *scanner) strange(i int) { s.foreign = s.foreign || i < s.from || i >= s.to }

// word counts the word that begins with the ASCII character at i and returns
// its end. It is the most frequent thing in a text and has hardly a branch that
// depends on the word.
func (s *scanner) word(i int) int {
	r, key := runAt(chunk.At(s.line, i))
	if r.length == chunk.Size {
		key = s.longRun(i, &r, key)
	}
	end := i + r.length
	capital := flag(class[s.line[i]] == cUpper)
	if end < len(s.line) && goesOn[s.line[end]] {
		return s.anyWord(i, capital)
	}
	hash := spread(key)
	e := s.rules.lexicon.find(key, hash)
	s.token(i, end, r.form(capital), e)
	s.count(i, capital, r, hash, e)
	return end
}

// longRun adds to a run from i on, of which first are the first letters and
// digits, the rest of them, and returns the key of all.
func (s *scanner) longRun(i int, all *run, first uint64) uint64 {
	k := wordKey{last: first, n: chunk.Size}
	for {
		r, bytes := runAt(chunk.At(s.line, i+all.length))
		k.add(bytes, r.length)
		all.add(r)
		if r.length < chunk.Size {
			return k.sum()
		}
	}
}

// anyWord is word for words of any length, with apostrophes and letters that
// are not ASCII. Apostrophes belong to words but not to their keys; for the
// rules they part words.
func (s *scanner) anyWord(i int, capital uint8) int {
	var key wordKey
	var all run
	end, e := s.piece(i, &key, &all)
	first := end
	for end < len(s.line) {
		start := end
		r, size := decode(s.line, end)
		if s.rules.classes.of(r) == cApostrophe || r == '\'' {
			s.markToken(end, size, r)
			end += size
		}
		if end, _ = s.piece(end, &key, &all); end == start {
			break
		}
	}
	sum := key.sum()
	hash := spread(sum)
	if end > first {
		e = s.rules.lexicon.find(sum, hash)
	}
	s.count(i, capital, all, hash, e)
	return end
}

// piece takes the letters and digits from i on, if there are any, for a token
// and adds them to the word's key. It returns their end, and what is known of
// them.
func (s *scanner) piece(i int, word *wordKey, all *run) (end int, e *entry) {
	var key wordKey
	var r run
	joined := *word != key
	for end = i; end < len(s.line); {
		if s.line[end] < utf8.RuneSelf {
			more, bytes := runAt(chunk.At(s.line, end))
			if more.length == 0 {
				break
			}
			key.add(bytes, more.length)
			if joined {
				word.add(bytes, more.length)
			}
			r.add(more)
			end += more.length
			continue
		}
		c, size := decode(s.line, end)
		k := s.rules.classes.of(c)
		if k > cDigit || k == cSpace || isIdeograph(c) {
			break
		}
		r.add(run{1, int(flag(k == cDigit)), int(flag(k == cUpper))})
		s.m.caseless += int32(flag(k == cLower && caseless(c)))
		key.rune(c, k)
		if joined {
			word.rune(c, k)
		}
		end += size
	}
	if end == i {
		return end, nil
	}
	all.add(r)
	if !joined {
		*word = key
	}
	sum := key.sum()
	e = s.rules.lexicon.find(sum, spread(sum))
	form := phrase.Lower
	if r.upper > 0 {
		form = phrase.CaseOf(s.line[i:end])
	}
	s.token(i, end, form, e)
	return end, e
}

// form returns how the letters of an ASCII word are written; capital is 1 where
// the first is one.
func (r run) form(capital uint8) phrase.Case {
	return phrase.Case(capital + capital&flag(r.length > 1)&flag(r.upper+r.digits == r.length))
}

// token adds the token of a word of which e is known.
func (s *scanner) token(start, end int, form phrase.Case, e *entry) {
	if start >= s.from && start < s.to {
		return
	}
	if isDigit(s.line[start]) && e == &s.rules.lexicon.entries[0] {
		e = &s.rules.lexicon.number
	}
	s.tokens = append(s.tokens, e.word.Token(start, end, form, s.gap))
	s.gap = phrase.None
}

// How many words are compared with others': of a line, and of a page.
const (
	lineWords = 1 << 15
	pageWords = 1 << 20
)

// count counts the word that begins at i; capital is 1 where it does with one.
func (s *scanner) count(i int, capital uint8, r run, hash uint64, e *entry) {
	m := s.m
	if s.stop >= 0 {
		m.Stops += int32(flag(i > s.stop+1) & capital)
		s.stop = -1
	}
	m.Letters += int32(r.length - r.digits)
	m.Digits += int32(r.digits)
	m.upper += int32(r.upper)
	m.Words++
	h := uint32(hash >> 32)
	if len(s.words) < s.room {
		s.words = append(s.words, h)
	}
	m.hash = (m.hash ^ h) * hashPrime
	if r.digits > 0 {
		return
	}
	long := flag(r.length > 3)
	m.Titled += int32(long & capital)
	m.Small += int32(long &^ capital)
	s.known[e.list]++
}

// ideograph counts a character of a script without spaces: two are a word. With
// the one before it, it stands for a word where lines are compared.
func (s *scanner) ideograph(r rune) {
	s.stop = -1
	s.m.Letters++
	s.m.caseless++
	s.ideographs++
	if s.ideographs%2 == 0 {
		s.m.Words++
		s.m.Small++
	}
	if len(s.words) < s.room {
		s.words = append(s.words, (uint32(r)^s.lastIdeograph<<13)*hashPrime)
	}
	s.lastIdeograph = uint32(r)
	s.m.hash = (s.m.hash ^ uint32(r)) * hashPrime
	var key wordKey
	key.rune(r, cLower)
	s.known[s.rules.lexicon.find(key.sum(), spread(key.sum())).list]++
}

// mark counts a character that is no part of a word.
func (s *scanner) mark(r rune, k uint8, i, size int) {
	s.markToken(i, size, r)
	m, line := s.m, s.line
	switch k {
	case cStop:
		s.stop = i
		if isIdeoStop(r) {
			m.Stops++
		}
	case cComma:
		m.commas++
	case cQuote:
		m.Quotes++
	case cSep:
		m.Seps++
	case cOther:
		if r == ':' && i > 0 && i+1 < len(line) && isDigit(line[i-1]) && isDigit(line[i+1]) {
			m.Clock = true
		}
	}
}

// markToken adds the token of a mark.
func (s *scanner) markToken(i, size int, r rune) {
	if r == 'ʼ' {
		s.strange(i) // a letter for the rules
	}
	if i < s.from || i >= s.to {
		s.tokens = append(s.tokens, s.rules.set.Mark(i, i+size, r, s.gap))
		s.gap = phrase.None
	}
}
