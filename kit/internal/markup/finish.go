package markup

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/presskit-go/presskit/kit/source"
)

// finish makes all text of the tree final and reports what is not allowed in it.
func (p *parse) finish() {
	_ = ast.Walk(p.doc.Root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		return p.node(n), nil
	})
	for _, n := range p.removed {
		n.Parent().RemoveChild(n.Parent(), n)
	}
}

func (p *parse) node(n ast.Node) ast.WalkStatus {
	if n.Kind() != ast.KindCodeSpan {
		p.checkUnsupported(n)
	}
	switch n := n.(type) {
	case *ast.Text:
		p.checkBraces(n.Segment.Start, n.Segment.Stop)
		if isSpecial(n.Segment.Value(p.doc.Bytes)) {
			n.Segment = p.put(p.final(n.Segment.Start, n.Segment.Stop, true))
		}
		n.SetRaw(true)
	case *extension.Table:
		if len(n.Alignments) > MaxColumns {
			p.list.Add(p.doc.Span(n), "too-wide", "the table has %d columns; at most %d can be set on a page", len(n.Alignments), MaxColumns)
		}
	case *ast.CodeSpan:
		p.codeSpan(n)
		return ast.WalkSkipChildren
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		p.codeBlock(n)
	case *ast.Link:
		p.checkAddress(n, n.Destination)
		n.Destination, n.Title = p.bytes(n.Destination), p.bytes(n.Title)
		p.checkLink(n, string(n.Destination))
	case *ast.Image:
		p.checkAddress(n, n.Destination)
		n.Destination, n.Title = p.bytes(n.Destination), p.bytes(n.Title)
	case *ast.AutoLink:
		p.autoLink(n)
	case *ast.RawHTML:
		s := n.Segments
		p.rawHTML(n, s.At(0).Start, s.At(s.Len()-1).Stop)
	case *ast.HTMLBlock:
		if n.Lines().Len() > 0 {
			p.rawHTML(n, n.Lines().At(0).Start, n.Lines().At(0).Stop)
		} else {
			p.rawHTML(n, n.ClosureLine.Start, n.ClosureLine.Stop)
		}
	case *ast.LinkReferenceDefinition:
		p.removed = append(p.removed, n)
		return ast.WalkSkipChildren
	}
	return ast.WalkContinue
}

func (p *parse) rawHTML(n ast.Node, start, end int) {
	p.list.Add(trimmed(p.work.At(start, end)), "raw-html", "HTML is not allowed in texts").
		Hint = `use Markdown, or write \< for the character itself`
	p.removed = append(p.removed, n)
}

// isSpecial reports whether a text has characters that it may be written with
// otherwise than it reads.
func isSpecial[T string | []byte](s T) bool {
	for i := range len(s) {
		switch {
		case s[i] == '\\', s[i] == '&':
			return true
		case s[i] == variableMark[0] && i+len(variableMark) <= len(s) && string(s[i:i+len(variableMark)]) == variableMark:
			return true
		}
	}
	return false
}

const variableMark = string(markStart)

// final returns bytes from start to end of the parsed text with variables put in
// and, if escapes is set, backslash escapes and character references resolved
// (CommonMark 0.31.2, 2.4 and 2.5).
func (p *parse) final(start, end int, escapes bool) source.Text {
	t := p.work.Slice(start, end)
	if !isSpecial(t.Value) {
		return t
	}
	var replace []source.Replacement
	for i := 0; i < len(t.Value); {
		value, size := p.resolve(t.Value[i:], escapes)
		if size == 0 {
			_, width := utf8.DecodeRuneInString(t.Value[i:])
			i += width
			continue
		}
		if strings.ContainsFunc(value, forbidden) {
			p.list.Add(t.At(i, i+size), "forbidden-character", "this character is not allowed in text")
			value = "\ufffd"
		}
		replace = append(replace, source.Replacement{Start: i, End: i + size, Value: value})
		i += size
	}
	return t.Replace(replace)
}

// resolve returns what the beginning of s stands for, and its size; 0 for itself.
func (p *parse) resolve(s string, escapes bool) (string, int) {
	if n, size, ok := markAt(s); ok && n < len(p.values) {
		return p.values[n], size
	}
	switch {
	case !escapes:
	case s[0] == '\\' && len(s) > 1 && util.IsPunct(s[1]):
		return s[1:2], 2
	case s[0] == '&':
		return reference(s)
	}
	return "", 0
}

// maxReference is the length of the longest character reference, with room.
const maxReference = 40

// reference resolves a character reference at the beginning of s.
func reference(s string) (string, int) {
	end := strings.IndexByte(s[:min(len(s), maxReference)], ';')
	if end < 2 {
		return "", 0
	}
	whole := s[:end+1]
	var value string
	if whole[1] == '#' {
		value = string(util.ResolveNumericReferences([]byte(whole)))
	} else {
		value = string(util.ResolveEntityNames([]byte(whole)))
	}
	if value == whole {
		return "", 0
	}
	return value, len(whole)
}

// put adds a final text to the bytes of the document, unless it stands there
// already, and returns its segment.
func (p *parse) put(t source.Text) text.Segment {
	start := len(p.doc.Bytes)
	p.doc.Bytes = append(p.doc.Bytes, t.Value...)
	p.doc.texts = append(p.doc.texts, placed{start, t})
	return text.NewSegment(start, len(p.doc.Bytes))
}

// bytes makes the text of a destination or title final.
func (p *parse) bytes(b []byte) []byte {
	var out strings.Builder
	for s := string(b); s != ""; {
		value, size := p.resolve(s, true)
		if size == 0 {
			_, size = utf8.DecodeRuneInString(s)
			value = s[:size]
		}
		out.WriteString(strings.Map(printable, value))
		s = s[size:]
	}
	return []byte(out.String())
}

// codeSpan makes the text of a code span one node, with line breaks as spaces.
func (p *parse) codeSpan(n *ast.CodeSpan) {
	code := source.Join(p.codeParts(n)...)
	var replace []source.Replacement
	for i := range len(code.Value) {
		if code.Value[i] == '\n' || code.Value[i] == '\r' {
			replace = append(replace, source.Replacement{Start: i, End: i + 1, Value: " "})
		}
	}
	n.RemoveChildren(n)
	if code.Value != "" {
		n.AppendChild(n, ast.NewRawTextSegment(p.put(code.Replace(replace))))
	}
}

// codeBlock makes the lines of a code block final.
func (p *parse) codeBlock(n ast.Node) {
	if f, ok := n.(*ast.FencedCodeBlock); ok && f.Info != nil {
		f.Info.Segment = p.put(p.final(f.Info.Segment.Start, f.Info.Segment.Stop, true))
	}
	lines := text.NewSegments()
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		t := p.final(s.Start, s.Stop, false)
		if s.Padding > 0 {
			t = source.Join(source.Made(strings.Repeat(" ", s.Padding), p.work.At(s.Start, s.Start)), t)
		}
		lines.Append(p.put(t))
	}
	n.SetLines(lines)
}

// autoLink makes <https://…> an ordinary link. The walk goes on to the node after it.
func (p *parse) autoLink(n *ast.AutoLink) {
	label := n.Label(p.doc.Bytes)
	p.checkAddress(n, label)
	dest := p.bytes(n.URL(p.doc.Bytes))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(string(dest)), "mailto:") {
		dest = append([]byte("mailto:"), dest...)
	}
	link := ast.NewLink()
	link.Destination = dest
	start := n.Pos()
	if start >= 0 && start < len(p.work.Value) && p.work.Value[start] == '<' {
		start++
	}
	t := source.Made(string(p.bytes(label)), p.work.Span)
	if start >= 0 && start+len(label) <= len(p.work.Value) && p.work.Value[start:start+len(label)] == string(label) {
		t = p.final(start, start+len(label), false)
	}
	link.AppendChild(link, ast.NewRawTextSegment(p.put(t)))
	p.checkLinkAt(t, string(dest))
	// The link takes the place of the node, which the walk still stands on.
	n.Parent().InsertBefore(n.Parent(), n, link)
	p.removed = append(p.removed, n)
}

func (p *parse) checkLink(n *ast.Link, dest string) {
	if badLink(dest) == "" {
		return
	}
	span := p.doc.Span(n)
	t := source.Made(dest, span)
	// The destination is written after the link's text.
	if last, ok := n.LastChild().(*ast.Text); ok && last.Segment.Stop <= len(p.work.Value) {
		after := p.work.Value[last.Segment.Stop:]
		if i := strings.Index(after, dest); i >= 0 && i < maxLinkGap && dest != "" {
			t = p.work.Slice(last.Segment.Stop+i, last.Segment.Stop+i+len(dest))
		}
	}
	p.checkLinkAt(t, dest)
}

// maxLinkGap is how far after the text of a link its destination is looked for.
const maxLinkGap = 16

func (p *parse) checkLinkAt(t source.Text, dest string) {
	if problem := badLink(dest); problem != "" {
		p.list.Add(t.At(0, len(t.Value)), "bad-link", "the link %s", problem).
			Hint = "links begin with https://, http://, mailto: or tel:, or with # for a section of the kit"
	}
}

// badLink returns what is wrong with the address of a link, or "". Whether there is
// the section that one after # names, its reader knows.
func badLink(dest string) string {
	if len(dest) > 1 && dest[0] == '#' {
		return ""
	}
	u, err := url.Parse(dest)
	switch {
	case dest == "":
		return "has no address"
	case err != nil:
		return "has an address that cannot be read"
	case u.Scheme == "":
		return "is relative, and a press kit has no place that it could start from"
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if u.Host == "" {
			return "names no host"
		}
	case "mailto", "tel":
		if u.Opaque == "" {
			return "names no address"
		}
	default:
		return "has a scheme that is not allowed"
	}
	return ""
}
