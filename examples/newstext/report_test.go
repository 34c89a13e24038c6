package main

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"example.org/newstext/internal/newsgen"
)

// report runs the command on files with the given texts, or on the samples.
func report(t testing.TB, texts ...string) string {
	t.Helper()
	args := []string{"report"}
	for i, text := range texts {
		file := filepath.Join(t.TempDir(), fmt.Sprintf("article%d.txt", i))
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	var out, problems bytes.Buffer
	if code := run(context.Background(), args, strings.NewReader(""), &out, &problems); code != exitDone {
		t.Fatalf("exit %d: %s", code, &problems)
	}
	return out.String()
}

func generated(n int) []string {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = newsgen.New(i).Text
	}
	return texts
}

var (
	href   = regexp.MustCompile(`href="([^"]*)"`)
	anchor = regexp.MustCompile(`id="([^"]*)"`)
	remote = regexp.MustCompile(`(?i)<(script|link|img|iframe|object|embed|base)\b|@import|url\(|\bsrc=|http-equiv`)
)

// checkPage finds what a report must never have: a link that leads nowhere, an
// anchor that stands twice, anything fetched from elsewhere.
func checkPage(t *testing.T, page string) {
	t.Helper()
	anchors := map[string]bool{}
	for _, m := range anchor.FindAllStringSubmatch(page, -1) {
		if anchors[m[1]] {
			t.Errorf("two elements are called %s", m[1])
		}
		anchors[m[1]] = true
	}
	links := href.FindAllStringSubmatch(page, -1)
	if len(links) == 0 {
		t.Error("no links")
	}
	for _, m := range links {
		if !strings.HasPrefix(m[1], "#") || !anchors[m[1][1:]] {
			t.Errorf("the link %s leads nowhere", m[1])
		}
	}
	if m := remote.FindString(page); m != "" {
		t.Errorf("%q may fetch something", m)
	}
}

func TestReportSamples(t *testing.T) {
	page := report(t)
	checkPage(t, page)
	for _, want := range []string{
		"<title>newstext report: 5 articles</title>",
		`<td class="d">2019-11-18</td>`, `<td class="d">2018-11-09</td>`, `<td class="d">unknown</td>`,
		"June a year ago<span class=\"tip\">2018-06-01 to 2018-06-30 · DATE 2018-06",
		"<b>probable source</b>", "<ins>",
		`<svg viewBox=`, `<span class="kind">teaser ×`, `<q class="scare">`, `<span class="said"> Kim Myong Gil</span>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the report lacks %s", want)
		}
	}
}

// TestReportEscapes: whatever an article says stays text.
func TestReportEscapes(t *testing.T) {
	const evil = `<script>alert("x")</script> "><img src=x onerror=alert(1)> &lt;b&gt; javascript:alert(1)`
	story := evil + "\n\nNovember 20, 2019\n\nThe minister said on Thursday that " + evil + " would be repeated in both articles, word for word, before the end of the month.\n\n" +
		"“" + evil + ",” said the mayor of Port Haven, who told reporters that the talks would go on until next week.\n"
	page := report(t, story, story+"\nOne more sentence stands here for good measure, the mayor said.\n")
	if strings.Contains(page, "<img") || strings.Contains(page, "<script") {
		t.Error("an article's text became an element")
	}
	if !strings.Contains(page, "&lt;script&gt;") {
		t.Error("the text itself is gone")
	}
	for _, control := range []string{"\x00", "\x01", "\x02"} {
		if strings.Contains(report(t, "The mayor said"+control+" so on Monday."), control) {
			t.Errorf("the control character %q is in the page", control)
		}
	}
}

func TestReportWithoutArticles(t *testing.T) {
	page := report(t, "")
	if !strings.Contains(page, "No article was found on this page") {
		t.Error("it does not say that there is no article")
	}
}

func TestReportSize(t *testing.T) {
	page := report(t, generated(100)...)
	checkPage(t, page)
	if len(page) > 2_000_000 {
		t.Errorf("the report of 100 articles has %d bytes", len(page))
	}
}

func BenchmarkReport(b *testing.B) {
	texts := generated(100)
	b.ReportAllocs()
	for b.Loop() {
		report(b, texts...)
	}
}

// TestReportInBrowser opens the report in a browser: the page must come out
// with all of its articles, wide and narrow. NEWSTEXT_SCREENSHOTS names a folder
// for the pictures.
func TestReportInBrowser(t *testing.T) {
	browser, err := findBrowser()
	if err != nil {
		t.Skip(err)
	}
	if testing.Short() || os.Getenv("NEWSTEXT_BROWSER") == "" {
		t.Skip("NEWSTEXT_BROWSER is not set; .ci/full sets it")
	}
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, []byte(report(t)), 0o644); err != nil {
		t.Fatal(err)
	}
	dom := browse(t, browser, file, "--dump-dom")
	if n := strings.Count(string(dom), "<article id="); n != 5 {
		t.Errorf("the browser shows %d articles", n)
	}
	folder := os.Getenv("NEWSTEXT_SCREENSHOTS")
	if folder == "" {
		folder = t.TempDir()
	}
	for name, width := range map[string]int{"desktop": 1280, "phone": 500} {
		picture := filepath.Join(folder, "report-"+name+".png")
		browse(t, browser, file, "--screenshot="+picture, fmt.Sprintf("--window-size=%d,1800", width))
		f, err := os.Open(picture)
		if err != nil {
			t.Fatal(err)
		}
		config, err := png.DecodeConfig(f)
		f.Close()
		if err != nil || config.Width != width {
			t.Errorf("%s: %d pixels wide, %v", name, config.Width, err)
		}
	}
}

func findBrowser() (string, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("no browser: install chromium to run this test")
}

func browse(t *testing.T, browser, file string, args ...string) []byte {
	t.Helper()
	args = append(args, "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--hide-scrollbars", "--user-data-dir="+t.TempDir())
	if os.Geteuid() == 0 {
		args = append(args, "--no-sandbox")
	}
	out, err := exec.Command(browser, append(args, "file://"+file)...).Output()
	if err != nil {
		t.Fatalf("%s: %v", browser, err)
	}
	return out
}
