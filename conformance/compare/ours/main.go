// Command ours sets the kit with this module as a server would: its caches live
// as long as the process. Arguments: FORMAT FOLDER OUT N.
package main

import (
	"errors"
	"os"

	"github.com/presskit-go/presskit/conformance/compare/kits"
	"github.com/presskit-go/presskit/conformance/sample"
	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/docx"
	"github.com/presskit-go/presskit/kit/pdf"
)

func main() {
	config := kit.Config{Cache: &kit.Cache{}}
	pages := pdf.Format{Cache: pdf.NewCache()}
	var format kit.Format = pages
	if os.Args[1] == "docx" {
		format = docx.Format{Cache: docx.NewCache(), Pages: pages.Pages}
	}
	kits.Run(os.Args[2:], func(folder, out string) error {
		p, err := config.Open(os.DirFS(folder), sample.Definition)
		if err != nil {
			return err
		}
		f, err := os.Create(out)
		if err != nil {
			return err
		}
		return errors.Join(p.Write(f, format, kit.Options{}), f.Close())
	})
}
