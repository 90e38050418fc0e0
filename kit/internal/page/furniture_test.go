package page

import (
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// TestRunningLineKeepsToOneLine holds that the line at the head of later pages has
// all the room that the logo leaves.
func TestRunningLineKeepsToOneLine(t *testing.T) {
	const line = "Ayuntamiento de Puerto Alto, Concejalía de Cultura · Puerto Alto, 16 de julio de 2026"
	for _, alone := range []bool{false, true} {
		d := release(t, 3)
		d.Page.Sidebar, d.Running = doc.Region{}, doc.T(line)
		d.Page.Running.Lines, d.Page.Running.Logo = doc.RightBox, doc.LeftBox
		if alone {
			d.Logo, d.LogoAlt = nil, "Puerto Alto"
		}
		l, inks := see(t, d)
		end := d.Page.Width - d.Page.End
		for n := 2; n <= l.Pages(); n++ {
			var heights []doc.Pt
			for _, k := range inks {
				if k.page == n && k.y < d.Page.Top+d.Page.Running.Height && k.x > d.Page.Start+doc.MM(55) {
					heights = append(heights, k.y)
					end = max(end, k.x+k.w)
				}
			}
			for _, y := range heights {
				if y != heights[0] {
					t.Errorf("page %d: the line stands at %v", n, heights)
					break
				}
			}
			if len(heights) == 0 {
				t.Errorf("page %d has no line", n)
			}
		}
		if l.Pages() < 2 || end > d.Page.Width-d.Page.End+0.5 {
			t.Errorf("%d pages, and the line ends at %.1f", l.Pages(), end)
		}
	}
}
