package main

import (
	"fmt"
	"image"
	"image/color"

	"golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"github.com/presskit-go/presskit/brand"
)

// contactSheet has a row for each example and a column for each layout.
type contactSheet struct {
	layouts []string
	rows    []row
}

type row struct {
	name  string
	pages []image.Image
}

// Measures of the sheet, in pixels.
const (
	thumb     = 190 // width of a page
	thumbHigh = thumb * 297 / 210
	gap       = 26
	head      = 54  // for the names of the layouts
	names     = 128 // for those of the examples
	textSize  = 15
	edge      = 1 // around a page
)

// draw puts the pages in rows and columns.
func (s *contactSheet) draw() (image.Image, error) {
	face, err := textFace()
	if err != nil {
		return nil, err
	}
	width := names + len(s.layouts)*(thumb+gap)
	height := head + len(s.rows)*(thumbHigh+gap)
	sheet := image.NewRGBA(image.Rect(0, 0, width, height))
	ground, dark := color.RGBA{0xE4, 0xE6, 0xE9, 0xFF}, color.RGBA{0x2A, 0x2F, 0x36, 0xFF}
	draw.Draw(sheet, sheet.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
	say := func(x, y int, words string) {
		d := font.Drawer{Dst: sheet, Src: image.NewUniform(dark), Face: face, Dot: fixed.P(x, y)}
		d.DrawString(words)
	}
	for i, name := range s.layouts {
		say(names+i*(thumb+gap), head-gap/2, name)
	}
	grey := image.NewUniform(color.RGBA{0xB4, 0xB9, 0xC0, 0xFF})
	for y, r := range s.rows {
		top := head + y*(thumbHigh+gap)
		say(gap/2, top+textSize, r.name)
		for x, page := range r.pages {
			left := names + x*(thumb+gap)
			at := image.Rect(left, top, left+thumb, top+thumbHigh)
			draw.Draw(sheet, at.Inset(-edge), grey, image.Point{}, draw.Src)
			draw.CatmullRom.Scale(sheet, at, page, page.Bounds(), draw.Src, nil)
		}
	}
	return sheet, nil
}

// textFace is the sans of the default brand.
func textFace() (font.Face, error) {
	for _, f := range brand.Default().Faces {
		if f.Family == "Manrope" && f.Weight == 700 {
			parsed, err := opentype.Parse(f.Data)
			if err != nil {
				return nil, err
			}
			return opentype.NewFace(parsed, &opentype.FaceOptions{Size: textSize, DPI: 72})
		}
	}
	return nil, fmt.Errorf("the default brand has no Manrope")
}
