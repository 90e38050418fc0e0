package brand

import (
	_ "embed" // the fonts
)

// The fonts are under the SIL Open Font License 1.1; their licences lie beside
// them. They are embedded one by one, for what an embed.FS reads is a copy of two
// megabytes. Nobody writes to them.
var (
	//go:embed fonts/Manrope-Regular.ttf
	manropeRegular []byte
	//go:embed fonts/Manrope-Bold.ttf
	manropeBold []byte
	//go:embed fonts/Manrope-ExtraBold.ttf
	manropeExtraBold []byte
	//go:embed fonts/Vollkorn-Regular.ttf
	vollkornRegular []byte
	//go:embed fonts/Vollkorn-Italic.ttf
	vollkornItalic []byte
	//go:embed fonts/Vollkorn-Bold.ttf
	vollkornBold []byte
	//go:embed fonts/Vollkorn-BoldItalic.ttf
	vollkornBoldItalic []byte
	//go:embed fonts/NotoNaskhArabic-Regular.ttf
	notoNaskhArabicRegular []byte
	//go:embed fonts/NotoNaskhArabic-Bold.ttf
	notoNaskhArabicBold []byte
	//go:embed fonts/NotoSansHebrew-Regular.ttf
	notoSansHebrewRegular []byte
	//go:embed fonts/NotoSansHebrew-Bold.ttf
	notoSansHebrewBold []byte
	//go:embed fonts/NotoSansMath-Regular.ttf
	notoSansMath []byte
	//go:embed fonts/NotoSansSymbols2-Regular.ttf
	notoSansSymbols2 []byte
	//go:embed fonts/NotoSansSymbols-Regular.ttf
	notoSansSymbols []byte
	//go:embed fonts/NotoEmoji-Regular.ttf
	notoEmoji []byte
)

// builtIn lists the font programs that come with the package: two families to
// set a kit in, two for scripts that those lack, then symbols and emoji, which
// come last so that letters are never taken from them: their files hold no
// letters but those that are symbols. Their data is shared by all brands, so
// that what is made of a font once can be found by its data.
func builtIn() []Face {
	return []Face{
		{Family: "Manrope", Weight: 400, Name: "Manrope-Regular.ttf", Data: manropeRegular},
		{Family: "Manrope", Weight: 700, Name: "Manrope-Bold.ttf", Data: manropeBold},
		{Family: "Manrope", Weight: 800, Name: "Manrope-ExtraBold.ttf", Data: manropeExtraBold},
		{Family: "Vollkorn", Weight: 400, Name: "Vollkorn-Regular.ttf", Data: vollkornRegular},
		{Family: "Vollkorn", Weight: 400, Italic: true, Name: "Vollkorn-Italic.ttf", Data: vollkornItalic},
		{Family: "Vollkorn", Weight: 700, Name: "Vollkorn-Bold.ttf", Data: vollkornBold},
		{Family: "Vollkorn", Weight: 700, Italic: true, Name: "Vollkorn-BoldItalic.ttf", Data: vollkornBoldItalic},
		{Family: "Noto Naskh Arabic", Weight: 400, Name: "NotoNaskhArabic-Regular.ttf", Data: notoNaskhArabicRegular},
		{Family: "Noto Naskh Arabic", Weight: 700, Name: "NotoNaskhArabic-Bold.ttf", Data: notoNaskhArabicBold},
		{Family: "Noto Sans Hebrew", Weight: 400, Name: "NotoSansHebrew-Regular.ttf", Data: notoSansHebrewRegular},
		{Family: "Noto Sans Hebrew", Weight: 700, Name: "NotoSansHebrew-Bold.ttf", Data: notoSansHebrewBold},
		{Family: "Noto Sans Math", Weight: 400, Name: "NotoSansMath-Regular.ttf", Data: notoSansMath},
		{Family: "Noto Sans Symbols 2", Weight: 400, Name: "NotoSansSymbols2-Regular.ttf", Data: notoSansSymbols2},
		{Family: "Noto Sans Symbols", Weight: 400, Name: "NotoSansSymbols-Regular.ttf", Data: notoSansSymbols},
		{Family: "Noto Emoji", Weight: 400, Name: "NotoEmoji-Regular.ttf", Data: notoEmoji},
	}
}

// isSymbols reports whether a built-in family has no letters to set text in.
func isSymbols(family string) bool {
	switch family {
	case "Noto Sans Math", "Noto Sans Symbols 2", "Noto Sans Symbols", "Noto Emoji":
		return true
	}
	return false
}

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
	c.Secondary, c.Link, c.Headings = c.Primary, c.Primary, c.Ink
	c.Code, c.CodeBlock = c.Ink, c.Ink
	c.CodeGround, c.CodeBlockGround, c.LinkGround = c.Paper, c.Paper, c.Paper
	c.Tint = c.tintFromPrimary()
	c.Soft, c.Hairline = c.softFromInk(), c.hairlineFromInk()
	return c
}
