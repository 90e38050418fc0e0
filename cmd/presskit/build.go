package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/diag"
)

func (a *app) buildCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "build [FILE…]",
		Short: "Write the press kit of each definition",
		Long: `Writes the press kit of each definition, with artifacts.json and checksums.txt,
into the output folder, and prints the paths of the files on standard output.

Without FILE it takes release.yaml, .yml, .json, .toml or .md of this folder.
Nothing is written unless every kit can be: files of an earlier run stay as they
were until all new ones are ready.

The same input gives the same bytes. The time in the files' metadata is
SOURCE_DATE_EPOCH if that is set, or else the release's own date.`,
		Example: `  presskit build
  presskit build press/release.yaml --format pdf --output out
  presskit build --tag "$GITHUB_REF_NAME" --report github
  presskit build it.yaml en.yaml --set Price="€ 49" --page-size Letter`,
	}
	buildFlags(c.Flags())
	c.RunE = func(_ *cobra.Command, args []string) error { return a.build(c.Context(), c.Flags(), args) }
	return c
}

// build renders every kit and then writes all of them, together.
func (a *app) build(ctx context.Context, flags flagSet, args []string) error {
	github, err := a.openGitHub() // what cannot be told is not built
	if err != nil {
		return err
	}
	defer github.close()
	kits, list, err := a.render(ctx, flags, args)
	if err != nil {
		return err
	}
	if list.HasErrors() {
		return a.finish(list, nil, github)
	}
	outputs, err := gather(kits)
	if err != nil {
		return err
	}
	var all []kit.Destination
	for _, out := range outputs {
		all = append(all, kit.Destination{Folder: out.folder, Set: out.set})
	}
	if err := kit.SaveAll(ctx, all...); err != nil {
		return folderProblem("", err)
	}
	return a.finish(list, outputs, github)
}

// output is what goes into one folder.
type output struct {
	folder string
	set    *kit.Set
}

// gather puts the kits together by their output folders, in the order of the
// command line. Two files of one name are an error.
func gather(kits []rendered) ([]output, error) {
	var outputs []output
	for n, k := range kits {
		folder := filepath.Clean(k.folder)
		i := slices.IndexFunc(outputs, func(o output) bool { return o.folder == folder })
		if i < 0 {
			i = len(outputs)
			outputs = append(outputs, output{folder, &kit.Set{}})
		}
		if err := outputs[i].set.Add(k.set.Artifacts...); err != nil {
			for _, other := range kits[:n] {
				if filepath.Clean(other.folder) == folder && other.shares(k) {
					err = fmt.Errorf("%s and %s give files of one name: %w", other.file, k.file, err)
					break
				}
			}
			return nil, fmt.Errorf("%w; choose other names with --name or another folder with --output", err)
		}
	}
	return outputs, nil
}

// rendered is the kit of one definition, ready to be written.
type rendered struct {
	file   string // the definition
	folder string
	set    *kit.Set
}

// shares reports whether two kits have files of one name.
func (r rendered) shares(other rendered) bool {
	for _, a := range r.set.Artifacts {
		for _, b := range other.set.Artifacts {
			if strings.EqualFold(a.Name, b.Name) {
				return true
			}
		}
	}
	return false
}

// render renders the kit of every FILE. Problems of the input are in the list;
// the error is for everything else.
func (a *app) render(ctx context.Context, flags flagSet, args []string) ([]rendered, diag.List, error) {
	files, err := definitions(args)
	if err != nil {
		return nil, nil, err
	}
	var kits []rendered
	var all diag.List
	for _, file := range files {
		job, list, err := a.prepare(file, flags)
		if err != nil {
			return nil, nil, err
		}
		if job == nil {
			all = append(all, list...)
			continue
		}
		set, list, err := job.render(ctx)
		job.close()
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", file, err)
		}
		all = append(all, list...)
		if set != nil {
			kits = append(kits, rendered{file, job.settings.output, set})
		}
	}
	return kits, all, nil
}
