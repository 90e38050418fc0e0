package compose

import (
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
)

// emphasis warns, once for each family of the brand's file, of emphasised words that
// look like the others, because their family has no face for them: none is ever faked.
func (c *composer) emphasis(d *doc.Document) {
	type loss struct{ family, face string }
	told := map[loss]bool{}
	lost := func(r doc.Run, family, face, hint string) {
		if at := (loss{family, face}); r.Origin.Source != nil && !told[at] {
			told[at] = true
			w := c.list.Add(r.Origin, "lost-emphasis", "these words are not seen to be emphasised: %s has no %s", family, face)
			w.Severity, w.Hint = diag.Warning, hint
		}
	}
	doc.WalkTexts(d, func(block doc.Role, t doc.Text) {
		for _, r := range t {
			if !r.Emph && !r.Strong || r.Code {
				continue
			}
			look := d.Style(block)
			if r.Role != "" {
				own := d.Style(r.Role)
				look.Family, look.Weight, look.Italic = own.Family, own.Weight, own.Italic
			}
			family := d.Theme.FamilyName(look.Family)
			is, ok := d.Theme.Face(family, look.Weight, look.Italic)
			if !ok || c.in.Brand.FontPlace(family) == (diag.Span{}) {
				continue
			}
			if slanted, _ := d.Theme.Face(family, look.Weight, !look.Italic); r.Emph && !look.Italic && !slanted.Italic {
				lost(r, family, "italic", "add the file of its italic to the brand, or mark words **so**")
			}
			const bold = 700
			if heavy, _ := d.Theme.Face(family, bold, look.Italic); r.Strong && look.Weight < bold && heavy.Weight <= is.Weight {
				lost(r, family, "bold", "add the file of its bold to the brand, or mark words *so*")
			}
		}
	})
}
