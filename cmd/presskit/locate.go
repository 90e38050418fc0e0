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
		return args, checkNamed(args)
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

// checkNamed checks the FILEs of the command line against each other.
func checkNamed(args []string) error {
	seen := map[string]string{}
	for _, file := range args {
		if file == "" {
			return &usageError{message: "a FILE on the command line is empty", hint: "a variable of the shell may not be set"}
		}
		abs, err := filepath.Abs(file)
		if err != nil {
			return err
		}
		if other, ok := seen[abs]; ok {
			message := fmt.Sprintf("%s is named twice", file)
			if other != file {
				message += ", also as " + other
			}
			return &usageError{message: message, hint: "name each definition once"}
		}
		seen[abs] = file
	}
	return nil
}

// project is where a definition lives. Nothing outside root is read, but for a
// brand and a layout that a flag or a variable names.
type project struct {
	root string // absolute path of the project's root
	name string // of the definition in root, with slashes
	cwd  string // absolute path of the working directory
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
	return locateIn(abs)
}

// locateIn finds the root of a project by the absolute path of a file in it,
// which need not be there.
func locateIn(abs string) (*project, error) {
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
	return &project{root: root, name: filepath.ToSlash(name), cwd: cwd}, nil
}

// folder is the definition's folder in root, with slashes.
func (p *project) folder() string { return path.Dir(p.name) }

// path gives the path of a name in root as the working directory sees it, or the
// absolute one where that is shorter, or on another volume.
func (p *project) path(name string) string {
	abs := filepath.Join(p.root, filepath.FromSlash(name))
	if rel, err := filepath.Rel(p.cwd, abs); err == nil && len(rel) <= len(abs) {
		return rel
	}
	return abs
}

// fromRoot gives the path from the root, with slashes, of a file as the working
// directory sees it; one that is not below the root keeps its path.
func (p *project) fromRoot(file string) string {
	abs := filepath.FromSlash(file)
	if !filepath.IsAbs(abs) {
		abs = filepath.Join(p.cwd, abs)
	}
	if rel, err := filepath.Rel(p.root, abs); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return file
}

// relabel makes diagnostics name their files for those who read them: as the
// working directory sees them, so that they can be clicked, or from the project's
// root, for programs that show them beside the files of a repository. Files that
// were read from elsewhere are given by name.
func (p *project) relabel(list diag.List, elsewhere map[string]string, fromRoot bool) diag.List {
	sources := map[*diag.Source]*diag.Source{}
	out := make(diag.List, len(list))
	for i, d := range list {
		if old := d.Span.Source; old != nil {
			if sources[old] == nil {
				name, given := elsewhere[old.Name]
				switch {
				case given && fromRoot:
					name = p.fromRoot(name)
				case given:
				case fromRoot:
					name = old.Name
				default:
					name = filepath.ToSlash(p.path(old.Name))
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
