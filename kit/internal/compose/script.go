package compose

import (
	"golang.org/x/text/language"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose/locale"
)

// scripts take away what a script does not have; never written to.
var scripts = map[string]func(*doc.Style){
	"Arab": joined, "Syrc": joined, "Mong": joined,
	"Deva": joined, "Beng": joined, "Guru": joined, "Gujr": joined, "Orya": joined, "Taml": joined,
	"Telu": joined, "Knda": joined, "Mlym": joined, "Sinh": joined,
	"Thai": joined, "Laoo": joined, "Khmr": joined, "Mymr": joined, "Tibt": joined,
	"Hebr": upright, "Geor": upright,
	"Armn": func(s *doc.Style) { s.Italic = false },
	"Jpan": ideographic, "Hans": ideographic, "Hant": ideographic, "Kore": spacedOut,
}

// Upright reports whether a language is written in a script that has no italics.
// What is emphasised in it is bold.
func Upright(tag language.Tag) bool {
	_, ok := scripts[locale.Script(tag)]
	return ok
}

// joined letters, and those with others over and under them, must not be spaced out,
// and have neither italics nor capitals.
func joined(s *doc.Style) {
	upright(s)
	s.Tracking, s.Hyphens = 0, false
}

func upright(s *doc.Style) {
	unscaled(s)
	s.Italic, s.Caps = false, false
	s.Figures = lining(s.Figures)
}

// ideographic text fills its lines, which may end after almost any character:
// ragged they would differ by no more than one.
func ideographic(s *doc.Style) {
	if s.Hyphens && s.Align == doc.AlignStart {
		s.Align = doc.AlignJustify
	}
	spacedOut(s)
}

// spacedOut is Korean, which breaks at spaces.
func spacedOut(s *doc.Style) {
	unscaled(s)
	s.Italic, s.Hyphens = false, false
	s.Figures = lining(s.Figures)
}

// enlargement is by what a script is set larger, and how much farther apart its
// lines are, than the Latin that layouts are made for.
type enlargement struct{ size, leading float64 }

// enlarged has the scripts that need it; never written to. Arabic letters are
// small for their size, with marks above and dots below; those of India and of Southeast
// Asia have vowels and further letters there; ideographs fill theirs.
// The leadings are eighths, so that a line remains a whole number of modules.
var enlarged = map[string]enlargement{
	"Arab": {1.1, 11.0 / 8}, "Syrc": {1.1, 11.0 / 8},
	"Deva": {1, 9.0 / 8}, "Beng": {1, 9.0 / 8}, "Guru": {1, 9.0 / 8}, "Gujr": {1, 9.0 / 8}, "Orya": {1, 9.0 / 8},
	"Telu": {1, 9.0 / 8}, "Knda": {1, 9.0 / 8}, "Sinh": {1, 9.0 / 8}, "Thai": {1, 9.0 / 8}, "Laoo": {1, 9.0 / 8},
	"Khmr": {1, 11.0 / 8}, "Mymr": {1, 11.0 / 8}, "Tibt": {1, 11.0 / 8},
	"Jpan": {1, 9.0 / 8}, "Hans": {1, 9.0 / 8}, "Hant": {1, 9.0 / 8}, "Kore": {1, 9.0 / 8},
}

// enlarge sets a style larger. Figures that stand alone have nothing below the
// line, and grow as a whole.
func enlarge(s *doc.Style, role doc.Role, e enlargement) {
	if e.size == 0 {
		return
	}
	leading := e.leading
	if role == doc.RoleStatValue || role == doc.RoleStatHighlight {
		leading = e.size
	}
	before, after := s.Before*e.leading, s.After*e.leading
	*s = s.Resized(e.size, leading).Rounded()
	s.Before, s.After = before, after
}

// lining takes away old-style figures, which have heights to go with small letters.
func lining(f doc.Figures) doc.Figures {
	if f == doc.OldStyleFigures {
		return doc.ProportionalFigures
	}
	return f
}

// smallerCaps is how much smaller capitals are set than letters would be in their
// place, so that they look alike beside small letters.
const smallerCaps = 0.8

// unscaled gives letters that have no capitals the size that capitals lose.
func unscaled(s *doc.Style) {
	if s.Caps && s.Scale > 0 && s.Scale < 1 {
		s.Scale = min(s.Scale/smallerCaps, 1)
	}
}
