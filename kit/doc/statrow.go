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

// StatRows deals statistics out to rows of so many columns. One that is wide has a
// row for itself.
func StatRows(stats []*Stat, columns int, wide func(*Stat) bool) [][]*Stat {
	var rows [][]*Stat
	room := 0 // in the last row
	for _, s := range stats {
		alone := wide(s)
		if alone || room == 0 {
			rows, room = append(rows, nil), columns
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], s)
		if room--; alone {
			room = 0
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
