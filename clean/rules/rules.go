// Package rules holds the rule files of package clean.
package rules

import _ "embed"

// English is en.txt: what pages of English-language outlets say outside the
// article, with the commonest words of some other languages.
//
//go:embed en.txt
var English string
