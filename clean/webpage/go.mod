module example.org/newstext/clean/webpage

go 1.26.0

require (
	example.org/newstext v0.0.0-00010101000000-000000000000
	golang.org/x/net v0.62.0
	golang.org/x/text v0.43.0
)

replace example.org/newstext => ../..
