// Package specimen gives tests doc.Specimen with the fonts that it names.
package specimen

import (
	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/doc"
)

// New is doc.Specimen in the fonts of the built-in brand.
func New() *doc.Document {
	d := doc.Specimen()
	for _, f := range brand.Default().Faces {
		d.Theme.Faces = append(d.Theme.Faces, doc.Face(f))
	}
	return d
}
