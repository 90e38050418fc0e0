package layouts

import (
	"math"
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
	n, unit, ok := split(t.Value)
	if !ok || unit != "" {
		return r.length(t, role+field, size*leastLeading, maxSize)
	}
	v := n * module
	if !(v >= size*leastLeading && v <= maxSize) {
		r.amiss(t.Span, role, "out-of-range", "that is %.4g pt; %s must be from %.4g to %g pt", v, role+field, size*leastLeading, maxSize)
		return size
	}
	return v
}

// leastLeading is that of lines which just do not run into each other, as a share
// of the size.
const leastLeading = 0.8

// amiss reports a size or leading. What a file takes over from the layout that it
// extends is right with that one's scale and baseline: what the file says of the
// role is at fault, or else the file's own scale, once for all roles.
func (r *reader) amiss(at diag.Span, role, rule, format string, args ...any) {
	if r.scale.unsound {
		return
	}
	name := role[strings.LastIndexByte(role, '.')+1:]
	for _, at := range []diag.Span{at, r.doc.At(role), r.doc.At("roles." + name)} { // a script's role is laid over another
		if at.Source == r.doc.Source {
			r.list.Add(at, rule, format, args...)
			return
		}
	}
	if !slices.Contains(r.scale.unfit, name) {
		r.scale.unfit = append(r.scale.unfit, name)
	}
}

// misfits reports the roles that do not fit the scale or the baseline.
func (r *reader) misfits() {
	if len(r.scale.unfit) == 0 {
		return
	}
	what := "scale"
	if r.doc.At("page.scale").Source != r.doc.Source {
		what = "baseline"
	}
	from := r.doc.Root.Get("extends").Text.Value
	r.list.Add(r.doc.At("page."+what), "out-of-range", "sizes or leadings of %s do not fit this %s: %s", from, what, someOf(r.scale.unfit)).
		Hint = "give these roles a size or a line-height, or choose a " + what + " that is nearer to that of " + from
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
