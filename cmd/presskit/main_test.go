package main

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"presskit": main})
}

// TestScripts runs testdata/script. Beside the usual commands there are
//
//	exits STATUS COMMAND…   runs a command, which must exit with the status
//	repeat FILE BYTES TEXT  appends the text to a file until it has that many bytes
//	bytes FILE QUOTED       writes a file from a quoted Go string
//	picture FILE            writes a PNG of 64 by 48 pixels
//	truncate FILE BYTES     cuts a file
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("NO_COLOR", "")
			env.Setenv("TERM", "xterm")
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits":    exits,
			"repeat":   repeat,
			"bytes":    writeBytes,
			"picture":  picture,
			"truncate": truncate,
		},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%s: %v", args[1], err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d\n%s%s", got, want, ts.ReadFile("stdout"), ts.ReadFile("stderr"))
	}
}

func repeat(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.Atoi(args[1])
	ts.Check(err)
	text, err := strconv.Unquote(`"` + args[2] + `"`)
	ts.Check(err)
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	ts.Check(err)
	_, err = f.WriteString(strings.Repeat(text, size/len(text)+1))
	ts.Check(err)
	ts.Check(f.Close())
}

func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

func picture(ts *testscript.TestScript, _ bool, args []string) {
	img := image.NewNRGBA(image.Rect(0, 0, 64, 48))
	for i := range img.Pix {
		img.Pix[i] = byte(i * 7)
	}
	img.Set(0, 0, color.White)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(png.Encode(f, img))
	ts.Check(f.Close())
}

func truncate(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), size))
}

// broken is a format with a bug.
type broken struct{}

func (broken) Name() string      { return "pdf" }
func (broken) Extension() string { return ".pdf" }
func (broken) Render(context.Context, io.Writer, *doc.Document) error {
	panic("the page is upside down")
}

// A panic is a short message and exit status 1, and leaves nothing behind.
func TestPanic(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("release.yaml", []byte("language: en\nheadline: H\nbody: Text.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, debug := range []string{"", "1"} {
		var out, errs strings.Builder
		a := &app{
			stdout: &out, stderr: &errs, formats: []kit.Format{broken{}},
			env: func(name string) (string, bool) { return debug, name == "PRESSKIT_DEBUG" },
		}
		if code := a.run(t.Context(), []string{"build"}); code != exitInternal {
			t.Errorf("exit status %d", code)
		}
		if out.Len() > 0 || !strings.Contains(errs.String(), "internal error: the page is upside down") {
			t.Errorf("standard output %q, standard error %q", out.String(), errs.String())
		}
		if stack := strings.Contains(errs.String(), "goroutine"); stack != (debug != "") {
			t.Errorf("with PRESSKIT_DEBUG=%q: %s", debug, errs.String())
		}
		if _, err := os.Stat("presskit"); !os.IsNotExist(err) {
			t.Errorf("the output folder was made: %v", err)
		}
	}
}

// An interruption is not reported as a bug, and leaves nothing behind.
func TestInterrupted(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("release.yaml", []byte("language: en\nheadline: H\nbody: Text.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, errs strings.Builder
	a := &app{stdout: &out, stderr: &errs, formats: []kit.Format{broken{}}, env: func(string) (string, bool) { return "", false }}
	if code := a.run(ctx, []string{"build"}); code != exitInternal || !strings.Contains(errs.String(), "interrupted") {
		t.Errorf("exit status %d, standard error %q", code, errs.String())
	}
	if _, err := os.Stat("presskit"); !os.IsNotExist(err) {
		t.Errorf("the output folder was made: %v", err)
	}
}

// Words of the command line cannot drive the terminal.
func TestEscapesOfCommandLine(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, args := range [][]string{
		{"check", "\x1b[31mx.yaml"}, {"check", "--\x1b[31m"}, {"\x1b[31m"}, {"help", "\x1b[31m"}, {"build", "--report", "\x1b[31m"},
		{"check", "--report", "github", "\x1b[31mx.yaml"}, {"build", "--set", "\x1b[31m"}, {"build", "-\x1b"},
	} {
		var out, errs strings.Builder
		a := &app{stdout: &out, stderr: &errs, formats: []kit.Format{broken{}}, env: func(string) (string, bool) { return "", false }}
		if code := a.run(t.Context(), args); code != exitUsage {
			t.Errorf("%q: exit status %d", args, code)
		}
		if strings.Contains(out.String()+errs.String(), "\x1b") {
			t.Errorf("%q: %q, %q", args, out.String(), errs.String())
		}
	}
}

func TestExitStatus(t *testing.T) {
	of := func(kinds ...diag.Kind) error {
		var list diag.List
		for _, k := range kinds {
			list.Add(diag.Span{}, "rule", "message").Kind = k
		}
		list.Add(diag.Span{}, "rule", "message").Severity = diag.Warning
		return &errReported{list}
	}
	tests := []struct {
		err  error
		want int
	}{
		{nil, exitOK},
		{of(), exitOK},
		{of(diag.Invalid), exitInvalid},
		{of(diag.Policy), exitPolicy},
		{of(diag.Missing), exitMissing},
		{of(diag.Missing, diag.Policy, diag.Invalid), exitInvalid},
		{of(diag.Missing, diag.Policy), exitPolicy},
		{&usageError{message: "m"}, exitUsage},
		{fmt.Errorf("wrapped: %w", &kit.NameError{}), exitUsage},
		{fmt.Errorf("wrapped: %w", &kit.ClashError{}), exitUsage},
		{&kit.FolderError{IsFile: true}, exitUsage},
		{&kit.FolderError{Err: os.ErrPermission}, exitInternal},
		{os.ErrPermission, exitInternal},
		{context.Canceled, exitInternal},
	}
	for _, tt := range tests {
		if got := exitStatus(tt.err); got != tt.want {
			t.Errorf("exit status of %v is %d, want %d", tt.err, got, tt.want)
		}
	}
}
