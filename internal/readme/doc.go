// Package readme keeps README.md true: its test runs the programs and the
// commands that README shows and compares their output with what it prints.
//
// A program is a block ```go that holds "package main", followed by a block
// ```text with its output. A transcript is a block ```console: lines that begin
// with "$ newstext" or "$ webtext" are run by a shell, what follows them is their
// output, both streams together. Other commands ("$ go test ./...") are not run.
//
// UPDATE_GOLDEN=1 writes the outputs into README.md.
package readme
