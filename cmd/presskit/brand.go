package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/brandsheet"
	"github.com/presskit-go/presskit/kit/diag"
)

// sheetName is the name of a specimen's files, without extension, and of the
// folder that they are written to below the output folder.
const sheetName = "brand"

func (a *app) brandCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "brand [FILE]",
		Short: "Draw a specimen sheet of a brand",
		Long: `Draws a sheet of a brand as PDF and as HTML: its colours with their contrast on
paper and tint, the scale of type that a layout sets in its fonts, its logos, a
quotation and statistics. It prints the paths of the files on standard output.

Without FILE it takes the brand that a definition in this folder would have: that
of --brand, of presskit.yaml, the nearest _brand.yml here or above, or the
built-in one. The files go to the folder brand in the output folder, so that they
are not among the kits, or to the one of --output.`,
		Example: `  presskit brand
  presskit brand house/_brand.yml --format html --output wall
  presskit brand import tokens.json > _brand.yml`,
		Args: cobra.MaximumNArgs(1),
	}
	flags := c.Flags()
	buildFlags(flags)
	flags.Lookup(keyFormat).Usage = "formats to make: pdf, html (default both)"
	flags.Lookup(keyOutput).Usage = "folder to write to (default presskit/brand)"
	for _, of := range []string{keyName, keyTag, keyDate, keySet} { // a specimen has none of these
		_ = flags.MarkHidden(of) // it is there
	}
	c.RunE = func(_ *cobra.Command, args []string) error { return a.brandSheet(c.Context(), flags, args) }
	c.AddCommand(a.importCommand())
	return c
}

// brandSheet draws the specimen of a brand and writes it.
func (a *app) brandSheet(ctx context.Context, flags flagSet, args []string) error {
	github, err := a.openGitHub()
	if err != nil {
		return err
	}
	defer github.close()
	formats, err := a.sheetFormats(flags)
	if err != nil {
		return err
	}
	j, list, err := a.prepareBrand(flags, args)
	if err != nil {
		return err
	}
	if j == nil {
		return a.finish(list, nil, github)
	}
	defer j.close()
	sheet, list := j.config.BrandSheet(j.fsys, j.project.folder(), j.options)
	if sheet == nil {
		return a.finish(j.relabel(list), nil, github)
	}
	set := &kit.Set{}
	for _, format := range formats {
		var b bytes.Buffer
		warnings, err := format.write(ctx, &b, sheet)
		list = append(list, warnings...)
		var problems diag.List
		if errors.As(err, &problems) {
			list = append(list, problems...)
			continue
		}
		if err != nil {
			return fmt.Errorf("%s: %w", format.name, err)
		}
		if err := set.Add(kit.Artifact{
			Name: sheetName + "." + format.name, Format: format.name, ID: sheetName, Version: "1", Language: "en", Title: sheet.Name(), Data: b.Bytes(),
		}); err != nil {
			return err
		}
	}
	list.Sort()
	list = j.relabel(slices.Compact(list))
	if list.HasErrors() {
		return a.finish(list, nil, github)
	}
	folder := j.settings.output
	if !flags.Changed(keyOutput) {
		folder = filepath.Join(folder, sheetName)
	}
	if err := kit.SaveAll(ctx, kit.Destination{Folder: folder, Set: set}); err != nil {
		return folderProblem("", err)
	}
	return a.finish(list, []output{{folder, set}}, github)
}

// prepareBrand finds the brand and its settings from the working directory. The
// job is nil if the settings have errors, which are then in the list.
func (a *app) prepareBrand(flags flagSet, args []string) (*job, diag.List, error) {
	here, err := filepath.Abs(kit.BrandNames()[0])
	if err != nil {
		return nil, nil, err
	}
	p, err := locateIn(here)
	if err != nil {
		return nil, nil, err
	}
	j := &job{app: a, project: p, elsewhere: map[string]string{}}
	if j.fsys, err = j.open(p.root); err != nil {
		return nil, nil, err
	}
	s, list, err := a.loadSettings(p, j.fsys, flags)
	if err == nil && !list.HasErrors() {
		s.formats = nil
		if len(args) > 0 {
			s.brand, s.brandPlace, s.options[keyBrand] = args[0], fromWorkingDirectory, ""
			if args[0] == "" {
				err = &usageError{message: "FILE on the command line is empty", hint: "a variable of the shell may not be set"}
			}
		}
		j.settings = s
		if err == nil {
			err = j.configure()
		}
	}
	if err != nil || list.HasErrors() {
		j.close()
		return nil, p.relabel(list, nil, a.fromRoot()), err
	}
	return j, nil, nil
}

// sheetFormat is a form of the specimen.
type sheetFormat struct {
	name  string
	write func(ctx context.Context, w io.Writer, s *brandsheet.Sheet) (diag.List, error)
}

// sheetFormats gives the forms that the flags ask for.
func (a *app) sheetFormats(flags flagSet) ([]sheetFormat, error) {
	all := []sheetFormat{
		{"pdf", func(ctx context.Context, w io.Writer, s *brandsheet.Sheet) (diag.List, error) {
			for _, f := range a.formats {
				if f.Name() != "pdf" {
					continue
				}
				if r, ok := f.(kit.Reporter); ok {
					return r.RenderReport(ctx, w, s.Document())
				}
				return nil, f.Render(ctx, w, s.Document())
			}
			return nil, errors.New("there is no format pdf")
		}},
		{"html", func(_ context.Context, w io.Writer, s *brandsheet.Sheet) (diag.List, error) {
			return nil, s.WriteHTML(w)
		}},
	}
	wanted, err := flags.GetStringSlice(keyFormat)
	if err != nil || !flags.Changed(keyFormat) {
		return all, err
	}
	var chosen []sheetFormat
	for _, f := range all {
		if slices.ContainsFunc(wanted, func(w string) bool { return strings.EqualFold(strings.TrimSpace(w), f.name) }) {
			chosen = append(chosen, f)
		}
	}
	for _, w := range wanted {
		if !slices.ContainsFunc(all, func(f sheetFormat) bool { return strings.EqualFold(strings.TrimSpace(w), f.name) }) {
			return nil, &usageError{message: fmt.Sprintf("a specimen has no format %q", w), hint: "formats are: pdf, html"}
		}
	}
	return chosen, nil
}
