package pdf_test

import (
	"bytes"
	"fmt"
	"log"
	"testing/fstest"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/pdf"
)

const aurora = `id: aurora
language: en-GB
headline: Aurora opens its editor to newsrooms
dateline: {place: London, date: 2024-05-13}
body: |
  Aurora, the editor for long texts, is open to newsrooms from today.
`

// One kit, to a writer.
func Example() {
	files := fstest.MapFS{"release.yaml": {Data: []byte(aurora)}}
	project, err := kit.Open(files, "release.yaml")
	if err != nil {
		log.Fatal(err)
	}
	var file bytes.Buffer
	if err := project.Write(&file, pdf.Format{}, kit.Options{PageSize: "A4"}); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s\n", file.Bytes()[:8])
	// Output: %PDF-1.7
}

// Many kits, or one made again and again: with a cache in common, fonts are
// parsed, words shaped and pictures compressed only once.
func ExampleCache() {
	files := fstest.MapFS{"release.yaml": {Data: []byte(aurora)}}
	format := pdf.Format{Cache: pdf.NewCache()}
	for _, sheet := range kit.PageSizes() {
		project, err := kit.Open(files, "release.yaml")
		if err != nil {
			log.Fatal(err)
		}
		var file bytes.Buffer
		if err := project.Write(&file, format, kit.Options{PageSize: sheet}); err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s %s\n", sheet, file.Bytes()[:8])
	}
	// Output:
	// A4 %PDF-1.7
	// Letter %PDF-1.7
}
