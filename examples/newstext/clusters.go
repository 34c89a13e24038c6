package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"example.org/newstext/dedup"
)

// A clusterRecord is a unit's place among the clusters, in JSON lines.
type clusterRecord struct {
	ID             string `json:"id"`
	Cluster        string `json:"cluster"`
	Representative string `json:"representative"`
	Relation       string `json:"relation"` // to the representative; empty for itself
}

// clusterLines writes the cluster of every unit, in the order of the input.
func (f *dedupFlags) clusterLines(s *session, all []unit) error {
	records := clusterRecords(s.ctx, all, f.options)
	if err := s.ctx.Err(); err != nil {
		return err
	}
	for _, c := range records {
		if err := s.write(result{out: jsonLine(c)}); err != nil {
			return err
		}
	}
	return nil
}

// clusterRecords finds the cluster of every unit. Clusters are numbered in the
// order in which the input begins them.
func clusterRecords(ctx context.Context, all []unit, o dedup.Options) []clusterRecord {
	place := make(map[string]int, len(all))
	for i, u := range all {
		place[u.id] = i
	}
	records := make([]clusterRecord, len(all))
	for _, ids := range dedup.Clusters(ctx, texts(all), o) {
		first := all[place[representative(ids, all, place)]]
		for _, id := range ids {
			i := place[id]
			records[i] = clusterRecord{ID: id, Representative: first.id, Relation: relation(ctx, first, all[i], o)}
		}
	}
	number := make(map[string]string)
	for i, u := range all {
		r := &records[i]
		if r.ID == "" { // too short to take part
			r.ID, r.Representative = u.id, u.id
		}
		if number[r.Representative] == "" {
			number[r.Representative] = strconv.Itoa(len(number) + 1)
		}
		r.Cluster = number[r.Representative]
	}
	return records
}

// representative picks the earliest published of a cluster, or the first where
// none states when it was published.
func representative(ids []string, all []unit, place map[string]int) string {
	return slices.MinFunc(ids, func(a, b string) int {
		x, y := all[place[a]].published, all[place[b]].published
		switch {
		case x == "" && y == "":
			return 0
		case x == "":
			return 1
		case y == "":
			return -1
		}
		return strings.Compare(x, y)
	})
}

// relation says what u is to the representative of its cluster.
func relation(ctx context.Context, first, u unit, o dedup.Options) string {
	switch {
	case first.id == u.id:
		return ""
	case first.text == u.text:
		return dedup.Copy.String()
	}
	o.Threshold, o.MinWords, o.Approx, o.Workers = 1e-9, 0, false, 1
	for p := range dedup.Pairs(ctx, texts([]unit{first, u}), o) {
		return p.Relation.String()
	}
	return dedup.Edited.String()
}

// showClusters lists the clusters of more than one unit, each under its
// representative.
func (f *dedupFlags) showClusters(s *session, all []unit) error {
	records := clusterRecords(s.ctx, all, f.options)
	if err := s.ctx.Err(); err != nil {
		return err
	}
	members := make(map[string][]int)
	for i, c := range records {
		members[c.Cluster] = append(members[c.Cluster], i)
	}
	var b strings.Builder
	alone := 0
	for i, c := range records {
		cluster := members[c.Cluster]
		switch {
		case len(cluster) == 1:
			alone++
		case cluster[0] == i:
			s.showCluster(&b, all, records, cluster)
		}
	}
	note := fmt.Sprintf("%s: %s, %d alone", plural(len(all), f.unit.value()), plural(len(members)-alone, "cluster"), alone)
	return s.write(result{out: []byte(b.String()), note: note})
}

// showCluster sets one cluster: its representative with the beginning of its
// text, and what the others are to it.
func (s *session) showCluster(b *strings.Builder, all []unit, records []clusterRecord, cluster []int) {
	for _, i := range cluster {
		if records[i].Relation == "" {
			fmt.Fprintf(b, "%s\n  %s\n", s.style.paint(bold, printable(all[i].id)), s.style.paint(dim, shorten(oneLine(all[i].text), 76)))
		}
	}
	for _, i := range cluster {
		if records[i].Relation != "" {
			fmt.Fprintf(b, "  %-8s  %s\n", records[i].Relation, printable(all[i].id))
		}
	}
}
