// Command pdfonly is a program that makes PDF alone. A test asks what it links.
package main

import (
	"context"
	"log"
	"os"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/pdf"
)

func main() {
	p, err := kit.Open(os.DirFS("."), "release.yaml")
	if err != nil {
		log.Fatal(err)
	}
	if _, err := p.Build(context.Background(), "presskit", kit.Options{}, pdf.Format{}); err != nil {
		log.Fatal(err)
	}
}
