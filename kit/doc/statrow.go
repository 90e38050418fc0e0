package doc

// StatBand is what stands between one pair of rules in the look StatsBand: groups
// side by side, or one in several rows.
type StatBand struct {
	Groups []*StatGroup
	Across int // statistics side by side
}

// StatBands puts groups side by side as long as no more than most statistics stand
// in a row. A longer group has a band for itself, in rows of about the same
// length.
func StatBands(groups []*StatGroup, most int) []StatBand {
	most = max(most, 1)
	var bands []StatBand
	for _, g := range groups {
		n := max(len(g.Stats), 1)
		last := len(bands) - 1
		if last >= 0 && bands[last].Across+n <= most && len(bands[last].Groups[0].Stats) <= bands[last].Across {
			bands[last].Groups = append(bands[last].Groups, g)
			bands[last].Across += n
			continue
		}
		if n > most {
			rows := (n + most - 1) / most
			n = (n + rows - 1) / rows
		}
		bands = append(bands, StatBand{[]*StatGroup{g}, n})
	}
	return bands
}

// StatCell is a statistic in a row of a table of equal columns: so many of them, from
// the column At on.
type StatCell struct {
	*Stat
	At, Span int
}

// StatRows deals statistics out to rows of so many columns. needs is how many of them
// a figure takes, one at least. Those that are few enough for one row of columns twice
// as wide, or wider, have such a row, so that their labels need not break.
func StatRows(stats []*Stat, columns int, needs func(*Stat) int) [][]StatCell {
	var rows [][]StatCell
	used := columns // of the last row
	for _, s := range stats {
		span := min(max(needs(s), 1), columns)
		if used+span > columns {
			rows, used = append(rows, nil), 0
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], StatCell{s, used, span})
		used += span
	}
	if n := len(stats); len(rows) == 1 && used == n { // none takes more than a column
		span := max(columns/max(n, 2), 1)
		for i := range rows[0] {
			rows[0][i].At, rows[0][i].Span = i*span, span
		}
	}
	return rows
}

// Across is how many statistics stand side by side: most, or fewer where the widest
// of the groups has no room, but no fewer than least. room is what one of n columns
// has for a figure, and width what a figure takes.
func Across(groups []*StatGroup, most, least int, room func(n int) Pt, width func(*Stat) Pt) int {
	var widest Pt
	for _, g := range groups {
		for _, s := range g.Stats {
			widest = max(widest, width(s))
		}
	}
	for most > least && widest > room(most) {
		most--
	}
	return most
}
