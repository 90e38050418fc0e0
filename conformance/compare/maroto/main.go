// Command maroto sets the kit with maroto as it comes: on its own PDF writer.
// Arguments: FOLDER OUT N.
package main

import (
	"os"

	"github.com/johnfercher/maroto/v2"
	"github.com/johnfercher/maroto/v2/pkg/components/image"
	"github.com/johnfercher/maroto/v2/pkg/components/text"
	"github.com/johnfercher/maroto/v2/pkg/config"
	"github.com/johnfercher/maroto/v2/pkg/consts/align"
	"github.com/johnfercher/maroto/v2/pkg/consts/extension"
	"github.com/johnfercher/maroto/v2/pkg/consts/fontstyle"
	"github.com/johnfercher/maroto/v2/pkg/consts/pagesize"
	"github.com/johnfercher/maroto/v2/pkg/props"
	"github.com/johnfercher/maroto/v2/pkg/repository"

	"github.com/presskit-go/presskit/conformance/compare/kits"
)

func main() { kits.Run(os.Args[1:], write) }

func write(folder, out string) error {
	k, err := kits.Read(folder)
	if err != nil {
		return err
	}
	fonts := repository.New()
	for _, f := range []struct {
		family, file string
		style        fontstyle.Type
	}{{"Manrope", "Manrope-Regular", fontstyle.Normal}, {"Manrope", "Manrope-Bold", fontstyle.Bold}, {"Vollkorn", "Vollkorn-Regular", fontstyle.Normal}} {
		data, err := kits.Font(folder, f.file)
		if err != nil {
			return err
		}
		fonts.AddUTF8FontFromBytes(f.family, f.style, data)
	}
	loaded, err := fonts.Load()
	if err != nil {
		return err
	}
	m := maroto.New(config.NewBuilder().WithPageSize(pagesize.A4).WithLeftMargin(20).WithRightMargin(20).WithTopMargin(20).
		WithBottomMargin(20).WithCustomFonts(loaded).WithTitle(k.Headline, true).WithPageNumber().
		WithDefaultFont(&props.Font{Family: "Vollkorn", Size: 10}).Build())
	row := func(family string, style fontstyle.Type, size float64, a align.Type, s string) {
		m.AddAutoRow(text.NewCol(12, s, props.Text{Family: family, Style: style, Size: size, Align: a, Bottom: 2}))
	}
	m.AddRow(14, image.NewFromBytesCol(4, k.LogoPNG, extension.Png))
	row("Manrope", fontstyle.Normal, 9, align.Left, k.Kicker)
	row("Manrope", fontstyle.Bold, 22, align.Left, k.Headline)
	row("Vollkorn", fontstyle.Normal, 13, align.Left, k.Subheadline)
	m.AddRow(70, image.NewFromBytesCol(12, k.Pictures[0].JPEG, extension.Jpg))
	row("Manrope", fontstyle.Normal, 8, align.Left, k.Pictures[0].Caption)
	row("Vollkorn", fontstyle.Normal, 10, align.Justify, k.Place+" — "+k.Lede)
	for i := 0; i < len(k.Statistics); i += 2 {
		a, b := k.Statistics[i], k.Statistics[i+1]
		m.AddRow(10,
			text.NewCol(2, a.Value+a.Unit, props.Text{Family: "Manrope", Style: fontstyle.Bold, Size: 16}), text.NewCol(4, a.Label),
			text.NewCol(2, b.Value+b.Unit, props.Text{Family: "Manrope", Style: fontstyle.Bold, Size: 16}), text.NewCol(4, b.Label))
	}
	for _, s := range k.Body {
		row("Manrope", fontstyle.Bold, 12, align.Left, s.Title)
		for _, p := range s.Paragraphs {
			row("Vollkorn", fontstyle.Normal, 10, align.Justify, p)
		}
	}
	m.AddRow(40, image.NewFromBytesCol(6, k.Pictures[1].JPEG, extension.Jpg))
	row("Manrope", fontstyle.Normal, 8, align.Left, k.Pictures[1].Caption)
	row("Vollkorn", fontstyle.Normal, 9, align.Left, k.Boilerplate)
	row("Manrope", fontstyle.Normal, 9, align.Left, k.Contact+", "+k.Email)
	d, err := m.Generate()
	if err != nil {
		return err
	}
	return d.Save(out)
}
