package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// helpCommand is cobra's, but for a topic that is not there: that is wrong usage.
func helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Say how a command is used",
		RunE: func(_ *cobra.Command, args []string) error {
			c, rest, err := root.Find(args)
			if err != nil || c == nil || len(rest) > 0 {
				return &usageError{
					message: fmt.Sprintf("there is no help on %q", args),
					hint:    "presskit --help lists commands and flags",
				}
			}
			c.InitDefaultHelpFlag()
			return c.Help()
		},
	}
}
