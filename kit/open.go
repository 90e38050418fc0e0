package kit

import (
	"cmp"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/kit/source"
)

// Config says how a definition is opened. The zero value reads it as it stands.
type Config struct {
	// Tag is the version control tag of this build, such as "v1.2.0". It is the
	// build variable .Tag, and Version is taken from it if that is empty.
	Tag string
	// Version is the edition of the release, put in place of the definition's.
	// The build variable .Version is the one that holds.
	Version string
	// Date is the build variable .Date, as 2006-01-02. If it is zero, so is
	// .Date unknown.
	Date time.Time
	// Vars are further build variables, by name without the dot. They win over
	// those above.
	Vars map[string]string

	// Brand is the path of the brand file in BrandFS. If it is empty, the brand
	// is the nearest file of [BrandNames] beside the definition or in a folder
	// above it; if there is none, the built-in brand.
	Brand string
	// BrandFS is where Brand is read from; nil is the definition's own.
	BrandFS fs.FS
	// SystemFonts finds the fonts that are installed, for brands that ask for
	// them. If it is nil, there are none.
	SystemFonts brand.SystemFonts

	// Cache is shared by the projects that are opened with it. Nil: nothing is
	// shared.
	Cache *Cache
}

// BrandNames lists the file names that a brand is looked for under, in order.
func BrandNames() []string { return []string{"_brand.yml", "_brand.yaml", "brand.yml", "brand.yaml"} }

// Open opens the release definition of a name in fsys with the zero [Config].
func Open(fsys fs.FS, name string) (*Project, error) { return Config{}.Open(fsys, name) }

// Open reads and checks the release definition of a name in fsys, its media and
// its brand. An error is a [diag.List] with every problem found, warnings
// included. What is only a warning does not keep a project from being opened:
// see [Project.Diagnostics].
func (c Config) Open(fsys fs.FS, name string) (*Project, error) {
	if c.Version == "" {
		c.Version = VersionOf(c.Tag)
	}
	if list := CheckLink(fsys, name); list.HasErrors() {
		return nil, list
	}
	definition, list := source.Read(fsys, name)
	version, statusPlace := peek(definition)
	r, list := release.Decode(fsys, name, definition, list, release.Options{Vars: c.vars(version)})
	b, kept, problems := c.readBrand(fsys, path.Dir(name), brand.Config{SystemFonts: c.SystemFonts})
	list = append(list, problems...)
	list.Sort()
	if err := list.Err(); err != nil {
		return nil, err
	}
	if c.Version != "" {
		r.Version.Value = c.Version
	}
	return &Project{fsys: fsys, config: c, release: r, brand: b, kept: kept, list: list, status: statusPlace}, nil
}

// vars gives the build variables. The version is the definition's own.
func (c Config) vars(version string) map[string]string {
	vars := map[string]string{}
	if !strings.Contains(version, "{{") {
		vars["Version"] = version
	}
	if c.Tag != "" {
		vars["Tag"] = c.Tag
	}
	if c.Version != "" {
		vars["Version"] = c.Version
	}
	if !c.Date.IsZero() {
		vars["Date"] = c.Date.Format(time.DateOnly)
	}
	maps.Copy(vars, c.Vars)
	return vars
}

// peek gives the edition that a definition says itself, and where it says its
// status. The edition is needed before the definition can be decoded with its
// variables; what is wrong with it is reported then.
func peek(d *source.Doc) (version string, status diag.Span) {
	if d == nil {
		return "1", status
	}
	status = d.At("status")
	if n := d.Root.Get("version"); n != nil {
		switch n.Kind { // those that a source.Text takes
		case source.StringKind, source.IntKind, source.FloatKind, source.TimeKind:
			version = n.Text.Value
		}
	}
	return cmp.Or(version, "1"), status
}

// readBrand reads the brand that was asked for, or the nearest one to a folder.
func (c Config) readBrand(fsys fs.FS, folder string, how brand.Config) (*brand.Brand, *keptBrand, diag.List) {
	found := c.Brand
	switch {
	case found == "":
		found = Nearest(fsys, folder, BrandNames()...)
	case c.BrandFS != nil:
		fsys = c.BrandFS
	}
	if found == "" {
		return brand.Default(), nil, nil
	}
	if list := CheckLink(fsys, found); list.HasErrors() {
		return nil, nil, list
	}
	return c.Cache.brand(fsys, found, how)
}

// Nearest finds the first file of the given names in a folder, or else in the
// nearest folder above it, up to the root of fsys; "" if there is none. A link
// counts even if it leads nowhere: see [CheckLink].
func Nearest(fsys fs.FS, folder string, names ...string) string {
	for {
		linked := sync.OnceValue(func() bool { return isLink(fsys, folder) })
		for _, n := range names {
			found := path.Join(folder, n)
			info, err := fs.Lstat(fsys, found) // most are not there: that is to be known by one question
			if err == nil && info.Mode()&fs.ModeSymlink != 0 {
				if info, err = fs.Stat(fsys, found); err != nil {
					return found
				}
			}
			if err == nil && !info.IsDir() || err != nil && linked() {
				return found
			}
		}
		if folder == "." || folder == "/" || folder == "" {
			return ""
		}
		folder = path.Dir(folder)
	}
}

// CheckLink reports a file, or a folder, that cannot be reached because a link
// leads out of fsys or nowhere. A name that is not there at all is no problem of
// a link.
func CheckLink(fsys fs.FS, name string) (list diag.List) {
	_, err := fs.Stat(fsys, name)
	if err == nil || !isLink(fsys, name) {
		return nil
	}
	d := list.Add(diag.File(diag.NewSource(name, nil)), "outside-link", "a link here leads out of the project, or to no file")
	d.Hint = "put the file itself here; links count from their own folder and stay in the project"
	return list
}

// isLink reports whether a name, or a folder on the way to it, is a link.
func isLink(fsys fs.FS, name string) bool {
	for ; name != "." && name != "/" && name != ""; name = path.Dir(name) {
		if info, err := fs.Lstat(fsys, name); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			return true
		}
	}
	return false
}

// VersionOf gives the version in a tag: "v1.2.0", "1.2.0" and "made/v1.2.0"
// all give "1.2.0". A tag that does not name a version gives "".
func VersionOf(tag string) string {
	tag = tag[strings.LastIndex(tag, "/")+1:]
	if tag == "" {
		return ""
	}
	m := regexp.MustCompile(`^v?([0-9]+(\.[0-9]+)*([-+.][0-9A-Za-z.+-]+)?)$`).FindStringSubmatch(tag)
	if m == nil {
		return ""
	}
	return m[1]
}
