package phrase

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const testRules = `
$weekday = Monday:1 | Mon:1 | Tuesday:2
         | Thursday:4
$month = May:5 | Nov:11 | November:11
$ampm = a.m.:0 | am:0 | p.m.:12 | pm:12
$unit = day:D | days:D | week:W | month:M | fiscal year:FY | year:Y | years:Y

weekday   $weekday                           => nearest
date      $weekday?,? $month.? $day(, $year)? => date
rel       (the)? (last|next) $unit           => shift
age       $number-$unit-old                  => age
clock     $day $ampm                         => clock
promo     sign up _3 newsletter              => promo
us        US (troops|forces)                 => us
by        by $Word $Word                     => by
range     from $weekday (to|-) $weekday      => range
old       (el|la)? a\u00f1o pasado           => shift
`

var testLexer = Lexer{
	Kinds: [][]string{nil, {"day"}, {"year"}},
	Kind: func(word string) int {
		if strings.Trim(word, "0123456789") != "" {
			return 0
		}
		switch len(word) {
		case 1, 2:
			return 1
		case 4:
			return 2
		}
		return 0
	},
}

func compile(t testing.TB, rules string) *Set {
	t.Helper()
	s, err := Compile(testLexer, Source{"test.txt", rules})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// find lists the leftmost longest phrases as "rule: text [captures]".
func find(s *Set, text string) (got []string) {
	tokens := s.Tokens(nil, text)
	for i := 0; ; {
		at, rule, n := s.Next(tokens, i)
		if rule < 0 {
			return got
		}
		phrase := tokens[at : at+n]
		line := s.Rules()[rule].Name + ": " + text[phrase[0].Start:phrase[n-1].End]
		captures, ok := s.Bind(nil, rule, phrase)
		if !ok {
			line += " UNBOUND"
		}
		for _, c := range captures {
			line += fmt.Sprintf(" %s=%s[%d:%d]", c.Name, c.Value, c.From, c.To)
		}
		got = append(got, line)
		i = at + n
	}
}

func TestFind(t *testing.T) {
	s := compile(t, strings.ReplaceAll(testRules, `\u00f1`, "ñ"))
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"It rained MONDAY.", []string{"weekday: MONDAY weekday=1[0:1]"}},
		{"monday", nil},
		{"Monday, Nov. 14, 2019", []string{"date: Monday, Nov. 14, 2019 weekday=1[0:1] month=11[2:3] day=[4:5] year=[6:7]"}},
		{"on Nov. 14 , 2019", []string{"date: Nov. 14 month=11[0:1] day=[2:3]"}},
		{"he may 5", nil},
		{"the last\nfiscal year", []string{"rel: the last\nfiscal year unit=FY[2:4]"}},
		{"the last\n\nyear", nil},
		{"an 8-year-old boy, 8 year old", []string{"age: 8-year-old number=[0:1] unit=Y[2:3]"}},
		{"at 9 a.m. or 10pm or 11 PM", []string{"clock: 9 a.m. day=[0:1] ampm=0[1:5]", "clock: 11 PM day=[0:1] ampm=12[1:2]"}},
		{"Sign up for our daily newsletter", []string{"promo: Sign up for our daily newsletter"}},
		{"Sign up for our very own daily newsletter", nil},
		{"US troops and us troops", []string{"us: US troops"}},
		{"By Mary O'Hara", []string{"by: By Mary O Word=[1:2] Word=[2:3]"}},
		{"from Monday – Thursday", []string{"range: from Monday – Thursday weekday=1[1:2] weekday=4[3:4]"}},
		{"EL AÑO PASADO", []string{"old: EL AÑO PASADO"}},
		{"\xff\xfe last week \xff", []string{"rel: last week unit=W[1:2]"}},
	} {
		if diff := cmp.Diff(tt.want, find(s, tt.text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestFirstRuleWins(t *testing.T) {
	s := compile(t, "$unit = week:W\none last $unit => 1\ntwo (last|next) week => 2\n")
	if got := find(s, "last week"); got[0] != "one: last week unit=W[1:2]" {
		t.Errorf("got %v", got)
	}
	if got := find(s.Without(0), "last week"); got[0] != "two: last week" {
		t.Errorf("without the first rule: got %v", got)
	}
}

func TestOptionalBeginning(t *testing.T) {
	s := compile(t, "a left((very)? right) => x\n")
	for text, want := range map[string]bool{
		"left right": false, "leftright": false, "left very right": false,
	} {
		if got := find(s, text) != nil; got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	s = compile(t, "a left((very)? right) => x\nb left-((very)? (much)? more) => y\n")
	for text, want := range map[string]bool{
		"left-more": true, "left-much more": true, "left-very more": true, "left- more": false, "left- much more": false,
	} {
		if got := find(s, text) != nil; got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	s = compile(t, "a no-(very)? one => x\n")
	for text, want := range map[string]bool{
		"no-one": true, "no- one": true, "no-very one": true, "no- very one": false,
	} {
		if got := find(s, text) != nil; got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// doubling is a rule of 2^16 words.
var doubling = func() string {
	var b strings.Builder
	b.WriteString("$a = x y\n")
	for c := 'b'; c < 'q'; c++ {
		fmt.Fprintf(&b, "$%c = $%c $%c\n", c, c-1, c-1)
	}
	return b.String() + "a $p => x"
}()

func TestErrors(t *testing.T) {
	for rules, want := range map[string]string{
		"a $wekday => x":      `test.txt:1: unknown class $wekday`,
		"\na (x|y => x":       `test.txt:2: missing ) in pattern (x|y`,
		"a x) => x":           `test.txt:1: unexpected ')' in pattern x)`,
		"a _ x => x":          `test.txt:1: rule a begins with the wildcard _`,
		"a (x|_2 y) => x":     `test.txt:1: rule a begins with the wildcard _`,
		"a x? $word => x":     `test.txt:1: rule a begins with the wildcard $word`,
		"a x? y? => x":        `test.txt:1: rule a matches the empty text`,
		"a => x":              `test.txt:1: empty alternative in pattern ""`,
		"a () x => x":         `test.txt:1: empty alternative in pattern "() x"`,
		"a ?x => x":           `test.txt:1: ? after nothing in pattern ?x`,
		"$a = x\n$a = y":      `test.txt:2: class $a is defined twice`,
		"$day = x":            `test.txt:1: class $day has the name of a shape`,
		"$a = x:1 | X:2":      `test.txt:1: "x" is twice in class $a`,
		"$a-b = x":            `test.txt:1: a class is written $name = member | member:value`,
		"a x => y\n  ~ \"x\"": `test.txt:2: an example begins with = or !, not '~'`,
		"a x => y\n  = x":     `test.txt:2: the text of an example stands in double quotes: x`,
		"  = \"x\"":           `test.txt:1: an example of no rule`,
		"  | x":               `test.txt:1: members of no class`,
		doubling:              `test.txt:17: rule a is too large`,
		"$a = x\n  | $a y":    `test.txt:2: class $a is part of itself`,

		"a " + strings.Repeat("(", 1<<20):                  `test.txt:1: more than 64 groups in each other`,
		"a " + strings.Repeat("x ", 1<<20):                 `test.txt:1: more than 16384 items in a row`,
		"a x-(" + strings.Repeat("y? ", 1<<13) + "z) => x": `test.txt:1: rule a is too large`,
		"a! x => y": `test.txt:1: rule name "a!": letters, digits and hyphens only`,
	} {
		_, err := Compile(testLexer, Source{"test.txt", rules})
		if err == nil || err.Error() != want {
			t.Errorf("%.80q:\n got %v\nwant %s", rules, err, want)
		}
	}
}

func TestExamples(t *testing.T) {
	s := compile(t, "a x => y\n  = \"an \\\"x\\\"\" 2019 @7\n  ! \"no\"\n")
	want := []Example{{Text: `an "x"`, Args: []string{"2019", "@7"}, Line: 2}, {Text: "no", Args: []string{}, Miss: true, Line: 3}}
	if diff := cmp.Diff(want, s.Rules()[0].Examples); diff != "" {
		t.Error(diff)
	}
	if got := s.Rules()[0].Pos(); got != "test.txt:1" {
		t.Errorf("Pos: %s", got)
	}
}

func TestTokens(t *testing.T) {
	s := compile(t, "a x => y\n")
	text := "The 21st, café’s\r\n\r\nend\u2029x 日本"
	var got []string
	for _, tok := range s.Tokens(nil, text) {
		got = append(got, fmt.Sprintf("%s %d", text[tok.Start:tok.End], tok.Gap))
	}
	want := []string{"The 3", "21st 1", ", 0", "café 1", "’ 0", "s 0", "end 3", "x 3", "日本 1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func FuzzSet(f *testing.F) {
	rules := compile(f, strings.ReplaceAll(testRules, `\u00f1`, "ñ"))
	f.Add("Monday, Nov. 14, 2019 \xff at 9 a.m. sign up for x newsletter")
	f.Add("’’ last\u00a0week\n\nthe last fiscal year")
	f.Fuzz(func(t *testing.T, text string) {
		tokens := rules.Tokens(nil, text)
		end := 0
		for i, tok := range tokens {
			if tok.Start < end || tok.End <= tok.Start || tok.End > len(text) {
				t.Fatalf("token %d: %+v after %d", i, tok, end)
			}
			if strings.TrimSpace(strings.ToValidUTF8(text[end:tok.Start], "?")) != "" {
				t.Fatalf("lost %q", text[end:tok.Start])
			}
			end = tok.End
		}
		rules.All(tokens, func(at, rule, n int) bool {
			phrase := tokens[at : at+n]
			if _, ok := rules.Bind(nil, rule, phrase); !ok {
				t.Fatalf("rule %s matches %q and cannot be bound", rules.Rules()[rule].Name, text[phrase[0].Start:phrase[n-1].End])
			}
			return true
		})
	})
}

func FuzzCompile(f *testing.F) {
	f.Add(testRules)
	f.Add("a x-(y? z)?|$q => 1\n  = \"x\"")
	f.Fuzz(func(t *testing.T, rules string) {
		if len(rules) > 500 {
			t.Skip()
		}
		s, err := Compile(testLexer, Source{"f", rules})
		if (s == nil) == (err == nil) {
			t.Fatal("want a set or an error")
		}
		if err != nil && !strings.HasPrefix(err.Error(), "f:") {
			t.Fatalf("error without position: %v", err)
		}
	})
}

func BenchmarkTokens(b *testing.B) {
	s := compile(b, testRules)
	text := strings.Repeat("The last fiscal year began on Monday, Nov. 14, the minister told reporters in the capital. ", 100)
	var tokens []Token
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		tokens = s.Tokens(tokens[:0], text)
		for i := range tokens {
			s.Longest(tokens, i)
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		compile(b, testRules)
	}
}
