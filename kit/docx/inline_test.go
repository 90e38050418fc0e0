package docx

import (
	"slices"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// The direction of signs between words comes from the whole text, over the ends of runs
// and links, and from that of the paragraph at the ends of its lines.
func TestDirections(t *testing.T) {
	run := func(s string) doc.Run { return doc.Run{Text: s} }
	tests := []struct {
		text doc.Text
		rtl  bool
		want string // runs parted by |, stretches from right to left in [ ]
	}{
		{doc.Text{run("one (two) 3.")}, false, ""},
		{doc.Text{}, true, ""},
		{doc.Text{run(""), run("12 %")}, true, "|[12 %]"},
		{doc.Text{run("one two")}, true, "one two"},
		{doc.Text{run("tide מד 4 tide")}, false, "tide [מד 4] tide"},
		{doc.Text{run("In Beirut (قناديل) and Tyre")}, false, "In Beirut ([قناديل]) and Tyre"},
		{doc.Text{run("في Berlin. ثم")}, true, "[في ]Berlin[. ثم]"},
		{doc.Text{run("زار "), {Text: "Paris", Emph: true}, run("، ثم "), {Text: "Rome", Link: "https://example.org"}, run(").")}, true, "[زار ]|Paris|[، ثم ]|Rome|[).]"},
		{doc.Text{run("قال: "), {Text: "Freshet", Strong: true}, run("!")}, true, "[قال: ]|Freshet|[!]"},
		{doc.Text{run("صفحة "), {Field: doc.FieldPage}, run(" من "), {Field: doc.FieldPages}}, true, "[صفحة ]||[ من ]|"},
		{doc.Text{run("Rome.\nBerlin")}, true, "Rome[.\n]Berlin"},
		{doc.Text{run("\u200e+961 1 234")}, true, "\u200e+961 1 234"},
	}
	for _, test := range tests {
		var runs []string
		for _, parts := range directions(test.text, test.rtl) {
			said := ""
			for _, s := range parts {
				if s.rtl {
					s.text = "[" + s.text + "]"
				}
				said += s.text
			}
			runs = append(runs, said)
		}
		if got := strings.Join(runs, "|"); got != test.want {
			t.Errorf("%q: %s, want %s", test.text.Plain(), got, test.want)
		}
	}
}

// Bold and italic of character styles are toggles (ISO/IEC 29500-1, 17.7.3):
// what comes out has to be what the run asks for.
func TestToggles(t *testing.T) {
	b := newBuilder(Format{}, specimen(t))
	shown := func(host doc.Role, r doc.Run) (bold, italic bool) {
		st := b.sheet.style(paragraphID(host))
		f := b.formatting(r, host, st)
		bold, italic = st.font.bold, st.font.italic
		if f.style != "" {
			cs := b.sheet.style(f.style)
			bold, italic = bold != cs.toggle.bold, italic != cs.toggle.italic
		}
		if f.bold != nil {
			bold = *f.bold
		}
		if f.italic != nil {
			italic = *f.italic
		}
		return bold, italic
	}
	tests := []struct {
		host         doc.Role
		run          doc.Run
		bold, italic bool
	}{
		{doc.RoleBody, doc.Run{}, false, false},
		{doc.RoleBody, doc.Run{Strong: true}, true, false},
		{doc.RoleBody, doc.Run{Emph: true}, false, true},
		{doc.RoleBody, doc.Run{Strong: true, Emph: true}, true, true},
		{doc.RoleBody, doc.Run{Strong: true, Link: "https://example.org"}, true, false},
		{doc.RoleQuote, doc.Run{Emph: true}, false, false}, // upright in italic words
		{doc.RoleSubhead, doc.Run{Strong: true}, true, false},
		{doc.RoleSubhead, doc.Run{Role: doc.RoleContactIn}, false, false},
		{doc.RoleContactName, doc.Run{Role: doc.RoleRunIn}, true, false},
		{doc.RoleHeadline, doc.Run{Strong: true}, false, false}, // ExtraBold is a family of its own
		{doc.RoleCaption, doc.Run{Role: doc.RoleRunIn}, true, false},
	}
	for _, test := range tests {
		if bold, italic := shown(test.host, test.run); bold != test.bold || italic != test.italic {
			t.Errorf("%+v in %s: bold %t, italic %t", test.run, test.host, bold, italic)
		}
	}
}

func TestLinks(t *testing.T) {
	b := newBuilder(Format{}, specimen(t))
	tests := map[string]bool{
		"https://example.org/a b": true, "mailto:a@example.org": true, "tel:+32": true, "#fact-sheet": true,
		"#nowhere": false, "javascript:alert(1)": false, "file:///etc/passwd": false, "relative": false, "http://[": false, "#": false,
	}
	for target, leads := range tests {
		if got := b.link(target) != nil; got != leads {
			t.Errorf("%q: a link %t, want %t", target, got, leads)
		}
	}
}

func TestBookmarkNames(t *testing.T) {
	long := strings.Repeat("long-name-", 6)
	d := &doc.Document{Parts: []doc.Part{{Blocks: []doc.Block{
		&doc.Heading{ID: "fact-sheet"}, &doc.Heading{ID: "Fact_Sheet"}, &doc.Section{ID: "2026"}, &doc.Section{ID: long}, &doc.Section{ID: long + "b"},
		&doc.Heading{ID: "été"}, &doc.Heading{},
	}}}}
	names := bookmarkNames(d)
	seen := map[string]bool{}
	for id, name := range names {
		if len(name) > 40 || seen[strings.ToLower(name)] || strings.ContainsAny(name, " -é") || name[0] >= '0' && name[0] <= '9' || name[0] == '_' {
			t.Errorf("%q: %q", id, name)
		}
		seen[strings.ToLower(name)] = true
	}
	if len(names) != 6 {
		t.Errorf("%d names, want 6", len(names))
	}
}

// The space after a symbol is that of its last character; digits stay together.
func TestStatisticLine(t *testing.T) {
	b := newBuilder(Format{}, specimen(t))
	line := b.statLine(&doc.Stat{Prefix: doc.T("€"), PrefixTight: true, Value: doc.T("1.2"), Unit: doc.T("%"), UnitTight: true}, doc.RoleStatValue)
	var got []string
	for _, i := range line {
		r := i.(*run)
		s := r.text
		if strings.HasSuffix(r.style, "Tight") {
			s += " wide"
		}
		got = append(got, s)
	}
	if want := []string{"€ wide", "1.2", "%"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestHeadlineStepsDown(t *testing.T) {
	size := func(headline string) doc.Pt {
		d := specimen(t)
		d.Parts[0].Blocks[2].(*doc.Heading).Text = doc.T(headline)
		return newBuilder(Format{}, d).sheet.style("Title").look.Size
	}
	short, long := size("Tide tables"), size(strings.Repeat("An unusually long headline that goes on ", 5))
	if short != 27 || long >= short {
		t.Errorf("%g and %g points", short, long)
	}
}

// A narrow space stands where the font has one; Manrope has none.
func TestNarrowSpaces(t *testing.T) {
	s := render(t, Format{}, small(t, &doc.Heading{Level: 2, Role: doc.RoleSubhead, Text: doc.T("Quoi\u202f?")},
		&doc.Para{Role: doc.RoleBody, Text: doc.T("Oui\u202f!")}))[documentPart]
	if !strings.Contains(s, "Quoi\u00a0?") || !strings.Contains(s, "Oui\u202f!") {
		t.Error("the heading has a space that its font lacks, or the text has lost its own")
	}
}

// A family without a bold or an italic face has none in Word either, which would
// fake them.
func TestNothingIsFaked(t *testing.T) {
	blocks := []doc.Block{&doc.Para{Role: doc.RoleBody, Text: doc.Text{{Text: "strong", Strong: true}, {Text: " and "}, {Text: "soft", Emph: true}, {Text: " both", Strong: true, Emph: true}}}}
	for _, plain := range []bool{false, true} {
		d := small(t, blocks...)
		if plain {
			d.Theme.Base = d.Theme.Headings
			d.Theme.Faces = slices.DeleteFunc(slices.Clone(d.Theme.Faces), func(f doc.Face) bool { return f.Weight != 400 || f.Italic })
		}
		b := newBuilder(Format{}, d)
		for i, want := range [][2]bool{{true, false}, {false, false}, {false, true}, {true, true}} {
			r := blocks[0].(*doc.Para).Text[i]
			st := b.sheet.style(paragraphID(doc.RoleBody))
			f := b.formatting(r, doc.RoleBody, st)
			bold, italic := false, false
			if f.style != "" {
				bold, italic = b.sheet.style(f.style).toggle.bold, b.sheet.style(f.style).toggle.italic
			}
			if f.bold != nil {
				bold = *f.bold
			}
			if f.italic != nil {
				italic = *f.italic
			}
			if plain {
				want = [2]bool{}
			}
			if bold != want[0] || italic != want[1] {
				t.Errorf("without other faces %v, %q: bold %v, italic %v, want %v", plain, r.Text, bold, italic, want)
			}
		}
	}
}

// TestAddressesAreOfNoLanguage holds that addresses have a style that keeps them from
// being hyphenated, in links and beside them, and that names of links have not.
func TestAddressesAreOfNoLanguage(t *testing.T) {
	parts := render(t, Format{}, small(t, &doc.Para{Role: doc.RoleBody, Text: doc.Text{
		{Text: "press@example.org", Link: "mailto:press@example.org"}, {Text: ", "},
		{Text: "Press room.", Link: "https://example.org/press"}, {Text: "\u2002example.org/press", Role: doc.RoleSoft},
	}}))
	for _, want := range []string{`<w:rStyle w:val="HyperlinkAddress"/></w:rPr><w:t>press@`, `<w:rStyle w:val="Hyperlink"/></w:rPr><w:t>Press room.`, `<w:rStyle w:val="SecondaryAddress"/>`} {
		if !strings.Contains(parts["word/document.xml"], want) {
			t.Errorf("no %s in %s", want, parts["word/document.xml"])
		}
	}
	if n := strings.Count(parts["word/styles.xml"], `<w:rPr><w:noProof w:val="true"/><w:lang w:val="zxx"/></w:rPr>`); n != 2 {
		t.Errorf("%d styles of addresses, want 2", n)
	}
}

// TestRunsAreOneWhereTheyLookAlike holds that text of one formatting is one run, and
// that another formatting, a page break or a picture ends it.
func TestRunsAreOneWhereTheyLookAlike(t *testing.T) {
	yes, also, no := true, true, false
	for _, c := range []struct {
		content []inline
		want    string
	}{
		{[]inline{&run{text: "a"}, &run{text: " b", code: true}, &run{text: "\tc"}}, `<w:r><w:t>a b</w:t><w:tab/><w:t>c</w:t></w:r>`},
		{[]inline{&run{text: "a", bold: &yes}, &run{text: "b", bold: &also}}, `<w:r><w:rPr><w:b w:val="true"/><w:bCs w:val="true"/></w:rPr><w:t>ab</w:t></w:r>`},
		{[]inline{&run{text: "a", italic: &yes}, &run{text: "b", italic: &no}}, `<w:t>a</w:t></w:r><w:r>`},
		{[]inline{&run{text: "a", style: "Strong"}, &run{text: "b"}}, `<w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>`},
		{[]inline{&run{text: "a"}, &run{pageBreak: true}, &run{text: "b"}}, `<w:t>a</w:t></w:r><w:r><w:br w:type="page"/></w:r><w:r><w:t>b</w:t></w:r>`},
		{[]inline{&run{text: "a"}, &rangeEdge{id: 1}, &run{text: "b"}}, `<w:r><w:t>a</w:t></w:r><w:bookmarkEnd w:id="1"/><w:r><w:t>b</w:t></w:r>`},
	} {
		w := &writer{m: &markup{}}
		w.runs(c.content)
		if !strings.Contains(string(w.buf), c.want) {
			t.Errorf("got  %s\nwant %s", w.buf, c.want)
		}
	}
}
