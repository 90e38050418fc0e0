package brand

import (
	"slices"
	"strconv"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// setFonts loads the fonts and chooses the families of headings and of text. A
// built-in family gives way to one of the same name that the brand brings.
func (r *reader) setFonts(b *Brand) {
	var own []Face
	var declared []string // families that the file speaks of, loaded or not
	for _, f := range r.fonts {
		if f.family == nil {
			continue
		}
		family := strings.TrimSpace(f.family.Text.Value)
		declared = append(declared, family)
		switch {
		case f.origin == "file":
			own = append(own, r.loadFaces(f, family)...)
		case !hasFamily(b.Faces, family):
			r.reportUnavailable(f, family)
		}
	}
	faces := slices.Clone(own)
	for _, face := range b.Faces {
		if !hasFamily(own, face.Family) {
			faces = append(faces, face)
		}
	}
	headings := b.Headings
	if r.base != nil {
		b.Base = r.family(r.base, b.Base, faces, declared)
		headings = b.Base // unless given, headings are set in the font of the text
	}
	b.Headings = headings
	if r.headings != nil {
		b.Headings = r.family(r.headings, headings, faces, declared)
	}
	b.Faces = faces
	b.markFallbacks()
}

// markFallbacks marks the faces of families that are not in use.
func (b *Brand) markFallbacks() {
	for i, f := range b.Faces {
		b.Faces[i].Fallback = f.Family != b.Base && f.Family != b.Headings
	}
}

// family returns the family that a node names, or instead if there is no such family.
func (r *reader) family(n *source.Node, instead string, faces []Face, declared []string) string {
	name := strings.TrimSpace(n.Text.Value)
	if hasFamily(faces, name) {
		return name
	}
	if slices.Contains(declared, name) {
		return instead // why it is not there has been reported
	}
	var families []string
	for _, f := range faces {
		if !slices.Contains(families, f.Family) {
			families = append(families, f.Family)
		}
	}
	d := r.add(n, "unknown-family", "the brand has no font family %s", quote(name))
	d.Hint = "add its files under typography.fonts; at hand are " + strings.Join(families, ", ")
	if guess := source.Suggest(name, families); guess != "" {
		d.Hint = "did you mean " + quote(guess) + "? " + d.Hint
	}
	return instead
}

func hasFamily(faces []Face, family string) bool {
	return slices.ContainsFunc(faces, func(f Face) bool { return f.Family == family })
}

// loadFaces reads the files of a font.
func (r *reader) loadFaces(f font, family string) []Face {
	var faces []Face
	for _, file := range f.files {
		if r.fontFiles++; r.fontFiles > maxFontFiles {
			if r.fontFiles == maxFontFiles+1 {
				r.add(file.path, "too-large", "the brand has more than %d font files", maxFontFiles)
			}
			continue
		}
		name, data, ok := r.file(file.path, maxFontSize)
		if !ok {
			continue
		}
		if r.fontBytes += len(data); r.fontBytes > maxFontBytes {
			r.fontFiles = maxFontFiles + 1
			r.add(file.path, "too-large", "the fonts of the brand are larger than %d MB together", maxFontBytes>>20)
			continue
		}
		p, err := readProgram(data)
		if err != nil {
			r.add(file.path, "bad-font", "%s %v", quote(name), err).Hint = "use a static TrueType font, .ttf"
			continue
		}
		r.checkProgram(file.path, name, p)
		face := Face{Family: family, Weight: p.weight, Italic: p.italic, Name: name, Data: data}
		if file.weight != 0 {
			face.Weight = file.weight
		}
		if file.style != "" {
			face.Italic = file.style != "normal"
		}
		faces = append(faces, face)
	}
	return faces
}

// checkProgram reports what a font says of itself that its use must respect.
func (r *reader) checkProgram(n *source.Node, name string, p program) {
	if p.restricted {
		d := r.add(n, "font-license", "%s may not be embedded in documents, by its own licence flags", quote(name))
		d.Kind = diag.Policy
		d.Hint = "ask its maker for a licence, or choose a font under the SIL Open Font License"
	}
	if p.variable {
		d := r.add(n, "variable-font", "%s is a variable font; only its default instance is used", quote(name))
		d.Severity = diag.Warning
		d.Hint = "add a static .ttf file for each weight instead"
	}
}

// reportUnavailable says what to add for a font that would have to be fetched.
// Where neither headings nor text use it, that is a warning.
func (r *reader) reportUnavailable(f font, family string) {
	used := names(r.base, family) || names(r.headings, family)
	var d *diag.Diagnostic
	switch f.origin {
	case "google", "bunny":
		d = r.add(f.family, "font-unavailable", "the font %s is on the network (%s), and nothing is fetched", quote(family), f.origin)
	case "system":
		d = r.add(f.family, "font-unavailable", "the font %s is a system font, and those differ from machine to machine", quote(family))
	default:
		if f.node.Get("source") != nil {
			return // of a kind that is not known, as has been reported
		}
		d = r.add(f.family, "font-unavailable", "the font %s has no files", quote(family))
	}
	d.Kind = diag.Missing
	if !used {
		d.Severity = diag.Warning
	}
	files := strings.Join(fileNames(f, family), ", ")
	d.Hint = "put its files beside the brand and write: source: file, files: [" + files + "]"
}

// names reports whether a node names a family.
func names(n *source.Node, family string) bool {
	return n != nil && strings.TrimSpace(n.Text.Value) == family
}

// fileNames lists the files that foundries usually give for the weights and
// styles of a font.
func fileNames(f font, family string) []string {
	weights, styles := f.weights, f.styles
	if len(weights) == 0 {
		weights = []string{"400", "700"}
	}
	if len(styles) == 0 {
		styles = []string{"normal"}
	}
	base := strings.ReplaceAll(family, " ", "")
	var files []string
	for _, w := range weights {
		for _, s := range styles {
			style := fileStyle(weightOf(w))
			if s != "normal" {
				style = strings.TrimPrefix(style+"Italic", "Regular")
			}
			if name := base + "-" + style + ".ttf"; !slices.Contains(files, name) {
				files = append(files, name)
			}
		}
	}
	return files
}

// fileStyle is the part of a font file's name that stands for a weight.
func fileStyle(weight int) string {
	styles := [...]string{"Thin", "ExtraLight", "Light", "Regular", "Medium", "SemiBold", "Bold", "ExtraBold", "Black"}
	return styles[min(max(weight/100, 1), len(styles))-1]
}

// weightNames lists the weights as the schema allows them.
func weightNames() []string {
	names := []string{"thin", "extra-light", "ultra-light", "light", "normal", "regular", "medium",
		"semi-bold", "demi-bold", "bold", "extra-bold", "ultra-bold", "black"}
	for w := 100; w <= 900; w += 100 {
		names = append(names, strconv.Itoa(w))
	}
	return names
}

// weightOf returns the weight that one of weightNames stands for, or 0.
func weightOf(name string) int {
	switch name {
	case "thin":
		return 100
	case "extra-light", "ultra-light":
		return 200
	case "light":
		return 300
	case "normal", "regular":
		return 400
	case "medium":
		return 500
	case "semi-bold", "demi-bold":
		return 600
	case "bold":
		return 700
	case "extra-bold", "ultra-bold":
		return 800
	case "black":
		return 900
	}
	w, err := strconv.Atoi(name)
	if err != nil {
		return 0
	}
	return w
}

func styleNames() []string { return []string{"normal", "italic", "oblique"} }
