package tokens

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
)

// brandFile is what is written of tokens.
type brandFile struct {
	palette []paletteEntry
	roles   []roleEntry // of color
	own     []roleEntry // of defaults.presskit.colors
	kinds   []kindEntry
	fonts   []fontEntry
}

type paletteEntry struct {
	name, value string // the value is a colour, or the name of another entry
	token       *token
}

type roleEntry struct{ role, name string }

type kindEntry struct {
	kind string // base, headings or monospace
	textValue
}

type fontEntry struct {
	family  string
	weights []int
}

// roles are names that tokens usually have for the colours of brand.yml, the best
// first. Those of "own" are presskit's.
func roles() []struct {
	role  string
	own   bool
	names []string
} {
	return []struct {
		role  string
		own   bool
		names []string
	}{
		{"foreground", false, []string{"foreground", "text", "ink", "on-surface", "on-background", "content", "fg"}},
		{"background", false, []string{"background", "surface", "paper", "page", "canvas", "bg"}},
		{"primary", false, []string{"primary", "brand"}},
		{"secondary", false, []string{"secondary"}},
		{"tertiary", false, []string{"tertiary"}},
		{"success", false, []string{"success", "positive"}},
		{"info", false, []string{"info", "information"}},
		{"warning", false, []string{"warning"}},
		{"danger", false, []string{"danger", "error", "negative", "critical"}},
		{"light", false, []string{"light"}},
		{"dark", false, []string{"dark"}},
		{"link", false, []string{"link"}},
		{"soft", true, []string{"soft", "muted", "subtle"}},
		{"accent", true, []string{"accent", "highlight"}},
		{"tint", true, []string{"tint"}},
		{"hairline", true, []string{"hairline", "border", "divider"}},
	}
}

// brand puts the brand together.
func (r *reader) brand() *brandFile {
	b := &brandFile{}
	r.setPalette(b)
	r.setRoles(b)
	r.setType(b)
	if len(b.palette) == 0 && len(b.kinds) == 0 && !r.list.HasErrors() {
		r.list.Add(diag.Span{}, "no-tokens", "there is no token of a colour, a font family or a typography").
			Hint = `tokens are maps with a $value, and have a $type or are in a group with one`
	}
	return b
}

// setPalette names the colours by their paths, without a leading "color".
func (r *reader) setPalette(b *brandFile) {
	names, taken := map[string]*token{}, map[string]int{}
	short := map[*token]string{}
	for _, t := range r.tokens {
		if t.state != sound || t.typed != "color" || !t.color.given {
			continue
		}
		parts := t.path
		if len(parts) > 1 && slices.Contains([]string{"color", "colors", "colour", "colours"}, strings.ToLower(parts[0])) {
			parts = parts[1:]
		}
		name := kebab(strings.Join(parts, "-"))
		for whole := kebab(strings.Join(t.path, "-")); name == "" || names[name] != nil; {
			taken[whole]++
			name = fmt.Sprintf("%s-%d", whole, taken[whole]+1)
		}
		names[name], short[t] = t, name
	}
	for _, t := range r.tokens {
		name, ok := short[t]
		if !ok {
			continue
		}
		value := t.color.color.String()
		if other, aliased := short[t.final]; aliased && t.final != t {
			value = other
		}
		b.palette = append(b.palette, paletteEntry{name, value, t})
	}
}

// setRoles finds the colours of the palette that are called like a role.
func (r *reader) setRoles(b *brandFile) {
	for _, role := range roles() {
		e := best(b.palette, role.names)
		if e == nil {
			continue
		}
		d := r.list.Add(e.token.name, "token-role", "%q is taken for %s", e.token.dotted(), role.role)
		d.Severity = diag.Note
		entry := roleEntry{role.role, e.name}
		if role.own {
			b.own = append(b.own, entry)
		} else {
			b.roles = append(b.roles, entry)
		}
	}
}

// best finds the entry that a name fits best: the whole name, then its end, then
// its start with a usual ending; of several the shortest path.
func best(palette []paletteEntry, names []string) *paletteEntry {
	usual := []string{"default", "base", "main", "root", "500", "600"}
	for _, name := range names {
		var found *paletteEntry
		fit := 0
		for i, e := range palette {
			score := 0
			switch {
			case e.name == name:
				score = 3
			case strings.HasSuffix(e.name, "-"+name):
				score = 2
			default:
				for _, ending := range usual {
					if e.name == name+"-"+ending || strings.HasSuffix(e.name, "-"+name+"-"+ending) {
						score = 1
					}
				}
			}
			if score > fit || score > 0 && score == fit && len(e.token.path) < len(found.token.path) {
				fit, found = score, &palette[i]
			}
		}
		if found != nil {
			return found
		}
	}
	return nil
}

// setType finds the typographies, or else the font families, of text, headings
// and code.
func (r *reader) setType(b *brandFile) {
	kinds := []struct {
		kind  string
		names []string
	}{
		{"base", []string{"base", "body", "text", "paragraph", "default", "copy", "sans", "serif", "primary"}},
		{"headings", []string{"headings", "heading", "headline", "title", "display", "h1", "secondary"}},
		{"monospace", []string{"monospace", "mono", "code"}},
	}
	for _, k := range kinds {
		for _, typed := range []string{"typography", "fontFamily"} {
			t := r.named(typed, k.names)
			if t == nil || t.text.family == "" {
				continue
			}
			d := r.list.Add(t.name, "token-role", "%q is taken for %s", t.dotted(), k.kind)
			d.Severity = diag.Note
			b.kinds = append(b.kinds, kindEntry{k.kind, t.text})
			if k.kind != "monospace" { // kits do not set it
				b.addFont(t.text)
			}
			break
		}
	}
	if len(b.kinds) > 0 {
		return
	}
	for _, t := range r.tokens { // one family serves for all
		if t.state == sound && (t.typed == "fontFamily" || t.typed == "typography") && t.text.family != "" {
			b.kinds = append(b.kinds, kindEntry{"base", textValue{family: t.text.family}})
			b.addFont(textValue{family: t.text.family})
			return
		}
	}
}

// named finds the token of a type whose name, or that of a group around it, is one
// of the names: the earliest name, then the nearest to the token, then the shortest path.
func (r *reader) named(typed string, names []string) *token {
	for _, name := range names {
		var found *token
		near := 0
		for _, t := range r.tokens {
			if t.state != sound || t.typed != typed {
				continue
			}
			for up := 1; up <= len(t.path); up++ {
				if kebab(t.path[len(t.path)-up]) != name {
					continue
				}
				if found == nil || up < near || up == near && len(t.path) < len(found.path) {
					found, near = t, up
				}
				break
			}
		}
		if found != nil {
			return found
		}
	}
	return nil
}

func (b *brandFile) addFont(t textValue) {
	i := slices.IndexFunc(b.fonts, func(f fontEntry) bool { return f.family == t.family })
	if i < 0 {
		b.fonts = append(b.fonts, fontEntry{family: t.family})
		i = len(b.fonts) - 1
	}
	for _, w := range []int{400, 700, t.weight} {
		if w > 0 && !slices.Contains(b.fonts[i].weights, w) {
			b.fonts[i].weights = append(b.fonts[i].weights, w)
		}
	}
	slices.Sort(b.fonts[i].weights)
}

// kebab makes a name of lower-case words with hyphens between them.
func kebab(s string) string {
	var b strings.Builder
	lower := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if unicode.IsUpper(r) && lower {
				b.WriteByte('-')
			}
			lower = unicode.IsLower(r)
			b.WriteRune(unicode.ToLower(r))
			continue
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		lower = false
	}
	return strings.TrimRight(b.String(), "-")
}

// yaml writes the brand file.
func (b *brandFile) yaml() []byte {
	var w strings.Builder
	w.WriteString("# Made of design tokens. See https://posit-dev.github.io/brand-yml for what else may stand here.\n")
	if len(b.palette) > 0 {
		w.WriteString("color:\n  palette:\n")
		for _, e := range b.palette {
			fmt.Fprintf(&w, "    %s: %s\n", quoted(e.name), quoted(e.value))
		}
		for _, e := range b.roles {
			fmt.Fprintf(&w, "  %s: %s\n", e.role, quoted(e.name))
		}
	}
	if len(b.kinds) > 0 {
		w.WriteString("typography:\n")
		b.writeFonts(&w)
		for _, k := range b.kinds {
			fmt.Fprintf(&w, "  %s:\n    family: %s\n", k.kind, quoted(k.family))
			if k.size != "" && k.kind != "headings" { // headings have none in brand.yml
				fmt.Fprintf(&w, "    size: %s\n", k.size)
			}
			if k.weight > 0 {
				fmt.Fprintf(&w, "    weight: %d\n", k.weight)
			}
			if k.line > 0 && k.kind != "monospace" {
				fmt.Fprintf(&w, "    line-height: %s\n", written(k.line))
			}
		}
	}
	if len(b.own) > 0 {
		w.WriteString("defaults:\n  presskit:\n    colors:\n")
		for _, e := range b.own {
			fmt.Fprintf(&w, "      %s: %s\n", e.role, quoted(e.name))
		}
	}
	return []byte(w.String())
}

// writeFonts names the files that families need which are not built in.
func (b *brandFile) writeFonts(w *strings.Builder) {
	builtIn := map[string]bool{}
	for _, f := range brand.Default().Faces {
		builtIn[f.Family] = true
	}
	head := "  fonts: # put these files beside this one, or name those that you have\n"
	for _, f := range b.fonts {
		if builtIn[f.family] {
			continue
		}
		var files []string
		for _, weight := range f.weights {
			files = append(files, quoted(brand.FontFileName(f.family, weight, false)))
		}
		fmt.Fprintf(w, "%s    - family: %s\n      source: file\n      files: [%s]\n", head, quoted(f.family), strings.Join(files, ", "))
		head = ""
	}
}

// quoted writes a word as YAML has it, between quotation marks where it could be
// read as something else.
func quoted(s string) string {
	plain := s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz-") == "" && !strings.HasPrefix(s, "-")
	switch s {
	case "true", "false", "null", "yes", "no", "on", "off", "y", "n":
		plain = false
	}
	if plain {
		return s
	}
	data, err := json.Marshal(s) // a string of JSON is one of YAML
	if err != nil {
		panic("tokens: " + err.Error()) // strings always encode
	}
	return string(data)
}
