package doc

import "fmt"

// Texts gives the words of a document in reading order, one string for each
// line of text that stands by itself: a paragraph, a heading, a cell, a caption,
// the figure of a statistic and its label. It begins with the masthead of the
// first page, which is read as well. Formats must agree on them. Running heads,
// page numbers, bullets and the numbers of pictures are not among them.
func Texts(d *Document) []string {
	var out []string
	WalkTexts(d, func(_ Role, t Text) {
		if s := t.Plain(); s != "" {
			out = append(out, s)
		}
	})
	return out
}

// WalkTexts visits the texts of a document as [Texts] orders them, each with the
// role of the block that it is set in, empty ones too. The runs that a visitor
// changes are those of the document, but for the line of a statistic, which is
// put together of its parts.
func WalkTexts(d *Document, visit func(block Role, t Text)) {
	w := textWalker{visit}
	w.masthead(d)
	for _, p := range d.Parts {
		w.blocks(p.Blocks)
	}
}

type textWalker struct{ visit func(Role, Text) }

func (w textWalker) all(role Role, texts ...Text) {
	for _, t := range texts {
		w.visit(role, t)
	}
}

// masthead visits what the head of the first page says: until when nothing may
// be published, who speaks, and the lines of the first part.
func (w textWalker) masthead(d *Document) {
	w.visit(RoleEmbargo, d.Embargo)
	cover := len(d.Parts) > 0 && d.Parts[0].Cover // which has the logo on a tag of its own
	if d.Logo == nil && (d.Page.First.Logo != NoBox || cover) {
		w.visit(RoleMasthead, T(d.LogoAlt))
	}
	for _, p := range d.Parts {
		if len(p.Blocks) == 0 {
			continue
		}
		for i, line := range p.Header {
			role := RoleMasthead
			if i > 0 {
				role = RoleMastheadLine
			}
			w.visit(role, line)
		}
		return
	}
}

func (w textWalker) blocks(blocks []Block) {
	for _, b := range blocks {
		w.block(b)
	}
}

func (w textWalker) block(b Block) {
	switch b := b.(type) {
	case *Heading:
		w.visit(b.Role, b.Text)
	case *Para:
		w.visit(b.Role, b.Text)
	case *Rule, *PageBreak:
	case *List:
		for _, item := range b.Items {
			w.visit(RoleTimelineDate, item.Label)
			w.blocks(item.Blocks)
		}
	case *Table:
		w.table(b)
	case *Section:
		w.visit(RoleSectionTitle, b.Title)
		w.blocks(b.Blocks)
	case *Card:
		w.blocks(b.Blocks)
	case *Row:
		w.blocks(b.Label)
		w.blocks(b.Blocks)
	case *Columns:
		for _, c := range b.Columns {
			w.blocks(c.Blocks)
		}
	case *Contents:
		w.visit(RoleContentsTitle, b.Title)
		for _, e := range b.Entries {
			w.visit(RoleContentsEntry, e.Text)
		}
	case *Figure:
		w.visit(RoleCaption, b.Caption)
		w.all(RoleCaption, b.Details...)
	case *Gallery:
		for _, f := range b.Figures {
			w.block(f)
		}
	case *Callout:
		w.blocks(b.Body)
		if a := b.Attribution; a != nil {
			w.visit(RoleAttributionName, a.Name)
			w.visit(RoleAttributionTitle, a.Title)
		}
	case *Aside:
		role := RoleStatTitle
		if b.Role == RoleContents {
			role = RoleContentsTitle
		}
		w.visit(role, b.Title)
		w.blocks(b.Blocks)
	case *StatGroup:
		w.visit(RoleStatGroup, b.Title)
		for _, s := range b.Stats {
			w.stat(s)
		}
	default:
		panic(fmt.Sprintf("doc: unknown block %T", b))
	}
}

func (w textWalker) table(t *Table) {
	w.visit(RoleCaption, t.Caption)
	for _, row := range t.Header {
		for _, c := range row {
			w.visit(RoleTableHead, c.Text)
		}
	}
	for _, row := range t.Rows {
		for i, c := range row {
			role := t.Role
			if t.HeaderColumn && i == 0 {
				role = RoleFactLabel
			}
			w.visit(role, c.Text)
		}
	}
}

func (w textWalker) stat(s *Stat) {
	value, label := RoleStatValue, RoleStatLabel
	if s.Highlight {
		value, label = RoleStatHighlight, RoleStatLabelLarge
	}
	w.visit(value, s.Line())
	w.visit(label, s.Label)
	w.all(RoleStatNote, s.Notes...)
}
