package kit

import (
	"path"
	"slices"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
)

// place gives problems with files that the document brings the places where the
// definition or the brand names those files. What has no room on the page says so too
// where the brand makes type larger, or lines more open, than the layout does.
func (p *Project) place(list diag.List, d *doc.Document) diag.List {
	out := slices.Clone(list)
	for i, problem := range out {
		if problem.Rule == "too-high" || problem.Rule == "too-long" {
			out[i] = p.blameType(problem)
			continue
		}
		if problem.Span.IsZero() || problem.Span.IsPlace() {
			continue
		}
		out[i].Span = p.placeOf(problem.Span.Name(), d)
	}
	return out
}

// blameType says that the brand's type is a cause too of what finds no room.
func (p *Project) blameType(d diag.Diagnostic) diag.Diagnostic {
	text := p.brand.Text
	if !text.Size.Given() && text.LineHeight == 0 {
		return d
	}
	if d.Span.IsZero() {
		d.Span = text.Size.Span
	}
	d.Hint += "; or let the brand ask for less: size and line-height of typography: base make everything larger"
	return d
}

// placeOf gives the place where a picture or a font is named, by the name that
// the document knows it by; the zero span for one that is built in.
func (p *Project) placeOf(name string, d *doc.Document) diag.Span {
	for _, item := range p.release.Media {
		if m := &item.Value; m.File != "" && path.Base(m.File) == name {
			return m.Path.Span
		}
	}
	for _, logo := range []*brand.Logo{p.brand.Logo, p.brand.RunningLogo} {
		if logo != nil && path.Base(logo.Path) == name {
			return logo.Span
		}
	}
	for _, face := range d.Theme.Faces {
		if face.Name == name {
			return p.brand.FontPlace(face.Family)
		}
	}
	return diag.Span{}
}
