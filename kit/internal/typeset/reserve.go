package typeset

import (
	"sync"

	"github.com/presskit-go/presskit/kit/internal/font"
)

// Reserve are fonts that are read when a character is met which the fonts of a face
// lack: most texts never do, and there are some twenty of them. It is safe for
// concurrent use. Two faces are the same if their reserves are the same pointer.
type Reserve struct{ fonts func() []*font.Font }

// NewReserve makes a reserve of what read gives, which is called once at most.
func NewReserve(read func() []*font.Font) *Reserve { return &Reserve{sync.OnceValue(read)} }

// all goes through the fonts of a face in the order in which they are tried.
func (f *Face) all(yield func(int, *font.Font) bool) {
	for i, font := range f.Fonts {
		if !yield(i, font) {
			return
		}
	}
	if f.Reserve == nil {
		return
	}
	for i, font := range f.Reserve.fonts() {
		if !yield(len(f.Fonts)+i, font) {
			return
		}
	}
}

// font is the one of an index that all gave.
func (f *Face) font(i int) *font.Font {
	if i < len(f.Fonts) {
		return f.Fonts[i]
	}
	return f.Reserve.fonts()[i-len(f.Fonts)]
}
