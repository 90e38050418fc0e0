package layouts

import (
	"maps"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
)

func load(t testing.TB, name string) *Layout {
	t.Helper()
	l, list := Load(name)
	if l == nil || len(list) > 0 {
		t.Fatalf("Load(%q): %v", name, list)
	}
	return l
}

func TestBuiltInLayoutsAreWhole(t *testing.T) {
	for _, name := range Names() {
		l := load(t, name)
		if l.Name != name || l.Title == "" {
			t.Errorf("%s: name %q, title %q", name, l.Name, l.Title)
		}
		for _, role := range slices.Concat(doc.BlockRoles(), doc.RunRoles()) {
			if _, ok := l.Styles[role]; !ok {
				t.Errorf("%s: no style for %s", name, role)
			}
		}
		for _, role := range doc.BlockRoles() {
			if s := l.Styles[role]; s.Size <= 0 || s.LineHeight < s.Size {
				t.Errorf("%s: %s is set %g/%g", name, role, s.Size, s.LineHeight)
			}
		}
	}
}

// Lines of different roles meet on one grid only if every leading and every
// space is a whole number of modules. Sizes can be read.
func TestLayoutsKeepToScaleAndModule(t *testing.T) {
	for _, name := range Names() {
		l := load(t, name)
		for _, script := range slices.Concat([]string{""}, slices.Sorted(maps.Keys(l.Scripts))) {
			styles := l.Styles
			if script != "" {
				styles = l.Scripts[script]
			}
			for role, s := range styles {
				keepsTo(t, strings.TrimSpace(name+" "+script+" "+string(role)), s, l.Page.Baseline/8)
			}
		}
	}
}

func keepsTo(t *testing.T, what string, s doc.Style, module doc.Pt) {
	t.Helper()
	whole := func(v doc.Pt) bool { return math.Abs(v-math.Round(v)) < 1e-9 }
	if !whole(s.LineHeight/module) || !whole(s.Before/module) || !whole(s.After/module) {
		t.Errorf("%s: %g pt, before %g, after %g: not whole modules of %g", what, s.LineHeight, s.Before, s.After, module)
	}
	if s.Size != 0 && s.Size < 7.3 {
		t.Errorf("%s is set in %g pt", what, s.Size)
	}
	for _, step := range s.Steps {
		if !whole(step.LineHeight / module) {
			t.Errorf("%s: step of %g/%g pt", what, step.Size, step.LineHeight)
		}
	}
}

// Faces made for large sizes fail in small ones: what is set small is in the family of
// text, or in that of small print, which the brand chooses.
func TestSmallPrint(t *testing.T) {
	for _, name := range Names() {
		for role, s := range load(t, name).Styles {
			s = s.Rounded()
			if s.Family == doc.HeadingsFamily && s.Size > 0 && s.Size < 9 {
				t.Errorf("%s: %s is set in %g pt of the family for headings", name, role, s.Size)
			}
		}
	}
}

func TestFeatureValues(t *testing.T) {
	l := load(t, "")
	h := l.Styles[doc.RoleHeadline].Rounded()
	if h.Size != 27 || h.LineHeight != 32.625 || h.Weight != 800 || h.Tracking != -0.02 || len(h.Steps) != 3 || h.MaxLines != 3 {
		t.Errorf("headline: %+v", h)
	}
	if got := l.Adjacent[doc.RoleHeadline][doc.RoleStandfirst]; got != 5*14.5/8 {
		t.Errorf("space between headline and standfirst: %g", got)
	}
	if k := l.Styles[doc.RoleKicker]; !k.Caps || k.Color != doc.Primary || k.Family != doc.SmallFamily || k.Before != 14*14.5/8 {
		t.Errorf("kicker: %+v", k)
	}
	if f := l.Styles[doc.RoleFooter]; f.Figures != doc.TabularFigures {
		t.Errorf("footer: %+v", f)
	}
	if m := l.Styles[doc.RoleMasthead]; m.Align != doc.AlignEnd {
		t.Errorf("masthead: %+v", m)
	}
	if d := l.Styles[doc.RoleDateline]; d.Scale != 0.78 || d.Size != 0 {
		t.Errorf("dateline: %+v", d)
	}
	if l.Parts.Release.Span != 8 || l.Parts.Head.Span != 12 || !l.Parts.Kit.NewPage || !l.Parts.End.Foot {
		t.Errorf("parts: %+v", l.Parts)
	}
	p, ok := l.Sheet("A4")
	if !ok || math.Abs(p.SpanWidth(8)-doc.MM(114.333)) > 0.01 || math.Abs(p.SpanWidth(4)-doc.MM(54.667)) > 0.01 {
		t.Errorf("A4: %+v: 8 columns %g pt", p, p.SpanWidth(8))
	}
	if p, ok := l.Sheet("Letter"); !ok || p.Width != 612 || p.Height != 792 {
		t.Errorf("Letter: %+v", p)
	}
	if _, ok := l.Sheet("A6"); ok {
		t.Error("a sheet of A6 was given")
	}
	l, _ = readString("page: {size: Letter}")
	if p, _ := l.Sheet(""); p.Name != "Letter" || p.Width != 612 {
		t.Errorf("the layout's own sheet is %s", p.Name)
	}
	if p, _ := l.Sheet("A4"); p.Name != "A4" {
		t.Errorf("A4 is %s", p.Name)
	}
}

func TestExtends(t *testing.T) {
	l, list := readString(`
layout: 1
extends: feature
title: Mine
statistics: {place: band}
roles:
  body: {size: 10pt, align: justify}
parts:
  end: {slots: [contacts]}
`)
	if l == nil || len(list) > 0 {
		t.Fatal(list)
	}
	if b := l.Styles[doc.RoleBody]; b.Size != 10 || b.Align != doc.AlignJustify || b.LineHeight != 14.5 {
		t.Errorf("body: %+v", b)
	}
	if l.Statistics.Place != Band || l.Statistics.Most != 12 || l.Title != "Mine" || l.Name != "mine" {
		t.Errorf("%+v", l)
	}
	if got := l.Parts.End.Slots; len(got) != 1 || got[0] != Contacts || !l.Parts.End.Foot {
		t.Errorf("end: %+v", l.Parts.End)
	}
}

// TestCSSNames holds that words taken from CSS reach page and style.
func TestCSSNames(t *testing.T) {
	l, list := readString(`layout: 1
extends: feature
page: {baseline-grid: true}
pictures: {float: bottom}
roles:
  body: {font-variant-caps: small-caps, hanging-punctuation: none, align: justify}
  code: {background-color: paper}
  year: {text-decoration: underline}
`)
	if l == nil {
		t.Fatal(list)
	}
	page, _ := l.Sheet("A4")
	body, lede := l.Styles[doc.RoleBody], l.Styles[doc.RoleLede]
	if !page.Grid || l.Pictures.Float != doc.FloatBottom {
		t.Errorf("grid %v, float %v", page.Grid, l.Pictures.Float)
	}
	if !body.SmallCaps || body.HangEnd || body.HangFirst || body.Align != doc.AlignJustify {
		t.Errorf("body is %+v", body)
	}
	if c, y := l.Styles[doc.RoleCode], l.Styles[doc.RoleYear]; c.Ground != doc.Paper || !y.Decoration.Underline || y.Decoration.LineThrough {
		t.Errorf("code is %+v, the year %+v", c, y)
	}
	if lede.SmallCaps || !lede.HangFirst || !lede.HangEnd {
		t.Errorf("lede is %+v", lede)
	}
	if feature := load(t, "feature"); feature.Page.Grid || feature.Pictures.Float != doc.FloatTop {
		t.Errorf("feature has grid %v, float %v", feature.Page.Grid, feature.Pictures.Float)
	}
}

func TestRegionsAndScale(t *testing.T) {
	l, list := readString(`layout: 1
extends: feature
page:
  scale: {base: 11pt, ratio: 1.12}
  regions:
    main: {start: 2.5, span: 6}
    sidebar: {start: 10, span: 3, ground: tint}
  first: {top-left: none, top-center: logo, rule: {width: 2pt, color: primary, style: double}}
  bottom-center: [publisher, page-number]
parts: {head: {region: cover}, kit: {region: main}, end: {region: main, columns: 2}}
statistics: {look: tiles, bleed: true}
quotes: {look: rule, speaker: beside}
roles:
  quote: {size: scale(2), line-height: 10.5, column-span: all}
  body: {text-indent: 5mm}
`)
	if l == nil {
		t.Fatal(list)
	}
	if q := l.Styles[doc.RoleQuote]; math.Abs(q.Size-11*1.12*1.12) > 1e-9 || q.LineHeight != 10.5*14.5/8 || !q.SpanAll {
		t.Errorf("quote: %+v", q)
	}
	if b := l.Styles[doc.RoleBody]; b.Size != 11 || math.Abs(b.Indent-doc.MM(5)) > 1e-9 {
		t.Errorf("body: %+v", b)
	}
	if h := l.Styles[doc.RoleHeadline].Rounded(); h.Size != 27 || h.Steps[2].Size != 17.5 {
		t.Errorf("the headline of feature does not follow the scale: %+v", h)
	}
	p, _ := l.Sheet("A4")
	if p.Main != (doc.Region{Offset: 1.5, Span: 6}) || p.Sidebar != (doc.Region{Offset: 9, Span: 3, Ground: doc.Tint}) {
		t.Errorf("regions: %+v, %+v", p.Main, p.Sidebar)
	}
	if p.First.Logo != doc.CenterBox || !p.First.Rule.Double || p.Running.Logo != doc.LeftBox {
		t.Errorf("heads: %+v, %+v", p.First, p.Running)
	}
	if h, r, e := l.Parts.Head, l.Parts.Release, l.Parts.End; !h.Cover || h.Span != 12 || r.Offset != 1.5 || e.Columns != 2 || e.Span != 6 {
		t.Errorf("parts: %+v", l.Parts)
	}
	if l.Statistics.Look != doc.Tiles || !l.Statistics.Bleed || l.Quotes.Look != doc.QuoteRule || !l.Quotes.Beside {
		t.Errorf("looks: %+v, %+v", l.Statistics, l.Quotes)
	}
}

func TestErrors(t *testing.T) {
	for _, test := range []struct{ name, yaml, want string }{
		{"unknown role", "roles: {sidebar: {size: 3pt}}", "mine.yaml:3:9: error: there is no role \"sidebar\" [unknown-role]"},
		{"length without unit", "roles: {body: {size: 12}}", "mine.yaml:3:22: error: "},
		{"unknown unit", "roles: {body: {size: 12px}}", "mine.yaml:3:22: error: \"12px\" is no length [bad-length]"},
		{"size out of range", "roles: {body: {size: 500pt}}", "mine.yaml:3:22: error: roles.body.size must be from 3 to 200 pt [out-of-range]"},
		{"size below range", "roles: {body: {size: 1pt}}", "roles.body.size must be from 3 to 200 pt [out-of-range]"},
		{"baseline out of range", "page: {baseline: 500pt}", "mine.yaml:3:18: error: page.baseline must be from 6 to 60 pt [out-of-range]"},
		{"letters backwards", "roles: {body: {letter-spacing: -1em}}", "[bad-length]"},
		{"tracking", "roles: {body: {letter-spacing: 3pt}}", "[bad-length]"},
		{"span", "parts: {head: {span: 13}}", "mine.yaml:3:22: error: parts.head takes columns 1 to 13, and the grid has 12 [out-of-range]"},
		{"slot twice", "parts: {end: {slots: [contacts, contacts]}}", "[duplicate-slot]"},
		{"no slot for the body", "parts: {release: {slots: [lede]}}", "\"body\" has no slot [missing-slot]"},
		{"steps grow", "roles: {headline: {steps: [{size: 30pt, line-height: 40pt}]}}", "[bad-step]"},
		{"float", "pictures: {float: left}", "cannot be \"left\" [bad-value]"},
		{"hanging punctuation", "roles: {body: {hanging-punctuation: yes}}", "cannot be \"yes\" [bad-value]"},
		{"small capitals", "roles: {body: {font-variant-caps: unicase}}", "cannot be \"unicase\" [bad-value]"},
		{"ground", "roles: {body: {background-color: tint}}", "mine.yaml:3:34: error: only code stands on a ground of its own [bad-value]"},
		{"decoration", "roles: {body: {text-decoration: blink}}", "cannot be \"blink\" [bad-value]"},
		{"unknown key", "roles: {body: {leading: 12pt}}", "mine.yaml:3:16: error: "},
		{"no room", "page: {margins: {start: 100mm, end: 100mm}}", "[no-room]"},
		{"count", "contents: {from: 1000}", "[out-of-range]"},
		{"words", "contents: {words: -1}", "[out-of-range]"},
		{"foot before the last part", "parts: {kit: {foot: true}}", "mine.yaml:3:21: error: parts.kit cannot stand at the foot: other parts follow it [bad-foot]"},
		{"cover after the first part", "parts: {kit: {region: cover}}", "mine.yaml:3:23: error: parts.kit cannot be the cover: other parts stand before it [bad-region]"},
		{"look of quotations", "quotes: {look: bars}", "mine.yaml:3:16: error: \"quotes.look\" cannot be \"bars\" [bad-value]"},
		{"look of statistics", "statistics: {look: strip}", "[bad-value]"},
		{"too many columns of text", "parts: {kit: {columns: 9}}", "[out-of-range]"},
		{"region too wide", "page: {regions: {main: {start: 6, span: 9}}}", "[out-of-range]"},
		{"sidebar over the text", "page: {regions: {sidebar: {start: 4, span: 3}}}", "mine.yaml:3:35: error: the sidebar overlaps the columns of the text [bad-region]"},
		{"thick rule", "sections: {rule: {width: 40pt}}", "[out-of-range]"},
		{"step too large", "roles: {body: {size: scale(30)}}", "mine.yaml:3:22: error: that is 359.6 pt; roles.body.size must be from 3 to 200 pt [out-of-range]"},
		{"steep scale", "page: {scale: {ratio: 1.3}}", "mine.yaml:3:15: error: sizes or leadings of feature do not fit this scale: headline, quote-wide, stat-value, stat-highlight, section-title [out-of-range]"},
		{"size below the steps", "roles: {headline: {size: 20pt}}", "mine.yaml:3:19: error: a step must be smaller than the one before it [bad-step]"},
		{"tight baseline", "page: {baseline: 8pt}", "mine.yaml:3:18: error: sizes or leadings of feature do not fit this baseline: masthead, masthead-line, embargo, contents-title, contents-entry … [out-of-range]"},
		{"too little leading", "roles: {body: {line-height: 2}}", "mine.yaml:3:29: error: that is 3.625 pt; roles.body.line-height must be from 8.4 to 200 pt [out-of-range]"},
		{"size above the leading", "roles: {body: {size: 30pt}}", "mine.yaml:3:15: error: that is 14.5 pt; roles.body.line-height must be from 24 to 200 pt [out-of-range]"},
		{"size above the leading of a script", "scripts: {Arab: {roles: {body: {size: 30pt}}}}", "mine.yaml:3:32: error: that is 14.5 pt; scripts.Arab.roles.body.line-height must be from 24 to 200 pt [out-of-range]"},
		{"foot of the page", "page: {bottom-left: [weather]}", "[bad-value]"},
		{"break inside", "roles: {body: {break-inside: never}}", "[bad-value]"},
		{"columns of text", "parts: {kit: {text-columns: 2}}", "[unknown-field]"},
		{"offset", "parts: {kit: {span: 8, offset: 2}}", "[unknown-field]"},
		{"indent without unit", "roles: {body: {text-indent: 5}}", "[bad-length]"},
	} {
		t.Run(test.name, func(t *testing.T) {
			l, list := readString("layout: 1\nextends: feature\n" + test.yaml + "\n")
			if l != nil {
				t.Error("a layout was given")
			}
			if !strings.Contains(list.Error(), test.want) {
				t.Errorf("got:\n%v\nwant: %s", list, test.want)
			}
			if strings.Contains(test.want, "out-of-range") && len(list) > 1 {
				t.Errorf("one mistake is told in %d messages:\n%v", len(list), list)
			}
		})
	}
	if _, list := Load("feeture"); !list.HasErrors() {
		t.Error("unknown layout was loaded")
	}
	if _, list := readString("layout: 2\nextends: feature\n"); !strings.Contains(list.Error(), "mine.yaml:1:9: error: layouts of version 2 are not known [unknown-version]") {
		t.Error(list)
	}
	if _, list := readString("layout: 2\nextends: nothing\n"); !strings.Contains(list.Error(), "[unknown-layout]") {
		t.Error(list)
	}
}

// TestScripts holds that what a script says is laid over the role, and nothing else.
func TestScripts(t *testing.T) {
	l, list := readString(`layout: 1
extends: feature
roles: {body: {size: 9pt}}
scripts: {Arab: {roles: {body: {line-height: 12}}}}
`)
	if l == nil {
		t.Fatal(list)
	}
	own := l.Scripts["Arab"]
	if b := own[doc.RoleBody]; len(own) != 1 || b.Size != 9 || b.LineHeight != 21.75 || !b.Hyphens || l.Styles[doc.RoleBody].LineHeight != 14.5 {
		t.Errorf("%d roles, body %+v", len(own), b)
	}
	for _, test := range []struct{ text, want string }{
		{"scripts: {Arabic: {}}", "mine.yaml:3:11: error: \"Arabic\" is no code of a script [unknown-script]"},
		{"scripts: {Arab: {roles: {nothing: {}}}}", "there is no role \"nothing\" [unknown-role]"},
		{"scripts: {Arab: {roles: {body: {size: small}}}}", "\"small\" is no length [bad-length]"},
	} {
		if _, list := readString("layout: 1\nextends: feature\n" + test.text + "\n"); !strings.Contains(list.Error(), test.want) {
			t.Errorf("%s: %v, want %s", test.text, list, test.want)
		}
	}
}

// TestClassicValues and TestBulletinValues hold what makes these layouts.
func TestClassicValues(t *testing.T) {
	l := load(t, "classic")
	if p, _ := l.Sheet("A4"); p.Main != (doc.Region{Offset: 1.5, Span: 9}) || math.Abs(p.Start+p.ColumnX(1.5)-doc.MM(40.375)) > 0.01 {
		t.Errorf("the text stands in %+v", p.Main)
	}
	if l.Statistics.Look != doc.StatsBand || l.Quotes.Look != doc.QuoteRule || l.Opening.LeadIn != 30 || l.Opening.EndMark != "■" {
		t.Errorf("%+v %+v %+v", l.Statistics, l.Quotes, l.Opening)
	}
	body, q := l.Styles[doc.RoleBody], l.Styles[doc.RoleQuote]
	if body.Align != doc.AlignJustify || math.Abs(body.Indent-doc.MM(5)) > 0.01 || q.Align != doc.AlignCenter || !q.Italic {
		t.Errorf("body %+v, quotation %+v", body, q)
	}
}

func TestBulletinValues(t *testing.T) {
	l := load(t, "bulletin")
	if l.Page.Main != (doc.Region{Offset: 3, Span: 9}) || !l.Page.First.Rule.Double || l.Page.First.Lines != doc.CenterBox || len(l.Page.RunningLine) != 2 {
		t.Errorf("%+v", l.Page)
	}
	if l.Statistics.Look != doc.StatsGrid || !l.Quotes.Beside || !l.Sections.Subheads || !l.Sections.Date || !l.Sections.End {
		t.Errorf("%+v %+v %+v", l.Statistics, l.Quotes, l.Sections)
	}
	if l.Parts.Kit.NewPage || l.Parts.End.Foot { // one page after another is filled
		t.Errorf("%+v %+v", l.Parts.Kit, l.Parts.End)
	}
	if b, ar := l.Styles[doc.RoleBody], l.Scripts["Arab"][doc.RoleBody].Rounded(); b.Size != 9.5 || b.LineHeight != 14.5 || ar.Size != 12 || ar.LineHeight != 21.75 {
		t.Errorf("body %g/%g, in Arabic %g/%g", b.Size, b.LineHeight, ar.Size, ar.LineHeight)
	}
}

// One misspelt key must not drown in what seems to be missing for it.
func TestMisspeltKeyStandsAlone(t *testing.T) {
	_, list := readString("layout: 1\npages: {}\n")
	if len(list) != 1 || !strings.HasPrefix(list[0].String(), "mine.yaml:2:1: error: unknown field \"pages\"") {
		t.Errorf("got:\n%v", list)
	}
}

func readString(s string) (*Layout, diag.List) {
	return Read(fstest.MapFS{"mine.yaml": {Data: []byte(s)}}, "mine.yaml")
}

func FuzzRead(f *testing.F) {
	data, err := builtIn.ReadFile("feature.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data))
	f.Add("layout: 1\nextends: feature\nroles: {body: {size: 10pt, steps: [{size: 9pt}]}}\n")
	f.Fuzz(func(t *testing.T, s string) {
		l, list := readString(s)
		if l == nil && !list.HasErrors() {
			t.Fatal("neither a layout nor an error")
		}
		for _, d := range list {
			if name := d.Span.Name(); name != "mine.yaml" {
				t.Fatalf("placed in %q: %v", name, d)
			}
		}
		if l != nil {
			for _, role := range doc.BlockRoles() {
				if s := l.Styles[role]; s.Size < minSize || s.LineHeight <= 0 {
					t.Fatalf("%s: %+v", role, s)
				}
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		load(b, "feature")
	}
}

// In no built-in layout does a line of text stand alone on a page, or a word on the
// last line of a heading.
func TestNoLineAlone(t *testing.T) {
	for _, name := range Names() {
		l, list := Load(name)
		if l == nil {
			t.Fatal(list)
		}
		for _, role := range []doc.Role{doc.RoleLede, doc.RoleBody, doc.RoleListItem, doc.RoleQuoteBlock, doc.RoleAnswer, doc.RolePersonText, doc.RoleBoilerplate, doc.RoleCode, doc.RoleNote} {
			if s := l.Styles[role]; s.Orphans < 2 || s.Widows < 2 {
				t.Errorf("%s: %s leaves %d lines and carries %d over", name, role, s.Orphans, s.Widows)
			}
		}
		for _, role := range []doc.Role{doc.RoleHeadline, doc.RoleStandfirst, doc.RoleSubhead, doc.RoleSubhead2, doc.RoleQuestion, doc.RoleSectionTitle, doc.RoleEndHeading} {
			if !l.Styles[role].Balance {
				t.Errorf("%s: %s is not balanced", name, role)
			}
		}
	}
}
