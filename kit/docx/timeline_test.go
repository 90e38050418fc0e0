package docx

import (
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// TestDatesStayWhole holds that the column of dates grows with them, within
// bounds.
func TestDatesStayWhole(t *testing.T) {
	dates := func(label string) doc.Pt {
		d := small(t, &doc.List{Role: doc.RoleTimelineText, Items: []doc.Item{{
			Label:  doc.Text{{Text: "2026", Role: doc.RoleYear}, {Text: "\u2002" + label}},
			Blocks: []doc.Block{&doc.Para{Role: doc.RoleTimelineText, Text: doc.T("The works begin")}},
		}}})
		body, _ := newBuilder(Format{}, d).body()
		for _, e := range body {
			if x, ok := e.(*table); ok {
				return x.grid[0]
			}
		}
		t.Fatal("there is no table")
		return 0
	}
	usual := dates("9 June")
	if wide := dates("30 de septiembre"); wide <= usual {
		t.Errorf("a long date has %.1f pt, a short one %.1f pt", wide, usual)
	}
	if wide := dates("from the first days of September until the opening, or somewhat later, if it rains, or in the year after it"); wide != usual {
		t.Errorf("a date that breaks anyhow has %.1f pt, a short one %.1f pt", wide, usual)
	}
}

// TestDotsAreBullets holds that the dots of a timeline are bullets of its styles, one
// for each state, and no pictures.
func TestDotsAreBullets(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		var items []doc.Item
		for _, state := range []doc.State{doc.Past, doc.Now, doc.Planned} {
			items = append(items, doc.Item{Label: doc.T("2026"), State: state, Blocks: []doc.Block{
				&doc.Para{Role: doc.RoleTimelineText, Text: doc.T("First")}, &doc.Para{Role: doc.RoleTimelineText, Text: doc.T("Second")}}})
		}
		d := small(t, &doc.List{Role: doc.RoleTimelineText, Items: items})
		d.RTL = rtl
		parts := render(t, Format{}, d)
		if strings.Contains(body(t, parts[documentPart]), "<w:drawing>") {
			t.Error("dots are pictures")
		}
		for style, number := range map[string]string{"TimelineText": "3", "TimelineTextNow": "4", "TimelineTextPlanned": "5", "TimelineTextContinued": "0"} {
			if !strings.Contains(parts[documentPart], `<w:pStyle w:val="`+style) {
				t.Errorf("no paragraph has the style %s", style)
			}
			if s := styleOf(t, parts, style); !strings.Contains(s, `<w:numId w:val="`+number+`"/>`) {
				t.Errorf("the style of %s has another bullet: %s", style, s)
			}
		}
		for style, mark := range map[string]string{"TimelineText": "●", "TimelineTextNow": "●", "TimelineTextPlanned": "\uf0a2"} {
			if !strings.Contains(parts["word/numbering.xml"], `<w:pStyle w:val="`+style+`"/><w:lvlText w:val="`+mark+`"/><w:lvlJc w:val="center"/>`) {
				t.Errorf("%s has no bullet %s", style, mark)
			}
		}
		if n := strings.Count(parts["word/numbering.xml"], `w:themeFill="background1"`); n != 1 {
			t.Errorf("%d bullets hide the axis", n)
		}
	}
}

// TestCountedNumbersFollowTheirRun holds that numbers which Word counts are in runs from
// right to left where the document has digits of its own, whose form Word chooses.
func TestCountedNumbersFollowTheirRun(t *testing.T) {
	for zero, want := range map[rune]bool{0: false, '٠': true} {
		d := small(t, &doc.List{Role: doc.RoleListItem, Ordered: true, Start: 1, Items: []doc.Item{{Blocks: []doc.Block{&doc.Para{Role: doc.RoleListItem, Text: doc.T("واحد")}}}}})
		d.RTL, d.Lang, d.Zero = true, "ar-SY", zero
		d.Footer.Start, d.Footer.Center = nil, nil
		d.Footer.End = doc.Text{{Field: doc.FieldPage}}
		parts := render(t, Format{}, d)
		if got := strings.Contains(parts["word/footer1.xml"], "<w:rtl/></w:rPr><w:instrText"); got != want {
			t.Errorf("zero %q: %s", zero, parts["word/footer1.xml"])
		}
		if got := strings.Contains(parts["word/numbering.xml"], "<w:rtl/>"); got != want {
			t.Errorf("zero %q: %s", zero, parts["word/numbering.xml"])
		}
	}
}
