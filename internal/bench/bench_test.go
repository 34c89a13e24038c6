package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestMain lets the test binary stand in for the command: started with
// BENCH_ANSWERS it prints that file's answers to the records it reads, in their
// order.
func TestMain(m *testing.M) {
	file := os.Getenv("BENCH_ANSWERS")
	if file == "" {
		os.Exit(m.Run())
	}
	answers := map[string]json.RawMessage{}
	data, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(data, &answers)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		var a article
		if err := json.Unmarshal(in.Bytes(), &a); err != nil {
			os.Exit(1)
		}
		if answer := answers[a.ID]; answer != nil {
			fmt.Println(string(answer))
		}
	}
	os.Exit(0)
}

// measure writes the files, given as name and text, has the command give the
// answers by id, and returns the figures of all rows.
func measure(t *testing.T, rows func(*bench) []row, files, answers map[string]string) map[string]string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	raw := map[string]json.RawMessage{}
	for id, answer := range answers {
		raw[id] = json.RawMessage(answer)
	}
	data, err := json.Marshal(raw)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "answers")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	t.Setenv("BENCH_ANSWERS", file)
	b := &bench{data: dir, bin: os.Args[0], html: os.Args[0]}
	figures := map[string]string{}
	for _, r := range rows(b) {
		if figures[r.name], err = r.measure(context.Background()); err != nil {
			t.Errorf("%s: %v", r.name, err)
		}
	}
	return figures
}

func TestClean(t *testing.T) {
	got := measure(t, cleanRows, map[string]string{
		"clean/pages.jsonl": `{"id":"p","set":"a","text":"Share this. One two three four five six.","lite":"One two three four five six.","gold":"One two three four five six."}
{"id":"q","set":"a-xx","text":"Eins zwei drei vier.","gold":"Eins zwei drei vier."}`,
		"clean/sample_gold.jsonl": `{"id":"s","text":"Head\nBody","blocks":[[0,4,"headline"],[5,9,"body"]]}`,
	}, map[string]string{
		"p": `{"id":"p","text":"Share this. One two three four five"}`,
		"q": `{"id":"q","text":"Eins zwei drei vier."}`,
		"s": `{"id":"s","text":"","blocks":[{"start":0,"end":9,"kind":"body","keep":true}]}`,
	})
	// Four shingles are kept, two of them right, of three; two words of junk of
	// two; one word of six lost.
	want := map[string]string{
		"pages text (full)": "F1 0.5714  junk-left 1.0000  body-lost 0.1667  pages 1 | other languages F1 1.0000",
		"pages text (lite)": "F1 0.5714  junk-left 0.0000  body-lost 0.1667  pages 1 | other languages F1 1.0000",
		"pages html":        "F1 0.5714  junk-left 1.0000  body-lost 0.1667  pages 1 | other languages F1 1.0000",
		"sample articles":   "keepF1 1.0000  junk-left 0.0000  body-lost 0.0000  pages 1",
		"sample, strict":    "keepF1 0.6667  junk-left 1.0000  body-lost 0.0000  pages 1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestQuote(t *testing.T) {
	got := measure(t, quoteRows, map[string]string{
		"quote/encoding.jsonl": `{"id":"1","op":"encoding","in":"cafÃ©","want":"café"}
{"id":"2","op":"encoding","in":"café","want":"café"}`,
		"quote/educate.jsonl":      `{"id":"3","op":"educate","in":"\"a\" -- b","want":"“a” — b"}`,
		"quote/quotations_x.jsonl": `{"id":"4","text":"\"Yes,\" said Ann Lee. \"No,\" he said.","quotes":[{"start":0,"end":6,"kind":"speech","speaker":"Ann Lee"},{"start":21,"end":26,"kind":"speech","speaker":"Bob","speaker_start":27,"speaker_end":29}]}`,
	}, map[string]string{
		"1": `{"id":"1","text":"café"}`,
		"2": `{"id":"2","text":"caf"}`,
		"3": `{"id":"3","text":"“a” – b"}`,
		"4": `{"id":"4","quotes":[{"start":1,"end":5,"depth":1,"kind":"scare","speaker":"Lee"},{"start":21,"end":29,"depth":1,"kind":"speech","speaker":"he","speaker_start":27,"speaker_end":29}]}`,
	})
	want := map[string]string{
		"encoding encoding":  "encoding:fix n 1 right 1.0000 | encoding:keep n 1 right 0.0000",
		"educate educate":    "educate n 1 right 1.0000",
		"spans quotations_x": "strict F1 0.5000 relaxed F1 0.5000 speaker accuracy over all gold speakers 0.5000 | kind accuracy 0.0000 of 1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestDate(t *testing.T) {
	got := measure(t, dateRows, map[string]string{
		"date/x.jsonl":       `{"id":"1","text":"Rain on Thursday and last week, in early May.","dct":"2019-11-18","mentions":[{"start":8,"end":16,"text":"Thursday","type":"DATE","value":"2019-11-14"},{"start":21,"end":30,"text":"last week","type":"DATE","value":"2019-W47","corrected":"2019-W46"},{"start":35,"end":44,"text":"early May","type":"DATE","value":"2019-05","mod":"START"}]}`,
		"date/units_y.jsonl": `{"id":"2","text":"next week","ref":"2019-11-18T09:00:00","mentions":[{"start":0,"end":9,"alts":[{"from":"2019-11-25","to_incl":"2019-12-01","grain":"day"}]}]}`,
		"date/tml/doc.tml":   `<?xml version="1.0"?><TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2019-11-18">18 Nov</TIMEX3></DCT><TEXT>Rain &amp; snow <TIMEX3 tid="t1" type="DATE" value="2019-11-14">Thursday</TIMEX3>.</TEXT></TimeML>`,
	}, map[string]string{
		"1":   `{"id":"1","mentions":[{"start":8,"end":16,"type":"DATE","value":"2019-11-14","from":"2019-11-14","to":"2019-11-15"},{"start":26,"end":30,"type":"DATE","value":"2019-W46","from":"2019-11-11","to":"2019-11-17"},{"start":35,"end":44,"type":"DATE","value":"2019-05","mod":"START"}]}`,
		"2":   `{"id":"2","mentions":[{"start":0,"end":9,"from":"2019-11-25","to":"2019-12-02"}]}`,
		"doc": `{"id":"doc","mentions":[{"start":12,"end":20,"type":"DATE","value":"2019-11-14","from":"2019-11-14","to":"2019-11-15"}]}`,
	})
	want := map[string]string{
		"x": "strict P 66.67 R 66.67 F1 66.67 | relaxed P 100.00 R 100.00 F1 100.00 | value acc 66.67 F1 66.67 (lenient F1 66.67)" +
			" | mod 1 of 1 matched gold mods equal | classes bare weekdays 1 right 100.0%, bare months 0 right 0.0%" +
			" | interval from and to equal the value's in 100.0% of 1",
		"x corrected": "strict P 66.67 R 66.67 F1 66.67 | relaxed P 100.00 R 100.00 F1 100.00 | value acc 100.00 F1 100.00 (lenient F1 100.00)" +
			" | mod 1 of 1 matched gold mods equal | classes bare weekdays 1 right 100.0%, bare months 0 right 0.0%" +
			" | interval from and to equal the value's in 50.0% of 2",
		"units y": "resolved 100.00",
		"tml": "strict P 100.00 R 100.00 F1 100.00 | relaxed P 100.00 R 100.00 F1 100.00 | value acc 100.00 F1 100.00 (lenient F1 100.00)" +
			" | classes bare weekdays 1 right 100.0%, bare months 0 right 0.0%" +
			" | interval from and to equal the value's in 100.0% of 1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestDedup(t *testing.T) {
	texts := `{"id":"a","text":"x"}
{"id":"b","text":"x"}
{"id":"c","text":"x"}
{"id":"d","text":"x"}`
	clusters := map[string]string{
		"a": `{"id":"a","cluster":"1"}`, "b": `{"id":"b","cluster":"1"}`, "c": `{"id":"c","cluster":"1"}`,
	}
	got := measure(t, dedupRows, map[string]string{
		"dedup/paras.jsonl":      texts,
		"dedup/paras_gold.jsonl": "{\"id\":\"a\",\"cluster\":1}\n{\"id\":\"b\",\"cluster\":1}\n{\"id\":\"c\",\"cluster\":2}\n{\"id\":\"d\",\"cluster\":2}",
	}, clusters)
	// One of two gold pairs is kept, of three: (1 - 1) / (2.5 - 1).
	if want := "ARI                        0.0000"; got["paragraphs, clusters"] != want {
		t.Errorf("got %q", got["paragraphs, clusters"])
	}
	pairs := measure(t, dedupRows, map[string]string{
		"eco/reuters.jsonl":         `{"id":"a","text":"T\n\nx"}`,
		"eco/reuters_pairs.jsonl":   "{\"a\":\"a\",\"b\":\"b\",\"jaccard\":0.6}\n{\"a\":\"a\",\"b\":\"c\",\"jaccard\":0.6}",
		"dedup/docs.jsonl":          `{"id":"a","text":"x"}`,
		"dedup/docs_gold.jsonl":     `{"id":"a","cluster":"1"}`,
		"dedup/passages_gold.jsonl": `{"a":"a","a_start":0,"a_end":10,"b":"b","b_start":0,"b_end":10}`,
	}, map[string]string{"a": `{"id":"a","cluster":"1","a":"b","b":"a","a_start":0,"a_end":5,"b_start":0,"b_end":5}`})
	want := map[string]string{
		"articles, clusters":     "ARI                        1.0000",
		"passages":               "granularity                1.0000 | plagdet                    0.6667",
		"newswire article pairs": "precision 1.0000  recall 0.5000  predicted 1  gold 2 | F1 0.6667",
	}
	if diff := cmp.Diff(want, pairs); diff != "" {
		t.Error(diff)
	}
}

func TestCanonical(t *testing.T) {
	for a, b := range map[string]string{"P1W": "P7D", "P1DE": "P10Y", "198X": "198", "PT48H": "P2D", "2019-11-18T24:00": "2019-11-18T00:00", "present_ref": "PRESENT_REF"} {
		if canonical(a) != canonical(b) {
			t.Errorf("%s and %s differ: %s, %s", a, b, canonical(a), canonical(b))
		}
	}
}

func TestInterval(t *testing.T) {
	for v, want := range map[string]string{
		"2019": "2019-01-01 2020-01-01", "2019-Q4": "2019-10-01 2020-01-01", "2019-12": "2019-12-01 2020-01-01",
		"2019-W01": "2018-12-31 2019-01-07", "2019-02-28": "2019-02-28 2019-03-01",
		"2019-02-30": "", "2019-W60": "", "2019-13": "", "P1W": "", "XXXX": "",
	} {
		from, to, ok := interval(v)
		if got := strings.TrimSpace(from + " " + to); got != want || ok != (want != "") {
			t.Errorf("%s: %q, want %q", v, got, want)
		}
	}
}

func TestUsage(t *testing.T) {
	for _, tt := range []struct {
		data, only string
		names      []string
	}{
		{"", "", nil},
		{"no such folder", "", nil},
		{".", "(", nil},
		{".", "", []string{"weather"}},
	} {
		if code, err := run(context.Background(), &bench{data: tt.data}, tt.only, tt.names); code != 2 || err == nil {
			t.Errorf("%+v: exit %d, %v", tt, code, err)
		}
	}
}
