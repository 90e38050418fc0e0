package page

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// TestFiguresFloatInColumns holds that figures in columns of text stand at the head or
// the foot of one, where they float, and that no column ends in a hole before them.
func TestFiguresFloatInColumns(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	flat := func(caption string) *doc.Figure {
		for {
			if f := figure(t, r, doc.NoFloat, caption); 4*f.Picture.Height < 3*f.Picture.Width && f.Picture.Width < 2*f.Picture.Height {
				return f
			}
		}
	}
	para := func(words int) doc.Block { return &doc.Para{Role: doc.RoleBody, Text: doc.T(prose(r, words))} }
	pictures := []*doc.Figure{flat("First."), flat("Second.")}
	for _, float := range []doc.Float{doc.NoFloat, doc.FloatTop, doc.FloatBottom} {
		moved := 0
		for before := 20; before < 900; before += 80 {
			d := release(t, 1)
			var figures []doc.Block
			for _, p := range pictures {
				f := *p
				f.Float = float
				figures = append(figures, &f)
			}
			d.Parts[1].Blocks = []doc.Block{para(before), figures[0], para(90), para(200), figures[1], para(90), para(200)}
			d.Parts[1].Span, d.Parts[1].Columns, d.Parts[1].NewPage = 12, 2, true
			d.Parts = d.Parts[1:2]
			l, inks := see(t, d)
			everyWordInOrder(t, d, l, inks)
			boxesStandApart(t, l)
			figuresKeepTheirOrder(t, d, l, inks)
			for n, s := range l.sheets {
				for _, bd := range s.bands {
					moved += checkColumnFloats(t, fmt.Sprintf("float %d, %d words over the first, page %d", float, before, n+1), bd)
				}
			}
		}
		if moved == 0 {
			t.Errorf("float %d: no figure stands away from the column that it was met in", float)
		}
	}
}

// checkColumnFloats holds that what floats in a band stands at the head or the foot of
// its column, and that columns end level; it counts what stands at the head of one after
// the first.
func checkColumnFloats(t *testing.T, where string, bd band) (moved int) {
	t.Helper()
	feet := make([]doc.Pt, max(bd.columns, 1))
	for i, p := range bd.main {
		feet[p.column] = p.y + p.height
		if !p.item.isFigure() {
			continue
		}
		over := i == 0 || bd.main[i-1].column != p.column || bd.main[i-1].item.isFigure()
		under := i == len(bd.main)-1 || bd.main[i+1].column != p.column || bd.main[i+1].item.isFigure()
		if f := p.item.inColumn; f == doc.FloatTop && !over || f == doc.FloatBottom && !under && !over {
			t.Errorf("%s: a figure stands in the middle of column %d", where, p.column+1)
		}
		if over && p.column > 0 || under && p.item.inColumn == doc.FloatBottom {
			moved++
		}
	}
	for _, foot := range feet {
		if bd.columns > 1 && bd.height-foot > 160 {
			t.Errorf("%s: a column ends %.0f pt over the others", where, bd.height-foot)
		}
	}
	return moved
}
