package dedup_test

import (
	"errors"
	"fmt"
	"log"
	"os"

	"example.org/newstext/dedup"
)

const (
	ferry  = "The ferry to Tarvik stays in port until the gale over the strait has passed."
	market = "The fish market moves from the old quay to a new hall behind the station."
)

// inFolder runs an example in a folder of its own and ends it on an error.
func inFolder(example func(dir string) error) {
	dir, err := os.MkdirTemp("", "store")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	if err := example(dir); err != nil {
		log.Fatal(err)
	}
}

// withStore runs an example on a Store that holds two texts.
func withStore(example func(s *dedup.Store) error) {
	inFolder(func(dir string) error {
		s, err := dedup.Open(dir, dedup.Options{})
		if err != nil {
			return err
		}
		defer s.Close()
		if err := s.Add("ferry", ferry); err != nil {
			return err
		}
		if err := s.Add("market", market); err != nil {
			return err
		}
		return example(s)
	})
}

// An index remembers the options with which it was made.
func ExampleOpen() {
	inFolder(func(dir string) error {
		s, err := dedup.Open(dir, dedup.Options{Threshold: 0.8})
		if err != nil {
			return err
		}
		if err := errors.Join(s.Add("ferry", ferry), s.Commit(), s.Close()); err != nil {
			return err
		}
		_, err = dedup.Open(dir, dedup.Options{Threshold: 0.6})
		fmt.Println(err != nil)
		return nil
	})
	// Output:
	// true
}

// A Store finds what was added to it, committed or not.
func ExampleStore_Near() {
	withStore(func(s *dedup.Store) error {
		hits, err := s.Near("The Ferry to Tarvik stays in port till the gale over the strait has passed")
		for _, hit := range hits {
			fmt.Printf("%s %.1f\n", hit.Key, hit.Similarity)
		}
		return err
	})
	// Output:
	// ferry 0.7
}

// An id that is added again stands for its last text.
func ExampleStore_Add() {
	withStore(func(s *dedup.Store) error {
		if err := s.Add("ferry", "The ferry sails."); err != nil {
			return err
		}
		hits, err := s.Near(ferry)
		fmt.Println(s.Len(), hits)
		return err
	})
	// Output:
	// 2 []
}

func ExampleStore_Remove() {
	withStore(func(s *dedup.Store) error {
		if err := s.Remove("ferry"); err != nil {
			return err
		}
		hits, err := s.Near(ferry)
		fmt.Println(s.Len(), hits)
		return err
	})
	// Output:
	// 1 []
}

func ExampleStore_Len() {
	withStore(func(s *dedup.Store) error {
		fmt.Println(s.Len())
		return nil
	})
	// Output:
	// 2
}

// What was not committed is gone after a crash; Close commits nothing either.
func ExampleStore_Commit() {
	inFolder(func(dir string) error {
		for _, commit := range []bool{false, true} {
			s, err := dedup.Open(dir, dedup.Options{})
			if err != nil {
				return err
			}
			fmt.Println(s.Len())
			if err := s.Add("ferry", ferry); err != nil {
				return err
			}
			if commit {
				if err := s.Commit(); err != nil {
					return err
				}
			}
			if err := s.Close(); err != nil {
				return err
			}
		}
		s, err := dedup.Open(dir, dedup.Options{})
		if err != nil {
			return err
		}
		fmt.Println(s.Len())
		return s.Close()
	})
	// Output:
	// 0
	// 0
	// 1
}

// Compact gives the room of removed texts back.
func ExampleStore_Compact() {
	withStore(func(s *dedup.Store) error {
		if err := s.Commit(); err != nil {
			return err
		}
		if err := s.Remove("market"); err != nil {
			return err
		}
		if err := s.Compact(); err != nil {
			return err
		}
		hits, err := s.Near(ferry)
		fmt.Println(s.Len(), hits[0].Key)
		return err
	})
	// Output:
	// 1 ferry
}

// One Store at a time may write to a folder; Close lets the next one in.
func ExampleStore_Close() {
	inFolder(func(dir string) error {
		s, err := dedup.Open(dir, dedup.Options{})
		if err != nil {
			return err
		}
		_, err = dedup.Open(dir, dedup.Options{})
		fmt.Println(err != nil)
		if err := s.Close(); err != nil {
			return err
		}
		s, err = dedup.Open(dir, dedup.Options{})
		if err != nil {
			return err
		}
		fmt.Println(s.Len())
		return s.Close()
	})
	// Output:
	// true
	// 0
}

// withView runs an example on a Store that has committed two texts and on a
// View of its folder.
func withView(example func(s *dedup.Store, v *dedup.View) error) {
	inFolder(func(dir string) error {
		s, err := dedup.Open(dir, dedup.Options{})
		if err != nil {
			return err
		}
		defer s.Close()
		if err := s.Add("ferry", ferry); err != nil {
			return err
		}
		if err := s.Commit(); err != nil {
			return err
		}
		v, err := dedup.OpenView(dir)
		if err != nil {
			return err
		}
		defer v.Close()
		return example(s, v)
	})
}

func ExampleView_Near() {
	withView(func(_ *dedup.Store, v *dedup.View) error {
		hits, err := v.Near("“The ferry to Tarvik stays in port until the gale over the strait has passed,”")
		fmt.Println(hits)
		return err
	})
	// Output:
	// [{ferry 1}]
}

// A View shows one commit until it is told to look for a later one.
func ExampleView_Refresh() {
	withView(func(s *dedup.Store, v *dedup.View) error {
		if err := s.Add("market", market); err != nil {
			return err
		}
		if err := s.Commit(); err != nil {
			return err
		}
		fmt.Println(v.Len())
		err := v.Refresh()
		fmt.Println(v.Len())
		return err
	})
	// Output:
	// 1
	// 2
}

func ExampleView_Len() {
	withView(func(_ *dedup.Store, v *dedup.View) error {
		fmt.Println(v.Len())
		return nil
	})
	// Output:
	// 1
}

// A View that is closed leaves the folder to others.
func ExampleView_Close() {
	withView(func(s *dedup.Store, v *dedup.View) error {
		err := v.Close()
		fmt.Println(s.Len())
		return err
	})
	// Output:
	// 1
}
