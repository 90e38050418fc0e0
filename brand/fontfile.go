package brand

import (
	"encoding/binary"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/presskit-go/presskit/brand/internal/sfnt"
	"github.com/presskit-go/presskit/brand/internal/variable"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// fontHint says which files are fonts.
const fontHint = "use an OpenType or TrueType font: .ttf, .otf, .ttc, .otc, .woff2 or .woff"

// program is a font out of its file.
type program struct {
	font  *sfnt.Font
	style sfnt.Style
	axes  []variable.Axis // of a variable font
}

// openProgram reads a font file; face chooses a font of a collection. What is
// missing of a font that is damaged elsewhere is found when it is used.
func openProgram(data []byte, face string) (*program, error) {
	f, err := sfnt.Open(data, face)
	if err != nil {
		return nil, err
	}
	p := &program{font: f, style: f.Style()}
	if p.axes, err = variable.Axes(f); err != nil {
		return nil, err
	}
	if !variable.Static(f) {
		if err := variable.Check(f); err != nil {
			return nil, err
		}
	}
	needed := []string{"head", "hhea", "maxp", "hmtx", "cmap"}
	switch {
	case f.Flavor != sfnt.CFF:
		needed = append(needed, "glyf", "loca")
	case f.Tables["CFF2"] == nil:
		needed = append(needed, "CFF ")
	}
	for _, tag := range needed {
		if len(f.Tables[tag]) == 0 {
			for _, picture := range []string{"CBDT", "sbix", "COLR", "SVG "} {
				if len(f.Tables[picture]) > 0 {
					return nil, errors.New("has pictures in the place of outlines, as fonts of coloured emoji have")
				}
			}
			return nil, fmt.Errorf("has no table %q", tag)
		}
	}
	return p, checkScale(f.Tables["head"])
}

// checkScale says whether the table head gives the units per em that OpenType
// allows: all lengths of the font are counted in them.
func checkScale(head []byte) error {
	const unitsPerEm, least, most = 18, 16, 16384
	if len(head) < unitsPerEm+2 {
		return errors.New(`has a damaged table "head"`)
	}
	if units := binary.BigEndian.Uint16(head[unitsPerEm:]); units < least || units > most {
		return fmt.Errorf("has %d units per em, where %d to %d are allowed", units, least, most)
	}
	return nil
}

// loadFont reads a file that the brand names; nil if that was reported as a
// problem.
func (r *reader) loadFont(n *source.Node) (p *program, name string) {
	if r.fontFiles++; r.fontFiles > maxFontFiles {
		if r.fontFiles == maxFontFiles+1 {
			r.add(n, "too-large", "the brand has more than %d font files", maxFontFiles)
		}
		return nil, ""
	}
	written, face := splitFace(strings.TrimSpace(n.Text.Value))
	name, data, ok := r.file(n, written, maxFontSize)
	if !ok {
		return nil, ""
	}
	p, err := openProgram(data, face)
	if err != nil {
		r.reportBadFont(n, name, err)
		return nil, ""
	}
	size := 0 // as the font is unpacked
	for _, t := range p.font.Tables {
		size += len(t)
	}
	if r.fontBytes += max(size, len(data)); r.fontBytes > maxFontBytes {
		r.fontFiles = maxFontFiles + 1
		r.add(n, "too-large", "the fonts of the brand are larger than %d MB together", maxFontBytes>>20)
		return nil, ""
	}
	if p.style.Restricted {
		explainLicense(r.add(n, "", ""), name)
	}
	if face != "" {
		name += "#" + face
	}
	return p, name
}

// splitFace parts a path from the name of a font in a collection, which stands
// behind # as in CSS: "Helvetica.ttc#Helvetica-Bold".
func splitFace(written string) (file, face string) {
	if file, face, ok := strings.Cut(written, "#"); ok {
		if ext := strings.ToLower(path.Ext(file)); ext == ".ttc" || ext == ".otc" {
			return file, face
		}
	}
	return written, ""
}

func (r *reader) reportBadFont(n *source.Node, name string, err error) {
	explainBadFont(r.add(n, "", "%s %v", quote(name), err), err)
}

// explainBadFont says what to use instead of a file that is not fit.
func explainBadFont(d *diag.Diagnostic, err error) {
	d.Rule, d.Hint = "bad-font", fontHint
	var face *sfnt.FaceError
	if errors.As(err, &face) {
		const most = 12
		names := face.Names
		if len(names) > most {
			names = append(names[:most:most], "…")
		}
		d.Hint = "it holds " + strings.Join(names, ", ")
	}
}

// explainLicense says that a font must not be published in a kit.
func explainLicense(d *diag.Diagnostic, name string) {
	d.Rule, d.Kind = "font-license", diag.Policy
	d.Message = quote(name) + " may not be embedded in documents, by its own licence flags"
	d.Hint = "ask its maker for a licence, or choose a font under the SIL Open Font License"
}
