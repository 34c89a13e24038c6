// Growth prints how the CPU time of reading a page grows when hostile HTML
// doubles; see internal/hostile of the core module.
//
//	go run ./internal/growth [-v] [SIZE]
package main

import (
	"context"
	"os"
	"os/signal"

	"example.org/newstext/clean/webpage"
	"example.org/newstext/internal/hostile"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	targets := []hostile.Target{{Name: "parse", Run: func(text string) { webpage.Parse([]byte(text)) }}}
	os.Exit(hostile.Growth(ctx, os.Stdout, os.Args[1:], targets, append(hostile.HTML(), hostile.Families()...)))
}
