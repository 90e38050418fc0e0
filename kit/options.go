package kit

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/layouts"
)

// Options says how a kit is made. The zero value is useful.
type Options struct {
	// Layout is the name of a built-in layout, or the path of a layout file in
	// LayoutFS, which has an extension; "" is layouts.DefaultName.
	Layout string
	// LayoutFS is where a layout file is read from; nil is the definition's own.
	LayoutFS fs.FS
	// PageSize is "A4" or "Letter"; "" is what the layout says, or else what is usual
	// in the country that the language names.
	PageSize string
	// FixContrast takes, for each colour of the brand that stands out too little
	// from what it is set on, the nearest of the same hue that does not. Without
	// it those are warnings.
	FixContrast bool
	// Created is the time that the files' metadata give. If it is zero, it is
	// the release's own: the time of publication, or else the date of the
	// dateline, so that the same definition gives the same bytes; the files of a
	// release without a date give none.
	Created time.Time
	// Generator is the name and version of the program, for the metadata.
	Generator string
	// Name is the template of file names without extension; "" is
	// [DefaultName]. See [CheckName].
	Name string
}

// PageSizes lists the values of [Options.PageSize].
func PageSizes() []string { return layouts.Sheets() }

// Check reports what is wrong with the layout and the page size, where fsys is
// the file system of the definition. [Project.Document] does so too: this is for
// a program that tells all problems in one run though a project does not open.
func (o Options) Check(fsys fs.FS) diag.List {
	_, list := o.layout(fsys, nil)
	return list
}

// layout reads the layout that was asked for.
func (o Options) layout(fsys fs.FS, cache *Cache) (l *layouts.Layout, list diag.List) {
	switch {
	case path.Ext(o.Layout) == "":
		l, list = cache.layout(o.Layout)
	case o.LayoutFS != nil:
		l, list = layouts.Read(o.LayoutFS, o.Layout)
	default:
		l, list = layouts.Read(fsys, o.Layout)
	}
	if o.PageSize != "" && !slices.Contains(PageSizes(), o.PageSize) {
		list.Add(diag.Span{}, "unknown-page-size", "there is no page size %q", o.PageSize).
			Hint = "there are: " + strings.Join(PageSizes(), ", ")
	}
	return l, list
}

// layoutName is the name of the layout that was asked for, without its folder
// and extension.
func (o Options) layoutName() string {
	if o.Layout == "" {
		return layouts.DefaultName
	}
	return strings.TrimSuffix(path.Base(o.Layout), path.Ext(o.Layout))
}
