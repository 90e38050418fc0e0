package main

import (
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"

	"github.com/presskit-go/presskit/conformance/sample"
)

// kits is how many kits with photographs of their own there are.
const kits = 8

// writeInput writes the kits, each in a folder with the forms that the
// contenders read, and returns the folder of the folders: 0, 1, 2 …
func writeInput(work string) (string, error) {
	root := filepath.Join(work, "input")
	for i := range kits {
		folder := filepath.Join(root, fmt.Sprint(i))
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return "", err
		}
		k := sample.New(sample.Size{Seed: i})
		if err := k.Write(folder); err != nil {
			return "", err
		}
		data, err := json.Marshal(k)
		if err != nil {
			return "", err
		}
		for name, text := range map[string]string{
			"kit.json": string(data), "kit.typ": typst(k), "kit.html": page(k), "kit.md": markdown(k), "logo.png": string(k.LogoPNG),
		} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
				return "", err
			}
		}
	}
	return root, copyFonts(root)
}

// copyFonts puts the fonts that all set the kit in beside the input.
func copyFonts(root string) error {
	for _, name := range []string{"Manrope-Regular", "Manrope-Bold", "Manrope-ExtraBold", "Vollkorn-Regular"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "brand", "fonts", name+".ttf"))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(root, name+".ttf"), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// typst writes the kit as a Typst program: justified and hyphenated text, with
// the statistics in a grid.
func typst(k *sample.Kit) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	text := func(s string) string { return fmt.Sprintf("#text(%q)", s) }
	line(`#set document(title: %q, author: %q, date: datetime(year: 2026, month: 2, day: 24))`, k.Headline, k.Publisher)
	line(`#set page(paper: "a4", margin: 20mm, footer: context [#text(8pt)[%s #h(1fr) #counter(page).display()]])`, text(k.Publisher))
	line(`#set text(font: "Vollkorn", size: 10pt, lang: "en", region: "GB", hyphenate: true)`)
	line(`#set par(justify: true)`)
	line(`#show heading: set text(font: "Manrope")`)
	line(`#image("logo.svg", height: 12mm, alt: %q)`, k.Publisher)
	line("%s\n\n= %s\n\n%s\n", text(k.Kicker), text(k.Headline), text(k.Subheadline))
	line(`#figure(image("%s.jpg", width: 100%%, height: 70mm, fit: "cover", alt: %q), caption: [%s])`, k.Pictures[0].ID, k.Pictures[0].Alt, text(k.Pictures[0].Caption))
	line("%s\n", text(k.Place+" — "+k.Lede))
	line(`#block(fill: luma(240), inset: 4mm, width: 100%%)[#grid(columns: 4, gutter: 4mm,`)
	for _, s := range k.Statistics {
		line(`[#text(18pt, weight: "bold", font: "Manrope")[%s] \ #text(8pt)[%s]],`, text(s.Value+s.Unit), text(s.Label))
	}
	line(`)]`)
	for _, s := range k.Body {
		line("== %s\n", text(s.Title))
		for _, p := range s.Paragraphs {
			line("%s\n", text(p))
		}
	}
	line(`#figure(image("%s.jpg", width: 60mm, alt: %q), caption: [%s])`, k.Pictures[1].ID, k.Pictures[1].Alt, text(k.Pictures[1].Caption))
	line("%s\n\n%s", text(k.Boilerplate), text(k.Contact+", "+k.Email))
	return b.String()
}

// page writes the kit as HTML for print.
func page(k *sample.Kit) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	e := html.EscapeString
	line(`<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>%s</title><style>`, e(k.Headline))
	line(`@font-face{font-family:Vollkorn;src:url(../Vollkorn-Regular.ttf)} @font-face{font-family:Manrope;src:url(../Manrope-Bold.ttf);font-weight:700}`)
	line(`@page{size:A4;margin:20mm;@bottom-right{content:counter(page)}} body{font:10pt Vollkorn;text-align:justify;hyphens:auto} h1,h2,b{font-family:Manrope}`)
	line(`.stats{display:grid;grid-template-columns:repeat(4,1fr)} .hero{width:100%%;height:70mm;object-fit:cover}</style>`)
	line(`<img src="logo.svg" alt=%q height="40"><p>%s</p><h1>%s</h1><p>%s</p>`, e(k.Publisher), e(k.Kicker), e(k.Headline), e(k.Subheadline))
	line(`<figure><img class="hero" src="%s.jpg" alt=%q><figcaption>%s</figcaption></figure>`, k.Pictures[0].ID, e(k.Pictures[0].Alt), e(k.Pictures[0].Caption))
	line(`<p>%s — %s</p><div class="stats">`, e(k.Place), e(k.Lede))
	for _, s := range k.Statistics {
		line(`<div><b>%s%s</b><br>%s</div>`, e(s.Value), e(s.Unit), e(s.Label))
	}
	line(`</div>`)
	for _, s := range k.Body {
		line(`<h2>%s</h2>`, e(s.Title))
		for _, p := range s.Paragraphs {
			line(`<p>%s</p>`, e(p))
		}
	}
	line(`<figure><img src="%s.jpg" width="220" alt=%q><figcaption>%s</figcaption></figure>`, k.Pictures[1].ID, e(k.Pictures[1].Alt), e(k.Pictures[1].Caption))
	line(`<p>%s</p><p>%s, %s</p></html>`, e(k.Boilerplate), e(k.Contact), e(k.Email))
	return b.String()
}

// markdown writes the kit for Pandoc.
func markdown(k *sample.Kit) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %q\nlang: en-GB\n---\n\n![%s](logo.png)\n\n%s\n\n%s\n\n", k.Headline, k.Publisher, k.Kicker, k.Subheadline)
	fmt.Fprintf(&b, "![%s](%s.jpg)\n\n%s\n\n", k.Pictures[0].Caption, k.Pictures[0].ID, k.Markdown(true))
	for _, s := range k.Statistics {
		fmt.Fprintf(&b, "- **%s%s** %s\n", s.Value, s.Unit, s.Label)
	}
	fmt.Fprintf(&b, "\n![%s](%s.jpg)\n\n%s\n\n%s, %s\n", k.Pictures[1].Caption, k.Pictures[1].ID, k.Boilerplate, k.Contact, k.Email)
	return b.String()
}
