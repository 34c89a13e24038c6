package dedup

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func hashesOf(f Fold, text string) []uint64 {
	var hashes []uint64
	for _, w := range f.words(nil, text) {
		hashes = append(hashes, w.hash)
	}
	return hashes
}

func TestFullTakesForTheSame(t *testing.T) {
	for _, pair := range [][2]string{
		{"The U.S. team won't play.", "the US team wont play"},
		{"He left at 5 p.m. today", "he left at 5 PM today"},
		{"don’t", "DON'T"},
		{"O’Neill and O`Neill", "ONeill and O'Neill"},
		{"1,000 men", "1000 men"},
		{"ﬁnal ｗｏｒｄ １２", "final word 12"},
		{"com\u00adpany sa\u200bid \u202ahello\u202c", "company said hello"},
		{"pаper ѕаid", "paper said"},                       // Cyrillic а, ѕ
		{"Lοndοn", "London"},                               // Greek ο
		{"tօuch հeadiոg սp tɡɑı", "touch heading up tgai"}, // Armenian and phonetic letters
		{"room ３𝟟", "room 37"},
		{"f\ufe0four\u3164", "four"},
		{"U.\u200bS. don’\u00adt 1,\u20600\u200b00 w.n\u200bU 3.\u200b5", "U.S. don't 1000 w.nU 3.5"},
		{"café", "cafe\u0301"},
		{"Beyoncé", "beyonce"},
		{"die Straße, GROẞ", "DIE STRASSE, gross"},
		{"“quoted” – text", "\"quoted\" - text"},
		{"the U.S” he", "the US he"},
		{"ο δρόμος", "Ο ΔΡΌΜΟΣ"}, // no capital for the end of a word
	} {
		if !slices.Equal(hashesOf(Full, pair[0]), hashesOf(Full, pair[1])) {
			t.Errorf("%q is not %q", pair[0], pair[1])
		}
	}
}

func TestFullKeepsApart(t *testing.T) {
	for _, pair := range [][2]string{
		{"3.5", "35"},
		{"10²", "102"},
		{"1.5", "15"},
		{"аре", "ape"}, // wholly Cyrillic
		{"рост", "poct"},
		{"ορα", "opa"}, // wholly Greek
		{"мой", "мои"},
		{"ёлка", "елка"},
		{"यह", "यहा"},
		{"plan B. A man", "plan ba man"},
		{"US", "USA"},
		{"1,2", "12"},
	} {
		if slices.Equal(hashesOf(Full, pair[0]), hashesOf(Full, pair[1])) {
			t.Errorf("%q is %q", pair[0], pair[1])
		}
	}
}

func TestCaseIsWordCharacters(t *testing.T) {
	plain := regexp.MustCompile(`[\pL\pN_]+`)
	for _, text := range []string{
		"The U.S. team_a won’t play 1,000 games.", "Größe ΑΒΓ été 10² ½", "a\u00adb \u200b don't", "\xff\xfeab\xc3", "naïve—café", "",
	} {
		words := Case.words(nil, text)
		want := plain.FindAllStringIndex(text, -1)
		if len(words) != len(want) {
			t.Errorf("%q has %d words, want %d", text, len(words), len(want))
			continue
		}
		for i, w := range words {
			if w.start != want[i][0] || w.end != want[i][1] {
				t.Errorf("%q: word %d is %q, want %q", text, i, text[w.start:w.end], text[want[i][0]:want[i][1]])
			}
		}
	}
	if !slices.Equal(hashesOf(Case, "ÉTÉ Été"), hashesOf(Case, "été été")) {
		t.Error("Case does not fold the case of É")
	}
}

// hide puts into every fifth word an edit that no reader sees.
func hide(text string, rnd *rand.Rand) string {
	unseen := []string{"\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u202a", "\u2069"}
	twins := map[rune]rune{'a': 'а', 'e': 'е', 'o': 'о', 'p': 'р', 'c': 'с', 'x': 'х', 'i': 'і', 'O': 'Ο', 'T': 'Τ', 'H': 'Η'}
	words := strings.Fields(text)
	for i := rnd.IntN(5); i < len(words); i += 5 {
		runes := []rune(words[i])
		if at := 1 + rnd.IntN(len(runes)); rnd.IntN(2) == 0 && at < len(runes) {
			words[i] = string(runes[:at]) + unseen[rnd.IntN(len(unseen))] + string(runes[at:])
			continue
		}
		for at, r := range runes {
			if twin, ok := twins[r]; ok && len(runes) > 1 {
				runes[at] = twin
				break
			}
		}
		words[i] = string(runes)
	}
	return strings.Join(words, " ")
}

// TestHiddenEdits demands that a copy with an invisible edit in every fifth
// word be found, in 999 of 1000 cases.
func TestHiddenEdits(t *testing.T) {
	rnd := rand.New(rand.NewPCG(4, 4))
	texts := paragraphs(2000, 8)
	missed := 0
	for _, text := range texts {
		hidden := hide(text, rnd)
		if hidden == text {
			t.Fatalf("nothing is hidden in %q", text)
		}
		pair := []string{text, hidden}
		if found := joined(pair, Options{Words: 3, Threshold: 0.8}); len(found) == 0 {
			missed++
		}
	}
	if missed > len(texts)/1000 {
		t.Errorf("%d of %d copies are missed", missed, len(texts))
	}
}

// TestOtherScriptsStay demands that no text of another script counts as the
// Latin one that looks like it.
func TestOtherScriptsStay(t *testing.T) {
	for _, text := range []string{
		"Все, о чём он сказал вчера, осталось тайной, сообщает газета.",
		"Ο πρωθυπουργός είπε ότι η συμφωνία θα υπογραφεί αύριο.",
		"сор ТОР хор рос нос еос",
		"ΤΟΝ ΟΝ ΗΝ ΑΝ ΚΑΤΑ",
	} {
		latin := strings.Map(func(r rune) rune {
			if twin := lookalike(r); twin != 0 && r >= utf8.RuneSelf {
				return rune(twin)
			}
			return r
		}, text)
		foreign := Full.words(nil, text)
		for i, w := range Full.words(nil, latin) {
			same := i < len(foreign) && foreign[i].hash == w.hash
			if same && text[foreign[i].start:foreign[i].end] != latin[w.start:w.end] {
				t.Errorf("word %d of %q is %q", i, text, latin[w.start:w.end])
			}
		}
	}
}

func TestWordsSlice(t *testing.T) {
	text := "The “U.S.” won’t sa\u200by 1,000.5 — Привет 你好 ﬁn\xff."
	for _, f := range []Fold{Full, Case} {
		end := 0
		for _, w := range f.words(nil, text) {
			if w.start < end || w.end <= w.start || !utf8.RuneStart(text[w.start]) {
				t.Errorf("word %d-%d after %d in %q", w.start, w.end, end, text)
			}
			end = w.end
		}
	}
}
