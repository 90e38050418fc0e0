package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"github.com/presskit-go/presskit/kit"
)

// folderProblem makes an error of writing into a folder a wrong usage, in plain
// words, where naming another folder helps. Any other error, such as that of a
// full disk, is given back.
func folderProblem(folder string, err error) error {
	var usage *usageError
	var known *kit.FolderError
	if errors.As(err, &usage) || errors.As(err, &known) && known.IsFile {
		return err // says it plainly already
	}
	if known != nil {
		folder = known.Folder
	}
	why := ""
	switch {
	case leadsNowhere(folder):
		why = "it is a link that leads to nothing"
	case errors.Is(err, fs.ErrPermission):
		why = "you have no permission to"
	case errors.Is(err, syscall.EROFS):
		why = "it is on a disk that can only be read"
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		why = "a file is in its way"
	case errors.Is(err, syscall.ENAMETOOLONG):
		why = "its name is too long"
	case errors.Is(err, syscall.ELOOP):
		why = "it is a link that leads round in a circle"
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid), errors.Is(err, syscall.EINVAL):
		why = "no folder can be made there"
	default:
		return err
	}
	return &usageError{
		message: fmt.Sprintf("cannot write into %s: %s", shortened(folder), why),
		hint:    "name another folder",
	}
}

// leadsNowhere reports whether a path is a symbolic link whose target is missing.
func leadsNowhere(name string) bool {
	_, there := os.Lstat(name)
	_, target := os.Stat(name)
	return there == nil && errors.Is(target, fs.ErrNotExist)
}

// maxShown bounds, in characters, what a message repeats of a name.
const maxShown = 120

// shortened gives a name as a message shows it, without its middle if it is long.
func shortened(name string) string {
	r := []rune(name)
	if len(r) <= maxShown {
		return name
	}
	return string(r[:maxShown/2]) + "…" + string(r[len(r)-maxShown/2:])
}

// shellQuoted gives a word as a person can paste it into a POSIX shell: as it is,
// or in quotation marks if it holds a character that means something there.
func shellQuoted(word string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("/._-+,:@%", r)
	}
	if word != "" && strings.TrimFunc(word, plain) == "" {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
