package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// page makes an HTML page of so many paragraphs.
func page(paragraphs int, address string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<html><head><title>Ferry late again</title><link rel="canonical" href=%q></head><body>
<header><div>The Island Courier</div></header><nav><a href="/">Home</a><div><a href="/s">Sports</a></div></nav>
<article><header><h1>Ferry late again</h1></header>`, address)
	for i := range paragraphs {
		fmt.Fprintf(&b, "<p>The ferry of line %d was late again on Tuesday, and its passengers, who had waited for %d hours in the rain, were told that no other ship would come before the evening.</p>\n", i, i+2)
	}
	b.WriteString(`</article><aside><p>Sign up for our newsletter</p></aside><footer><p>All rights reserved</p></footer></body></html>`)
	return b.String()
}

func TestTeach(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	for name, html := range map[string]string{
		"a.html":     page(6, "https://www.courier.example/ferry"),
		"copy.htm":   page(6, "https://www.courier.example/ferry"),
		"short.html": page(1, "https://www.courier.example/short"),
		"nobody.htm": page(7, ""),
		"notes.txt":  page(8, "https://www.courier.example/text"),
		"old.html":   strings.Replace(page(9, "https://old.example/"), "ferry", "f\xe4hre", 1),
	} {
		if err := os.WriteFile(filepath.Join(in, name), []byte(html), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := teach(out, []string{in}); n != 2 || err != nil {
		t.Fatalf("%d pages, error %v; want 2 pages", n, err)
	}
	pages, err := os.ReadFile(filepath.Join(out, "pages.jsonl"))
	if err != nil || !strings.HasPrefix(string(pages), `{"id":"taught-1","site":"courier.example"}`+"\n") {
		t.Errorf("pages.jsonl is %q, error %v", pages, err)
	}
	blocks, err := os.ReadFile(filepath.Join(out, "blocks.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(blocks)), "\n")
	if len(lines) != 4 {
		t.Fatalf("%d variants, want 4", len(lines))
	}
	for i, want := range []string{
		"full drop:The Island Courier drop:Home drop:Sports drop:Ferry late again keep keep keep keep keep keep drop:Sign up for our newsletter drop:All rights reserved",
		"lite drop:Ferry late again keep keep keep keep keep keep",
	} {
		if got := outline(t, lines[i]); got != want {
			t.Errorf("variant %d is %s, want %s", i, got, want)
		}
	}
	if got := lines[2]; !strings.Contains(got, "fähre") {
		t.Errorf("a page in another encoding is %s", got)
	}
	for _, paths := range [][]string{{filepath.Join(in, "none")}, {in}} {
		if _, err := teach(filepath.Join(out, paths[0]), paths); err == nil {
			t.Errorf("no error for %v", paths)
		}
	}
	if _, err := teach(out, []string{filepath.Join(in, "none")}); err == nil {
		t.Error("no error for pages that are not there")
	}
}

// outline gives a variant's name and its labels, with the lines that are not kept.
func outline(t *testing.T, record string) string {
	var l struct {
		Variant, Text string
		Blocks        [][]any
	}
	if err := json.Unmarshal([]byte(record), &l); err != nil {
		t.Fatal(err)
	}
	s := l.Variant
	for _, b := range l.Blocks {
		line := l.Text[int(b[0].(float64)):int(b[1].(float64))]
		if s += " " + b[2].(string); b[2] == "drop" {
			s += ":" + line
		}
	}
	return s
}
