package main

import "io"

func reportSites(w io.Writer, pages []*page) {}
