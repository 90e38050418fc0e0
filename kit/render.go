package kit

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose"
	"github.com/presskit-go/presskit/kit/internal/damage"
	"github.com/presskit-go/presskit/kit/internal/page"
	"github.com/presskit-go/presskit/kit/release"
)

// Document composes the kit as a tree of nodes in reading order, which formats
// render. The list holds what was found in doing so and in opening the project;
// the document is nil if there are errors in it.
func (p *Project) Document(opts Options) (*doc.Document, diag.List) {
	list := p.Diagnostics()
	list = append(list, unspaced(p.release.Headline.Span.Source)...)
	if p.release.Status == release.Canceled {
		d := list.Add(p.status, "canceled", "the release is canceled and must not be published")
		d.Kind = diag.Policy
		d.Hint = "take the status out to build it, or withheld to build it for those who must see it before"
	}
	l, problems := opts.layout(p.fsys, p.config.Cache)
	list = append(list, problems...)
	if l != nil {
		list = append(list, compose.Palette(p.brand, l)...)
	}
	if list.HasErrors() {
		list.Sort()
		return nil, list
	}
	worn := p.dress(l, opts.FixContrast)
	list = append(list, worn.list...)
	if list.HasErrors() {
		list.Sort()
		return nil, list
	}
	d, problems := compose.Compose(compose.Input{
		Release: p.release, Brand: worn.brand, Layout: worn.layout, Shared: worn.shared, FS: p.fsys, Cache: p.config.Cache.parts(),
		Sheet: opts.PageSize, Created: p.created(opts), Generator: opts.Generator,
	})
	list = append(list, problems...)
	if !list.HasErrors() {
		d, problems = compose.Fit(d, worn.layout.Fit, countPages())
		list = append(list, problems...)
	}
	list.Sort()
	if list.HasErrors() {
		return nil, list
	}
	return d, list
}

// countPages gives a function that counts the pages of documents of one brand.
func countPages() func(*doc.Document) (int, error) {
	cache := page.NewCache()
	return func(d *doc.Document) (int, error) {
		l, err := page.New(context.Background(), d, cache)
		if err != nil {
			return 0, err
		}
		return l.Pages(), nil
	}
}

// Write renders one format to w. Nothing is written to w if there is an error
// in the release or in rendering it.
func (p *Project) Write(w io.Writer, f Format, opts Options) error {
	d, list := p.Document(opts)
	if err := list.Err(); err != nil {
		return err
	}
	b, done := p.config.Cache.buffer()
	defer done()
	if _, err := p.render(context.Background(), b, f, d); err != nil {
		return err
	}
	_, err := b.WriteTo(w)
	return err
}

// Render renders the formats into memory.
//
// An error is a [diag.List] if the release has problems, which is then every
// problem of every format, a *[NameError] or *[ClashError] if the files cannot
// be named, or the context's error.
func (p *Project) Render(ctx context.Context, opts Options, formats ...Format) (*Set, error) {
	d, list := p.Document(opts)
	if list.HasErrors() {
		return nil, list
	}
	layout := opts.layoutName()
	name, err := p.name(opts, layout)
	if err != nil {
		return nil, err
	}
	set := &Set{}
	for _, f := range formats {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var b bytes.Buffer
		warnings, err := p.render(ctx, &b, f, d)
		list = append(list, warnings...)
		var problems diag.List
		if errors.As(err, &problems) {
			list = append(list, problems...)
			continue
		}
		if err != nil {
			return nil, err
		}
		err = set.Add(Artifact{
			Name: name + f.Extension(), Format: f.Name(),
			ID: p.ID(), Version: p.Version(), Language: p.Language(), Layout: layout,
			Title: p.Title(), Data: b.Bytes(),
		})
		if err != nil {
			return nil, err
		}
	}
	list.Sort()
	list = slices.Compact(list) // what two formats found alike
	if list.HasErrors() {
		return nil, list
	}
	set.Diagnostics = list
	return set, nil
}

// Build renders the formats and then puts them into a folder, with
// artifacts.json and checksums.txt. If anything fails, or the context is
// cancelled, the folder stays as it was: see [Project.Render] and [Set.Save].
func (p *Project) Build(ctx context.Context, folder string, opts Options, formats ...Format) (*Set, error) {
	set, err := p.Render(ctx, opts, formats...)
	if err != nil {
		return nil, err
	}
	if err := set.Save(ctx, folder); err != nil {
		return nil, err
	}
	return set, nil
}

// render renders a format and says which one failed. Problems of the input have
// their places in it.
func (p *Project) render(ctx context.Context, w io.Writer, f Format, d *doc.Document) (warnings diag.List, err error) {
	if r, ok := f.(Reporter); ok {
		warnings, err = r.RenderReport(ctx, w, d)
	} else {
		err = f.Render(ctx, w, d)
	}
	if err != nil {
		err = damage.Explain(err, d.Theme.Faces)
		var list diag.List
		if errors.As(err, &list) {
			return nil, p.place(list, d)
		}
		return nil, fmt.Errorf("%s: %w", f.Name(), err)
	}
	return p.place(warnings, d), nil
}

// name gives the file name, without extension, of the kit's files.
func (p *Project) name(opts Options, layout string) (string, error) {
	values := map[string]string{
		"ID": p.ID(), "Version": p.Version(), "Language": p.Language(), "Layout": layout,
		"Tag": p.config.Tag, "Date": p.created(opts).Format(time.DateOnly),
	}
	if !p.config.Date.IsZero() {
		values["Date"] = p.config.Date.Format(time.DateOnly)
	}
	return makeName(opts.Name, values)
}

// created gives the time that the files' metadata give.
func (p *Project) created(opts Options) time.Time {
	if opts.Created.IsZero() {
		return p.Created()
	}
	return opts.Created.UTC()
}
