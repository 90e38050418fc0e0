package main

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
)

// defaultNames lists the definitions that are looked for in the working
// directory where no FILE is given.
func defaultNames() []string {
	return []string{"release.yaml", "release.yml", "release.json", "release.toml", "release.md"}
}

// definitions gives the FILEs to work on: those of the command line, or the one
// definition in the working directory.
func definitions(args []string) ([]string, error) {
	if len(args) > 0 {
		return args, nil
	}
	var found []string
	for _, name := range defaultNames() {
		if info, err := os.Stat(name); err == nil && !info.IsDir() {
			found = append(found, name)
		}
	}
	switch len(found) {
	case 0:
		return nil, &usageError{
			message: "there is no release definition in this folder",
			hint:    "name one, as in presskit build press/release.yaml, or add one of " + strings.Join(defaultNames(), ", "),
		}
	case 1:
		return found, nil
	}
	return nil, &usageError{
		message: "there are several release definitions in this folder: " + strings.Join(found, ", "),
		hint:    "name those to use",
	}
}

// project is where a definition lives. Nothing outside root is read, but for a
// brand and a layout that a flag or a variable names.
type project struct {
	root   string // absolute path of the project's root
	name   string // of the definition in root, with slashes
	prefix string // from the working directory to root, with slashes
}

// locate finds the root of a definition's project: the nearest folder above it
// that is a repository, or else the working directory if the definition is in
// it, or else the definition's folder.
func locate(file string) (*project, error) {
	abs, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(abs)
	switch {
	case err != nil:
		return nil, &usageError{message: fmt.Sprintf("%s: %v", file, cause(err))}
	case info.IsDir():
		return nil, &usageError{
			message: fmt.Sprintf("%s is a folder", file),
			hint:    "name the definition in it, such as " + filepath.Join(file, "release.yaml"),
		}
	}
	cwd, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	folder := filepath.Dir(abs)
	root := repository(folder)
	if root == "" {
		root = folder
		if inside(cwd, folder) {
			root = cwd
		}
	}
	name, err := filepath.Rel(root, abs)
	if err != nil {
		return nil, err
	}
	prefix, err := filepath.Rel(cwd, root)
	if err != nil { // on another volume
		prefix = root
	}
	return &project{root: root, name: filepath.ToSlash(name), prefix: filepath.ToSlash(prefix)}, nil
}

// folder is the definition's folder in root, with slashes.
func (p *project) folder() string { return path.Dir(p.name) }

// path gives the path of a name in root as the working directory sees it.
func (p *project) path(name string) string { return filepath.FromSlash(path.Join(p.prefix, name)) }

// relabel makes diagnostics name their files as the working directory sees
// them, so that they can be clicked. Files that were read from elsewhere are
// given by name.
func (p *project) relabel(list diag.List, elsewhere map[string]string) diag.List {
	sources := map[*diag.Source]*diag.Source{}
	out := make(diag.List, len(list))
	for i, d := range list {
		if old := d.Span.Source; old != nil {
			if sources[old] == nil {
				name, ok := elsewhere[old.Name]
				if !ok {
					name = path.Join(p.prefix, old.Name)
				}
				sources[old] = diag.NewSource(name, old.Data)
			}
			d.Span.Source = sources[old]
		}
		out[i] = d
	}
	return out
}

// repository gives the nearest folder at or above a folder that holds a
// repository, or "".
func repository(folder string) string {
	for {
		if _, err := os.Lstat(filepath.Join(folder, ".git")); err == nil {
			return folder
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			return ""
		}
		folder = parent
	}
}

// inside reports whether a path is a folder or below it.
func inside(folder, path string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && (rel == "." || filepath.IsLocal(rel))
}

// cause gives what an error of the file system says without its path.
func cause(err error) error {
	var pe *os.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
