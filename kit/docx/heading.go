package docx

import (
	"strconv"
	"strings"
)

// nameHeadings marks the first cell of tables whose first column names the rows: screen
// readers (JAWS, NVDA) say these names with the other cells where a bookmark begins with
// "RowTitle", or with "Title" if there is a head as well. A head alone they find by its
// row, which is repeated on each page.
func (b *builder) nameHeadings() {
	taken := map[string]bool{}
	for _, name := range b.targets {
		taken[strings.ToLower(name)] = true
	}
	n := 0
	for _, t := range b.tables {
		if !t.headerColumn || len(t.rows) == 0 {
			continue
		}
		p, ok := first(t.rows[0].cells[0].content)
		if !ok {
			continue
		}
		kind := "RowTitle"
		if t.rows[0].header {
			kind = "Title"
		}
		name := ""
		for name == "" || taken[strings.ToLower(name)] {
			n++
			name = kind + strconv.Itoa(n)
		}
		b.bookmarks++
		p.content = append([]inline{&bookmark{id: b.bookmarks, name: name}}, p.content...)
	}
}
