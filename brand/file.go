package brand

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// Bounds of the files that a brand names, in bytes.
const (
	maxLogoSize  = 8 << 20
	maxFontSize  = 32 << 20
	maxFontBytes = 96 << 20 // of all fonts together
)

// maxFontFiles is how many font files a brand may name.
const maxFontFiles = 100

// file reads the file that is written in a node and returns it with its path in
// the file system; ok is false if that was reported as a problem.
func (r *reader) file(n *source.Node, written string, limit int) (name string, data []byte, ok bool) {
	name, ok = r.inside(n, written)
	if !ok {
		return "", nil, false
	}
	f, err := r.fsys.Open(name)
	if err == nil {
		defer f.Close()
		data, err = io.ReadAll(io.LimitReader(f, int64(limit)+1))
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		d := r.add(n, "missing-file", "there is no file %s", quote(name))
		d.Kind = diag.Missing
		d.Hint = "paths are relative to the brand's file"
	case err != nil:
		var pathError *fs.PathError
		if errors.As(err, &pathError) {
			err = pathError.Err
		}
		r.add(n, "unreadable", "cannot read %s: %v", quote(name), err).Kind = diag.Missing
	case len(data) > limit:
		r.add(n, "too-large", "%s is larger than %d MB", quote(name), limit>>20)
	default:
		return name, data, true
	}
	return "", nil, false
}

// inside returns the path that is written in a node, within the file system, if
// it stays in the brand's folder.
func (r *reader) inside(n *source.Node, written string) (string, bool) {
	switch {
	case isRemote(written):
		d := r.add(n, "remote-file", "%s is on the network, and nothing is fetched", quote(written))
		d.Kind = diag.Missing
		d.Hint = "put the file beside the brand and name it here"
		return "", false
	case strings.ContainsRune(written, '\\'):
		r.add(n, "bad-path", "%s has backslashes", quote(written)).Hint = "write paths with /"
		return "", false
	}
	// Behind a / stands a path from the root of the project, as in Quarto.
	rooted, fromRoot := strings.CutPrefix(written, "/")
	if fromRoot {
		written = rooted
	}
	clean := path.Clean(written)
	if written == "" || !fs.ValidPath(clean) || clean == "." {
		d := r.add(n, "bad-path", "%s does not name a file in the brand's folder", quote(written))
		d.Hint = "paths are relative to the brand's file and stay inside its folder"
		return "", false
	}
	if fromRoot {
		return clean, true
	}
	return path.Join(r.dir, clean), true
}

// isRemote reports whether a path is a URL, with a scheme or without.
func isRemote(s string) bool {
	return strings.Contains(s, "://") || strings.HasPrefix(s, "//") || strings.HasPrefix(s, "data:")
}
