package kit_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/docx"
	"github.com/presskit-go/presskit/kit/pdf"
)

// What shows only when pages are made is told at the place where the definition
// or the brand names the file.
func TestPlacesOfFiles(t *testing.T) {
	var small bytes.Buffer
	if err := png.Encode(&small, image.NewGray(image.Rect(0, 0, 20, 10))); err != nil {
		t.Fatal(err)
	}
	font, err := os.ReadFile("../brand/fonts/Vollkorn-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	loca := bytes.Index(font, []byte("loca")) // in the directory of tables, before its sum, place and length
	at, size := binary.BigEndian.Uint32(font[loca+8:]), binary.BigEndian.Uint32(font[loca+12:])
	for i := range font[at : at+size] {
		font[int(at)+i] = 0xff
	}
	const text = "language: en\nheadline: A\nbody: |\n  B\n\n  {{figure: p}}\n"
	for name, c := range map[string]struct {
		files fstest.MapFS
		want  string
	}{
		"drawing": {fstest.MapFS{
			"release.yaml": {Data: []byte(text + "media:\n  p: {path: m/p.svg, alt: x}\n")},
			"m/p.svg":      {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L1e8 1e8L3 4z"/></svg>`)},
		}, "release.yaml:8:13 bad-picture"},
		"photograph": {fstest.MapFS{
			"release.yaml": {Data: []byte(text + "media:\n  p: {path: m/p.png, alt: x}\n")},
			"m/p.png":      {Data: small.Bytes()},
		}, "release.yaml:8:13 low-resolution"},
		"small logo": {fstest.MapFS{
			"release.yaml": {Data: []byte("language: en\nheadline: A\nbody: |\n" + strings.Repeat("  Many words stand here.\n\n", 90))},
			"_brand.yml":   {Data: []byte("logo:\n  medium: logo.svg\n  small: tiny.png\n")},
			"logo.svg":     {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>`)},
			"tiny.png":     {Data: small.Bytes()},
		}, "_brand.yml:3:10 low-resolution"},
		"font": {fstest.MapFS{
			"release.yaml": {Data: []byte("language: en\nheadline: A\nbody: B\n")},
			"_brand.yml":   {Data: []byte("typography:\n  base: X\n  fonts:\n    - family: X\n      source: file\n      files: [f.ttf]\n")},
			"f.ttf":        {Data: font},
		}, "_brand.yml:4:15 bad-font"},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := kit.Open(c.files, "release.yaml")
			if err != nil {
				t.Fatal(err)
			}
			set, err := p.Render(context.Background(), kit.Options{}, pdf.Format{}, docx.Format{})
			var list diag.List
			if !errors.As(err, &list) && set != nil {
				list = set.Diagnostics
			}
			for _, d := range list {
				at := d.Span.Position()
				if got := fmt.Sprintf("%s:%d:%d %s", d.Span.Name(), at.Line, at.Column, d.Rule); got == c.want {
					return
				}
			}
			t.Errorf("got %v, %v; want %s", err, list, c.want)
		})
	}
}
