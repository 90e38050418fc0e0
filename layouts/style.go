package layouts

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/source"
)

// roleFile is a role as it is written. Before and after count modules.
type roleFile struct {
	source.Place
	Family        family                    `key:"family" doc:"headings or base, the two families of the brand; or small, that of small print: headings, unless the brand says base."`
	Weight        source.Integer            `key:"weight" doc:"100 to 900."`
	Style         slant                     `key:"style" doc:"normal or italic."`
	Size          source.Text               `key:"size" doc:"Size of the type, with its unit: 10.5pt; or a step of page.scale: scale(2)."`
	LineHeight    source.Text               `key:"line-height" doc:"From baseline to baseline, with its unit; a bare number counts modules."`
	LetterSpacing source.Text               `key:"letter-spacing" doc:"Space between letters: 0.07em."`
	Transform     transform                 `key:"text-transform" doc:"uppercase for capitals."`
	VariantCaps   variantCaps               `key:"font-variant-caps" doc:"small-caps, where the font has them."`
	Hanging       hanging                   `key:"hanging-punctuation" doc:"Marks that stand outside of the measure."`
	Color         source.Text               `key:"color" doc:"A role, such as primary, or a colour of the brand's palette, by its name."`
	Ground        source.Text               `key:"background-color" doc:"A colour behind the lines of a block of code: a role or one of the brand's palette, by its name."`
	Figures       figures                   `key:"figures" doc:"The shape of digits."`
	Decoration    decoration                `key:"text-decoration" doc:"Lines at the words."`
	Scale         source.Number             `key:"scale" doc:"Size of a run, as a share of the text around it."`
	Before        source.Number             `key:"before" doc:"Space above, in modules."`
	After         source.Number             `key:"after" doc:"Space below, in modules."`
	Adjacent      source.Map[source.Number] `key:"adjacent" doc:"Space below where a certain role follows, in modules."`
	Align         alignment                 `key:"align" doc:"How lines are aligned."`
	Hyphens       bool                      `key:"hyphens" doc:"Whether words are hyphenated."`
	Balance       bool                      `key:"balance" doc:"Whether lines are made of even length."`
	KeepNext      bool                      `key:"keep-with-next" doc:"Not parted from the block that follows."`
	BreakInside   avoid                     `key:"break-inside" doc:"avoid: its lines are not parted."`
	Indent        source.Text               `key:"text-indent" doc:"Of the first line of a paragraph that follows another one, with its unit: 4mm."`
	Measure       source.Integer            `key:"measure" doc:"Most columns of the grid that its lines take."`
	ColumnSpan    columnSpan                `key:"column-span" doc:"all: over all columns of running text."`
	Orphans       source.Integer            `key:"orphans" doc:"Least lines left at the foot of a page."`
	Widows        source.Integer            `key:"widows" doc:"Least lines carried to the next page."`
	MaxLines      source.Integer            `key:"max-lines" doc:"From more lines on the next step is tried."`
	Steps         []stepFile                `key:"steps" doc:"Smaller settings, to be tried in turn."`
}

type stepFile struct {
	source.Place
	Size       source.Text `key:"size" doc:"Size of the type, with its unit, or scale(n)."`
	LineHeight source.Text `key:"line-height" doc:"From baseline to baseline, with its unit; a bare number counts modules."`
}

// The bounds of type. They keep a page possible, nothing more.
const (
	minSize, maxSize = 3.0, 200.0 // points
	maxModules       = 400.0

	// Letters that overlap further would run backwards.
	minTracking, maxTracking = -0.2, 1.0 // em
)

// style reads a role. A block needs size and line height; a run without them
// takes those of the text around it.
func (r *reader) style(f *roleFile, field string, block bool, module doc.Pt) doc.Style {
	s := doc.Style{
		Weight:       r.integer(f.Weight, 400, 100, 900),
		Italic:       f.Style == "italic",
		Tracking:     r.em(f.LetterSpacing),
		Caps:         f.Transform == "uppercase",
		SmallCaps:    f.VariantCaps == "small-caps",
		HangFirst:    f.Hanging == "first allow-end",
		HangEnd:      f.Hanging == "allow-end" || f.Hanging == "first allow-end",
		Color:        r.color(f.Color),
		Decoration:   f.Decoration.lines(),
		Before:       r.number(f.Before, 0, 0, maxModules) * module,
		After:        r.number(f.After, 0, 0, maxModules) * module,
		Hyphens:      f.Hyphens,
		Balance:      f.Balance,
		KeepNext:     f.KeepNext,
		KeepTogether: f.BreakInside == "avoid",
		SpanAll:      f.ColumnSpan == "all",
		Measure:      r.integer(f.Measure, 0, 1, maxColumns),
		Orphans:      r.integer(f.Orphans, 0, 0, 20),
		Widows:       r.integer(f.Widows, 0, 0, 20),
		MaxLines:     r.integer(f.MaxLines, 0, 0, 100),
	}
	s.Family = doc.Family(order(f.Family))
	if f.Ground.Given() {
		s.Ground = r.color(f.Ground)
		if !strings.HasSuffix(field, "."+string(doc.RoleCode)) {
			r.list.Add(f.Ground.Span, "bad-value", "only code stands on a ground of its own").
				Hint = "panels and bands have theirs from statistics, quotes and page.regions"
		}
	}
	if i := slices.Index(figures("").Allowed(), string(f.Figures)); i > 0 {
		s.Figures = doc.Figures(i)
	}
	if i := slices.Index(alignment("").Allowed(), string(f.Align)); i > 0 {
		s.Align = doc.Align(i)
	}
	if block {
		s.Size = r.typeSize(f.Size, field, ".size")
		s.LineHeight = r.leading(f.LineHeight, field, ".line-height", s.Size, module)
	} else {
		s.Scale = r.number(f.Scale, 1, 0.1, 4)
		if f.Size.Given() {
			s.Size = r.typeSize(f.Size, field, ".size")
		}
	}
	if f.Indent.Given() {
		s.Indent = r.length(f.Indent, field+".text-indent", 0, maxSize)
	}
	r.steps(&s, f, field, module)
	return s
}

func (r *reader) steps(s *doc.Style, f *roleFile, field string, module doc.Pt) {
	if len(f.Steps) > maxSteps {
		r.list.Add(r.doc.At(field+".steps"), "too-many", "more than %d steps", maxSteps)
		return
	}
	last := s.Size
	for i := range f.Steps {
		at := fmt.Sprintf(".steps[%d]", i)
		size := r.typeSize(f.Steps[i].Size, field, at+".size")
		s.Steps = append(s.Steps, doc.Step{Size: size, LineHeight: r.leading(f.Steps[i].LineHeight, field, at+".line-height", size, module)})
		if size >= last && size > 0 {
			r.amiss(f.Steps[i].Size.Span, field, "bad-step", "a step must be smaller than the one before it")
		}
		last = size
	}
	if len(s.Steps) > 0 && s.MaxLines == 0 {
		r.list.Add(r.doc.At(field+".steps"), "missing-field", "steps need max-lines").
			Hint = "say from how many lines on the next step is tried"
	}
}

func (r *reader) adjacent(m source.Map[source.Number], module doc.Pt) map[doc.Role]doc.Pt {
	out := map[doc.Role]doc.Pt{}
	for _, item := range m {
		if !slices.Contains(doc.BlockRoles(), doc.Role(item.Key)) {
			r.list.Add(item.KeySpan, "unknown-role", "there is no block role %q", item.Key)
			continue
		}
		out[doc.Role(item.Key)] = r.number(item.Value, 0, 0, maxModules) * module
	}
	return out
}

func (r *reader) color(t source.Text) doc.ColorName {
	if !t.Given() {
		return doc.Ink
	}
	name := doc.ColorName(t.Value)
	if _, met := r.colors[name]; !met && !slices.Contains(doc.ColorNames(), name) {
		if r.colors == nil {
			r.colors = map[doc.ColorName]diag.Span{}
		}
		r.colors[name] = t.Span // the brand knows whether there is one
	}
	return name
}

// length reads a required length such as "18mm".
func (r *reader) length(t source.Text, field string, least, most doc.Pt) doc.Pt {
	if !t.Given() {
		r.list.Add(r.doc.At(field), "missing-field", "%s is required", field)
		return least
	}
	v, unit, ok := split(t.Value)
	factor, known := map[string]float64{"pt": 1, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72}[unit]
	if !ok || !known {
		r.list.Add(t.Span, "bad-length", "%q is no length", t.Value).Hint = "write a number with pt, mm, cm or in: 18mm"
		return least
	}
	v *= factor
	if v < least || v > most {
		r.list.Add(t.Span, "out-of-range", "%s must be from %.4g to %.4g pt", field, least, most)
		return least
	}
	return v
}

// em reads a length relative to the size of the type.
func (r *reader) em(t source.Text) float64 {
	if !t.Given() {
		return 0
	}
	v, unit, ok := split(t.Value)
	if !ok || unit != "em" || v < minTracking || v > maxTracking {
		r.list.Add(t.Span, "bad-length", "%q is no letter-spacing", t.Value).
			Hint = fmt.Sprintf("write a number from %g to %g with em: 0.07em", minTracking, maxTracking)
		return 0
	}
	return v
}

// split parts a number from its unit.
func split(s string) (v float64, unit string, ok bool) {
	i := strings.LastIndexAny(s, "0123456789.") + 1
	v, err := strconv.ParseFloat(s[:i], 64)
	return v, strings.TrimSpace(s[i:]), err == nil && !math.IsInf(v, 0) && !math.IsNaN(v)
}

func (r *reader) integer(i source.Integer, otherwise, least, most int) int {
	if !i.Given() {
		return otherwise
	}
	if i.Value < least || i.Value > most {
		r.list.Add(i.Span, "out-of-range", "%d is not from %d to %d", i.Value, least, most)
		return min(max(i.Value, least), most)
	}
	return i.Value
}

func (r *reader) number(n source.Number, otherwise, least, most float64) float64 {
	if !n.Given() {
		return otherwise
	}
	v := n.Float()
	if !(v >= least && v <= most) {
		r.list.Add(n.Span, "out-of-range", "%s is not from %g to %g", n.Raw, least, most)
		return otherwise
	}
	return v
}
