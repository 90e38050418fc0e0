// Package compose turns a release, a layout and a brand into the document tree
// of kit/doc: every section of the release becomes a few nodes of a small closed
// set, in reading order, in the words and signs of the release's language.
//
// Start with [Compose]. Its parts: story.go lowers the text, quote.go and
// statistics.go what stands in and beside it, chart.go the small charts of
// statistics, one file each the sections of the kit, end.go and newsroom.go the
// end matter, furniture.go what stands on every page, arrange.go what a layout sets beside
// something else, and place.go finds places for what the author has not placed. The language is in
// the package locale below this one.
//
// Text that the author wrote is passed on word for word; only white space is
// tidied, and set as the language has it (spaces.go). What is added — labels, dates, numbers, the marks around a callout —
// follows the language of the release.
package compose

import (
	"cmp"
	"io/fs"
	"slices"
	"time"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose/locale"
	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/layouts"
)

// Input is all that a document is made of. Release, Brand and Layout are
// required and are not changed.
type Input struct {
	Release *release.Release // sound: read without errors
	FS      fs.FS            // that the release was read from; pictures come from it
	Cache   *Cache           // of earlier documents; may be nil
	Brand   *brand.Brand
	Layout  *layouts.Layout
	Shared  *Shared // of documents of the same brand and layout; may be nil
	Sheet   string  // of layouts.Sheets; "" for that of the layout, or else of the language

	Created   time.Time // written into the file's properties
	Generator string    // name and version of the program
}

// Compose makes the document. With errors in the list, such as a picture that
// cannot be read, the document is whole but for what they name.
func Compose(in Input) (*doc.Document, diag.List) {
	in.Sheet = cmp.Or(in.Sheet, in.Layout.Page.Size, locale.Sheet(in.Release.Tag))
	c := newComposer(in)
	d := &doc.Document{}
	for _, step := range []func(*doc.Document){
		c.settings,  // page, theme, styles
		c.furniture, // logo, embargo, footer
		c.meta,      // for catalogues
		c.survey,    // what the author has placed by hand
		c.sections,  // of the kit, so that the contents can list them
		c.parts,     // head, release, kit and end, slot by slot
		c.follow,    // which paragraphs follow others
		c.spaces,    // that no line may end at, everywhere
		c.direct,    // what runs to the right in a text that runs to the left
		c.unlink,    // from sections that no slot prints
		c.notShown,  // what none of them prints
		c.emphasis,  // that the brand's fonts cannot show
	} {
		step(d)
	}
	c.list.Sort()
	return d, slices.CompactFunc(c.list, func(a, b diag.Diagnostic) bool { // of a text that is lowered twice
		return a.Span == b.Span && a.Rule == b.Rule && a.Message == b.Message
	})
}

// composer is the state of one run.
type composer struct {
	in     Input
	rel    *release.Release
	layout *layouts.Layout
	loc    *locale.Locale
	list   diag.List

	pictures map[string]*doc.Picture // by media id; nil if it cannot be shown
	bytes    int64                   // of pictures read so far

	foreign     string      // language of the labels, if it is not that of the release
	code        *doc.Figure // of the newsroom, once it is drawn
	codeRefused bool

	placed  placed
	made    map[layouts.Slot]*doc.Section
	cells   []doc.Block // the fact sheet, if it is no section
	entries []doc.Entry // of the contents
}

func newComposer(in Input) *composer {
	loc, known := in.Cache.locale(numerals(in.Release, in.Cache))
	c := &composer{
		in: in, rel: in.Release, layout: in.Layout, loc: loc,
		pictures: map[string]*doc.Picture{},
		placed:   newPlaced(),
		made:     map[layouts.Slot]*doc.Section{},
	}
	if !known {
		d := c.list.Add(in.Release.Language.Span, "unknown-language", "labels are in English: there are none in %q", in.Release.Language.Value)
		d.Severity = diag.Warning
		c.foreign = "en"
	}
	return c
}

// said makes a text of words that are not the author's, such as a label.
func (c *composer) said(s string) doc.Text {
	t := doc.T(s)
	for i := range t {
		t[i].Lang = c.foreign
	}
	return t
}

// parts fills the four parts of the kit. A part without blocks is left out.
func (c *composer) parts(d *doc.Document) {
	l := c.layout.Parts
	var masthead []layouts.Line
	for _, p := range []struct {
		role   doc.Role
		layout layouts.Part
	}{{doc.RoleHead, l.Head}, {doc.RoleRelease, l.Release}, {doc.RoleKit, l.Kit}, {doc.RoleEnd, l.End}} {
		blocks := c.slots(p.layout)
		if p.role == doc.RoleEnd {
			blocks = c.withRights(blocks)
		}
		if len(blocks) == 0 {
			continue
		}
		// A part that names no masthead goes on under that of the part before.
		if p.layout.Masthead != nil {
			masthead = p.layout.Masthead
		}
		header := c.masthead(masthead)
		if p.layout.Cover {
			header = nil // the words on it say so
			blocks = coverOrder(blocks)
		}
		d.Parts = append(d.Parts, doc.Part{
			Role: p.role, Header: header,
			Span: p.layout.Span, Offset: p.layout.Offset, Columns: p.layout.Columns, Cover: p.layout.Cover,
			NewPage: p.layout.NewPage, Foot: p.layout.Foot,
			Blocks: blocks,
		})
	}
}

// slots composes the slots of a part in order.
func (c *composer) slots(p layouts.Part) []doc.Block {
	var blocks []doc.Block
	for i := 0; i < len(p.Slots); i++ {
		// Boilerplate and contacts that follow each other stand side by side.
		if p.Slots[i] == layouts.Boilerplate && i+1 < len(p.Slots) && p.Slots[i+1] == layouts.Contacts {
			blocks = append(blocks, c.end(p.Span)...)
			i++
			continue
		}
		// Statistics that are too many for a sidebar would keep the text off the page.
		if p.Slots[i] == layouts.StatsSlot && i+1 < len(p.Slots) && p.Slots[i+1] == layouts.Lede {
			if panel := c.statistics(); len(panel) > 0 && panel[0].(*doc.Aside).Place == doc.Band {
				blocks = slices.Concat(blocks, c.slot(layouts.Lede, p), panel)
				i++
				continue
			}
		}
		blocks = append(blocks, c.slot(p.Slots[i], p)...)
	}
	return blocks
}

func (c *composer) slot(s layouts.Slot, p layouts.Part) []doc.Block {
	switch s {
	case layouts.Status:
		return c.status()
	case layouts.Kicker:
		return c.kicker()
	case layouts.Genre:
		return c.overline()
	case layouts.DateSlot:
		return c.date(false)
	case layouts.Headline:
		return c.datedHeadline()
	case layouts.Standfirst:
		return c.standfirst()
	case layouts.Hero:
		return c.hero()
	case layouts.LeadQuote:
		return c.leadQuote()
	case layouts.StatsSlot:
		return c.statistics()
	case layouts.MoreStats:
		return c.moreStatistics()
	case layouts.QuotesSlot:
		return c.remainingQuotes(p.Span)
	case layouts.Lede:
		return c.story().lede
	case layouts.Body:
		return c.story().body
	case layouts.EndMark:
		return c.endMark()
	case layouts.NamesSlot:
		return c.names()
	case layouts.ContentsSlot:
		return c.contents()
	case layouts.Boilerplate:
		return c.boilerplates()
	case layouts.Contacts:
		return c.contacts(p.Span)
	}
	if s == layouts.FactSheet && c.cells != nil {
		return c.cells
	}
	if section := c.made[s]; section != nil {
		return []doc.Block{section}
	}
	return nil
}
