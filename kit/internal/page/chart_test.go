package page

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// drawn are the pictures of a recording by name: x, y, width and height.
func drawn(t *testing.T, d *doc.Document) map[string][4]float64 {
	t.Helper()
	out := map[string][4]float64{}
	for _, m := range regexp.MustCompile(`  (\S+) (\S+) picture (\S+)\.\w+ (\S+) × (\S+)`).FindAllStringSubmatch(record(t, d), -1) {
		var box [4]float64
		for i, s := range []string{m[1], m[2], m[4], m[5]} {
			v, err := strconv.ParseFloat(s, 64)
			if err != nil {
				t.Fatal(err)
			}
			box[i] = v
		}
		out[m[3]] = box
	}
	return out
}

func TestCharts(t *testing.T) {
	d := specimen(t)
	at := drawn(t, d)
	ring, bars, spark := at["chart-legible"], at["chart-volunteers"], at["chart-highest"]
	sidebar := d.Page.SpanWidth(4)
	end := d.Page.Width - d.Page.End - panelSide
	if got := ring[0] + ring[2]; ring[2] != ring[3] || got < end-0.1 || got > end+0.1 {
		t.Errorf("the ring stands at %v, the panel ends at %.2f", ring, end)
	}
	if bars[2] < sidebar-2*panelSide-1 || bars[2] > chartWide+0.1 || bars[3] < doc.MM(7) || bars[3] > doc.MM(12) {
		t.Errorf("the bars are %v, the panel is %.2f wide", bars, sidebar)
	}
	if spark[2] < doc.MM(30) || spark[3] < doc.MM(7) {
		t.Errorf("the line is %v", spark)
	}
	if code := at["newsroom"]; code[2] != code[3] || code[2] < doc.MM(20) || code[2] > 72 {
		t.Errorf("the QR code is %v", code)
	}
}

// A chart is a figure with its text, inside of its statistic, after the words that
// stand over it and before the notes.
func TestChartsAreTagged(t *testing.T) {
	l, err := New(t.Context(), specimen(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	nodes := l.tree.Nodes
	found := 0
	for e, n := range nodes {
		if n.Tag != "Figure" || !strings.Contains(n.Alt, " chart: ") {
			continue
		}
		found++
		if nodes[n.Parent].Tag != "LBody" {
			t.Errorf("%q stands in %s", n.Alt, nodes[n.Parent].Tag)
		}
		var tags []canvas.Tag
		for k, sibling := range nodes {
			if sibling.Parent == n.Parent && canvas.Elem(k) != canvas.Root {
				if k == e {
					tags = append(tags, "here")
				} else {
					tags = append(tags, sibling.Tag)
				}
			}
		}
		if len(tags) < 3 || tags[0] != "P" || tags[1] != "P" || slices.Index(tags, "here") != 2 {
			t.Errorf("%q stands among %v", n.Alt, tags)
		}
	}
	if found != 3 {
		t.Errorf("%d charts", found)
	}
}

// Words in another language have it in the tree, in a link too, and break as it does.
func TestLanguagesOfRuns(t *testing.T) {
	d := specimen(t)
	long := "straordinariamente internazionalizzazione "
	d.Parts[1].Blocks = []doc.Block{&doc.Para{Role: doc.RoleBody, Text: doc.Text{
		{Text: "One "}, {Text: strings.Repeat(long, 12), Lang: "it"}, {Text: "due", Lang: "it", Link: "https://example.org"}, {Text: " three "},
		{Text: "four", Link: "https://example.org/4"}, {Text: " five", Lang: "fr", Link: "https://example.org/4"},
	}}}
	l, err := New(t.Context(), d, nil)
	if err != nil {
		t.Fatal(err)
	}
	got := map[canvas.Tag][]string{}
	for _, n := range l.tree.Nodes {
		if n.Tag == "Span" || n.Tag == "Link" {
			got[n.Tag] = append(got[n.Tag], n.Lang)
		}
	}
	if !slices.Contains(got["Span"], "it") || !slices.Contains(got["Link"], "it") || slices.Contains(got["Link"], "fr") {
		t.Errorf("languages %v", got)
	}
	b, err := newBuilder(t.Context(), d, NewCache())
	if err != nil {
		t.Fatal(err)
	}
	hyphens := func(lang string) (n int) {
		text := doc.Text{{Text: strings.Repeat(long, 12), Lang: lang}}
		for _, line := range b.paragraph(text, d.Style(doc.RoleBody), 150, canvas.Ground, setOptions{}).lines {
			if line.Hyphenated {
				n++
			}
		}
		return n
	}
	if it, none := hyphens("it"), hyphens("sw"); it < 3 || none > 0 {
		t.Errorf("%d hyphens in Italian, %d in a language without patterns", it, none)
	}
}

// A ring that finds no room beside its figure stands under it.
func TestRingInANarrowPlace(t *testing.T) {
	d := specimen(t)
	var stat *doc.Stat
	doc.Walk(d, func(_ []doc.Block, b doc.Block) {
		if g, ok := b.(*doc.StatGroup); ok {
			for _, s := range g.Stats {
				if s.ID == "legible" {
					stat = s
				}
			}
		}
	})
	beside := drawn(t, d)["chart-legible"]
	stat.Value = doc.T("97.123456")
	below := drawn(t, d)["chart-legible"]
	if below[0] >= beside[0] || below[1] <= beside[1] {
		t.Errorf("beside at %v, below at %v", beside, below)
	}
}

// Figures have their size in scripts that run from right to left too.
func TestFiguresFromRightToLeft(t *testing.T) {
	d := specimen(t)
	d.RTL, d.Lang = true, "he"
	want := d.Style(doc.RoleStatValue).Size
	_, inks := see(t, d)
	for _, in := range inks {
		if in.text == "412" {
			if in.size != want {
				t.Errorf("the figure has %.2f points, want %.2f", in.size, want)
			}
			return
		}
	}
	t.Error("no figure")
}
