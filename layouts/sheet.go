package layouts

import (
	"cmp"

	"github.com/presskit-go/presskit/kit/doc"
)

// Sheets lists the sizes of page, the default first.
func Sheets() []string { return []string{"A4", "Letter"} }

// Sheet gives the geometry of the layout on a sheet of [Sheets]; "" is that of the
// layout, or else A4.
func (l *Layout) Sheet(name string) (page doc.Page, ok bool) {
	name = cmp.Or(name, l.Page.Size, "A4")
	page = doc.Page{
		Name: name,
		Top:  l.Page.Top, Bottom: l.Page.Bottom, Start: l.Page.Start, End: l.Page.End,
		Columns: l.Page.Columns, Gutter: l.Page.Gutter, Baseline: l.Page.Baseline, Grid: l.Page.Grid,
		FooterFromEdge: l.Page.Footer, LogoHeight: l.Page.Logo, RunningLogoHeight: l.Page.RunningLogo,
		First: l.Page.First, Running: l.Page.Running, FooterRule: l.Page.FooterRule,
		Main: l.Page.Main, Sidebar: l.Page.Sidebar, Panels: l.Page.Panels,
	}
	switch name {
	case "A4": // ISO 216
		page.Width, page.Height = doc.MM(210), doc.MM(297)
	case "Letter": // ANSI/ASME Y14.1
		page.Width, page.Height = 612, 792
	default:
		return doc.Page{}, false
	}
	return page, true
}
