// Command gallery sets every example in every layout, in both formats, and makes
// one sheet of pictures of their first pages.
//
//	go run ./conformance/gallery -sheet examples/gallery.jpg presskit/gallery
//
// The kits lie below the folder, by example and layout. The pictures are drawn by
// pdftoppm of poppler, which must be installed.
package main

import (
	"context"
	"flag"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/docx"
	"github.com/presskit-go/presskit/kit/pdf"
	"github.com/presskit-go/presskit/layouts"
)

func main() {
	sheet := flag.String("sheet", "examples/gallery.jpg", "the `file` of the contact sheet")
	from := flag.String("examples", "examples", "the `folder` of the examples")
	flag.Parse()
	folder := "presskit/gallery"
	if flag.NArg() > 0 {
		folder = flag.Arg(0)
	}
	if err := run(context.Background(), *from, folder, *sheet); err != nil {
		fmt.Fprintln(os.Stderr, "gallery:", err)
		os.Exit(1)
	}
}

// run makes the kits, then the sheet.
func run(ctx context.Context, from, folder, sheet string) error {
	definitions, err := filepath.Glob(filepath.Join(from, "*", "release.yaml"))
	if err != nil || len(definitions) == 0 {
		return fmt.Errorf("there are no examples in %s", from)
	}
	slices.Sort(definitions)
	s := contactSheet{layouts: layouts.Names()}
	pages, words := pdf.Format{Cache: pdf.NewCache()}, docx.Format{Cache: docx.NewCache()}
	words.Pages = pages.Pages
	for _, definition := range definitions {
		example := filepath.Base(filepath.Dir(definition))
		p, err := kit.Open(os.DirFS(filepath.Dir(definition)), filepath.Base(definition))
		if err != nil {
			return err
		}
		row := row{name: example}
		for _, layout := range s.layouts {
			into := filepath.Join(folder, example, layout)
			set, err := p.Build(ctx, into, kit.Options{Layout: layout}, pages, words)
			if err != nil {
				return fmt.Errorf("%s in %s: %w", example, layout, err)
			}
			at := slices.IndexFunc(set.Artifacts, func(a kit.Artifact) bool { return a.Format == pages.Name() })
			picture, err := firstPage(ctx, filepath.Join(into, set.Artifacts[at].Name))
			if err != nil {
				return err
			}
			row.pages = append(row.pages, picture)
		}
		s.rows = append(s.rows, row)
	}
	drawn, err := s.draw()
	if err != nil {
		return err
	}
	if err := write(sheet, drawn); err != nil {
		return err
	}
	fmt.Println(sheet)
	return nil
}

// resolution is that of the pages that are drawn, in pixels per inch: twice that
// of the sheet, which they are reduced to.
const resolution = "50"

// firstPage draws the first page of a PDF.
func firstPage(ctx context.Context, file string) (image.Image, error) {
	stem := file + "-first"
	cmd := exec.CommandContext(ctx, "pdftoppm", "-r", resolution, "-png", "-singlefile", "-f", "1", "-l", "1", file, stem)
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("pdftoppm %s: %w: %s", file, err, out)
	}
	defer os.Remove(stem + ".png")
	f, err := os.Open(stem + ".png")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return png.Decode(f)
}

// write writes a picture as JPEG.
func write(name string, m image.Image) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	const quality = 88
	if err := jpeg.Encode(f, m, &jpeg.Options{Quality: quality}); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
