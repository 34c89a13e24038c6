package main

import (
	"example.org/newstext/dedup"
)

// pairLines writes every pair of units that are alike.
func (f *dedupFlags) pairLines(s *session, all []unit) error {
	for p := range dedup.Pairs(s.ctx, texts(all), f.options) {
		line := jsonLine(struct {
			A          string  `json:"a"`
			B          string  `json:"b"`
			Similarity float64 `json:"similarity"`
			Relation   string  `json:"relation"`
		}{p.A, p.B, p.Similarity, p.Relation.String()})
		if err := s.write(result{out: line}); err != nil {
			return err
		}
	}
	return s.ctx.Err()
}
