package markup

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// Within Markdown, a build variable is held by a mark until parsing is over, so
// that its value can never act as Markdown. A mark is made of Unicode
// noncharacters, which no source may hold: markStart, hexadecimal digits counted
// from markDigit, markEnd. To Markdown they are letters.
const (
	markStart = '\ufdd0'
	markEnd   = '\ufdd1'
	markDigit = '\ufde0'
)

// braces matches whatever stands in double braces on one line.
func braces() *regexp.Regexp { return regexp.MustCompile(`\{\{([^{}\r\n]*)\}\}`) }

// variable matches what stands in the braces of a build variable.
func variable() *regexp.Regexp { return regexp.MustCompile(`^\s*\.([A-Za-z][A-Za-z0-9_]*)\s*$`) }

// Plain puts the build variables into a text that is not Markdown. Directives
// have no place in one.
func Plain(t source.Text, vars map[string]string) (source.Text, diag.List) {
	if !strings.Contains(t.Value, "{{") {
		return t, nil
	}
	var list diag.List
	var replace []source.Replacement
	name := variable()
	for _, m := range braces().FindAllStringSubmatchIndex(t.Value, -1) {
		found := name.FindStringSubmatch(t.Value[m[2]:m[3]])
		if found == nil {
			list.Add(t.At(m[0], m[1]), "unknown-directive", "%s has no meaning in this text", strconv.Quote(t.Value[m[0]:m[1]])).
				Hint = "build variables begin with a dot: {{ .Version }}; directives belong into Markdown"
			continue
		}
		if value, ok := lookUp(t, m, found[1], vars, &list); ok {
			replace = append(replace, source.Replacement{Start: m[0], End: m[1], Value: value})
		}
	}
	return t.Replace(replace), list
}

// lookUp returns the value of a variable, or reports that there is none.
func lookUp(t source.Text, m []int, name string, vars map[string]string, list *diag.List) (string, bool) {
	value, ok := vars[name]
	if !ok {
		known := make([]string, 0, len(vars))
		for k := range vars {
			known = append(known, k)
		}
		hint := "no build variables are set; give them with --set " + name + "=…"
		if len(known) > 0 {
			hint = source.Hint(name, known)
		}
		list.Add(t.At(m[0], m[1]), "unknown-variable", "unknown build variable %q", "."+name).Hint = hint
		return "", false
	}
	return strings.Map(printable, strings.ToValidUTF8(value, "\ufffd")), true
}

// printable keeps what a document can hold on one line of a text.
func printable(r rune) rune {
	switch {
	case r == '\n' || r == '\r' || r == '\t':
		return ' '
	case forbidden(r):
		return -1
	}
	return r
}

// forbidden reports whether XML 1.0 cannot hold r or r is one of our marks.
func forbidden(r rune) bool {
	return r < 0x20 && r != '\t' && r != '\n' && r != '\r' ||
		r >= 0xd800 && r <= 0xdfff || r >= 0xfdd0 && r <= 0xfdef || r == 0xfffe || r == 0xffff
}

// marks replaces the variables of a Markdown text by marks and returns their values.
func marks(t source.Text, vars map[string]string, list *diag.List) (source.Text, []string) {
	if !strings.Contains(t.Value, "{{") {
		return t, nil
	}
	var values []string
	var replace []source.Replacement
	name := variable()
	for _, m := range braces().FindAllStringSubmatchIndex(t.Value, -1) {
		found := name.FindStringSubmatch(t.Value[m[2]:m[3]])
		if found == nil {
			continue
		}
		if value, ok := lookUp(t, m, found[1], vars, list); ok {
			replace = append(replace, source.Replacement{Start: m[0], End: m[1], Value: mark(len(values))})
			values = append(values, value)
		}
	}
	return t.Replace(replace), values
}

func mark(n int) string {
	digits := []rune{markStart}
	for _, d := range strconv.FormatInt(int64(n), 16) {
		v, _ := strconv.ParseInt(string(d), 16, 8)
		digits = append(digits, markDigit+rune(v)%16)
	}
	return string(append(digits, markEnd))
}

// markAt reads the mark at the start of s: its number and size in bytes.
func markAt(s string) (n, size int, ok bool) {
	if !strings.HasPrefix(s, string(markStart)) {
		return 0, 0, false
	}
	for i, r := range s {
		switch {
		case i == 0:
		case r == markEnd:
			return n, i + len(string(markEnd)), i > len(string(markStart))
		case r >= markDigit && r < markDigit+16 && n < 1<<24:
			n = n*16 + int(r-markDigit)
		default:
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// known lists the directives for messages.
func known() []string {
	names := []string{string(Quote), string(Figure), string(Statistics), "stat"}
	slices.Sort(names)
	return names
}
