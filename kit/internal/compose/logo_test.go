package compose

import (
	"fmt"
	"math"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/layouts"
)

func svgLogo(width, height int) []byte {
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d"><path d="M0 0h%dv%dz"/></svg>`, width, height, width, height)
}

// The logo is drawn as large as the brand asks for, where there is room.
func TestLogoHeight(t *testing.T) {
	for _, test := range []struct {
		name           string
		width          int // of a logo of height 10
		clear          float64
		least          float64 // millimetres
		first, running float64 // drawn, in millimetres
		warnings       int
	}{
		{"as the layout has it", 20, 0, 0, 12, 7, 0},
		{"large enough", 20, 0, 6, 12, 7, 0},
		{"raised on later pages", 20, 0, 10, 12, 10, 0},
		{"raised on all pages", 20, 0, 15, 15, 15, 0},
		{"too wide", 200, 0, 8, 12, 7, 2},
		{"larger than there is room", 20, 0, 30, 12, 7, 2},
		{"free space within the sheet", 20, 2, 0, 9, 7, 0},
		{"free space against size", 20, 2, 11, 9, 7, 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			in := input(t, read(t, wholeKit(t)), wholeKit(t))
			b := *in.Brand
			b.Logo = &brand.Logo{Path: "logo.svg", Alt: "Park", Data: svgLogo(test.width, 10), ClearSpace: test.clear, MinHeight: doc.MM(test.least)}
			in.Brand = &b
			d, list := Compose(in)
			warned := 0
			for _, problem := range list {
				if problem.Rule == "small-logo" {
					warned++
				}
			}
			if warned != test.warnings {
				t.Errorf("%d warnings: %v", warned, list)
			}
			if math.Abs(d.Page.LogoHeight-doc.MM(test.first)) > 0.01 || math.Abs(d.Page.RunningLogoHeight-doc.MM(test.running)) > 0.01 {
				t.Errorf("%.2f and %.2f mm", d.Page.LogoHeight/doc.MM(1), d.Page.RunningLogoHeight/doc.MM(1))
			}
			if d.Logo.Clear != test.clear {
				t.Errorf("free space %g", d.Logo.Clear)
			}
		})
	}
}

// The small logo stands on later pages, the other one on the first.
func TestRunningLogo(t *testing.T) {
	in := input(t, read(t, wholeKit(t)), wholeKit(t))
	b := *in.Brand
	b.Logo = &brand.Logo{Path: "wide.svg", Alt: "Park", Data: svgLogo(40, 10)}
	b.RunningLogo = &brand.Logo{Path: "mark.svg", Alt: "P", Data: svgLogo(10, 10)}
	in.Brand = &b
	d, _ := Compose(in)
	if d.MastheadLogo(true) != d.Logo || d.Logo.Name != "wide.svg" || d.MastheadLogo(false).Name != "mark.svg" {
		t.Errorf("%v, %v", d.Logo, d.RunningLogo)
	}
	b.RunningLogo = nil
	if d, _ = Compose(in); d.MastheadLogo(false) != d.Logo {
		t.Error("without a small logo, later pages have another one")
	}
}

// Without a logo the publisher's name stands in its place, unless the lines beside
// it say it already.
func TestNameIsSaidOnce(t *testing.T) {
	for _, test := range []struct {
		name, layout   string
		first, running doc.Box
	}{
		{"feature", "extends: feature\n", doc.LeftBox, doc.LeftBox},
		{"bulletin", "extends: bulletin\n", doc.NoBox, doc.NoBox},
		{"first page alone", "extends: feature\nparts: {head: {masthead: [publisher, genre]}}\n", doc.NoBox, doc.LeftBox},
		{"no lines", "extends: bulletin\npage: {first: {top-center: none}}\n", doc.LeftBox, doc.NoBox},
	} {
		fsys := fstest.MapFS{
			"release.yaml": {Data: []byte("language: en\nheadline: H\nbody: B\norganizations: {p: {name: Park}}\npublisher: p\n")},
			"layout.yaml":  {Data: []byte("layout: 1\n" + test.layout)},
		}
		in := input(t, read(t, fsys), fsys)
		in.Layout, _ = layouts.Read(fsys, "layout.yaml")
		d, _ := Compose(in)
		if d.Page.First.Logo != test.first || d.Page.Running.Logo != test.running {
			t.Errorf("%s: the name stands in the boxes %v and %v", test.name, d.Page.First.Logo, d.Page.Running.Logo)
		}
	}
}
