package layouts

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
)

// fits reports what has no room on a sheet: text between margins, heads and logos,
// lines beside these, the footer. What is too long for it in a release is reported
// when that is set.
func (r *reader) fits(l *Layout) {
	height := doc.Pt(math.Inf(1)) // of the lowest sheet
	for _, name := range Sheets() {
		page, _ := l.Sheet(name)
		height = min(height, page.Height)
		if page.SpanWidth(1) < minColumn || page.Height-page.Top-page.Bottom < minText {
			r.list.Add(r.topmost("page.margins.start", "page.margins.end", "page.margins.top", "page.margins.bottom", "page.gutter", "page.columns"),
				"no-room", "margins and gutters leave no room for text on %s", name)
			return
		}
	}
	p := &l.Page
	if !r.headFits(l, "page.first", p.First, p.Logo, "page.logo", height) || !r.headFits(l, "page.running", p.Running, p.RunningLogo, "page.running-logo", height) {
		return
	}

	foot := p.Footer + l.Styles[doc.RoleFooter].LineHeight
	if p.FooterRule.Width > 0 {
		foot += footerRule * p.Baseline / 8
	}
	if foot > p.Bottom {
		r.list.Add(r.topmost("page.footer", "page.margins.bottom", "roles.footer.line-height"),
			"no-room", "the footer has no room in the bottom margin of %s", millimetres(p.Bottom)).
			Hint = "page.footer may be up to " + millimetres(p.Bottom-foot+p.Footer) + " here"
	}
}

// footerRule is the space below the rule over the footer, in modules.
const footerRule = 3

// headFits reports a head that leaves no room for text, that its logo is too high
// for, or that has no room for the lines of a part.
func (r *reader) headFits(l *Layout, field string, head doc.Head, logo doc.Pt, logoField string, sheet doc.Pt) (ok bool) {
	p, module := &l.Page, l.Page.Baseline/8
	if over := minText - (sheet - p.Top - p.Bottom - head.Height - head.After); over > 0 {
		r.list.Add(r.topmost(field+".height", field+".after", "page.baseline", "page.margins.top", "page.margins.bottom"),
			"no-room", "%s leaves no room for text", field).
			Hint = fmt.Sprintf("height and after may be up to %.0f modules together: heights count modules of %.4g pt", math.Floor((head.Height+head.After-over)/module), module)
		return false
	}
	room := head.Height - head.Rule.Width - head.Padding // over which the top margin is free
	if head.Logo != doc.NoBox && logo > room+p.Top {
		r.list.Add(r.topmost(logoField, field+".height", field+".padding", "page.margins.top"),
			"no-room", "%s has no room for a logo of %s: it would leave the sheet", field, millimetres(logo)).
			Hint = "here it may be up to " + millimetres(room+p.Top) + " high; " + field + ".height makes room for more"
		return false
	}
	if head.Lines == doc.NoBox || field == "page.running" && len(p.RunningLine) > 0 {
		return true
	}
	one, more := l.Styles[doc.RoleMasthead].LineHeight, l.Styles[doc.RoleMastheadLine].LineHeight
	room += p.Top / 2
	for _, part := range l.Parts.named() {
		if n := len(part.Masthead); n > 0 && one+doc.Pt(n-1)*more > room {
			r.list.Add(r.topmost("parts."+part.name+".masthead", field+".height", field+".padding", "roles.masthead.line-height", "roles.masthead-line.line-height"),
				"no-room", "%s has no room for %d lines", field, n).
				Hint = fmt.Sprintf("there is room for %.0f", max(0, 1+math.Floor((room-one)/more)))
			return false
		}
	}
	return true
}

// namedPart is a part with its key.
type namedPart struct {
	name string
	Part
}

func (p Parts) named() []namedPart {
	return []namedPart{{"head", p.Head}, {"release", p.Release}, {"kit", p.Kit}, {"end", p.End}}
}

func millimetres(v doc.Pt) string {
	return fmt.Sprintf("%.3g mm", max(0, math.Floor(v*25.4/72*10+1e-6)/10))
}

// effects warns of what the writer says and what changes nothing.
func (r *reader) effects(l *Layout, f *file) {
	s, page := l.Statistics, &l.Page
	wide := s.Look == doc.StatsBand || s.Look == doc.StatsGrid
	look := func() string { return string(cmp.Or(f.Statistics.Look, "cards")) }
	if s.Bleed && (!s.Ground || wide || s.Look == doc.Cards) {
		r.noEffect("a ground to the edges needs ground: true, and look: tiles or list", "statistics.bleed")
	}
	if s.Across > 0 && s.Look == doc.Cards {
		r.noEffect("look: cards counts by itself how many stand side by side", "statistics.across")
	}
	switch {
	case s.Place != Sidebar:
	case wide:
		r.noEffect("look: "+look()+" takes the whole width", "statistics.place")
	case !l.hasSide(l.Parts.Release) && l.has(StatsSlot):
		r.noEffect(fmt.Sprintf("statistics have no room beside the text: that needs %d columns; write statistics: {place: band}, or leave them free", leastSide),
			"statistics.place", "parts.release.span", "parts.release.start", "parts.release.region", "page.regions.main.span", "page.regions.main.start", "page.regions.sidebar")
	}
	for _, b := range []struct {
		set  bool
		key  string
		part Part
	}{
		{l.Sections.Subheads, "sections.subheads-beside", l.Parts.Release}, {l.Sections.Date, "sections.date-beside", l.Parts.Head},
		{l.Sections.End, "sections.end-beside", l.Parts.End}, {l.Quotes.Beside, "quotes.speaker", l.Parts.Release},
	} {
		if b.set && (b.part.Offset < leastLabel || page.Panels.Span > 0 && page.Panels.Offset < b.part.Offset) {
			r.noEffect(fmt.Sprintf("that needs %d free columns before the text: page: {regions: {main: {start: 4, span: 9}}}", leastLabel), b.key)
		}
	}
	if page.Sidebar.Ground == "" && page.Panels.Ground == "" && f.Page.Regions.Sidebar.Ground.Given() {
		fields := []string{"page.regions.sidebar.ground", "page.regions.sidebar.start"}
		for _, p := range l.Parts.named() {
			fields = append(fields, "parts."+p.name+".region", "parts."+p.name+".start", "parts."+p.name+".span")
		}
		r.noEffect("a ground needs a sidebar whose columns no part takes", fields...)
	}
	r.boxes("page.first", &f.Page.First)
	r.boxes("page.running", &f.Page.Running)
}

// leastLabel is how many columns what stands before the text needs.
const leastLabel = 2

// boxes warns of a logo, or lines, in several margin boxes: the last one counts.
func (r *reader) boxes(field string, f *headFile) {
	for _, what := range []headBox{"logo", "lines"} {
		var keys []string
		for _, b := range []struct {
			key string
			has headBox
		}{{"top-left", f.TopLeft}, {"top-center", f.TopCenter}, {"top-right", f.TopRight}} {
			if b.has == what {
				keys = append(keys, b.key)
			}
		}
		if n := len(keys); n > 1 {
			r.noEffect(fmt.Sprintf("%s stands in one box, here in %s; write %s: none", what, keys[n-1], keys[0]), field+"."+keys[0], field+"."+keys[n-1])
		}
	}
}

// noEffect warns of a field without effect, or of the one that takes its effect away,
// if the writer says either.
func (r *reader) noEffect(why string, fields ...string) {
	at := r.topmost(fields...)
	if at.IsZero() || r.rank(at) >= r.own {
		return
	}
	d := r.list.Add(at, "no-effect", "%s has no effect here", fields[0])
	d.Severity, d.Hint = diag.Warning, why
}

// hasSide reports whether a panel has room beside a part.
func (l *Layout) hasSide(p Part) bool {
	text := p.columns()
	for _, r := range []doc.Region{l.Page.Sidebar, l.Page.Panels} {
		if r.Span > 0 {
			return !r.Over(text)
		}
	}
	return float64(l.Page.Columns)-text.End() >= leastSide
}

// has reports whether a section has a slot.
func (l *Layout) has(s Slot) bool {
	for _, p := range l.Parts.named() {
		if slices.Contains(p.Slots, s) {
			return true
		}
	}
	return false
}

func (p Part) columns() doc.Region { return doc.Region{Offset: p.Offset, Span: p.Span} }
