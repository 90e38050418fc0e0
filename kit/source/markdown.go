package source

import (
	"bytes"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
)

// parseMarkdown parses YAML front matter between two lines of three hyphens; the
// text after it becomes the field body.
func parseMarkdown(b *builder) *Node {
	data := b.src.Data
	start := 0
	if bytes.HasPrefix(data, []byte(bom)) {
		start = len(bom)
	}
	first := lineEnd(data, start)
	if strings.TrimRight(string(data[start:first]), " \t\r\n") != "---" {
		b.fail(b.span(start, start+len(bytes.TrimRight(data[start:first], "\r\n"))), "no-front-matter", "the file does not begin with front matter").
			Hint = "begin with a line ---, then the fields as YAML, then a line --- and the text"
		return nil
	}
	for at := first; at < len(data); {
		end := lineEnd(data, at)
		line := strings.TrimRight(string(data[at:min(end, at+16)]), " \t\r\n")
		if line == "---" || line == "..." {
			return joinBody(b, first, at, end)
		}
		at = end
	}
	b.fail(b.span(start, start+3), "no-front-matter", "the front matter that begins here never ends").
		Hint = "end it with a line ---"
	return nil
}

func lineEnd(data []byte, at int) int {
	for i := at; i < len(data); i++ {
		if data[i] == '\n' || data[i] == '\r' && (i+1 == len(data) || data[i+1] != '\n') {
			return i + 1
		}
	}
	return len(data)
}

// joinBody parses the front matter from start to end and adds the text from body on.
func joinBody(b *builder, start, end, body int) *Node {
	if len(bytes.TrimSpace(b.src.Data[start:end])) == 0 {
		b.fail(b.span(0, 3), "empty-file", "the front matter is empty")
		return nil
	}
	n := parseYAMLPart(b, start, end)
	if n == nil || n.Kind != MapKind {
		return n
	}
	text := bodyText(b, body)
	if strings.TrimSpace(text.Value) == "" {
		return n
	}
	if given := n.Get("body"); given != nil {
		for _, e := range n.Entries {
			if e.Key == "body" {
				b.list.Add(e.KeySpan, "duplicate-key", "%s is given twice", Quote("body")).
					Hint = "the text after the front matter is the body"
			}
		}
		return n
	}
	n.Entries = append(n.Entries, Entry{
		Key:     "body",
		KeySpan: diag.Span{Source: b.src, Start: text.Span.Start, End: text.Span.Start},
		Value:   &Node{Kind: StringKind, Span: text.Span, Text: text},
	})
	return n
}

// bodyText returns the text from offset at on, with LF line breaks.
func bodyText(b *builder, at int) Text {
	data := b.src.Data
	for at < len(data) {
		end := lineEnd(data, at)
		if len(bytes.TrimSpace(data[at:end])) > 0 {
			break
		}
		at = end
	}
	var out textBuilder
	for i := at; i < len(data); {
		end := lineEnd(data, i)
		line := bytes.TrimRight(data[i:end], "\r\n")
		out.plain(string(line), i)
		switch brk := end - i - len(line); {
		case brk == 1 && data[end-1] == '\n':
			out.plain("\n", end-1)
		case brk > 0:
			out.rigid("\n", i+len(line), end)
		}
		i = end
	}
	return out.text(b.span(at, len(data)))
}
