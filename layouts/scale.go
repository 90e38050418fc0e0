package layouts

import (
	"fmt"
	"math"
	"path"
	"slices"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/source"
)

// scale is the modular scale of a page. Sizes are its steps and leadings count
// modules, so that a layout that extends another may change both for all roles.
type scale struct {
	base, ratio float64
	unsound     bool // it or the baseline was reported: what is reckoned from it is not
	// unfit are the roles of the layout that is extended which do not fit.
	unfit []string
}

func (r *reader) readScale(f *pageFile) (baseline doc.Pt) {
	before := len(r.list)
	if f.Scale.Base.Given() {
		r.scale.base = r.length(f.Scale.Base, "page.scale.base", minSize, maxSize)
		r.scale.ratio = r.number(f.Scale.Ratio, 1.2, 1.01, 2)
	}
	baseline = r.length(f.Baseline, "page.baseline", minBaseline, maxBaseline)
	r.scale.unsound = len(r.list) > before
	return baseline
}

// typeSize reads a size: a length, or a step of the modular scale.
func (r *reader) typeSize(t source.Text, role, field string) doc.Pt {
	inside, ok := strings.CutPrefix(t.Value, "scale(")
	step, unit, isNumber := split(strings.TrimSuffix(inside, ")"))
	if !ok || !strings.HasSuffix(inside, ")") || unit != "" || !isNumber {
		return r.length(t, role+field, minSize, maxSize)
	}
	if r.scale.base == 0 {
		r.list.Add(t.Span, "missing-field", "there is no scale to take a step of").
			Hint = "give page.scale a base and a ratio"
		return minSize
	}
	size := r.scale.base * math.Pow(r.scale.ratio, step)
	if !(size >= minSize && size <= maxSize) {
		r.amiss(t.Span, role, "out-of-range", "that is %.4g pt; %s must be from %g to %g pt", size, role+field, minSize, maxSize)
		return minSize
	}
	return size
}

// leading reads a line height: a length, or a number of modules.
func (r *reader) leading(t source.Text, role, field string, size, module doc.Pt) doc.Pt {
	v, unit, ok := split(t.Value)
	if before := len(r.list); ok && unit == "" {
		v *= module
	} else if v = r.length(t, role+field, 0, maxLength); len(r.list) > before {
		return size
	}
	if !(v >= size*leastLeading && v <= maxSize) {
		d := r.amiss(t.Span, role, "out-of-range", "that is %.4g pt; %s must be from %.4g to %g pt", v, role+field, size*leastLeading, maxSize)
		if n := v / module; unit == "" && n < leastModules {
			n = math.Max(math.Round(n*size/module), math.Ceil(size*leastLeading/module))
			d.Hint = fmt.Sprintf("a number without a unit counts modules, eighths of page.baseline: %s times the size is about %g, which is %.4g pt", t.Value, n, n*module)
		}
		return size
	}
	return v
}

// leastModules is what a line height in modules is at least; what is less was meant as
// a share of the size, as in CSS.
const leastModules = 3

// leastLeading is that of lines which just do not run into each other, as a share
// of the size.
const leastLeading = 0.8

// amiss reports a size or leading. What lies below the scale and the baseline that
// count is right with others: then those are at fault, once for all roles.
func (r *reader) amiss(at diag.Span, role, rule, format string, args ...any) *diag.Diagnostic {
	if r.scale.unsound {
		return &diag.Diagnostic{}
	}
	name := role[strings.LastIndexByte(role, '.')+1:]
	best := at
	for _, at := range []diag.Span{r.doc.At(role), r.doc.At("roles." + name)} { // a script's role is laid over another
		if r.rank(at) < r.rank(best) {
			best = at
		}
	}
	if what, _ := r.measure(); r.rank(best) <= r.rank(what) {
		return r.list.Add(best, rule, format, args...)
	}
	if !slices.Contains(r.scale.unfit, name) {
		r.scale.unfit = append(r.scale.unfit, name)
	}
	return &diag.Diagnostic{}
}

// measure is where the scale or the baseline is said, whichever lies on top.
func (r *reader) measure() (at diag.Span, what string) {
	scale, baseline := r.topmost("page.scale.ratio", "page.scale.base"), r.doc.At("page.baseline")
	if r.rank(scale) <= r.rank(baseline) {
		return r.doc.At("page.scale"), "scale"
	}
	return baseline, "baseline"
}

// misfits reports the roles that do not fit the scale or the baseline.
func (r *reader) misfits() {
	if len(r.scale.unfit) == 0 {
		return
	}
	at, what := r.measure()
	below := r.files[r.rank(at)+1].Name
	below = strings.TrimSuffix(path.Base(below), path.Ext(below))
	r.list.Add(at, "out-of-range", "sizes or leadings of %s do not fit this %s: %s", below, what, someOf(r.scale.unfit)).
		Hint = "give these roles a size or a line-height, or choose a " + what + " that is nearer to that of " + below
}

// Resized is the layout in type of another size and with another baseline, each as
// a factor: what counts modules follows the baseline. Margins, columns and logos
// stay as they are.
func (l *Layout) Resized(size, baseline float64) *Layout {
	if size == 1 && baseline == 1 {
		return l
	}
	out := *l
	out.Page.Baseline *= baseline
	out.Page.First, out.Page.Running = spaced(l.Page.First, baseline), spaced(l.Page.Running, baseline)
	out.Styles = resized(l.Styles, size, baseline)
	out.Scripts = map[string]map[doc.Role]doc.Style{}
	for script, styles := range l.Scripts {
		out.Scripts[script] = resized(styles, size, baseline)
	}
	out.Adjacent = map[doc.Role]map[doc.Role]doc.Pt{}
	for role, below := range l.Adjacent {
		out.Adjacent[role] = map[doc.Role]doc.Pt{}
		for next, space := range below {
			out.Adjacent[role][next] = space * baseline
		}
	}
	return &out
}

func resized(styles map[doc.Role]doc.Style, size, baseline float64) map[doc.Role]doc.Style {
	out := map[doc.Role]doc.Style{}
	for role, s := range styles {
		out[role] = s.Resized(size, baseline)
	}
	return out
}

// spaced is the head of a page with another baseline. There is always as much room
// for the logo.
func spaced(h doc.Head, baseline float64) doc.Head {
	room := (h.Height - h.Padding) * max(baseline, 1)
	h.Padding *= baseline
	h.After *= baseline
	h.Height = room + h.Padding
	return h
}
