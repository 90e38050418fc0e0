package layouts

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/source"
)

// file is a layout as it is written.
type file struct {
	Layout  source.Integer `key:"layout" doc:"The version of this format: 1."`
	Extends source.Text    `key:"extends" doc:"A built-in layout to start from: only what differs is said here."`
	Title   source.Text    `key:"title" doc:"What the layout is, in a few words."`

	Page  pageFile `key:"page" doc:"The geometry that does not depend on the sheet."`
	Parts struct {
		Head    partFile `key:"head" doc:"The headline block."`
		Release partFile `key:"release" doc:"The text of the release."`
		Kit     partFile `key:"kit" doc:"The sections after the release."`
		End     partFile `key:"end" doc:"Boilerplate and contacts."`
	} `key:"parts" doc:"The four divisions of a kit, in order."`

	Statistics struct {
		Place Place          `key:"place" doc:"sidebar beside the text, or band over the whole width."`
		Most  source.Integer `key:"most" doc:"More statistics than this stand in a band."`
	} `key:"statistics" doc:"How figures are shown."`
	Quotes struct {
		Words source.Integer `key:"words" doc:"A longer pull quote is cut, with an ellipsis."`
	} `key:"quotes" doc:"How callouts are shown."`
	Sections struct {
		Beside []Slot `key:"beside" doc:"Sections whose titles stand beside their content."`
	} `key:"sections" doc:"Where the titles of sections stand."`
	People struct {
		Portrait portrait `key:"portrait" doc:"How portraits are cropped."`
	} `key:"people" doc:"How people are shown."`
	Pictures struct {
		Columns source.Integer `key:"columns" doc:"How many columns."`
		Aspect  source.Number  `key:"aspect" doc:"Width by height of a picture of the gallery."`
		Float   float          `key:"float" doc:"Where figures stand on their page: in the text, or at the head or foot of the column."`
	} `key:"pictures" doc:"How pictures are shown."`
	Contents struct {
		From  source.Integer `key:"from" doc:"From so many sections on; 0 for never."`
		Words source.Integer `key:"words" doc:"Least words of the text of a release that has a table of contents."`
	} `key:"contents" doc:"When the kit has a table of contents."`

	Roles source.Map[roleFile] `key:"roles" doc:"How each role is set."`
}

type pageFile struct {
	Margins struct {
		Top    source.Text `key:"top" doc:"Above the text."`
		Bottom source.Text `key:"bottom" doc:"Below the text."`
		Start  source.Text `key:"start" doc:"Left of a text that runs to the right."`
		End    source.Text `key:"end" doc:"Right of a text that runs to the right."`
	} `key:"margins" doc:"From the edges of the sheet to the text, with their units: 18mm."`
	Baseline    source.Text    `key:"baseline" doc:"The line height of the text; an eighth of it is a module, in which spaces count."`
	Grid        bool           `key:"baseline-grid" doc:"Whether lines stand on one grid and pages end even."`
	Columns     source.Integer `key:"columns" doc:"How many columns."`
	Gutter      source.Text    `key:"gutter" doc:"Between columns."`
	Footer      source.Text    `key:"footer" doc:"From the foot of the sheet to the footer."`
	Logo        source.Text    `key:"logo" doc:"Height of the logo on the first page."`
	RunningLogo source.Text    `key:"running-logo" doc:"Height of the logo on later pages."`
}

type partFile struct {
	Span     source.Integer `key:"span" doc:"How many columns of the grid the text takes, from the start side."`
	NewPage  bool           `key:"new-page" doc:"Whether it starts a page."`
	Foot     bool           `key:"foot" doc:"Whether it stands at the foot of the last page."`
	Masthead []Line         `key:"masthead" doc:"The lines beside the logo."`
	Slots    []Slot         `key:"slots" doc:"The sections it holds, in order."`
}

// The bounds of what a layout may ask for.
const (
	maxColumns = 24
	maxSteps   = 12
	maxLength  = 2000.0 // points: longer than any sheet
	minColumn  = 6.0    // points: width of a grid column
	minText    = 200.0  // points: height of the text area

	minBaseline, maxBaseline = 6.0, 60.0 // points: of what spaces are multiples
)

// reader turns a file into a layout and gathers what is wrong with it.
type reader struct {
	list diag.List
	doc  *source.Doc
}

func (r *reader) read(fsys fs.FS, name string) *Layout {
	r.doc = r.parse(fsys, name)
	if r.doc == nil {
		return nil
	}
	var f file
	misread := r.doc.Decode(&f)
	r.list = append(r.list, misread...)
	if f.Layout.Given() && f.Layout.Value != 1 {
		r.list.Add(f.Layout.Span, "unknown-version", "layouts of version %d are not known", f.Layout.Value).
			Hint = "write layout: 1"
	}
	l := &Layout{
		Name:       strings.TrimSuffix(path.Base(name), path.Ext(name)),
		Title:      f.Title.Value,
		Page:       r.page(&f.Page),
		Statistics: Statistics{Place: orElse(f.Statistics.Place, Sidebar)},
		Sections:   Sections{Beside: f.Sections.Beside},
		People:     People{Round: f.People.Portrait == "round"},
	}
	l.Parts = Parts{
		Head:    r.part(&f.Parts.Head, "parts.head", l.Page.Columns),
		Release: r.part(&f.Parts.Release, "parts.release", l.Page.Columns),
		Kit:     r.part(&f.Parts.Kit, "parts.kit", l.Page.Columns),
		End:     r.part(&f.Parts.End, "parts.end", l.Page.Columns),
	}
	r.onceEach(&f)
	r.footLast(&f)
	r.fits(l)
	l.Statistics.Most = r.integer(f.Statistics.Most, 12, 0, 1000)
	l.Quotes.Words = r.integer(f.Quotes.Words, 60, 5, 1000)
	l.Pictures = Pictures{Columns: r.integer(f.Pictures.Columns, 3, 1, 6), Aspect: r.number(f.Pictures.Aspect, 1.5, 0.2, 5)}
	if i := slices.Index(float("").Allowed(), string(f.Pictures.Float)); i > 0 {
		l.Pictures.Float = doc.Float(i)
	}
	l.Contents.From = r.integer(f.Contents.From, 3, 0, 100)
	l.Contents.Words = r.integer(f.Contents.Words, 0, 0, 100_000)
	r.roles(l, &f)
	if misread.HasErrors() {
		// What seems to be missing may be what is misspelt.
		r.list = slices.DeleteFunc(r.list, func(d diag.Diagnostic) bool { return strings.HasPrefix(d.Rule, "missing-") })
	}
	return l
}

// parse reads the file and, if it extends a built-in layout, lays it over that.
func (r *reader) parse(fsys fs.FS, name string) *source.Doc {
	d, list := source.Read(fsys, name)
	r.list = append(r.list, list...)
	if d == nil {
		return nil
	}
	base := d.Root.Get("extends")
	if base == nil {
		return d
	}
	if !slices.Contains(Names(), base.Text.Value) || base.Text.Value+".yaml" == path.Base(name) {
		r.list.Add(base.Span, "unknown-layout", "there is no built-in layout %q to extend", base.Text.Value).
			Hint = "built in are: " + strings.Join(Names(), ", ")
		return nil
	}
	// Built-in layouts extend each other at most once, so this ends.
	under := (&reader{}).parse(builtIn, base.Text.Value+".yaml")
	if under == nil {
		panic("layouts: built-in layout " + base.Text.Value + " is broken")
	}
	return &source.Doc{Source: d.Source, Root: merge(under.Root, d.Root)}
}

// merge lays the keys of one map over those of another.
func merge(under, over *source.Node) *source.Node {
	if under.Kind != source.MapKind || over.Kind != source.MapKind {
		return over
	}
	out := &source.Node{Kind: source.MapKind, Span: over.Span, Entries: slices.Clone(under.Entries)}
	for _, e := range over.Entries {
		i := slices.IndexFunc(out.Entries, func(o source.Entry) bool { return o.Key == e.Key })
		if i < 0 {
			out.Entries = append(out.Entries, e)
			continue
		}
		e.Value = merge(out.Entries[i].Value, e.Value)
		out.Entries[i] = e
	}
	return out
}

func (r *reader) page(f *pageFile) Page {
	return Page{
		Top:         r.length(f.Margins.Top, "page.margins.top", 0, maxLength),
		Bottom:      r.length(f.Margins.Bottom, "page.margins.bottom", 0, maxLength),
		Start:       r.length(f.Margins.Start, "page.margins.start", 0, maxLength),
		End:         r.length(f.Margins.End, "page.margins.end", 0, maxLength),
		Baseline:    r.length(f.Baseline, "page.baseline", minBaseline, maxBaseline),
		Grid:        f.Grid,
		Columns:     r.integer(f.Columns, 12, 1, maxColumns),
		Gutter:      r.length(f.Gutter, "page.gutter", 0, maxLength),
		Footer:      r.length(f.Footer, "page.footer", 0, maxLength),
		Logo:        r.length(f.Logo, "page.logo", 0, maxLength),
		RunningLogo: r.length(f.RunningLogo, "page.running-logo", 0, maxLength),
	}
}

func (r *reader) part(f *partFile, field string, columns int) Part {
	p := Part{
		Span:     r.integer(f.Span, columns, 1, columns),
		NewPage:  f.NewPage,
		Foot:     f.Foot,
		Masthead: f.Masthead,
		Slots:    f.Slots,
	}
	if len(p.Slots) == 0 {
		r.list.Add(r.doc.At(field), "missing-field", "%s needs slots", field).
			Hint = "allowed are: " + strings.Join(Slot("").Allowed(), ", ")
	}
	return p
}

// fits reports margins and gutters that leave no room on a sheet.
func (r *reader) fits(l *Layout) {
	for _, name := range Sheets() {
		page, _ := l.Sheet(name)
		if page.SpanWidth(1) < minColumn || page.Height-page.Top-page.Bottom < minText {
			r.list.Add(r.doc.At("page"), "no-room", "margins and gutters leave no room for text on %s", name)
			return
		}
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

// onceEach reports slots that stand twice.
func (r *reader) onceEach(f *file) {
	seen := map[Slot]bool{}
	for _, p := range []struct {
		field string
		slots []Slot
	}{
		{"parts.head.slots", f.Parts.Head.Slots}, {"parts.release.slots", f.Parts.Release.Slots},
		{"parts.kit.slots", f.Parts.Kit.Slots}, {"parts.end.slots", f.Parts.End.Slots},
	} {
		for _, s := range p.slots {
			if seen[s] {
				r.list.Add(r.doc.At(p.field), "duplicate-slot", "%q has a slot already", s).
					Hint = "each section stands once"
			}
			seen[s] = true
		}
	}
	for _, s := range []Slot{Headline, Lede, Body} {
		if !seen[s] {
			r.list.Add(r.doc.At("parts"), "missing-slot", "%q has no slot", s).
				Hint = "a layout must print headline, lede and body"
		}
	}
}

// roles reads every role and reports those that are missing.
func (r *reader) roles(l *Layout, f *file) {
	l.Styles = map[doc.Role]doc.Style{}
	l.Adjacent = map[doc.Role]map[doc.Role]doc.Pt{}
	blocks, runs := doc.BlockRoles(), doc.RunRoles()
	for _, item := range f.Roles {
		role := doc.Role(item.Key)
		block := slices.Contains(blocks, role)
		if !block && !slices.Contains(runs, role) {
			r.list.Add(item.KeySpan, "unknown-role", "there is no role %q", item.Key).
				Hint = "roles are: " + strings.Join(words(slices.Concat(blocks, runs)), ", ")
			continue
		}
		v := item.Value
		l.Styles[role] = r.style(&v, "roles."+item.Key, block, l.Page.Baseline/8)
		if len(v.Adjacent) > 0 {
			l.Adjacent[role] = r.adjacent(v.Adjacent, l.Page.Baseline/8)
		}
	}
	r.missingRoles(slices.DeleteFunc(slices.Concat(blocks, runs), func(role doc.Role) bool {
		_, set := l.Styles[role]
		return set
	}))
}

// shownRoles is how many missing roles are named.
const shownRoles = 5

func (r *reader) missingRoles(missing []doc.Role) {
	n := len(missing)
	if n == 0 {
		return
	}
	what := fmt.Sprintf("%d roles are missing: ", n)
	if n == 1 {
		what = "a role is missing: "
	}
	named := strings.Join(words(missing[:min(n, shownRoles)]), ", ")
	if n > shownRoles {
		named += " …"
	}
	r.list.Add(r.doc.At("roles"), "missing-role", "%s%s", what, named).
		Hint = "every role needs a style; start with “extends: feature” to set only some"
}

func orElse[T ~string](v, otherwise T) T {
	if v == "" {
		return otherwise
	}
	return v
}
