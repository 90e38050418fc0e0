package doc

import (
	"errors"
	"strings"
	"testing"
)

func dump(t *testing.T, d *Document) string {
	t.Helper()
	var b strings.Builder
	if err := Dump(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestDump(t *testing.T) {
	face := &Picture{ID: "face", Name: "face.jpg", Width: 600, Height: 800, Alt: "A face", Focus: [2]float64{0.5, 0.25}}
	d := &Document{
		Lang: "it", Page: Page{Name: "A4"},
		Meta:    Meta{ID: "x", Title: "Say “\"”", Keywords: []string{"a", "b"}},
		Logo:    &Picture{ID: "logo", Name: "logo.svg", Width: 10, Height: 5, Vector: true, Alt: "X", Focus: [2]float64{0.5, 0.5}},
		Footer:  Footer{Start: Text{{Text: "X", Role: RoleFooterStrong}}, End: Text{{Text: "p. "}, {Field: FieldPage}, {Text: "/"}, {Field: FieldPages}}},
		Embargo: T("EMBARGO"),
		Parts: []Part{{Role: RoleRelease, Span: 8, NewPage: true, Header: []Text{T("One"), T("Two")}, Blocks: []Block{
			&Heading{Level: 1, Role: RoleHeadline, ID: "top", Text: T("A {b} c\u00a0d")},
			&Para{Role: RoleBody, Text: Text{{Text: "x", Strong: true, Emph: true}, {Text: " y\nz", Link: "https://example.org"}}},
			&Aside{Role: RoleStatistics, Title: T("N"), Place: Band, Blocks: []Block{&StatGroup{Title: T("G"), Stats: []*Stat{
				{ID: "s", Prefix: T("oltre"), Value: T("220"), Unit: T("%"), UnitTight: true, Label: T("eventi"), Notes: []Text{T("n")}, Highlight: true},
				{Value: T("1"), Unit: T("MW"), Label: nil, Chart: &Chart{Kind: Spark, Spacing: ByYear, Points: []Point{{Label: "2024", Value: -1.5}, {Value: 2e6}}, Picture: face}},
			}}}},
			&Callout{ID: "q", Role: RoleQuote, Pull: true, Body: []Block{&Para{Role: RoleQuote, Text: T("w")}},
				Attribution: &Attribution{Name: T("N"), Title: T("T"), Portrait: face}},
			&List{Role: RoleTimelineText, Ordered: true, Start: 1, Items: []Item{{Label: T("2024"), State: Planned, Blocks: []Block{&Para{Role: RoleTimelineText, Text: T("e")}}}, {State: Now}}},
			&Table{Role: RoleTableCell, Header: [][]Cell{{{T("h")}}}, Rows: [][]Cell{{{T("1")}, {nil}}}, Align: []Align{AlignStart, AlignEnd}},
			&Rule{}, &PageBreak{}, &Figure{Role: RoleInline, Picture: face, Float: FloatBottom},
			&Section{Role: "people", ID: "people", Title: T("P"), Beside: true, Blocks: []Block{&Card{Role: RolePersonName, Picture: face, Round: true}}},
			&Columns{Role: RoleEnd, Columns: []Column{{Span: 8}, {Span: 4, Blocks: []Block{&Contents{Entries: []Entry{{"people", T("P")}}}}}}},
			&Gallery{Columns: 3, Aspect: 1.5, Figures: []*Figure{{Role: RoleGallery, Picture: face, Number: 2, Caption: T("c"), Details: []Text{T("d")}}}},
		}}},
	}
	want := `document it on A4
  id "x"
  title "Say “\"”"
  keywords "a, b"
  logo logo logo.svg 10×5 vector "X"
  embargo "EMBARGO"
  footer "{footer-strong|X}" "p. {page|}/{pages|}"
part release span=8 new-page "One" "Two"
  heading 1 headline #top "A \{b\} c\u00a0d"
  para body "{strong emph|x}{link=https://example.org| y\nz}"
  aside statistics band "N"
    group "G"
      stat #s highlight "oltre" _ "220" "%": "eventi"
        note "n"
      stat "1" _ "MW": ""
        chart spark by-year "2024" -1.5 2e+06
          picture face face.jpg 600×800 px focus=0.5,0.25 "A face"
  callout quote #q pull
    para quote "w"
    by "N" "T"
      picture face face.jpg 600×800 px focus=0.5,0.25 "A face"
  list timeline-text ordered from 1
    item planned "2024"
      para timeline-text "e"
    item now
  table table-cell start end
    header "h"
    row "1" ""
  rule
  page-break
  figure inline float=bottom
    picture face face.jpg 600×800 px focus=0.5,0.25 "A face"
  section people #people beside "P"
    card person-name round
      picture face face.jpg 600×800 px focus=0.5,0.25 "A face"
  columns end
    column span=8
    column span=4
      contents
        entry #people "P"
  gallery columns=3 aspect=1.5
    figure gallery number=2 "c"
      picture face face.jpg 600×800 px focus=0.5,0.25 "A face"
      detail "d"
`
	if got := dump(t, d); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestDumpOfTheSpecimen(t *testing.T) {
	got := dump(t, Specimen())
	for _, line := range []string{
		"part release span=8 \"Press release\" \"9 March 2026\"\n",
		"  aside statistics sidebar \"At a glance\"\n",
		"      item planned \"{year|2027}  Spring\"\n",
		"{link=#fact-sheet|the fact sheet}",
		"        chart ring \"of it legible\" 97 \"the rest\" 3\n          picture chart-legible",
		"figure qr-code",
		" float=top \"Highest",
		"{lang=ar|جداول المد والجزر}",
	} {
		if !strings.Contains(got, line) {
			t.Errorf("no %q in\n%s", line, got)
		}
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestDumpGivesTheWritersError(t *testing.T) {
	if err := Dump(broken{}, &Document{}); err == nil || err.Error() != "full" {
		t.Errorf("got %v", err)
	}
}

func TestDumpPanicsOnAnUnknownNode(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a nil block was passed over")
		}
	}()
	dump(t, &Document{Parts: []Part{{Blocks: []Block{nil}}}})
}
