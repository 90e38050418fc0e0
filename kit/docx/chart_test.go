package docx

import (
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

func TestCharts(t *testing.T) {
	parts := render(t, Format{}, specimen(t))
	document := parts["word/document.xml"]
	for text, times := range map[string]int{
		// At the chart and at the picture.
		"Ring chart: 97% – of it legible": 2, "Bar chart: 61, previously 38": 2, "Line chart: from 3.4 m (1986)": 2,
		"QR code: online newsroom, https://example.org/tides": 1,
	} {
		if n := strings.Count(document, `descr="`+text); n != times {
			t.Errorf("%s stands %d times, want %d", text, n, times)
		}
	}
	// Every drawing has its fallback.
	svg, png := 0, 0
	for name := range parts {
		if strings.HasPrefix(name, "word/media/") {
			svg += strings.Count(name, ".svg")
			png += strings.Count(name, ".png")
		}
	}
	if svg < 4 || png < svg {
		t.Errorf("%d drawings, %d fallbacks", svg, png)
	}
	at := func(words string) int { return strings.Index(document, words) }
	if !(at(">volunteers<") < at("Bar chart:") && at("Bar chart:") < at(">previously 38 (+60.5%)<")) {
		t.Error("the bars do not stand between the label and the notes")
	}
}

// A panel with charts is taken to be as high as they make it.
func TestChartsCountInTheHeightOfAPanel(t *testing.T) {
	d := specimen(t)
	b := newBuilder(Format{}, d)
	panel := d.Parts[1].Blocks[0].(*doc.Aside)
	var groups []*doc.StatGroup
	for _, blk := range panel.Blocks {
		groups = append(groups, blk.(*doc.StatGroup))
	}
	with := b.panelHeight(panel.Title, groups, 155)
	for _, g := range groups {
		for _, s := range g.Stats {
			s.Chart = nil
		}
	}
	if without := b.panelHeight(panel.Title, groups, 155); with < without+20 {
		t.Errorf("%.1f with charts, %.1f without", with, without)
	}
}

// Several statistics stand side by side in a wide band, a ring beside its words.
func TestBandColumns(t *testing.T) {
	d := small(t, &doc.Aside{Role: doc.RoleStatistics, Title: doc.T("Band"), Place: doc.Band, Blocks: []doc.Block{
		&doc.StatGroup{Stats: []*doc.Stat{
			{Value: doc.T("97"), Label: doc.T("legible"), Chart: specimenChart(t, doc.Ring)},
			{Value: doc.T("61"), Label: doc.T("volunteers"), Chart: specimenChart(t, doc.Bars)},
			{Value: doc.T("5"), Label: doc.T("gauges")},
		}},
	}})
	document := render(t, Format{}, d)["word/document.xml"]
	i, j := strings.Index(document, ">legible<"), strings.Index(document, ">gauges<")
	if i < 0 || j < i || strings.Contains(document[i:j], "</w:tr>") {
		t.Error("three statistics do not stand in one row")
	}
	if strings.Count(document[i:j], "<mc:Fallback><w:drawing>") != 2 {
		t.Error("the charts do not stand beside their figures")
	}
}

func specimenChart(t *testing.T, kind doc.ChartKind) (found *doc.Chart) {
	t.Helper()
	doc.Walk(doc.Specimen(), func(_ []doc.Block, b doc.Block) {
		if g, ok := b.(*doc.StatGroup); ok {
			for _, s := range g.Stats {
				if s.Chart != nil && s.Chart.Kind == kind {
					found = s.Chart
				}
			}
		}
	})
	return found
}

// A panel that is built anew for another place leaves no parts behind.
func TestChartsAreMadeOnce(t *testing.T) {
	parts := render(t, Format{}, example(t, "festival", "margin"))
	if err := checkCharts(parts); err != nil {
		t.Error(err)
	}
	if parts[firstChart] == "" {
		t.Error("no chart in the kit")
	}
}
