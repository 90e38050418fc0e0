package layouts

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/source"
)

// The bounds of what a layout may ask for.
const (
	maxColumns = 24

	mostTextColumns = 3
	maxSteps        = 12
	maxLength       = 2000.0 // points: longer than any sheet
	minColumn       = 6.0    // points: width of a grid column
	minText         = 200.0  // points: height of the text area

	minBaseline, maxBaseline = 6.0, 60.0 // points: of what spaces are multiples
)

// reader turns a file into a layout and gathers what is wrong with it.
type reader struct {
	list  diag.List
	doc   *source.Doc
	files []*diag.Source // the layout's, then those below it
	own   int            // how many of them are not built in
	scale scale

	colors map[doc.ColorName]diag.Span
}

func (r *reader) read(at layer) *Layout {
	r.doc = r.parse(at)
	if r.doc == nil {
		return nil
	}
	var f file
	misread := r.doc.Decode(&f)
	explainForeign(misread)
	r.list = append(r.list, misread...)
	if f.Layout.Given() && f.Layout.Value != 1 {
		r.list.Add(f.Layout.Span, "unknown-version", "layouts of version %d are not known", f.Layout.Value).
			Hint = "write layout: 1"
	}
	l := &Layout{
		Name:       strings.TrimSuffix(path.Base(at.name), path.Ext(at.name)),
		Title:      f.Title.Value,
		Page:       r.page(&f.Page),
		Statistics: Statistics{Place: orElse(f.Statistics.Place, Sidebar)},
		Sections:   r.sections(&f),
		People:     People{Round: f.People.Portrait == "round"},
	}
	l.Parts = Parts{
		Head:    r.part(&f.Parts.Head, "parts.head", &l.Page),
		Release: r.part(&f.Parts.Release, "parts.release", &l.Page),
		Kit:     r.part(&f.Parts.Kit, "parts.kit", &l.Page),
		End:     r.part(&f.Parts.End, "parts.end", &l.Page),
	}
	r.onceEach(&f)
	r.footLast(&f)
	r.coverFirst(&f)
	r.looks(l, &f)
	l.panels()
	l.Pictures = Pictures{Columns: r.integer(f.Pictures.Columns, 3, 1, 6), Aspect: r.number(f.Pictures.Aspect, 1.5, 0.2, 5)}
	if i := slices.Index(float("").Allowed(), string(f.Pictures.Float)); i > 0 {
		l.Pictures.Float = doc.Float(i)
	}
	l.Contents.From = r.integer(f.Contents.From, 3, 0, 100)
	l.Contents.Words = r.integer(f.Contents.Words, 0, 0, 100_000)
	r.roles(l, f.Roles, "roles")
	r.scripts(l, &f)
	l.Colors = r.colors
	r.misfits()
	if !r.list.HasErrors() {
		r.fits(l)
		r.effects(l, &f)
	}
	if misread.HasErrors() {
		// What seems to be missing may be what is misspelt.
		r.list = slices.DeleteFunc(r.list, func(d diag.Diagnostic) bool { return strings.HasPrefix(d.Rule, "missing-") })
	}
	return l
}

func (r *reader) page(f *pageFile) Page {
	p := Page{
		Size:        string(f.Size),
		Top:         r.length(f.Margins.Top, "page.margins.top", 0, maxLength),
		Bottom:      r.length(f.Margins.Bottom, "page.margins.bottom", 0, maxLength),
		Start:       r.length(f.Margins.Start, "page.margins.start", 0, maxLength),
		End:         r.length(f.Margins.End, "page.margins.end", 0, maxLength),
		Baseline:    r.readScale(f),
		Grid:        f.Grid,
		Columns:     r.integer(f.Columns, 12, 1, maxColumns),
		Gutter:      r.length(f.Gutter, "page.gutter", 0, maxLength),
		Footer:      r.length(f.Footer, "page.footer", 0, maxLength),
		Logo:        r.length(f.Logo, "page.logo", 0, maxLength),
		RunningLogo: r.length(f.RunningLogo, "page.running-logo", 0, maxLength),
		FootStart:   f.FootStart, FootCenter: f.FootCenter, FootEnd: f.FootEnd,
		RunningLine: f.Running.Line,
		FooterRule:  r.border(&f.FooterRule, "page.footer-rule"),
	}
	module := p.Baseline / 8
	p.First, p.Running = r.head(&f.First, "page.first", module), r.head(&f.Running, "page.running", module)
	r.regions(&p, &f.Regions.Main, &f.Regions.Sidebar)
	return p
}

func (r *reader) part(f *partFile, field string, page *Page) Part {
	region := page.Main
	if f.Region == "full" || f.Region == "cover" {
		region = doc.Region{Span: page.Columns}
	}
	region.Span = r.integer(f.Span, region.Span, 1, maxColumns)
	region.Offset = r.number(f.Start, region.Offset+1, 1, maxColumns) - 1
	if f.Start.Given() || f.Span.Given() {
		r.reaches(region, page.Columns, field, ".start", ".span")
	}
	return Part{
		Span: region.Span, Offset: region.Offset,
		Columns:  r.integer(f.Columns, 1, 1, mostTextColumns),
		Cover:    f.Region == "cover",
		NewPage:  f.NewPage,
		Foot:     f.Foot,
		Masthead: f.Masthead,
		Slots:    f.Slots,
	}
}

// footLast reports parts at the foot of a page that others would follow.
func (r *reader) footLast(f *file) {
	for _, p := range []struct {
		field string
		foot  bool
	}{
		{"parts.head", f.Parts.Head.Foot}, {"parts.release", f.Parts.Release.Foot}, {"parts.kit", f.Parts.Kit.Foot},
	} {
		if p.foot {
			r.list.Add(r.doc.At(p.field+".foot"), "bad-foot", "%s cannot stand at the foot: other parts follow it", p.field).
				Hint = "only parts.end, the last part, may say foot: true"
		}
	}
}

// coverFirst reports parts that cannot be a cover, since others stand before them.
func (r *reader) coverFirst(f *file) {
	for _, p := range []struct {
		field  string
		region region
	}{{"parts.release", f.Parts.Release.Region}, {"parts.kit", f.Parts.Kit.Region}, {"parts.end", f.Parts.End.Region}} {
		if p.region == "cover" {
			r.list.Add(r.doc.At(p.field+".region"), "bad-region", "%s cannot be the cover: other parts stand before it", p.field).
				Hint = "only parts.head, the first part, may say region: cover"
		}
	}
}

// onceEach reports slots that stand twice.
func (r *reader) onceEach(f *file) {
	seen := map[Slot]string{} // where it stands
	for _, p := range []struct {
		field string
		slots []Slot
	}{
		{"parts.head.slots", f.Parts.Head.Slots}, {"parts.release.slots", f.Parts.Release.Slots},
		{"parts.kit.slots", f.Parts.Kit.Slots}, {"parts.end.slots", f.Parts.End.Slots},
	} {
		for i, s := range p.slots {
			at := fmt.Sprintf("%s[%d]", p.field, i)
			before, twice := seen[s]
			seen[s] = at
			if !twice {
				continue
			}
			hint := "each section stands once"
			for _, other := range []string{before, at} {
				if r.rank(r.doc.At(other)) >= r.own && r.own > 0 {
					hint += "; say " + other[:strings.IndexByte(other, '[')] + " too, without it"
				}
			}
			r.list.Add(r.topmost(at, before), "duplicate-slot", "%q has a slot already", s).Hint = hint
		}
	}
	for _, s := range []Slot{Headline, Lede, Body} {
		if _, ok := seen[s]; !ok {
			r.list.Add(r.topmost("parts.head.slots", "parts.release.slots", "parts.kit.slots", "parts.end.slots"), "missing-slot", "%q has no slot", s).
				Hint = "a layout must print headline, lede and body"
		}
	}
}

// roles reads the roles of a field.
func (r *reader) roles(l *Layout, given source.Map[roleFile], field string) {
	l.Styles = map[doc.Role]doc.Style{}
	l.Adjacent = map[doc.Role]map[doc.Role]doc.Pt{}
	blocks, runs := doc.BlockRoles(), doc.RunRoles()
	for _, item := range given {
		role := doc.Role(item.Key)
		block := slices.Contains(blocks, role)
		if !block && !slices.Contains(runs, role) {
			r.list.Add(item.KeySpan, "unknown-role", "there is no role %q", item.Key).
				Hint = "roles are: " + strings.Join(words(slices.Concat(blocks, runs)), ", ")
			continue
		}
		v := item.Value
		l.Styles[role] = r.style(&v, field+"."+item.Key, block, l.Page.Baseline/8)
		if len(v.Adjacent) > 0 {
			l.Adjacent[role] = r.adjacent(v.Adjacent, l.Page.Baseline/8)
		}
	}
}

// shownRoles is how many roles a message names.
const shownRoles = 5

// someOf names the first few roles.
func someOf(roles []string) string {
	if len(roles) <= shownRoles {
		return strings.Join(roles, ", ")
	}
	return strings.Join(roles[:shownRoles], ", ") + " …"
}

func orElse[T ~string](v, otherwise T) T {
	if v == "" {
		return otherwise
	}
	return v
}
