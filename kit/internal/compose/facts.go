package compose

import (
	"github.com/presskit-go/presskit/kit/doc"
)

// factSheet is a table of labels and values.
func (c *composer) factSheet() []doc.Block {
	var rows [][]doc.Cell
	for i := range c.rel.FactSheet {
		f := &c.rel.FactSheet[i]
		rows = append(rows, []doc.Cell{{Text: c.plain(f.Label)}, {Text: c.inline(f.Value)}})
	}
	return facts(rows)
}

// awards is a table of years and prizes.
func (c *composer) awards() []doc.Block {
	var rows [][]doc.Cell
	for i := range c.rel.Awards {
		a := &c.rel.Awards[i]
		prize := c.plain(a.Name)
		if isURL(a.URL.Value) {
			for i := range prize {
				prize[i].Link = a.URL.Value
			}
		}
		if by := c.tidyTrim(a.By.Value); by != "" {
			prize = append(prize, doc.Run{Text: c.comma() + by})
		}
		rows = append(rows, []doc.Cell{{Text: doc.T(c.loc.Date(a.Year))}, {Text: prize}})
	}
	return facts(rows)
}

func facts(rows [][]doc.Cell) []doc.Block {
	if len(rows) == 0 {
		return nil
	}
	return []doc.Block{&doc.Table{Role: doc.RoleFactValue, HeaderColumn: true, Rows: rows}}
}

// across sets the tables of facts side by side, under a name that is not printed.
func across(blocks []doc.Block, name string) []doc.Block {
	for _, b := range blocks {
		if t, ok := b.(*doc.Table); ok {
			t.Across, t.Name = true, name
		}
	}
	return blocks
}
