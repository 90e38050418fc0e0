package release

import (
	"path"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// Media is one picture. Its bytes are read, when they are wanted, from the file
// system that the release was read from, at [Media.File].
type Media struct {
	source.Place
	Path       source.Text     `key:"path" doc:"Required. The file, relative to the definition and inside its folder: JPEG, PNG, WebP, SVG or GIF."` // relative to the definition's file, as written
	Alt        source.Text     `key:"alt" doc:"What the picture says to those who cannot see it. Needed unless decorative."`
	Decorative bool            `key:"decorative" doc:"Whether the picture says nothing."`
	Caption    Inline          `key:"caption" doc:"The caption, in Markdown."`
	Credit     source.Text     `key:"credit" doc:"Who made it."`
	Copyright  source.Text     `key:"copyright" doc:"Whose it is."`
	License    source.Text     `key:"license" doc:"Under which licence it is."`
	UsageTerms source.Text     `key:"usage-terms" doc:"What one may do with it."`
	Date       source.Date     `key:"date" doc:"When it was made."`
	Role       Role            `key:"role" doc:"hero opens the kit; inline stands in the text; gallery, portrait and logo in their sections."` // Inline picture if not given
	Focus      []source.Number `key:"focus" doc:"The point that a crop keeps: x and y from 0 to 1, from the top left."`                        // x and y, each from 0 to 1

	File string `key:"-"` // the path within the file system; "" if Path is not sound
}

// FocusPoint returns the point of the picture that must stay in a crop, from
// (0, 0) at the left top to (1, 1); the middle if not given.
func (m *Media) FocusPoint() (x, y float64) {
	if len(m.Focus) != 2 {
		return 0.5, 0.5
	}
	return m.Focus[0].Float(), m.Focus[1].Float()
}

// Role says what a picture is for.
type Role string

// The roles.
const (
	RoleHero     Role = "hero"
	RoleInline   Role = "inline"
	RoleGallery  Role = "gallery"
	RolePortrait Role = "portrait"
	RoleLogo     Role = "logo"
)

// Allowed lists the roles.
func (Role) Allowed() []string {
	return []string{string(RoleHero), string(RoleInline), string(RoleGallery), string(RolePortrait), string(RoleLogo)}
}

func (c *checker) media() {
	for i := range c.limit("media", len(c.r.Media)) {
		item := &c.r.Media[i]
		c.key(item.Key, item.KeySpan)
		m := &item.Value
		c.required(m.Place, "path", m.Path.Value != "")
		if m.Path.Value != "" {
			m.File = c.file(m.Path, "picture")
		}
		if m.File != "" && !isPicture(m.File) {
			c.report(m.Path.Span, "unsupported-media", "%s is no picture that can be read", source.Quote(m.Path.Value)).
				Hint = "JPEG, PNG, WebP, SVG and GIF are read"
		}
		if !m.Decorative && blank(m.Alt) {
			c.report(item.KeySpan, "missing-alt", "the picture %s has no description", source.Quote(item.Key)).
				Hint = "add alt: with words for those who cannot see it, or decorative: true"
		}
		if m.Decorative && !blank(m.Alt) {
			d := c.report(m.Alt.Span, "both-given", "the description of a decorative picture is not used")
			d.Severity, d.Hint = diag.Warning, "leave out decorative: true, or alt:"
		}
		c.focus(m)
	}
}

func isPicture(file string) bool {
	return contains([]string{".jpg", ".jpeg", ".png", ".webp", ".svg", ".gif"}, strings.ToLower(path.Ext(file)))
}

func (c *checker) focus(m *Media) {
	if m.Focus == nil {
		return
	}
	ok := len(m.Focus) == 2
	for _, f := range m.Focus {
		ok = ok && (!f.Given() || f.Float() >= 0 && f.Float() <= 1)
	}
	if !ok {
		c.report(c.doc.At(m.Place.Path+".focus"), "bad-focus", "the focus must be two numbers from 0 to 1").
			Hint = "[0.5, 0.3] is the middle, a third from the top"
	}
}
