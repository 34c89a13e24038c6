package webpage_test

import (
	"fmt"

	"example.org/newstext/clean/webpage"
)

const page = `<html><head><title>Harbour deal signed | The Paper</title>
<meta property="og:title" content="Harbour deal signed">
<meta property="og:site_name" content="The Paper">
<meta property="article:published_time" content="2019-11-18T09:30:00Z">
<meta name="author" content="Ann Lee"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Harbour deal signed</h1>
<p>The city signed a contract for the new harbour on Monday, after two years of talks with three builders.</p>
<p>Work begins in spring, the mayor said, and 400&nbsp;people will find jobs on the docks.</p>
<div class="share-buttons"><a href="#">Tweet</a></div>
<p>“We&rsquo;ve waited long enough,” she told reporters at the pier in the afternoon.</p></article>
<aside class="related"><h3>More stories</h3><a href="/x">Storm closes two schools</a></aside>
<footer>© The Paper</footer></body></html>`

func ExampleParse() {
	p := webpage.Parse([]byte(page))
	fmt.Println(p.Title, "/", p.SiteName, "/", p.Authors, "/", p.Published.Format("2 January 2006"))
	for _, b := range p.Blocks {
		if !b.Kind.Body() {
			fmt.Printf("not body: %s\n", p.Text[b.Start:b.End])
		}
	}
	// Output:
	// Harbour deal signed / The Paper / [Ann Lee] / 18 November 2019
	// not body: Home Sport
	// not body: Harbour deal signed
	// not body: Tweet
	// not body: More stories
	// not body: Storm closes two schools
	// not body: © The Paper
}

func ExamplePage_Body() {
	fmt.Println(webpage.Parse([]byte(page)).Body())
	// Output:
	// The city signed a contract for the new harbour on Monday, after two years of talks with three builders.
	//
	// Work begins in spring, the mayor said, and 400 people will find jobs on the docks.
	//
	// “We’ve waited long enough,” she told reporters at the pier in the afternoon.
}

func ExampleParser_Parse() {
	parser := webpage.Parser{ContentType: "text/html; charset=windows-1252", URL: "https://paper.example/news/1.html"}
	p := parser.Parse([]byte("<link rel=canonical href=/1><p>The caf\xe9 on the pier reopens."))
	fmt.Println(p.Text, p.Charset, p.URL)
	// Output: The café on the pier reopens. windows-1252 https://paper.example/1
}

func ExamplePage_Source() {
	html := "<p>Fish&nbsp;&amp; chips <b>on Friday</b>"
	p := webpage.Parse([]byte(html))
	for i := range len("Fish & chips on") {
		if p.Text[i] == '&' || p.Text[i] == 'o' {
			fmt.Printf("%c comes from %.6q\n", p.Text[i], html[p.Source(i):])
		}
	}
	// Output:
	// & comes from "&amp; "
	// o comes from "on Fri"
}

func ExamplePage_SourceSpan() {
	html := "<p>The mayor&rsquo;s <i>office</i> said so."
	p := webpage.Parse([]byte(html))
	start, end := p.SourceSpan(0, len("The mayor’s office"))
	fmt.Println(html[start:end])
	// Output: The mayor&rsquo;s <i>office
}

func ExampleSniff() {
	fmt.Println(webpage.Sniff([]byte("%PDF-1.7\n")))
	// Output: a PDF document
}
