package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"example.org/newstext/dedup"
	_ "modernc.org/sqlite" // the driver "sqlite"
)

// options are what all sketches of the database are made with.
var options = dedup.Options{Threshold: 0.6}

const schema = `
CREATE TABLE IF NOT EXISTS entries (
	id     TEXT PRIMARY KEY,
	source TEXT NOT NULL,
	title  TEXT NOT NULL,
	sketch BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS bands (
	band  INTEGER NOT NULL,
	entry TEXT NOT NULL REFERENCES entries(id),
	PRIMARY KEY (band, entry)
) WITHOUT ROWID;`

type entry struct {
	id, source, title string
	sketch            dedup.Sketch
}

// a store is a database of entries seen.
type store struct{ db *sql.DB }

func openStore(ctx context.Context, name string) (*store, error) {
	db, err := sql.Open("sqlite", name)
	if err != nil {
		return nil, err
	}
	if _, err := db.ExecContext(ctx, schema); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", name, err), db.Close())
	}
	return &store{db}, nil
}

func (s *store) close() error { return s.db.Close() }

// nearest returns the entry other than e itself that is most like it, among
// those that share a band. Ties go to the least id.
func (s *store) nearest(ctx context.Context, e entry) (best entry, similarity float64, err error) {
	met := map[string]bool{e.id: true}
	for band := range e.sketch.Bands(options.Threshold) {
		rows, err := s.db.QueryContext(ctx, `
			SELECT id, source, title, sketch FROM bands JOIN entries ON entry = id WHERE band = ?`, int64(band))
		if err != nil {
			return best, 0, err
		}
		for rows.Next() {
			var other entry
			var blob []byte
			if err := rows.Scan(&other.id, &other.source, &other.title, &blob); err != nil {
				return best, 0, errors.Join(err, rows.Close())
			}
			if met[other.id] {
				continue
			}
			met[other.id] = true
			if err := other.sketch.UnmarshalBinary(blob); err != nil {
				return best, 0, errors.Join(err, rows.Close())
			}
			alike := e.sketch.Similarity(other.sketch)
			if alike > similarity || alike == similarity && other.id < best.id {
				best, similarity = other, alike
			}
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			return best, 0, err
		}
	}
	return best, similarity, nil
}

// add files e, in place of an entry with the same id.
func (s *store) add(ctx context.Context, e entry) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // no effect after Commit
	blob, err := e.sketch.MarshalBinary()
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM bands WHERE entry = ?`, e.id); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)`,
		e.id, e.source, e.title, blob); err != nil {
		return err
	}
	for band := range e.sketch.Bands(options.Threshold) {
		if _, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO bands VALUES (?, ?)`, int64(band), e.id); err != nil {
			return err
		}
	}
	return tx.Commit()
}
