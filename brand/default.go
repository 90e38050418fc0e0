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
	//go:embed fonts/NotoSans-Regular.ttf
	notoSansRegular []byte
	//go:embed fonts/NotoSans-Bold.ttf
	notoSansBold []byte
	//go:embed fonts/NotoSansArmenian-Regular.ttf
	notoSansArmenianRegular []byte
	//go:embed fonts/NotoSansArmenian-Bold.ttf
	notoSansArmenianBold []byte
	//go:embed fonts/NotoSansGeorgian-Regular.ttf
	notoSansGeorgianRegular []byte
	//go:embed fonts/NotoSansGeorgian-Bold.ttf
	notoSansGeorgianBold []byte
	//go:embed fonts/NotoSansDevanagari-Regular.ttf
	notoSansDevanagariRegular []byte
	//go:embed fonts/NotoSansDevanagari-Bold.ttf
	notoSansDevanagariBold []byte
	//go:embed fonts/NotoSansBengali-Regular.ttf
	notoSansBengaliRegular []byte
	//go:embed fonts/NotoSansBengali-Bold.ttf
	notoSansBengaliBold []byte
	//go:embed fonts/NotoSansGurmukhi-Regular.ttf
	notoSansGurmukhiRegular []byte
	//go:embed fonts/NotoSansGurmukhi-Bold.ttf
	notoSansGurmukhiBold []byte
	//go:embed fonts/NotoSansTamil-Regular.ttf
	notoSansTamilRegular []byte
	//go:embed fonts/NotoSansTamil-Bold.ttf
	notoSansTamilBold []byte
	//go:embed fonts/NotoSansThai-Regular.ttf
	notoSansThaiRegular []byte
	//go:embed fonts/NotoSansThai-Bold.ttf
	notoSansThaiBold []byte
	//go:embed fonts/NotoSansLao-Regular.ttf
	notoSansLaoRegular []byte
	//go:embed fonts/NotoSansLao-Bold.ttf
	notoSansLaoBold []byte
	//go:embed fonts/NotoSansMono-Regular.ttf
	notoSansMono []byte
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
// set a kit in, then one for each script that those lack, then rarer letters of
// Latin, Greek and Cyrillic, then symbols and emoji. All but the first two are cut
// down to what they are there for. Their data is shared by all brands, so
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
		{Family: "Noto Sans Armenian", Weight: 400, Name: "NotoSansArmenian-Regular.ttf", Data: notoSansArmenianRegular},
		{Family: "Noto Sans Armenian", Weight: 700, Name: "NotoSansArmenian-Bold.ttf", Data: notoSansArmenianBold},
		{Family: "Noto Sans Georgian", Weight: 400, Name: "NotoSansGeorgian-Regular.ttf", Data: notoSansGeorgianRegular},
		{Family: "Noto Sans Georgian", Weight: 700, Name: "NotoSansGeorgian-Bold.ttf", Data: notoSansGeorgianBold},
		{Family: "Noto Sans Devanagari", Weight: 400, Name: "NotoSansDevanagari-Regular.ttf", Data: notoSansDevanagariRegular},
		{Family: "Noto Sans Devanagari", Weight: 700, Name: "NotoSansDevanagari-Bold.ttf", Data: notoSansDevanagariBold},
		{Family: "Noto Sans Bengali", Weight: 400, Name: "NotoSansBengali-Regular.ttf", Data: notoSansBengaliRegular},
		{Family: "Noto Sans Bengali", Weight: 700, Name: "NotoSansBengali-Bold.ttf", Data: notoSansBengaliBold},
		{Family: "Noto Sans Gurmukhi", Weight: 400, Name: "NotoSansGurmukhi-Regular.ttf", Data: notoSansGurmukhiRegular},
		{Family: "Noto Sans Gurmukhi", Weight: 700, Name: "NotoSansGurmukhi-Bold.ttf", Data: notoSansGurmukhiBold},
		{Family: "Noto Sans Tamil", Weight: 400, Name: "NotoSansTamil-Regular.ttf", Data: notoSansTamilRegular},
		{Family: "Noto Sans Tamil", Weight: 700, Name: "NotoSansTamil-Bold.ttf", Data: notoSansTamilBold},
		{Family: "Noto Sans Thai", Weight: 400, Name: "NotoSansThai-Regular.ttf", Data: notoSansThaiRegular},
		{Family: "Noto Sans Thai", Weight: 700, Name: "NotoSansThai-Bold.ttf", Data: notoSansThaiBold},
		{Family: "Noto Sans Lao", Weight: 400, Name: "NotoSansLao-Regular.ttf", Data: notoSansLaoRegular},
		{Family: "Noto Sans Lao", Weight: 700, Name: "NotoSansLao-Bold.ttf", Data: notoSansLaoBold},
		{Family: "Noto Sans", Weight: 400, Name: "NotoSans-Regular.ttf", Data: notoSansRegular},
		{Family: "Noto Sans", Weight: 700, Name: "NotoSans-Bold.ttf", Data: notoSansBold},
		{Family: "Noto Sans Mono", Weight: 400, Name: "NotoSansMono-Regular.ttf", Data: notoSansMono},
		{Family: "Noto Sans Math", Weight: 400, Name: "NotoSansMath-Regular.ttf", Data: notoSansMath},
		{Family: "Noto Sans Symbols 2", Weight: 400, Name: "NotoSansSymbols2-Regular.ttf", Data: notoSansSymbols2},
		{Family: "Noto Sans Symbols", Weight: 400, Name: "NotoSansSymbols-Regular.ttf", Data: notoSansSymbols},
		{Family: "Noto Emoji", Weight: 400, Name: "NotoEmoji-Regular.ttf", Data: notoEmoji},
	}
}

// isFiller reports whether a built-in family has too few letters to set text in:
// it has those that others lack, or symbols alone.
func isFiller(family string) bool {
	switch family {
	case "Noto Sans", "Noto Sans Mono", "Noto Sans Math", "Noto Sans Symbols 2", "Noto Sans Symbols", "Noto Emoji":
		return true
	}
	return false
}

// isWhole reports whether a built-in family has every letter that its design has,
// and so is one to name in a brand.
func isWhole(family string) bool { return family == "Manrope" || family == "Vollkorn" }

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
