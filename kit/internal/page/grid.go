package page

import (
	"math"
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
)

// With doc.Page.Grid the lines of running text stand on one grid of baselines,
// on every page and in every column (CSS Line Grid: line-snap: baseline). What
// is not running text takes a whole number of lines with the space around it.

// onGrid moves an item that would begin at y down, so that it stands on the grid,
// or that what follows it does: the space over a heading grows rather than the
// space under it; around a quotation or figure both grow alike.
func (c *cursor) onGrid(it *item, y doc.Pt) doc.Pt {
	grid := c.b.doc.Page.Baseline
	switch {
	case it.lead > 0:
		return up(y+it.lead, grid) - it.lead
	case it.line:
		if down := up(y, grid) - grid; down >= c.y-slack && y-down < grid/2-slack {
			return down // a small space vanishes: between entries of a list
		}
		return up(y, grid)
	case it.quote || it.figure || it.placed:
		end := y + it.height + it.after
		return y + (up(end, grid)-end)/2
	}
	return y
}

// mostStretch is how many lines a page may lack that are made up for by space.
const mostStretch = 3

// even gives a page that is full its last line on the last line of the grid: the
// spaces over headings, quotations and figures grow by a line each, as many as
// are needed. Where there are not enough of them the foot stays ragged.
func (c *cursor) even() {
	if !c.b.doc.Page.Grid || !c.open {
		return
	}
	if c.pouring != nil {
		c.evenColumns()
		return
	}
	bd := c.band()
	c.y += stretch(bd.main, c.room-c.y, c.b.doc.Page.Baseline)
}

// stretch moves what stands in a column down, where its spaces may grow, so that
// it takes up the lines that are left; it gives by how much the last is moved.
func stretch(column []placed, left, grid doc.Pt) doc.Pt {
	lack := int(math.Floor((left + slack) / grid))
	var flexible []int
	for i := 1; i < len(column); i++ {
		before, it := column[i-1].item, column[i].item
		if it.opensGap(before) {
			flexible = append(flexible, i)
		}
	}
	if lack < 1 || lack > mostStretch || lack > len(flexible) {
		return 0
	}
	// Those lowest on the page grow: the eye compares the heads of columns.
	grow := flexible[len(flexible)-lack:]
	var shift doc.Pt
	for i := range column {
		if slices.Contains(grow, i) {
			shift += grid
		}
		column[i].y += shift
	}
	return shift
}

// opensGap says that the space before an item may grow.
func (it *item) opensGap(before *item) bool {
	return it.heading && !before.heading || it.big() || before.big()
}

// big says that an item is a quotation or figure.
func (it *item) big() bool { return it.quote || it.figure || it.placed }
