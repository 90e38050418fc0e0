package kit

import (
	"fmt"
	"slices"
	"strings"
	"text/template/parse"
	"unicode"
	"unicode/utf8"
)

// DefaultName is the name template that is used where none is given.
const DefaultName = "{{ .ID }}-{{ .Version }}-{{ .Language }}"

// maxName bounds a file name without its extension, in bytes. File systems
// allow 255; the rest is for the extension and for what programs add.
const maxName = 200

// A NameError says why a name template, or the file name made from it, cannot
// be used.
type NameError struct {
	Template string
	Name     string // what the template gave; "" if it could not be read
	Reason   string
}

func (e *NameError) Error() string {
	if e.Name == "" {
		return fmt.Sprintf("name template %q: %s", e.Template, e.Reason)
	}
	return fmt.Sprintf("name template %q gives %q: %s", e.Template, e.Name, e.Reason)
}

// nameFields lists what a name template may use.
func nameFields() []string {
	return []string{"ID", "Version", "Language", "Tag", "Layout", "Date"}
}

// CheckName reports whether a name template can be read: it may hold text and
// the fields {{ .ID }}, {{ .Version }}, {{ .Language }}, {{ .Tag }},
// {{ .Layout }} and {{ .Date }}, and nothing else of Go's template language.
// The error is a *[NameError].
func CheckName(template string) error {
	_, err := parseName(template)
	return err
}

// namePart is literal text, or a field if that is named.
type namePart struct{ text, field string }

// parseName reads a template without running it: loops and calls of Go's
// template language could make a short template run for ever, so that only
// text and single fields are taken.
func parseName(template string) ([]namePart, error) {
	if template == "" {
		template = DefaultName
	}
	fail := func(format string, args ...any) ([]namePart, error) {
		return nil, &NameError{Template: template, Reason: fmt.Sprintf(format, args...)}
	}
	trees, err := parse.Parse("name", template, "", "", map[string]any{})
	if err != nil {
		return fail("%s", strings.TrimPrefix(err.Error(), "template: name:1: "))
	}
	tree := trees["name"]
	if tree == nil || len(trees) != 1 || tree.Root == nil {
		return fail("it must be a file name with fields such as {{ .ID }}")
	}
	var parts []namePart
	for _, n := range tree.Root.Nodes {
		switch n := n.(type) {
		case *parse.TextNode:
			parts = append(parts, namePart{text: string(n.Text)})
		case *parse.ActionNode:
			field, ok := singleField(n)
			if !ok || !slices.Contains(nameFields(), field) {
				return fail("%s is not allowed; allowed are .%s", n, strings.Join(nameFields(), ", ."))
			}
			parts = append(parts, namePart{field: field})
		default:
			return fail("%s is not allowed; allowed are .%s", n, strings.Join(nameFields(), ", ."))
		}
	}
	return parts, nil
}

// singleField gives the name in an action of one field: {{ .ID }}.
func singleField(n *parse.ActionNode) (string, bool) {
	if n.Pipe == nil || len(n.Pipe.Decl) > 0 || len(n.Pipe.Cmds) != 1 || len(n.Pipe.Cmds[0].Args) != 1 {
		return "", false
	}
	f, ok := n.Pipe.Cmds[0].Args[0].(*parse.FieldNode)
	if !ok || len(f.Ident) != 1 {
		return "", false
	}
	return f.Ident[0], true
}

// makeName puts values into a template. The result is a clean file name
// without extension; the error is a *NameError.
func makeName(template string, values map[string]string) (string, error) {
	parts, err := parseName(template)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, p := range parts {
		if p.field == "" {
			b.WriteString(p.text)
			continue
		}
		if values[p.field] == "" {
			return "", &NameError{Template: template, Reason: fmt.Sprintf("this build has no .%s", p.field)}
		}
		b.WriteString(values[p.field])
	}
	name := b.String()
	if reason := uncleanName(name); reason != "" {
		return "", &NameError{Template: template, Name: name, Reason: reason}
	}
	return name, nil
}

// uncleanName says why a file name would leave its folder or be refused by a
// common file system, and "" if it is clean.
func uncleanName(name string) string {
	switch {
	case name == "":
		return "the name is empty"
	case !utf8.ValidString(name):
		return "the name is not valid UTF-8"
	case len(name) > maxName:
		return fmt.Sprintf("the name is %d bytes long; %d are allowed", len(name), maxName)
	case strings.Contains(name, ".."):
		return `the name contains ".."`
	case strings.HasPrefix(name, "."):
		return "the name starts with a period"
	case strings.HasPrefix(name, "-"):
		return "the name starts with a hyphen, as an option does"
	case strings.TrimSpace(name) != name || strings.HasSuffix(name, "."):
		return "the name starts or ends with a space or ends with a period"
	case reservedName(name):
		return "the name is reserved by Windows"
	}
	for _, r := range name {
		if strings.ContainsRune(`/\:*?"<>|`, r) || !unicode.IsGraphic(r) {
			return fmt.Sprintf("the name contains %q", r)
		}
	}
	return ""
}

// reservedName reports whether Windows takes a name for a device, whatever its
// extension.
func reservedName(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch stem {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	return len(stem) == 4 && (strings.HasPrefix(stem, "COM") || strings.HasPrefix(stem, "LPT")) && stem[3] >= '0' && stem[3] <= '9'
}
