package brand

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// maxFamilyName bounds the name of a font family, in characters. Messages and
// files repeat it.
const maxFamilyName = 100

// setFonts loads the fonts and chooses the families of headings and of text. A
// built-in family gives way to one of the same name that the brand brings.
func (r *reader) setFonts(b *Brand) {
	var own []Face
	builtIn := slices.DeleteFunc(slices.Clone(b.Faces), func(f Face) bool { return isFiller(f.Family) }) // to set text in
	var declared []string                                                                                // families that the file speaks of, loaded or not
	for _, f := range r.fonts {
		if f.family == nil {
			continue
		}
		name := strings.TrimSpace(f.family.Text.Value)
		declared = append(declared, name)
		switch {
		case utf8.RuneCountInString(name) > maxFamilyName:
			r.add(f.family, "bad-value", "the name of a font family is longer than %d characters", maxFamilyName)
		case f.origin == "file":
			own = append(own, r.loadFaces(f, r.familyOf(f, name))...)
		case f.origin == "system" && r.system != nil && !hasFamily(builtIn, name):
			own = append(own, r.findFaces(f, r.familyOf(f, name))...)
		case !hasFamily(own, name): // another entry may have brought it
			if f.files = r.beside(f.family, name); len(f.files) > 0 {
				own = append(own, r.loadFaces(f, r.familyOf(f, name))...)
			} else if !hasFamily(builtIn, name) {
				r.reportUnavailable(f, name)
			}
		}
	}
	for _, f := range r.undeclared(builtIn, declared) {
		if f.files = r.beside(f.family, f.family.Text.Value); len(f.files) > 0 {
			own = append(own, r.loadFaces(f, r.familyOf(f, f.family.Text.Value))...)
			declared = append(declared, f.family.Text.Value)
		}
	}
	notOwn := func(faces []Face) []Face {
		return slices.DeleteFunc(slices.Clone(faces), func(f Face) bool { return hasFamily(own, f.Family) })
	}
	faces := slices.Concat(own, notOwn(builtIn))
	headings := b.Headings
	if r.base.family != nil {
		b.Base = r.family(r.base.family, b.Base, faces, declared)
		headings = b.Base // unless given, headings are set in the font of the text
	}
	b.Headings = headings
	if r.headings.family != nil {
		b.Headings = r.family(r.headings.family, headings, faces, declared)
	}
	b.Code.Family = r.codeFamily(r.inline.family, faces, declared)
	b.CodeBlock.Family = b.Code.Family
	if r.block.family != r.inline.family {
		b.CodeBlock.Family = r.codeFamily(r.block.family, faces, declared)
	}
	b.Faces, b.families = slices.Concat(own, notOwn(b.Faces)), r.families
	b.markFallbacks()
}

// familyOf gives the family that an entry belongs to. A family may have several
// entries.
func (r *reader) familyOf(f fontEntry, name string) *family {
	for _, known := range r.families {
		if known.name == name {
			return known
		}
	}
	of := &family{name: name, place: f.family.Span}
	for _, w := range f.weights {
		of.weights = append(of.weights, weightOf(w))
	}
	r.families = append(r.families, of)
	return of
}

// markFallbacks marks the faces of families that are not in use.
func (b *Brand) markFallbacks() {
	for i, f := range b.Faces {
		b.Faces[i].Fallback = !b.inUse(f.Family)
	}
}

// inUse reports whether a kit is set in a family by itself.
func (b *Brand) inUse(family string) bool {
	return slices.Contains([]string{b.Base, b.Headings, b.Code.Family, b.CodeBlock.Family}, family)
}

// codeFamily returns the family that a node names for code; "" if there is none.
// Code is set without one, so that a family which is not there is no error.
func (r *reader) codeFamily(n *source.Node, faces []Face, declared []string) string {
	if n == nil {
		return ""
	}
	before := len(r.list)
	name := r.family(n, "", faces, declared)
	for i := range r.list[before:] {
		d := &r.list[before+i]
		d.Severity, d.Message = diag.Warning, d.Message+"; code is set without it"
	}
	return name
}

// family returns the first family of those that a node names which is there, or
// instead if none is.
func (r *reader) family(n *source.Node, instead string, faces []Face, declared []string) string {
	wanted := stack(n)
	for _, name := range wanted {
		if hasFamily(faces, name) {
			return name
		}
		if slices.Contains(declared, name) {
			return instead // why it is not there has been reported
		}
		if built, ok := generic(name); ok {
			return cmp.Or(built, instead)
		}
	}
	if len(wanted) == 0 {
		return instead
	}
	d := r.add(n, "unknown-family", "the brand has no font family %s", quote(wanted[0]))
	d.Hint = besideAdvice(fontEntry{}, wanted[0]) + "; or, if it is installed, write under typography: fonts: [" +
		systemEntry(wanted[0]) + "]; at hand are " + strings.Join(r.atHand(faces), ", ")
	if guess := source.Suggest(wanted[0], r.atHand(faces)); guess != "" {
		d.Hint = "did you mean " + quote(guess) + "? or " + d.Hint
	}
	return instead
}

// systemEntry is the entry under fonts for a family that is installed.
func systemEntry(family string) string {
	if strings.ContainsAny(family, "{}[],:#&*!|>'\"%@`") {
		family = quote(family)
	}
	return "{family: " + family + ", source: system}"
}

// atHand lists the families to choose from: the brand's own, and those built-in
// ones that are not there for a script.
func (r *reader) atHand(faces []Face) (families []string) {
	for _, f := range faces {
		own := slices.ContainsFunc(r.families, func(own *family) bool { return own.name == f.Family })
		if (own || isWhole(f.Family)) && !slices.Contains(families, f.Family) {
			families = append(families, f.Family)
		}
	}
	return families
}

func hasFamily(faces []Face, family string) bool {
	return slices.ContainsFunc(faces, func(f Face) bool { return f.Family == family })
}

// loadFaces reads the files of a font. Of a variable font the regular is made.
func (r *reader) loadFaces(f fontEntry, of *family) []Face {
	var faces []Face
	for _, file := range f.files {
		p, name := r.loadFont(file.path)
		if p == nil {
			continue
		}
		added := &font{program: p, family: of.name, name: name, weight: file.weight, style: file.style}
		face, err := added.face(added.nearest(instance{weight: 400, size: defaultSize}, of.weights))
		if err != nil {
			explainInstance(r.add(file.path, "", ""), err)
			continue
		}
		r.checkTwice(file.path, of, added, face)
		of.fonts = append(of.fonts, added)
		faces = append(faces, face)
	}
	return faces
}

// checkTwice warns of a font that will not be used, for another of the family
// has its weight and slant.
func (r *reader) checkTwice(n *source.Node, of *family, added *font, face Face) {
	for _, other := range of.fonts {
		at := other.nearest(instance{weight: face.Weight, italic: face.Italic, size: defaultSize}, of.weights)
		if at.weight != face.Weight || at.italic != face.Italic {
			continue
		}
		d := r.add(n, "font-twice", "%s and %s have the same weight and slant; only the first is used", quote(other.name), quote(added.name))
		d.Severity = diag.Warning
		d.Hint = "of a web font that is parted by scripts, take the whole font"
		return
	}
}

// findFaces looks up the regular of a system font that is in use.
func (r *reader) findFaces(f fontEntry, of *family) []Face {
	if !r.named(of.name) {
		return nil
	}
	of.system = &systemFamily{fonts: r.system, family: of.name}
	face, problem := of.system.face(instance{weight: 400, size: defaultSize}, of.weights)
	if problem != nil {
		problem.Span = f.family.Span
		if problem.Rule == "font-unavailable" {
			problem.Hint = "install it, or " + fileAdvice(f, of.name)
		}
		r.list = append(r.list, *problem)
		return nil
	}
	d := r.add(f.family, "system-font", "the font %s is taken from this machine; on another it may differ, and so may the files made", quote(of.name))
	d.Severity = diag.Note
	d.Hint = "to have the same everywhere, " + fileAdvice(f, of.name)
	return []Face{face}
}

// reportUnavailable says what to add for a font that would have to be fetched.
// Where neither headings nor text use it, that is a note: kits do without it.
func (r *reader) reportUnavailable(f fontEntry, family string) {
	used := names(r.base.family, family) || names(r.headings.family, family) // code does without
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
		d.Severity = diag.Note
	}
	if d.Hint = besideAdvice(f, family); f.origin == "system" {
		d.Hint = fileAdvice(f, family)
	}
}

// besideAdvice says where a family is looked for, and by which names.
func besideAdvice(f fontEntry, family string) string {
	return "put its files beside the brand or into fonts there: " + strings.Join(fileNames(f, family), ", ")
}

// fileAdvice says how to bring a family as files.
func fileAdvice(f fontEntry, family string) string {
	files := strings.Join(fileNames(f, family), ", ")
	return "put its files beside the brand and write: source: file, files: [" + files + "]"
}

// named reports whether the file sets anything in a family.
func (r *reader) named(family string) bool {
	return slices.ContainsFunc([]*source.Node{r.base.family, r.headings.family, r.inline.family, r.block.family},
		func(n *source.Node) bool { return names(n, family) })
}

// names reports whether a node names a family.
func names(n *source.Node, family string) bool { return slices.Contains(stack(n), family) }

// fileNames lists the files that foundries usually give for the weights and
// styles of a font.
func fileNames(f fontEntry, family string) []string {
	weights, styles := f.weights, f.styles
	if len(weights) == 0 {
		weights = []string{"400", "700"}
	}
	if len(styles) == 0 {
		styles = []string{"normal"}
	}
	var files []string
	for _, w := range weights {
		for _, s := range styles {
			if name := FontFileName(family, weightOf(w), s != "normal"); !slices.Contains(files, name) {
				files = append(files, name)
			}
		}
	}
	return files
}

// FontFileName is the name that foundries usually give to the file of a weight
// and slant: "Lato-Bold.ttf".
func FontFileName(family string, weight int, italic bool) string {
	style := fileStyle(weight)
	if italic {
		style = strings.TrimPrefix(style+"Italic", "Regular")
	}
	return strings.ReplaceAll(family, " ", "") + "-" + style + ".ttf"
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
