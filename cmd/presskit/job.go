package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/spf13/pflag"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/layouts"
)

type flagSet = *pflag.FlagSet

// job is the work on one definition.
type job struct {
	app      *app
	project  *project
	settings *settings
	config   kit.Config
	options  kit.Options
	formats  []kit.Format
	fsys     fs.FS

	roots     []*os.Root        // open folders
	elsewhere map[string]string // names of files outside the project, as the user gave them
}

// prepare finds a definition and its settings. The job is nil if the settings
// have errors, which are then in the list.
func (a *app) prepare(file string, flags flagSet) (*job, diag.List, error) {
	p, err := locate(file)
	if err != nil {
		return nil, nil, err
	}
	a.tell("%s: the project's root is %s", file, p.path("."))
	j := &job{app: a, project: p, elsewhere: map[string]string{}}
	if j.fsys, err = j.open(p.root); err != nil {
		return nil, nil, err
	}
	s, list, err := a.loadSettings(p, j.fsys, flags)
	switch {
	case err != nil:
	case list.HasErrors():
		list = append(list, j.definitionProblems(s)...)
	default:
		j.settings = s
		err = j.configure()
	}
	if err != nil || list.HasErrors() {
		j.close()
		return nil, p.relabel(list, nil, a.fromRoot()), err
	}
	return j, nil, nil
}

// definitionProblems gives the problems of the definition itself where the
// settings have some as well, so that both are told in one run. Variables that
// nobody sets may be meant to come from those settings.
func (j *job) definitionProblems(s *settings) (list diag.List) {
	_, err := kit.Config{Tag: s.tag, Vars: s.vars}.Open(j.fsys, j.project.name)
	if !errors.As(err, &list) {
		return nil
	}
	return slices.DeleteFunc(list, func(d diag.Diagnostic) bool {
		return d.Span.Source == nil || d.Span.Source.Name != j.project.name || d.Rule == "unknown-variable"
	})
}

// open opens a folder so that no link in it leads out of it.
func (j *job) open(folder string) (fs.FS, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", folder, cause(err))
	}
	j.roots = append(j.roots, root)
	return root.FS(), nil
}

func (j *job) close() {
	for _, r := range j.roots {
		_ = r.Close() // opened for reading
	}
}

// outside opens a file that the command line names, wherever it is.
func (j *job) outside(file string) (fs.FS, string, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, "", &usageError{message: fmt.Sprintf("%s: %v", file, cause(err))}
	}
	if info.IsDir() {
		return nil, "", &usageError{message: fmt.Sprintf("%s is a folder", file), hint: "name a file in it, such as " + likely(file)}
	}
	fsys, err := j.open(filepath.Dir(file))
	name := filepath.Base(file)
	j.elsewhere[name] = filepath.ToSlash(file)
	return fsys, name, err
}

// likely is the brand in a folder that was named where a file is wanted, or else some
// YAML file there.
func likely(folder string) string {
	files, _ := filepath.Glob(filepath.Join(folder, "*.y*ml"))
	for _, f := range files {
		if strings.HasPrefix(filepath.Base(f), "_brand.") {
			return f
		}
	}
	return slices.Concat(files, []string{filepath.Join(folder, "_brand.yml")})[0]
}

// configure turns settings into what the library takes.
func (j *job) configure() (err error) {
	s := j.settings
	if j.formats, err = j.app.chosenFormats(s.formats); err != nil {
		return s.blame(keyFormat, err)
	}
	if j.formats, err = withFonts(j.formats, s.embed); err != nil {
		return s.blame(keyEmbed, err)
	}
	if err := kit.CheckName(s.name); err != nil {
		return s.blame(keyName, err)
	}
	if strings.ContainsFunc(s.output, unicode.IsControl) {
		return s.blame(keyOutput, &usageError{message: fmt.Sprintf("output folder %q holds a control character", s.output)})
	}
	j.config = kit.Config{Tag: s.tag, Vars: s.vars, SystemFonts: j.app.fonts}
	if s.date != "" {
		if j.config.Date, err = time.Parse(time.DateOnly, s.date); err != nil {
			return s.blame(keyDate, &usageError{message: fmt.Sprintf("%q is not a date", s.date), hint: "write it as 2006-01-02"})
		}
	}
	j.options = kit.Options{Name: s.name, Generator: generator(), Layout: s.layout, FixContrast: s.fix}
	if j.options.PageSize, err = pageSize(s.pageSize); err != nil {
		return s.blame(keyPageSize, err)
	}
	if j.options.Created, err = j.app.sourceDate(); err != nil {
		return err
	}
	if s.brand != "" {
		j.config.Brand = s.brand
		if s.brandPlace == fromWorkingDirectory {
			if j.config.BrandFS, j.config.Brand, err = j.outside(s.brand); err != nil {
				return s.blame(keyBrand, err)
			}
		}
	}
	if rel := j.project.fromRoot(s.layout); isFile(s.layout) && s.layoutPlace == fromWorkingDirectory && isIn(j.fsys, rel) {
		j.options.Layout = rel // so that it may extend files elsewhere in the project
	} else if isFile(s.layout) && s.layoutPlace == fromWorkingDirectory {
		if j.options.LayoutFS, j.options.Layout, err = j.outside(s.layout); err != nil {
			return s.blame(keyLayout, err)
		}
		for _, name := range layouts.Files(j.options.LayoutFS, j.options.Layout) { // those that it extends
			j.elsewhere[name] = filepath.ToSlash(filepath.Join(filepath.Dir(s.layout), name))
		}
	}
	j.tellFiles()
	return nil
}

// tellFiles says which brand and which layout are used.
func (j *job) tellFiles() {
	if !j.app.global.verbose {
		return
	}
	shown := func(name string) string {
		if given, ok := j.elsewhere[name]; ok {
			return given
		}
		return j.project.path(name)
	}
	brand := "the built-in one"
	if file := cmp.Or(j.config.Brand, kit.Nearest(j.fsys, j.project.folder(), kit.BrandNames()...)); file != "" {
		brand = shown(file)
	}
	layout := cmp.Or(j.options.Layout, layouts.DefaultName) + ", built in"
	if isFile(j.options.Layout) {
		from := j.options.LayoutFS
		if from == nil {
			from = j.fsys
		}
		names := layouts.Files(from, j.options.Layout)
		for i, name := range names {
			names[i] = shown(name)
		}
		layout = strings.Join(names, " over ")
	}
	j.app.tell("%s: brand %s; layout %s", j.project.path(j.project.name), brand, layout)
}

// isIn reports whether there is such a file in a file system.
func isIn(fsys fs.FS, name string) bool {
	_, err := fs.Stat(fsys, name)
	return err == nil
}

// pageSize gives the name of a page size as the library writes it.
func pageSize(size string) (string, error) {
	if size == "" {
		return "", nil
	}
	for _, known := range kit.PageSizes() {
		if strings.EqualFold(size, known) {
			return known, nil
		}
	}
	return "", &usageError{
		message: fmt.Sprintf("there is no page size %q", size),
		hint:    "page sizes are: " + strings.Join(kit.PageSizes(), ", "),
	}
}

// sourceDate gives the time of SOURCE_DATE_EPOCH, which reproducible builds
// set (https://reproducible-builds.org/specs/source-date-epoch/); zero if it is
// not set.
func (a *app) sourceDate() (time.Time, error) {
	value, ok := a.env("SOURCE_DATE_EPOCH")
	if !ok || value == "" {
		return time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(value, 10, 64)
	if t := time.Unix(seconds, 0).UTC(); err == nil && t.Year() >= 1970 && t.Year() <= 9999 {
		return t, nil
	}
	return time.Time{}, &usageError{
		message: fmt.Sprintf("SOURCE_DATE_EPOCH %q is not a time", value),
		hint:    "it counts the seconds since 1 January 1970, without a fraction",
	}
}

// render opens the definition and renders its kit. The set is nil if the list
// has errors.
func (j *job) render(ctx context.Context) (*kit.Set, diag.List, error) {
	var list diag.List
	p, err := j.config.Open(j.fsys, j.project.name)
	if errors.As(err, &list) {
		list = append(list, j.options.Check(j.fsys)...)
		return nil, j.relabel(list), nil
	}
	if err != nil {
		return nil, nil, err
	}
	j.app.tell("%s: release %s, edition %s, %s", j.project.path(j.project.name), p.ID(), p.Version(), p.Language())
	set, err := p.Render(ctx, j.options, j.formats...)
	if errors.As(err, &list) {
		return nil, j.relabel(list), nil
	}
	if err != nil {
		return nil, nil, err
	}
	return set, j.relabel(set.Diagnostics), nil
}

// relabel gives diagnostics the names of files, and of the option where there is
// no file, that a person knows.
func (j *job) relabel(list diag.List) diag.List {
	list = j.project.relabel(list, j.elsewhere, j.app.fromRoot())
	for i, d := range list {
		if option := j.settings.options[keyLayout]; d.Rule == "unknown-layout" && d.Span.IsZero() && option != "" {
			list[i].Message = option + ": " + d.Message
		}
	}
	return list
}

// fromRoot reports whether the report is for programs that count paths from the
// root of the repository.
func (a *app) fromRoot() bool { return a.global.report == "github" || a.global.report == "sarif" }
