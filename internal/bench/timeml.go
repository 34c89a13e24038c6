package main

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// loadTimeML reads the .tml files of a folder: the text of their TEXT element
// with its TIMEX3 elements, and the TIMEX3 of their DCT element as the date of
// the document. Empty TIMEX3 elements mark no text and are passed over.
func loadTimeML(folder string) ([]dated, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.tml"))
	if err != nil || len(files) == 0 {
		return nil, errors.Join(err, fmt.Errorf("%s: no .tml file", folder))
	}
	var docs []dated
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		doc, err := parseTimeML(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		doc.ID = strings.TrimSuffix(filepath.Base(file), ".tml")
		docs = append(docs, doc)
	}
	return docs, nil
}

func parseTimeML(r io.Reader) (doc dated, err error) {
	var text strings.Builder
	var open []mention // TIMEX3 elements around the current position
	inText, inDCT := false, false
	d := xml.NewDecoder(r)
	d.Strict = false
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			doc.Text = text.String()
			return doc, nil
		}
		if err != nil {
			return doc, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "TEXT":
				inText = true
			case "DCT":
				inDCT = true
			case "TIMEX3":
				m := timex(t)
				if inDCT && doc.DCT == "" {
					doc.DCT = m.Value
				}
				m.Start = text.Len()
				open = append(open, m)
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "TEXT":
				inText = false
			case "DCT":
				inDCT = false
			case "TIMEX3":
				m := open[len(open)-1]
				open = open[:len(open)-1]
				if m.End = text.Len(); inText && m.End > m.Start {
					m.Text = text.String()[m.Start:m.End]
					doc.Mentions = append(doc.Mentions, m)
				}
			}
		case xml.CharData:
			if inText {
				text.Write(t)
			}
		}
	}
}

func timex(t xml.StartElement) (m mention) {
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "type":
			m.Type = a.Value
		case "value":
			m.Value = a.Value
		case "mod":
			m.Mod = a.Value
		}
	}
	return m
}
