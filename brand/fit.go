package brand

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
)

// Use is a way that a layout sets text, for which a face is wanted.
type Use struct {
	Role   string // what the layout calls it, for messages; may be ""
	Family string
	Weight int // 100–900
	Italic bool
	Size   float64 // of the text in points; 0 if it does not matter
	// Emphasis marks a use that is there only if words of the text are
	// emphasised. A family that cannot serve it is not reported.
	Emphasis bool
}

// Fit returns the brand with a face for each use, as near to it as the fonts of
// the brand come: variable fonts give an instance for each weight and slant,
// system fonts are looked up. Families that are built in are as they are. A
// weight or an italic that a family of the brand's file lacks is reported as a
// warning; none is ever faked. The brand itself does not change.
//
// Which face then serves a use follows CSS Fonts 4, 5.2.
func (b *Brand) Fit(uses []Use) (*Brand, diag.List) {
	fitted := *b
	var list diag.List
	for _, f := range b.families {
		of := usesOf(f.name, uses)
		inUse := b.inUse(f.name)
		if !inUse {
			of = fallbackUses()
		}
		var faces []Face
		for _, u := range of {
			made, problem := f.make(u.want)
			if problem != nil {
				problem.Span = f.place
				list = append(list, *problem)
				return &fitted, list
			}
			for _, face := range made {
				if !slices.ContainsFunc(slices.Concat(fitted.Faces, faces), face.same) {
					faces = append(faces, face)
				}
			}
		}
		fitted.Faces = insertFaces(fitted.Faces, f.name, faces)
		if inUse {
			f.reportLacking(&list, fitted.Faces, of)
		}
	}
	fitted.markFallbacks()
	list.Sort()
	return &fitted, list
}

// fallbackUses are those that a family is made for whose characters stand in for
// others.
func fallbackUses() []wanted {
	return []wanted{
		{want: instance{weight: 400, size: defaultSize}, emphasis: true},
		{want: instance{weight: 700, size: defaultSize}, emphasis: true},
	}
}

// same reports whether two faces are one font.
func (f Face) same(other Face) bool {
	return f.Family == other.Family && f.Weight == other.Weight && f.Italic == other.Italic && f.Name == other.Name
}

// insertFaces puts faces before the first ones of their family, so that what
// was made for a size wins over what was there before.
func insertFaces(all []Face, family string, faces []Face) []Face {
	at := slices.IndexFunc(all, func(f Face) bool { return f.Family == family })
	if at < 0 {
		at = 0
	}
	return slices.Concat(all[:at], faces, all[at:])
}

// wanted is what is asked of a family, by all uses of one weight and slant.
type wanted struct {
	want     instance
	emphasis bool
	roles    []string // that ask for it by themselves, in the order of the uses
}

// usesOf sorts the uses of a family and joins those of one weight and slant.
func usesOf(family string, uses []Use) []wanted {
	var out []wanted
	for _, u := range uses {
		if u.Family != family {
			continue
		}
		w := wanted{want: instance{u.Weight, u.Italic, u.Size}, emphasis: u.Emphasis}
		if u.Role != "" && !u.Emphasis {
			w.roles = []string{u.Role}
		}
		i := slices.IndexFunc(out, func(o wanted) bool { return o.want.weight == u.Weight && o.want.italic == u.Italic })
		if i < 0 {
			out = append(out, w)
			continue
		}
		out[i].want.size = mainSize(out[i].want.size, u.Size)
		out[i].emphasis = out[i].emphasis && u.Emphasis
		for _, r := range w.roles {
			if !slices.Contains(out[i].roles, r) {
				out[i].roles = append(out[i].roles, r)
			}
		}
	}
	for i := range out {
		if out[i].want.size == 0 {
			out[i].want.size = defaultSize
		}
	}
	slices.SortFunc(out, func(a, b wanted) int {
		if a.want.italic != b.want.italic {
			if a.want.italic {
				return 1
			}
			return -1
		}
		return cmp.Compare(a.want.weight, b.want.weight)
	})
	return out
}

// mainSize chooses the size that a face is made for, of two that it is used at:
// the smaller one that is not below that of running text.
func mainSize(a, b float64) float64 {
	low, high := min(a, b), max(a, b)
	const text = 9
	if low >= text {
		return low
	}
	return high
}

// make gives the faces that serve a use. The problem has no place yet.
func (f *family) make(want instance) ([]Face, *diag.Diagnostic) {
	if f.system != nil {
		face, problem := f.system.face(want, f.weights)
		if problem != nil {
			return nil, problem
		}
		return []Face{face}, nil
	}
	places := make([]instance, len(f.fonts))
	for i, font := range f.fonts {
		places[i] = font.nearest(want, f.weights)
	}
	has := slices.ContainsFunc(places, func(at instance) bool { return at.italic == want.italic })
	var faces []Face
	for i, font := range f.fonts {
		if has && places[i].italic != want.italic {
			continue
		}
		face, err := font.face(places[i])
		if err != nil {
			return nil, badInstance(err)
		}
		faces = append(faces, face)
	}
	return faces, nil
}

func badInstance(err error) *diag.Diagnostic {
	d := &diag.Diagnostic{}
	explainInstance(d, err)
	return d
}

// explainInstance says what to use instead of a variable font that an instance
// cannot be taken of.
func explainInstance(d *diag.Diagnostic, err error) {
	d.Rule, d.Message, d.Hint = "bad-font", err.Error(), "add a static file for each weight instead"
}

// reportLacking warns of each weight and of the italic that a family does not
// have, with the roles that ask for it.
func (f *family) reportLacking(list *diag.List, faces []Face, uses []wanted) {
	type lack struct {
		weight, instead int
		roles           []string
	}
	var weights []lack
	var slanted []string
	noItalic := false
	for _, u := range uses {
		face, ok := served(faces, f.name, u.want)
		if !ok || u.emphasis {
			continue
		}
		if u.want.italic && !face.Italic {
			noItalic, slanted = true, append(slanted, u.roles...)
		}
		if face.Weight == u.want.weight {
			continue
		}
		i := slices.IndexFunc(weights, func(l lack) bool { return l.weight == u.want.weight && l.instead == face.Weight })
		if i < 0 {
			weights = append(weights, lack{weight: u.want.weight, instead: face.Weight, roles: u.roles})
			continue
		}
		weights[i].roles = slices.Concat(weights[i].roles, u.roles)
	}
	slices.SortStableFunc(weights, func(a, b lack) int { return cmp.Compare(a.weight, b.weight) })
	for _, l := range weights {
		d := list.Add(f.place, "missing-weight", "%s has no weight %d%s; %d is used", f.name, l.weight, askedBy(l.roles), l.instead)
		d.Severity = diag.Warning
		if len(f.weights) > 0 && !slices.Contains(f.weights, l.weight) { // as the brand wants it
			d.Severity = diag.Note
		}
		d.Hint = "add a variable font, or the file of that weight, such as " + FontFileName(f.name, l.weight, false)
	}
	if noItalic {
		d := list.Add(f.place, "missing-italic", "%s has no italic%s; its upright font is used", f.name, askedBy(slanted))
		d.Severity = diag.Warning
		d.Hint = "add the file of the italic, such as " + FontFileName(f.name, 400, true)
	}
}

// shownRoles is how many roles a message names.
const shownRoles = 3

// askedBy says which roles of the layout ask for something: ", which headline
// asks for".
func askedBy(roles []string) string {
	switch n := len(roles); {
	case n == 0:
		return ""
	case n == 1:
		return ", which " + roles[0] + " asks for"
	case n <= shownRoles:
		return ", which " + strings.Join(roles[:n-1], ", ") + " and " + roles[n-1] + " ask for"
	default:
		return fmt.Sprintf(", which %s and %d more ask for", strings.Join(roles[:shownRoles], ", "), n-shownRoles)
	}
}
