package brand

import (
	"errors"
	"io/fs"
	"sync"

	"github.com/presskit-go/presskit/kit/diag"
)

// SystemFonts finds the fonts that are installed on a machine.
type SystemFonts interface {
	// Find returns the file of a family that is nearest to a weight, from 100
	// to 900, and slant by CSS Fonts 4, 5.2. The name is its path; in a
	// collection # and the PostScript name of the font follow it. The error is
	// fs.ErrNotExist if no such family is installed. The data is not changed.
	Find(family string, weight int, italic bool) (name string, data []byte, err error)
}

// systemFamily is a family of installed fonts.
type systemFamily struct {
	fonts  SystemFonts
	family string

	mu     sync.Mutex
	loaded map[string]*font // by name
}

// face finds the face that is nearest to what is asked for. The problem has no
// place yet.
func (s *systemFamily) face(want instance, weights []int) (Face, *diag.Diagnostic) {
	if len(weights) > 0 {
		want.weight = nearestWeight(want.weight, weights)
	}
	f, problem := s.find(want)
	if problem != nil {
		return Face{}, problem
	}
	face, err := f.face(f.nearest(want, nil))
	if err != nil {
		return Face{}, badInstance(err)
	}
	return face, nil
}

// find looks a font up and reads it, unless it has been read.
func (s *systemFamily) find(want instance) (*font, *diag.Diagnostic) {
	s.mu.Lock()
	defer s.mu.Unlock()
	name, data, err := s.fonts.Find(s.family, want.weight, want.italic)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &diag.Diagnostic{
			Rule: "font-unavailable", Kind: diag.Missing,
			Message: "the font " + quote(s.family) + " is not installed on this machine",
		}
	case err != nil:
		return nil, &diag.Diagnostic{
			Rule: "unreadable", Kind: diag.Missing,
			Message: "cannot read the installed font " + quote(s.family) + ": " + err.Error(),
		}
	}
	if f := s.loaded[name]; f != nil {
		return f, nil
	}
	_, face := splitFace(name)
	p, err := openProgram(data, face)
	if err != nil {
		d := &diag.Diagnostic{Message: quote(name) + " " + err.Error()}
		explainBadFont(d, err)
		return nil, d
	}
	if p.style.Restricted {
		d := &diag.Diagnostic{}
		explainLicense(d, name)
		return nil, d
	}
	f := &font{program: p, family: s.family, name: name}
	if s.loaded == nil {
		s.loaded = map[string]*font{}
	}
	s.loaded[name] = f
	return f, nil
}
