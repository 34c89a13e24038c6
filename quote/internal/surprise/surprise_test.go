package surprise

import (
	"strconv"
	"strings"
	"testing"
)

func TestCost(t *testing.T) {
	tests := []struct{ before, sound, damaged, after string }{
		{"caf", "é", "Ã©", " "},
		{"Spain", "’", "â€™", "s"},
		{"5 ", "°", "Â°", "C"},
		{"в ", "Казань", "РљР°Р·Р°РЅСЊ", "\n"},
		{"서울", "로", "ë¡œ", " "},
		{"", "東京", "æ\u009d±äº¬", "\n"},
		{"Stra", "ß", "脽", "e"},
		{"a ", "\uFFFD", "ï¿½", " "},
	}
	for _, tt := range tests {
		sound, damaged := Cost(tt.before, tt.sound+tt.after), Cost(tt.before, tt.damaged+tt.after)
		if sound >= damaged {
			t.Errorf("%s%s%s costs %d, with %s %d", tt.before, tt.sound, tt.after, sound, tt.damaged, damaged)
		}
	}
	if a, b := Cost("a", "\xff"), Cost("a", "b"); a <= b {
		t.Errorf("a byte that is not UTF-8 costs %d, a letter %d", a, b)
	}
}

func TestOrdinary(t *testing.T) {
	for s, want := range map[string]bool{"é": true, "’": true, "Ж": true, "の": true, "ǽ": false, "ᴴ": false, "¬": false, "ⓓé": true} {
		if Ordinary(s) != want {
			t.Errorf("Ordinary(%s) is %v", s, !want)
		}
	}
}

func TestLatin(t *testing.T) {
	for s, want := range map[string]bool{"é": true, "5–": true, "μ": false, "Ж": false, "한": false, "ا": false, "क": false} {
		if Latin(s) != want {
			t.Errorf("Latin(%s) is %v", s, !want)
		}
	}
}

// TestClassesCover checks that every character has a class and that characters
// beyond the table of one block do not fall into that of another.
func TestClassesCover(t *testing.T) {
	want := map[rune]class{
		'\n': start, 'a': lower, 'Z': upper, '7': digit, ';': stop, '"': straight, '(': opening, '}': closing, '-': joiner, '$': sign, 0x1f: control,
		'é': latin1, 'É': latin1Up, 'ž': latinExt, 'Ž': latinUp, 'ǽ': latinRare, 'ß': latin1, 'ế': latinExt, 'ẞ': latinRare, 'ɒ': latinRare,
		'я': cased, 'Я': casedUp, 'і': casedExt, 'Є': casedExtUp, 'ѻ': casedRare, 'ω': cased, 'Ω': casedUp, 'ἀ': casedRare, 'Ա': casedUp,
		'ب': caseless, 'क': caseless, 0x093F: vowel, 0x0301: combining, '는': hangul, 0x1100: hangulRare, 'の': kana, 'ㄅ': kana, '日': han, '鿋': hanRare, '㐀': hanRare, '。': ideographic,
		'“': quoteOpen, '”': quoteClose, '’': apostrophe, '„': low, '«': guillemet, '›': guillemetEnd, '—': dash, '…': ellipsis, 0xA0: noBreak, 0x2009: noBreak,
		0x200D: invisible, 0xFEFF: invisible, '€': currency, '¢': currency, '™': legal, '½': superior, '₂': superior, '±': operator, '‰': operator, '¿': inverted, '´': accent, '˜': accent,
		'•': bullet, '→': symbol, '─': box, '😍': pictograph, '✔': pictograph, 0x85: c1, 0xFFFD: lost, 0xE000: private, 0x05C5: symbol, 0x0E3F: symbol, 0x037E: stop,
	}
	for r, c := range want {
		if got := classOf(r); got != c {
			t.Errorf("%q is of class %d, want %d", r, got, c)
		}
	}
}

func TestCounts(t *testing.T) {
	var c Counts
	c.Add("The mayor said: “日本日本 서울”.")
	c.Add("")
	if got := c.Common(); got != "日本\n서울\n" {
		t.Errorf("common characters %q", got)
	}
	lines := strings.Split(strings.TrimSpace(c.Classes()), "\n")
	if len(lines) != int(classes) {
		t.Fatalf("%d lines for %d classes", len(lines), classes)
	}
	row := strings.Fields(lines[quoteOpen])
	seen, _ := strconv.Atoi(row[han])
	unseen, _ := strconv.Atoi(row[box])
	if len(row) != int(classes) || seen >= unseen {
		t.Errorf("after an opening mark %s", lines[quoteOpen])
	}
}

// cost returns what the letters of s cost after before.
func (x Spelling) cost(s string) (sum int) {
	for _, r := range s {
		sum += x.Next(r)
	}
	return sum
}

func TestSpelling(t *testing.T) {
	for _, tt := range []struct{ before, right, wrong string }{
		{"в ", "снег ", "янег "},
		{"", "это ", "сто-то "},
		{"при", "ятно ", "эятно "},
		{"सु", "नवाई", "नव\u094dई"},
		{"計", "画、", "\u3040、"},
		{"대", "을 ", "\uC3C4 "},
		{"", "časem ", "đasem "},
		{"日", "は", "㍯"},
	} {
		x := SpellingAfter(tt.before)
		if right, wrong := x.cost(tt.right), x.cost(tt.wrong); right >= wrong {
			t.Errorf("after %q %q costs %d, %q %d", tt.before, tt.right, right, tt.wrong, wrong)
		}
	}
	if !InUse('я') || InUse('\u3040') {
		t.Error("InUse")
	}
}

// TestLetterCounts checks that what is left out of a table can be told from what
// stays.
func TestLetterCounts(t *testing.T) {
	var c LetterCounts
	c.Add("снег", 5000)
	c.Add("сон", 9000)
	c.Add("всё", 6000)
	c.Add("日本", 10)
	c.Add("まち", 10)
	table := " " + strings.ReplaceAll(c.Letters(), "\n", " ")
	for group, want := range map[string]bool{
		"с": true, "_с": true, "_сн": true, "он": false, "日本": false, "まち": true, "_ま": false, "_": false,
	} {
		if strings.Contains(table, " "+group+" ") != want {
			t.Errorf("%q in the table: %v", group, !want)
		}
	}
}
