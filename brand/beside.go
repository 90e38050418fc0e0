package brand

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/source"
)

// A brand that was made for a program with a network is worn unchanged once the
// files of its fonts lie beside it, or in the folder fonts there, under the names
// that foundries and web services give them: "OpenSans-Bold.ttf",
// "open-sans-v40-latin-700.woff2", "Inter[opsz,wght].ttf".

// maxBeside is how many files with a family's name are looked into, for all families.
const maxBeside = 100

// beside lists the files of a family that lie beside the brand. Names alone do
// not tell "Inter" from "Inter Tight": the fonts say what they are.
func (r *reader) beside(n *source.Node, family string) (files []fontFile) {
	var stems []string // of a font that is there in several formats the first is taken
	for _, folder := range [...]string{r.dir, path.Join(r.dir, "fonts")} {
		entries, err := fs.ReadDir(r.fsys, folder)
		if err != nil {
			continue // there is no such folder, or none that can be listed
		}
		for _, e := range entries {
			ext := path.Ext(e.Name())
			stem := strings.TrimSuffix(e.Name(), ext)
			if !isFontName(ext) || !strings.HasPrefix(squeezed(stem), squeezed(family)) || slices.Contains(stems, stem) {
				continue
			}
			file := *n
			file.Text.Value = "/" + path.Join(folder, e.Name())
			if r.looked++; r.looked > maxBeside || !r.isOf(&file, family) {
				continue
			}
			stems = append(stems, stem)
			files = append(files, fontFile{path: &file})
		}
	}
	return files
}

// isOf reports whether a file holds a font of a family. What cannot be read is said
// when it is loaded.
func (r *reader) isOf(file *source.Node, family string) bool {
	known := len(r.list)
	_, data, ok := r.file(file, file.Text.Value, maxFontSize)
	r.list = r.list[:known]
	if !ok {
		return true
	}
	p, err := openProgram(data, "")
	if err != nil {
		return true
	}
	rest, ok := strings.CutPrefix(squeezed(p.font.Names().Family), squeezed(family))
	return ok && (rest == "" || rest == "variable" || rest == "vf")
}

// squeezed are the letters and digits of a name, by which names are compared.
func squeezed(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// isFontName reports whether a file name ends as those of fonts do.
func isFontName(ext string) bool {
	return slices.Contains([]string{".ttf", ".otf", ".woff2", ".woff"}, strings.ToLower(ext))
}

// generic gives the built-in family that stands for a generic one of CSS.
func generic(name string) (family string, ok bool) {
	switch strings.ToLower(name) {
	case "serif", "ui-serif":
		return "Vollkorn", true
	case "sans-serif", "ui-sans-serif", "system-ui":
		return "Manrope", true
	case "monospace", "ui-monospace":
		return "", true
	}
	return "", false
}

// stack are the families that a node names, in the order in which they are wanted:
// one, or a list as in CSS, "'Open Sans', sans-serif".
func stack(n *source.Node) (families []string) {
	if n == nil {
		return nil
	}
	for name := range strings.SplitSeq(n.Text.Value, ",") {
		if name = strings.Trim(strings.TrimSpace(name), `"'`); name != "" {
			families = append(families, name)
		}
	}
	return families
}

// undeclared are families that are used without an entry under fonts, which is an
// entry without a source.
func (r *reader) undeclared(builtIn []Face, declared []string) (entries []fontEntry) {
	for _, n := range [...]*source.Node{r.base.family, r.headings.family, r.inline.family, r.block.family} {
		for _, name := range stack(n) {
			if _, ok := generic(name); ok || slices.Contains(declared, name) || hasFamily(builtIn, name) || utf8.RuneCountInString(name) > maxFamilyName {
				continue
			}
			declared = append(declared, name)
			family := *n
			family.Text.Value = name
			entries = append(entries, fontEntry{node: n, family: &family})
		}
	}
	return entries
}
