package layouts

import (
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// A sidebar stands on either side. It is on every page after the text alone, and only
// if no part takes its columns.
func TestSidebars(t *testing.T) {
	for _, test := range []struct {
		yaml            string
		sidebar, panels doc.Region
	}{
		{"extends: feature", doc.Region{}, doc.Region{}},
		{"extends: margin", doc.Region{Offset: 9, Span: 3, Ground: doc.Tint}, doc.Region{}},
		{"page: {regions: {sidebar: {start: 9, span: 4}}}", doc.Region{}, doc.Region{Offset: 8, Span: 4}},
		{"page: {regions: {main: {start: 5, span: 8}, sidebar: {start: 1, span: 4}}}", doc.Region{}, doc.Region{Span: 4}},
		{"page: {regions: {main: {start: 5.5, span: 7}}}", doc.Region{}, doc.Region{Span: 4}},
		{"extends: margin\npage: {regions: {main: {start: 5}, sidebar: {start: 1}}}", doc.Region{}, doc.Region{Span: 3, Ground: doc.Tint}},
		{"extends: margin\npage: {regions: {main: {start: 5}, sidebar: {start: 1}}}\nparts: {kit: {region: full}}", doc.Region{}, doc.Region{Span: 3}},
		{"extends: bulletin\nstatistics: {place: sidebar}", doc.Region{}, doc.Region{}}, // headings stand there
		{"extends: classic", doc.Region{}, doc.Region{}},
	} {
		l, list := readString(test.yaml + "\n")
		if l == nil {
			t.Errorf("%s: %v", test.yaml, list)
			continue
		}
		if p, _ := l.Sheet("A4"); p.Sidebar != test.sidebar || p.Panels != test.panels {
			t.Errorf("%s: %+v, %+v", test.yaml, p.Sidebar, p.Panels)
		}
	}
}
