package typeset

import "github.com/presskit-go/presskit/kit/internal/typeset/bidi"

// findLevels resolves the directions of a paragraph; text that runs from left to
// right throughout is left without levels.
func (s *Setter) findLevels(p *paragraph, o *Options) {
	if !p.mixed && !o.RightToLeft {
		return
	}
	all := bidi.Levels(p.raw, o.baseLevel())
	p.levels = make([]uint8, len(p.runes))
	for i, k := range p.rawIndex {
		p.levels[i] = all[k]
	}
}

// reorder puts the parts of a line in visual order: UAX 9, rule L2.
func reorder(parts []part) {
	highest, lowestOdd := uint8(0), uint8(255)
	for i := range parts {
		l := parts[i].level
		highest = max(highest, l)
		if l%2 == 1 {
			lowestOdd = min(lowestOdd, l)
		}
	}
	for level := highest; level >= lowestOdd; level-- {
		for i := 0; i < len(parts); {
			if parts[i].level < level {
				i++
				continue
			}
			j := i + 1
			for j < len(parts) && parts[j].level >= level {
				j++
			}
			for a, b := i, j-1; a < b; a, b = a+1, b-1 {
				parts[a], parts[b] = parts[b], parts[a]
			}
			i = j
		}
	}
}
