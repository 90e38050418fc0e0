package docx

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// chosen are the styles that an author chooses, which Word shows in its gallery, and the
// style of what is usually written next.
var chosen = map[string]string{
	"Title": "Subtitle", "Subtitle": "Lede", "heading 1": "Body Text", "heading 2": "Body Text", "heading 3": "Body Text",
	"Body Text": "", "Lede": "Body Text", "Kicker": "Title", "Dateline": "", "Emphasis": "", "Strong": "",
	"Quote": "Quote Source", "Quote Source": "Quote Source Title", "Quote Source Title": "Body Text",
	"caption": "Body Text", "List Bullet": "", "List Number": "", "Note": "", "Table Head": "", "Table Text": "",
	"Stat Group": "Stat Value", "Stat Value": "Stat Label", "Stat Label": "", "Stat Highlight": "Stat Label Large",
	"Fact Label": "Fact Value", "Fact Value": "", "Timeline Date": "Timeline Text", "Timeline Text": "",
	"Question": "Answer", "Answer": "", "Person Name": "Person Role", "Person Role": "Person Text", "Person Text": "",
	"Boilerplate": "", "End Heading": "Boilerplate", "Contact": "", "Contact Name": "Contact",
}

// val is the value of a child of an element; "" without it.
func (n *node) val(child string) string {
	for _, c := range n.children {
		if c.name == child {
			return c.attributes["val"]
		}
	}
	return ""
}

func (n *node) has(child string) bool {
	return slices.ContainsFunc(n.children, func(c *node) bool { return c.name == child })
}

// each visits the elements below n.
func (n *node) each(visit func(*node)) {
	for _, c := range n.children {
		visit(c)
		c.each(visit)
	}
}

// TestStylesOfKits holds of every kit that what is used is a style of the document, that
// styles are based on each other up to those that all are based on, so that a change
// there reaches them, and that the author finds those that authors choose.
func TestStylesOfKits(t *testing.T) {
	uses := map[string]string{"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
	roots := map[string]string{"paragraph": "Normal", "character": "DefaultParagraphFont", "table": "TableNormal"}
	eachKit(t, func(kit string, parts map[string]string) {
		sheet := tree(t, parts["word/styles.xml"]).children[0]
		styles, named := map[string]*node{}, map[string]*node{}
		for _, s := range sheet.children {
			if s.name == "style" {
				id, name := s.attributes["styleId"], s.val("name")
				if styles[id] != nil || named[name] != nil || name == "" || !s.has("uiPriority") {
					t.Errorf("%s: the style %s, %q, is there twice, or has no name or no rank", kit, id, name)
				}
				styles[id], named[name] = s, s
			}
		}
		for id, s := range styles {
			kind, at := s.attributes["type"], s
			for range len(styles) {
				if base := styles[at.val("basedOn")]; base != nil && base.attributes["type"] == kind {
					at = base
				}
			}
			if root := at.attributes["styleId"]; root != roots[kind] {
				t.Errorf("%s: %s leads to %s", kit, id, root)
			}
			if next := s.val("next"); next != "" && (styles[next] == nil || styles[next].attributes["type"] != kind) {
				t.Errorf("%s: %s is followed by %s, which is no style", kit, id, next)
			}
			if s.has("qFormat") && s.has("semiHidden") {
				t.Errorf("%s: %s is in the gallery and hidden", kit, id)
			}
		}
		for name, next := range chosen {
			s := named[name]
			if s == nil {
				continue // a kit without
			}
			if !s.has("qFormat") {
				t.Errorf("%s: %s is not in the gallery", kit, name)
			}
			if next == "" || named[next] == nil {
				continue
			}
			if got := s.val("next"); styles[got] == nil || styles[got].val("name") != next {
				t.Errorf("%s: %s is followed by %q, want %s", kit, name, got, next)
			}
		}
		for name, data := range textParts(parts) {
			tree(t, data).each(func(n *node) {
				if kind := uses[n.name]; kind != "" && (styles[n.attributes["val"]] == nil || styles[n.attributes["val"]].attributes["type"] != kind) {
					t.Errorf("%s, %s: there is no %s style %s", kit, name, kind, n.attributes["val"])
				}
				if n.name == "p" && (len(n.children) == 0 || n.children[0].val("pStyle") == "") {
					t.Errorf("%s, %s: a paragraph has no style", kit, name)
				}
			})
		}
	})
}

// ruled is the theme of a kit.
type ruled struct {
	colors map[string]string // by their names in markup
	fonts  map[string]string // major and minor
}

// themeOf reads it.
func themeOf(t *testing.T, data string) ruled {
	t.Helper()
	names := map[string][]string{"dk1": {"text1", "dark1"}, "lt1": {"background1", "light1"}, "dk2": {"text2", "dark2"}, "lt2": {"background2", "light2"}, "hlink": {"hyperlink"}, "folHlink": {"followedHyperlink"}}
	r := ruled{map[string]string{}, map[string]string{}}
	tree(t, data).each(func(n *node) {
		switch n.name {
		case "clrScheme":
			for _, c := range n.children {
				for _, name := range append(names[c.name], c.name) {
					r.colors[name] = c.find("srgbClr").attributes["val"]
				}
			}
		case "majorFont", "minorFont":
			r.fonts[strings.TrimSuffix(n.name, "Font")] = n.find("latin").attributes["typeface"]
		}
	})
	return r
}

// tinted is a colour of a theme with the tint or shade of ISO/IEC 29500-1, 17.3.2.41.
func (r ruled) tinted(name, tint, shade string) string {
	c := r.colors[name]
	if tint == "" && shade == "" || len(c) != 6 {
		return c
	}
	out := ""
	for i := 0; i < 6; i += 2 {
		v, _ := strconv.ParseUint(c[i:i+2], 16, 8)
		part := float64(v)
		if s, err := strconv.ParseUint(shade, 16, 8); err == nil {
			part *= float64(s) / 255
		}
		if t, err := strconv.ParseUint(tint, 16, 8); err == nil {
			part = 255 - (255-part)*float64(t)/255
		}
		out += strings.ToUpper(strconv.FormatUint(0x100+uint64(part+0.5), 16)[1:])
	}
	return out
}

// TestThemeRulesKits holds of every kit that a change of the theme's colours or of its
// fonts changes the document: whatever has a colour or a font has it of the theme, and
// the literal beside it, for readers that pass over themes, is the same.
//
// Fonts that are none of the theme's are those that it has no place for: other cuts of its
// families, which Word knows as families of their own, and which few styles name; that of
// code and of the dots of timelines, which all programs have. Grounds have no more than a literal in what stands
// for them where drawings are not known (VML), since it has no themes.
func TestThemeRulesKits(t *testing.T) {
	hex := regexp.MustCompile(`^[0-9A-F]{6}$`)
	count := map[string]int{}
	const mostNames = 8 // of cuts, in the styles of a kit
	check := func(kit string, parts map[string]string) {
		cuts := 0
		theme := themeOf(t, parts["word/theme/theme1.xml"])
		for _, name := range slices.Sorted(maps.Keys(parts)) {
			if !strings.HasPrefix(name, "word/") || strings.HasPrefix(name, "word/theme") {
				continue
			}
			tree(t, parts[name]).each(func(n *node) {
				a := n.attributes
				for _, of := range []struct{ literal, theme string }{{"val", "themeColor"}, {"color", "themeColor"}, {"fill", "themeFill"}} {
					if !hex.MatchString(a[of.literal]) || of.literal == "val" && n.name != "color" {
						continue
					}
					count[of.theme]++
					if want := theme.tinted(a[of.theme], a[of.theme+"Tint"], a[of.theme+"Shade"]); want != a[of.literal] {
						t.Errorf("%s, %s: %s is %s, and %q of the theme is %s", kit, name, n.name, a[of.literal], a[of.theme], want)
					}
				}
				switch n.name {
				case "srgbClr", "sysClr", "prstClr":
					t.Errorf("%s, %s: a drawing has a colour of its own", kit, name)
				case "schemeClr":
					count["schemeClr"]++
				case "latin", "ea", "cs":
					if face := a["typeface"]; face != "" && !strings.HasPrefix(face, "+m") {
						t.Errorf("%s, %s: a drawing has the font %s", kit, name, face)
					}
				case "rFonts":
					for slot, of := range map[string]string{"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme", "cs": "cstheme"} {
						if a[of] != "" {
							count["fonts"]++
							continue
						}
						family := a[slot]
						cut := false
						for _, of := range theme.fonts {
							first, _, _ := strings.Cut(of, " ")
							cut = cut || strings.HasPrefix(family+" ", first+" ")
						}
						if cut && slot == "ascii" {
							cuts++
						}
						own := (family == dotFamily || family == ringFamily) && name == "word/numbering.xml" || family == monospaced || strings.HasPrefix(family, "Noto ")
						if family != "" && !cut && !own {
							t.Errorf("%s, %s: %s is no font of the theme", kit, name, family)
						}
					}
				}
			})
		}
		if cuts > mostNames {
			t.Errorf("%s: %d styles name cuts of the brand, want %d at most", kit, cuts, mostNames)
		}
	}
	eachKit(t, check)
	for kit, parts := range kits(t) {
		check(kit, parts)
	}
	for _, what := range []string{"themeColor", "themeFill", "schemeClr", "fonts"} {
		if count[what] < 10 {
			t.Errorf("%d uses of %s", count[what], what)
		}
	}
	if got := (ruled{colors: map[string]string{"a": "C00080"}}).tinted("a", "99", ""); got != "D966B3" {
		t.Errorf("a tint of three fifths is %s", got)
	}
}
