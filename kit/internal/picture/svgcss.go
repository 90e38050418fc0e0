package picture

import (
	"slices"
	"strings"
)

// declaration is one property with its value.
type declaration struct{ property, value string }

// cssRule is one selector with its declarations: "path.a" is element path,
// class a. An empty part matches everything.
type cssRule struct {
	element, id  string
	classes      []string
	declarations []declaration
}

// weight orders rules as the cascade does (Selectors 4, 17).
func (r *cssRule) weight() int {
	w := 100 * len(r.classes)
	if r.id != "" {
		w += 10_000
	}
	if r.element != "" {
		w++
	}
	return w
}

func sortRules(rules []cssRule) {
	slices.SortStableFunc(rules, func(a, b cssRule) int { return a.weight() - b.weight() })
}

func (r *cssRule) matches(n *node, id string, classes []string) bool {
	if r.element != "" && r.element != n.name || r.id != "" && r.id != id {
		return false
	}
	for _, c := range r.classes {
		if !slices.Contains(classes, c) {
			return false
		}
	}
	return true
}

// addRules reads a style element. Drawing programs write lists of simple
// selectors; combinators are refused rather than misread. Conditional rules and
// fonts, which say nothing about paths, are passed over.
func (t *tree) addRules(n *node) error {
	css := stripComments(string(n.text))
	for {
		css = strings.TrimSpace(css)
		if css == "" {
			return nil
		}
		if css[0] == '@' {
			if at := strings.IndexAny(css, ";{"); at >= 0 && css[at] == ';' {
				if strings.HasPrefix(css, "@import") {
					return svgError(n, unsupported("save it with its styles inside", "the style sheet imports another"))
				}
				css = css[at+1:]
				continue
			}
			end := blockEnd(css)
			if end < 0 {
				return svgError(n, corrupt("the style sheet has an open block"))
			}
			css = css[end:]
			continue
		}
		open, end := strings.IndexByte(css, '{'), strings.IndexByte(css, '}')
		if open < 0 || end < open {
			return svgError(n, corrupt("the style sheet has an open block"))
		}
		declarations := parseDeclarations(css[open+1 : end])
		for selector := range strings.SplitSeq(css[:open], ",") {
			rule, ok := parseSelector(strings.TrimSpace(selector))
			if !ok {
				return svgError(n, unsupported("save it with presentation attributes", "the style sheet has the selector %q", shortened(selector, 40)))
			}
			if len(t.rules) == maxRules {
				return svgError(n, tooLarge("save it with presentation attributes", "the style sheet has more than %d rules", maxRules))
			}
			rule.declarations = declarations
			t.rules = append(t.rules, rule)
		}
		css = css[end+1:]
	}
}

// blockEnd finds the position after the block that css starts with, nested
// blocks included; -1 if it stays open.
func blockEnd(css string) int {
	depth := 0
	for i := range len(css) {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth <= 0 {
				return i + 1
			}
		}
	}
	return -1
}

func stripComments(css string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(css, "/*")
		b.WriteString(before)
		if !found {
			break
		}
		b.WriteByte(' ')
		_, css, _ = strings.Cut(after, "*/")
	}
	return strings.NewReplacer("<!--", "", "-->", "").Replace(b.String())
}

// parseSelector reads a compound of one element name, one id and classes.
func parseSelector(s string) (cssRule, bool) {
	var r cssRule
	if s == "" || strings.ContainsAny(s, " >+~:[]()\t\r\n|\\") {
		return r, false
	}
	for at := 0; at < len(s); {
		end := at + 1
		for end < len(s) && s[end] != '.' && s[end] != '#' {
			end++
		}
		word := s[at:end]
		switch {
		case len(word) > 1 && word[0] == '.':
			r.classes = append(r.classes, word[1:])
		case len(word) > 1 && word[0] == '#' && r.id == "":
			r.id = word[1:]
		case at == 0 && word == "*":
		case at == 0 && word[0] != '.' && word[0] != '#':
			r.element = word
		default:
			return r, false
		}
		at = end
	}
	return r, true
}

// parseDeclarations reads "fill:red;stroke:none". Whatever is malformed is
// dropped, as CSS wants it.
func parseDeclarations(s string) []declaration {
	var out []declaration
	for item := range strings.SplitSeq(s, ";") {
		property, value, ok := strings.Cut(item, ":")
		if !ok {
			continue
		}
		value = strings.TrimSpace(value)
		if i := strings.LastIndexByte(value, '!'); i >= 0 && strings.EqualFold(strings.TrimSpace(value[i+1:]), "important") {
			value = strings.TrimSpace(value[:i])
		}
		out = append(out, declaration{strings.ToLower(strings.TrimSpace(property)), value})
	}
	return out
}

// shortened cuts a piece of input for a message.
func shortened(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}
