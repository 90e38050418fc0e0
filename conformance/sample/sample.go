// Package sample makes the press kits that speed and memory are measured with:
// one release of 964 words, eight statistics, a logo and two photographs, which
// takes three A4 pages in the layout feature, and longer ones made from it.
//
// [New] gives a kit as data, which programs that set it with other tools read;
// [Kit.Write] puts it into a folder as a definition with its brand and media.
// The same [Size] gives the same bytes.
package sample

import (
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

//go:embed prose.md
var prose string

// Size says how large a kit is. The zero value is the kit of 964 words.
type Size struct {
	Times    int // how often the body is there; 0 is once
	Pictures int // how many photographs; 0 is two
	Seed     int // other seeds give photographs of other content
}

// Kit is a press kit as data.
type Kit struct {
	Kicker, Headline, Subheadline string
	Place, Date                   string // Date as 2006-01-02
	Lede                          string
	Body                          []Section
	Statistics                    []Statistic
	Pictures                      []Picture
	Publisher, Boilerplate        string
	Contact, Email                string
	Logo                          []byte // SVG
	LogoPNG                       []byte // the same, for tools that read no SVG
}

// Section is a part of the body under a title.
type Section struct {
	Title      string
	Paragraphs []string
}

// Statistic is a figure and what it counts.
type Statistic struct{ ID, Value, Unit, Label string }

// Picture is a photograph.
type Picture struct {
	ID, Alt, Caption string
	JPEG             []byte
	Width, Height    int // pixels
}

// New makes a kit.
func New(size Size) *Kit {
	lede, rest, _ := strings.Cut(prose, "\n\n")
	k := &Kit{
		Kicker:      "Public libraries",
		Headline:    "Hollin’s seed library opens its catalogue to every gardener in the county",
		Subheadline: "Five harvests of records come with it, and a promise in writing that nobody pays for a bad summer.",
		Place:       "Hollin", Date: "2026-02-24",
		Lede:       lede,
		Statistics: statistics(),
		Publisher:  "Hollin County Library",
		Boilerplate: "Hollin County Library lends books, tools and seeds from nine buildings and a bus. " +
			"It was founded in 1911 by subscription and belongs to its readers, of whom there are 31,400.",
		Contact: "Maud Ferrier", Email: "press@library.example",
		Logo: []byte(logo), LogoPNG: logoPNG(),
	}
	for range max(size.Times, 1) {
		k.Body = append(k.Body, sections(rest)...)
	}
	pictures := size.Pictures
	if pictures == 0 {
		pictures = 2
	}
	for i := range pictures {
		k.Pictures = append(k.Pictures, Picture{
			ID:      fmt.Sprintf("bed-%d", i+1),
			Alt:     fmt.Sprintf("Seed bed %d in low light, with a haze over the rows.", i+1),
			Caption: fmt.Sprintf("Bed %d, a week after sowing.", i+1),
			JPEG:    photograph(uint64(size.Seed)<<16 + uint64(i)), Width: photoWidth, Height: photoHeight,
		})
	}
	return k
}

// sections parses the titles and paragraphs of the prose.
func sections(text string) (list []Section) {
	for block := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		if title, ok := strings.CutPrefix(block, "## "); ok {
			list = append(list, Section{Title: title})
			continue
		}
		last := &list[len(list)-1]
		last.Paragraphs = append(last.Paragraphs, block)
	}
	return list
}

func statistics() []Statistic {
	return []Statistic{
		{"varieties", "612", "", "varieties in the public catalogue"},
		{"borrowers", "4180", "", "borrowers since the start"},
		{"returned", "76", "%", "of borrowers return seed"},
		{"apples", "40", "", "kinds of apple"},
		{"gardens", "318", "", "gardens on record in the valley"},
		{"room", "8", "°C", "in the seed room"},
		{"schools", "23", "", "schools that test lots"},
		{"fines", "0", "EUR", "in fines"},
	}
}

// Names of the files that Write makes.
const (
	Definition = "release.yaml"
	brandFile  = "_brand.yml"
	logoFile   = "logo.svg"
)

// Write puts the kit into a folder, as [Definition] and what it names.
func (k *Kit) Write(folder string) error {
	files := map[string][]byte{
		Definition: []byte(k.definition()), brandFile: []byte(brandText), logoFile: k.Logo,
	}
	for _, p := range k.Pictures {
		files[p.ID+".jpg"] = p.JPEG
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// Markdown is the body, and the lede if it is asked for, as CommonMark.
func (k *Kit) Markdown(withLede bool) string {
	var b strings.Builder
	if withLede {
		b.WriteString(k.Lede + "\n\n")
	}
	for _, s := range k.Body {
		b.WriteString("## " + s.Title + "\n\n")
		for _, p := range s.Paragraphs {
			b.WriteString(p + "\n\n")
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// Words counts the words of everything that is printed once.
func (k *Kit) Words() int {
	words := strings.Fields(strings.Join([]string{
		k.Kicker, k.Headline, k.Subheadline, k.Place, k.Markdown(true), k.Publisher, k.Boilerplate, k.Contact, k.Email,
	}, " "))
	n := 0
	for _, w := range words {
		if w != "##" {
			n++
		}
	}
	for _, s := range k.Statistics {
		n += 1 + len(strings.Fields(s.Label))
	}
	for _, p := range k.Pictures {
		n += len(strings.Fields(p.Caption))
	}
	return n
}

// definition writes the release definition.
func (k *Kit) definition() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("presskit: 1\nid: seeds\nlanguage: en-GB\npublished: %sT09:00:00Z", k.Date)
	line("kicker: %q\nheadline: %q\nsubheadline: %q", k.Kicker, k.Headline, k.Subheadline)
	line("dateline: {place: %q, date: %s}\nlede: %q", k.Place, k.Date, k.Lede)
	story := len(k.Body) - backgroundSections
	line("body: |")
	for i, s := range k.Body[:story] {
		s.write(line)
		if i+2 < len(k.Pictures) { // the first stands above the story, the second in the gallery
			line("  {{figure: %s}}\n", k.Pictures[i+2].ID)
		}
	}
	line("backgrounder: |")
	for _, s := range k.Body[story:] {
		s.write(line)
	}
	line("statistics:")
	for _, s := range k.Statistics {
		line("  - {id: %s, value: %s, label: %q%s}", s.ID, s.Value, s.Label, optional(", unit: %q", s.Unit))
	}
	line("publisher: library\norganizations:\n  library: {name: %q, boilerplate: %q}", k.Publisher, k.Boilerplate)
	line("contacts:\n  - {name: %q, email: %q}", k.Contact, k.Email)
	line("media:")
	for i, p := range k.Pictures {
		role := "inline"
		switch i {
		case 0:
			role = "hero"
		case 1:
			role = "gallery"
		}
		line("  %s: {path: %s.jpg, role: %s, alt: %q, caption: %q}", p.ID, p.ID, role, p.Alt, p.Caption)
	}
	return b.String()
}

// backgroundSections is how many of the last sections are the backgrounder.
const backgroundSections = 1

// write writes a section as Markdown within a block of YAML.
func (s Section) write(line func(format string, args ...any)) {
	line("  ## %s\n", s.Title)
	for _, p := range s.Paragraphs {
		line("  %s\n", p)
	}
}

func optional(format, value string) string {
	if value == "" {
		return ""
	}
	return fmt.Sprintf(format, value)
}

const brandText = `meta: {name: Hollin County Library}
logo: {medium: {path: logo.svg, alt: Hollin County Library}}
color: {foreground: "#1d2a1f", background: "#ffffff", primary: "#2c6e3f"}
`
