package source

import (
	"bytes"
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/presskit-go/presskit/kit/diag"
)

// parseTOML parses the file as TOML 1.0 or 1.1.
func parseTOML(b *builder) *Node {
	t := &tomlBuilder{builder: b, tables: map[*Node]tomlTable{}, arrays: map[*Node]bool{},
		seen: map[*Node]map[string]diag.Span{}, index: map[*Node]map[string]*Node{}}
	data := b.src.Data
	if bytes.HasPrefix(data, []byte(bom)) {
		t.base = len(bom)
	}
	data = data[t.base:len(data):len(data)]
	t.root = &Node{Kind: MapKind, Span: b.span(t.base, t.base+1)}
	t.table = t.root
	t.parser.Reset(data)
	for !b.stopped && t.parser.NextExpression() {
		t.expression(t.parser.Expression())
	}
	if err := t.parser.Error(); err != nil && !b.stopped {
		t.syntax(err)
	}
	if b.stopped {
		return nil
	}
	if len(t.root.Entries) == 0 {
		empty(b.list, b.src)
		return nil
	}
	return t.root
}

// tomlTable says how a table came to be, since TOML lets only some be added to.
type tomlTable int

const (
	implicitTable tomlTable = iota // named on the way to another
	headerTable                    // [table]
	dottedTable                    // a.b = …
	inlineTable                    // { … }
	arrayElement                   // [[table]]
)

type tomlBuilder struct {
	*builder
	base   int // offset of the TOML text in the file
	parser unstable.Parser
	root   *Node
	table  *Node // that key-values are added to
	tables map[*Node]tomlTable
	arrays map[*Node]bool // lists made by [[table]]
	seen   map[*Node]map[string]diag.Span
	index  map[*Node]map[string]*Node // the entries of each table
}

func (t *tomlBuilder) rangeSpan(r unstable.Range) diag.Span {
	start := t.base + int(r.Offset)
	return t.span(start, start+int(r.Length))
}

func (t *tomlBuilder) syntax(err error) {
	var pe *unstable.ParserError
	span := t.span(len(t.src.Data), len(t.src.Data))
	message := err.Error()
	if errors.As(err, &pe) {
		message = pe.Message
		if len(pe.Highlight) > 0 {
			span = t.rangeSpan(t.parser.Range(pe.Highlight))
		}
	}
	e := explainTOML(strings.TrimPrefix(message, "toml: "))
	t.fail(span, "syntax", "%s", e.message).Hint = e.hint
}

// tomlKey is one part of a dotted key.
type tomlKey struct {
	name string
	span diag.Span
}

func (t *tomlBuilder) keys(it unstable.Iterator) []tomlKey {
	var keys []tomlKey
	for it.Next() {
		n := it.Node()
		keys = append(keys, tomlKey{string(n.Data), t.rangeSpan(n.Raw)})
	}
	return keys
}

func (t *tomlBuilder) expression(e *unstable.Node) {
	switch e.Kind {
	case unstable.KeyValue:
		t.keyValue(t.table, e, 1)
	case unstable.Table:
		t.header(t.keys(e.Key()), false)
	case unstable.ArrayTable:
		t.header(t.keys(e.Key()), true)
	case unstable.Comment:
	default:
		t.fail(t.rangeSpan(e.Raw), "syntax", "unexpected %s", e.Kind)
	}
}

// header opens [a.b.c] or [[a.b.c]].
func (t *tomlBuilder) header(keys []tomlKey, array bool) {
	at := t.root
	for i, k := range keys[:len(keys)-1] {
		at = t.descend(at, k, i+1, implicitTable)
		if at == nil {
			t.table = &Node{Kind: MapKind}
			return
		}
	}
	last := keys[len(keys)-1]
	depth := len(keys)
	next := t.index[at][last.name]
	t.table = &Node{Kind: MapKind, Span: last.span}
	if !t.enter(last.span, depth) {
		return
	}
	switch {
	case array && next == nil:
		list := &Node{Kind: ListKind, Span: last.span, Items: []*Node{t.table}}
		t.arrays[list] = true
		t.put(at, last, list)
		t.tables[t.table] = arrayElement
	case array && next.Kind == ListKind && t.arrays[next]:
		next.Items = append(next.Items, t.table)
		t.tables[t.table] = arrayElement
	case !array && next == nil:
		t.put(at, last, t.table)
		t.tables[t.table] = headerTable
	case !array && next.Kind == MapKind && t.tables[next] == implicitTable:
		t.table = next
		t.tables[next] = headerTable
	default:
		t.twice(at, last)
	}
}

// descend steps into the table of a key, making it if it is not there.
func (t *tomlBuilder) descend(at *Node, k tomlKey, depth int, how tomlTable) *Node {
	next := t.index[at][k.name]
	switch {
	case next == nil:
		if !t.enter(k.span, depth) {
			return nil
		}
		next = &Node{Kind: MapKind, Span: k.span}
		t.put(at, k, next)
		t.tables[next] = how
	case next.Kind == ListKind && t.arrays[next] && how == implicitTable:
		next = next.Items[len(next.Items)-1]
	case next.Kind != MapKind, t.tables[next] == inlineTable,
		how == dottedTable && t.tables[next] != dottedTable && t.tables[next] != implicitTable:
		t.twice(at, k)
		return nil
	}
	return next
}

func (t *tomlBuilder) put(at *Node, k tomlKey, value *Node) {
	if t.seen[at] == nil {
		t.seen[at] = map[string]diag.Span{}
		t.index[at] = map[string]*Node{}
	}
	if t.index[at][k.name] == nil {
		t.index[at][k.name] = value
	}
	t.add(at, t.seen[at], Entry{Key: k.name, KeySpan: k.span, Value: value})
}

// twice reports a key that is there already.
func (t *tomlBuilder) twice(at *Node, k tomlKey) {
	t.put(at, k, &Node{Span: k.span})
}

func (t *tomlBuilder) keyValue(at *Node, e *unstable.Node, depth int) {
	keys := t.keys(e.Key())
	for i, k := range keys[:len(keys)-1] {
		if at = t.descend(at, k, depth+i, dottedTable); at == nil {
			return
		}
	}
	last := keys[len(keys)-1]
	whole := t.rangeSpan(e.Raw)
	start := last.span.End
	for start < whole.End && strings.IndexByte(" \t=", t.src.Data[start]) >= 0 {
		start++
	}
	t.put(at, last, t.value(e.Value(), t.span(start, whole.End), depth+len(keys)))
}

// value builds a value; span is where it is written as far as is known from around it.
func (t *tomlBuilder) value(v *unstable.Node, span diag.Span, depth int) *Node {
	if v.Raw.Length > 0 && v.Kind != unstable.Array && v.Kind != unstable.InlineTable {
		span = t.rangeSpan(v.Raw)
	}
	if !t.enter(span, depth) {
		return &Node{Span: span}
	}
	switch v.Kind {
	case unstable.Array:
		n := &Node{Kind: ListKind, Span: span}
		for it := v.Children(); it.Next(); {
			if it.Node().Kind != unstable.Comment {
				n.Items = append(n.Items, t.value(it.Node(), span, depth+1))
			}
		}
		return n
	case unstable.InlineTable:
		n := &Node{Kind: MapKind, Span: span}
		if v.Raw.Length > 0 && t.rangeSpan(v.Raw).Start != span.Start {
			n.Span = t.rangeSpan(v.Raw)
		}
		for it := v.Children(); it.Next(); {
			if it.Node().Kind == unstable.KeyValue {
				t.keyValue(n, it.Node(), depth)
			}
		}
		t.tables[n] = inlineTable
		return n
	case unstable.String:
		st := jsonStyle
		if t.src.Data[span.Start] == '\'' {
			st = rawStyle
		}
		value := strings.ReplaceAll(string(v.Data), "\r\n", "\n")
		return &Node{Kind: StringKind, Span: span, Text: align(t.src, span.Start, span.End, value, st)}
	}
	return t.scalar(v, span)
}

func (t *tomlBuilder) scalar(v *unstable.Node, span diag.Span) *Node {
	raw := span.Text()
	n := &Node{Span: span, Text: Text{Value: raw, Span: span}}
	switch v.Kind {
	case unstable.Bool:
		n.Kind = BoolKind
	case unstable.Integer, unstable.Float:
		n.Kind = FloatKind
		plain := strings.ReplaceAll(raw, "_", "")
		if isInteger(plain) {
			n.Kind = IntKind
		}
	case unstable.LocalDate, unstable.LocalDateTime, unstable.DateTime:
		n.Kind = TimeKind
		if _, p := parseDate(raw); p < Day {
			t.list.Add(span, "bad-date", "%s is not a date", Quote(raw))
		}
	case unstable.LocalTime:
		n.Kind = StringKind
	default:
		t.fail(span, "syntax", "unexpected %s", v.Kind)
	}
	return n
}
