package compose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/markup"
	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/kit/source"
)

// plain lowers a text without markup.
func (c *composer) plain(t source.Text) doc.Text {
	s := strings.TrimSpace(apostrophes(c.tidy(t.Value)))
	if s == "" {
		return nil
	}
	return doc.Text{{Text: s, Origin: t.Span}}
}

// inline lowers Markdown of one paragraph.
func (c *composer) inline(t release.Inline) doc.Text {
	if !t.Given() || isPlain(t.Value) {
		return c.plain(t.Text)
	}
	d, list := c.rel.InlineMarkup(t)
	c.add(list)
	p := d.Root.FirstChild()
	if p == nil {
		return nil
	}
	in := inliner{c: c, doc: d}
	in.children(p, doc.Run{})
	for _, n := range in.images {
		d := c.list.Add(in.doc.Span(n), "misplaced-picture", "a picture cannot stand in this text")
		d.Severity, d.Hint = diag.Warning, "pictures belong into the body"
	}
	return in.finish()
}

// isPlain reports whether a text surely has no markup, as most labels have none:
// it is spared the parser.
func isPlain(s string) bool {
	return !strings.HasPrefix(s, " ") && !strings.ContainsFunc(s, func(r rune) bool {
		return r != ' ' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(",;’“”«»%", r)
	})
}

// add takes over diagnostics of a text that was parsed again. A sound release
// has none.
func (c *composer) add(list diag.List) {
	for _, d := range list {
		if d.Severity == diag.Error {
			c.list = append(c.list, d)
		}
	}
}

// inliner lowers the inline nodes of one paragraph.
type inliner struct {
	c      *composer
	doc    *markup.Doc
	out    doc.Text
	images []*ast.Image
}

// children lowers the nodes below n; run carries the formatting around them.
func (in *inliner) children(n ast.Node, run doc.Run) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		in.node(child, run)
	}
}

func (in *inliner) node(n ast.Node, run doc.Run) {
	switch n := n.(type) {
	case *ast.Text:
		in.put(string(n.Segment.Value(in.doc.Bytes)), run, in.doc.Span(n))
		if n.HardLineBreak() {
			in.put("\n", run, diag.Span{})
		} else if n.SoftLineBreak() {
			in.put(softBreak, run, diag.Span{})
		}
	case *ast.String:
		in.put(string(n.Value), run, diag.Span{})
	case *ast.Emphasis:
		if n.Level >= 2 {
			run.Strong = true
		} else if run.Lang == "" && Upright(in.c.rel.Tag) {
			run.Strong = true
		} else {
			run.Emph = true
		}
		in.children(n, run)
	case *ast.CodeSpan:
		run.Code = true
		in.children(n, run)
	case *markup.Span:
		if n.Lang != "" {
			run.Lang = n.Lang
		}
		in.children(n, run)
	case *ast.Link:
		run.Link = string(n.Destination)
		in.children(n, run)
	case *ast.Image:
		in.images = append(in.images, n)
	case *markup.Stat:
		if s := in.c.rel.Statistic(n.ID.Value); s != nil {
			in.c.placed.inText[s.ID.Value] = true
			in.put(in.c.statLine(s), run, in.doc.Span(n))
		}
	default:
		in.children(n, run)
	}
}

// put adds text, to the run before if it is formatted alike.
func (in *inliner) put(s string, run doc.Run, origin diag.Span) {
	if s == "" {
		return
	}
	run.Text = s
	if last := len(in.out) - 1; last >= 0 && alike(in.out[last], run) {
		in.out[last].Text += s
		if at := &in.out[last].Origin; at.Source == origin.Source && at.IsPlace() {
			at.End = max(at.End, origin.End)
		}
		return
	}
	run.Origin = origin
	in.out = append(in.out, run)
}

func alike(a, b doc.Run) bool {
	return a.Role == b.Role && a.Strong == b.Strong && a.Emph == b.Emph && a.Code == b.Code && a.Link == b.Link && a.Lang == b.Lang && a.Field == b.Field
}

// finish tidies white space across the runs and drops what is empty.
func (in *inliner) finish() doc.Text {
	in.joinLines()
	for i := range in.out {
		in.out[i].Text = in.c.tidy(in.out[i].Text)
	}
	apostrophesOver(in.out)
	var out doc.Text
	space := true // at the beginning, or after a space or line break
	for _, r := range in.out {
		s := r.Text
		if space {
			s = strings.TrimLeft(s, " ")
		}
		s = strings.ReplaceAll(strings.ReplaceAll(s, " \n", "\n"), "\n ", "\n")
		if s == "" {
			continue
		}
		space = strings.HasSuffix(s, " ") || strings.HasSuffix(s, "\n")
		r.Text = s
		out = append(out, r)
	}
	return trimEnd(out)
}

// trimEnd drops white space at the end of a text.
func trimEnd(t doc.Text) doc.Text {
	for len(t) > 0 {
		last := len(t) - 1
		if t[last].Field != doc.NoField {
			break
		}
		if t[last].Text = strings.TrimRight(t[last].Text, " \n"); t[last].Text != "" {
			break
		}
		t = t[:last]
	}
	return t
}

// apostrophes sets the typewriter's sign as an apostrophe where it is one: between
// letters and before digits (dell'innovazione, it's, l'11), at the end of a word
// (un po', the authors' words), before the last digits of a year (del '900).
// Quotation marks are left as the author typed them, and so are addresses, which
// would lead nowhere.
func apostrophes(s string) string {
	if !strings.Contains(s, "'") {
		return s
	}
	runes := []rune(s)
	quoted := false
	for i := 0; i < len(runes); {
		word := 0
		for i+word < len(runes) && !unicode.IsSpace(runes[i+word]) {
			word++
		}
		if !isAddress(string(runes[i : i+word])) {
			quoted = curl(runes[i:i+word], quoted)
		}
		i += word + 1
	}
	return string(runes)
}

// apostrophesOver is apostrophes over the bounds of runs: a word may be emphasised in
// part, and a quotation as well. Code is left as it is.
func apostrophesOver(t doc.Text) {
	if !slices.ContainsFunc(t, func(r doc.Run) bool { return strings.Contains(r.Text, "'") }) {
		return
	}
	var all strings.Builder
	for _, r := range t {
		if r.Code {
			r.Text = strings.ReplaceAll(r.Text, "'", "x")
		}
		all.WriteString(r.Text)
	}
	text := []rune(apostrophes(all.String()))
	for i, r := range t {
		n := utf8.RuneCountInString(r.Text)
		if !r.Code {
			t[i].Text = string(text[:n])
		}
		text = text[n:]
	}
}

// curl sets the apostrophes of a word. It is told, and tells, whether words are
// quoted by the same sign.
func curl(word []rune, quoted bool) bool {
	letter := func(i int) bool { return i >= 0 && i < len(word) && unicode.IsLetter(word[i]) }
	digit := func(i int) bool { return i >= 0 && i < len(word) && unicode.IsDigit(word[i]) }
	for i, r := range word {
		switch {
		case r != '\'':
		case letter(i-1) && (letter(i+1) || digit(i+1)),
			letter(i-1) && !quoted,
			!letter(i-1) && !digit(i-1) && isDecade(word[i+1:]):
			word[i] = '\u2019'
		case quoted:
			quoted = false
		case letter(i+1) || digit(i+1):
			quoted = !digit(i - 1)
		}
	}
	return quoted
}

// isDecade reports whether a word begins with the last digits of a year.
func isDecade(word []rune) bool {
	n := 0
	for n < len(word) && unicode.IsDigit(word[n]) {
		n++
	}
	return (n == 2 || n == 3) && (n == len(word) || word[n] != '\'')
}

// isAddress reports whether a word is an address of e-mail or of the web: it has
// a scheme, an @, or a path behind a name with a dot.
func isAddress(word string) bool {
	host, _, path := strings.Cut(word, "/")
	return strings.Contains(word, "@") || strings.Contains(word, "://") || path && strings.Contains(host, ".")
}

// tidyTrim tidies a text that must be one line.
func (c *composer) tidyTrim(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(apostrophes(c.tidy(s)), "\n", " "))
}

// tidy makes white space single spaces, keeps line breaks and no-break spaces,
// and drops control characters, which no format can hold.
func (c *composer) tidy(s string) string {
	if isTidy(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case r == '\n' || r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f' || r == '\u0085':
			b.WriteByte('\n')
			space = false
			continue
		case r == ' ' || r == '\t' || r == '\r':
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		case r == '\u00a0' && space:
			continue // beside a space it would widen the gap
		case unicode.IsControl(r) || r == '\ufeff':
			continue
		}
		b.WriteRune(r)
		space = false
	}
	return strings.ReplaceAll(b.String(), "\u00a0 ", " ")
}

// isTidy reports whether there surely is nothing to tidy, as in most texts.
func isTidy(s string) bool {
	space := false
	for _, r := range s {
		switch {
		case r > ' ' && r < 0x7f: // as most are
		case r == ' ' && space, r < ' ' && r != '\n', r >= 0x7f && r <= '\u00a0',
			r == '\u2028', r == '\u2029', r == '\ufeff', r == unicode.ReplacementChar:
			return false
		}
		space = r == ' '
	}
	return true
}
