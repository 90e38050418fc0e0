package kit_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"testing/fstest"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/pdf"
)

const aurora = `id: aurora
language: en-GB
headline: Aurora opens its editor to newsrooms
dateline: {place: London, date: 2024-05-13}
body: |
  Aurora, the editor for long texts, is open to newsrooms from today.
`

// Open a definition and write it as PDF.
func Example() {
	files := fstest.MapFS{"release.yaml": {Data: []byte(aurora)}}
	p, err := kit.Open(files, "release.yaml")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(p.ID(), p.Version(), p.Language(), p.Created().Format("2006-01-02"))
	if err := p.Write(io.Discard, pdf.Format{}, kit.Options{Layout: "feature", PageSize: "A4"}); err != nil {
		log.Fatal(err)
	}
	// Output: aurora 1 en-GB 2024-05-13
}

// Put a kit into a folder, with the list of its files and their checksums.
func ExampleProject_Build() {
	folder, err := os.MkdirTemp("", "presskit-")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	files := fstest.MapFS{"release.yaml": {Data: []byte(aurora)}}
	p, err := kit.Config{Tag: "v1.2.0"}.Open(files, "release.yaml")
	if err != nil {
		log.Fatal(err)
	}
	if _, err := p.Build(context.Background(), folder, kit.Options{}, pdf.Format{}); err != nil {
		log.Fatal(err)
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		log.Fatal(err)
	}
	for _, e := range entries {
		fmt.Println(e.Name())
	}
	// Output:
	// artifacts.json
	// aurora-1.2.0-en-GB.pdf
	// checksums.txt
}

// Every problem of a definition is reported, with its place.
func ExampleOpen_problems() {
	files := fstest.MapFS{"release.yaml": {Data: []byte("language: en\nheadline: Aurora\nbody: Text.\nquote: []\nlinks: 3\n")}}
	_, err := kit.Open(files, "release.yaml")
	var list diag.List
	if errors.As(err, &list) {
		for _, d := range list {
			fmt.Printf("line %d: %s\n", d.Span.Position().Line, d.Message)
		}
	}
	// Output:
	// line 4: unknown field "quote"
	// line 5: "links" must be a list, not a whole number
}

// headings is a format that prints the headings of a kit.
type headings struct{}

func (headings) Name() string      { return "headings" }
func (headings) Extension() string { return ".txt" }

func (headings) Render(_ context.Context, w io.Writer, d *doc.Document) error {
	var err error
	doc.Walk(d, func(_ []doc.Block, b doc.Block) {
		if h, ok := b.(*doc.Heading); ok && err == nil {
			words := strings.Fields(h.Text.Plain()) // some are held together by no-break spaces
			_, err = fmt.Fprintf(w, "%d %s\n", h.Level, strings.Join(words, " "))
		}
	})
	return err
}

// A format of your own reads the document tree.
func ExampleFormat() {
	files := fstest.MapFS{"release.yaml": {Data: []byte(aurora)}}
	p, err := kit.Open(files, "release.yaml")
	if err != nil {
		log.Fatal(err)
	}
	if err := p.Write(os.Stdout, headings{}, kit.Options{}); err != nil {
		log.Fatal(err)
	}
	// Output: 1 Aurora opens its editor to newsrooms
}
