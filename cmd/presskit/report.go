package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
)

// reportForms lists the values of --report.
func reportForms() []string { return []string{"text", "json", "github", "sarif"} }

// checkGlobal checks the flags of every command and takes those that were not
// given from the environment.
func (a *app) checkGlobal(changed func(flag string) bool) error {
	for _, f := range []struct {
		name    string
		value   *string
		allowed []string
	}{
		{"report", &a.global.report, reportForms()},
		{"color", &a.global.color, []string{"auto", "always", "never"}},
	} {
		if v, ok := a.env("PRESSKIT_" + strings.ToUpper(f.name)); ok && v != "" && !changed(f.name) {
			*f.value = v
		}
		if !slices.Contains(f.allowed, *f.value) {
			return &usageError{
				message: fmt.Sprintf("%s %q is not known", f.name, *f.value),
				hint:    "allowed: " + strings.Join(f.allowed, ", "),
			}
		}
	}
	return nil
}

// reportWanted gives the form of the report for a command line that could not
// be read: what follows a wrong flag was not parsed.
func (a *app) reportWanted(args []string) string {
	wanted, _ := a.env("PRESSKIT_REPORT")
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if value, ok := strings.CutPrefix(arg, "--report="); ok {
			wanted = value
		} else if arg == "--report" && i+1 < len(args) {
			wanted = args[i+1]
		}
	}
	if !slices.Contains(reportForms(), wanted) {
		return "text"
	}
	return wanted
}

// finish reports what was found and names the files that were written. The
// error is not nil if there are errors in the list.
//
// A report for programs goes to standard output, alone; the paths then go to
// standard error.
func (a *app) finish(list diag.List, outputs []output, github *githubFiles) error {
	list.Sort()
	if err := github.write(outputs, list); err != nil {
		return err
	}
	paths := a.stdout
	if a.global.report != "text" {
		paths = a.stderr
	}
	if err := a.report(list); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	for _, o := range outputs {
		for _, artifact := range o.set.Artifacts {
			if _, err := fmt.Fprintln(paths, filepath.Join(o.folder, artifact.Name)); err != nil {
				return fmt.Errorf("paths of the files: %w", err)
			}
		}
	}
	if s := summary(list); s != "" {
		a.say("%s", s)
	}
	if list.HasErrors() {
		return &errReported{list}
	}
	return nil
}

// report writes the list in the form that was asked for.
func (a *app) report(list diag.List) error {
	a.reported = true
	switch a.global.report {
	case "json":
		return diag.WriteJSON(a.stdout, list)
	case "github":
		return diag.WriteGitHub(a.stdout, list)
	case "sarif":
		return diag.WriteSARIF(a.stdout, list, diag.SARIFOptions{Version: current})
	}
	if a.global.quiet {
		list = slices.DeleteFunc(slices.Clone(list), func(d diag.Diagnostic) bool { return d.Severity != diag.Error })
	}
	return diag.WriteText(a.stderr, list, diag.TextOptions{Color: a.colored(a.stderr)})
}

// colored reports whether to use colours on w (https://no-color.org).
func (a *app) colored(w io.Writer) bool {
	switch a.global.color {
	case "always":
		return true
	case "never":
		return false
	}
	if v, ok := a.env("NO_COLOR"); ok && v != "" {
		return false
	}
	if v, _ := a.env("TERM"); v == "dumb" {
		return false
	}
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// summary counts what was found: "2 errors, 1 warning".
func summary(list diag.List) string {
	errors, warnings, notes := list.Count()
	var parts []string
	for _, c := range []struct {
		n    int
		word string
	}{{errors, "error"}, {warnings, "warning"}, {notes, "note"}} {
		switch {
		case c.n == 1:
			parts = append(parts, "1 "+c.word)
		case c.n > 1:
			parts = append(parts, fmt.Sprintf("%d %ss", c.n, c.word))
		}
	}
	return strings.Join(parts, ", ")
}
