package compose

import (
	"slices"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
)

// What is taken of statistics before any of the text is left out, see Fit.

// withPanels is a document with another panel in the place of each.
func withPanels(d *doc.Document, other func(*doc.Aside) *doc.Aside) *doc.Document {
	out := *d
	out.Parts = slices.Clone(d.Parts)
	for i := range out.Parts {
		p := &out.Parts[i]
		p.Blocks = slices.Clone(p.Blocks)
		for k, b := range p.Blocks {
			if a, ok := b.(*doc.Aside); ok {
				p.Blocks[k] = other(a)
			}
		}
	}
	return &out
}

// withoutCharts is a document whose statistics have no charts, and whether the one
// that was given has any.
func withoutCharts(d *doc.Document) (*doc.Document, bool) {
	any := false
	out := withPanels(d, func(a *doc.Aside) *doc.Aside {
		plain := *a
		plain.Blocks = slices.Clone(a.Blocks)
		for n, g := range plain.Blocks {
			if g, ok := g.(*doc.StatGroup); ok {
				plain.Blocks[n] = withoutChart(g, &any)
			}
		}
		return &plain
	})
	return out, any
}

func withoutChart(g *doc.StatGroup, any *bool) *doc.StatGroup {
	out := *g
	out.Stats = slices.Clone(g.Stats)
	for i, s := range out.Stats {
		if s.Chart != nil {
			*any = true
			plain := *s
			plain.Chart = nil
			out.Stats[i] = &plain
		}
	}
	return &out
}

// mostFigures is how many statistics a panel keeps where there is no room for all of
// them and for the text: more are not read anyway.
const mostFigures = 12

// withoutMany is a document none of whose panels has more statistics than are read,
// and those that it lacks; nil if there are none. The first of each group stay, as
// many of one as of another if they can.
func withoutMany(d *doc.Document) (*doc.Document, []*doc.Stat) {
	var gone []*doc.Stat
	out := withPanels(d, func(a *doc.Aside) *doc.Aside {
		fewer, some := fewerFigures(a)
		gone = append(gone, some...)
		return fewer
	})
	return out, gone
}

func fewerFigures(a *doc.Aside) (*doc.Aside, []*doc.Stat) {
	var groups []*doc.StatGroup
	n := 0
	for _, b := range a.Blocks {
		if g, ok := b.(*doc.StatGroup); ok {
			groups = append(groups, g)
			n += len(g.Stats)
		}
	}
	if n <= mostFigures {
		return a, nil
	}
	keep := make(map[*doc.StatGroup]int)
	for left, row := mostFigures, 0; left > 0; row++ {
		for _, g := range groups {
			if left > 0 && row < len(g.Stats) {
				keep[g]++
				left--
			}
		}
	}
	out := *a
	out.Blocks = nil
	var gone []*doc.Stat
	for _, b := range a.Blocks {
		g, ok := b.(*doc.StatGroup)
		if !ok {
			out.Blocks = append(out.Blocks, b)
			continue
		}
		gone = append(gone, g.Stats[keep[g]:]...)
		if keep[g] > 0 {
			fewer := *g
			fewer.Stats = g.Stats[:keep[g]:keep[g]]
			out.Blocks = append(out.Blocks, &fewer)
		}
	}
	return &out, gone
}

// statsLeftOut warns of statistics that a kit had no room for.
func statsLeftOut(gone []*doc.Stat, pages int) (list diag.List) {
	var at diag.Span
	if v := gone[0].Value; len(v) > 0 {
		at = v[0].Origin
	}
	d := list.Add(at, "left-out", "%d statistics are left out, so that the kit keeps to %s: “%s”", len(gone), pagesOf(pages), strings.Join(statsSaid(gone), "”, “"))
	d.Severity, d.Hint = diag.Warning, "give fewer than all of them, or choose another layout"
	return list
}

// statsSaid are figures with their labels.
func statsSaid(stats []*doc.Stat) (out []string) {
	for _, s := range stats {
		out = append(out, s.Line().Plain()+" "+s.Label.Plain())
	}
	return out
}
