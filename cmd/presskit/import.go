package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/presskit-go/presskit/brand/tokens"
	"github.com/presskit-go/presskit/kit/diag"
)

func (a *app) importCommand() *cobra.Command {
	var output string
	c := &cobra.Command{
		Use:   "import TOKENS.json",
		Short: "Make a brand file of design tokens",
		Long: `Reads design tokens (DTCG Format Module 2025.10), as design tools export them,
and writes a _brand.yml of their colours, font families and typographies: to
standard output, or to the file of --output, which must not be there yet.

What a token is for is told from its name, and a note says what was taken for
what; with -q there are none. Look at the file, then at presskit brand.`,
		Example: `  presskit brand import design.tokens.json > _brand.yml
  presskit brand import design.tokens.json --output house/_brand.yml`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.importTokens(args[0], output) },
	}
	c.Flags().StringVarP(&output, keyOutput, "o", "", "file to write (default standard output)")
	return c
}

// importTokens writes the brand file that tokens make.
func (a *app) importTokens(file, output string) error {
	p, err := locate(file)
	if err != nil {
		return err
	}
	j := &job{app: a, project: p, elsewhere: map[string]string{}}
	defer j.close()
	fsys, name, err := j.outside(file)
	if err != nil {
		return err
	}
	text, list := tokens.Import(fsys, name)
	for i, d := range list {
		if d.Span.Source == nil { // about the file as a whole
			list[i].Span = diag.File(diag.NewSource(name, nil))
		}
	}
	list = p.relabel(list, j.elsewhere, a.fromRoot())
	if text != nil {
		if err := a.writeBrand(text, output); err != nil {
			return err
		}
	}
	return a.finish(list, nil, &githubFiles{})
}

// writeBrand writes a brand file; none is written over.
func (a *app) writeBrand(text []byte, output string) error {
	if output == "" {
		if a.global.report != "text" {
			return &usageError{message: "the brand file and the report would both go to standard output", hint: "name a file with --output"}
		}
		_, err := a.stdout.Write(text)
		return err
	}
	f, err := os.OpenFile(output, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return &usageError{message: fmt.Sprintf("there is a file %s already", output), hint: "remove it first, or name another"}
	}
	if err != nil {
		return folderProblem(filepath.Dir(output), err)
	}
	_, err = f.Write(text)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	_, err = fmt.Fprintln(a.stdout, output)
	return err
}
