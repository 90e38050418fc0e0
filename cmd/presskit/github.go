package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/diag"
)

// writeGitHub tells a workflow of GitHub Actions what was made: outputs for the
// steps that follow, in the file that GITHUB_OUTPUT names, and a summary for
// people, in the one that GITHUB_STEP_SUMMARY names.
//
// Outputs are files, one path a line, and artifacts and checksums, the paths of
// the two lists of the first folder.
func (a *app) writeGitHub(outputs []output, list diag.List) error {
	err := a.appendTo("GITHUB_OUTPUT", func(w io.Writer) { writeOutputs(w, outputs) })
	if err != nil {
		return err
	}
	return a.appendTo("GITHUB_STEP_SUMMARY", func(w io.Writer) { writeSummary(w, outputs, list) })
}

// appendTo appends to the file that a variable names; without it, it does
// nothing.
func (a *app) appendTo(variable string, write func(io.Writer)) (err error) {
	name, ok := a.env(variable)
	if !ok || name == "" {
		return nil
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("%s: %w", variable, err)
	}
	var b strings.Builder
	write(&b)
	if _, err := f.WriteString(b.String()); err != nil {
		return fmt.Errorf("%s: %w", variable, err) // the file is given up
	}
	return f.Close()
}

// delimiter ends a value of several lines. Paths hold no line breaks, so that
// none can end it early.
const delimiter = "PRESSKIT_FILES"

func writeOutputs(w io.Writer, outputs []output) {
	if len(outputs) == 0 {
		return
	}
	fmt.Fprintf(w, "files<<%s\n", delimiter)
	for _, o := range outputs {
		for _, artifact := range o.set.Artifacts {
			fmt.Fprintln(w, slashed(o.folder, artifact.Name))
		}
	}
	fmt.Fprintln(w, delimiter)
	fmt.Fprintf(w, "artifacts=%s\n", slashed(outputs[0].folder, kit.ListName))
	fmt.Fprintf(w, "checksums=%s\n", slashed(outputs[0].folder, kit.ChecksumsName))
}

// writeSummary writes Markdown: the files, and every problem, since the page of
// a run shows ten annotations of a kind at most.
func writeSummary(w io.Writer, outputs []output, list diag.List) {
	fmt.Fprint(w, "### Press kit\n\n")
	if len(outputs) == 0 {
		fmt.Fprintln(w, "Nothing was written.")
	} else {
		fmt.Fprint(w, "| File | Release | Edition | Language | Size | SHA-256 |\n| --- | --- | --- | --- | ---: | --- |\n")
	}
	for _, o := range outputs {
		for _, f := range o.set.Artifacts {
			fmt.Fprintf(w, "| %s | %s | %s | %s | %d | `%s` |\n", cell(slashed(o.folder, f.Name)), cell(f.Title), cell(f.Version), cell(f.Language), len(f.Data), f.SHA256())
		}
	}
	if len(list) > 0 {
		fmt.Fprintf(w, "\n%s\n\n", summary(list))
		for _, d := range list {
			fmt.Fprintf(w, "- %s\n", cell(d.String()))
		}
	}
}

func slashed(folder, name string) string { return filepath.ToSlash(filepath.Join(folder, name)) }

// cell escapes text for a cell of a Markdown table.
func cell(s string) string {
	return strings.NewReplacer("\\", "\\\\", "|", "\\|", "\n", " ", "\r", " ", "<", "&lt;", "&", "&amp;", "`", "\\`", "*", "\\*", "_", "\\_", "[", "\\[").Replace(s)
}
