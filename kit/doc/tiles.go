package doc

// TileRow is a row of groups of statistics that stand side by side (Tiles).
type TileRow struct {
	First   int   // number of its first group, from 0
	Columns []int // how many statistics of each group stand side by side
}

// Width is the number of columns that the row takes.
func (r TileRow) Width() (n int) {
	for _, c := range r.Columns {
		n += c
	}
	return n
}

// fewTileRows is how many rows of figures groups side by side may have, if they do
// not need more.
const fewTileRows = 2

// TileRows deals groups of so many statistics out to rows, with at most so many
// columns in each: in as few rows of groups as it takes, none of them much fuller
// than the others, and in each of them as few rows of figures. Every format
// deals with it, so that they agree.
func TileRows(sizes []int, columns int) []TileRow {
	columns = max(columns, 1)
	rows := dealTiles(sizes, columns)
	for fewer := columns - 1; fewer > 0 && len(rows) > 1; fewer-- {
		even := dealTiles(sizes, fewer)
		if len(even) > len(rows) {
			break
		}
		rows = even
	}
	for i := range rows {
		end := len(sizes)
		if i+1 < len(rows) {
			end = rows[i+1].First
		}
		rows[i].Columns = tileColumns(sizes[rows[i].First:end], columns)
	}
	return rows
}

// dealTiles fills one row of groups after the other.
func dealTiles(sizes []int, columns int) []TileRow {
	var rows []TileRow
	first, most := 0, 0
	for i, n := range sizes {
		need := max(most, ceil(n, columns), fewTileRows)
		if i == 0 || !fitTiles(sizes[first:i+1], columns, need) {
			first, need = i, max(ceil(n, columns), fewTileRows)
			rows = append(rows, TileRow{First: i})
		}
		most = need
	}
	return rows
}

// fitTiles says that groups have room side by side, with so many rows of figures.
func fitTiles(sizes []int, columns, rows int) bool {
	if len(sizes) > columns {
		return false
	}
	for _, n := range sizes {
		columns -= max(ceil(n, rows), 1)
	}
	return columns >= 0
}

// tileColumns shares columns among the groups of a row: so that there are as few
// rows of figures as can be, and then so that as many groups as can be have fewer;
// groups of one size have as many.
func tileColumns(sizes []int, columns int) []int {
	rows, total := 1, 0
	for _, n := range sizes {
		total += n
	}
	for rows = max(1, ceil(total, columns)); !fitTiles(sizes, columns, rows) && rows < total; rows++ {
	}
	out := make([]int, len(sizes))
	for i, n := range sizes {
		out[i] = max(ceil(n, rows), 1)
		columns -= out[i]
	}
	for columns > 0 {
		best, wider, cost := 0, 0, columns+1 // the size of groups that become wider, and by how much
		for i, n := range sizes {
			if high := ceil(n, out[i]); high > 1 {
				more := ceil(n, high-1) - out[i]
				if all := more * count(sizes, n); all < cost {
					best, wider, cost = n, more, all
				}
			}
		}
		if wider == 0 {
			break
		}
		for i, n := range sizes {
			if n == best {
				out[i] += wider
			}
		}
		columns -= cost
	}
	return out
}

// LeadWidths are the widths of the columns of a group that leads (Looks.Lead), with a
// gap between two. width is what a figure takes. They are even, as long as no figure
// comes near the next one; else each is as wide as its figure, and they share what is
// left. Several rows, and charts, stand in even ones.
func LeadWidths(stats []*Stat, columns int, full, gap Pt, width func(*Stat) Pt) []Pt {
	out := make([]Pt, columns)
	each := (full - Pt(columns-1)*gap) / Pt(columns)
	rest, widest := full-Pt(columns-1)*gap, Pt(0)
	for i := range out {
		out[i] = each
	}
	for _, s := range stats {
		rest -= width(s)
		if widest = max(widest, width(s)); s.Chart != nil {
			return out
		}
	}
	if len(stats) != columns || widest <= each-gap || rest <= 0 {
		return out
	}
	for i, s := range stats {
		out[i] = width(s) + rest/Pt(columns)
	}
	return out
}

// count is how many of the numbers are n.
func count(numbers []int, n int) (c int) {
	for _, other := range numbers {
		if other == n {
			c++
		}
	}
	return c
}

// EvenColumns is how many of n things stand side by side in as few rows as it
// takes, with at most so many columns, so that the rows are about even.
func EvenColumns(n, columns int) int {
	if n < 1 {
		return 1
	}
	return ceil(n, ceil(n, max(columns, 1)))
}

func ceil(n, by int) int { return (n + by - 1) / by }

// TileColumns is how many columns of figures groups of statistics have (Tiles): most,
// or one more if all stand in one row then. room is what one of n columns has for a
// figure. A figure may be wider by more, as it is then set smaller, and is narrower by
// as much where a column was added; where the widest is wider still, there are fewer.
func TileColumns(groups []*StatGroup, most int, more Pt, room func(n int) Pt, width func(*Stat) Pt) int {
	total := 0
	for _, g := range groups {
		total += max(len(g.Stats), 1)
	}
	if total == most+1 && len(groups) > 1 && Across(groups, total, 1, func(n int) Pt { return room(n) - more }, width) == total {
		return total
	}
	return Across(groups, most, 1, func(n int) Pt { return room(n) + more }, width)
}
