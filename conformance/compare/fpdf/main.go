// Command fpdf sets the kit with codeberg.org/go-pdf/fpdf. Arguments: FOLDER OUT N.
package main

import (
	"bytes"
	"os"

	"codeberg.org/go-pdf/fpdf"

	"github.com/presskit-go/presskit/conformance/compare/kits"
)

func main() { kits.Run(os.Args[1:], write) }

func write(folder, out string) error {
	k, err := kits.Read(folder)
	if err != nil {
		return err
	}
	f := fpdf.New("P", "mm", "A4", "")
	f.SetTitle(k.Headline, true)
	f.SetMargins(20, 20, 20)
	f.SetAutoPageBreak(true, 20)
	for family, files := range map[string][2]string{"Manrope": {"Manrope-Regular", "Manrope-Bold"}, "Vollkorn": {"Vollkorn-Regular", ""}} {
		for i, style := range []string{"", "B"} {
			if files[i] == "" {
				continue
			}
			data, err := kits.Font(folder, files[i])
			if err != nil {
				return err
			}
			f.AddUTF8FontFromBytes(family, style, data)
		}
	}
	f.SetFooterFunc(func() {
		f.SetY(-15)
		f.SetFont("Manrope", "", 8)
		f.CellFormat(0, 5, k.Publisher, "", 0, "L", false, 0, "")
	})
	text := func(family, style string, size float64, align, s string) {
		f.SetFont(family, style, size)
		f.MultiCell(0, size*0.5, s, "", align, false)
		f.Ln(2)
	}
	picture := func(name, kind string, data []byte, width float64) {
		options := fpdf.ImageOptions{ImageType: kind}
		f.RegisterImageOptionsReader(name, options, bytes.NewReader(data))
		f.ImageOptions(name, 20, 0, width, 0, true, options, 0, "")
	}
	f.AddPage()
	picture("logo", "PNG", k.LogoPNG, 40)
	text("Manrope", "", 9, "L", k.Kicker)
	text("Manrope", "B", 22, "L", k.Headline)
	text("Vollkorn", "", 13, "L", k.Subheadline)
	picture("hero", "JPG", k.Pictures[0].JPEG, 120)
	text("Manrope", "", 8, "L", k.Pictures[0].Caption)
	text("Vollkorn", "", 10, "J", k.Place+" — "+k.Lede)
	for _, s := range k.Statistics {
		f.SetFont("Manrope", "B", 16)
		f.CellFormat(40, 8, s.Value+s.Unit, "", 0, "L", false, 0, "")
		text("Manrope", "", 8, "L", s.Label)
	}
	for _, s := range k.Body {
		text("Manrope", "B", 12, "L", s.Title)
		for _, p := range s.Paragraphs {
			text("Vollkorn", "", 10, "J", p)
		}
	}
	picture("other", "JPG", k.Pictures[1].JPEG, 60)
	text("Manrope", "", 8, "L", k.Pictures[1].Caption)
	text("Vollkorn", "", 9, "L", k.Boilerplate)
	text("Manrope", "", 9, "L", k.Contact+", "+k.Email)
	return f.OutputFileAndClose(out)
}
