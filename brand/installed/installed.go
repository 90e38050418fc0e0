// Package installed finds the fonts that are installed on a machine, for brands
// whose fonts have the source system.
//
// Start with [New], which takes the folders to look in. What a program gives to
// kit.Config.SystemFonts is the [Fonts] that it returns. Nothing is read until
// a font is asked for, and nothing is written: there is no index on disk.
package installed

import (
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/presskit-go/presskit/brand/internal/sfnt"
	"github.com/presskit-go/presskit/brand/internal/variable"
)

// Folder is a folder of fonts, with those below it.
type Folder struct {
	Path string // for messages
	FS   fs.FS  // its files implement io.ReaderAt, as those of os.DirFS do
}

// Fonts are the fonts in folders. They may be used by several goroutines.
type Fonts struct {
	folders []Folder
	faces   func() []face
}

// New gives the fonts in folders. Where two are equally near to what is asked
// for, the first one is taken.
func New(folders ...Folder) *Fonts {
	f := &Fonts{folders: folders}
	f.faces = sync.OnceValue(f.scan)
	return f
}

// face is one font on the machine.
type face struct {
	families []string // as normal gives them, the typographic one first
	name     string   // path, and the PostScript name in a collection
	file     string   // in the folder's file system
	folder   int
	style    sfnt.Style
	weights  [2]int // of a variable font, or the one weight twice
	italics  bool   // an upright variable font that can lean
}

// Bounds of what is looked at.
const (
	maxFiles    = 50_000
	maxFileSize = 128 << 20
)

// scan reads the names of all fonts. Files that are damaged are passed over, as
// are kinds that the brand cannot read.
func (f *Fonts) scan() []face {
	var faces []face
	files := 0
	for i, folder := range f.folders {
		_ = fs.WalkDir(folder.FS, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				if d != nil && d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if d.IsDir() || !isFont(name) {
				return nil
			}
			if files++; files > maxFiles {
				return fs.SkipAll
			}
			faces = append(faces, f.describe(i, name)...)
			return nil
		})
	}
	return faces
}

func isFont(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".ttf", ".otf", ".ttc", ".otc":
		return true
	}
	return false
}

// describe gives the fonts of a file.
func (f *Fonts) describe(folder int, name string) []face {
	file, err := f.folders[folder].FS.Open(name)
	if err != nil {
		return nil
	}
	defer file.Close()
	at, ok := file.(io.ReaderAt)
	info, err := file.Stat()
	if !ok || err != nil || info.Size() > maxFileSize {
		return nil
	}
	fonts, err := sfnt.ReadHeads(at, info.Size())
	if err != nil {
		return nil
	}
	var faces []face
	for _, font := range fonts {
		names, style := font.Names(), font.Style()
		one := face{
			families: []string{normal(names.Family), normal(names.Legacy)},
			name:     f.folders[folder].Path + "/" + name, file: name, folder: folder,
			style: style, weights: [2]int{style.Weight, style.Weight},
		}
		if len(fonts) > 1 {
			one.name += "#" + names.PostScript
		}
		axes, err := variable.Axes(font)
		if err != nil {
			continue
		}
		for _, a := range axes {
			switch a.Tag {
			case "wght":
				one.weights = [2]int{int(a.Min), int(a.Max)}
			case "slnt", "ital":
				one.italics = true
			}
		}
		faces = append(faces, one)
	}
	return faces
}

// normal makes names equal that differ in case and spaces alone.
func normal(family string) string {
	return strings.ToLower(strings.Join(strings.Fields(family), " "))
}

// Find gives the file of a family that is nearest to a weight and slant, by CSS
// Fonts 4, 5.2: width first, then slant, then weight. See brand.SystemFonts.
func (f *Fonts) Find(family string, weight int, italic bool) (name string, data []byte, err error) {
	wanted := normal(family)
	var found []face
	for _, one := range f.faces() {
		if slices.Contains(one.families, wanted) {
			found = append(found, one)
		}
	}
	if len(found) == 0 {
		return "", nil, fmt.Errorf("the font %q: %w", family, fs.ErrNotExist)
	}
	best := slices.MinFunc(found, func(a, b face) int {
		return cmp.Or(
			cmp.Compare(a.widthDistance(), b.widthDistance()),
			cmp.Compare(a.slantDistance(italic), b.slantDistance(italic)),
			cmp.Compare(a.weightDistance(weight), b.weightDistance(weight)),
			cmp.Compare(slices.Index(a.families, wanted), slices.Index(b.families, wanted)),
		)
	})
	file, err := f.folders[best.folder].FS.Open(best.file)
	if err != nil {
		return "", nil, err
	}
	defer file.Close()
	data, err = io.ReadAll(io.LimitReader(file, maxFileSize))
	return best.name, data, err
}

func (one face) widthDistance() int {
	const regular = 5
	return max(one.style.Width-regular, regular-one.style.Width)
}

// slantDistance prefers a font drawn for the slant to one that can lean.
func (one face) slantDistance(italic bool) int {
	switch {
	case one.style.Italic == italic:
		return 0
	case italic && one.italics:
		return 1
	}
	return 2
}

func (one face) weightDistance(want int) int {
	return sfnt.WeightDistance(want, min(max(want, one.weights[0]), one.weights[1]))
}
