package compose

import (
	"fmt"
	"path"

	"golang.org/x/text/language"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/picture"
	"github.com/presskit-go/presskit/kit/release"
)

// logos puts the brand's logos, or else the publisher's, into the mastheads, as
// large as the brand asks for.
func (c *composer) logos(d *doc.Document) {
	d.LogoAlt = c.publisher()
	if first := c.in.Brand.Logo; first != nil {
		d.Logo = c.brandLogo(first, "logo")
	}
	if d.Logo == nil {
		d.Logo = c.publisherLogo()
		return
	}
	small := c.in.Brand.Logo
	if running := c.in.Brand.RunningLogo; running != nil {
		if d.RunningLogo = c.brandLogo(running, "logo-small"); d.RunningLogo != nil {
			small = running
		}
	}
	d.Page.LogoHeight = c.logoHeight(d, d.Logo, c.in.Brand.Logo, d.Page.LogoHeight, "of the first page")
	d.Page.RunningLogoHeight = c.logoHeight(d, d.MastheadLogo(false), small, d.Page.RunningLogoHeight, "of later pages")
}

// brandLogo is a logo of the brand as a picture; nil if it cannot be read, which
// is reported.
func (c *composer) brandLogo(logo *brand.Logo, id string) *doc.Picture {
	p, problem := logoPicture(c.in.Cache.pictures(), logo, id)
	if problem != nil {
		c.list = append(c.list, *problem)
		return nil
	}
	p.Alt = c.logoAlt(p.Alt)
	return p
}

// LogoPicture is a logo of a brand as a picture of a document. Where it cannot be
// read, the problem says why.
func LogoPicture(logo *brand.Logo, id string) (*doc.Picture, *diag.Diagnostic) {
	return logoPicture(nil, logo, id)
}

func logoPicture(kept *pictures, logo *brand.Logo, id string) (*doc.Picture, *diag.Diagnostic) {
	name := path.Base(logo.Path)
	p, err := kept.open(name, logo.Data)
	if err != nil {
		message, hint := complaint(err)
		var list diag.List
		d := list.Add(logoPlace(logo), "bad-picture", "the logo of the brand cannot be used: %s", message)
		d.Hint = hint
		return nil, d
	}
	return &doc.Picture{
		ID: id, Name: name, Data: p.Data,
		Width: p.Width, Height: p.Height, Vector: p.Format == picture.SVG,
		Alt: logo.Alt, Focus: [2]float64{0.5, 0.5}, Clear: logo.ClearSpace, Opened: p,
	}, nil
}

// Mastheads puts the logos of a brand into a document that is made of no
// release.
func Mastheads(b *brand.Brand, d *doc.Document) diag.List {
	r := &release.Release{}
	r.Tag = language.English
	c := newComposer(Input{Release: r, Brand: b})
	c.logos(d)
	return c.list
}

// logoPlace is where the brand's file names a logo, or the logo's own file where
// the brand is not from a file.
func logoPlace(logo *brand.Logo) diag.Span {
	if logo.Span.IsZero() {
		return diag.File(diag.NewSource(logo.Path, nil))
	}
	return logo.Span
}

// publisherLogo is the logo that the definition gives for who issues the release.
func (c *composer) publisherLogo() *doc.Picture {
	o := c.rel.Issuer()
	if o == nil {
		return nil
	}
	p := c.picture(o.Logo.Value)
	if p == nil {
		return nil
	}
	logo := *p
	logo.Decorative, logo.Alt = false, c.logoAlt(p.Alt)
	return &logo
}

// logoShare is the part of the width of the text that a masthead has for the
// logo, at most.
const logoShare = 0.5

// logoHeight fits the height of a logo to what the brand asks for: its free
// space stays on the sheet, and it is not drawn smaller than the brand allows
// where there is room.
func (c *composer) logoHeight(d *doc.Document, p *doc.Picture, logo *brand.Logo, height doc.Pt, where string) doc.Pt {
	if p.Width <= 0 || p.Height <= 0 {
		return height
	}
	least := logo.MinHeight
	// The logo and its free space grow upwards, to the edge of the sheet; the
	// rule below it gives way.
	if logo.ClearSpace > 0 {
		height = min(height, d.Page.Top/logo.ClearSpace)
	}
	widest := d.Page.TextWidth() * logoShare
	drawn := min(height, widest*doc.Pt(p.Height)/doc.Pt(p.Width))
	if drawn >= least {
		return height
	}
	if most := height + d.Page.Top/2; least <= most && least*doc.Pt(p.Width)/doc.Pt(p.Height) <= widest &&
		(logo.ClearSpace == 0 || least*logo.ClearSpace <= d.Page.Top) {
		return least
	}
	problem := c.list.Add(logoPlace(logo), "small-logo", "in the masthead %s the logo is %s high, less than the %s that the brand asks for",
		where, millimetres(drawn), millimetres(least))
	problem.Severity = diag.Warning
	problem.Hint = "give a logo that is less wide, under logo.small for later pages, or a layout with a larger page.logo"
	return height
}

func millimetres(p doc.Pt) string { return fmt.Sprintf("%.1f mm", p*25.4/72) }
