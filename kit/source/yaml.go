package source

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/presskit-go/presskit/kit/diag"
)

// parseYAML parses the whole file as one YAML document.
func parseYAML(b *builder) *Node {
	start := 0
	if bytes.HasPrefix(b.src.Data, []byte(bom)) {
		start = len(bom)
	}
	return parseYAMLPart(b, start, len(b.src.Data))
}

// parseYAMLPart parses the bytes from start to end, which begin a line.
func parseYAMLPart(b *builder, start, end int) *Node {
	y := &yamlBuilder{builder: b, start: start, data: b.src.Data[start:end], last: yamlMark{line: -1}}
	if bytes.IndexByte(y.data, '&') >= 0 { // without an anchor no node is met twice
		y.open, y.scalars, y.offsets = map[*yaml.Node]bool{}, map[*yaml.Node]*Node{}, map[*yaml.Node]int{}
	}
	y.decoded = y.data
	doc, err := decodeYAML(y.data)
	if err != nil && strings.Contains(err.Error(), invalidEscape) {
		if data, ok := withStandIns(y.data); ok {
			y.decoded = data
			if doc, err = decodeYAML(data); err == nil {
				restorePairs(doc)
			}
		}
	}
	if err != nil {
		y.explain(err)
		return nil
	}
	if doc == nil || len(doc.Content) == 0 || isEmptyYAML(doc.Content[0]) {
		empty(b.list, b.src)
		return nil
	}
	y.lines = yamlLines(y.data)
	if more := y.secondDocument(); more >= 0 {
		b.fail(y.lineSpan(more), "several-documents", "the file holds more than one YAML document")
		return nil
	}
	n := y.node(doc.Content[0], 1)
	if b.stopped {
		return nil
	}
	return n
}

// documentStart is what the decoder misses where text goes on after a document.
const documentStart = "<document start>"

// decodeYAML decodes the first document. The decoder is not known to panic on
// any input; if it does, that is a syntax error to our users.
func decodeYAML(data []byte) (doc *yaml.Node, err error) {
	defer func() {
		if recover() != nil {
			doc, err = nil, errors.New("yaml: cannot be read")
		}
	}()
	doc = new(yaml.Node)
	dec := yaml.NewDecoder(bytes.NewReader(data))
	err = dec.Decode(doc)
	if errors.Is(err, io.EOF) {
		return nil, nil
	}
	if err == nil {
		// A line further left than the first key ends the document without a word.
		if rest := dec.Decode(new(yaml.Node)); rest != nil && strings.Contains(rest.Error(), documentStart) {
			return nil, rest
		}
	}
	return doc, err
}

func isEmptyYAML(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == "!!null" && n.Value == ""
}

// yamlBuilder turns the nodes of the YAML package into ours.
type yamlBuilder struct {
	*builder
	start int // of data in the file
	data  []byte
	// decoded is data, or as long, with stand-ins for surrogates.
	decoded []byte
	lines   []int // offset in data of each line, as YAML 1.1 breaks lines

	// These are nil where nothing has an anchor.

	open map[*yaml.Node]bool // collections being built, to find cycles
	// scalars are those already built, which aliases use again.
	scalars map[*yaml.Node]*Node
	// offsets are those already found.
	offsets map[*yaml.Node]int

	// last is the place found last: nodes come in order, so that a long line is
	// walked along only once.
	last yamlMark
}

// enterCollection notes that a collection is being built, until leave.
func (y *yamlBuilder) enterCollection(n *yaml.Node) (leave func()) {
	if y.open == nil {
		return func() {}
	}
	y.open[n] = true
	return func() { delete(y.open, n) }
}

// yamlLines returns the offset of each line. The YAML package also breaks lines
// at U+0085, U+2028 and U+2029, so its line numbers are not those of diag.
func yamlLines(data []byte) []int {
	lines := []int{0}
	for i := 0; i < len(data); {
		r, size := rune(data[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(data[i:])
		}
		i += size
		switch r {
		case '\r':
			if i < len(data) && data[i] == '\n' {
				continue
			}
			lines = append(lines, i)
		case '\n', '\u0085', '\u2028', '\u2029':
			lines = append(lines, i)
		}
	}
	return lines
}

// offset returns the offset in data of a node.
func (y *yamlBuilder) offset(n *yaml.Node) int {
	if at, ok := y.offsets[n]; ok {
		return at
	}
	line := min(max(n.Line, 1), len(y.lines)) - 1
	at, column := y.lines[line], 1
	if line == y.last.line && n.Column >= y.last.column {
		at, column = y.last.at, y.last.column
	}
	for ; column < n.Column && at < len(y.data); column++ {
		_, size := utf8.DecodeRune(y.data[at:])
		at += size
	}
	y.last = yamlMark{line, column, at}
	if y.offsets != nil {
		y.offsets[n] = at
	}
	return at
}

// yamlMark is a place in data: a line from 0, a column from 1, and its offset.
type yamlMark struct{ line, column, at int }

// content steps over the anchor and the tag before a node's content.
func (y *yamlBuilder) content(at int) int {
	for at < len(y.data) && (y.data[at] == '&' || y.data[at] == '!') {
		for at < len(y.data) && !isBlank(y.data[at]) {
			at++
		}
		for at < len(y.data) && (isBlank(y.data[at]) || y.data[at] == '#') {
			if y.data[at] == '#' {
				for at < len(y.data) && y.data[at] != '\n' && y.data[at] != '\r' {
					at++
				}
				continue
			}
			at++
		}
	}
	return at
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// node builds a node and all below it.
func (y *yamlBuilder) node(yn *yaml.Node, depth int) *Node {
	at := y.offset(yn)
	here := y.span(y.start+at, y.start+min(at+1, len(y.data)))
	if !y.enter(here, depth) {
		return &Node{Span: here}
	}
	switch yn.Kind {
	case yaml.AliasNode:
		if y.open[yn.Alias] {
			y.fail(here, "cyclic-alias", "the alias %s stands within what it names", Quote("*"+yn.Value))
			return &Node{Span: here}
		}
		return y.node(yn.Alias, depth)
	case yaml.SequenceNode:
		return y.sequence(yn, at, depth)
	case yaml.MappingNode:
		return y.mapping(yn, at, depth)
	}
	return y.scalar(yn, at)
}

func (y *yamlBuilder) sequence(yn *yaml.Node, at, depth int) *Node {
	defer y.enterCollection(yn)()
	at = y.content(at)
	n := &Node{Kind: ListKind, Span: y.span(y.start+at, y.start+min(at+1, len(y.data))), Items: make([]*Node, 0, len(yn.Content))}
	y.collectionTag(yn, n.Span, "!!seq")
	for _, item := range yn.Content {
		child := y.node(item, depth+1)
		n.Items = append(n.Items, child)
		n.Span.End = max(n.Span.End, child.Span.End)
	}
	return n
}

func (y *yamlBuilder) mapping(yn *yaml.Node, at, depth int) *Node {
	defer y.enterCollection(yn)()
	at = y.content(at)
	n := &Node{Kind: MapKind, Span: y.span(y.start+at, y.start+min(at+1, len(y.data)))}
	y.collectionTag(yn, n.Span, "!!map")
	n.Entries = make([]Entry, 0, len(yn.Content)/2)
	var seen map[string]diag.Span
	if keys := len(yn.Content) / 2; keys > fewKeys {
		seen = make(map[string]diag.Span, keys)
	}
	for i := 0; i+1 < len(yn.Content) && !y.stopped; i += 2 {
		key := y.node(yn.Content[i], depth+1)
		switch {
		case key.Kind == ListKind || key.Kind == MapKind:
			y.list.Add(key.Span, "bad-key", "a key must be a word, not %s", key.Kind)
			continue
		case yn.Content[i].Tag == "!!merge":
			y.list.Add(key.Span, "merge-key", "the merge key << is not part of YAML 1.2").
				Hint = "write the fields out, or use an alias for a whole value"
			continue
		}
		value := y.node(yn.Content[i+1], depth+1)
		if value.Span.Start == value.Span.End || value.Kind == NullKind && value.Text.Value == "" {
			value.Span = key.Span
		}
		y.add(n, seen, Entry{Key: key.Text.Value, KeySpan: key.Span, Value: value})
		n.Span.End = max(n.Span.End, value.Span.End)
	}
	return n
}

func (y *yamlBuilder) collectionTag(yn *yaml.Node, span diag.Span, want string) {
	if yn.Style&yaml.TaggedStyle != 0 && yn.ShortTag() != want {
		y.list.Add(span, "unknown-tag", "the tag %s has no meaning here", Quote(yn.Tag))
	}
}

func (y *yamlBuilder) scalar(yn *yaml.Node, at int) *Node {
	if n := y.scalars[yn]; n != nil {
		y.count(n.Span, len(yn.Value))
		return n
	}
	y.count(y.span(y.start+at, y.start+at+1), len(yn.Value))
	from := y.content(at)
	st, limit := plainStyle, y.limit(from, yn)
	switch {
	case yn.Style&yaml.DoubleQuotedStyle != 0:
		st = doubleStyle
	case yn.Style&yaml.SingleQuotedStyle != 0:
		st = singleStyle
	case yn.Style&yaml.LiteralStyle != 0:
		st = literalStyle
	case yn.Style&yaml.FoldedStyle != 0:
		st = foldedStyle
	}
	text := align(y.src, y.start+from, y.start+limit, yn.Value, st)
	n := &Node{Kind: StringKind, Span: text.Span, Text: text}
	if y.scalars != nil {
		y.scalars[yn] = n
	}
	if yn.Style&yaml.TaggedStyle != 0 {
		n.Kind = y.taggedKind(yn, n.Span)
	} else if st == plainStyle {
		n.Kind = plainKind(yn.Value)
	}
	return n
}

// limit returns an offset in data that a scalar does not reach beyond, for the
// case that its bytes cannot be followed one by one: the end of its line, or
// for a block scalar the end of the data.
func (y *yamlBuilder) limit(from int, yn *yaml.Node) int {
	if yn.Value == "" && yn.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0 {
		return from
	}
	return len(y.data)
}

// taggedKind returns the kind that an explicit tag of the core schema asks for.
func (y *yamlBuilder) taggedKind(yn *yaml.Node, span diag.Span) Kind {
	plain := plainKind(yn.Value)
	switch tag := yn.ShortTag(); {
	case tag == "!!str":
		return StringKind
	case tag == "!!null" && plain == NullKind:
		return NullKind
	case tag == "!!bool" && plain == BoolKind:
		return BoolKind
	case tag == "!!int" && plain == IntKind:
		return IntKind
	case tag == "!!float" && (plain == IntKind || plain == FloatKind):
		return FloatKind
	case tag == "!!timestamp" && plain == TimeKind:
		return TimeKind
	}
	y.list.Add(span, "unknown-tag", "the tag %s has no meaning here", Quote(yn.Tag)).
		Hint = "known are !!str, !!int, !!float, !!bool and !!null, each before a value of its kind"
	return StringKind
}

// plainKind resolves an unquoted scalar by the core schema of YAML 1.2.2 (10.3.2),
// with dates and times of RFC 3339 besides. Octal and hexadecimal numbers are
// text to us: no field wants one, and a telephone extension may look like one.
func plainKind(s string) Kind {
	switch s {
	case "", "~", "null", "Null", "NULL":
		return NullKind
	case "true", "True", "TRUE", "false", "False", "FALSE":
		return BoolKind
	}
	switch {
	case isInteger(s):
		return IntKind
	case isDecimal(s):
		return FloatKind
	}
	if len(s) >= len("2006-01-02") {
		if _, p := parseDate(s); p >= Day {
			return TimeKind
		}
	}
	return StringKind
}

// secondDocument returns the line (from 0) at which another document starts, or -1.
// A marker in column one cannot be part of any scalar.
func (y *yamlBuilder) secondDocument() int {
	content, ended := false, false
	for n, at := range y.lines {
		line := y.data[at:]
		if n+1 < len(y.lines) {
			line = y.data[at:y.lines[n+1]]
		}
		text := bytes.TrimSpace(line)
		marker := bytes.HasPrefix(line, []byte("---")) && (len(line) == 3 || isBlank(line[3]))
		switch {
		case len(text) == 0 || text[0] == '#':
		case bytes.HasPrefix(line, []byte("...")) && (len(line) == 3 || isBlank(line[3])):
			ended = content
		case marker && content, ended:
			return n
		case !bytes.HasPrefix(line, []byte("%")) || content:
			content = true
		}
	}
	return -1
}
