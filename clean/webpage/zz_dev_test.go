package webpage

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"example.org/newstext/clean"
	"example.org/newstext/clean/webpage/internal/body"
	"example.org/newstext/clean/webpage/internal/scan"
	"golang.org/x/net/html"
)

func devPages() [][]byte {
	f, _ := os.Open("/work/shared/bench/clean/pages.jsonl.gz")
	z, _ := gzip.NewReader(f)
	s := bufio.NewScanner(z)
	s.Buffer(nil, 1<<28)
	var out [][]byte
	for s.Scan() {
		var r struct{ HTML string }
		json.Unmarshal(s.Bytes(), &r)
		out = append(out, []byte(r.HTML))
	}
	return out
}

func TestDevSpeed(t *testing.T) {
	ps := devPages()
	for range 2 {
		a := time.Now()
		for _, p := range ps {
			html.Parse(bytes.NewReader(p))
		}
		d0 := time.Since(a)
		a = time.Now()
		for _, p := range ps {
			z := html.NewTokenizer(bytes.NewReader(p))
			for z.Next() != html.ErrorToken {
				_, m := z.TagName()
				for m {
					_, _, m = z.TagAttr()
				}
			}
		}
		dt := time.Since(a)
		a = time.Now()
		var ss []*scan.Page
		for _, p := range ps {
			ss = append(ss, scan.Read(p))
		}
		d1 := time.Since(a)
		a = time.Now()
		for _, s := range ss {
			body.NewPage(s)
		}
		d2 := time.Since(a)
		a = time.Now()
		for _, s := range ss {
			body.Judge(s)
		}
		d3 := time.Since(a)
		a = time.Now()
		n := 0
		for _, s := range ss {
			clean.Blocks(s.Text)
			n += len(s.Text)
		}
		d4 := time.Since(a)
		a = time.Now()
		for _, p := range ps {
			Parse(p)
		}
		d5 := time.Since(a)
		fmt.Println("parse", d0, "tokenizer", dt, "scan", d1, "newpage", d2, "judge", d3, "label", d4, n, "all", d5, float64(d5)/float64(d0))
	}
}

func TestDevMemory(t *testing.T) {
	for name, in := range map[string]string{
		"nested":   strings.Repeat("<div>", 1e6) + "Hello there" + strings.Repeat("</div>", 1e6),
		"nested2":  strings.Repeat("<div>x", 1e6),
		"line":     strings.Repeat("word and another one. ", 1e6),
		"para":     strings.Repeat("<p>a", 5e6),
		"spaces":   strings.Repeat("a  a", 5e6),
		"entities": strings.Repeat("a&amp;", 3e6),
		"nul":      strings.Repeat("\x00a", 5e6),
		"attr":     "<p title='" + strings.Repeat("a ", 5e6) + "'>x",
		"attrs":    "<p " + strings.Repeat("a=b ", 2e6) + ">x",
		"comment":  "<p>hi<!--" + strings.Repeat("a ", 5e6) + "--><p>x",
		"script":   "<p>hi<script>" + strings.Repeat("a ", 5e6) + "</script><p>x",
		"unclosed": strings.Repeat("<b><i><a href=x>", 1e6) + "x",
		"mix":      strings.Repeat("<table><tr><td><ul><li><p><b>a</div></table>", 3e5),
		"lt":       strings.Repeat("<", 5e6),
		"amp":      strings.Repeat("&", 5e6),
		"latin":    strings.Repeat("caf\xe9 cr\xe8me ", 1e6),
		"ld":       "<script type='application/ld+json'>" + strings.Repeat("[", 2e6) + "</script>x",
	} {
		runtime.GC()
		data := []byte(in)
		in = ""
		var m0, m1 runtime.MemStats
		runtime.ReadMemStats(&m0)
		stop := make(chan bool)
		peak := uint64(0)
		go func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				peak = max(peak, m.HeapAlloc)
				time.Sleep(5 * time.Millisecond)
			}
		}()
		a := time.Now()
		p := Parse(data)
		d := time.Since(a)
		stop <- true
		runtime.ReadMemStats(&m1)
		fmt.Printf("%-9s in %d text %d blocks %d %v  peak+ %d MiB total %d MiB body %d\n", name, len(data), len(p.Text), len(p.Blocks), d, (int64(peak)-int64(m0.HeapAlloc))>>20, (m1.TotalAlloc-m0.TotalAlloc)>>20, len(p.Body()))
	}
}
