package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/kit/source"
	"github.com/presskit-go/presskit/layouts"
)

// schemas are the files that have a JSON Schema.
func schemas() map[string]func() source.Schema {
	return map[string]func() source.Schema{"release": release.Schema, "brand": brand.Schema, "layout": layouts.Schema}
}

func (a *app) schemaCommand() *cobra.Command {
	names := []string{"release", "brand", "layout"}
	return &cobra.Command{
		Use:   "schema release|brand|layout",
		Short: "Print the JSON Schema of a file, for editors",
		Long: `Prints the JSON Schema (2020-12) of a release definition, a brand or a layout.
Editors that know it complete keys and mark mistakes while you type. In YAML, the
first line of a file names its schema:

  # yaml-language-server: $schema=release.schema.json`,
		Example:   `  presskit schema release > release.schema.json`,
		ValidArgs: names,
		Args:      cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if !slices.Contains(names, args[0]) {
				return &usageError{message: fmt.Sprintf("there is no schema of %q", args[0]), hint: "there are: " + strings.Join(names, ", ")}
			}
			data, err := schemaFile(args[0])
			if err != nil {
				return err
			}
			_, err = a.stdout.Write(data)
			return err
		},
	}
}

// schemaFile is a schema as a file.
func schemaFile(name string) ([]byte, error) {
	data, err := json.MarshalIndent(schemas()[name](), "", "  ")
	if err != nil {
		return nil, fmt.Errorf("schema of %s: %w", name, err)
	}
	return append(data, '\n'), nil
}
