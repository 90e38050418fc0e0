// Command presskit turns release definitions into press kits.
//
//	presskit build [FILE…]    writes the kit of each definition
//	presskit check [FILE…]    reports every problem and writes nothing
//	presskit new DIR          makes a project to start from
//	presskit layouts          lists the built-in layouts; show NAME prints one
//	presskit brand [FILE]     draws a specimen sheet of a brand; import makes one of tokens
//	presskit schema KIND      prints a JSON Schema, for editors
//	presskit version          says the version and the licence
//
// Standard output carries what was asked for and nothing else: the paths of the
// files that were written, or the report in a form for programs. Everything
// else goes to standard error.
//
// This file wires the commands and turns errors into exit statuses; each
// command has a file of its own, and none has logic that kit could have.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/docx"
	"github.com/presskit-go/presskit/kit/pdf"
)

// Exit statuses. They are part of the interface.
const (
	exitOK       = 0
	exitInternal = 1 // a bug, a full disk, an interruption
	exitUsage    = 2 // the command line or the settings
	exitInvalid  = 3 // the definition, the brand or the layout
	exitPolicy   = 4 // must not be published as it is
	exitMissing  = 5 // an asset or a font is not there
)

func main() {
	collectLate()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	a := &app{
		stdout: os.Stdout, stderr: os.Stderr, env: os.LookupEnv,
		formats: formats(), fonts: newSystemFonts(os.LookupEnv),
	}
	code := a.run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// collectLate lets the first garbage collection wait for a heap of 12 MB, which is
// three times what is usual: most kits need less, and are done by then. Once one
// was needed, the collector goes on as usual, so that large kits take no more
// memory for it.
func collectLate() {
	const late, usual = 300, 100 // percent
	debug.SetGCPercent(late)
	type sentinel struct{ _ *int } // nothing refers to it, and the first collection finds it
	runtime.AddCleanup(new(sentinel), func(percent int) { debug.SetGCPercent(percent) }, usual)
}

// formats are all formats, in the order in which they are made by default. Word
// files show the page numbers of the PDF until Word counts its own.
func formats() []kit.Format {
	p := pdf.Format{Cache: pdf.NewCache()}
	return []kit.Format{p, docx.Format{Cache: docx.NewCache(), Pages: p.Pages}}
}

// app is the program with what it touches of the world.
type app struct {
	stdout, stderr io.Writer
	env            func(string) (string, bool)
	formats        []kit.Format // in the order in which they are made by default
	fonts          brand.SystemFonts

	global   globalFlags
	reported bool // a report was begun
}

// globalFlags are the flags of every command.
type globalFlags struct {
	report  string
	color   string
	quiet   bool
	verbose bool
}

// usageError is a mistake in the command line or in the environment.
type usageError struct{ message, hint string }

func (e *usageError) Error() string { return e.message }

// run runs the program and returns its exit status.
func (a *app) run(ctx context.Context, args []string) (code int) {
	defer func() {
		if p := recover(); p != nil {
			fmt.Fprintf(a.stderr, "presskit: internal error: %s\n  this is a bug in presskit; with -v it says where\n", diag.Visible(fmt.Sprint(p)))
			if a.debugging() {
				fmt.Fprintf(a.stderr, "\n%s", debug.Stack())
			}
			code = exitInternal
		}
	}()
	root := a.rootCommand()
	root.SetArgs(args)
	started := false
	root.PersistentPreRunE = func(c *cobra.Command, _ []string) error {
		started = true
		return a.checkGlobal(c.Flags().Changed)
	}
	err := root.ExecuteContext(ctx)
	if err != nil && !started {
		a.global.report = a.reportWanted(args)
		err = &usageError{message: err.Error(), hint: "presskit --help lists commands and flags"}
	}
	return exitStatus(a.explain(err))
}

func (a *app) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "presskit",
		Short: "Turns a release definition into a branded press kit in PDF and DOCX",
		Long: `presskit turns a release definition (YAML, JSON, TOML or Markdown with front
matter) into a branded press kit in PDF and DOCX.

Settings are taken from flags, then from presskit.yaml beside the definition or
in a folder above it, up to the root of the repository (without one, up to the
working directory), then from PRESSKIT_* variables: FORMAT, LAYOUT, BRAND,
PAGE_SIZE, OUTPUT, NAME, TAG, DATE, REPORT, COLOR.

Exit status: 0 done, 1 internal error, 2 wrong usage, 3 invalid input,
4 must not be published (the release is canceled, or a font's licence forbids
to embed it), 5 missing asset or font.`,
		Version:           version(),
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	root.SetVersionTemplate("presskit {{ .Version }}\n")
	root.SetHelpCommand(helpCommand(root))
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	flags := root.PersistentFlags()
	flags.StringVar(&a.global.report, "report", "text", "form of the report: text, json, github, sarif")
	flags.StringVar(&a.global.color, "color", "auto", "colours in the report: auto, always, never")
	flags.BoolVarP(&a.global.quiet, "quiet", "q", false, "report errors only")
	flags.BoolVarP(&a.global.verbose, "verbose", "v", false, "say what is read and why")
	root.AddCommand(a.buildCommand(), a.checkCommand(), a.newCommand(), a.layoutsCommand(), a.brandCommand(), a.schemaCommand(), a.versionCommand())
	return root
}

// debugging reports whether a panic should show its stack.
func (a *app) debugging() bool {
	v, ok := a.env("PRESSKIT_DEBUG")
	return a.global.verbose || ok && v != "" && v != "0"
}

// say writes a line for the person at the terminal.
func (a *app) say(format string, args ...any) {
	if !a.global.quiet {
		fmt.Fprintln(a.stderr, diag.Visible(fmt.Sprintf(format, args...)))
	}
}

// tell writes a line for a person who asked to know more.
func (a *app) tell(format string, args ...any) {
	if a.global.verbose {
		fmt.Fprintln(a.stderr, "presskit: "+diag.Visible(fmt.Sprintf(format, args...)))
	}
}

// errReported stands for diagnostics that were reported already.
type errReported struct{ list diag.List }

func (e *errReported) Error() string { return e.list.Error() }

// explain writes an error that was not reported yet: to people, and in a report
// for programs too, so that they find out. It returns the error that holds.
func (a *app) explain(err error) error {
	var reported *errReported
	if err == nil || errors.As(err, &reported) {
		return err
	}
	message, hint, rule := err.Error(), "", "failure"
	var usage *usageError
	switch {
	case errors.Is(err, context.Canceled):
		message = "interrupted; nothing was changed"
	case errors.As(err, &usage):
		hint = usage.hint
	}
	if exitStatus(err) == exitUsage {
		rule = "wrong-usage"
	}
	for _, line := range strings.Split(message, "\n") { // joined errors have a line each
		fmt.Fprintf(a.stderr, "presskit: %s\n", diag.Visible(line))
	}
	if hint != "" {
		fmt.Fprintf(a.stderr, "  hint: %s\n", diag.Visible(hint))
	}
	if a.global.report != "text" && slices.Contains(reportForms(), a.global.report) && !a.reported {
		var list diag.List
		list.Add(diag.Span{}, rule, "%s", message).Hint = hint
		if failed := a.report(list); failed != nil {
			fmt.Fprintf(a.stderr, "presskit: report: %v\n", failed)
		}
	}
	return err
}

// exitStatus gives the exit status for an error.
func exitStatus(err error) int {
	var (
		reported *errReported
		usage    *usageError
		name     *kit.NameError
		clash    *kit.ClashError
		folder   *kit.FolderError
	)
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &reported):
		return kindStatus(reported.list)
	case errors.As(err, &usage), errors.As(err, &name), errors.As(err, &clash):
		return exitUsage
	case errors.As(err, &folder) && folder.IsFile:
		return exitUsage
	}
	return exitInternal
}

// kindStatus gives the exit status for diagnostics.
func kindStatus(list diag.List) int {
	kind, ok := list.Worst()
	if !ok {
		return exitOK
	}
	switch kind {
	case diag.Invalid:
		return exitInvalid
	case diag.Policy:
		return exitPolicy
	case diag.Missing:
		return exitMissing
	}
	panic(fmt.Sprintf("presskit: kind %v", kind))
}
