package layouts

import (
	"fmt"
	"maps"
	"math"
	"reflect"
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
// space is a whole number of modules. Sizes are those that Word has, and readable.
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
	if s.Size != 0 && s.Size < 7.3 || !whole(s.Size*2) {
		t.Errorf("%s is set in %g pt", what, s.Size)
	}
	for _, step := range s.Steps {
		if !whole(step.LineHeight/module) || !whole(step.Size*2) {
			t.Errorf("%s: step of %g/%g pt", what, step.Size, step.LineHeight)
		}
	}
}

func TestFeatureValues(t *testing.T) {
	l := load(t, "")
	h := l.Styles[doc.RoleHeadline]
	if h.Size != 27 || h.LineHeight != 32.625 || h.Weight != 800 || h.Tracking != -0.02 || len(h.Steps) != 3 || h.MaxLines != 3 {
		t.Errorf("headline: %+v", h)
	}
	if got := l.Adjacent[doc.RoleHeadline][doc.RoleStandfirst]; got != 5*14.5/8 {
		t.Errorf("space between headline and standfirst: %g", got)
	}
	if k := l.Styles[doc.RoleKicker]; !k.Caps || k.Color != doc.Primary || k.Family != doc.HeadingsFamily || k.Before != 14*14.5/8 {
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
	if q := l.Styles[doc.RoleQuote]; q.Size != 14 || q.LineHeight != 10.5*14.5/8 || !q.SpanAll { // 13.8, to half a point
		t.Errorf("quote: %+v", q)
	}
	if b := l.Styles[doc.RoleBody]; b.Size != 11 || math.Abs(b.Indent-doc.MM(5)) > 1e-9 {
		t.Errorf("body: %+v", b)
	}
	if h := l.Styles[doc.RoleHeadline]; h.Size != 27 || h.Steps[2].Size != 17.5 {
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
		{"step too large", "roles: {body: {size: scale(30)}}", "mine.yaml:3:22: error: that is 359.5 pt; roles.body.size must be from 3 to 200 pt [out-of-range]"},
		{"steep scale", "page: {scale: {ratio: 1.3}}", "mine.yaml:3:15: error: sizes or leadings of feature do not fit this scale: headline, quote-wide, stat-value, stat-highlight, section-title [out-of-range]"},
		{"flat scale", "page: {scale: {ratio: 1.01}}", "mine.yaml:3:15: error: sizes or leadings of feature do not fit this scale: headline [out-of-range]"},
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

// What a layout leaves out is that of feature.
func TestWithoutExtends(t *testing.T) {
	l, list := readString("layout: 1\ntitle: Mine\nstatistics: {most: 4}\n")
	if len(list) > 0 {
		t.Fatal(list)
	}
	feature := load(t, "feature")
	if l.Title != "Mine" || l.Statistics.Most != 4 || !reflect.DeepEqual(l.Styles, feature.Styles) || !reflect.DeepEqual(l.Parts, feature.Parts) {
		t.Errorf("%+v", l)
	}
}

// A layout may lie over others of the writer's own, by paths within the project.
func TestExtendsFiles(t *testing.T) {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"press/ours.yaml":    "layout: 1\nextends: ../base.yml\nroles: {body: {weight: 500}}\n",
		"base.yml":           "extends: press/classic.yaml\nroles: {body: {weight: 300, align: end}}\n",
		"press/classic.yaml": "extends: classic\ntitle: Own\n", // by the name of the one that is built in
		"mine.json":          `{"extends": "base.yml"}`,
		"round.yaml":         "extends: trip.yaml\n",
		"trip.yaml":          "title: Trip\nextends: round.yaml\n",
		"self.yaml":          "extends: ./self.yaml\n",
		"out.yaml":           "extends: ../base.yml\n",
		"abs.yaml":           "extends: /base.yml\n",
		"gone.yaml":          "layout: 1\nextends: nothing.yaml\n",
		"bare.yaml":          "extends: base\n",
		"list.yaml":          "extends: [base.yml]\n",
		"wrong.yaml":         "roles: {body: {weight: 3000}}\n",
		"on-wrong.yaml":      "extends: wrong.yaml\n",
		"small.yaml":         "page: {scale: {base: 9pt}}\nroles: {body: {line-height: 7pt}}\n", // too little for its own scale
		"on-small.yaml":      "extends: small.yaml\n",
		"larger.yaml":        "roles: {body: {line-height: 10pt}}\n",
		"on-larger.yaml":     "extends: larger.yaml\npage: {scale: {base: 13pt}}\n", // that of the other does not fit
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for i := range 9 {
		files[fmt.Sprintf("d%d.yaml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "extends: d%d.yaml\n", i+1)}
	}
	files["d8.yaml"] = &fstest.MapFile{Data: []byte("title: Deep\n")}
	l, list := Read(files, "press/ours.yaml")
	if len(list) > 0 {
		t.Fatal(list)
	}
	if b := l.Styles[doc.RoleBody]; b.Weight != 500 || b.Align != doc.AlignEnd || l.Title != "Own" || l.Statistics.Look != doc.StatsBand {
		t.Errorf("%s: body %+v", l.Title, b)
	}
	if got := Files(files, "press/ours.yaml"); !slices.Equal(got, []string{"press/ours.yaml", "base.yml", "press/classic.yaml"}) {
		t.Error(got)
	}
	if _, list := Read(files, "d1.yaml"); len(list) > 0 {
		t.Error(list)
	}
	for name, want := range map[string]string{
		"mine.json":      "",
		"trip.yaml":      "round.yaml:1:10: error: \"trip.yaml\" leads back to itself [layout-cycle]",
		"self.yaml":      "self.yaml:1:10: error: \"./self.yaml\" leads back to itself [layout-cycle]",
		"out.yaml":       "out.yaml:1:10: error: \"../base.yml\" does not name a file in this project [bad-path]",
		"abs.yaml":       "abs.yaml:1:10: error: \"/base.yml\" does not name a file in this project [bad-path]",
		"gone.yaml":      "gone.yaml:2:10: error: \"nothing.yaml\": cannot read the file: there is no such file [missing-file]",
		"bare.yaml":      "bare.yaml:1:10: error: there is no built-in layout \"base\" to extend [unknown-layout]",
		"list.yaml":      "list.yaml:1:10: error: \"extends\" must be text, not a list [wrong-type]",
		"on-wrong.yaml":  "wrong.yaml:1:24: error: 3000 is not from 100 to 900 [out-of-range]",
		"on-small.yaml":  "small.yaml:2:29: error: that is 7 pt; roles.body.line-height must be from 7.2 to 200 pt [out-of-range]",
		"on-larger.yaml": "on-larger.yaml:2:15: error: sizes or leadings of larger do not fit this scale: body [out-of-range]",
		"d0.yaml":        "d7.yaml:1:10: error: more than 8 layouts lie over each other [too-deep]",
	} {
		if _, list := Read(files, name); list.Error() != want && (want == "" || len(list) != 1 || !strings.HasPrefix(list.Error(), want)) {
			t.Errorf("%s: got:\n%v\nwant: %s", name, list, want)
		}
	}
}

// What is wrong with two layouts together is placed where the writer says something,
// and never in a file that is not theirs.
func TestErrorsAreInTheWritersFile(t *testing.T) {
	for _, test := range []struct{ yaml, want string }{
		{"page: {columns: 6}", "mine.yaml:2:17: error: page.regions.main takes columns 1 to 8, and the grid has 6 [out-of-range]"},
		{"parts: {head: {slots: [headline, statistics]}}", "mine.yaml:2:34: error: \"statistics\" has a slot already [duplicate-slot]"},
		{"parts: {kit: {slots: [lede]}}", "mine.yaml:2:23: error: \"lede\" has a slot already [duplicate-slot]"},
		{"parts: {release: {slots: [lede]}}", "mine.yaml:2:26: error: \"body\" has no slot [missing-slot]"},
		{"page: {gutter: 100mm}", "mine.yaml:2:16: error: margins and gutters leave no room for text on A4 [no-room]"},
		{"page: {regions: {main: {span: 13}}}", "mine.yaml:2:31: error: page.regions.main takes columns 1 to 13, and the grid has 12 [out-of-range]"},
		{"extends: margin\npage: {regions: {main: {span: 12}}}", "mine.yaml:3:31: error: the sidebar overlaps the columns of the text [bad-region]"},
		{"extends: margin\npage: {columns: 9, regions: {main: {span: 8}}}", "mine.yaml:3:17: error: page.regions.sidebar takes columns 10 to 12, and the grid has 9 [out-of-range]"},
	} {
		_, list := readString("layout: 1\n" + test.yaml + "\n")
		if len(list) == 0 || !strings.HasPrefix(list[0].String(), test.want) {
			t.Errorf("%s: got:\n%v\nwant: %s", test.yaml, list, test.want)
		}
		for _, d := range list {
			if d.Span.Name() != "mine.yaml" {
				t.Errorf("%s: %v", test.yaml, d)
			}
		}
	}
}

// TestSense holds that what cannot be set is an error, and that what changes nothing is
// a warning, where the writer says it.
func TestSense(t *testing.T) {
	for _, test := range []struct{ yaml, want string }{
		{"page: {first: {height: 400}}", "mine.yaml:1:24: error: page.first leaves no room for text [no-room]"},
		{"page: {running: {after: 390}}", "mine.yaml:1:25: error: page.running leaves no room for text [no-room]"},
		{"page: {footer: 250mm}", "mine.yaml:1:16: error: the footer has no room in the bottom margin of 23 mm [no-room]\n  hint: page.footer may be up to 19.1 mm here"},
		{"page: {margins: {bottom: 12mm}}", "mine.yaml:1:26: error: the footer has no room in the bottom margin of 12 mm [no-room]"},
		{"page: {logo: 100mm}", "mine.yaml:1:14: error: page.first has no room for a logo of 100 mm: it would leave the sheet [no-room]\n  hint: here it may be up to 29.9 mm"},
		{"page: {running: {height: 0}, running-logo: 20mm}", "mine.yaml:1:44: error: page.running has no room for a logo of 20 mm"},
		{"parts: {head: {masthead: [genre, kit, date, place, publisher, timing, genre]}}", "mine.yaml:1:26: error: page.first has no room for 7 lines [no-room]\n  hint: there is room for 5"},
		{"page: {running: {height: 0}}", "mine.yaml:1:26: error: page.running has no room for 2 lines [no-room]"},
		{"roles: {body: {line-height: 1.4}}", "[out-of-range]\n  hint: a number without a unit counts modules, eighths of page.baseline: 1.4 times the size is about 8, which is 14.5 pt"},
		{"roles: {headline: {line-height: 1}}", "1 times the size is about 15, which is 27.19 pt"},
		{"roles: {body: {font-size: 10pt}}", "unknown field \"font-size\" [unknown-field]\n  hint: write size; allowed here: "},
		{"roles: {body: {text-align: center}}", "hint: write align; allowed here: "},
		{"roles: {body: {margin-top: 1em}}", "hint: write before, which counts modules; allowed here: "},
		{"roles: {body: {align: left}}", "cannot be \"left\" [bad-value]\n  hint: write start, which is left where the text runs from the left; allowed here: "},
		{"page: {margins: {right: 10mm}}", "hint: write end, which is right where the text runs from the left; allowed here: "},
		{"page: {size: A5}", "mine.yaml:1:14: error: \"page.size\" cannot be \"A5\" [bad-value]"},

		{"statistics: {bleed: true}", "mine.yaml:1:21: warning: statistics.bleed has no effect here [no-effect]"},
		{"statistics: {across: 3}", "mine.yaml:1:22: warning: statistics.across has no effect here [no-effect]"},
		{"statistics: {look: band, place: sidebar}", "mine.yaml:1:33: warning: statistics.place has no effect here [no-effect]\n  hint: look: band takes the whole width"},
		{"sections: {subheads-beside: true}", "mine.yaml:1:29: warning: sections.subheads-beside has no effect here [no-effect]"},
		{"quotes: {speaker: beside}", "mine.yaml:1:19: warning: quotes.speaker has no effect here [no-effect]"},
		{"page: {first: {top-center: logo}}", "mine.yaml:1:28: warning: page.first.top-left has no effect here [no-effect]\n  hint: logo stands in one box, here in top-center; write top-left: none"},
		{"parts: {release: {region: full}}", "mine.yaml:1:27: warning: statistics.place has no effect here [no-effect]"},
		{"page: {regions: {main: {start: 3, span: 9}}}", "mine.yaml:1:41: warning: statistics.place has no effect here [no-effect]"},
		{"page: {regions: {sidebar: {start: 9, span: 4, ground: tint}}}", "mine.yaml:1:55: warning: page.regions.sidebar.ground has no effect here [no-effect]"},

		{"page: {size: Letter}", ""},
		{"statistics: {look: tiles, ground: true, bleed: true, across: 3, place: band}", ""},
		{"statistics: {look: band}", ""},
		{"extends: bulletin\nsections: {subheads-beside: true}", ""},
		{"page: {first: {top-center: logo, top-left: none}}", ""},
		{"page: {regions: {main: {start: 5, span: 8}}}", ""},
		{"parts: {release: {region: full}}\nstatistics: {place: band}", ""},
	} {
		_, list := readString(test.yaml + "\n")
		if got := list.Error(); len(list) > 1 || (got == "") != (test.want == "") || !strings.Contains(report(list), test.want) {
			t.Errorf("%s: got:\n%swant: %s", test.yaml, report(list), test.want)
		}
	}
}

// report is a list with its hints.
func report(list diag.List) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "%v\n  hint: %s\n", d, d.Hint)
	}
	return b.String()
}

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
		{"extends: margin\npage: {regions: {main: {start: 5}, sidebar: {start: 1}}}", doc.Region{}, doc.Region{Span: 3}},
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
	if b, ar := l.Styles[doc.RoleBody], l.Scripts["Arab"][doc.RoleBody]; b.Size != 9.5 || b.LineHeight != 14.5 || ar.Size != 12 || ar.LineHeight != 21.75 {
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
