package main

import (
	"context"

	"github.com/spf13/cobra"
)

func (a *app) checkCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "check [FILE…]",
		Short: "Report every problem and write nothing",
		Long: `Makes the press kit of each definition as build does, in memory, and reports
every problem of the definition, its media, the brand and the layout.`,
		Example: `  presskit check
  presskit check press/*.yaml --report sarif > presskit.sarif`,
	}
	buildFlags(c.Flags())
	c.RunE = func(_ *cobra.Command, args []string) error { return a.check(c.Context(), c.Flags(), args) }
	return c
}

// check renders every kit and throws it away: some problems, such as a
// character that no font has, show only then.
func (a *app) check(ctx context.Context, flags flagSet, args []string) error {
	github, err := a.openGitHub()
	if err != nil {
		return err
	}
	defer github.close()
	kits, list, err := a.render(ctx, flags, args)
	if err != nil {
		return err
	}
	if !list.HasErrors() {
		if _, err := gather(kits); err != nil {
			return err
		}
	}
	return a.finish(list, nil, github)
}
