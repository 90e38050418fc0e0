package compose

import (
	"slices"
	"strconv"
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose/locale"
	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/kit/source"
	"github.com/presskit-go/presskit/layouts"
)

// gallery shows what the press may print: every picture but portraits and
// decoration, numbered in the order of the definition, with file name, size and
// licence.
func (c *composer) gallery() []doc.Block {
	if !c.wantsGallery() {
		return nil
	}
	common := c.common()
	g := &doc.Gallery{Columns: c.layout.Pictures.Columns, Aspect: c.layout.Pictures.Aspect}
	for _, id := range c.galleryIDs() {
		p := c.picture(id)
		if p == nil {
			continue
		}
		m := c.rel.Media.Get(id)
		role := doc.RoleGallery
		if m.Role == release.RoleLogo {
			role = doc.RoleLogo
		}
		g.Figures = append(g.Figures, &doc.Figure{
			Role: role, Picture: p, Number: len(g.Figures) + 1,
			Caption: titled(c.inline(m.Caption)), Details: c.details(p, m, common),
		})
	}
	switch n := len(g.Figures); {
	case n == 0:
		return nil
	case g.Columns > 2 && (n <= 2 || n == 4): // no row with a hole
		g.Columns = 2
		g.Aspect *= wider
	}
	blocks := []doc.Block{g}
	if note := c.galleryNote(common); len(note) > 0 {
		blocks = append(blocks, &doc.Para{Role: doc.RoleNote, Text: note})
	}
	return blocks
}

// wider pictures of a gallery of two columns are lower, so that they are not
// much larger than those of three.
const wider = 1.2

func (c *composer) galleryIDs() []string {
	used := c.portraitsAndLogos()
	var ids []string
	for i := range c.rel.Media {
		id, m := c.rel.Media[i].Key, &c.rel.Media[i].Value
		portrait := m.Role == release.RolePortrait || m.Role == release.RoleInline && used[id]
		if !m.Decorative && !portrait {
			ids = append(ids, id)
		}
	}
	return ids
}

// wantsGallery spares a release the page for one picture that it shows anyway,
// or for its logo alone.
func (c *composer) wantsGallery() bool {
	n := 0
	for _, id := range c.galleryIDs() {
		switch c.rel.Media.Get(id).Role {
		case release.RoleGallery:
			return true
		case release.RoleLogo:
		default:
			n++
		}
	}
	return n > 1
}

// inGallery reports whether the gallery shows a picture.
func (c *composer) inGallery(id string) bool {
	return c.hasSlot(layouts.PicturesSlot) && c.wantsGallery() && slices.Contains(c.galleryIDs(), id)
}

// terms is what holds for all pictures alike, and is said once.
type terms struct{ credit, usage, copyright string }

func (c *composer) common() terms {
	all := func(field func(*release.Media) source.Text) string {
		same := ""
		for i, id := range c.galleryIDs() {
			s := c.tidyTrim(field(c.rel.Media.Get(id)).Value)
			if i > 0 && s != same {
				return ""
			}
			same = s
		}
		return same
	}
	return terms{
		credit:    all(func(m *release.Media) source.Text { return m.Credit }),
		usage:     all(func(m *release.Media) source.Text { return m.UsageTerms }),
		copyright: all(func(m *release.Media) source.Text { return m.Copyright }),
	}
}

// details are the lines under a caption.
func (c *composer) details(p *doc.Picture, m *release.Media, common terms) []doc.Text {
	size := c.loc.Label(locale.Vector)
	if !p.Vector {
		size = c.loc.Digits(c.loc.Format(locale.Pixels, "width", strconv.Itoa(p.Width), "height", strconv.Itoa(p.Height)))
	}
	if license := c.tidyTrim(m.License.Value); license != "" {
		size += c.comma() + license
	}
	lines := []doc.Text{doc.T(p.Name), doc.T(size)}
	for _, own := range []struct{ value, common string }{
		{m.Credit.Value, common.credit}, {m.Copyright.Value, common.copyright}, {m.UsageTerms.Value, common.usage},
	} {
		if s := c.tidyTrim(own.value); s != "" && s != own.common {
			lines = append(lines, doc.T(s))
		}
	}
	return lines
}

func (c *composer) galleryNote(common terms) doc.Text {
	var note doc.Text
	if common.credit != "" && strings.Contains(common.copyright, common.credit) {
		common.credit, common.copyright = common.copyright, "" // it names the same
	}
	if common.credit != "" {
		note = c.said(c.loc.Format(locale.AllPictures, "credit", common.credit))
	}
	for _, s := range []string{common.copyright, common.usage} {
		if s != "" {
			note = appendSentence(note, s)
		}
	}
	if url := c.rel.Newsroom(); isURL(url) {
		originals := c.phrase(locale.Originals, map[string]doc.Text{"url": {{Text: shortURL(url), Link: url}}})
		if len(note) > 0 {
			note = appendSentence(note, "")
		}
		note = append(note, originals...)
	}
	return note
}
