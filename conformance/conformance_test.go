//go:build conformance

package conformance

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// binary is the command under test, built by TestMain. It is not run within go
// test: libraries behave otherwise there.
var binary string

func TestMain(m *testing.M) {
	if result := os.Getenv(measureEnv); result != "" {
		if err := measure(result, os.Args[1:]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	dir, err := os.MkdirTemp("", "presskit-conformance-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	binary = filepath.Join(dir, "presskit")
	build := exec.Command("go", "build", "-o", binary, "../cmd/presskit")
	build.Stderr = os.Stderr
	code := 1
	if err := build.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "build the command:", err)
	} else {
		code = m.Run()
	}
	os.RemoveAll(dir)
	os.Exit(code)
}

// examples lists the folders in examples that hold a release definition.
func examples(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob("../examples/*/release.*")
	files := slices.DeleteFunc(found, func(f string) bool { return strings.Count(filepath.Base(f), ".") > 1 }) // a schema
	if err != nil || len(files) < 2 {
		t.Fatalf("examples: %v, %v", files, err)
	}
	return files
}

// run runs a tool and gives what it printed. It fails the test if the tool is
// not there or does not exit with 0.
func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Fatalf("%s is not installed; .ci/run installs what these tests need", name)
	}
	var out, errs bytes.Buffer
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, out.String(), errs.String())
	}
	return out.String()
}

// kits are the folders of the examples' kits, which are made once for all tests.
var kits = map[string]string{}

// kitOf gives the folder of the kit of an example, which no test may change.
func kitOf(t *testing.T, example string) string {
	t.Helper()
	if folder, ok := kits[example]; ok {
		return folder
	}
	folder := filepath.Join(filepath.Dir(binary), filepath.Base(filepath.Dir(example)))
	buildInto(t, folder, example)
	kits[example] = folder
	return folder
}

// build makes the kit of an example in a new folder, which it returns. The
// variables are added to the environment.
func build(t *testing.T, example string, variables ...string) string {
	t.Helper()
	folder := t.TempDir()
	buildInto(t, folder, example, variables...)
	return folder
}

func buildInto(t *testing.T, folder, example string, variables ...string) {
	t.Helper()
	var out, errs bytes.Buffer
	cmd := exec.CommandContext(t.Context(), binary, "build", example, "--output", folder)
	cmd.Env = append(os.Environ(), variables...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("presskit build %s: %v\n%s", example, err, errs.String())
	}
	files := kitFiles(t, folder, "*.*")
	slices.Sort(files)
	want := ""
	for _, f := range files {
		if name := filepath.Base(f); name != "artifacts.json" && name != "checksums.txt" {
			want += f + "\n"
		}
	}
	if out.String() != want {
		t.Errorf("standard output is not the list of files:\n%s\nwant:\n%s", out.String(), want)
	}
}

// kitFiles lists the files of a folder that match a pattern.
func kitFiles(t *testing.T, folder, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, pattern))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s has no %s: %v", folder, pattern, err)
	}
	return files
}

// contents gives the files of a folder by name.
func contents(t *testing.T, folder string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(folder, path))
		got[path] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// each runs a test for the kit of every example.
func each(t *testing.T, test func(t *testing.T, example, folder string)) {
	for _, e := range examples(t) {
		t.Run(filepath.Base(filepath.Dir(e)), func(t *testing.T) { test(t, e, kitOf(t, e)) })
	}
}

// The same input gives the same bytes, however the machine is set up.
func TestSameBytes(t *testing.T) {
	each(t, func(t *testing.T, example, folder string) {
		want := contents(t, folder)
		for _, variables := range [][]string{
			{"GOMAXPROCS=1"},
			{"GOMAXPROCS=8", "TZ=Pacific/Auckland", "LANG=tr_TR.UTF-8", "HOME=/nonexistent"},
		} {
			got := contents(t, build(t, example, variables...))
			if len(got) != len(want) {
				t.Errorf("%v: %d files, want %d", variables, len(got), len(want))
			}
			for name, data := range want {
				if got[name] != data {
					t.Errorf("%v: %s differs", variables, name)
				}
			}
		}
	})
}

// The checksums are in the form that sha256sum reads.
func TestChecksums(t *testing.T) {
	each(t, func(t *testing.T, _, folder string) {
		cmd := exec.CommandContext(t.Context(), "sha256sum", "--check", "--strict", "checksums.txt")
		cmd.Dir = folder
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("sha256sum: %v\n%s", err, out)
		}
	})
}
