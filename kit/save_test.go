package kit

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func artifact(name, data string) Artifact {
	return Artifact{Name: name, Format: "txt", ID: "made", Version: "1", Language: "it", Layout: "feature", Data: []byte(data)}
}

func setOf(t *testing.T, list ...Artifact) *Set {
	t.Helper()
	s := &Set{}
	if err := s.Add(list...); err != nil {
		t.Fatal(err)
	}
	return s
}

// folder gives what a folder holds, by name; folders have a slash.
func folder(t *testing.T, path string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(path)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, e := range entries {
		if e.IsDir() {
			got[e.Name()+"/"] = ""
			continue
		}
		data, err := os.ReadFile(filepath.Join(path, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		got[e.Name()] = string(data)
	}
	return got
}

func TestSave(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	set := setOf(t, artifact("b.txt", "two"), artifact("a.txt", "one"))
	for range 2 { // the second run replaces the files of the first
		if err := set.Save(t.Context(), dir); err != nil {
			t.Fatal(err)
		}
		got := folder(t, dir)
		if len(got) != 4 || got["a.txt"] != "one" || got["b.txt"] != "two" {
			t.Fatalf("saved %v", got)
		}
		want := fmt.Sprintf("%x  a.txt\n%x  b.txt\n", sha256.Sum256([]byte("one")), sha256.Sum256([]byte("two")))
		if got[ChecksumsName] != want {
			t.Errorf("checksums:\n%s\nwant:\n%s", got[ChecksumsName], want)
		}
		var list struct {
			Schema    int
			Artifacts []struct{ Name, Path, Format, SHA256, ID, Version, Language, Layout string }
		}
		if err := json.Unmarshal([]byte(got[ListName]), &list); err != nil {
			t.Fatal(err)
		}
		if list.Schema != 1 || len(list.Artifacts) != 2 || list.Artifacts[0].Path != "a.txt" ||
			list.Artifacts[0].SHA256 != fmt.Sprintf("%x", sha256.Sum256([]byte("one"))) {
			t.Errorf("list: %+v", list)
		}
	}
}

func TestSaveKeepsEarlierFiles(t *testing.T) {
	dir := t.TempDir()
	if err := setOf(t, artifact("a.txt", "old a"), artifact("b.txt", "old b")).Save(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	before := folder(t, dir)

	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if err := setOf(t, artifact("a.txt", "new a")).Save(cancelled, dir); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if got := folder(t, dir); !maps.Equal(got, before) {
		t.Errorf("a cancelled run left %v", got)
	}

	if err := os.Mkdir(filepath.Join(dir, "c.txt"), 0o755); err != nil {
		t.Fatal(err)
	}
	before["c.txt/"] = ""
	err := setOf(t, artifact("a.txt", "new a"), artifact("b.txt", "new b"), artifact("c.txt", "new c")).Save(t.Context(), dir)
	if err == nil || !strings.Contains(err.Error(), "c.txt") {
		t.Errorf("a folder in the way: %v", err)
	}
	if got := folder(t, dir); !maps.Equal(got, before) {
		t.Errorf("a failed run left %v", got)
	}
}

// A rename that fails in the middle is undone.
func TestCommitRollsBack(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte("old a"), 0o644); err != nil {
		t.Fatal(err)
	}
	s, err := openStage(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.fill(t.Context(), setOf(t, artifact("a.txt", "new a"), artifact("b.txt", "new b"))); err != nil {
		t.Fatal(err)
	}
	s.files = append(s.files, "missing.txt")
	if err := s.commit(); err == nil {
		t.Fatal("commit succeeded")
	}
	if err := errors.Join(s.rollback(), s.close(true)); err != nil {
		t.Fatal(err)
	}
	if got, want := folder(t, dir), map[string]string{"a.txt": "old a"}; !maps.Equal(got, want) {
		t.Errorf("after the rollback: %v", got)
	}
}

// A name that looks like that of a backup is a name like others.
func TestSaveNamesLikeBackups(t *testing.T) {
	dir := t.TempDir()
	for _, data := range []string{"first", "second", "third"} {
		set := setOf(t, artifact("made.txt", data+" made"), artifact("old-made.txt", data+" old-made"), artifact("old.txt", data), artifact("new.txt", data))
		if err := set.Save(t.Context(), dir); err != nil {
			t.Fatal(err)
		}
		got := folder(t, dir)
		if got["made.txt"] != data+" made" || got["old-made.txt"] != data+" old-made" || got["old.txt"] != data || got["new.txt"] != data {
			t.Errorf("%s: saved %v", data, got)
		}
	}
}

// If one of several folders cannot be written to, none is.
func TestSaveAllOrNothing(t *testing.T) {
	top := t.TempDir()
	first, second := filepath.Join(top, "first"), filepath.Join(top, "second")
	if err := setOf(t, artifact("a.txt", "old")).Save(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	before := folder(t, first)
	if err := os.WriteFile(second, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for name, folders := range map[string][]string{
		"a file":       {first, second},
		"below a file": {first, filepath.Join(top, "new", "x"), filepath.Join(second, "below")},
		"the same":     {first, filepath.Join(top, "new"), filepath.Join(top, "new", ".")},
	} {
		var all []Destination
		for _, f := range folders {
			all = append(all, Destination{f, setOf(t, artifact("a.txt", "new"))})
		}
		err := SaveAll(t.Context(), all...)
		var fe *FolderError
		if err == nil || name != "the same" && (!errors.As(err, &fe) || !fe.IsFile) {
			t.Errorf("%s: %v", name, err)
		}
		if got := folder(t, first); !maps.Equal(got, before) {
			t.Errorf("%s: the first folder has %v", name, got)
		}
		if _, err := os.Stat(filepath.Join(top, "new")); !os.IsNotExist(err) {
			t.Errorf("%s: a new folder was left: %v", name, err)
		}
	}

	// The second folder fails when the first is in place already.
	one, err := openStage(first)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(one.fill(t.Context(), setOf(t, artifact("a.txt", "new"))), one.commit()); err != nil {
		t.Fatal(err)
	}
	if got := folder(t, first)["a.txt"]; got != "new" {
		t.Errorf("committed %q", got)
	}
	if err := errors.Join(one.rollback(), one.close(true)); err != nil {
		t.Fatal(err)
	}
	if got := folder(t, first); !maps.Equal(got, before) {
		t.Errorf("after the rollback of a whole folder: %v", got)
	}
}

func TestSaveLeavesNoNewFolder(t *testing.T) {
	top := filepath.Join(t.TempDir(), "new")
	dir := filepath.Join(top, "deep", "er")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := setOf(t, artifact("a.txt", "a")).Save(ctx, dir); err == nil {
		t.Fatal("saved after cancellation")
	}
	if _, err := os.Stat(top); !os.IsNotExist(err) {
		t.Errorf("the folder was left: %v", err)
	}
}

func TestSaveReplacesLinkNotTarget(t *testing.T) {
	dir, other := t.TempDir(), filepath.Join(t.TempDir(), "secret.txt")
	if err := os.WriteFile(other, []byte("secret"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(other, filepath.Join(dir, "a.txt")); err != nil {
		t.Fatal(err)
	}
	if err := setOf(t, artifact("a.txt", "new")).Save(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(other); string(data) != "secret" {
		t.Errorf("the link was followed: %q", data)
	}
	if got := folder(t, dir)["a.txt"]; got != "new" {
		t.Errorf("a.txt is %q", got)
	}
}

func TestSetClash(t *testing.T) {
	for _, list := range [][]Artifact{
		{artifact("a.txt", ""), artifact("a.txt", "")},
		{artifact("a.txt", ""), artifact("A.TXT", "")},
		{artifact("artifacts.json", "")},
		{artifact("Checksums.txt", "")},
	} {
		s := &Set{}
		var clash *ClashError
		if err := s.Add(list...); !errors.As(err, &clash) || len(s.Artifacts) != 0 {
			t.Errorf("%s: %v, %d added", list[0].Name, err, len(s.Artifacts))
		}
	}
}
