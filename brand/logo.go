package brand

import (
	"bytes"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// picture is a logo as the file names it: a path, or the name of one of
// logo.images.
type picture struct {
	path *source.Node // nil if not given
	alt  string
}

// variants are a logo for light and one for dark grounds. A logo without
// variants is for both.
type variants struct{ light, dark picture }

// logos is the section logo.
type logos struct {
	images               map[string]picture
	small, medium, large variants
}

func (r *reader) readLogos(n *source.Node) {
	if n.Kind == source.StringKind || n.Kind == source.MapKind && n.Get("path") != nil {
		// Not in the schema, but understood by the packages for brand.yml.
		p := r.readPicture(n)
		r.logos.medium = variants{p, p}
		return
	}
	r.object(n, "logo", []field{
		{"images", func(n *source.Node) {
			r.logos.images = map[string]picture{}
			for _, e := range r.entries(n, "images") {
				r.logos.images[e.Key] = r.readPicture(e.Value)
			}
		}},
		{"small", r.readVariants(&r.logos.small)},
		{"medium", r.readVariants(&r.logos.medium)},
		{"large", r.readVariants(&r.logos.large)},
	})
}

func (r *reader) readVariants(into *variants) func(*source.Node) {
	return func(n *source.Node) {
		if n.Kind != source.MapKind || n.Get("path") != nil {
			p := r.readPicture(n)
			*into = variants{p, p}
			return
		}
		r.object(n, "a logo", []field{
			{"light", func(n *source.Node) { into.light = r.readPicture(n) }},
			{"dark", func(n *source.Node) { into.dark = r.readPicture(n) }},
		})
	}
}

func (r *reader) readPicture(n *source.Node) picture {
	var p picture
	if n.Kind == source.StringKind {
		r.filled(&p.path)(n)
		return p
	}
	r.object(n, "a logo", []field{{"path", r.filled(&p.path)}, {"alt", r.text(&p.alt)}})
	if n.Kind == source.MapKind && n.Get("path") == nil {
		r.add(n, "missing-field", "a logo needs a path")
	}
	return p
}

// setLogos loads the logos for the brand's paper: for the first page the medium
// one, else the large one, else the small one; for later pages the small one.
func (r *reader) setLogos(b *Brand) {
	sizes := []variants{r.logos.medium, r.logos.large, r.logos.small}
	fitting, other := variants.onLight, variants.onDark
	if isDark(b.Colors.Paper) {
		fitting, other = other, fitting
	}
	used := map[*source.Node]*Logo{}
	load := func(p picture) *Logo {
		p = r.resolve(p)
		if _, known := used[p.path]; !known {
			used[p.path] = r.loadLogo(p, b)
		}
		return used[p.path]
	}
	var first picture
	for _, variant := range []func(variants) picture{fitting, other} {
		for _, size := range sizes {
			if p := variant(size); p.path != nil && first.path == nil {
				first = p
			}
		}
	}
	if first.path == nil {
		return
	}
	b.Logo = load(first)
	r.checkGround(b, first, fitting)
	if small := fitting(r.logos.small); small.path != nil && !r.same(small, first) {
		b.RunningLogo = load(small)
	}
	if r.allLogos {
		r.setVariants(b, load)
	}
}

// checkGround warns of a logo that is made for another ground than the paper, for
// want of one that is made for it.
func (r *reader) checkGround(b *Brand, first picture, fitting func(variants) picture) {
	for _, size := range []variants{r.logos.medium, r.logos.large, r.logos.small} {
		if fitting(size).path != nil {
			return
		}
	}
	made, ground := "dark", "light"
	if isDark(b.Colors.Paper) {
		made, ground = ground, made
	}
	d := r.add(first.path, "logo-ground", "the logo is for %s grounds, and stands on paper that is %s", made, ground)
	d.Severity = diag.Warning
	d.Hint = "write {light: …, dark: …}, with a logo for " + ground + " grounds under " + ground
}

// setVariants loads all logos. What is wrong with those that kits do not use
// keeps no specimen from being drawn.
func (r *reader) setVariants(b *Brand, load func(picture) *Logo) {
	for _, size := range []struct {
		name string
		of   variants
	}{{"small", r.logos.small}, {"medium", r.logos.medium}, {"large", r.logos.large}} {
		for _, v := range []struct {
			picture
			dark bool
		}{{size.of.light, false}, {size.of.dark, true}} {
			if v.path == nil || v.dark && v.path == size.of.light.path {
				continue
			}
			before := len(r.list)
			logo := load(v.picture)
			for i := range r.list[before:] {
				r.list[before+i].Severity = diag.Warning
			}
			if logo != nil {
				b.Logos = append(b.Logos, Variant{Size: size.name, Dark: v.dark, Logo: logo})
			}
		}
	}
}

// same reports whether two pictures are one file.
func (r *reader) same(a, b picture) bool {
	return strings.TrimSpace(r.resolve(a).path.Text.Value) == strings.TrimSpace(r.resolve(b).path.Text.Value)
}

func (v variants) onLight() picture { return v.light }
func (v variants) onDark() picture  { return v.dark }

// isDark reports whether white text is easier to read on the colour than black.
func isDark(c Color) bool {
	return Contrast(c, Color{0xFF, 0xFF, 0xFF}) > Contrast(c, Color{})
}

// resolve looks up a picture that is named instead of given by its path.
func (r *reader) resolve(p picture) picture {
	image, ok := r.logos.images[p.path.Text.Value]
	if !ok || image.path == nil {
		return p
	}
	if p.alt != "" {
		image.alt = p.alt
	}
	return image
}

func (r *reader) loadLogo(p picture, b *Brand) *Logo {
	name, data, ok := r.file(p.path, strings.TrimSpace(p.path.Text.Value), maxLogoSize)
	if !ok {
		return nil
	}
	if !isPicture(data) {
		r.add(p.path, "bad-logo", "%s is no picture that can be used", quote(name)).Hint = "logos are SVG, PNG, JPEG, WebP or GIF"
		return nil
	}
	logo := &Logo{Path: name, Span: p.path.Span, Data: data, Alt: p.alt, ClearSpace: r.clearSpace, MinHeight: r.minHeight}
	if logo.Alt == "" {
		logo.Alt = b.Name
	}
	if logo.Alt == "" {
		d := r.add(p.path, "missing-alt", "the logo says nothing to those who cannot see it")
		d.Severity = diag.Warning
		d.Hint = "give the brand a name under meta, or write {path: …, alt: …}"
		logo.Alt = "Logo"
	}
	return logo
}

// isPicture reports whether data starts as one of the formats of a logo.
func isPicture(data []byte) bool {
	const svgHead = 64 << 10 // comments and declarations may stand before the root
	for _, magic := range [...]string{"\x89PNG\r\n\x1a\n", "\xff\xd8\xff", "GIF87a", "GIF89a"} {
		if bytes.HasPrefix(data, []byte(magic)) {
			return true
		}
	}
	if len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP" {
		return true
	}
	return bytes.Contains(data[:min(len(data), svgHead)], []byte("<svg"))
}
