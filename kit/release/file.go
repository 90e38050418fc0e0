package release

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// maxLinks is how many symbolic links one path may lead through.
const maxLinks = 20

// file checks a path of the definition and returns where the file lies in the
// file system, with symbolic links resolved; "" if it was reported.
func (c *checker) file(t source.Text, what string) string {
	p := t.Value
	switch {
	case isAddress(p):
		c.report(t.Span, "remote-media", "%s is not a file", source.Quote(p)).
			Hint = "nothing is fetched; put the file beside the definition and give its path"
		return ""
	case len(p) > 1 && p[1] == ':' && isLetter(p[0]), strings.HasPrefix(p, "/"), strings.HasPrefix(p, `\`):
		c.outside(t, "is not relative")
		return ""
	case strings.Contains(p, `\`):
		c.report(t.Span, "path-outside", "%s holds a backslash", source.Quote(p)).Hint = "write folders apart by /"
		return ""
	case contains(strings.Split(p, "/"), ".."):
		c.outside(t, "leads out of its folder")
		return ""
	}
	clean := path.Clean(p)
	if !fs.ValidPath(clean) || clean == "." || strings.ContainsAny(p, "\t\n\r") || strings.HasSuffix(p, "/") {
		c.report(t.Span, "bad-path", "%s is not a path to a file", source.Quote(p))
		return ""
	}
	return c.resolve(t, clean, what)
}

// isAddress reports whether a path begins with a scheme (RFC 3986, 3.1) of more
// than one letter, which would be a drive, or with two slashes.
func isAddress(p string) bool {
	if strings.HasPrefix(p, "//") {
		return true
	}
	for i := range len(p) {
		switch b := p[i]; {
		case b == ':':
			return i > 1
		case isLetter(b), i > 0 && (b >= '0' && b <= '9' || strings.IndexByte("+.-", b) >= 0):
		default:
			return false
		}
	}
	return false
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

func (c *checker) outside(t source.Text, problem string) {
	c.report(t.Span, "path-outside", "%s %s", source.Quote(t.Value), problem).
		Hint = "paths are relative to the definition's file and stay in its folder"
}

// resolve follows a path from the definition's folder part by part.
func (c *checker) resolve(t source.Text, rest, what string) string {
	base := path.Dir(c.r.Name)
	at, links := ".", 0
	for rest != "" {
		part, more, _ := strings.Cut(rest, "/")
		next := path.Join(at, part)
		info, err := fs.Lstat(c.fsys, path.Join(base, next))
		if err != nil {
			c.missing(t, path.Join(base, at), part, what, err)
			return ""
		}
		rest = more
		switch {
		case info.Mode()&fs.ModeSymlink != 0:
			target, err := fs.ReadLink(c.fsys, path.Join(base, next))
			to := path.Join(at, target)
			if links++; err != nil || links > maxLinks || path.IsAbs(target) || strings.Contains(target, `\`) || to == ".." || strings.HasPrefix(to, "../") {
				c.outside(t, "leads out of its folder through a symbolic link")
				return ""
			}
			at, rest = ".", path.Join(to, rest)
		case rest != "" && !info.IsDir():
			c.missing(t, path.Join(base, at), part, what, fs.ErrNotExist)
			return ""
		case rest == "" && !info.Mode().IsRegular():
			c.report(t.Span, "bad-path", "%s is not a file", source.Quote(t.Value))
			return ""
		default:
			at = next
		}
	}
	return path.Join(base, at)
}

// missing reports a file that is not there, with the name in its folder that
// comes nearest.
func (c *checker) missing(t source.Text, dir, name, what string, err error) {
	if !errors.Is(err, fs.ErrNotExist) {
		d := c.report(t.Span, "missing-file", "the %s %s cannot be read", what, source.Quote(t.Value))
		d.Kind = diag.Missing
		return
	}
	d := c.report(t.Span, "missing-file", "there is no %s %s", what, source.Quote(t.Value))
	d.Kind = diag.Missing
	if len(name) > 200 {
		return
	}
	entries, err := fs.ReadDir(c.fsys, dir)
	if err != nil || len(entries) > maxEntries {
		return
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if guess := source.Suggest(name, names); guess != "" {
		d.Hint = "did you mean \"" + guess + "\"?"
	}
}
