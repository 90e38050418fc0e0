package compose

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose/locale"
)

// statsOf composes a definition and gives its statistics by id.
func statsOf(t *testing.T, head, statistics string) map[string]*doc.Stat {
	t.Helper()
	fsys := fstest.MapFS{"release.yaml": {Data: []byte(head + "headline: H\nbody: B\nstatistics:\n" + statistics)}}
	d, list := Compose(input(t, read(t, fsys), fsys))
	if len(list) > 0 {
		t.Fatal(list)
	}
	checkTree(t, d)
	out := map[string]*doc.Stat{}
	doc.Walk(d, func(_ []doc.Block, b doc.Block) {
		if g, ok := b.(*doc.StatGroup); ok {
			for _, s := range g.Stats {
				out[s.ID] = s
			}
		}
	})
	return out
}

const someCharts = `
  - {id: ring, value: 76, unit: "%", label: "*Completed*", chart: ring}
  - {id: bars, value: 6500, previous: 5900, unit: EUR, as-of: 2023, label: l, chart: bar}
  - {id: line, value: 9, unit: MW, label: l, series: [{at: 2019, value: 1200}, {at: 2022, value: 900}, {at: 2024, value: 3400}]}
  - {id: asked, value: 9, label: l, chart: spark, series: [{at: spring, value: -1}, {at: autumn, value: 2.5}]}
  - {id: none, value: 50, unit: "%", label: l, chart: none, series: [{at: 2024, value: 1}, {at: 2025, value: 50}]}
  - {id: plain, value: 50, unit: "%", previous: 40, label: l}
  - {id: one, value: 50, label: l, series: [{at: 2024, value: 1}]}
`

func TestCharts(t *testing.T) {
	stats := statsOf(t, "language: en\n", someCharts)
	for id, want := range map[string]string{
		"ring":  "ring evenly [Completed 76, the rest 24] Ring chart: 76% – Completed",
		"bars":  "bars evenly [before 5900, 2023 6500] Bar chart: €6,500, previously €5,900",
		"line":  "spark by-year [2019 1200, 2022 900, 2024 3400] Line chart: from 1,200\u00a0MW (2019) to 3,400\u00a0MW (2024); 3 values, lowest 900\u00a0MW, highest 3,400\u00a0MW",
		"asked": "spark evenly [spring -1, autumn 2.5] Line chart: from −1 (spring) to 2.5 (autumn); 2 values, lowest −1, highest 2.5",
		"none":  "", "plain": "", "one": "",
	} {
		got := ""
		if c := stats[id].Chart; c != nil {
			got = fmt.Sprintf("%s %s [%s] %s", c.Kind, c.Spacing, pointsOf(c), c.Picture.Alt)
			if p := c.Picture; p.ID != "chart-"+id || !p.Vector || p.Width < 300 || p.Height < 200 {
				t.Errorf("%s: picture %s of %d × %d", id, p.ID, p.Width, p.Height)
			}
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", id, got, want)
		}
	}
}

func pointsOf(c *doc.Chart) string {
	var all []string
	for _, p := range c.Points {
		all = append(all, fmt.Sprint(p.Label, " ", p.Value))
	}
	return strings.Join(all, ", ")
}

// The muted colour of a chart is the one of its drawing.
func TestMutedAsDrawn(t *testing.T) {
	stats := statsOf(t, "language: en\n", someCharts)
	for _, id := range []string{"ring", "bars"} {
		c := stats[id].Chart
		if !strings.Contains(string(c.Picture.Data), `"#`+c.Muted.Hex()+`"`) {
			t.Errorf("%s has nothing in %s: %s", id, c.Muted.Hex(), c.Picture.Data)
		}
	}
}

// What a share leaves has no more digits than the share.
func TestRestOfRing(t *testing.T) {
	for percent, want := range map[float64]float64{0: 100, 100: 0, 99.4: 0.6, 97.3: 2.7, 33.333: 66.667} {
		if got := restOf(percent); got != want {
			t.Errorf("%v leaves %v, want %v", percent, got, want)
		}
	}
}

// Points stand apart by their times only where all are dates that run forward.
func TestSpacing(t *testing.T) {
	for series, want := range map[string]doc.Spacing{
		"[{at: 2019, value: 1}, {at: 2022, value: 2}]":           doc.ByYear,
		"[{at: 2019, value: 1}, {at: 2022-04, value: 2}]":        doc.ByMonth,
		"[{at: 2019-05-01, value: 1}, {at: 2022-04, value: 2}]":  doc.ByDay,
		"[{at: 2019, value: 1}, {at: after Easter, value: 2}]":   doc.Even,
		"[{at: 1200-01-31, value: 1}, {at: 2022-04, value: 2}]":  doc.ByDay,
		"[{at: spring, value: 1}, {at: the next one, value: 2}]": doc.Even,
	} {
		s := statsOf(t, "language: en\n", "  - {id: s, value: 2, label: l, series: "+series+"}\n")["s"]
		if s.Chart.Spacing != want {
			t.Errorf("%s: %s, want %s", series, s.Chart.Spacing, want)
		}
	}
}

// The words for a chart are whole in every language, and lines run as it does.
func TestChartsInEveryLanguage(t *testing.T) {
	for _, name := range locale.Names() {
		for id, s := range statsOf(t, "language: "+name+"\n", someCharts) {
			if s.Chart != nil && (len(s.Chart.Picture.Alt) < 10 || strings.ContainsAny(s.Chart.Picture.Alt, "{}\n")) {
				t.Errorf("%s %s: %q", name, id, s.Chart.Picture.Alt)
			}
		}
	}
	latin, arabic := statsOf(t, "language: it\n", someCharts), statsOf(t, "language: ar\n", someCharts)
	if string(latin["line"].Chart.Picture.Data) == string(arabic["line"].Chart.Picture.Data) {
		t.Error("a line runs alike in Italian and Arabic")
	}
	if string(latin["ring"].Chart.Picture.Data) != string(arabic["ring"].Chart.Picture.Data) {
		t.Error("a ring does not run clockwise everywhere")
	}
}

// The bar of the value before can be told from its ground with any brand.
func TestChartContrast(t *testing.T) {
	for _, primary := range []brand.Color{{}, {R: 0x0A, G: 0x50, B: 0x58}, {R: 200, G: 30, B: 30}, {R: 90, G: 90, B: 0}} {
		b := *brand.Default()
		b.Colors.Primary = primary
		c := &composer{in: Input{Brand: &b}}
		other := brand.Color(c.chartColors().Other)
		if got := min(brand.Contrast(other, b.Colors.Paper), brand.Contrast(other, b.Colors.Tint)); got < chartContrast {
			t.Errorf("%v: contrast %.2f", primary, got)
		}
	}
}
