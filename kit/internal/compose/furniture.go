package compose

import (
	"slices"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose/locale"
	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/layouts"
)

// furniture is what stands on every page.
func (c *composer) furniture(d *doc.Document) {
	c.logos(d)
	d.Embargo = c.band()
	page := c.layout.Page
	d.Running = c.footBox(page.RunningLine)
	d.Footer = doc.Footer{Start: c.footBox(page.FootStart), Center: c.footBox(page.FootCenter), End: c.footBox(page.FootEnd)}
	c.nameOnce(d)
}

// nameOnce leaves the place of the logo empty where the publisher's name would stand
// in it, for want of one, and in the lines beside it as well.
func (c *composer) nameOnce(d *doc.Document) {
	if d.Logo != nil || c.layout.Parts.Head.Cover { // a cover has no lines
		return
	}
	p := c.layout.Parts
	first, all := false, true
	for i, part := range []layouts.Part{p.Head, p.Release, p.Kit, p.End} {
		if part.Masthead == nil && i > 0 {
			continue // that of the part before
		}
		named := slices.Contains(part.Masthead, layouts.PublisherLine)
		first, all = first || i == 0 && named, all && named
	}
	if page := &d.Page; first && page.First.Lines != doc.NoBox {
		page.First.Logo = doc.NoBox
	}
	if named := slices.Contains(c.layout.Page.RunningLine, layouts.PublisherFoot); (named || all && d.Running == nil) && d.Page.Running.Lines != doc.NoBox {
		d.Page.Running.Logo = doc.NoBox
	}
}

// publisher is the name of who issues the release.
func (c *composer) publisher() string {
	if o := c.rel.Issuer(); o != nil {
		return c.tidyTrim(o.Name.Value)
	}
	return c.tidyTrim(c.in.Brand.Name)
}

// publisherSpan is where the definition names the publisher; the zero span if it does
// not.
func (c *composer) publisherSpan() diag.Span {
	if o := c.rel.Issuer(); o != nil {
		return o.Name.Span
	}
	return diag.Span{}
}

// logoAlt gives the logo words, which in the masthead it never lacks: there it
// says who speaks.
func (c *composer) logoAlt(alt string) string {
	for _, s := range []string{c.tidyTrim(alt), c.publisher()} {
		if s != "" {
			return s
		}
	}
	return "Logo"
}

// band is the warning on every page: until when the release is embargoed, or
// that it must not be used at all.
func (c *composer) band() doc.Text {
	var parts []string
	if text := c.statusText(); text != "" {
		parts = append(parts, text)
	}
	if e := c.rel.EmbargoedUntil; e.Given() && c.rel.Status != release.Canceled {
		parts = append(parts, c.loc.Embargo(e.Time))
	}
	return c.said(strings.Join(parts, " · "))
}

// masthead gives the lines beside the logo, without those that would be empty.
func (c *composer) masthead(names []layouts.Line) []doc.Text {
	var out []doc.Text
	for _, name := range names {
		if t := c.line(name); t != nil {
			out = append(out, t)
		}
	}
	return out
}

func (c *composer) line(name layouts.Line) doc.Text {
	switch name {
	case layouts.GenreLine:
		return c.genre()
	case layouts.KitLine:
		return c.said(c.loc.Label(locale.PressKit))
	case layouts.DateLine:
		return doc.T(c.dateOrPlace())
	case layouts.PlaceLine:
		return doc.T(c.city())
	case layouts.PublisherLine:
		return doc.T(c.publisher())
	case layouts.TimingLine:
		if c.rel.EmbargoedUntil.Given() || c.rel.Status != release.Usable {
			return nil
		}
		return c.said(c.loc.Label(locale.Immediate))
	}
	panic("compose: no masthead line " + string(name))
}

func (c *composer) genre() doc.Text {
	if s := c.tidyTrim(c.rel.Genre.Value); s != "" {
		return doc.T(s)
	}
	return c.said(c.loc.Label(locale.PressRelease))
}

func (c *composer) dateOrPlace() string {
	for _, s := range []string{c.loc.Date(c.rel.Published), c.loc.Date(c.dated()), c.city()} {
		if s != "" {
			return s
		}
	}
	return ""
}

func (c *composer) city() string {
	if c.rel.Dateline == nil {
		return ""
	}
	return c.tidyTrim(c.rel.Dateline.City.Value)
}

// footBox says what stands in a margin box at the foot.
func (c *composer) footBox(lines []layouts.FootLine) (out doc.Text) {
	for _, name := range lines {
		var t doc.Text
		switch name {
		case layouts.ReleaseFoot:
			t = c.footerStart()
		case layouts.PublisherFoot:
			t = doc.T(c.publisher())
		case layouts.GenreFoot:
			t = c.genre()
		case layouts.DateFoot:
			t = doc.T(c.placeAndDate(c.comma()))
		case layouts.PageFoot:
			t = c.pageNumber()
		case layouts.NumberFoot:
			t = append(c.fieldOf(doc.FieldPage, doc.RoleFooterStrong), doc.Run{Text: nbsp + "/" + nbsp})
			t = append(t, c.fieldOf(doc.FieldPages, "")...)
		}
		if t.Plain() == "" && !slices.ContainsFunc(t, func(r doc.Run) bool { return r.Field != 0 }) {
			continue
		}
		if len(out) > 0 {
			out = append(out, doc.Run{Text: " · "})
		}
		out = append(out, t...)
	}
	return out
}

// footerStart names publisher, kind of text and date.
func (c *composer) footerStart() doc.Text {
	var out doc.Text
	if name := c.publisher(); name != "" {
		out = doc.Text{{Text: name, Role: doc.RoleFooterStrong, Origin: c.publisherSpan()}, {Text: "\u2002"}}
	}
	genre := c.genre()
	if s := c.dateOrPlace(); s != "" {
		genre = append(genre, doc.Run{Text: c.comma() + s})
	}
	for _, r := range genre {
		if n := len(out); n > 0 && alike(out[n-1], r) {
			out[n-1].Text += r.Text
		} else {
			out = append(out, r)
		}
	}
	return out
}

// pageNumber is "page 1 of 2", with fields for the numbers.
func (c *composer) pageNumber() doc.Text {
	return c.phrase(locale.Page, map[string]doc.Text{
		"page":  c.fieldOf(doc.FieldPage, doc.RoleFooterStrong),
		"pages": c.fieldOf(doc.FieldPages, ""),
	})
}

// fieldOf is a number that pages have. Its digits come from the language.
func (c *composer) fieldOf(f doc.Field, role doc.Role) doc.Text {
	return doc.Text{{Field: f, Role: role, Origin: c.rel.Language.Span}}
}
