package brandsheet

import (
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose"
)

//go:embed sheet.html
var page string

// WriteHTML writes the specimen as one web page: its fonts and logos are inside
// it, it has no scripts, and it asks for nothing else. The fonts are there as a
// whole, so that all of their features can be tried.
func (s *Sheet) WriteHTML(w io.Writer) error {
	t, err := template.New("sheet").Parse(page)
	if err != nil {
		return fmt.Errorf("specimen: %w", err)
	}
	v, err := s.view()
	if err != nil {
		return err
	}
	if err := t.Execute(w, v); err != nil {
		return fmt.Errorf("specimen: %w", err)
	}
	return nil
}

// view is what the page shows.
type view struct {
	Name, Base, Headings, Layout, Generator string
	// Colors are custom properties, Faces rules of CSS: both made here of what
	// was checked when the brand was read.
	Colors, Faces template.CSS
	Logo          *viewLogo
	LogoRules     string
	Swatches      []viewSwatch
	Palette       []viewSwatch
	Steps         []viewStep
	Logos         []viewLogo
	Pairs         []viewPair
}

type viewSwatch struct {
	Name, Hex, Use string
	Contrasts      []string
	Style          template.CSS
}

type viewStep struct {
	Roles, Label, Sample string
	Style                template.CSS
	Faint, Wide          bool // set in the page's own colour, for its own cannot be read; over the whole width
	Color                string
}

type viewLogo struct {
	Name, File, Alt string
	Width, Height   int
	Source          template.URL
}

type viewPair struct {
	Text, Ground, Has, Needs, Result, Roles string
	Passes                                  bool
	Style                                   template.CSS
}

func (s *Sheet) viewSwatch(w swatch, color string) viewSwatch {
	return viewSwatch{Name: w.name, Hex: w.color.String(), Use: w.use, Contrasts: s.contrasts(w), Style: template.CSS("background: " + color)}
}

func (s *Sheet) view() (*view, error) {
	theme := compose.Theme(s.brand)
	v := &view{
		Name: s.Name(), Base: s.brand.Base, Headings: s.brand.Headings, Layout: s.layout.Name, Generator: s.opts.Generator, LogoRules: s.logoRules(),
	}
	var colors strings.Builder
	for _, name := range brand.ColorNames() {
		fmt.Fprintf(&colors, "--%s: %s; ", name, s.brand.Colors.Named(name))
	}
	// What the page itself says is in ink or paper, whichever can be read.
	text := "ink"
	if brand.Contrast(s.brand.Colors.Ink, s.brand.Colors.Paper) < 4.5 {
		text = "own"
		own := "#000000"
		if s.brand.Colors.Paper.Luminance() < 0.18 {
			own = "#FFFFFF"
		}
		fmt.Fprintf(&colors, "--own: %s; ", own)
	}
	fmt.Fprintf(&colors, "--text: var(--%s); --headings-font: headings, sans-serif; ", text)
	figure := "text"
	if brand.Contrast(s.brand.Colors.Primary, s.brand.Colors.Tint) >= 4.5 {
		figure = "primary"
	}
	fmt.Fprintf(&colors, "--figure: var(--%s); ", figure)
	names := fontNames(theme)
	for _, f := range []struct{ css, family, generic string }{{"base", theme.Base, "serif"}, {"code", theme.Code, "monospace"}, {"code-block", theme.CodeBlock, "monospace"}} {
		font := names[f.family] + ", " + f.generic // embedded once
		if f.family == "" {
			font = f.generic
		}
		fmt.Fprintf(&colors, "--%s-font: %s; ", f.css, font)
	}
	v.Colors = template.CSS(colors.String())
	for _, w := range s.swatches {
		v.Swatches = append(v.Swatches, s.viewSwatch(w, "var(--"+w.name+")"))
	}
	for _, w := range s.palette {
		v.Palette = append(v.Palette, s.viewSwatch(w, w.color.String()))
	}
	var used []doc.Face
	for _, st := range s.scale {
		face, ok := theme.Face(st.family, st.style.Weight, st.style.Italic)
		if ok && !slices.ContainsFunc(used, func(f doc.Face) bool { return sameFace(f, face) }) {
			used = append(used, face)
		}
		faint := brand.Contrast(brand.Color(theme.Color(st.style.Color)), s.brand.Colors.Paper) < 4.5
		v.Steps = append(v.Steps, viewStep{
			Roles: roleNames(st.roles), Label: st.label, Sample: st.sample(),
			Style: s.css(st.style, faint), Faint: faint, Wide: st.style.Size >= wideStep, Color: string(st.style.Color),
		})
	}
	for _, strong := range []int{400, 700} { // of the page's own words
		for _, family := range []string{theme.Base, theme.Headings} {
			if face, ok := theme.Face(family, strong, false); ok && !slices.ContainsFunc(used, func(f doc.Face) bool { return sameFace(f, face) }) {
				used = append(used, face)
			}
		}
	}
	faces, err := fontFaces(used, theme)
	if err != nil {
		return nil, err
	}
	v.Faces = faces
	for _, l := range s.logos {
		v.Logos = append(v.Logos, viewOf(l))
	}
	if first := s.brand.Logo; first != nil {
		if p, problem := compose.LogoPicture(first, "logo"); problem == nil {
			logo := viewOf(logo{picture: p})
			v.Logo = &logo
		}
	}
	for _, p := range s.pairs {
		v.Pairs = append(v.Pairs, viewPair{
			Text: p.text, Ground: p.ground, Has: ratio(p.has), Needs: fmt.Sprintf("%g:1", p.needs), Result: verdict(p), Roles: p.roles, Passes: p.passes(),
			Style: template.CSS(fmt.Sprintf("background: linear-gradient(90deg, %s 50%%, %s 50%%)", s.cssColor(p.text), s.cssColor(p.ground))),
		})
	}
	return v, nil
}

func sameFace(a, b doc.Face) bool {
	return a.Family == b.Family && a.Weight == b.Weight && a.Italic == b.Italic
}

// css are the declarations of a sample. Sizes count 96 pixels to the inch, as on
// paper.
func (sheet *Sheet) css(s doc.Style, faint bool) template.CSS {
	family := [...]string{doc.BaseFamily: "base", doc.HeadingsFamily: "headings", doc.CodeFamily: "code", doc.CodeBlockFamily: "code-block"}[s.Family]
	out := fmt.Sprintf("font: %s %d %spt/%s var(--%s-font); letter-spacing: %gem", slant(s.Italic), s.Weight, points(s.Size), points(s.LineHeight/s.Size), family, s.Tracking)
	if s.Caps {
		out += "; text-transform: uppercase"
	}
	if s.SmallCaps {
		out += "; font-variant-caps: small-caps"
	}
	switch s.Figures {
	case doc.OldStyleFigures:
		out += "; font-variant-numeric: oldstyle-nums proportional-nums"
	case doc.ProportionalFigures:
		out += "; font-variant-numeric: lining-nums proportional-nums"
	case doc.TabularFigures:
		out += "; font-variant-numeric: lining-nums tabular-nums"
	}
	if s.Ground != "" {
		out += "; background: " + sheet.cssColor(string(s.Ground))
	}
	if !faint {
		out += "; color: " + sheet.cssColor(string(s.Color))
	}
	return template.CSS(out)
}

// cssColor is a colour as CSS has it: by name, or, where the name is the brand's own
// and may be anything, by value.
func (sheet *Sheet) cssColor(name string) string {
	if slices.Contains(brand.ColorNames(), name) {
		return "var(--" + name + ")"
	}
	c, _ := sheet.brand.Color(name)
	return c.String()
}

func slant(italic bool) string {
	if italic {
		return "italic"
	}
	return "normal"
}

// fontNames gives each family of a theme one name of our own.
func fontNames(theme doc.Theme) map[string]string {
	names := map[string]string{}
	for _, f := range []struct{ css, family string }{{"headings", theme.Headings}, {"base", theme.Base}, {"code", theme.Code}, {"code-block", theme.CodeBlock}} {
		if _, named := names[f.family]; !named {
			names[f.family] = f.css
		}
	}
	return names
}

// fontFaces are the rules that bring the fonts, under names of our own.
func fontFaces(faces []doc.Face, theme doc.Theme) (template.CSS, error) {
	var b strings.Builder
	names := fontNames(theme)
	for _, f := range faces {
		data, err := woff(f.Data)
		if err != nil {
			return "", fmt.Errorf("%s: %w", f.Name, err)
		}
		encoded := base64.StdEncoding.EncodeToString(data)
		fmt.Fprintf(&b, "@font-face { font-family: '%s'; font-weight: %d; font-style: %s; src: url(data:font/woff;base64,%s) format('woff') }\n",
			names[f.Family], f.Weight, slant(f.Italic), encoded)
	}
	return template.CSS(b.String()), nil
}

// viewOf embeds a logo. The types of data are those that a brand may have.
func viewOf(l logo) viewLogo {
	media := "image/svg+xml"
	if !l.picture.Vector {
		media = sniffed(l.picture.Data)
	}
	return viewLogo{
		Name: l.name, File: l.file, Alt: l.picture.Alt, Width: l.picture.Width, Height: l.picture.Height,
		Source: template.URL("data:" + media + ";base64," + base64.StdEncoding.EncodeToString(l.picture.Data)),
	}
}

// sniffed is the media type of a raster logo.
func sniffed(data []byte) string {
	switch {
	case strings.HasPrefix(string(data[:min(len(data), 4)]), "\x89PNG"):
		return "image/png"
	case strings.HasPrefix(string(data[:min(len(data), 4)]), "GIF8"):
		return "image/gif"
	case strings.HasPrefix(string(data[:min(len(data), 4)]), "RIFF"):
		return "image/webp"
	}
	return "image/jpeg"
}
