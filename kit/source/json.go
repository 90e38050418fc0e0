package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
)

// parseJSON parses the file as JSON (RFC 8259).
func parseJSON(b *builder) *Node {
	j := &jsonBuilder{builder: b}
	if bytes.HasPrefix(b.src.Data, []byte(bom)) {
		j.base = len(bom)
	}
	j.dec = json.NewDecoder(bytes.NewReader(b.src.Data[j.base:]))
	j.dec.UseNumber()
	n := j.value(1)
	if b.stopped {
		return nil
	}
	if _, err := j.dec.Token(); !errors.Is(err, io.EOF) {
		at := j.next()
		b.fail(b.span(at, at+1), "syntax", "the file goes on after the end of its value")
		return nil
	}
	return n
}

type jsonBuilder struct {
	*builder
	base int // offset of the JSON text in the file
	dec  *json.Decoder
}

// next returns the offset of the next token: past white space and the commas and
// colons that the decoder takes by itself.
func (j *jsonBuilder) next() int {
	at := j.base + int(j.dec.InputOffset())
	for at < len(j.src.Data) && strings.IndexByte(" \t\r\n,:", j.src.Data[at]) >= 0 {
		at++
	}
	return at
}

// token reads a token and returns it with its place.
func (j *jsonBuilder) token() (json.Token, diag.Span, bool) {
	start := j.next()
	tok, err := j.dec.Token()
	if err == nil {
		return tok, j.span(start, j.base+int(j.dec.InputOffset())), true
	}
	var syntax *json.SyntaxError
	at := min(start, len(j.src.Data))
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		end := len(bytes.TrimRight(j.src.Data, " \t\r\n"))
		j.fail(j.span(max(end-1, 0), end), "syntax", "the file ends too early").
			Hint = "a quotation mark or a bracket is not closed"
	case errors.As(err, &syntax):
		if at < len(j.src.Data) && j.src.Data[at] == '"' {
			// The offset of the decoder counts from the start of the file's text.
			at = min(max(j.base+int(syntax.Offset)-1, at), len(j.src.Data))
		}
		e := explainJSON(strings.TrimPrefix(syntax.Error(), "json: "), j.src.Data, at)
		j.fail(j.span(at, min(at+1, len(j.src.Data))), "syntax", "%s", e.message).Hint = e.hint
	default:
		j.fail(j.span(at, min(at+1, len(j.src.Data))), "syntax", "%v", err)
	}
	return nil, j.span(at, at), false
}

func (j *jsonBuilder) value(depth int) *Node {
	tok, span, ok := j.token()
	if !ok || !j.enter(span, depth) {
		return &Node{Span: span}
	}
	switch v := tok.(type) {
	case json.Delim:
		if v == '{' {
			return j.object(span, depth)
		}
		return j.array(span, depth)
	case string:
		text := j.text(span, v)
		return &Node{Kind: StringKind, Span: span, Text: text}
	case json.Number:
		kind := FloatKind
		if isInteger(v.String()) {
			kind = IntKind
		}
		return &Node{Kind: kind, Span: span, Text: Text{Value: v.String(), Span: span}}
	case bool:
		return &Node{Kind: BoolKind, Span: span, Text: Text{Value: span.Text(), Span: span}}
	}
	return &Node{Kind: NullKind, Span: span, Text: Text{Value: span.Text(), Span: span}}
}

// text returns a string with its places, and reports halves of surrogate pairs,
// which the decoder would silently replace.
func (j *jsonBuilder) text(span diag.Span, value string) Text {
	text := align(j.src, span.Start, span.End, value, jsonStyle)
	for i := 0; i < len(value); {
		at := strings.Index(value[i:], "\ufffd")
		if at < 0 {
			break
		}
		place := text.At(i+at, i+at+1)
		if strings.HasPrefix(place.Text(), `\u`) && !strings.EqualFold(place.Text(), `\ufffd`) {
			j.list.Add(place, "forbidden-character", "half of a surrogate pair is not a character")
			break
		}
		i += at + len("\ufffd")
	}
	return text
}

func (j *jsonBuilder) array(span diag.Span, depth int) *Node {
	n := &Node{Kind: ListKind, Span: span}
	for !j.stopped && j.dec.More() {
		n.Items = append(n.Items, j.value(depth+1))
	}
	n.Span.End = j.close(span)
	return n
}

func (j *jsonBuilder) object(span diag.Span, depth int) *Node {
	n := &Node{Kind: MapKind, Span: span}
	seen := map[string]diag.Span{}
	for !j.stopped && j.dec.More() {
		tok, keySpan, ok := j.token()
		if !ok {
			break
		}
		key, _ := tok.(string)
		j.text(keySpan, key)
		value := j.value(depth + 1)
		j.add(n, seen, Entry{Key: key, KeySpan: keySpan, Value: value})
	}
	n.Span.End = j.close(span)
	return n
}

// close reads the closing bracket and returns the offset after it.
func (j *jsonBuilder) close(open diag.Span) int {
	if j.stopped {
		return open.End
	}
	_, span, _ := j.token()
	return span.End
}
