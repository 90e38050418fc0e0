package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// starter is what a new folder begins with.
//
//go:embed project
var starter embed.FS

// schemaFolder holds the schemas of a project, for its editors.
const schemaFolder = ".presskit"

func (a *app) newCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "new DIR",
		Short: "Make a project that builds at once, to start from",
		Long: `Makes a folder with a release definition, a brand, a logo, a picture and the
schemas for editors. It asks nothing, and never writes into a folder that holds
anything.`,
		Example: `  presskit new opening
  cd opening && presskit build`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.newProject(args[0]) },
	}
}

// newProject writes the files of a project into a folder, which must be empty or
// not be there. What it made is taken away again if it fails.
func (a *app) newProject(dir string) (err error) {
	if dir == "" {
		return &usageError{message: "DIR on the command line is empty", hint: "a variable of the shell may not be set"}
	}
	files, err := projectFiles()
	if err != nil {
		return err
	}
	entries, err := os.ReadDir(dir)
	switch {
	case err == nil && len(entries) > 0:
		return &usageError{message: fmt.Sprintf("the folder %q holds files already", shortened(dir)), hint: "name a folder that is not there yet"}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return folderProblem(dir, err)
	}
	made := err != nil // the folder is ours
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return folderProblem(dir, err)
	}
	defer func() {
		if err == nil {
			return
		}
		err = folderProblem(dir, err)
		for name := range files {
			_ = os.Remove(filepath.Join(dir, filepath.FromSlash(name)))
		}
		for _, sub := range []string{"media", schemaFolder} {
			_ = os.Remove(filepath.Join(dir, sub))
		}
		if made {
			_ = os.Remove(dir)
		}
	}()
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		target := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
			return err
		}
		if err := writeNew(target, files[name]); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(a.stdout, target); err != nil {
			return err
		}
	}
	enter := ""
	if filepath.Clean(dir) != "." {
		enter = "cd " + shellQuoted(cdPath(dir)) + " && "
	}
	a.say("presskit: change release.yaml, and build it with: %spresskit build", enter)
	return nil
}

// cdPath gives a folder as cd takes it: one whose name begins with a hyphen is no
// option.
func cdPath(dir string) string {
	if strings.HasPrefix(dir, "-") {
		return "./" + dir
	}
	return dir
}

// writeNew writes a file that must not be there.
func writeNew(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// projectFiles are the files of a new project by their paths.
func projectFiles() (map[string][]byte, error) {
	files := map[string][]byte{}
	err := fs.WalkDir(starter, "project", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := starter.ReadFile(name)
		rel, _ := filepath.Rel("project", filepath.FromSlash(name))
		rel = filepath.ToSlash(rel)
		if rel == "brand.yml" { // embedding leaves out names with an underscore
			rel = "_brand.yml"
		}
		files[rel] = data
		return err
	})
	if err != nil {
		return nil, err
	}
	files[".gitignore"] = []byte("/presskit/\n")
	for name := range schemas() {
		data, err := schemaFile(name)
		if err != nil {
			return nil, err
		}
		files[path.Join(schemaFolder, name+".schema.json")] = data
	}
	return files, nil
}
