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
	if !strings.ContainsAny(t.Value, "{}") {
		return t, nil
	}
	var list diag.List
	var replace []source.Replacement
	name := variable()
	at := 0
	for _, m := range braces().FindAllStringSubmatchIndex(t.Value, -1) {
		replace = append(replace, plainBraces(t, at, m[0], &list)...)
		at = m[1]
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
	replace = append(replace, plainBraces(t, at, len(t.Value), &list)...)
	size := len(t.Value)
	for _, r := range replace {
		size += len(r.Value)
	}
	if tooLong(t, size, &list) {
		return t, shorten(list, t)
	}
	return t.Replace(replace), shorten(list, t)
}

// plainBraces returns how the escaped double braces between start and end of a
// plain text read, and reports those that are neither escaped nor closed.
func plainBraces(t source.Text, start, end int, list *diag.List) []source.Replacement {
	var replace []source.Replacement
	for i := start; i < end; {
		rest := t.Value[i:end]
		switch {
		case strings.HasPrefix(rest, `\{\{`):
			replace = append(replace, source.Replacement{Start: i, End: i + 4, Value: "{{"})
			i += 4
		case strings.HasPrefix(rest, `\}\}`):
			replace = append(replace, source.Replacement{Start: i, End: i + 4, Value: "}}"})
			i += 4
		case strings.HasPrefix(rest, "{{"):
			list.Add(t.At(i, i+2), "unclosed-braces", "the double braces that open here are not closed on the same line").Hint = literalBraces
			i += 2
		case strings.HasPrefix(rest, "}}"):
			list.Add(t.At(i, i+2), "unclosed-braces", "these double braces close what is not open").Hint = literalBraces
			i += 2
		default:
			i++
		}
	}
	return replace
}

// lookUp returns the value of a variable, or reports that there is none.
func lookUp(t source.Text, m []int, name string, vars map[string]string, list *diag.List) (string, bool) {
	value, ok := vars[name]
	if !ok {
		known := make([]string, 0, len(vars))
		for k := range vars {
			known = append(known, k)
		}
		hint := "no build variables are set; " + howToSet(name)
		if len(known) > 0 {
			hint = source.Hint(name, known) + "; " + howToSet(name)
		}
		list.Add(t.At(m[0], m[1]), "unknown-variable", "unknown build variable %q", "."+name).Hint = hint
		return "", false
	}
	if len(value) > maxValue {
		list.Add(t.At(m[0], m[1]), "too-large", "the value of build variable %q has %d bytes; %d are allowed", "."+name, len(value), maxValue).
			Hint = "build variables hold words; longer texts belong into the definition"
		return "", false
	}
	return strings.Map(printable, strings.ToValidUTF8(value, "\ufffd")), true
}

// maxValue bounds the value of a build variable, in bytes.
const maxValue = 4 << 10

// tooLong reports a text that its build variables make longer than MaxText.
func tooLong(t source.Text, size int, list *diag.List) bool {
	if size <= MaxText {
		return false
	}
	list.Add(t.Span, "too-large", "with its build variables the text is longer than %d kB", MaxText>>10)
	return true
}

// howToSet says how a build variable is given.
func howToSet(name string) string {
	if name == "Tag" {
		return "give this one with --tag"
	}
	return "give this one with --set " + name + "=…"
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

// forbidden reports whether a text cannot hold r; see [source.Forbidden]. Our
// marks are among what it cannot.
func forbidden(r rune) bool { return source.Forbidden(r) }

// marks replaces the variables of a Markdown text by marks and returns their values.
func marks(t source.Text, vars map[string]string, list *diag.List) (source.Text, []string) {
	if !strings.Contains(t.Value, "{{") {
		return t, nil
	}
	var values []string
	var replace []source.Replacement
	name, size := variable(), len(t.Value)
	for _, m := range braces().FindAllStringSubmatchIndex(t.Value, -1) {
		found := name.FindStringSubmatch(t.Value[m[2]:m[3]])
		if found == nil {
			continue
		}
		if value, ok := lookUp(t, m, found[1], vars, list); ok {
			if size += len(value); tooLong(t, size, list) {
				return t, nil
			}
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
