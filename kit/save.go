package kit

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
)

// stagingName is the pattern of the folder that a set is staged in, inside the
// folder it goes to, so that files move by renaming.
const stagingName = ".presskit-%d"

// How names begin in a staging folder: of what is to be put in place, and of what
// it replaces. An artifact may have any name.
const (
	stagedNew = "/new."
	stagedOld = "/old."
)

// maxStaging bounds the search for a free staging folder. More than a few are
// there only if as many runs were killed.
const maxStaging = 1000

// A Destination is a set and the folder it goes to.
type Destination struct {
	Folder string
	Set    *Set
}

// A FolderError says why nothing can be written into a folder.
type FolderError struct {
	Folder string
	IsFile bool // the folder, or one above it, is a file
	Err    error
}

func (e *FolderError) Error() string {
	if e.IsFile {
		var pe *fs.PathError
		if errors.As(e.Err, &pe) && pe.Op == "mkdir" && pe.Path != e.Folder {
			return fmt.Sprintf("the output folder %s lies below %s, which is a file", e.Folder, pe.Path)
		}
		return fmt.Sprintf("the output folder %s is a file", e.Folder)
	}
	return fmt.Sprintf("cannot write into %s: %v", e.Folder, plainCause(e.Err))
}

func (e *FolderError) Unwrap() error { return e.Err }

// plainCause gives what an error of the file system says without its path.
func plainCause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	var le *os.LinkError
	if errors.As(err, &le) {
		return le.Err
	}
	return err
}

// Save writes the artifacts, artifacts.json and checksums.txt into a folder,
// which is made if it is not there. It is [SaveAll] for one set.
func (s *Set) Save(ctx context.Context, folder string) error {
	return SaveAll(ctx, Destination{folder, s})
}

// SaveAll writes several sets, each with its artifacts.json and checksums.txt,
// into their folders, which are made if they are not there. The files of all
// sets are written under other names first and renamed at the end: if anything
// fails, or the context is cancelled before that, every folder has the files it
// had before. Two sets cannot go into one folder: add them to one.
func SaveAll(ctx context.Context, all ...Destination) (err error) {
	var stages []*stage
	defer func() {
		for _, s := range slices.Backward(stages) {
			err = errors.Join(err, s.close(err != nil))
		}
	}()
	for _, d := range all {
		s, err := openStage(d.Folder)
		if err != nil {
			return err
		}
		stages = append(stages, s)
		for _, other := range stages[:len(stages)-1] {
			if os.SameFile(other.info, s.info) {
				return fmt.Errorf("%s and %s are one folder", other.folder, s.folder)
			}
		}
		if err := s.fill(ctx, d.Set); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	for i, s := range stages {
		if err := s.commit(); err != nil {
			for _, s := range slices.Backward(stages[:i+1]) {
				err = errors.Join(err, s.rollback())
			}
			return err
		}
	}
	return nil
}

// stage is one folder while a set is written into it.
type stage struct {
	folder string
	made   []string // folders that were not there before, outermost first
	info   fs.FileInfo
	out    *os.Root
	name   string   // of the staging folder in out
	files  []string // staged
	done   []string // files that were put in place, or half so
	keep   bool     // the staging folder holds files that could not be put back
}

// openStage opens a folder, which it makes if need be, with an empty staging
// folder in it. If it fails, it leaves nothing behind.
func openStage(folder string) (_ *stage, err error) {
	s := &stage{folder: folder, made: missingFolders(folder)}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.close(true))
		}
	}()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, s.cannot(err)
	}
	if s.out, err = os.OpenRoot(folder); err != nil {
		return nil, s.cannot(err)
	}
	if s.info, err = s.out.Stat("."); err != nil {
		return nil, s.cannot(err)
	}
	for n := range maxStaging {
		name := fmt.Sprintf(stagingName, n)
		err := s.out.Mkdir(name, 0o755)
		if errors.Is(err, fs.ErrExist) {
			continue // another run has it
		}
		if err != nil {
			return nil, s.cannot(err)
		}
		s.name = name
		return s, nil
	}
	return nil, s.cannot(fmt.Errorf("%d staging folders are left from earlier runs; remove .presskit-*", maxStaging))
}

// missingFolders lists the folders that MkdirAll will make, outermost first.
func missingFolders(folder string) []string {
	var missing []string
	for folder = filepath.Clean(folder); ; folder = filepath.Dir(folder) {
		if _, err := os.Lstat(folder); !errors.Is(err, fs.ErrNotExist) || folder == filepath.Dir(folder) {
			slices.Reverse(missing)
			return missing
		}
		missing = append(missing, folder)
	}
}

func (s *stage) cannot(err error) error {
	info, statErr := os.Stat(s.folder)
	isFile := statErr == nil && !info.IsDir() || errors.Is(err, syscall.ENOTDIR)
	return &FolderError{Folder: s.folder, IsFile: isFile, Err: err}
}

// fill writes the files of a set into the staging folder.
func (s *stage) fill(ctx context.Context, set *Set) error {
	write := func(name string, data []byte) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := s.replaceable(name); err != nil {
			return err
		}
		if err := s.out.WriteFile(s.name+stagedNew+name, data, 0o644); err != nil {
			return s.cannot(err)
		}
		s.files = append(s.files, name)
		return nil
	}
	for _, a := range set.Artifacts {
		if err := write(a.Name, a.Data); err != nil {
			return err
		}
	}
	sums := set.sums()
	if err := write(ListName, set.list(sums)); err != nil {
		return err
	}
	return write(ChecksumsName, set.checksums(sums))
}

// replaceable fails if something other than a file has the name.
func (s *stage) replaceable(name string) error {
	switch info, err := s.out.Lstat(name); {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return s.cannot(err)
	case !info.Mode().IsRegular() && info.Mode()&fs.ModeSymlink == 0:
		return fmt.Errorf("cannot write %s: something that is not a file has this name", filepath.Join(s.folder, name))
	}
	return nil
}

// commit renames the staged files to their names. If it fails, rollback puts
// back what it did.
func (s *stage) commit() error {
	for _, name := range s.files {
		old := s.name + stagedOld + name
		// A second link keeps the earlier file without a moment in which its
		// name is missing; where there are no links, it is moved.
		err := s.out.Link(name, old)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			err = s.out.Rename(name, old)
		}
		if err == nil || errors.Is(err, fs.ErrNotExist) {
			s.done = append(s.done, name)
			err = s.out.Rename(s.name+stagedNew+name, name)
		}
		if err != nil {
			return fmt.Errorf("cannot write %s: %w", filepath.Join(s.folder, name), plainCause(err))
		}
	}
	return nil
}

// rollback gives the files the content they had before.
func (s *stage) rollback() (err error) {
	for _, name := range slices.Backward(s.done) {
		undo := s.out.Rename(s.name+stagedOld+name, name)
		if errors.Is(undo, fs.ErrNotExist) {
			undo = s.out.Remove(name)
			if errors.Is(undo, fs.ErrNotExist) {
				undo = nil
			}
		}
		if undo != nil {
			s.keep = true
			undo = fmt.Errorf("cannot put back %s, which is kept as %s: %w",
				filepath.Join(s.folder, name), filepath.Join(s.folder, s.name+stagedOld+name), plainCause(undo))
		}
		err = errors.Join(err, undo)
	}
	s.done = nil
	return err
}

// close removes the staging folder and, if the run failed, the folders that it
// made.
func (s *stage) close(failed bool) (err error) {
	if s.out != nil {
		if s.name != "" && !s.keep {
			err = s.out.RemoveAll(s.name)
		}
		err = errors.Join(err, s.out.Close())
	}
	if failed {
		for _, folder := range slices.Backward(s.made) {
			_ = os.Remove(folder) // only if it is empty
		}
	}
	return err
}
