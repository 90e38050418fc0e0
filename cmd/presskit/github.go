package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/diag"
)

// githubFiles are the files by which a step of a workflow of GitHub Actions
// says what it made: outputs for the steps that follow, in the file that
// GITHUB_OUTPUT names, and a summary for people, in the one that
// GITHUB_STEP_SUMMARY names. Each is nil if it is not wanted.
//
// Outputs are files, one path a line, and artifacts and checksums, the paths of
// the two lists of the first folder.
type githubFiles struct{ output, summary *os.File }

// openGitHub opens the files of a step if the report is for GitHub.
func (a *app) openGitHub() (*githubFiles, error) {
	g := &githubFiles{}
	if a.global.report != "github" {
		return g, nil
	}
	for _, f := range []struct {
		variable string
		into     **os.File
	}{{"GITHUB_OUTPUT", &g.output}, {"GITHUB_STEP_SUMMARY", &g.summary}} {
		name, ok := a.env(f.variable)
		if !ok || name == "" {
			continue
		}
		file, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
		if err != nil {
			g.close()
			return nil, fmt.Errorf("%s: cannot write to %s: %w", f.variable, name, cause(err))
		}
		*f.into = file
	}
	return g, nil
}

// write appends to the files and closes them.
func (g *githubFiles) write(outputs []output, list diag.List) error {
	return errors.Join(
		appendTo(&g.output, "GITHUB_OUTPUT", func(w io.Writer) { writeOutputs(w, outputs) }),
		appendTo(&g.summary, "GITHUB_STEP_SUMMARY", func(w io.Writer) { writeSummary(w, outputs, list) }),
	)
}

// appendTo appends what write makes to a file that is wanted; for others nothing is made.
func appendTo(file **os.File, variable string, write func(io.Writer)) error {
	f := *file
	if f == nil {
		return nil
	}
	*file = nil
	var text strings.Builder
	write(&text)
	_, err := f.WriteString(text.String())
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("%s: %w", variable, err)
	}
	return nil
}

// close closes files that nothing was written to.
func (g *githubFiles) close() {
	for _, f := range []*os.File{g.output, g.summary} {
		if f != nil {
			_ = f.Close() // nothing was written that could be lost
		}
	}
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
