package compose

import "github.com/presskit-go/presskit/kit/doc"

// lead makes all statistics of one size where groups stand side by side, so that
// they are in line: the first group large, if the layout sets it before the
// others.
func (c *composer) lead(groups []doc.Block, place doc.Place) {
	if c.layout.Statistics.Look != doc.Tiles || place != doc.Band {
		return
	}
	for i, b := range groups {
		if g, ok := b.(*doc.StatGroup); ok {
			for _, s := range g.Stats {
				emphasize(s, i == 0 && c.layout.Statistics.Lead)
			}
		}
	}
}

// emphasize makes a statistic a large one, or one like the others.
func emphasize(s *doc.Stat, large bool) {
	s.Highlight = large
	prefix, unit := doc.RolePrefix, doc.RoleUnit
	if large {
		prefix, unit = doc.RolePrefixLarge, doc.RoleUnitLarge
	}
	for i := range s.Prefix {
		s.Prefix[i].Role = prefix
	}
	for i := range s.Unit {
		s.Unit[i].Role = unit
	}
}
