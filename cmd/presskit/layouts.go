package main

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/presskit-go/presskit/layouts"
)

func (a *app) layoutsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "layouts",
		Short: "List the built-in layouts, or print the file of one",
		Long: `Lists the built-in layouts with a line each.

presskit layouts show NAME prints the file of a layout. A layout of your own may
start from it, or say extends: NAME and only what differs. Its first line names the
schema for editors: presskit schema layout > layout.schema.json writes that.`,
		Example: `  presskit layouts
  presskit layouts show feature > layout.yaml`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.listLayouts() },
	}
	c.AddCommand(&cobra.Command{
		Use:               "show NAME",
		Short:             "Print the file of a layout",
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: cobra.FixedCompletions(layouts.Names(), cobra.ShellCompDirectiveNoFileComp),
		RunE:              func(_ *cobra.Command, args []string) error { return a.showLayout(args[0]) },
	})
	return c
}

// modeline names the schema to editors, as the file that presskit schema layout >
// layout.schema.json writes beside the layout.
const modeline = "# yaml-language-server: $schema=layout.schema.json\n\n"

func (a *app) listLayouts() error {
	w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	for _, name := range layouts.Names() {
		l, list := layouts.Load(name)
		if l == nil {
			return list
		}
		title := l.Title
		if name == layouts.DefaultName {
			title += " (default)"
		}
		fmt.Fprintf(w, "%s\t%s\n", name, title)
	}
	return w.Flush()
}

func (a *app) showLayout(name string) error {
	if !slices.Contains(layouts.Names(), name) {
		return &usageError{message: fmt.Sprintf("there is no layout %q", name), hint: "built in are: " + strings.Join(layouts.Names(), ", ")}
	}
	data, err := layouts.Source(name)
	if err != nil {
		return err
	}
	_, err = a.stdout.Write(append([]byte(modeline), data...))
	return err
}
