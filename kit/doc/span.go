package doc

// panorama is the aspect from which on a picture goes over all columns of text, and
// narrowTable how many columns a table may have that stands in one.
const (
	panorama    = 2
	narrowTable = 3
)

// SpansAll says that a block goes over all columns of running text, by its style or
// by what it is (CSS Multi-column Layout 1, column-span).
func (d *Document) SpansAll(blk Block) bool {
	style := func(r Role) bool { return d.Style(r).SpanAll }
	switch n := blk.(type) {
	case *Heading:
		return n.Role == RoleHeadline || style(n.Role)
	case *Para:
		switch n.Role {
		case RoleKicker, RoleDate, RoleStandfirst, RoleNote: // of the headline, and of pictures
			return true
		}
		return style(n.Role)
	case *List:
		return n.Role == RoleTimelineText || style(RoleListItem)
	case *Table:
		return n.Role == RoleFactValue || style(RoleTableCell) || n.isWide()
	case *Callout:
		return style(n.Role)
	case *Figure:
		wide := n.Picture != nil && n.Picture.Width >= panorama*n.Picture.Height
		return n.Role == RoleHero || wide || style(RoleCaption)
	case *Rule:
		return false
	}
	return true // panels, galleries, sections
}

// isWide says that a table has too many columns of its own for one of text.
func (t *Table) isWide() bool {
	for _, rows := range [][][]Cell{t.Header, t.Rows} {
		if len(rows) > 0 && len(rows[0]) > narrowTable {
			return true
		}
	}
	return false
}
