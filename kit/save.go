package kit

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
)

// stagingName is the pattern of the folder that Save works in, inside the
// folder it writes to, so that files move by renaming.
const stagingName = ".presskit-%d"

// maxStaging bounds the search for a free staging folder. More than a few are
// there only if as many runs were killed.
const maxStaging = 1000

// Save writes the artifacts, artifacts.json and checksums.txt into a folder,
// which is made if it is not there. All files are written under other names
// first and renamed at the end: if anything fails, or the context is cancelled
// before that, the folder has the files it had before.
func (s *Set) Save(ctx context.Context, folder string) (err error) {
	files := []file{}
	for _, a := range s.Artifacts {
		files = append(files, file{a.Name, a.Data})
	}
	files = append(files, file{ListName, s.List()}, file{ChecksumsName, s.Checksums()})

	_, missing := os.Stat(folder)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("output folder: %w", err)
	}
	out, err := os.OpenRoot(folder)
	if err != nil {
		return fmt.Errorf("output folder: %w", err)
	}
	defer func() {
		err = errors.Join(err, out.Close())
		if err != nil && errors.Is(missing, fs.ErrNotExist) {
			_ = os.Remove(folder) // only if it is empty
		}
	}()
	staging, err := makeStaging(out)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.RemoveAll(staging)) }()

	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := replaceable(out, f.name); err != nil {
			return err
		}
		if err := out.WriteFile(staging+"/"+f.name, f.data, 0o644); err != nil {
			return fmt.Errorf("write %s: %w", f.name, err)
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return commit(out, staging, files)
}

// file is a name and its content.
type file struct {
	name string
	data []byte
}

// makeStaging makes a folder that no other run has.
func makeStaging(out *os.Root) (string, error) {
	for n := range maxStaging {
		name := fmt.Sprintf(stagingName, n)
		err := out.Mkdir(name, 0o755)
		if err == nil {
			return name, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return "", fmt.Errorf("output folder: %w", err)
		}
	}
	return "", fmt.Errorf("output folder: %d staging folders are left from earlier runs; remove .presskit-*", maxStaging)
}

// replaceable fails if something other than a file has the name.
func replaceable(out *os.Root, name string) error {
	switch info, err := out.Lstat(name); {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("write %s: %w", name, err)
	case !info.Mode().IsRegular() && info.Mode()&fs.ModeSymlink == 0:
		return fmt.Errorf("write %s: something that is not a file has this name", name)
	}
	return nil
}

// commit renames the staged files to their names. If one fails, those before
// it are put back as they were.
func commit(out *os.Root, staging string, files []file) error {
	var done []file
	for _, f := range files {
		old := staging + "/old-" + f.name
		// A second link keeps the earlier file without a moment in which its
		// name is missing; where there are no links, it is moved.
		err := out.Link(f.name, old)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			err = out.Rename(f.name, old)
		}
		if err == nil || errors.Is(err, fs.ErrNotExist) {
			done = append(done, f)
			err = out.Rename(staging+"/"+f.name, f.name)
		}
		if err != nil {
			return errors.Join(fmt.Errorf("write %s: %w", f.name, err), rollback(out, staging, done))
		}
	}
	return nil
}

// rollback gives the files the content they had before.
func rollback(out *os.Root, staging string, done []file) (err error) {
	for _, f := range slices.Backward(done) {
		undo := out.Rename(staging+"/old-"+f.name, f.name)
		if errors.Is(undo, fs.ErrNotExist) {
			undo = out.Remove(f.name)
			if errors.Is(undo, fs.ErrNotExist) {
				undo = nil
			}
		}
		err = errors.Join(err, undo)
	}
	return err
}
