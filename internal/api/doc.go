// Package api keeps the promises that README makes about the exported names of
// the public packages: its test fails where one lacks a comment, a function or
// method lacks an example with output, or a declaration that testdata/api.txt
// lists is gone or changed. Names that are new are written to that file with
//
//	UPDATE_GOLDEN=1 go test ./internal/api
//
// A line that goes from it breaks programs of others: from v0.1.0 on that takes
// a new major version.
package api
