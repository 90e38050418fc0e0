package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/presskit-go/presskit/kit"
)

func TestFolderProblem(t *testing.T) {
	in := func(err error) error { return &fs.PathError{Op: "mkdir", Path: "x", Err: err} }
	for _, c := range []struct {
		err    error
		want   string
		status int
	}{
		{in(syscall.EACCES), "cannot write into out: you have no permission to", exitUsage},
		{in(syscall.EPERM), "cannot write into out: you have no permission to", exitUsage},
		{&kit.FolderError{Folder: "kits", Err: in(syscall.EROFS)}, "cannot write into kits: it is on a disk that can only be read", exitUsage},
		{fmt.Errorf("x: %w", in(syscall.ENAMETOOLONG)), "cannot write into out: its name is too long", exitUsage},
		{in(syscall.ENOSPC), "mkdir x: " + syscall.ENOSPC.Error(), exitInternal},
		{&kit.FolderError{Folder: "kits", IsFile: true, Err: in(syscall.ENOTDIR)}, "the output folder kits lies below x, which is a file", exitUsage},
		{&usageError{message: "said"}, "said", exitUsage},
	} {
		got := folderProblem("out", c.err)
		if got.Error() != c.want || exitStatus(got) != c.status {
			t.Errorf("%v: %q with status %d, want %q with %d", c.err, got, exitStatus(got), c.want, c.status)
		}
	}
	if err := errors.New("x"); folderProblem("out", err) != err {
		t.Error("an error without a known cause was changed")
	}
}

func TestShellQuoted(t *testing.T) {
	for in, want := range map[string]string{
		"a/b-c.d": "a/b-c.d", "": "''", "a b": "'a b'", "ü": "'ü'", "it's": `'it'\''s'`, "$x": "'$x'", "~": "'~'",
	} {
		if got := shellQuoted(in); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestShownPaths(t *testing.T) {
	root := filepath.VolumeName(t.TempDir()) + string(filepath.Separator)
	p := project{root: root, cwd: filepath.Join(root, "a", "b", "c", "d", "e")}
	for in, want := range map[string]string{
		"dev/zero":              filepath.Join(root, "dev", "zero"),
		"a/b/c/d/e/x.yaml":      "x.yaml",
		"a/b/c/d/x.yaml":        filepath.Join("..", "x.yaml"),
		"a/b/c/d/e/media/x.svg": filepath.Join("media", "x.svg"),
	} {
		if got := p.path(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
	if got := shortened(strings.Repeat("ü", 500)); len([]rune(got)) != maxShown+1 {
		t.Errorf("%d characters are left of a long name", len([]rune(got)))
	}
}
