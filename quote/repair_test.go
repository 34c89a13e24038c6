package quote

import (
	"fmt"
	"html"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"example.org/newstext/examples/corpus"
)

// sound are sentences that no form of damage may be seen in.
var sound = []string{
	"“I can’t say when,” the baker said — “no one can.”",
	"Le maire a déclaré : « Ça n’a pas été décidé », à l’hôtel de ville.",
	"Die Bürgermeisterin sagte: „Das müssen wir prüfen“, so Müller – später.",
	"El alcalde señaló que “mañana será difícil”; ¿quién pagará?",
	"A câmara decidiu não ratificar a Convenção, disse João Ribeiro.",
	"Starosta powiedział: „Żadnych zmian”, po czym wyjechał do Łodzi.",
	"Borgmästaren sa att frågan är avgjord på Åland och i Köpenhamn.",
	"Starosta řekl, že příští týden bude schůze v Českých Budějovicích.",
	"Belediye başkanı, yağışlı günlerde köprünün kapatılacağını söyledi.",
	"Мэр заявил, что решение ещё не принято, и уехал в Казань.",
	"Міський голова сказав: «Рішення ще не ухвалено» — і поїхав до Києва.",
	"Ο δήμαρχος είπε ότι η απόφαση δεν έχει ληφθεί ακόμη στην Αθήνα.",
	"ראש העיר אמר שההחלטה עדיין לא התקבלה בתל אביב.",
	"قال رئيس البلدية إن القرار لم يتخذ بعد في القاهرة.",
	"市長は「まだ決まっていない」と述べ、東京へ向かった。",
	"시장은 아직 결정되지 않았다고 말하고 서울로 떠났다.",
	"LE CAFÉ «L’ÉTÉ» ROUVRE À NOËL, DIT ANDRÉ…",
	"SÃO PAULO E A REGIÃO: NÃO HÁ ÁGUA",
	"Is AT&T up? Q&A at example.org/?s=1&t=2 (“R&D”).",
}

func TestSoundTextStays(t *testing.T) {
	for _, s := range sound {
		if got := Repaired.String(s); got != s {
			t.Errorf("%s\nbecame %s", s, got)
		}
	}
	for _, a := range corpus.Articles() {
		if got := Repaired.String(a.Text); got != a.Text {
			t.Errorf("%s changed", a.ID)
		}
	}
}

// damage reads the bytes of s on p, as a program with the wrong page would.
func (p *codePage) damage(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c < 0x80 {
			b.WriteByte(c)
		} else {
			b.WriteRune(p.decode[c-0x80])
		}
	}
	return b.String()
}

func pageNamed(name string) *codePage {
	for _, p := range codePages() {
		if p.name == name {
			return p
		}
	}
	panic("no page " + name)
}

// TestRepairLayers damages the sound sentences in one to three layers.
func TestRepairLayers(t *testing.T) {
	western := []string{"windows-1252"}
	for _, layers := range [][]string{
		western,
		{"windows-1250"},
		{"windows-1251"},
		{"windows-1254"},
		{"windows-1257"},
		{"windows-1258"},
		{"x-mac-cyrillic"},
		{"macintosh"},
		{"cp437"},
		{"cp850"},
		{"windows-1252", "windows-1252"},
		{"windows-1252", "windows-1252", "windows-1252"},
		{"macintosh", "windows-1252"},
		{"windows-1252", "windows-1251"},
	} {
		t.Run(strings.Join(layers, "+"), func(t *testing.T) {
			wrong := 0
			for _, s := range sound {
				d := s
				for _, name := range layers {
					d = pageNamed(name).damage(d)
				}
				if got := Repaired.String(d); got != s {
					wrong++
					t.Logf("%s\nbecame %s", s, got)
				}
			}
			// Short sentences can have too little to go by on a rare page.
			if wrong > 1 {
				t.Errorf("%d of %d not repaired", wrong, len(sound))
			}
		})
	}
}

// TestRepairDropped reads sentences as windows-1252 and drops the bytes that it
// has no character for. The rest of the word tells which letter was lost.
func TestRepairDropped(t *testing.T) {
	for _, s := range []string{
		"“I can’t say when,” the baker said.",
		"Мэр сказал, что снег не помешает поездам, которые идут в Самару каждый день.",
		"Міський голова сказав: «Рішення ще не ухвалено» — і поїхав до Києва.",
		"Starosta řekl, že příští týden bude schůze v Českých Budějovicích, začne večer.",
		"मुख्यमंत्री ने कहा कि इस मामले की जांच पुलिस करेगी और सुनवाई सोमवार को होगी।",
		"시장은 이번 주에 새로운 계획을 발표할 예정이다.",
		"市長は会議で新しい計画について説明した。",
		"قال رئيس الوزراء إن الحكومة ستعمل على حل الأزمة في أقرب وقت ممكن.",
	} {
		d := strings.Map(func(r rune) rune {
			if r >= 0x80 && r < 0xA0 {
				return -1
			}
			return r
		}, pageNamed("windows-1252").damage(s))
		if got := Repaired.String(d); got != s {
			t.Errorf("%s\n got %s\nwant %s", d, got, s)
		}
	}
}

func TestRepairGBK(t *testing.T) {
	for _, s := range []string{
		"It’s the mayor’s plan, and they’re voting on it.", "Der Bürger hätte gern Äpfel.", "Ferrari won in Portimão by 3 °C.",
	} {
		d, err := simplifiedchinese.GB18030.NewDecoder().String(s)
		if err != nil || d == s {
			t.Fatalf("%s: %s, %v", s, d, err)
		}
		if got := Repaired.String(d); got != s {
			t.Errorf("%s\n got %s\nwant %s", d, got, s)
		}
	}
}

// TestHead checks that the head of a text decides what a later paragraph cannot.
func TestHead(t *testing.T) {
	doubtful := "DOS AÃ±OS, 5Â % y Ã ndice"
	alone := Repaired.String(doubtful)
	s := "La sesiÃ³n terminÃ³ en MÃ¡laga.\n\n" + doubtful
	if got := Repaired.String(s); strings.HasSuffix(got, alone) && strings.Contains(alone, "Â") {
		t.Errorf("got %q", got)
	}
}

// TestHeadProvesStandIns checks that what stands for marks in the head does so in
// a later paragraph that could not prove it.
func TestHeadProvesStandIns(t *testing.T) {
	const sound, damaged = "He isn’t here.\n\nThe “best” one", "He isnât here.\n\nThe âbestâ one"
	if got := Repaired.String(damaged); got != sound {
		t.Errorf("got %q", got)
	}
}

func TestRules(t *testing.T) {
	var rules []string
	for e := range Repaired.Edits("&acirc;&euro;&trade; Ã¢â‚¬â„¢s won?t") {
		rules = append(rules, e.Rule)
	}
	if got := fmt.Sprint(rules); got != "[entity+windows-1252 windows-1252 lost-mark]" {
		t.Error(got)
	}
}

// TestEntityNames holds the names against package html.
func TestEntityNames(t *testing.T) {
	for _, name := range []string{"lt", "gt", "quot", "nbsp", "hellip", "mdash", "Agrave", "Scaron", "hearts"} {
		e := "&" + name + ";"
		if got, _ := entity(e); got != html.UnescapeString(e) {
			t.Errorf("%s is %q", e, got)
		}
	}
}
