package webpage

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"example.org/newstext/clean"
	"golang.org/x/net/html"
)

// story is a page as newspapers make them, with as much around the article.
var story = func() string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>River levels fall | The Paper</title>
<meta property="og:title" content="River levels fall"><script>window.dataLayer = window.dataLayer || [];` + strings.Repeat("function f(a, b) { return a < b; } ", 100) + `</script>
<style>` + strings.Repeat(".card { margin: 0; padding: 1em } ", 100) + `</style></head><body class="page"><nav class="main-menu"><ul>`)
	for i := range 60 {
		fmt.Fprintf(&b, `<li class="menu-item item-%d"><a class="menu-link" href="/section/%d" data-track="nav">Section %d</a></li>`, i, i, i)
	}
	b.WriteString(`</ul></nav><main><article class="story" itemscope><h1 class="headline">River levels fall</h1><div class="byline">By Ann Lee</div><div class="article-body">`)
	for i := range 30 {
		fmt.Fprintf(&b, "<p class=\"para\">The river fell by %d centimetres overnight, officials said, and most of the roads along its banks can be used again. &ldquo;We&rsquo;re not out of danger yet,&rdquo; one of them told <a href=\"/r\">reporters</a>.</p>\n", i)
	}
	b.WriteString(`</div></article></main><aside class="related"><h3>More stories</h3>`)
	for i := range 40 {
		fmt.Fprintf(&b, `<div class="card teaser"><a href="/s/%d"><img src="/i/%d.jpg" alt="" loading="lazy"><h4 class="card-title">Another story with number %d</h4></a><span class="time">%d hours ago</span></div>`, i, i, i, i)
	}
	b.WriteString(`</aside><footer class="site-footer"><p>© The Paper. All rights reserved.</p></footer></body></html>`)
	return b.String()
}()

func BenchmarkParse(b *testing.B) {
	page := []byte(story)
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(page)
	}
}

// BenchmarkHTMLParse is the measure of BenchmarkParse: the tree alone.
func BenchmarkHTMLParse(b *testing.B) {
	page := []byte(story)
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := html.Parse(bytes.NewReader(page)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBlocks labels the page's text, without what its markup says. Its
// speed is told as a ratio to that of BenchmarkHTMLParse.
func BenchmarkBlocks(b *testing.B) {
	text := Parse([]byte(story)).Text
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		clean.Blocks(text)
	}
}
