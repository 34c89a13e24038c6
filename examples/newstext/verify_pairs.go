package main

import (
	"fmt"

	"example.org/newstext/dedup"
)

// A couple is two units with their texts.
type couple struct {
	A          string   `json:"a"`
	B          string   `json:"b"`
	AText      string   `json:"a_text"`
	BText      string   `json:"b_text"`
	Inner      string   `json:"inner"` // the one that may lie in the other; empty where that is not asked
	Similarity *float64 `json:"similarity"`
}

// A relationRecord says what B is to A.
type relationRecord struct {
	A          string   `json:"a"`
	B          string   `json:"b"`
	Similarity *float64 `json:"similarity,omitempty"`
	Relation   string   `json:"relation"`
}

// relate writes the relation of every two units. A couple of which one was to
// lie in the other and does not is left out.
func relate(s *session, o dedup.Options) error {
	return eachLine(s, func(c couple) error {
		a, b := unit{id: c.A, text: c.AText}, unit{id: c.B, text: c.BText}
		switch c.Inner {
		case "":
		case c.A:
			if !o.Lies(a.text, b.text) {
				return nil
			}
		case c.B:
			if !o.Lies(b.text, a.text) {
				return nil
			}
		default:
			return fmt.Errorf("%q is neither %q nor %q", c.Inner, c.A, c.B)
		}
		return s.write(result{out: jsonLine(relationRecord{c.A, c.B, c.Similarity, relation(s.ctx, a, b, o)})})
	})
}

// passages writes the passages that every two units share.
func passages(s *session, minWords int) error {
	return eachLine(s, func(c couple) error {
		for _, p := range dedup.Shared(c.AText, c.BText, minWords) {
			r := passageRecord{c.A, p.AStart, p.AEnd, c.B, p.BStart, p.BEnd, p.Exact, p.Similarity}
			if err := s.write(result{out: jsonLine(r)}); err != nil {
				return err
			}
		}
		return nil
	})
}

// A partRecord belongs to a part of all units that links hold together: it is a
// unit, or two units that were compared.
type partRecord struct {
	Part       string  `json:"part"`
	ID         string  `json:"id"`
	Copies     int     `json:"copies"` // units of the same words, this one counted
	Crowded    bool    `json:"crowded"`
	A          string  `json:"a"`
	B          string  `json:"b"`
	Similarity float64 `json:"similarity"`
	Relation   string  `json:"relation"`
}

// cut writes the cluster of every unit, named by its first.
func cut(s *session) error {
	return eachGroup(s, func(p partRecord) string { return p.Part }, func(_ string, group []partRecord) error {
		var nodes []dedup.Node
		var links []dedup.Link
		for _, p := range group {
			if p.ID != "" {
				nodes = append(nodes, dedup.Node{ID: p.ID, Copies: p.Copies, Crowded: p.Crowded})
			} else {
				links = append(links, dedup.Link{A: p.A, B: p.B, Similarity: p.Similarity, Update: p.Relation == dedup.Update.String()})
			}
		}
		for _, cluster := range dedup.Cut(nodes, links) {
			for _, id := range cluster {
				out := jsonLine(struct {
					ID    string `json:"id"`
					Group string `json:"group"`
				}{id, cluster[0]})
				if err := s.write(result{out: out}); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
