package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// current is the version of this source; CHANGELOG.md says what it holds.
const current = "0.1.0"

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Say the version and the licence",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(a.stdout, `presskit %s (%s, %s/%s)
The source of presskit is under Apache-2.0. This program links unioffice v1.4.0
for DOCX, so that the program as a whole is under AGPL-3.0: whoever passes it on,
or lets others use it over a network, must offer its source. The files that it
makes are yours. NOTICE in the source lists all licences.
`, version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}

// version gives the version that the module was built at, or that of the
// source.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "v" + current
}

// generator names the program in the files that it makes. It does not depend
// on how the program was built, and neither do the files.
func generator() string { return "presskit " + current }
