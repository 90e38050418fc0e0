package brand

import (
	"embed"
	"fmt"
	"slices"
	"sync"
)

// The fonts are under the SIL Open Font License 1.1; their licences lie beside them.
//
//go:embed fonts/*.ttf fonts/*-OFL.txt
var fonts embed.FS

// builtIn lists the font programs that come with the package: two families to
// set a kit in, and two for scripts that those lack. Their data is shared by all
// brands, so that what is made of a font once can be found by its data.
func builtIn() []Face { return slices.Clone(readBuiltIn()) }

// readBuiltIn reads the fonts when they are first asked for. Nobody changes
// what it returns.
var readBuiltIn = sync.OnceValue(func() []Face {
	faces := []Face{
		{Family: "Manrope", Weight: 400, Name: "Manrope-Regular.ttf"},
		{Family: "Manrope", Weight: 700, Name: "Manrope-Bold.ttf"},
		{Family: "Manrope", Weight: 800, Name: "Manrope-ExtraBold.ttf"},
		{Family: "Vollkorn", Weight: 400, Name: "Vollkorn-Regular.ttf"},
		{Family: "Vollkorn", Weight: 400, Italic: true, Name: "Vollkorn-Italic.ttf"},
		{Family: "Vollkorn", Weight: 700, Name: "Vollkorn-Bold.ttf"},
		{Family: "Vollkorn", Weight: 700, Italic: true, Name: "Vollkorn-BoldItalic.ttf"},
		{Family: "Noto Naskh Arabic", Weight: 400, Name: "NotoNaskhArabic-Regular.ttf"},
		{Family: "Noto Naskh Arabic", Weight: 700, Name: "NotoNaskhArabic-Bold.ttf"},
		{Family: "Noto Sans Hebrew", Weight: 400, Name: "NotoSansHebrew-Regular.ttf"},
		{Family: "Noto Sans Hebrew", Weight: 700, Name: "NotoSansHebrew-Bold.ttf"},
	}
	for i := range faces {
		data, err := fonts.ReadFile("fonts/" + faces[i].Name)
		if err != nil {
			panic(fmt.Sprintf("brand: built-in font: %v", err))
		}
		faces[i].Data = data
	}
	return faces
})

// Default returns the brand of a kit that has none: Manrope and Vollkorn, ink
// on white, one blue, and no logo.
func Default() *Brand {
	b := &Brand{Colors: defaultColors(), Headings: "Manrope", Base: "Vollkorn", Faces: builtIn()}
	b.markFallbacks()
	return b
}

func defaultColors() Colors {
	c := Colors{
		Paper:   Color{0xFF, 0xFF, 0xFF},
		Ink:     Color{0x16, 0x1C, 0x24},
		Primary: Color{0x1B, 0x4F, 0x8A},
		Accent:  Color{0xB0, 0x3A, 0x12},
	}
	c.Secondary, c.Link = c.Primary, c.Primary
	c.Tint = c.tintFromPrimary()
	c.Soft, c.Hairline = c.softFromInk(), c.hairlineFromInk()
	return c
}
