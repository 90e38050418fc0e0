package kit

import (
	"io/fs"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/brandsheet"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/internal/compose"
)

// BrandSheet makes the specimen of the brand that a definition in a folder of
// fsys would have with this configuration, in the layout of the options. The
// sheet is nil if there are errors in the list.
func (c Config) BrandSheet(fsys fs.FS, folder string, o Options) (*brandsheet.Sheet, diag.List) {
	b, _, list := c.readBrand(fsys, folder, brand.Config{SystemFonts: c.SystemFonts, AllLogos: true})
	l, problems := o.layout(fsys, c.Cache)
	list = append(list, problems...)
	if b != nil && l != nil {
		list = append(list, compose.Palette(b, l)...)
	}
	if list.HasErrors() {
		list.Sort()
		return nil, list
	}
	s, problems := brandsheet.New(b, l, brandsheet.Options{
		PageSize: o.PageSize, FixContrast: o.FixContrast, Generator: o.Generator, Created: o.Created,
	})
	list = append(list, problems...)
	list.Sort()
	return s, list
}
