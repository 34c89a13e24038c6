package quote

import "testing"

func TestClean(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"composition", "Cafe\u0301 de la Re\u0301publique", "Café de la République"},
		{"composition over an invisible", "Cafe\u00AD\u0301", "Café"},
		{"singleton", "10 \u212B, 3 \u2126", "10 Å, 3 Ω"},
		{"jamo", "\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"},
		{"spaces", "12\u00A0000\u202Ftonnes,\u2009he said\u3000twice", "12 000 tonnes, he said twice"},
		{"soft hyphens", "in\u00ADter\u00ADna\u00ADtion\u00ADal", "international"},
		{"ligatures", "the oﬃcer ﬁled a ﬂight plan", "the officer filed a flight plan"},
		{"full width", "Ｔｏｋｙｏ ２０２０！", "Tokyo 2020!"},
		{"full-width punctuation in Chinese stays", "会议结束了，他说：“再见！”", "会议结束了，他说：“再见！”"},
		{"direction", "\u202Bright\u202C to\u200E left\u200F", "right to left"},
		{"invisible", "\uFEFFThe min\u200Bister\u2060s", "The ministers"},
		{"joiner without a reason", "min\u200Dis\u200Cter", "minister"},
		{"Persian", "می\u200Cخواهم", "می\u200Cخواهم"},
		{"Hindi", "क्\u200Dष", "क्\u200Dष"},
		{"emoji", "👩\u200D👩\u200D👧 and 🏳\uFE0F\u200D🌈", "👩\u200D👩\u200D👧 and 🏳\uFE0F\u200D🌈"},
		{"flag", "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"},
		{"hidden tags", "vote\U000E0068\U000E0069", "vote"},
		{"line ends", "one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"},
		{"controls", "a\x00b\x1fc\td\x7f", "abc\td"},
		{"what stays", "½ of 10 m² of CO₂ … “quoted” – 5 °C ™ № ﷺ", "½ of 10 m² of CO₂ … “quoted” – 5 °C ™ № ﷺ"},
		{"invalid", "a\xff\u00A0\xe2\x80b", "a\xff \xe2\x80b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Clean.String(tt.in); got != tt.want {
				t.Errorf("Clean.String(%+q)\n got %+q\nwant %+q", tt.in, got, tt.want)
			}
			if got := Clean.String(tt.want); got != tt.want {
				t.Errorf("not idempotent: %+q", got)
			}
		})
	}
}
