package compose

import (
	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
)

// strongOver is the weight from which on text is bold by itself.
const strongOver = 600

// emphasis warns of words whose stress cannot be seen, since the family that the brand
// brings for them has no italic or no bold: once for each, where it is met first. What
// the built-in families lack, nobody can add.
func (c *composer) emphasis(d *doc.Document) {
	b := c.in.Brand
	builtIn := func(family string) bool { return b.FontPlace(family) == diag.Span{} }
	if builtIn(b.Base) && builtIn(b.Headings) {
		return
	}
	type lack struct {
		family string
		italic bool
	}
	told := map[lack]bool{}
	doc.WalkTexts(d, func(block doc.Role, t doc.Text) {
		for _, r := range t {
			if !r.Emph && !r.Strong || r.Code || r.Origin == (diag.Span{}) {
				continue
			}
			s := d.Style(block)
			if r.Role != "" {
				s = d.Style(r.Role)
			}
			family := d.Theme.FamilyName(s.Family)
			if builtIn(family) {
				continue
			}
			plain, _ := d.Theme.Face(family, s.Weight, s.Italic)
			if at := (lack{family, true}); r.Emph && !s.Italic && !told[at] {
				if face, _ := d.Theme.Face(family, s.Weight, true); !face.Italic {
					told[at] = true
					w := c.list.Add(r.Origin, "missing-italic", "emphasis cannot be seen here: %s has no italic", family)
					w.Severity, w.Hint = diag.Warning, "add the file of the italic, such as "+brand.FontFileName(family, 400, true)+", or use **strong** words"
				}
			}
			if at := (lack{family, false}); r.Strong && plain.Weight < strongOver && !told[at] {
				if face, _ := d.Theme.Face(family, strong, s.Italic); face.Weight <= plain.Weight {
					told[at] = true
					w := c.list.Add(r.Origin, "missing-weight", "strong words cannot be seen here: %s has no bold", family)
					w.Severity, w.Hint = diag.Warning, "add the file of the bold, such as "+brand.FontFileName(family, 700, false)
				}
			}
		}
	})
}
