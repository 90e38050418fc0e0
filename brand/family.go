package brand

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"github.com/presskit-go/presskit/brand/internal/sfnt"
	"github.com/presskit-go/presskit/brand/internal/variable"
	"github.com/presskit-go/presskit/kit/diag"
)

// family is a family that the brand's file brings.
type family struct {
	name    string
	place   diag.Span // where the file names it
	weights []int     // that the file lists; none for all
	fonts   []*font
	system  *systemFamily // nil if its fonts are files
}

// FontPlace is where the brand's file names a font family of its own; the zero
// span for any other.
func (b *Brand) FontPlace(family string) diag.Span {
	for _, f := range b.families {
		if f.name == family {
			return f.place
		}
	}
	return diag.Span{}
}

// Leans reports whether a family has an italic, as a face of its own or by an axis.
func (b *Brand) Leans(name string) bool {
	if slices.ContainsFunc(b.Faces, func(f Face) bool { return f.Family == name && f.Italic }) {
		return true
	}
	leans := func(f *font) bool { return f.nearest(instance{weight: 400, italic: true}, nil).italic }
	for _, f := range b.families {
		if f.name != name {
			continue
		}
		if slices.ContainsFunc(f.fonts, leans) {
			return true
		}
		if f.system != nil {
			installed, problem := f.system.find(instance{weight: 400, italic: true})
			return problem == nil && leans(installed)
		}
	}
	return false
}

// font makes the faces of a font file, each once: of a variable font an
// instance for each place that is asked for.
type font struct {
	program *program
	family  string
	name    string // of the file
	weight  int    // by the brand's file; 0 for what the font says
	style   string // by the brand's file; "" for what the font says

	mu    sync.Mutex
	faces map[instance]Face
}

// instance is a place in a family. In fonts without optical sizes the size is 0.
type instance struct {
	weight int
	italic bool
	size   float64 // of the text in points
}

// defaultSize is the size of text that a face is made for if nothing else is
// known, in points.
const defaultSize = 10

// axis finds an axis of a variable font.
func (f *font) axis(tag string) (variable.Axis, bool) {
	i := slices.IndexFunc(f.program.axes, func(a variable.Axis) bool { return a.Tag == tag })
	if i < 0 {
		return variable.Axis{}, false
	}
	return f.program.axes[i], true
}

// nearest is the place of the font that is nearest to what is asked for.
func (f *font) nearest(want instance, weights []int) instance {
	at := instance{weight: f.program.style.Weight, italic: f.program.style.Italic}
	if wght, ok := f.axis("wght"); ok {
		at.weight = want.weight
		if len(weights) > 0 {
			at.weight = nearestWeight(want.weight, weights)
		}
		at.weight = int(wght.Clamp(float64(at.weight)))
	}
	if f.leans() {
		at.italic = want.italic
	}
	if f.weight != 0 {
		at.weight = f.weight
	}
	if f.style != "" {
		at.italic = f.style != "normal"
	}
	if opsz, ok := f.axis("opsz"); ok {
		at.size = opsz.Clamp(want.size)
	}
	return at
}

// leans reports whether an upright font has an axis for its italic.
func (f *font) leans() bool {
	ital, hasItal := f.axis("ital")
	slnt, hasSlnt := f.axis("slnt")
	return !f.program.style.Italic && (hasItal && ital.Max > 0 || hasSlnt && slnt.Min < 0)
}

// face gives the face at a place that nearest gave.
func (f *font) face(at instance) (Face, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if face, ok := f.faces[at]; ok {
		return face, nil
	}
	face := Face{Family: f.family, Weight: at.weight, Italic: at.italic, Name: f.name}
	from := f.program.font
	if f.program.style.Variable {
		face.Name = fmt.Sprintf("%s (%s)", f.describe(at), f.name)
	}
	if !variable.Static(from) {
		var err error
		if from, err = variable.Instance(from, f.place(at), variable.Style{Family: f.family, Weight: at.weight, Italic: at.italic}); err != nil {
			return Face{}, fmt.Errorf("%s: %s %w", f.describe(at), quote(f.name), err)
		}
	}
	face.Data = from.Bytes()
	if f.faces == nil {
		f.faces = map[instance]Face{}
	}
	f.faces[at] = face
	return face, nil
}

// place gives the values of the axes.
func (f *font) place(at instance) map[string]float64 {
	place := map[string]float64{"wght": float64(at.weight)}
	if at.size > 0 {
		place["opsz"] = at.size
	}
	if at.italic && f.leans() {
		place["ital"] = 1
		if slnt, ok := f.axis("slnt"); ok {
			place["slnt"] = slnt.Min
		}
	}
	return place
}

// describe names an instance: "Inter at weight 700, italic, for 14 pt".
func (f *font) describe(at instance) string {
	s := fmt.Sprintf("%s at weight %d", f.family, at.weight)
	if at.italic {
		s += ", italic"
	}
	if at.size > 0 {
		s += fmt.Sprintf(", for %g pt", at.size)
	}
	return s
}

// nearestWeight chooses among weights.
func nearestWeight(want int, weights []int) int {
	return slices.MinFunc(weights, func(a, b int) int {
		return cmp.Compare(sfnt.WeightDistance(want, a), sfnt.WeightDistance(want, b))
	})
}

// served finds the face that serves a use: slant first, then weight.
func served(faces []Face, family string, want instance) (Face, bool) {
	const slant = 100_000
	distance := func(f Face) int {
		d := sfnt.WeightDistance(want.weight, f.Weight)
		if f.Italic != want.italic {
			d += slant
		}
		return d
	}
	best, found := Face{}, false
	for _, f := range faces {
		if f.Family == family && (!found || distance(f) < distance(best)) {
			best, found = f, true
		}
	}
	return best, found
}
