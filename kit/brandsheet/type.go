package brandsheet

import (
	"fmt"
	"maps"
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
)

// Sizes of type from which on a sample takes the whole width, and from which on
// it is a few words, so that it stays on one line.
const (
	wideStep, shortStep doc.Pt = 13, 18
)

// sample is what a step is shown with. All letters and figures are in it where
// there is room.
func (s step) sample() string {
	switch {
	case slices.Contains(s.roles, doc.RoleStatHighlight), slices.Contains(s.roles, doc.RoleStatValue):
		return "0123456789"
	case s.style.Size >= shortStep:
		return "Black quartz & 0123"
	case s.style.Size >= wideStep:
		return "Sphinx of black quartz, judge my vow 0123456789"
	}
	return "Judge my vow, black quartz 0123456789"
}

// labelRole is what a sample is headed with.
const labelRole doc.Role = "specimen-label"

// sampleRole is the role of the sample of a step: its style, but for what places
// it among others.
func sampleRole(i int) doc.Role { return doc.Role(fmt.Sprintf("specimen-%d", i+1)) }

// allStyles are the styles of the layout and those of the samples.
func (s *Sheet) allStyles() map[doc.Role]doc.Style {
	all := maps.Clone(s.styles)
	module := s.page.Module()
	label := all[doc.RoleCaption]
	label.Before, label.After, label.KeepNext = 5*module, 0, true
	all[labelRole] = label
	for i, st := range s.scale {
		sample := st.style
		sample.Before, sample.After, sample.Align, sample.Balance = 0, 0, doc.AlignStart, false
		sample.KeepNext, sample.Hyphens, sample.MaxLines, sample.Steps = false, false, 0, nil
		all[sampleRole(i)] = sample
	}
	return all
}

// specimens shows each step of the scale in its own setting: large ones over the
// whole width, the others in two columns, one below the other.
func (s *Sheet) specimens() []doc.Block {
	full := s.page.Columns
	var out []doc.Block
	var small [][]doc.Block
	for i, st := range s.scale {
		blocks := []doc.Block{
			&doc.Para{Role: labelRole, Text: doc.Text{{Text: roleNames(st.roles), Role: doc.RoleRunIn}, {Text: "\u2002" + st.label}}},
			&doc.Para{Role: sampleRole(i), Text: doc.T(st.sample())},
		}
		if st.style.Size >= wideStep {
			out = append(out, &doc.Columns{Role: "type", Columns: []doc.Column{{Span: full, Blocks: blocks}}})
		} else {
			small = append(small, blocks)
		}
	}
	half := (len(small) + 1) / 2
	for i := range half {
		row := &doc.Columns{Role: "type", Columns: []doc.Column{{Span: full / 2, Blocks: small[i]}}}
		if j := half + i; j < len(small) {
			row.Columns = append(row.Columns, doc.Column{Span: full - full/2, Blocks: small[j]})
		}
		out = append(out, row)
	}
	return out
}
