// Package source reads YAML, JSON, TOML and Markdown with front matter into
// one tree of nodes that know their place, and decodes the tree strictly into
// Go structs.
//
// Start here: [Read] gives a [Doc]; [Doc.Decode] fills a struct whose fields are
// tagged `key:"kebab-name"`. Every problem is a diagnostic with its place, and
// none stops the others from being found. Fields of the types [Text], [Number],
// [Date], [Integer], [Flag] and [Map] keep their place for later checks;
// [Doc.At] finds the place of any field path.
//
// The input is taken as hostile: size, number of nodes, depth and the growth of
// aliases are bounded, and characters that XML 1.0 cannot hold are refused, since
// every document format that is written from here on is XML or close to it.
package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
)

// The bounds of the input. A definition with every section filled is some
// 100 kilobytes, 2,000 nodes and six levels deep.
const (
	MaxSize  = 8 << 20 // bytes of a file
	MaxNodes = 200_000 // nodes of a tree, after aliases are put in
	MaxDepth = 64      // maps and lists within each other

	maxMarks = 400_000 // line breaks, commas, colons and brackets, checked before parsing
)

// Doc is a file that was read.
type Doc struct {
	Source *diag.Source
	Root   *Node // a MapKind node
}

// Read reads the file name of fsys and parses it by its extension. The Doc is
// nil if there is nothing to decode; the list then says why.
func Read(fsys fs.FS, name string) (*Doc, diag.List) {
	src := diag.NewSource(name, nil)
	var list diag.List
	// Opening a pipe or a device could wait for ever.
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
		return nil, unreadable(src, err)
	case info.IsDir():
		return nil, unreadable(src, errors.New("it is a folder"))
	case !info.Mode().IsRegular():
		return nil, unreadable(src, errors.New("it is not a regular file"))
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, unreadable(src, err)
	}
	defer file.Close()
	var b bytes.Buffer
	b.Grow(int(min(max(info.Size(), 0), MaxSize)) + bytes.MinRead)
	if _, err := b.ReadFrom(io.LimitReader(file, MaxSize+1)); err != nil {
		return nil, unreadable(src, err)
	}
	data := b.Bytes()
	if len(data) > MaxSize {
		list.Add(diag.Start(src), "too-large", "the file is larger than %d MB", MaxSize>>20)
		return nil, list
	}
	return Parse(diag.NewSource(name, data))
}

func unreadable(src *diag.Source, err error) diag.List {
	var list diag.List
	reason := err.Error()
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		reason = pathError.Err.Error()
	}
	rule := "unreadable"
	if errors.Is(err, fs.ErrNotExist) {
		rule, reason = "missing-file", "there is no such file"
	}
	d := list.Add(diag.File(src), rule, "cannot read the file: %s", reason)
	if rule == "missing-file" {
		d.Kind = diag.Missing
	}
	return list
}

// Parse parses a source by the extension of its name: .yaml, .yml, .json, .toml or .md.
func Parse(src *diag.Source) (*Doc, diag.List) {
	var list diag.List
	parse, known := formatOf(src.Name)
	if !known {
		list.Add(diag.File(src), "unknown-format", "the file's name does not say what it holds").
			Hint = "it must end in .yaml, .yml, .json, .toml or .md"
		return nil, list
	}
	if !checkBytes(src, &list) {
		checkEscapes(src, parse, &list)
		return nil, list
	}
	b := &builder{src: src, list: &list}
	root := parse(b)
	if root != nil && bytes.IndexByte(src.Data, '\\') >= 0 { // without escapes there is nothing but what was checked
		checkText(root, &list)
	}
	list.Sort()
	if root == nil || b.stopped {
		return nil, list
	}
	if root.Kind != MapKind {
		list.Add(root.Span, "wrong-type", "the file must hold a map of keys, not %s", root.Kind).
			Hint = "start with a key, such as: language: en"
		return nil, list
	}
	return &Doc{Source: src, Root: root}, list
}

func formatOf(name string) (parse func(*builder) *Node, known bool) {
	switch strings.ToLower(path.Ext(name)) {
	case ".yaml", ".yml":
		return parseYAML, true
	case ".json":
		return parseJSON, true
	case ".toml":
		return parseTOML, true
	case ".md":
		return parseMarkdown, true
	}
	return nil, false
}

// builder is the state of one parse.
type builder struct {
	src     *diag.Source
	list    *diag.List
	nodes   int
	text    int  // bytes of all scalars
	stopped bool // a bound was passed or the syntax broke: there is no tree
}

func (b *builder) span(start, end int) diag.Span {
	return diag.Span{Source: b.src, Start: start, End: max(start, end)}
}

// fail reports what ends the parse.
func (b *builder) fail(span diag.Span, rule, format string, args ...any) *diag.Diagnostic {
	b.stopped = true
	return b.list.Add(span, rule, format, args...)
}

// enter counts a node at a depth and reports whether to go on.
func (b *builder) enter(span diag.Span, depth int) bool {
	if b.stopped {
		return false
	}
	b.nodes++
	switch {
	case depth > MaxDepth:
		b.fail(span, "too-deep", "lists and maps are nested more than %d deep", MaxDepth)
	case b.nodes > MaxNodes:
		b.fail(span, "too-large", "the file holds more than %d values", MaxNodes).
			Hint = "aliases count each time they are used"
	}
	return !b.stopped
}

// count adds the size of a scalar to the text that was read.
func (b *builder) count(span diag.Span, size int) {
	b.text += size
	if b.text > MaxSize && !b.stopped {
		b.fail(span, "too-large", "the file holds more than %d MB of text", MaxSize>>20).
			Hint = "aliases count each time they are used"
	}
}

// fewKeys is up to how many keys a map needs no table to find one that is there
// twice.
const fewKeys = 12

// add appends an entry to a map unless its key is there already. seen may be nil
// for a map of few keys.
func (b *builder) add(n *Node, seen map[string]diag.Span, e Entry) {
	first, ok := seen[e.Key]
	if seen == nil {
		if i := slices.IndexFunc(n.Entries, func(o Entry) bool { return o.Key == e.Key }); i >= 0 {
			first, ok = n.Entries[i].KeySpan, true
		}
	}
	if ok {
		b.list.Add(e.KeySpan, "duplicate-key", "%s is given twice", Quote(e.Key)).
			Hint = fmt.Sprintf("first given in line %d", first.Position().Line)
		return
	}
	if seen != nil {
		seen[e.Key] = e.KeySpan
	}
	n.Entries = append(n.Entries, e)
}

// At returns where the value at a field path such as "quotes[0].speaker" is
// written, or the nearest value around it that is there.
func (d *Doc) At(fieldPath string) diag.Span {
	n, _ := d.find(fieldPath)
	return n.Span
}

// KeyAt returns where the key at the end of a field path is written; for a path
// that ends in an index or is not there it is the same as At.
func (d *Doc) KeyAt(fieldPath string) diag.Span {
	n, key := d.find(fieldPath)
	if key.Source != nil {
		return key
	}
	return n.Span
}

// Has reports whether a field path is there, with whatever value.
func (d *Doc) Has(fieldPath string) bool {
	n := d.Root
	for rest := fieldPath; rest != "" && n != nil; {
		n, _, rest = step(n, rest)
	}
	return n != nil
}

func (d *Doc) find(fieldPath string) (*Node, diag.Span) {
	n, key := d.Root, diag.Span{}
	for rest := fieldPath; rest != ""; {
		next, nextKey, more := step(n, rest)
		if next == nil {
			return n, diag.Span{}
		}
		n, key, rest = next, nextKey, more
	}
	return n, key
}

// step follows the first part of a path.
func step(n *Node, fieldPath string) (next *Node, key diag.Span, rest string) {
	if after, ok := strings.CutPrefix(fieldPath, "["); ok {
		index, rest, _ := strings.Cut(after, "]")
		i, err := strconv.Atoi(index)
		if err != nil || i < 0 || i >= len(n.Items) {
			return nil, key, ""
		}
		return n.Items[i], key, strings.TrimPrefix(rest, ".")
	}
	// A key may hold dots itself, so the longest one that fits is meant.
	best := Entry{}
	for _, e := range n.Entries {
		after, ok := strings.CutPrefix(fieldPath, e.Key)
		if ok && (after == "" || after[0] == '.' || after[0] == '[') && (best.Value == nil || len(e.Key) > len(best.Key)) {
			best, rest = e, strings.TrimPrefix(after, ".")
		}
	}
	return best.Value, best.KeySpan, rest
}
