package doc

import "testing"

// The ground of a sidebar reaches the edge that it stands at, and half way to the text.
func TestStrip(t *testing.T) {
	page := Page{Width: 620, Height: 800, Start: 10, End: 10, Columns: 12} // columns of 50 points
	tests := []struct {
		main, sidebar, panels Region
		from, width           Pt
		ground                ColorName
	}{
		{Region{Span: 8}, Region{Offset: 9, Span: 3, Ground: Tint}, Region{}, 460, 160, Tint},
		{Region{Offset: 4, Span: 8}, Region{}, Region{Span: 3, Ground: Primary}, 0, 160, Primary},
		{Region{Offset: 4, Span: 8}, Region{}, Region{Span: 3}, 0, 0, ""},
		{Region{Span: 12}, Region{}, Region{}, 0, 0, ""},
	}
	for _, test := range tests {
		page.Main, page.Sidebar, page.Panels = test.main, test.sidebar, test.panels
		if from, width, ground := page.Strip(); from != test.from || width != test.width || ground != test.ground {
			t.Errorf("%+v: from %g, %g wide, %q; want %g, %g, %q", test, from, width, ground, test.from, test.width, test.ground)
		}
	}
	page.Gutter = 8
	page.Main, page.Sidebar, page.Panels = Region{Offset: 3, Span: 9}, Region{}, Region{Span: 3, Ground: Tint}
	if _, width, _ := page.Strip(); width != page.Start+page.SpanWidth(3)+page.Gutter/2 {
		t.Errorf("a strip beside the text is %g wide", width)
	}
}
